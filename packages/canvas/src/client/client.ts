import type { ErrorBody } from '@hewn/model'
import {
  CANVAS_PROTOCOL,
  type CanvasAsk,
  type CanvasScope,
  type CloseName,
  type JoinedSession,
  type Presence,
  type PresentViewer,
  type ViewReport,
} from '@hewn/protocol'
import type { CanvasState, Channel } from '../fold.ts'
import type { CanvasConnection, CanvasNotice, Json, Position } from '../ports.ts'
import { sessionName } from '../session-name.ts'
import type { CanvasClient, ConnectOptions, PictureDrawer } from './canvas-client.ts'
import type { ConnectionState } from './connection-state.ts'
import { Company } from './company.ts'
import { Following } from './following.ts'
import { isRecord } from './is-record.ts'
import { Keeping } from './keeping.ts'
import { Pulse } from './pulse.ts'
import { type EventListener, Replica } from './replica.ts'

const FIRST_WAIT = 500
const LONGEST_WAIT = 10_000
const SPREAD = 0.3
/** Joining or catching up without progress for so long is a lost message. */
const PATIENCE = 10_000
const RATE_WAIT = 1_000
/** Where trying again would be answered alike. */
const REFUSALS = [
  'SESSION_TOKEN',
  'SESSION_NOT_FOUND',
  'REQUEST_INVALID',
  'REQUEST_HOST',
  'REQUEST_FOREIGN',
  'REQUEST_SCOPE',
]
/** After which nothing of the session is for this viewer any more. */
const ENDS = ['SESSION_TOKEN', 'SESSION_NOT_FOUND', 'REQUEST_SCOPE']
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
  #scope: CanvasScope | undefined
  readonly #following: Following
  #failures = 0
  readonly #pulse: Pulse
  #stopTimer: () => void = () => {}
  readonly #company: Company
  #draw: PictureDrawer | undefined
  readonly #keeping: Keeping | undefined
  /** What was kept is on its way; the server is asked for what is missing from there. */
  #loading = false

  constructor(options: ConnectOptions) {
    this.#options = options
    this.#company = new Company(options.world, (name, argument) => {
      if (this.#joined) this.#line?.connection?.send(name, argument, () => {})
    })
    this.#following = new Following({
      replica: this.#replica,
      world: options.world,
      send: (name, argument, answer) => this.#line?.connection?.send(name, argument, answer),
      join: (from) => this.#askToJoin(from),
      count: (why) => this.#count(why),
      progress: () => this.#progress(),
    })
    this.#pulse = new Pulse({
      world: options.world,
      ask: (answer) => this.#askForNext(answer),
      dead: () => this.#open(),
    })
    this.#connection = { state: 'connecting', since: options.world.now() }
    const { keep, world } = options
    const session = sessionName(options.sessionId)
    this.#keeping = keep && session && new Keeping({ keep, session, replica: this.#replica, world })
    void this.#load()
    this.#open()
  }

  get connection(): ConnectionState {
    return this.#connection
  }

  get position(): Position | undefined {
    return this.#replica.position
  }

  get scope(): CanvasScope | undefined {
    return this.#scope
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
        // Hashing is fetched when it is asked for: a page that opens for the first time compares nothing.
        import('./compared.ts').then(
          ({ compared }) => resolve(this.#join === join ? compared(reply, this.#replica) : 'unknown'),
          () => resolve('unknown'),
        )
      })
    })
  }

  wake(): void {
    if (this.#connection.state === 'waiting') this.#open()
    else this.#pulse.woken()
  }

  close(): void {
    this.#hangUp()
    this.#keeping?.end()
    this.#company.end()
    this.#connectionListeners.clear()
    this.#become({ state: 'refused' })
  }

  /** While the line is being opened. */
  async #load(): Promise<void> {
    if (!this.#keeping) return
    this.#loading = true
    await this.#keeping.load()
    this.#loading = false
    if (this.#connection.state === 'joining') this.#askToJoin()
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
    this.#pulse.heard()
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

  /** For what cannot be there yet. */
  #askForNext(answer: () => void): boolean {
    const connection = this.#connection.state === 'live' ? this.#line?.connection : undefined
    const next = (this.#replica.position?.seq ?? 0) + 1
    connection?.send('read_range', { from: next, to: next }, answer)
    return connection !== undefined
  }

  /** What comes after the next join counts, and nothing of what was under way before it. */
  #forgetJoin(): void {
    this.#pulse.stop()
    this.#join += 1
    this.#joined = undefined
    this.#following.end()
  }

  #askToJoin(from: 'here' | 'scratch' = 'here'): void {
    if (from === 'scratch') this.#following.distrust()
    const { have } = this.#following
    this.#forgetJoin()
    this.#become({ state: 'joining' })
    this.#watch()
    if (this.#loading) return
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
    this.#scope = joined.scope
    this.#following.begin(joined)
    this.#become({ state: 'catching-up' })
    this.#company.joined()
    this.#progress()
  }

  async #picture(argument: unknown, answer: ((reply: object) => void) | undefined): Promise<void> {
    const drawn = await this.#draw?.(argument as CanvasAsk).catch(() => undefined)
    answer?.(drawn ? { ok: true, ...drawn } : { ok: false })
  }

  #message(name: string, argument: unknown): void {
    if (name === 'canvas:closed') return this.#closed(argument)
    // Between asking and the answer an older join may still be talking; what it says will be said again.
    if (!this.#joined || !isRecord(argument)) return
    if (name === 'canvas:presence') this.#company.hear(argument)
    else this.#following.hear(name, argument)
  }

  /** Something has come: live when everything is here that was there at the join. */
  #progress(): void {
    // A listener may have ended the line while it was told what came.
    this.#keeping?.changed()
    if (!this.#joined || this.#connection.state === 'live') return
    if (!this.#following.caughtUp) return this.#watch()
    this.#failures = 0
    this.#become({ state: 'live' })
    this.#stopTimer()
    if (this.#joined.accept.includes('frames')) this.#pulse.listen()
    const proves = this.#keeping?.proves()
    if (this.#options.verify || proves) void this.#verify()
  }

  async #verify(): Promise<void> {
    const join = this.#join
    if ((await this.compare()) !== 'different' || join !== this.#join) return
    this.#count('digest')
    this.#askToJoin('scratch')
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
    if (error && ENDS.includes(error.code)) this.#keeping?.forget()
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

function errorOf(value: unknown): ConnectionState['error'] {
  if (!isRecord(value) || typeof value.code !== 'string') return undefined
  const { code, message, hint } = value
  return {
    code: code as ErrorBody['code'],
    message: String(message ?? code),
    ...(typeof hint === 'string' ? { hint } : {}),
  }
}
