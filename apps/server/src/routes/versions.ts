import { version } from '@hewn/model/schemas'
import { sessionCreated, sessionPage, undoBody, undoReply } from '@hewn/protocol'
import { parseId, type SessionId, type Version } from '@hewn/model'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import type { Moved } from '../pipeline/history.ts'
import { refuse } from '../refusal.ts'
import { seqHeader, sessionAt, valueOf } from './of-session.ts'
import { page, pageOf, pageQuery } from './page.ts'
import { type Route, route } from './route.ts'
import { shownSession } from './sessions.ts'

export function versionRoutes(parts: Parts): Route[] {
  const { storage, pipeline } = parts
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/versions',
      summary: 'The tree of versions, newest first.',
      scope: 'view',
      query: z.strictObject(pageQuery),
      replies: { 200: pageOf(version) },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        return { body: page(await storage.versions.list(session.id), query) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions/:id/versions/:version',
      summary: 'One version.',
      scope: 'view',
      replies: { 200: z.strictObject({ version }) },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params }) {
        const session = await sessionAt(parts, params.id)
        return { body: { version: await versionAt(session.id, params.version) } }
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/sessions/:id/versions/:version',
      summary: 'A note on a version, or a pin.',
      scope: 'edit',
      body: z.strictObject({ note: z.string().max(1000).optional(), pinned: z.boolean().optional() }),
      replies: { 200: z.strictObject({ version }) },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        const found = await versionAt(session.id, params.version)
        const { note, pinned } = body
        const change = { ...(note === undefined ? {} : { note }), ...(pinned === undefined ? {} : { pinned }) }
        await storage.versions.change(found.id, change)
        const changed = { ...found, ...change }
        const on = parts.canvas.session(session.id, visitor.acting)
        valueOf(await on.setResource({ channel: 'versions', id: found.id, payload: changed }))
        return { headers: await seqHeader(parts, session.id), body: { version: changed } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/versions/:version/restore',
      summary: 'A new version equal to this one becomes the head; nothing is lost.',
      scope: 'edit',
      body: z.strictObject({}),
      replies: { 201: z.strictObject({ version, job: z.unknown().optional() }) },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params, visitor }) {
        const session = await sessionAt(parts, params.id)
        const { id } = await versionAt(session.id, params.version)
        const restored = valueOf(await pipeline.restore(session, id, visitor.acting))
        const job = restored.building && (await storage.jobs.get(restored.building.job))?.job
        return {
          status: 201,
          headers: await seqHeader(parts, session.id),
          body: { version: restored.version, ...(job ? { job } : {}) },
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/versions/:version/branch',
      summary: 'A session of one’s own that begins with this version.',
      scope: 'view',
      body: z.strictObject({ title: z.string().max(200).optional() }),
      replies: { 201: sessionCreated },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params, body, request, visitor }) {
        if (visitor.link) throw refuse('REQUEST_SCOPE', 'A link leads to one session; a branch would be another.')
        const session = await sessionAt(parts, params.id)
        const { id } = await versionAt(session.id, params.version)
        const options = body.title === undefined ? {} : { title: body.title }
        const made = valueOf(await pipeline.branch(session, id, options, visitor.acting))
        await pipeline.ready(made)
        const url = `${request.protocol}://${request.headers.host}${sessionPage(made.id)}`
        return { status: 201, headers: await seqHeader(parts, made.id), body: { session: shownSession(made), url } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/undo',
      summary: 'Goes back to an ancestor of the head, or to the empty session before the first version.',
      scope: 'edit',
      body: undoBody,
      replies: { 200: undoReply },
      errors: ['SESSION_STATE', 'SESSION_CONFLICT'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        return moved(session.id, valueOf(await pipeline.undo(session, body, visitor.acting)))
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/redo',
      summary: 'Goes forward again, to the newest version made from the head.',
      scope: 'edit',
      body: z.strictObject({}),
      replies: { 200: undoReply },
      errors: ['SESSION_STATE'],
      async handle({ params, visitor }) {
        const session = await sessionAt(parts, params.id)
        return moved(session.id, valueOf(await pipeline.redo(session, visitor.acting)))
      },
    }),
  ]

  async function versionAt(session: SessionId, text: string | undefined): Promise<Version> {
    const id = parseId('version', text ?? '')
    const found = id && (await storage.versions.get(id, session))
    if (!found) throw refuse('REQUEST_NOT_FOUND', 'There is no such version.')
    return found
  }

  async function moved(session: SessionId, { head, building }: Moved) {
    const job = building && (await storage.jobs.get(building.job))?.job
    return { headers: await seqHeader(parts, session), body: { head, ...(job ? { job } : {}) } }
  }
}
