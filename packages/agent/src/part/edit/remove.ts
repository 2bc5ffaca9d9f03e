import type { Read } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/** Takes away what words name: features of a kind, corners, a bore. */
export function remove({ plan }: Edit, { nouns, text }: Read['without'][number]): boolean {
  let removed = false
  for (const body of plan.bodies) {
    const family = familyOf(body.family)
    const keep = body.features.filter(({ kind }) => !nouns.includes(kind))
    const bore = family?.bore
    const isBore = /bore|centre hole|inner/.test(text)
    if (isBore && bore && body.sizes[bore] !== undefined) {
      delete body.sizes[bore]
      removed = true
      continue
    }
    if (keep.length < body.features.length) {
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
