import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId, type World } from '@hewn/model'
import { LIMITS } from '@hewn/protocol'
import type { Step } from './actions.ts'
import { type Derive, type Plan, planCommit, type Weighed, weigh, weighAll } from './commit-plan.ts'
import { type CanvasState, canvasOf, emptyCanvas, foldAll, snapshotOf } from './fold.ts'
import type { Acting, CanvasCarrier, CanvasLog, Commit, Note, Position, Snapshot } from './ports.ts'
import { groupOf, lastOf } from './group.ts'
import { Ring, type RingEntry } from './ring.ts'
import { freeze } from './value.ts'
import { within } from './within.ts'

/** Hears what happens to a session, in order, in the tick in which it happens. */
export interface Watcher {
  committed(entry: RingEntry): void
  /** The log was replaced: positions of the old epoch mean nothing any more. */
  reset(): void
  /** The session is gone. */
  ended(): void
}

export interface Done {
  data: unknown[]
  /** The last number used, or the head. */
  seq: number
}

export interface StoreParts {
  log: CanvasLog
  world: World
  /** Sends a commit's events out of the process. */
  publish(session: SessionId, commit: Commit): void
  warn(event: string, details: object): void
  /** Other processes that write to the same log. */
  carrier?: CanvasCarrier | undefined
  derive?: Derive | undefined
}

interface Waiting {
  steps: readonly Step[]
  acting: Acting
  bytes: number
  settle(result: Result<Done, ErrorBody>): void
}

export const LOG_PATIENCE = 5_000
const ATTEMPTS = 8
const BATCH = 100
const SNAPSHOT_EVERY = 1_000
const COMPARE_EVERY = 1_000

/**
 * One session's canvas in this process: commits one after another, each in the log before anybody sees it (CV22).
 * The log is the fence: whoever was not at its head folds what they missed and computes again (CV43).
 */
export class SessionStore {
  readonly id: SessionId
  readonly ring = new Ring()
  #parts: StoreParts
  #epoch = ''
  #head: Weighed = { canvas: emptyCanvas(), bytes: 0 }
  #savedAt = 0
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #pumping: Promise<void> | undefined
  #ended = false
  /** What other processes said, and whether the log may have more than that. */
  #heard: Commit[] = []
  #mayHaveMissed = false
  #stopHearing: (() => void) | undefined
  #watchers = new Set<Watcher>()
  /** When it was last of use, for those who make room. */
  usedAt: number

  private constructor(id: SessionId, parts: StoreParts) {
    this.id = id
    this.#parts = parts
    this.usedAt = parts.world.now()
  }

  /** Reads what the log has. It reads only, so a session that was never written stays unwritten. */
  static async load(id: SessionId, parts: StoreParts): Promise<Result<SessionStore, ErrorBody>> {
    const store = new SessionStore(id, parts)
    return (await store.#reload()) ? ok(store) : fail(storeError())
  }

  get epoch(): string {
    return this.#epoch
  }

  get canvas(): CanvasState {
    return this.#head.canvas
  }

  get bytes(): number {
    return this.#head.bytes
  }

  get position(): Position {
    return { epoch: this.#epoch, seq: this.canvas.seq }
  }

  get snapshot(): Snapshot {
    return snapshotOf(this.id, this.#epoch, this.canvas)
  }

  /** Somebody is looking or something is on its way. */
  get busy(): boolean {
    return this.#pumping !== undefined || this.#watchers.size > 0
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    this.#listen()
    return () => {
      this.#watchers.delete(watcher)
      if (this.#watchers.size > 0) return
      this.#stopHearing?.()
      this.#stopHearing = undefined
    }
  }

  /** Reads what others have written, where nobody tells us of it, or before they could. */
  async refresh({ now = false } = {}): Promise<void> {
    if (!this.#parts.carrier || (this.#stopHearing && !now)) return
    this.#mayHaveMissed = true
    await (this.#pumping ??= this.#pump())
  }

  /** While somebody looks, other processes are heard, and heads are compared: a note may be lost (CV45). */
  #listen(): void {
    const { carrier, world } = this.#parts
    if (!carrier || this.#stopHearing) return
    const stopHearing = carrier.hear(this.id, (note) => this.#hear(note))
    let stopComparing = () => {}
    const compareLater = () => {
      stopComparing = world.after(COMPARE_EVERY, () => {
        this.#mayHaveMissed = true
        this.#pumping ??= this.#pump()
        compareLater()
      })
    }
    compareLater()
    this.#stopHearing = () => {
      stopHearing()
      stopComparing()
    }
    // What was said before we heard.
    this.#mayHaveMissed = true
    this.#pumping ??= this.#pump()
  }

  #hear(note: Note): void {
    if (note.kind === 'closed') return void this.end()
    if (note.kind !== 'commit') return
    if (note.commit.epoch === this.#epoch && lastOf(note.commit) <= this.canvas.seq) return
    this.#heard.push(note.commit)
    this.#pumping ??= this.#pump()
  }

  /** Does some steps as one commit; resolved when they are in the log and published. */
  submit(steps: readonly Step[], acting: Acting): Promise<Result<Done, ErrorBody>> {
    const bytes = steps.reduce((sum, step) => sum + step.bytes, 0)
    this.usedAt = this.#parts.world.now()
    if (this.#ended) return Promise.resolve(fail(goneError(this.id)))
    const { commits, bytes: mostBytes } = LIMITS.waiting
    if (this.#waiting.length >= commits || this.#waitingBytes + bytes > mostBytes) {
      const waiting = `${this.#waiting.length} changes of ${this.id} wait for the log`
      return Promise.resolve(fail(hewnError('CANVAS_BUSY', `${waiting}; try again in a moment`)))
    }
    return new Promise((settle) => {
      this.#waiting.push({ steps, acting, bytes, settle })
      this.#waitingBytes += bytes
      this.#pumping ??= this.#pump()
    })
  }

  /** Reads older commits back into the ring, so that a viewer at `seq` gets only what it missed. */
  async recall(seq: number): Promise<void> {
    const before = this.ring.first ?? this.canvas.seq + 1
    if (seq + 1 >= before || this.canvas.seq - seq > LIMITS.ring.events) return
    const { log, world } = this.#parts
    const epoch = this.#epoch
    const read = await within(world, LOG_PATIENCE, log.read(this.id, seq + 1, before - 1, LIMITS.ring), 'gone' as const)
    if (read === 'gone' || epoch !== this.#epoch) return
    const last = read.at(-1)
    if (last && lastOf(last) === (this.ring.first ?? this.canvas.seq + 1) - 1) this.ring.recall(freeze(read))
  }

  /** Whole commits with a number in `from…to`, as many as one answer takes. */
  async range(from: number, to: number): Promise<Result<Commit[], ErrorBody>> {
    const { log, world, warn } = this.#parts
    try {
      const read = await within(world, LOG_PATIENCE, log.read(this.id, from, to, LIMITS.range), undefined)
      if (read === 'gone')
        return fail(hewnError('CANVAS_GONE', `The history of ${this.id} from ${from} has been folded away`))
      return read ? ok(read) : fail(storeError())
    } catch (error) {
      warn('canvas_log_failed', { session: this.id, error })
      return fail(storeError())
    }
  }

  /** Nothing is written after it; what was on its way to the log has arrived there. */
  async end(): Promise<void> {
    this.#ended = true
    this.#refuse(this.#take(Number.POSITIVE_INFINITY), goneError(this.id))
    this.#stopHearing?.()
    this.#stopHearing = undefined
    for (const watcher of this.#watchers) watcher.ended()
    this.#watchers.clear()
    this.ring.clear()
    await this.#pumping
  }

  async #pump(): Promise<void> {
    for (;;) {
      if (this.#heard.length > 0 || this.#mayHaveMissed) await this.#foldNews()
      else if (this.#waiting.length > 0) await this.#flush(this.#take(BATCH))
      else break
    }
    this.#pumping = undefined
  }

  /** Never while an append is on its way: what others did is folded between our own commits. */
  async #foldNews(): Promise<void> {
    const heard = this.#heard.splice(0).toSorted((a, b) => a.first - b.first)
    for (const commit of heard) {
      if (commit.epoch !== this.#epoch || commit.first > this.canvas.seq + 1) this.#mayHaveMissed = true
      else if (commit.first === this.canvas.seq + 1) this.#fold(freeze(commit))
    }
    if (!this.#mayHaveMissed || this.#ended) return
    this.#mayHaveMissed = false
    try {
      await within(this.#parts.world, LOG_PATIENCE, this.#readMissed(), undefined)
    } catch (error) {
      this.#parts.warn('canvas_log_failed', { session: this.id, error })
    }
  }

  async #readMissed(): Promise<void> {
    const { log } = this.#parts
    const head = await log.head?.(this.id)
    if (!head || (head.epoch === this.#epoch && head.seq === this.canvas.seq)) return
    if (head.epoch !== this.#epoch) return void (await this.#startOver())
    if (head.seq < this.canvas.seq) {
      // Somebody brought an older one back. Asked to go on where it is not, the log takes a new epoch (CV46).
      await log.append(this.id, this.position, [])
      return void (await this.#startOver())
    }
    while (this.canvas.seq < head.seq) {
      const read = await log.read(this.id, this.canvas.seq + 1, head.seq, LIMITS.range)
      if (read === 'gone' || read[0]?.first !== this.canvas.seq + 1) return void (await this.#startOver())
      for (const commit of read) this.#fold(freeze(commit))
    }
  }

  /** Another log than the one that was seen. False when it cannot be read. */
  async #startOver(): Promise<boolean> {
    const before = this.position
    if (!(await this.#reload())) return false
    this.#parts.warn('canvas_log_replaced', { session: this.id, before, now: this.position })
    for (const watcher of this.#watchers) watcher.reset()
    return true
  }

  #fold(commit: Commit): void {
    const before = this.canvas
    const canvas = foldAll(before, commit.events)
    this.#head = { canvas, bytes: weigh(this.#head, canvas, commit.events) }
    this.#tell(commit, before)
  }

  #take(most: number): Waiting[] {
    const taken = this.#waiting.splice(0, Math.min(most, this.#waiting.length))
    for (const { bytes } of taken) this.#waitingBytes -= bytes
    return taken
  }

  /** Some that waited share one append; it is computed again when another writer was first. */
  async #flush(batch: Waiting[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const planned = this.#plan(batch)
        const commits = planned.flatMap(({ commit }) => commit ?? [])
        if (commits.length === 0) return this.#settle(planned)
        const appended = await this.#append(commits)
        if (this.#ended) return this.#refuse(batch, goneError(this.id))
        if (appended === 'ok') return this.#adopt(planned)
        if (appended === 'away' || !(await this.#catchUp(appended))) return this.#withoutLog(batch)
      }
      this.#refuse(batch, hewnError('CANVAS_BUSY', `${this.id}: other writers were first ${ATTEMPTS} times; try again`))
    } catch (error) {
      this.#parts.warn('canvas_failed', { session: this.id, error })
      this.#refuse(batch, hewnError('CANVAS_FAILED'))
    }
  }

  #plan(batch: Waiting[]): Planned[] {
    let head = this.#head
    return batch.map((waiting) => {
      const plan = planCommit(this.id, this.#epoch, head, waiting.steps, waiting.acting, this.#parts.derive)
      const first = head.canvas.seq + 1
      if (plan.ok) head = plan.value
      const changes = plan.ok && plan.value.events.length > 0
      const { seq } = head.canvas
      return { waiting, plan, seq, ...(changes ? { commit: this.#commit(first, plan.value, waiting.acting) } : {}) }
    })
  }

  #commit(first: number, { events }: Plan, { uid, by, turn, step, undoes }: Acting): Commit {
    return Object.freeze({
      epoch: this.#epoch,
      first,
      events,
      at: this.#parts.world.now(),
      actor: { uid, by },
      ...(turn === undefined ? {} : { turn }),
      ...(step === undefined ? {} : { step }),
      ...(undoes === undefined ? {} : { undoes }),
    })
  }

  async #append(commits: Commit[]): Promise<'away' | Awaited<ReturnType<CanvasLog['append']>>> {
    try {
      const { log, world } = this.#parts
      return await within(world, LOG_PATIENCE, log.append(this.id, this.position, commits), 'away')
    } catch (error) {
      this.#parts.warn('canvas_log_failed', { session: this.id, error })
      return 'away'
    }
  }

  #adopt(planned: Planned[]): void {
    for (const { plan, commit } of planned) {
      if (!plan.ok || !commit) continue
      const before = this.canvas
      this.#head = { canvas: plan.value.canvas, bytes: plan.value.bytes }
      this.#tell(commit, before, plan.value.size)
      this.#parts.carrier?.say(this.id, { kind: 'commit', commit })
    }
    this.#settle(planned)
    this.#saveNowAndThen()
  }

  #settle(planned: Planned[]): void {
    for (const { waiting, plan, seq } of planned) {
      waiting.settle(plan.ok ? ok({ data: plan.value.data, seq }) : plan)
    }
  }

  /** Somebody else has written: folds what was missed. False when the log cannot be trusted now. */
  async #catchUp(appended: { behind: Commit[] } | { epoch: string }): Promise<boolean> {
    if ('epoch' in appended) {
      return this.#startOver()
    }
    for (const commit of appended.behind) {
      if (commit.first !== this.canvas.seq + 1) break
      this.#fold(freeze(commit))
    }
    const last = appended.behind.at(-1)
    return last !== undefined && lastOf(last) === this.canvas.seq
  }

  #tell(commit: Commit, before: CanvasState, size?: number): void {
    // Without viewers nobody needs to know what a text was before.
    const watched = this.#watchers.size > 0
    const entry = this.ring.push(commit, groupOf(commit, watched ? before : undefined), size)
    this.#parts.publish(this.id, commit)
    for (const watcher of this.#watchers) watcher.committed(entry)
  }

  /** The log does not answer: reads go on, what would change something fails. */
  #withoutLog(batch: Waiting[]): void {
    for (const { steps, settle } of batch) {
      const plan = planCommit(this.id, this.#epoch, this.#head, steps)
      const reads = plan.ok && plan.value.events.length === 0
      settle(reads ? ok({ data: plan.value.data, seq: this.canvas.seq }) : fail(storeError()))
    }
  }

  #refuse(batch: Waiting[], error: ErrorBody): void {
    for (const { settle } of batch) settle(fail(error))
  }

  async #reload(): Promise<boolean> {
    try {
      const { log, world } = this.#parts
      const opened = await within(world, LOG_PATIENCE, log.open(this.id), undefined)
      if (!opened) return false
      this.#epoch = opened.epoch
      const base = opened.snapshot ? canvasOf(freeze(opened.snapshot)) : emptyCanvas()
      const canvas = foldAll(
        base,
        freeze(opened.tail).flatMap((commit) => commit.events),
      )
      this.#head = { canvas, bytes: weighAll(canvas) }
      this.#savedAt = base.seq
      this.ring.clear()
      for (const commit of opened.tail) this.ring.push(commit)
      return true
    } catch (error) {
      this.#parts.warn('canvas_log_failed', { session: this.id, error })
      return false
    }
  }

  // Off the commit's way: a snapshot only saves folding at the next start.
  #saveNowAndThen(): void {
    if (this.canvas.seq - this.#savedAt < SNAPSHOT_EVERY) return
    this.#savedAt = this.canvas.seq
    this.#parts.log
      .saveSnapshot(this.id, this.snapshot)
      .catch((error: unknown) => this.#parts.warn('canvas_snapshot_failed', { session: this.id, error }))
  }
}

interface Planned {
  waiting: Waiting
  plan: Result<Plan, ErrorBody>
  /** The head after it. */
  seq: number
  commit?: Commit
}

export const storeError = () =>
  hewnError('CANVAS_STORE', `The log of the canvas gave no answer within ${LOG_PATIENCE / 1000} s`)

export const goneError = (session: string) => hewnError('SESSION_NOT_FOUND', `There is no ${session}`)
