import type { SessionId } from '@hewn/model'

/** One session, as this process is working on it. */
export interface Desk {
  /** One after another: what changes files or moves the head never overlaps in a session. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** The number of the newest order to build, and of the newest whose result is shown. */
  ordered: number
  shown: number
  /** Settled once the canvas has been brought in line with what is stored. */
  ready?: Promise<void>
  /** What its canvas was last told of the kernel. */
  kernel?: string
  /** Hashes of blobs that belong to this session. */
  readonly blobs: Set<string>
  /** Settled once `blobs` has those of all jobs, also of old ones; new jobs add theirs. */
  allBlobs?: Promise<void>
  /** Work and jobs that hold on to this desk. */
  busy: number
}

/** The desks of this process, made when first asked for, and cleared when long unused: the tables have everything. */
export interface Desks {
  at(session: SessionId): Desk
}

const KEPT = 1000

export function createDesks(): Desks {
  const desks = new Map<SessionId, Desk>()
  return {
    at(session) {
      const desk = desks.get(session) ?? createDesk()
      // Last used is last in the map.
      desks.delete(session)
      desks.set(session, desk)
      if (desks.size > KEPT) clearOldest()
      return desk
    },
  }

  function clearOldest(): void {
    for (const [session, desk] of desks) {
      if (desks.size <= KEPT) return
      if (desk.busy === 0) desks.delete(session)
    }
  }
}

function createDesk(): Desk {
  let last: Promise<unknown> = Promise.resolve()
  const desk: Desk = {
    ordered: 0,
    shown: 0,
    blobs: new Set(),
    busy: 0,
    alone(work) {
      desk.busy++
      const turn = last.then(work, work).finally(() => desk.busy--)
      last = turn.catch(() => {})
      return turn
    },
  }
  return desk
}
