import type { Role } from '../kinds.ts'
import type { Quantity } from './atoms.ts'
import { fill } from './fill.ts'
import { below, type Frame, type Read } from './frame.ts'

/**
 * Sizes that found no place where they stood, tried once more when all is read: with the nearest thing of the body that has
 * a free slot of that name, and a size along an axis with the only such slot a body has left.
 */
export function rescue(read: Read): void {
  read.spare = read.spare.filter(({ at, quantities }) => {
    const left = quantities.filter((quantity) => !settled(quantity, at[0], read))
    return left.length > 0
  })
}

function settled(quantity: Quantity, at: number, read: Read): boolean {
  if (quantity.used !== undefined) return true
  if (quantity.relative || quantity.designator) return false
  const bodies = read.bodies.filter(({ seeded }) => !seeded)
  const near = [...bodies, ...bodies.flatMap(below)]
    .filter((frame) => quantity.role !== undefined && frame.kind.key !== 'fillet')
    .toSorted((a, b) => far(a, at) - far(b, at))
  const before = (frame: Frame) => frame.at[0] <= at
  if (near.filter(before).some((frame) => fill(frame, [quantity]))) return true
  const body = bodies.findLast(before) ?? bodies[0]
  // `80 wide, 60 tall and 30 deep. Then a hole …`: the depth is the block's.
  if (body !== undefined && alongAxis(body, quantity)) return true
  return near.some((frame) => !before(frame) && fill(frame, [quantity]))
}

/** What was named before counts as nearer than what comes. */
const far = ({ at: [from] }: Frame, at: number): number => (from <= at ? at - from : 1e4 + from - at)

const EXTENTS = new Set(['length', 'width', 'height', 'depth', 'thickness'])

/** What three sizes are called, and which of them lie along x, y and z (AG28). */
const AXES: readonly (readonly [Role, Role, Role])[] = [
  ['width', 'depth', 'height'],
  ['width', 'depth', 'thickness'],
  ['width', 'height', 'thickness'],
  ['length', 'depth', 'height'],
  ['length', 'height', 'thickness'],
]

/** `5 mm thick, 100 wide, 60 tall`, `80 wide, 60 tall and 30 deep`: three sizes by their names, in whatever order they came. */
function byNames({ kind, sizes }: Frame, quantity: Quantity): boolean {
  const slots = ['length', 'width', kind.slots['height'] ? 'height' : 'thickness']
  if (!slots.every((slot) => kind.slots[slot])) return false
  const said = [...slots.flatMap((slot) => sizes.get(slot)?.quantity ?? []), quantity]
  const names = said.map(({ role }) => role)
  const axes = AXES.find((roles) => said.length === 3 && roles.every((role) => names.includes(role)))
  if (!axes) return false
  slots.forEach((slot, axis) => {
    const one = said.find(({ role }) => role === axes[axis])
    if (!one) return
    sizes.set(slot, { quantity: one, times: 1 })
    one.used = `${kind.key}.${slot}`
  })
  return true
}

/** `25 x 25 bar, 100 long`: the two were its section, and it lies. What has round corners stands on it. */
function alongSection({ kind, noun, sizes, flags, children }: Frame, quantity: Quantity): boolean {
  // Places of a section are told in its own plane.
  const drawn = children.some(({ places }) => places.some(({ place }) => place.kind === 'points'))
  const rounded = sizes.size > 2 || flags.has('fully-rounded') || children.some(({ kind: { key } }) => key === 'fillet')
  if (drawn || rounded || !LYING.test(noun)) return false
  const up = kind.slots['height'] ? 'height' : 'thickness'
  const [first, second] = ['length', 'width'].map((slot) => sizes.get(slot)?.quantity)
  if (quantity.role !== 'length' || !kind.slots[up] || sizes.has(up) || !first || !second) return false
  const section = [first, second].every(({ role, value }) => role === undefined && value < quantity.value)
  if (!section) return false
  for (const [slot, one] of [
    ['length', quantity],
    ['width', first],
    [up, second],
  ] as const) {
    sizes.set(slot, { quantity: one, times: 1 })
    one.used = `${kind.key}.${slot}`
  }
  return true
}

const LYING = /\b(?:bar|flat|rail|strip|stock|block|iron|plate|slab|blank|batten|lath|slat)$/

/** A size along an axis, of a body that has only one such size left. */
function alongAxis(body: Frame, quantity: Quantity): boolean {
  const { role, number } = quantity
  if (number?.unit === 'deg' || number?.unit === '%') return false
  if (role !== undefined && !EXTENTS.has(role)) return false
  if (byNames(body, quantity) || alongSection(body, quantity)) return true
  const free = Object.entries(body.kind.slots).flatMap(([slot, { accepts, unit }]) => {
    const names = accepts.split(/[\s,]+/)
    // How thick a wall or a floor is lies along no axis: `110 tall` is none of them.
    if (role !== undefined && role !== 'thickness' && names.some((one) => one === 'wall' || one === 'floor')) return []
    const [name] = names.filter((one) => EXTENTS.has(one))
    const spent = [...body.sizes.keys()].some((one) => body.kind.slots[one]?.not === slot)
    return name && !unit && !spent && !body.sizes.has(slot) ? [slot] : []
  })
  const [only, ...others] = free
  if (only === undefined || others.length > 0 || body.sizes.size === 0) return false
  body.sizes.set(only, { quantity, times: 1 })
  quantity.used = `${body.kind.key}.${only}`
  return true
}
