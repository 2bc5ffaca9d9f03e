import type { Read } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/** Takes away what words name: features of a kind, corners, a bore. */
export function remove(edit: Edit, { nouns, text, at }: Read['without'][number]): boolean {
  const { plan } = edit
  let removed = false
  for (const body of plan.bodies) {
    const family = familyOf(body.family)
    const keep = body.features.filter(({ kind }) => !nouns.includes(kind))
    const bore = family?.bore
    // `no hole` of a ring, where its bore is all it has.
    const isBore =
      /bore|centre hole|inner/.test(text) || (nouns.includes('hole') && keep.length === body.features.length)
    if (isBore && bore && body.sizes[bore] !== undefined) {
      delete body.sizes[bore]
      removed = true
      continue
    }
    if (keep.length < body.features.length) {
      const left = keep.find(({ at: { upon } }) => upon !== undefined && !keep.some(({ id }) => id === upon))
      // What was told from it would be somewhere else without it.
      if (left) {
        const base = body.features.find(({ id }) => id === left.at.upon)?.label ?? text
        edit.refuse(
          'AGENT_NEEDS_ANSWER',
          `The ${left.label} is told from the ${base}. What should become of it?`,
          [at],
          [`remove the ${left.label} and the ${base}`],
        )
        return true
      }
      body.features = keep
      removed = true
      continue
    }
    if (
      (nouns.includes('fillet') || nouns.includes('chamfer') || /corner|round|radius/.test(text)) &&
      body.sizes['corner'] !== undefined
    ) {
      delete body.sizes['corner']
      body.flags = body.flags.filter((flag) => flag !== 'rounded')
      removed = true
      continue
    }
    for (const feature of body.features) {
      const parts = feature.parts.filter(({ kind }) => !nouns.includes(kind))
      if (parts.length === feature.parts.length) continue
      feature.parts = parts
      removed = true
    }
    const pieces = body.parts.filter(({ kind }) => !nouns.includes(kind))
    if (pieces.length < body.parts.length && !removed) {
      body.parts = pieces
      removed = true
    }
  }
  return removed
}
