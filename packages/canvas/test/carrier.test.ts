import { socketNetwork, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import {
  type CanvasCarrier,
  connectCanvas,
  createCanvas,
  createRooms,
  digestsOf,
  memoryCarrier,
  memoryLog,
  type Note,
} from '../src/index.ts'

const SESSION = 'session:many'
const ACTOR = { uid: 'u', by: 'user' } as const

const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Two processes on one log, with a viewer each. */
async function cluster(between: (carrier: CanvasCarrier) => CanvasCarrier = (carrier) => carrier) {
  const world = testWorld()
  const log = memoryLog({ world })
  const carrier = between(memoryCarrier())
  const node = async () => {
    const network = socketNetwork()
    const canvas = createCanvas({ log, world, carrier })
    const rooms = createRooms({ canvas, world, broadcast: network.broadcast })
    canvas.wire(rooms.bus, 'test')
    canvas.show(rooms)
    const wire = network.pair((end) => rooms.viewer(end, async () => ({ uid: 'u', scope: 'edit' })))
    const client = connectCanvas({ sessionId: SESSION, socket: wire.socket, world })
    const plainWire = network.pair((end) => rooms.viewer(end, async () => ({ uid: 'u', scope: 'edit' })))
    const plain = connectCanvas({ sessionId: SESSION, socket: plainWire.socket, world, plain: true })
    return { canvas, client, plain, wires: [wire, plainWire], session: canvas.session(SESSION, ACTOR) }
  }
  const a = await node()
  const b = await node()
  const run = async () => {
    for (let turn = 0; turn < 6; turn++) {
      for (const wire of [...a.wires, ...b.wires]) wire.deliver()
      await settle()
    }
  }
  await run()
  return { a, b, run, world, log }
}

describe('many processes', () => {
  it('[CV45] what is committed on one is seen by viewers on the other, framed and plain, in one order', async () => {
    const { a, b, run } = await cluster()
    const writes = Array.from({ length: 200 }, (_, n) =>
      (n % 2 === 0 ? a : b).session.setResource({ channel: 'cells', id: `c${n % 7}`, payload: { n } }),
    )
    expect((await Promise.all(writes)).every(({ ok }) => ok)).toBe(true)
    await run()
    const digests = [a.client, a.plain, b.client, b.plain].map((client) => digestsOf(client.canvas))
    expect([a.client, a.plain, b.client, b.plain].map((client) => client.position?.seq)).toEqual([200, 200, 200, 200])
    expect(digests).toEqual([digests[0], digests[0], digests[0], digests[0]])
  })

  it('[CV45] a note may be lost, late or double: heads of watched sessions are compared every second', async () => {
    let count = 0
    const { a, b, run, world } = await cluster((carrier) => ({
      ...carrier,
      say(session, note) {
        count += 1
        if (count % 3 === 0) return
        carrier.say(session, note)
        if (count % 5 === 0) carrier.say(session, note)
      },
    }))
    for (let n = 0; n < 60; n++) await (n % 3 === 0 ? b : a).session.setState({ key: `k${n % 5}`, value: n })
    await run()
    world.advance(1_100)
    await run()
    for (const client of [a.client, a.plain, b.client, b.plain]) {
      expect(client.position?.seq).toBe(60)
      expect(digestsOf(client.canvas)).toEqual(digestsOf(a.client.canvas))
    }
  })

  it('[CV46] an older log that is brought back goes on under a new epoch, and every viewer has what it has', async () => {
    const { a, b, run, world, log } = await cluster()
    for (let n = 0; n < 5; n += 1) await a.session.setState({ key: 'n', value: n })
    await run()
    const { epoch } = await log.open(SESSION)
    const old = await log.read(SESSION, 1, 2, { events: 9, bytes: 1e6 })
    await log.drop(SESSION)
    await log.append(SESSION, { epoch, seq: 0 }, old === 'gone' ? [] : old)
    for (let second = 0; second < 3; second += 1) {
      world.advance(1_000)
      await run()
    }
    const now = await log.open(SESSION)
    expect(now.epoch).not.toBe(epoch)
    for (const client of [a.client, a.plain, b.client, b.plain])
      expect([client.position, client.state('n')]).toEqual([{ epoch: now.epoch, seq: 2 }, 1])
    await b.session.setState({ key: 'n', value: 'new' })
    await run()
    expect([a.client, b.plain].map((client) => client.state('n'))).toEqual(['new', 'new'])
  })

  it('[CV45] without anybody looking, a read asks the log', async () => {
    const world = testWorld()
    const log = memoryLog({ world })
    const silent: CanvasCarrier = { say() {}, hear: () => () => {} }
    const [one, two] = [createCanvas({ log, world, carrier: silent }), createCanvas({ log, world, carrier: silent })]
    expect((await two.head(SESSION)).ok).toBe(true)
    await one.session(SESSION, ACTOR).setState({ key: 'a', value: 1 })
    expect(await two.head(SESSION)).toMatchObject({ value: { seq: 1 } })
    expect(await two.session(SESSION, ACTOR).getState()).toMatchObject({ value: { state: { a: 1 } } })
  })

  it('[CV19] a session that is removed on one closes its viewers on the other', async () => {
    const { a, b, run } = await cluster()
    await a.session.setState({ key: 'a', value: 1 })
    await a.canvas.cleanupSession(SESSION)
    await run()
    expect(b.client.connection).toMatchObject({ state: 'refused', closed: 'session-gone' })
  })

  it('[CV55] [CV56] an agent sees what viewers of other processes see, and gets a picture from one', async () => {
    const { a, b, run, world } = await cluster()
    await a.session.setState({ key: 'title', value: 'x' })
    await run()
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 7])
    b.client.onPicture(async ({ seq }) => ({ seq, type: 'image/png', bytes }))
    const layers = { shown: ['layer:a'], failed: [] }
    b.client.report({ seq: 1, visible: true, layers, errors: [], size: [800, 600], dpr: 1 })
    await run()
    const asked = a.canvas.views(SESSION)
    await run()
    world.advance(300)
    expect(await asked).toMatchObject([{ scope: 'edit', pictures: true, report: { seq: 1, layers } }])
    const picture = a.canvas.picture(SESSION, { seq: 1, width: 64, height: 64 })
    await run()
    world.advance(300)
    await run()
    expect(await picture).toEqual({ ok: true, value: { ok: true, seq: 1, type: 'image/png', bytes } })
    // The other process is gone in this moment.
    for (const client of [b.client, b.plain]) client.close()
    await run()
    const none = a.canvas.picture(SESSION, { seq: 1, width: 64, height: 64 })
    await run()
    world.advance(300)
    expect(await none).toMatchObject({ error: { code: 'CANVAS_NO_VIEWER' } })
  })

  it('[CV57] who is here is here on both; a process that died takes its viewers along after 10 s', async () => {
    let dead = false
    const { a, b, run, world } = await cluster((carrier) => ({
      ...carrier,
      say: (session, note: Note) => (dead ? undefined : carrier.say(session, note)),
    }))
    a.client.appear({ name: 'Ada' })
    await run()
    world.advance(60)
    await run()
    world.advance(60)
    await run()
    expect([...b.client.present.values()].map(({ name }) => name)).toContain('Ada')
    expect(b.client.present.size).toBe(2)
    dead = true
    // Its heartbeat has to reach who is here, or they would look for another line.
    for (let second = 0; second < 14; second++) {
      world.advance(1_000)
      await run()
    }
    world.advance(60)
    await run()
    expect(b.client.present.size).toBe(1)
  })
})
