import type { PartFace, Relation, Where } from '@hewn/model'
import { axisOf, edgeSaid, isFace, isPost } from './axis.ts'
import type { Binder } from './bind.ts'
import { isSlab } from './sides.ts'
import type { Placing } from './where.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import { isRib } from '../features/pads.ts'
import { FLOOR } from '../read/places.ts'
import { EACH_END, isRadial } from '../radial.ts'
import type { Frame } from '../read/frame.ts'
import { isEvery, isPair } from '../read/determiners.ts'

/** A place without a distance: a face, corners, the middle, a side to stand at. */
export function specOf(binder: Binder, where: Where, spec: Spec, { frame, form, id, body }: Placing): void {
  const { relations } = where
  const runs =
    RUNS.has(frame.kind.key) || (frame.kind.key === 'pad' && isRib(frame.noun)) ? runsAcross(frame, spec) : undefined
  if (runs) {
    where.along = runs
    return
  }
  // The floor is what there is inside what is open; where it is closed, it is its bottom.
  if (spec.flags.includes(FLOOR)) {
    if (form.inside && form.through?.bottom !== undefined) where.on ??= 'bottom'
    return
  }
  // The corner that a gusset stands in is where the legs meet.
  if (spec.noun === 'corner' && frame.kind.key === 'gusset') return
  if (spec.noun === 'corner') {
    relations.push({ kind: 'corners' })
    return
  }
  if (spec.noun === 'centre' || spec.noun === 'centreline') {
    relations.push({ kind: 'centre' })
    return
  }
  // `slots across the top`: the short way over it.
  const lying = (['top', 'bottom'] as const).find((face) => spec.places.includes(face))
  if (frame.kind.key !== 'hole' && spec.prep === 'across' && (lying || spec.noun === 'face')) {
    where.on = lying ?? 'top'
    where.along = axisOf('width', form, binder.names.values)
    return
  }
  if (rowsOf(binder, where, spec, frame, form)) return
  // `a slot along one short edge`: beside it, and the way it runs.
  if (frame.kind.key === 'slot' && spec.prep === 'along' && (spec.noun === 'edge' || spec.noun === 'side')) {
    where.along = axisOf(edgeSaid(frame), form, binder.names.values)
    // `one slot along each short side`
    if (isPair(spec.det) && form.outline.kind === 'rectangle' && (frame.count?.value ?? 1) === 1) {
      relations.push({
        kind: 'grid',
        ...(where.along === 'y' ? { columns: '2', rows: '1' } : { columns: '1', rows: '2' }),
      })
      if (frame.count) frame.count.used = 'count'
      delete frame.count
    }
    return
  }
  // On every face it lies in the middle, unless more is said.
  if (spec.noun === 'face' && spec.places.length === 0 && isEvery(spec.det)) {
    if (frame.count && (frame.count.value === 3 || frame.count.value === 6)) {
      frame.count.used = 'count'
      delete frame.count
    }
    frame.plural = false
    return
  }
  if (spec.noun === 'end' && isPair(spec.det) && isRadial(frame)) {
    relations.push(...nearEachEnd(binder, { frame, form, id }))
    return
  }
  if (
    spec.noun === 'end' &&
    isPair(spec.det) &&
    (spec.prep !== 'from' || frame.sizes.has('depth')) &&
    !(form.through?.front !== undefined && spec.places.some((side) => side === 'short' || side === 'long'))
  ) {
    frame.flags.set('both-ends', frame.at)
    return
  }
  // A keyway at the end of a shaft runs out there.
  if (frame.kind.key === 'keyway' && spec.noun === 'end' && ['at', 'on', 'by', 'to'].includes(spec.prep ?? '')) {
    const far = spec.det === 'other' || spec.det === 'opposite' || spec.places.includes('bottom')
    relations.push({ kind: 'edge', edge: far ? 'bottom' : 'top', distance: '0' })
    return
  }
  const named = spec.places.find((place) => isFace(place)) as PartFace | undefined
  // Its legs are the sides of a channel: the left one is in front of what runs from left to right.
  const side = body.family === 'c-channel' && spec.noun === 'side' ? (LEG_OF[named ?? ''] ?? named) : named
  // `a 16 mm hole in one end` of a bar that is 8 thick: there on its top.
  const flat = spec.prep === 'in' && spec.noun === 'end' && isTooThin(binder, frame, form)
  const into = (!flat && ['from', 'in', 'into', 'through'].includes(spec.prep ?? '')) || isBoredAtEnd(spec, frame, form)
  // `from one end`, `from the other`: of what is turned, below and above; of a bar, its two ends.
  if (
    !side &&
    into &&
    (spec.noun === 'end' || ((spec.det === 'other' || spec.det === 'opposite') && (!spec.noun || spec.noun === 'face')))
  ) {
    const upright = form.outline.kind === 'circle' || isPost(form, binder.names.values)
    const far = spec.det === 'other' || spec.det === 'opposite'
    where.on = upright ? (far ? 'bottom' : 'top') : far ? 'left' : 'right'
    return
  }
  // `a spigot on one side, a spigot on the other` of a hexagon: it lies on its flat.
  if (!side && form.corners && frame.kind.key === 'pad' && ONE_OF_TWO.has(spec.det ?? '') && !isPair(spec.det)) {
    where.on = spec.det === 'other' || spec.det === 'opposite' ? 'bottom' : 'top'
    return
  }
  if (!side && spec.noun === 'side' && ['in', 'into', 'through', 'from', 'on'].includes(spec.prep ?? '')) {
    if (form.outline.kind === 'circle') frame.flags.set(goesAcross(spec, form) ? 'cross' : 'radial', frame.at)
    else where.on = 'front'
    return
  }
  // `on one long face`: of what stands up, its front.
  if (spec.noun === 'face' && spec.places.includes('long') && !side) {
    const size = form.size.map((one) => evaluate(one, binder.names.values))
    where.on = (size[2] ?? 0) > Math.max(size[0] ?? 0, size[1] ?? 0) ? 'front' : 'top'
    return
  }
  // `on top, on the left side`, and of a sheet that is thinner than the hole is wide: there on the top.
  const above = where.on === 'top' || isTooThin(binder, frame, form) || isOnSheet(binder, spec, form)
  if (side && above && spec.noun === 'side' && spec.prep !== 'from' && !FLAT_SIDES.has(side)) {
    frame.flags.set(`at-${side}`, frame.at)
    return
  }
  if (side && (isAtTop(binder, spec, frame, form) || isAlongTop(binder, spec, frame, form))) {
    frame.flags.set(side === 'top' ? 'at-back' : 'at-front', frame.at)
    return
  }
  if (
    side &&
    (spec.noun === 'face' ||
      ['top', 'bottom'].includes(side) ||
      ['from', 'into', 'through'].includes(spec.prep ?? '') ||
      spec.noun === 'side' ||
      // `20 deep in the left end` of what is thick
      (spec.noun === 'end' &&
        spec.prep === 'in' &&
        frame.kind.key === 'hole' &&
        frame.sizes.has('depth') &&
        isThick(binder, form)) ||
      (spec.noun === undefined &&
        (spec.prep === 'in' || (spec.prep === 'on' && isUpOrDown(frame))) &&
        frame.kind.key === 'hole' &&
        isThick(binder, form)) ||
      // What is hollow has walls: `on the front` is in that one.
      (form.through?.[side] !== undefined && !FLAT_SIDES.has(side)))
  ) {
    where.on = side
    return
  }
  if (spec.noun === 'rim' || (spec.noun === 'edge' && (spec.prep === 'around' || spec.prep === 'round')))
    frame.flags.set('around', frame.at)
  if (side) frame.flags.set(`at-${side}`, frame.at)
}

/** `M6 tapped hole 15 deep one end, M8 20 deep the other end`: what is round is bored from there. */
const isBoredAtEnd = ({ noun, prep }: Spec, { kind, sizes, flags }: Frame, { outline }: Form): boolean =>
  noun === 'end' &&
  [undefined, 'at', 'on'].includes(prep) &&
  kind.key === 'hole' &&
  outline.kind === 'circle' &&
  sizes.has('depth') &&
  !flags.has('radial')

/** `an M4 set screw at each end`: nobody said how far from it. */
function nearEachEnd(binder: Binder, { frame, form, id }: Omit<Placing, 'kind' | 'body'>): Relation[] {
  frame.flags.set(EACH_END, frame.at)
  const distance = binder.names.add(`${id}_inset`, {
    label: 'Centre to end',
    value: Math.round(evaluate(form.size[2], binder.names.values) * 2.5) / 10,
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: 'nobody said how far from the ends: a quarter of the length' },
  })
  return [
    { kind: 'line', along: 'y' },
    { kind: 'edge', edge: 'top', distance },
  ]
}

const isTooThin = (binder: Binder, { kind, sizes, designated }: Frame, form: Form): boolean => {
  const wide = sizes.get('diameter')?.quantity ?? designated.get('diameter')
  const thick = evaluate(form.size[2], binder.names.values)
  return kind.key === 'hole' && form.outline.kind === 'rectangle' && wide !== undefined && wide.value >= thick
}

/** `on the left side` of a plate is where on it, and not into its edge. */
const isOnSheet = (binder: Binder, { prep }: Spec, form: Form): boolean => {
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  return isSlab(form) && z * 4 <= Math.min(x, y) && ['on', 'at', 'to', undefined].includes(prep)
}

/** `six holes along the top edge` of a panel: beside that edge of its outline, which the words alone do not tell how far. */
function isAlongTop(binder: Binder, spec: Spec, { kind, places }: Frame, form: Form): boolean {
  const told = places.some(({ place }) => place.kind === 'from')
  const named = spec.noun === 'edge' && spec.prep === 'along' && FLAT_SIDES.has(spec.places.join())
  return named && !told && kind.key === 'hole' && isOnSheet(binder, { ...spec, prep: 'at' }, form)
}

/** `a 4 mm hole at the top` of a tag is near that edge; which edge that is, is not known of what was told lying. */
function isAtTop(binder: Binder, spec: Spec, { kind, places, sizes, at }: Frame, form: Form): boolean {
  const told = places.some(
    ({ place }) =>
      place.kind !== 'spec' && place.kind !== 'centre' && !(place.kind === 'from' && isItsEdge(place.specs)),
  )
  const named = spec.noun === undefined && spec.prep === 'at' && FLAT_SIDES.has(spec.places.join())
  if (!named || told || kind.key !== 'hole' || sizes.has('depth') || !isOnSheet(binder, spec, form)) return false
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  if (x > 1.4 * y)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Which edge is its ${spec.places.join()}?`,
      [at],
      ['near the right edge', 'near the back edge'],
    )
  return true
}

/** `5 mm from the edge`: from whichever was spoken of. */
const isItsEdge = (specs: readonly Spec[]): boolean =>
  specs.every(({ noun, places, many }) => noun === 'edge' && places.length === 0 && !many)

/** `on the front, 10 from the bottom`: only of a face that stands. */
const isUpOrDown = ({ places }: Frame): boolean =>
  places.some(
    ({ place }) =>
      place.kind === 'from' && place.specs.some((one) => one.places.some((side) => FLAT_SIDES.has(side as PartFace))),
  )

/** `a slot from front to back`, `left to right`: the way it runs, and no face that it is cut from. */
function runsAcross({ places }: Frame, spec: Spec): 'x' | 'y' | undefined {
  const at = places.findIndex(({ place }) => place.kind === 'spec' && place.spec === spec)
  const wayAt = (index: number) => {
    const said = places[index]
    const of = said?.place.kind === 'spec' && said.place.spec.places.length === 1 ? said.place.spec : undefined
    const side = of?.noun === undefined || of.noun === 'face' || of.noun === 'side' ? of?.places[0] : undefined
    return said && side && WAY[side] ? { side, way: WAY[side], prep: of?.prep, at: said.at } : undefined
  }
  const own = wayAt(at)
  return [wayAt(at - 1), wayAt(at + 1)].some((other) => {
    if (!own || !other || other.way !== own.way || other.side === own.side) return false
    const [first, second] = own.at[0] < other.at[0] ? [own, other] : [other, own]
    return second.at[0] - first.at[1] <= ' to the '.length && (first.prep === 'from' || second.prep === 'to')
  })
    ? own?.way
    : undefined
}
const ONE_OF_TWO: ReadonlySet<string> = new Set(['one', 'other', 'opposite'])
const RUNS: ReadonlySet<string> = new Set(['slot', 'channel', 'groove', 'notch', 'step', 'dovetail', 't-slot'])
const WAY: Readonly<Record<string, 'x' | 'y'>> = { left: 'x', right: 'x', front: 'y', back: 'y' }

const LEG_OF: Readonly<Record<string, PartFace>> = { left: 'front', right: 'back' }

/** `a hole in the front`: what is thick has faces rather than edges. */
export function isThick({ names: { values } }: Binder, { outline, size, faces, through }: Form): boolean {
  const [x = 0, y = 0, z = 0] = size.map((one) => evaluate(one, values))
  return outline.kind === 'rectangle' && faces === undefined && through === undefined && z * 2 > Math.min(x, y)
}

/** `through both sides`, and through the side of what is solid: out again on the other. */
const goesAcross = ({ det, prep }: Spec, { outline, walls }: Form): boolean =>
  det === 'both' ||
  det === 'each' ||
  (prep === 'through' && outline.kind === 'circle' && outline.bore === undefined && !walls)

/** `three holes along each long edge`, `two at each end`: a row on both sides, set in from them by what is said of the edges. */
function rowsOf(binder: Binder, where: Where, spec: Spec, frame: Frame, form: Form): boolean {
  const { count } = frame
  const side =
    spec.places.find((one) => one === 'long' || one === 'short') ?? (spec.noun === 'end' ? 'short' : undefined)
  const each = ['each', 'every', 'either'].includes(spec.det ?? '')
  // `six holes along the long sides`: all of them.
  const both = spec.det === 'both' || (spec.many && spec.prep === 'along' && (!spec.det || spec.det === 'the'))
  // `two slots, one at each end` are counted already.
  if (frame.share?.spread && spec.noun === 'end') return false
  if (!side || !count || (count.value < 2 && !frame.share) || !(each || both) || spec.prep === 'from') return false
  if (form.outline.kind !== 'rectangle' || (both && count.value % 2 === 1)) return false
  const size = form.size.map((one) => evaluate(one, binder.names.values))
  if (where.on !== undefined && where.on !== 'top' && where.on !== 'bottom') return false
  const lies = (size[0] ?? 0) >= (size[1] ?? 0)
  const per = binder.names.said(`${frame.kind.key}_row`, 'In a row', count, 'count', each ? 1 : 0.5)
  const alongX = lies === (side === 'long')
  where.relations.push(alongX ? { kind: 'grid', columns: per, rows: '2' } : { kind: 'grid', columns: '2', rows: per })
  where.along = alongX ? 'x' : 'y'
  delete frame.count
  return true
}

const FLAT_SIDES: ReadonlySet<string> = new Set(['top', 'bottom'])
