import { quantityOf } from '../../read/quantities.ts'
import { familyOf } from '../../registry.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `a 3 mm base fillet on the stud`, as `where the stud meets the base` is written: around the foot of what stands there. */
export const footFillet: Order = (at, edit) => {
  at.skip('add', 'put', 'give', 'it', 'with', 'a', 'an')
  const before = at.attempt(() => at.number())
  const named = at.word('base fillet', 'root fillet', 'fillet at the base')
  if (!named) return undefined
  at.skip('of', 'radius')
  const number = before ?? at.attempt(() => at.number())
  at.attempt(() => {
    at.skip('on', 'to', 'at', 'around', 'of', 'the')
    return at.wordIf(({ entry }) => entry?.nouns.includes('pad') === true)
  })
  if (!number || number.unit === 'deg' || !clauseEnds(at)) return undefined
  // Of what is bent it is that of the bend.
  if (edit.plan.bodies.every(({ family }) => familyOf(family)?.slots['root'] !== undefined)) return undefined
  const pads = edit.plan.bodies.flatMap(({ features }) => features.filter(({ kind }) => kind === 'pad'))
  const round = pads.findLast(({ sizes }) => sizes['diameter'] !== undefined)
  return () => {
    if (!round) {
      edit.refuse('AGENT_UNSUPPORTED', 'A fillet at its foot is made around what is round and stands on a face.', [
        named.at,
      ])
      return
    }
    const size = edit.names.said(`${round.id}_fillet`, 'Base fillet', quantityOf(number))
    round.parts = [
      ...round.parts.filter(({ kind }) => kind !== 'fillet'),
      { kind: 'fillet', label: 'base fillet', sizes: { size }, flags: [] },
    ]
    edit.changed = true
  }
}
