import type { BuildResult, JobError, JobId, Result, SessionId } from '@hewn/model'
import type { JobEvent, JobOrder, KernelEvent, Runner, Work } from '../src/index.ts'

export interface Run {
  name: string
  work: Work
  signal: AbortSignal
  say(event: KernelEvent): void
  answer(result: Result<BuildResult, JobError>): void
  throws(error: Error): void
}

/** A runner that does what the test says, when it says so, and remembers what it was asked. */
export function scriptedRunner() {
  const runs: Run[] = []
  const runner: Runner = (work, say, signal) =>
    new Promise((answer, throws) => void runs.push({ name: nameOf(work), work, signal, say, answer, throws }))
  const run = (name: string): Run => {
    const found = runs.findLast((it) => it.name === name)
    if (!found) throw new Error(`${name} has not been started. Started: ${runs.map((it) => it.name).join(', ')}`)
    return found
  }
  return { runner, run, started: () => runs.map(({ name }) => name) }
}

const nameOf = (work: Work): string =>
  work.kind === 'box' ? (work.recipe.name ?? '') : work.request.job.replace('job:', '')

export const RESULT: BuildResult = {
  quality: 'full',
  layers: [],
  facts: [],
  parameters: [],
  artifacts: [],
  timings: { queue: 0, start: 1, run: 2, measure: 3, mesh: 4, export: 5, total: 15 },
  isolation: 'none',
}

/** An order, and all that was heard of it. A part is called what its job is called, a box what its recipe is. */
export function order(name: string, more: Partial<JobOrder> & { kind?: Work['kind'] } = {}) {
  const { kind = 'part', ...rest } = more
  const id: JobId = `job:${name}`
  const lane = rest.lane ?? 'session:1'
  const events: JobEvent[] = []
  const work: Work =
    kind === 'box'
      ? { kind, recipe: { type: 'basicBox', width: 100, height: 50, depth: 80, name } }
      : kind === 'check'
        ? { kind, request: { job: id, owner: 'ada', result: RESULT, want: [] } }
        : {
            kind,
            request: {
              job: id,
              owner: 'ada',
              layerSecret: 'secret',
              files: [],
              entry: 'model.py',
              parameters: {},
              result: 'required',
              quality: 'full',
              formats: [],
              limits: { seconds: 60, memory: 2 ** 31, log: 1_000_000, line: 8_192 },
            },
          }
  const value: JobOrder = {
    job: { id, sessionId: lane as SessionId, kind: 'build' },
    work,
    class: 1,
    attached: false,
    on: (event) => void events.push(event),
    ...rest,
    lane,
  }
  return { id, value, events, states: () => events.flatMap((event) => (event.t === 'state' ? [event.job.state] : [])) }
}
