import { fileURLToPath } from 'node:url'
import { fail, type JobError, ok, type Result } from '@hewn/model'
import { isolationFrom, UNMEASURED } from '../isolation.ts'
import type { KernelReport } from '../kernel.ts'
import { jobError } from '../script-ending.ts'
import type { Worker, WorkerFactory, WorkerKind } from '../worker-factory.ts'
import { type Probed, probe } from './probe.ts'
import { slots } from './slots.ts'
import type { Ready, WorkerProcess } from './worker-over.ts'
import { closing, GIVE_UP, NOT_READY, workerPool } from './worker-pool.ts'
import { startWorker } from './worker-process.ts'

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
  /** Locks that are left open: `files`, `calls`, `limits`, and the `users` of the slots. */
  without?: readonly string[]
  /** Folder of the owner's own fonts, beside those that ship with the runner. */
  fonts?: string
}

export const RUNNER = fileURLToPath(new URL('../../../../python/runner', import.meta.url))
/** How many import at the same time: more would only slow each other down. */
const STARTING = 2

/**
 * The same single-use worker as the zygote's, made by starting Python ahead of time (KN9): slow to refill, as fast to hand over.
 * @example const factory = spawnFactory({ python: '/usr/bin/python3', warm: 4 })
 */
export function spawnFactory(options: SpawnOptions): WorkerFactory {
  const { python, warm = 4, runner = RUNNER, scratch, without = [], warn = () => undefined } = options
  const folders = slots(scratch)
  const source = { python, runner, without, wipe: folders.wipe, ...(options.fonts ? { fonts: options.fonts } : {}) }
  const alive = new Set<WorkerProcess>()
  let hello: Ready | undefined
  let isolation = UNMEASURED
  /** Layers that the probe had; a worker without one of them runs nothing. */
  let locks: string[] = []
  let closed = false

  const pool = workerPool({
    warm,
    starting: STARTING,
    // Without one that said what it is, one is wanted whatever `warm` says.
    least: () => (hello ? 0 : 1),
    locks: () => locks,
    warn,
    async launch() {
      const worker = await start('room')
      const ready = await worker.ready
      if (ready?.build123d === undefined) return dropped(worker)
      hello = ready
      const probed = await probing
      // A probe that gave no answer is taken to mean that nothing held.
      isolation = isolationFrom({ form: 'spawn', threads: ready.threads, ...probed })
      locks = locksOf(probed)
      return worker
    },
  })

  async function start(kind: WorkerKind): Promise<WorkerProcess> {
    const worker = startWorker(kind, await folders.make(), source)
    alive.add(worker)
    void worker.ended.then(() => alive.delete(worker))
    if (closed) await worker.dispose()
    return worker
  }

  async function dropped(worker: WorkerProcess): Promise<undefined> {
    await worker.dispose()
    const words = worker.lastWords().trim()
    if (words && !closed) warn(words)
  }

  /** Asked once, before the first script runs: what a locked worker can still do (KN23). */
  async function measure(): Promise<Probed | undefined> {
    const begun = async () => {
      const worker = await start('reader')
      await worker.ready
      return worker
    }
    return probe({ start: begun, folder: await folders.make() })
  }

  async function reader(): Promise<Result<Worker, JobError>> {
    const worker = await start('reader').catch((error: unknown) => warn(String(error)))
    if (worker && (await worker.ready)) {
      locks = locksOf(await probing)
      return ok(pool.dressed(worker))
    }
    if (worker) await dropped(worker)
    return fail(jobError('KERNEL_MISSING', 'Python could not be started.'))
  }

  const probing = measure().catch(() => undefined)
  pool.fill()

  return {
    report(): KernelReport {
      const broken = pool.failures >= GIVE_UP
      return {
        state: broken ? 'missing' : hello && isolation !== UNMEASURED ? 'ready' : 'starting',
        mode: 'spawn',
        ...(pool.failures === 0 ? {} : { why: NOT_READY }),
        warm: pool.parked,
        python: hello?.python ?? '',
        build123d: hello?.build123d ?? '',
        occt: hello?.occt ?? '',
        isolation,
      }
    },
    async order(kind) {
      if (closed) return closing()
      return kind === 'reader' ? reader() : pool.order()
    },
    async close() {
      closed = true
      await Promise.all([pool.close(), ...[...alive].map((worker) => worker.dispose())])
      await folders.close()
    },
  }
}

export const locksOf = (probed: Probed | undefined): string[] =>
  Object.entries(probed?.layers ?? {}).flatMap(([layer, held]) => (held ? [layer] : []))
