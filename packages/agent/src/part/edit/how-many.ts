import type { PartFeature } from '@hewn/model'
import { evaluate } from '../formula.ts'

/** How many there are of a feature. */
export function howMany({ feature }: { feature: PartFeature }, values: Record<string, number>): number {
  const { count } = feature.sizes
  if (count !== undefined) return Math.round(evaluate(count, values))
  for (const relation of feature.at.relations) {
    if (relation.kind === 'corners') return 4
    if (relation.kind === 'grid')
      return Math.round(evaluate(relation.columns, values) * evaluate(relation.rows, values))
    if (relation.kind === 'points' || relation.kind === 'angle') return relation.at.length
  }
  return 1
}
