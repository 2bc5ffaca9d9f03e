import { motorHolesSaid } from './families/motor-holes.ts'
import { boresThatMeet } from './families/meeting-bores.ts'
import type { Family } from './kinds.ts'
import type { Frame } from './read/frame.ts'
import { familyOf } from './registry.ts'

/** A noun that fits several shapes becomes the one that all else that was said speaks of: a gasket with a window is no ring. */
export function insteadOf(frame: Frame): void {
  motorHolesSaid(frame)
  boresThatMeet(frame)
  const { instead = [] } = frame.kind as Family
  const rule = instead.find(({ when }) => when(frame)) ?? threeSides(frame) ?? squarePost(frame)
  const other = rule && familyOf(rule.family)
  if (!rule || !other) return
  frame.kind = other
  // Of unequal sides it is no cube, and is not called so.
  if (frame.noun === 'cube' && other.key === 'block') frame.noun = 'block'
  become(frame, rule.body)
  frame.noun = rule.noun ?? frame.noun
  if (rule.partSlots)
    for (const part of frame.children.filter(({ level }) => level === 'part')) {
      const slots = rule.partSlots(part)
      part.sizes = new Map([...part.sizes].map(([slot, size]) => [slots[slot] ?? slot, size]))
      part.kind = other.parts?.[part.kind.key] ?? part.kind
    }
  for (const [from, to] of Object.entries(rule.parts ?? {})) rename(frame, from, to)
  for (const flag of rule.flags ?? []) frame.flags.set(flag, frame.at)
  frame.sizes = new Map([...frame.sizes].map(([slot, size]) => [rule.slots[slot] ?? slot, size]))
  frame.designated = new Map([...frame.designated].map(([slot, name]) => [rule.slots[slot] ?? slot, name]))
}

/** `post 30 x 30 x 60`: as wide as it is deep, and not a tube with no wall. */
function squarePost({ kind, sizes }: Frame): ReturnType<NonNullable<Family['instead']>['find']> {
  const [outer, inner] = ['outer', 'inner'].map((slot) => sizes.get(slot)?.quantity)
  if (kind.key !== 'cylinder' || !outer || !inner || outer.role !== undefined || inner.role !== undefined)
    return undefined
  if (outer.value !== inner.value) return undefined
  return { family: 'block', when: () => true, slots: { outer: 'length', inner: 'width' } }
}

/** `vise stop 50 x 25 x 25`: what is turned has no three sides, and tapers where that is said. */
function threeSides(frame: Frame): ReturnType<NonNullable<Family['instead']>['find']> {
  const [only, ...others] = frame.children.filter(({ level }) => level === 'part')
  if (frame.kind.key !== 'turned' || !only || others.length > 0 || frame.sizes.size > 0) return undefined
  const slots = ['diameter', 'end', 'height']
  const values = slots.flatMap((slot) => only.sizes.get(slot) ?? [])
  if (values.length < 3 || values.some(({ quantity }) => quantity.role !== undefined) || only.noun !== 'stage')
    return undefined
  if (['tapered', 'circular'].some((flag) => frame.flags.has(flag) || only.flags.has(flag))) return undefined
  frame.children.splice(frame.children.indexOf(only), 1)
  frame.sizes = only.sizes
  const sides = values.map(({ quantity: { value } }) => value)
  const flat = Math.min(...sides) * 5 <= Math.max(...sides)
  return {
    family: flat ? 'plate' : 'block',
    when: () => true,
    slots: { diameter: 'length', end: 'width', height: flat ? 'thickness' : 'height' },
  }
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
