import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CanvasClient, connectCanvas, digestsOf, socketIoSocket } from '@hewn/canvas'
import type { Message, SessionId } from '@hewn/model'
import { systemWorld as world } from '@hewn/model/world'
import { openStorage } from '@hewn/storage'
import { type Started, startPostgres, startRedis } from '@hewn/testing/servers'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { BOX, json, SOON } from './house.ts'

// Two servers as `npm start` starts them, on one PostgreSQL, one Redis and one folder of blobs.

/** Two servers that start at once on a busy machine take their time. */
const STARTED = { timeout: 60_000, interval: 50 }

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

let postgres: Started
let redis: Started
let folder: string
const programs: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hewn-servers-'))
  ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
}, 60_000)

afterAll(async () => {
  for (const program of programs) program.kill('SIGKILL')
  await Promise.all([postgres?.close(), redis?.close()])
  rmSync(folder, { recursive: true, force: true })
})

function start(name: string, env: Record<string, string> = {}) {
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      PATH: process.env['PATH'],
      HEWN_HOME: join(folder, name),
      HEWN_PORT: '0',
      HEWN_LOG: 'error',
      HEWN_DATABASE: postgres.url,
      HEWN_REDIS: redis.url,
      HEWN_BLOBS: `file:${join(folder, 'blobs')}`,
      ...env,
    },
  })
  programs.push(program)
  onTestFinished(() => void program.kill('SIGKILL'))
  let said = ''
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
  const exit = once(program, 'exit').then(([code]) => code as number | null)
  const url = async () => {
    await expect.poll(() => said, STARTED).toMatch(/Hewn {2}http:\S+\n/)
    return /http:\S+/.exec(said)?.[0] ?? ''
  }
  return { program, exit, url, said: () => said }
}

function follow(url: string, sessionId: string): CanvasClient {
  const client = connectCanvas({
    sessionId,
    world,
    socket: socketIoSocket(io(url, { autoConnect: false, forceNew: true })),
  })
  onTestFinished(() => client.close())
  return client
}

async function ask(method: string, url: string, body?: unknown) {
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  const reply = await fetch(url, { method, headers: json, ...text })
  return { status: reply.status, headers: reply.headers, json: (await reply.json()) as Record<string, unknown> }
}

const begin = async (url: string) =>
  ((await ask('POST', `${url}/api/sessions`, {})).json['session'] as { id: string }).id

describe('two servers on one PostgreSQL and Redis', () => {
  it('[SV60] [CV45] a request said to one is followed on the other, and both show the same', async () => {
    // At once, on a database that has no tables yet.
    const [a, b] = [start('a'), start('b')]
    const [urlA, urlB] = await Promise.all([a.url(), b.url()])
    await expect.poll(a.said, SOON).toMatch(/storage +postgres, redis\n/)
    const id = await begin(urlA)
    const viewers = [follow(urlA, id), follow(urlB, id)]
    await expect.poll(() => viewers.map(({ connection }) => connection.state), SOON).toEqual(['live', 'live'])
    const said = await ask('POST', `${urlA}/api/sessions/${id}/messages?wait=20`, { text: 'open top box 150x100x80' })
    expect(said.status).toBeLessThan(300)
    await expect.poll(() => viewers[1]?.channel('layers').size, SOON).toBeGreaterThan(4)
    await expect.poll(() => viewers[1]?.state('turn') ?? null, SOON).toBeNull()
    // And an edit of the design on the other one is seen on the first.
    const put = await ask('PUT', `${urlB}/api/sessions/${id}/files/box.json`, { ...BOX, width: 170 })
    expect(put.status).toBe(200)
    const seq = Number(put.headers.get('hewn-seq'))
    await expect.poll(() => viewers.map(({ position }) => (position?.seq ?? 0) >= seq), SOON).toEqual([true, true])
    await expect
      .poll(() => viewers.map(({ canvas }) => digestsOf(canvas)).every((one, _, all) => same(one, all[0])), SOON)
      .toBe(true)
    expect(viewers.map(({ resyncs }) => [...resyncs])).toEqual([[], []])
    for (const server of [a, b]) server.program.kill('SIGTERM')
    expect(await Promise.all([a.exit, b.exit])).toEqual([0, 0])
  }, 180_000)

  it('[SV44] a turn said to each at once: one runs after the other, and the second goes on from the version of the first', async () => {
    const [a, b] = [start('a'), start('b')]
    const urls = await Promise.all([a.url(), b.url()])
    const id = await begin(urls[0])
    await Promise.all(
      urls.map((url, at) =>
        ask('POST', `${url}/api/sessions/${id}/messages`, { text: `open top box ${150 + 50 * at}x100x80` }),
      ),
    )
    const turns = async () => (await ask('GET', `${urls[1]}/api/sessions/${id}/turns`)).json['items'] as Turn[]
    await expect.poll(async () => (await turns()).map(({ state }) => state), SOON).toEqual(['done', 'done'])
    const [first, second] = (await turns()).toSorted(
      (one, other) => Number(one.base !== null) - Number(other.base !== null),
    )
    expect([first?.base, second?.base]).toEqual([null, first?.outcome?.version])
    expect(second?.outcome?.version).not.toBe(first?.outcome?.version)
  }, 180_000)

  it('[SV44] [AG7] a turn that waits on one is stopped by asking the other, which waits until it has ended', async () => {
    const [a, b] = [start('a'), start('b')]
    const [urlA, urlB] = await Promise.all([a.url(), b.url()])
    const id = (await begin(urlA)) as SessionId
    // A third server is at work in the session, so what is said to the first has to wait.
    const third = await openStorage({ database: postgres.url, blobs: join(folder, 'blobs'), world })
    onTestFinished(() => third.close())
    const works: Message = { ...WORK, id: `turn:${world.newId()}` }
    await third.turns.add(id, works)
    expect(await third.turns.begin(id, works.id)).toBe(true)
    const said = async (text: string) =>
      ((await ask('POST', `${urlA}/api/sessions/${id}/messages`, { text })).json['turn'] as { id: string }).id
    const [first, second] = [await said('open top box 150x100x80'), await said('open top box 90x90x90')]
    // One that waits behind another, and one that waits for the third server.
    for (const turn of [second, first]) {
      const stopped = await ask('DELETE', `${urlB}/api/sessions/${id}/turns/${turn}`)
      expect(stopped).toMatchObject({ status: 200, json: { turn: { id: turn, state: 'cancelled' } } })
    }
    const onA = follow(urlA, id)
    await expect.poll(() => onA.resource('messages', first), SOON).toMatchObject({ state: 'cancelled' })
    // The third is asked as well; when it has ended, the next one may begin.
    const asked = ask('DELETE', `${urlB}/api/sessions/${id}/turns/${works.id}`)
    await expect.poll(() => third.turns.askedToStop(), SOON).toEqual([works.id])
    await third.turns.set({ ...works, state: 'cancelled', outcome: { state: 'cancelled' } })
    expect(await asked).toMatchObject({ status: 200, json: { turn: { state: 'cancelled' } } })
    const again = await ask('DELETE', `${urlB}/api/sessions/${id}/turns/${first}`)
    expect(again).toMatchObject({ status: 409, json: { error: { code: 'SESSION_STATE' } } })
    const next = await ask('POST', `${urlA}/api/sessions/${id}/messages?wait=20`, { text: 'open top box 150x100x80' })
    expect(next.status).toBeLessThan(300)
  }, 180_000)

  it('[SV40] [CV47] K48: one is killed in mid-stream: what it acknowledged is on the other, which goes on', async () => {
    const [a, b] = [start('a'), start('b')]
    const [urlA, urlB] = await Promise.all([a.url(), b.url()])
    const id = await begin(urlA)
    const [onA, onB] = [follow(urlA, id), follow(urlB, id)]
    await expect.poll(() => [onA.connection.state, onB.connection.state], SOON).toEqual(['live', 'live'])
    const acknowledged: { n: number; seq: number }[] = []
    const stream = (async () => {
      for (let n = 0; ; n += 1) {
        const put = await ask('PUT', `${urlA}/api/sessions/${id}/files/notes.md`, { n }).catch(() => undefined)
        if (put?.status !== 200) return
        acknowledged.push({ n, seq: Number(put.headers.get('hewn-seq')) })
        if (n === 40) a.program.kill('SIGKILL')
      }
    })()
    await stream
    await a.exit
    const last = acknowledged.at(-1)
    expect(last?.n).toBeGreaterThanOrEqual(40)
    await expect.poll(() => onB.position?.seq, SOON).toBeGreaterThanOrEqual(last?.seq ?? 0)
    const numbers = acknowledged.map(({ seq }) => seq)
    expect(new Set(numbers).size, 'a number was given twice').toBe(numbers.length)
    // Every acknowledged one is in the history under its number, with its content.
    const replayed = await fetch(`${urlB}/api/sessions/${id}/replay`)
    const lines = (await replayed.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    for (const { n, seq } of acknowledged) {
      const { events } = lines.find(({ from, to }) => from <= seq && seq <= to) ?? { events: [] }
      expect(events.map(({ data }) => data.payload?.content)).toContain(JSON.stringify({ n }))
    }
    const put = await ask('PUT', `${urlB}/api/sessions/${id}/files/after.md`, { b: 1 })
    expect(put.status).toBe(200)
    // The killed one comes back at another address; its viewers find the same.
    const again = start('a')
    const back = follow(await again.url(), id)
    await expect.poll(() => back.position?.seq, SOON).toBe(onB.position?.seq)
    expect(digestsOf(back.canvas)).toEqual(digestsOf(onB.canvas))
  }, 180_000)

  it('[CV45] [CV47] PostgreSQL away: 503, then work; Redis away: followed within a second', async () => {
    const [a, b] = [start('a'), start('b')]
    const [urlA, urlB] = await Promise.all([a.url(), b.url()])
    const id = await begin(urlA)
    const onB = follow(urlB, id)
    await expect.poll(() => onB.connection.state, SOON).toBe('live')
    const write = (n: number) => ask('PUT', `${urlA}/api/sessions/${id}/files/notes.md`, { n })
    const shown = () => (onB.resource('files', 'notes.md') as { content?: string } | undefined)?.content

    await redis.kill()
    expect((await write(1)).status).toBe(200)
    await expect.poll(shown, SOON).toBe('{"n":1}')
    await expect
      .poll(async () => (await ask('GET', `${urlA}/api/health`)).json['storage'], SOON)
      .toMatchObject({ redis: false })
    await redis.start()

    await postgres.kill()
    const refused = await write(2)
    expect([refused.status, (refused.json['error'] as { code: string }).code]).toEqual([503, 'REQUEST_STORE'])
    expect(refused.headers.get('retry-after')).toBe('2')
    expect((await ask('GET', `${urlA}/api/ready`)).status).toBe(503)
    expect(shown(), 'what was there stays').toBe('{"n":1}')
    await postgres.start()
    await expect.poll(async () => (await write(3)).status, SOON).toBe(200)
    await expect.poll(shown, SOON).toBe('{"n":3}')
    expect((await ask('GET', `${urlA}/api/ready`)).status).toBe(200)
    await expect
      .poll(async () => (await ask('GET', `${urlA}/api/health`)).json['storage'], SOON)
      .toMatchObject({ redis: true })
  }, 180_000)

  it('[SV60] a database that is not there stops the start and says so; a Redis that is not there does not', async () => {
    const lost = start('c', { HEWN_DATABASE: 'postgres://ada:secret@127.0.0.1:9/hewn' })
    expect(await lost.exit).toBe(4)
    expect(lost.said()).toMatch(
      /^SETUP_DATABASE {2}The database postgres:\/\/ada:…@127\.0\.0\.1:9\/hewn does not answer: .*ECONNREFUSED/,
    )
    const alone = start('c', { HEWN_REDIS: 'redis://127.0.0.1:9' })
    const url = await alone.url()
    expect(alone.said()).toMatch(/storage +postgres, redis does not answer/)
    expect(await begin(url)).toMatch(/^session:/)
  }, 180_000)
})

const WORK: Omit<Message, 'id'> = {
  at: 0,
  by: 'user',
  agent: 'planner',
  request: 'a washer',
  kind: 'auto',
  mayAsk: true,
  state: 'running',
  stages: [],
  text: '',
}

interface Turn {
  state: string
  base: string | null
  outcome?: { version?: string }
}

interface Line {
  from: number
  to: number
  events: { data: { payload?: { content?: string } } }[]
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
