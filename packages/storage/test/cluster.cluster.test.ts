import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectCanvas, createCanvas, digestsOf, socketIoSocket } from '@hewn/canvas'
import { systemWorld as world } from '@hewn/model/world'
import type { Job, Message } from '@hewn/model'
import { seededRandom, testWorld } from '@hewn/testing'
import { type Started, startPostgres, startRedis } from '@hewn/testing/servers'
import { Kysely, sql } from 'kysely'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canvasLogContract } from '../../canvas/test/canvas-log-contract.ts'
import { isDatabaseAway, openStorage, type Storage } from '../src/index.ts'
import { postgres as postgresDialect } from '../src/postgres/postgres.ts'
import { killAgainAndAgain } from './kills.ts'
import { redisStreams } from '../src/redis/index.ts'

let postgres: Started
let redis: Started
let blobs: string
const open: { close(): Promise<void> }[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  blobs = mkdtempSync(join(tmpdir(), 'hewn-cluster-'))
  ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  // The first one makes the tables.
  await (await opened()).close()
}, 60_000)

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const one of open) await one.close().catch(() => {})
  await Promise.all([postgres?.close(), redis?.close()])
  rmSync(blobs, { recursive: true, force: true })
})

async function opened(): Promise<Storage> {
  const storage = await openStorage({ database: postgres.url, blobs, world })
  open.push(storage)
  return storage
}

let sessions = 0
const session = async () => `session:cluster-${process.pid}-${++sessions}` as const

canvasLogContract('PostgreSQL', async () => {
  let storage = await opened()
  return {
    log: storage.canvasLog,
    session,
    reopen: async () => (storage = await opened()).canvasLog,
  }
})

canvasLogContract('PostgreSQL with Redis Streams', async () => {
  const storage = await opened()
  const streams = redisStreams({ url: redis.url })
  open.push(streams)
  const log = streams.over(storage.canvasLog)
  return {
    // As the store does it: what is in the log is said.
    log: {
      ...log,
      async append(id, after, commits) {
        const done = await log.append(id, after, commits)
        if (done === 'ok') for (const commit of commits) streams.carrier.say(id, { kind: 'commit', commit })
        return done
      },
    },
    session,
  }
})

describe('two canvases over PostgreSQL and Redis', () => {
  const node = async () => {
    const storage = await opened()
    const streams = redisStreams({ url: redis.url })
    open.push(streams)
    return createCanvas({ log: streams.over(storage.canvasLog), carrier: streams.carrier, world })
  }

  it('[CV43] [CV45] K45: two commit to one session, 1,000 each: every number has one meaning, nothing acknowledged is lost', async () => {
    const id = await session()
    const [a, b] = await Promise.all([node(), node()])
    const write = async (canvas: typeof a, name: string) => {
      const on = canvas.session(id, { uid: name, by: 'system' })
      for (let n = 0; n < 1_000; n += 50) {
        const steps = Array.from({ length: 50 }, (_, index) => n + index)
        const done = await Promise.all(
          steps.map((step) => retried(() => on.setState({ key: `${name}-${step % 300}`, value: step }))),
        )
        expect(done.every(({ ok }) => ok)).toBe(true)
      }
    }
    await Promise.all([write(a, 'a'), write(b, 'b')])
    const states = await Promise.all([a.session(id, SYSTEM).getState(), b.session(id, SYSTEM).getState()])
    expect(states[0]).toMatchObject({ ok: true, value: { seq: 2_000 } })
    expect(states[0]).toEqual(states[1])
  }, 60_000)

  it('[CV46] K46: one that sleeps in mid-commit, and comes back, writes over nobody', async () => {
    const id = await session()
    const [a, storage] = await Promise.all([node(), opened()])
    let wake = () => {}
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const slow = createCanvas({
      world,
      log: {
        ...storage.canvasLog,
        async append(...args) {
          await asleep
          return storage.canvasLog.append(...args)
        },
      },
    })
    await slow.head(id)
    const late = slow.session(id, SYSTEM).setState({ key: 'who', value: 'slow' })
    await a.session(id, SYSTEM).setState({ key: 'who', value: 'fast' })
    wake()
    expect(await late).toMatchObject({ ok: true })
    expect(await a.session(id, SYSTEM).getState()).toMatchObject({ value: { seq: 2, state: { who: 'slow' } } })
  })

  it('[CV45] K47: Redis away, back, emptied: nothing acknowledged is lost', async () => {
    const id = await session()
    const [a, b] = await Promise.all([node(), node()])
    const store = await b.open(id)
    if (!store.ok) throw new Error(store.error.message)
    const { value } = store
    const stop = value.watch({ committed: () => {}, reset: () => {}, ended: () => {} })
    const write = async (n: number) =>
      expect((await a.session(id, SYSTEM).setState({ key: 'n', value: n })).ok).toBe(true)
    await write(1)
    await redis.kill()
    await write(2)
    await write(3)
    // Heads of watched sessions are compared every second.
    await expect.poll(() => value.canvas.seq).toBe(3)
    await redis.start()
    await write(4)
    await expect.poll(() => value.canvas.seq).toBe(4)
    expect(await a.session(id, SYSTEM).getState()).toMatchObject({ value: { state: { n: 4 } } })
    stop()
  }, 60_000)
})

describe('two servers on one database', () => {
  it('[SV43] [SV44] one that was silent for 15 s is no more: what it held is left to the other', async () => {
    const worlds = [testWorld(31), testWorld(32)] as const
    const [a, b] = await Promise.all(
      worlds.map((one) =>
        openStorage({ database: postgres.url, blobs, world: one }).then((storage) => (open.push(storage), storage)),
      ),
    )
    if (!a || !b) throw new Error('Two servers did not start.')
    const { id } = await a.sessions.create({ title: '', origin: 'user', owner: 'ada' })
    const job: Job = { id: 'job:held', sessionId: id, kind: 'build', state: 'queued', queuedAt: 0, ahead: 0 }
    await a.jobs.add({ job, lane: id, class: 1, attached: false })
    const held = async () => (await b.jobs.list({ state: 'queued', left: true })).map((row) => row.job.id)
    expect(await held()).toEqual([])
    // Both live: a says so every 3 s.
    worlds[0].advance(14_000)
    worlds[1].advance(14_000)
    await expect.poll(held).toEqual([])
    worlds[1].advance(40_000)
    await expect.poll(held).toEqual(['job:held'])
  })

  it('[SV44] of two that ask at once for the turns of a server that is no more, each turn goes to exactly one', async () => {
    const [gone, b, c] = [await opened(), await opened(), await opened()]
    const { id } = await gone.sessions.create({ title: '', origin: 'user', owner: 'ada' })
    const names = Array.from({ length: 40 }, (_, index) => `turn:left-${index}` as const)
    for (const name of names) await gone.turns.add(id, message(name))
    await gone.close()
    const taken = (await Promise.all([b, c, b, c].map((one) => one.turns.takeLeft()))).map((rows) =>
      rows.filter((row) => row.session === id).map((row) => row.message.id),
    )
    expect(taken.flat().toSorted()).toEqual(names.toSorted())
    expect([await b.turns.takeLeft(), await c.turns.takeLeft()], 'they are somebody’s who lives').toEqual([[], []])
  })
})

const message = (id: Message['id']): Message => ({
  id,
  at: 0,
  by: 'user',
  agent: 'planner',
  request: 'a washer',
  kind: 'auto',
  mayAsk: true,
  state: 'queued',
  stages: [],
  text: '',
})

describe('PostgreSQL that is killed', () => {
  it('[CV47] ends nobody who was in the middle of something: it fails, and the next one goes through', async () => {
    const problems: string[] = []
    const db = new Kysely<Record<string, never>>({
      dialect: postgresDialect(postgres.url, (one) => problems.push(one)),
    })
    const held = db.connection().execute(async (line) => {
      await sql`select 1`.execute(line)
      await postgres.kill()
      // Nobody asks anything of the line when it breaks.
      await expect.poll(() => problems.length).toBeGreaterThan(0)
      await sql`select 1`.execute(line)
    })
    await expect(held).rejects.toSatisfy(isDatabaseAway)
    await expect(sql`select 1`.execute(db)).rejects.toSatisfy(isDatabaseAway)
    await postgres.start()
    await expect
      .poll(() =>
        sql`select 1 as one`.execute(db).then(
          ({ rows }) => rows,
          () => [],
        ),
      )
      .toEqual([{ one: 1 }])
    await db.destroy()
  }, 60_000)
})

describe('a writer that is killed', () => {
  it('[SV40] [CV47] K33: on PostgreSQL, which is killed too, nothing acknowledged is lost and a number has one meaning', async () => {
    const alsoKill = async () => {
      await postgres.kill()
      await postgres.start()
    }
    const chance = seededRandom(33)
    const killed = await killAgainAndAgain({ database: postgres.url, blobs, rounds: 4, chance, alsoKill })
    expect(killed.wrong).toEqual([])
    // How many is the machine's affair; that something was under way each time is not.
    expect(killed.acknowledged).toBeGreaterThan(killed.rounds * 5)
  }, 60_000)
})

describe('two processes', () => {
  it('[CV45] K48: commit on A, viewer on B, A killed: B has all that was acknowledged, and goes on', async () => {
    const [a, b] = await Promise.all([processOf('a'), processOf('b')])
    const client = connectCanvas({
      sessionId: 'session:cluster',
      world,
      socket: socketIoSocket(io(`http://127.0.0.1:${b.port}`, { autoConnect: false, forceNew: true })),
    })
    await expect.poll(() => client.connection.state).toBe('live')
    const both = await Promise.all([a.commit(0, 300), b.commit(0, 300)])
    expect(both).toEqual([{ done: 300 }, { done: 300 }])
    await expect.poll(() => client.position?.seq).toBe(600)
    const began = performance.now()
    await a.commit(300, 1)
    await expect.poll(() => client.position?.seq, { interval: 1 }).toBe(601)
    expect(performance.now() - began).toBeLessThan(2_000)
    // In mid-stream: what was acknowledged before is there, and B goes on.
    void a.commit(400, 2_000).catch(() => {})
    await expect.poll(() => Number(client.position?.seq)).toBeGreaterThan(700)
    a.child.kill('SIGKILL')
    await once(a.child, 'exit')
    await b.commit(300, 10)
    const storage = await opened()
    await expect
      .poll(async () => (await storage.canvasLog.head?.('session:cluster'))?.seq === client.position?.seq)
      .toBe(true)
    const fresh = createCanvas({ log: storage.canvasLog, world })
    const store = await fresh.open('session:cluster')
    expect(store.ok && digestsOf(store.value.canvas)).toEqual(digestsOf(client.canvas))
    client.close()
  }, 60_000)
})

const SYSTEM = { uid: 'system', by: 'system' } as const

/** Many writers on one session may be told to try again; that is an answer, not a loss. */
async function retried<T extends { ok: boolean; error?: { code: string } }>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    const done = await act()
    if (done.ok || done.error?.code !== 'CANVAS_BUSY') return done
  }
}

async function processOf(name: string) {
  const file = fileURLToPath(new URL('./cluster-node.ts', import.meta.url))
  const child = spawn(process.execPath, [file, postgres.url, redis.url, blobs, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value ?? 'null') as { port?: number; done?: number }
  const { port } = await next()
  return {
    child,
    port,
    commit(from: number, count: number) {
      child.stdin.write(`${JSON.stringify({ from, count })}\n`)
      return next()
    },
  }
}
