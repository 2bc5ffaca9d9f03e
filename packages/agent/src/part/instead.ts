import type { Family } from './kinds.ts'
import type { Frame } from './read/frame.ts'
import { familyOf } from './registry.ts'

/** A noun that fits several shapes becomes the one that all else that was said speaks of: a gasket with a window is no ring. */
export function insteadOf(frame: Frame): void {
  const { instead = [] } = frame.kind as Family
  const rule = instead.find(({ when }) => when(frame))
  const other = rule && familyOf(rule.family)
  if (!rule || !other) return
  frame.kind = other
  frame.sizes = new Map([...frame.sizes].map(([slot, size]) => [rule.slots[slot] ?? slot, size]))
  frame.designated = new Map([...frame.designated].map(([slot, name]) => [rule.slots[slot] ?? slot, name]))
}
