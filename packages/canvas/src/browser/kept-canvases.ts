import type { SessionId, World } from '@hewn/model'
import type { CanvasKeep, Snapshot } from '../ports.ts'
import { database, resultOf } from './database.ts'

export interface KeptCanvasesOptions {
  /** Of the database; one for all sessions of a page. */
  name: string
  world: World
}

interface KeptCanvas {
  session: SessionId
  at: number
  snapshot: Snapshot
}

/** So many sessions, those looked at last. */
const KEPT = 10

/**
 * The last canvas of each session that was looked at, in the browser: after a reload it is on the screen at once, and what was
 * missed is all that the server sends (CV37).
 * @example connectCanvas({ sessionId, socket, world, keep: keptCanvases({ name: 'hewn-seen', world }) })
 */
export function keptCanvases({ name, world }: KeptCanvasesOptions): CanvasKeep {
  const { transact } = database(indexedDB, {
    name,
    stores: ['canvases'],
    // Lost, it is had again.
    durability: 'relaxed',
    make: (made) => void made.createObjectStore('canvases', { keyPath: 'session' }).createIndex('by_time', 'at'),
  })

  return {
    load: (session) =>
      transact('readonly', async ({ canvases }) => {
        const kept = await resultOf<KeptCanvas | undefined>(canvases.get(session))
        return kept?.snapshot
      }),

    save: (session, snapshot) =>
      transact('readwrite', async ({ canvases }) => {
        canvases.put({ session, at: world.now(), snapshot } satisfies KeptCanvas)
        const byTime = (await resultOf(canvases.index('by_time').getAllKeys())) as SessionId[]
        for (const old of byTime.slice(0, -KEPT)) canvases.delete(old)
      }),

    drop: (session) => transact('readwrite', async ({ canvases }) => void canvases.delete(session)),
  }
}
