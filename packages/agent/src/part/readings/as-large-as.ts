import type { Item, WordItem } from '../words/items.ts'
import { known } from './known.ts'
import { aside, isStop, leadAt } from './purpose-phrase.ts'
import type { Turn } from './turn.ts'

/** What is cut to the outline of what it lies on. */
const COPIES = /\b(?:gasket|seal)$/
/** What is as wide as what lies on it; a pipe goes through it. */
const FACES: ReadonlySet<string> = new Set(['flange', 'cover', 'lid', 'cap', 'disc', 'face'])
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'our', 'this'])

/** `gasket for a 100 x 80 cover`, `seal for a 100 mm flange`: it is as large as that. */
export function asLargeAs(items: readonly Item[], place: number): Turn[] {
  const [before, lead] = [items[place - 1], items[place]]
  const behind = leadAt(items, place)
  if (!lead || behind === undefined || !isWord(before) || !before.entry || !COPIES.test(before.text)) return []
  const from = behind + (ARTICLES.has(textOf(items[behind])) ? 1 : 0)
  const sizes = sizesAt(items, from)
  let end = from + sizes.length
  while (end < items.length && !isStop(items, end, from)) end++
  const thing = items.slice(from + sizes.length, end)
  const last = thing.at(-1) ?? sizes.at(-1)
  if (!last || sizes.length === 0 || !thing.every(isWord) || hasOwnSizes(items, from)) return []
  if (sizes.length === 1 && !FACES.has(textOf(last))) return []
  const across = sizes.length === 1 ? [known('outside diameter', last.at)] : []
  const kept = thing.length > 0 ? [aside(thing)] : []
  const turned = [...items.slice(0, place), ...sizes, ...across, ...kept, ...items.slice(end)]
  return [{ at: [lead.at[0], last.at[1]], weight: -0.4, items: turned }]
}

/** `100 x 80`, or a diameter. */
function sizesAt(items: readonly Item[], from: number): readonly Item[] {
  const kinds = items.slice(from, from + 3).map(({ kind }) => kind)
  if (kinds.join() === 'number,times,number') return items.slice(from, from + 3)
  return kinds[0] === 'number' && kinds[1] === 'word' ? items.slice(from, from + 1) : []
}

/** A chain beside that of what it is for; `with a 60 x 40 opening` is that of another one. */
const hasOwnSizes = (items: readonly Item[], from: number): boolean =>
  items.some((item, at) => item.kind === 'times' && at !== from + 1 && !isNoun(items[at + 2]))

const isWord = (item: Item | undefined): item is WordItem => item?.kind === 'word'
const isNoun = (item: Item | undefined): boolean => isWord(item) && (item.entry?.nouns.length ?? 0) > 0
const textOf = (item: Item | undefined): string => (isWord(item) ? item.text : '')
