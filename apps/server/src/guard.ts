import type { IncomingHttpHeaders } from 'node:http'
import { type ErrorBody, hewnError } from '@hewn/model'
import { sameSecret } from './same-secret.ts'

/**
 * How much a request could do. `change` writes; `costly` is a GET that starts work; `run` is one that runs code, where
 * not even a navigation is taken (server.md SV71); `live` is a viewer's socket.
 */
export type Kind = 'read' | 'change' | 'costly' | 'run' | 'live'

export interface GuardRules {
  /** The port we answer on; known once the server listens. */
  port(): number
  allowedHosts: readonly string[]
  allowedOrigins: readonly string[]
  /** What our own page's cookie holds, for browsers too old to say where a request comes from. */
  pageKey: string
}

/** The one guard: HTTP and Socket.IO ask it the same questions. */
export interface Guard {
  judge(headers: IncomingHttpHeaders, kind: Kind): ErrorBody | undefined
  hostIsOurs(headers: IncomingHttpHeaders): boolean
  /** The origin to name in CORS headers; nothing when none was sent. Ask only after `judge`. */
  corsOrigin(headers: IncomingHttpHeaders): string | undefined
}

export const PAGE_COOKIE = 'hewn_page'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

export function createGuard(rules: GuardRules): Guard {
  const hosts = () => [
    ...LOOPBACK.flatMap((name) => withPort(name, rules.port())),
    ...rules.allowedHosts.map((host) => host.toLowerCase()),
  ]
  const origins = () => [
    ...LOOPBACK.flatMap((name) => withPort(name, rules.port())).map((host) => `http://${host}`),
    ...rules.allowedHosts.flatMap((host) => [`http://${host}`, `https://${host}`]),
    ...rules.allowedOrigins,
  ]
  const hostIsOurs = (headers: IncomingHttpHeaders) => hosts().includes((headers.host ?? '').toLowerCase())

  return {
    hostIsOurs,
    corsOrigin: (headers) => headers.origin,
    judge(headers, kind) {
      if (!hostIsOurs(headers))
        return hewnError('REQUEST_HOST', `Host: expected one of ${hosts().join(', ')}, got ${quoted(headers.host)}.`)
      const origin = headers.origin
      if (origin !== undefined && !origins().includes(origin.toLowerCase()))
        return hewnError('REQUEST_FOREIGN', `Origin: expected a page of this server, got ${quoted(origin)}.`)
      if (kind === 'read') return undefined
      if (kind === 'change') return judgeChange(headers)
      // A socket has an Origin, and it is ours by now; only polling comes without one.
      if (kind === 'live' && origin !== undefined) return undefined
      return judgeCostly(headers, kind, rules.pageKey)
    },
  }
}

/** A change needs our Origin, a same-origin fetch, a bearer token, or no sign of a browser at all. */
function judgeChange(headers: IncomingHttpHeaders): ErrorBody | undefined {
  if (headers.origin !== undefined) return undefined
  const site = headers['sec-fetch-site']
  if (site === 'same-origin' || bearer(headers)) return undefined
  if (site === undefined && !looksLikeBrowser(headers)) return undefined
  return hewnError('REQUEST_FOREIGN', `Sec-Fetch-Site: expected same-origin, got ${quoted(site)}.`)
}

function judgeCostly(headers: IncomingHttpHeaders, kind: Kind, pageKey: string): ErrorBody | undefined {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin')
    return hewnError('REQUEST_FOREIGN', `Sec-Fetch-Site: expected same-origin, got ${quoted(site)}.`)
  // An address that runs code must not run by being opened, followed or framed, not even by our own page.
  if (kind === 'run' && (headers['sec-fetch-mode'] === 'navigate' || headers['sec-fetch-dest'] === 'document'))
    return hewnError('REQUEST_FOREIGN', 'Code is not run by opening an address; use the page, fetch or EventSource.')
  if (site !== undefined || headers.origin !== undefined || bearer(headers)) return undefined
  if (!looksLikeBrowser(headers) || sameSecret(cookieOf(headers, PAGE_COOKIE), pageKey)) return undefined
  return hewnError('REQUEST_FOREIGN', 'A browser that does not say where it calls from must open our page first.')
}

// Not by Sec-Fetch-Mode: Node's own fetch sends that one too.
const looksLikeBrowser = (headers: IncomingHttpHeaders) =>
  /^Mozilla\//i.test(headers['user-agent'] ?? '') || headers['sec-fetch-dest'] !== undefined

const bearer = (headers: IncomingHttpHeaders) => /^Bearer \S/i.test(headers.authorization ?? '')

function cookieOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const found = (headers.cookie ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}

const withPort = (name: string, port: number) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])

/** Cut and escaped: what a stranger sent stands in a reply. */
const quoted = (value: string | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value.slice(0, 100)))
