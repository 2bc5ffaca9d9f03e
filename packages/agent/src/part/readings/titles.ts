import type { Span } from '@hewn/model'
import type { Item, NumberItem, WordItem } from '../words/items.ts'
import { known } from './known.ts'
import type { Attempt } from './read-once.ts'
import type { Turn } from './turn.ts'

/** Stands before what it is for. */
const LEADS: ReadonlySet<string> = new Set(['for', 'suiting', 'holding', 'carrying', 'supporting', 'taking'])
/** The same behind `to`. */
const VERBS: ReadonlySet<string> = new Set(
  'hold holding carry take fit suit support accept house mount receive clear'.split(' '),
)
/** What is said of the part goes on here. */
const GOES_ON: ReadonlySet<string> = new Set(
  'with made has having which that and from measuring in of at on around through'.split(' '),
)

/**
 * `spacer for a NEMA 17 face: …`, `22 mm hole for a 608 bearing`: what it is for is no part of it, nor are the numbers in it. Where
 * something is missing without them, the reading is refused like any other.
 */
export function forWhat(items: readonly Item[], place: number, attempt: Attempt): Turn[] {
  const behind = leadAt(items, place)
  if (behind === undefined) return []
  let end = behind
  while (end < items.length && end - place < 9 && !isStop(items, end, behind)) end++
  const phrase = items.slice(place, end)
  const [first, last] = [phrase[0], phrase.at(-1)]
  if (!first || !last || end === behind) return []
  const span: Span = [first.at[0], last.at[1]]
  if (!isInTheWay(span, attempt)) return []
  return [{ at: span, weight: 0.7, items: without(items.slice(0, place), phrase, items.slice(end)) }]
}

/**
 * Something of it was taken for the part, or for what is not made here. What it is for and does not fit is told, as is what it
 * is for and is not known, and neither is passed over.
 */
function isInTheWay([from, to]: Span, { answer }: Attempt): boolean {
  if (answer.ok) return false
  const { code, spans, message } = answer.error
  const inside = spans?.some(([first, last]) => from <= first && last <= to) ?? false
  if (code === 'AGENT_UNSUPPORTED') return inside
  return code === 'AGENT_NEEDS_ANSWER' && (!inside || /could not be placed/.test(message))
}

/** The unit of what it is for (`for a 1/4" router bit`) is none of the part's, where that has none of its own. */
function without(before: readonly Item[], phrase: readonly Item[], behind: readonly Item[]): Item[] {
  const said = [...before, ...behind].some((item) => item.kind === 'number' && isLengthUnit(item))
  const plain = (item: Item): Item =>
    !said && item.kind === 'number' && item.unit === undefined ? { ...item, mm: item.value, bare: true } : item
  return [...before.map(plain), aside(phrase), ...behind.map(plain)]
}

const isLengthUnit = ({ unit }: NumberItem): boolean => unit !== undefined && unit !== 'deg' && unit !== '%'

function leadAt(items: readonly Item[], place: number): number | undefined {
  const [item, next] = [items[place], items[place + 1]]
  if (item?.kind !== 'word') return undefined
  if (item.text === 'to' && next?.kind === 'word' && VERBS.has(next.text)) return place + 2
  return LEADS.has(item.text) ? place + 1 : undefined
}

const isStop = (items: readonly Item[], place: number, from: number): boolean => {
  const item = items[place]
  if (item?.kind === 'mark') return ',;:.!?()\n'.includes(item.text)
  if (item?.kind !== 'word') return false
  // `for a 40 x 20 in the middle`
  return place > from && GOES_ON.has(item.text)
}

/** What is cut to the outline of what it lies on. */
const COPIES = /\b(?:gasket|seal)$/

/** `gasket for a 100 x 80 cover, 2 thick`: it is as large as that. */
export function asLargeAs(items: readonly Item[], place: number): Turn[] {
  const behind = leadAt(items, place)
  const copies = items
    .slice(Math.max(0, place - 1), place)
    .some((item) => item.kind === 'word' && item.entry !== undefined && COPIES.test(item.text))
  if (behind === undefined || !copies) return []
  const from = behind + (ARTICLES.has(textOf(items[behind])) ? 1 : 0)
  const sides = items.slice(from, from + 3).map(({ kind }) => kind)
  const wide = sides.join() === 'number,times,number' ? 3 : sides[0] === 'number' && sides[1] === 'word' ? 1 : 0
  let end = from + wide
  while (end < items.length && !isStop(items, end, from)) end++
  const thing = items.slice(from + wide, end)
  const [lead, last] = [items[place], thing.at(-1) ?? items[from + 2]]
  // What has a chain of its own is not as large as another thing; `a 60 x 40 opening` is another one's.
  const chains = items.filter((item, at) => item.kind === 'times' && !isNounAt(items, at + 2)).length
  const own = wide === 3 && !isNounAt(items, from + 3) ? 1 : 0
  if (!lead || !last || wide === 0 || chains > own) return []
  if (thing.some(({ kind }) => kind !== 'word') || (wide === 1 && !FACES.has(textOf(last)))) return []
  const across = wide === 1 ? [known('outside diameter', last.at)] : []
  const as = [...items.slice(from, from + wide), ...across, ...(thing.length > 0 ? [aside(thing)] : [])]
  return [{ at: [lead.at[0], last.at[1]], weight: -0.4, items: [...items.slice(0, place), ...as, ...items.slice(end)] }]
}
const isNounAt = (items: readonly Item[], place: number): boolean => {
  const item = items[place]
  return item?.kind === 'word' && (item.entry?.nouns.length ?? 0) > 0
}
/** What is as wide as what lies on it; a pipe goes through it. */
const FACES: ReadonlySet<string> = new Set(['flange', 'cover', 'lid', 'cap', 'disc', 'face'])
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'our', 'this'])
const textOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.text : '')

/** `1-2-3 block: 3 x 2 x 1 in …`, `2020 plate: …`: what stands before a colon is the title, and its numbers are a name. */
export function title(items: readonly Item[], place: number, { lost }: Attempt): Turn[] {
  const colon = items[place]
  if (colon?.kind !== 'mark' || colon.text !== ':' || place === 0 || place > 12) return []
  const [before, behind] = [items.slice(0, place), items.slice(place + 1)]
  const ends = before.some((item) => item.kind === 'mark' && '.;:\n'.includes(item.text))
  const at: Span = [before[0]?.at[0] ?? 0, colon.at[1]]
  const named =
    before.some((item, index) => item.kind === 'number' && !isCounted(before.slice(index + 1))) &&
    // `shaft 100 long overall: …` and `crank a 30 x 4 flat bar: …` have sizes in them.
    !before.some((item) => item.kind === 'word' && item.entry?.role !== undefined) &&
    !before.some((item) => item.kind === 'times' || (item.kind === 'number' && item.unit !== undefined))
  if (ends || !named || lost.length === 0) return []
  if (behind.filter(({ kind }) => kind === 'number').length < 2) return []
  const kept = before.map((item) => (item.kind === 'number' ? aside([item]) : item))
  return [{ at, weight: 0.6, items: [...kept, colon, ...behind] }]
}

/** `shaft with four steps: …`: so many are told behind it. */
const isCounted = (behind: readonly Item[]): boolean => behind.some((item) => item.kind === 'word' && item.plural)

/** Words and numbers as one, kept beside the part. */
function aside(items: readonly Item[]): WordItem {
  const [first, last] = [items[0], items.at(-1)]
  const text = items.map((item) => ('text' in item ? item.text : 'x')).join(' ')
  return { kind: 'word', at: [first?.at[0] ?? 0, last?.at[1] ?? 0], text, plural: false, aside: true }
}
