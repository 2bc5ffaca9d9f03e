import { createHash } from 'node:crypto'
import { slugOf } from '@hewn/model'
import { sessionCreated, sessionPage } from '@hewn/protocol'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { seqHeader, sessionAt, valueOf } from './of-session.ts'
import { type Route, route } from './route.ts'
import { sendBytes } from './send-bytes.ts'
import { shownSession } from './sessions.ts'

const IMPORT_MAX = 64 * 1024 ** 2

/** A session as one file, out and in. */
export function bundleRoutes(parts: Parts): Route[] {
  const { bundles } = parts.pipeline
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/bundle',
      summary: 'Everything of the session as one zip, which can be imported; artifacts=on adds those of the head.',
      scope: 'view',
      kind: 'costly',
      query: z.strictObject({ artifacts: z.enum(['on', 'off']).default('off') }),
      replies: { 200: 'application/zip' },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, query, request }) {
        const session = await sessionAt(parts, params.id)
        const bytes = await bundles.pack(session, { artifacts: query.artifacts === 'on' })
        const hash = createHash('sha256').update(bytes).digest('hex')
        const name = `${slugOf(session.title) || 'session'}.hewn.zip`
        const answer = sendBytes(request, { bytes, hash, type: 'application/zip', name, inline: false })
        return { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-cache' } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/import',
      summary: 'A new session from an exported one. Its facts are not believed: the head is built again.',
      scope: 'in',
      body: 'bytes',
      limit: IMPORT_MAX,
      replies: { 201: sessionCreated },
      errors: ['REQUEST_INVALID', 'REQUEST_TOO_LARGE', 'LIMIT_WORKSPACE'],
      async handle({ body, request, visitor }) {
        const row = valueOf(await bundles.unpack(body ?? new Uint8Array(), visitor.acting))
        await parts.pipeline.ready(row)
        const url = `${request.protocol}://${request.headers.host}${sessionPage(row.id)}`
        return { status: 201, headers: await seqHeader(parts, row.id), body: { session: shownSession(row), url } }
      },
    }),
  ]
}
