import { quantityOf } from '../../read/quantities.ts'
import { featureOf } from '../../registry.ts'
import { setSize } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast } from '../pick.ts'
import { pronounAt } from '../phrase.ts'

/** `no, make that a 5 mm fillet`: the edges that were treated last are treated otherwise. */
export const edgeKind: Order = (at, edit) => {
  at.skip('no', 'actually', 'rather', 'sorry')
  at.mark(',')
  if (!at.word('make', 'change', 'turn') || !pronounAt(at)) return undefined
  at.skip('into', 'to', 'a', 'an')
  const number = at.number()
  const word = at.wordIf(({ entry }) => entry?.nouns.some((key) => key === 'fillet' || key === 'chamfer') ?? false)
  at.skip('instead')
  const to = word?.entry?.nouns.find((key) => key === 'fillet' || key === 'chamfer')
  const kind = featureOf(to ?? '')
  if (!to || !kind || !clauseEnds(at)) return undefined
  const found = madeLast(edit).filter(({ feature }) => featureOf(feature.kind)?.manner === 'edge')
  if (found.length === 0) return undefined
  return () => {
    for (const { feature } of found) {
      feature.kind = to
      feature.label = to
      if (number) setSize(feature.sizes, 'size', { quantity: quantityOf(number), times: 1 }, kind, feature.id, edit)
    }
    edit.changed = true
  }
}
