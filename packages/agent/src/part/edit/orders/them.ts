import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'
import { evaluate } from '../../formula.ts'
import type { Quantity } from '../../read/atoms.ts'
import type { Edit } from '../edit.ts'
import { madeLast, type Pick, pick } from '../pick.ts'
import { type Phrase, pronounAt } from '../phrase.ts'
import { ownersOfRole, resizeByRole } from '../resize-by-role.ts'

/** `make them 1.5 thick`, after dividers were added: theirs, and not that of the box. */
export const them: Order = (at, edit) => {
  at.skip('make', 'set', 'have', 'change', 'let')
  at.attempt(() => at.word('all') && at.word('of'))
  const phrase = pronounAt(at)
  if (!phrase) return undefined
  at.skip('all', 'each', 'to', 'be')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  // `make it 5 mm smaller`, of a hole that was drilled just now.
  const than = at.word('smaller', 'bigger', 'larger')
  const said = than ? undefined : at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  at.skip('instead')
  if (!clauseEnds(at)) return undefined
  const made = madeLast(edit)
  if (than) {
    const { value, ...rest } = quantityOf(number)
    const change = { ...rest, value: than.text === 'smaller' ? -value : value, relative: 'add' as const }
    return across(made, phrase, change, edit)
  }
  if (!said) return across(made, phrase, quantityOf(number), edit)
  if (!phrase.plural) return undefined
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

/** `make them 12`, `make it 22` after a hole was drilled: as wide, where all that is meant is round and as wide as the others. */
function across(made: readonly Pick[], phrase: Phrase, quantity: Quantity, edit: Edit): (() => void) | undefined {
  const found = made.length > 0 ? made : phrase.plural ? pick(edit, phrase) : []
  const wide = found.map(({ feature }) => evaluate(feature.sizes['diameter'] ?? '0', edit.names.values))
  const [first] = wide
  if (!first || wide.some((one) => one !== first) || quantity.designator) return undefined
  return () => {
    const ids = found.map(({ feature }) => feature.id)
    if (resizeByRole({ ...quantity, role: 'diameter' }, edit, ids)) edit.changed = true
  }
}
