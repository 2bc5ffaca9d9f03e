import { Readable } from 'node:stream'
import type { Snapshot } from '@hewn/canvas'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { sessionAt, valueOf } from './of-session.ts'
import { type Route, route } from './route.ts'

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** Reading history. The live way is Socket.IO, and there is no other. */
export function canvasRoutes(parts: Parts): Route[] {
  const { canvas } = parts
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/state',
      summary: 'The canvas, now or as it was at a number.',
      scope: 'view',
      query: z.strictObject({ at: seq.optional() }),
      replies: { 200: z.looseObject({ session_id: z.string(), epoch: z.string(), seq: z.number() }) },
      errors: ['SESSION_NOT_FOUND', 'CANVAS_GONE'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        const at = query.at ?? valueOf(await canvas.head(session.id)).seq
        return { body: valueOf(await canvas.stateAt(session.id, at)) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions/:id/replay',
      summary:
        'The numbered events of the session, one commit to a line; first the snapshot of what was folded away, if anything was.',
      scope: 'view',
      query: z.strictObject({ from: seq.optional(), to: seq.default(Number.MAX_SAFE_INTEGER) }),
      replies: { 200: 'application/x-ndjson' },
      errors: ['SESSION_NOT_FOUND', 'CANVAS_GONE'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        const begin = query.from === undefined ? valueOf(await canvas.begins(session.id)) : undefined
        const from = Math.max(1, query.from ?? (begin?.seq ?? 0) + 1)
        const lines = valueOf(await canvas.replay(session.id, from, query.to))
        return {
          headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
          body: Readable.from(texts(begin, lines)),
        }
      },
    }),
  ]
}

/** Where older history has been folded away, the first line is what stands for it (SV46, SV48). */
async function* texts(begin: Snapshot | undefined, lines: AsyncIterable<unknown>): AsyncIterable<string> {
  if (begin) yield `${JSON.stringify({ to: begin.seq, snapshot: begin })}\n`
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}
