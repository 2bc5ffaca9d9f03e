import type { Migration } from '../migrate.ts'

/** Schema version 6: a turn can be asked to stop, whichever server runs it. */
export const sixth: Migration = async (db) => {
  await db.schema.alterTable('turns').addColumn('stop', 'integer').execute()
}
