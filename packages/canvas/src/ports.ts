import type { Author, SessionId, TurnId } from '@hewn/model'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One numbered change. `type` is the contract's, without `preview:`. */
export interface CanvasEvent {
  type: string
  data: { [key: string]: Json }
}

export interface Actor {
  uid: string
  by: Author | 'system'
}

/** The events of one action, or of several done together: all or none. `events[i]` has the number `first + i`. */
export interface Commit {
  epoch: string
  first: number
  events: CanvasEvent[]
  at: number
  actor: Actor
  turn?: TurnId
  step?: string
  undoes?: TurnId
}

export interface Position {
  epoch: string
  seq: number
}

/** The payload of `preview:snapshot`. */
export interface Snapshot {
  session_id: SessionId
  epoch: string
  seq: number
  preview_seq: number
  state: { [key: string]: Json }
  resources: { [channel: string]: { [id: string]: Json } }
  events: { event_type: string; data: Json; preview_seq: number }[]
}

/** Where commits are kept. It succeeds only at `after`, so nobody writes over what they have not seen. */
export interface CanvasLog {
  /** Stores nothing for a session that was never written. */
  open(session: SessionId): Promise<{ epoch: string; head: number; snapshot?: Snapshot; tail: Commit[] }>
  append(
    session: SessionId,
    after: Position,
    commits: Commit[],
  ): Promise<'ok' | { behind: Commit[] } | { epoch: string }>
  read(
    session: SessionId,
    from: number,
    to: number,
    limit: { events: number; bytes: number },
  ): Promise<Commit[] | 'gone'>
  saveSnapshot(session: SessionId, snapshot: Snapshot): Promise<void>
  drop(session: SessionId): Promise<void>
}

/** The way events leave the store: room `session:{id}`, numbered as committed. */
export interface CanvasBus {
  emit(appId: string, room: SessionId, message: { type: string; data: { [key: string]: Json } }): void
}
