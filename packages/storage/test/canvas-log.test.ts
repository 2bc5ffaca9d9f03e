import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { canvasOf, type Commit, createCanvas, digestsOf, foldAll } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import { testWorld } from '@hewn/testing'
import { expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../src/index.ts'
import { at, temporaryHome, temporaryStorage } from './temporary-home.ts'

const SESSION: SessionId = 'session:1'
const RACER = fileURLToPath(new URL('./race-writer.ts', import.meta.url))
const ROUNDS = 300
const NO_LIMIT = { events: 1_000_000, bytes: 1_000_000_000 }

const commit = (epoch: string, first: number, count = 1, text = 'x'): Commit => ({
  epoch,
  first,
  events: Array.from({ length: count }, (_, place) => ({
    type: 'state_changed',
    data: { key: 'k', value: `${text}${place}` },
  })),
  at: 1,
  actor: { uid: 'ada', by: 'user' },
})

it('[CV21] the epoch is born with the row of the session, before anything is written', async () => {
  const { sessions, canvasLog } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const [one, two] = [await canvasLog.open(id), await canvasLog.open(id)]
  expect(one).toEqual({ epoch: expect.stringMatching(/^[0-9A-Za-z]{16}$/), head: 0, tail: [] })
  expect(two.epoch).toBe(one.epoch)
})

it('[CV44] a restart keeps epoch, state and numbers', async () => {
  const home = temporaryHome()
  const first = await openStorage(at(home))
  const { epoch } = await first.canvasLog.open(SESSION)
  const written = [commit(epoch, 1, 3), { ...commit(epoch, 4), turn: 'turn:1', step: 's', undoes: 'turn:0' } as const]
  expect(await first.canvasLog.append(SESSION, { epoch, seq: 0 }, written)).toBe('ok')
  await first.close()

  const again = await openStorage(at(home))
  expect(await again.canvasLog.open(SESSION)).toEqual({ epoch, head: 4, tail: written })
  expect(await again.canvasLog.append(SESSION, { epoch, seq: 4 }, [commit(epoch, 5)])).toBe('ok')
  await again.close()
})

it('[CV43] two processes race on one file: every number has one winner, and there is no gap', async () => {
  const home = temporaryHome()
  const storage = await openStorage(at(home))
  const { epoch } = await storage.canvasLog.open(SESSION)
  await storage.canvasLog.append(SESSION, { epoch, seq: 0 }, [commit(epoch, 1)])

  const racers = ['ada', 'bob'].map((name) => racer(home, name))
  // Both have seen the same head before either writes, so one of them must come too late.
  await Promise.all(racers.map(({ lines }) => lines.next()))
  for (const { child } of racers) child.stdin.end()
  const races = await Promise.all(
    racers.map(async ({ name, lines }) => ({ name, ...JSON.parse((await lines.next()).value ?? 'null') }) as Race),
  )
  const won = new Map(races.flatMap(({ name, numbers }) => numbers.map((number) => [number, name])))
  expect(won.size, 'nobody was told of a number twice').toBe(ROUNDS * 2)
  expect(
    races.reduce((sum, { lost }) => sum + lost, 0),
    'they did meet',
  ).toBeGreaterThan(0)
  const { head, tail } = await storage.canvasLog.open(SESSION)
  expect(tail.map(({ first }) => first)).toEqual(Array.from({ length: head }, (_, place) => place + 1))
  expect(tail.slice(1).map(({ actor }) => actor.uid)).toEqual(tail.slice(1).map(({ first }) => won.get(first)))
  await storage.close()
}, 60_000)

it('[CV46] a log that went back behind what a process has seen goes on under a new epoch', async () => {
  const { canvasLog } = await temporaryStorage()
  const { epoch } = await canvasLog.open(SESSION)
  await canvasLog.append(SESSION, { epoch, seq: 0 }, [commit(epoch, 1)])
  const answer = await canvasLog.append(SESSION, { epoch, seq: 7 }, [commit(epoch, 8)])
  expect(answer).toEqual({ epoch: expect.stringMatching(/^[0-9A-Za-z]{16}$/) })
  const opened = await canvasLog.open(SESSION)
  expect(opened.epoch).toBe(typeof answer === 'object' && 'epoch' in answer && answer.epoch)
  expect(opened.epoch).not.toBe(epoch)
  expect(opened.tail).toEqual([{ ...commit(opened.epoch, 1) }])
})

it('[CV21] a commit that would leave a hole is a defect, and nothing of it is kept', async () => {
  const { canvasLog } = await temporaryStorage()
  const { epoch } = await canvasLog.open(SESSION)
  const append = canvasLog.append(SESSION, { epoch, seq: 0 }, [commit(epoch, 1), commit(epoch, 3)])
  await expect(append).rejects.toThrow(/expected a commit from number 2 on/)
  expect(await canvasLog.open(SESSION)).toMatchObject({ head: 0, tail: [] })
})

it('[CV23] the largest commit, 10,001 events, is one, and is read as one whatever the limit', async () => {
  const { canvasLog } = await temporaryStorage()
  const { epoch } = await canvasLog.open(SESSION)
  const large = commit(epoch, 1, 10_001)
  await canvasLog.append(SESSION, { epoch, seq: 0 }, [large, commit(epoch, 10_002)])
  expect(await canvasLog.read(SESSION, 5_000, 6_000, { events: 10, bytes: 10 })).toEqual([large])
  expect(await canvasLog.read(SESSION, 10_002, 99_999, NO_LIMIT)).toEqual([commit(epoch, 10_002)])
})

it('[CV25] reading stops at a commit’s end before a limit of events or bytes', async () => {
  const { canvasLog } = await temporaryStorage()
  const { epoch } = await canvasLog.open(SESSION)
  const commits = Array.from({ length: 20 }, (_, place) => commit(epoch, place * 3 + 1, 3))
  await canvasLog.append(SESSION, { epoch, seq: 0 }, commits)
  const bytes = Buffer.byteLength(JSON.stringify(commits[0]?.events[0]?.data))
  expect(await canvasLog.read(SESSION, 2, 60, { events: 10, bytes: 1e9 })).toEqual(commits.slice(0, 3))
  expect(await canvasLog.read(SESSION, 1, 60, { events: 1e9, bytes: bytes * 7 })).toEqual(commits.slice(0, 2))
  expect(await canvasLog.read(SESSION, 4, 7, NO_LIMIT)).toEqual(commits.slice(1, 3))
  expect(await canvasLog.read(SESSION, 61, 99, NO_LIMIT)).toEqual([])
})

it('[CV19] what was dropped is gone, and the same id begins with another epoch', async () => {
  const { sessions, canvasLog } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const { epoch } = await canvasLog.open(id)
  await canvasLog.append(id, { epoch, seq: 0 }, [commit(epoch, 1)])
  await canvasLog.drop(id)
  const fresh = await canvasLog.open(id)
  expect(fresh).toMatchObject({ head: 0, tail: [] })
  expect(fresh.epoch).not.toBe(epoch)
  const late = await canvasLog.append(id, { epoch, seq: 1 }, [commit(epoch, 2)])
  expect(late).toEqual({ epoch: expect.not.stringMatching(epoch) })
})

interface Race {
  name: string
  numbers: number[]
  lost: number
}

/** Another process that wins `ROUNDS` numbers, however often it is told that it came too late. */
function racer(home: string, name: string) {
  const child = spawn(process.execPath, [RACER, home, name, String(ROUNDS)], { stdio: ['pipe', 'pipe', 'inherit'] })
  return { name, child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

it('[SV46] [CV14] a history beyond its quota loses its oldest events to a snapshot; numbers and state go on, and what is left replays', async () => {
  for (const [total, history] of [
    [14_000, { events: 6_000, bytes: 64 * 1024 ** 2 }],
    [7_000, { events: 200_000, bytes: 200_000 }],
  ] as const) {
    const home = temporaryHome()
    const world = testWorld()
    const storage = await openStorage({ ...at(home, world), history })
    onTestFinished(() => storage.close())
    const { id } = await storage.sessions.create({ title: '', origin: 'user', owner: 'ada' })
    const canvas = createCanvas({ log: storage.canvasLog, world })
    const on = canvas.session(id, { uid: 'ada', by: 'user' })
    const fill = async (events: number) => {
      for (let n = 0; n < events; n += 100)
        await Promise.all(
          Array.from({ length: 100 }, (_, step) =>
            on.setResource({ channel: 'cells', id: `${(n + step) % 700}`, payload: { n, step } }),
          ),
        )
    }
    await fill(3_000)
    const early = await canvas.stateAt(id, 1_234)
    expect(early.ok && early.value.seq).toBe(1_234)
    expect(await canvas.begins(id)).toEqual({ ok: true, value: undefined })
    await fill(total - 3_000)
    // Folding goes on by itself, after the commit that made it necessary.
    const begins = async () => {
      const begin = await canvas.begins(id)
      return begin.ok ? (begin.value?.seq ?? 0) : Number.NaN
    }
    await expect.poll(begins).toBeGreaterThan(total / 2 - 1)
    const begin = await canvas.begins(id)
    if (!begin.ok || !begin.value) throw new Error('Nothing was folded away.')
    const { seq } = begin.value
    await expect.poll(async () => storage.canvasLog.read(id, seq, total, NO_LIMIT)).toBe('gone')
    expect(await canvas.stateAt(id, 1_234)).toMatchObject({ ok: false, error: { code: 'CANVAS_GONE' } })
    expect(await canvas.replay(id, seq, total)).toMatchObject({ ok: false, error: { code: 'CANVAS_GONE' } })

    // The snapshot and what follows it are the canvas.
    const lines = await canvas.replay(id, seq + 1, total)
    if (!lines.ok) throw new Error(lines.error.message)
    const events = []
    for await (const line of lines.value) events.push(...line.events)
    expect(seq + events.length).toBe(total)
    const folded = foldAll(canvasOf(begin.value), events as Parameters<typeof foldAll>[1])
    const again = await openStorage(at(home, testWorld(2)))
    onTestFinished(() => again.close())
    const reopened = await createCanvas({ log: again.canvasLog, world }).open(id)
    if (!reopened.ok) throw new Error(reopened.error.message)
    expect(digestsOf(reopened.value.canvas)).toEqual(digestsOf(folded))
    expect(reopened.value.canvas.seq).toBe(total)
    // A number in what is left is as it was.
    expect((await canvas.stateAt(id, seq + 700)).ok).toBe(true)
  }
}, 60_000)

it('[SV46] [CV23] while the oldest is folded away others have their turn, and nobody ever reads half a commit', async () => {
  const world = testWorld()
  const history = { events: 200_000, bytes: 3_000_000 }
  const storage = await openStorage({ ...at(temporaryHome(), world), history })
  onTestFinished(() => storage.close())
  const { id } = await storage.sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const on = createCanvas({ log: storage.canvasLog, world }).session(id, { uid: 'ada', by: 'user' })
  const pad = 'x'.repeat(2_000)
  for (let n = 0; n < 800; n += 1)
    await on.together((draft) => {
      for (const cell of ['a', 'b', 'c']) draft.setResource({ channel: 'cells', id: cell, payload: { n, pad } })
    })
  const seen = new Set<number>()
  let oldest = 1
  for (let still = 0; still < 20; still += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    let found = await storage.canvasLog.read(id, oldest, oldest + 30, NO_LIMIT)
    for (; found === 'gone'; still = 0) found = await storage.canvasLog.read(id, ++oldest, oldest + 30, NO_LIMIT)
    expect(found.map(({ events }) => events.length)).toEqual(found.map(() => 3))
    seen.add(oldest)
    if (oldest === 1) still = 0
  }
  expect(oldest).toBeGreaterThan(1_000)
  expect(seen.size).toBeGreaterThan(5)
}, 30_000)
