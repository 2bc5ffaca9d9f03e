import { fail, type Job, ok } from '@hewn/model'
import { seededRandom, seeds, testWorld } from '@hewn/testing'
import { expect, it } from 'vitest'
import { createJobQueue, type JobOrder, memoryJobStore } from '../src/index.ts'
import { order, RESULT, scriptedRunner } from './scripted-runner.ts'

const STEPS = 400
const LIMITS = { running: 2, boxes: 1, waiting: 20, perLane: 6, waitSeconds: 60, drainSeconds: 20 }

for (const seed of seeds(20417, 77))
  it(`[SV50] whatever is asked, answered, cancelled or not, every job ends once, as its row says, seed ${seed}`, async () => {
    const random = seededRandom(seed)
    const any = (count: number) => Math.floor(random() * count)
    const world = testWorld(seed)
    const script = scriptedRunner()
    const store = memoryJobStore()
    const running = new Set<string>()
    const most = { part: 0, box: 0 }
    const queue = createJobQueue({
      store,
      runners: {
        part: (...work) => script.runner(...work),
        box: (...work) => script.runner(...work),
      },
      world,
      limits: LIMITS,
      report: () => {},
    })
    const asked: { it: ReturnType<typeof order>; ended: Promise<Job> }[] = []
    let refused = 0

    const steps = [
      async () => {
        const kind = any(4) === 0 ? 'box' : 'part'
        const name = `${kind}-${asked.length + refused}`
        const it = order(name, { kind, lane: `session:${any(4)}`, class: any(5) as JobOrder['class'] })
        const { on } = it.value
        it.value.on = (event) => {
          on(event)
          if (event.t !== 'state') return
          if (event.job.state === 'running') running.add(name)
          else running.delete(name)
          for (const of of ['part', 'box'] as const)
            most[of] = Math.max(most[of], [...running].filter((known) => known.startsWith(of)).length)
        }
        const answer = await queue.submit(it.value)
        if (answer.ok) asked.push({ it, ended: answer.value.ended })
        else {
          refused++
          expect(answer.error.code).toBe('LIMIT_QUEUE')
        }
      },
      async () => void queue.cancel(asked[any(asked.length)]?.it.id ?? 'job:none', 'user'),
      async () => void world.advance(any(2_000)),
      async () => {
        const name = [...running][any(running.size)]
        if (name) answerOf(name)
      },
    ]
    const answerOf = (name: string) => {
      const run = script.started().includes(name) ? script.run(name) : undefined
      const how = any(4)
      if (how === 0) run?.answer(fail({ code: 'SCRIPT_ERROR', message: 'no' }))
      else if (how === 1) run?.throws(new Error('broken'))
      else run?.answer(ok(RESULT))
    }

    for (let step = 0; step < STEPS; step++) {
      await steps[any(steps.length)]?.()
      if (any(3) === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(queue.counts().waiting).toBeLessThanOrEqual(LIMITS.waiting)
    }
    const closed = queue.close()
    for (let second = 0; second < 40; second++) {
      world.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await closed

    expect(asked.length).toBeGreaterThan(40)
    expect(most).toEqual({ part: LIMITS.running, box: LIMITS.boxes })
    for (const { it, ended } of asked) {
      const job = await ended
      const states = it.states()
      expect(['done', 'failed', 'cancelled']).toContain(job.state)
      expect(states.slice(1, -1).every((state) => state === 'running')).toBe(true)
      expect([states[0], states.at(-1)]).toEqual(['queued', job.state])
      expect(states.length).toBeLessThanOrEqual(3)
      expect((await store.get(it.id))?.job).toEqual(job)
    }
    expect(world.pending).toBe(0)
  })
