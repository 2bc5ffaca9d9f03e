import type { Frame } from './frame.ts'
import { holdsSizes, type Sentence } from './sentence.ts'

/**
 * `Four standoffs on the floor, … . 12 mm hole in the centre of the front wall`: a sentence of its own, with a size and a wall, speaks of the
 * body again, and not of what stands in it.
 */
export function inOtherWall(on: Sentence, host: Frame, index: number): boolean {
  if (host.level !== 'feature' || !holdsSizes(on, index)) return false
  const begun = on.atoms.some(
    (one, place) => place < index && one.is === 'break' && one.strength === 3 && one.at[0] >= host.at[1],
  )
  if (!begun) return false
  const behind = on.atoms.slice(index + 1)
  const end = behind.findIndex((one) => one.is === 'break' || one.is === 'noun')
  return (end < 0 ? behind : behind.slice(0, end)).some(
    (one) =>
      one.is === 'place' &&
      one.place.kind === 'spec' &&
      one.place.spec.places.some((side) => ['front', 'back', 'left', 'right'].includes(side)),
  )
}
