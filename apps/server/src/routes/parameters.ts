import { parameter } from '@hewn/model/schemas'
import { parametersPatch } from '@hewn/protocol'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { seqHeader, sessionAt, startedOf } from './of-session.ts'
import { type Route, route } from './route.ts'

export function parameterRoutes(parts: Parts): Route[] {
  const { storage, pipeline } = parts
  const path = '/api/sessions/:id/parameters'
  return [
    route({
      method: 'GET',
      path,
      summary: 'The named numbers, switches and choices of the design, with their ranges.',
      scope: 'view',
      replies: { 200: z.strictObject({ items: z.array(parameter) }) },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params }) {
        return { body: { items: await pipeline.parameters(await sessionAt(parts, params.id)) } }
      },
    }),
    route({
      method: 'PATCH',
      path,
      summary: 'Builds the design with other values; without `draft` they are written into it and a version is saved.',
      scope: 'edit',
      body: parametersPatch,
      replies: { 202: z.strictObject({ job: z.unknown() }) },
      errors: ['REQUEST_VALUE', 'JOB_NO_BUILD', 'KERNEL_MISSING', 'LIMIT_QUEUE'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        const order = { values: body.values, draft: body.draft ?? false }
        const building = startedOf(parts, await pipeline.setParameters(session, order, visitor.acting))
        const job = (await storage.jobs.get(building.job))?.job
        return { status: 202, headers: await seqHeader(parts, session.id), body: { job } }
      },
    }),
  ]
}
