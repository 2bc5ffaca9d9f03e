import type { World } from '@hewn/model'
import { scriptFrame } from '@hewn/protocol'
import type { BuildRequest, Values } from './kernel.ts'
import { scriptOf } from './script-of.ts'
import { sendRun } from './script-room.ts'
import type { Worker, WorkerFactory } from './worker-factory.ts'

/** Scripts that run ahead of a slider: what does not depend on its value is done when the value comes (KN74). */
export interface AheadRuns {
  /** A worker that waits for the values of this request alone, if there is one. Nobody else gets it. */
  take(request: BuildRequest): Worker | undefined
  /** After a step of a slider: another one is near. False when nothing can be done for it. */
  begin(request: BuildRequest): boolean
  /** Where shapes stood early in the last run of the same script (KN75). */
  early(request: BuildRequest): Record<string, number>
  learn(request: BuildRequest, early: Record<string, number>): void
  close(): void
}

/** So many wait at once, beside those at work. */
export const AHEAD_KEPT = 2
/** Parked workers that are left for others. */
const SPARE = 2
const SESSIONS_KNOWN = 200
/** Milliseconds until it has come to its first wait, and then for its values. */
const PATIENCE = { run: 10_000, wait: 60_000 }

/** What a session asked for last. */
interface Seen {
  request: BuildRequest
  script: string | undefined
  /** Parameters that changed when it did. */
  changing: string[]
  /** It said something before it had its values: it is not run ahead again. */
  isUnfit: boolean
  early: Record<string, number>
}

export interface AheadParts {
  factory: WorkerFactory
  world: World
  sha256: (bytes: Uint8Array) => string
  /** Told when one waits for its values, and when one turned out to be unfit. */
  trace: (mark: string) => void
}

interface Waiting {
  last: Seen
  worker?: Worker
  /** `runs` may be taken as well as `waits`: what it has done is done. */
  state: 'ordered' | 'runs' | 'warms' | 'waits' | 'gone'
  stop: () => void
}

export function aheadRuns({ factory, world, sha256, trace }: AheadParts): AheadRuns {
  const seen = new Map<string, Seen>()
  const waiting = new Map<string, Waiting>()

  function looked(session: string, request: BuildRequest): Seen {
    const script = scriptOf(request, sha256)
    const before = seen.get(session)?.script === script ? seen.get(session) : undefined
    const changed = before ? differing(before.request.parameters, request.parameters) : []
    const changing = changed.length > 0 ? changed : (before?.changing ?? [])
    const now = { request, script, changing, isUnfit: before?.isUnfit ?? false, early: before?.early ?? {} }
    seen.delete(session)
    seen.set(session, now)
    const [longest] = seen.keys()
    if (seen.size > SESSIONS_KNOWN && longest !== undefined) seen.delete(longest)
    return now
  }

  function lastOf(request: BuildRequest): Seen | undefined {
    const session = nameOf(request)
    const last = session === undefined ? undefined : seen.get(session)
    return last?.request === request && last.script !== undefined ? last : undefined
  }

  function end(session: string, one: Waiting): void {
    if (waiting.get(session) === one) waiting.delete(session)
    one.state = 'gone'
    one.stop()
    one.worker?.dispose().catch(() => undefined)
  }

  function start(session: string, one: Waiting, worker: Worker): void {
    one.worker = worker
    if (one.state === 'gone') return end(session, one)
    one.state = 'runs'
    const isHere = () => waiting.get(session) === one
    // Whatever else it says would be heard before its turn.
    const unfit = () => {
      if (!isHere()) return
      const last = seen.get(session)
      if (last && last.script === one.last.script) last.isUnfit = true
      end(session, one)
      trace('unfit')
    }
    worker.onLog(unfit)
    worker.onFrame(({ header }) => {
      if (!isHere()) return
      const frame = scriptFrame.safeParse(header).data
      if (frame?.t !== 'waits') return unfit()
      one.state = frame.ready ? 'waits' : 'warms'
      if (frame.ready) trace('waits')
      one.stop()
      one.stop = world.after(PATIENCE.wait, () => end(session, one))
    })
    void worker.ended.then(({ lost }) => (lost && isHere() ? end(session, one) : unfit()))
    const { request, changing } = one.last
    sendRun(worker, { ...request, parameters: without(request.parameters, changing) }, { ahead: changing })
  }

  return {
    take(request) {
      const session = nameOf(request)
      if (session === undefined) return undefined
      const { script } = looked(session, request)
      const one = waiting.get(session)
      if (one === undefined) return undefined
      const { last, worker, state } = one
      const fits =
        last.script === script &&
        last.changing.every((name) => request.parameters[name] !== undefined) &&
        differing(last.request.parameters, request.parameters).every((name) => last.changing.includes(name))
      // One that makes itself warm would be waited for longer than a cold one takes.
      if (!fits || worker === undefined || (state !== 'runs' && state !== 'waits')) {
        end(session, one)
        return undefined
      }
      waiting.delete(session)
      one.stop()
      return worker
    },
    begin(request) {
      const session = nameOf(request)
      const last = lastOf(request)
      if (session === undefined || last === undefined) return false
      const { mode, warm } = factory.report()
      if (last.changing.length === 0 || last.isUnfit) return false
      if (mode !== 'zygote' || warm <= SPARE || waiting.has(session)) return false
      const one: Waiting = { last, state: 'ordered', stop: () => undefined }
      one.stop = world.after(PATIENCE.run, () => end(session, one))
      waiting.set(session, one)
      const [longest] = waiting
      if (waiting.size > AHEAD_KEPT && longest) end(...longest)
      void factory.order('room').then((room) => (room.ok ? start(session, one, room.value) : end(session, one)))
      return true
    },
    early: (request) => lastOf(request)?.early ?? {},
    learn(request, early) {
      const last = lastOf(request)
      if (last) last.early = early
    },
    close() {
      for (const [session, one] of waiting) end(session, one)
    },
  }
}

const nameOf = ({ owner, session }: BuildRequest): string | undefined => session && `${owner} ${session}`

const differing = (a: Values, b: Values): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name])

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
