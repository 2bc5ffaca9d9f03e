import { createHash } from 'node:crypto'
import {
  type BuildResult,
  fail,
  hewnError,
  type JobError,
  type JobId,
  ok,
  type Result,
  type SessionId,
} from '@hewn/model'
import { expect, it } from 'vitest'
import type { BuildRequest, KernelEvent } from '../src/index.ts'
import { sharedBuilds } from '../src/shared-builds.ts'
import { RESULT } from './scripted-runner.ts'

const REQUEST: BuildRequest = {
  job: 'job:a',
  session: 'session:1',
  owner: 'ada',
  layerSecret: 'secret',
  files: [{ path: 'model.py', bytes: new TextEncoder().encode('result = Box(1, 1, 1)') }],
  entry: 'model.py',
  parameters: { wide: 1, high: 2 },
  result: 'required',
  quality: 'draft',
  formats: [],
  limits: { seconds: 60, memory: 2 ** 31, log: 1_000_000, line: 8_192 },
}
const LINE: KernelEvent = { t: 'log', stream: 'stdout', level: 'info', text: 'hello', at: 1 }

/** A build that is done when the test says so, and the requests it was asked for. */
function scripted() {
  const runs: { request: BuildRequest; say(event: KernelEvent): void; end(): void; signal: AbortSignal }[] = []
  const shared = sharedBuilds(
    (request, on, signal) =>
      new Promise<Result<BuildResult, JobError>>((resolve) => {
        signal.addEventListener('abort', () => resolve(fail(hewnError('JOB_CANCELLED'))))
        const file = { name: 'model.step', format: 'step', bytes: 1, sha256: 'ab', url: `/of/${request.job}` } as const
        runs.push({ request, say: on, signal, end: () => resolve(ok({ ...RESULT, artifacts: [file] })) })
      }),
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
  )
  const ask = (more: Partial<BuildRequest> = {}) => {
    const [heard, stop] = [[] as KernelEvent[], new AbortController()]
    const ended = shared({ ...REQUEST, ...more }, (event) => heard.push(event), stop.signal)
    return { heard, stop, ended }
  }
  return { runs, ask }
}

it('[KN66] identical requests share one run, and each hears all of it and has files of its own name', async () => {
  const { runs, ask } = scripted()
  const first = ask()
  runs[0]?.say(LINE)
  const second = ask({ job: 'job:b' as JobId, parameters: { high: 2, wide: 1 } })
  runs[0]?.say(LINE)
  runs[0]?.end()
  expect(runs).toHaveLength(1)
  expect([first.heard, second.heard]).toEqual([
    [LINE, LINE],
    [LINE, LINE],
  ])
  const urls = (await Promise.all([first.ended, second.ended])).map(
    (built) => built.ok && built.value.artifacts[0]?.url,
  )
  expect(urls).toEqual(['/artifacts/a.step', '/artifacts/b.step'])
  ask()
  expect(runs).toHaveLength(2)
})

it('[KN66] [KN54] another text, value, quality, owner or session has a run of its own', () => {
  const { runs, ask } = scripted()
  ask()
  ask({ files: [{ path: 'model.py', bytes: new TextEncoder().encode('result = Box(1, 1, 2)') }] })
  ask({ parameters: { wide: 1, high: 3 } })
  ask({ quality: 'full' })
  ask({ owner: 'eve' })
  ask({ session: 'session:2' as SessionId })
  ask({ layerSecret: 'other' })
  ask({ formats: ['step'] })
  expect(runs).toHaveLength(8)
})

it('[KN66] [KN67] who cancels has his answer at once, and the run is stopped when nobody waits for it any more', async () => {
  const { runs, ask } = scripted()
  const [first, second] = [ask(), ask()]
  first.stop.abort()
  expect(await first.ended).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } })
  expect(runs[0]?.signal.aborted).toBe(false)
  second.stop.abort()
  expect(runs[0]?.signal.aborted).toBe(true)
  expect(await second.ended).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } })
  ask()
  expect(runs).toHaveLength(2)
})
