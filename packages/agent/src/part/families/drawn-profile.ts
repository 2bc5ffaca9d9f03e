import type { PartPiece } from '@hewn/model'
import type { Kind, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'

// Profiles that are turned, drawn along a path, or blended from one into another.

export const PROFILE: Kind = {
  key: 'profile',
  nouns:
    'square, rectangle, circle, round, hexagon, triangle, profile, section, square section, round section, rectangular section, square profile, equilateral triangle, circular section, cross section, square base, round top, square top, round base, circular top, circular base',
  slots: {
    diameter: { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2 section', say: '# diameter' },
    width: { label: 'Width', accepts: 'width side length', say: '# wide' },
    height: { label: 'Height', accepts: 'height depth thickness', say: '# high' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
  flags: 'circular',
}

export const shapeOf = (label: string): 'circle' | 'triangle' | 'hexagon' | 'rectangle' =>
  /circle|round|circular/.test(label)
    ? 'circle'
    : /triang/.test(label)
      ? 'triangle'
      : /hexagon/.test(label)
        ? 'hexagon'
        : 'rectangle'

/** Every profile gets the sizes it is drawn with: a circle a diameter, the others a width and a height. */
export function settleProfiles(profiles: readonly Settling[]): void {
  for (const one of profiles) {
    const shape = shapeOf(one.noun)
    if (shape === 'circle' && !one.has('diameter') && one.has('width')) one.derive('diameter', one.formula('width'))
    if (shape !== 'circle' && !one.has('width') && one.has('diameter')) one.derive('width', one.formula('diameter'))
    const has = shape === 'circle' ? one.has('diameter') : one.has('width')
    if (!has) {
      one.refuse('AGENT_NEEDS_ANSWER', `How large should the ${one.noun} be?`, [
        `20 mm ${one.noun}`,
        `40 mm ${one.noun}`,
      ])
      return
    }
    if (shape === 'rectangle' && !one.has('height')) one.derive('height', one.formula('width'))
  }
}

interface Drawn {
  code: string
  across: string
  up: string
  area: string
}

export function drawn({ label, sizes }: PartPiece): Drawn {
  const { diameter = '0', width = '0', height = width } = sizes
  const shape = shapeOf(label)
  if (shape === 'circle')
    return {
      code: `Circle(${halved(diameter)})`,
      across: diameter,
      up: diameter,
      area: `pi / 4 * ${powered(diameter)}`,
    }
  if (shape === 'triangle')
    return {
      code: `Triangle(a=${width}, b=${width}, c=${width})`,
      across: width,
      up: `${width} * sqrt(3) / 2`,
      area: `sqrt(3) / 4 * ${powered(width)}`,
    }
  if (shape === 'hexagon')
    return {
      code: `RegularPolygon(${halved(width)}, 6, major_radius=False)`,
      across: `${width} / cos(pi / 6)`,
      up: width,
      area: `sqrt(3) / 2 * ${powered(width)}`,
    }
  return { code: `Rectangle(${width}, ${height})`, across: width, up: height, area: `${width} * ${height}` }
}

export const profilesOf = (pieces: readonly PartPiece[]): PartPiece[] => pieces.filter(({ kind }) => kind === 'profile')
