import { bareId, type SessionId } from '@hewn/model'
import { sessionOf } from './address.ts'
import { tabKeep } from './browser.ts'
import type { Fetch } from './port/http.ts'

const LINK = /^#(hewn-link-[\w-]+)$/
const keyOf = (session: SessionId) => `link:${bareId(session)}`

/**
 * Takes the token of a link, `/s/<id>#<token>`, out of the address, and keeps it in this tab alone: whoever looks at a
 * link of their own in another tab is still who they were (SV72).
 */
export function takeLinkToken(): void {
  const session = sessionOf(location.pathname)
  const token = LINK.exec(location.hash)?.[1]
  if (!session || !token) return
  tabKeep.set(keyOf(session), token)
  history.replaceState(null, '', location.pathname)
}

export const linkToken = (session: SessionId | null): string | undefined =>
  (session && tabKeep.get(keyOf(session))) || undefined

/** Requests carry the token of the session on screen, where the tab came by a link. */
export const fetchWithLink: Fetch = (input, init) => {
  const token = linkToken(sessionOf(location.pathname))
  if (token === undefined) return fetch(input, init)
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  return fetch(input, { ...init, headers })
}
