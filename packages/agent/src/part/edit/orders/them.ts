import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { pronounAt } from '../phrase.ts'
import { ownersOfRole, resizeByRole } from '../resize-by-role.ts'

/** `make them 1.5 thick`, after dividers were added: theirs, and not that of the box. */
export const them: Order = (at, edit) => {
  at.skip('make', 'set', 'have', 'change', 'let')
  const phrase = pronounAt(at)
  if (!phrase?.plural) return undefined
  at.skip('all', 'each', 'to', 'be')
  const number = at.number()
  const said = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  if (!number || !said || number.unit === 'deg' || number.unit === '%' || !clauseEnds(at)) return undefined
  const made = madeLast(edit)
  const ids = (made.length > 0 ? made : pick(edit, phrase)).map(({ feature }) => feature.id)
  // Holes that are 6 mm wide are so across.
  const role = [said, ...(said === 'width' ? ['diameter' as const] : [])].find(
    (one) => ownersOfRole(one, edit, ids).length > 0,
  )
  if (!role) return undefined
  return () => {
    if (resizeByRole({ ...quantityOf(number), role }, edit, ids)) edit.changed = true
  }
}
