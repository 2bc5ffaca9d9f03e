import type { Span } from '@hewn/model'
import { familyOf } from '../registry.ts'
import type { Frame } from '../read/frame.ts'
import type { Item, NumberItem } from '../words/items.ts'
import { aside, isStop, leadAt } from './purpose-phrase.ts'
import type { Attempt } from './read-once.ts'
import { isNoun, isWord, type Turn } from './turn.ts'

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
  // `Rack for 12 tubes. Block 150 x 60 x 40`: the title is not known, and what it is for stands behind it.
  const title = spans?.some(([, last]) => last === from - 1) ?? false
  if (code === 'AGENT_UNSUPPORTED') return inside || title
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

/** `1-2-3 block: 3 x 2 x 1 in …`, `2020 plate: …`: what stands before a colon is the title, and its numbers are a name. */
export function title(items: readonly Item[], place: number, { lost, bodies }: Attempt): Turn[] {
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
  const kept = before.map((item) => (item.kind === 'number' ? aside([item]) : item))
  // `NEMA 23 motor mount: 80 mm square plate …`: the plate is that mount, and no second part.
  const [first, second] = bodies
  const again = first && second && first.at[1] <= colon.at[0] && second.at[0] >= colon.at[1] && isOnlyNamed(first)
  // `Clevis: block 30 x 40 x 60 …`: what has three sizes of its own is that clevis, and no part of it.
  if (!ends && isTold(before, behind)) return [{ at, weight: -0.3, items: [aside(before), colon, ...behind] }]
  if (again && !ends) return [{ at, weight: -0.3, items: [aside(before), colon, ...behind] }]
  if (ends || !named || lost.length === 0) return []
  if (behind.filter(({ kind }) => kind === 'number').length < 2) return []
  return [{ at, weight: 0.6, items: [...kept, colon, ...behind] }]
}

/** A name alone, and behind it a block with its sizes. */
function isTold(before: readonly Item[], behind: readonly Item[]): boolean {
  const names = before.filter(isNoun)
  const [noun, ...sizes] = behind.filter((item) => !(isWord(item) && ['a', 'an'].includes(item.text)))
  if (names.length !== 1 || before.some(({ kind }) => kind === 'number') || !noun || !isWord(noun)) return false
  const chain = sizes.slice(0, 5).map(({ kind }) => (kind === 'number' ? 'n' : kind === 'times' ? 'x' : '-'))
  const [called = ''] = names[0]?.entry?.nouns ?? []
  return (
    noun.entry?.nouns[0] === 'block' &&
    called !== 'block' &&
    familyOf(called) !== undefined &&
    chain.join('') === 'nxnxn'
  )
}

/** No size of its own was said of it, beside the number of what it is for. */
const isOnlyNamed = ({ sizes, children, count }: Frame): boolean =>
  children.length === 0 && !count && [...sizes.values()].every(({ quantity }) => quantity.role === 'nema')

/** `shaft with four steps: …`: so many are told behind it. */
const isCounted = (behind: readonly Item[]): boolean => behind.some((item) => item.kind === 'word' && item.plural)

/**
 * `Flanged bearing housing for a 6202 bearing: …`, `This is a cube with a stepped hole. …`: an opening without a size, where
 * the rest tells a part by itself, is its title. What it names and the rest does not is not read, and stands open.
 */
export function opening(items: readonly Item[], place: number, { answer }: Attempt): Turn[] {
  if (place > 0 || answer.ok) return []
  const end = items.findIndex((item) => item.kind === 'mark' && '.:;,\n'.includes(item.text))
  const [phrase, stop, rest] = [items.slice(0, end), items[end], items.slice(end + 1)]
  const [first, last] = [phrase[0], phrase.at(-1)]
  const purpose = phrase.findIndex((_, index) => leadAt(phrase, index) !== undefined)
  // `Rack for 12 test tubes. Block 150 x 60 x 40 …`: what holds them is told behind it.
  const strange = answer.error.code === 'AGENT_UNSUPPORTED' && purpose > 0 && stop?.kind === 'mark' && stop.text === '.'
  if (answer.error.code !== 'AGENT_NEEDS_ANSWER' && !strange) return []
  const sized = phrase.slice(0, purpose < 0 ? undefined : purpose).some(({ kind }) => kind === 'number')
  if (!first || !last || !stop || sized) return []
  const nouns = rest.filter(isNoun)
  const told = nouns.flatMap(({ entry }) => entry?.nouns ?? [])
  const bodies = nouns.filter(({ entry }) => entry?.nouns.some((key) => familyOf(key)))
  if (bodies.length !== 1 || rest.filter(({ kind }) => kind === 'number').length < 2) return []
  const kept = phrase.map((item): Item => {
    if (!isWord(item)) return item.kind === 'number' ? aside([item]) : item
    const { entry, ...word } = item
    const again = entry?.nouns.every((key) => told.includes(key)) ?? true
    return again ? { ...word, aside: true } : word
  })
  // Behind a full stop nothing is said of what is before it.
  const over: Item = { kind: 'mark', at: stop.at, text: '.' }
  return [{ at: [first.at[0], last.at[1]], weight: 1.2, items: [...kept, over, ...rest] }]
}
