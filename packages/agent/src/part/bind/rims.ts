import type { PartBody, PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { isBored, isInMiddle, namesMiddle } from '../middle-hole.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { isEach, isEvery, isPair } from '../read/determiners.ts'

/**
 * `1 mm chamfer on each hole`, `on both slot rims`: what is done to the rim of an opening is a size of that opening, and never of
 * the edges of the part. True, where it was so.
 */
export function onRims(binder: Binder, frame: Frame, body: PartBody): boolean {
  const keys = [
    ...frame.targets.flatMap((one) => one.keys),
    ...frame.places.flatMap(({ place }) => (place.kind === 'spec' ? (place.spec.of ?? []) : [])),
  ]
  const called = [...frame.targets.map(({ text }) => text), ...specs(frame).map(({ ofText = '' }) => ofText)]
  const middle = called.some(namesMiddle)
  // The rims of the bore of a ring are edges of the ring.
  if (middle && isBored(body)) return false
  // `four holes with a 2 mm chamfer on the top outer edge`: a hole has no outer edge.
  if (specs(frame).some(({ flags, ofText }) => flags.includes('outer') && ofText === undefined)) return false
  const named = body.features.filter(({ kind }) => OPENINGS.has(kind) && keys.includes(kind))
  const inside = middle ? named.filter(isInMiddle) : []
  const hosts = inside.length > 0 ? inside : named
  const [last] = hosts.slice(-1)
  if (!last) return false
  const size = frame.sizes.get('size')?.quantity
  if (frame.kind.key !== 'chamfer' || frame.sizes.has('second')) {
    binder.refuse(
      'AGENT_UNSUPPORTED',
      `The rim of the ${last.label} cannot be rounded here; it can be chamfered at 45°.`,
      [frame.at],
      ['a 1 mm chamfer on its rim'],
    )
    return true
  }
  if (!size) {
    binder.refuse('AGENT_NEEDS_ANSWER', 'How large should the chamfer of the rim be?', [frame.at], ['0.5 mm', '1 mm'])
    return true
  }
  const every =
    frame.targets.some(({ det }) => isEach(det)) || specs(frame).some(({ det, many }) => isEach(det) || many)
  const chosen = every ? hosts.filter(({ kind }) => kind === last.kind) : [last]
  for (const angle of frame.sizes.has('angle') ? [frame.sizes.get('angle')?.quantity] : [])
    if (angle) angle.used = 'angle'
  chamferRims(binder, chosen, size, () => sidesOf(frame))
  return true
}

/** Each of these openings gets a chamfer of that size, on the sides that are told of it. */
export function chamferRims(
  binder: Binder,
  chosen: readonly PartFeature[],
  size: Quantity,
  sides: () => string[],
): void {
  const [first] = chosen
  const name = binder.names.said(`${first?.id}_rim`, 'Chamfer of the rim', size)
  for (const host of chosen) {
    host.sizes['rim'] = name
    // What does not go through has one rim.
    const told = host.sizes['depth'] === undefined ? sides() : ['rim-top']
    host.flags = [...host.flags.filter((flag) => !flag.startsWith('rim-')), ...told]
  }
  if (chosen.some(({ flags }) => !flags.includes('rim-bottom')))
    binder.notes.push(`The rim is chamfered on the side that the ${first?.label} goes in at.`)
}

/** Above, unless words say another side, or both. */
function sidesOf(frame: Frame): string[] {
  const said = specs(frame)
  const two = said.some(
    ({ det, count, many, places }) =>
      isPair(det) || isEvery(det) || count === 2 || many || (places.includes('top') && places.includes('bottom')),
  )
  if (two || frame.flags.has('both-ends')) return ['rim-top', 'rim-bottom']
  return said.some(({ places }) => places.includes('bottom')) ? ['rim-bottom'] : ['rim-top']
}
const specs = ({ places }: Frame) => places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))

const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout'])
