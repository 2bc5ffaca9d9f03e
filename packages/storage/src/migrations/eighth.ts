import type { Migration } from '../migrate.ts'

/** Schema version 8: when somebody last came by a link. */
export const eighth: Migration = async (db, form) => {
  await db.schema.alterTable('shares').addColumn('seen_at', form.whole).execute()
}
