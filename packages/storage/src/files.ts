import type { Commit, JsonObject } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A file of a workspace; its bytes are a blob. */
export interface FileRow {
  path: string
  hash: string
  bytes: number
}

/** What is in a session's workspace. It is changed by commits to its canvas, and in no other way. */
export interface Files {
  /** By path. */
  list(session: SessionId): Promise<FileRow[]>
  get(session: SessionId, path: string): Promise<FileRow | undefined>
}

export function fileRows(db: Kysely<Tables>): Files {
  const all = (session: SessionId) =>
    db.selectFrom('files').select(['path', 'hash', 'bytes']).where('session', '=', session)
  return {
    list: (session) => all(session).orderBy('path').execute(),
    get: (session, path) => all(session).where('path', '=', path).executeTakeFirst(),
  }
}

/** The table is the channel `files` of the canvas: what a commit does to the one, its transaction does to the other (CV44). */
export async function keepFiles(
  change: Transaction<Tables>,
  session: SessionId,
  commits: readonly Commit[],
): Promise<void> {
  const { all, files } = changesOf(commits)
  if (!all && files.size === 0) return
  // A canvas may be without a session; then nobody asks for its files.
  const known = await change.selectFrom('sessions').select('id').where('id', '=', session).executeTakeFirst()
  if (!known) return
  const gone = [...files].flatMap(([path, file]) => (file ? [] : [path]))
  if (all) await change.deleteFrom('files').where('session', '=', session).execute()
  else if (gone.length > 0)
    await change.deleteFrom('files').where('session', '=', session).where('path', 'in', gone).execute()
  const rows = [...files.values()].flatMap((file) => (file ? [{ session, ...file }] : []))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await change
      .insertInto('files')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((row) =>
        row.columns(['session', 'path']).doUpdateSet((given) => ({
          hash: given.ref('excluded.hash'),
          bytes: given.ref('excluded.bytes'),
        })),
      )
      .execute()
}

const ROWS_AT_ONCE = 1_000

/** What some commits leave of the files they touch; `all`: of the others nothing is left. */
function changesOf(commits: readonly Commit[]): { all: boolean; files: Map<string, FileRow | undefined> } {
  let all = false
  const files = new Map<string, FileRow | undefined>()
  const forget = () => {
    all = true
    files.clear()
  }
  for (const { type, data } of commits.flatMap(({ events }) => events)) {
    if (type === 'cleared') forget()
    if (data.channel !== 'files') continue
    const path = String(data.id)
    if (type === 'channel_cleared' || (type === 'resource_bulk_set' && data.replace === true)) forget()
    if (type === 'resource_bulk_set')
      for (const [id, payload] of Object.entries(data.items as JsonObject)) files.set(id, fileOf(id, payload))
    if (type === 'resource_set' || type === 'resource_patched') files.set(path, fileOf(path, data.payload))
    if (type === 'resource_deleted') files.set(path, undefined)
  }
  return { all, files }
}

/** Whatever has no hash and no length is no file. */
function fileOf(path: string, payload: unknown): FileRow | undefined {
  const { hash, bytes } = (payload ?? {}) as Partial<FileRow>
  return typeof hash === 'string' && Number.isSafeInteger(bytes) ? { path, hash, bytes: Number(bytes) } : undefined
}
