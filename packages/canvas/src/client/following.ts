import type { World } from '@hewn/model'
import type { CanvasFrame, CanvasPart, FrameGroup, JoinedSession } from '@hewn/protocol'
import type { NumberedEvent, SnapshotBody } from '../fold.ts'
import type { JsonObject, Position, Snapshot } from '../ports.ts'
import { SpliceMisfit } from '../splice.ts'
import { HeldFrames } from './held-frames.ts'
import { isRecord } from './is-record.ts'
import type { Replica } from './replica.ts'

/** What following needs of whoever holds the line. */
export interface FollowingParts {
  replica: Replica
  world: World
  send(name: string, argument: object, answer: (reply: unknown) => void): void
  /** Continuity cannot be proven: only a join helps, with what is here or from scratch (CV34). */
  join(from: 'here' | 'scratch'): void
  /** Something was asked for anew, and why. */
  count(why: string): void
  /** Something has come. */
  progress(): void
}

/** A request is answered within 5 s, so one that is not was lost. */
const FILL_PATIENCE = 6_000

/** Puts what comes after a join onto the replica, each number once and in order: it never guesses (CV30, CV34). */
export class Following {
  readonly #parts: FollowingParts
  /** The join that counts; what comes of an older one is not heard. */
  #joined: JoinedSession | undefined
  /** What is here is not the server's canvas: that is behind it, or is another. A snapshot of it is coming. */
  #stale = false
  #pieces: CanvasPart[] = []
  readonly #held = new HeldFrames()
  /** Up to which number a hole is being fetched. */
  #filling: number | undefined

  constructor(parts: FollowingParts) {
    this.#parts = parts
  }

  begin(joined: JoinedSession): void {
    this.end()
    this.#joined = joined
    const { position } = this.#parts.replica
    if (position?.epoch === joined.epoch && position.seq > joined.seq) this.#stale = true
  }

  /** What is here is not what the server has; until its snapshot is here, no position is claimed. */
  distrust(): void {
    this.#stale = true
  }

  /** How far it is, where that can be relied on. */
  get have(): Position | undefined {
    return this.#stale ? undefined : this.#parts.replica.position
  }

  end(): void {
    this.#joined = undefined
    this.#pieces = []
    this.#held.clear()
    this.#filling = undefined
  }

  /** Whether everything is here that was there when it joined. */
  get caughtUp(): boolean {
    return this.#joined !== undefined && this.#at >= this.#joined.seq
  }

  hear(name: string, argument: Record<string, unknown>): void {
    const joined = this.#joined
    if (!joined) return
    if (!joined.accept.includes('frames')) return this.#plain(joined, name, argument)
    // Another log than the one that was joined: only a join tells which of them counts.
    if (argument.epoch !== joined.epoch) return this.#resync('epoch')
    if (name === 'canvas:part') this.#part(joined, argument as unknown as CanvasPart)
    else if (name === 'canvas:frame') this.#frame(argument as unknown as CanvasFrame)
    else if (name === 'canvas:head' && Number(argument.seq) > this.#at) this.#hole('lost-last', Number(argument.seq))
  }

  /** Up to which number the epoch of this join is known; nothing of it is −1. */
  get #at(): number {
    const { position } = this.#parts.replica
    return position && position.epoch === this.#joined?.epoch && !this.#stale ? position.seq : -1
  }

  #plain(joined: JoinedSession, name: string, argument: Record<string, unknown>): void {
    if (name === 'preview:snapshot') {
      const snapshot = argument as unknown as Snapshot
      if (snapshot.epoch !== joined.epoch) return this.#resync('epoch')
      if (snapshot.seq > this.#at) this.#replace(snapshot.epoch, snapshot)
      return this.#parts.progress()
    }
    if (!name.startsWith('preview:')) return
    const { preview_seq, ...data } = argument
    const seq = Number(preview_seq)
    if (this.#at < 0 || seq <= this.#at) return
    if (seq !== this.#at + 1) return this.#resync('hole')
    this.#parts.replica.apply([{ type: name.slice('preview:'.length), data: data as JsonObject }])
    this.#parts.progress()
  }

  #frame(frame: CanvasFrame): void {
    // A snapshot is on its way, or an old frame came late.
    if (this.#at < 0 || frame.to <= this.#at) return
    if (frame.from > this.#at + 1) return this.#hole('hole', frame.from - 1, frame)
    if (frame.merged) return this.#mergedFrame(frame)
    const groups = frame.groups.filter((group) => group.to > this.#at)
    const first = groups[0]
    if (!first || first.to - first.events.length !== this.#at) return this.#resync('hole', 'scratch')
    const events = groups.flatMap((group) => group.events)
    if (this.#at + events.length !== frame.to) return this.#resync('hole', 'scratch')
    this.#fit(() => this.#parts.replica.apply(events as { type: string; data: JsonObject }[]))
  }

  /** It leads from one number to another and has no steps between, so it fits exactly or not at all. */
  #mergedFrame(frame: CanvasFrame): void {
    if (frame.from !== this.#at + 1) return this.#resync('merged', 'scratch')
    const events = frame.groups.flatMap((group) => group.events)
    this.#fit(() => this.#parts.replica.merge(events as NumberedEvent[], frame.to))
  }

  #fit(apply: () => void): void {
    try {
      apply()
    } catch (error) {
      if (!(error instanceof SpliceMisfit)) throw error
      return this.#resync('splice', 'scratch')
    }
    this.#parts.progress()
  }

  /** Something is missing before what came, or at the end: it is fetched, and what came waits (CV30). */
  #hole(why: string, until: number, frame?: CanvasFrame): void {
    // Before the snapshot there is no hole: it is on its way.
    if (this.#at < 0) return
    if (frame && !this.#held.hold(frame)) return this.#resync(why)
    if (this.#filling !== undefined) return
    this.#parts.count(why)
    this.#fill(until)
  }

  #fill(until: number): void {
    this.#filling = until
    const [joined, from] = [this.#joined, this.#at + 1]
    const stop = this.#parts.world.after(FILL_PATIENCE, () => {
      if (joined === this.#joined) this.#parts.join('here')
    })
    this.#parts.send('read_range', { from, to: until }, (reply) => {
      stop()
      if (joined === this.#joined) this.#filled(reply)
    })
  }

  #filled(reply: unknown): void {
    const [until, before, joined] = [this.#filling ?? 0, this.#at, this.#joined]
    const range = isRecord(reply) && reply.ok === true && reply.epoch === joined?.epoch ? reply : undefined
    // Folded away, too often, or another log: only a join helps.
    if (!range || !Array.isArray(range.groups)) return this.#parts.join('here')
    this.#filling = undefined
    this.#frame({
      epoch: String(range.epoch),
      from: before + 1,
      to: Number(range.to),
      groups: range.groups as FrameGroup[],
    })
    if (joined !== this.#joined) return
    if (this.#at === before) return this.#parts.join('here')
    if (this.#at < until) return this.#fill(until)
    for (const frame of this.#held.take()) if (joined === this.#joined) this.#frame(frame)
  }

  #part(joined: JoinedSession, part: CanvasPart): void {
    if (part.part === 1) this.#pieces = []
    const before = this.#pieces[0]
    const next = part.part === this.#pieces.length + 1 && (!before || before.seq === part.seq)
    if (!next) {
      // Doubled or late parts of what is already there do no harm.
      if (part.seq > this.#at && part.part > this.#pieces.length) this.#resync('part', 'scratch')
      return
    }
    this.#pieces.push(part)
    if (part.part < part.parts) return this.#parts.progress()
    const pieces = this.#pieces
    this.#pieces = []
    if (part.seq > this.#at) this.#replace(joined.epoch, joinedParts(part.seq, pieces))
    this.#parts.progress()
  }

  #replace(epoch: string, snapshot: SnapshotBody): void {
    this.#parts.replica.replace(epoch, snapshot)
    this.#stale = false
  }

  #resync(why: string, from: 'here' | 'scratch' = 'here'): void {
    this.#parts.count(why)
    this.#parts.join(from)
  }
}

function joinedParts(seq: number, parts: readonly CanvasPart[]) {
  const state: JsonObject = {}
  const channels = new Map<string, JsonObject>()
  for (const part of parts) {
    Object.assign(state, part.state)
    for (const [name, items] of Object.entries(part.resources ?? {})) {
      channels.set(name, Object.assign(channels.get(name) ?? {}, items))
    }
  }
  const events = parts.flatMap((part) => part.events ?? []) as Snapshot['events']
  return { seq, state, resources: Object.fromEntries(channels), events }
}
