import type { CreateTableBuilder } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Schema version 1. Never changed once released: what comes later is a migration of its own. */
export const first: Migration = async (db, form) => {
  const table = (name: string, columns: (table: CreateTableBuilder<string>) => CreateTableBuilder<string, string>) =>
    columns(db.schema.createTable(name)).modifyEnd(form.tableEnd).execute()
  const { whole } = form

  await table('sessions', (it) =>
    it
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('head', 'text')
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('created_at', whole, (column) => column.notNull())
      .addColumn('touched_at', whole, (column) => column.notNull()),
  )
  await db.schema.createIndex('sessions_touched').on('sessions').columns(['touched_at', 'id']).execute()

  await table('files', (it) =>
    it
      .addColumn('session', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('bytes', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('files_key', ['session', 'path']),
  )

  await table('versions', (it) =>
    it
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
      .addColumn('parent', 'text')
      .addColumn('turn', 'text')
      .addColumn('at', whole, (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('agent', 'text')
      .addColumn('request', 'text')
      .addColumn('parameters', 'text', (column) => column.notNull())
      .addColumn('claims', 'text', (column) => column.notNull())
      .addColumn('accepted', 'text')
      .addColumn('job', 'text')
      .addColumn('note', 'text')
      .addColumn('pinned', whole),
  )
  await db.schema.createIndex('versions_of_session').on('versions').columns(['session', 'at', 'id']).execute()

  await table('version_files', (it) =>
    it
      .addColumn('version', 'text', (column) => column.notNull().references('versions.id').onDelete('cascade'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('bytes', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('version_files_key', ['version', 'path']),
  )

  // A job is recorded for its session's id and outlives the session: the record is kept longer than the design.
  await table('jobs', (it) =>
    it
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lane', 'text', (column) => column.notNull())
      .addColumn('class', whole, (column) => column.notNull())
      .addColumn('attached', whole, (column) => column.notNull())
      .addColumn('prompt', 'text')
      .addColumn('script_hash', 'text')
      .addColumn('log_hash', 'text')
      .addColumn('added_at', whole, (column) => column.notNull())
      .addColumn('job', 'text', (column) => column.notNull()),
  )
  await db.schema.createIndex('jobs_of_session').on('jobs').columns(['session', 'added_at', 'id']).execute()
  await db.schema.createIndex('jobs_in_state').on('jobs').columns(['state', 'added_at', 'id']).execute()

  await table('artifacts', (it) =>
    it
      .addColumn('job', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('place', whole, (column) => column.notNull())
      .addColumn('format', 'text', (column) => column.notNull())
      .addColumn('bytes', whole, (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('artifacts_key', ['job', 'name']),
  )

  await table('blobs', (it) =>
    it
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('bytes', whole, (column) => column.notNull())
      .addColumn('at', whole, (column) => column.notNull()),
  )

  await table('canvases', (it) =>
    it
      .addColumn('session', 'text', (column) => column.primaryKey())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('head', whole, (column) => column.notNull()),
  )
  await table('events', (it) =>
    it
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('seq', whole, (column) => column.notNull())
      .addColumn('first', whole, (column) => column.notNull())
      .addColumn('at', whole, (column) => column.notNull())
      .addColumn('uid', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('turn', 'text')
      .addColumn('step', 'text')
      .addColumn('undoes', 'text')
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('events_key', ['session', 'epoch', 'seq']),
  )
  await table('snapshots', (it) =>
    it
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('seq', whole, (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshots_key', ['session', 'epoch', 'seq']),
  )
}
