import { hewnError, type SessionId } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import { Refusal } from '../refusal.ts'
import type { House } from './house.ts'

/** The session as it is now. It may have gone while something was under way in it. */
export async function rowOf({ storage }: Pick<House, 'storage'>, session: SessionId): Promise<SessionRow> {
  const row = await storage.sessions.get(session)
  if (!row) throw new Refusal(hewnError('SESSION_NOT_FOUND'))
  return row
}
