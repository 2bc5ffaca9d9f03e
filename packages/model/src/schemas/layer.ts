import { z } from 'zod'
import { bounds, layerId, vec3 } from './ids.ts'

export const layer = z.strictObject({
  id: layerId,
  name: z.string(),
  parent: layerId.optional(),
  kind: z.enum(['solid', 'surface', 'curve', 'point', 'panel', 'group']),
  color: z.string().optional(),
  opacity: z.number().optional(),
  material: z.string().optional(),
  visible: z.boolean(),
  /** 16 numbers, column-major, millimetres. */
  placement: z.array(z.number()).length(16),
  geometry: z.strictObject({ hash: z.string(), bytes: z.number(), triangles: z.number(), bounds }).optional(),
  at: z.strictObject({ line: z.number() }).optional(),
  aside: z.literal(true).optional(),
})

export const signature = z.strictObject({
  kind: z.string(),
  a: z.number(),
  b: z.number(),
  axis: vec3,
  size: z.number(),
  at: vec3,
  beside: z.array(z.string()),
})

export const reference = z.strictObject({
  layer: layerId,
  kind: z.enum(['layer', 'face', 'edge', 'vertex']),
  index: z.number().optional(),
  hash: z.string().optional(),
  signature: signature.optional(),
})
