import type { PartBody, PartFeature, PartPlan } from '@hewn/model'
import { formOf } from '../form-of.ts'
import { faceOf, locate } from '../locate.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/** A row that lies along the longer side goes on lying that way where another side becomes the longer one: nobody turned it. */
export function pinRows(edit: Edit, before: PartPlan): void {
  const values = Object.fromEntries(before.names.map(({ name, value }) => [name, value]))
  for (const body of edit.plan.bodies) {
    const was = before.bodies.find(({ id, family }) => id === body.id && family === body.family)
    for (const feature of body.features) {
      const old = was?.features.find(({ id }) => id === feature.id)
      const row = feature.at.relations.find((one) => one.kind === 'line')
      if (!was || !old || row?.kind !== 'line' || row.along) continue
      if (JSON.stringify(old.at) !== JSON.stringify(feature.at)) continue
      const lay = wayOf(was, old, values)
      const now = wayOf(body, feature, edit.names.values)
      if (lay && now && lay !== now) row.along = lay
    }
  }
}

/** Which way in its face a row lies. */
function wayOf(body: PartBody, feature: PartFeature, values: Record<string, number>): 'x' | 'y' | undefined {
  const family = familyOf(body.family)
  if (!family || featureOf(feature.kind)?.manner !== 'spot') return undefined
  const face = faceOf(formOf(body, family, values), feature.at.on ?? 'top')
  const [first, second] = locate(feature.at, { face, count: feature.sizes['count'], values }).spots
  if (!first || !second) return undefined
  return Math.abs(first.u - second.u) > Math.abs(first.v - second.v) ? 'x' : 'y'
}
