import type { FeatureKind, Form } from './kinds.ts'
import type { Spec } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'

// Holes that go into what is round from its side, towards the axis.

/** Several of them, evenly all round: each is turned about the axis. */
export const ALL_ROUND = 'all-round'

/** One near each end of it. */
export const EACH_END = 'near-each-end'

export const isRadial = ({ flags }: Frame): boolean => flags.has('radial') || flags.has('cross')

/** What holds a shaft is tapped, and goes in from the side, wherever nobody says otherwise. */
export function markRadial(
  frame: Frame,
  { key }: FeatureKind,
  { outline, size }: Form,
  value: (formula: string) => number,
): void {
  // What is flat has no side for what goes in towards its axis.
  const flat = value(size[2]) * 4 < value(size[0])
  // `four radial slots on an 80 mm circle` go through the disc, and point at its middle.
  if (key !== 'hole' && (flat || frame.places.some(({ place }) => place.kind === 'circle')))
    frame.flags.delete('radial')
  if (key !== 'hole' || outline.kind !== 'circle' || frame.flags.has('cross')) return
  // `holes around it at mid height` are in the middle of its side.
  const onAxis = frame.flags.has('around') ? ['circle', 'points'] : ['circle', 'centre', 'points']
  const axial = frame.places.some(
    ({ place }) =>
      onAxis.includes(place.kind) ||
      (place.kind === 'spec' &&
        ((place.spec.noun === 'end' && !isAtEachEnd(frame, place.spec)) ||
          place.spec.places.some((side) => side === 'top' || side === 'bottom'))),
  )
  const aroundIt = frame.flags.has('around') && !axial && !flat
  const inWall = isInWall(frame, outline, value)
  // `through one wall`, `radial`: the far side stays whole.
  const toAxis = frame.flags.has('radial')
  if (!axial && isRowAlong(frame, value(outline.diameter), value(size[2]))) frame.flags.set('radial', frame.at)
  if (inWall && !toAxis && (frame.count?.value ?? 1) === 1) {
    frame.flags.set('cross', frame.at)
    return
  }
  if ((!SCREWS.test(frame.noun) || axial) && !aroundIt && !inWall) return
  frame.flags.set('radial', frame.at)
  if (SCREWS.test(frame.noun) && !frame.flags.has('clearance')) frame.flags.set('tapped', frame.at)
}
/** `tube 50 OD 44 ID with four 6 mm holes around the middle`: wider than the wall is thick, they can only go through that. */
function isInWall(
  { sizes, designated, places }: Frame,
  outline: Form['outline'],
  value: (formula: string) => number,
): boolean {
  const wide = (sizes.get('diameter')?.quantity ?? designated.get('diameter'))?.value
  if (outline.kind !== 'circle' || !outline.bore || wide === undefined || sizes.has('depth')) return false
  const bore = value(outline.bore)
  const inTheMiddle = places.length > 0 && places.every(({ place }) => place.kind === 'centre')
  return inTheMiddle && wide < bore && wide * 2 > value(outline.diameter) - bore
}

/** `six 7 mm holes 25 mm apart along one side` of a tube: a row too long for its end goes down its side. */
function isRowAlong({ count, places }: Frame, across: number, long: number): boolean {
  const steps = places.flatMap(({ place }) => (place.kind === 'spacing' && place.x && !place.y ? [place.x.value] : []))
  const row = ((count?.value ?? 1) - 1) * (steps[0] ?? 0)
  return row > across && row < long && places.every(({ place }) => ALONG.has(place.kind))
}
const ALONG: ReadonlySet<string> = new Set(['spacing', 'along', 'line', 'spec', 'from'])

/** `a set screw at each end`: near it, where `in each end` is in its face. */
const isAtEachEnd = ({ noun }: Frame, { det, prep }: Spec): boolean =>
  SCREWS.test(noun) && ['each', 'both'].includes(det ?? '') && [undefined, 'at', 'on', 'near', 'for'].includes(prep)

const SCREWS = /^(?:set|grub) ?screw/
