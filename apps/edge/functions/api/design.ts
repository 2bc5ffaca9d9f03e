import {
  createDesignAnswer,
  DESIGN_BODY_MAX,
  DESIGN_ORDERS,
  type DesignOrder,
  type DesignResponse,
  memoryRateLimit,
  type RateLimit,
} from '@hewn/agent'
import { hewnError, statusOf } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'

/** What the project may bind or set; all of it is optional. */
export interface Env {
  HEWN_DESIGN?: string
  /** More origins whose pages may call, separated by commas. */
  HEWN_ALLOWED_ORIGINS?: string
  /** A limit that all isolates share. */
  RATE_LIMIT?: { limit(input: { key: string }): Promise<{ success: boolean }> }
}

/** The part of a Pages Function's context that is used. */
export interface Context {
  request: Request
  env: Env
}

// One counter per isolate. What is bound as RATE_LIMIT counts for all of them.
const isolate = memoryRateLimit({ world: systemWorld })

export const onRequestPost = ({ request, env }: Context): Promise<Response> => answer(request, env)

/** Every other method: refused by the same function, so the table of refusals is one. */
export const onRequest = ({ request, env }: Context): Promise<Response> => answer(request, env)

async function answer(request: Request, env: Env): Promise<Response> {
  if (isForeign(request, env)) {
    const error = hewnError('REQUEST_FOREIGN')
    return toResponse({
      status: statusOf(error.code),
      body: { error },
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    })
  }
  const order = orderOf(env.HEWN_DESIGN)
  if (!order) {
    const error = hewnError(
      'REQUEST_INVALID',
      `HEWN_DESIGN is ${JSON.stringify(env.HEWN_DESIGN)}: expected ${DESIGN_ORDERS.join(' | ')}.`,
    )
    return toResponse({ status: 500, body: { error }, headers: { 'Content-Type': 'application/json; charset=utf-8' } })
  }
  const design = createDesignAnswer({ world: systemWorld, rate: limits(env), order })
  return toResponse(
    await design({
      method: request.method,
      contentType: request.headers.get('Content-Type'),
      address: request.headers.get('CF-Connecting-IP') ?? '',
      body: await readUpTo(request.body, DESIGN_BODY_MAX + 1),
    }),
  )
}

/** Same origin only, unless the project lists more. A caller that is no browser sends no Origin. */
function isForeign(request: Request, { HEWN_ALLOWED_ORIGINS = '' }: Env): boolean {
  const origin = request.headers.get('Origin')
  const allowed = [new URL(request.url).origin, ...HEWN_ALLOWED_ORIGINS.split(',').map((one) => one.trim())]
  if (origin !== null) return !allowed.includes(origin)
  const site = request.headers.get('Sec-Fetch-Site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}

function orderOf(setting: string | undefined): DesignOrder | undefined {
  return DESIGN_ORDERS.find((order) => order === (setting || 'model,planner'))
}

function limits({ RATE_LIMIT }: Env): RateLimit[] {
  if (!RATE_LIMIT) return [isolate]
  const shared: RateLimit = {
    take: async (key) => ((await RATE_LIMIT.limit({ key })).success ? { ok: true } : { ok: false, retryAfter: 60 }),
  }
  return [isolate, shared]
}

/** Reads no further than `most` bytes: one more than is taken already says that it is too much. */
async function readUpTo(body: ReadableStream<Uint8Array> | null, most: number): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    text += decoder.decode(value, { stream: true })
    if (bytes >= most) {
      await reader.cancel()
      return text
    }
  }
}

const toResponse = ({ status, body, headers }: DesignResponse): Response =>
  new Response(JSON.stringify(body), { status, headers })
