import type { Span } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import type { Atom, SaidPlace } from './atoms.ts'
import type { Frame, Kinds, Read } from './frame.ts'
import { PREPOSITIONS } from './premodifiers.ts'

/** A sentence while it is read: what stands in it, and what was made of it so far. */
export interface Sentence {
  readonly atoms: readonly Atom[]
  readonly kinds: Kinds
  /** What the design there is has, when this is an edit. */
  readonly seeds: readonly Frame[]
  /** By the place of an atom that stands before its noun: the place of that noun. */
  readonly owners: ReadonlyMap<number, number>
  /** It adds to what is there, or puts something in its place. */
  readonly adds: boolean
  readonly instead: boolean
  readonly read: Read
  /** What is spoken of now. */
  focus: Frame[]
  /** The leg or the lid that this clause speaks of: `Upright 50 mm: two holes …`, `In the long leg a slot …`. */
  scope?: Frame['targets'][number] | undefined
  /** The face that this clause speaks of: `Left wall: two holes …`. */
  heading?: (Atom & { is: 'place' }) | undefined
  /** What is said now holds for each of them. */
  grouped: boolean
  /** Said before the noun it is of. */
  readonly held: { atom: Atom; owner: number }[]
}

export function lineOf(frame: Frame | undefined): Frame[] {
  return frame ? [frame, ...lineOf(frame.parent)] : []
}

/** The places of what stands before a noun and was said of it: `four`, `9 mm` of `four 9 mm holes`. */
export const ownedBy = (on: Sentence, index: number): number[] =>
  [...on.owners].filter(([, owner]) => owner === index).map(([place]) => place)

/** Where that begins: at the noun itself, when nothing does. */
export const beginOf = (on: Sentence, index: number): number => Math.min(index, ...ownedBy(on, index))

export function focused(on: Sentence, frame: Frame): Frame {
  on.focus = [frame]
  on.grouped = false
  return frame
}

export function add(
  on: Sentence,
  kind: Kind,
  level: Frame['level'],
  atom: Atom & { is: 'noun' },
  parent: Frame | undefined,
): Frame {
  const frame: Frame = {
    kind,
    level,
    at: atom.at,
    noun: atom.text,
    plural: atom.plural,
    sizes: new Map(),
    designated: new Map(),
    flags: flagsOf(atom),
    places: [],
    targets: [],
    children: [],
    ...(atom.det ? { det: atom.det } : {}),
    ...(parent ? { parent } : {}),
  }
  if (parent) parent.children.push(frame)
  else if (level === 'body') {
    // `M4 hole in a plate`: what came before its body is the body's.
    if (on.read.bodies.length === 0) adopt(on, frame)
    on.read.bodies.push(frame)
  } else on.read.loose.push(frame)
  return frame
}

function adopt(on: Sentence, body: Frame): void {
  for (const one of on.read.loose.filter(({ level }) => level === 'feature')) {
    one.parent = body
    body.children.push(one)
  }
  on.read.loose = on.read.loose.filter(({ level }) => level !== 'feature')
}

/** What stands before all that was said of a noun. */
export function jointOf(on: Sentence, index: number): string | undefined {
  const owned = ownedBy(on, index)
  let place = Math.min(index, ...owned) - 1
  while (on.atoms[place]?.is === 'article' || on.atoms[place]?.is === 'count') place--
  const before = on.atoms[place]
  if (before?.is === 'unread') return before.text
  if (before?.is === 'link') return ['and', 'plus'].includes(before.text) ? undefined : before.text
  return before?.is === 'filler' && PREPOSITIONS.has(before.text) ? before.text : undefined
}

/** `standing on a plate`, `on top of a cylinder`: what was said before stands on it. */
export function isGround(on: Sentence, index: number): boolean {
  const owned = ownedBy(on, index)
  let place = Math.min(index, ...owned) - 1
  if (on.atoms[place]?.is === 'article') place--
  const [before, further] = [on.atoms[place], on.atoms[place - 1]]
  // `a cylinder with a bore, standing on a plate`: no bore stands.
  const stands = further?.is === 'filler' && STANDS.has(further.text)
  if (on.focus.at(-1)?.level !== 'body' && !stands) return false
  // `a cube in the middle of a plate`
  if (before?.is === 'place') return before.place.kind === 'centre' && before.place.across === undefined
  if (before?.is === 'filler') return ['on', 'onto', 'upon', 'atop'].includes(before.text)
  const top = further?.is === 'place' && further.place.kind === 'spec' && further.place.spec.places.join() === 'top'
  return before?.is === 'link' && before.text === 'of' && top
}

const STANDS: ReadonlySet<string> = new Set(['sitting', 'standing', 'stands', 'sits', 'resting', 'mounted', 'placed'])

/** `plug …, 3 mm hole through`: a hole in it, and not the one it goes into (`for a 12 mm hole`). */
export const isOwnHole = (on: Sentence, atom: Atom & { is: 'noun' }, index: number): boolean =>
  atom.nouns.includes('hole') && [undefined, 'with'].includes(jointOf(on, index))

export function holdsSizes(on: Sentence, index: number): boolean {
  return ownedBy(on, index).some((place) => on.atoms[place]?.is === 'quantity')
}

/** Only sizes stand between it and the noun before. */
export function touches(on: Sentence, index: number): boolean {
  let place = index - 1
  while (on.atoms[place]?.is === 'quantity' && !on.owners.has(place)) place--
  return on.atoms[place]?.is === 'noun'
}

export function adjacent(on: Sentence, index: number): boolean {
  return on.atoms[index - 1]?.is === 'noun'
}

export function nextNoun(on: Sentence, atom: Atom): number {
  return on.atoms.findIndex((other) => other.is === 'noun' && other.from >= atom.to)
}

/** `with a …`, `and a …`. */
export function brought(on: Sentence, index: number): boolean {
  const first = beginOf(on, index)
  return [on.atoms[first - 1], on.atoms[first - 2]].some((one) => one?.is === 'link' && one.text !== 'of')
}

export function articleBefore(on: Sentence, index: number, owned: readonly number[]): string | undefined {
  const first = on.atoms[Math.min(index, ...owned)]
  return first?.is === 'article' ? first.text : undefined
}

/** Nothing was said of it yet: the words before a colon, or the first half of `gasket ring`. */
export const isTitle = (frame: Frame): boolean =>
  !frame.seeded && frame.sizes.size === 0 && frame.children.length === 0 && frame.places.length === 0
/** `four`, and not `one`. */
export const isMany = (atom: Atom | undefined): boolean => atom?.is === 'count' && atom.quantity.value !== 1
export const isFlag = (atom: Atom | undefined, flag: string): boolean => atom?.is === 'flag' && atom.flag === flag
/** What is bounded by flat faces, and has edges all round. */
export const SIDES: ReadonlyMap<string, number> = new Map([
  ['triangle', 3],
  ['pentagon', 5],
  ['hexagon', 6],
  ['heptagon', 7],
  ['octagon', 8],
])
/** Places that only features have. */
export const COMING = new Set<SaidPlace['kind']>([
  'from',
  'spacing',
  'circle',
  'grid',
  'line',
  'clock',
  'points',
  'offset',
])
export const STRONG = 2

/** `square plate`: what the noun itself says of the shape. */
export const flagsOf = (atom: Atom & { is: 'noun' }): Map<string, Span> =>
  new Map(
    atom.text
      .split(' ')
      .flatMap((word): [string, Span][] => (NOUN_FLAGS.has(word) ? [[NOUN_FLAGS.get(word) ?? word, atom.at]] : [])),
  )
const NOUN_FLAGS: ReadonlyMap<string, string> = new Map([
  ['square', 'square'],
  ['blind', 'blind'],
  ['tapped', 'tapped'],
  ['threaded', 'tapped'],
  ['tap', 'tapped'],
  ['tapping', 'tapped'],
  ['cross', 'cross'],
  ['radial', 'radial'],
  ['vertical', 'vertical'],
  ['hollow', 'hollow'],
  ['rounded', 'rounded'],
  ['half', 'half'],
])
