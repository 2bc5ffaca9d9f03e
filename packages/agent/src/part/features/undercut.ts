import { half } from '../formula.ts'
import type { FeatureKind, Kind, Placed } from '../kinds.ts'

// What is wider inside than where it opens: T-slots and dovetails along a face.

const neck: Kind = {
  key: 'neck',
  nouns: 'neck, opening, mouth, throat, upper part, narrow part, upper slot, narrow slot',
  slots: {
    width: { label: 'Opening', accepts: 'width gap', say: 'opening # wide' },
    depth: { label: 'Depth of the opening', accepts: 'depth height thickness', say: '# deep' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
}
const head: Kind = {
  key: 'head',
  nouns:
    'head, undercut, wide part, lower part, t part, head slot, t, tee, wide bottom, wide slot, lower slot, cross slot',
  slots: {
    width: { label: 'Head width', accepts: 'width', say: 'head # wide' },
    depth: { label: 'Head height', accepts: 'depth height thickness', say: '# high' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
}

/** A slot that a bolt head slides in. */
export const tSlot: FeatureKind = {
  key: 't-slot',
  nouns: 't-slot, t slot, tee slot, t-slot groove, t groove, t-slot channel, t channel',
  manner: 'run',
  slots: {
    width: { label: 'Opening', accepts: 'width gap top-width', say: 'opening # wide' },
    depth: { label: 'Depth', accepts: 'depth', say: '# deep' },
    whole: { label: 'Depth in all', accepts: 'overall overall-height', say: '# deep in all' },
    floor: { label: 'Head width', accepts: 'bottom-width', say: 'head # wide' },
    high: { label: 'Head height', accepts: 'height', say: '# high' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  parts: { neck, head },
  settle(sizes) {
    const [narrow, head] = [sizes.part('neck'), sizes.part('head')]
    if (!sizes.has('floor') && head?.has('width')) sizes.derive('floor', head.formula('width'))
    if (!sizes.has('high') && head?.has('depth')) sizes.derive('high', head.formula('depth'))
    if (!sizes.has('floor') || !(narrow?.has('width') || sizes.has('width'))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide are the opening and the head of the T-slot?', [
        'opening 10 wide 8 deep, head 18 wide 8 high',
      ])
      return
    }
    if (narrow?.has('width') && !sizes.has('width')) sizes.derive('width', narrow.formula('width'))
    if (!sizes.has('high'))
      sizes.assume('high', Math.round(sizes.value('width') * 0.8), 'no height of the head was said')
    // `10 wide and 8 deep, then …`: what was said of the slot itself is its opening.
    const opening = narrow?.has('depth')
      ? narrow.formula('depth')
      : sizes.has('depth')
        ? sizes.formula('depth')
        : sizes.has('whole')
          ? `${sizes.formula('whole')} - ${sizes.formula('high')}`
          : undefined
    if (opening === undefined)
      sizes.assume('depth', Math.round(sizes.value('width') * 0.8), 'no depth of the opening was said')
    else sizes.derive('depth', opening)
    const whole = sizes.value('depth') + sizes.value('high')
    const room = sizes.body?.evaluate(sizes.body.form.size[2]) ?? whole + 1
    if (sizes.value('floor') <= sizes.value('width'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A head of ${sizes.value('floor')} mm is not wider than its opening of ${sizes.value('width')} mm.`,
      )
    if (whole >= room) sizes.refuse('AGENT_IMPOSSIBLE', `A T-slot ${whole} mm deep goes through all of ${room} mm.`)
  },
  build(placed) {
    const { width = '0', depth = '0', floor: wide = '0', high = '0' } = placed.sizes
    const whole = `(${depth} + ${high})`
    const points = [
      [width, '0'],
      [width, depth],
      [wide, depth],
      [wide, whole],
    ] as const
    return along(placed, points, whole, wide, `(${width} * ${depth} + ${wide} * ${high})`)
  },
}

/** A groove that is wider at its floor; its sides lean by an angle or by its two widths. */
export const dovetail: FeatureKind = {
  key: 'dovetail',
  nouns: 'dovetail, dovetail groove, dovetail slot, dovetail channel, female dovetail, dovetail cut, dovetail way',
  manner: 'run',
  slots: {
    width: { label: 'Width at the top', accepts: 'top-width width gap', say: '# wide at the top' },
    floor: { label: 'Width at the bottom', accepts: 'bottom-width floor', say: '# wide at the bottom' },
    depth: { label: 'Depth', accepts: 'depth height', say: '# deep' },
    angle: { label: 'Angle of the sides', accepts: 'angle', unit: 'deg', say: '# sides' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  settle(sizes) {
    if (!sizes.has('width') && !sizes.has('floor')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide is the dovetail at the top and at the bottom?', [
        '20 mm wide at the top, 30 mm at the bottom, 8 mm deep',
      ])
      return
    }
    if (!sizes.has('depth'))
      sizes.assume('depth', Math.round(sizes.value(sizes.has('width') ? 'width' : 'floor') / 2), 'no depth was said')
    if (!(sizes.has('width') && sizes.has('floor'))) {
      if (!sizes.has('angle')) sizes.assume('angle', 60, 'the usual dovetail')
      const lean = `2 * ${sizes.formula('depth')} / tan(radians(${sizes.formula('angle')}))`
      if (sizes.has('width')) sizes.derive('floor', `${sizes.formula('width')} + ${lean}`)
      else sizes.derive('width', `${sizes.formula('floor')} - ${lean}`)
    } else if (sizes.has('angle')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'Both widths and an angle of the dovetail were said. Which holds?', [
        'the widths',
        'the angle',
      ])
      return
    }
    if (sizes.value('floor') <= sizes.value('width'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A dovetail ${sizes.value('width')} mm wide at the top is wider at the bottom than ${sizes.value('floor')} mm.`,
      )
    const room = sizes.body?.evaluate(sizes.body.form.size[2]) ?? Infinity
    if (sizes.value('depth') >= room)
      sizes.refuse('AGENT_IMPOSSIBLE', `A dovetail ${sizes.value('depth')} mm deep goes through all of ${room} mm.`)
  },
  build(placed) {
    const { width = '0', floor = '0', depth = '0' } = placed.sizes
    const points = [
      [width, '0'],
      [floor, depth],
    ] as const
    return along(placed, points, depth, floor, `(${width} + ${floor}) / 2 * ${depth}`)
  },
}

/** A section, half of whose widths and depths are told from the top down, cut along the whole of a face. */
function along(
  { body, bodyId, along: axis, at }: Placed,
  points: readonly (readonly [string, string])[],
  depth: string,
  widest: string,
  area: string,
) {
  const [x, y] = body.size
  const length = axis === 'y' ? y : x
  const right = points.map(([wide, low]) => `(${half(wide)}, ${low === '0' ? '0' : `-${low}`})`)
  const left = points.map(([wide, low]) => `(-${half(wide)}, ${low === '0' ? '0' : `-${low}`})`).toReversed()
  const plane = axis === 'y' ? 'Plane.XZ' : 'Plane.YZ'
  return {
    lines: [
      `${bodyId} -= ${at}extrude(${plane} * Polygon(${[...right, ...left].join(', ')}, align=None), ${half(length)}, both=True)`,
    ],
    volume: `-${area} * ${length}`,
    reach: { ...(axis === 'y' ? { u: widest, v: length } : { u: length, v: widest }), depth, open: true as const },
  }
}
