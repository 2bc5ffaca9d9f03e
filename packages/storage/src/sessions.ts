import type { SessionId, VersionId, World } from '@hewn/model'
import type { Kysely } from 'kysely'
import { newEpoch } from './epoch.ts'
import type { SessionsTable, Tables } from './tables.ts'

export type SessionOrigin = 'user' | 'run' | 'template' | 'branch' | 'import'

export interface SessionRow {
  id: SessionId
  title: string
  origin: SessionOrigin
  owner: string
  head: VersionId | null
  createdAt: number
  touchedAt: number
  /** Names the layers of this session; told to nobody. */
  secret: string
}

export interface Sessions {
  create(session: { title: string; origin: SessionOrigin; owner: string }): Promise<SessionRow>
  get(id: SessionId): Promise<SessionRow | undefined>
  /** Last touched first. */
  list(options?: { limit?: number; origin?: SessionOrigin }): Promise<SessionRow[]>
  /** False when there is no such session. */
  setTitle(id: SessionId, title: string): Promise<boolean>
  /** Compare and set: true when the head was `from` and now is `to`. */
  setHead(id: SessionId, from: VersionId | null, to: VersionId | null): Promise<boolean>
  touch(id: SessionId): Promise<void>
  /** With its files, versions and canvas; its jobs stay on record. */
  remove(id: SessionId): Promise<void>
}

export function sessionRows(db: Kysely<Tables>, world: World): Sessions {
  const change = (id: SessionId, values: Partial<SessionsTable>) =>
    db
      .updateTable('sessions')
      .set({ ...values, touched_at: world.now() })
      .where('id', '=', id)
  return {
    async create({ title, origin, owner }) {
      const now = world.now()
      const id: SessionId = `session:${world.newId()}`
      const row: SessionsTable = {
        id,
        title,
        origin,
        owner,
        head: null,
        secret: world.newId(),
        created_at: now,
        touched_at: now,
      }
      await db.transaction().execute(async (change) => {
        await change.insertInto('sessions').values(row).execute()
        await change
          .insertInto('canvases')
          .values({ session: id, epoch: newEpoch(world), head: 0, bytes: 0 })
          .execute()
      })
      return sessionRow(row)
    },
    async get(id) {
      const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()
      return row && sessionRow(row)
    },
    async list({ limit, origin } = {}) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .$if(origin !== undefined, (all) => all.where('origin', '=', origin ?? 'user'))
        .orderBy('touched_at', 'desc')
        .orderBy('id', 'desc')
        .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
        .execute()
      return rows.map(sessionRow)
    },
    setTitle: async (id, title) => (await change(id, { title }).executeTakeFirst()).numUpdatedRows === 1n,
    async setHead(id, from, to) {
      const { numUpdatedRows } = await change(id, { head: to })
        .where('head', from === null ? 'is' : '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    remove: (id) =>
      db.transaction().execute(async (change) => {
        for (const table of ['snapshots', 'events', 'canvases'] as const)
          await change.deleteFrom(table).where('session', '=', id).execute()
        // Files and versions go with it.
        await change.deleteFrom('sessions').where('id', '=', id).execute()
      }),
    touch: async (id) => void (await change(id, {}).execute()),
  }
}

const sessionRow = ({ created_at, touched_at, ...row }: SessionsTable): SessionRow => ({
  ...row,
  createdAt: created_at,
  touchedAt: touched_at,
})
