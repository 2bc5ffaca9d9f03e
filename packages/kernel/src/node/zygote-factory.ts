import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok } from '@hewn/model'
import { AHEAD_KEPT } from '../ahead-runs.ts'
import { isolationFrom, UNMEASURED } from '../isolation.ts'
import type { KernelReport } from '../kernel.ts'
import { jobError } from '../script-ending.ts'
import { ROOMS_KEPT } from '../shape-rooms.ts'
import type { WorkerFactory } from '../worker-factory.ts'
import { type Probed, probe } from './probe.ts'
import { slots } from './slots.ts'
import { locksOf, RUNNER, type SpawnOptions } from './spawn-factory.ts'
import type { WorkerProcess } from './worker-over.ts'
import { closing, NOT_READY, workerPool } from './worker-pool.ts'
import { type RoomForm, startZygote, type Zygote, type ZygoteReady } from './zygote.ts'

export interface ZygoteFactoryOptions extends SpawnOptions {
  /** How the room is built. */
  form: RoomForm
  /** Scripts that run at once; each takes two slots. */
  jobs?: number
  /** So many deaths of the warm parent within a minute are taken for an accident. */
  deaths?: number
  /** Milliseconds after which the warm parent is replaced by a new one; a day. */
  renewAfter?: number
}

export interface ZygoteFactory extends WorkerFactory {
  /** Settles, with the reason, when forking does not work here; what to do instead is for somebody else to decide. */
  readonly broken: Promise<{ reason: string; refused: boolean }>
  /** The warm parent's number on this machine, for those who want to see what happens when it ends. */
  pid(): number
}

/** A fork takes 5 ms, one after another; what a worker does then, it does beside the others. */
const STARTING = 8
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** One that was replaced leaves with its last job, looked for so often; the reader alone does not keep it. */
const LEAVES = { look: 1_000, latest: 15 * MINUTE }
/** The first death is followed by a start at once. */
const BACK_OFF = 500
/** Beside those of pool and jobs: the reader, two for trying the room, rooms that wait for their session, runs for their values. */
const MORE_SLOTS = 3 + ROOMS_KEPT + AHEAD_KEPT

/**
 * Workers forked from one warm parent: there in milliseconds, with some 2 MB of their own (KN4 to KN8).
 * @example const factory = zygoteFactory({ python, warm: 4, jobs: 2, form: 'namespaces' })
 */
export function zygoteFactory(options: ZygoteFactoryOptions): ZygoteFactory {
  const { python, warm = 4, jobs = 2, deaths: most = 2, runner = RUNNER } = options
  const { form, without = [], warn = () => undefined, renewAfter = DAY } = options
  const folders = slots(options.scratch)
  const broken = Promise.withResolvers<{ reason: string; refused: boolean }>()
  const deaths: number[] = []
  let hello: ZygoteReady | undefined
  let isolation = UNMEASURED
  let locks: string[] = []
  let why: string | undefined
  let pid = 0
  /** Those that take no more orders. */
  const replaced = new Set<Zygote>()
  /** How many of each one's workers only read; one that is lost is replaced with the next question. */
  const readers = new Map<Zygote, number>()
  /** Those that are not asked for anything yet. */
  const candidates = new Set<Zygote>()
  let renewal: NodeJS.Timeout | undefined
  let closed = false
  let gaveUp = false
  /** The one that takes orders, once it is there; nothing when it did not come about, and then the next is under way. */
  let current: Promise<Zygote | undefined> = start()
  const pool = workerPool({ warm, starting: STARTING, least: () => 0, locks: () => locks, warn, launch })
  pool.fill()

  /** `beside`: another one serves; that this one does not come about changes nothing for it. */
  async function start(beside = false): Promise<Zygote | undefined> {
    if (closed) return undefined
    const count = warm + 2 * jobs + MORE_SLOTS
    const more = options.fonts === undefined ? {} : { fonts: options.fonts }
    const scratch = await folders.make()
    const zygote = await startZygote({ python, runner, form, without, slots: count, scratch, ...more })
    if (beside) candidates.add(zygote)
    else pid = zygote.pid
    if (closed) return ended(zygote)
    const ready = await zygote.ready
    void zygote.gone.then(({ words, refused }) => (refused && !beside ? giveUp(words, true) : died(zygote, words)))
    if (ready === undefined) return undefined
    if (ready.problems.length > 0) {
      if (!beside) giveUp(`Python cannot be forked after its imports: ${ready.problems.join('; ')}`)
      return ended(zygote)
    }
    const probed = await measure(zygote).catch(() => undefined)
    // A probe that gave no answer is taken to mean that nothing held.
    isolation = isolationFrom({ form, threads: ready.threads, ...probed })
    locks = locksOf(probed)
    hello = ready
    why = undefined
    clearTimeout(renewal)
    renewal = setTimeout(() => void renew(zygote), renewAfter).unref()
    return zygote
  }

  /** A new one is started beside the old, which takes no more orders and leaves with its last worker (KN8). */
  async function renew(old: Zygote): Promise<void> {
    if (closed || gaveUp || (await current) !== old) return
    const next = await start(true).catch(() => undefined)
    if (next === undefined) {
      renewal = setTimeout(() => void renew(old), renewAfter).unref()
      return
    }
    if (closed || (await current) !== old) return next.close()
    candidates.delete(next)
    replaced.add(old)
    current = Promise.resolve(next)
    pid = next.pid
    await pool.renew()
    for (
      let waited = 0;
      old.workers() > (readers.get(old) ?? 0) && waited < LEAVES.latest && replaced.has(old);
      waited += LEAVES.look
    )
      await sleep(LEAVES.look, undefined, { ref: false })
    await old.close()
    readers.delete(old)
  }

  function died(zygote: Zygote, words: string): void {
    void zygote.close()
    if (closed || gaveUp || replaced.delete(zygote) || candidates.delete(zygote)) return
    if (words) warn(words)
    const now = Date.now()
    while (deaths[0] !== undefined && now - deaths[0] > MINUTE) deaths.shift()
    deaths.push(now)
    if (deaths.length > most) return giveUp(`the warm Python ended ${deaths.length} times within a minute`)
    why = 'Python is being started again'
    current = sleep(deaths.length === 1 ? 0 : BACK_OFF * 2 ** (deaths.length - 2), undefined, { ref: false }).then(
      start,
    )
    pool.fill()
    return undefined
  }

  /** `refused`: not forking but the room is what this machine does not allow. */
  function giveUp(reason: string, refused = false): void {
    gaveUp = true
    why = reason
    current = Promise.resolve(undefined)
    broken.resolve({ reason, refused })
  }

  async function ended(zygote: Zygote): Promise<undefined> {
    await zygote.close()
  }

  /** A start that came to nothing is followed by another, until it is given up. */
  async function living(): Promise<Zygote | undefined> {
    const starting = current
    const zygote = await starting
    return zygote !== undefined || starting === current ? zygote : living()
  }

  async function launch(): Promise<WorkerProcess | undefined> {
    const zygote = await living()
    const worker = await zygote?.order()
    const ready = await worker?.ready
    if (worker === undefined || ready !== undefined) return worker
    await worker.dispose()
    const words = worker.lastWords().trim()
    if (words) warn(words)
    return undefined
  }

  function counted(zygote: Zygote, reader: WorkerProcess): void {
    readers.set(zygote, (readers.get(zygote) ?? 0) + 1)
    void reader.ended.then(() => readers.set(zygote, (readers.get(zygote) ?? 1) - 1))
  }

  /** Before the first script, what locked workers can still do, also to each other (KN23). */
  async function measure(zygote: Zygote): Promise<Probed | undefined> {
    const begun = async () => {
      const worker = await zygote.order()
      if ((await worker.ready) === undefined) warn(worker.lastWords())
      return worker
    }
    const neighbour = await begun()
    try {
      return await probe({ start: begun, folder: await folders.make(), neighbour })
    } finally {
      await neighbour.dispose()
    }
  }

  return {
    broken: broken.promise,
    pid: () => pid,
    report(): KernelReport {
      return {
        state: gaveUp ? 'missing' : hello ? 'ready' : 'starting',
        mode: 'zygote',
        ...(why === undefined ? {} : { why }),
        warm: pool.parked,
        python: hello?.python ?? '',
        build123d: hello?.build123d ?? '',
        occt: hello?.occt ?? '',
        isolation,
      }
    },
    async order(kind) {
      if (closed) return closing()
      if (kind === 'room') return pool.order()
      const zygote = await living()
      const worker = await launch().catch((error: unknown) => warn(String(error)))
      if (zygote && worker) counted(zygote, worker)
      return worker ? ok(pool.dressed(worker)) : fail(jobError('KERNEL_MISSING', NOT_READY))
    },
    heat: () => pool.heat(),
    async close() {
      if (closed) return
      closed = true
      clearTimeout(renewal)
      const zygote = await current.catch(() => undefined)
      await pool.close()
      await Promise.all([zygote, ...replaced, ...candidates].map((one) => one?.close()))
      await folders.close()
    },
  }
}
