import { evaluate } from '../../formula.ts'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { designator } from '../../read/sizes.ts'
import { ownFeature } from '../../registry.ts'
import { howMany } from '../how-many.ts'
import { clauseEnds, type Order } from '../order.ts'
import { phraseAt } from '../phrase.ts'
import { pick } from '../pick.ts'
import { recount } from '../recount.ts'
import { setSize } from '../set-size.ts'

/**
 * `make it six 8 mm holes`, `I'd rather have 6 holes of 9 mm`, and, where those there are as wide, `six 8 mm holes please`: over the
 * one pattern there is, so many of them and so large. Where they lie stays.
 */
export const soMany: Order = (at, edit) => {
  const before = at.peek(-1)
  if (before && before.kind !== 'mark') return undefined
  const meant = at.attempt(instead)
  const count = at.number()
  if (!count || count.unit !== undefined || !Number.isInteger(count.value) || count.value < 2) return undefined
  at.times()
  const of = phraseAt(at, false)
  if (!of || of.article || of.kinds.length === 0 || of.traits.length > 0 || of.count || of.sizes.length > 1)
    return undefined
  const size = of.sizes[0] ?? at.attempt(sizeBehind)
  const late = at.word('instead', 'rather')
  if (!size || !clauseEnds(at)) return undefined
  const many = pick(edit, { ...of, sizes: [], plural: true }).filter((one) => howMany(one, edit.names.values) > 1)
  const [one] = many
  const now = one?.feature.sizes['diameter']
  const kind = ownFeature(one?.feature.kind ?? '')
  if (!one || many.length > 1 || now === undefined || !kind) return undefined
  const same = Math.abs(evaluate(now, edit.names.values) - size.value) < 1e-9
  if (!meant && !late && !same) return undefined
  return () => {
    if (recount(one.feature, { value: count.value, at: count.at }, edit)) edit.changed = true
    setSize(one.feature.sizes, 'diameter', { quantity: size, times: 1 }, kind, one.feature.id, edit)
  }
}

/** What says that these are in the place of those there are. */
function instead(at: Cursor): true | undefined {
  if (at.word('make')) {
    if (!at.word('it', 'that', 'them')) return undefined
    at.skip('with', 'have')
    return true
  }
  at.skip('i', "i'd", 'would', 'd', 'we')
  if (!at.word('rather', 'prefer')) return undefined
  at.skip('have', 'like', 'want')
  return true
}

/** `of 9 mm`, `of 9 mm diameter`, `at M8`. */
function sizeBehind(at: Cursor): Quantity | undefined {
  if (!at.word('of', 'at', 'with')) return undefined
  const named = designator(at)
  if (named) return named
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  at.skip('each')
  return quantityOf(number)
}
