import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectCanvas, createCanvas, memoryLog, socketIoSocket } from '@hewn/canvas'
import { systemWorld } from '@hewn/model/world'
import { openStorage } from '@hewn/storage'
import { redisStreams } from '@hewn/storage/redis'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { startPostgres, startRedis } from '../../packages/storage/test/cluster-servers.ts'
import { atMost, type Row, type Series, series } from '../row.ts'
import { type Accept, Cell, child, type Step } from './canvas/cell.ts'
import type { Kind } from './canvas/server.ts'

const ROUNDS = 3
/** Saturated: the highest offered rate at which 99 % arrive within this, and none is lost. */
const IN_TIME = 100
const STEP = 700
/** Between a rate that holds and twice that: to a twelfth. */
const LOOKS = 3
/** Deliveries a second where the first climb begins. */
const FIRST = 10_000
/** Events a second below which nothing is looked for. */
const LEAST = 5

/** Our canvas beside plain Socket.IO and raw `ws`, in one run, interleaved (canvas.md §12). */
export async function canvas(): Promise<Row[]> {
  return [
    ...(await saturated(500, 5, 3)),
    ...(await saturated(50, 5, 3)),
    ...(await saturated(1, 0.9)),
    ...(await plainSaturated()),
    ...(await quiet()),
    ...(await comingBack()),
    ...(await frozen()),
    ...(await idleMemory()),
    ...(await actions()),
    ...(await twoProcesses()),
  ]
}

interface System {
  kind: Kind
  accept: Accept
}

const OURS: System = { kind: 'ours', accept: 'frames' }
const PLAIN: System = { kind: 'ours', accept: 'plain' }
const SOCKET_IO: System = { kind: 'socket.io', accept: 'plain' }
const RAW_WS: System = { kind: 'ws', accept: 'plain' }

async function saturated(viewers: number, overSocketIo: number, overWs?: number): Promise<Row[]> {
  const systems = overWs === undefined ? [OURS, SOCKET_IO] : [OURS, SOCKET_IO, RAW_WS]
  const [ours, socketIo, ws] = await climbs(systems, viewers)
  const name = `${viewers} viewers, deliveries saturated`
  return [
    beside(name, ours, 'Socket.IO', socketIo, overSocketIo),
    ...(ws && overWs !== undefined ? [beside(name, ours, 'ws', ws, overWs)] : []),
    ...cost(`${viewers} viewers, server CPU per delivery`, ours, socketIo),
  ]
}

async function plainSaturated(): Promise<Row[]> {
  const [ours, socketIo] = await climbs([PLAIN, SOCKET_IO], 50)
  return [beside('50 plain viewers on our server, deliveries saturated', ours, 'Socket.IO', socketIo, 0.8)]
}

interface Climb {
  rate: number
  /** Milliseconds of server CPU for 1,000 deliveries at that rate. */
  cpu: number
}

async function climbs(systems: System[], viewers: number): Promise<Climb[][]> {
  const found: Climb[][] = systems.map(() => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, system] of systems.entries()) {
      // The first round finds out where about it is; the others begin below that.
      const known = found[index]?.at(-1)?.rate || FIRST * 2
      const best = await climb(system, viewers, known / 2 / viewers)
      found[index]?.push(best)
      process.stderr.write(`  ${viewers} × ${system.kind} ${system.accept}: ${Math.round(best.rate)} deliveries/s\n`)
    }
  }
  return found
}

/** Offers twice as much until it is too much, then looks between the two. `begin`: events a second. */
async function climb({ kind, accept }: System, viewers: number, begin: number): Promise<Climb> {
  const cell = await Cell.start(kind, viewers, accept)
  try {
    let from = 0
    let best: Climb = { rate: 0, cpu: Number.NaN }
    const take = async (rate: number): Promise<boolean> => {
      const step = await cell.step(rate, STEP, from)
      from += step.published
      if (!holds(step, rate)) {
        // What is still on its way is not the next step's affair.
        await cell.settled(from - 1)
        return false
      }
      const delivered = step.published * viewers
      best = { rate: delivered / (step.elapsed / 1000), cpu: (step.cpu / delivered) * 1000 }
      return true
    }
    const tried = async (rate: number) => (await take(rate)) || (await take(rate))
    await take(Math.max(50, 20_000 / viewers))
    let low = begin
    while (low > LEAST && !(await tried(low))) low /= 2
    let high = low * 2
    while (best.rate > 0 && (await tried(high))) {
      low = high
      high *= 2
    }
    for (let look = 0; look < LOOKS; look += 1) {
      const middle = Math.sqrt(low * high)
      if (await tried(middle)) low = middle
      else high = middle
    }
    return best
  } finally {
    await cell.end()
  }
}

function holds(step: Step, rate: number): boolean {
  const delays = step.delays.toSorted((a, b) => a - b)
  const p99 = delays[Math.floor(delays.length * 0.99)] ?? Number.POSITIVE_INFINITY
  const offered = step.published >= ((rate * STEP) / 1000) * 0.95
  return step.complete && step.lost === 0 && offered && p99 <= IN_TIME
}

async function quiet(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [rate, at, name, limit] of [
    [20, 0.5, '20 events/s, 50 viewers, p50', (peer: number) => peer + 1],
    [200, 0.99, '200 events/s, 50 viewers, p99', (peer: number) => Math.max(3, peer * 1.5)],
  ] as const) {
    const ours: number[] = []
    const peer: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await delayAt(OURS, rate, at))
      peer.push(await delayAt(SOCKET_IO, rate, at))
    }
    const [mine, theirs] = [series(ours), series(peer)]
    const most = limit(theirs.median)
    rows.push({
      ...row(name, 'ms', mine),
      peer: { name: 'Socket.IO', ...theirs },
      ratio: theirs.median / mine.median,
      goal: rate === 20 ? '≤ Socket.IO + 1 ms' : '≤ 3 ms or 1.5 × Socket.IO',
      holds: mine.median <= most,
    })
  }
  return rows
}

async function delayAt({ kind, accept }: System, rate: number, at: number): Promise<number> {
  const cell = await Cell.start(kind, 50, accept)
  try {
    const warm = await cell.step(rate, 1_000, 0)
    const { delays } = await cell.step(rate, 3_000, warm.published)
    const sorted = delays.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length * at)] ?? Number.NaN
  } finally {
    await cell.end()
  }
}

/** First join, coming back, and typing: what it takes in bytes and time, with our client in this process. */
async function comingBack(): Promise<Row[]> {
  const cell = await Cell.start('ours', 0)
  try {
    await cell.order({ do: 'fill', nodes: 5_000 })
    const first = await trial(cell.port, async () => {})
    const missed = await trial(cell.port, () => cell.order({ do: 'touch', count: 100 }))
    const many = await trial(cell.port, () => cell.order({ do: 'touch', count: 1_000 }))
    const typed = await typing(cell)
    return [
      bytesRow('first join to 5,000 nodes, bytes', first.first.bytes, 300_000),
      atMost('canvas', 'first join to 5,000 nodes, to live', series(first.first.times), 250),
      bytesRow('back after 100 missed in 5,000 nodes, bytes', missed.back.bytes, 20_000),
      atMost('canvas', 'back after 100 missed in 5,000 nodes', series(missed.back.times), 30),
      atMost('canvas', 'back after 1,000 missed events', series(many.back.times), 60),
      bytesRow('one character typed in an 88 kB file, bytes per viewer', typed, 400),
    ]
  } finally {
    await cell.end()
  }
}

interface Trial {
  times: number[]
  bytes: number[]
}

async function trial(port: number, meanwhile: () => Promise<unknown>): Promise<{ first: Trial; back: Trial }> {
  const first: Trial = { times: [], bytes: [] }
  const back: Trial = { times: [], bytes: [] }
  for (let round = 0; round < 5; round += 1) {
    const line = newLine(port)
    const began = performance.now()
    const client = connectCanvas({ sessionId: 'bench', socket: socketIoSocket(line), world: systemWorld })
    await live(client)
    first.times.push(performance.now() - began)
    first.bytes.push(received(line))
    line.io.engine.close()
    while (client.connection.state !== 'waiting') await sleep(1)
    await meanwhile()
    const returned = performance.now()
    client.wake()
    await live(client)
    back.times.push(performance.now() - returned)
    back.bytes.push(received(line))
    client.close()
  }
  return { first, back }
}

async function typing(cell: Cell): Promise<number[]> {
  await cell.order({ do: 'edit' })
  const line = newLine(cell.port)
  const client = connectCanvas({ sessionId: 'bench', socket: socketIoSocket(line), world: systemWorld })
  await live(client)
  const bytes: number[] = []
  for (let key = 0; key < 20; key += 1) {
    const before = received(line)
    const seq = client.position?.seq ?? 0
    await cell.order({ do: 'edit' })
    while (client.position?.seq === seq) await sleep(1)
    bytes.push(received(line) - before)
  }
  client.close()
  return bytes
}

const newLine = (port: number) =>
  io(`http://127.0.0.1:${port}`, { autoConnect: false, forceNew: true, transports: ['websocket'] })

async function live(client: { connection: { state: string } }): Promise<void> {
  while (client.connection.state !== 'live') await new Promise((resolve) => setImmediate(resolve))
}

function received(line: ReturnType<typeof io>): number {
  const transport = line.io.engine.transport as unknown as { ws: { [name: string]: { bytesRead: number } } }
  return transport.ws['_socket']?.bytesRead ?? 0
}

/**
 * One viewer that takes nothing at 4.4 MB/s for a minute; ten others beside it. Looked at before it is sent away, when it
 * costs most, and at the end.
 */
async function frozen(): Promise<Row[]> {
  const HELD = 15
  const SECONDS = 60
  const PIECE = 22_000
  const cell = await Cell.start('ours', 10, 'frames', 'sqlite')
  let published = 0
  const hear = async (seconds: number, bytes: number) => {
    const step = await cell.step(200, seconds * 1_000, published, bytes)
    published += step.published
    return step.delays
  }
  const memory = async () => (await cell.order<{ heap: number }>({ do: 'measure' })).heap
  try {
    await memory()
    await hear(4, PIECE / 2)
    const calm = await hear(10, PIECE)
    const place = await cell.join('ours', 1, 'frames')
    const before = await memory()
    await cell.wish({ do: 'freeze' }, place)
    const hard = await hear(HELD, PIECE)
    const held = await memory()
    hard.push(...(await hear(SECONDS - HELD, PIECE)))
    const most = Math.max(0, held - before, (await memory()) - before)
    const quantile = (delays: number[], at: number) =>
      delays.toSorted((a, b) => a - b)[Math.floor(delays.length * at)] ?? Number.NaN
    return [
      {
        ...row(`one frozen viewer at 4.4 MB/s for ${SECONDS} s, server memory at most`, 'B', series([most])),
        goal: '≤ 8 MB',
        holds: most <= 8_000_000,
      },
      ratioRow("beside a frozen viewer, the others' median", quantile(hard, 0.5), quantile(calm, 0.5), 1.2),
      ratioRow("beside a frozen viewer, the others' p99", quantile(hard, 0.99), quantile(calm, 0.99), 2),
    ]
  } finally {
    await cell.end()
  }
}

async function idleMemory(): Promise<Row[]> {
  const VIEWERS = 400
  const of = async ({ kind, accept }: System) => {
    const cell = await Cell.start(kind, 20, accept)
    try {
      await cell.step(50, 500, 0)
      await sleep(300)
      const before = await cell.order<{ heap: number }>({ do: 'measure' })
      await cell.join(kind, VIEWERS, accept)
      await sleep(1_000)
      await cell.order({ do: 'measure' })
      const after = await cell.order<{ heap: number }>({ do: 'measure' })
      return (after.heap - before.heap) / VIEWERS
    } finally {
      await cell.end()
    }
  }
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await of(OURS))
    peer.push(await of(SOCKET_IO))
  }
  const [mine, theirs] = [series(ours), series(peer)]
  return [
    {
      ...row('memory per idle viewer', 'B', mine),
      peer: { name: 'Socket.IO', ...theirs },
      ratio: theirs.median / mine.median,
      goal: '≤ 1.2 × Socket.IO',
      holds: mine.median <= theirs.median * 1.2,
    },
  ]
}

async function actions(): Promise<Row[]> {
  const patch = { status: 'running', n: 1 }
  const act = async (session: ReturnType<ReturnType<typeof createCanvas>['session']>, count: number) => {
    const times: number[] = []
    for (let n = 0; n < count; n += 1) {
      const began = performance.now()
      await session.patchResource({ channel: 'nodes', id: `node-${n % 50}`, patch: { ...patch, n } })
      times.push(performance.now() - began)
    }
    return times
  }
  const acting = { uid: 'bench', by: 'system' } as const
  const memory = createCanvas({ log: memoryLog({ world: systemWorld }), world: systemWorld })
  await act(memory.session('bench', acting), 2_000)
  const inMemory = series(await act(memory.session('bench', acting), 5_000))
  const home = mkdtempSync(join(tmpdir(), 'hewn-bench-'))
  const storage = await openStorage({ database: `file:${home}/hewn.db`, blobs: `${home}/blobs`, world: systemWorld })
  try {
    const canvas = createCanvas({ log: storage.canvasLog, world: systemWorld })
    const session = canvas.session('bench', acting)
    await act(session, 200)
    const onDisk = series(await act(session, 1_000))
    const began = performance.now()
    const COMMITS = 4_000
    for (let round = 0; round < COMMITS / 100; round += 1) {
      const writes = Array.from({ length: 100 }, (_, n) => session.setState({ key: `key-${n}`, value: round }))
      await Promise.all(writes)
    }
    const perSecond = COMMITS / ((performance.now() - began) / 1000)
    return [
      atMost('canvas', 'action, memory', inMemory, 0.05),
      atMost('canvas', 'action, SQLite, acknowledged', onDisk, 1),
      {
        ...row('SQLite commits in one session', 'per s', series([perSecond])),
        goal: '≥ 2,000 per s',
        holds: perSecond >= 2_000,
      },
    ]
  } finally {
    await storage.close()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Two processes on one PostgreSQL and one Redis: committed on one, applied by a viewer of the other. */
async function twoProcesses(): Promise<Row[]> {
  const NAME = 'two processes, commit on one, applied on the other, p50'
  const servers = await Promise.all([startPostgres(), startRedis()]).catch((error: unknown) => {
    process.stderr.write(`  ${NAME}: ${error instanceof Error ? error.message : String(error)}; left out\n`)
  })
  if (!servers) return []
  const [postgres, redis] = servers
  const blobs = mkdtempSync(join(tmpdir(), 'hewn-bench-'))
  const writer = await openStorage({ database: postgres.url, blobs, world: systemWorld })
  const carried = redisStreams({ url: redis.url })
  const other = child('peer.ts', postgres.url, redis.url, blobs)
  try {
    const [{ port }] = (await once(other, 'message')) as [{ port: number }]
    const canvas = createCanvas({ log: writer.canvasLog, carrier: carried.carrier, world: systemWorld })
    const session = canvas.session('bench', { uid: 'bench', by: 'system' })
    const line = newLine(port)
    const client = connectCanvas({ sessionId: 'bench', socket: socketIoSocket(line), world: systemWorld })
    await live(client)
    const times: number[] = []
    for (let n = 0; n < 300; n += 1) {
      const began = performance.now()
      const applied = new Promise<void>((resolve) => {
        const stop = client.subscribeState('n', () => {
          stop()
          resolve()
        })
      })
      await session.setState({ key: 'n', value: n })
      await applied
      if (n >= 50) times.push(performance.now() - began)
      await sleep(5)
    }
    client.close()
    return [atMost('canvas', NAME, series(times), 5)]
  } finally {
    other.kill('SIGKILL')
    await carried.close()
    await writer.close()
    await Promise.all([postgres.close(), redis.close()])
    rmSync(blobs, { recursive: true, force: true })
  }
}

const row = (name: string, unit: Row['unit'], ours: Series): Row => ({ suite: 'canvas', name, unit, ours })

function bytesRow(name: string, bytes: number[], most: number): Row {
  const ours = series(bytes)
  return { ...row(name, 'B', ours), goal: `≤ ${most.toLocaleString('en')} B`, holds: ours.median <= most }
}

function ratioRow(name: string, ours: number, without: number, most: number): Row {
  const peer = series([without])
  return {
    ...row(name, 'ms', series([ours])),
    peer: { name: 'without it', ...peer },
    ratio: without / ours,
    goal: `≤ ${most} × without`,
    // Below a millisecond a ratio says nothing about the server.
    holds: ours <= Math.max(without * most, without + 1),
  }
}

function beside(name: string, ours: Climb[] = [], peerName: string, peer: Climb[] = [], least: number): Row {
  const [mine, theirs] = [series(ours.map(({ rate }) => rate)), series(peer.map(({ rate }) => rate))]
  const ratio = mine.median / theirs.median
  return {
    ...row(name, 'per s', mine),
    peer: { name: peerName, ...theirs },
    ratio,
    goal: `≥ ${least} × ${peerName}`,
    holds: ratio >= least,
  }
}

function cost(name: string, ours: Climb[] = [], peer: Climb[] = []): Row[] {
  const [mine, theirs] = [series(ours.map(({ cpu }) => cpu)), series(peer.map(({ cpu }) => cpu))]
  return [
    {
      ...row(`${name} × 1,000`, 'ms', mine),
      peer: { name: 'Socket.IO', ...theirs },
      ratio: theirs.median / mine.median,
    },
  ]
}
