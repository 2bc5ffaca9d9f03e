import type { PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Form } from '../kinds.ts'
import { faceOf, locate } from '../locate.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'

/** `holes 3, 4, 5 and 6 mm in a row`: the places of one pattern, and in each a size of its own. */
export function oneSizeEach(
  binder: Binder,
  { each, noun, at }: Frame,
  feature: PartFeature,
  form: Form,
): PartFeature[] {
  if (!each) return [feature]
  const face = faceOf(form, feature.at.on ?? 'top')
  const { places } = locate(feature.at, { face, count: feature.sizes['count'], values: binder.names.values })
  if (places?.kind !== 'points' || places.at.length !== each.length + 1) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `${each.length + 1} sizes were said for the ${plural(noun)}. Where is each of them?`,
      [at],
      ['in a row, evenly spaced', 'in a row, 20 mm apart'],
    )
    return []
  }
  const { count: _, ...sizes } = feature.sizes
  return places.at.map((one, index): PartFeature => {
    const own = each[index - 1]
    const id = own ? binder.id(feature.kind) : feature.id
    const diameter = own ? binder.names.said(`${id}_diameter`, 'Hole diameter', own) : sizes['diameter']
    return {
      ...structuredClone(feature),
      id,
      sizes: { ...sizes, ...(diameter ? { diameter } : {}) },
      at: { ...feature.at, relations: [{ kind: 'points', from: 'centre', at: [one] }] },
    }
  })
}
