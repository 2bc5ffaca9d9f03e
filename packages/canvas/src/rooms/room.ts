import type { SessionId, World } from '@hewn/model'
import { type CloseName, LIMITS } from '@hewn/protocol'
import type { Broadcast, Commit, JsonObject } from '../ports.ts'
import { lastOf } from '../ring.ts'
import type { SessionStore } from '../session-store.ts'
import { bytesOf } from '../value.ts'
import { frameOf, partsOf } from './frames.ts'
import type { Viewer } from './viewer.ts'

const LONGEST_PAUSE = 16
const PAUSE_PER_FLUSH = 4
const HEARTBEAT = 10_000
const PATIENCE = 20_000
const LOOK_EVERY = 1_000
const LOOK_AFTER_BYTES = 64 * 1024
/** A new piece is made when no more than this waits, so a link never runs dry between two. */
const NEARLY_EMPTY = 64 * 1024

/**
 * The viewers of one session. A viewer is *level* and hears what is new at once with all others, or *behind*: then nothing
 * is queued for it, its position is remembered, and it gets the next piece when its buffer is empty (CV39).
 * Joining, repair and slowness are this one mechanism.
 */
export class Room {
  readonly id: SessionId
  readonly frames: string
  readonly store: SessionStore
  readonly #world: World
  readonly #broadcast: Broadcast
  readonly #viewers = new Set<Viewer>()
  readonly #level = { plain: new Set<Viewer>(), framed: new Set<Viewer>() }
  /** How far those who are level have been told. */
  readonly #told = { plain: 0, framed: 0 }
  #pending: Commit[] = []
  #pausing = false
  #unlooked = 0
  #saidAt: number
  #stops: (() => void)[]
  #ticking: (() => void) | undefined

  constructor(store: SessionStore, world: World, broadcast: Broadcast, closed: () => void) {
    this.id = store.id
    this.frames = `${store.id}:frames`
    this.store = store
    this.#world = world
    this.#broadcast = broadcast
    this.#saidAt = world.now()
    const stopWatching = store.watch({
      committed: (commit) => this.#committed(commit),
      reset: () => this.#reset(),
      ended: () => this.closeAll('session-gone'),
    })
    this.#stops = [stopWatching, closed]
  }

  get size(): number {
    return this.#viewers.size
  }

  /** A viewer begins here, behind, at `viewer.seq` or without anything. */
  admit(viewer: Viewer): void {
    this.#viewers.add(viewer)
    this.#ticking ??= this.#world.after(LOOK_EVERY, () => this.#tick())
    this.advance(viewer)
  }

  /** Nothing of this session follows. */
  dismiss(viewer: Viewer): void {
    this.#fallBehind(viewer)
    this.#viewers.delete(viewer)
    if (this.#viewers.size > 0) return
    this.#ticking?.()
    this.#ticking = undefined
    for (const stop of this.#stops.splice(0)) stop()
  }

  closeAll(name: CloseName): void {
    for (const viewer of this.#viewers) viewer.close(name)
  }

  /** What waits for a pause to end is said now. */
  flush(): void {
    const commits = this.#pending.filter((commit) => commit.first > this.#told.framed)
    this.#pending = []
    const frame = frameOf(this.store.epoch, commits)
    if (!frame || this.#level.framed.size === 0) return
    this.#told.framed = frame.to
    this.#saidAt = this.#world.now()
    this.#broadcast(this.frames, 'canvas:frame', frame)
    this.#said(
      'framed',
      commits.reduce((sum, { events }) => sum + bytesOfEvents(events), 0),
    )
  }

  /** One event from the bus, for plain viewers that are level. A hole in it makes them catch up. */
  say(type: string, data: JsonObject): void {
    const plain = this.#level.plain
    const seq = Number(data.preview_seq)
    if (plain.size === 0 || seq <= this.#told.plain) return
    if (seq > this.#told.plain + 1) return this.#repair(plain)
    this.#told.plain = seq
    this.#broadcast(this.id, type, data)
    this.#said('plain', bytesOf(data))
  }

  /** Gives a viewer that is behind its next piece, while its connection takes it. */
  advance(viewer: Viewer): void {
    while (this.#viewers.has(viewer) && !viewer.level) {
      if (viewer.socket.unsent() > NEARLY_EMPTY) {
        viewer.stuckSince ??= this.#world.now()
        return
      }
      viewer.stuckSince = undefined
      const part = viewer.parts.shift()
      if (part) {
        viewer.socket.emit('canvas:part', part)
        if (part.part === part.parts) viewer.seq = part.seq
      } else if (viewer.seq === this.store.canvas.seq) this.#enter(viewer)
      else if (viewer.framed) this.#framedPiece(viewer)
      else this.#plainPiece(viewer)
    }
  }

  #plainPiece(viewer: Viewer): void {
    const missed = viewer.seq === undefined ? undefined : this.store.ring.after(viewer.seq)
    const events = missed ? eventsAfter(missed, viewer.seq ?? 0) : []
    const short = missed && events.length <= LIMITS.missed.events && bytesOfEvents(events) <= LIMITS.missed.bytes
    viewer.seq = this.store.canvas.seq
    if (!short) return viewer.socket.emit('preview:snapshot', this.store.snapshot)
    for (const { type, data, seq } of events) viewer.socket.emit(`preview:${type}`, { ...data, preview_seq: seq })
  }

  #framedPiece(viewer: Viewer): void {
    const missed = viewer.seq === undefined ? undefined : this.store.ring.after(viewer.seq)
    const bytes = (missed ?? []).map(({ events }) => bytesOfEvents(events))
    const total = bytes.reduce((sum, size) => sum + size, 0)
    // More than half a snapshot is not worth telling step by step.
    const cheap = total <= Math.max(LIMITS.missed.bytes, this.store.bytes / 2)
    if (!missed || !cheap || missed[0]?.first !== (viewer.seq ?? 0) + 1) {
      viewer.parts = partsOf(this.store.snapshot)
      return
    }
    let size = 0
    const piece = missed.filter((_, index) => {
      size += bytes[index] ?? 0
      return index === 0 || size <= LIMITS.piece
    })
    const frame = frameOf(this.store.epoch, piece)
    if (!frame) return
    viewer.seq = frame.to
    viewer.socket.emit('canvas:frame', frame)
  }

  /** Level: in the same tick it hears what all others hear. */
  #enter(viewer: Viewer): void {
    const kind = viewer.framed ? 'framed' : 'plain'
    const { seq } = this.store.canvas
    if (kind === 'framed') this.flush()
    const others = this.#level[kind]
    if (kind === 'plain' && others.size > 0 && this.#told.plain < seq) this.#repair(others)
    this.#told[kind] = seq
    viewer.level = true
    others.add(viewer)
    viewer.socket.enter(viewer.framed ? this.frames : this.id)
  }

  #fallBehind(viewer: Viewer): void {
    if (!viewer.level) return
    const kind = viewer.framed ? 'framed' : 'plain'
    viewer.level = false
    viewer.seq = this.#told[kind]
    this.#level[kind].delete(viewer)
    viewer.socket.leave(viewer.framed ? this.frames : this.id)
  }

  /** Events were lost on their way here: whoever relied on them catches up from the store. */
  #repair(level: Set<Viewer>): void {
    const viewers = [...level]
    for (const viewer of viewers) this.#fallBehind(viewer)
    for (const viewer of viewers) this.advance(viewer)
  }

  #committed(commit: Commit): void {
    if (this.#level.framed.size > 0) {
      this.#pending.push(commit)
      if (!this.#pausing) this.#flushAndPause()
    }
    // Who has been waiting with an empty buffer is brought up now.
    for (const viewer of this.#viewers) if (!viewer.level) this.advance(viewer)
  }

  // The pause follows the cost: one viewer waits for nothing, five hundred get bursts in one frame (CV38).
  #flushAndPause(): void {
    const began = this.#world.now()
    this.flush()
    const pause = Math.min(LONGEST_PAUSE, PAUSE_PER_FLUSH * (this.#world.now() - began))
    if (pause === 0) return
    this.#pausing = true
    this.#world.after(pause, () => {
      this.#pausing = false
      if (this.#pending.length > 0) this.#flushAndPause()
    })
  }

  #reset(): void {
    this.#pending = []
    for (const viewer of this.#viewers) {
      this.#fallBehind(viewer)
      viewer.seq = undefined
      viewer.parts = []
    }
    for (const viewer of this.#viewers) this.advance(viewer)
  }

  #said(kind: 'plain' | 'framed', bytes: number): void {
    this.#unlooked += bytes
    if (this.#unlooked < LOOK_AFTER_BYTES) return
    this.#unlooked = 0
    for (const viewer of this.#level[kind]) {
      if (viewer.socket.unsent() > LIMITS.unsent) this.#fallBehind(viewer)
    }
  }

  #tick(): void {
    this.#ticking = this.#world.after(LOOK_EVERY, () => this.#tick())
    const now = this.#world.now()
    for (const viewer of this.#viewers) {
      const megabytes = Math.max(1, viewer.socket.unsent() / LIMITS.part)
      const stuck = viewer.stuckSince !== undefined && now - viewer.stuckSince >= PATIENCE * megabytes
      if (stuck) viewer.close('slow')
    }
    if (this.#level.framed.size === 0 || now - this.#saidAt < HEARTBEAT) return
    this.#saidAt = now
    this.#broadcast(this.frames, 'canvas:head', { epoch: this.store.epoch, seq: this.#told.framed })
  }
}

interface Numbered {
  type: string
  data: JsonObject
  seq: number
}

const eventsAfter = (commits: readonly Commit[], seq: number): Numbered[] =>
  commits.flatMap((commit) =>
    lastOf(commit) <= seq
      ? []
      : commit.events
          .map(({ type, data }, index) => ({ type, data, seq: commit.first + index }))
          .filter((event) => event.seq > seq),
  )

const bytesOfEvents = (events: readonly { data: JsonObject }[]): number =>
  events.reduce((sum, { data }) => sum + bytesOf(data), 0)
