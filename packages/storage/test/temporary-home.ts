import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@hewn/model'
import { testWorld } from '@hewn/testing'
import { onTestFinished } from 'vitest'
import { openStorage, type Storage, type StorageOptions } from '../src/index.ts'

/** A folder that is gone after the test. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'hewn-storage-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

export const at = (home: string, world: World = testWorld()): StorageOptions => ({
  database: `file:${join(home, 'hewn.db')}`,
  blobs: join(home, 'blobs'),
  world,
})

/** A storage that is closed after the test. */
export async function temporaryStorage(options: Partial<StorageOptions> = {}): Promise<Storage> {
  const storage = await openStorage({ ...at(temporaryHome()), ...options })
  onTestFinished(() => storage.close())
  return storage
}
