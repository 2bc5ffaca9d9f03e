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

/** `5 mm thick, 100 wide, 60 tall`: of what is flat and stands, the height is its other side. */
function alongAxis(body: Frame, quantity: Quantity): boolean {
  const { role, number } = quantity
  if (number?.unit === 'deg' || number?.unit === '%') return false
  if (role !== undefined && !EXTENTS.has(role)) return false
  const free = Object.entries(body.kind.slots).flatMap(([slot, { accepts, unit }]) => {
    const [name] = accepts.split(/[\s,]+/).filter((one) => EXTENTS.has(one))
    const spent = [...body.sizes.keys()].some((one) => body.kind.slots[one]?.not === slot)
    return name && !unit && !spent && !body.sizes.has(slot) ? [{ slot, name }] : []
  })
  const [only, ...others] = free
  if (!only || others.length > 0 || body.sizes.size === 0) return false
  // Of a plate that is so wide and so high, the width lies along x.
  const wide = body.sizes.get('width')
  const tall = body.sizes.get('thickness')
  if (
    role === 'thickness' &&
    only.slot === 'length' &&
    wide?.quantity.role === 'width' &&
    tall?.quantity.role === 'height'
  ) {
    // `2.75 wide x 4.5 tall x 1/8 thick`
    body.sizes.set('length', wide)
    body.sizes.set('width', tall)
    body.sizes.set('thickness', { quantity, times: 1 })
  } else if ((role === 'height' || role === 'depth') && only.slot === 'length' && wide?.quantity.role === 'width') {
    body.sizes.delete('width')
    body.sizes.set('length', wide)
    body.sizes.set('width', { quantity, times: 1 })
  } else body.sizes.set(only.slot, { quantity, times: 1 })
  quantity.used = `${body.kind.key}.${only.slot}`
  return true
}
