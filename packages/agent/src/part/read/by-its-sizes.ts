import { isUnsupported, OUTLINES } from '../unsupported.ts'
import type { Atom, Quantity } from './atoms.ts'
import { isPair } from './determiners.ts'

// A thing that no noun names: the words for its sizes say what it is. Round or with sides, with a wall or without, open or with a floor.

/** The body that its sizes and adjectives alone tell, and where it is spoken of first. */
export interface Told {
  index: number
  key: string
  text: string
  /** The same words with what they mean once the body is known: `bottom 5 thick` is a floor of what is hollow. */
  atoms: readonly Atom[]
}

export function byItsSizes(all: readonly Atom[]): Told | undefined {
  const atoms = acrossRound(all.map((atom, index) => crossing(all, atom, index)))
  const own = ownSizes(atoms)
  const sizes = own.flatMap(({ quantities }) => quantities)
  const [begins] = own
  if (!begins || sizes.length < 2 || sizes.some(({ designator, relative }) => designator || relative)) return undefined
  if (atoms.some((atom, index) => isOther(atoms, atom, index))) return undefined
  const traits = new Set(
    atoms.slice(0, firstFeature(atoms)).flatMap((one) => (one.is === 'flag' && !one.not ? [one.flag] : [])),
  )
  const made = roundOf(sizes, traits) ?? corneredOf(sizes, traits) ?? straightOf(own, sizes, traits)
  if (!made) return undefined
  const first = atoms.findIndex((one, index) => index >= begins.index || (one.is === 'flag' && SHAPES.has(one.flag)))
  return { index: first, ...made, atoms: withRoles(atoms, made.key) }
}

/** `a street lamp`, `a teardrop`: known, and not of its sizes alone; `with a pole height of 300`: a size of what is not known. */
function isOther(atoms: readonly Atom[], atom: Atom, index: number): boolean {
  // `25 for the first 20 mm`: told in stretches.
  if (atom.is === 'quantity') return atom.within !== undefined
  if (atom.is !== 'unread') return false
  const [two, before, after] = [-2, -1, 1].map((step) => atoms[index + step])
  if (OUTLINES.test(atom.text)) return true
  if (isUnsupported(atom.text)) return after?.is !== 'unread' && after?.is !== 'noun'
  const led = before?.is === 'article' && two?.is === 'link' && ['with', 'has', 'having'].includes(two.text)
  return led && after?.is === 'quantity' && after.quantities[0]?.leading === true
}

/** A size with what stands around it. */
interface Own {
  index: number
  quantities: Quantity[]
}

/** Sizes that are of nothing else: those before the first feature, and such as stand alone in their clause behind it. */
function ownSizes(atoms: readonly Atom[]): Own[] {
  const end = firstFeature(atoms)
  return atoms.flatMap((atom, index) =>
    atom.is === 'quantity' && (index < end || (isAlone(atoms, index) && isExtent(atom.quantities)))
      ? [{ index, quantities: atom.quantities }]
      : [],
  )
}

/** Where the clause of the first feature begins, with its sizes and its count. */
function firstFeature(atoms: readonly Atom[]): number {
  // `door flap 210 wide`: a word of its name, and no opening.
  const noun = atoms.findIndex(({ is }, index) => is === 'noun' && atoms[index + 1]?.is !== 'unread')
  if (noun < 0) return atoms.length
  let place = noun
  while (place > 0 && OF_NOUN.has(atoms[place - 1]?.is ?? 'break')) place--
  return place
}
const OF_NOUN: ReadonlySet<Atom['is']> = new Set(['quantity', 'count', 'flag', 'article', 'place', 'filler', 'unread'])

function isAlone(atoms: readonly Atom[], index: number): boolean {
  const ends = (one: Atom | undefined) => one === undefined || one.is === 'break'
  let before = index - 1
  while (['filler', 'article'].includes(atoms[before]?.is ?? '')) before--
  return ends(atoms[before]) && ends(atoms[index + 1])
}
const isExtent = ([one, ...others]: Quantity[]): boolean => others.length === 0 && EXTENTS.has(one?.role ?? '')
const EXTENTS: ReadonlySet<string> = new Set([
  'length',
  'width',
  'height',
  'thickness',
  'wall',
  'floor',
  'inner',
  'outer',
])

/** `Ø60/Ø48`, `bottom 5 thick`, `5 mm thick at the bottom`: what two atoms say together. */
function crossing(atoms: readonly Atom[], atom: Atom, index: number): Atom {
  if (atom.is !== 'quantity') return atom
  const [two, slash, before, after] = [-2, -1, -1, 1].map((step) => atoms[index + step])
  const [size, ...others] = atom.quantities
  if (!size) return atom
  if (size.role === 'diameter' && slash?.is === 'filler' && slash.text === '/' && two?.is === 'quantity')
    return { ...atom, quantities: [{ ...size, role: 'inner' }, ...others] }
  const walled = atoms.some((one) => one.is === 'quantity' && one.quantities.some(({ role }) => role === 'wall'))
  if (walled && others.length === 0 && size.role === 'bottom-width')
    return { ...atom, quantities: [{ ...size, role: 'floor' }] }
  const low = [before, after].some(
    (one) => one?.is === 'place' && one.place.kind === 'spec' && isBottom(one.place.spec),
  )
  const floor = low && others.length === 0 && (size.role === undefined || size.role === 'thickness')
  return floor ? { ...atom, quantities: [{ ...size, role: 'floor' }] } : atom
}
const isBottom = ({ places, det, noun }: { places: string[]; det?: string; noun?: string }): boolean =>
  places.join() === 'bottom' && !isPair(det) && (noun === undefined || noun === 'face')

/** `glide 30 across, 6 high`: two sizes make nothing that has sides. */
function acrossRound(atoms: readonly Atom[]): readonly Atom[] {
  const own = ownSizes(atoms)
  const [one, ...others] = own.filter(({ quantities }) => quantities.some(({ across }) => across))
  const [size] = one?.quantities ?? []
  const told = own.flatMap(({ quantities }) => quantities)
  if (!one || !size || size.role || others.length > 0 || one.quantities.length > 1) return atoms
  const sides = told.filter(({ role }) => role === undefined || SIDES.has(role))
  const straight =
    sides.length > 2 ||
    sides.filter(({ role }) => !role || role === 'side' || role === 'width').length > 1 ||
    atoms.some((atom) => atom.is === 'flag' && (atom.flag === 'square' || CORNERED.has(atom.flag)))
  const across: Atom = {
    ...(atoms[one.index] as Atom & { is: 'quantity' }),
    quantities: [{ ...size, role: 'diameter' }],
  }
  return straight ? atoms : atoms.with(one.index, across)
}

type Made = { key: string; text: string }

/** With a diameter, or said to be round, and with a length. */
function roundOf(sizes: readonly Quantity[], traits: ReadonlySet<string>): Made | undefined {
  const has = rolesOf(sizes)
  const round = traits.has('circular') || traits.has('cylindrical')
  const across = sizes.find(({ role }) => role && DIAMETERS.has(role)) ?? (round ? sizes.find(isAcross) : undefined)
  const [chain] = sizes.filter(({ role }) => role === undefined)
  const high = sizes.find(({ role, ...one }) => one !== across && role && LENGTHS.has(role)) ?? chain
  const flat = traits.has('square') || traits.has('rectangular') || has('side', 'flats')
  if (!across || !high || high === across || flat) return undefined
  if (has('floor') || (has('wall') && isClosed(traits))) return { key: 'jar', text: 'round box' }
  const bored = has('inner', 'inner-radius', 'wall') || sizes.filter(({ role }) => role === 'diameter').length > 1
  if (bored) return high.value * 5 <= across.value ? { key: 'washer', text: 'ring' } : { key: 'tube', text: 'tube' }
  return high.value < across.value ? { key: 'disc', text: 'disc' } : { key: 'cylinder', text: 'cylinder' }
}
const isAcross = ({ role }: Quantity): boolean => role === 'width' || role === undefined

/** So far across flats. */
function corneredOf(sizes: readonly Quantity[], traits: ReadonlySet<string>): Made | undefined {
  const has = rolesOf(sizes)
  const shape = [...CORNERED].find(([flag]) => traits.has(flag))?.[1] ?? (has('flats') ? 'hexagon' : undefined)
  return shape && sizes.length > 1 ? { key: shape, text: shape } : undefined
}

/** With three sides, told in whatever way; with a wall it is a box or a square tube. */
function straightOf(own: readonly Own[], sizes: readonly Quantity[], traits: ReadonlySet<string>): Made | undefined {
  const has = rolesOf(sizes)
  const square = has('side') || traits.has('square') || sizes.some((one) => one.square)
  const sides = sizes.filter(({ role }) => role === undefined || SIDES.has(role) || (square && role === 'outer'))
  const told = sides.length + (square && !own.some(({ quantities }) => quantities.length > 1) ? 1 : 0)
  if (told !== 3 || new Set(sides.map(({ role }, index) => role ?? index)).size < sides.length) return undefined
  if (has('wall', 'floor')) {
    const closed = has('floor') || isClosed(traits) || !(traits.has('hollow') || traits.has('open-ends'))
    if (closed) return { key: 'enclosure', text: 'box' }
    return has('height') ? { key: 'upright-tube', text: 'square tube' } : { key: 'hollow-section', text: 'square tube' }
  }
  const values = sides.map(({ value }) => value)
  const flat = has('thickness') || Math.min(...values) * 5 <= Math.max(...values)
  return flat ? { key: 'plate', text: 'plate' } : { key: 'block', text: 'block' }
}

const isClosed = (traits: ReadonlySet<string>): boolean =>
  ['closed-end', 'open', 'round-bottom'].some((one) => traits.has(one)) && !traits.has('open-ends')

const rolesOf =
  (sizes: readonly Quantity[]) =>
  (...roles: string[]): boolean =>
    sizes.some(({ role }) => role !== undefined && roles.includes(role))

/** How wide what is round is, is its diameter; two diameters are its outside and its inside. */
function withRoles(atoms: readonly Atom[], key: string): readonly Atom[] {
  const own = new Set(ownSizes(atoms).map(({ index }) => index))
  if (!ROUND.has(key))
    // `square, 80 outside`
    return atoms.map((atom, index) =>
      atom.is === 'quantity' && own.has(index)
        ? {
            ...atom,
            quantities: atom.quantities.map((one) => (one.role === 'outer' ? { ...one, role: 'side' as const } : one)),
          }
        : atom,
    )
  const told = [...own].some((index) => rolesIn(atoms[index]).some((role) => DIAMETERS.has(role)))
  let taken = told
  return atoms.map((atom, index) => {
    if (atom.is !== 'quantity' || !own.has(index)) return atom
    return {
      ...atom,
      quantities: atom.quantities.map((one) => {
        if (taken || !isAcross(one)) return one
        taken = true
        return { ...one, role: 'outer' as const }
      }),
    }
  })
}
const rolesIn = (atom: Atom | undefined): string[] =>
  atom?.is === 'quantity' ? atom.quantities.flatMap(({ role }) => (role ? [role] : [])) : []

const ROUND: ReadonlySet<string> = new Set(['jar', 'washer', 'tube', 'disc', 'cylinder'])
const DIAMETERS: ReadonlySet<string> = new Set(['diameter', 'outer', 'radius', 'inner', 'outer-radius'])
const LENGTHS: ReadonlySet<string> = new Set(['length', 'height', 'thickness', 'depth', 'overall', 'inner-height'])
const SIDES: ReadonlySet<string> = new Set(['length', 'width', 'height', 'depth', 'thickness', 'side'])
const CORNERED: ReadonlyMap<string, string> = new Map([
  ['hexagonal', 'hexagon'],
  ['octagonal', 'octagon'],
  ['pentagonal', 'pentagon'],
])
const SHAPES: ReadonlySet<string> = new Set([
  'circular',
  'square',
  'rectangular',
  'hollow',
  'open',
  'closed-end',
  'open-ends',
  ...CORNERED.keys(),
])
