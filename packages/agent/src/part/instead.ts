import { bevelOfCleat } from './families/french-cleat.ts'
import { forkOfBar, pinsOfForks } from './families/fork.ts'
import { lidOver } from './families/lid-over.ts'
import { slitOfTube } from './families/slit-of-tube.ts'
import { motorHolesSaid } from './families/motor-holes.ts'
import { boresInEnds, boresThatMeet } from './families/meeting-bores.ts'
import type { Family } from './kinds.ts'
import type { Frame } from './read/frame.ts'
import { bandsAlong } from './features/band.ts'
import { familyOf, ownFeature } from './registry.ts'

/** A noun that fits several shapes becomes the one that all else that was said speaks of: a gasket with a window is no ring. */
export function insteadOf(frame: Frame): void {
  motorHolesSaid(frame)
  boresThatMeet(frame)
  boresInEnds(frame)
  forkOfBar(frame)
  pinsOfForks(frame)
  bevelOfCleat(frame)
  slitOfTube(frame)
  lidOver(frame)
  bandsAlong(frame, ownFeature('band'))
  const { instead = [] } = frame.kind as Family
  const rule = instead.find(({ when }) => when(frame)) ?? solidHolder(frame) ?? threeSides(frame) ?? squarePost(frame)
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

/** `bit holder 100 x 20 x 15 with eight holes 10 deep`: what things are put into from above is solid where no wall of it was said. */
function solidHolder(frame: Frame): ReturnType<NonNullable<Family['instead']>['find']> {
  const { kind, sizes, flags, children } = frame
  if (!HOLLOW.has(kind.key) || ['length', 'width', 'height'].some((slot) => !sizes.has(slot))) return undefined
  if (sizes.size > 3 || [...flags.keys()].some((flag) => flag !== 'rounded' && flag !== 'rectangular')) return undefined
  const seats = children.filter((child) => isSeat(child))
  if (kind.key !== 'bearing-block' && (seats.length === 0 || children.some(({ kind: { key } }) => STANDS.has(key))))
    return undefined
  return { family: 'block', when: () => true, slots: {} }
}
const HOLLOW: ReadonlySet<string> = new Set(['enclosure', 'bearing-block'])
/** What has a floor of its own to stand on. */
const STANDS: ReadonlySet<string> = new Set(['pad', 'divider', 'compartment', 'lid'])
const SIDES: ReadonlySet<string> = new Set(['front', 'back', 'left', 'right', 'bottom'])

/** Sunk into it from above, deeper than a wall is thick. */
const isSeat = ({ kind, sizes, targets, places }: Frame): boolean =>
  ['pocket', 'hole', 'slot', 'cutout'].includes(kind.key) &&
  ((sizes.get('depth')?.quantity.value ?? 0) > 3 || sizes.has('rest')) &&
  targets.length === 0 &&
  !places.some(({ place }) => place.kind === 'spec' && place.spec.places.some((one) => SIDES.has(one)))

/** `post 30 x 30 x 60`, `table leg 40 square, 700 long`: as wide as it is deep, and neither round nor a tube with no wall. */
function squarePost({ kind, sizes, children, flags }: Frame): ReturnType<NonNullable<Family['instead']>['find']> {
  const [outer, inner] = ['outer', 'inner'].map((slot) => sizes.get(slot)?.quantity)
  const across = sizes.get('outer')
  if (kind.key === 'turned' && across && (across.quantity.square || flags.has('square'))) {
    // What is turned on its end leaves the rest of it square.
    if (children.some(({ level }) => level === 'part'))
      return { family: 'turned', when: () => true, slots: {}, flags: ['square-stock'] }
    // `square table leg 40 mm tapering to 25 mm`
    if (sizes.has('end')) return { family: 'pyramid', when: () => true, slots: { outer: 'length', end: 'top' } }
    sizes.set('width', across)
    return { family: 'block', when: () => true, slots: { outer: 'length' } }
  }
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
