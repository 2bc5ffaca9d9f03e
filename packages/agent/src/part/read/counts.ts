import type { Atom, Meaning, Quantity } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import * as circles from './circles.ts'
import * as patterns from './patterns.ts'
import * as places from './places.ts'
import { points } from './points.ts'
import { countOf } from './quantities.ts'
import { holeAt } from './implied.ts'
import { sizes } from './sizes.ts'
import type { Item } from '../words/items.ts'
import type { Entry } from '../words/lexicon.ts'
import { isPair } from './determiners.ts'

/** `4x M5`, `4 × Ø6`, `(4) 6 mm holes`, `four holes`, `qty 4`. */
export const count: Recogniser<Meaning> = (at) => {
  const bracket = at.mark('(')
  const named = !bracket && at.word('qty', 'quantity', 'count')
  if (named) {
    at.skip('of')
    at.mark(':=')
  }
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || number.value < 1) return undefined
  // `four 14 holes on an 85 PCD`: what is counted already is so large.
  if (!bracket && !named && sizedBehind(at)) return undefined
  const quantity = { value: number.value, at: number.at, number }
  const behind = at.peek(-3)
  if (bracket && behind?.kind === 'word' && behind.plural && (behind.entry?.nouns.length ?? 0) > 0)
    return at.mark(')') ? { is: 'count', quantity } : undefined
  if (bracket) return at.mark(')') && counted(at) ? { is: 'count', quantity } : undefined
  if (named) return { is: 'count', quantity }
  if (at.word('of') && at.word('them', 'these', 'those')) return { is: 'count', quantity }
  if (at.word('off', 'pieces', 'pcs', 'no', 'nos')) return { is: 'count', quantity }
  // `two Ø9 at 60 and 120 from the corner`
  if (/^[a-z]+$/i.test(number.text) && screwed(at)) return { is: 'count', quantity }
  if (number.value === 1 && /[a-z]/i.test(number.text)) return single(at) ? { is: 'count', quantity } : undefined
  // `1 hole at the other end`
  if (number.value === 1 && at.item?.kind === 'word' && !at.item.plural && at.item.entry?.nouns.includes('hole'))
    return { is: 'count', quantity }
  // `4 smaller 5 mm holes`, `six smaller holes of 4 mm`: how large they are is said.
  at.attempt(() => {
    if (!at.word('smaller', 'larger', 'bigger')) return undefined
    const noun = at.item?.kind === 'word' && at.item.plural && (at.item.entry?.nouns.length ?? 0) > 0
    return noun || at.item?.kind === 'number' || at.item?.kind === 'mark' ? true : undefined
  })
  if (['pair', 'couple', 'dozen'].includes(number.text.split(' ').at(-1) ?? '')) at.skip('of')
  if (at.times()) return counted(at) || screwed(at) || edged(at) ? { is: 'count', quantity } : undefined
  return counted(at) || worked(at) || (number.value <= 24 && put(at)) ? { is: 'count', quantity } : undefined
}

/** `2X CHAMFER 1 X 45°`: so many edges; the sign stands right before them, as nothing between was left out (`2 x 45° chamfer`). */
const edged = (at: Cursor): boolean => {
  const [times, item] = [at.peek(-1), at.item]
  const beside = times !== undefined && item !== undefined && item.at[0] - times.at[1] <= 1
  return (
    beside && item.kind === 'word' && (item.entry?.nouns.some((key) => key === 'chamfer' || key === 'fillet') ?? false)
  )
}

/** A count in letters stands right before the number that was read. */
const sizedBehind = (at: Cursor): boolean => {
  const before = at.peek(-2)
  return before?.kind === 'number' && before.unit === undefined && /^[a-z]+$/i.test(before.text)
}

/** `4 tapped M12 on a 108 mm circle`: holes, as that is done to nothing else. */
const worked = (at: Cursor): boolean => {
  const end = at.place
  const work = at.word('tapped', 'threaded', 'countersunk', 'counterbored')
  const found = work !== undefined && screwed(at)
  at.reset(end)
  return found
}

/** `4 M5 on 60 PCD`, `2 M6 in the base`: of a screw that is put somewhere there are so many. */
const put = (at: Cursor): boolean => {
  const [screw, led] = [at.peek(0), at.peek(1)]
  return (
    screw?.kind === 'word' && /^m\d/.test(screw.text) && led?.kind === 'word' && LEADS.has(led.text.split(' ')[0] ?? '')
  )
}
const LEADS: ReadonlySet<string> = new Set(['on', 'in', 'at', 'around', 'equally', 'evenly', 'through', 'along'])

/** `M3 clearance on Ø31`, `M4 holes x 6`: the count comes last. */
export const countBehind: Recogniser<Meaning> = (at) => {
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

/** A count said last goes before what it counts; `4 x 14 on 85 PCD`, `4 x 18 holes on 125` are so many holes. */
export function countsFirst(atoms: readonly Atom[]): Atom[] {
  const made: Atom[] = []
  const grids = new Map<number, Atom>()
  atoms.forEach((atom, index) => {
    const put = grids.get(index)
    if (put) {
      made.push(put)
      return
    }
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
    const named = next?.is === 'noun' && next.plural && next.nouns.includes('hole')
    const there = atoms[index + (named ? 2 : 1)]
    const circled = there?.is === 'place' && there.place.kind === 'circle'
    const grid = circled ? undefined : onGrid(atoms, index + (named ? 2 : 1))
    if (!(circled || (grid && count.value === 4)) || (size.number?.unit && size.number.unit === 'deg')) {
      made.push(atom)
      return
    }
    if (grid) grids.set(index + (named ? 3 : 2), grid)
    const { at, from, to } = atom
    made.push(
      { is: 'count', quantity: count, at, from, to: from },
      { is: 'quantity', quantities: [size], at, from, to },
      ...(named ? [] : [holeAt(atom, true)]),
    )
  })
  return made
}

/** `4 x 14 on 100 x 100`: so far apart each way. */
function onGrid(atoms: readonly Atom[], place: number): Atom | undefined {
  const [on, sizes] = [atoms[place], atoms[place + 1]]
  if (on?.is !== 'filler' || on.text !== 'on' || sizes?.is !== 'quantity') return undefined
  const [x, y, ...others] = sizes.quantities
  if (!x || !y || others.length > 0 || [x, y].some(({ role, designator }) => role || designator)) return undefined
  return { ...sizes, is: 'place', place: { kind: 'spacing', x, y } }
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
    // `two 6 wide, 4 deep grooves`
    const before = at.peek(ahead - 1)
    const sized = at.peek(0)?.kind === 'number' && before?.kind === 'word' && before.entry?.role !== undefined
    if (item?.kind === 'mark' && item.text === ',' && sized && next?.kind === 'number') continue
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

export const DETERMINERS = new Set([
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

/** `one in each corner`, `two along the left edge and one 15 mm from the right`: the thing counted was named before. */
export const share: Recogniser<Meaning> = (at) => {
  const before = at.peek(-1)
  const more = at.attempt(another)
  if (more) return more
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || number.value < 1) return undefined
  if (number.value > 60) return undefined
  const end = at.place
  const further = at.attempt(() => furtherOn(at, before))
  if (further) {
    at.reset(further.end)
    return { is: 'share', quantity: countOf(number), ...(further.own ? { own: true } : {}) }
  }
  at.reset(end)
  at.skip('of', 'them', 'these', 'more', 'hole', 'holes')
  const written = /[a-z]/i.test(number.text)
  // `four holes: two 5 mm at …, two 8 mm at …`, `and one 12 mm in the middle`: each with a size of its own.
  if (written && at.attempt(sizedAndPlaced)) {
    at.reset(end)
    return { is: 'share', quantity: countOf(number), own: true }
  }
  // `holes 10 in the middle` is a size; `: 3 along each long edge` is not.
  const listed = before?.kind === 'mark' || (before?.kind === 'word' && before.text === 'and')
  // `: one in the centre, 6 on a 30 mm circle and 12 on a 60 mm circle`
  const circled = !written && listed && at.attempt(circles.circle) !== undefined
  const legged = !written && listed && at.attempt(inALeg)
  const alike = !written && listed && likeBefore(at)
  if (!written && !circled && !legged && !alike && !(listed && at.attempt(placed) === 'each')) return undefined
  const counted =
    !written ||
    at.attempt(placed) ||
    at.attempt(inTheMiddle) ||
    at.attempt(places.from) ||
    at.attempt(places.offset) ||
    at.attempt(circles.circle) ||
    (isOfLeg(before) && at.attempt(atAlone))
  if (!counted) return undefined
  const own = at.attempt(sizedThere)
  at.reset(end)
  return { is: 'share', quantity: countOf(number), ...(own ? { own } : {}) }
}

/** `in the short leg one at 40`: from where those before it are measured. */
function atAlone(at: Cursor): true | undefined {
  if (!at.word('at') || at.number() === undefined) return undefined
  return at.item === undefined || (at.item.kind === 'mark' && ',.;'.includes(at.item.text)) ? true : undefined
}
const isOfLeg = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /\b(?:leg|arm|flange|upright)$/.test(item.text)

/** `one in the centre with 30 mm diameter`, `four in the corners 10 mm dia`: a size of its own behind the place. */
function sizedThere(at: Cursor): true | undefined {
  at.skip('with', 'having', 'of', 'a', 'diameter')
  const found = at.attempt(sizes)
  const next = at.item
  const goesOn = next?.kind === 'word' && FAR.has(next.text)
  return found?.is === 'quantity' && found.quantities.length === 1 && !goesOn && isWide(found.quantities[0])
    ? true
    : undefined
}
const FAR: ReadonlySet<string> = new Set([
  'from',
  'off',
  'apart',
  'in',
  'to',
  'above',
  'below',
  'left',
  'right',
  'up',
  'down',
])
const isWide = (size: Quantity | undefined): boolean => size?.role === undefined || size.role === 'diameter'

/** `3 holes along the top edge and 4 along the bottom edge`: counted as those before were, and put somewhere in the same words. */
function likeBefore(at: Cursor): boolean {
  const led = at.item
  if (led?.kind !== 'word' || !PUT.has(led.text)) return false
  for (let back = 2; back < 12; back++) {
    const [count, holes, there] = [-1, 0, 1].map((step) => at.peek(step - back))
    if (holes?.kind === 'mark' && '.;'.includes(holes.text)) return false
    if (holes?.kind !== 'word' || !holes.plural || !holes.entry?.nouns.includes('hole')) continue
    const same = there?.kind === 'word' && there.text === led.text
    return same && count?.kind === 'number' && count.unit === undefined && Number.isInteger(count.value)
  }
  return false
}
const PUT: ReadonlySet<string> = new Set(['along', 'on', 'at', 'in', 'near', 'down'])

/** `3 in the long leg and 2 in the 50 leg` */
function inALeg(at: Cursor): true | undefined {
  if (!at.word('in', 'on', 'through') || !at.word('the', 'each', 'one')) return undefined
  at.number()
  return at.wordIf(({ text }) => /\b(?:leg|arm|flange|upright)$/.test(text)) && true
}

/** `then 6 more on a 110 PCD`, `and 4 on 60 x 60`, `and 8 x 5 mm on a 100 mm circle`: on a pattern of their own, with or without a size. */
function furtherOn(at: Cursor, before: Item | undefined): { end: number; own: boolean } | undefined {
  const more = at.word('more', 'further', 'others', 'other')
  const and = before?.kind === 'word' && ['and', 'then', 'plus'].includes(before.text)
  if (!more && !and) return undefined
  const end = at.place
  const patterned = () => [patterns.spacing, circles.circle].some((one) => at.attempt<unknown>(one))
  if (patterned()) return { end, own: false }
  at.skip('of', 'at', 'x')
  at.times()
  if (!isSized(at)) return undefined
  const sized = at.place
  return at.attempt(sizes) && patterned() ? { end: sized, own: true } : undefined
}

const isSized = ({ item }: Cursor): boolean =>
  item?.kind === 'number' ||
  (item?.kind === 'mark' && item.text === '⌀') ||
  (item?.kind === 'word' && /^m\d/.test(item.text))

const THERE: ReadonlySet<string> = new Set(['the', 'each', 'every', 'all', 'its', 'both'])

/** `one dead centre`, `one central`. */
function inTheMiddle(at: Cursor): true | undefined {
  const found = at.attempt(places.adjectival)
  return found?.is === 'place' && found.place.kind === 'centre' ? true : undefined
}
/** Somewhere that a thing can be. */
const somewhere = (at: Cursor): boolean =>
  [placed, places.from, places.offset, points, patterns.spacing, circles.circle].some((one) => at.attempt<unknown>(one))

function sizedAndPlaced(at: Cursor): true | undefined {
  at.skip('of', 'them', 'at')
  const next = at.peek(1)
  // `one 15 mm from the left` is a place.
  if (!isSized(at)) return undefined
  const after = at.peek(2)
  // `four 6 mm in the corners`, and not `four 10 mm in from the edges`.
  const inside = next?.kind === 'word' && next.text === 'in' && after?.kind === 'word' && THERE.has(after.text)
  if (!inside && next?.kind === 'word' && ['from', 'off', 'in', 'apart'].includes(next.text)) return undefined
  return at.attempt(sizes) && somewhere(at) ? true : undefined
}

/** `and another one 15 mm from the right`: once more what was spoken of, elsewhere. */
function another(at: Cursor): Meaning | undefined {
  at.skip('a', 'an', 'the')
  const word = at.word('another', 'second', 'third', 'further', 'additional', 'extra', 'same')
  if (!word) return undefined
  at.skip('one', 'of', 'them')
  const named = at.attempt(sameThing)
  if (!named && LIKE.has(word.text)) return undefined
  const number = at.item?.kind === 'number' && at.item.unit === undefined ? at.number() : undefined
  if (number) at.times()
  const end = at.place
  let own: { own: true } | undefined
  if (!somewhere(at)) {
    if (!at.attempt(sizes)) return undefined
    own = { own: true }
    // `another 40 mm hole` is named.
    if (at.item?.kind === 'word' && (at.item.entry?.nouns.length ?? 0) > 0) return undefined
    if (!somewhere(at)) return undefined
  }
  at.reset(end)
  return number && number.value !== 1
    ? { is: 'share', quantity: countOf(number), ...own }
    : { is: 'share', quantity: { value: 1, at: word.at, used: 'count' }, ...own }
}

const LIKE: ReadonlySet<string> = new Set(['further', 'additional', 'extra', 'same'])

/** `two 6 mm holes …. Add another hole in the middle`: one more of what was spoken of last, as large as that. */
function sameThing(at: Cursor): true | undefined {
  const thing = at.wordIf(({ plural, entry }) => !plural && keyOf(entry) !== undefined)
  if (!thing) return undefined
  for (let back = -3; back > -60; back--) {
    const item = at.peek(back)
    const key = item?.kind === 'word' ? keyOf(item.entry) : undefined
    if (key) return key === keyOf(thing.entry) ? true : undefined
  }
  return undefined
}
const keyOf = (entry: Entry | undefined): string | undefined => entry?.nouns.find((one) => OPENINGS.has(one))
const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout'])

/** `in each corner`, `on the left`, `along both long edges`, `in the upright`. */
function placed(at: Cursor): 'each' | 'the' | undefined {
  const led = at.word('in', 'on', 'at', 'along', 'per', 'near', 'through', 'by', 'towards', 'toward')
  const bare = at.item?.kind === 'word' && ['each', 'either'].includes(at.item.text)
  // `one each end`
  if (!led && !bare) return undefined
  // `two per leg`
  const each =
    at.word('each', 'every', 'either', 'both', 'the', 'one', 'all', 'its', 'top', 'left', 'right') ??
    (led?.text === 'per' ? led : undefined)
  if (!each) return undefined
  at.skip('four', 'two', 'other', 'of', 'vertical', 'horizontal')
  at.attempt(() => (at.number()?.unit === undefined ? true : undefined))
  const side = ['left', 'right', 'top'].includes(each.text)
  if (!side && !at.wordIf(({ entry }) => entry?.place !== undefined || (entry?.nouns.length ?? 0) > 0)) return undefined
  return isPair(each.text) ? 'each' : 'the'
}
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'last']

/** `first section 30 dia 40 long, second 20 dia 60 long`: another step, told by its turn. */
export const turn: Recogniser<Meaning> = (at) => {
  at.skip('the', 'then')
  const word = at.word(...ORDINALS.slice(1))
  const next = at.item
  if (!word || !(next?.kind === 'number' || (next?.kind === 'mark' && next.text === '⌀'))) return undefined
  return { is: 'noun', nouns: ['stage'], text: 'step', plural: false }
}

/** `two separate parts`, `in three pieces`: how many bodies there are to be. */
export const pieces: Recogniser<Meaning> = (at) => {
  const number = at.number()
  if (!number || number.unit !== undefined) return undefined
  at.skip('separate', 'different', 'distinct', 'single', 'loose', 'individual')
  return at.word('part', 'piece', 'component', 'body', 'solid', 'parts', 'pieces', 'bodies', 'components')
    ? { is: 'bodies', quantity: countOf(number) }
    : undefined
}
