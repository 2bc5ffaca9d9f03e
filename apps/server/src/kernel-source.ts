import type { Kernel, KernelReport } from '@hewn/kernel'
import { type ErrorBody, hewnError, type Isolation } from '@hewn/model'
import type { Health } from '@hewn/protocol'
import { type PythonState, watchPython } from './python-state.ts'

/** The kernel, when there is one: it is made as soon as Python is ready, while boxes already work. */
export interface KernelSource {
  kernel(): Kernel | undefined
  /** As `/api/health` says it. */
  health(): Health['kernel']
  /** As a canvas says it: without what changes with every job. */
  shown(): Omit<Health['kernel'], 'warm'>
  isolation(): Health['isolation']
  /** Why no script can run now; nothing when one can. */
  refusal(): ErrorBody | undefined
  /** Answers when the kernel is no longer starting, or after so many milliseconds: a start takes seconds, not minutes. */
  settled(milliseconds: number): Promise<void>
  /** Called after every change. The answer ends it. */
  onChange(listener: () => void): () => void
  close(): Promise<void>
}

export interface KernelSourceParts {
  home: string
  /** An interpreter that somebody chose; nothing is installed then. */
  python: string | undefined
  isolationMin: Isolation
  create(python: string): Kernel
  /** Told of what is wrong with the installer's notes. */
  report?: (error: unknown) => void
}

const STRENGTH: readonly Isolation[] = ['none', 'partial', 'strong']

export function createKernelSource(parts: KernelSourceParts): KernelSource {
  const { home, python, isolationMin, create } = parts
  const listeners = new Set<() => void>()
  let state: PythonState = python === undefined ? { state: 'missing' } : { state: 'ready', python }
  let kernel: Kernel | undefined
  let told = ''

  const report = (): KernelReport | undefined => kernel?.report()

  const isStarting = () => source.health().state === 'starting'

  function take(next: PythonState): void {
    state = next
    // A kernel that runs keeps running: a new environment beside it is for the next start.
    if (kernel === undefined && next.state === 'ready' && next.python !== undefined) kernel = create(next.python)
    tell()
  }

  function tell(): void {
    const now = JSON.stringify([source.shown(), source.isolation()])
    if (now === told) return
    told = now
    for (const listener of listeners) listener()
  }

  const source: KernelSource = {
    kernel: () => kernel,
    health() {
      const now = report()
      if (now === undefined)
        return {
          state: state.state === 'ready' ? 'starting' : state.state,
          ...optional({ share: state.share, why: state.why ?? state.doing, remedy: state.remedy }),
        }
      return {
        state: now.state,
        ...optional({ share: now.share, why: now.why, python: now.python, build123d: now.build123d }),
        ...(now.state === 'missing' ? { remedy: 'npx hewn doctor' } : {}),
        warm: now.warm,
      }
    },
    shown() {
      const { warm: _warm, ...shown } = source.health()
      return shown
    },
    isolation() {
      const now = report()?.isolation
      return now === undefined
        ? { level: 'none', missing: [], advice: [] }
        : { level: now.level, missing: now.missing, advice: now.advice }
    },
    refusal() {
      const now = source.health()
      if (now.state === 'missing')
        return hewnError('KERNEL_MISSING', now.why, now.remedy ? { hint: `Run: ${now.remedy}` } : {})
      if (now.state === 'installing') {
        const share = now.share === undefined ? '' : `: ${Math.round(now.share * 100)} %`
        return hewnError('KERNEL_STARTING', `Python and build123d are still being installed${share}.`)
      }
      if (now.state === 'starting') return hewnError('KERNEL_STARTING')
      const { level, missing } = source.isolation()
      if (STRENGTH.indexOf(level) >= STRENGTH.indexOf(isolationMin)) return undefined
      const why = missing.length > 0 ? ` Missing: ${missing.join('; ')}.` : ''
      return hewnError(
        'KERNEL_ISOLATION',
        `Scripts are held at level ${level}, and HEWN_ISOLATION_MIN asks for ${isolationMin}.${why}`,
      )
    },
    settled(milliseconds) {
      if (!isStarting()) return Promise.resolve()
      return new Promise((resolve) => {
        const stop = source.onChange(() => isStarting() || done())
        const timer = setTimeout(done, milliseconds)
        function done(): void {
          clearTimeout(timer)
          stop()
          resolve()
        }
      })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      stopWatching()
      clearInterval(timer)
      await kernel?.close()
    },
  }

  const stopWatching = python === undefined ? watchPython(home, take, parts.report) : () => {}
  if (python !== undefined) take(state)
  // The kernel does not say when it has become ready; looking is cheap.
  const timer = setInterval(tell, 250)
  timer.unref()
  return source
}

const optional = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>
