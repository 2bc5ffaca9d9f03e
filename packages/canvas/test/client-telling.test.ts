import { socketNetwork, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { ACTION_NAMES } from '../src/actions.ts'
import { connectCanvas, createCanvas, createRooms, memoryLog } from '../src/index.ts'
import { byHand, joined, SESSION, settle, snapshot } from './client-by-hand.ts'

const ACTOR = { uid: 'tester', by: 'user' } as const

describe('what a client tells', () => {
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
