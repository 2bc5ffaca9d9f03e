import { closeSync, openSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CanvasLog } from '@hewn/canvas'
import type { BlobStore, JobStore, ShapeIndex } from '@hewn/kernel'
import type { World } from '@hewn/model'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { type Artifacts, artifactRows } from './artifacts.ts'
import { blobFiles } from './blob-files.ts'
import { canvasLogRows, type HistoryQuota } from './canvas-log.ts'
import { DatabaseAway } from './database-away.ts'
import { startCheckpoints } from './checkpoints.ts'
import { type Files, fileRows } from './files.ts'
import { jobRows } from './jobs.ts'
import { migrate, POSTGRES_FORM, SQLITE_FORM } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { nodeSqlite } from './node-sqlite.ts'
import { startServers } from './servers.ts'
import { type Sessions, sessionRows } from './sessions.ts'
import { shapeRows } from './shapes.ts'
import { type Shares, shareRows } from './shares.ts'
import type { Tables } from './tables.ts'
import { type Templates, templateRows } from './templates.ts'
import { type Turns, turnRows } from './turns.ts'
import { type Versions, versionRows } from './versions.ts'

export interface StorageOptions {
  /** `file:/…/hewn.db`, `:memory:`, or `postgres://…` for many machines. */
  database: string
  /** The folder of the blobs. */
  blobs: string
  world: World
  /** `full` makes a power cut cost nothing; `normal`, at most the last second. */
  sync?: 'normal' | 'full'
  /** How much history a canvas keeps before its beginning is folded away. */
  history?: HistoryQuota
  /** Told, in a sentence, what is wrong with what was found: the caller's log. */
  report?: (problem: string) => void
}

/** What is remembered. Everything answered has been committed (SV40). */
export interface Storage {
  kind: 'sqlite' | 'postgres'
  canvasLog: CanvasLog
  jobs: JobStore
  blobs: BlobStore
  shapes: ShapeIndex
  sessions: Sessions
  shares: Shares
  files: Files
  versions: Versions
  turns: Turns
  templates: Templates
  artifacts: Artifacts
  /** Whether it answers. */
  check(): Promise<boolean>
  close(): Promise<void>
}

/**
 * Opens what is remembered, makes it where there is nothing yet, and brings an older database to this program's schema.
 * @example const storage = await openStorage({ database: 'file:/home/ada/.hewn/hewn.db', blobs: '/home/ada/.hewn/blobs', world })
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { world, sync = 'normal', report = () => {} } = options
  const isPostgres = /^postgres(ql)?:/.test(options.database)
  const path = isPostgres ? MEMORY : pathOf(options.database)
  if (path !== MEMORY) await makeDatabaseFile(path)
  const dialect = isPostgres
    ? await onPostgres(options.database, report)
    : new SqliteDialect({ database: opened(path, sync) })
  const db = new Kysely<Tables>({ dialect })
  try {
    if (isPostgres) await answers(db, options.database)
    await migrate(db, {
      database: withoutPassword(options.database),
      migrations,
      form: isPostgres ? POSTGRES_FORM : SQLITE_FORM,
      keepCopy: (version) => keepCopy(db, path, version),
    })
    const blobs = await blobFiles({ folder: pathOf(options.blobs), db, world, report })
    const servers = await startServers(db, { world, alone: !isPostgres, report })
    // A commit that is flushed by itself needs no second connection, and memory has no disk.
    const endCheckpoints =
      path === MEMORY || sync === 'full' ? async () => {} : startCheckpoints({ path, world, report })
    return {
      kind: isPostgres ? 'postgres' : 'sqlite',
      canvasLog: canvasLogRows(db, world, isPostgres ? 'postgres' : 'sqlite', options.history),
      jobs: jobRows(db, world, servers),
      blobs,
      shapes: shapeRows(db, world),
      sessions: sessionRows(db, world),
      shares: shareRows(db),
      files: fileRows(db),
      versions: versionRows(db),
      turns: turnRows(db, servers),
      templates: templateRows(db),
      artifacts: artifactRows(db),
      check: () =>
        db
          .selectFrom('meta')
          .select('value')
          .where('key', '=', 'schema')
          .executeTakeFirst()
          .then(
            (row) => row !== undefined,
            () => false,
          ),
      async close() {
        await endCheckpoints()
        await servers.end()
        await db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

const MEMORY = ':memory:'

/** Loaded where it is used: most servers have SQLite and no other. */
async function onPostgres(url: string, report: (problem: string) => void) {
  const { postgres } = await import('./postgres/postgres.ts')
  return postgres(url, report)
}

/** The database is elsewhere, and is asked before anything is begun. */
async function answers(db: Kysely<Tables>, url: string): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    throw new DatabaseAway(withoutPassword(url), error)
  }
}

const withoutPassword = (url: string): string => url.replace(/:\/\/([^:@/]*):[^@/]*@/, '://$1:…@')

/** A home may hold any character, so this is no URL to be decoded: only the word before the path goes. */
const pathOf = (setting: string): string => setting.replace(/^file:(\/\/(?=\/))?/, '')

/** Made before SQLite sees it, so that it, and the files SQLite puts beside it, are its owner's alone. */
async function makeDatabaseFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

function opened(path: string, sync: 'normal' | 'full') {
  try {
    return nodeSqlite(path, sync)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The database ${path} cannot be opened: ${why}. Check the file, or set HEWN_DATABASE to another.`, {
      cause: error,
    })
  }
}

/** The whole database as it was, beside it, before a migration changes it. */
async function keepCopy(db: Kysely<Tables>, path: string, version: number): Promise<void> {
  if (path === MEMORY) return
  const copy = `${path}.schema-${version}`
  const kept = await access(copy).then(
    () => true,
    () => false,
  )
  if (!kept) await sql`vacuum into ${copy}`.execute(db)
}
