import { artifact, buildResult, format, jobError, jobId, layerId, stage } from '@hewn/model/schemas'
import { z } from 'zod'

// `/api/run`: bring your own code (server.md §2.1). Three SSE events: stage, log, complete.

export const runBody = z.strictObject({
  code: z.string(),
  formats: z.array(format).optional(),
  session: z.string().optional(),
  timeout: z.number().positive().optional(),
  detach: z.boolean().optional(),
  parameters: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])).optional(),
  name: z.string().optional(),
})

export const runStage = z.strictObject({
  stage: z.union([z.literal('queued'), stage]),
  jobId,
  uuid: z.string(),
  ahead: z.number().optional(),
  share: z.number().optional(),
  line: z.number().optional(),
})

export const runLog = z.strictObject({
  message: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  stream: z.enum(['stdout', 'stderr', 'hewn']),
  at: z.number(),
})

const paths = { jobId, uuid: z.string(), scriptPath: z.string(), logPath: z.string() }

export const runComplete = z.discriminatedUnion('success', [
  z.strictObject({
    ...paths,
    success: z.literal(true),
    stlPath: z.string().nullable(),
    stepPath: z.string().nullable(),
    layers: z.array(
      z.strictObject({ id: layerId, name: z.string(), color: z.string().optional(), stlPath: z.string().nullable() }),
    ),
    artifacts: z.array(artifact),
    result: buildResult,
  }),
  z.strictObject({
    ...paths,
    success: z.literal(false),
    stlPath: z.null(),
    stepPath: z.null(),
    error: jobError,
    /** Repeats `error.message`, for clients that only print. */
    message: z.string(),
  }),
])

export type RunBody = z.infer<typeof runBody>
export type RunStage = z.infer<typeof runStage>
export type RunLog = z.infer<typeof runLog>
export type RunComplete = z.infer<typeof runComplete>
export type RunEvent =
  | { event: 'stage'; data: RunStage }
  | { event: 'log'; data: RunLog }
  | { event: 'complete'; data: RunComplete }
