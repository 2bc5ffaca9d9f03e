import type { PartBody, Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import { sideFaces } from './faces.ts'
import { isSlab, sidesOf } from './sides.ts'
import { evaluate, half, minus } from '../formula.ts'
import type { Side } from '../features/sides.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'

/** `in the middle of each side, 12 mm from the edge`: half way along an edge, and so far in from it. */
export function middlesOf(
  binder: Binder,
  frame: Frame,
  where: Where,
  on: { id: string; kind: FeatureKind; body: PartBody; form: Form },
): boolean {
  const { form, kind, id } = on
  const { places, count } = frame
  if (kind.manner !== 'spot' || !isSlab(form) || !places.some(({ place }) => place.kind === 'centre' && !place.across))
    return false
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const said = places.flatMap(({ place }) => (place.kind === 'from' ? [place] : []))
  // What is thick has faces rather than edges, unless a distance from them is said.
  if (said.length === 0 && (z * 2 > Math.min(x, y) || sideFaces(frame, form, binder.names.values))) return false
  const specs = places.flatMap(({ place }) =>
    place.kind === 'spec' && (place.spec.noun === 'edge' || place.spec.noun === 'side') && place.spec.prep !== 'from'
      ? [place.spec]
      : [],
  )
  const sides = [...new Set(specs.flatMap((spec) => sidesOf(spec, frame, [x, y])))]
  const [first, ...others] = said
  if (sides.length === 0 || others.length > 0) return false
  if (count && count.value !== sides.length && count.value !== 1) return false
  const distance = first
    ? binder.names.said(`${id}_inset`, 'Centre to edge', first.distance)
    : assumed(binder, id, Math.min(x, y))
  where.relations = [
    {
      kind: 'points',
      from: 'centre',
      at: sides.map((side) => pointAt(side, distance, form)),
    },
  ]
  if (count) count.used = 'count'
  delete frame.count
  return true
}

function pointAt(side: Side, distance: string, { size }: Form): [string, string] {
  const [x, y] = size
  if (side === 'right') return [minus(half(x), distance), '0']
  if (side === 'left') return [minus(distance, half(x)), '0']
  return side === 'back' ? ['0', minus(half(y), distance)] : ['0', minus(distance, half(y))]
}

const assumed = (binder: Binder, id: string, least: number): string =>
  binder.names.add(`${id}_inset`, {
    label: 'Centre to edge',
    value: Math.max(2, Math.round(least / 10)),
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: 'no distance from the edge was said' },
  })
