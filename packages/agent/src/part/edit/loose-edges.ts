import type { PartBody, PartFeature, PartPlan } from '@hewn/model'
import { hasEdges, picksIn } from '../features/edges.ts'
import { formOf } from '../form-of.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/** A chamfer of a bore goes with the bore: edges that a body had before and has no more are treated no more. */
export function looseEdges(edit: Edit, before: PartPlan): void {
  for (const body of edit.plan.bodies) {
    const was = before.bodies.find(({ id }) => id === body.id)
    if (!was) continue
    body.features = body.features.filter((feature) => {
      const gone = goneWith(feature, [was, before.names], [body, edit.names.all])
      feature.flags = feature.flags.filter((flag) => !gone.some((pick) => flag === `pick-${pick}`))
      return gone.length === 0 || picksIn(feature.flags).join() !== 'all'
    })
  }
}

type Known = [body: PartBody, names: PartPlan['names']]

/** Which of the edges that it treats a body had, and has no more. */
export function goneWith({ kind, flags }: PartFeature, was: Known, is: Known): string[] {
  if (featureOf(kind)?.manner !== 'edge' || was[0].family !== is[0].family) return []
  const [had, has] = [was, is].map(formWith)
  return had && has ? picksIn(flags).filter((pick) => hasEdges(had, pick) && !hasEdges(has, pick)) : []
}

function formWith([body, names]: Known) {
  const family = familyOf(body.family)
  const values = Object.fromEntries(names.map(({ name, value }) => [name, value]))
  return family && formOf(body, family, values)
}
