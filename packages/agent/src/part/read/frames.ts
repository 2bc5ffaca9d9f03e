import type { Span } from '@hewn/model'
import type { Atom, Quantity } from './atoms.ts'
import { fill } from './fill.ts'
import type { Frame, Kinds, Read } from './frame.ts'
import { premodifiers } from './premodifiers.ts'
import { focused, lineOf, nextNoun, type Sentence, STRONG } from './sentence.ts'
import { find } from './find-frame.ts'
import { inEachOfThem } from './in-each.ts'
import { describe, inItsPlace, reshape } from './reshape.ts'
import { give, sided } from './give.ts'
import {
  anotherRow,
  shared,
  shareOut,
  shareRows,
  meantBy,
  ownOf,
  regroup,
  titles,
  toldAgain,
  sharedOut,
} from './shares.ts'
import { twoPlaces } from './two-places.ts'
import { scopeOf } from './scope.ts'
import { rescue } from './rescue.ts'
import { isPair } from './determiners.ts'

/**
 * Joins atoms to frames. A size belongs to the noun it stands right before, else to the nearest noun before it that has
 * a free slot for it, going outwards: `flanges 20 mm wide, 100 mm long` gives the length to the beam, as flanges have none.
 */
export function framesOf(
  atoms: readonly Atom[],
  kinds: Kinds,
  seeds: readonly Frame[] = [],
  focus: readonly Frame[] = seeds.slice(-1),
): Read {
  const on: Sentence = {
    atoms,
    kinds,
    seeds,
    owners: premodifiers(atoms, kinds),
    adds: atoms.some((atom) => atom.is === 'filler' && ADDING.has(atom.text)),
    instead: atoms.some((atom) => (atom.is === 'filler' && atom.text === 'instead') || atom.is === 'old'),
    read: { bodies: [...seeds], loose: [], unread: [], spare: [], without: [], strange: [] },
    focus: [...focus],
    grouped: false,
    held: [],
  }

  const headings = new Map<Frame, Atom & { is: 'place' }>()
  const open = (index: number, atom: Atom & { is: 'noun' }) => {
    const frame = find(on, atom, index)
    if (on.heading && !frame.seeded) headings.set(frame, on.heading)
    const waiting = on.held.filter(({ owner }) => owner === index)
    for (const { atom: one } of waiting) if (one.is === 'flag' && !one.not) reshape(on, frame, one.flag)
    for (const one of waiting) {
      if (one.atom.is === 'noun') describe(on, frame, one.atom)
      else give(on, one.atom, [frame, ...lineOf(frame.parent)])
      on.held.splice(on.held.indexOf(one), 1)
      inItsPlace(on, frame)
    }
    // `counterbore the holes 8 mm x 4 mm`: the sizes are the counterbore's.
    const part = frame.children.at(-1)
    if (frame.seeded && part && !part.seeded && part.level === 'part' && part.sizes.size === 0) on.focus = [part]
    // Sizes that stood before the first noun, and found none: `Milled: 80 x 50 x 20 …`.
    if (on.read.spare.length > 0 && frame.level === 'body')
      on.read.spare = on.read.spare.filter(({ quantities }) => !fill(frame, quantities))
  }

  atoms.forEach((atom, index) => {
    const owner = on.owners.get(index)
    if (owner !== undefined) {
      on.held.push({ atom, owner })
      return
    }
    switch (atom.is) {
      case 'noun':
        open(index, atom)
        return
      case 'group':
        if (inEachOfThem(on, index)) return
        on.grouped = regroup(on, atom.which, atom.all)
        return
      case 'break':
        if (atom.strength >= STRONG) {
          if (!atom.colon) on.heading = undefined
          on.scope = atom.colon ? scopeOf(on.focus.at(-1)) : undefined
          if (on.grouped) on.focus = on.focus.slice(-1)
          on.grouped = false
        }
        leavePurpose(on, index, atom.strength)
        return
      case 'without':
        on.read.without.push({ nouns: atom.nouns, text: atom.text, at: atom.at })
        // `GT2 pulley, no flanges`: what it has by itself.
        lineOf(on.focus.at(-1)).at(-1)?.flags.set(`no-${atom.text}`, atom.at)
        return
      case 'unread':
        on.read.unread.push({ at: atom.at, text: atom.text })
        return
      case 'share':
        shared(on, atom.quantity, atom.own)
        return
      case 'quantity':
      case 'each':
      case 'count':
      case 'flag':
      case 'place': {
        if (atom.is === 'place' && isHeading(on, atom, index)) {
          on.heading = atom
          return
        }
        // `; at 6 o'clock a square post`: a clause that begins with a place speaks of what comes.
        const [from, to] = placesAt(on.atoms, index)
        const [last, next] = [on.atoms[from - 1], afterThere(on.atoms, to + 1)]
        const spec = atom.is === 'place' && atom.place.kind === 'spec' ? atom.place.spec : undefined
        const onSide = spec?.prep === 'on' || (spec?.noun === 'end' && isPair(spec.det))
        const led =
          (last?.is === 'break' && (last.strength >= STRONG || onSide)) ||
          // `block 60 x 40 x 30 and on its right side a boss`
          (last?.is === 'link' && ['and', 'with', 'plus'].includes(last.text) && on.focus.at(-1)?.level === 'body')
        const begins = led && (next?.is === 'article' || next?.is === 'count')
        const coming = begins && atom.is === 'place' ? nextNoun(on, atom) : -1
        if (coming >= 0 && !on.atoms.slice(to + 1, coming).some(({ is }) => is === 'break')) {
          on.held.push({ atom, owner: coming })
          return
        }
        standsOnThat(on, atom, index)
        if (sided(on, atom, on.atoms[index + 1])) return
        if (atom.is === 'place' && atom.place.kind === 'row') anotherRow(on)
        // `7 wombats`: so many of what is not known are no size of what is.
        const [equals, named] = [on.atoms[index - 1], on.atoms[index - 2]]
        // `q = 18`: a number whose name is not known.
        const unnamed =
          equals?.is === 'filler' && equals.text === '=' && named?.is === 'unread' && named.to === equals.from
        if (atom.is === 'quantity' && (unnamed || countsUnknown(atom.quantities, on.atoms[index + 1]))) {
          on.read.spare.push({ at: atom.at, quantities: atom.quantities })
          return
        }
        const odd = atom.is === 'quantity' ? strangerBy(on.atoms, index) : undefined
        if (odd) {
          on.read.strange.push(odd)
          on.read.spare.push({ at: atom.at, quantities: quantitiesIn(atom) })
          return
        }
        if (on.grouped && on.focus.length > 1)
          for (const frame of meantBy(on.focus, atom)) give(on, ownOf(atom), [frame, ...lineOf(frame.parent)])
        else give(on, atom, lineOf(on.focus.at(-1)))
        return
      }
      default:
    }
  })
  for (const { atom } of on.held) {
    if (atom.is === 'quantity') on.read.spare.push({ at: atom.at, quantities: atom.quantities })
    else if (atom.is === 'count') on.read.spare.push({ at: atom.at, quantities: [atom.quantity] })
    else if (atom.is === 'unread') on.read.unread.push({ at: atom.at, text: atom.text })
  }
  for (const [frame, heading] of headings) headed(frame, heading)
  twoPlaces(on)
  shareOut(on)
  shareRows(on)
  titles(on)
  toldAgain(on)
  sharedOut(on)
  rescue(on.read)
  return on.read
}

/** `end cap for a tube: 50 dia outside`, `housing for a relay board. Outside it is 90 long`: behind what it is for, the sizes are its own. */
function leavePurpose(on: Sentence, end: number, strength: number): void {
  const near = on.focus.at(-1)
  if (!near?.parent || near.level !== 'part' || near.sizes.size > 0) return
  // `cap for a tube, 50 OD, 46 ID`: what that is told by goes on; what lies in a box is measured without a pause.
  if (strength < STRONG && near.kind.key !== 'content') return
  const led = on.atoms.findLastIndex((one, place) => place < end && one.is === 'link' && one.text === 'for')
  const [noun, ...others] = on.atoms.slice(led + 1, end).filter(({ is }) => !AROUND.has(is))
  if (led >= 0 && noun?.is === 'noun' && others.length === 0) focused(on, near.parent)
}

const AROUND: ReadonlySet<Atom['is']> = new Set(['article', 'filler', 'unread', 'noted'])

/** `Left wall: two 5 mm holes`: all that this clause tells is in that face. */
function isHeading({ atoms, read }: Sentence, { place }: Atom & { is: 'place' }, index: number): boolean {
  const [before, colon, next] = [-1, 1, 2].map((step) => atoms[index + step])
  if (place.kind !== 'spec' || place.spec.places.length !== 1 || read.bodies.length === 0) return false
  if (!FACES.has(place.spec.places[0] ?? '') || !['face', 'side', undefined].includes(place.spec.noun)) return false
  return before?.is === 'break' && colon?.is === 'break' && colon.colon === true && !!next
}
const FACES: ReadonlySet<string> = new Set(['top', 'bottom', 'left', 'right', 'front', 'back'])

/** What was told under the name of a face lies in it, unless a face of its own was said. */
function headed(frame: Frame, { place, at }: Atom & { is: 'place' }): void {
  const told = frame.places.some(
    (one) => one.place.kind === 'spec' && one.place.spec.places.length > 0 && one.place.spec.noun !== 'edge',
  )
  if (frame.level === 'feature' && frame.targets.length === 0 && !told) frame.places.unshift({ place, at })
}

/** `On top, at the right end, a block`: the places that a clause begins with, from the first to the comma after the last. */
function placesAt(atoms: readonly Atom[], index: number): [number, number] {
  const comma = (one: Atom | undefined) => one?.is === 'break' && one.strength < STRONG
  const place = (at: number) => atoms[at]?.is === 'place'
  let [from, to] = [index, index]
  while (comma(atoms[from - 1]) && place(from - 2)) from -= 2
  while (comma(atoms[to + 1]) && place(to + 2)) to += 2
  if (from === to || !comma(atoms[to + 1])) return [index, index]
  return [from, to + 1]
}

/** `At the bottom there is a hole`: what is there comes. */
function afterThere(atoms: readonly Atom[], from: number): Atom | undefined {
  const one = atoms[from]
  return one?.is === 'filler' && THERE.has(one.text) ? afterThere(atoms, from + 1) : one
}
const THERE: ReadonlySet<string> = new Set(['there', 'is', 'are', 'be', 'has', 'it'])

/** `… and a 10 mm one on top of that`: on what was said right before it. */
function standsOnThat({ atoms, focus }: Sentence, atom: Atom, index: number): void {
  const [of, that] = [atoms[index + 1], atoms[index + 2]]
  const top = atom.is === 'place' && atom.place.kind === 'spec' && atom.place.spec.places.join() === 'top'
  if (!top || of?.is !== 'link' || of.text !== 'of' || that?.is !== 'filler' || that.text !== 'that') return
  const near = focus.at(-1)
  const siblings = near?.parent?.children ?? []
  const before = near && siblings[siblings.indexOf(near) - 1]
  if (near?.level === 'feature' && before?.level === 'feature')
    near.targets.push({ keys: [before.kind.key], text: before.noun })
}

const ADDING = new Set([
  'add',
  'drill',
  'put',
  'also',
  'another',
  'with',
  'cut',
  'extra',
  'additional',
  'mill',
  'bore',
  'include',
  'more',
])
const quantitiesIn = (atom: Atom): Quantity[] => (atom.is === 'quantity' ? atom.quantities : [])
/** `a 2 mm slit`, `head 18 wide`: the thing that a size was said of, where it is not known. */
function strangerBy(atoms: readonly Atom[], index: number): { at: Span; text: string } | undefined {
  const name = (one: Atom | undefined) => (one?.is === 'unread' && !one.known && isName(one.text) ? one : undefined)
  const [back, before, atom, after, next] = [-2, -1, 0, 1, 2].map((step) => atoms[index + step])
  if (atom?.is !== 'quantity' || atom.quantities.length > 1) return undefined
  const [size] = atom.quantities
  const starts = before === undefined || ['break', 'link', 'article', 'count'].includes(before.is)
  const ends =
    next === undefined || ['break', 'link', 'place'].includes(next.is) || (next.is === 'filler' && next.to > next.from)
  const purpose = before?.is === 'article' ? back : before
  if (purpose?.is === 'link' && purpose.text === 'for') return undefined
  // `cube 20 light years`
  const unit = before?.is === 'noun' && !size?.number?.unit && next?.is === 'unread'
  if (unit && size?.role === undefined && !size?.designator && name(after)) return name(after)
  if (starts && before && ends && size?.role === undefined && name(after)) return name(after)
  const opens = back === undefined || back.is === 'break' || back.is === 'link' || back.is === 'article'
  return opens && back && size?.role && !size.leading ? name(before) : undefined
}
/** What could be the name of a thing, and is no adjective. */
const isName = (text: string): boolean =>
  /^[a-z]{3,}$/.test(text) && !/(?:ed|ly|ing|al|ous|ive|ic|est|er|nt)$/.test(text)
const countsUnknown = ([one, ...others]: Quantity[], next: Atom | undefined): boolean =>
  others.length === 0 &&
  one !== undefined &&
  one.role === undefined &&
  one.designator === undefined &&
  one.number?.unit === undefined &&
  Number.isInteger(one.number?.value) &&
  next?.is === 'unread' &&
  /^[a-z]{3,}s$/.test(next.text)
