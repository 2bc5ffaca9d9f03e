import { socketNetwork, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { connectCanvas, createCanvas, createRooms, memoryLog } from '../src/index.ts'

const SESSION = 'session:company'
const REPORT = {
  seq: 0,
  visible: true,
  layers: { shown: ['layer:a'], failed: [] },
  errors: [],
  frame_ms: { p50: 8, p95: 16 },
  size: [800, 600] as [number, number],
  dpr: 2,
}
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function house() {
  const world = testWorld()
  const canvas = createCanvas({ log: memoryLog({ world }), world })
  const network = socketNetwork()
  const rooms = createRooms({ canvas, world, broadcast: network.broadcast })
  canvas.wire(rooms.bus, 'test')
  canvas.show(rooms)
  const wires: ReturnType<typeof network.pair>[] = []
  const run = async () => {
    for (let turn = 0; turn < 5; turn++) {
      for (const wire of wires) wire.deliver()
      await settle()
    }
  }
  const join = async (scope: 'view' | 'edit' = 'edit') => {
    const wire = network.pair((end) => rooms.viewer(end, async () => ({ uid: 'secret-uid', scope })))
    wires.push(wire)
    const client = connectCanvas({ sessionId: SESSION, socket: wire.socket, world })
    await run()
    return { client, wire }
  }
  return { world, canvas, rooms, join, run, wires, session: canvas.session(SESSION, { uid: 'u', by: 'user' }) }
}

describe('who is here', () => {
  it('[CV57] the whole list at join, then changes; a guest is called one, and no uid is told', async () => {
    const { join, run, world } = house()
    const ada = await join()
    const guest = await join('view')
    ada.client.appear({ name: 'Ada', cursor: [1, 2, 3], typing: true })
    await run()
    world.advance(60)
    await run()
    expect([...guest.client.present.values()]).toEqual([
      { viewer: expect.any(String), scope: 'edit', color: 0, name: 'Ada', cursor: [1, 2, 3], typing: true },
      { viewer: guest.client.you, scope: 'view', color: 1, name: 'guest' },
    ])
    expect([...ada.client.present.values()]).toEqual([...guest.client.present.values()])
    expect(JSON.stringify([...ada.client.present])).not.toContain('secret-uid')
  })

  it('[CV57] the newest of each viewer, at most 20 times a second', async () => {
    const { join, run, world } = house()
    const ada = await join()
    const bob = await join()
    await run()
    world.advance(100)
    await run()
    let told = 0
    bob.client.subscribePresence(() => {
      told += 1
    })
    for (let step = 0; step < 100; step++) {
      ada.client.appear({ cursor: [step, 0, 0] })
      world.advance(10)
      ada.wire.deliver()
      await settle()
      bob.wire.deliver()
    }
    world.advance(100)
    await run()
    expect(told).toBeLessThanOrEqual(22)
    expect(told).toBeGreaterThan(8)
    expect([...bob.client.present.values()].find(({ color }) => color === 0)?.cursor).toEqual([99, 0, 0])
  })

  it('[CV57] gone two seconds after its socket, with no number and nothing on the canvas', async () => {
    const { join, run, world, canvas } = house()
    const ada = await join()
    const bob = await join()
    ada.client.appear({ name: 'Ada' })
    world.advance(60)
    await run()
    ada.client.close()
    world.advance(1_900)
    await run()
    expect(bob.client.present.size).toBe(2)
    world.advance(200)
    await run()
    expect([...bob.client.present.keys()]).toEqual([bob.client.you])
    expect(await canvas.head(SESSION)).toMatchObject({ value: { seq: 0 } })
  })

  it('[CV57] [CV31] what is no presence is refused, too much and too often as well', async () => {
    const { join } = house()
    const { wire } = await join()
    const replies: { error?: { code: string } }[] = []
    const line = wire.socket.open(() => {})
    const ask = async (argument: unknown) => {
      line.send('presence', argument, (reply) => replies.push(reply as (typeof replies)[number]))
      wire.deliver()
      await settle()
      wire.deliver()
    }
    await ask({ name: 'before the join' })
    line.send('join_session', { session_id: SESSION, accept: ['presence'] }, () => {})
    wire.deliver()
    await settle()
    await ask({ uid: 'somebody else' })
    await ask({ cursor: [1, Number.NaN, 2] })
    await ask({ selection: Array.from({ length: 60 }, (_, n) => `layer:${'x'.repeat(60)}${n}`) })
    for (let count = 0; count < 31; count++) await ask({ typing: true })
    expect(replies.slice(0, 4).map(({ error }) => error?.code)).toEqual([
      'REQUEST_INVALID',
      'REQUEST_INVALID',
      'REQUEST_INVALID',
      'LIMIT_PAYLOAD',
    ])
    expect(replies.at(-1)?.error?.code).toBe('LIMIT_RATE')
  })
})

describe('what is on the screens', () => {
  it('[CV55] the newest report of each viewer is kept, out of the log, and gone with its viewer', async () => {
    const { join, run, world, canvas, session } = house()
    await session.setState({ key: 'title', value: 'x' })
    const { client } = await join()
    client.report({ ...REPORT, seq: 1 })
    client.report({ ...REPORT, seq: 1, visible: false })
    await run()
    world.advance(1_000)
    await run()
    expect(await canvas.views(SESSION)).toMatchObject([{ scope: 'edit', report: { seq: 1, visible: false } }])
    client.close()
    await run()
    expect(await canvas.views(SESSION)).toEqual([])
    expect(await canvas.head(SESSION)).toMatchObject({ value: { seq: 1 } })
  })

  it('[CV55] a report of a number that is not yet there is refused', async () => {
    const { join, run, canvas } = house()
    const { client } = await join()
    client.report({ ...REPORT, seq: 9 })
    await run()
    expect(await canvas.views(SESSION)).toEqual([])
  })
})

describe('pictures', () => {
  const wish = { seq: 1, width: 640, height: 480 }

  it('[CV56] a visible viewer that may edit and has seen the number is asked, the newest report first', async () => {
    const { join, run, canvas, session, world } = house()
    await session.setState({ key: 'title', value: 'x' })
    const guest = await join('view')
    const old = await join()
    const newest = await join()
    const asked: string[] = []
    for (const [name, { client }] of Object.entries({ guest, old, newest })) {
      client.onPicture(async ({ seq }) => {
        asked.push(name)
        return { seq, type: 'image/png', bytes: PNG }
      })
      client.report({ ...REPORT, seq: 1 })
      world.advance(10)
      await run()
    }
    const picture = canvas.picture(SESSION, wish)
    await run()
    expect(await picture).toEqual({ ok: true, value: { ok: true, seq: 1, type: 'image/png', bytes: PNG } })
    expect(asked).toEqual(['newest'])
  })

  it('[CV56] two tries of five seconds, then CANVAS_NO_VIEWER; what is no picture is none', async () => {
    const { join, run, canvas, session, world } = house()
    await session.setState({ key: 'title', value: 'x' })
    const liar = await join()
    liar.client.onPicture(async ({ seq }) => ({ seq, type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }))
    liar.client.report({ ...REPORT, seq: 1 })
    const silent = await join()
    silent.client.onPicture(() => new Promise(() => {}))
    silent.client.report({ ...REPORT, seq: 1 })
    await run()
    const picture = canvas.picture(SESSION, wish)
    await run()
    world.advance(5_000)
    await run()
    expect(await picture).toMatchObject({ ok: false, error: { code: 'CANVAS_NO_VIEWER' } })
  })

  it('[CV56] nobody looks, or nobody has come so far: CANVAS_NO_VIEWER at once', async () => {
    const { join, canvas, run } = house()
    expect(await canvas.picture(SESSION, wish)).toMatchObject({ error: { code: 'CANVAS_NO_VIEWER' } })
    const { client } = await join()
    client.report({ ...REPORT, seq: 0 })
    await run()
    expect(await canvas.picture(SESSION, wish)).toMatchObject({ error: { code: 'CANVAS_NO_VIEWER' } })
  })
})
