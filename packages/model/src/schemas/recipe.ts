import { z } from 'zod'
import { CORNER_WORDS } from '../corner-words.ts'

export const face = z.enum(['front', 'back', 'left', 'right', 'top', 'bottom'])
export const edge = z.enum(['top', 'bottom', 'left', 'right'])
export const axis = z.enum(['x', 'y', 'z'])
/** `left:top` and `top:left` are other words for `top-left` (BX26). */
export const corner = z.preprocess(
  (word) => (typeof word === 'string' && Object.hasOwn(CORNER_WORDS, word) ? CORNER_WORDS[word] : word),
  z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
)
const anchor = z.enum([
  'centre',
  'top',
  'bottom',
  'left',
  'right',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
])
const pull = z.union([
  z.literal('none'),
  z.strictObject({ type: z.enum(['hole', 'slot', 'notch']), width: z.number(), height: z.number().optional() }),
])
const lid = z.strictObject({
  face: z.enum(['positive', 'negative']),
  tabDirection: z.enum(['tabs-in', 'tabs-out']).optional(),
  kind: z.enum(['fixed', 'lift-off', 'slide']).optional(),
  toward: face.optional(),
  play: z.number().optional(),
  pull: pull.optional(),
})
const subdivisionStep = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('grid'),
    void: z.string(),
    columns: z.number().optional(),
    rows: z.number().optional(),
    axes: z.tuple([axis, axis]).optional(),
    axis: axis.optional(),
  }),
  z.strictObject({ type: z.literal('subdivideEvenly'), void: z.string(), axis: axis.optional(), count: z.number() }),
  z.strictObject({
    type: z.literal('split'),
    void: z.string(),
    axis,
    sizes: z.union([z.array(z.union([z.number(), z.string()])), z.string()]),
  }),
])
const placed = {
  x: z.number().optional(),
  y: z.number().optional(),
  from: anchor.optional(),
  repeat: z.strictObject({ columns: z.number(), rows: z.number(), dx: z.number(), dy: z.number() }).optional(),
}
const cutoutShape = z.discriminatedUnion('type', [
  z.strictObject({ ...placed, type: z.literal('circle'), diameter: z.number() }),
  z.strictObject({
    ...placed,
    type: z.literal('rect'),
    width: z.number(),
    height: z.number(),
    radius: z.number().optional(),
  }),
  z.strictObject({ ...placed, type: z.literal('slot'), width: z.number(), height: z.number() }),
  z.strictObject({ ...placed, type: z.literal('polygon'), points: z.array(z.tuple([z.number(), z.number()])) }),
  z.strictObject({
    ...placed,
    type: z.literal('notch'),
    edge,
    width: z.number(),
    depth: z.number(),
    radius: z.number().optional(),
  }),
])
const textStep = z.strictObject({
  text: z.string(),
  height: z.number(),
  x: z.number().optional(),
  y: z.number().optional(),
  from: anchor.optional(),
  layer: z.enum(['engrave', 'score']).optional(),
})
const panelStep = z.strictObject({
  face: z.string(),
  extensions: z.partialRecord(edge, z.number()).optional(),
  cutouts: z.array(cutoutShape).optional(),
  fillets: z.array(z.strictObject({ corners: z.array(corner), radius: z.number() })).optional(),
  texts: z.array(textStep).optional(),
})
const drawerStep = z.strictObject({
  void: z.string(),
  toward: face.optional(),
  clearance: z.number().optional(),
  pull: pull.optional(),
  text: z.string().optional(),
})
const cutting = z.strictObject({
  kerf: z.number().optional(),
  fit: z.union([z.enum(['loose', 'glue', 'snug', 'press']), z.number()]).optional(),
  sheet: z.strictObject({ width: z.number(), height: z.number() }).optional(),
  margin: z.number().optional(),
  spacing: z.number().optional(),
})

/**
 * The form of a box recipe, version 1 (boxes.md §4), for OpenAPI, MCP and language models.
 * Strangers' recipes are checked by the plain `parseRecipe` of `boxes`, which also holds the limits.
 */
export const assemblyRecipe = z.strictObject({
  type: z.enum(['basicBox', 'enclosedBox']),
  width: z.number(),
  height: z.number(),
  depth: z.number(),
  openFaces: z.array(face).optional(),
  material: z
    .strictObject({
      thickness: z.number().optional(),
      fingerWidth: z.number().optional(),
      fingerGap: z.number().optional(),
      name: z.string().optional(),
      thicknesses: z.partialRecord(z.enum([...face.options, 'dividers', 'lid', 'drawers']), z.number()).optional(),
    })
    .optional(),
  feet: z.strictObject({ height: z.number(), width: z.number(), inset: z.number() }).optional(),
  lid: z.union([lid, z.tuple([lid, lid])]).optional(),
  axis: axis.optional(),
  subdivisions: z.array(subdivisionStep).optional(),
  panels: z.array(panelStep).optional(),
  version: z.literal(1).optional(),
  name: z.string().optional(),
  units: z.enum(['mm', 'cm', 'in']).optional(),
  measure: z.enum(['outside', 'inside']).optional(),
  drawers: z.array(drawerStep).optional(),
  cutting: cutting.optional(),
  allowSealed: z.boolean().optional(),
})

export { anchor, cutoutShape, cutting, drawerStep, lid, panelStep, pull, subdivisionStep, textStep }
