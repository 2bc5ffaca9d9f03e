import type { PartFace } from '@hewn/model'
import { OPPOSITE } from '../../locate.ts'
import type { Cursor } from '../../read/cursor.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { pronounAt } from '../phrase.ts'

/** `from the other side`, `no, from underneath`, after a counterbore or a blind hole: it goes in there. */
export const fromBehind: Order = (at, edit) => {
  const before = at.peek(-1)
  if (before !== undefined && before.kind !== 'mark') return undefined
  at.skip('no', 'actually', 'sorry', 'make', 'do', 'put', 'but', 'and', 'rather')
  at.mark(',')
  const phrase = pronounAt(at)
  const side = at.word('from', 'in from') && sideAt(at)
  if (!side || !clauseEnds(at)) return undefined
  const made = madeLast(edit)
  const found = (made.length > 0 ? made : phrase ? pick(edit, phrase) : []).filter(
    ({ feature: { sizes, parts, at: where } }) =>
      (sizes['depth'] !== undefined || parts.length > 0) && LYING.has(where.on ?? 'top'),
  )
  if (found.length === 0) return undefined
  return () => {
    for (const { feature } of found)
      feature.at.on = side === 'other' ? (OPPOSITE[feature.at.on ?? 'top'] ?? 'bottom') : side
    edit.changed = true
  }
}

const LYING: ReadonlySet<PartFace> = new Set(['top', 'bottom'])

function sideAt(at: Cursor): PartFace | 'other' | undefined {
  at.skip('the')
  const other = at.word('other', 'opposite', 'far')
  const word = other ?? at.word('bottom', 'underneath', 'below', 'underside', 'top', 'above')
  at.skip('side', 'face', 'end')
  if (!word) return undefined
  return other ? 'other' : word.text === 'top' || word.text === 'above' ? 'top' : 'bottom'
}
