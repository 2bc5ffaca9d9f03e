import type { Item, NumberItem, WordItem } from '../words/items.ts'

/** Walks over items from one place. Every taking verb moves on when it finds what it looks for, and stays otherwise. */
export interface Cursor {
  readonly place: number
  readonly item: Item | undefined
  /** The first and the last place that was looked at since it began. */
  readonly looked: readonly [first: number, last: number]
  peek(ahead: number): Item | undefined
  /** One of these words. */
  word(...texts: string[]): WordItem | undefined
  /** A word that the test likes. */
  wordIf(test: (item: WordItem) => boolean): WordItem | undefined
  number(): NumberItem | undefined
  times(): boolean
  mark(marks: string): boolean
  skip(...texts: string[]): void
  reset(place: number): void
  /** As one that was made for this place: over a long request, one cursor goes everywhere. */
  begin(place: number): void
  attempt<T>(read: (cursor: Cursor) => T | undefined): T | undefined
}

export function cursorAt(items: readonly Item[], from: number): Cursor {
  let start = from
  let place = start
  let first = start
  let last = start
  const look = (at: number): Item | undefined => {
    if (at < first) first = at
    if (at > last) last = at
    return items[at]
  }
  const cursor: Cursor = {
    get place() {
      return place
    },
    get item() {
      return look(place)
    },
    get looked() {
      return [first, last] as const
    },
    peek: (ahead) => look(place + ahead),
    word: (...texts) => cursor.wordIf(({ text }) => texts.includes(text)),
    wordIf(test) {
      const item = look(place)
      // The hyphen of `15-mm` or `corner-radius` joins; it says nothing.
      const hyphen = item?.kind === 'mark' && item.text === '-' && place > start
      const word = hyphen ? look(place + 1) : item
      if (word?.kind !== 'word' || !test(word)) return undefined
      place += hyphen ? 2 : 1
      return word
    },
    number() {
      const item = look(place)
      if (item?.kind !== 'number') return undefined
      place++
      return item
    },
    times() {
      const item = look(place)
      const letter = item?.kind === 'word' && (item.text === 'by' || item.text === 'x')
      if (item?.kind !== 'times' && !letter) return false
      place++
      return true
    },
    mark(marks) {
      const item = look(place)
      if (item?.kind !== 'mark' || !marks.includes(item.text)) return false
      place++
      return true
    },
    skip(...texts) {
      while (cursor.word(...texts));
    },
    reset(to) {
      place = to
    },
    begin(at) {
      start = at
      place = at
      first = at
      last = at
    },
    attempt(read) {
      const before = place
      const found = read(cursor)
      if (found === undefined) place = before
      return found
    },
  }
  return cursor
}

export type Recogniser<T> = (cursor: Cursor) => T | undefined
