import { availableParallelism } from 'node:os'
import { fail, type JobError, ok, type Result } from '@hewn/model'
import type { HostFrame } from '@hewn/protocol'
import { jobError } from '../script-ending.ts'
import type { Worker } from '../worker-factory.ts'
import type { WorkerProcess } from './worker-over.ts'

export interface WorkerPoolOptions {
  /** How many wait, ready for a job. */
  warm: number
  /** How many may start at the same time. */
  starting: number
  /** Whether one is wanted although nobody asked: to learn what it is. */
  least(): number
  /** One that is ready, or nothing when it could not be made so. */
  launch(): Promise<WorkerProcess | undefined>
  /** Layers of the room without which a worker runs nothing. */
  locks(): string[]
  /** Hears what a process of ours said when it went wrong. */
  warn(text: string): void
}

export interface WorkerPool {
  readonly parked: number
  /** How many starts failed one after another. */
  readonly failures: number
  order(): Promise<Result<Worker, JobError>>
  /** One that waits makes ready for a job that is near. */
  heat(): void
  /** As its holder sees it: told which locks there must be. */
  dressed(worker: WorkerProcess): Worker
  fill(): void
  /** Those that wait now give way to new ones. */
  renew(): Promise<void>
  close(): Promise<void>
}

/** A pool is filled again when the running script has ended, or after this (KN7). */
const REFILL = 250
const BACK_OFF = { first: 500, most: 30_000 }
/** So many failed starts in a row mean that this Python cannot do it. */
export const GIVE_UP = 3
export const NOT_READY = 'Python could not be made ready to build'

/** Workers that wait, whoever starts them: handed out once, filled up again in a quiet moment (KN7). */
export function workerPool({ warm, starting: most, least, launch, locks, warn }: WorkerPoolOptions): WorkerPool {
  const alive = new Set<WorkerProcess>()
  const parked: WorkerProcess[] = []
  const waiting: ((worker: Result<Worker, JobError>) => void)[] = []
  const running = new Set<WorkerProcess>()
  const measuring = new WeakSet<WorkerProcess>()
  /** Whether one that waits has made ready for a job that is near, or is about to. */
  const hot = new WeakMap<WorkerProcess, boolean>()
  let starting = 0
  let failures = 0
  let closed = false
  let retry: NodeJS.Timeout | undefined

  /** Keeps as many starting as are wanted, and no more than start well side by side. */
  function fill(): void {
    if (closed || retry) return
    // After failures one is wanted whatever `warm` says.
    const wanted = Math.max(warm, waiting.length, failures > 0 ? 1 : least())
    while (starting < most && parked.length + starting < wanted) void start()
  }

  async function start(): Promise<void> {
    starting++
    const worker = await launch().catch((error: unknown) => warn(String(error)))
    starting--
    if (closed) return worker?.dispose()
    if (worker === undefined) return failed()
    failures = 0
    alive.add(worker)
    void worker.ended.then(() => alive.delete(worker))
    park(worker)
    return fill()
  }

  function park(worker: WorkerProcess): void {
    if (!worker.isThere) return void worker.dispose().then(fill)
    const first = waiting.shift()
    if (first) {
      first(ok(handedOut(worker)))
      return
    }
    parked.push(worker)
    void replaced(worker)
  }

  /** One that was never told anything goes back to the others. */
  function handedOut(worker: WorkerProcess): Worker {
    let returned = false
    return {
      ...dressed(worker),
      async dispose() {
        if (!worker.isFresh || closed || !alive.has(worker)) return worker.dispose()
        if (!returned) park(worker)
        returned = true
        return undefined
      },
    }
  }

  function dressed(worker: WorkerProcess): Worker {
    const { slot, pid, silent, ended, onFrame, onLog, kill, collect, dispose } = worker
    return { slot, pid, silent, ended, onFrame, onLog, kill, collect, dispose, send }

    function send(frame: HostFrame, payload?: Uint8Array): Promise<void> {
      // No user code runs where shapes are measured, so what is said there is ours.
      if (frame.t === 'shapes' && !measuring.has(worker)) {
        measuring.add(worker)
        void ended.then(() => complain(worker))
      }
      // One that only waits for its values takes no core from anybody.
      if ((frame.t === 'run' && frame.ahead === undefined) || frame.t === 'go') {
        running.add(worker)
        void silent.then(() => running.delete(worker))
      }
      if (frame.t === 'go') return worker.send({ ...frame, threads: threads() }, payload)
      if (frame.t === 'run' || frame.t === 'shapes')
        return worker.send({ ...frame, locks: locks(), threads: threads() }, payload)
      return worker.send(frame.t === 'read' ? { ...frame, locks: locks() } : frame, payload)
    }
  }

  /** Cores by jobs that run now (KN11). */
  function threads(): number {
    return Math.max(1, Math.floor(availableParallelism() / Math.max(1, running.size)))
  }

  function complain(worker: WorkerProcess): void {
    const words = worker.lastWords().trim()
    if (words) warn(words)
  }

  /** The one that is readiest; one that is busy making ready comes last. */
  function next(): WorkerProcess | undefined {
    // Those of a parent that has just died are no use, though their own ends may not have been told yet.
    const there = parked.filter((one) => one.isThere)
    const worker = there.find((one) => hot.get(one) === true) ?? there.find((one) => !hot.has(one)) ?? there[0]
    if (worker) parked.splice(parked.indexOf(worker), 1)
    return worker
  }

  function heat(): void {
    if (parked.some((one) => hot.has(one))) return
    const worker = parked.find((one) => one.isThere)
    if (worker === undefined || closed) return
    hot.set(worker, false)
    void worker.heat().then((isReady) => isReady && hot.set(worker, true))
  }

  /** One that dies while it waits makes room for another. */
  async function replaced(worker: WorkerProcess): Promise<void> {
    await worker.ended
    const at = parked.indexOf(worker)
    if (at < 0) return
    parked.splice(at, 1)
    await worker.dispose()
    fill()
  }

  async function refilled(worker: WorkerProcess): Promise<void> {
    const timer = setTimeout(fill, REFILL)
    await worker.ended
    clearTimeout(timer)
    fill()
  }

  function failed(): void {
    failures++
    if (failures >= GIVE_UP) for (const next of waiting.splice(0)) next(fail(jobError('KERNEL_MISSING', NOT_READY)))
    const delay = Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (failures - 1))
    retry ??= setTimeout(() => {
      retry = undefined
      fill()
    }, delay).unref()
  }

  return {
    get parked() {
      return parked.length
    },
    get failures() {
      return failures
    },
    fill,
    heat,
    async renew() {
      const old = parked.splice(0)
      fill()
      await Promise.all(old.map((worker) => worker.dispose()))
    },
    dressed,
    async order() {
      if (closed) return closing()
      const worker = next()
      if (worker) {
        void refilled(worker)
        return ok(handedOut(worker))
      }
      if (failures >= GIVE_UP) return fail(jobError('KERNEL_MISSING', NOT_READY))
      return new Promise((resolve) => {
        waiting.push(resolve)
        fill()
      })
    },
    async close() {
      closed = true
      clearTimeout(retry)
      for (const next of waiting.splice(0)) next(closing())
      await Promise.all([...alive].map((worker) => worker.dispose()))
    },
  }
}

export const closing = () => fail(jobError('JOB_INTERRUPTED', 'The kernel is closing.'))
