import { testWorld, type TestWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { connectCanvas } from '../src/index.ts'
import { byHand, changed, joined, SESSION, snapshot } from './client-by-hand.ts'

describe('the line of a client', () => {
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
})
