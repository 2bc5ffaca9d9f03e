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
