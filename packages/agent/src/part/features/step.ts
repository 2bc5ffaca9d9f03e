import type { PartFeature } from '@hewn/model'
import { halved, powered } from '../families/round.ts'
import { half } from '../formula.ts'
import type { FeatureKind, Placed, Settling } from '../kinds.ts'
import { sidesIn, type Side } from './sides.ts'

/** Material taken off along one or more edges of the top, or around the whole rim. */
export const step: FeatureKind = {
  key: 'step',
  nouns:
    'step, lower step, rebate, rabbet, shoulder, ledge, cut step, stepped edge, step cut, lip cut, half lap, lap joint, half lap joint, lap cut',
  manner: 'run',
  slots: {
    width: { label: 'Step width', accepts: 'width length', say: '# wide' },
    depth: { label: 'Step depth', accepts: 'depth height', say: '# deep' },
    run: { label: 'Step length', accepts: '' },
    rest: { label: 'Left under it', accepts: 'floor', say: '# left under it', name: 'rest', not: 'depth' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'], 3: ['width', 'run', 'depth'] },
  flags: 'around at-left at-right at-front at-back half',
  settle(sizes) {
    if (!sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide and deep should the step be?', ['20 mm wide, 10 mm deep'])
      return
    }
    if (sizes.has('run')) alongAll(sizes)
    const high = sizes.body?.form.size[2]
    if (high && sizes.has('rest')) sizes.derive('depth', `${high} - ${sizes.formula('rest')}`)
    // A half lap takes half of it.
    else if (high && !sizes.has('depth') && (sizes.flag('half') || /lap/.test(sizes.noun)))
      sizes.derive('depth', `${high} / 2`)
    if (!sizes.has('depth')) sizes.assume('depth', sizes.value('width'), 'no depth of the step was said')
    // Of a box with walls a step would take away what is not there.
    const wall = sizes.body?.form.through?.front
    if (wall !== undefined && sizes.body && sizes.value('width') > sizes.body.evaluate(wall)) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A notch or a step cannot be cut into the rim of a hollow box here.', [
        'a rectangular cutout in the left wall',
        'without the notch',
      ])
      return
    }
    if (sizes.body && sizes.value('depth') >= sizes.body.evaluate(sizes.body.form.size[2]))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A step ${sizes.value('depth')} mm deep goes through all of ${sizes.body.evaluate(sizes.body.form.size[2])} mm.`,
      )
  },
  build(placed) {
    if (placed.has('around')) return allRound(placed)
    const { sizes, body, bodyId, flags, face } = placed
    const { width = '0', depth = '0' } = sizes
    const [x, y, z] = body.size
    const [from, goes] = face === 'bottom' ? ['0', 'floor'] : [z, 'down']
    const said = sidesIn(flags)
    const sides: readonly Side[] = said.length > 0 ? said : ['right']
    const lines = sides.map((side) => {
      const sign = side === 'left' || side === 'front' ? '-' : ''
      const solid =
        side === 'left' || side === 'right'
          ? `Pos(${sign}(${half(x)} - ${half(width)}), 0, ${from}) * Box(${width}, ${y}, ${depth}, align=${goes})`
          : `Pos(0, ${sign}(${half(y)} - ${half(width)}), ${from}) * Box(${x}, ${width}, ${depth}, align=${goes})`
      return `${bodyId} -= ${solid}`
    })
    const across = sides.filter((side) => side === 'left' || side === 'right').length
    const along = sides.length - across
    // Where two meet in a corner, that corner is taken once.
    const area = [
      ...(across > 0 ? [`${across} * ${y}`] : []),
      ...(along > 0 ? [`${along} * ${x}`] : []),
      ...(across * along > 0 ? [`-${across * along} * ${width}`] : []),
    ].join(' + ')
    return { lines, volume: `-${width} * ${depth} * (${area})` }
  },
}

/** The side that a single step goes along; where there are several, none of them is the step. */
export function treadSide({ kind, flags, at }: PartFeature): Side | undefined {
  if (kind !== 'step' || flags.includes('around') || at.on === 'bottom') return undefined
  const sides = sidesIn(flags)
  return sides.length > 1 ? undefined : (sides[0] ?? 'right')
}

function allRound({ sizes, body, bodyId, bodySizes }: Placed) {
  const { width = '0', depth = '0' } = sizes
  const [x, y, z] = body.size
  const corner = bodySizes['corner']
  const [l, w] = [`${x} - 2 * ${width}`, `${y} - 2 * ${width}`]
  if (body.outline.kind === 'circle') {
    const d = body.outline.diameter
    return {
      lines: [
        `${bodyId} -= Pos(0, 0, ${z}) * (Cylinder(${halved(d)}, ${depth}, align=down) - Cylinder(${halved(d)} - ${width}, ${depth}, align=down))`,
      ],
      volume: `-pi / 4 * (${powered(d)} - (${d} - 2 * ${width})**2) * ${depth}`,
    }
  }
  const kept = corner
    ? `extrude(RectangleRounded(${l}, ${w}, ${corner} - ${width}), -${depth})`
    : `Box(${l}, ${w}, ${depth}, align=down)`
  return {
    lines: [`${bodyId} -= Pos(0, 0, ${z}) * (Box(${x}, ${y}, ${depth}, align=down) - ${kept})`],
    volume: corner
      ? `-((${x} * ${y} - (4 - pi) * ${powered(corner)}) - ((${l}) * (${w}) - (4 - pi) * (${corner} - ${width})**2)) * ${depth}`
      : `-(${x} * ${y} - (${l}) * (${w})) * ${depth}`,
  }
}

/** `a 24 x 48 x 18 step` of what is 48 mm wide runs along all of that; it is no longer and no shorter than its edge. */
function alongAll(sizes: Settling): void {
  const [x, y] = sizes.body ? sizes.body.form.size.map((one) => sizes.body?.evaluate(one)) : []
  const [width, run] = [sizes.value('width'), sizes.value('run')]
  const near = (one: number, other: number | undefined) => other !== undefined && Math.abs(one - other) < 0.005
  if (near(width, x) && !near(run, y)) sizes.move('run', 'width')
  else if (!near(run, y))
    sizes.refuse('AGENT_UNSUPPORTED', `A step runs along all of its edge here, and ${run} mm is not as long as one.`)
  sizes.spend('run')
}
