import type { Migration } from '../migrate.ts'

/** Schema version 3: which servers share the database, and which of them holds a job or a turn. */
export const third: Migration = async (db, form) => {
  await db.schema
    .createTable('servers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('seen_at', form.whole, (column) => column.notNull())
    .modifyEnd(form.tableEnd)
    .execute()
  await db.schema.alterTable('jobs').addColumn('server', 'text').execute()
  await db.schema.alterTable('turns').addColumn('server', 'text').execute()
}
