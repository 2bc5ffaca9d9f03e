import type { Form } from './kinds.ts'
import type { SaidPlace } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'
import { isPair } from './read/determiners.ts'

/** What is turned stands on its left end, and seen from above its bottom is the front: which of its ends a side is. */
export const axialEnd = (side: string): 'bottom' | 'top' =>
  side === 'bottom' || side === 'front' || side === 'left' ? 'bottom' : 'top'

/** On which side of what is round a part of it stands: `on the other face`, `at the back`, `on top`. */
export function markSide({ kind, places, flags, at }: Frame): void {
  if (!kind.flags?.split(/[\s,]+/).includes('above') || flags.has('both-ends')) return
  for (const { place } of places) {
    // `two flanges on the sides`
    if (place.kind === 'spec' && place.spec.many && place.spec.places.length === 0 && place.spec.noun !== 'edge') {
      flags.set('both-ends', at)
      return
    }
    const side = sideOf(place)
    if (side) flags.set(side, at)
  }
}

function sideOf(place: SaidPlace): 'below' | 'above' | undefined {
  if (place.kind !== 'spec') return undefined
  const { places, det = '', noun, of } = place.spec
  if (noun !== undefined && !['side', 'edge', 'end', 'face'].includes(noun)) return undefined
  if (['other', 'opposite', 'reverse'].includes(det) && of === undefined) return 'below'
  if (places.some((one) => ['bottom', 'back', 'left'].includes(one))) return 'below'
  return places.length > 0 || det !== '' || noun !== undefined ? 'above' : undefined
}

/** `a 608 bearing pocket in each side` of a wheel: what is sunk into what is round goes in at its ends. */
export function endsOfRound({ kind, sizes, flags, places }: Frame, { outline }: Form): void {
  const sunk = (kind.key === 'hole' || kind.key === 'pocket') && sizes.has('depth') && !flags.has('radial')
  if (!sunk || outline.kind !== 'circle') return
  for (const said of places) {
    const { place } = said
    if (place.kind !== 'spec') continue
    const { noun, det, places: sides } = place.spec
    const [side] = sides
    // `a 12 mm hole 50 deep in the left end`: it stands on that one.
    if (noun === 'end' && sides.length === 1 && (side === 'left' || side === 'right'))
      said.place = { kind: 'spec', spec: { ...place.spec, places: [axialEnd(side)], prep: 'in' } }
    if (sides.length > 0) continue
    if ((noun === 'side' || noun === 'face') && isPair(det))
      said.place = { kind: 'spec', spec: { ...place.spec, noun: 'end', prep: 'in' } }
  }
}
