import { socketNetwork, type TestWorld, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { ACTION_NAMES } from '../src/actions.ts'
import {
  type CanvasConnection,
  type CanvasNotice,
  type CanvasSocket,
  connectCanvas,
  createCanvas,
  createRooms,
  memoryLog,
} from '../src/index.ts'

const SESSION = 'session:client'
const ACTOR = { uid: 'tester', by: 'user' } as const

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Connections that the test speaks for. */
function byHand() {
  const lines: {
    hear(notice: CanvasNotice): void
    sent: [string, unknown][]
    answer(reply: unknown): void
    closed: boolean
  }[] = []
  const socket: CanvasSocket = {
    open(hear): CanvasConnection {
      const answers: ((reply: unknown) => void)[] = []
      const line = {
        hear,
        sent: [] as [string, unknown][],
        answer: (reply: unknown) => answers.shift()?.(reply),
        closed: false,
      }
      lines.push(line)
      return {
        send(name, argument, answer) {
          line.sent.push([name, argument])
          if (answer) answers.push(answer)
        },
        close() {
          line.closed = true
        },
      }
    },
  }
  return {
    socket,
    lines,
    get line() {
      const last = lines.at(-1)
      if (!last) throw new Error('Nobody has opened a connection')
      return last
    },
  }
}

const joined = (more: object = {}) => ({
  ok: true,
  room: SESSION,
  session_id: SESSION,
  epoch: 'epoch-1',
  seq: 0,
  mode: 'snapshot',
  scope: 'view',
  accept: [],
  protocol: 1,
  limits: {},
  ...more,
})
const snapshot = (seq: number, more: object = {}) =>
  ({
    kind: 'message',
    name: 'preview:snapshot',
    argument: {
      session_id: SESSION,
      epoch: 'epoch-1',
      seq,
      preview_seq: seq,
      state: { seq },
      resources: {},
      events: [],
      ...more,
    },
  }) as const
const changed = (seq: number) =>
  ({ kind: 'message', name: 'preview:state_changed', argument: { key: 'seq', value: seq, preview_seq: seq } }) as const

describe('connection', () => {
  it('[CV35] connecting, joining, catching up, live; and the last canvas stays when the line is cut', () => {
    const world = testWorld()
    const hand = byHand()
    const client = connectCanvas({ sessionId: 'client', socket: hand.socket, world, plain: true })
    const states: string[] = []
    client.subscribeConnection(() => states.push(client.connection.state))
    expect(client.connection.state).toBe('connecting')
    hand.line.hear({ kind: 'open' })
    expect(hand.line.sent).toEqual([['join_session', { session_id: SESSION, accept: [], protocol: 1 }]])
    hand.line.answer(joined({ seq: 3 }))
    hand.line.hear(snapshot(2))
    expect(client.connection.state).toBe('catching-up')
    hand.line.hear(changed(3))
    hand.line.hear({ kind: 'closed' })
    expect(client.state('seq')).toBe(3)
    expect(states).toEqual(['joining', 'catching-up', 'live', 'waiting'])
  })

  it('[CV35] waits 0.5, 1, 2, 4, 8, 10 s with 30 % chance, tells when, and begins again after it was live', () => {
    for (const [random, factor] of [
      [0, 0.7],
      [0.5, 1],
      [0.999999, 1.3],
    ] as const) {
      const world: TestWorld = Object.assign(testWorld(), { random: () => random })
      const hand = byHand()
      const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true })
      for (const seconds of [0.5, 1, 2, 4, 8, 10, 10]) {
        hand.line.hear({ kind: 'closed' })
        const wait = (client.connection.retryAt ?? 0) - world.now()
        expect(wait / 1_000).toBeCloseTo(seconds * factor, 3)
        const before = hand.lines.length
        world.advance(wait - 1)
        expect(hand.lines).toHaveLength(before)
        world.advance(1)
        expect(hand.lines).toHaveLength(before + 1)
      }
      hand.line.hear({ kind: 'open' })
      hand.line.answer(joined())
      hand.line.hear(snapshot(0))
      hand.line.hear({ kind: 'closed' })
      expect(((client.connection.retryAt ?? 0) - world.now()) / 1_000).toBeCloseTo(0.5 * factor, 3)
    }
  })

  it('[CV35] a line that ends while a listener is told what came is opened again as soon as any', () => {
    const world: TestWorld = Object.assign(testWorld(), { random: () => 0.5 })
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined())
    hand.line.hear(snapshot(0))
    const { line } = hand
    client.subscribeState('seq', () => line.hear({ kind: 'closed' }))
    line.hear(changed(1))
    expect(client.connection.state).toBe('waiting')
    world.advance(500)
    expect(hand.lines).toHaveLength(2)
  })

  it('[CV35] tries at once when the page is seen again', () => {
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world: testWorld() })
    client.wake()
    expect(hand.lines).toHaveLength(1)
    hand.line.hear({ kind: 'closed' })
    client.wake()
    expect(hand.lines).toHaveLength(2)
    expect(client.connection.state).toBe('connecting')
  })

  it('[CV35] stops where trying again would be answered alike, and says why', () => {
    const refusals: [(hand: ReturnType<typeof byHand>) => void, string][] = [
      [({ line }) => line.hear({ kind: 'closed', error: { code: 'SESSION_TOKEN', message: 'no' } }), 'SESSION_TOKEN'],
      [
        ({ line }) => (
          line.hear({ kind: 'open' }), line.answer({ ok: false, error: { code: 'SESSION_NOT_FOUND', message: 'no' } })
        ),
        'SESSION_NOT_FOUND',
      ],
      [
        ({ line }) => (
          line.hear({ kind: 'open' }),
          line.hear({
            kind: 'message',
            name: 'canvas:closed',
            argument: { code: 4401, name: 'token', message: 'ended' },
          })
        ),
        'SESSION_TOKEN',
      ],
      [
        ({ line }) => (
          line.hear({ kind: 'open' }),
          line.hear({
            kind: 'message',
            name: 'canvas:closed',
            argument: { code: 4426, name: 'update', message: 'old' },
          })
        ),
        'REQUEST_INVALID',
      ],
    ]
    for (const [refuse, code] of refusals) {
      const world = testWorld()
      const hand = byHand()
      const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world })
      refuse(hand)
      expect(client.connection).toMatchObject({ state: 'refused', error: { code } })
      expect(hand.line.closed || hand.lines.length === 1).toBe(true)
      world.advance(60_000)
      expect(hand.lines).toHaveLength(1)
    }
  })

  it('[CV32] a protocol the server no longer speaks is told as that, so a page can offer to load itself again', () => {
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world: testWorld() })
    hand.line.hear({ kind: 'open' })
    const argument = { code: 4426, name: 'update', message: 'old' }
    hand.line.hear({ kind: 'message', name: 'canvas:closed', argument })
    expect(client.connection).toMatchObject({ state: 'refused', closed: 'update', error: { message: 'old' } })
  })

  it('[CV35] a server that restarts or has trouble is tried again', () => {
    for (const trouble of ['restarting', 'slow', 'CANVAS_STORE']) {
      const world = testWorld()
      const hand = byHand()
      const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world })
      hand.line.hear({ kind: 'open' })
      if (trouble === 'CANVAS_STORE') hand.line.answer({ ok: false, error: { code: trouble, message: 'away' } })
      else
        hand.line.hear({ kind: 'message', name: 'canvas:closed', argument: { code: 4503, name: trouble, message: '' } })
      expect(client.connection.state).toBe('waiting')
      world.advance(700)
      expect(hand.lines).toHaveLength(2)
    }
  })

  it('[CV35] what an old connection still delivers is dropped', () => {
    const world = testWorld()
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined())
    hand.line.hear(snapshot(0))
    hand.line.hear({ kind: 'closed' })
    world.advance(1_000)
    const [old, line] = hand.lines
    line?.hear({ kind: 'open' })
    line?.answer(joined({ epoch: 'epoch-2', seq: 1 }))
    line?.hear(snapshot(1, { epoch: 'epoch-2' }))
    old?.hear(changed(2))
    old?.hear({ kind: 'closed' })
    old?.answer(joined())
    expect(client.position).toEqual({ epoch: 'epoch-2', seq: 1 })
    expect(client.connection.state).toBe('live')
    line?.hear(changed(2))
    expect(client.position).toEqual({ epoch: 'epoch-2', seq: 2 })
  })

  it('[CV34] a join without an answer, or a snapshot that never comes, is given up after 10 s', () => {
    const world = testWorld()
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true })
    hand.line.hear({ kind: 'open' })
    world.advance(9_999)
    expect(client.connection.state).toBe('joining')
    hand.line.answer(joined({ seq: 1 }))
    world.advance(9_999)
    expect(client.connection.state).toBe('catching-up')
    world.advance(1)
    expect(client.connection.state).toBe('waiting')
    expect(hand.line.closed).toBe(true)
  })

  it('[CV35] a live one that is given a new snapshot in parts stays on its line', () => {
    const world = testWorld()
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world })
    const part = (seq: number, part: number, parts: number) =>
      hand.line.hear({
        kind: 'message',
        name: 'canvas:part',
        argument: { epoch: 'epoch-1', seq, part, parts, state: { [`part-${part}`]: seq } },
      })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined({ seq: 1, accept: ['frames'] }))
    part(1, 1, 1)
    expect(client.connection.state).toBe('live')
    for (const one of [1, 2, 3]) part(900, one, 3)
    expect(client.state('part-3')).toBe(900)
    for (let beat = 0; beat < 6; beat += 1) {
      world.advance(10_000)
      hand.line.hear({ kind: 'message', name: 'canvas:head', argument: { epoch: 'epoch-1', seq: 900 } })
    }
    expect([client.connection.state, hand.lines.length]).toEqual(['live', 1])
  })

  it('[CV34] a hole is asked for, what is old is dropped, and numbers of another epoch are no proof', () => {
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world: testWorld(), plain: true })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined({ seq: 5 }))
    hand.line.hear(snapshot(5))
    hand.line.hear(changed(4))
    expect(client.state('seq')).toBe(5)
    hand.line.hear(changed(7))
    expect(hand.line.sent.at(-1)).toEqual([
      'join_session',
      { session_id: SESSION, have: { epoch: 'epoch-1', seq: 5 }, accept: [], protocol: 1 },
    ])
    // What the older join still says before the answer is not trusted.
    hand.line.hear(changed(6))
    expect(client.state('seq')).toBe(5)
    hand.line.answer(joined({ seq: 7, mode: 'delta' }))
    hand.line.hear(changed(6))
    hand.line.hear(changed(7))
    expect(client.state('seq')).toBe(7)
    hand.line.hear(snapshot(9, { epoch: 'epoch-2' }))
    expect(client.state('seq')).toBe(7)
    hand.line.answer(joined({ epoch: 'epoch-2', seq: 2 }))
    hand.line.hear(changed(8))
    expect(client.state('seq')).toBe(7)
    hand.line.hear(snapshot(2, { epoch: 'epoch-2' }))
    expect(client.position).toEqual({ epoch: 'epoch-2', seq: 2 })
    expect([...client.resyncs]).toEqual([
      ['hole', 1],
      ['epoch', 1],
    ])
  })

  it('[CV46] a server that is behind what a viewer has gives it its snapshot, plain and framed, and the viewer takes it', () => {
    for (const plain of [true, false]) {
      const hand = byHand()
      const world = testWorld()
      const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain })
      const accept = plain ? [] : ['frames']
      const whole = (seq: number) =>
        plain
          ? hand.line.hear(snapshot(seq))
          : hand.line.hear({
              kind: 'message',
              name: 'canvas:part',
              argument: { epoch: 'epoch-1', seq, part: 1, parts: 1, state: { seq } },
            })
      hand.line.hear({ kind: 'open' })
      hand.line.answer(joined({ seq: 9, accept }))
      whole(9)
      hand.line.hear({ kind: 'closed' })
      client.wake()
      hand.line.hear({ kind: 'open' })
      hand.line.answer(joined({ seq: 4, accept }))
      expect([client.connection.state, client.state('seq')], 'what was there stays until then').toEqual([
        'catching-up',
        9,
      ])
      whole(4)
      expect([client.connection.state, client.state('seq'), client.position?.seq]).toEqual(['live', 4, 4])
      client.close()
    }
  })

  it('[CV30] a framed client fetches a hole, holds what came after it, and joins again only where that is gone', () => {
    const hand = byHand()
    const world = testWorld()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world })
    const group = (seq: number) => ({
      to: seq,
      at: 0,
      by: 'user',
      events: [{ type: 'state_changed', data: { key: 'seq', value: seq } }],
    })
    const frame = (from: number, to: number, more: object = {}) =>
      hand.line.hear({
        kind: 'message',
        name: 'canvas:frame',
        argument: {
          epoch: 'epoch-1',
          from,
          to,
          groups: Array.from({ length: to - from + 1 }, (_, index) => group(from + index)),
          ...more,
        },
      })
    const asked = () => hand.line.sent.filter(([name]) => name === 'read_range').map(([, wish]) => wish)
    const range = (from: number, to: number) => ({
      ok: true,
      epoch: 'epoch-1',
      to,
      groups: Array.from({ length: to - from + 1 }, (_, index) => group(from + index)),
    })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined({ seq: 5, accept: ['frames'] }))
    const part = { epoch: 'epoch-1', seq: 5, part: 1, parts: 1, state: { seq: 5 }, resources: {}, events: [] }
    hand.line.hear({ kind: 'message', name: 'canvas:part', argument: part })

    frame(9, 10)
    frame(11, 11)
    frame(9, 10)
    expect(asked()).toEqual([{ from: 6, to: 8 }])
    expect(client.state('seq')).toBe(5)
    // Cut at a group's end: it asks for the rest.
    hand.line.answer(range(6, 7))
    expect(asked()).toEqual([
      { from: 6, to: 8 },
      { from: 8, to: 8 },
    ])
    hand.line.answer(range(8, 8))
    expect([client.state('seq'), client.position?.seq]).toEqual([11, 11])

    // The end of the stream was lost, and the next head says so.
    hand.line.hear({ kind: 'message', name: 'canvas:head', argument: { epoch: 'epoch-1', seq: 13 } })
    hand.line.answer(range(12, 13))
    expect(client.position?.seq).toBe(13)
    expect(hand.line.sent.filter(([name]) => name === 'join_session').length, 'and never joined again').toBe(1)

    frame(20, 20)
    hand.line.answer({ ok: false, error: { code: 'CANVAS_GONE', message: 'gone' } })
    expect(hand.line.sent.at(-1)).toEqual([
      'join_session',
      expect.objectContaining({ have: { epoch: 'epoch-1', seq: 13 } }),
    ])
    hand.line.answer(joined({ seq: 20, accept: ['frames'], mode: 'delta' }))
    frame(14, 20)
    expect(client.position?.seq).toBe(20)
    // No answer at all: it was lost.
    frame(30, 30)
    world.advance(6_000)
    expect(hand.line.sent.at(-1)?.[0]).toBe('join_session')
    // It comes after all, and nobody waits for it any more.
    hand.line.answer(range(21, 29))
    hand.line.answer(joined({ seq: 30, accept: ['frames'], mode: 'delta' }))
    frame(21, 30)
    expect(client.position?.seq).toBe(30)
    // More than is held.
    for (let n = 0; n < 65; n += 1) frame(100 + n, 100 + n)
    expect(hand.line.sent.at(-1)?.[0]).toBe('join_session')
    expect([...client.resyncs]).toEqual([
      ['hole', 5],
      ['lost-last', 1],
    ])
  })

  it('[CV35] a live line without the server’s heartbeat is asked, and given up within half a minute', () => {
    const [hand, world] = [byHand(), testWorld()]
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world })
    const begin = () => {
      hand.line.hear({ kind: 'open' })
      hand.line.answer(joined({ accept: ['frames'] }))
      const argument = { epoch: 'epoch-1', seq: 0, part: 1, parts: 1, state: {} }
      hand.line.hear({ kind: 'message', name: 'canvas:part', argument })
      expect(client.connection.state).toBe('live')
    }
    begin()
    world.advance(22_000)
    hand.line.answer({ ok: true, epoch: 'epoch-1', groups: [], to: 0 })
    world.advance(21_000)
    expect([hand.lines.length, client.connection.state]).toEqual([1, 'live'])
    world.advance(9_000)
    expect([hand.lines.length, client.connection.state]).toEqual([2, 'connecting'])
    // Nothing of the first line's watch is left.
    begin()
    world.advance(20_000)
    expect([hand.lines.length, client.connection.state]).toEqual([2, 'live'])
    client.close()
    world.advance(60_000)
    expect(hand.lines.length).toBe(2)
  })

  it('[CV35] woken with a line that has been silent, it asks whether the line is alive, and opens another where nothing answers', () => {
    const [hand, world] = [byHand(), testWorld()]
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined())
    hand.line.hear(snapshot(7))
    client.wake()
    expect(hand.line.sent).toHaveLength(1)
    world.advance(6_000)
    client.wake()
    client.wake()
    expect(hand.line.sent.slice(1)).toEqual([['read_range', { from: 8, to: 8 }]])
    hand.line.answer({ ok: true, epoch: 'epoch-1', groups: [], to: 7 })
    world.advance(10_000)
    expect([hand.lines.length, client.connection.state]).toEqual([1, 'live'])
    // The machine slept, and the line is no more without anybody having said so.
    client.wake()
    world.advance(4_000)
    expect([hand.lines.length, hand.lines[0]?.closed, client.connection.state]).toEqual([2, true, 'connecting'])
    hand.line.hear({ kind: 'open' })
    expect(hand.line.sent[0]?.[1]).toMatchObject({ have: { epoch: 'epoch-1', seq: 7 } })
  })

  it('[CV33] with `verify` it compares digests after catching up, and starts over where they differ', async () => {
    const [hand, world] = [byHand(), testWorld()]
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world, plain: true, verify: true })
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined())
    hand.line.hear(snapshot(0))
    expect(hand.line.sent.at(-1)).toEqual(['check', {}])
    hand.line.answer({ ok: true, epoch: 'epoch-1', seq: 0, digests: { state: 'another' } })
    // What compares is loaded when it is first wanted, and that takes as long as it takes.
    await expect
      .poll(() => hand.line.sent.at(-1))
      .toEqual(['join_session', { session_id: SESSION, accept: [], protocol: 1 }])
    expect([...client.resyncs]).toEqual([['digest', 1]])
    // The line breaks before the snapshot has come: what is here is still not to be built on.
    hand.line.answer(joined())
    hand.line.hear({ kind: 'closed' })
    world.advance(1_000)
    hand.line.hear({ kind: 'open' })
    expect(hand.line.sent.at(-1)).toEqual(['join_session', { session_id: SESSION, accept: [], protocol: 1 }])
    hand.line.answer(joined())
    expect(client.connection.state).toBe('catching-up')
    hand.line.hear(snapshot(0, { state: { right: true } }))
    expect([client.connection.state, client.state('right')]).toEqual(['live', true])
  })
})

describe('what it tells', () => {
  const follow = async () => {
    const world = testWorld()
    const canvas = createCanvas({ log: memoryLog({ world }), world })
    const network = socketNetwork()
    const rooms = createRooms({ canvas, world, broadcast: network.broadcast })
    canvas.wire(rooms.bus, 'test')
    const wire = network.pair((end) => rooms.viewer(end, async () => ({ uid: 'u', scope: 'view' })))
    const client = connectCanvas({ sessionId: SESSION, socket: wire.socket, world })
    const deliver = async () => {
      for (let turn = 0; turn < 4; turn++) {
        wire.deliver()
        await settle()
      }
    }
    await deliver()
    return { client, session: canvas.session(SESSION, ACTOR), deliver, wire, world }
  }

  it('[CV36] a change tells only who reads that key, once for a whole group', async () => {
    const { client, session, deliver } = await follow()
    await session.together((draft) => {
      for (const id of ['a', 'b']) draft.pushNode({ id })
      draft.setState({ key: 'title', value: 'Tea' })
    })
    await deliver()
    const told: string[] = []
    for (const id of ['a', 'b']) client.subscribe('nodes', id, () => told.push(id))
    client.subscribeChannel('nodes', () => told.push('nodes'))
    client.subscribeChannel('edges', () => told.push('edges'))
    client.subscribeState('title', () => told.push('title'))
    const before = client.channel('nodes')
    const b = client.resource('nodes', 'b')
    await session.together((draft) => {
      draft.updateNode({ id: 'a', updates: { position: { x: 1 } } })
      draft.updateNode({ id: 'a', updates: { position: { x: 2 } } })
    })
    await deliver()
    expect(told).toEqual(['nodes', 'a'])
    expect(client.channel('nodes')).not.toBe(before)
    expect(client.resource('nodes', 'b')).toBe(b)
    expect(before.get('a')).toMatchObject({ position: { x: 0 } })
    told.length = 0
    await session.bulkSetResources({ channel: 'nodes', items: { b: { new: true } }, replace: true })
    await session.setState({ key: 'title', value: null })
    await deliver()
    expect(told.toSorted()).toEqual(['a', 'b', 'nodes', 'title'])
    told.length = 0
    await session.clear()
    await deliver()
    expect(told.toSorted()).toEqual(['b', 'nodes'])
  })

  it('[CV37] nothing is optimistic: a client has none of the actions, and shows what the server says alone', () => {
    const hand = byHand()
    const client = connectCanvas({ sessionId: SESSION, socket: hand.socket, world: testWorld(), plain: true })
    for (const name of ACTION_NAMES.flatMap((action) => [
      action,
      action.replace(/_(\w)/g, (_, one: string) => one.toUpperCase()),
    ]))
      expect(name in client, name).toBe(false)
    hand.line.hear({ kind: 'open' })
    hand.line.answer(joined())
    hand.line.hear(snapshot(0))
    client.appear({ name: 'Ada', selection: ['layer:a'] })
    expect(client.canvas).toMatchObject({ seq: 0 })
    expect([...client.canvas.channels]).toEqual([])
    client.close()
  })

  it('[CV36] a canvas that is sent anew keeps the identity of what is as before', async () => {
    const { client, session, deliver, wire, world } = await follow()
    await session.bulkSetResources({ channel: 'nodes', items: { a: { deep: { list: [1, 2] } }, b: { n: 1 } } })
    await session.setResource({ channel: 'files', id: 'f', payload: { text: 'x' } })
    await deliver()
    const [a, files] = [client.resource('nodes', 'a'), client.channel('files')]
    const told: string[] = []
    client.subscribe('nodes', 'a', () => told.push('a'))
    client.subscribe('nodes', 'b', () => told.push('b'))
    wire.cut()
    // So much that only a snapshot brings it back.
    for (let n = 0; n < 2_100; n++) await session.setResource({ channel: 'nodes', id: 'b', payload: { n } })
    world.advance(1_000)
    await deliver()
    expect(client.resource('nodes', 'b')).toEqual({ n: 2_099 })
    expect(client.resource('nodes', 'a')).toBe(a)
    expect(client.channel('files')).toBe(files)
    expect(told).toEqual(['b'])
  })

  it('[CV36] who stops listening hears nothing more, and `close` ends everything', async () => {
    const { client, session, deliver, wire } = await follow()
    const told: string[] = []
    const stop = client.subscribeState('title', () => told.push('title'))
    const stopEvent = client.onEvent('ping', () => told.push('ping'))
    stop()
    stopEvent()
    await session.setState({ key: 'title', value: 1 })
    await session.emit({ event_type: 'ping' })
    await deliver()
    expect(told).toEqual([])
    expect(client.state('title')).toBe(1)
    client.close()
    await session.setState({ key: 'title', value: 2 })
    await deliver()
    expect(client.state('title')).toBe(1)
    expect(wire.toClient.length).toBe(0)
  })

  it('[CV36] emitted events that were missed are told from the snapshot, each once; those before the first join are no news', async () => {
    const { client, session, deliver, wire, world } = await follow()
    const heard: number[] = []
    client.onEvent('tick', (_, seq) => heard.push(seq))
    await session.emit({ event_type: 'tick' })
    await deliver()
    wire.cut()
    for (let n = 0; n < 2_100; n++) await session.setState({ key: 'n', value: n })
    await session.emit({ event_type: 'tick' })
    world.advance(1_000)
    await deliver()
    expect(heard).toEqual([1, 2_102])
    expect(client.canvas.events).toHaveLength(2)
  })
})
