import { type Message, parseId, type SessionId, type TurnId } from '@hewn/model'
import { newMessage, type Turn, turn, turnAccept, turnPatch, turnReply } from '@hewn/protocol'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { seqHeader, sessionAt, valueOf } from './of-session.ts'
import { page, pageOf, pageQuery } from './page.ts'
import { type Route, route } from './route.ts'

const WAIT_MAX = 60

/** What is said in a session, and what came of it. */
export function messageRoutes(parts: Parts): Route[] {
  const { storage, pipeline, world } = parts
  const { turns } = pipeline
  return [
    route({
      method: 'POST',
      path: '/api/sessions/:id/messages',
      summary: 'Words for the design, or an answer to the open question. One turn at a time; others wait.',
      scope: 'edit',
      body: newMessage,
      replies: { 200: turnReply, 202: turnReply },
      errors: ['REQUEST_PROMPT_MISSING', 'REQUEST_PROMPT_TOO_LONG', 'SESSION_STATE', 'AGENT_NO_MODEL', 'LIMIT_QUEUE'],
      async handle({ params, body, request, visitor }) {
        const session = await sessionAt(parts, params.id)
        if (parts.draining()) throw refuse('KERNEL_STARTING', 'The server is stopping; nothing new is begun.')
        if (body.agent === 'model') throw refuse('AGENT_NO_MODEL')
        const { agent: _, answers, from, ...message } = body
        const said = valueOf(
          await turns.say(
            session,
            {
              ...message,
              ...(answers === undefined ? {} : { answers: answers.map(withoutNothing) }),
              ...(from === undefined ? {} : { from }),
            },
            visitor.acting,
          ),
        )
        const seconds = waitOf(request.headers.prefer)
        const ended = seconds > 0 && (await within(turns.ended(said.id), seconds))
        return {
          status: ended ? 200 : 202,
          headers: await seqHeader(parts, session.id),
          body: { turn: await whole(session.id, said.id) },
        }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions/:id/turns',
      summary: 'The conversation, newest first; q looks in the words and the answers.',
      scope: 'view',
      query: z.strictObject({ ...pageQuery, q: z.string().max(200).optional() }),
      replies: { 200: pageOf(turn) },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        const wanted = query.q?.toLowerCase()
        const messages = (await storage.turns.list(session.id)).map((row) => row.message)
        const found = wanted === undefined ? messages : messages.filter((message) => says(message, wanted))
        return { body: page(found, query) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions/:id/turns/:turn',
      summary: 'One turn, with its contract and the version it made.',
      scope: 'view',
      replies: { 200: turnReply },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params }) {
        const session = await sessionAt(parts, params.id)
        return { body: { turn: await whole(session.id, turnOf(params.turn)) } }
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/sessions/:id/turns/:turn',
      summary: 'Other words for a turn that waits, or another place among those that wait.',
      scope: 'edit',
      body: turnPatch,
      replies: { 200: turnReply },
      errors: ['SESSION_STATE', 'REQUEST_NOT_FOUND'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        const { text, before } = body
        const change = { ...(text === undefined ? {} : { text }), ...(before === undefined ? {} : { before }) }
        const changed = valueOf(await turns.reword(session, turnOf(params.turn), change, visitor.acting))
        return { headers: await seqHeader(parts, session.id), body: { turn: changed } }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/sessions/:id/turns/:turn',
      summary: 'Stops a turn that runs, with its job; drops one that waits. The design is as before it.',
      scope: 'edit',
      replies: { 200: turnReply },
      errors: ['SESSION_STATE', 'REQUEST_NOT_FOUND'],
      async handle({ params, visitor }) {
        const session = await sessionAt(parts, params.id)
        const stopped = valueOf(await turns.stop(session, turnOf(params.turn), visitor.acting))
        return { headers: await seqHeader(parts, session.id), body: { turn: await whole(session.id, stopped.id) } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/sessions/:id/turns/:turn/accept',
      summary: 'Takes an open result as it is; the version lists what was accepted.',
      scope: 'edit',
      body: turnAccept,
      replies: { 200: turnReply },
      errors: ['SESSION_STATE', 'REQUEST_NOT_FOUND'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        const accepted = valueOf(await turns.accept(session, turnOf(params.turn), body.claims, visitor.acting))
        return { headers: await seqHeader(parts, session.id), body: { turn: await whole(session.id, accepted.id) } }
      },
    }),
  ]

  async function whole(session: SessionId, id: TurnId): Promise<Turn> {
    const row = await storage.turns.get(id, session)
    if (!row) throw refuse('REQUEST_NOT_FOUND', 'There is no such turn.')
    const { outcome } = row.message
    const made =
      outcome?.state === 'asking' ? outcome.draft : outcome && 'version' in outcome ? outcome.version : undefined
    const version = made && (await storage.versions.get(made, session))
    return { ...row.message, ...(version ? { claims: version.claims, version } : {}) }
  }

  /** Whether it came in time. */
  async function within(ended: Promise<void>, seconds: number): Promise<boolean> {
    let drop = () => {}
    const late = new Promise<false>((resolve) => {
      drop = world.after(seconds * 1000, () => resolve(false))
    })
    const inTime = await Promise.race([ended.then(() => true), late])
    drop()
    return inTime
  }
}

function turnOf(text: string | undefined): TurnId {
  const id = parseId('turn', text ?? '')
  if (!id) throw refuse('REQUEST_NOT_FOUND', 'There is no such turn.')
  return id
}

/** `Prefer: wait=<seconds>`. */
function waitOf(prefer: string | string[] | undefined): number {
  const seconds = Number(/\bwait\s*=\s*(\d{1,4})\b/i.exec(String(prefer ?? ''))?.[1] ?? 0)
  return Math.min(seconds, WAIT_MAX)
}

const says = ({ request, text }: Message, wanted: string): boolean =>
  request.toLowerCase().includes(wanted) || text.toLowerCase().includes(wanted)

const withoutNothing = ({
  question,
  choice,
  text,
}: {
  question: string
  choice: string
  text?: string | undefined
}) => ({
  question,
  choice,
  ...(text === undefined ? {} : { text }),
})
