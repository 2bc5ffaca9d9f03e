import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { parseId, type SessionId, type World } from '@hewn/model'
import type { ShareRow, Storage } from '@hewn/storage'
import { refuse } from './refusal.ts'
import type { Call, Route } from './routes/route.ts'

/** Who asks. On a server of one's own whoever brings no token is its operator; whoever came by a link is its guest. */
export interface Visitor {
  acting: { uid: string; by: 'user' }
  link?: ShareRow
}

export type SessionScope = 'view' | 'edit' | 'owner'

export interface Visitors {
  /** Throws 401 for a token that is none of ours, or is over. */
  of(token: string | undefined): Promise<Visitor>
  /** Throws where the row is not for this visitor: 404 for what they may not see, 403 for what they may not do. */
  admit(row: Route, call: Call): Promise<void>
}

const OPERATOR: Visitor = { acting: { uid: 'local', by: 'user' } }

/** How exactly it is known when somebody last came by a link. */
const SEEN_EVERY = 60_000

const RANK: readonly SessionScope[] = ['view', 'edit', 'owner']

export function createVisitors({ shares, jobs }: Pick<Storage, 'shares' | 'jobs'>, world: World): Visitors {
  return {
    async of(token) {
      if (token === undefined) return OPERATOR
      const link = await shares.byToken(tokenHash(token))
      const over = link?.expires !== undefined && link.expires <= world.now()
      if (!link || over) throw refuse('SESSION_TOKEN', 'This link is not valid, or is no more.')
      const now = world.now()
      if (now - (link.seenAt ?? 0) > SEEN_EVERY) await shares.seen(link.id, now)
      return { acting: { uid: `link:${link.id}`, by: 'user' }, link }
    },

    async admit(row, call) {
      const { link } = call.visitor
      if (!link || row.scope === 'open') return
      const session = await sessionMeant(row, call)
      if (session === undefined)
        throw refuse('REQUEST_SCOPE', 'A link leads to one session, and this is not about one.')
      if (session !== link.session) throw refuse('SESSION_NOT_FOUND')
      const needed = neededFor(row, call)
      if (RANK.indexOf(link.scope) < RANK.indexOf(needed))
        throw refuse('REQUEST_SCOPE', `This link may ${link.scope}; this needs ${needed}.`)
    },
  }

  /** The session an address speaks of: by itself, by a job, or, where code is run, by what came with it. */
  async function sessionMeant(row: Route, { params, query, body, request }: Call): Promise<SessionId | undefined> {
    if (row.path.startsWith('/api/sessions/:id')) return parseId('session', params.id ?? '')
    const named = [query, body].map((given) => (given as { session?: unknown } | undefined)?.session)
    const session = named.find((one) => typeof one === 'string')
    if (typeof session === 'string') return parseId('session', session)
    // `/api/jobs/:job`, `/artifacts/<job>.step`, and a run that is gone on with.
    const text = params.job ?? params.file ?? request.headers['last-event-id']
    const job = typeof text === 'string' ? parseId('job', text.split('.')[0] ?? '') : undefined
    return job && (await jobs.get(job))?.job.sessionId
  }
}

/** Where anybody admitted may ask, it is what is asked for that tells: work in a session changes it, a look at it does not. */
function neededFor(row: Route, { request }: Call): SessionScope {
  if (row.scope === 'view' || row.scope === 'edit' || row.scope === 'owner') return row.scope
  const goesOn = row.kind === 'run' && (request.headers['last-event-id'] ?? '') !== ''
  return row.method === 'GET' && (row.kind === undefined || goesOn) ? 'view' : 'edit'
}

export function scopeOf({ link }: Visitor, session: SessionId): SessionScope | undefined {
  if (!link) return 'owner'
  return link.session === session ? link.scope : undefined
}

/** The token of a request, by HTTP or with the first packet of a socket; an address is no place for one. */
export function tokenOf(headers: IncomingHttpHeaders, more: { auth?: unknown; query?: unknown } = {}) {
  if ((more.query as { token?: unknown } | undefined)?.token !== undefined)
    throw refuse('SESSION_TOKEN', 'A token in an address is not taken; send it as `auth.token` or as bearer.')
  const given = (more.auth as { token?: unknown } | undefined)?.token
  if (given !== undefined && given !== null) {
    if (typeof given === 'string') return given
    throw refuse('SESSION_TOKEN', 'auth.token: expected text.')
  }
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
}

/** 256 bits, with a word for what it is: whoever finds one in a place where it does not belong knows. */
export const newToken = (): string => `hewn-link-${randomBytes(32).toString('base64url')}`

/** What is kept of a token: found by its hash, it is never compared letter by letter. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
