import type { PartPiece } from '@hewn/model'
import type { Form, Kind, Settling, Sizes } from '../kinds.ts'
import { threadOf } from '../library/fasteners.ts'
import { halved, powered } from './round.ts'

// What is bent from rod or strap: a section swept along lines and arcs in the plane of x and z.

export const ROD: Kind = {
  key: 'rod',
  nouns:
    'rod, round rod, bar, round bar, wire, round wire, stock, round stock, square bar, square rod, square stock, rectangular bar, steel rod, steel wire, metal rod, brass rod, thick wire',
  slots: { diameter: { label: 'Rod diameter', accepts: 'diameter thickness section radius*2', say: '# rod' } },
  bare: ['diameter'],
}
export const STRAP: Kind = {
  key: 'strap',
  nouns: 'strap, strip, flat bar, flat stock, flat, band, metal strap, steel strip, flat steel',
  slots: {
    width: { label: 'Strap width', accepts: 'width', say: '# wide' },
    thickness: { label: 'Strap thickness', accepts: 'thickness', say: '# thick' },
  },
  bare: ['width', 'thickness'],
  chains: { 2: ['width', 'thickness'] },
}
export const BOW: Kind = {
  key: 'bow',
  nouns:
    'half circle, half-circle, semicircle, bow, curve, arc, hook end, hook part, hooked end, bend, hook bend, half circle bend, half round bend, half round, half circles, opening, hook opening',
  slots: {
    radius: { label: 'Radius of the bow', accepts: 'radius outer-radius bend diameter/2', say: '# centreline radius' },
    inner: { label: 'Inside radius of the bow', accepts: 'inner-radius inner/2 clear/2 gap/2', say: '# inside radius' },
  },
}
export const SHANK: Kind = {
  key: 'shank',
  nouns:
    'shank, straight shank, straight, stem, straight part, straight section, straight leg, straight end, straight legs, straight back, shank straight, leg, shaft, threaded shank, arm, tail',
  slots: {
    length: { label: 'Straight length', accepts: 'length height depth', say: '# long' },
    diameter: { label: 'Shank diameter', accepts: 'diameter', say: '# diameter' },
  },
  bare: ['length'],
}

/** The end that comes up again behind the bow. */
export const TIP: Kind = {
  key: 'tip',
  nouns:
    'tip, straight tip, short tip, hook tip, short leg, nose, upturned end, return, return leg, short arm, lip, straight lip, tip straight, end leg, short straight',
  slots: { length: { label: 'Tip', accepts: 'length height', say: '# long' } },
  bare: ['length'],
}
/** What it holds: `for a 60 mm pipe`. */
export const HELD: Kind = {
  key: 'held',
  nouns: 'pipe, tube, conduit, post, pole, shaft, hose, cable',
  slots: { diameter: { label: 'Diameter of what it holds', accepts: 'diameter outer', say: '#', name: 'diameter' } },
  bare: ['diameter'],
}

export const section = (sizes: Settling, assumed: number): void => {
  const rod = sizes.part('rod')
  const size = sizes.designator('diameter')
  const row = size && !sizes.has('diameter') ? threadOf(size)?.row : undefined
  if (row) {
    sizes.look('diameter', row.nominal, `${size} nominal`)
    sizes.note(`${size}: the thread is not modelled.`)
  }
  if (rod?.has('diameter')) sizes.derive('diameter', rod.formula('diameter'))
  if (!sizes.has('diameter') && !sizes.part('strap'))
    sizes.assume('diameter', assumed, 'no diameter of the rod was said')
}
export const pieceOf = (pieces: readonly PartPiece[], kind: string): Sizes | undefined =>
  pieces.find((piece) => piece.kind === kind)?.sizes

/** Centreline radius, whichever of the two was said; half the thickness lies between them. */
export function bowOf(sizes: Settling, thickness: string, assumed: number): void {
  const bow = sizes.part('bow')
  if (bow?.has('radius')) sizes.derive('radius', bow.formula('radius'))
  else if (bow?.has('inner')) sizes.derive('radius', `${bow.formula('inner')} + ${halved(thickness)}`)
  if (!sizes.has('radius') && sizes.has('inside'))
    sizes.derive('radius', `${halved(sizes.formula('inside'))} + ${halved(thickness)}`)
  if (!sizes.has('radius')) sizes.assume('radius', assumed, 'no radius of the bow was said')
}

export const DIAMETER = {
  label: 'Rod diameter',
  accepts: 'diameter section thickness minor-radius*2',
  say: '# rod',
  name: 'rod_diameter',
}
export const RADIUS = {
  label: 'Radius of the bow',
  accepts: 'radius bend',
  say: '# centreline radius',
  name: 'bow_radius',
}
export const INSIDE = {
  label: 'Inside width',
  accepts: 'inner clear gap inner-radius*2',
  say: '# inside',
  name: 'inside_width',
  not: 'radius',
}

/** A round section along a path of lines and arcs. */
export function bent(path: string, diameter: string, size: [string, string, string], length: string): Form {
  return {
    before: [`path = Plane.XZ * (${path})`],
    code: `sweep(Plane(path @ 0, z_dir=path % 0) * Circle(${halved(diameter)}), path=path)`,
    size,
    volume: `pi / 4 * ${powered(diameter)} * (${length})`,
    openings: '0',
    outline: { kind: 'other' },
  }
}

export function bowFits(sizes: Settling, across: number): void {
  if (sizes.value('radius') <= across / 2)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A bow of ${sizes.value('radius')} mm radius is too tight for ${across} mm: more than ${across / 2} mm works.`,
    )
}
