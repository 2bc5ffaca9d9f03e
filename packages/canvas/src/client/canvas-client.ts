import type { World } from '@hewn/model'
import type { CanvasAsk, CanvasScope, PictureAnswer, Presence, PresentViewer, ViewReport } from '@hewn/protocol'
import type { CanvasState, Channel } from '../fold.ts'
import type { CanvasKeep, CanvasSocket, Json, Position } from '../ports.ts'
import type { ConnectionState } from './connection-state.ts'
import type { EventListener } from './replica.ts'

export interface ConnectOptions {
  sessionId: string
  socket: CanvasSocket
  world: World
  /** Sent with the connection, `{ token }` where the session asks for one. */
  auth?: { [key: string]: string }
  /** Follows by the plain preview contract instead of frames. */
  plain?: boolean
  /** Compares digests after each catch-up, for development: a difference is a defect. */
  verify?: boolean
  /** Where the last canvas is kept, for the next viewer of this session to begin with (CV37). */
  keep?: CanvasKeep
}

/** A canvas that is followed. What it shows never runs ahead of the server, and the last of it stays when the line is cut (CV35). */
export interface CanvasClient {
  readonly connection: ConnectionState
  readonly position: Position | undefined
  /** What one may do here, as the last join was answered. */
  readonly scope: CanvasScope | undefined
  readonly canvas: CanvasState
  state(key: string): Json | undefined
  resource(channel: string, id: string): Json | undefined
  /** The same object until something in it changes. */
  channel(name: string): Channel
  subscribe(channel: string, id: string, listener: () => void): () => void
  subscribeChannel(channel: string, listener: () => void): () => void
  subscribeState(key: string, listener: () => void): () => void
  subscribeConnection(listener: () => void): () => void
  /** Emitted events, each number once and in order. */
  onEvent(type: string, listener: EventListener): () => void
  /** Who else is here, by viewer; the same map until something changes (CV57). */
  readonly present: ReadonlyMap<string, PresentViewer>
  /** Which of them is this one. */
  readonly you: string | undefined
  subscribePresence(listener: () => void): () => void
  /** Tells the others where this one is; the newest goes out, at most 20 times a second. */
  appear(presence: Presence): void
  /** Says what is really on the screen; the newest goes out, at most once a second (CV55). */
  report(view: ViewReport): void
  /** Draws a picture when the server asks for one; it asks those who have said how (CV56). */
  onPicture(draw: PictureDrawer): () => void
  /** Asks the server for its digests and compares. `unknown`: asked too often, or not connected. */
  compare(): Promise<'same' | 'behind' | 'different' | 'unknown'>
  /** Tries again at once, as when the page becomes visible or the network returns; a line that was silent has to answer. */
  wake(): void
  /** How often it had to ask anew, and why. */
  readonly resyncs: ReadonlyMap<string, number>
  close(): void
}

export type PictureDrawer = (wish: CanvasAsk) => Promise<Omit<PictureAnswer, 'ok'> | undefined>
