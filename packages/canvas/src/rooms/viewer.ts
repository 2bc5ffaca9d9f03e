import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId, type World } from '@hewn/model'
import {
  CANVAS_PROTOCOL,
  type CanvasAccept,
  type CanvasAsk,
  type CanvasMode,
  type CanvasScope,
  type CloseName,
  joinSession,
  type JoinSession,
  LIMITS,
  pictureAnswer,
  type PictureAnswer,
  presence,
  readRange,
  type ViewReport,
  viewReport,
} from '@hewn/protocol'
import type { Canvas } from '../canvas.ts'
import type { ViewerSocket } from '../ports.ts'
import { groupOf, lastOf } from '../group.ts'
import { sessionName } from '../session-name.ts'
import { goneError, type SessionStore, storeError } from '../session-store.ts'
import { within } from '../within.ts'
import { digestsOf } from '../digests.ts'
import { closingOf } from './closing.ts'
import type { Grant } from './grant.ts'
import type { Outgoing } from './outgoing.ts'
import { Rates, RATES } from './rates.ts'
import { invalid, readArgument } from './read-argument.ts'
import type { Room } from './room.ts'

export type Answer = (reply: object) => void
export type GrantFor = (session: SessionId, end: ViewerSocket) => Promise<Grant | undefined>

/** The same object for all viewers of a process: there may be many. */
export interface ViewerParts {
  canvas: Canvas
  world: World
  roomOf(store: SessionStore): Room
  /** Counts how often rights were taken away or changed here, of any session. */
  rights: { readonly changes: number }
  /** Whether large messages can be made small here. */
  deflates: boolean
}

/** What a viewer last said of its screen, and when. */
export interface Seen {
  report: ViewReport
  at: number
}

const ANSWER_WITHIN = 5_000
const RIGHTS_WITHIN = 900
/** What another process says of rights may come before there is somebody here to hear it. */
const RIGHTS_AGAIN = 500
// One for all: a viewer weighs little, and there may be many.
const NOTHING: Outgoing[] = []
const NOTHING_TO_STOP = () => {}
const lists = new Map<string, readonly CanvasAccept[]>()

/** There are few different ones, whoever asks. */
function sharedList(accepts: readonly CanvasAccept[]): readonly CanvasAccept[] {
  const key = accepts.join()
  const known = lists.get(key) ?? accepts
  lists.set(key, known)
  return known
}
/** The longest that a timer can wait. */
const LONGEST_TIMER = 2 ** 31 - 1

/** One connection that looks at a session. Whatever it asks is answered, and nothing it says changes a canvas (CV1, CV31). */
export class Viewer {
  readonly socket: ViewerSocket
  // For its room: how far it has been told, what it still gets of a snapshot, and what is being made small for it.
  framed = false
  deflates = false
  seq: number | undefined
  parts: Outgoing[] = NOTHING
  preparing: object | undefined
  stuckSince: number | undefined
  seen: Seen | undefined
  accepts: readonly CanvasAccept[] = []
  scope: CanvasScope = 'view'
  readonly #parts: ViewerParts
  readonly #grantFor: GrantFor
  #id: string | undefined
  #room: Room | undefined
  #gone = false
  /** What is still being answered. */
  #line: Promise<void> | undefined
  readonly #rates = new Rates()
  #stopExpiry = NOTHING_TO_STOP

  constructor(socket: ViewerSocket, grantFor: GrantFor, parts: ViewerParts) {
    this.socket = socket
    this.#grantFor = grantFor
    this.#parts = parts
  }

  /** Given when somebody is told of this viewer: most only look. */
  get id(): string {
    this.#id ??= this.#parts.world.newId()
    return this.#id
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
      if (!this.#may('bad')) this.close('too-many')
    }
    const rate = name === 'presence' ? 'presence' : 'requests'
    if (!this.#may(rate)) {
      return reply(fail(hewnError('LIMIT_RATE', `${name}: more than ${RATES[rate].most} requests in a second`)))
    }
    const perform = () => this.#perform(name, args, reply)
    const line = this.#line ? this.#line.then(perform) : perform()
    this.#line = line
    void line.finally(() => {
      if (this.#line === line) this.#line = undefined
    })
  }

  /** Its connection has taken everything. */
  drained(): void {
    this.#room?.advance(this)
  }

  /** The connection has ended. */
  gone(): void {
    this.#gone = true
    this.#leave()
  }

  close(name: CloseName, last = () => {}): void {
    if (this.#gone) return
    this.socket.emit('canvas:closed', closingOf(name))
    last()
    this.gone()
    this.socket.close({ discard: name === 'slow' })
  }

  /** Its room has told it everything. */
  entered(): void {
    if (this.accepts.includes('presence')) this.#room?.presence.show(this)
  }

  fellBehind(): void {
    if (this.accepts.includes('presence')) this.#room?.presence.hide(this)
  }

  /** The next part of a snapshot has gone out. */
  sent(): void {
    this.parts = this.parts.length > 1 ? this.parts.slice(1) : NOTHING
  }

  /** Nothing that it has counts any more. */
  startOver(): void {
    this.seq = undefined
    this.parts = NOTHING
    this.preparing = undefined
  }

  /** What it may do is asked anew. Without an answer it may nothing: rights are not guessed (CV26). */
  async checkRights(): Promise<void> {
    const room = this.#room
    if (!room) return
    const asked = this.#grantFor(room.id, this.socket).catch(() => undefined)
    const grant = await within(this.#parts.world, RIGHTS_WITHIN, asked, undefined)
    // By now it may look at something else, for which it was asked.
    if (this.#room !== room) return
    if (!grant || this.#expired(grant)) return this.close('token')
    this.scope = grant.scope
    this.#stopExpiry()
    this.#watchExpiry(grant)
  }

  /** Asks for a picture of what is on its screen. What comes is a stranger's word, so its form is checked (CV56). */
  picture(wish: CanvasAsk): Promise<PictureAnswer | undefined> {
    const asked = new Promise<unknown>((resolve) => this.socket.ask('canvas:ask', wish, resolve))
    return within(this.#parts.world, ANSWER_WITHIN, asked, undefined).then((reply) => {
      const read = pictureAnswer.safeParse(reply)
      return read.success && isPicture(read.data) ? read.data : undefined
    })
  }

  #may(what: keyof typeof RATES): boolean {
    return this.#rates.may(what, this.#parts.world.now())
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
      case 'presence':
        return void reply(this.#presence(args))
      case 'view_report':
        return void reply(this.#viewReport(args))
      default:
        reply(invalid(`${name.slice(0, 80)}: there is no such request; there are ${REQUESTS}`))
    }
  }

  async #join(args: readonly unknown[], reply: Once): Promise<void> {
    const read = readArgument('join_session', joinSession, args)
    if (!read.ok) return void reply(read)
    const wish = read.value
    if (wish.protocol !== undefined && wish.protocol !== CANVAS_PROTOCOL) {
      // The goodbye first: it says what to do, and a refused join would be the end of the client's attention.
      const spoken = invalid(`protocol: this server speaks ${CANVAS_PROTOCOL}, not ${wish.protocol}`)
      return this.close('update', () => void reply(spoken))
    }
    const { canvas, roomOf, rights, world } = this.#parts
    const { changes } = rights
    const session = sessionName(wish.session_id)
    const hidden = !session || (session === 'session:_default_' && !canvas.development)
    const grant = hidden ? undefined : await this.#grantFor(session, this.socket)
    if (!grant || this.#expired(grant)) return void reply(fail(goneError(wish.session_id.slice(0, 80))))
    const opened = await canvas.open(wish.session_id)
    if (!opened.ok) return void reply(opened)
    const store = opened.value
    if (wish.have?.epoch === store.epoch) {
      // It may come from a process that was faster. Where it is still ahead, an older log was brought back (CV46).
      if (wish.have.seq > store.canvas.seq) await store.refresh({ now: true })
      await store.recall(wish.have.seq)
    }
    if (this.#gone) return
    // From here on everything happens in one tick: the position is taken, the answer goes first, then what is missing (CV27).
    const { mode, seq } = startOf(wish, store)
    const accepts = this.#accepted(wish)
    const answered = reply(
      ok({
        room: store.id,
        session_id: store.id,
        ...store.position,
        mode,
        scope: grant.scope,
        accept: accepts,
        protocol: CANVAS_PROTOCOL,
        limits: { message: LIMITS.message, requests: LIMITS.requests, presence: LIMITS.presence },
      }),
      () => this.#leave(),
    )
    if (!answered || this.#gone) return
    this.accepts = accepts
    this.scope = grant.scope
    this.framed = accepts.includes('frames')
    this.deflates = accepts.includes('deflate')
    this.startOver()
    this.seq = seq
    this.#room = roomOf(store)
    if (accepts.includes('presence')) this.#room.presence.join(this)
    this.#room.admit(this)
    this.#watchExpiry(grant)
    // Nobody who was still on the way in has been asked for their rights.
    if (changes !== rights.changes) void this.checkRights()
    else if (canvas.carrier) world.after(RIGHTS_AGAIN, () => void this.checkRights())
  }

  #leave(): void {
    this.#stopExpiry()
    this.#room?.presence.leave(this)
    this.#room?.dismiss(this)
    this.#room = undefined
    this.startOver()
    this.stuckSince = undefined
    this.seen = undefined
  }

  /** What was asked for and is to be had. Frames are what can be deflated. */
  #accepted({ accept = [] }: JoinSession): readonly CanvasAccept[] {
    const framed = accept.includes('frames')
    const had = (wish: CanvasAccept) => wish !== 'deflate' || (framed && this.#parts.deflates)
    return sharedList([...new Set(accept)].filter(had))
  }

  #presence(args: readonly unknown[]): Result<object, ErrorBody> {
    if (!this.#room) return unjoined('presence')
    const read = readArgument('presence', presence, args, LIMITS.presenceBytes)
    if (!read.ok) return read
    this.#room.presence.set(this, read.value)
    return ok({})
  }

  #viewReport(args: readonly unknown[]): Result<object, ErrorBody> {
    if (!this.#room) return unjoined('view_report')
    const read = readArgument('view_report', viewReport, args, LIMITS.reportBytes)
    if (!read.ok) return read
    const { seq } = read.value
    if (seq > this.#room.store.canvas.seq) return invalid(`view_report.seq: ${seq} is not yet there`)
    this.seen = { report: read.value, at: this.#parts.world.now() }
    return ok({})
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
    if (!this.#room) return unjoined('check')
    if (!this.#may('checks')) return fail(hewnError('LIMIT_RATE', 'check: once in 10 s is enough'))
    // What was committed has been said before the digests of it are.
    this.#room.flush()
    return ok({ ...this.#room.store.position, digests: digestsOf(this.#room.store.canvas) })
  }

  async #readRange(args: readonly unknown[], reply: Once): Promise<void> {
    const read = readArgument('read_range', readRange, args)
    if (!read.ok) return void reply(read)
    const { from, to } = read.value
    if (from > to) return void reply(invalid(`read_range: from ${from} lies after to ${to}`))
    const store = this.#room?.store
    if (!store) return void reply(unjoined('read_range'))
    // Nothing is piled up for whoever asks and takes nothing (CV39).
    if (this.socket.unsent() > LIMITS.unsent)
      return void reply(fail(hewnError('LIMIT_RATE', 'read_range: take what you have been sent, then ask for more')))
    const { epoch } = store
    const commits = await store.range(from, to)
    if (!commits.ok) return void reply(commits)
    const last = commits.value.at(-1)
    reply(ok({ epoch, groups: commits.value.map((commit) => groupOf(commit)), to: last ? lastOf(last) : from - 1 }))
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

const REQUESTS = 'join_session, leave_session, read_range, check, presence, view_report'

function isPicture({ type, bytes }: PictureAnswer): boolean {
  const begins = (at: number, text: string) =>
    [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
  const known = type === 'image/png' ? begins(1, 'PNG') : begins(0, 'RIFF') && begins(8, 'WEBP')
  return known && bytes.length <= LIMITS.pictureBytes
}

const unjoined = (request: string) => invalid(`${request}: no session is joined; send join_session first`)
