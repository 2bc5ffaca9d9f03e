import { type ErrorBody, type ErrorCode, fail, ok, type Result } from '@hewn/model'

export type Fetch = typeof globalThis.fetch

/** What the page tells about a request that did not succeed. The catalogue's codes come from the server, PAGE_* are ours. */
export type Refusal = Omit<ErrorBody, 'code'> & {
  code: ErrorCode | 'PAGE_OFFLINE' | 'PAGE_UNREADABLE' | 'PAGE_STOPPED'
  /** Seconds, from Retry-After. */
  retryAfter?: number
}

/** One request for JSON. What the server refuses, and a server that cannot be reached, come back as the same kind of error. */
export async function ask<T>(fetch: Fetch, path: string, init: RequestInit = {}): Promise<Result<T, Refusal>> {
  const reply = await send(fetch, path, init)
  if (!reply.ok) return reply
  try {
    return ok((await reply.value.json()) as T)
  } catch {
    return fail(unreadable(path))
  }
}

/** The same, for bytes. */
export async function askBytes(fetch: Fetch, path: string, init: RequestInit = {}): Promise<Result<Response, Refusal>> {
  return send(fetch, path, init)
}

export const json = (method: string, body: unknown, signal?: AbortSignal): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal ? { signal } : {}),
})

async function send(fetch: Fetch, path: string, init: RequestInit): Promise<Result<Response, Refusal>> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    if (init.signal?.aborted) return fail({ code: 'PAGE_STOPPED', message: 'Stopped before the answer came' })
    return fail(unreachable())
  }
  return response.ok ? ok(response) : fail(await refusalOf(response))
}

/** The error a reply carries, or an honest one made from its status. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text().catch(() => '')
  try {
    const { error } = JSON.parse(text) as { error?: Partial<ErrorBody> }
    if (typeof error?.code === 'string' && typeof error.message === 'string')
      return { ...(error as ErrorBody), ...retryAfterOf(response) }
  } catch {
    // Not ours: a proxy's page, or nothing.
  }
  return {
    code: 'PAGE_UNREADABLE',
    message: `The server answered with status ${response.status} and no reason`,
    hint: 'Try again; if it stays, look at the terminal where the server runs.',
    ...retryAfterOf(response),
  }
}

/** What a browser says of it, `Failed to fetch`, helps nobody. */
const unreachable = (): Refusal => ({
  code: 'PAGE_OFFLINE',
  message: 'The server does not answer',
  hint: 'Check that it still runs, then try again.',
})

const unreadable = (path: string): Refusal => ({
  code: 'PAGE_UNREADABLE',
  message: `Expected JSON from ${path}, got something else`,
  hint: 'Reload the page.',
})

function retryAfterOf(response: Response): { retryAfter?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? { retryAfter: seconds } : {}
}
