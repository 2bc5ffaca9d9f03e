import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast } from '../pick.ts'
import { pronounAt } from '../phrase.ts'

/** `raise it by 5`, after a hole was put into a wall: that is the hole, or the part. Which one is asked. */
export const lift: Order = (at, edit) => {
  const before = at.peek(-1)
  if (before && before.kind !== 'mark') return undefined
  const verb = at.word('raise', 'lower', 'lift')
  const phrase = verb && pronounAt(at)
  at.skip('by')
  const number = phrase && at.number()
  if (!number || number.unit === 'deg' || number.unit === '%' || !clauseEnds(at)) return undefined
  const made = madeLast(edit).find(({ feature }) => WALLS.has(feature.at.on ?? 'top'))
  if (!made) return undefined
  const way = verb.text === 'lower' ? 'down' : 'up'
  const { label } = made.feature
  const by = `${quantityOf(number).value} mm`
  return () =>
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `Should the ${label} go ${way}, or the ${made.body.label} get ${way === 'up' ? 'taller' : 'lower'}?`,
      [phrase.at],
      [`move the ${label} ${by} ${way}`, `make the ${made.body.label} ${by} ${way === 'up' ? 'taller' : 'shorter'}`],
    )
}
const WALLS: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])
