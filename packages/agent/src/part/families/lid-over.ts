import type { Frame } from '../read/frame.ts'
import { cap } from './cap.ts'

export const OVER = /\b(?:slip|push|press|snap|clip)[ -]on\b|\b(?:slip|push)[ -]over\b/
const ROUND = /round|circular|disc|jar|tube|pipe|bottle|can\b|tin\b|cup/

/** `slip-on lid for a tin 85 dia, 15 mm skirt`: what goes down over something round is a cap, and that is how wide it is inside. */
export function lidOver(frame: Frame): void {
  const { kind, noun, sizes, flags, children } = frame
  const [of, rim] = ['mate', 'lip'].map((key) => children.find((one) => one.kind.key === key))
  const over = OVER.test(noun) || rim?.noun === 'skirt' || [frame, of, rim].some((one) => one?.flags.has('goes-over'))
  const round = [frame, of].some((one) => one && (ROUND.test(one.noun) || one.sizes.has('outer')))
  // What goes in has a lip told by how wide that is; a tin with a height is asked about.
  const told = rim && [...rim.sizes.keys()].some((slot) => slot !== 'deep' && slot !== 'wall')
  if (kind.key !== 'lid' || !over || !round || told || of?.sizes.has('height') || of?.sizes.has('inner')) return
  // `15 mm deep` is how far it goes down, `20 high` all of it.
  const [high, wide] = ['thickness', 'width'].map((slot) => sizes.get(slot))
  if ((wide && wide.quantity.role !== 'depth') || of?.sizes.has('width')) return
  const slots = new Map([...sizes].filter(([slot]) => slot !== 'thickness' && slot !== 'width'))
  for (const one of [high, wide]) if (one) slots.set(WHICH[one.quantity.role ?? ''] ?? 'top', one)
  const walls = [rim?.sizes.get('wall'), of?.sizes.get('wall')]
  for (const wall of walls) if (wall && !slots.has('wall')) slots.set('wall', wall)
  const deep = rim?.sizes.get('deep')
  if (deep) slots.set('deep', deep)
  of?.sizes.delete('wall')
  if (of && cap.parts?.['mate']) of.kind = cap.parts['mate']
  frame.kind = cap
  frame.sizes = slots
  frame.children = children.filter((one) => one !== rim)
  flags.delete('goes-over')
}
const WHICH: Readonly<Record<string, string>> = { height: 'height', depth: 'deep' }
