import type { Cursor } from '../read/cursor.ts'
import type { Edit } from './edit.ts'

/** Reads one order from a place on; what it does is done when it turns out to be the longest reading there. */
export type Order = (at: Cursor, edit: Edit) => (() => void) | undefined

/** Nothing more is said of it: the words, or the clause, end here. */
export function clauseEnds(at: Cursor): boolean {
  at.skip('please', 'now', 'too', 'then', 'instead', 'thanks', 'again', 'anymore', 'any more', 'now', 'either')
  const item = at.item
  return (
    item === undefined ||
    (item.kind === 'mark' && ',;.!\n?'.includes(item.text)) ||
    (item.kind === 'word' && ['and', 'but', 'then', 'also', 'plus'].includes(item.text))
  )
}
