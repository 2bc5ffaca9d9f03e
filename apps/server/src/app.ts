import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { hewnError, type World } from '@hewn/model'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { cutWithLink } from './cut-with-link.ts'
import type { Guard, Kind } from './guard.ts'
import { readJson } from './read-json.ts'
import { readValue } from './read-value.ts'
import { Refusal, refuse } from './refusal.ts'
import type { Report } from './report.ts'
import type { Answer, Route } from './routes/route.ts'
import { tokenOf, type Visitor, type Visitors } from './visitors.ts'

export interface AppParts {
  routes: readonly Route[]
  guard: Guard
  visitors: Visitors
  report: Report
  log: Logger
  world: World
  /** Bytes of JSON. */
  bodyJson: number
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | undefined
  }
  interface FastifyContextConfig {
    row?: Route
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const HEADERS_MAX = 64 * 1024
/** A refused body up to this size is read to its end and dropped, so that the caller gets to see why. */
const DRAIN_MAX = 64 * 1024 * 1024

/** For an answer to be read by whoever sent what is no request, before the line is cut. */
const LINGER = 2_000

/** The HTTP app: one guard before, one report after, and in between exactly the rows of the route table. */
export function createApp({ routes, guard, visitors, report, log, world, bodyJson }: AppParts): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: bodyJson,
    exposeHeadRoutes: false,
    // A byte a second is nobody's pace: headers have ten seconds, a whole request a minute.
    http: { maxHeaderSize: HEADERS_MAX, headersTimeout: 10_000 },
    requestTimeout: 60_000,
    routerOptions: { querystringParser: readQuery, maxParamLength: 8192 },
    forceCloseConnections: true,
    genReqId: (raw) => {
      const given = raw.headers['x-request-id']
      return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : world.newId()
    },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answerRefusal(request, reply, error),
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => answerUnreadable(error, socket, world),
  })

  app.decorateRequest('visitor', undefined)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    })
    const row = request.routeOptions.config.row
    if (row?.anyHost && !guard.hostIsOurs(request.headers)) return
    const refused = guard.judge(request.headers, kindOf(request, row))
    if (refused) throw new Refusal(refused)
    allowOrigin(request, reply)
    if (request.headers['content-type'] !== undefined && isForm(request.headers['content-type']))
      throw refuse('REQUEST_TYPE', 'Forms are not taken.')
    request.visitor = await visitors.of(tokenOf(request.headers))
  })

  // Fastify's parsers go: every type arrives as bytes, and the row says what they are to be.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: DRAIN_MAX }, (request, bytes, done) => {
    try {
      done(null, readBody(request, bytes as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addHook('onSend', async (request, reply) => {
    // Closing at once would cut off the sender before it reads the answer; so what it still sends is read and dropped.
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (reply.statusCode >= 400 && length <= DRAIN_MAX) reply.removeHeader('connection')
  })

  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        // The pattern, never the address: an address may carry code or a token.
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
  })

  app.setErrorHandler((error, request, reply) => answerRefusal(request, reply, error))
  app.setNotFoundHandler((request, reply) =>
    answerRefusal(request, reply, refuse('REQUEST_NOT_FOUND', `There is nothing at ${shownPath(request)}.`)),
  )

  const paths = new Map<string, Route[]>()
  for (const row of routes) paths.set(row.path, [...(paths.get(row.path) ?? []), row])
  for (const [path, rows] of paths) {
    for (const row of rows) addRow(path, row)
    // What the web build has not is nowhere, whatever the method.
    if (path !== '/*') refuseOthers(path, rows)
  }
  return app

  function addRow(path: string, row: Route): void {
    app.route({
      method: row.method,
      url: path,
      bodyLimit: row.limit ?? bodyJson,
      config: { row },
      handler: async (request, reply) => {
        const query = row.query === undefined ? undefined : readValue(row.query, request.query, 'query')
        const body =
          typeof row.body === 'object'
            ? readValue(row.body, request.body === undefined ? {} : request.body, 'body')
            : request.body
        const params = request.params as Record<string, string>
        const visitor = request.visitor ?? (await visitors.of(undefined))
        const call = { params, query, body, visitor, request, reply }
        await visitors.admit(row, call)
        if (visitor.link) cutWithLink(reply.raw, () => visitors.of(tokenOf(request.headers)), world)
        const answer = await row.handle(call)
        // The handler has taken over the connection; nothing is left to send.
        return answer === undefined ? reply.hijack() : send(reply, answer)
      },
    })
  }

  /** The methods an address does not take: 405 with those it does, before anything of the body is read. */
  function refuseOthers(path: string, rows: readonly Route[]): void {
    const taken: string[] = rows.map((row) => row.method)
    app.route({
      method: METHODS.filter((method) => !taken.includes(method)),
      url: path,
      onRequest: async (request, reply) => {
        if (request.method === 'OPTIONS' && request.headers.origin !== undefined) {
          reply.headers({
            'access-control-allow-methods': taken.join(', '),
            'access-control-allow-headers':
              'content-type, authorization, if-match, if-none-match, prefer, last-event-id',
            'access-control-max-age': '600',
          })
          return reply.status(204).send()
        }
        throw refuse(
          'REQUEST_METHOD',
          `${request.method} is not taken here; ${taken.join(', ')} ${taken.length > 1 ? 'are' : 'is'}.`,
          {},
          { allow: taken.join(', ') },
        )
      },
      handler: () => undefined,
    })
  }

  function answerRefusal(request: FastifyRequest, reply: FastifyReply, thrown: unknown) {
    const refusal = report.refusal(thrown, request.id)
    reply.status(refusal.status).headers(refusal.headers).header('content-type', 'application/json; charset=utf-8')
    return reply.send(JSON.stringify({ error: refusal.body }))
  }

  function allowOrigin(request: FastifyRequest, reply: FastifyReply): void {
    const origin = guard.corsOrigin(request.headers)
    if (origin === undefined) return
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'hewn-seq, hewn-job, etag, retry-after, x-request-id',
      vary: 'origin',
    })
  }
}

/** Sends a handler's answer; an object goes as JSON. */
function send(reply: FastifyReply, { status = 200, headers = {}, body }: Answer) {
  reply.status(status).headers(headers)
  if (body === undefined) return reply.send()
  if (body instanceof Uint8Array || body instanceof Readable || typeof body === 'string') return reply.send(body)
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body))
}

function kindOf(request: FastifyRequest, row: Route | undefined): Kind {
  if (row?.kind) return row.kind
  // A preflight asks on behalf of a page; the request it announces is judged when it comes.
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? 'read' : 'change'
}

const isForm = (type: string) => /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)
const isJson = (type: string | undefined) => /^\s*application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type ?? '')

function readBody(request: FastifyRequest, bytes: Buffer): unknown {
  const row = request.routeOptions.config.row
  if (row === undefined) return undefined
  const wanted = row.body
  if (wanted === 'bytes') return bytes
  if (wanted === 'text') return bytes.toString('utf8')
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type']
  if (!isJson(type))
    throw refuse('REQUEST_TYPE', `Expected application/json, got ${JSON.stringify(type ?? 'no type')}.`)
  return readJson(bytes)
}

/** A name that comes twice is a list. Names live in an object without a prototype. */
function readQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name]
    query[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return query
}

/** Without the query, cut: what was asked for stands in the reply. */
const shownPath = (request: FastifyRequest) => JSON.stringify((request.url.split('?')[0] ?? '').slice(0, 100))

/** What Node could not even read as a request. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket, world: World): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, text, body] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', hewnError('REQUEST_HEADERS')]
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', hewnError('REQUEST_INVALID', 'The request took too long to arrive.')]
        : [400, 'Bad Request', hewnError('REQUEST_INVALID', 'This is not an HTTP request that can be read.')]
  const json = JSON.stringify({ error: body })
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(json)}\r\n` +
      `x-content-type-options: nosniff\r\nconnection: close\r\n\r\n${json}`,
  )
  // Who does not hang up as well would be kept for good: a connection may be closed on one side alone.
  const stop = world.after(LINGER, () => socket.destroy())
  socket.once('close', stop)
}
