import type { ShapeIndex } from '@hewn/kernel'
import type { World } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Some kilobytes each; the oldest go, and are measured again when they are built again. */
const KEPT = 20_000
const LOOKED_AT_EVERY = 500

/** What the kernel knows of shapes (KN53). */
export function shapeRows(db: Kysely<Tables>, world: World, kept = KEPT): ShapeIndex {
  let written = 0

  async function dropOldest(): Promise<void> {
    const edge = await db
      .selectFrom('shapes')
      .select('at')
      .orderBy('at', 'desc')
      .offset(kept)
      .limit(1)
      .executeTakeFirst()
    if (edge) await db.deleteFrom('shapes').where('at', '<', edge.at).execute()
  }

  return {
    async get(name) {
      const row = await db.selectFrom('shapes').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value
    },
    async put(name, value) {
      const row = { value, at: world.now() }
      await db
        .insertInto('shapes')
        .values({ name, ...row })
        .onConflict((found) => found.column('name').doUpdateSet(row))
        .execute()
      if (++written % LOOKED_AT_EVERY === 0) await dropOldest()
    },
  }
}
