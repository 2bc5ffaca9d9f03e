import type { Frame } from '../read/frame.ts'
import { isPair } from '../read/determiners.ts'

/** Where a piece of a body stands, for families that look at it: `at each end`, `along the back edge`, `lengthwise`. */
export function flagPlaces({ kind, places, flags, at, plural, count }: Frame): void {
  if (!kind.flags?.split(/[\s,]+/).includes('lengthwise')) return
  if (plural || (count && count.value > 1)) flags.set('upright-pair', at)
  for (const { place } of places) {
    if (place.kind === 'along') {
      if (place.axis === 'length') flags.set('lengthwise', at)
      if (place.axis === 'width' || place.axis === 'depth') flags.set('crosswise', at)
    }
    if (place.kind !== 'spec') continue
    const { spec } = place
    for (const side of spec.places) flags.set(`at-${side}`, at)
    if (spec.noun !== 'end' || spec.places.length > 0) continue
    flags.set(isPair(spec.det) ? 'both-ends' : 'at-end', at)
  }
}
