import type { Message, SessionId, TurnId } from '@hewn/model'
import type { Kysely, Transaction } from 'kysely'
import type { FileRow } from './files.ts'
import type { Servers } from './servers.ts'
import type { Tables, TurnsTable } from './tables.ts'

export interface TurnRow {
  session: SessionId
  /** Its place in the conversation, from 1. */
  number: number
  message: Message
  /** The files as they were before it began, while it runs. */
  before?: FileRow[]
}

/** The conversation of every session; a turn is one row. */
export interface Turns {
  /** Gives it the next number of its session. */
  add(session: SessionId, message: Message): Promise<TurnRow>
  /** Writes the message over what was there; `before` is kept with it, and forgotten without. */
  set(message: Message, before?: readonly FileRow[]): Promise<void>
  /** Takes a turn for this server to run; false while one of the same session runs on another: there is one at a time. */
  begin(session: SessionId, id: TurnId): Promise<boolean>
  /** With `session`, only a turn of that session. */
  get(id: TurnId, session?: SessionId): Promise<TurnRow | undefined>
  /** Newest first. */
  list(session: SessionId, options?: { limit?: number }): Promise<TurnRow[]>
  remove(id: TurnId): Promise<void>
  /**
   * Those that wait or run with no server that lives, oldest first: what a stop broke off. They are this server's from here
   * on; of several that ask at once, each turn goes to one.
   */
  takeLeft(): Promise<TurnRow[]>
  /** Asks whichever server holds a turn to stop it. */
  askToStop(id: TurnId): Promise<void>
  /** Those of this server that somebody asked to stop. */
  askedToStop(): Promise<TurnId[]>
}

/** It waits or runs. */
const OPEN = ['queued', 'running'] as const
const isOpen = ({ state }: Message): boolean => (OPEN as readonly string[]).includes(state)

export function turnRows(db: Kysely<Tables>, servers: Servers): Turns {
  return {
    add: (session, message) =>
      db.transaction().execute(async (change) => {
        await alone(change, session)
        const last = await change
          .selectFrom('turns')
          .select((row) => row.fn.max('number').as('number'))
          .where('session', '=', session)
          .executeTakeFirst()
        const number = Number(last?.number ?? 0) + 1
        await change
          .insertInto('turns')
          .values({
            id: message.id,
            session,
            number,
            state: message.state,
            message: JSON.stringify(message),
            before: null,
            server: servers.own,
            stop: null,
          })
          .execute()
        return { session, number, message }
      }),
    set: async (message, before) =>
      void (await db
        .updateTable('turns')
        .set({
          state: message.state,
          message: JSON.stringify(message),
          before: before === undefined ? null : JSON.stringify(before),
          server: servers.own,
          // A turn that has ended and goes on with an answer is not stopped again.
          ...(isOpen(message) ? {} : { stop: null }),
        })
        .where('id', '=', message.id)
        .execute()),
    begin: (session, id) =>
      db.transaction().execute(async (change) => {
        await alone(change, session)
        const other = await change
          .selectFrom('turns')
          .select('id')
          .where('session', '=', session)
          .where('state', '=', 'running')
          .where('id', '!=', id)
          // One of a server that is gone runs too, until its files have been put back.
          .where((row) => row.or([row('server', 'is', null), row('server', '!=', servers.own)]))
          .executeTakeFirst()
        if (other) return false
        await change.updateTable('turns').set({ state: 'running', server: servers.own }).where('id', '=', id).execute()
        return true
      }),
    async get(id, session) {
      const row = await db
        .selectFrom('turns')
        .selectAll()
        .where('id', '=', id)
        .$if(session !== undefined, (all) => all.where('session', '=', session ?? 'session:'))
        .executeTakeFirst()
      return row && turnRow(row)
    },
    async list(session, { limit } = {}) {
      const rows = await db
        .selectFrom('turns')
        .selectAll()
        .where('session', '=', session)
        .orderBy('number', 'desc')
        .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
        .execute()
      return rows.map(turnRow)
    },
    remove: async (id) => void (await db.deleteFrom('turns').where('id', '=', id).execute()),
    async takeLeft() {
      const living = [servers.own, ...(await servers.others())]
      const rows = await db
        .selectFrom('turns')
        .selectAll()
        .where('state', 'in', [...OPEN])
        .where((row) => row.or([row('server', 'is', null), row('server', 'not in', living)]))
        .orderBy('session')
        .orderBy('number')
        .execute()
      const taken: TurnRow[] = []
      for (const row of rows) {
        const { numUpdatedRows } = await db
          .updateTable('turns')
          .set({ server: servers.own })
          .where('id', '=', row.id)
          .where('state', 'in', [...OPEN])
          .where('server', row.server === null ? 'is' : '=', row.server)
          .executeTakeFirst()
        if (numUpdatedRows === 1n) taken.push(turnRow(row))
      }
      return taken
    },
    askToStop: async (id) =>
      void (await db
        .updateTable('turns')
        .set({ stop: 1 })
        .where('id', '=', id)
        .where('state', 'in', [...OPEN])
        .execute()),
    async askedToStop() {
      const rows = await db
        .selectFrom('turns')
        .select('id')
        .where('server', '=', servers.own)
        .where('state', 'in', [...OPEN])
        .where('stop', '=', 1)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

/** Until this transaction ends, others that ask for the same wait: it holds the session's row, in every database. */
async function alone(change: Transaction<Tables>, session: SessionId): Promise<void> {
  await change
    .updateTable('sessions')
    .set((row) => ({ id: row.ref('id') }))
    .where('id', '=', session)
    .execute()
}

const turnRow = ({ session, number, message, before }: TurnsTable): TurnRow => ({
  session,
  number,
  message: JSON.parse(message) as Message,
  ...(before === null ? {} : { before: JSON.parse(before) as FileRow[] }),
})
