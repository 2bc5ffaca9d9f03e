import { LIMITS } from '@hewn/protocol'
import { socketNetwork, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import {
  type Broadcast,
  type CanvasBus,
  type CanvasCarrier,
  connectCanvas,
  createCanvas,
  createRooms,
  digestsOf,
  memoryCarrier,
  memoryLog,
} from '../src/index.ts'
import type { GrantFor } from '../src/rooms/viewer.ts'

const SESSION = 'session:rooms'
const ACTOR = { uid: 'tester', by: 'user' } as const

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

const everybody: GrantFor = async () => ({ uid: 'u', scope: 'view' })

const brokenBus: CanvasBus = {
  emit() {
    throw new Error('away')
  },
}

interface HouseOptions {
  cost?: number | (() => number)
  bus?: boolean
  grant?: GrantFor
  carrier?: CanvasCarrier
}

function house({ cost = 0, bus = true, grant = everybody, carrier }: HouseOptions = {}) {
  const world = testWorld()
  const log = memoryLog({ world })
  const canvas = createCanvas({ log, world, ...(carrier ? { carrier } : {}) })
  const network = socketNetwork()
  const said: string[] = []
  const broadcast: Broadcast = (room, name, argument) => {
    said.push(name)
    network.broadcast(room, name, argument)
    // What it costs to encode and hand it to everybody.
    const took = typeof cost === 'number' ? cost : cost()
    if (took > 0) world.advance(took)
  }
  const rooms = createRooms({ canvas, world, broadcast })
  canvas.show(rooms)
  if (bus) canvas.wire(rooms.bus, 'test')
  const pair = () => network.pair((end) => rooms.viewer(end, grant))
  const join = async (options: { plain?: boolean } = {}) => {
    const wire = pair()
    const client = connectCanvas({ sessionId: SESSION, socket: wire.socket, world, ...options })
    for (let turn = 0; turn < 4; turn++) {
      wire.deliver()
      await settle()
    }
    wire.deliver()
    return { wire, client }
  }
  return { world, log, canvas, rooms, said, join, pair, session: canvas.session(SESSION, ACTOR) }
}

describe('bursts', () => {
  it('[CV38] in a quiet session the next commit goes out at once; after a flush that cost time, what comes waits and shares a frame', async () => {
    const { session, world, said, join } = house({ cost: 2 })
    const { wire, client } = await join()
    said.length = 0
    await session.setState({ key: 'n', value: 1 })
    expect(said).toEqual(['canvas:frame'])
    for (let n = 2; n <= 6; n++) await session.setState({ key: 'n', value: n })
    expect(said).toHaveLength(1)
    world.advance(7)
    expect(said).toHaveLength(1)
    world.advance(1)
    expect(said).toHaveLength(2)
    wire.deliver()
    expect(client.position?.seq).toBe(6)
    expect(client.state('n')).toBe(6)
  })

  it('[CV38] a flush that was long by itself, as when the machine was busy elsewhere, makes nobody wait', async () => {
    const costs: number[] = []
    const { session, said, world, join } = house({ cost: () => costs.shift() ?? 0 })
    await join()
    // Who is here has been told by then.
    world.advance(100)
    said.length = 0
    costs.push(1, 0, 5, 0, 3, 3)
    for (let n = 1; n <= 4; n++) {
      world.advance(5)
      await session.setState({ key: 'n', value: n })
      expect(said, `after commit ${n}`).toHaveLength(n)
      // The first has none before it to be compared with.
      if (n === 1) world.advance(4)
    }
    // Two in a row are what viewers cost: the second has a pause of 12 ms.
    for (let n = 5; n <= 7; n++) await session.setState({ key: 'n', value: n })
    expect(said).toHaveLength(6)
    world.advance(12)
    expect(said).toHaveLength(7)
  })

  it('[CV27] who joins during the pause gets everything once', async () => {
    const { session, world, join } = house({ cost: 2 })
    const first = await join()
    await session.setState({ key: 'n', value: 1 })
    for (let n = 0; n < 4; n++) await session.emit({ event_type: 'tick', data: { n } })
    const second = await join()
    const ticks: unknown[] = []
    second.client.onEvent('tick', ({ n }) => ticks.push(n))
    await session.emit({ event_type: 'tick', data: { n: 4 } })
    world.advance(20)
    for (const { wire, client } of [first, second]) {
      wire.deliver()
      expect(client.position?.seq).toBe(6)
      expect(client.resyncs.size).toBe(0)
      expect(client.canvas.events.map(({ preview_seq }) => preview_seq)).toEqual([2, 3, 4, 5, 6])
    }
    expect(ticks).toEqual([4])
  })

  it('[CV39] who asks for ranges and takes nothing is not sent more and more of them', async () => {
    const { session, world, pair } = house()
    for (let n = 0; n < 12; n++)
      await session.setResource({ channel: 'files', id: `${n}`, payload: `${n} ${'x'.repeat(200_000)}` })
    const wire = pair()
    const answers: unknown[] = []
    const line = wire.socket.open((notice) => {
      if (notice.kind === 'open') line.send('join_session', { session_id: SESSION }, () => {})
    })
    const held = () => wire.toClient.sizes.reduce((sum, bytes) => sum + bytes, 0)
    for (let turn = 0; turn < 4; turn++) {
      wire.deliver()
      await settle()
    }
    for (let request = 0; request < 60; request++) {
      line.send('read_range', { from: 1, to: 12 }, (reply) => answers.push(reply))
      wire.toServer.deliver()
      await settle()
      world.advance(100)
    }
    expect(held()).toBeLessThan(LIMITS.unsent + LIMITS.range.bytes + 100_000)
    wire.deliver()
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'LIMIT_RATE' } })
    line.send('read_range', { from: 1, to: 12 }, (reply) => answers.push(reply))
    wire.deliver()
    await settle()
    wire.deliver()
    expect(answers.at(-1), 'having taken it, it gets more').toMatchObject({ ok: true })
  })

  it('[CV29] a frame holds whole groups, and a patch without what it leads to', async () => {
    const { session, pair } = house()
    const wire = pair()
    const heard: unknown[] = []
    const line = wire.socket.open((notice) => heard.push(notice))
    wire.deliver()
    line.send('join_session', { session_id: SESSION, accept: ['frames'] }, () => {})
    wire.deliver()
    await settle()
    wire.deliver()
    heard.length = 0
    await session.together((draft) => {
      draft.pushNode({ label: 'Job' })
      draft.highlightNode({ id: 'job', status: 'running' })
    })
    wire.deliver()
    const node = { id: 'job', type: 'default', label: 'Job', position: { x: 0, y: 0 }, data: {}, status: 'idle' }
    expect(heard).toEqual([
      {
        kind: 'message',
        name: 'canvas:frame',
        argument: {
          epoch: expect.any(String),
          from: 1,
          to: 2,
          groups: [
            {
              to: 2,
              at: expect.any(Number),
              by: 'user',
              events: [
                { type: 'resource_set', data: { channel: 'nodes', id: 'job', payload: node } },
                { type: 'resource_patched', data: { channel: 'nodes', id: 'job', patch: { status: 'running' } } },
              ],
            },
          ],
        },
      },
    ])
  })
})

describe('slow viewers', () => {
  for (const plain of [true, false]) {
    it(`[CV39] nothing is queued for one that takes nothing; others are not held up, and it catches up when it takes again, ${plain ? 'plain' : 'framed'}`, async () => {
      const { session, canvas, join } = house()
      const frozen = await join({ plain })
      const lively = await join({ plain })
      let most = 0
      for (let n = 0; n < 200; n++) {
        await session.setResource({ channel: 'files', id: `${n % 5}`, payload: { text: 'x'.repeat(100_000), n } })
        lively.wire.deliver()
        most = Math.max(most, frozen.wire.toClient.length)
      }
      expect(lively.client.position?.seq).toBe(200)
      // 1 MiB of 100 kB messages, and what went out before it was noticed.
      expect(most).toBeLessThan(14)
      expect(frozen.client.position?.seq).toBe(0)
      for (let turn = 0; turn < 20; turn++) frozen.wire.deliver()
      const store = await canvas.open(SESSION)
      expect(frozen.client.position?.seq).toBe(200)
      expect(store.ok && digestsOf(store.value.canvas)).toEqual(digestsOf(frozen.client.canvas))
      await session.setState({ key: 'level', value: true })
      frozen.wire.deliver()
      expect(frozen.client.state('level')).toBe(true)
      expect(frozen.client.resyncs.size).toBe(0)
    })
  }

  it('[CV41] nothing taken for 20 s while something waits: closed with `slow`', async () => {
    const { session, world, join } = house()
    const { wire } = await join()
    for (let n = 0; n < 20; n++)
      await session.setResource({ channel: 'files', id: 'a', payload: { text: 'x'.repeat(100_000), n } })
    for (let second = 0; second < 15; second++) world.advance(1_000)
    expect(wire.toClient.names).not.toContain('canvas:closed')
    for (let second = 0; second < 40; second++) world.advance(1_000)
    expect(wire.toClient.names).toContain('canvas:closed')
  })
})

describe('losses', () => {
  it('[CV30] `canvas:head` shows the loss of a last frame', async () => {
    const { session, world, join } = house()
    const { wire, client } = await join()
    await session.setState({ key: 'n', value: 1 })
    expect(wire.toClient.drop()).toBe(true)
    for (let second = 0; second < 12; second++) world.advance(1_000)
    for (let turn = 0; turn < 4; turn++) {
      wire.deliver()
      await settle()
    }
    expect(client.state('n')).toBe(1)
    expect([...client.resyncs]).toEqual([['lost-last', 1]])
  })

  it('[CV20] events that the bus lost are caught up from the store with the next one that comes through', async () => {
    const { session, canvas, rooms, join } = house()
    const { wire, client } = await join({ plain: true })
    canvas.wire(brokenBus, 'test')
    for (let n = 0; n < 5; n++) await session.setState({ key: 'n', value: n })
    canvas.wire(rooms.bus, 'test')
    await session.setState({ key: 'n', value: 5 })
    wire.deliver()
    expect(client.position?.seq).toBe(6)
    expect(client.resyncs.size).toBe(0)
  })

  it('[CV20] who joins while the bus is away has everything, and so have those who were there', async () => {
    const { session, canvas, rooms, join } = house()
    const first = await join({ plain: true })
    canvas.wire(brokenBus, 'test')
    for (let n = 0; n < 5; n++) await session.setState({ key: 'n', value: n })
    const second = await join({ plain: true })
    expect(second.client.position?.seq).toBe(5)
    canvas.wire(rooms.bus, 'test')
    await session.setState({ key: 'n', value: 5 })
    for (const { wire, client } of [first, second]) {
      wire.deliver()
      expect(client.position?.seq).toBe(6)
      expect(client.resyncs.size).toBe(0)
    }
  })

  it('[CV21] a log with another epoch: everybody who looks starts over from a snapshot', async () => {
    const { session, log, world, join } = house()
    for (let n = 0; n < 4; n++) await session.setState({ key: `old-${n}`, value: n })
    const viewers = [await join(), await join({ plain: true })]
    // Somebody put an older disk back, and another process has written to it since.
    await log.drop(SESSION)
    const other = createCanvas({ log, world })
    await other.session(SESSION, ACTOR).setState({ key: 'new', value: 1 })
    expect(await session.setState({ key: 'after', value: 1 })).toMatchObject({ ok: true })
    for (let turn = 0; turn < 4; turn++) {
      for (const { wire } of viewers) wire.deliver()
      await settle()
    }
    const head = await other.head(SESSION)
    for (const { client } of viewers) {
      expect(client.position).toEqual({ epoch: head.ok && head.value.epoch, seq: 2 })
      expect([...client.canvas.state]).toEqual([
        ['new', 1],
        ['after', 1],
      ])
    }
  })
})

describe('coming back', () => {
  it('[CV40] what the ring no longer has is read from the log, so a restart costs a viewer only what it missed', async () => {
    const { session, log, canvas } = house()
    for (let n = 0; n < 1_005; n++) await session.setState({ key: 'n', value: n })
    const head = await canvas.head(SESSION)
    const epoch = head.ok ? head.value.epoch : ''
    await settle()
    expect((await log.open(SESSION)).tail).toHaveLength(5)
    const world = testWorld()
    const network = socketNetwork()
    const again = createCanvas({ log, world })
    const rooms = createRooms({ canvas: again, world, broadcast: network.broadcast })
    const wire = network.pair((end) => rooms.viewer(end, everybody))
    const heard: unknown[] = []
    const line = wire.socket.open((notice) => void (notice.kind === 'message' && heard.push(notice.argument)))
    const joins: unknown[] = []
    for (const seq of [990, 1_005, 3]) {
      line.send('join_session', { session_id: SESSION, have: { epoch, seq }, accept: ['frames'] }, (reply) =>
        joins.push(reply),
      )
      wire.deliver()
      await settle()
      wire.deliver()
    }
    expect(joins).toMatchObject([{ mode: 'delta', seq: 1_005 }, { mode: 'live' }, { mode: 'delta' }])
    expect(heard[0]).toMatchObject({ from: 991, to: 1_005 })
  })

  it('[CV30] read_range gives whole groups, as many as one answer takes', async () => {
    const { session, pair, canvas } = house()
    for (let n = 0; n < 600; n++) {
      await session.together((draft) => {
        draft.setState({ key: 'n', value: n })
        draft.emit({ event_type: 'tick', data: { n } })
      })
    }
    const head = await canvas.head(SESSION)
    const wire = pair()
    const line = wire.socket.open(() => {})
    const replies: unknown[] = []
    const requests: [string, object][] = [
      ['read_range', { from: 1, to: 2 }],
      ['join_session', { session_id: SESSION }],
      ['read_range', { from: 4, to: 5 }],
      ['read_range', { from: 1, to: 1_200 }],
      ['read_range', { from: 2_000, to: 3_000 }],
      ['read_range', { from: 5, to: 4 }],
    ]
    for (const [name, argument] of requests) {
      line.send(name, argument, (reply) => replies.push(reply))
      wire.deliver()
      await settle()
      wire.deliver()
    }
    const epoch = head.ok && head.value.epoch
    expect(replies[0]).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
    expect(replies[2]).toMatchObject({ ok: true, epoch, to: 6, groups: [{ to: 4 }, { to: 6 }] })
    expect(replies[3]).toMatchObject({ ok: true, to: 1_000 })
    expect(replies[4]).toMatchObject({ ok: true, to: 1_999, groups: [] })
    expect(replies[5]).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
  })

  it('[CV32] a protocol this server does not speak is told so and closed with `update`', async () => {
    const { pair } = house()
    const wire = pair()
    const heard: unknown[] = []
    const line = wire.socket.open((notice) => heard.push(notice))
    line.send('join_session', { session_id: SESSION, protocol: 2 }, (reply) => heard.push(reply))
    wire.deliver()
    await settle()
    wire.deliver()
    expect(heard).toMatchObject([
      { kind: 'open' },
      { kind: 'message', name: 'canvas:closed', argument: { code: 4426, name: 'update' } },
      { ok: false, error: { code: 'REQUEST_INVALID' } },
      { kind: 'closed' },
    ])
  })

  it('[CV31] a grant that never answers is answered for after 5 s, and its late yes joins nobody', async () => {
    const { canvas, rooms, world, session } = house()
    const network = socketNetwork()
    const yes: ((grant: { uid: string; scope: 'view' }) => void)[] = []
    const wire = network.pair((end) => rooms.viewer(end, () => new Promise((resolve) => yes.push(resolve))))
    const heard: unknown[] = []
    const line = wire.socket.open((notice) => heard.push(notice))
    line.send('join_session', { session_id: SESSION }, (reply) => heard.push(reply))
    wire.deliver()
    await settle()
    world.advance(5_000)
    await settle()
    wire.deliver()
    expect(heard.at(-1)).toMatchObject({ ok: false, error: { code: 'CANVAS_STORE' } })
    yes[0]?.({ uid: 'u', scope: 'view' })
    await settle()
    await session.setState({ key: 'secret', value: 1 })
    wire.deliver()
    expect(heard).toHaveLength(2)
    expect(rooms.size).toBe(0)
    expect(await canvas.head(SESSION)).toMatchObject({ value: { seq: 1 } })
  })
})

describe('snapshots in parts', () => {
  it('[CV28] no part is larger than a message may be, and together they are the canvas', async () => {
    const { session, canvas, pair } = house()
    for (let n = 0; n < 30; n++)
      await session.setResource({ channel: `c${n % 3}`, id: `${n}`, payload: { text: 'é'.repeat(60_000) } })
    await session.patchState({ patch: { a: 1, b: 2 } })
    await session.emit({ event_type: 'ping' })
    const wire = pair()
    const client = connectCanvas({ sessionId: SESSION, socket: wire.socket, world: testWorld() })
    const sizes: number[] = []
    for (let turn = 0; turn < 60; turn++) {
      wire.toServer.deliver()
      await settle()
      sizes.push(...wire.toClient.sizes)
      wire.toClient.deliver()
    }
    const store = await canvas.open(SESSION)
    expect(store.ok && digestsOf(store.value.canvas)).toEqual(digestsOf(client.canvas))
    expect(client.canvas.events).toHaveLength(1)
    expect(sizes.filter((size) => size > 100_000).length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.part)
  })
})

describe('rights', () => {
  it('[CV26] a right that is taken away while somebody is on the way in lets nobody in', async () => {
    let right = true
    const taken = async () => {
      right = false
      await around.canvas.rightsChanged(SESSION)
    }
    const around = house({
      async grant() {
        const given = right
        // Looked up, and taken away before the join is through.
        if (given) await taken()
        return given ? { uid: 'u', scope: 'view' } : undefined
      },
    })
    await around.session.setState({ key: 'secret', value: 1 })
    const { client } = await around.join()
    expect(client.connection).toMatchObject({ state: 'refused', closed: 'token' })
    await around.session.setState({ key: 'secret', value: 2 })
    expect(client.state('secret')).not.toBe(2)
  })

  it('[CV26] taken away in another process, before anybody here could hear of it, it is missed within a second', async () => {
    let right = true
    const { join, world, session } = house({
      carrier: memoryCarrier(),
      grant: async () => (right ? { uid: 'u', scope: 'view' } : undefined),
    })
    await session.setState({ key: 'title', value: 'Tea box' })
    const { client, wire } = await join()
    expect(client.connection.state).toBe('live')
    right = false
    world.advance(1_000)
    await settle()
    wire.deliver()
    expect(client.connection).toMatchObject({ state: 'refused', closed: 'token' })
  })
})
