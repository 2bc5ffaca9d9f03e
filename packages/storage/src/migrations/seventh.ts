import type { Migration } from '../migrate.ts'

/** Schema version 7: links that let somebody else look at a session, or change it. */
export const seventh: Migration = async (db, form) => {
  await db.schema
    .createTable('shares')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('label', 'text')
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', form.whole, (column) => column.notNull())
    .addColumn('expires', form.whole)
    .modifyEnd(form.tableEnd)
    .execute()
  await db.schema.createIndex('shares_by_session').on('shares').column('session').execute()
}
