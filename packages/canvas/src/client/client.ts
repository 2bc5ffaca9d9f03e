import type { ErrorBody, World } from '@hewn/model'
import {
  CANVAS_PROTOCOL,
  type CanvasAsk,
  type CanvasFrame,
  type CanvasPart,
  type CloseName,
  type FrameGroup,
  type JoinedSession,
  type PictureAnswer,
  type Presence,
  type PresentViewer,
  type ViewReport,
} from '@hewn/protocol'
import { digestsOf } from '../digests.ts'
import type { CanvasState, Channel, NumberedEvent } from '../fold.ts'
import type { CanvasConnection, CanvasNotice, CanvasSocket, Json, JsonObject, Position, Snapshot } from '../ports.ts'
import { sessionName } from '../session-name.ts'
import { SpliceMisfit } from '../splice.ts'
import { isObject } from '../value.ts'
import type { ConnectionState } from './connection-state.ts'
import { Company } from './company.ts'
import { HeldFrames } from './held-frames.ts'
import { type EventListener, Replica } from './replica.ts'

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
}

/** A canvas that is followed. What it shows never runs ahead of the server, and the last of it stays when the line is cut (CV35). */
export interface CanvasClient {
  readonly connection: ConnectionState
  readonly position: Position | undefined
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
  /** Tries again at once, as when the page becomes visible or the network returns. */
  wake(): void
  /** How often it had to ask anew, and why. */
  readonly resyncs: ReadonlyMap<string, number>
  close(): void
}

export type PictureDrawer = (wish: CanvasAsk) => Promise<Omit<PictureAnswer, 'ok'> | undefined>

const FIRST_WAIT = 500
const LONGEST_WAIT = 10_000
const SPREAD = 0.3
/** Joining or catching up without progress for so long is a lost message. */
const PATIENCE = 10_000
const RATE_WAIT = 1_000
/** A request is answered within 5 s, so one that is not was lost. */
const FILL_PATIENCE = 6_000
/** Where trying again would be answered alike. */
const REFUSALS = [
  'SESSION_TOKEN',
  'SESSION_NOT_FOUND',
  'REQUEST_INVALID',
  'REQUEST_HOST',
  'REQUEST_FOREIGN',
  'REQUEST_SCOPE',
]
const REFUSING_CLOSES: CloseName[] = ['token', 'session-gone', 'update']

/**
 * Follows a session's canvas; the same code in page, command line and tests.
 * @example const canvas = connectCanvas({ sessionId, socket: socketIoSocket(io(url)), world: systemWorld })
 */
export function connectCanvas(options: ConnectOptions): CanvasClient {
  return new Client(options)
}

class Client implements CanvasClient {
  readonly resyncs = new Map<string, number>()
  readonly #options: ConnectOptions
  readonly #replica = new Replica()
  readonly #connectionListeners = new Set<() => void>()
  #connection: ConnectionState
  /** The line in use; what another one says is not heard. */
  #line: { connection?: CanvasConnection } | undefined
  /** The join that counts; answers to an older one are not heard. */
  #join = 0
  #joined: JoinedSession | undefined
  #parts: CanvasPart[] = []
  readonly #held = new HeldFrames()
  /** Up to which number a hole is being fetched. */
  #filling: number | undefined
  #failures = 0
  #stopTimer: () => void = () => {}
  readonly #company: Company
  #draw: PictureDrawer | undefined

  constructor(options: ConnectOptions) {
    this.#options = options
    this.#company = new Company(options.world, (name, argument) => {
      if (this.#joined) this.#line?.connection?.send(name, argument, () => {})
    })
    this.#connection = { state: 'connecting', since: options.world.now() }
    this.#open()
  }

  get connection(): ConnectionState {
    return this.#connection
  }

  get position(): Position | undefined {
    return this.#replica.position
  }

  get canvas(): CanvasState {
    return this.#replica.canvas
  }

  state(key: string): Json | undefined {
    return this.#replica.canvas.state.get(key)
  }

  resource(channel: string, id: string): Json | undefined {
    return this.#replica.channel(channel).get(id)
  }

  channel(name: string): Channel {
    return this.#replica.channel(name)
  }

  subscribe(channel: string, id: string, listener: () => void): () => void {
    return this.#replica.listeners.onResource(channel, id, listener)
  }

  subscribeChannel(channel: string, listener: () => void): () => void {
    return this.#replica.listeners.onChannel(channel, listener)
  }

  subscribeState(key: string, listener: () => void): () => void {
    return this.#replica.listeners.onState(key, listener)
  }

  subscribeConnection(listener: () => void): () => void {
    const entry = () => listener()
    this.#connectionListeners.add(entry)
    return () => void this.#connectionListeners.delete(entry)
  }

  onEvent(type: string, listener: EventListener): () => void {
    return this.#replica.onEvent(type, listener)
  }

  get present(): ReadonlyMap<string, PresentViewer> {
    return this.#company.present
  }

  get you(): string | undefined {
    return this.#company.you
  }

  subscribePresence(listener: () => void): () => void {
    return this.#company.subscribe(listener)
  }

  appear(presence: Presence): void {
    this.#company.appear(presence)
  }

  report(view: ViewReport): void {
    this.#company.report(view)
  }

  onPicture(draw: PictureDrawer): () => void {
    this.#draw = draw
    return () => {
      if (this.#draw === draw) this.#draw = undefined
    }
  }

  compare(): Promise<'same' | 'behind' | 'different' | 'unknown'> {
    const connection = this.#line?.connection
    if (!connection || !this.#joined) return Promise.resolve('unknown')
    const join = this.#join
    return new Promise((resolve) => {
      const stop = this.#options.world.after(PATIENCE, () => resolve('unknown'))
      connection.send('check', {}, (reply) => {
        stop()
        resolve(this.#join === join ? compared(reply, this.#replica) : 'unknown')
      })
    })
  }

  wake(): void {
    if (this.#connection.state === 'waiting') this.#open()
  }

  close(): void {
    this.#hangUp()
    this.#company.end()
    this.#connectionListeners.clear()
    this.#become({ state: 'refused' })
  }

  #open(): void {
    this.#hangUp()
    this.#become({ state: 'connecting' })
    const line: { connection?: CanvasConnection } = {}
    this.#line = line
    const hear = (notice: CanvasNotice) => {
      if (this.#line === line) this.#hear(notice)
    }
    line.connection = this.#options.socket.open(hear, this.#options.auth)
    // It may have opened, or failed, before it was handed over.
    if (this.#line !== line) line.connection.close()
    else if (this.#connection.state === 'joining') this.#askToJoin()
  }

  #hangUp(): void {
    this.#stopTimer()
    this.#forgetJoin()
    const line = this.#line
    this.#line = undefined
    this.#company.alone()
    line?.connection?.close()
  }

  #hear(notice: CanvasNotice): void {
    switch (notice.kind) {
      case 'open':
        this.#become({ state: 'joining' })
        if (this.#line?.connection) this.#askToJoin()
        return
      case 'closed':
        return notice.error && REFUSALS.includes(notice.error.code)
          ? this.#refused(notice.error)
          : this.#wait(notice.error)
      case 'message':
        if (notice.name === 'canvas:ask') return void this.#picture(notice.argument, notice.answer)
        return this.#message(notice.name, notice.argument)
    }
  }

  /** What comes after the next join counts, and nothing of what was under way before it. */
  #forgetJoin(): void {
    this.#join += 1
    this.#joined = undefined
    this.#parts = []
    this.#held.clear()
    this.#filling = undefined
  }

  #askToJoin(from: 'here' | 'scratch' = 'here'): void {
    const have = from === 'here' ? this.#replica.position : undefined
    this.#forgetJoin()
    this.#become({ state: 'joining' })
    this.#watch()
    const join = this.#join
    const wish = {
      session_id: sessionName(this.#options.sessionId) ?? this.#options.sessionId,
      ...(have ? { have } : {}),
      accept: this.#accepts(),
      protocol: CANVAS_PROTOCOL,
    }
    this.#line?.connection?.send('join_session', wish, (reply) => {
      if (join === this.#join) this.#answered(reply)
    })
  }

  #accepts(): string[] {
    if (this.#options.plain) return []
    return ['frames', 'presence', 'pictures', ...(this.#options.socket.inflates ? ['deflate'] : [])]
  }

  #answered(reply: unknown): void {
    const answer = isRecord(reply) ? reply : {}
    if (answer.ok === true) return this.#begin(answer as unknown as JoinedSession)
    const error = errorOf(answer.error)
    if (error && REFUSALS.includes(error.code)) return this.#refused(error)
    if (error?.code !== 'LIMIT_RATE') return this.#wait(error)
    this.#stopTimer()
    this.#stopTimer = this.#options.world.after(RATE_WAIT, () => this.#askToJoin())
  }

  #begin(joined: JoinedSession): void {
    this.#joined = joined
    this.#become({ state: 'catching-up' })
    this.#company.joined()
    this.#progress()
  }

  async #picture(argument: unknown, answer: ((reply: object) => void) | undefined): Promise<void> {
    const drawn = await this.#draw?.(argument as CanvasAsk).catch(() => undefined)
    answer?.(drawn ? { ok: true, ...drawn } : { ok: false })
  }

  #message(name: string, argument: unknown): void {
    const joined = this.#joined
    if (name === 'canvas:closed') return this.#closed(argument)
    // Between asking and the answer an older join may still be talking; what it says will be said again.
    if (!joined || !isRecord(argument)) return
    if (name === 'canvas:presence') return this.#company.hear(argument)
    if (!joined.accept.includes('frames')) return this.#plain(joined, name, argument)
    // Another log than the one that was joined: only a join tells which of them counts.
    if (argument.epoch !== joined.epoch) return this.#resync('epoch')
    if (name === 'canvas:part') this.#part(joined, argument as unknown as CanvasPart)
    else if (name === 'canvas:frame') this.#frame(argument as unknown as CanvasFrame)
    else if (name === 'canvas:head' && Number(argument.seq) > this.#at) this.#hole('lost-last', Number(argument.seq))
  }

  /** Up to which number the epoch of this join is known; nothing of it is −1. */
  get #at(): number {
    const position = this.#replica.position
    return position && position.epoch === this.#joined?.epoch ? position.seq : -1
  }

  #plain(joined: JoinedSession, name: string, argument: Record<string, unknown>): void {
    if (name === 'preview:snapshot') {
      const snapshot = argument as unknown as Snapshot
      if (snapshot.epoch !== joined.epoch) return this.#resync('epoch')
      if (snapshot.seq > this.#at) this.#replica.replace(snapshot.epoch, snapshot)
      return this.#progress()
    }
    if (!name.startsWith('preview:')) return
    const { preview_seq, ...data } = argument
    const seq = Number(preview_seq)
    if (this.#at < 0 || seq <= this.#at) return
    if (seq !== this.#at + 1) return this.#resync('hole')
    this.#replica.apply([{ type: name.slice('preview:'.length), data: data as JsonObject }])
    this.#progress()
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
    this.#fit(() => this.#replica.apply(events as { type: string; data: JsonObject }[]))
  }

  /** It leads from one number to another and has no steps between, so it fits exactly or not at all. */
  #mergedFrame(frame: CanvasFrame): void {
    if (frame.from !== this.#at + 1) return this.#resync('merged', 'scratch')
    const events = frame.groups.flatMap((group) => group.events)
    this.#fit(() => this.#replica.merge(events as NumberedEvent[], frame.to))
  }

  /** Something is missing before what came, or at the end: it is fetched, and what came waits (CV30). */
  #hole(why: string, until: number, frame?: CanvasFrame): void {
    // Before the snapshot there is no hole: it is on its way.
    if (this.#at < 0) return
    if (frame && !this.#held.hold(frame)) return this.#resync(why)
    if (this.#filling !== undefined) return
    this.#count(why)
    this.#fill(until)
  }

  #fill(until: number): void {
    this.#filling = until
    const [join, from] = [this.#join, this.#at + 1]
    const stop = this.#options.world.after(FILL_PATIENCE, () => {
      if (join === this.#join) this.#askToJoin()
    })
    this.#line?.connection?.send('read_range', { from, to: until }, (reply) => {
      stop()
      if (join === this.#join) this.#filled(reply)
    })
  }

  #filled(reply: unknown): void {
    const [until, before, joined] = [this.#filling ?? 0, this.#at, this.#joined]
    const range = isRecord(reply) && reply.ok === true && reply.epoch === joined?.epoch ? reply : undefined
    // Folded away, too often, or another log: only a join helps.
    if (!range || !Array.isArray(range.groups)) return this.#askToJoin()
    this.#filling = undefined
    const join = this.#join
    this.#frame({
      epoch: String(range.epoch),
      from: before + 1,
      to: Number(range.to),
      groups: range.groups as FrameGroup[],
    })
    if (join !== this.#join) return
    if (this.#at === before) return this.#askToJoin()
    if (this.#at < until) return this.#fill(until)
    for (const frame of this.#held.take()) if (join === this.#join) this.#frame(frame)
  }

  #fit(apply: () => void): void {
    try {
      apply()
    } catch (error) {
      if (!(error instanceof SpliceMisfit)) throw error
      return this.#resync('splice', 'scratch')
    }
    this.#progress()
  }

  #part(joined: JoinedSession, part: CanvasPart): void {
    if (part.part === 1) this.#parts = []
    const before = this.#parts[0]
    const next = part.part === this.#parts.length + 1 && (!before || before.seq === part.seq)
    if (!next) {
      // Doubled or late parts of what is already there do no harm.
      if (part.seq > this.#at && part.part > this.#parts.length) this.#resync('part', 'scratch')
      return
    }
    this.#parts.push(part)
    this.#watch()
    if (part.part < part.parts) return
    const parts = this.#parts
    this.#parts = []
    if (part.seq > this.#at) this.#replica.replace(joined.epoch, joinedParts(part.seq, parts))
    this.#progress()
  }

  /** Something new was applied: live when the number of the join is reached. */
  #progress(): void {
    const joined = this.#joined
    if (!joined) return
    if (this.#at < joined.seq) return this.#watch()
    if (this.#connection.state === 'live') return
    this.#stopTimer()
    this.#failures = 0
    this.#become({ state: 'live' })
    if (this.#options.verify) void this.#verify()
  }

  async #verify(): Promise<void> {
    const join = this.#join
    if ((await this.compare()) === 'different' && join === this.#join) this.#resync('digest', 'scratch')
  }

  /** Continuity cannot be proven, so it asks (CV34). */
  #resync(why: string, from: 'here' | 'scratch' = 'here'): void {
    this.#count(why)
    this.#askToJoin(from)
  }

  #count(why: string): void {
    this.resyncs.set(why, (this.resyncs.get(why) ?? 0) + 1)
  }

  #closed(argument: unknown): void {
    const closing = isRecord(argument) ? argument : {}
    const name = REFUSING_CLOSES.find((known) => known === closing.name)
    const code = name === 'token' ? 'SESSION_TOKEN' : name === 'session-gone' ? 'SESSION_NOT_FOUND' : 'REQUEST_INVALID'
    const message = typeof closing.message === 'string' ? closing.message : 'The server ended the connection'
    if (name) this.#refused({ code, message }, name)
    else this.#wait()
  }

  #refused(error: ConnectionState['error'], closed?: CloseName): void {
    this.#hangUp()
    this.#become({ state: 'refused', ...(error ? { error } : {}), ...(closed ? { closed } : {}) })
  }

  #wait(error?: ConnectionState['error']): void {
    this.#hangUp()
    const { world } = this.#options
    const steady = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures)
    const wait = steady * (1 - SPREAD + 2 * SPREAD * world.random())
    this.#failures += 1
    this.#stopTimer = world.after(wait, () => this.#open())
    this.#become({ state: 'waiting', retryAt: world.now() + wait, ...(error ? { error } : {}) })
  }

  #watch(): void {
    this.#stopTimer()
    this.#stopTimer = this.#options.world.after(PATIENCE, () => this.#wait())
  }

  #become(next: Omit<ConnectionState, 'since'>): void {
    if (next.state === this.#connection.state && next.state !== 'waiting') return
    this.#connection = { ...next, since: this.#options.world.now() }
    const listeners = [...this.#connectionListeners]
    listeners.forEach((listener) => listener())
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

function compared(reply: unknown, replica: Replica): 'same' | 'behind' | 'different' | 'unknown' {
  if (!isRecord(reply) || reply.ok !== true || !isRecord(reply.digests)) return 'unknown'
  const { position } = replica
  if (position?.epoch !== reply.epoch || position?.seq !== reply.seq) return 'behind'
  const ours = Object.entries(digestsOf(replica.canvas))
  const theirs = reply.digests
  const same = ours.length === Object.keys(theirs).length && ours.every(([name, digest]) => theirs[name] === digest)
  return same ? 'same' : 'different'
}

function errorOf(value: unknown): ConnectionState['error'] {
  if (!isRecord(value) || typeof value.code !== 'string') return undefined
  const { code, message, hint } = value
  return {
    code: code as ErrorBody['code'],
    message: String(message ?? code),
    ...(typeof hint === 'string' ? { hint } : {}),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value)
