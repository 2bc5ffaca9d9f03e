import type { Author, ErrorBody, Result, SessionId, TurnId } from '@hewn/model'
import type { PackedPicture } from './rooms/elsewhere.ts'
import type { CanvasAsk, PictureAnswer, PresentViewer, SeenView } from '@hewn/protocol'

export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** One numbered change. `type` is the contract's, without `preview:`. */
export interface CanvasEvent {
  type: string
  data: JsonObject
}

export interface Actor {
  uid: string
  by: Author | 'system'
}

/** Who acts, and in which turn and step of it. */
export interface Acting extends Actor {
  turn?: TurnId
  step?: string
  /** The turn that this takes back, or brings back. */
  undoes?: TurnId
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

export interface EmittedEvent {
  event_type: string
  data: Json
  preview_seq: number
}

/** The payload of `preview:snapshot`. */
export interface Snapshot {
  session_id: SessionId
  epoch: string
  seq: number
  preview_seq: number
  state: JsonObject
  resources: { [channel: string]: JsonObject }
  events: EmittedEvent[]
}

/** Where commits are kept. It succeeds only at `after`, so nobody writes over what they have not seen. */
export interface CanvasLog {
  /**
   * The newest snapshot and every commit after it. Stores nothing for a session that was never written;
   * the epoch it gives then becomes the session's with the first `append`.
   */
  open(session: SessionId): Promise<{ epoch: string; head: number; snapshot?: Snapshot; tail: Commit[] }>
  /** All commits or none, in one transaction. `behind` are those after `after`; `epoch` is the log's, when `after` has another. */
  append(
    session: SessionId,
    after: Position,
    commits: Commit[],
  ): Promise<'ok' | { behind: Commit[] } | { epoch: string }>
  /**
   * Whole commits that have a number in `from…to`, oldest first, without a gap; at least one if there is any,
   * then as many as the limit allows. `gone`: `from` has been folded away.
   */
  read(
    session: SessionId,
    from: number,
    to: number,
    limit: { events: number; bytes: number },
  ): Promise<Commit[] | 'gone'>
  saveSnapshot(session: SessionId, snapshot: Snapshot): Promise<void>
  /** The newest saved snapshot at or before `seq`. A log without it folds from the first commit. */
  snapshotBefore?(session: SessionId, seq: number): Promise<Snapshot | undefined>
  /** The snapshot that history begins with, where older events have been folded away. A log without it keeps everything. */
  begins?(session: SessionId): Promise<Snapshot | undefined>
  /** Where a session is, without reading it. A log without it is compared only when somebody writes. */
  head?(session: SessionId): Promise<Position | undefined>
  /** The first number of a turn's commits. A log without it is read from the beginning. */
  firstOf?(session: SessionId, turn: TurnId): Promise<number | undefined>
  /** The session ends; the same id would begin with a new epoch. */
  drop(session: SessionId): Promise<void>
}

/** What processes that look at one session tell each other. It may come late, twice or not at all; numbers tell (CV45). */
export type Note =
  | { kind: 'commit'; commit: Commit }
  /** Everybody who is here by one process; it is said again every few seconds while somebody is. */
  | { kind: 'presence'; process: string; viewers: PresentViewer[] }
  /** What is on the screens of your viewers? Whoever has some says so; then one of them may be asked for a picture. */
  | { kind: 'who'; id: string; process: string }
  | { kind: 'seen'; id: string; process: string; views: SeenView[] }
  | { kind: 'ask'; viewer: string; wish: CanvasAsk }
  | { kind: 'answer'; id: string; picture?: PackedPicture }
  /** Who may look has changed. */
  | { kind: 'rights' }
  /** The session is gone. */
  | { kind: 'closed' }

/** Where a viewer keeps the canvas that it saw last. It may be lost or old: the server tells what is missing (CV37). */
export interface CanvasKeep {
  load(session: SessionId): Promise<Snapshot | undefined>
  save(session: SessionId, snapshot: Snapshot): Promise<void>
  drop(session: SessionId): Promise<void>
}

/** Between processes. The log remains the only truth. */
export interface CanvasCarrier {
  say(session: SessionId, note: Note): void
  /** Own notes may come back; they are known by their numbers. */
  hear(session: SessionId, listener: (note: Note) => void): () => void
}

/** The way events leave the store: room `session:{id}`, numbered as committed. */
export interface CanvasBus {
  emit(appId: string, room: SessionId, message: { type: string; data: JsonObject }): void
}

/** Which session and actor the calls that follow belong to. `./node` has it on AsyncLocalStorage. */
export interface SessionBinding {
  run<T>(bound: BoundSession | undefined, work: () => T): T
  /** Binds from here on in this chain of calls. */
  enter(bound: BoundSession): void
  current(): BoundSession | undefined
}

export interface BoundSession {
  session: SessionId
  actor: Acting
}

// The two ends of a viewer's connection.

/** What a connection says to whoever opened it. Nothing follows `closed`. */
export type CanvasNotice =
  | { kind: 'open' }
  /** `answer` is there when the server asks something. */
  | { kind: 'message'; name: string; argument: unknown; answer?: (reply: object) => void }
  /** `error` says why the server did not want it. */
  | { kind: 'closed'; error?: ErrorBody }

/** The viewer's end: one open connection. */
export interface CanvasConnection {
  /** `answer` hears the acknowledgement, or is never called when the connection ends before it. */
  send(name: string, argument: unknown, answer?: (reply: unknown) => void): void
  /** Ends it at once. Something of it may still come late. */
  close(): void
}

/** The viewer's way to the server. Each `open` is a connection of its own, so what an old one still delivers is known as old. */
export interface CanvasSocket {
  /** It puts deflated messages back into their form by itself. */
  readonly inflates?: boolean
  open(hear: (notice: CanvasNotice) => void, auth?: { [key: string]: string }): CanvasConnection
}

/** The server's end: one viewer's connection, with messages kept in order. It tells its viewer `drained` whenever everything has been taken. */
export interface ViewerSocket {
  /** `bytes`: the rest of the argument, deflated. */
  emit(name: string, argument: unknown, bytes?: Uint8Array): void
  /** Asks; `answer` hears the acknowledgement, or nothing. */
  ask(name: string, argument: unknown, answer: (reply: unknown) => void): void
  /** From now on what is said to the room goes here too. */
  enter(room: string): void
  leave(room: string): void
  /** Bytes that the viewer's side has not taken yet. */
  unsent(): number
  /** Ends the transport, not the namespace, so that stock clients come back by themselves; `discard` waits for nothing. */
  close(options: { discard: boolean }): void
}

/** Says one thing to all who entered a room, encoded once. */
export type Broadcast = (room: string, name: string, argument: unknown) => void

/** Those who look, for the agent's side. What they say is a stranger's word, never a fact (CV55). */
export interface Audience {
  /** Newest first, those of other processes too. */
  views(session: SessionId): Promise<SeenView[]>
  ask(session: SessionId, wish: Omit<CanvasAsk, 'id' | 'kind'>): Promise<Result<PictureAnswer, ErrorBody>>
  /** Asks anew what each of them in this process may do. */
  checkRights(session: SessionId): Promise<void>
}
