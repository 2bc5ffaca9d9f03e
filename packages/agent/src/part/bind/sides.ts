import type { PartFeature } from '@hewn/model'
import { cornersSaid, FROM_ABOVE, isCorner } from './corners.ts'
import type { Binder } from './bind.ts'
import { evaluate } from '../formula.ts'
import { SIDES, type Side } from '../features/sides.ts'
import { OPPOSITE } from '../locate.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import type { SaidPlace, Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'
import { isEvery } from '../read/determiners.ts'

/** What has four straight sides, seen from above, and is as thick everywhere: bites can be taken out of it. */
export const isSlab = ({ outline, edges, faces, through }: Form): boolean =>
  outline.kind === 'rectangle' && edges !== undefined && faces === undefined && through === undefined

/** Walls around a floor, and nothing above: bites can be taken out of its rim. */
export const isOpenBox = ({ outline, faces, through }: Form): boolean =>
  outline.kind === 'rectangle' && through?.front !== undefined && faces?.top !== undefined

/** `down from the rim`, `in the top edge of the front wall`, `open at the top`: a slot or a cut-out of a box that is a notch. */
export const isInRim = ({ places, flags }: Frame): boolean =>
  flags.has('open') ||
  places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      (place.spec.noun === 'rim' ||
        (place.spec.places.includes('top') &&
          (place.spec.noun === 'edge' || (place.spec.noun === undefined && places.length > 1)))),
  )

/** A cut that runs out at an edge of what is flat: `open at one short end`, `25 mm in from the left`, `in the upper right corner`. */
export function isOpen({ flags, places, noun, kind, sizes }: Frame, thick: number): boolean {
  if (flags.has('open') || flags.has('open-ends') || /\bopen\b/.test(noun)) return true
  const specs = places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  const edges = specs.filter(isEdge)
  // So far from an edge it lies inside.
  if (places.some(({ place }) => place.kind === 'from' && place.specs.every((spec) => isEdge(spec) || isCorner(spec))))
    return edges.some(({ prep, noun: edge }) => prep === 'in' && edge === 'edge') && kind.key !== 'pocket'
  const deeper = (sizes.get('depth')?.quantity.value ?? 0) > thick
  return (
    edges.some(
      ({ prep, noun: edge }) => prep === 'from' || prep === 'into' || deeper || (prep === 'in' && edge === 'edge'),
    ) ||
    (kind.key === 'cutout' && (specs.some(isCorner) || places.some(({ place }) => place.kind === 'corners')))
  )
}

const isEdge = ({ noun }: Spec): boolean => noun === 'edge' || noun === 'side' || noun === 'end'

/** The sizes of a slot or a cut-out that runs out at an edge, under the names they have in a notch. */
export function asNotch(frame: Frame): Frame {
  if (frame.kind.key === 'notch' || frame.kind.key === 'rim-notch') return frame
  // `four 10 x 15 slots in the rim`: of a slot the greater one is its length.
  const [length, width] = ['length', 'width'].map((slot) => frame.sizes.get(slot))
  const turned = frame.kind.key === 'slot' && length && width && !length.quantity.role && !width.quantity.role
  if (turned && length.quantity.value < width.quantity.value)
    frame.sizes = new Map([...frame.sizes, ['length', width], ['width', length]])
  const names: Readonly<Record<string, string>> =
    frame.kind.key === 'slot'
      ? { length: 'depth', ...(frame.sizes.has('length') ? { depth: 'blind' } : {}) }
      : { length: 'width', width: 'depth', depth: frame.sizes.has('width') ? 'blind' : 'depth' }
  return { ...frame, sizes: new Map([...frame.sizes].map(([slot, size]) => [names[slot] ?? slot, size])) }
}

/** Places that a side or a corner is told by; the others tell where along it. */
export const tellsSide = (place: SaidPlace): boolean =>
  place.kind === 'corners' ||
  (place.kind === 'along' && !place.same) ||
  (place.kind === 'spec' && place.spec.noun !== 'centre' && place.spec.noun !== 'centreline')

/** Which sides, or which corners, a notch or a step is at, and how many of it there are at each. */
export function sideFlags(binder: Binder, frame: Frame, feature: PartFeature, kind: FeatureKind, form: Form): string[] {
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const specs = frame.places.flatMap(({ place }) =>
    place.kind === 'spec' ? [ofStep(kind, place.spec)] : place.kind === 'corners' ? [ALL_CORNERS] : [],
  )
  const corner =
    specs.find(isCorner) ??
    (/\bcorner/.test(frame.noun) ? { ...ONE_CORNER, places: specs.flatMap(({ places }) => places) } : undefined)
  const walls = isOpenBox(form)
  if (corner && !walls) return cornersSaid(binder, frame, corner, kind).map((one) => `at-${one}`)
  const sides = [...new Set(specs.flatMap((spec) => sidesOf(walls ? ofWall(spec) : spec, frame, [x, y])))]
  for (const { counted } of specs) if (counted?.value === sides.length) counted.used = 'count'
  if (sides.length === 0) {
    // A step lies somewhere, a notch has to be told where.
    if (kind.key === 'step') return []
    if (kind.key === 'ear' && (frame.count?.value ?? 2) === 2) {
      if (frame.count) frame.count.used = 'count'
      return x >= y ? ['at-left', 'at-right', UNSAID_SIDES] : ['at-front', 'at-back', UNSAID_SIDES]
    }
    if (kind.key === 'mitre') return frame.plural || frame.count?.value === 2 ? ['at-left', 'at-right'] : ['at-right']
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `At which edge should the ${frame.noun} be?`,
      [frame.at],
      ['in the middle of one short edge', 'in the middle of one long edge', 'in the left edge', 'in one corner'],
    )
    return []
  }
  if (kind.key === 'notch' || kind.key === 'ear') shareOut(binder, frame, feature, specs, sides)
  if (kind.key === 'notch' && !binder.problem)
    if (walls) inTheWalls(binder, frame, feature, sides, form)
    else roomFor(binder, frame, feature, sides, [x, y])
  return sides.map((side) => `at-${side}`)
}

/** Nobody said which sides: those that are said are heard, though they may be the same. */
export const UNSAID_SIDES = 'unsaid-sides'

/** `a step cut from the top right`: it runs along the side, and is in no corner. */
const ofStep = ({ key }: FeatureKind, spec: Spec): Spec => {
  const [first, second] = spec.places
  // `flush with the bottom`: that it is at the foot, and not at which wall.
  if (key === 'ear' && spec.places.join() === 'bottom') return { places: [], flags: spec.flags }
  // `along the top front edge`: which of the edges of the top.
  if (key === 'step' && isEdge(spec) && first === 'top' && second && Object.hasOwn(FROM_ABOVE, second))
    return { ...spec, places: spec.places.slice(1) }
  const upright = first === 'top' && (second === 'left' || second === 'right') && spec.prep === 'from'
  return key === 'step' && upright ? { places: spec.places, flags: spec.flags } : spec
}

/** `the top edge of the front wall` is of the front. */
const ofWall = (spec: Spec): Spec => ({
  ...spec,
  places: spec.places.filter((place) => place !== 'top'),
  ...(spec.noun === 'face' ? { noun: 'side' } : {}),
})
const ALL_CORNERS: Spec = { places: [], flags: [], noun: 'corner', det: 'each' }
const ONE_CORNER: Spec = { places: [], flags: [], noun: 'corner' }
const BOTH: ReadonlySet<string> = new Set(['both', 'opposite', 'two', 'either'])

export function sidesOf(spec: Spec, { count }: Frame, [x, y]: [number, number]): readonly Side[] {
  const { det = '', noun, places } = spec
  const lies = x >= y
  const short: readonly Side[] = lies ? ['right', 'left'] : ['back', 'front']
  const long: readonly Side[] = lies ? ['front', 'back'] : ['left', 'right']
  // `in the middle of the long sides`: of both.
  const counted = spec.count ?? (BOTH.has(det) || (spec.many && noun !== 'corner') ? 2 : 1)
  const some = (all: readonly Side[]) =>
    isEvery(det) || counted > 1 || (det !== 'one' && (count?.value ?? 1) > 1 && noun === 'end') ? all : all.slice(0, 1)
  if (places.includes('long')) return narrowed(spec, some(long))
  if (places.includes('short')) return narrowed(spec, some(short))
  const named = places
    .flatMap((place) => FROM_ABOVE[place] ?? [])
    .filter((side) => isEdge(spec) || !isAbove(side, places))
  if (named.length > 0) return named
  if (noun === 'end') return some(short)
  if (!isEdge(spec)) return []
  if (isEvery(det) || spec.count === 4) return SIDES
  // Of a square, one side is like the others.
  return Math.abs(x - y) < 1e-9 && counted === 1 ? ['right'] : []
}

/** `the top long edges` of a step are those of the top face; `the left short edge` is one. */
function narrowed({ places }: Spec, sides: readonly Side[]): readonly Side[] {
  const named = sides.filter((side) => places.includes(side))
  return named.length > 0 ? named : sides
}

/** `along the top`: the face it is cut into, and no side. */
const isAbove = (side: Side, places: readonly string[]): boolean =>
  (side === 'back' && places.includes('top')) || (side === 'front' && places.includes('bottom'))

/** `two slots open at one long edge`, `four notches, one in each side`, `two notches in each long edge`. */
function shareOut(
  binder: Binder,
  { count, noun, plural: several, at }: Frame,
  feature: PartFeature,
  specs: readonly Spec[],
  sides: readonly Side[],
): void {
  const each = specs.some(({ det }) => det === 'each' || det === 'every')
  if (!count) {
    if (several && sides.length === 1)
      binder.refuse(
        'AGENT_NEEDS_ANSWER',
        `How many ${plural(noun)} should there be?`,
        [at],
        [`2 ${plural(noun)}`, `3 ${plural(noun)}`],
      )
    return
  }
  // Counted in all, or at each side: `two notches in each long edge` are four, `two, one in each` are two.
  const rows = each && (count.value !== sides.length || feature.at.relations.some((one) => one.kind === 'line'))
  const per = rows ? count.value : count.value / sides.length
  if (!Number.isInteger(per)) {
    binder.refuse('AGENT_CONTRADICTION', `${count.value} ${plural(noun)} and ${sides.length} sides were said.`, [
      count.at,
    ])
    return
  }
  if (per === 1) count.used = 'count'
  else
    feature.sizes['count'] = binder.names.said(
      `${feature.id}_count`,
      `Number of ${plural(noun)}`,
      count,
      'count',
      per / count.value,
    )
}

/** It is narrower than its side, and does not reach the other one. */
function roomFor(
  binder: Binder,
  { noun, at }: Frame,
  { sizes }: PartFeature,
  sides: readonly Side[],
  [x, y]: [number, number],
): void {
  const value = (slot: string) => evaluate(sizes[slot] ?? '0', binder.names.values)
  for (const side of sides) {
    const [run, reach] = side === 'left' || side === 'right' ? [y, x] : [x, y]
    const both = sides.some((other) => other === OPPOSITE[side])
    const most = both ? reach / 2 - 0.5 : reach - 0.5
    if (value('width') > run - 1)
      binder.refuse(
        'AGENT_IMPOSSIBLE',
        `The ${noun} is ${value('width')} mm wide, and that side is ${run} mm long. At most ${run - 1} mm works.`,
        [at],
      )
    else if (value('depth') > most)
      binder.refuse(
        'AGENT_IMPOSSIBLE',
        `The ${noun} goes ${value('depth')} mm in, and there are ${reach} mm${both ? ' for the two that face each other' : ''}. At most ${most} mm works.`,
        [at],
      )
  }
}
/** It is narrower than its wall is inside, and ends above the floor. */
function inTheWalls(
  binder: Binder,
  { noun, at }: Frame,
  { sizes }: PartFeature,
  sides: readonly Side[],
  { size, through, faces }: Form,
): void {
  const value = (formula = '0') => evaluate(formula, binder.names.values)
  const wall = value(through?.front)
  const high = value(size[2]) - value(faces?.top?.at[2])
  for (const side of sides) {
    const room = value(side === 'left' || side === 'right' ? size[1] : size[0]) - 2 * wall
    if (value(sizes['width']) > room + 1e-9 || value(sizes['depth']) > high + 1e-9)
      binder.refuse(
        'AGENT_IMPOSSIBLE',
        `The ${noun} is ${value(sizes['width'])} mm wide and ${value(sizes['depth'])} mm deep; that wall has room for ${room} × ${high} mm.`,
        [at],
      )
  }
}
