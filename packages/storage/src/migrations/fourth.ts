import type { Migration } from '../migrate.ts'

/** Schema version 4: how much history a canvas has, so that nobody has to count it. */
export const fourth: Migration = async (db, form) => {
  await db.schema
    .alterTable('canvases')
    .addColumn('bytes', form.whole, (column) => column.notNull().defaultTo(0))
    .execute()
}
