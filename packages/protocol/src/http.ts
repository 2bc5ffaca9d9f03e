import { assemblyRecipe, isolation, sessionId, version, versionId } from '@hewn/model/schemas'
import { z } from 'zod'

// Bodies and replies of the sessions API and of /api/health (server.md §2, §8).

export const session = z.strictObject({
  id: sessionId,
  title: z.string(),
  origin: z.enum(['user', 'run', 'template', 'branch', 'import']),
  head: versionId.nullable(),
  createdAt: z.number(),
  touchedAt: z.number(),
})

const title = z.string().max(200)

export const sessionCreate = z.strictObject({
  title: title.optional(),
  from: z.union([z.strictObject({ recipe: assemblyRecipe }), z.strictObject({ script: z.string() })]).optional(),
})

export const sessionCreated = z.strictObject({ session, url: z.string() })
export const sessionReply = z.strictObject({ session, role: z.enum(['view', 'edit', 'owner']) })
export const sessionPatch = z.strictObject({ title: title.optional() })

export const writtenFile = z.strictObject({
  path: z.string(),
  hash: z.string(),
  bytes: z.number(),
  language: z.string(),
})

/** `version` and `job` are there when the write was built. */
export const fileWritten = z.strictObject({
  file: writtenFile,
  version: version.optional(),
  job: z.unknown().optional(),
})

/** Other values for parameters; `draft` while a slider moves. */
export const parametersPatch = z.strictObject({
  values: z.record(z.string().max(200), z.union([z.number(), z.boolean(), z.string().max(1000)])),
  draft: z.boolean().optional(),
})

export const undoBody = z.strictObject({
  /** An ancestor of the head to go back to; null is the empty session before the first version. */
  to: versionId.nullable().optional(),
  /** The head as the caller last saw it. */
  expect: versionId.nullable().optional(),
})
export const undoReply = z.strictObject({ head: versionId.nullable(), job: z.unknown().optional() })

export const health = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  mode: z.enum(['local', 'remote']),
  /** Seconds. */
  uptime: z.number(),
  isolation: z.strictObject({ level: isolation, missing: z.array(z.string()), advice: z.array(z.string()) }),
  kernel: z.strictObject({
    state: z.enum(['installing', 'starting', 'ready', 'missing']),
    share: z.number().optional(),
    why: z.string().optional(),
    remedy: z.string().optional(),
    python: z.string().optional(),
    build123d: z.string().optional(),
    warm: z.number().optional(),
  }),
  agent: z.strictObject({ planner: z.boolean(), model: z.string().nullable() }),
  /** `redis`: whether it answers, where there is one. */
  storage: z.strictObject({ kind: z.enum(['sqlite', 'postgres']), ok: z.boolean(), redis: z.boolean().optional() }),
  queue: z.strictObject({ waiting: z.number(), running: z.number() }),
})

export type Session = z.infer<typeof session>
export type Health = z.infer<typeof health>
export type FileWritten = z.infer<typeof fileWritten>
