import {
  type BuildResult,
  type ErrorBody,
  fail,
  hewnError,
  type Job,
  type JobError,
  type JobId,
  ok,
  type Result,
  type Stage,
  type World,
} from '@hewn/model'
import {
  brokenError,
  type CancelledBy,
  type EndedJob,
  type Entry,
  errorOf,
  isSameWork,
  isSliderOf,
  missingRunner,
  newEntry,
  type Outcome,
  secondsOf,
  SLIDER,
} from './job-queue-entry.ts'
import { countAhead, whoIsNext } from './job-queue-turns.ts'
import type { KernelEvent } from './kernel.ts'
import type { JobEvent, JobOrder, JobQueue, JobStore, Runner, Work } from './ports.ts'

export interface JobQueueLimits {
  /** Scripts that run at once. */
  running: number
  /** Box builds that run at once; they never wait for scripts. As many as scripts unless said. */
  boxes?: number
  /** Jobs that wait: all, and of one lane. */
  waiting: number
  perLane: number
  /** Seconds a job waits before it expires. */
  waitSeconds: number
  /** Seconds that running jobs get when the queue closes. */
  drainSeconds?: number
}

export interface JobQueueOptions {
  store: JobStore
  /** Looked at whenever a job comes or starts, so a runner may be put in later. Without one its jobs are refused. */
  runners: { [Kind in Work['kind']]?: Runner<Extract<Work, { kind: Kind }>> }
  world: World
  limits: JobQueueLimits
  /** Told of defects: a runner or listener that threw, a store that failed. */
  report?: (error: unknown, job?: JobId) => void
}

export interface EmbeddedJobQueue extends JobQueue {
  /** At the start, and now and then where servers share the rows: what one that is no more left behind ends as interrupted. */
  recover(): Promise<Job[]>
  /** Seconds until it makes sense to ask again, from the median duration: 1 to 60. */
  retryAfter(): number
}

/** A running slider build makes way for a newer one after this. */
const MAKES_WAY_AFTER = 1_000
/** A cancelled runner that has not stopped by then is no longer waited for. */
const STOPS_WITHIN = 5_000
/** What a runner gets above its own limit before the queue ends the job without it. */
const PATIENCE = 15_000
const DRAIN_SECONDS = 20
const DURATIONS_KEPT = 31

/**
 * Decides who runs next, in this process; the rows of `store` are the truth (server.md §4). Classes first, lanes take
 * turns, and every job ends: done, failed or cancelled, whatever its runner does.
 */
export function createJobQueue({
  store,
  runners,
  world,
  limits,
  report = () => {},
}: JobQueueOptions): EmbeddedJobQueue {
  const entries = new Map<JobId, Entry>()
  const servedAt = new Map<string, number>()
  const durations: number[] = []
  let places = 0
  let turns = 0
  let closing: Promise<void> | undefined

  const all = () => [...entries.values()]
  const waiting = () => all().filter(({ phase }) => phase === 'adding' || phase === 'waiting')
  const running = () => all().filter(({ phase }) => phase === 'starting' || phase === 'running')
  const room: Record<Work['kind'], number> = {
    part: limits.running,
    box: limits.boxes ?? limits.running,
    // What a check has to do nobody waits for: one at a time, in a place that no script wants (KN69).
    check: 1,
  }

  async function submit(order: JobOrder): ReturnType<JobQueue['submit']> {
    const replaced = order.class === SLIDER ? waiting().filter((entry) => isSliderOf(entry, order.lane)) : []
    const refused = refusal(order, replaced)
    if (refused) return fail(refused)
    const entry = newEntry(order, world.now(), ++places)
    const ahead = countAhead(
      entry,
      waiting().filter((it) => !replaced.includes(it) && isSameWork(it, entry)),
      servedAt,
      world.now(),
    )
    entries.set(order.job.id, entry)
    const job: Job = { ...order.job, state: 'queued', queuedAt: entry.queuedAt, ahead }
    try {
      const { class: urgency, lane, prompt, scriptHash, attached } = order
      await store.add({
        job,
        lane,
        class: urgency,
        attached,
        ...(prompt !== undefined && { prompt }),
        ...(scriptHash !== undefined && { scriptHash }),
      })
    } catch (error) {
      // Without a row there is no job: whoever asked hears of it, nobody else does.
      leave(entry)
      throw error
    }
    entry.phase = 'waiting'
    tell(entry, { t: 'state', job })
    // One that has got its turn meanwhile is no longer waiting: it makes way as a running one does.
    for (const older of waiting()) if (replaced.includes(older)) void cancel(older.order.job.id, 'newer')
    if (entry.cancelledBy) void endWaiting(entry, { state: 'cancelled', by: entry.cancelledBy })
    else expireLater(entry)
    makeWayFor(entry)
    startNext()
    return ok({ id: order.job.id, ended: entry.ended })
  }

  function refusal(order: JobOrder, replaced: Entry[]): ErrorBody | undefined {
    if (closing) return hewnError('JOB_INTERRUPTED', 'The server is stopping and takes no new jobs.')
    if (!runners[order.work.kind]) return missingRunner(order.work.kind)
    const others = waiting().filter((entry) => !replaced.includes(entry))
    const ofLane = others.filter(({ lane }) => lane === order.lane).length
    const again = `Try again in ${retryAfter()} s.`
    if (others.length >= limits.waiting)
      return hewnError(
        'LIMIT_QUEUE',
        `${others.length} jobs are waiting, and no more than ${limits.waiting} may. ${again}`,
      )
    if (ofLane >= limits.perLane)
      return hewnError(
        'LIMIT_QUEUE',
        `${ofLane} jobs are waiting here, and no more than ${limits.perLane} may. ${again}`,
      )
    return undefined
  }

  function expireLater(entry: Entry): void {
    later(entry, limits.waitSeconds * 1000, () => {
      if (entry.phase !== 'waiting') return
      const message = `The job waited ${limits.waitSeconds} s for its turn, the longest it may. HEWN_QUEUE_WAIT raises that.`
      void endWaiting(entry, { state: 'failed', error: errorOf('JOB_EXPIRED', message) })
    })
  }

  // ── Turns ──────────────────────────────────────────────────────────────────────────────────────────────────────

  function startNext(): void {
    for (const kind of ['box', 'part', 'check'] as const)
      for (;;) {
        const active = running().filter(({ order }) => order.work.kind === kind)
        if (kind === 'check' && (!hasPlaceLeft() || waiting().some(({ order }) => order.work.kind === 'part'))) break
        if (active.length >= room[kind]) break
        const ready = waiting().filter(
          ({ phase, order, lane, class: urgency }) =>
            phase === 'waiting' &&
            order.work.kind === kind &&
            (urgency !== SLIDER || !running().some((entry) => isSliderOf(entry, lane))),
        )
        const next = whoIsNext(ready, servedAt, world.now())
        if (!next) break
        servedAt.set(next.lane, ++turns)
        next.phase = 'starting'
        void run(next)
        if (!hasPlaceLeft()) checksMakeWay()
      }
  }

  const hasPlaceLeft = () => running().filter(({ order }) => order.work.kind === 'part').length < room.part

  /** What they have found so far is kept by whoever runs them; the rest waits for a place again. */
  function checksMakeWay(): void {
    for (const entry of running()) {
      if (entry.order.work.kind !== 'check' || entry.makesWay) continue
      entry.makesWay = true
      entry.abort.abort()
    }
  }

  /** One slider build of a session runs: it may finish, so the picture keeps moving, unless it takes too long. */
  function makeWayFor(newer: Entry): void {
    if (newer.class !== SLIDER) return
    for (const older of running()) if (isSliderOf(older, newer.lane)) makeWayInTime(older)
  }

  function makeWayInTime(older: Entry): void {
    const ran = world.now() - older.startedAt
    later(older, Math.max(0, MAKES_WAY_AFTER - ran), () => {
      if (waiting().some((entry) => isSliderOf(entry, older.lane))) void cancel(older.order.job.id, 'newer')
    })
  }

  // ── One job ────────────────────────────────────────────────────────────────────────────────────────────────────

  async function run(entry: Entry): Promise<void> {
    try {
      entry.startedAt = world.now()
      const job: Job = { ...entry.order.job, state: 'running', startedAt: entry.startedAt, stage: 'start' }
      if (!(await store.move(job.id, 'queued', job))) return await yieldTo(entry)
      entry.phase = 'running'
      tell(entry, { t: 'state', job })
      const outcome = await outcomeOf(entry)
      if (entry.makesWay && outcome.state === 'failed' && !closing) await waitAgain(entry)
      else await endRunning(entry, outcome)
    } catch (error) {
      report(error, entry.order.job.id)
      finish(entry, failedJob(entry, brokenError('The state of this job could not be written down')))
    }
  }

  async function waitAgain(entry: Entry): Promise<void> {
    await entry.noted
    for (const stop of entry.timers) stop()
    entry.timers.clear()
    const others = waiting().filter((it) => isSameWork(it, entry))
    const ahead = countAhead(entry, others, servedAt, world.now())
    const job: Job = { ...entry.order.job, state: 'queued', queuedAt: entry.queuedAt, ahead }
    if (!(await store.move(job.id, 'running', job))) return await yieldTo(entry)
    Object.assign(entry, {
      phase: 'waiting',
      makesWay: false,
      abort: new AbortController(),
      stage: 'start',
      startedAt: 0,
    })
    tell(entry, { t: 'state', job })
    if (entry.cancelledBy) return await endWaiting(entry, { state: 'cancelled', by: entry.cancelledBy })
    expireLater(entry)
    startNext()
  }

  /** The row was no longer waiting: somebody else has it, and what they made of it is the truth. */
  async function yieldTo(entry: Entry): Promise<void> {
    const row = await store.get(entry.order.job.id)
    finish(entry, row?.job ?? failedJob(entry, brokenError('The row of this job is gone')))
  }

  /** What its runner answers, or what becomes of a job whose runner does not answer in time. */
  function outcomeOf(entry: Entry): Promise<Outcome> {
    const stopped = (): Outcome => ({ state: 'cancelled', by: entry.cancelledBy ?? 'user' })
    if (entry.cancelledBy) return Promise.resolve(stopped())
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    entry.abort.signal.addEventListener('abort', () => {
      if (entry.cancelledBy) later(entry, STOPS_WITHIN, () => resolve(stopped()))
    })
    const seconds = secondsOf(entry.order.work)
    later(entry, seconds * 1000 + PATIENCE, () => {
      if (entry.cancelledBy) return
      entry.abort.abort()
      const message = `There was no answer ${PATIENCE / 1000} s after the limit of ${seconds} s. The job was given up.`
      resolve({ state: 'failed', error: errorOf('JOB_TIMEOUT', message) })
    })
    const answered = ask(entry).then((answer): Outcome => {
      // Who was told that it is cancelled finds it cancelled, though it was done in the same moment.
      if (entry.cancelledBy) return stopped()
      return answer.ok ? { state: 'done', result: answer.value } : { state: 'failed', error: answer.error }
    })
    return Promise.race([answered, promise])
  }

  /** A runner that throws is a defect of ours, and still an answer. */
  async function ask(entry: Entry): Promise<Result<BuildResult, JobError>> {
    const hear = (event: KernelEvent) => {
      if (entry.phase !== 'running' || entry.isOver) return
      if (event.t === 'layer') entry.shown.push(event.layer)
      if (event.t === 'stage') noteStage(entry, event.stage)
      tell(entry, event)
    }
    const { work } = entry.order
    try {
      const runner: Runner | undefined = runners[work.kind] as Runner | undefined
      return runner ? await runner(work, hear, entry.abort.signal) : fail(missingRunner(work.kind))
    } catch (error) {
      report(error, entry.order.job.id)
      return fail(brokenError('What builds this failed'))
    }
  }

  /** The row says what the job is doing, so whoever asks later knows; how far it is stays with who listens. */
  function noteStage(entry: Entry, stage: Stage): void {
    if (stage === entry.stage) return
    entry.stage = stage
    const job: Job = { ...entry.order.job, state: 'running', startedAt: entry.startedAt, stage }
    entry.noted = entry.noted
      .then(() => store.move(job.id, 'running', job))
      .then(
        () => undefined,
        (error: unknown) => report(error, job.id),
      )
  }

  async function endRunning(entry: Entry, outcome: Outcome): Promise<void> {
    entry.isOver = true
    await entry.noted
    await endAs(entry, 'running', endedJob(entry, outcome))
  }

  async function endWaiting(entry: Entry, outcome: Outcome): Promise<void> {
    if (entry.phase !== 'waiting') return
    // From here on nobody starts it.
    entry.phase = 'ended'
    await endAs(entry, 'queued', endedJob(entry, outcome))
  }

  async function endAs(entry: Entry, from: 'queued' | 'running', job: EndedJob): Promise<void> {
    try {
      const won = await store.move(job.id, from, job)
      finish(entry, won ? job : ((await store.get(job.id))?.job ?? job))
    } catch (error) {
      report(error, entry.order.job.id)
      finish(entry, failedJob(entry, brokenError('The end of this job could not be written down')))
    }
  }

  function endedJob(entry: Entry, outcome: Outcome): EndedJob {
    const endedAt = world.now()
    if (outcome.state !== 'done') {
      const partial = outcome.state === 'failed' && entry.shown.length > 0 && { partial: entry.shown }
      return { ...entry.order.job, ...outcome, endedAt, ...partial }
    }
    const { result } = outcome
    const timings = { ...result.timings, queue: entry.startedAt - entry.queuedAt, total: endedAt - entry.queuedAt }
    return { ...entry.order.job, state: 'done', endedAt, result: { ...result, timings } }
  }

  function failedJob(entry: Entry, error: JobError): EndedJob {
    return endedJob(entry, { state: 'failed', error })
  }

  function finish(entry: Entry, job: Job): void {
    if (entry.startedAt > 0) remember(world.now() - entry.startedAt)
    leave(entry)
    tell(entry, { t: 'state', job })
    entry.end(job)
    startNext()
  }

  function leave(entry: Entry): void {
    entry.phase = 'ended'
    for (const stop of entry.timers) stop()
    entries.delete(entry.order.job.id)
    // A lane with nothing here starts anew, so the map is never larger than the queue.
    if (!all().some(({ lane }) => lane === entry.lane)) servedAt.delete(entry.lane)
  }

  // ── From outside ───────────────────────────────────────────────────────────────────────────────────────────────

  async function cancel(id: JobId, by: CancelledBy): Promise<boolean> {
    const entry = entries.get(id)
    if (!entry) return false
    if (!entry.cancelledBy) {
      entry.cancelledBy = by
      if (entry.phase === 'waiting') void endWaiting(entry, { state: 'cancelled', by })
      else entry.abort.abort()
    }
    return (await entry.ended).state === 'cancelled'
  }

  async function recover(): Promise<Job[]> {
    const rows = await Promise.all((['running', 'queued'] as const).map((state) => store.list({ state, left: true })))
    const left = rows.flat().filter(({ job }) => !entries.has(job.id))
    const ended: Job[] = []
    for (const { job } of left) {
      const { id, sessionId, kind, turn, version } = job
      const failed: Job = {
        id,
        sessionId,
        kind,
        ...(turn !== undefined && { turn }),
        ...(version !== undefined && { version }),
        state: 'failed',
        endedAt: world.now(),
        error: errorOf('JOB_INTERRUPTED', `The server stopped while this job was ${job.state}. Nothing of it is kept.`),
      }
      if (await store.move(id, job.state, failed)) ended.push(failed)
    }
    return ended
  }

  async function close(): Promise<void> {
    closing ??= drain()
    await closing
  }

  async function drain(): Promise<void> {
    for (const { order } of waiting()) void cancel(order.job.id, 'shutdown')
    const hurry = world.after((limits.drainSeconds ?? DRAIN_SECONDS) * 1000, () => {
      for (const { order } of all()) void cancel(order.job.id, 'shutdown')
    })
    await Promise.all(all().map(({ ended }) => ended))
    hurry()
  }

  function retryAfter(): number {
    const middle = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 0
    return Math.min(60, Math.max(1, Math.ceil(middle / 1000)))
  }

  function remember(duration: number): void {
    durations.push(duration)
    if (durations.length > DURATIONS_KEPT) durations.shift()
  }

  function later(entry: Entry, milliseconds: number, run: () => void): void {
    entry.timers.add(world.after(milliseconds, run))
  }

  /** A listener that throws has a defect; the job goes on. */
  function tell(entry: Entry, event: JobEvent): void {
    try {
      entry.order.on(event)
    } catch (error) {
      report(error)
    }
  }

  return {
    submit,
    cancel,
    counts: () => ({ waiting: waiting().length, running: running().length }),
    close,
    recover,
    retryAfter,
  }
}
