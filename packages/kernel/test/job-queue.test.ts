import { fail, hewnError, ok } from '@hewn/model'
import { testWorld } from '@hewn/testing'
import { expect, it } from 'vitest'
import { createJobQueue, type JobStore, memoryJobStore } from '../src/index.ts'
import { countAhead, type Waiting, whoIsNext } from '../src/job-queue-turns.ts'
import { order, RESULT, scriptedRunner } from './scripted-runner.ts'

const LIMITS = { running: 1, waiting: 200, perLane: 50, waitSeconds: 600 }

/** A queue over a store of which the test replaces some verbs. */
function queueOver(verbs: (store: JobStore) => Partial<JobStore>) {
  const kept = memoryJobStore()
  const store = { ...kept, ...verbs(kept) }
  const script = scriptedRunner()
  const defects: unknown[] = []
  const queue = createJobQueue({
    store,
    runners: { part: script.runner, box: script.runner, check: script.runner },
    world: testWorld(),
    limits: LIMITS,
    report: (error) => void defects.push(error),
  })
  return { queue, store, script, defects }
}

const tick = () => new Promise((resolve) => setImmediate(resolve))
/** Long enough for rows to be written and the next to start. */
const settled = async () => {
  for (let n = 0; n < 5; n += 1) await tick()
}

it('[SV53] a job that is cancelled between its turn and its start never starts', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { queue, store, script } = queueOver((kept) => ({
    async move(...move) {
      await held
      return await kept.move(...move)
    },
  }))
  const asked = order('a')
  const submitted = await queue.submit(asked.value)
  expect(queue.counts()).toEqual({ waiting: 0, running: 1 })
  const cancelled = queue.cancel(asked.id, 'user')
  release()
  expect(await cancelled).toBe(true)
  expect(submitted.ok && (await submitted.value.ended)).toMatchObject({ state: 'cancelled', by: 'user' })
  expect((await store.get(asked.id))?.job.state).toBe('cancelled')
  expect(script.started()).toEqual([])
})

it('[KN69] a check takes a place that no script wants, one at a time', async () => {
  const { queue, script } = queueOver(() => ({}))
  const checks = ['first', 'second'].map((name) => order(name, { kind: 'check', class: 3 }))
  await queue.submit(order('busy').value)
  await queue.submit(order('next').value)
  for (const { value } of checks) await queue.submit(value)
  for (const name of ['busy', 'next', 'first']) {
    await settled()
    expect(script.started().at(-1)).toBe(name)
    script.run(name).answer(ok(RESULT))
  }
  await settled()
  expect(script.started()).toEqual(['busy', 'next', 'first', 'second'])
})

it('[KN69] a running check makes way for a script, and is run again when it is done', async () => {
  const { queue, script, store } = queueOver(() => ({}))
  const check = order('check', { kind: 'check', class: 3 })
  const submitted = await queue.submit(check.value)
  await settled()
  const first = script.run('check')
  await queue.submit(order('draft', { class: 0 }).value)
  expect(first.signal.aborted).toBe(true)
  first.answer(fail(hewnError('JOB_CANCELLED')))
  await settled()
  expect(queue.counts()).toEqual({ waiting: 1, running: 1 })
  expect((await store.get(check.id))?.job.state).toBe('queued')
  script.run('draft').answer(ok(RESULT))
  await settled()
  expect(script.started()).toEqual(['check', 'draft', 'check'])
  expect(script.run('check').signal.aborted).toBe(false)
  script.run('check').answer(ok(RESULT))
  expect(submitted.ok && (await submitted.value.ended)).toMatchObject({ state: 'done' })
  expect(check.states()).toEqual(['queued', 'running', 'queued', 'running', 'done'])
})

it('[KN69] a check that makes way can be cancelled, and one that was done in the same moment is done', async () => {
  for (const answer of ['stopped', 'done'] as const) {
    const { queue, script } = queueOver(() => ({}))
    const check = order('check', { kind: 'check', class: 3 })
    const submitted = await queue.submit(check.value)
    await settled()
    await queue.submit(order('draft').value)
    script.run('check').answer(answer === 'done' ? ok(RESULT) : fail(hewnError('JOB_CANCELLED')))
    const cancelled = answer === 'stopped' && queue.cancel(check.id, 'user')
    expect(await cancelled).toBe(answer === 'stopped')
    expect(submitted.ok && (await submitted.value.ended).state).toBe(answer === 'done' ? 'done' : 'cancelled')
  }
})

it('[SV51] a slider build that gets its turn while a newer one is written down is not replaced, but may finish', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { queue, script } = queueOver((kept) => ({
    async add(record) {
      if (record.job.id === 'job:newer') await held
      await kept.add(record)
    },
  }))
  const older = await queue.submit(order('busy').value)
  const waits = await queue.submit(order('older', { class: 0 }).value)
  const submitting = queue.submit(order('newer', { class: 0 }).value)
  await tick()
  script.run('busy').answer(ok(RESULT))
  await tick()
  expect(script.started()).toEqual(['busy', 'older'])
  release()
  await submitting
  script.run('older').answer(ok(RESULT))
  const ended = await Promise.all([older, waits].map((it) => it.ok && it.value.ended))
  expect(ended).toMatchObject([{ state: 'done' }, { state: 'done' }])
})

it('[SV50] a row that cannot be written is no job: whoever asked hears it, and the queue goes on', async () => {
  const { queue, script } = queueOver((kept) => ({
    async add(record) {
      if (record.job.id === 'job:a') throw new Error('disk full')
      await kept.add(record)
    },
  }))
  const asked = order('a')
  await expect(queue.submit(asked.value)).rejects.toThrow('disk full')
  expect(asked.events).toEqual([])
  expect(queue.counts()).toEqual({ waiting: 0, running: 0 })
  await queue.submit(order('b').value)
  await tick()
  expect(script.started()).toEqual(['b'])
})

it.each(['running', 'done'])('[SV50] a job whose row fails when it becomes %s ends all the same', async (state) => {
  const { queue, script, defects } = queueOver((kept) => ({
    async move(id, from, to, more) {
      if (to.state === state) throw new Error('disk full')
      return await kept.move(id, from, to, more)
    },
  }))
  const submitted = await queue.submit(order('a').value)
  await tick()
  if (state === 'done') script.run('a').answer(ok(RESULT))
  expect(submitted.ok && (await submitted.value.ended)).toMatchObject({
    state: 'failed',
    error: { code: 'KERNEL_BROKEN', message: expect.not.stringContaining('disk full') },
  })
  expect(defects).toEqual([new Error('disk full')])
  expect(queue.counts()).toEqual({ waiting: 0, running: 0 })
})

it('[SV50] a job leaves no timer behind, however it ends', async () => {
  const world = testWorld()
  const script = scriptedRunner()
  const queue = createJobQueue({ store: memoryJobStore(), runners: { part: script.runner }, world, limits: LIMITS })
  const asked = ['done', 'cancelled', 'waiting'].map((id) => order(id))
  const ended = await Promise.all(asked.map(async ({ value }) => await queue.submit(value)))
  await tick()
  script.run('done').answer(ok(RESULT))
  await tick()
  void queue.cancel('job:cancelled', 'user')
  void queue.cancel('job:waiting', 'user')
  script.run('cancelled').answer(ok(RESULT))
  await Promise.all(ended.map((it) => it.ok && it.value.ended))
  expect(world.pending).toBe(0)
})

const job = (lane: string, urgency: number, place: number, queuedAt = 0): Waiting => ({
  lane,
  class: urgency,
  place,
  queuedAt,
})

it('[SV50] nobody waits: nobody is next', () => {
  expect(whoIsNext([], new Map(), 0)).toBeUndefined()
})

it('[SV50] what waits for five minutes is as urgent as a slider, and no more than that', () => {
  const [old, slider] = [job('a', 4, 1), job('b', 0, 2, 300_000)]
  expect(whoIsNext([slider, old], new Map([['a', 1]]), 300_000)).toBe(slider)
  expect(whoIsNext([slider, old], new Map([['b', 1]]), 300_000)).toBe(old)
})

it('[SV50] the count of those ahead is the count of turns before it', () => {
  const mine = job('me', 1, 9)
  const others = [job('a', 1, 1), job('a', 1, 2), job('me', 1, 3), job('b', 1, 4), job('c', 0, 10)]
  // c by its class, then a, me and b by their lanes, then again a before me.
  expect(countAhead(mine, others, new Map(), 0)).toBe(5)
  expect(countAhead(mine, [], new Map(), 0)).toBe(0)
})
