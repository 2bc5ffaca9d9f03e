import type { Cursor } from '../../read/cursor.ts'
import { evaluate } from '../../formula.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `50 OD, same wall`, `keep the wall`: of a tube told by its two diameters, the wall is what stays. */
export const sameWall: Order = (at, edit) => {
  if (!at.attempt(kept) || !clauseEnds(at)) return undefined
  const tubes = edit.plan.bodies.filter(({ sizes }) => sizes['outer'] && sizes['inner'] && sizes['wall'] === undefined)
  return () => {
    for (const { sizes } of tubes) {
      const { outer = '0', inner = '0' } = sizes
      const value = (evaluate(outer, edit.names.values) - evaluate(inner, edit.names.values)) / 2
      const formula = `(${outer} - ${inner}) / 2`
      sizes['wall'] = edit.names.add('wall', { label: 'Wall', value, unit: 'mm', origin: { from: 'derived', formula } })
      sizes['inner'] = `(${outer} - 2 * ${sizes['wall']})`
    }
  }
}

function kept(at: Cursor): true | undefined {
  const wall = () => {
    at.skip('the', 'its')
    const word = at.wordIf(({ entry }) => entry?.role === 'wall')
    if (word) at.skip('thickness', 'thick')
    return word && true
  }
  at.skip('with', 'at', 'but', 'and')
  if (at.word('same', 'keep', 'keeping', 'leave', 'unchanged')) {
    at.skip('same')
    const found = wall()
    at.skip('the', 'same', 'as', 'it', 'is', 'before', 'unchanged', 'thickness')
    return found
  }
  if (at.word('the') && at.word('same')) return wall()
  if (!wall() || !at.word('stays', 'stay', 'remains', 'unchanged', 'same', 'as')) return undefined
  at.skip('the', 'same', 'as', 'it', 'is', 'before', 'unchanged', 'was')
  return true
}
