import type { SessionId } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { SharesTable, Tables } from './tables.ts'

export type ShareScope = 'view' | 'edit'

/** A link that leads to one session. Its token is told once, and only its hash is kept. */
export interface ShareRow {
  id: string
  session: SessionId
  scope: ShareScope
  label?: string
  by: string
  at: number
  /** UTC milliseconds; from then on it is as if there had been none. */
  expires?: number
  /** When somebody last came by it. */
  seenAt?: number
}

export interface Shares {
  add(share: ShareRow, tokenHash: string): Promise<void>
  /** Newest first; those that are over too. */
  list(session: SessionId): Promise<ShareRow[]>
  byToken(tokenHash: string): Promise<ShareRow | undefined>
  seen(id: string, at: number): Promise<void>
  /** False when there is none of that id in that session. */
  remove(session: SessionId, id: string): Promise<boolean>
}

export function shareRows(db: Kysely<Tables>): Shares {
  return {
    async add({ label, expires, seenAt, ...share }, token_hash) {
      const row = { ...share, token_hash, label: label ?? null, expires: expires ?? null, seen_at: seenAt ?? null }
      await db.insertInto('shares').values(row).execute()
    },
    async list(session) {
      const rows = await db
        .selectFrom('shares')
        .selectAll()
        .where('session', '=', session)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(shareRow)
    },
    async byToken(tokenHash) {
      const row = await db.selectFrom('shares').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
      return row && shareRow(row)
    },
    async seen(id, at) {
      await db.updateTable('shares').set({ seen_at: at }).where('id', '=', id).execute()
    },
    async remove(session, id) {
      const { numDeletedRows } = await db
        .deleteFrom('shares')
        .where('session', '=', session)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

const shareRow = ({ id, session, scope, label, by, at, expires, seen_at }: SharesTable): ShareRow => ({
  id,
  session,
  scope,
  by,
  ...(label === null ? {} : { label }),
  at: Number(at),
  ...(expires === null ? {} : { expires: Number(expires) }),
  ...(seen_at === null ? {} : { seenAt: Number(seen_at) }),
})
