import type { PartFeature } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Binder } from './bind.ts'

/**
 * `plate 80 x 80, four 7 mm holes on a 95 mm bolt circle`: so large a circle has room for them towards the corners only, and there
 * they are; shown as an assumption.
 */
export function towardsCorners(binder: Binder, { id, kind, sizes, at }: PartFeature, form: Form): void {
  const circle = at.relations.find((one) => one.kind === 'circle')
  if (kind !== 'hole' || circle?.kind !== 'circle' || circle.start || form.outline.kind !== 'rectangle') return
  const value = (formula = '0') => evaluate(formula, binder.names.values)
  if (at.relations.length > 1 || Math.round(value(sizes['count'])) !== 4 || circle.diameter === '0') return
  const [room, radius, reach] = [
    Math.min(value(form.size[0]), value(form.size[1])) / 2,
    value(circle.diameter) / 2,
    value(sizes['diameter']) / 2,
  ]
  if (radius + reach < room || radius * Math.SQRT1_2 + reach >= room) return
  circle.start = binder.names.add(`${id}_start`, {
    label: 'Start angle',
    value: 45,
    unit: 'deg',
    origin: { from: 'assumed', why: 'the circle has room for them towards the corners only' },
  })
}
