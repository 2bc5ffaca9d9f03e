import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'
import { howMany } from '../how-many.ts'
import { phraseAt, pronounAt } from '../phrase.ts'
import { pick } from '../pick.ts'
import { plural } from '../../../read/plural.ts'

/** `put them on a 75 circle`, `on a 75 mm PCD instead`: holes that are there, on a circle of that size. */
export const circled: Order = (at, edit) => {
  // `add 6 M4 holes on a 65 circle`: those are new ones.
  const before = at.peek(-1)
  if (before?.kind === 'number' || (before?.kind === 'word' && /^(?:m\d|another|more|new)/.test(before.text)))
    return undefined
  const verb = at.word('put', 'move', 'place', 'set', 'have', 'arrange', 'bring', 'shift')
  const named = phraseAt(at) ?? (verb ? pronounAt(at) : undefined)
  if (named && (named.article || named.sizes.length > 0 || !named.plural)) return undefined
  const opens = before === undefined || before.kind === 'mark' || (before.kind === 'word' && OPENS.has(before.text))
  if (!verb && !named && !opens) return undefined
  at.skip('should', 'must', 'be', 'to be', 'go', 'sit')
  if (!at.word('on', 'onto', 'to', 'in', 'around')) return undefined
  at.skip('a', 'an', 'the')
  const led = at.wordIf(isCircle)
  at.skip('of')
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  if (!led && !at.wordIf(isCircle)) return undefined
  if (!clauseEnds(at)) return undefined
  const spots = edit.plan.bodies.flatMap((body) => body.features.map((feature) => ({ body, feature })))
  const onCircle = spots.filter(({ feature }) => feature.at.relations.some(({ kind }) => kind === 'circle'))
  // Without a word for them, only what is on a circle already can be meant.
  const found = named ? pick(edit, named) : onCircle
  const many = found.filter((one) => howMany(one, edit.names.values) > 1)
  if (many.length !== 1) return undefined
  const [one] = many
  if (!one) return undefined
  return () => {
    const { feature } = one
    const quantity = quantityOf(number)
    quantity.used = 'circle'
    const circle = feature.at.relations.find((relation) => relation.kind === 'circle')
    const known = edit.named(circle?.diameter)
    if (known) edit.set(known, quantity.value, { from: 'said', span: quantity.at })
    else {
      const count = howMany(one, edit.names.values)
      feature.sizes['count'] ??= edit.names.said(
        `${feature.id}_count`,
        `Number of ${plural(feature.label)}`,
        { at: quantity.at, value: count },
        'count',
      )
      const diameter = edit.names.said(`${feature.id}_circle`, 'Bolt circle', quantity)
      feature.at = { ...feature.at, relations: [{ kind: 'circle', diameter }] }
    }
    edit.changed = true
  }
}

const OPENS = new Set(['and', 'but', 'then', 'now', 'them', 'holes', 'instead', 'it'])
const isCircle = ({ text, entry }: { text: string; entry?: { role?: string } }): boolean =>
  entry?.role === 'pcd' || text === 'circle' || text === 'ring'
