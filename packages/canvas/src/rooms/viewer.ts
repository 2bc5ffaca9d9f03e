import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId, type World } from '@hewn/model'
import {
  CANVAS_PROTOCOL,
  type CanvasMode,
  type CanvasPart,
  type CloseName,
  joinSession,
  type JoinSession,
  LIMITS,
  readRange,
} from '@hewn/protocol'
import type { Canvas } from '../canvas.ts'
import type { ViewerSocket } from '../ports.ts'
import { lastOf } from '../ring.ts'
import { sessionName } from '../session-name.ts'
import { goneError, type SessionStore, storeError } from '../session-store.ts'
import { within } from '../within.ts'
import { digestsOf } from '../digests.ts'
import { closingOf } from './closing.ts'
import { groupOf } from './frames.ts'
import type { Grant } from './grant.ts'
import type { Room } from './room.ts'

export type Answer = (reply: object) => void
export type GrantFor = (session: SessionId) => Promise<Grant | undefined>

export interface ViewerParts {
  canvas: Canvas
  world: World
  roomOf(store: SessionStore): Room
  grantFor: GrantFor
}

const ANSWER_WITHIN = 5_000
const CHECK_EVERY = 10_000
const SECOND = 1_000
const MINUTE = 60_000
/** The longest that a timer can wait. */
const LONGEST_TIMER = 2 ** 31 - 1

/** One connection that looks at a session. Whatever it asks is answered, and nothing it says changes a canvas (CV1, CV31). */
export class Viewer {
  readonly socket: ViewerSocket
  // For its room: how far it has been told, and what it still gets of a snapshot.
  framed = false
  level = false
  seq: number | undefined
  parts: CanvasPart[] = []
  stuckSince: number | undefined
  readonly #parts: ViewerParts
  #room: Room | undefined
  #gone = false
  #line: Promise<void> = Promise.resolve()
  #requests: Window
  #bad: Window
  #checks: Window
  #stopExpiry = () => {}

  constructor(socket: ViewerSocket, parts: ViewerParts) {
    this.socket = socket
    this.#parts = parts
    const { world } = parts
    this.#requests = new Window(world, SECOND, LIMITS.requests)
    this.#bad = new Window(world, MINUTE, LIMITS.badRequests)
    this.#checks = new Window(world, CHECK_EVERY, 1)
    socket.onDrain(() => this.#room?.advance(this))
  }

  /** Requests run one after another; without a callback an error is said as `session_error`. */
  request(name: string, args: readonly unknown[], answer?: Answer): void {
    const reply = (result: Result<object, ErrorBody>) => {
      if (this.#gone) return
      if (result.ok) return answer?.({ ok: true, ...result.value })
      const { code, message, hint } = result.error
      const error = { code, message, ...(hint === undefined ? {} : { hint }) }
      if (answer) answer({ ok: false, error })
      else this.socket.emit('session_error', error)
      if (!this.#bad.take()) this.close('too-many')
    }
    if (!this.#requests.take()) {
      return reply(fail(hewnError('LIMIT_RATE', `${name}: more than ${LIMITS.requests} requests in a second`)))
    }
    this.#line = this.#line.then(() => this.#perform(name, args, reply))
  }

  /** The connection has ended. */
  gone(): void {
    this.#gone = true
    this.#leave()
  }

  close(name: CloseName): void {
    if (this.#gone) return
    this.socket.emit('canvas:closed', closingOf(name))
    this.gone()
    this.socket.close({ discard: name === 'slow' })
  }

  async #perform(name: string, args: readonly unknown[], reply: Reply): Promise<void> {
    if (this.#gone) return
    // A request that took too long may still come to its end; its answer is not given twice.
    let answered = false
    const once: Once = (result, before) => {
      if (answered) return false
      answered = true
      before?.()
      reply(result)
      return true
    }
    const work = this.#handle(name, args, once).catch((error: unknown) => {
      this.#parts.canvas.warn('canvas_failed', { request: name, error })
      once(fail(hewnError('CANVAS_FAILED')))
    })
    await within(this.#parts.world, ANSWER_WITHIN, work, undefined)
    once(fail(storeError()))
  }

  async #handle(name: string, args: readonly unknown[], reply: Once): Promise<void> {
    switch (name) {
      case 'join_session':
        return this.#join(args, reply)
      case 'leave_session':
        this.#leave()
        return void reply(ok({}))
      case 'check':
        return void reply(this.#check())
      case 'read_range':
        return this.#readRange(args, reply)
      default:
        reply(
          invalid(
            `${name.slice(0, 80)}: there is no such request; there are join_session, leave_session, read_range, check`,
          ),
        )
    }
  }

  async #join(args: readonly unknown[], reply: Once): Promise<void> {
    const read = joinSession.safeParse(args[0])
    if (!read.success) return void reply(invalid(explain('join_session', read.error.issues)))
    const wish = read.data
    if (wish.protocol !== undefined && wish.protocol !== CANVAS_PROTOCOL) {
      reply(invalid(`protocol: this server speaks ${CANVAS_PROTOCOL}, not ${wish.protocol}`))
      return this.close('update')
    }
    const { canvas, grantFor, roomOf } = this.#parts
    const session = sessionName(wish.session_id)
    const hidden = !session || (session === 'session:_default_' && !canvas.development)
    const grant = hidden ? undefined : await grantFor(session)
    if (!grant || this.#expired(grant)) return void reply(fail(goneError(wish.session_id.slice(0, 80))))
    const opened = await canvas.open(wish.session_id)
    if (!opened.ok) return void reply(opened)
    const store = opened.value
    if (wish.have?.epoch === store.epoch) await store.recall(wish.have.seq)
    if (this.#gone) return
    // From here on everything happens in one tick: the position is taken, the answer goes first, then what is missing (CV27).
    const { mode, seq } = startOf(wish, store)
    const framed = wish.accept?.includes('frames') ?? false
    const answered = reply(
      ok({
        room: store.id,
        session_id: store.id,
        ...store.position,
        mode,
        scope: grant.scope,
        accept: framed ? ['frames'] : [],
        protocol: CANVAS_PROTOCOL,
        limits: { message: LIMITS.message, requests: LIMITS.requests, presence: LIMITS.presence },
      }),
      () => this.#leave(),
    )
    if (!answered || this.#gone) return
    this.framed = framed
    this.seq = seq
    this.#room = roomOf(store)
    this.#room.admit(this)
    this.#watchExpiry(grant)
  }

  #leave(): void {
    this.#stopExpiry()
    this.#room?.dismiss(this)
    this.#room = undefined
    this.level = false
    this.parts = []
    this.stuckSince = undefined
  }

  #expired(grant: Grant): boolean {
    return grant.expires !== undefined && grant.expires <= this.#parts.world.now()
  }

  #watchExpiry(grant: Grant): void {
    if (grant.expires === undefined) return
    const left = Math.min(grant.expires - this.#parts.world.now(), LONGEST_TIMER)
    this.#stopExpiry = this.#parts.world.after(left, () => {
      if (this.#expired(grant)) this.close('token')
      else this.#watchExpiry(grant)
    })
  }

  #check(): Result<object, ErrorBody> {
    if (!this.#room) return invalid('check: no session is joined; send join_session first')
    if (!this.#checks.take()) return fail(hewnError('LIMIT_RATE', 'check: once in 10 s is enough'))
    // What was committed has been said before the digests of it are.
    this.#room.flush()
    return ok({ ...this.#room.store.position, digests: digestsOf(this.#room.store.canvas) })
  }

  async #readRange(args: readonly unknown[], reply: Once): Promise<void> {
    const read = readRange.safeParse(args[0])
    if (!read.success) return void reply(invalid(explain('read_range', read.error.issues)))
    const { from, to } = read.data
    if (from > to) return void reply(invalid(`read_range: from ${from} lies after to ${to}`))
    const store = this.#room?.store
    if (!store) return void reply(invalid('read_range: no session is joined; send join_session first'))
    const { epoch } = store
    const commits = await store.range(from, to)
    if (!commits.ok) return void reply(commits)
    const last = commits.value.at(-1)
    reply(ok({ epoch, groups: commits.value.map(groupOf), to: last ? lastOf(last) : from - 1 }))
  }
}

type Reply = (result: Result<object, ErrorBody>) => void
/** Answers once; `before` runs first when this is the answer. False when it came too late. */
type Once = (result: Result<object, ErrorBody>, before?: () => void) => boolean

/** Where a viewer begins: behind at what it has, or with a snapshot. */
function startOf({ have }: JoinSession, store: SessionStore): { mode: CanvasMode; seq?: number } {
  if (!have || have.epoch !== store.epoch || have.seq > store.canvas.seq) return { mode: 'snapshot' }
  if (have.seq === store.canvas.seq) return { mode: 'live', seq: have.seq }
  return store.ring.after(have.seq) ? { mode: 'delta', seq: have.seq } : { mode: 'snapshot' }
}

/** A window of time in which only so much may happen. */
class Window {
  readonly #world: World
  readonly #length: number
  readonly #most: number
  #began = Number.NEGATIVE_INFINITY
  #count = 0

  constructor(world: World, length: number, most: number) {
    this.#world = world
    this.#length = length
    this.#most = most
  }

  take(): boolean {
    const now = this.#world.now()
    if (now - this.#began >= this.#length) {
      this.#began = now
      this.#count = 0
    }
    this.#count += 1
    return this.#count <= this.#most
  }
}

const invalid = (message: string) => fail(hewnError('REQUEST_INVALID', message))

const explain = (request: string, issues: readonly { path: PropertyKey[]; message: string }[]): string => {
  const [first] = issues
  const at = [request, ...(first?.path ?? [])].map(String).join('.')
  return `${at}: ${first?.message ?? 'not understood'}`
}
