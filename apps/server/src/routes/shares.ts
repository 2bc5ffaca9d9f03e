import { share, shareBody, shareCreated, sessionPage } from '@hewn/protocol'
import type { ShareRow } from '@hewn/storage'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { newToken, tokenHash } from '../visitors.ts'
import { sessionAt } from './of-session.ts'
import { page, pageOf, pageQuery } from './page.ts'
import { type Route, route } from './route.ts'
import { z } from 'zod'

const PATH = '/api/sessions/:id/shares'

/** Links to one session, each of which may be taken back (SV72). */
export function shareRoutes(parts: Parts): Route[] {
  const { storage, canvas, world } = parts
  return [
    route({
      method: 'POST',
      path: PATH,
      summary: 'A link to this session, to view or to edit it; its token is told once.',
      scope: 'owner',
      body: shareBody,
      replies: { 201: shareCreated },
      errors: ['SESSION_NOT_FOUND', 'REQUEST_VALUE'],
      async handle({ params, body, request, visitor }) {
        const session = await sessionAt(parts, params.id)
        const now = world.now()
        if (body.expires !== undefined && body.expires <= now)
          throw refuse('REQUEST_VALUE', `At expires: expected a time after now, ${now}, got ${body.expires}.`, {
            at: 'expires',
          })
        const token = newToken()
        const { label, ...rest } = body
        const row: ShareRow = {
          ...rest,
          ...(label === undefined ? {} : { label }),
          id: world.newId(),
          session: session.id,
          by: visitor.acting.uid,
          at: now,
        }
        await storage.shares.add(row, tokenHash(token))
        const url = `${request.protocol}://${request.headers.host}${sessionPage(session.id)}#${token}`
        return { status: 201, body: { id: row.id, url } }
      },
    }),
    route({
      method: 'GET',
      path: PATH,
      summary: 'The links to this session, without their tokens.',
      scope: 'owner',
      query: z.strictObject(pageQuery),
      replies: { 200: pageOf(share) },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        return { body: page((await storage.shares.list(session.id)).map(shownShare), query) }
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/:share`,
      summary: 'Takes a link back: whoever looks by it sees nothing more, on every server, within a second.',
      scope: 'owner',
      replies: { 204: null },
      errors: ['SESSION_NOT_FOUND', 'REQUEST_NOT_FOUND'],
      async handle({ params }) {
        const session = await sessionAt(parts, params.id)
        if (!(await storage.shares.remove(session.id, params.share ?? '')))
          throw refuse('REQUEST_NOT_FOUND', 'This session has no such link.')
        await canvas.rightsChanged(session.id)
        return { status: 204 }
      },
    }),
  ]
}

const shownShare = ({ id, scope, label, at, expires, seenAt }: ShareRow) => ({
  id,
  scope,
  ...(label === undefined ? {} : { label }),
  at,
  ...(expires === undefined ? {} : { expires }),
  ...(seenAt === undefined ? {} : { seenAt }),
})
