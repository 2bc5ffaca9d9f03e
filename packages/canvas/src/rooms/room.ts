import type { SessionId, World } from '@hewn/model'
import { type CloseName, LIMITS } from '@hewn/protocol'
import type { Broadcast, CanvasCarrier, JsonObject } from '../ports.ts'
import { lastOf } from '../group.ts'
import type { RingEntry } from '../ring.ts'
import type { SessionStore } from '../session-store.ts'
import { bytesOf } from '../value.ts'
import { frameOf, partsOf, pieceOf, weightOf } from './frames.ts'
import { type Deflate, Outgoing } from './outgoing.ts'
import { PresenceBoard } from './presence.ts'
import type { Viewer } from './viewer.ts'

const LONGEST_PAUSE = 16
const PAUSE_PER_FLUSH = 4
const HEARTBEAT = 10_000
const PATIENCE = 20_000
const LOOK_EVERY = 1_000
const LOOK_AFTER_BYTES = 64 * 1024
/** A new piece is made when no more than this waits, so a link never runs dry between two. */
const NEARLY_EMPTY = 64 * 1024
/** A snapshot that was sent to one viewer serves the next while so little has happened since. */
const STALE_COMMITS = 100

export interface RoomParts {
  world: World
  broadcast: Broadcast
  /** Measures what a flush costs; finer than the World's clock where there is one. */
  clock(): number
  deflate?: Deflate | undefined
  carrier?: CanvasCarrier | undefined
  closed(): void
}

/**
 * The viewers of one session. A viewer is *level* and hears what is new at once with all others, or *behind*: then nothing
 * is queued for it, its position is remembered, and it gets the next piece when its buffer is empty (CV39).
 * Joining, repair and slowness are this one mechanism.
 */
export class Room {
  readonly id: SessionId
  readonly frames: string
  readonly store: SessionStore
  readonly presence: PresenceBoard
  readonly #parts: RoomParts
  readonly #viewers = new Set<Viewer>()
  readonly #behind = new Set<Viewer>()
  readonly #level = { plain: new Set<Viewer>(), framed: new Set<Viewer>() }
  /** How far those who are level have been told. */
  readonly #told = { plain: 0, framed: 0 }
  #pending: RingEntry[] = []
  #pausing = false
  /** How long the flush before took. */
  #took = Number.POSITIVE_INFINITY
  #unlooked = 0
  #saidAt: number
  #stops: (() => void)[]
  #ticking: (() => void) | undefined
  #snapshot: { epoch: string; seq: number; parts: Outgoing[] } | undefined
  /** What viewers that are behind get next, by where they are; it holds for one head. */
  #pieces = { head: -1, from: new Map<number, Outgoing | 'snapshot'>() }

  constructor(store: SessionStore, parts: RoomParts) {
    this.id = store.id
    this.frames = `${store.id}:frames`
    this.store = store
    this.#parts = parts
    this.presence = new PresenceBoard(store.id, parts.world, parts.broadcast, parts.carrier)
    this.#saidAt = parts.world.now()
    const stopWatching = store.watch({
      committed: (entry) => this.#committed(entry),
      reset: () => this.#reset(),
      ended: () => this.closeAll('session-gone'),
    })
    this.#stops = [stopWatching, () => parts.closed()]
  }

  get viewers(): ReadonlySet<Viewer> {
    return this.#viewers
  }

  /** A viewer begins here, behind, at `viewer.seq` or without anything. */
  admit(viewer: Viewer): void {
    this.#viewers.add(viewer)
    this.#behind.add(viewer)
    this.#ticking ??= this.#parts.world.after(LOOK_EVERY, () => this.#tick())
    this.advance(viewer)
  }

  /** Nothing of this session follows. */
  dismiss(viewer: Viewer): void {
    this.#fallBehind(viewer)
    this.#behind.delete(viewer)
    this.#viewers.delete(viewer)
    if (this.#viewers.size > 0) return
    this.#ticking?.()
    this.#ticking = undefined
    this.presence.end()
    for (const stop of this.#stops.splice(0)) stop()
  }

  closeAll(name: CloseName): void {
    for (const viewer of this.#viewers) viewer.close(name)
  }

  /** What waits for a pause to end is said now. */
  flush(): void {
    const entries = this.#pending.filter(({ commit }) => commit.first > this.#told.framed)
    this.#pending = []
    const frame = frameOf(this.store.epoch, entries)
    if (!frame || this.#level.framed.size === 0) return
    this.#told.framed = frame.to
    this.#saidAt = this.#parts.world.now()
    this.#parts.broadcast(this.frames, 'canvas:frame', frame)
    this.#said('framed', weightOf(entries))
  }

  /** One event from the bus, for plain viewers that are level. A hole in it makes them catch up. */
  say(type: string, data: JsonObject): void {
    const plain = this.#level.plain
    const seq = Number(data.preview_seq)
    if (plain.size === 0 || seq <= this.#told.plain) return
    if (seq > this.#told.plain + 1) return this.#repair(plain)
    this.#told.plain = seq
    this.#parts.broadcast(this.id, type, data)
    this.#said('plain', bytesOf(data))
  }

  /** Gives a viewer that is behind its next piece, while its connection takes it. */
  advance(viewer: Viewer): void {
    while (this.#behind.has(viewer) && !viewer.preparing) {
      if (viewer.socket.unsent() > NEARLY_EMPTY) {
        viewer.stuckSince ??= this.#parts.world.now()
        return
      }
      viewer.stuckSince = undefined
      const part = viewer.parts[0]
      if (part) {
        if (this.#send(viewer, part)) viewer.sent()
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
    const piece = viewer.seq === undefined ? 'snapshot' : this.#pieceFrom(viewer.seq)
    if (piece === 'snapshot') viewer.parts = [...this.#snapshotParts()]
    else this.#send(viewer, piece)
  }

  #pieceFrom(seq: number): Outgoing | 'snapshot' {
    const head = this.store.canvas.seq
    if (this.#pieces.head !== head) this.#pieces = { head, from: new Map() }
    const known = this.#pieces.from.get(seq)
    if (known) return known
    const missed = this.store.ring.after(seq)
    // A position inside a group has seen half of it, which only a plain viewer can have.
    const whole = missed?.[0]?.commit.first === seq + 1
    const frame = missed && whole ? pieceOf(this.store.epoch, missed, this.store.bytes) : 'snapshot'
    const piece = frame === 'snapshot' || !frame ? 'snapshot' : new Outgoing('canvas:frame', frame)
    this.#pieces.from.set(seq, piece)
    return piece
  }

  /** A viewer at an older number gets there by what was missed since, so one snapshot serves many that join. */
  #snapshotParts(): Outgoing[] {
    const { epoch, canvas, ring } = this.store
    const known = this.#snapshot?.epoch === epoch ? this.#snapshot : undefined
    const missed = known && (known.seq === canvas.seq ? [] : ring.after(known.seq))
    const fresh = missed && missed.length <= STALE_COMMITS && weightOf(missed) <= LIMITS.merged.bytes
    if (known && fresh) return known.parts
    const parts = partsOf(this.store.snapshot).map((part) => new Outgoing('canvas:part', part))
    this.#snapshot = { epoch, seq: canvas.seq, parts }
    return parts
  }

  /** False while it is still being made small; the viewer goes on when that is done. */
  #send(viewer: Viewer, outgoing: Outgoing): boolean {
    const sent = outgoing.sent(viewer.deflates ? this.#parts.deflate : undefined)
    if (sent instanceof Promise) {
      void this.#sendLater(viewer, outgoing, sent)
      return false
    }
    viewer.socket.emit(outgoing.name, sent.argument, sent.bytes)
    const { argument } = outgoing
    if ('groups' in argument) viewer.seq = argument.to
    else if (argument.part === argument.parts) viewer.seq = argument.seq
    return true
  }

  async #sendLater(viewer: Viewer, outgoing: Outgoing, ready: Promise<unknown>): Promise<void> {
    const waits = {}
    viewer.preparing = waits
    await ready
    // By now it may look at something else.
    if (viewer.preparing !== waits) return
    viewer.preparing = undefined
    if (this.#send(viewer, outgoing) && viewer.parts[0] === outgoing) viewer.sent()
    this.advance(viewer)
  }

  /** Level: in the same tick it hears what all others hear. */
  #enter(viewer: Viewer): void {
    const kind = viewer.framed ? 'framed' : 'plain'
    const { seq } = this.store.canvas
    if (kind === 'framed') this.flush()
    const others = this.#level[kind]
    if (kind === 'plain' && others.size > 0 && this.#told.plain < seq) this.#repair(others)
    this.#told[kind] = seq
    this.#behind.delete(viewer)
    others.add(viewer)
    viewer.socket.enter(viewer.framed ? this.frames : this.id)
    viewer.entered()
  }

  #fallBehind(viewer: Viewer): void {
    const kind = viewer.framed ? 'framed' : 'plain'
    if (!this.#level[kind].delete(viewer)) return
    viewer.seq = this.#told[kind]
    this.#behind.add(viewer)
    viewer.socket.leave(viewer.framed ? this.frames : this.id)
    viewer.fellBehind()
  }

  /** Events were lost on their way here: whoever relied on them catches up from the store. */
  #repair(level: Set<Viewer>): void {
    const viewers = [...level]
    for (const viewer of viewers) this.#fallBehind(viewer)
    for (const viewer of viewers) this.advance(viewer)
  }

  #committed(entry: RingEntry): void {
    if (this.#level.framed.size > 0) {
      this.#pending.push(entry)
      if (!this.#pausing) this.#flushAndPause()
    }
    // Who has been waiting with an empty buffer is brought up now.
    for (const viewer of this.#behind) this.advance(viewer)
  }

  // The pause follows the cost: one viewer waits for nothing, five hundred get bursts in one frame (CV38).
  #flushAndPause(): void {
    const began = this.#parts.clock()
    this.flush()
    const took = this.#parts.clock() - began
    // One that was long by itself met a hiccup of the machine: what viewers cost is in two that follow each other.
    const cost = Math.min(took, this.#took)
    this.#took = took
    const pause = Math.min(LONGEST_PAUSE, Math.ceil(PAUSE_PER_FLUSH * cost))
    if (pause === 0) return
    this.#pausing = true
    this.#parts.world.after(pause, () => {
      this.#pausing = false
      if (this.#pending.length > 0) this.#flushAndPause()
    })
  }

  #reset(): void {
    this.#pending = []
    this.#snapshot = undefined
    this.#pieces = { head: -1, from: new Map() }
    for (const viewer of this.#viewers) {
      this.#fallBehind(viewer)
      viewer.startOver()
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
    const { world, broadcast } = this.#parts
    this.#ticking = world.after(LOOK_EVERY, () => this.#tick())
    const now = world.now()
    for (const viewer of this.#behind) {
      const megabytes = Math.max(1, viewer.socket.unsent() / LIMITS.part)
      const stuck = viewer.stuckSince !== undefined && now - viewer.stuckSince >= PATIENCE * megabytes
      if (stuck) viewer.close('slow')
    }
    if (this.#level.framed.size === 0 || now - this.#saidAt < HEARTBEAT) return
    this.#saidAt = now
    broadcast(this.frames, 'canvas:head', { epoch: this.store.epoch, seq: this.#told.framed })
  }
}

interface Numbered {
  type: string
  data: JsonObject
  seq: number
}

const eventsAfter = (entries: readonly RingEntry[], seq: number): Numbered[] =>
  entries.flatMap(({ commit }) =>
    lastOf(commit) <= seq
      ? []
      : commit.events
          .map(({ type, data }, index) => ({ type, data, seq: commit.first + index }))
          .filter((event) => event.seq > seq),
  )

const bytesOfEvents = (events: readonly { data: JsonObject }[]): number =>
  events.reduce((sum, { data }) => sum + bytesOf(data), 0)
