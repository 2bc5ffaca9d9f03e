import { fileURLToPath } from 'node:url'
import { fail, type JobError, ok, type Result } from '@hewn/model'
import type { HostFrame } from '@hewn/protocol'
import { ALL_BEHAVIOURS, isolationFrom, UNMEASURED } from '../isolation.ts'
import type { KernelReport } from '../kernel.ts'
import { jobError } from '../script-ending.ts'
import type { Worker, WorkerFactory, WorkerKind } from '../worker-factory.ts'
import { type Probed, probe } from './probe.ts'
import { slots } from './slots.ts'
import { type Ready, startWorker, type WorkerProcess } from './worker-process.ts'

export interface SpawnOptions {
  /** Absolute path of an interpreter that has build123d. */
  python: string
  /** Workers that wait with everything imported; a build takes two. 0 starts a fresh Python for each, after a first that says what it is. */
  warm?: number
  /** Folder that holds `worker.py` and `hewn_runner/`. */
  runner?: string
  /** Folder for the slots; the system's temporary folder by default. */
  scratch?: string
  /** Hears what a process of ours said when it went wrong. It may name places of this machine, so it is for the server's log only. */
  warn?: (text: string) => void
}

const RUNNER = fileURLToPath(new URL('../../../../python/runner', import.meta.url))
/** How many import at the same time: more would only slow each other down. */
const STARTING = 2
/** A pool is filled again when the running script has ended, or after this (KN7). */
const REFILL = 250
const BACK_OFF = { first: 500, most: 30_000 }
/** So many failed starts in a row mean that this Python cannot do it. */
const GIVE_UP = 3

/**
 * The same single-use worker as the zygote's, made by starting Python ahead of time (KN9): slow to refill, as fast to hand over.
 * @example const factory = spawnFactory({ python: '/usr/bin/python3', warm: 4 })
 */
export function spawnFactory(options: SpawnOptions): WorkerFactory {
  const { python, warm = 4, runner = RUNNER, scratch, warn = () => undefined } = options
  const folders = slots(scratch)
  const source = { python, runner, wipe: folders.wipe }
  const alive = new Set<WorkerProcess>()
  const parked: WorkerProcess[] = []
  const waiting: ((worker: Result<Worker, JobError>) => void)[] = []
  let starting = 0
  let failures = 0
  let why: string | undefined
  let hello: Ready | undefined
  let isolation = UNMEASURED
  /** Layers that the probe had; a worker without one of them runs nothing. */
  let locks: string[] = []
  let closed = false
  let retry: NodeJS.Timeout | undefined

  /** Keeps as many starting as are wanted, and no more than import well side by side. */
  function fill(): void {
    if (closed || retry) return
    // Without one that said what it is, or after failures, one is wanted whatever `warm` says.
    const least = hello && failures === 0 ? 0 : 1
    while (starting < STARTING && parked.length + starting < Math.max(warm, waiting.length, least)) void start()
  }

  async function start(): Promise<void> {
    starting++
    const worker = await launch('room').catch(unlaunched)
    const ready = await worker?.ready
    starting--
    if (closed) return
    if (worker === undefined || ready === undefined || ready.build123d === undefined) {
      await worker?.dispose()
      complain(worker)
      failed()
      return
    }
    failures = 0
    why = undefined
    hello = ready
    const probed = await probing
    // A probe that gave no answer is taken to mean that nothing held.
    isolation = isolationFrom(probed?.failed ?? ALL_BEHAVIOURS, probed?.layers ?? {}, ready.threads)
    locks = locksOf(probed)
    park(worker)
    fill()
  }

  function park(worker: WorkerProcess): void {
    const next = waiting.shift()
    if (next) {
      next(ok(handedOut(worker)))
      return
    }
    parked.push(worker)
    void replaced(worker)
  }

  /** As its holder sees it: one that was never told anything goes back to the others. */
  function handedOut(worker: WorkerProcess): Worker {
    let returned = false
    return {
      slot: worker.slot,
      pid: worker.pid,
      ended: worker.ended,
      send: (frame, payload) => send(worker, frame, payload),
      onFrame: worker.onFrame,
      onLog: worker.onLog,
      kill: worker.kill,
      collect: worker.collect,
      async dispose() {
        if (!worker.isFresh || closed || !alive.has(worker)) return worker.dispose()
        if (!returned) park(worker)
        returned = true
        return undefined
      },
    }
  }

  function send(worker: WorkerProcess, frame: HostFrame, payload?: Uint8Array): Promise<void> {
    // No user code runs where shapes are measured, so what is said there is ours.
    if (frame.t === 'shapes') void worker.ended.then(() => complain(worker))
    const isJob = frame.t === 'run' || frame.t === 'shapes' || frame.t === 'read'
    return worker.send(isJob ? { ...frame, locks } : frame, payload)
  }

  function complain(worker: WorkerProcess | undefined): void {
    const words = worker?.lastWords().trim()
    if (words) warn(words)
  }

  /** No folder could be made, or no process. */
  function unlaunched(error: unknown): undefined {
    warn(String(error))
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
    why = 'Python could not be made ready to build'
    if (failures >= GIVE_UP) for (const next of waiting.splice(0)) next(fail(jobError('KERNEL_MISSING', why)))
    const delay = Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (failures - 1))
    retry ??= setTimeout(() => {
      retry = undefined
      fill()
    }, delay).unref()
  }

  async function launch(kind: WorkerKind): Promise<WorkerProcess> {
    const worker = startWorker(kind, await folders.make(), source)
    alive.add(worker)
    void worker.ended.then(() => alive.delete(worker))
    if (closed) await worker.dispose()
    return worker
  }

  /** Asked once, before the first script runs: what a locked worker can still do (KN23). */
  async function measure(): Promise<Probed | undefined> {
    const worker = await launch('reader')
    const probed = (await worker.ready) ? await probe(worker, await folders.make()) : undefined
    await worker.dispose()
    return probed
  }

  async function reader(): Promise<Result<Worker, JobError>> {
    const worker = await launch('reader').catch(unlaunched)
    if (worker && (await worker.ready)) {
      locks = locksOf(await probing)
      return ok({ ...worker, send: (frame, payload) => send(worker, frame, payload) })
    }
    await worker?.dispose()
    complain(worker)
    return fail(jobError('KERNEL_MISSING', 'Python could not be started.'))
  }

  const probing = measure().catch(() => undefined)
  fill()

  return {
    report(): KernelReport {
      const broken = failures >= GIVE_UP
      return {
        state: broken ? 'missing' : hello && isolation !== UNMEASURED ? 'ready' : 'starting',
        mode: 'spawn',
        ...(why === undefined ? {} : { why }),
        warm: parked.length,
        python: hello?.python ?? '',
        build123d: hello?.build123d ?? '',
        occt: hello?.occt ?? '',
        isolation,
      }
    },
    async order(kind) {
      if (closed) return fail(jobError('JOB_INTERRUPTED', 'The kernel is closing.'))
      if (kind === 'reader') return reader()
      const worker = parked.shift()
      if (worker) {
        void refilled(worker)
        return ok(handedOut(worker))
      }
      if (failures >= GIVE_UP) return fail(jobError('KERNEL_MISSING', why))
      return new Promise((resolve) => {
        waiting.push(resolve)
        fill()
      })
    },
    async close() {
      closed = true
      clearTimeout(retry)
      for (const next of waiting.splice(0)) next(fail(jobError('JOB_INTERRUPTED', 'The kernel is closing.')))
      await Promise.all([...alive].map((worker) => worker.dispose()))
      await folders.close()
    },
  }
}

const locksOf = (probed: Probed | undefined): string[] =>
  Object.entries(probed?.layers ?? {}).flatMap(([layer, held]) => (held ? [layer] : []))
