import { artifact, job as jobSchema } from '@hewn/model/schemas'
import { type Job, parseId } from '@hewn/model'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { sessionAt } from './of-session.ts'
import { page, pageOf, pageQuery } from './page.ts'
import { type Route, route } from './route.ts'

const LISTED_MAX = 1000

export function jobRoutes(parts: Parts): Route[] {
  const { storage, streams, queue } = parts
  const record = z.strictObject({
    job: jobSchema,
    prompt: z.string().optional(),
    scriptHash: z.string().optional(),
    artifacts: z.array(artifact),
  })
  return [
    route({
      method: 'GET',
      path: '/api/jobs',
      summary: 'Jobs, newest first.',
      scope: 'in',
      query: z.strictObject({
        ...pageQuery,
        session: z.string().optional(),
        state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']).optional(),
        kind: z.enum(['build', 'check', 'export']).optional(),
        since: z.coerce.number().int().min(0).optional(),
      }),
      replies: { 200: pageOf(jobSchema) },
      errors: ['REQUEST_INVALID', 'SESSION_NOT_FOUND'],
      async handle({ query }) {
        const { session, state, kind, since = 0 } = query
        const of = session === undefined ? undefined : (await sessionAt(parts, session)).id
        const found = await storage.jobs.list({
          // Kind and time are looked at afterwards: what was cut off before could have been meant.
          ...(kind === undefined && since === 0 ? { limit: LISTED_MAX } : {}),
          ...(of === undefined ? {} : { session: of }),
          ...(state === undefined ? {} : { state }),
        })
        const jobs = found.map((one) => one.job)
        const wanted = jobs.filter((job) => (kind === undefined || job.kind === kind) && timeOf(job) >= since)
        return { body: page(wanted.slice(0, LISTED_MAX), query) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/jobs/:job',
      summary: 'A job: its state, and when it is done its result.',
      scope: 'view',
      replies: { 200: record },
      errors: ['JOB_NOT_FOUND'],
      async handle({ params }) {
        const found = await jobAt(params.job)
        const { prompt, scriptHash } = found
        const artifacts = await storage.artifacts.list(found.job.id)
        return {
          body: {
            job: found.job,
            ...(prompt === undefined ? {} : { prompt }),
            ...(scriptHash === undefined ? {} : { scriptHash }),
            artifacts,
          },
        }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/jobs/:job',
      summary: 'Cancels a job; answered when it has stopped. False when it had ended.',
      scope: 'edit',
      replies: { 200: z.strictObject({ job: jobSchema, cancelled: z.boolean() }) },
      errors: ['JOB_NOT_FOUND'],
      async handle({ params }) {
        const { job } = await jobAt(params.job)
        const cancelled = await queue.cancel(job.id, 'user')
        return { body: { job: (await jobAt(job.id)).job, cancelled } }
      },
    }),
    route({
      method: 'GET',
      path: '/api/jobs/:job/log',
      summary: 'The log so far.',
      scope: 'view',
      replies: { 200: 'text/plain' },
      errors: ['JOB_NOT_FOUND'],
      async handle({ params }) {
        const { job, logHash } = await jobAt(params.job)
        const live = streams.get(job.id)?.logBytes()
        const kept = live === undefined && logHash !== undefined ? await storage.blobs.get(logHash) : undefined
        return {
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          body: live ?? Buffer.from(kept ?? new Uint8Array()),
        }
      },
    }),
  ]

  async function jobAt(text: string | undefined) {
    const id = parseId('job', text ?? '')
    const found = id && (await storage.jobs.get(id))
    if (!found) throw refuse('JOB_NOT_FOUND')
    return found
  }
}

/** When it came into the state it is in. */
function timeOf(job: Job): number {
  if (job.state === 'queued') return job.queuedAt
  return job.state === 'running' ? job.startedAt : job.endedAt
}
