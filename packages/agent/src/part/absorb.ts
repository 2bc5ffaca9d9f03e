import { threadOf } from './library/fasteners.ts'
import type { Family } from './kinds.ts'
import type { Quantity, SaidPlace } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'

/** `block 80 wide x 50 high x 30 thick`: what is no plate stands as high as it was said, and is so thick from front to back. */
export function standUp({ kind, sizes }: Frame): void {
  if (kind.key !== 'block') return
  const by = (...roles: string[]) => [...sizes.values()].find(({ quantity }) => roles.includes(quantity.role ?? ''))
  const [long, high, thick] = [by('width', 'length'), by('height'), by('thickness')]
  if (!long || !high || !thick || sizes.size > 3) return
  if (thick.quantity.value * 2.5 < Math.min(long.quantity.value, high.quantity.value)) return
  sizes.set('length', long)
  sizes.set('width', thick)
  sizes.set('height', high)
}

/** Fillets that are sizes of the body itself: its upright corners, the corner inside its bend. */
export function absorbCorners(frame: Frame, family: Family): void {
  // `a box with rounded edges. … The vertical edges have a fillet of 5 mm`: which edges, and how much, is told once.
  const sized = new Set(frame.children.filter(({ sizes }) => sizes.has('size')).map(({ kind }) => kind.key))
  frame.children = frame.children.filter(
    ({ kind, sizes, places, count }) =>
      !EDGES.has(kind.key) ||
      !sized.has(kind.key) ||
      sizes.size > 0 ||
      count !== undefined ||
      !places.every(({ place }) => isAnyEdge(place)),
  )
  for (const child of frame.children.slice()) {
    const slot = roundingOf(child, family)
    const size = child.sizes.get('size')
    // `an opening with rounded corners`: those of the opening.
    const whose =
      frame.children.findLast(
        ({ kind }) => kind.slots['corner'] && child.targets.some(({ keys }) => keys.includes(kind.key)),
      ) ?? frame
    if (!slot || !size || whose.sizes.has(slot)) continue
    whose.sizes.set(slot, size)
    if (child.count?.value === 4) child.count.used = 'count'
    frame.children.splice(frame.children.indexOf(child), 1)
  }
}

const EDGES: ReadonlySet<string> = new Set(['fillet', 'chamfer'])
const isAnyEdge = (place: SaidPlace): boolean =>
  place.kind === 'spec' && place.spec.noun === 'edge' && place.spec.places.length === 0 && place.spec.flags.length === 0

/** Which size of a body a fillet on it is; none where it is a feature of its own. */
export function roundingOf({ kind, noun, flags, places }: Frame, { slots }: Family): string | undefined {
  if (kind.key !== 'fillet') return undefined
  const specs = places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  const says = (...texts: string[]) =>
    texts.some((text) => flags.has(text) || specs.some((spec) => spec.flags.includes(text)))
  if (says('inner', 'inside') || /\b(?:inner|inside)\b/.test(noun)) {
    const inside = ['root', 'bend'].find((slot) => slots[slot])
    return specs.every(({ noun: what }) => what === undefined || what === 'corner') ? inside : undefined
  }
  // `a 5 mm fillet at the junction`
  if (slots['root'] && specs.length > 0 && specs.every((spec) => spec.flags.includes('meet'))) return 'root'
  const upright = /corner|vertical/.test(noun) || says('vertical') || specs.some((spec) => spec.noun === 'corner')
  const plain = places.every(
    ({ place }) =>
      place.kind === 'corners' ||
      (place.kind === 'spec' && place.spec.places.every((side) => side === 'z') && place.spec.noun !== 'end'),
  )
  return slots['corner'] && plain && (upright || places.some(({ place }) => place.kind === 'corners'))
    ? 'corner'
    : undefined
}

const STANDING: ReadonlySet<string> = new Set(['dome', 'cylinder', 'hexagon', 'octagon', 'cone'])

/** A hole in the middle of a ring is its bore. */
export function absorbBore(frame: Frame, family: Family): void {
  const slot = family.bore
  if (slot) toldAgain(frame, slot)
  if (!slot || frame.sizes.has(slot)) return
  // A tube with a wall has its bore; a hole is another one.
  const [outer, wall] = [frame.sizes.get('outer'), frame.sizes.get('wall')]
  if (outer && wall && wall.quantity.value * 3 <= outer.quantity.value) return
  // `spacer for an M6 screw: …, clearance bore`: the screw says how wide it is.
  const bare = frame.children.findIndex(
    ({ kind, sizes, designated, places, count, plural, flags, children }) =>
      kind.key === 'hole' &&
      family.screwBore === true &&
      frame.designated.size > 0 &&
      sizes.size + designated.size + places.length + children.length === 0 &&
      !count &&
      !plural &&
      [...flags.keys()].every((flag) => ['clearance', 'tapped', 'through', 'through-everything'].includes(flag)),
  )
  if (bare >= 0)
    for (const { flags, noun, at } of frame.children.splice(bare, 1)) {
      for (const [flag, place] of flags) if (['clearance', 'tapped'].includes(flag)) frame.flags.set(flag, place)
      if (/clearance/.test(noun)) frame.flags.set('clearance', at)
    }
  // What stands on it is bored with it.
  if (frame.children.some(({ kind }) => STANDING.has(kind.key))) return
  const found = frame.children.find(
    (child) =>
      (child.kind.key === 'hole' || isCutFromRing(child, frame)) &&
      // Through what stands there as well: a hole of its own.
      !child.targets.some(({ text }) =>
        frame.children.some(({ level, noun }) => level === 'feature' && noun === text),
      ) &&
      (child.count?.value ?? 1) === 1 &&
      !child.plural &&
      // A D-shaped or stepped one is no plain bore.
      ([...child.sizes.keys()].every((size) => size === 'diameter') || isCutFromRing(child, frame)) &&
      child.children.length === 0 &&
      child.places.every(
        ({ place }) =>
          place.kind === 'centre' ||
          (place.kind === 'along' && place.through === true && place.axis !== 'width') ||
          (place.kind === 'spec' &&
            place.spec.noun !== 'corner' &&
            place.spec.prep !== 'near' &&
            // In at its side, and not down its axis.
            place.spec.noun !== 'side' &&
            !place.spec.places.some((one) => ['left', 'right', 'front', 'back'].includes(one))),
      ) &&
      [...child.flags.keys()].every((flag) =>
        [
          'through',
          'through-everything',
          'circular',
          'clearance',
          'not-blind',
          ...(family.screwBore ? ['close', 'loose', 'medium', 'tapped'] : []),
        ].includes(flag),
      ) &&
      (child.designated.size === 0 || isForScrew(child)
        ? child.sizes.size > 0
        : family.screwBore === true && child.sizes.size === 0 && !frame.designated.has(slot) && isKnownScrew(child)),
  )
  const [size] = found?.sizes.values() ?? []
  const name = found?.designated.get('diameter')
  if (!found || !(size ?? name)) return
  if (size) frame.sizes.set(slot, size)
  else if (name) frame.designated.set(slot, name)
  for (const [flag, at] of found.flags) if (['close', 'loose', 'tapped'].includes(flag)) frame.flags.set(flag, at)
  if (found.count) found.count.used = 'count'
  frame.children.splice(frame.children.indexOf(found), 1)
}

/** `ring 10 mm outside with a 5 mm cutout in the middle`: of one size, it is what makes it a ring. */
const isCutFromRing = ({ kind, sizes }: Frame, ring: Frame): boolean =>
  ring.kind.key === 'washer' && kind.key === 'cutout' && sizes.size === 1

/** `8.4 mm hole for an M8 bolt`: how wide it is was said, and what goes through it. */
function isForScrew({ designated, sizes, flags }: Frame): boolean {
  const wide = sizes.get('diameter')?.quantity.value
  return wide !== undefined && !flags.has('tapped') && [...designated.values()].every((one) => goesThrough(one, wide))
}

const goesThrough = ({ designator }: Quantity, wide: number): boolean => {
  const nominal = designator === undefined ? undefined : threadOf(designator)?.row.nominal
  return nominal !== undefined && nominal <= wide + 1e-6 && wide <= nominal * 1.4
}

/** `inner bore 5.2 mm (M5 clearance hole)`: what the bore is for is no hole beside it. */
function toldAgain(frame: Frame, slot: string): void {
  const wide = frame.sizes.get(slot)?.quantity.value
  if (wide === undefined) return
  frame.children = frame.children.filter(
    ({ kind, sizes, designated, places, children, count, plural, flags }) =>
      !(
        kind.key === 'hole' &&
        designated.size > 0 &&
        sizes.size + places.length + children.length === 0 &&
        !count &&
        !plural &&
        [...flags.keys()].every((flag) => ['clearance', 'through', 'through-everything'].includes(flag)) &&
        [...designated.values()].every((one) => goesThrough(one, wide))
      ),
  )
}

/** A thread that no table has is the hole's own to refuse. */
const isKnownScrew = ({ designated }: Frame): boolean =>
  [...designated.values()].every(({ designator }) => designator !== undefined && threadOf(designator) !== undefined)

/** Three places and more are the corners of what is drawn by them. */
export function absorbCoordinates(frame: Frame, family: Family): void {
  const vertex = family.parts?.['vertex']
  if (!vertex) return
  for (const { place, at } of frame.places) {
    if (place.kind !== 'points' || place.at.length < 3) continue
    for (const [x, y] of place.at)
      frame.children.push({
        kind: vertex,
        level: 'part',
        at,
        noun: 'corner',
        plural: false,
        sizes: new Map([
          ['x', { quantity: x, times: 1 }],
          ['y', { quantity: y, times: 1 }],
        ]),
        designated: new Map(),
        flags: new Map(),
        places: [],
        targets: [],
        children: [],
        parent: frame,
      })
  }
}
