import type { World } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A server that has not been seen for so long is no more, and what it held is anybody's. */
const SERVER_GONE_AFTER = 15_000
const SAY_EVERY = 3_000
const FORGOTTEN_AFTER = 3_600_000

/** The servers that share a database: each says every few seconds that it lives. */
export interface Servers {
  /** This one, as its jobs and turns name it. */
  readonly own: string
  /** The others that live. */
  others(): Promise<string[]>
  end(): Promise<void>
}

/**
 * Begins to say that this server lives. Where nobody can share the database, whoever opens it is alone, so what others
 * left behind is known at once; elsewhere their silence tells.
 */
export async function startServers(
  db: Kysely<Tables>,
  { world, alone, report }: { world: World; alone: boolean; report(problem: string): void },
): Promise<Servers> {
  const own = world.newId()
  let ended = false
  let stop = () => {}
  let failed = false

  const say = async () => {
    const seen_at = world.now()
    await db
      .insertInto('servers')
      .values({ id: own, seen_at })
      .onConflict((known) => known.column('id').doUpdateSet({ seen_at }))
      .execute()
  }
  if (alone) await db.deleteFrom('servers').execute()
  else
    await db
      .deleteFrom('servers')
      .where('seen_at', '<', world.now() - FORGOTTEN_AFTER)
      .execute()
  await say()
  if (!alone) again()

  return {
    own,
    async others() {
      if (alone) return []
      const since = world.now() - SERVER_GONE_AFTER
      const rows = await db.selectFrom('servers').select('id').where('seen_at', '>=', since).execute()
      return rows.map(({ id }) => id).filter((id) => id !== own)
    },
    async end() {
      ended = true
      stop()
      await db
        .deleteFrom('servers')
        .where('id', '=', own)
        .execute()
        .catch(() => {})
    },
  }

  function again(): void {
    if (ended) return
    stop = world.after(SAY_EVERY, () => void sayAndGoOn())
  }

  async function sayAndGoOn(): Promise<void> {
    try {
      await say()
      failed = false
    } catch (error) {
      if (!failed) report(`The database does not answer: ${error instanceof Error ? error.message : String(error)}.`)
      failed = true
    }
    again()
  }
}
