import { z } from 'zod'
import { layerId, vec3 } from './ids.ts'
import { reference } from './layer.ts'

const ofLayer = { layer: layerId.optional() }

/** What can be measured. */
export const factKind = z.enum([
  'size',
  'volume',
  'area',
  'mass',
  'solids',
  'faces',
  'edges',
  'openings',
  'hole',
  'fillet',
  'chamfer',
  'reaches',
  'valid',
  'wall',
  'clearance',
  'interference',
  'fit',
  'compartments',
  'sheet',
  'distance',
  'angle',
  'length',
  'radius',
  'section',
])

/** Measured, never guessed; `layer` absent means the whole design; mm, mm², mm³, g, degrees. */
export const fact = z.union([
  z.strictObject({ kind: z.literal('size'), ...ofLayer, x: z.number(), y: z.number(), z: z.number() }),
  z.strictObject({ kind: z.enum(['volume', 'area', 'mass']), ...ofLayer, value: z.number() }),
  z.strictObject({ kind: z.enum(['solids', 'faces', 'edges', 'openings']), ...ofLayer, count: z.number() }),
  z.strictObject({
    kind: z.literal('hole'),
    ...ofLayer,
    diameter: z.number(),
    depth: z.number(),
    through: z.boolean(),
    at: vec3,
    axis: vec3,
    entry: z.enum(['plain', 'counterbore', 'countersink']).optional(),
    head: z
      .strictObject({ diameter: z.number(), depth: z.number().optional(), angle: z.number().optional() })
      .optional(),
  }),
  z.strictObject({ kind: z.enum(['fillet', 'chamfer']), ...ofLayer, radius: z.number(), count: z.number() }),
  // Of each face the box around its edges: three least coordinates, three greatest.
  z.strictObject({ kind: z.literal('reaches'), ...ofLayer, boxes: z.array(z.array(z.number()).length(6)) }),
  z.strictObject({ kind: z.literal('valid'), ...ofLayer, ok: z.boolean(), why: z.string().optional() }),
  z.strictObject({ kind: z.literal('wall'), ...ofLayer, min: z.number() }),
  z.strictObject({ kind: z.enum(['clearance', 'interference']), a: layerId, b: layerId, value: z.number() }),
  z.strictObject({
    kind: z.literal('fit'),
    joints: z.number(),
    proven: z.number(),
    worst: z.strictObject({ a: layerId, b: layerId, overlap: z.number() }).optional(),
  }),
  z.strictObject({ kind: z.literal('compartments'), count: z.number(), clear: z.array(vec3) }),
  z.strictObject({ kind: z.literal('sheet'), count: z.number(), cutLength: z.number(), used: z.number() }),
  z.strictObject({
    kind: z.enum(['distance', 'angle']),
    a: reference,
    b: reference,
    value: z.number(),
    from: vec3.optional(),
    to: vec3.optional(),
  }),
  z.strictObject({ kind: z.enum(['length', 'radius', 'section']), of: reference, value: z.number() }),
])
