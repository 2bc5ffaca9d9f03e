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
  /** Hashes of blobs that belong to this session. */
  readonly blobs: Set<string>
}

/** The desks of this process, made when first asked for. */
export interface Desks {
  at(session: SessionId): Desk
  open(): readonly SessionId[]
}

export function createDesks(): Desks {
  const desks = new Map<SessionId, Desk>()
  return {
    at(session) {
      const known = desks.get(session)
      if (known) return known
      const made = createDesk()
      desks.set(session, made)
      return made
    },
    open: () => [...desks.keys()],
  }
}

function createDesk(): Desk {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ordered: 0,
    shown: 0,
    blobs: new Set(),
    alone(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => {})
      return turn
    },
  }
}
