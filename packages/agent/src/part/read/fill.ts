import type { Kind } from '../kinds.ts'
import type { Quantity } from './atoms.ts'
import type { Filled, Frame } from './frame.ts'

/** Puts quantities into free slots of a frame; all of them fit, or none is taken. */
export function fill(frame: Frame, quantities: readonly Quantity[]): boolean {
  const { kind, sizes } = frame
  const taken = new Map<string, Filled>()
  // Only a body's sizes give way: what stands right before a feature is that feature's.
  const occupied = (slot: string) =>
    taken.has(slot) ||
    (sizes.has(slot) && !((frame.level === 'body' || kind.refill !== undefined) && sizes.get(slot)?.loose))
  const free = (slot: string) => {
    const { not } = kind.slots[slot] ?? {}
    return !occupied(slot) && !(not !== undefined && (taken.has(not) || sizes.has(not)))
  }
  // `outside corners R5` are the body's, whatever was spoken of last.
  if (frame.level !== 'body' && quantities.some(({ whole }) => whole)) return false
  if (bothSides(frame, quantities)) return true
  const [name] = quantities
  if (quantities.length === 1 && name?.designator) {
    const slot = kind.bare?.[0]
    if (slot === undefined || frame.designated.has(slot) || (name.role && !acceptor(kind, name.role, () => true)))
      return false
    frame.designated.set(slot, name)
    // `hex standoff 20 mm M3`: the number before it was meant so too.
    const [before, wanted] = [sizes.get(slot), kind.named?.[0]]
    if (before?.loose && wanted && wanted !== slot && !sizes.has(wanted)) {
      sizes.delete(slot)
      sizes.set(wanted, before)
      before.quantity.used = `${kind.key}.${wanted}`
    }
    name.used = `${kind.key}.${slot}`
    return true
  }
  // `M3 x 20`: its name, and how long it is.
  if (quantities.length === 2 && name?.designator && !quantities[1]?.designator) {
    const slot = kind.named?.find((one) => one !== kind.bare?.[0])
    const [, long] = quantities
    if (!slot || !long || sizes.has(slot) || !fill(frame, [name])) return false
    sizes.set(slot, { quantity: long, times: 1 })
    long.used = `${kind.key}.${slot}`
    return true
  }
  const [sole] = quantities
  if (quantities.length === 1 && sole?.square && frame.level === 'body') {
    // `6 mm plate, 150 mm square`: what was said first is how thick it is.
    const first = sizes.get('length')
    const thin = first?.loose && first.quantity.role === undefined && first.quantity.value * 3 < sole.value
    if (thin && kind.slots['thickness'] && !sizes.has('thickness') && !sizes.has('width')) {
      sizes.delete('length')
      sizes.set('thickness', first)
      first.quantity.used = `${kind.key}.thickness`
    }
    // A bar that is long already is square across; what is tall stands on a square.
    const free = ['length', 'width', ...(kind.bare ?? [])].filter((slot) => kind.slots[slot] && !sizes.has(slot))
    // `square tube 40 mm square, 300 long`: that is its section, as a chain of two would be.
    const chain = (kind.chains?.[2] ?? []).filter((slot) => !sizes.has(slot))
    const two = chain.length === 2 ? chain : [...new Set(free)].slice(0, 2)
    if (two.length === 2 && kind.slots['length'] && kind.slots['width']) {
      for (const slot of two) sizes.set(slot, { quantity: sole, times: 1 })
      sole.used = `${kind.key}.${two[0]}`
      return true
    }
  }
  // `M6 hole … R8`: what that screw cannot go through is no size of its hole.
  if (quantities.length === 1 && sole && noneOf(frame, sole)) return false
  const roleless: Quantity[] = []
  for (const quantity of quantities.toSorted((a, b) => Number(hasItsOwn(kind, b)) - Number(hasItsOwn(kind, a)))) {
    const found =
      quantity.role === undefined
        ? undefined
        : ((hasItsOwn(kind, quantity) && quantities.length === 1 ? evicted(frame, quantity.role) : undefined) ??
          acceptor(kind, quantity.role, (slot) => free(slot) && measures(kind, slot, quantity)) ??
          (frame.level === 'body' && quantity.role === 'overall-height' ? acceptor(kind, 'height', free) : undefined) ??
          // `pot 80 wide, 110 high`: how wide what is round is, is its diameter.
          (frame.level === 'body' && quantity.role === 'width' && !kind.slots['width'] && !isLong(frame)
            ? acceptor(kind, 'outer', free)
            : undefined) ??
          // `inside 60 wide, 80 deep` of what is round
          (quantity.side === 'inside' ? acceptor(kind, `inner-${quantity.role}`, free) : undefined) ??
          (quantities.length === 1 ? (evicted(frame, quantity.role) ?? displaced(frame, quantity)) : undefined))
    if (found) taken.set(found.slot, { quantity, times: found.times })
    // `Ø18 × Ø6.4 × 1.6`: in a chain the second diameter is known by its turn.
    else if (quantity.role === undefined || (quantities.length > 1 && quantity.role === 'diameter'))
      roleless.push(quantity)
    else return false
  }
  const bare = frame.designated.size > 0 ? (kind.named ?? kind.bare) : kind.bare
  const values = roleless.map(({ value }) => value)
  const chain = roleless.length === quantities.length ? kind.chainOf?.(values, frame.noun) : undefined
  const turns = quantities.length > 1 ? (chain ?? kind.chains?.[quantities.length]) : bare
  const loose = quantities.length === 1
  // `80 mm square plate (5 mm)`: its other side is known.
  const known = frame.flags.has('square') && sizes.has('length') && kind.slots['thickness'] ? 'width' : undefined
  const inTurn = (turns ?? []).filter((slot) => (loose ? free(slot) && !sizes.has(slot) && slot !== known : free(slot)))
  // `bar 100 long, 50 x 50`: what the chain is about has one of its turns already; the others are left for it.
  const left = (kind.bare ?? []).filter((slot) => free(slot) && !sizes.has(slot))
  const order = roleless.length > inTurn.length && sizes.size > 0 && left.length === roleless.length ? left : inTurn
  if (roleless.length > order.length) return false
  // `20 dia x 10 tall` of what is square: a diameter is no length.
  const round = (slot: string | undefined) => /diameter|outer|inner|section/.test(kind.slots[slot ?? '']?.accepts ?? '')
  if (roleless.some(({ role }, index) => role === 'diameter' && !round(order[index]))) return false
  // `flange plate 100 mm square`: no diameter, unless it has a word for being square.
  const mayBeSquare = (kind.flags ?? '').split(' ').some((flag) => flag.startsWith('square'))
  if (frame.level === 'body' && !mayBeSquare && roleless.some(({ square }, index) => square && round(order[index])))
    return false
  roleless.forEach((quantity, index) =>
    taken.set(order[index] ?? '', {
      quantity,
      times: 1,
      ...(loose || kind.yields?.includes(order[index] ?? '') ? { loose: true as const } : {}),
    }),
  )
  const moved: Quantity[] = []
  for (const [slot, value] of taken) {
    const before = sizes.get(slot)
    if (before) moved.push(before.quantity)
    sizes.set(slot, value)
    value.quantity.used = `${kind.key}.${slot}`
  }
  for (const { side, square, at } of quantities) {
    if (side) frame.flags.set(side, quantities[0]?.at ?? frame.at)
    // `for a 25 mm square tube`: to what is mostly round that is told.
    if (square && (kind.flags ?? '').split(' ').includes('square') && kind.slots['outer']) frame.flags.set('square', at)
  }
  for (const quantity of moved) {
    delete quantity.used
    const next = kind.refill?.find((slot) => !sizes.has(slot))
    if (next) {
      sizes.set(next, { quantity, times: 1 })
      quantity.used = `${kind.key}.${next}`
      continue
    }
    if (!fill(frame, [quantity])) return true
  }
  return taken.size > 0
}

/** `60 wide, 100 long, 40 deep`: what is long is the length of it, and the width gives way. */
const hasItsOwn = (kind: Kind, { role }: Quantity): boolean => role === 'length' && kind.slots['length'] !== undefined

const INSIDE: readonly (readonly [string, string])[] = [
  ['length', 'insideLength'],
  ['width', 'insideWidth'],
  ['height', 'insideHeight'],
]

/** `outer 150 x 100 x 60, inner 144 x 94 x 57`, or the inner ones first: what is between them are its walls. */
function bothSides(frame: Frame, quantities: readonly Quantity[]): boolean {
  const { kind, sizes, flags } = frame
  const side = quantities.find((one) => one.side !== undefined)?.side
  if (
    !kind.slots['insideLength'] ||
    !side ||
    quantities.length < 2 ||
    quantities.some(({ role }) => role !== undefined)
  )
    return false
  if (!['length', 'width'].every((slot) => sizes.has(slot)) || sizes.has('insideLength')) return false
  const inner = side === 'inside'
  if (!inner && !flags.has('inside')) return false
  // What was said first was its inside.
  if (!inner)
    for (const [slot, within] of INSIDE) {
      const said = sizes.get(slot)
      if (!said) continue
      sizes.delete(slot)
      sizes.set(within, said)
      said.quantity.used = `${kind.key}.${within}`
    }
  quantities.forEach((quantity, index) => {
    const slot = INSIDE[index]?.[inner ? 1 : 0]
    if (!slot) return
    sizes.set(slot, { quantity, times: 1 })
    quantity.used = `${kind.key}.${slot}`
  })
  flags.delete('inside')
  return true
}

/** `a 60 degree gap` is no length, and a gap of 3 mm no angle. */
function measures({ slots }: Kind, slot: string, { number, role }: Quantity): boolean {
  const turned = slots[slot]?.unit === 'deg'
  return number?.unit === 'deg' ? turned : !(turned && (number?.unit !== undefined || role === 'gap'))
}

/** A number nobody called a diameter, and that is far from the screw the hole is for. */
function noneOf({ designated, kind }: Frame, { value, role }: Quantity): boolean {
  const [slot = ''] = kind.bare ?? []
  const screw = designated.get(slot)
  const open = role === undefined || role === 'radius' || role === 'corner'
  return screw !== undefined && slot === 'diameter' && open && (value < screw.value * 0.7 || value > screw.value * 1.5)
}

/** `25 outside, 2 thick, 1200 long`: what took the slot goes where it fits as well, and makes room. */
function evicted(frame: Frame, role: string): { slot: string; times: number } | undefined {
  if (frame.seeded) return undefined
  const { kind, sizes } = frame
  const open = (slot: string) => {
    const { not } = kind.slots[slot] ?? {}
    return !sizes.has(slot) && !(not !== undefined && sizes.has(not))
  }
  const wanted = acceptor(kind, role, (slot) => sizes.get(slot)?.quantity.role !== undefined)
  const before = wanted && sizes.get(wanted.slot)
  const other = before?.quantity.role !== role && before?.quantity.role
  const next = other ? acceptor(kind, other, (slot) => slot !== wanted?.slot && open(slot)) : undefined
  if (!wanted || !before || !next) return undefined
  sizes.delete(wanted.slot)
  sizes.set(next.slot, { quantity: before.quantity, times: next.times })
  before.quantity.used = `${kind.key}.${next.slot}`
  return wanted
}

/** `25 wide, inside width 40`: narrower than what goes into it, so that was another side. */
function displaced(frame: Frame, { role, value }: Quantity): { slot: string; times: number } | undefined {
  const { kind, sizes } = frame
  const outside = (slot: string) => sizes.get(kind.slots[slot]?.not ?? '')
  const wanted =
    role === undefined
      ? undefined
      : acceptor(kind, role, (slot) => !sizes.has(slot) && (outside(slot)?.quantity.value ?? Infinity) < value)
  const [held, before] = wanted ? [kind.slots[wanted.slot]?.not ?? '', outside(wanted.slot)] : []
  const other = before?.quantity.role
  const next = other && acceptor(kind, other, (slot) => slot !== wanted?.slot && !sizes.has(slot))
  if (!wanted || !before || !next || !held || frame.seeded) return undefined
  sizes.delete(held)
  sizes.set(next.slot, { quantity: before.quantity, times: next.times })
  before.quantity.used = `${kind.key}.${next.slot}`
  return wanted
}

function acceptor(
  kind: Kind,
  role: string,
  free: (slot: string) => boolean,
): { slot: string; times: number } | undefined {
  for (const [slot, { accepts }] of Object.entries(kind.slots)) {
    if (!free(slot)) continue
    for (const accepted of accepts.split(/[\s,]+/)) {
      const [name, times = '1'] = accepted.split('*')
      if (name === role) return { slot, times: Number(times) }
    }
  }
  // `40 mm inside width` is the inside of what has only one.
  const wider = WIDER.get(role)
  return wider ? acceptor(kind, wider, free) : undefined
}
const WIDER: ReadonlyMap<string, string> = new Map([
  ['inner-width', 'inner'],
  ['inner-length', 'inner'],
])

/** `250 long, 110 wide`: told as what has sides. */
const isLong = ({ sizes }: Frame): boolean => [...sizes.values()].some(({ quantity }) => quantity.role === 'length')
