import type { Frame } from './frame.ts'
import type { SaidPlace } from './atoms.ts'
import { beginOf, type Sentence } from './sentence.ts'

/**
 * `Four standoffs on the floor, … . 12 mm hole in the centre of the front wall`: what is in a wall, and told on its own, speaks of
 * the body again, and not of what stands in it.
 */
export function inOtherWall(on: Sentence, host: Frame, index: number): boolean {
  if (host.level !== 'feature' || onSide(host.places.map(({ place }) => place))) return false
  const first = beginOf(on, index)
  const led = on.atoms[first - 1]?.is === 'article' ? on.atoms[first - 2] : on.atoms[first - 1]
  const begun = led?.is === 'break' || (led?.is === 'link' && led.text === 'and')
  if (!begun) return false
  const behind = on.atoms.slice(index + 1)
  const end = behind.findIndex((one) => one.is === 'break' || one.is === 'noun')
  return onSide((end < 0 ? behind : behind.slice(0, end)).flatMap((one) => (one.is === 'place' ? [one.place] : [])))
}

const onSide = (places: readonly SaidPlace[]): boolean =>
  places.some(
    (place) =>
      place.kind === 'spec' &&
      place.spec.noun !== 'edge' &&
      place.spec.places.some((side) => ['front', 'back', 'left', 'right'].includes(side)),
  )
