import type { Frame } from './frame.ts'
import type { Sentence } from './sentence.ts'
import { isEvery } from './determiners.ts'

type Placed = Frame['places'][number]

/** `holes in the corners and in the middle of each side`: in both, and so they are told as two shares of them. */
export function twoPlaces(on: Sentence): void {
  for (const { children } of on.read.bodies)
    for (const frame of children.slice()) {
      const corner = frame.places.find(isInCorners)
      const centre = frame.places.find(({ place }) => place.kind === 'centre')
      if (frame.level !== 'feature' || frame.seeded || frame.share || !frame.plural || !corner || !centre) continue
      // `four holes in the corners, centred` are those four.
      if (corner.at[0] > centre.at[0] || (frame.count ? frame.count.value < 5 : !isJoined(on, centre))) continue
      // `10 mm from the edges and at the middle of each side, 10 mm in`: told of each, it is of each.
      const far = frame.places.filter(({ place }) => place.kind === 'from')
      const apart = far.length > 1 && far.some(({ at }) => at[0] < centre.at[0])
      const own = frame.places.filter(
        (one) => one === centre || isOfSides(one) || (apart && far.includes(one) && one.at[0] > centre.at[0]),
      )
      frame.places = frame.places.filter((one) => !own.includes(one))
      frame.share = { of: frame }
      const other: Frame = {
        ...frame,
        count: { value: 1, at: centre.at },
        places: own,
        targets: [],
        flags: new Map(frame.flags),
        children: frame.children.filter(({ level }) => level === 'part'),
      }
      children.splice(children.indexOf(frame) + 1, 0, other)
    }
}

const isInCorners = ({ place }: Placed): boolean =>
  place.kind === 'corners' ||
  (place.kind === 'spec' && place.spec.noun === 'corner' && (place.spec.many === true || isEvery(place.spec.det)))

const isOfSides = ({ place }: Placed): boolean => place.kind === 'spec' && place.spec.noun === 'side'

const isJoined = (on: Sentence, { at }: Placed): boolean => {
  const place = on.atoms.findIndex((atom) => atom.is === 'place' && atom.at[0] === at[0])
  const before = on.atoms[place - 1]
  return before?.is === 'link' && ['and', 'plus'].includes(before.text)
}
