import type { PartFeature, Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Placing } from './where.ts'
import { evaluate, half, minus, plus } from '../formula.ts'
import { faceOf, locate, OPPOSITE } from '../locate.ts'
import type { SaidPlace } from '../read/atoms.ts'
import { MIDDLE } from '../read/beside.ts'
import type { Frame } from '../read/frame.ts'

type Beside = SaidPlace & { kind: 'beside' }

/**
 * `18 mm to the right of the bore`, `below the window`: from the middle of what was made before, or from its edge where the
 * middle would leave no room, or where the edge was said. Two ways are two places.
 */
export function besideOf(binder: Binder, where: Where, place: Beside, on: Placing): void {
  const { frame, id, form } = on
  // `one to the left of the bore and one to the right of it`: of the bore.
  const led = besideAgain(frame)
  const across = led && OPPOSITE[led.directions[0] ?? ''] === place.directions[0]
  const [only, ...more] = place.directions
  // `30 mm left of the centre and 20 mm above it`: of the centre again.
  if (place.ofText === 'it' && only && more.length === 0 && place.distance && isOffCentre(frame)) {
    const distance = binder.names.said(`${id}_offset_${only}`, 'From the centre', place.distance)
    where.relations.push({ kind: 'offset', direction: only as 'left', distance })
    return
  }
  const anchor = place.ofText === MIDDLE ? CENTRE : anchorOf(binder, across && place.ofText === 'it' ? led : place, on)
  const refuse = (text: string, choices: string[] = []) =>
    binder.refuse('AGENT_NEEDS_ANSWER', text, [frame.at], choices)
  // `three holes, evenly spaced around it`: round the part.
  if (!anchor && place.directions.length === 0) return
  if (!anchor) return refuse(`Beside what should the ${frame.noun} be? There is no ${place.ofText} to count from.`)
  const face = faceOf(form, anchor.at.on ?? 'top')
  if (where.on && where.on !== face.face)
    return refuse(`The ${frame.noun} and the ${anchor.label} are on different faces. From where is it counted?`)
  const spot = locate(anchor.at, { face, count: anchor.sizes['count'], values: binder.names.values }).single
  if (!spot) return refuse(`There are several of the ${anchor.label}. From which one is the ${frame.noun} counted?`)
  if (anchor.at.on) where.on = anchor.at.on
  const { relations } = where
  const [u, v] = spot
  const move = (direction: 'left' | 'right' | 'front' | 'back', distance: string) => {
    if (distance !== '0') relations.push({ kind: 'offset', direction, distance })
  }
  const [first, second] = place.directions
  if (!first) {
    move('right', u)
    move('back', v)
    return
  }
  const upright = first === 'front' || first === 'back'
  const reach = reachOf(anchor, upright)
  const said = place.distance && binder.names.said(`${id}_beside`, `From the ${anchor.label}`, place.distance)
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const own = reachOf({ kind: frame.kind.key, sizes: ownSizes(binder, id), at: where }, upright)
  const clears = said !== undefined && value(said) > value(reach) + value(own)
  const straight = anchor.kind !== 'hole' && clears && place.to === undefined
  if (straight)
    return refuse(`Is that ${value(said)} mm from the edge of the ${anchor.label} or from its middle?`, [
      `from the edge of the ${anchor.label}`,
      `from the centre of the ${anchor.label}`,
    ])
  const edged = place.to === 'edge' || (place.to === undefined && !clears)
  // `holes left and right of it, 60.3 mm centre to centre`
  const apart = second !== undefined && said === undefined && frame.places.some(isStep)
  const far =
    said !== undefined ? (edged ? plus(reach, said) : said) : apart ? '0' : midway(binder, on, spot, reach, first)
  const ahead = first === 'right' || first === 'back'
  // `four holes, two on either side of it`: how the two lie is not said.
  if (second && frame.share && !frame.share.spread && (frame.count?.value ?? 1) > 1)
    return refuse(`How do the ${frame.count?.value} on each side lie?`)
  if (!upright || second) move('back', v)
  if (upright || second) move('right', u)
  if (!second) {
    const from = upright ? v : u
    move(first as 'right', ahead ? plus(from, far) : minus(far, from))
  } else {
    const line = relations.find((one) => one.kind === 'line')
    if (apart && line?.kind === 'line') line.along = upright ? 'y' : 'x'
    else relations.push({ kind: 'line', along: upright ? 'y' : 'x', ...(apart ? {} : { spacing: `2 * (${far})` }) })
    // `one 8 mm hole on both sides of it`
    if (frame.count?.value === 1) frame.count.used = 'count'
    if ((frame.count?.value ?? 1) === 1) frame.count = { value: 2, at: frame.at }
  }
}

const isStep = ({ place }: Frame['places'][number]): boolean =>
  place.kind === 'spacing' && place.x !== undefined && place.y === undefined
/** What was counted from the centre before. */
const isOffCentre = ({ places }: Frame): boolean => places.some(({ place }) => place.kind === 'offset')
/** The centre of the face, as what something stands beside. */
const CENTRE: PartFeature = {
  id: '',
  label: MIDDLE,
  kind: 'hole',
  sizes: {},
  flags: [],
  at: { relations: [{ kind: 'centre' }] },
  parts: [],
}

/** `… 18 mm to the right of the bore and another 18 mm to the left`: of what the one before was counted from. */
export function besideAgain(frame: Frame): Beside | undefined {
  const { parent } = frame
  const before = parent?.children[parent.children.indexOf(frame) - 1]
  const led = before?.places.find(({ place }) => place.kind === 'beside')?.place
  return led?.kind === 'beside' ? led : undefined
}

/** What was named, or for `it` the last opening that was made. */
function anchorOf(binder: Binder, { of, ofText, ofSize }: Beside, { body }: Placing): PartFeature | undefined {
  const openings = body.features.filter(({ kind }) => ROOM.has(kind))
  if (ofText === 'it') return standing(openings.at(-1), body.features)
  // `the 30 mm hole`
  const wide = ({ sizes }: PartFeature) =>
    Object.values(sizes).some((size) => evaluate(size, binder.names.values) === ofSize?.value)
  if (ofSize) ofSize.used = 'same'
  const same = openings.filter((one) => of.includes(one.kind) && (!ofSize || wide(one)))
  return same.findLast(({ label }) => sameWord(label, ofText)) ?? same.at(-1)
}
/** A hole in a post is where the post is. */
function standing(one: PartFeature | undefined, features: readonly PartFeature[]): PartFeature | undefined {
  const base = one?.at.upon === undefined ? undefined : features.find(({ id }) => id === one.at.upon)
  return base ? standing(base, features) : one
}
const sameWord = (a: string, b: string): boolean => a.split(' ').at(-1) === b.split(' ').at(-1)
const ROOM: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout', 'pad'])

/** Half of how far it goes, sideways or up the face. */
function reachOf({ kind, sizes, at }: Pick<PartFeature, 'kind' | 'sizes' | 'at'>, upright: boolean): string {
  const { diameter, length, width, centres } = sizes
  if (diameter) return half(diameter)
  const lies = at.along === 'y' || at.along === 'z'
  const long = length ?? (kind === 'slot' && centres && width ? plus(centres, width) : width)
  const across = lies === upright ? long : width
  return half(across ?? '0')
}

function ownSizes({ names }: Binder, id: string): Record<string, string> {
  const known = ['diameter', 'length', 'width'].filter((slot) => names.values[`${id}_${slot}`] !== undefined)
  return Object.fromEntries(known.map((slot) => [slot, `${id}_${slot}`]))
}

/** `two holes below the window`: nobody said how far, so midway between it and the edge there. */
function midway(
  binder: Binder,
  { id, form, frame }: Placing,
  [u, v]: readonly [string, string],
  reach: string,
  way: string,
): string {
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const upright = way === 'front' || way === 'back'
  const face = faceOf(form, 'top')
  const room = value(half(upright ? face.v : face.u))
  const from = value(upright ? v : u)
  const edge = way === 'right' || way === 'back' ? room - from : room + from
  return binder.names.add(`${id}_beside`, {
    label: `From the middle`,
    value: Math.round((edge + value(reach)) * 5) / 10,
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: `nobody said how far from it the ${frame.noun} is: midway to the edge` },
  })
}
