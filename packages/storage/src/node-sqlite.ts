import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Node's own SQLite in the form that Kysely's SqliteDialect asks for, with the promises of SV41. */
export function nodeSqlite(path: string, sync: 'normal' | 'full'): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS, enableForeignKeyConstraints: true })
  // Only an empty file takes auto_vacuum, so it comes first.
  for (const pragma of [
    'auto_vacuum = INCREMENTAL',
    'journal_mode = WAL',
    `synchronous = ${sync === 'full' ? 'FULL' : 'NORMAL'}`,
    'trusted_schema = OFF',
  ])
    database.exec(`PRAGMA ${pragma}`)

  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      // A transaction takes the write lock when it begins: one that reads first and then writes could otherwise be
      // refused half-way, when another process has written in between.
      const sql = text === 'begin' ? 'begin immediate' : text
      const known = prepared.get(sql)
      if (known) return known
      const statement = forKysely(database.prepare(sql))
      if (prepared.size >= PREPARED_AT_MOST) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
}

const BUSY_MILLISECONDS = 5_000
const PREPARED_AT_MOST = 200

function forKysely(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}

/** Our tables hold text, numbers and null; Kysely's types keep everything else out before it comes here. */
const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
