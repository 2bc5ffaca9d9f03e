import type { PartBody, PartFace, Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import { isAtEachEnd, isAtOneEnd, isOther } from './both-ends.ts'
import { isFace, isPost } from './axis.ts'
import { axialEnd } from '../axial-side.ts'
import { facesOf } from './faces.ts'
import { isThick } from './spec.ts'
import type { Placing } from './where.ts'
import { evaluate, half, minus, plus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { FACES, faceOf, OPPOSITE } from '../locate.ts'
import { familyOf } from '../registry.ts'
import type { Quantity, SaidPlace, Spec } from '../read/atoms.ts'
import { FLOOR, UNSAID, UP } from '../read/places.ts'
import { goesAround } from '../features/band.ts'
import { EACH_END, isRadial } from '../radial.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'
import { isEach, isPair } from '../read/determiners.ts'

/** `8 mm from the left edge`, `37.5 mm from the centre`, `at 10, 50 and 90 mm from the left end`. */
export function fromOf(binder: Binder, where: Where, place: SaidPlace & { kind: 'from' }, on: Placing): void {
  const { frame, id, form } = on
  const { relations } = where
  const dimension = (suffix: string, label: string, quantity: Quantity) =>
    binder.names.said(`${id}_${suffix}`, label, quantity)
  const centred = place.specs.find(({ noun }) => noun === 'centre' || noun === 'centreline')
  if (centred) {
    const radius = dimension('radius', 'Distance from the centre', place.distance)
    if (centred.places.includes('x')) relations.push({ kind: 'offset', direction: 'back', distance: radius })
    else if (centred.places.includes('y') || centred.noun === 'centreline')
      relations.push({
        kind: 'offset',
        direction: centred.places.includes('y') ? 'right' : 'back',
        distance: radius,
      })
    else relations.push({ kind: 'circle', diameter: `2 * ${radius}` })
    return
  }
  if (place.more) {
    listOf(binder, where, place.specs[0], [place.distance, ...place.more], on)
    return
  }
  const distance = dimension('inset', 'Centre to edge', place.distance)
  // Each leg begins a row at its own end.
  const unlike = form.legs !== undefined && frame.targets.length > 0
  if (
    place.first &&
    !unlike &&
    form.outline.kind === 'rectangle' &&
    place.specs.every(({ places }) => !places.some(isFace))
  ) {
    const long = evaluate(form.size[0], binder.names.values) >= evaluate(form.size[1], binder.names.values)
    relations.push({ kind: 'edge', edge: long ? 'left' : 'front', distance })
    return
  }
  // `a hole 20 mm from either end` is two.
  const [end] = place.specs
  if (end && (end.det === 'that' || end.det === 'this') && end.places.length === 0) {
    const before = frame.places.findLast(
      ({ place: one }) => one.kind === 'spec' && ['edge', 'side', 'end'].includes(one.spec.noun ?? ''),
    )
    // `one 25 mm from the left edge and one 75 mm from it`: from the edge of the one before.
    const siblings = frame.parent?.children ?? []
    const led = siblings[siblings.indexOf(frame) - 1]?.places.find(({ place: one }) => one.kind === 'from')
    if (before?.place.kind === 'spec') Object.assign(end, before.place.spec)
    else if (led?.place.kind === 'from') Object.assign(end, led.place.specs[0])
  }
  // `on the left, 10 mm from the edge`: from that one.
  // `15 mm in` of what is at one end is from that end.
  const inwards = end?.det === 'all' && !end.many && end.noun === 'edge'
  const told = frame.places.find(({ place: one }) => isAtOneEnd(one))?.place
  if (end && inwards && told?.kind === 'spec') Object.assign(end, { noun: 'end', det: told.spec.det })
  else if (end) itsEdge(binder, end, where, on)
  const isThere = end?.places.length === 0 && (inwards || (end.det === 'the' && (!end.many || end.noun === 'end')))
  if (end?.noun && EDGES.has(end.noun) && isThere && isLevel(where)) {
    const sides = frame.places.flatMap(({ place: one }) =>
      one.kind === 'spec' && one.spec.prep !== 'from' && (!one.spec.noun || EDGES.has(one.spec.noun))
        ? one.spec.places.filter((side) => LEVEL.has(side))
        : [],
    )
    if (sides.length === 1) end.places = sides
  }
  if (end && onePerEnd(binder, end, distance, on)) frame.flags.set('both-ends', frame.at)
  // `a groove 5 mm from each end` of what is turned, too.
  if (goesAround(on.kind) && form.outline.kind === 'circle' && isPair(end?.det)) frame.flags.set('both-ends', frame.at)
  // `two holes 10 mm from the top edge and 15 mm from the sides`: those that the row runs between.
  if (end && isBetween(end, frame) && form.outline.kind === 'rectangle') {
    const led = frame.places.map(({ place: one }) => (one === place ? undefined : levelOf(one))).find((one) => one)
    // `two holes 10 mm from the long sides`: one at each of them.
    const sole = frame.places.length === 1 && frame.count?.value === 2
    const [x, y] = form.size.map((size) => evaluate(size, binder.names.values))
    const lies = (x ?? 0) >= (y ?? 0)
    const opposite = lies === end.places.includes('long') ? LEVEL_ACROSS['left'] : LEVEL_ACROSS['front']
    if (led) end.places = LEVEL_ACROSS[led] ?? []
    else if (sole && end.places.length > 0) end.places = opposite ?? []
  }
  // `… and one 12 mm from the other`: from the other one of what the one before is counted from.
  if (end && isOther(end) && !end.noun && end.places.length === 0) otherThan(end, frame)
  for (const spec of place.specs) {
    // `a hole 12 mm from the bottom left corner` is in that one, as far from both of its edges.
    const one = spec.places.filter(isFace).length === 2 && (frame.count?.value ?? (frame.plural ? 2 : 1)) === 1
    if (spec.noun === 'corner' && !one) relations.push({ kind: 'corners' })
    if (spec.noun === 'inside') {
      relations.push({ kind: 'edge', edge: 'all', distance })
      continue
    }
    const room = roomAround(spec, where, on)
    if (room !== undefined) {
      relations.push({ kind: 'edge', edge: 'all', distance: `(${plus(distance, room)})` })
      continue
    }
    // From the outer faces of what has walls; places on its floor are counted from inside.
    if (spec.noun === 'rind') {
      relations.push({ kind: 'edge', edge: 'all', distance: `(${minus(distance, on.body.sizes['wall'] ?? '0')})` })
      continue
    }
    // From where the legs meet outside, or from the face of the other leg; the arms of a flat one are as thick as they are wide.
    if (spec.noun === 'heel' || spec.noun === 'foot') {
      const thick = on.body.sizes['arm'] ?? on.body.sizes['thickness'] ?? '0'
      const heel = spec.noun === 'heel' ? `(${minus(distance, thick)})` : distance
      relations.push({ kind: 'edge', edge: 'heel', distance: heel })
      continue
    }
    // How far from the end of what is round: a hole across it.
    acrossIt(binder, spec, evaluate(distance, binder.names.values), where, on)
    // `one 7.5 mm from each end`: two, along the axis.
    if (isRadial(frame) && spec.noun === 'end' && isPair(spec.det)) {
      frame.flags.set(EACH_END, frame.at)
      relations.push({ kind: 'line', along: 'y' }, { kind: 'edge', edge: 'top', distance })
      continue
    }
    // Up from the floor of what is hollow, which is as thick as that.
    const floor = spec.flags.includes(FLOOR) ? on.body.sizes['floor'] : undefined
    if (floor !== undefined) {
      relations.push({ kind: 'edge', edge: 'bottom', distance: `(${plus(distance, floor)})` })
      continue
    }
    // `a bore through the block 30 mm above the bottom`: across it, the short way.
    if (spec.flags.includes(UP) && isAcross(binder, where, on)) {
      const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
      where.on = x >= y ? 'front' : 'right'
    }
    for (const edge of edgesOf(spec, where, on, binder.names.values, where.on ?? legFace(binder, frame, on.body, form)))
      relations.push({ kind: 'edge', edge, distance })
  }
}

/** `at one end, 8 mm from the edge`, `at each end, 6 mm from the edge`: from that end; of one hole and no word of where, from a short one. */
function itsEdge({ notes }: Binder, end: Spec, where: Where, { frame, kind, form }: Placing): void {
  if (end.noun !== 'edge' || end.det !== 'the' || end.many || end.places.length > 0 || !isLevel(where)) return
  const others = frame.places.filter(({ place }) => place.kind !== 'from')
  const told = others.find(({ place }) => isAtOneEnd(place) || isAtEachEnd(place))?.place
  if (told?.kind === 'spec') Object.assign(end, { noun: 'end', det: told.spec.det })
  const lone = kind.key === 'hole' && !frame.plural && (frame.count?.value ?? 1) === 1
  const [x, y] = form.size
  if (told || !lone || frame.places.length > 1 || form.outline.kind !== 'rectangle' || x === y) return
  if (form.through || form.legs || form.faces?.left || frame.targets.length > 0) return
  Object.assign(end, { noun: 'end', det: 'one' })
  notes.push(`The ${frame.noun} is in the middle of a short side, as nobody said which edge it is from.`)
}

/** `case for an 85 x 56 board with a 2 mm gap, standoffs 3.5 mm from the edges`: of the board, whose holes they are for. */
function roomAround(spec: Spec, where: Where, { body, frame, kind }: Placing): string | undefined {
  const board = body.parts.find((one) => one.kind === 'content')
  const stands = kind.key === 'pad' || (kind.key === 'hole' && frame.targets.length === 0)
  const edges = spec.noun === 'edge' || spec.noun === 'side' || spec.noun === 'corner'
  return stands && edges && spec.places.length === 0 && isLevel(where) ? board?.sizes['room'] : undefined
}

/** A hole that nothing else puts on a face, in what has sides to go in at. */
const isAcross = (binder: Binder, where: Where, { frame, kind, form, body: { family } }: Placing): boolean =>
  kind.key === 'hole' &&
  !where.on &&
  frame.targets.every(({ keys }) => keys.includes(family)) &&
  !isRadial(frame) &&
  isThick(binder, form)

/** `a hole 15 mm from each end`, `one hole 10 mm from each long edge`: two, unless one is as far from both. */
function onePerEnd(binder: Binder, end: Spec, distance: string, { frame, kind, form }: Placing): boolean {
  const { count, plural: several } = frame
  const side = end.noun === 'end' ? 'short' : EDGES.has(end.noun ?? '') ? end.places.join() : ''
  // `both` of one are the two edges that it lies between.
  const each = count ? ['each', 'every'].includes(end.det ?? '') : isPair(end.det)
  if (!['short', 'long'].includes(side) || !each || several || (count?.value ?? 1) > 1) return false
  if (kind.key !== 'hole' || form.outline.kind !== 'rectangle') return false
  const { values } = binder.names
  const sizes = form.size.slice(0, 2).map((one) => evaluate(one, values))
  const between = side === 'short' ? Math.max(...sizes) : Math.min(...sizes)
  return Math.abs(between - 2 * evaluate(distance, values)) > 0.01
}

const isBetween = (end: Spec, { count, plural: several }: Frame): boolean =>
  (count?.value ?? (several ? 2 : 1)) > 1 &&
  // `10 mm from the right end and 12 mm from the long sides`
  (end.places.length === 0 ? end.noun === 'side' : end.places.every((one) => one === 'long' || one === 'short')) &&
  !isOther(end) &&
  (end.many === true || isPair(end?.det))

/** The one side that a distance is from, seen from above. */
function levelOf(place: SaidPlace): string | undefined {
  if (place.kind !== 'from' || place.specs.length > 1) return undefined
  const [side, ...others] = place.specs[0]?.places.filter((one) => Object.hasOwn(LEVEL_ACROSS, one)) ?? []
  return others.length === 0 ? side : undefined
}
const LEVEL_ACROSS: Readonly<Record<string, string[]>> = {
  top: ['left', 'right'],
  bottom: ['left', 'right'],
  front: ['left', 'right'],
  back: ['left', 'right'],
  left: ['front', 'back'],
  right: ['front', 'back'],
}

function otherThan(end: Spec, frame: Frame): void {
  const siblings = frame.parent?.children ?? []
  const led = siblings
    .slice(0, siblings.indexOf(frame))
    .flatMap(({ places }) => places.flatMap(({ place }) => (place.kind === 'from' ? [place.specs[0]] : [])))
    .at(-1)
  if (!led) return
  end.noun = led.noun ?? 'edge'
  end.places = led.places.map((one) => (isFace(one) ? (OPPOSITE[one] ?? one) : one))
}

function acrossIt(binder: Binder, spec: Spec, far: number, where: Where, { frame, form, kind }: Placing): void {
  if (where.on || kind.key !== 'hole' || isRadial(frame)) return
  if (spec.noun === 'end' && isPost(form, binder.names.values)) frame.flags.set('cross', frame.at)
  if (form.outline.kind !== 'circle') return
  if (spec.noun === 'end' || endsAt(spec, form, [far, binder])) frame.flags.set('cross', frame.at)
}

/** `35 from the top` of what stands higher than that, and is no disc: along its axis. */
function endsAt({ places }: Spec, { size }: Form, [distance, { names }]: [number, Binder]): boolean {
  const [x = 0, , z = 0] = size.map((one) => evaluate(one, names.values))
  return places.some((side) => side === 'top' || side === 'bottom') && distance < z && z >= x / 2
}

const EDGES: ReadonlySet<string> = new Set(['edge', 'side', 'end'])
const LEVEL: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])
const isLevel = ({ on }: Where): boolean => on === undefined || on === 'top' || on === 'bottom'

function edgesOf(
  spec: Spec,
  where: Where,
  { form, kind, body, frame: { count, plural, flags, places } }: Placing,
  values: Record<string, number>,
  on = where.on,
): ('left' | 'right' | 'front' | 'back' | 'top' | 'bottom' | 'short' | 'long' | 'end' | 'all' | 'rim' | 'other')[] {
  const many = (count?.value ?? (plural ? 2 : 1)) > 1
  const sideways = flags.has('cross') || flags.has('radial')
  // Across what is round, the top and the bottom are its ends.
  const flat = !sideways && (on === undefined || on === 'top' || on === 'bottom')
  const seen = (side: string) => (flat && side === 'top' ? 'back' : flat && side === 'bottom' ? 'front' : side)
  // `10 mm from the left end` of a shaft that stands: in its side there is no left.
  const upright = (sideways || kind.slots['stage'] !== undefined) && form.outline.kind === 'circle'
  const named = spec.places
    .filter((place) => isFace(place))
    .map((side) => (upright ? axialEnd(side) : (seen(side) as 'left')))
  if (named.length > 0) return named
  if (form.outline.kind === 'circle' && (where.on ?? 'top') !== 'front' && !upright) return ['rim']
  if (spec.places.includes('short')) return [spec.det === 'other' || spec.det === 'opposite' ? 'other' : 'short']
  if (spec.places.includes('long')) return ['long']
  // `a slot at the other end, 15 mm from the end`
  const far = [
    spec,
    ...places.flatMap(({ place }) => (place.kind === 'spec' && place.spec.noun === 'end' ? [place.spec] : [])),
  ].some(isOther)
  const before = spec.noun === 'end' && !many ? endBefore(body, form, values, far) : undefined
  if (before) return [before]
  if (spec.noun === 'end' || kind.slots['stage']) return [far ? 'other' : 'end']
  if (many || isEach(spec.det) || isPair(spec.det) || spec.noun === 'corner') return ['all']
  return ['all']
}

/** `at 10, 50 and 90 mm from the left end`: so many places in a row, counted from there. */
function listOf(
  binder: Binder,
  where: Where,
  spec: Spec | undefined,
  distances: readonly Quantity[],
  on: Placing,
): void {
  const { frame, id, form, kind } = on
  const long = evaluate(form.size[0], binder.names.values) >= evaluate(form.size[1], binder.names.values)
  const unsaid = spec?.flags.includes(UNSAID)
  for (const distance of unsaid ? distances : []) distance.used = 'place'
  if (unsaid && (form.legs !== undefined || form.faces?.left !== undefined)) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `From where are the places of the ${plural(frame.noun)} counted?`,
      [frame.at],
      ['from the end', 'from the corner'],
    )
    return
  }
  if (unsaid)
    binder.notes.push(`The places of the ${plural(frame.noun)} are counted from one end, as nobody said from which.`)
  const { count } = frame
  if (count && count.value !== distances.length)
    binder.refuse(
      'AGENT_CONTRADICTION',
      `${count.value} ${plural(frame.noun)} and ${distances.length} places were said.`,
      [count.at],
    )
  if (spec?.noun === 'heel' || spec?.noun === 'foot') return fromHeel(binder, where, spec.noun, distances, on)
  if (spec) acrossIt(binder, spec, Math.max(...distances.map(({ value }) => value)), where, on)
  const named = spec?.places.find(isFace)
  const axial = form.outline.kind === 'circle' && (kind.slots['stage'] !== undefined || isRadial(frame))
  // `at 30, 102 and 210 from the top` of a plate 240 x 45: its top is an end of its length.
  const farthest = Math.max(...distances.map(({ value }) => value))
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const turned = (named === 'top' || named === 'bottom') && isLevel(where) && farthest > y && farthest < x
  const told = turned ? (named === 'top' ? 'left' : 'right') : named
  const side = axial ? axialEnd(told ?? 'left') : (told ?? (long ? 'left' : 'front'))
  const across = side === 'left' || side === 'right'
  const size = form.size[axial ? 2 : across ? 0 : 1]
  const away = side === 'right' || side === 'back' || side === 'top'
  // What goes round it has a width, and is so far from that end with its near side.
  const round = axial && kind.slots['stage'] !== undefined
  where.relations.push({
    kind: 'points',
    from: round ? (away ? 'top' : 'bottom') : 'centre',
    at: distances.map((distance): [string, string] => {
      const name = binder.names.said(`${id}_place`, `From the ${side}`, distance)
      if (round) return ['0', name]
      const at = away ? `${size} / 2 - ${name}` : `${name} - ${size} / 2`
      return across ? [at, '0'] : ['0', at]
    }),
  })
}

/** The upright face that `in each arm`, `in each end` of a box speaks of. */
function legFace(binder: Binder, frame: Frame, body: PartBody, form: Form): PartFace | undefined {
  const family = familyOf(body.family)
  const led = frame.targets.length > 0 || frame.flags.has('both-ends')
  return family && led ? facesOf(frame, family, form, binder.names.values)[0] : undefined
}

/** `20 and 100 mm from the heel`: along the leg they are in. */
function fromHeel(
  binder: Binder,
  where: Where,
  from: 'heel' | 'foot',
  distances: readonly Quantity[],
  { frame, id, form, body }: { frame: Frame; id: string; form: Form; body: PartBody },
): void {
  const family = familyOf(body.family)
  const [on = 'top'] = family ? facesOf(frame, family, form, binder.names.values) : []
  const face = faceOf(form, on)
  const lies = FACES[on].normal === 'z'
  where.relations.push({
    kind: 'points',
    from: 'centre',
    at: distances.map((distance): [string, string] => {
      const name = binder.names.said(`${id}_place`, `From the ${from}`, distance)
      const reach = from === 'heel' ? minus(name, body.sizes['thickness'] ?? '0') : name
      const at = minus(reach, half(lies ? face.u : face.v))
      return lies ? [at, '0'] : ['0', at]
    }),
  })
}

/** `a slot in one end, a pin hole 12 mm from the end`: the end that something was made in before, or the other one. */
export function endBefore(
  { features }: PartBody,
  form: Form,
  values: Record<string, number>,
  other: boolean,
): 'left' | 'right' | 'top' | 'bottom' | undefined {
  // Of what has legs or walls, those faces are no ends.
  if (form.outline.kind !== 'rectangle' || form.faces || form.through) return undefined
  const ends = isPost(form, values) ? (['top', 'bottom'] as const) : (['right', 'left'] as const)
  for (const { at, flags } of features.toReversed()) {
    const there = ends.filter((end) => at.on === end || flags.includes(`at-${end}`))
    const [end, ...both] = there
    if (end) return both.length > 0 ? undefined : other ? ends.find((one) => one !== end) : end
  }
  return undefined
}
