import { fail, type Job, type Layer, ok } from '@hewn/model'
import { type TestWorld, testWorld } from '@hewn/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedJobQueue, JobQueueOptions, JobStore } from '../src/index.ts'
import { order, RESULT, scriptedRunner } from './scripted-runner.ts'

/** A queue under test, over the store that it was made with. */
export interface QueueUnderTest {
  queue: EmbeddedJobQueue
  store: JobStore
  close?(): Promise<void>
}

const LIMITS = { running: 1, boxes: 1, waiting: 200, perLane: 50, waitSeconds: 600, drainSeconds: 20 }

/**
 * One suite for every driver of the queue and every store of its rows (SV57).
 * @example jobQueueContract('memory', async (parts) => { const store = memoryJobStore(); return { store, queue: createJobQueue({ store, ...parts }) } })
 */
export function jobQueueContract(
  name: string,
  make: (parts: Omit<JobQueueOptions, 'store'>) => Promise<QueueUnderTest>,
): void {
  describe(`job queue: ${name}`, () => {
    const made: QueueUnderTest[] = []
    let world: TestWorld
    let script: ReturnType<typeof scriptedRunner>
    let defects: unknown[]

    beforeEach(() => {
      world = testWorld()
      script = scriptedRunner()
      defects = []
    })
    afterEach(async () => {
      for (const { close } of made.splice(0)) await close?.()
    })

    const open = async (limits: Partial<JobQueueOptions['limits']> = {}, more: Partial<JobQueueOptions> = {}) => {
      const under = await make({
        runners: { part: script.runner, box: script.runner },
        world,
        limits: { ...LIMITS, ...limits },
        report: (error) => void defects.push(error),
        ...more,
      })
      made.push(under)
      const submit = async (asked: ReturnType<typeof order>) => {
        const answer = await under.queue.submit(asked.value)
        if (!answer.ok) throw new Error(`${asked.id} was refused: ${answer.error.message}`)
        return answer.value
      }
      return { ...under, submit }
    }

    /** Ends the job that runs, and answers in which order all were started. */
    const runAll = async () => {
      for (let done = 0; done < script.started().length; done++) {
        script.run(script.started()[done] ?? '').answer(ok(RESULT))
        await quiet()
      }
      return script.started()
    }

    // ── The life of a job ──────────────────────────────────────────────────────────────────────────────────────

    it('[SV50] a job is acknowledged once its row is written, runs, and ends with its row', async () => {
      const { store, submit, queue } = await open()
      const asked = order('a', { prompt: 'a tea box', scriptHash: 'f00' })
      const { ended } = await submit(asked)
      expect(await store.get(asked.id)).toMatchObject({
        lane: 'session:1',
        class: 1,
        prompt: 'a tea box',
        scriptHash: 'f00',
      })
      await until(() => script.started().length === 1)
      expect((await store.get(asked.id))?.job).toMatchObject({ state: 'running', stage: 'start' })
      expect(queue.counts()).toEqual({ waiting: 0, running: 1 })
      script.run('a').answer(ok(RESULT))
      const job = await ended
      expect(job).toMatchObject({ id: asked.id, state: 'done', result: { quality: 'full' } })
      expect((await store.get(asked.id))?.job).toEqual(job)
      expect(asked.states()).toEqual(['queued', 'running', 'done'])
      expect(queue.counts()).toEqual({ waiting: 0, running: 0 })
    })

    it('[SV50] what a runner says is passed on between running and the end, and nothing after it', async () => {
      const { submit, store } = await open()
      const asked = order('a')
      const { ended } = await submit(asked)
      await until(() => script.started().length === 1)
      const run = script.run('a')
      run.say({ t: 'log', stream: 'stdout', level: 'info', text: 'teeth: 24', at: 1 })
      run.say({ t: 'stage', stage: 'mesh', share: 0.5 })
      await quiet()
      expect((await store.get(asked.id))?.job).toMatchObject({ state: 'running', stage: 'mesh' })
      run.answer(ok(RESULT))
      await ended
      run.say({ t: 'stage', stage: 'export' })
      await quiet()
      const heard = asked.events.map((event) => (event.t === 'state' ? event.job.state : event.t))
      expect(heard).toEqual(['queued', 'running', 'log', 'stage', 'done'])
      expect((await store.get(asked.id))?.job.state).toBe('done')
    })

    it('[SV50] the result says how long it waited and how long all of it took', async () => {
      const { submit } = await open()
      await submit(order('a'))
      const { ended } = await submit(order('b'))
      await until(() => script.started().length === 1)
      world.advance(2_000)
      script.run('a').answer(ok(RESULT))
      await until(() => script.started().length === 2)
      world.advance(500)
      script.run('b').answer(ok(RESULT))
      expect(await ended).toMatchObject({ result: { timings: { queue: 2_000, run: 2, total: 2_500 } } })
    })

    it('[KN40] a job that fails keeps its error, and what it had shown', async () => {
      const { submit, store } = await open()
      const asked = order('a')
      const { ended } = await submit(asked)
      await until(() => script.started().length === 1)
      script.run('a').say({ t: 'layer', layer: LAYER })
      script.run('a').answer(fail({ code: 'SCRIPT_ERROR', message: 'no such edge', line: 3 }))
      expect(await ended).toMatchObject({ state: 'failed', error: { code: 'SCRIPT_ERROR', line: 3 }, partial: [LAYER] })
      expect((await store.get(asked.id))?.job).toMatchObject({ state: 'failed', partial: [LAYER] })
    })

    it('[SV50] a runner that throws ends its job, is reported, and the next job runs', async () => {
      const { submit } = await open()
      const [{ ended: one }, { ended: two }] = [await submit(order('a')), await submit(order('b'))]
      await until(() => script.started().length === 1)
      script.run('a').throws(new Error('the pipe broke'))
      expect(await one).toMatchObject({
        state: 'failed',
        error: { code: 'KERNEL_BROKEN', message: expect.not.stringContaining('the pipe broke') },
      })
      expect(defects).toEqual([new Error('the pipe broke')])
      await until(() => script.started().length === 2)
      script.run('b').answer(ok(RESULT))
      expect((await two).state).toBe('done')
    })

    it('[SV50] a listener that throws is reported, and the job ends as it would', async () => {
      const { submit } = await open()
      const asked = order('a', {
        on: () => {
          throw new Error('nobody listens')
        },
      })
      const { ended } = await submit(asked)
      await until(() => script.started().length === 1)
      script.run('a').answer(ok(RESULT))
      expect((await ended).state).toBe('done')
      expect(defects).toHaveLength(3)
    })

    it('[SV3] without a runner for scripts they are refused with the remedy, and boxes are built', async () => {
      const { queue, store, submit } = await open({}, { runners: { box: script.runner } })
      expect(await queue.submit(order('a').value)).toMatchObject({
        ok: false,
        error: { code: 'KERNEL_MISSING', hint: expect.stringContaining('hewn doctor') },
      })
      expect(await store.get('job:a')).toBeUndefined()
      const { ended } = await submit(order('b', { kind: 'box' }))
      await until(() => script.started().length === 1)
      script.run('b').answer(ok(RESULT))
      expect((await ended).state).toBe('done')
    })

    it('two jobs of one id are a defect, and the first is unharmed', async () => {
      const { queue, submit } = await open()
      const { ended } = await submit(order('a'))
      await expect(queue.submit(order('a').value)).rejects.toThrow()
      await until(() => script.started().length === 1)
      script.run('a').answer(ok(RESULT))
      expect((await ended).state).toBe('done')
    })

    // ── Whose turn it is ───────────────────────────────────────────────────────────────────────────────────────

    it('[SV50] inside a lane first come, first served', async () => {
      const { submit } = await open()
      for (const id of ['a', 'b', 'c', 'd']) await submit(order(id))
      expect(await runAll()).toEqual(['a', 'b', 'c', 'd'])
    })

    it('[SV50] class comes first', async () => {
      const { submit } = await open()
      await submit(order('first'))
      for (const urgency of [4, 3, 2, 1, 0] as const) await submit(order(`class-${urgency}`, { class: urgency }))
      expect(await runAll()).toEqual(['first', 'class-0', 'class-1', 'class-2', 'class-3', 'class-4'])
    })

    it('[SV50] inside a class lanes take turns', async () => {
      const { submit } = await open()
      for (const [lane, ids] of [
        ['session:a', ['a1', 'a2', 'a3']],
        ['session:b', ['b1', 'b2']],
        ['session:c', ['c1']],
      ] as const)
        for (const id of ids) await submit(order(id, { lane }))
      expect(await runAll()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
    })

    it('[SV50] a lane with 100 jobs delays the first of another by one at most', async () => {
      const { submit } = await open({ perLane: 100 })
      for (let number = 0; number < 100; number++) await submit(order(`many-${number}`, { lane: 'session:many' }))
      await until(() => script.started().length === 1)
      const other = order('other', { lane: 'session:other' })
      await submit(other)
      expect(other.events[0]).toMatchObject({ job: { state: 'queued', ahead: 0 } })
      script.run('many-0').answer(ok(RESULT))
      await until(() => script.started().length === 2)
      expect(script.started()).toEqual(['many-0', 'other'])
    })

    it('[SV50] thirty seconds of waiting raise a job one class', async () => {
      const { submit } = await open()
      await submit(order('running'))
      await submit(order('old-export', { class: 2, lane: 'session:2' }))
      world.advance(29_999)
      await submit(order('run', { class: 1, lane: 'session:3' }))
      world.advance(1)
      await submit(order('later-run', { class: 1, lane: 'session:4' }))
      expect(await runAll()).toEqual(['running', 'old-export', 'run', 'later-run'])
    })

    it('[SV50] a job is told how many go before it', async () => {
      const { submit } = await open()
      const asked = ['a', 'b', 'c'].map((id) => order(id))
      for (const it of asked) await submit(it)
      const slider = order('slider', { class: 0, lane: 'session:2' })
      await submit(slider)
      const ahead = [...asked, slider].map(({ events }) => events[0])
      expect(ahead).toMatchObject([0, 0, 1, 0].map((count) => ({ job: { ahead: count } })))
    })

    it('[KN69] no more run at once than may', async () => {
      const { submit, queue } = await open({ running: 3 })
      for (const id of ['a', 'b', 'c', 'd', 'e']) await submit(order(id, { lane: `session:${id}` }))
      await quiet()
      expect(script.started()).toEqual(['a', 'b', 'c'])
      expect(queue.counts()).toEqual({ waiting: 2, running: 3 })
      script.run('b').answer(ok(RESULT))
      await until(() => script.started().length === 4)
      expect(queue.counts()).toEqual({ waiting: 1, running: 3 })
    })

    it('[SV56] boxes never wait for scripts', async () => {
      const { submit } = await open({ running: 1, boxes: 1 })
      for (const id of ['script-1', 'script-2']) await submit(order(id))
      for (const id of ['box-1', 'box-2']) await submit(order(id, { kind: 'box' }))
      await quiet()
      expect(script.started()).toEqual(['script-1', 'box-1'])
      script.run('box-1').answer(ok(RESULT))
      await until(() => script.started().length === 3)
      expect(script.started()).toEqual(['script-1', 'box-1', 'box-2'])
    })

    // ── Sliders ────────────────────────────────────────────────────────────────────────────────────────────────

    it('[SV51] of slider builds one runs and one waits; a newer one replaces the one that waits', async () => {
      const { submit, queue } = await open({ running: 4 })
      const asked = ['s1', 's2', 's3', 's4'].map((id) => order(id, { class: 0 }))
      const ended = []
      for (const it of asked) ended.push((await submit(it)).ended)
      expect(await ended[1]).toMatchObject({ state: 'cancelled', by: 'newer' })
      expect(await ended[2]).toMatchObject({ state: 'cancelled', by: 'newer' })
      expect(queue.counts()).toEqual({ waiting: 1, running: 1 })
      script.run('s1').answer(ok(RESULT))
      await until(() => script.started().length === 2)
      expect(script.started()).toEqual(['s1', 's4'])
      expect((await (ended[0] as Promise<Job>)).state, 'what ran was let finish').toBe('done')
    })

    it('[SV51] a slider build that runs for a second makes way for a newer one', async () => {
      const { submit } = await open({ running: 4 })
      const { ended: old } = await submit(order('old', { class: 0 }))
      await until(() => script.started().length === 1)
      world.advance(400)
      await submit(order('newer', { class: 0 }))
      world.advance(599)
      await quiet()
      expect(script.run('old').signal.aborted).toBe(false)
      world.advance(1)
      expect(script.run('old').signal.aborted).toBe(true)
      script.run('old').answer(fail({ code: 'JOB_CANCELLED', message: 'stopped' }))
      expect(await old).toMatchObject({ state: 'cancelled', by: 'newer' })
      await until(() => script.started().length === 2)
    })

    it('[SV51] one that has run for longer makes way at once; alone it may run on', async () => {
      const { submit } = await open({ running: 4 })
      await submit(order('old', { class: 0 }))
      await until(() => script.started().length === 1)
      world.advance(30_000)
      expect(script.run('old').signal.aborted).toBe(false)
      await submit(order('newer', { class: 0 }))
      world.advance(0)
      expect(script.run('old').signal.aborted).toBe(true)
    })

    it('[SV51] sliders of two sessions, and a run beside a slider, do not replace each other', async () => {
      const { submit, queue } = await open({ running: 4 })
      await submit(order('run'))
      await submit(order('mine', { class: 0 }))
      await submit(order('yours', { class: 0, lane: 'session:2' }))
      await quiet()
      expect(queue.counts()).toEqual({ waiting: 0, running: 3 })
    })

    // ── Limits ─────────────────────────────────────────────────────────────────────────────────────────────────

    it('[SV52] beyond the limit of all or of one lane a job is refused, and leaves no row', async () => {
      const { queue, store, submit } = await open({ waiting: 4, perLane: 2 })
      await submit(order('running'))
      await until(() => script.started().length === 1)
      for (const id of ['a', 'b']) await submit(order(id))
      expect(await queue.submit(order('c').value)).toMatchObject({
        ok: false,
        error: {
          code: 'LIMIT_QUEUE',
          message: expect.stringMatching(/^2 jobs are waiting here, and no more than 2 may\. Try again in 1 s\./),
        },
      })
      expect(await store.get('job:c')).toBeUndefined()
      for (const id of ['d', 'e']) await submit(order(id, { lane: 'session:2' }))
      expect(await queue.submit(order('f', { lane: 'session:3' }).value)).toMatchObject({
        ok: false,
        error: { code: 'LIMIT_QUEUE', message: expect.stringMatching(/^4 jobs are waiting, and no more than 4 may/) },
      })
      expect(await runAll()).toEqual(['running', 'd', 'a', 'e', 'b'])
    })

    it('[SV52] the limit holds for jobs that come in one tick', async () => {
      const { queue } = await open({ perLane: 2 })
      const answers = await Promise.all(['a', 'b', 'c', 'd'].map((id) => queue.submit(order(id).value)))
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, false])
    })

    it('[SV52] a slider that replaces the one that waits is not refused by a full lane', async () => {
      const { submit } = await open({ perLane: 1 })
      await submit(order('s1', { class: 0 }))
      await until(() => script.started().length === 1)
      const { ended: waits } = await submit(order('s2', { class: 0 }))
      await submit(order('s3', { class: 0 }))
      expect(await waits).toMatchObject({ state: 'cancelled', by: 'newer' })
    })

    it('[SV52] when to come back is the median duration, 1 to 60 s', async () => {
      const { queue, submit } = await open()
      expect(queue.retryAfter()).toBe(1)
      for (const [id, seconds] of [
        ['a', 2],
        ['b', 70],
        ['c', 7],
      ] as const) {
        const { ended } = await submit(order(id))
        await until(() => script.started().includes(id))
        world.advance(seconds * 1_000)
        script.run(id).answer(ok(RESULT))
        await ended
      }
      expect(queue.retryAfter()).toBe(7)
    })

    it('[SV54] a job that waits for ten minutes expires, saying what raises the limit', async () => {
      const { submit, store } = await open({ waitSeconds: 600 })
      const running = order('running')
      if (running.value.work.kind === 'part') running.value.work.request.limits.seconds = 3_600
      await submit(running)
      await until(() => script.started().length === 1)
      const asked = order('late')
      const { ended } = await submit(asked)
      world.advance(599_999)
      await quiet()
      expect((await store.get(asked.id))?.job.state).toBe('queued')
      world.advance(1)
      expect(await ended).toMatchObject({
        state: 'failed',
        error: { code: 'JOB_EXPIRED', message: expect.stringContaining('HEWN_QUEUE_WAIT') },
      })
      expect(script.started()).toHaveLength(1)
    })

    it('[SV54] a runner that outlives its own limit by 15 s is given up, and the queue goes on', async () => {
      const { submit } = await open()
      const { ended: hung } = await submit(order('hung'))
      await submit(order('next'))
      await until(() => script.started().length === 1)
      world.advance(74_999)
      expect(script.run('hung').signal.aborted).toBe(false)
      world.advance(1)
      expect(await hung).toMatchObject({ state: 'failed', error: { code: 'JOB_TIMEOUT' } })
      expect(script.run('hung').signal.aborted).toBe(true)
      await until(() => script.started().length === 2)
    })

    // ── Cancelling ─────────────────────────────────────────────────────────────────────────────────────────────

    it('[SV53] cancelling a waiting job ends it without starting anything', async () => {
      const { queue, submit, store } = await open()
      await submit(order('a'))
      const { ended } = await submit(order('b'))
      expect(await queue.cancel('job:b', 'user')).toBe(true)
      expect(await ended).toMatchObject({ state: 'cancelled', by: 'user' })
      expect((await store.get('job:b'))?.job).toMatchObject({ state: 'cancelled', by: 'user' })
      expect(await runAll()).toEqual(['a'])
    })

    it('[SV53] cancelling a running job is answered when it has stopped, and may be repeated', async () => {
      const { queue, submit } = await open()
      const { ended } = await submit(order('a'))
      await until(() => script.started().length === 1)
      let answered = 0
      const cancels = [queue.cancel('job:a', 'gone'), queue.cancel('job:a', 'user')]
      for (const cancel of cancels) void cancel.then(() => answered++)
      await quiet()
      expect(script.run('a').signal.aborted).toBe(true)
      expect(answered).toBe(0)
      script.run('a').answer(fail({ code: 'JOB_CANCELLED', message: 'killed' }))
      expect(await Promise.all(cancels)).toEqual([true, true])
      expect(await ended).toMatchObject({ state: 'cancelled', by: 'gone' })
      expect(await queue.cancel('job:a', 'user')).toBe(false)
      expect(await queue.cancel('job:unknown', 'user')).toBe(false)
    })

    it('[SV53] a job that was told to stop is cancelled, though its runner says it is done', async () => {
      const { queue, submit } = await open()
      const { ended } = await submit(order('a'))
      await until(() => script.started().length === 1)
      const cancelled = queue.cancel('job:a', 'user')
      script.run('a').answer(ok(RESULT))
      expect([await cancelled, (await ended).state]).toEqual([true, 'cancelled'])
    })

    it('[SV53] a runner that does not stop is waited for 5 s, and then no longer', async () => {
      const { queue, submit } = await open()
      const { ended } = await submit(order('deaf'))
      await submit(order('next'))
      await until(() => script.started().length === 1)
      const cancelled = queue.cancel('job:deaf', 'user')
      world.advance(4_999)
      await quiet()
      expect(queue.counts()).toEqual({ waiting: 1, running: 1 })
      world.advance(1)
      expect([await cancelled, (await ended).state]).toEqual([true, 'cancelled'])
      await until(() => script.started().length === 2)
      script.run('deaf').answer(ok(RESULT))
      await quiet()
      expect((await ended).state).toBe('cancelled')
    })

    it('[SV53] a job that is cancelled before its row is written never starts', async () => {
      const { queue } = await open()
      const asked = order('a')
      const submitting = queue.submit(asked.value)
      const cancelled = queue.cancel('job:a', 'gone')
      const submitted = await submitting
      expect(await cancelled).toBe(true)
      expect(submitted.ok && (await submitted.value.ended)).toMatchObject({ state: 'cancelled', by: 'gone' })
      expect(asked.states()).toEqual(['queued', 'cancelled'])
      expect(script.started()).toEqual([])
    })

    // ── Stopping and starting ──────────────────────────────────────────────────────────────────────────────────

    it('[SV55] closing cancels what waits, gives what runs 20 s, and takes nothing new', async () => {
      const { queue, submit } = await open()
      const [{ ended: runs }, { ended: waits }] = [await submit(order('runs')), await submit(order('waits'))]
      await until(() => script.started().length === 1)
      const closed = queue.close()
      expect(await waits).toMatchObject({ state: 'cancelled', by: 'shutdown' })
      expect(await queue.submit(order('late').value)).toMatchObject({ ok: false, error: { code: 'JOB_INTERRUPTED' } })
      world.advance(19_999)
      await quiet()
      expect(script.run('runs').signal.aborted).toBe(false)
      script.run('runs').answer(ok(RESULT))
      await closed
      expect((await runs).state).toBe('done')
      expect(script.started()).toEqual(['runs'])
      await queue.close()
    })

    it('[SV55] what still runs after 20 s is cancelled by the shutdown', async () => {
      const { queue, submit } = await open()
      const { ended: runs } = await submit(order('runs'))
      await until(() => script.started().length === 1)
      const closed = queue.close()
      world.advance(20_000)
      script.run('runs').answer(fail({ code: 'JOB_CANCELLED', message: 'killed' }))
      await closed
      expect(await runs).toMatchObject({ state: 'cancelled', by: 'shutdown' })
    })

    it('[SV44] what a process left running or waiting ends as interrupted; what runs here is left alone', async () => {
      const { queue, store, submit } = await open()
      const left = order('left')
      const notes = { lane: 'session:1', class: 1 as const, attached: true }
      const at = world.now()
      await store.add({ job: { ...left.value.job, state: 'queued', queuedAt: at, ahead: 0 }, ...notes })
      await store.move(left.id, 'queued', { ...left.value.job, state: 'running', startedAt: at, stage: 'mesh' })
      await store.add({ job: { ...order('waited').value.job, state: 'queued', queuedAt: at, ahead: 0 }, ...notes })
      const { ended } = await submit(order('mine'))
      await until(() => script.started().length === 1)

      const interrupted = await queue.recover()
      expect(interrupted.map(({ id }) => id).toSorted()).toEqual(['job:left', 'job:waited'])
      for (const { id } of interrupted)
        expect((await store.get(id))?.job).toMatchObject({ state: 'failed', error: { code: 'JOB_INTERRUPTED' } })
      expect((await store.get(left.id))?.job).not.toHaveProperty('stage')
      expect(await queue.recover()).toEqual([])
      script.run('mine').answer(ok(RESULT))
      expect((await ended).state).toBe('done')
    })

    it('[SV44] a start is a compare-and-set: a job whose row somebody else has moved does not run here', async () => {
      const { store, submit } = await open()
      await submit(order('a'))
      const { ended } = await submit(order('b'))
      const elsewhere: Job = { ...order('b').value.job, state: 'cancelled', endedAt: 1, by: 'user' }
      expect(await store.move('job:b', 'queued', elsewhere)).toBe(true)
      expect(await runAll()).toEqual(['a'])
      expect(await ended).toEqual(elsewhere)
    })

    it('[SV44] of two who move a row from one state exactly one wins', async () => {
      const { store } = await open()
      const { job } = order('a').value
      await store.add({ job: { ...job, state: 'queued', queuedAt: 0, ahead: 0 }, lane: 'l', class: 1, attached: false })
      const running: Job = { ...job, state: 'running', startedAt: 1, stage: 'start' }
      const won = await Promise.all([1, 2, 3].map(() => store.move(job.id, 'queued', running, { logHash: 'f00' })))
      expect(won).toEqual([true, false, false])
      expect(await store.get(job.id)).toEqual({ job: running, lane: 'l', class: 1, attached: false, logHash: 'f00' })
      expect(await store.move('job:absent', 'queued', running)).toBe(false)
    })

    it('[SV11] rows are listed newest first, by session and by state', async () => {
      const { store } = await open()
      for (const [id, lane] of [
        ['a', 'session:1'],
        ['b', 'session:2'],
        ['c', 'session:1'],
      ] as const) {
        world.advance(1)
        const { job } = order(id, { lane }).value
        await store.add({ job: { ...job, state: 'queued', queuedAt: 0, ahead: 0 }, lane, class: 1, attached: false })
      }
      const end: Job = { ...order('a').value.job, state: 'cancelled', endedAt: 1, by: 'user' }
      await store.move('job:a', 'queued', end)
      const ids = async (filter: Parameters<JobStore['list']>[0]) => (await store.list(filter)).map(({ job }) => job.id)
      expect(await ids({})).toEqual(['job:c', 'job:b', 'job:a'])
      expect(await ids({ limit: 1 })).toEqual(['job:c'])
      expect(await ids({ session: 'session:1' })).toEqual(['job:c', 'job:a'])
      expect(await ids({ session: 'session:1', state: 'queued' })).toEqual(['job:c'])
      expect(await ids({ state: 'cancelled' })).toEqual(['job:a'])
    })
  })
}

const LAYER: Layer = {
  id: 'layer:1',
  name: 'lid',
  kind: 'solid',
  visible: true,
  placement: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
}

/** Lets everything that is on its way arrive; time stands still meanwhile. */
async function quiet(): Promise<void> {
  for (let tick = 0; tick < 20; tick++) await new Promise((resolve) => setImmediate(resolve))
}

async function until(holds: () => boolean): Promise<void> {
  for (let tick = 0; tick < 1_000; tick++) {
    if (holds()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error('What was waited for did not happen.')
}
