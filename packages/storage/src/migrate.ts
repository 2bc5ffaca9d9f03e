import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** What differs between engines in the making of tables. */
export interface SqlForm {
  /** The column type that holds every whole number up to 2^53. */
  whole: 'integer' | 'bigint'
  tableEnd: RawBuilder<unknown>
  /** Nobody else makes tables meanwhile. */
  alone<T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T>
}

export type Migration = (db: Kysely<Tables>, form: SqlForm) => Promise<void>

export const SQLITE_FORM: SqlForm = { whole: 'integer', tableEnd: sql`strict`, alone: (_, work) => work() }

/** Of one program; any number will do. */
const LOCK = 4_870_001

export const POSTGRES_FORM: SqlForm = {
  whole: 'bigint',
  tableEnd: sql``,
  alone: (db, work) =>
    db.connection().execute(async (held) => {
      await sql`select pg_advisory_lock(${sql.lit(LOCK)})`.execute(held)
      try {
        return await work()
      } finally {
        await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(held)
      }
    }),
}

export interface MigrateOptions {
  database: string
  migrations: readonly Migration[]
  form: SqlForm
  /** Called before an older database is changed. */
  keepCopy(version: number): Promise<void>
}

/**
 * Brings a database to the schema of this program: forward only, one transaction each. A database that a newer program
 * wrote is left alone, and stops this one (SV43).
 */
export function migrate(db: Kysely<Tables>, options: MigrateOptions): Promise<void> {
  return options.form.alone(db, () => migrated(db, options))
}

async function migrated(db: Kysely<Tables>, options: MigrateOptions): Promise<void> {
  const known = options.migrations.length
  const found = await schemaVersion(db, options.form)
  if (found > known) throw new DatabaseTooNew(options.database, found, known)
  if (found > 0 && found < known) await options.keepCopy(found)
  for (const [place, migration] of options.migrations.entries()) {
    if (place < found) continue
    await db.transaction().execute(async (change) => {
      await migration(change, options.form)
      const version = { key: 'schema', value: String(place + 1) }
      await change
        .insertInto('meta')
        .values(version)
        .onConflict((row) => row.column('key').doUpdateSet(version))
        .execute()
    })
  }
}

/** The database was written by a newer Hewn. */
export class DatabaseTooNew extends Error {
  override name = 'DatabaseTooNew'
  readonly found: number
  readonly known: number

  constructor(database: string, found: number, known: number) {
    super(
      `The database ${database} has schema version ${found} and this program knows versions up to ${known}. ` +
        'Start the newer Hewn that wrote it, or set HEWN_DATABASE to another file.',
    )
    this.found = found
    this.known = known
  }
}

async function schemaVersion(db: Kysely<Tables>, form: SqlForm): Promise<number> {
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .modifyEnd(form.tableEnd)
    .execute()
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst()
  return row ? Number(row.value) : 0
}
