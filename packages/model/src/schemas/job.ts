import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../errors.ts'
import { fact, factKind } from './fact.ts'
import { jobId, layerId, sessionId, turnId, versionId } from './ids.ts'
import { layer } from './layer.ts'

export const errorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]])

export const parameter = z.strictObject({
  name: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.boolean(), z.string()]),
  note: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  unit: z.enum(['mm', 'cm', 'in', 'deg']).optional(),
  choices: z.array(z.strictObject({ value: z.union([z.number(), z.string()]), label: z.string() })).optional(),
  /** Where it lives: a line of the script, or a path in the recipe. */
  at: z.union([z.strictObject({ line: z.number() }), z.strictObject({ path: z.string() })]),
})

export const jobError = z.strictObject({
  code: errorCode,
  message: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
  traceback: z.string().optional(),
  hint: z.string().optional(),
})

export const format = z.enum([
  'step',
  'stl',
  '3mf',
  'glb',
  'brep',
  'svg',
  'dxf',
  'pdf',
  'png',
  'py',
  'json',
  'log',
  'other',
])

export const artifact = z.strictObject({
  name: z.string(),
  format,
  bytes: z.number(),
  sha256: z.string(),
  url: z.string(),
})

export const isolation = z.enum(['strong', 'partial', 'none'])

const timing = z.enum(['queue', 'start', 'run', 'measure', 'mesh', 'export', 'total'])

export const buildResult = z.strictObject({
  quality: z.enum(['draft', 'full']),
  layers: z.array(layer),
  facts: z.array(fact),
  parameters: z.array(parameter),
  artifacts: z.array(artifact),
  /** Milliseconds. */
  timings: z.record(timing, z.number()),
  isolation,
  /** Kinds of facts that are not all measured: a claim about one of these waits (KN46). */
  left: z.array(factKind).optional(),
  maps: z
    .array(
      z.strictObject({
        layer: layerId,
        from: z.string(),
        to: z.string(),
        faces: z.array(z.number()),
        edges: z.array(z.number()),
      }),
    )
    .optional(),
})

export const stage = z.enum(['start', 'run', 'measure', 'mesh', 'export'])

const anyJob = {
  id: jobId,
  sessionId,
  kind: z.enum(['build', 'check', 'export']),
  turn: turnId.optional(),
  version: versionId.optional(),
}

const states = <R extends z.ZodType>(result: R) =>
  z.discriminatedUnion('state', [
    z.strictObject({ ...anyJob, state: z.literal('queued'), queuedAt: z.number(), ahead: z.number() }),
    z.strictObject({
      ...anyJob,
      state: z.literal('running'),
      startedAt: z.number(),
      stage,
      share: z.number().optional(),
      line: z.number().optional(),
    }),
    z.strictObject({ ...anyJob, state: z.literal('done'), endedAt: z.number(), result }),
    z.strictObject({
      ...anyJob,
      state: z.literal('failed'),
      endedAt: z.number(),
      error: jobError,
      partial: z.array(layer).optional(),
    }),
    z.strictObject({
      ...anyJob,
      state: z.literal('cancelled'),
      endedAt: z.number(),
      by: z.enum(['user', 'newer', 'gone', 'shutdown']),
    }),
  ])

export const job = states(buildResult)
/** A job as it lies on the canvas: its layers are beside it, in the channel `layers`. */
export const canvasJob = states(buildResult.omit({ layers: true }))
