import type { Item, WordItem } from '../words/items.ts'

// Where the words say what a thing is for, and where they go on.

/** Stands before what it is for. */
const LEADS: ReadonlySet<string> = new Set(['for', 'suiting', 'holding', 'carrying', 'supporting', 'taking'])
/** The same behind `to`. */
const VERBS: ReadonlySet<string> = new Set(
  'hold holding carry take fit suit support accept house mount receive clear'.split(' '),
)
/** And these, where what they are done to follows: `to bolt a 40 mm rail to a wall`. */
const FIXES: ReadonlySet<string> = new Set('bolt screw attach fasten hang fix secure'.split(' '))
/** What is said of the part goes on here. */
const GOES_ON: ReadonlySet<string> = new Set(
  'with made has having which that and from measuring in of at on around through'.split(' '),
)

/** Behind a number: it tells where something is. */
const PLACED: ReadonlySet<string> = new Set(['apart', 'from'])

/** Where what it is for begins, behind the words that lead to it. */
export function leadAt(items: readonly Item[], place: number): number | undefined {
  const [item, next] = [items[place], items[place + 1]]
  if (item?.kind !== 'word') return undefined
  // `so my sensor board sits flat`, `so that a cable can pass`: what comes of it.
  if (item.text === 'so') return next?.kind === 'word' && next.text === 'that' ? place + 2 : place + 1
  if (item.text === 'to' && next?.kind === 'word' && VERBS.has(next.text)) return place + 2
  if (item.text === 'to' && next?.kind === 'word' && FIXES.has(next.text)) {
    const what = items[place + 2]
    return what?.kind === 'word' && ['a', 'an', 'the', 'my'].includes(what.text) ? place + 2 : undefined
  }
  return LEADS.has(item.text) ? place + 1 : undefined
}

export const isStop = (items: readonly Item[], place: number, from: number): boolean => {
  const item = items[place]
  if (item?.kind === 'mark') return ',;:.!?()\n'.includes(item.text)
  // `holes for a handle 96 mm apart`: where the holes are.
  const next = items[place + 1]
  if (item?.kind === 'number') return place > from && next?.kind === 'word' && PLACED.has(next.text)
  if (item?.kind !== 'word') return false
  // `for a 40 x 20 in the middle`
  return place > from && GOES_ON.has(item.text)
}

/** Words and numbers as one, kept beside the part. */
export function aside(items: readonly Item[]): WordItem {
  const [first, last] = [items[0], items.at(-1)]
  const text = items.map((item) => ('text' in item ? item.text : 'x')).join(' ')
  return { kind: 'word', at: [first?.at[0] ?? 0, last?.at[1] ?? 0], text, plural: false, aside: true }
}
