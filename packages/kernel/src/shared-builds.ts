import { type BuildResult, fail, type JobError, ok, type Result } from '@hewn/model'
import { artifactUrl } from './artifact-keeper.ts'
import type { BuildRequest, Kernel, KernelEvent } from './kernel.ts'
import { jobError } from './script-ending.ts'
import { scriptOf } from './script-of.ts'

interface Run {
  /** What was said so far: who comes later hears it too. */
  said: KernelEvent[]
  listeners: Set<(event: KernelEvent) => void>
  stop: AbortController
  ended: Promise<Result<BuildResult, JobError>>
}

/** Who asks for what is being built already waits for the same run; it is stopped when nobody waits for it any more (KN66). */
export function sharedBuilds(build: Kernel['build'], sha256: (bytes: Uint8Array) => string): Kernel['build'] {
  const under = new Map<string, Run>()

  function begin(key: string, request: BuildRequest): Run {
    const said: KernelEvent[] = []
    const listeners: Run['listeners'] = new Set()
    const stop = new AbortController()
    const hear = (event: KernelEvent) => {
      said.push(event)
      for (const listener of listeners) listener(event)
    }
    const run: Run = {
      said,
      listeners,
      stop,
      ended: build(request, hear, stop.signal).finally(() => {
        if (under.get(key) === run) under.delete(key)
      }),
    }
    under.set(key, run)
    return run
  }

  return async function shared(request, on, signal) {
    const key = keyOf(request, sha256)
    if (key === undefined) return build(request, on, signal)
    const run = under.get(key) ?? begin(key, request)
    for (const event of run.said) on(event)
    run.listeners.add(on)
    const left = Promise.withResolvers<Result<BuildResult, JobError>>()
    const leave = () => {
      run.listeners.delete(on)
      if (run.listeners.size > 0) return left.resolve(fail(jobError('JOB_CANCELLED')))
      // Nobody joins what is being stopped.
      if (under.get(key) === run) under.delete(key)
      run.stop.abort()
    }
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    try {
      const built = await Promise.race([run.ended, left.promise])
      return built.ok ? ok(asOf(request, built.value)) : built
    } finally {
      signal.removeEventListener('abort', leave)
      run.listeners.delete(on)
    }
  }
}

/** The same files, under the name of another job. */
const asOf = ({ job }: BuildRequest, result: BuildResult): BuildResult => ({
  ...result,
  artifacts: result.artifacts.map((artifact) => ({ ...artifact, url: artifactUrl(job, artifact) })),
})

function keyOf(request: BuildRequest, sha256: (bytes: Uint8Array) => string): string | undefined {
  const script = scriptOf(request, sha256)
  const { owner, session, layerSecret, parameters, quality, formats, walls, before } = request
  const values = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return script && JSON.stringify([script, owner, session, layerSecret, values, quality, formats, walls, before])
}
