import type { WorkerFactory } from '../worker-factory.ts'
import { type SpawnOptions, spawnFactory } from './spawn-factory.ts'
import type { RoomForm } from './zygote.ts'
import { type ZygoteFactory, zygoteFactory } from './zygote-factory.ts'

export interface WorkerFactoryOptions extends SpawnOptions {
  /** Scripts that run at once. */
  jobs?: number
  /** `auto` takes the best that this machine allows; a way by its name never falls back on another. */
  sandbox?: Sandbox
}

/** How scripts are held. `off` holds them by nothing, and is reported so. */
export type Sandbox = 'auto' | RoomForm | 'off'

/** How a room is tried to be built, best first. */
const FORMS: readonly RoomForm[] = ['namespaces', 'bare']
const LOCKS = ['files', 'calls']

/**
 * Workers in the best way there is on this machine: forked from a warm parent where that can be, else started one by one (KN9).
 * @example const factory = workerFactory({ python: '/usr/bin/python3', warm: 4, jobs: 2 })
 */
export function workerFactory(options: WorkerFactoryOptions): WorkerFactory {
  const { warn = () => undefined, sandbox = 'auto' } = options
  const forms = sandbox === 'auto' ? FORMS : sandbox === 'off' ? (['bare'] as const) : [sandbox]
  const without = sandbox === 'off' ? LOCKS : []
  let closed = false
  let why: string | undefined
  const canFork = process.platform === 'linux' && (sandbox !== 'auto' || options.warm !== 0)
  let current = canFork ? forked(0) : spawned()

  function forked(at: number): WorkerFactory {
    const form = forms[at]
    if (form === undefined) return spawned()
    const factory = zygoteFactory({ ...options, form, without })
    void fallBack(factory, at)
    return factory
  }

  /** What was asked for by its name is not replaced by anything that holds less (KN24). */
  async function fallBack(factory: ZygoteFactory, at: number): Promise<void> {
    const { reason, refused } = await factory.broken
    if (closed || (sandbox !== 'auto' && refused)) return
    warn(`${forms[at]}: ${reason}`)
    why ??= reason
    current = refused ? forked(at + 1) : spawned()
    await factory.close()
  }

  function spawned(): WorkerFactory {
    // Some 200 MB each, which a fork shares with its parent.
    const { warm = 4, jobs = 2 } = options
    return spawnFactory({ ...options, warm: Math.min(warm, 2 * jobs), without })
  }

  return {
    report() {
      const report = current.report()
      return why === undefined || report.why !== undefined ? report : { ...report, why }
    },
    async order(kind) {
      for (;;) {
        const asked = current
        const answer = await asked.order(kind)
        // Who waited for a way that was given up is served by the next.
        if (answer.ok || asked === current || closed) return answer
      }
    },
    heat: () => current.heat?.(),
    async close() {
      closed = true
      await current.close()
    },
  }
}
