import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { connectCanvas } from '../src/index.ts'
import { byHand, changed, joined, SESSION, snapshot } from './client-by-hand.ts'

describe('the numbers a client has heard', () => {
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
