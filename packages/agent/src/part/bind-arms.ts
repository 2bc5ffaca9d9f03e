import type { PartFeature } from '@hewn/model'
import { plus } from './formula.ts'
import type { Family, Form } from './kinds.ts'
import type { Frame } from './read/frame.ts'

/** `two M6 holes` of what has two feet, `feet 15 long with 5 mm holes`: one in each. */
export function spreadOver(child: Frame, { spots, parts }: Family, form: Form): void {
  const { places, targets, count, plural, kind } = child
  const arms = spots === undefined ? undefined : form.arms?.[spots]
  if (kind.key !== 'hole' || !spots || !arms || places.length > 0) return
  if (targets.some(({ keys, det }) => det !== undefined || !keys.some((key) => key === spots && parts?.[key]))) return
  if (count ? count.value !== arms.length : !plural) return
  if (count) count.used = 'count'
  delete child.count
  child.plural = false
  child.targets = [{ keys: [spots], text: spots, det: 'each' }]
}

/** `two holes in each arm`, `a hole in each foot`: evenly along pieces that lie in one face. True, where it was so. */
export function inArms({ targets, count, noun }: Frame, feature: PartFeature, form: Form): boolean {
  const target = targets.find(({ det, keys }) => EVERY.has(det ?? '') && keys.some((key) => form.arms?.[key]))
  const arms = target?.keys.map((key) => form.arms?.[key]).find((one) => one !== undefined)
  const [first] = arms ?? []
  const { relations } = feature.at
  const distances = relations.filter(({ kind }) => kind !== 'centre' && kind !== 'line')
  if (!arms || !first || distances.length > 0) return false
  void noun
  const many = count?.value ?? 1
  if (count) count.used = 'count'
  const { count: _count, ...sizes } = feature.sizes
  feature.sizes = sizes
  feature.at = {
    on: first.on,
    relations: [
      {
        kind: 'points',
        from: 'centre',
        at: arms.flatMap(({ along, at: [u, v], length }) =>
          Array.from({ length: many }, (_, index): [string, string] => {
            if (many === 1) return [u, v]
            const step = `${(2 * (index + 1) - (many + 1)) / 2} * (${length}) / ${many + 1}`
            return along === 'x' ? [plus(u, step), v] : [u, plus(v, step)]
          }),
        ),
      },
    ],
  }
  return true
}
const EVERY: ReadonlySet<string> = new Set(['each', 'every', 'both', 'all', 'per'])
