import { parseId, type SessionId } from '@hewn/model'
import { sessionPage } from '@hewn/protocol'

/** The session an address names: `/s/<id>`, in any spelling of an id. */
export function sessionOf(pathname: string): SessionId | null {
  const name = /^\/s\/([^/]+)\/?$/.exec(pathname)?.[1]
  if (name === undefined) return null
  try {
    return parseId('session', decodeURIComponent(name)) ?? null
  } catch {
    return null
  }
}

/** An address that means a session but names none there can be. */
export const isStraySession = (pathname: string): boolean => /^\/s(?:\/|$)/.test(pathname) && !sessionOf(pathname)

export const pageOf = (session: SessionId | null): string => (session ? sessionPage(session) : '/')

/** A session is a page of its own in the browser's history; the same page twice is not two steps back. */
export function goTo(session: SessionId | null): void {
  const page = pageOf(session)
  if (location.pathname !== page) history.pushState(null, '', page)
}
