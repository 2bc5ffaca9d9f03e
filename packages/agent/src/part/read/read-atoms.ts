import type { Item } from '../words/items.ts'
import { meansNothing } from '../words/lexicon.ts'
import type { Atom, Meaning } from './atoms.ts'
import { type Cursor, cursorAt, type Recogniser } from './cursor.ts'
import { beside } from './beside.ts'
import { relative } from './changes.ts'
import * as circles from './circles.ts'
import * as patterns from './patterns.ts'
import * as places from './places.ts'
import { datum, points } from './points.ts'
import { acrossMiddle, endStretch } from './end-stretch.ts'
import { corners, ends, gap, pair, standing, taper } from './quantities.ts'
import { sizes } from './sizes.ts'
import { board, screwedTo } from './boards.ts'
import { gridBehind } from './grid-behind.ts'
import { forHoles, impliedBody, impliedHoles, impliedStep, screwedOn, screwsNamed } from './implied.ts'
import { inSection } from './in-section.ts'
import { finishing } from './finishing.ts'
import { lists } from './lists.ts'
import { DETERMINERS, ORDINALS, count, countBehind, countsFirst, pieces, share, turn } from './counts.ts'
import { plainFlats } from './plain-flats.ts'
import { sidesHave } from './sides-have.ts'
import { flag, grade, noted, old, purpose, stretch, without } from './said-of.ts'

/** Reads from left to right; at every place the recogniser that takes most items wins, on a tie the earlier one. */
export function readAtoms(items: readonly Item[], { edits = false } = {}): Atom[] {
  const atoms: Atom[] = []
  const cursor = cursorAt(items, 0)
  for (let place = 0; place < items.length; ) {
    const best = longest(cursor, items, place)
    const to = best?.to ?? place + 1
    // What was rewritten may stand the other way round: `608 bearing`.
    const taken = items.slice(place, to).map(({ at }) => at)
    const from = Math.min(...taken.map(([first]) => first))
    const end = Math.max(...taken.map(([, last]) => last))
    atoms.push({ ...(best?.meaning ?? leftOver(items[place])), at: [from, end], from: place, to })
    place = to
  }
  const holes = screwedTo(
    impliedHoles(
      lists(forHoles(screwsNamed(screwedOn(sidesHave(countsFirst(plainFlats(atoms).flatMap(impliedStep))))))),
    ),
  )
  // Over a part there is, three sizes are that part's.
  return edits ? holes : impliedBody(gridBehind(holes))
}

interface Found {
  meaning: Meaning
  to: number
}

/** What is made of the items from here on by the recogniser that takes most of them. */
function longest(at: Cursor, items: readonly Item[], place: number): Found | undefined {
  const item = items[place]
  const before = item && WON.get(item)
  at.begin(place)
  const read = (recognise: Recogniser<Meaning>): Found | undefined => {
    at.reset(place)
    const meaning = recognise(at)
    return meaning && at.place > place ? { meaning, to: at.place } : undefined
  }
  if (before && isSame(before, items, place)) return before.by && read(before.by)
  let best: Found | undefined
  let by: Recogniser<Meaning> | undefined
  for (const recognise of RECOGNISERS) {
    const found = read(recognise)
    if (!found || found.to <= (best?.to ?? place)) continue
    best = found
    by = recognise
  }
  if (item) WON.set(item, { by, items, place, looked: at.looked })
  return best
}

/**
 * By an item, which recogniser took it, and what was looked at to tell. Another reading of a request differs from the
 * first in an item or two: wherever all that was looked at is the same, the same recogniser takes it again.
 */
const WON = new WeakMap<Item, Won>()

interface Won {
  by: Recogniser<Meaning> | undefined
  items: readonly Item[]
  place: number
  looked: readonly [first: number, last: number]
}

function isSame(
  { items: then, place: there, looked: [first, last] }: Won,
  items: readonly Item[],
  place: number,
): boolean {
  for (let at = first - there; at <= last - there; at++) if (then[there + at] !== items[place + at]) return false
  return true
}

function leftOver(item: Item | undefined): Meaning {
  // `2 holes each side`: with no number beside it, it is no size.
  if (item?.kind === 'word' && /^(?:on )?each side$/.test(item.text))
    return { is: 'place', place: { kind: 'spec', spec: { places: [], flags: [], det: 'each', noun: 'side' } } }
  if (item?.kind === 'word')
    return { is: 'unread', text: item.text, ...(meansNothing(item.entry) ? {} : { known: true as const }) }
  if (item?.kind === 'times') return { is: 'unread', text: '×' }
  return { is: 'filler', text: item?.kind === 'mark' ? item.text : '' }
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
  const sizedBefore = at.peek(-1)?.kind === 'number'
  const work = at.word('bored', 'drilled', 'bore', 'drill', 'tapped')
  // `15 mm bore with a 5 mm keyway` is no verb.
  if (!work || (sizedBefore && ['bore', 'tapped'].includes(work.text))) return undefined
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
  return {
    is: 'noun',
    nouns: ['hole'],
    text: work.text === 'tapped' ? 'tapped hole' : 'hole',
    plural: false,
    verb: true,
  }
}

/** `drill a 5 mm hole`: the noun comes by itself. */
const isNoun = (at: Cursor): boolean =>
  [1, 2, 3].some((ahead) => {
    const item = at.peek(ahead)
    return item?.kind === 'word' && (item.entry?.nouns.includes('hole') ?? false)
  })

const group: Recogniser<Meaning> = (at) => {
  const word = at.word('both', 'each', 'they', 'all', 'them', 'everything')
  if (!word) return undefined
  at.skip('of', 'them', 'are', 'being', 'is', 'should', 'be', 'have', 'has')
  return {
    is: 'group',
    which: word.text === 'both' ? 'both' : 'each',
    ...(['all', 'everything'].includes(word.text) ? { all: true } : {}),
  }
}

const pause: Recogniser<Meaning> = (at) => {
  const item = at.item
  if (isDash(at)) return at.mark('-') ? { is: 'break', strength: 1 } : undefined
  if (item?.kind !== 'mark' || !',;:.!?\n•|'.includes(item.text)) return undefined
  at.mark(item.text)
  const strength = item.text === ',' ? 1 : item.text === ':' || item.text === ';' ? 2 : 3
  return { is: 'break', strength, ...(item.text === ':' ? { colon: true as const } : {}) }
}

/** `bridge - 90 x 12 x 8 - with three holes`: a dash with room around it, and no `10 - 12`. */
function isDash(at: Cursor): boolean {
  const [before, item, after] = [at.peek(-1), at.item, at.peek(1)]
  if (item?.kind !== 'mark' || item.text !== '-' || !before || !after) return false
  const numbers = before.kind === 'number' && after.kind === 'number'
  return !numbers && before.at[1] < item.at[0] && item.at[1] < after.at[0]
}

const link: Recogniser<Meaning> = (at) => {
  const word = at.word('and', 'with', 'of', 'plus', 'has', 'have', 'having', 'for')
  return word && { is: 'link', text: word.text }
}

const article: Recogniser<Meaning> = (at) => {
  const word = at.word('a', 'an', 'the', 'one', 'single')
  return word && { is: 'article', text: word.text }
}

const filler: Recogniser<Meaning> = (at) => {
  const word = at.wordIf(({ entry }) => entry?.filler === true)
  return word && { is: 'filler', text: word.text }
}

// The order only decides between readings of equal length.
const RECOGNISERS: readonly Recogniser<Meaning>[] = [
  board,
  places.meeting,
  inSection,
  acrossMiddle,
  circles.straddling,
  circles.clock,
  circles.firstAt,
  circles.angles,
  circles.apart,
  beside,
  datum,
  places.from,
  places.firstFrom,
  places.inset,
  circles.circle,
  patterns.grid,
  patterns.missing,
  patterns.eitherSide,
  patterns.spacing,
  patterns.cornersOfShape,
  patterns.rows,
  patterns.namedRow,
  points,
  places.listed,
  places.offset,
  patterns.line,
  patterns.along,
  patterns.throughSize,
  patterns.throughIt,
  without,
  count,
  countBehind,
  share,
  endStretch,
  taper,
  gap,
  relative,
  pair,
  stretch,
  corners,
  old,
  pieces,
  turn,
  bored,
  noun,
  standing,
  ends,
  sizes,
  places.inFloor,
  places.everyWay,
  places.prepositional,
  places.adjectival,
  flag,
  group,
  pause,
  link,
  article,
  grade,
  finishing,
  noted,
  purpose,
  filler,
]
