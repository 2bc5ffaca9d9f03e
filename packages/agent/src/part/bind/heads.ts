import type { Frame } from '../read/frame.ts'
import { atBothEnds } from './both-ends.ts'

/** `a through hole countersunk on both sides`: its heads are on both, and the hole is one. */
export function headsAtBothEnds(frame: Frame): void {
  const heads = frame.children.filter(({ kind }) => kind.key === 'counterbore' || kind.key === 'countersink')
  const at = frame.places.findIndex(({ place }) => atBothEnds(place))
  if (heads.length === 0 || at < 0 || frame.sizes.has('depth')) return
  for (const one of heads) one.flags.set('both-ends', one.at)
  frame.places.splice(at, 1)
}

/** `counterbored 10 mm, 5 deep from the bottom`: a hole is cut from where its head is. */
export function fromItsHead(frame: Frame): void {
  if (frame.places.some(({ place }) => place.kind === 'spec' && place.spec.places.length > 0)) return
  for (const head of frame.children) {
    if (head.kind.key !== 'counterbore' && head.kind.key !== 'countersink') continue
    const at = head.places.findIndex(
      ({ place }) =>
        place.kind === 'spec' &&
        place.spec.places.length === 1 &&
        ['bottom', 'top'].includes(place.spec.places[0] ?? '') &&
        [undefined, 'face', 'side', 'end'].includes(place.spec.noun),
    )
    if (at >= 0) frame.places.push(...head.places.splice(at, 1))
  }
}
