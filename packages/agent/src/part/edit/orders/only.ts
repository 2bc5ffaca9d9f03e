import type { PartFeature } from '@hewn/model'
import { clauseEnds, type Order } from '../order.ts'
import { phraseAt } from '../phrase.ts'
import { pick } from '../pick.ts'

/** `only the two holes on the left`, `keep just the left ones`: of a pattern these stay, and the others go. */
export const only: Order = (at, edit) => {
  at.skip('i', 'want', 'need', 'keep', 'leave', 'have', 'use')
  if (!at.word('only', 'just')) return undefined
  at.skip('i', 'want', 'need', 'keep', 'leave', 'have', 'use')
  const phrase = phraseAt(at)
  if (!phrase?.definite || phrase.traits.length === 0 || !clauseEnds(at)) return undefined
  const stay = pick(edit, phrase).map(({ feature }) => feature)
  // What was split off a pattern has parameters of its own, as large as the others'.
  const like = ({ kind, sizes }: PartFeature) => `${kind} ${edit.named(sizes['diameter'] ?? sizes['width'])?.value}`
  const kinds = new Set(stay.map(like))
  const gone = edit.plan.bodies
    .flatMap(({ features }) => features)
    .filter((one) => !stay.includes(one) && kinds.has(like(one)))
  if (stay.length === 0 || gone.length === 0) return undefined
  return () => {
    for (const body of edit.plan.bodies) body.features = body.features.filter((one) => !gone.includes(one))
    edit.changed = true
  }
}
