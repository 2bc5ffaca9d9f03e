import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemWorld as world } from '@hewn/model/world'
import { type CanvasLog, memoryLog } from '../../src/index.ts'
import type { Case } from './case.ts'
import type { FollowerName } from './followers.ts'
import { House } from './house.ts'

let count = 0

/** One case with one client: `holds` and how long it took, `–` where it has nothing to say, or what went wrong. */
export async function runCase(
  one: Case,
  client: FollowerName,
  log: CanvasLog,
): Promise<{ said: string; why?: string }> {
  if (one.clients && !one.clients.includes(client)) return { said: '–' }
  count += 1
  const house = await House.open(client, log, `session:kit-${process.pid}-${count}`, one.grant)
  const began = performance.now()
  try {
    await one.run(house)
    return { said: `holds, ${((performance.now() - began) / 1_000).toFixed(1)} s` }
  } catch (error) {
    return { said: 'FAILS', why: error instanceof Error ? error.message : String(error) }
  } finally {
    await house.close()
  }
}

export async function newLog(name: string): Promise<{ log: CanvasLog; close(): Promise<void> }> {
  if (name === 'memory') return { log: memoryLog({ world }), close: async () => {} }
  // The kit is a program of its own: packages do not know storage, a kit that tries every log does.
  const { openStorage } = (await import('@hewn/storage' as string)) as StorageDoor
  const home = mkdtempSync(join(tmpdir(), 'hewn-kit-'))
  const database = name === 'sqlite' ? `file:${home}/hewn.db` : name
  const storage = await openStorage({ database, blobs: join(home, 'blobs'), world })
  return {
    log: storage.canvasLog,
    async close() {
      await storage.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

interface StorageDoor {
  openStorage(options: { database: string; blobs: string; world: typeof world }): Promise<{
    canvasLog: CanvasLog
    close(): Promise<void>
  }>
}
