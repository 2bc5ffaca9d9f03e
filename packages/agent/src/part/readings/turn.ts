import type { Span } from '@hewn/model'
import type { Item, NumberItem, WordItem } from '../words/items.ts'
import type { Attempt } from './read-once.ts'

/** One decision of the reader, taken the other way. */
export interface Turn {
  /** Where it is; a reading turns one place once. */
  at: Span
  /** How much less likely it makes the reading; below 0, it is likelier than the plain one. */
  weight: number
  items: readonly Item[]
}

export type Turning = (items: readonly Item[], place: number, attempt: Attempt) => Turn[]

export const isWord = (item: Item | undefined): item is WordItem => item?.kind === 'word'

export const isNumber = (item: Item | undefined): item is NumberItem => item?.kind === 'number'

export const isNoun = (item: Item | undefined): item is WordItem => isWord(item) && (item.entry?.nouns.length ?? 0) > 0

export const says = (item: Item | undefined, ...texts: string[]): boolean => isWord(item) && texts.includes(item.text)

export const isStop = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'number' || (item.kind === 'mark' && ',;:.('.includes(item.text))

/** A word that is kept beside the part, and makes nothing of it. */
export const aside = ({ kind, at, text, plural }: WordItem): WordItem => ({ kind, at, text, plural, aside: true })

export const put = (items: readonly Item[], place: number, ...others: Item[]): Item[] =>
  items.toSpliced(place, 1, ...others)
