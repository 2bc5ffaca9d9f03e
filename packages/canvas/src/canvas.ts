import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId, type TurnId, type World } from '@hewn/model'
import type { SeenView } from '@hewn/protocol'
import { ACTION_NAMES, type ActionName, condition, prepare, type Step } from './actions.ts'
import type { Derive } from './commit-plan.ts'
import type { CallReply, CanvasDraft, CanvasSession } from './canvas-session.ts'
import { snapshotOf } from './fold.ts'
import { createHistory, type ReplayLine } from './history.ts'
import type {
  Acting,
  Audience,
  BoundSession,
  CanvasBus,
  CanvasCarrier,
  CanvasLog,
  Commit,
  Position,
  SessionBinding,
  Snapshot,
} from './ports.ts'
import { goneError, SessionStore, type StoreParts, storeError } from './session-store.ts'
import { isMoved, nothingToUndo, type Undone, type UndoOptions, undoneBy, undoStep } from './undo-turn.ts'
import { sessionName } from './session-name.ts'

export interface CanvasOptions {
  log: CanvasLog
  world: World
  /** Other processes on the same log (CV45). */
  carrier?: CanvasCarrier
  /** What follows from each commit, and is part of it: one thing shown in two places never differs by a commit. */
  derive?: Derive
  /** The way out of the process, and its routing key. Without them events are logged and dropped (CV20). */
  bus?: CanvasBus
  appId?: string
  /** Which session a chain of calls is in; `asyncBinding()` of the node door. `run`, `call` and `active` need it. */
  binding?: SessionBinding
  /** Whether `snapshotFor` may show this session to this uid. Nobody may, unless it says so (CV18). */
  mayView?(uid: string, session: SessionId): boolean | Promise<boolean>
  /** Calls without a session go to `_default_`. Never in production (CV17). */
  development?: boolean
  /** Hears what went wrong without failing anybody. */
  warn?(event: string, details: object): void
}

export interface Canvas {
  session(session: string, acting: Acting): CanvasSession
  /** An action by its wire name, in the active session. It has no route (CV6). */
  call(name: string, params?: unknown): Promise<CallReply>
  /** Everything `work` begins belongs to this session and actor, and nothing else does (CV15). */
  run<T>(session: string, acting: Acting, work: () => T): T
  /** Binds the calls that follow in this chain. Plain, not async: after an `await` the caller would not see it. */
  setActiveSession(session: string, uid: string): void
  active(): Result<CanvasSession, ErrorBody>
  snapshotFor(session: string, uid: string): Promise<Result<Snapshot, ErrorBody>>
  /** The end of a session: log, memory and viewers (CV19). */
  cleanupSession(session: string): Promise<void>
  /** Somebody may no longer look, or may do something else: every viewer's grant is asked for anew, in all processes (CV26). */
  rightsChanged(session: string): Promise<void>
  /** A session taken back out of the bin may be written again, with a new epoch. */
  restoreSession(session: string): void
  head(session: string): Promise<Result<Position, ErrorBody>>
  /** The canvas at a number, or at the end of the commit before it: no commit is ever seen by half (CV25). */
  stateAt(session: string, seq: number): Promise<Result<Snapshot, ErrorBody>>
  replay(session: string, from: number, to: number): Promise<Result<AsyncIterable<ReplayLine>, ErrorBody>>
  /** The snapshot that history begins with, where what was before it has been folded away (SV46). */
  begins(session: string): Promise<Result<Snapshot | undefined, ErrorBody>>
  /** For rooms: the session's store, loaded on demand. Reading only. */
  open(session: string): Promise<Result<SessionStore, ErrorBody>>
  /** Wires the way out, when it exists only after the canvas. */
  wire(bus: CanvasBus, appId: string): void
  /** Those who look in this process; a server that serves viewers wires it. */
  show(audience: Audience): void
  /** What is really on the screens of those who look, newest first (CV55). */
  views(session: string): Promise<SeenView[]>
  /** A picture from somebody who looks (CV56). */
  picture(session: string, wish: Parameters<Audience['ask']>[1]): ReturnType<Audience['ask']>
  readonly bus: CanvasBus | undefined
  readonly carrier: CanvasCarrier | undefined
  readonly development: boolean
  warn(event: string, details: object): void
}

const IDLE = 10 * 60_000
const ATTEMPTS = 8
const DEFAULT_SESSION = '_default_'

export function createCanvas(options: CanvasOptions): Canvas {
  const { log, world, carrier, derive, binding, mayView, development = false, warn = () => {} } = options
  let { bus, appId } = options
  let audience: Audience | undefined
  const stores = new Map<SessionId, Promise<Result<SessionStore, ErrorBody>>>()
  const ended = new Set<string>()
  const history = createHistory({ log, world, warn })
  const parts: StoreParts = { log, world, publish, warn, carrier, derive }

  function publish(session: SessionId, commit: Commit): void {
    commit.events.forEach((event, index) => {
      const preview_seq = commit.first + index
      const type = `preview:${event.type}`
      if (!bus || appId === undefined) return warn('preview_event_dropped', { type, session, preview_seq })
      try {
        bus.emit(appId, session, { type, data: { ...event.data, preview_seq } })
      } catch (error) {
        warn('preview_event_emit_failed', { type, session, preview_seq, error })
      }
    })
  }

  async function open(given: string): Promise<Result<SessionStore, ErrorBody>> {
    const session = sessionName(given)
    if (!session || ended.has(session)) return fail(goneError(given))
    const known = stores.get(session)
    if (known) return carrier ? refreshed(known) : known
    void forgetIdle()
    const loading = SessionStore.load(session, parts)
    stores.set(session, loading)
    const loaded = await loading
    // The next call tries the log again.
    if (!loaded.ok && stores.get(session) === loading) stores.delete(session)
    return loaded
  }

  /** Another process may have written while nobody here was told. */
  async function refreshed(known: Promise<Result<SessionStore, ErrorBody>>) {
    const store = await known
    if (store.ok) await store.value.refresh()
    return store
  }

  // The log has everything, so leaving memory is not an end, and nobody can tell.
  async function forgetIdle(): Promise<void> {
    for (const [session, loading] of stores) {
      const store = await loading
      const idle = store.ok && !store.value.busy && world.now() - store.value.usedAt >= IDLE
      if (idle && stores.get(session) === loading) stores.delete(session)
    }
  }

  async function submit(session: string, acting: Acting, steps: Result<Step, ErrorBody>[]) {
    const refused = steps.find((step) => !step.ok)
    if (refused && !refused.ok) return refused
    const store = await open(session)
    if (!store.ok) return store
    return store.value.submit(
      steps.flatMap((step) => (step.ok ? step.value : [])),
      acting,
    )
  }

  function session(given: string, acting: Acting): CanvasSession {
    const act = async (name: ActionName, params: unknown) => {
      const done = await submit(given, acting, [prepare(name, params ?? {})])
      return done.ok ? ok(done.value.data[0]) : done
    }
    const together: CanvasSession['together'] = async (write, unless) => {
      const steps: Result<Step, ErrorBody>[] = unless ? [ok(condition(unless))] : []
      write(spelled((name, params) => void steps.push(prepare(name, params ?? {}))) as CanvasDraft)
      const done = await submit(given, acting, steps)
      return done.ok ? ok(unless ? done.value.data.slice(1) : done.value.data) : done
    }
    const id = sessionName(given) ?? (`session:${given}` as const)
    const undo: CanvasSession['undoTurn'] = (turn, options = {}) => undoTurn(given, acting, turn, options)
    return { ...spelled(act), id, together, undoTurn: undo } as CanvasSession
  }

  async function undoTurn(
    given: string,
    acting: Acting,
    turn: TurnId,
    { skip, unless }: UndoOptions,
  ): Promise<Result<Undone, ErrorBody>> {
    const store = await open(given)
    if (!store.ok) return store
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const commits = await history.since(store.value.id, turn)
      if (commits === 'away') return fail(storeError())
      if (commits === 'gone') return fail(goneAway(`What ${turn} began with`))
      const subject = undoneBy(turn, commits)
      const first = subject[0]
      if (!first) return nothingToUndo(turn)
      const before = await history.at(store.value.id, first.first - 1)
      if (before === 'away') return fail(storeError())
      if (before === 'gone') return fail(goneAway(`What ${turn} began with`))
      const later = commits.filter((commit) => commit.first >= first.first)
      const { turn: _, ...actor } = acting
      const steps = [undoStep(subject, later, before, skip), ...(unless ? [condition(unless)] : [])]
      const done = await store.value.submit(steps, { ...actor, undoes: turn })
      if (done.ok) return ok(done.value.data[0] as Undone)
      if (!isMoved(done.error)) return done
    }
    return fail(hewnError('CANVAS_BUSY', `${given}: others changed it ${ATTEMPTS} times meanwhile; try again`))
  }

  function bound(): Result<BoundSession, ErrorBody> {
    const current = binding?.current()
    if (current) return ok(current)
    if (development) return ok({ session: `session:${DEFAULT_SESSION}`, actor: { uid: DEFAULT_SESSION, by: 'system' } })
    return fail(hewnError('CANVAS_NO_SESSION', 'A canvas action was called outside `canvas.run`; run it in a session'))
  }

  const needBinding = (): SessionBinding => {
    if (binding) return binding
    throw new Error('canvas.run and setActiveSession need `binding`: pass asyncBinding() of @hewn/canvas/node')
  }

  return {
    session,

    async call(name, params = {}) {
      const known = ACTION_NAMES.find((action) => action === name)
      if (!known) return unsuccessful(hewnError('REQUEST_INVALID', `${name}: there is no such action`))
      const where = bound()
      if (!where.ok) return unsuccessful(where.error)
      const done = await submit(where.value.session, where.value.actor, [prepare(known, params)])
      if (!done.ok) return unsuccessful(done.error)
      return { success: true, data: done.value.data[0], preview_seq: done.value.seq }
    },

    run: (given, acting, work) => needBinding().run({ session: nameOf(given), actor: acting }, work),

    setActiveSession(given, uid) {
      const current = needBinding().current()
      const actor: Acting = current ? { ...current.actor, uid } : { uid, by: 'agent' }
      needBinding().enter({ session: nameOf(given), actor })
    },

    active() {
      const where = bound()
      return where.ok ? ok(session(where.value.session, where.value.actor)) : where
    },

    async snapshotFor(given, uid) {
      const name = sessionName(given)
      if (!name || !(await mayView?.(uid, name))) return fail(goneError(given))
      const store = await open(given)
      return store.ok ? ok(store.value.snapshot) : store
    },

    async cleanupSession(given) {
      const name = nameOf(given)
      const store = stores.get(name)
      ended.add(name)
      stores.delete(name)
      const loaded = await store
      if (loaded?.ok) await loaded.value.end()
      await log.drop(name)
      carrier?.say(name, { kind: 'closed' })
    },

    restoreSession(given) {
      ended.delete(nameOf(given))
    },

    async head(given) {
      const store = await open(given)
      return store.ok ? ok(store.value.position) : store
    },

    async stateAt(given, seq) {
      const store = await open(given)
      if (!store.ok) return store
      const { canvas: now, epoch, id } = store.value
      const canvas = seq >= now.seq ? now : await history.at(id, seq)
      if (canvas === 'away') return fail(storeError())
      if (canvas === 'gone') return fail(goneAway(`The history of ${id} at ${seq}`))
      return ok(snapshotOf(id, epoch, canvas))
    },

    async replay(given, from, to) {
      const store = await open(given)
      if (!store.ok) return store
      const { id } = store.value
      const lines = await history.lines(id, from, to)
      if (lines === 'away') return fail(storeError())
      if (lines === 'gone') return fail(goneAway(`The history of ${id} from ${from}`))
      return ok(lines)
    },

    async begins(given) {
      const store = await open(given)
      if (!store.ok) return store
      const begin = await history.begins(store.value.id)
      return begin === 'away' ? fail(storeError()) : ok(begin)
    },

    open,

    wire(nextBus, nextAppId) {
      bus = nextBus
      appId = nextAppId
    },

    show(shown) {
      audience = shown
    },

    async rightsChanged(given) {
      const session = nameOf(given)
      carrier?.say(session, { kind: 'rights' })
      await audience?.checkRights(session)
    },

    views: async (given) => (await audience?.views(nameOf(given))) ?? [],

    async picture(given, wish) {
      if (audience) return audience.ask(nameOf(given), wish)
      return fail(hewnError('CANVAS_NO_VIEWER', `Nobody can look at ${given} here`))
    },

    get bus() {
      return bus
    },

    carrier,
    development,
    warn,
  }
}

function nameOf(given: string): SessionId {
  const name = sessionName(given)
  if (name) return name
  throw new Error(`Not the name of a session: ${JSON.stringify(given.slice(0, 80))}`)
}

const goneAway = (what: string) => hewnError('CANVAS_GONE', `${what} has been folded away`)

const spell = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** One table makes both spellings: `set_state` on the wire is `setState` here. */
function spelled(act: (name: ActionName, params: unknown) => unknown): object {
  return Object.fromEntries(ACTION_NAMES.map((name) => [spell(name), (params?: unknown) => act(name, params)]))
}

const unsuccessful = ({ code, message, hint }: ErrorBody): CallReply => ({
  success: false,
  error: { code, message, ...(hint === undefined ? {} : { hint }) },
})
