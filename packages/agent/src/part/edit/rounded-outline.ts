import type { PartBody, PartFeature } from '@hewn/model'
import { featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/**
 * The corner radius of what is flat is, to whoever looks at it, a fillet on its upright edges. While an edit is read it
 * stands beside the body's size as a feature on the same parameter, so that every word for a rounding finds it.
 */
export function unfoldCorners(edit: Edit): void {
  const shadows = edit.plan.bodies.flatMap((body) => {
    const { corner } = body.sizes
    if (!OUTLINED.has(body.family) || edit.named(corner) === undefined || corner === undefined) return []
    const shadow: PartFeature = {
      id: edit.binder.id('fillet'),
      label: 'fillet',
      kind: 'fillet',
      sizes: { size: corner },
      flags: ['pick-vertical'],
      at: { relations: [] },
      parts: [],
    }
    body.features.unshift(shadow)
    return [{ body, shadow, corner, was: JSON.stringify(shadow) }]
  })
  edit.atEnd(() => {
    for (const { body, shadow, corner, was } of shadows) {
      const there = body.features.includes(shadow)
      if (there && JSON.stringify(shadow) === was) body.features.splice(body.features.indexOf(shadow), 1)
      else if (body.sizes['corner'] === corner) {
        delete body.sizes['corner']
        body.flags = body.flags.filter((flag) => flag !== 'rounded')
      }
    }
    for (const body of edit.plan.bodies) treatedOnce(body)
  })
}
/** Families whose corner radius is no more than that. */
export const OUTLINED: ReadonlySet<string> = new Set(['plate', 'flat-bar', 'block', 'cube'])

/** An edge that was rounded and is chamfered now is no longer rounded. */
function treatedOnce(body: PartBody): void {
  const picks = ({ flags }: PartFeature) =>
    flags
      .filter((flag) => flag.startsWith('pick-'))
      .toSorted()
      .join(' ')
  const treats = ({ kind }: PartFeature) => featureOf(kind)?.manner === 'edge'
  const upright = body.features.some((one) => treats(one) && picks(one) === 'pick-vertical')
  if (upright && OUTLINED.has(body.family)) delete body.sizes['corner']
  body.features = body.features.filter(
    (one, index) =>
      !treats(one) || !body.features.slice(index + 1).some((next) => treats(next) && picks(next) === picks(one)),
  )
}
