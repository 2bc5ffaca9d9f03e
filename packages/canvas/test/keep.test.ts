import { socketNetwork, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import {
  type CanvasKeep,
  connectCanvas,
  createCanvas,
  createRooms,
  digestsOf,
  memoryLog,
  type Snapshot,
} from '../src/index.ts'

const SESSION = 'session:kept'

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** What a browser keeps, as an object. */
function keepInMemory() {
  const kept = new Map<string, Snapshot>()
  const keep: CanvasKeep = {
    load: async (session) => structuredClone(kept.get(session)),
    save: async (session, snapshot) => void kept.set(session, structuredClone(snapshot)),
    drop: async (session) => void kept.delete(session),
  }
  return { kept, keep }
}

function house() {
  const world = testWorld()
  const canvas = createCanvas({ log: memoryLog({ world }), world })
  const network = socketNetwork()
  const rooms = createRooms({ canvas, world, broadcast: network.broadcast })
  canvas.wire(rooms.bus, 'test')
  canvas.show(rooms)
  let right = true
  const { kept, keep } = keepInMemory()
  /** A page is opened, or loaded again. */
  const open = (from: CanvasKeep = keep) => {
    const wire = network.pair((end) => rooms.viewer(end, async () => (right ? { uid: 'u', scope: 'view' } : undefined)))
    const told: unknown[] = []
    const socket = {
      open: (hear: Parameters<typeof wire.socket.open>[0]) =>
        wire.socket.open((notice) => {
          if (notice.kind === 'message') told.push(notice.name)
          hear(notice)
        }),
    }
    const client = connectCanvas({ sessionId: SESSION, socket, world, keep: from })
    const run = async () => {
      for (let turn = 0; turn < 4; turn++) {
        await settle()
        wire.deliver()
      }
    }
    return { client, told, run }
  }
  const agree = async (client: ReturnType<typeof connectCanvas>) => {
    const opened = await canvas.open(SESSION)
    expect(opened.ok && digestsOf(opened.value.canvas)).toEqual(digestsOf(client.canvas))
  }
  return {
    world,
    kept,
    keep,
    open,
    agree,
    session: canvas.session(SESSION, { uid: 'u', by: 'user' }),
    canvas,
    take: async () => {
      right = false
      await canvas.rightsChanged(SESSION)
    },
  }
}

describe('what was seen last', () => {
  it('[CV37] is on the screen after a reload, before any server answers, and only what was missed is sent', async () => {
    const { world, open, session, agree } = house()
    for (let n = 0; n < 300; n++) await session.setResource({ channel: 'nodes', id: `n${n}`, payload: { n } })
    const first = open()
    await first.run()
    world.advance(2_000)
    await settle()
    first.client.close()
    await session.setState({ key: 'title', value: 'missed' })

    const again = open()
    await settle()
    expect([again.client.channel('nodes').size, again.client.position?.seq]).toEqual([300, 300])
    expect(again.client.connection.state).not.toBe('live')
    await again.run()
    expect(again.client.connection.state).toBe('live')
    expect(again.client.state('title')).toBe('missed')
    expect(again.told).toContain('canvas:frame')
    expect(again.told).not.toContain('canvas:part')
    await agree(again.client)
  })

  it('[CV37] is kept again while things change, a while apart, and the last of it', async () => {
    const { world, open, session, kept } = house()
    const { client, run } = open()
    await run()
    const seqs: unknown[] = []
    for (let n = 1; n <= 40; n++) {
      await session.setState({ key: 'n', value: n })
      await run()
      world.advance(500)
      await settle()
      if (kept.get(SESSION)?.seq !== seqs.at(-1)) seqs.push(kept.get(SESSION)?.seq)
    }
    expect(seqs.length).toBeGreaterThan(5)
    expect(seqs.length).toBeLessThan(15)
    world.advance(2_000)
    await settle()
    expect(kept.get(SESSION)).toMatchObject({ seq: 40, state: { n: 40 } })
    client.close()
  })

  it('[CV37] of another log, it gives way to the server’s snapshot; kept wrong, it is found out and asked for anew', async () => {
    const { world, open, session, kept, agree } = house()
    await session.setState({ key: 'title', value: 'right' })
    const first = open()
    await first.run()
    world.advance(2_000)
    await settle()
    first.client.close()
    const good = kept.get(SESSION) as Snapshot

    kept.set(SESSION, { ...good, epoch: 'another', seq: 900, state: { title: 'other' } })
    const other = open()
    await other.run()
    expect(other.client.state('title')).toBe('right')
    await agree(other.client)
    other.client.close()

    kept.set(SESSION, { ...good, state: { title: 'wrong' } })
    const wrong = open()
    await wrong.run()
    expect(wrong.client.resyncs.get('digest')).toBe(1)
    expect(wrong.client.state('title')).toBe('right')
    await agree(wrong.client)
  })

  it('[CV37] [CV26] goes when the right to it has gone, and when the session has', async () => {
    const around = house()
    const { world, open, session, kept } = around
    await session.setState({ key: 'secret', value: 1 })
    const { client, run } = open()
    await run()
    world.advance(2_000)
    await settle()
    expect(kept.size).toBe(1)
    await around.take()
    await run()
    expect([client.connection.state, kept.size]).toEqual(['refused', 0])
    // Nothing that was under way brings it back.
    world.advance(10_000)
    await settle()
    expect(kept.size).toBe(0)
  })

  it('[CV37] a browser that keeps nothing, or never answers, holds nobody up', async () => {
    const { world, open, session } = house()
    await session.setState({ key: 'title', value: 'there' })
    const broken = async () => {
      throw new Error('no room')
    }
    const without = open({ load: broken, save: broken, drop: broken })
    await without.run()
    expect(without.client.state('title')).toBe('there')
    world.advance(5_000)
    const never = () => new Promise<never>(() => {})
    const slow = open({ load: never, save: never, drop: never })
    await slow.run()
    expect(slow.client.connection.state).toBe('joining')
    world.advance(1_000)
    await slow.run()
    expect(slow.client.state('title')).toBe('there')
  })
})
