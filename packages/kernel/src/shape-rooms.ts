import { type JobError, ok, type Result, type World } from '@hewn/model'
import type { Worker, WorkerFactory } from './worker-factory.ts'

/** A process that measures: no user code runs in it, so it may serve the next job of the same session too. */
export interface ShapeRoom {
  readonly worker: Worker
  /** Orders it has been given. */
  orders: number
}

export interface ShapeRooms {
  /** The one that served this session last, or a new one. Nobody else gets it. */
  take(session: string | undefined): Promise<Result<ShapeRoom, JobError>>
  /** `isWell`: it did what it was asked, and may be asked again. */
  give(session: string | undefined, room: ShapeRoom, isWell: boolean): void
  close(): void
}

/** So many wait for their session to come back, beside those at work; each has some 50 MB. */
export const ROOMS_KEPT = 2
const PATIENCE = 60_000
const MOST_ORDERS = 500

/**
 * Rooms that are warm from their session's last build: what a process pays at its first job, a hand on a slider pays once.
 * One belongs to one session until it ends, so a shape that harms it harms nobody else (KN6, KN54).
 */
export function shapeRooms(factory: WorkerFactory, world: World): ShapeRooms {
  const idle = new Map<string, { room: ShapeRoom; stop(): void }>()
  let closed = false

  function dropped(session: string): ShapeRoom | undefined {
    const waiting = idle.get(session)
    idle.delete(session)
    waiting?.stop()
    return waiting?.room
  }

  function end(room: ShapeRoom | undefined): void {
    room?.worker.dispose().catch(() => undefined)
  }

  return {
    async take(session) {
      const kept = session === undefined ? undefined : dropped(session)
      if (kept) return ok(kept)
      const ordered = await factory.order('room')
      return ordered.ok ? ok({ worker: ordered.value, orders: 0 }) : ordered
    },
    give(session, room, isWell) {
      if (session === undefined || closed || !isWell || room.orders === 0 || room.orders >= MOST_ORDERS)
        return end(room)
      end(dropped(session))
      const waiting = { room, stop: world.after(PATIENCE, () => end(dropped(session))) }
      idle.set(session, waiting)
      void room.worker.ended.then(() => (idle.get(session) === waiting ? end(dropped(session)) : undefined))
      const [longest] = idle.keys()
      if (idle.size > ROOMS_KEPT && longest !== undefined) end(dropped(longest))
    },
    close() {
      closed = true
      for (const session of idle.keys()) end(dropped(session))
    },
  }
}
