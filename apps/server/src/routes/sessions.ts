import {
  session,
  type Session,
  sessionCreate,
  sessionCreated,
  sessionPage,
  sessionPatch,
  sessionReply,
} from '@hewn/protocol'
import type { SessionRow } from '@hewn/storage'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { scopeOf } from '../visitors.ts'
import { seqHeader, sessionAt, startedOf, valueOf } from './of-session.ts'
import { page, pageOf, pageQuery } from './page.ts'
import { type Route, route } from './route.ts'

const LISTED_MAX = 10_000

export function sessionRoutes(parts: Parts): Route[] {
  const { storage, canvas, pipeline } = parts
  return [
    route({
      method: 'POST',
      path: '/api/sessions',
      summary: 'Begins a session, empty or from a recipe or script.',
      scope: 'in',
      body: sessionCreate,
      replies: { 201: sessionCreated },
      errors: ['REQUEST_INVALID', 'RECIPE_TYPE', 'KERNEL_MISSING'],
      async handle({ body, request, visitor }) {
        const row = await storage.sessions.create({
          title: body.title ?? '',
          origin: 'user',
          owner: visitor.acting.uid,
        })
        await pipeline.ready(row)
        if (body.from !== undefined) {
          const [path, text] =
            'recipe' in body.from
              ? ['box.json', JSON.stringify(body.from.recipe, null, 2)]
              : ['model.py', body.from.script]
          const change = { path, bytes: Buffer.from(text), build: true }
          const written = await pipeline.write(row, change, visitor.acting)
          // What is refused leaves nothing behind.
          if (!written.ok) await storage.sessions.remove(row.id)
          const { building } = startedOf(parts, written)
          if (path === 'box.json') await building?.ended
        }
        const made = (await storage.sessions.get(row.id)) ?? row
        const url = `${request.protocol}://${request.headers.host}${sessionPage(row.id)}`
        return { status: 201, headers: await seqHeader(parts, row.id), body: { session: shownSession(made), url } }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions',
      summary: 'Sessions, last touched first.',
      scope: 'in',
      query: z.strictObject({ ...pageQuery, q: z.string().optional(), origin: session.shape.origin.optional() }),
      replies: { 200: pageOf(session) },
      async handle({ query }) {
        const rows = await storage.sessions.list({
          limit: LISTED_MAX,
          ...(query.origin === undefined ? {} : { origin: query.origin }),
        })
        const wanted = query.q?.toLowerCase()
        const found = wanted === undefined ? rows : rows.filter((row) => row.title.toLowerCase().includes(wanted))
        const { items, ...rest } = page(found, query)
        return { body: { items: items.map(shownSession), ...rest } }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions/:id',
      summary: 'One session.',
      scope: 'view',
      replies: { 200: sessionReply },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, visitor }) {
        const row = await sessionAt(parts, params.id)
        return { body: { session: shownSession(row), role: scopeOf(visitor, row.id) } }
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/sessions/:id',
      summary: 'Renames a session.',
      scope: 'edit',
      body: sessionPatch,
      replies: { 200: sessionReply },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, body, visitor }) {
        const row = await sessionAt(parts, params.id)
        if (body.title !== undefined) {
          await storage.sessions.setTitle(row.id, body.title)
          valueOf(await canvas.session(row.id, visitor.acting).setState({ key: 'title', value: body.title }))
        }
        const now = (await storage.sessions.get(row.id)) ?? row
        return {
          headers: await seqHeader(parts, row.id),
          body: { session: shownSession(now), role: scopeOf(visitor, row.id) },
        }
      },
    }),
  ]
}

export const shownSession = ({ id, title, origin, head, createdAt, touchedAt }: SessionRow): Session => ({
  id,
  title,
  origin,
  head,
  createdAt,
  touchedAt,
})
