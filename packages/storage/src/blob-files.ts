import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobStore } from '@hewn/kernel'
import type { World } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export interface BlobFilesOptions {
  folder: string
  db: Kysely<Tables>
  world: World
  report: (problem: string) => void
}

/**
 * Blobs as files named by their hash, `ab/cdef…`. One is written under a temporary name, flushed and renamed, and only
 * then has a row; reading checks the length always and the hash on first use. One that differs is set aside (SV42).
 */
export async function blobFiles({ folder, db, world, report }: BlobFilesOptions): Promise<BlobStore> {
  const temporary = join(folder, 'temporary')
  const aside = join(folder, 'set-aside')
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  await removeLeftOver(temporary)
  const proven = new Set<string>()

  const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))

  /** What lies there, if it is what its name says. */
  async function read(hash: string, length?: number): Promise<Uint8Array | undefined> {
    const bytes = await readFile(placeOf(hash)).catch(absent)
    if (!bytes) return undefined
    if ((length ?? bytes.length) === bytes.length && (proven.has(hash) || hashOf(bytes) === hash)) {
      remember(proven, hash)
      return bytes
    }
    await setAside(hash)
    return undefined
  }

  async function setAside(hash: string): Promise<void> {
    proven.delete(hash)
    await mkdir(aside, { recursive: true, mode: 0o700 })
    await rename(placeOf(hash), join(aside, `${hash}.${world.now()}`)).catch(absent)
    report(`Blob ${hash} holds other bytes than its name says. It was set aside in ${aside} and is not served.`)
  }

  async function write(hash: string, bytes: Uint8Array): Promise<void> {
    const draft = join(temporary, `${process.pid}-${world.newId()}`)
    const place = placeOf(hash)
    const parent = join(folder, hash.slice(0, 2))
    await mkdir(parent, { recursive: true, mode: 0o700 })
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, place)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    await flushFolder(parent)
    remember(proven, hash)
  }

  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      if (!(await read(hash, bytes.length))) await write(hash, bytes)
      await db
        .insertInto('blobs')
        .values({ hash, bytes: bytes.length, at: world.now() })
        .onConflict((row) => row.column('hash').doNothing())
        .execute()
      return { hash, bytes: bytes.length }
    },
    async get(hash) {
      const row = await rowOf(db, hash)
      return row && read(hash, row.bytes)
    },
    has: async (hash) => (await rowOf(db, hash)) !== undefined,
  }
}

/** Anything but a hash is the name of nothing, and so never becomes a path. */
async function rowOf(db: Kysely<Tables>, hash: string): Promise<{ bytes: number } | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
  return await db.selectFrom('blobs').select('bytes').where('hash', '=', hash).executeTakeFirst()
}

const PROVEN_AT_MOST = 50_000

function remember(proven: Set<string>, hash: string): void {
  if (proven.size >= PROVEN_AT_MOST) proven.clear()
  proven.add(hash)
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A rename is durable once its folder is; where folders cannot be flushed the system sees to it. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (!folder) return
  await folder.sync().catch(() => undefined)
  await folder.close()
}

/** Drafts of processes that are no more. */
async function removeLeftOver(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const owner = Number.parseInt(name, 10)
    if (owner !== process.pid && isAlive(owner)) continue
    await rm(join(temporary, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
