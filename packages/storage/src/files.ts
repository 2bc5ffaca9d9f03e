import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId } from '@hewn/model'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A file of a workspace; its bytes are a blob. */
export interface FileRow {
  path: string
  hash: string
  bytes: number
}

/** The hash the caller saw, or `none` for a file that was not there. */
export type Expected = string

export interface Files {
  /** By path. */
  list(session: SessionId): Promise<FileRow[]>
  get(session: SessionId, path: string): Promise<FileRow | undefined>
  /** With `expect`, only when that is what is there: otherwise SESSION_CONFLICT, and nothing is written. */
  put(
    session: SessionId,
    path: string,
    file: { hash: string; bytes: number },
    expect?: Expected,
  ): Promise<Result<FileRow, ErrorBody>>
  remove(session: SessionId, path: string, expect?: Expected): Promise<Result<{ existed: boolean }, ErrorBody>>
  /** Undo and restore: these and no others. */
  replaceAll(session: SessionId, files: FileRow[]): Promise<void>
}

export function fileRows(db: Kysely<Tables>): Files {
  return {
    list: (session) =>
      db.selectFrom('files').select(['path', 'hash', 'bytes']).where('session', '=', session).orderBy('path').execute(),
    get: (session, path) => find(db, session, path),
    put: (session, path, { hash, bytes }, expect) =>
      db.transaction().execute(async (change) => {
        const conflict = expect !== undefined && conflictOf(path, expect, await find(change, session, path))
        if (conflict) return fail(conflict)
        await change
          .insertInto('files')
          .values({ session, path, hash, bytes })
          .onConflict((row) => row.columns(['session', 'path']).doUpdateSet({ hash, bytes }))
          .execute()
        return ok({ path, hash, bytes })
      }),
    remove: (session, path, expect) =>
      db.transaction().execute(async (change) => {
        const conflict = expect !== undefined && conflictOf(path, expect, await find(change, session, path))
        if (conflict) return fail(conflict)
        const { numDeletedRows } = await change
          .deleteFrom('files')
          .where('session', '=', session)
          .where('path', '=', path)
          .executeTakeFirst()
        return ok({ existed: numDeletedRows === 1n })
      }),
    replaceAll: (session, files) =>
      db.transaction().execute(async (change) => {
        await change.deleteFrom('files').where('session', '=', session).execute()
        const rows = files.map(({ path, hash, bytes }) => ({ session, path, hash, bytes }))
        if (rows.length > 0) await change.insertInto('files').values(rows).execute()
      }),
  }
}

function find(db: Kysely<Tables> | Transaction<Tables>, session: SessionId, path: string) {
  return db
    .selectFrom('files')
    .select(['path', 'hash', 'bytes'])
    .where('session', '=', session)
    .where('path', '=', path)
    .executeTakeFirst()
}

function conflictOf(path: string, expect: Expected, found: FileRow | undefined): ErrorBody | undefined {
  const there = found?.hash ?? 'none'
  if (there === expect) return undefined
  return hewnError('SESSION_CONFLICT', `${path} has changed: expected ${expect}, found ${there}.`, { at: path })
}
