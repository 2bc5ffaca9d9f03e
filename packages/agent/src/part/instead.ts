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
  become(frame, rule.body)
  for (const [from, to] of Object.entries(rule.parts ?? {})) rename(frame, from, to)
  frame.sizes = new Map([...frame.sizes].map(([slot, size]) => [rule.slots[slot] ?? slot, size]))
  frame.designated = new Map([...frame.designated].map(([slot, name]) => [rule.slots[slot] ?? slot, name]))
}

/** What was said of that part is said of the body. */
function become(frame: Frame, key: string | undefined): void {
  const part = frame.children.find(({ level, kind }) => level === 'part' && kind.key === key)
  if (!part) return
  frame.children.splice(frame.children.indexOf(part), 1)
  Object.assign(frame, { noun: part.noun, sizes: part.sizes, designated: part.designated, flags: part.flags })
  frame.places.push(...part.places)
}

function rename(frame: Frame, from: string, to: string): void {
  const kind = frame.kind.parts?.[to]
  if (!kind) return
  for (const child of frame.children) {
    if (child.level === 'part' && child.kind.key === from) child.kind = kind
    for (const { keys } of child.targets) if (keys.includes(from)) keys.push(to)
  }
}
