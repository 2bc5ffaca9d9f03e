import { type CanvasJob, fail, type JobError, ok, type Result } from '@hewn/model'
import type { RunComplete } from '@hewn/protocol'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../port/http.ts'
import { problemOf } from './run-slice.ts'
import { later, refusal, SESSION, testWorkbench } from '../../test/surroundings.ts'

const ids = { jobId: 'job:a', uuid: 'u', scriptPath: '/artifacts/a.py', logPath: '/artifacts/a.log' } as const
const error: JobError = { code: 'SCRIPT_ERROR', message: 'name wat is not defined', line: 3 }
const failure: RunComplete = { ...ids, success: false, stlPath: null, stepPath: null, error, message: error.message }
const line = (message: string) => ({ event: 'log', data: { message, level: 'info', stream: 'stdout', at: 1 } }) as const
const stage = { event: 'stage', data: { stage: 'queued', jobId: 'job:a', uuid: 'u', ahead: 0 } } as const
const texts = (runs: readonly { blocks: readonly (readonly { text: string }[])[] }[]) =>
  runs.map((run) => run.blocks.flat().map((one) => one.text))
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('Run & Stream', () => {
  it('[WB60] saves the file first, with what was last seen of it, then runs', async () => {
    const bench = testWorkbench()
    bench.get().setCode('result = 1')
    await bench.get().run()
    bench.get().setCode('result = 2')
    await bench.get().run()
    expect(bench.writes.map(({ text, expect: seen }) => [text, seen])).toEqual([
      ['result = 1', null],
      ['result = 2', 'hash 1'],
    ])
  })

  it('[WB60] lines come as they are printed, and it is running until complete', async () => {
    const bench = testWorkbench()
    const end = later<Result<void, Refusal>>()
    bench.get().setCode('result = 1')
    bench.answers.run = (on) => {
      on(stage)
      on(line('one'))
      return end.promise
    }
    const pressed = bench.get().run()
    await settled()
    bench.world.advance(100)
    expect(bench.get()).toMatchObject({ running: true, runJob: 'job:a' })
    expect(texts(bench.get().runs)).toEqual([['one']])
    end.give(ok(undefined))
    await pressed
    expect(bench.get().running).toBe(false)
  })

  it('[WB60] one press is one run', async () => {
    const bench = testWorkbench()
    bench.get().setCode('result = 1')
    await Promise.all([bench.get().run(), bench.get().run()])
    expect(bench.writes).toHaveLength(1)
    expect(bench.calls.filter((call) => call.startsWith('create'))).toHaveLength(1)
  })

  it('[WB64] a file that somebody else has changed is neither overwritten nor run', async () => {
    const bench = testWorkbench()
    let ran = false
    bench.answers.write = () => fail(refusal('SESSION_CONFLICT', 'Expected 9f00aa, got 71bb03'))
    bench.answers.run = async () => {
      ran = true
      return ok(undefined)
    }
    bench.get().setCode('mine')
    bench.get().openSession(SESSION)
    bench.told.put('files', 'model.py', { content: 'theirs', hash: 'h2', language: 'python', bytes: 6 })
    await bench.get().run()
    expect(ran).toBe(false)
    expect(bench.get()).toMatchObject({ code: 'mine', theirs: { hash: 'h2', text: 'theirs' }, running: false })
    expect(bench.get().runRefusal?.message).not.toMatch(/9f00aa|71bb03/)
    bench.get().keepMine()
    bench.answers.write = () => ok(undefined)
    await bench.get().run()
    expect(bench.writes.at(-1)).toMatchObject({ text: 'mine', expect: 'h2' })
  })

  it('an empty script is refused without saving it over a good one', async () => {
    const bench = testWorkbench()
    bench.answers.run = async () => fail(refusal('REQUEST_INVALID', 'The code is empty'))
    bench.get().setCode('  \n')
    await bench.get().run()
    expect(bench.writes).toEqual([])
    expect(bench.get()).toMatchObject({ running: false, runRefusal: { message: 'The code is empty' }, runs: [] })
  })

  it('[WB60] Stop ends the job at the server, and leaves the stream when that does not help', async () => {
    const bench = testWorkbench()
    bench.get().setCode('while True: pass')
    bench.answers.run = (on, signal) => {
      on(stage)
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(fail(refusal('PAGE_STOPPED'))))
      })
    }
    const pressed = bench.get().run()
    await settled()
    await bench.get().stopRun()
    expect(bench.calls).toContain('cancel job:a')
    expect(bench.get().running).toBe(true)
    bench.world.advance(3000)
    await pressed
    expect(bench.get()).toMatchObject({ running: false, runRefusal: null })
  })

  it('[WB60] a run begun soon after Stop is not ended by it', async () => {
    const bench = testWorkbench()
    const first = later<Result<void, Refusal>>()
    bench.get().setCode('while True: pass')
    bench.answers.run = (on) => {
      on(stage)
      return first.promise
    }
    const pressed = bench.get().run()
    await settled()
    await bench.get().stopRun()
    first.give(ok(undefined))
    await pressed
    let ended = false
    bench.answers.run = (_on, signal) => {
      signal.addEventListener('abort', () => {
        ended = true
      })
      return new Promise(() => {})
    }
    void bench.get().run()
    await settled()
    bench.world.advance(10_000)
    expect(ended).toBe(false)
    expect(bench.get().running).toBe(true)
  })

  it('[WB60] Stop ends a run that another page began', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.put('jobs', 'job:b', {
      id: 'job:b',
      sessionId: SESSION,
      kind: 'build',
      state: 'running',
      startedAt: 1,
      stage: 'run',
    })
    await bench.get().stopRun()
    expect(bench.calls).toEqual(['cancel job:b'])
  })

  it('[WB60] a page that is loaded anew goes on with its run, and begins none', async () => {
    const job = 'job:3n42DGM5Tflk9n8mt7Fhc7'
    const bench = testWorkbench()
    const end = later<Result<void, Refusal>>()
    bench.tab.set('run', `${SESSION} ${job}`)
    bench.answers.run = (on) => {
      on(line('printed before'))
      return end.promise
    }
    bench.get().openSession(SESSION)
    bench.world.advance(100)
    expect(bench.get()).toMatchObject({ running: true, runJob: job })
    expect(texts(bench.get().runs)).toEqual([['printed before']])
    expect(bench.calls).toEqual([`rejoin ${job}`])
    end.give(ok(undefined))
    await settled()
    expect(bench.get().running).toBe(false)
    expect(bench.tab.get('run')).toBe('')
  })

  it('[WB60] a run of another session, or one that is over, is not gone on with', async () => {
    const other = testWorkbench()
    other.tab.set('run', 'session:1n42DGM5Tflk9n8mt7Fhc7 job:3n42DGM5Tflk9n8mt7Fhc7')
    other.get().openSession(SESSION)
    expect(other.calls).toEqual([])
    const over = testWorkbench()
    over.tab.set('run', `${SESSION} job:3n42DGM5Tflk9n8mt7Fhc7`)
    over.get().openSession(SESSION)
    await settled()
    expect(over.get()).toMatchObject({ running: false, runs: [], runRefusal: null })
  })

  it('[WB60] runs of other pages are followed by job-log', () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    bench.told.emit('job-log', {
      job: 'job:b',
      from: 0,
      lines: [{ stream: 'stdout', level: 'info', text: 'hello', at: 1 }],
    })
    expect(texts(bench.get().runs)).toEqual([['hello']])
  })

  it('after a reload the log of the last run is the one that was kept', async () => {
    const bench = testWorkbench()
    bench.get().openSession(SESSION)
    await bench.get().loadLog('job:z')
    await bench.get().loadLog('job:z')
    expect(texts(bench.get().runs)).toEqual([['first', 'second']])
  })
})

describe('problemOf', () => {
  const idle = { running: false, runRefusal: null, runEnd: null, runJob: null }
  const job = (id: 'job:a' | 'job:b', more: Partial<CanvasJob> & { state: CanvasJob['state'] }) =>
    ({ id, sessionId: SESSION, kind: 'build', endedAt: 1, ...more }) as CanvasJob

  it('[WB62] is the error of the newest job, whoever ran it', () => {
    expect(problemOf(idle, [job('job:a', { state: 'failed', error })])).toBe(error)
    expect(
      problemOf(idle, [
        job('job:a', { state: 'failed', error }),
        job('job:b', { state: 'queued', queuedAt: 5, ahead: 0 }),
      ]),
    ).toBeNull()
  })

  it('[WB62] is known from our own stream before the canvas tells', () => {
    expect(problemOf({ ...idle, runEnd: failure, runJob: 'job:a' }, [])).toBe(error)
    expect(problemOf({ ...idle, runEnd: failure, runJob: 'job:a', running: true }, [])).toBeNull()
  })

  it('[WB62] somebody else’s newer run replaces it', () => {
    const theirs = job('job:b', { state: 'running', startedAt: 9, stage: 'run' })
    expect(
      problemOf({ ...idle, runEnd: failure, runJob: 'job:a' }, [job('job:a', { state: 'failed', error }), theirs]),
    ).toBeNull()
  })

  it('stopping on purpose is no mistake', () => {
    const cancelled: JobError = { code: 'JOB_CANCELLED', message: 'The job was cancelled' }
    const end = { ...failure, error: cancelled }
    expect(
      problemOf({ ...idle, runEnd: end, runJob: 'job:a' }, [job('job:a', { state: 'cancelled', by: 'user' })]),
    ).toBeNull()
  })

  it('a run that was not begun says why', () => {
    const why = refusal('KERNEL_MISSING')
    expect(problemOf({ ...idle, runRefusal: why }, [])).toBe(why)
  })
})
