import type { Migration } from '../migrate.ts'

/** Schema version 5: what is known of shapes, so that none is meshed and measured again after a restart. */
export const fifth: Migration = async (db, form) => {
  await db.schema
    .createTable('shapes')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('at', form.whole, (column) => column.notNull())
    .modifyEnd(form.tableEnd)
    .execute()
  await db.schema.createIndex('shapes_by_age').on('shapes').column('at').execute()
}
