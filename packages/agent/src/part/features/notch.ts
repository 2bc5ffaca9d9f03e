import type { BoxOfFeature } from '../boxes-of-feature.ts'
import { half, minus } from '../formula.ts'
import { SAWN } from '../families/fork.ts'
import type { FeatureForm, FeatureKind, Placed } from '../kinds.ts'
import { cornersIn, sidesIn, type Side } from './sides.ts'

/** A bite out of the outline of what is flat: at an edge or in a corner, square, round-bottomed or a V. */
export const notch: FeatureKind = {
  key: 'notch',
  nouns: `notch, corner cut, corner notch, edge notch, square notch, rectangular notch, u notch, u-notch, u slot, u-slot, u-shaped notch, semicircular cutout, semi-circular cutout, half-round cutout, half round cutout, semicircular cut-out, half-round cut-out, u-shaped cutout, u shaped cutout, u cutout, u-shaped opening, cable notch, wire notch, finger cutout, finger cut-out, thumb cutout, u shaped slot, v notch, v-notch, vee notch, v-shaped notch,
    open slot, open-ended slot, open ended slot, open-end slot, edge slot, rounded notch, round notch, half-round notch, half round notch, semicircular notch, edge cutout, edge cut-out, corner cutout, corner cut-out, thumb notch, finger notch`,
  manner: 'run',
  slots: {
    width: { label: 'Notch width', accepts: 'width diameter radius*2', say: '# wide' },
    depth: { label: 'Notch depth', accepts: 'depth length height', say: '# deep' },
    centres: { label: 'Notch depth to the centre of its round end', accepts: 'centres', say: '' },
    blind: { label: 'Depth from above', accepts: '', say: '' },
    angle: { label: 'Angle', accepts: 'angle', unit: 'deg', say: '# angle' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'], 3: ['width', 'depth', 'blind'] },
  flags: 'open open-ends through half circular square rectangular rounded fully-rounded u-shaped',
  settle(sizes) {
    const walls = sizes.body?.form.through?.front !== undefined
    if (/\bv\b|vee/.test(sizes.noun)) sizes.mark('vee')
    else if (/half|semi/.test(sizes.noun) || sizes.flag('half') || (sizes.flag('circular') && !sizes.has('depth'))) {
      sizes.mark('round')
      if (sizes.has('width') && !sizes.has('depth')) sizes.derive('depth', `${sizes.formula('width')} / 2`)
    } else if (
      // The end of a slot in a plate is round; one sawn down from a rim is square.
      (walls || sizes.flag(SAWN) ? /\bu\b|round/ : /slot|\bu\b|round/).test(sizes.noun) ||
      sizes.flag('rounded') ||
      sizes.flag('fully-rounded') ||
      sizes.flag('circular')
    )
      sizes.mark('round')
    if (sizes.has('centres') && !sizes.has('depth') && sizes.has('width'))
      sizes.derive('depth', `${sizes.formula('centres')} + ${sizes.formula('width')} / 2`)
    if (!sizes.has('width') && !sizes.has('depth')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and deep should the ${sizes.noun} be?`, ['20 mm wide, 10 mm deep'])
      return
    }
    if (!sizes.has('width') && sizes.flag('vee')) {
      if (!sizes.has('angle')) sizes.assume('angle', 90, 'a V without an angle')
      sizes.derive('width', `2 * ${sizes.formula('depth')} * tan(radians(${sizes.formula('angle')} / 2))`)
    }
    if (!sizes.has('width')) sizes.derive('width', sizes.formula('depth'))
    if (!sizes.has('depth') && sizes.flag('to-centre')) {
      const { evaluate, form } = sizes.body ?? {}
      const [x = '0', y = '0'] = form?.size ?? []
      if (evaluate?.(x) === evaluate?.(y)) sizes.derive('depth', half(x))
      else sizes.refuse('AGENT_NEEDS_ANSWER', `How deep should the ${sizes.noun} be?`, ['10 mm deep', '20 mm deep'])
    }
    if (!sizes.has('depth')) sizes.derive('depth', sizes.formula('width'))
    if (walls && sizes.flag('round') && sizes.value('depth') < sizes.value('width') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A round ${sizes.noun} ${sizes.value('width')} mm wide goes at least ${sizes.value('width') / 2} mm down.`,
      )
    if (walls && sizes.flag('vee'))
      sizes.refuse('AGENT_UNSUPPORTED', 'A notch in the rim of a box is square or round here, and no V.')
    const thick = sizes.body?.evaluate(sizes.body.form.size[2]) ?? Infinity
    if (sizes.has('blind') && sizes.value('blind') > thick)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A ${sizes.noun} ${sizes.value('blind')} mm deep is cut into ${thick} mm. Does it go right through?`,
      )
    else if (sizes.has('blind') && sizes.value('blind') === thick) sizes.spend('blind')
  },
  build: (placed) => {
    if (placed.body.through?.front) return inRim(placed)
    const corners = cornersIn(placed.flags)
    return corners.length > 0 ? atCorners(placed, corners) : atSides(placed)
  },
}

function atCorners(
  { sizes, body, bodyId, bodySizes, evaluate }: Placed,
  corners: ReturnType<typeof cornersIn>,
): FeatureForm {
  const { width = '0', depth = '0', blind } = sizes
  const [x, y, z] = body.size
  const box = `Box(${width}, ${depth}, ${blind ?? z}, align=down)`
  const at = (corner: string) =>
    `(${corner.includes('left') ? '-' : ''}(${half(x)} - ${half(width)}), ${corner.includes('front') ? '-' : ''}(${half(y)} - ${half(depth)}), ${z})`
  const [only] = corners
  const all = corners.length === 4
  // A rounded corner has lost some of it already: all that it lost, where the notch is as wide as that.
  const round = bodySizes['corner']
  const within = round && [width, depth].every((side) => evaluate(side) >= evaluate(round))
  const lost = round ? (within ? ` - (1 - pi / 4) * ${round}**2` : undefined) : ''
  return {
    lines: [
      all
        ? `${bodyId} -= [Pos(0, 0, ${z}) * corner * ${box} for corner in GridLocations(${minus(x, width)}, ${minus(y, depth)}, 2, 2)]`
        : corners.length === 1 && only
          ? `${bodyId} -= Pos${at(only)} * ${box}`
          : `${bodyId} -= [corner * ${box} for corner in Locations(${corners.map(at).join(', ')})]`,
    ],
    ...(lost === undefined ? {} : { volume: `-${corners.length} * (${width} * ${depth}${lost}) * ${blind ?? z}` }),
  }
}

/** Down from the rim of a box, through one of its walls. */
function inRim({ sizes, body, bodyId, flags, relations, evaluate }: Placed): FeatureForm {
  const { width = '0', depth = '0', count = '1' } = sizes
  const [x, y, z] = body.size
  const wall = body.through?.front ?? '0'
  const sides = sidesIn(flags)
  const lines = sides.map((side) => {
    const upright = isUpright(side)
    const [reach, run] = upright ? [x, y] : [y, x]
    const sign = side === 'left' || side === 'front' ? '-' : ''
    const many = Math.round(evaluate(count)) > 1
    const shift = many ? '0' : shiftOf(relations, run, side)
    const at = upright ? `Pos(${sign}${half(reach)}, ${shift}, ${z})` : `Pos(${shift}, ${sign}${half(reach)}, ${z})`
    const solid = throughWall(flags, upright, { width, depth, wall }, evaluate)
    if (!many) return `${bodyId} -= ${at} * ${solid}`
    const gap = relations.find((one) => one.kind === 'line')?.spacing ?? `(${run}) / (${count} + 1)`
    const row = upright ? `GridLocations(0, ${gap}, 1, ${count})` : `GridLocations(${gap}, 0, ${count}, 1)`
    return `${bodyId} -= [${at} * spot * ${solid} for spot in ${row}]`
  })
  return {
    lines,
    volume: `-${sides.length} * ${count} * ${areaOf(flags, width, depth)} * ${wall}`,
  }
}

/** What is taken out of a wall that stands on x or on y, down from z = 0. */
function throughWall(
  flags: readonly string[],
  upright: boolean,
  { width, depth, wall }: { width: string; depth: string; wall: string },
  evaluate: Placed['evaluate'],
): string {
  const box = (deep: string) =>
    `Box(${upright ? `2 * ${wall}, ${width}` : `${width}, 2 * ${wall}`}, ${deep}, align=down)`
  if (!flags.includes('round')) return box(depth)
  const bar = `Rot(${upright ? '0, 90' : '90, 0'}, 0) * Cylinder(${half(width)}, 2 * ${wall})`
  const straight = `(${minus(depth, half(width))})`
  if (evaluate(straight) < 1e-9) return `(${bar})`
  return `(${box(straight)} + Pos(0, 0, -${straight}) * ${bar})`
}

function atSides({ sizes, body, bodyId, flags, relations, evaluate }: Placed): FeatureForm {
  const { width = '0', depth = '0', blind, count = '1' } = sizes
  const [x, y, z] = body.size
  const deep = blind ?? z
  const sides = sidesIn(flags)
  const many = Math.round(evaluate(count))
  const spots: { u: number; v: number }[] = []
  const boxes: BoxOfFeature[] = []
  const lines = sides.map((side) => {
    const upright = isUpright(side)
    const [reach, run] = upright ? [x, y] : [y, x]
    const solid = bite(flags, side, { width, depth, deep })
    const sign = side === 'left' || side === 'front' ? '-' : ''
    const shift = many > 1 ? '0' : shiftOf(relations, run, side)
    const line = relations.find((one) => one.kind === 'line')
    const gap = line?.spacing ?? `(${run}) / (${count} + 1)`
    for (let one = 0; one < many; one++) {
      const along = evaluate(shift) + (one - (many - 1) / 2) * evaluate(gap)
      const out = (evaluate(reach) / 2) * (sign ? -1 : 1)
      const spot = upright ? { u: out, v: along } : { u: along, v: out }
      spots.push(spot)
      boxes.push(biteBox(spot, upright, sign, [evaluate(width), evaluate(depth), evaluate(z), evaluate(deep)]))
    }
    const at = upright ? `Pos(${sign}${half(reach)}, ${shift}, ${z})` : `Pos(${shift}, ${sign}${half(reach)}, ${z})`
    if (many === 1) return `${bodyId} -= ${at} * ${solid}`
    const row = upright ? `GridLocations(0, ${gap}, 1, ${count})` : `GridLocations(${gap}, 0, ${count}, 1)`
    return `${bodyId} -= [${at} * spot * ${solid} for spot in ${row}]`
  })
  const wide = `max(${width}, 2 * ${depth})`
  return {
    lines,
    volume: `-${sides.length} * ${count} * ${areaOf(flags, width, depth)} * ${deep}`,
    reach: { u: wide, v: wide, depth: deep, open: true },
    spots,
    boxes,
  }
}

/** From where to where a bite goes, from the middle of its side inwards and down from the top. */
function biteBox(
  spot: { u: number; v: number },
  upright: boolean,
  sign: string,
  [wide, into, top, deep]: readonly [number, number, number, number],
): BoxOfFeature {
  const inwards = sign ? [0, into] : [-into, 0]
  const along = [-wide / 2, wide / 2]
  const [x, y] = upright ? [inwards, along] : [along, inwards]
  const end = (one: 0 | 1) => [spot.u + (x[one] ?? 0), spot.v + (y[one] ?? 0)]
  return { low: [...end(0), top - deep], high: [...end(1), top], spot }
}

/** What is taken off a side, around the middle of it. */
function bite(
  flags: readonly string[],
  side: Side,
  { width, depth, deep }: { width: string; depth: string; deep: string },
): string {
  const upright = isUpright(side)
  if (flags.includes('vee')) {
    const tip = side === 'left' || side === 'front' ? depth : `-${depth}`
    const [low, high, point] = upright
      ? [`(0, -${half(width)})`, `(0, ${half(width)})`, `(${tip}, 0)`]
      : [`(-${half(width)}, 0)`, `(${half(width)}, 0)`, `(0, ${tip})`]
    return `extrude(Polygon(${low}, ${high}, ${point}, align=None), -${deep})`
  }
  if (!flags.includes('round'))
    return `Box(${upright ? `2 * ${depth}, ${width}` : `${width}, 2 * ${depth}`}, ${deep}, align=down)`
  if (isHalfRound(width, depth)) return `Cylinder(${half(width)}, ${deep}, align=down)`
  return `extrude(SlotCenterToCenter(2 * ${depth} - ${width}, ${width}${upright ? '' : ', rotation=90'}), -${deep})`
}

function areaOf(flags: readonly string[], width: string, depth: string): string {
  if (flags.includes('vee')) return `${width} * ${depth} / 2`
  if (!flags.includes('round')) return `${width} * ${depth}`
  return isHalfRound(width, depth)
    ? `pi / 8 * ${width}**2`
    : `(pi / 8 * ${width}**2 + (${depth} - ${half(width)}) * ${width})`
}

const isUpright = (side: Side): boolean => side === 'left' || side === 'right'
const isHalfRound = (width: string, depth: string): boolean => depth === `(${width} / 2)`

/** How far from the middle of its side: `20 mm from the left end`. */
function shiftOf(relations: Placed['relations'], run: string, side: Side): string {
  const upright = isUpright(side)
  for (const one of relations) {
    if (one.kind === 'offset') {
      if (upright ? one.direction === 'back' || one.direction === 'top' : one.direction === 'right') return one.distance
      if (upright ? one.direction === 'front' || one.direction === 'bottom' : one.direction === 'left')
        return minus('0', one.distance)
    }
    if (one.kind !== 'edge') continue
    const high = upright ? ['back', 'top'] : ['right', 'other']
    const low = upright ? ['front', 'bottom'] : ['left']
    if (high.includes(one.edge)) return minus(half(run), one.distance)
    if ([...low, 'end', 'short', 'long', 'all'].includes(one.edge)) return minus(one.distance, half(run))
  }
  return '0'
}
