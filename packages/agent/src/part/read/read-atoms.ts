import type { Span } from '@hewn/model'
import type { Item, NumberItem, WordItem } from '../words/items.ts'
import type { Atom, Meaning } from './atoms.ts'
import { type Cursor, cursorAt, type Recogniser } from './cursor.ts'
import { relative } from './changes.ts'
import * as circles from './circles.ts'
import * as patterns from './patterns.ts'
import * as places from './places.ts'
import { points } from './points.ts'
import { corners, countOf, ends, gap, pair, quantityOf, standing, stepped, taper } from './quantities.ts'
import { designator, sizes } from './sizes.ts'

/** Reads from left to right; at every place the recogniser that takes most items wins, on a tie the earlier one. */
export function readAtoms(items: readonly Item[], { edits = false } = {}): Atom[] {
  const atoms: Atom[] = []
  for (let place = 0; place < items.length; ) {
    let best: { meaning: Meaning; to: number } | undefined
    for (const recognise of RECOGNISERS) {
      const at = cursorAt(items, place)
      const meaning = recognise(at)
      if (meaning && at.place > (best?.to ?? place)) best = { meaning, to: at.place }
    }
    const to = best?.to ?? place + 1
    const from = items[place]?.at[0] ?? 0
    const end = items[to - 1]?.at[1] ?? from
    atoms.push({ ...(best?.meaning ?? leftOver(items[place])), at: [from, end], from: place, to })
    place = to
  }
  const holes = impliedHoles(screwsNamed(countsFirst(atoms.flatMap(impliedStep))))
  // Over a part there is, three sizes are that part's.
  return edits ? holes : impliedBody(holes)
}

/** `80 x 50 x 20 mm with four holes`, `a round thing 40 wide`: no noun, but the sizes or the shape tell what it is. */
function impliedBody(atoms: readonly Atom[]): Atom[] {
  if (atoms.some((atom) => atom.is === 'noun' && atom.nouns.some((key) => BODIES.has(key)))) return [...atoms]
  const before = (index: number) => atoms.slice(0, index).some((atom) => atom.is === 'noun')
  const named = (index: number) => before(index) || atoms.slice(0, index + 2).some((atom) => atom.is === 'unread')
  const first = (index: number, text: string): Atom[] => {
    const { at = [0, 0], from = 0 } = atoms[index] ?? {}
    const noun: Atom = { is: 'noun', nouns: [text], text, plural: false, at: at as Span, from, to: from }
    return [...atoms.slice(0, index), noun, ...atoms.slice(index)]
  }
  const chain = atoms.findIndex((atom) => atom.is === 'quantity' && atom.quantities.length === 3)
  const sizes = atoms[chain]
  if (sizes?.is === 'quantity' && !before(chain) && sizes.quantities.every(({ role }) => role === undefined)) {
    const values = sizes.quantities.map(({ value }) => value)
    return first(chain, Math.min(...values) * 5 <= Math.max(...values) ? 'plate' : 'block')
  }
  const shape = atoms.findIndex((atom) => atom.is === 'flag' && SHAPES.has(atom.flag) && !atom.not)
  const flag = atoms[shape]
  if (flag?.is === 'flag' && !named(shape)) return rounded(first(shape, SHAPES.get(flag.flag) ?? ''), flag.flag)
  const round = atoms.findIndex(
    (atom) => atom.is === 'quantity' && atom.quantities.some(({ role }) => role && ROUND.has(role)),
  )
  if (round < 0 || named(round)) return [...atoms]
  const roles = atoms.flatMap((atom) => (atom.is === 'quantity' ? atom.quantities.map(({ role }) => role) : []))
  return first(round, roles.includes('inner') ? 'tube' : 'cylinder')
}
const SHAPES = new Map([
  ['circular', 'disc'],
  ['rectangular', 'plate'],
  ['square', 'plate'],
  ['hexagonal', 'hexagon'],
  ['octagonal', 'octagon'],
  ['pentagonal', 'pentagon'],
  ['triangular', 'triangle'],
  ['elliptical', 'ellipse'],
])
const ROUND = new Set(['diameter', 'outer'])

/** How wide a round thing is, is its diameter. */
function rounded(atoms: Atom[], shape: string): Atom[] {
  const sizes = atoms.flatMap((atom) => (atom.is === 'quantity' ? atom.quantities : []))
  const wide = sizes.find(({ role }) => role === 'width')
  if (shape === 'circular' && wide && !sizes.some(({ role }) => role && ROUND.has(role))) wide.role = 'diameter'
  return atoms
}
const BODIES = new Set<string>()
/** Told once by the registry, which knows the families. */
export const setBodies = (keys: readonly string[]): void => {
  for (const key of keys) BODIES.add(key)
}

/** `holes for M6 socket cap screws`: the screw tells how large the hole is, and is not made. */
function screwsNamed(atoms: readonly Atom[]): Atom[] {
  const gone = new Set<number>()
  atoms.forEach((atom, index) => {
    if (atom.is !== 'noun' || !/(?:screw|bolt|fastener|rivet|stud)$/.test(atom.text)) return
    let place = index - 1
    while (place > index - 5 && ['unread', 'filler'].includes(atoms[place]?.is ?? '')) place--
    const size = atoms[place]
    if (size?.is !== 'quantity' || !size.quantities[0]?.designator) return
    const before = atoms[place - 1]?.is === 'article' ? atoms[place - 2] : atoms[place - 1]
    const led =
      before?.is === 'link'
        ? before.text === 'for'
        : before?.is === 'filler' && /^(?:for|to|fit|take|suit|of)$/.test(before.text)
    if (!led || !atoms.slice(0, place).some(({ is }) => is === 'noun')) return
    for (let one = place + 1; one <= index; one++) gone.add(one)
  })
  return atoms.map((atom, index) =>
    gone.has(index) ? { is: 'filler', text: '', at: atom.at, from: atom.from, to: atom.to } : atom,
  )
}

/** `4x M5 on a 60 mm circle`, `Ø13 in the middle`: a screw or a diameter with a place is a hole, though nobody says so. */
function impliedHoles(atoms: readonly Atom[]): Atom[] {
  return atoms.flatMap((atom, index): Atom[] => {
    const [quantity, deep] = atom.is === 'quantity' && atom.quantities.length <= 2 ? atom.quantities : []
    // `1 mm x 45° both ends`
    const near = [atoms[index - 1], atoms[index + 1], atoms[index - 2]]
    const chamfered = near.some(
      (one) => one?.is === 'noun' && one.nouns.some((key) => ['chamfer', 'countersink', 'fillet'].includes(key)),
    )
    if (deep?.role === 'angle' && deep.value === 45 && quantity?.role === undefined && !chamfered)
      return [atom, { ...holeAt(atom, false), nouns: ['chamfer'], text: 'chamfer' } as Atom]
    if (deep && !(quantity?.designator && deep.role === 'depth')) return [atom]
    // `Top edge R2`
    const named = atoms[index - 1]
    const clause = atoms[index - 2]
    if (
      quantity?.role === 'radius' &&
      named?.is === 'place' &&
      named.place.kind === 'spec' &&
      ['edge', 'rim'].includes(named.place.spec.noun ?? '') &&
      (clause === undefined || clause.is === 'break' || (clause.is === 'link' && clause.text !== 'of'))
    )
      return [atom, { ...holeAt(atom, false), nouns: ['fillet'], text: 'fillet' } as Atom]
    // `R5 on the upright edges`
    const following = atoms[index + 1]
    if (
      (quantity?.role === 'radius' || quantity?.role === 'root') &&
      following?.is === 'place' &&
      following.place.kind === 'spec' &&
      ['edge', 'corner', 'rim', 'end'].includes(following.place.spec.noun ?? '')
    )
      return [
        atom,
        { is: 'noun', nouns: ['fillet'], text: 'fillet', plural: false, at: atom.at, from: atom.to, to: atom.to },
      ]
    if (!quantity || !(quantity.designator || quantity.role === 'diameter')) return [atom]
    // Worked on before it is named: `tapped M8`, `countersunk M5 in each corner`.
    let first = index
    while (isWork(atoms[first - 1])) first--
    const before = atoms[first - 1]
    const counted = before?.is === 'count'
    // `Holes: 4x Ø4 mm`: the title says it.
    const [colon, title] = [atoms[first - 2], atoms[first - 3]]
    const titled = before?.is === 'break' && before.strength === 2 && atoms[first - 2]?.is === 'noun'
    if (colon?.is === 'break' && colon.strength === 2 && title?.is === 'noun' && title.nouns.includes('hole'))
      return [atom]
    let after = index + 1
    let worked = first < index
    for (; ; after++) {
      const one = atoms[after]
      if (isWork(one)) worked = true
      const depth = one?.is === 'quantity' && one.quantities.length === 1 && one.quantities[0]?.role === 'depth'
      if (depth && worked) continue
      if (one?.is !== 'flag' && !(one?.is === 'filler' && one.to === one.from + 1)) break
    }
    const next = atoms[after]
    // `4x Ø9 thru counterbore Ø15 x 9`
    const headed =
      next?.is === 'noun' && /^(?:counterbor|countersink|countersunk|csk|cbore|c bore|spotfac)/.test(next.text)
    if ((next?.is === 'noun' && !(headed && counted)) || next?.is === 'quantity') return [atom]
    // `a hole tapped M8`: the hole was said.
    let said = first - 1
    while (['filler', 'flag', 'link', 'article'].includes(atoms[said]?.is ?? '')) said--
    const hole = atoms[said]
    if (worked && !(hole?.is === 'noun' && hole.nouns.some((key) => key === 'hole' || BODIES.has(key))))
      return [atom, holeAt(atom, counted && before.quantity.value > 1)]
    // `a groove 2 mm wide and 14 mm diameter in the middle`: two sizes of one thing.
    const joins = before?.is === 'link' && before.text === 'and' && atoms[index - 2]?.is === 'quantity'
    const placed =
      !joins &&
      next?.is === 'place' &&
      before !== undefined &&
      !titled &&
      ['break', 'link', 'article'].includes(before.is)
    // `a hole for an M4 screw in each corner`: the hole was said.
    const whose = before?.is === 'article' ? atoms[index - 2] : before
    if ((!counted && !placed) || (whose?.is === 'link' && (whose.text === 'for' || whose.text === 'of'))) return [atom]
    const many = counted && before.quantity.value > 1
    return [atom, holeAt(atom, many)]
  })
}
const holeAt = ({ at, to }: Atom, plural: boolean): Atom => ({
  is: 'noun',
  nouns: ['hole'],
  text: 'hole',
  plural,
  at,
  from: to,
  to,
})
/** What is done to holes alone. */
const isWork = (atom: Atom | undefined): boolean =>
  atom?.is === 'flag' && ['tapped', 'countersunk', 'counterbored'].includes(atom.flag)

/** `stepped to 8 mm for the last 20`: a step, though nobody says so. */
function impliedStep(atom: Atom): Atom[] {
  if (atom.is !== 'quantity' || !atom.within) return [atom]
  const { at, from } = atom
  const step: Atom = { is: 'noun', nouns: ['stage'], text: 'stepped', plural: false, at, from, to: from }
  // `12 mm diameter for the rest`: as long as is left.
  if (atom.within === 'rest') return [step, atom]
  const flags = atom.within === 'both' ? ['within', 'both-ends'] : ['within']
  return [step, ...flags.map((flag): Atom => ({ is: 'flag', flag, at, from, to: from })), atom]
}

function leftOver(item: Item | undefined): Meaning {
  // `2 holes each side`: with no number beside it, it is no size.
  if (item?.kind === 'word' && /^(?:on )?each side$/.test(item.text))
    return { is: 'place', place: { kind: 'spec', spec: { places: [], flags: [], det: 'each', noun: 'side' } } }
  if (item?.kind === 'word') return { is: 'unread', text: item.text, ...(item.entry ? { known: true as const } : {}) }
  if (item?.kind === 'times') return { is: 'unread', text: '×' }
  return { is: 'filler', text: item?.kind === 'mark' ? item.text : '' }
}

/** `one in each corner`, `two along the left edge and one 15 mm from the right`: the thing counted was named before. */
const share: Recogniser<Meaning> = (at) => {
  const before = at.peek(-1)
  const more = at.attempt(another)
  if (more) return more
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || number.value < 1) return undefined
  if (number.value > 60) return undefined
  const end = at.place
  at.skip('of', 'them', 'these', 'more', 'hole', 'holes')
  const written = /[a-z]/i.test(number.text)
  // `holes 10 in the middle` is a size; `: 3 along each long edge` is not.
  const listed = before?.kind === 'mark' || (before?.kind === 'word' && before.text === 'and')
  if (!written && !(listed && at.attempt(placed) === 'each')) return undefined
  const counted = !written || at.attempt(placed) || at.attempt(places.from) || at.attempt(places.offset)
  if (!counted) return undefined
  at.reset(end)
  return { is: 'share', quantity: countOf(number) }
}
/** `and another one 15 mm from the right`: once more what was spoken of, elsewhere. */
function another(at: Cursor): Meaning | undefined {
  at.skip('a', 'an')
  const word = at.word('another', 'second', 'third')
  if (!word) return undefined
  at.skip('one', 'of', 'them')
  const number = at.item?.kind === 'number' && at.item.unit === undefined ? at.number() : undefined
  const end = at.place
  const somewhere = [placed, places.from, places.offset, points, patterns.spacing, circles.circle]
  if (!somewhere.some((one) => at.attempt<unknown>(one))) return undefined
  at.reset(end)
  return number && number.value !== 1
    ? { is: 'share', quantity: countOf(number) }
    : { is: 'share', quantity: { value: 1, at: word.at, used: 'count' } }
}

/** `in each corner`, `on the left`, `along both long edges`, `in the upright`. */
function placed(at: Cursor): 'each' | 'the' | undefined {
  if (!at.word('in', 'on', 'at', 'along', 'per', 'near', 'through', 'by')) return undefined
  const each = at.word('each', 'every', 'either', 'both', 'the', 'one', 'all', 'its', 'top', 'left', 'right')
  if (!each) return undefined
  at.skip('four', 'two', 'other', 'of')
  at.attempt(() => (at.number()?.unit === undefined ? true : undefined))
  const side = ['left', 'right', 'top'].includes(each.text)
  if (!side && !at.wordIf(({ entry }) => entry?.place !== undefined || (entry?.nouns.length ?? 0) > 0)) return undefined
  return EACH.has(each.text) ? 'each' : 'the'
}
const EACH = new Set(['each', 'every', 'either', 'both'])

/** `4x M5`, `4 × Ø6`, `(4) 6 mm holes`, `four holes`, `qty 4`. */
const count: Recogniser<Meaning> = (at) => {
  const bracket = at.mark('(')
  const named = !bracket && at.word('qty', 'quantity', 'count')
  if (named) {
    at.skip('of')
    at.mark(':=')
  }
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || number.value < 1) return undefined
  const quantity = { value: number.value, at: number.at, number }
  const behind = at.peek(-3)
  if (bracket && behind?.kind === 'word' && behind.plural && (behind.entry?.nouns.length ?? 0) > 0)
    return at.mark(')') ? { is: 'count', quantity } : undefined
  if (bracket) return at.mark(')') && counted(at) ? { is: 'count', quantity } : undefined
  if (named) return { is: 'count', quantity }
  if (at.word('of') && at.word('them', 'these', 'those')) return { is: 'count', quantity }
  if (at.word('off', 'pieces', 'pcs', 'no', 'nos')) return { is: 'count', quantity }
  if (number.value === 1 && /[a-z]/i.test(number.text)) return single(at) ? { is: 'count', quantity } : undefined
  if (['pair', 'couple', 'dozen'].includes(number.text.split(' ').at(-1) ?? '')) at.skip('of')
  if (at.times()) return counted(at) || screwed(at) ? { is: 'count', quantity } : undefined
  return counted(at) ? { is: 'count', quantity } : undefined
}

/** `M3 clearance x 4 on Ø31`, `M4 holes x 6`: the count comes last. */
const countBehind: Recogniser<Meaning> = (at) => {
  const before = at.peek(-1)
  const counts =
    before?.kind === 'word' &&
    (['clearance', 'tapped'].includes(before.entry?.flag ?? '') ||
      (before.plural && (before.entry?.nouns.includes('hole') ?? false)))
  if (!counts || !at.times()) return undefined
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || number.value < 1) return undefined
  const next = at.item
  const ends =
    next === undefined ||
    (next.kind === 'mark' && ',;.'.includes(next.text)) ||
    (next.kind === 'word' && ['on', 'at', 'in', 'around', 'equally', 'evenly', 'and'].includes(next.text))
  return ends && number.value <= 60 ? { is: 'count', quantity: countOf(number), behind: true } : undefined
}

/** A count said last goes before what it counts; `4 x 14 on 85 PCD` is so many holes. */
function countsFirst(atoms: readonly Atom[]): Atom[] {
  const made: Atom[] = []
  atoms.forEach((atom, index) => {
    if (atom.is === 'count' && atom.behind) {
      let place = made.length
      while (place > 0 && ['flag', 'noun', 'quantity'].includes(made[place - 1]?.is ?? '')) place--
      made.splice(place, 0, atom)
      return
    }
    const [count, size, ...others] = atom.is === 'quantity' ? atom.quantities : []
    const [before, next] = [atoms[index - 1], atoms[index + 1]]
    const many =
      count?.role === undefined &&
      count?.number?.unit === undefined &&
      Number.isInteger(count?.number?.value) &&
      (count?.value ?? 99) <= 24
    const opens = before === undefined || before.is === 'break' || before.is === 'link'
    if (!count || !size || others.length > 0 || !many || size.role || size.designator || !opens) {
      made.push(atom)
      return
    }
    if (next?.is !== 'place' || next.place.kind !== 'circle' || (size.number?.unit && size.number.unit === 'deg')) {
      made.push(atom)
      return
    }
    const { at, from, to } = atom
    made.push(
      { is: 'count', quantity: count, at, from, to: from },
      { is: 'quantity', quantities: [size], at, from, to },
      holeAt(atom, true),
    )
  })
  return made
}

/** `6x Ø9`, `4 × M5`: holes, though nobody says so. */
const screwed = (at: Cursor): boolean => {
  const item = at.item
  const size = item?.kind === 'word' && item.entry?.role === 'diameter' && at.peek(1)?.kind === 'number'
  return (
    size || (item?.kind === 'mark' && '⌀#'.includes(item.text)) || (item?.kind === 'word' && /^m\d/.test(item.text))
  )
}

/** What is counted is in the plural, or the count is one; sizes and adjectives may stand between. */
function counted(at: Cursor): boolean {
  let links = 0
  for (let ahead = 0; ahead < 14; ahead++) {
    const item = at.peek(ahead)
    if (item?.kind === 'number') {
      if (item.unit === undefined && links > 0 && at.peek(ahead - 1)?.kind === 'number') return false
      links++
      continue
    }
    // `bore 20. 6 off M6`: a sentence ends there.
    const next = at.peek(ahead + 1)
    if (item?.kind === 'mark' && item.text === '.' && next !== undefined && next.at[0] > item.at[1]) return false
    if (item?.kind === 'times' || (item?.kind === 'mark' && '⌀-/#.'.includes(item.text))) continue
    if (item?.kind !== 'word') return false
    const { entry, text, plural } = item
    if (entry && entry.nouns.length > 0 && plural) return true
    if (
      /^m\d/.test(text) ||
      text === 'x' ||
      entry?.flag ||
      entry?.role ||
      entry?.place ||
      entry?.material ||
      entry?.color
    )
      continue
    if (entry && entry.nouns.length > 0) continue
    if (entry?.filler && !STOPS.has(text)) continue
    if (!entry) continue
    return false
  }
  return false
}
/** `one 2 mm hole`, and not `one short edge`. */
function single(at: Cursor): boolean {
  for (let ahead = 0; ahead < 14; ahead++) {
    const item = at.peek(ahead)
    if (item?.kind === 'number' || item?.kind === 'times' || (item?.kind === 'mark' && '⌀-/#.'.includes(item.text)))
      continue
    if (item?.kind !== 'word') return false
    const { entry, text } = item
    if (entry && entry.nouns.length > 0) return true
    if (entry?.place === 'edge' || entry?.place === 'face' || entry?.place === 'corner' || STOPS.has(text)) return false
  }
  return false
}
const STOPS = new Set([
  'with',
  'and',
  'a',
  'an',
  'the',
  'in',
  'on',
  'at',
  'from',
  'to',
  'is',
  'are',
  'has',
  'of',
  'for',
  'each',
  'that',
])

const DETERMINERS = new Set([
  'per',
  'the',
  'that',
  'those',
  'these',
  'this',
  'each',
  'every',
  'all',
  'both',
  'same',
  'other',
  'another',
])

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'last']

/** `first section 30 dia 40 long, second 20 dia 60 long`: another step, told by its turn. */
const turn: Recogniser<Meaning> = (at) => {
  at.skip('the', 'then')
  const word = at.word(...ORDINALS.slice(1))
  const next = at.item
  if (!word || !(next?.kind === 'number' || (next?.kind === 'mark' && next.text === '⌀'))) return undefined
  return { is: 'noun', nouns: ['stage'], text: 'step', plural: false }
}

/** `two separate parts`, `in three pieces`: how many bodies there are to be. */
const pieces: Recogniser<Meaning> = (at) => {
  const number = at.number()
  if (!number || number.unit !== undefined) return undefined
  at.skip('separate', 'different', 'distinct', 'single', 'loose', 'individual')
  return at.word('part', 'piece', 'component', 'body', 'solid', 'parts', 'pieces', 'bodies', 'components')
    ? { is: 'bodies', quantity: countOf(number) }
    : undefined
}

const noun: Recogniser<Meaning> = (at) => {
  const ordinal = at.attempt(() => {
    at.skip('the')
    return at.word(...ORDINALS)
  })
  const det = ordinal ?? at.wordIf(({ text }) => DETERMINERS.has(text))
  if (det) at.skip('the', 'of', 'other', 'same')
  const word = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  if (!word?.entry) return undefined
  return {
    is: 'noun',
    nouns: word.entry.nouns,
    text: word.text,
    plural: word.plural,
    ...(det ? { det: det.text } : {}),
  }
}

/** `bored 20 mm through`, `drilled through with 5 mm`: a hole in a verb. */
const bored: Recogniser<Meaning> = (at) => {
  const work = at.word('bored', 'drilled', 'bore', 'drill', 'tapped')
  if (!work) return undefined
  const to = at.place
  at.skip('right', 'all', 'the', 'way', 'straight', 'out', 'clear')
  at.wordIf(({ entry }) => entry?.flag === 'through')
  at.skip('through', 'with', 'a', 'by', 'at', 'to', 'for', 'it', 'axially', 'centrally')
  // `drilled in both ends 5 mm`
  at.attempt(() => places.prepositional(at) ?? places.adjectival(at))
  at.skip('with', 'to', 'a')
  at.mark('⌀')
  const item = at.item
  const sized = item?.kind === 'number' || (item?.kind === 'word' && /^m\d/.test(item.text))
  const next = at.peek(1)
  // `drilled 8 mm from the edges` is a place.
  const after = at.peek(2)
  const inward = next?.kind === 'word' && next.text === 'in' && !(after?.kind === 'word' && after.text !== 'from')
  if (!sized || inward || (next?.kind === 'word' && ['from', 'deep', 'off'].includes(next.text)) || isNoun(at))
    return undefined
  at.reset(to)
  return { is: 'noun', nouns: ['hole'], text: work.text === 'tapped' ? 'tapped hole' : 'hole', plural: false }
}

/** `drill a 5 mm hole`: the noun comes by itself. */
const isNoun = (at: Cursor): boolean =>
  [1, 2, 3].some((ahead) => {
    const item = at.peek(ahead)
    return item?.kind === 'word' && (item.entry?.nouns.includes('hole') ?? false)
  })

const flag: Recogniser<Meaning> = (at) => {
  const word = at.wordIf(({ entry }) => entry?.flag !== undefined)
  return word?.entry?.flag ? { is: 'flag', flag: word.entry.flag } : undefined
}

/** `no hole`, `without a lid`, `not through`. */
/** `instead of M4`, `not 6`, `rather than 5 mm`: what was before. */
const old: Recogniser<Meaning> = (at) => {
  if (!(at.word('instead') && at.word('of')) && !(at.word('rather') && at.word('than'))) return undefined
  at.skip('the')
  const name = designator(at)
  if (name) return { is: 'old', quantity: name }
  const number = at.number()
  return number && { is: 'old', quantity: quantityOf(number) }
}

const without: Recogniser<Meaning> = (at) => {
  const gone =
    at.word('remove', 'delete', 'drop', 'erase', 'fill', 'omit', 'lose', 'eliminate') ??
    (at.word('get') && at.word('rid') && at.word('of')) ??
    (at.word('take') && at.word('out', 'away', 'off'))
  if (!gone && !at.word('no', 'not', 'without', 'except', 'minus')) return undefined
  at.skip('a', 'an', 'any', 'the', 'need', 'for', 'all', 'its', 'those', 'these', 'both', 'in', 'of')
  if (gone) {
    const corner =
      at.wordIf(({ entry }) => entry?.role === 'corner') ??
      at.attempt(
        () => (
          at.wordIf(({ entry }) => entry?.flag === 'rounded'), at.wordIf(({ entry }) => entry?.place === 'corner')
        ),
      )
    if (corner) return { is: 'without', nouns: ['fillet'], text: 'corner radius' }
  }
  const flagged = at.attempt(flag)
  if (flagged?.is === 'flag') return { ...flagged, not: true }
  const word = at.wordIf(({ entry, text }) => (entry?.nouns.length ?? 0) > 0 || text === 'thread')
  return word && { is: 'without', nouns: word.entry?.nouns ?? [], text: word.text }
}

const group: Recogniser<Meaning> = (at) => {
  const word = at.word('both', 'each', 'they', 'all', 'them')
  if (!word) return undefined
  at.skip('of', 'them', 'are', 'being', 'is', 'should', 'be', 'have', 'has')
  return { is: 'group', which: word.text === 'both' ? 'both' : 'each' }
}

const pause: Recogniser<Meaning> = (at) => {
  const item = at.item
  if (item?.kind !== 'mark' || !',;:.!?\n•|'.includes(item.text)) return undefined
  at.mark(item.text)
  return { is: 'break', strength: item.text === ',' ? 1 : item.text === ':' || item.text === ';' ? 2 : 3 }
}

const link: Recogniser<Meaning> = (at) => {
  const word = at.word('and', 'with', 'of', 'plus', 'has', 'have', 'having', 'for')
  return word && { is: 'link', text: word.text }
}

const article: Recogniser<Meaning> = (at) => {
  const word = at.word('a', 'an', 'the', 'one', 'single')
  return word && { is: 'article', text: word.text }
}

/** `5052 aluminium`, `304 stainless`, `S355 steel`: a grade is no size. */
const grade: Recogniser<Meaning> = (at) => {
  const number = at.number()
  if (
    !number ||
    number.unit !== undefined ||
    !(number.value === 304 || number.value === 316 || (number.value >= 1000 && number.value < 10000))
  )
    return undefined
  const word = at.wordIf(({ entry }) => entry?.material === true)
  return word && { is: 'noted', what: 'material', text: `${number.text} ${word.text}` }
}

const noted: Recogniser<Meaning> = (at) => {
  const standard = at.wordIf(({ text }) => /^(?:dn|pn)\d+$/.test(text))
  if (standard) return { is: 'noted', what: 'purpose', text: standard.text }
  const fit = at.word('isofit')
  if (fit) return { is: 'noted', what: 'purpose', text: 'fit' }
  const apart = at.wordIf(({ aside }) => aside === true)
  if (apart) return { is: 'noted', what: 'purpose', text: apart.text }
  const word = at.wordIf(({ entry }) => entry?.material === true || entry?.color === true)
  return word && { is: 'noted', what: word.entry?.material ? 'material' : 'color', text: word.text }
}

/** `the first 40 mm is 20 mm in diameter`, `14 mm OD for another 12 mm`: a stretch of what is turned. */
const stretch: Recogniser<Meaning> = (at) => {
  const thick = () => {
    at.skip('a', 'an', 'diameter', 'of')
    at.mark('⌀')
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    at.skip('in')
    const role = at.wordIf(({ entry }) => entry?.role === 'diameter' || entry?.role === 'outer')
    return { number, said: role !== undefined }
  }
  const chain = (diameter: NumberItem, length: NumberItem): Meaning => ({
    is: 'quantity',
    quantities: [
      { ...quantityOf(diameter), role: 'diameter' },
      { ...quantityOf(length), role: 'length' },
    ],
  })
  at.skip('the', 'then')
  const rest = () => at.word('rest', 'remainder', 'remaining length', 'balance', 'remaining')
  const turn = at.word('first', 'next', 'following', 'last', 'final', 'remaining', 'middle', 'other', 'second', 'third')
  if (turn) {
    const length = at.number()
    // `the first one at 12 o'clock` is a hole.
    if (!length || length.unit === 'deg' || length.text.toLowerCase() === 'one') return undefined
    at.skip('long', 'length', 'section', 'part', 'portion', 'of', 'it')
    if (!at.word('is', 'are', 'has', 'have', 'being', 'with', 'at', 'to', 'be')) return undefined
    const found = thick()
    return found && chain(found.number, length)
  }
  const symbol = at.item?.kind === 'mark' && at.item.text === '⌀'
  const found = thick()
  if (!found || !at.word('for', 'over')) return undefined
  const left = at.attempt(() => {
    at.skip('the')
    const word = rest()
    at.skip('of', 'the', 'its', 'length', 'it')
    return word
  })
  if (left) return { is: 'quantity', quantities: [{ ...quantityOf(found.number), role: 'diameter' }], within: 'rest' }
  // `25 mm for 25 mm, 20 mm for 20 mm`
  const paired = found.number.unit !== undefined && at.item?.kind === 'number' && at.item.unit !== undefined
  if (!(found.said || symbol || paired)) return undefined
  at.skip('the', 'a', 'an', 'another', 'further', 'first', 'next', 'last', 'final', 'remaining')
  const length = at.number()
  if (!length || length.unit === 'deg') return undefined
  const next = at.item
  if (next?.kind === 'word' && (next.entry?.nouns.length ?? 0) > 0) return undefined
  if (paired && !(found.said || symbol) && next?.kind === 'word' && next.text !== 'and' && next.text !== 'then')
    return undefined
  at.wordIf(({ entry }) => entry?.role === 'length')
  return chain(found.number, length)
}

/** `for a camera`, `to hold the motor`: what it is for, when nothing of it is known. */
const purpose: Recogniser<Meaning> = (at) => {
  if (!at.word('for', 'to')) return undefined
  at.skip('a', 'an', 'the', 'my', 'our')
  const first = at.wordIf(({ entry }) => entry === undefined)
  // What a board is screwed to needs its holes, and they are not known.
  if (!first || /\d/.test(first.text) || BOARDS.test(first.text)) return undefined
  // `for a camera screw`: of what is asked for already.
  const asked = earlier(at, ({ entry }) => entry?.nouns.some((key) => BODIES.has(key)) ?? false)
  const known = asked && at.attempt(() => at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0))
  if (known) {
    const next = at.item
    if (
      next === undefined ||
      (next.kind === 'mark' && ',.;)'.includes(next.text)) ||
      (next.kind === 'word' && next.text === 'and')
    )
      return { is: 'noted', what: 'purpose', text: first.text }
    return undefined
  }
  at.skip('the', 'a', 'an', 'my')
  at.wordIf(({ entry, text }) => entry === undefined && !/\d/.test(text))
  return { is: 'noted', what: 'purpose', text: first.text }
}

const BOARDS = /^(?:arduino|raspberry|esp\d*|teensy|beaglebone|jetson|microbit)$/

function earlier(at: Cursor, test: (item: WordItem) => boolean): boolean {
  for (let back = -1; back > -80; back--) {
    const item = at.peek(back)
    if (item === undefined) return false
    if (item.kind === 'word' && test(item)) return true
  }
  return false
}

const filler: Recogniser<Meaning> = (at) => {
  const word = at.wordIf(({ entry }) => entry?.filler === true)
  return word && { is: 'filler', text: word.text }
}

// The order only decides between readings of equal length.
const RECOGNISERS: readonly Recogniser<Meaning>[] = [
  places.meeting,
  circles.clock,
  circles.firstAt,
  circles.angles,
  circles.apart,
  places.from,
  places.firstFrom,
  places.inset,
  circles.circle,
  patterns.grid,
  patterns.eitherSide,
  patterns.spacing,
  patterns.rows,
  points,
  places.listed,
  places.offset,
  patterns.line,
  patterns.along,
  without,
  count,
  countBehind,
  share,
  taper,
  gap,
  relative,
  pair,
  stretch,
  stepped,
  corners,
  old,
  pieces,
  turn,
  bored,
  noun,
  standing,
  ends,
  sizes,
  places.everyWay,
  places.prepositional,
  places.adjectival,
  flag,
  group,
  pause,
  link,
  article,
  grade,
  noted,
  purpose,
  filler,
]
