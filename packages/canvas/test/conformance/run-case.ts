import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemWorld as world } from '@hewn/model/world'
import { type CanvasCarrier, type CanvasLog, memoryLog } from '../../src/index.ts'
import type { Case } from './case.ts'
import type { FollowerName } from './followers.ts'
import { House } from './house.ts'

let count = 0

/** Where the canvases of the kit are kept, and what tells their processes of each other. */
export interface Remembered {
  log: CanvasLog
  /** Between processes; in memory unless Redis is named. */
  carrier?: CanvasCarrier
  close(): Promise<void>
}

/** One case with one client: `holds` and how long it took, `–` where it has nothing to say, or what went wrong. */
export async function runCase(
  one: Case,
  client: FollowerName,
  { log, carrier }: Remembered,
): Promise<{ said: string; why?: string }> {
  if (one.clients && !one.clients.includes(client)) return { said: '–' }
  count += 1
  const house = await House.open(client, log, `session:kit-${process.pid}-${count}`, one.grant, carrier)
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

export async function remembered(name: string, redis?: string): Promise<Remembered> {
  const kept = await keptIn(name)
  if (redis === undefined) return kept
  const { redisStreams } = (await import('@hewn/storage/redis' as string)) as RedisDoor
  const streams = redisStreams({ url: redis })
  return {
    log: streams.over(kept.log),
    carrier: streams.carrier,
    async close() {
      await streams.close()
      await kept.close()
    },
  }
}

async function keptIn(name: string): Promise<Remembered> {
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

interface RedisDoor {
  redisStreams(options: { url: string }): {
    carrier: CanvasCarrier
    over(log: CanvasLog): CanvasLog
    close(): Promise<void>
  }
}
