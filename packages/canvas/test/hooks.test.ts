import { socketNetwork, testWorld } from '@hewn/testing'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type CanvasClient, connectCanvas, createCanvas, createRooms, memoryLog } from '../src/index.ts'
import {
  CanvasProvider,
  useCanvasState,
  useChannel,
  useChannelIds,
  useConnection,
  useGraph,
  useResource,
} from '../src/react/index.ts'

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function follow() {
  const world = testWorld()
  const canvas = createCanvas({ log: memoryLog({ world }), world })
  const network = socketNetwork()
  const rooms = createRooms({ canvas, world, broadcast: network.broadcast })
  canvas.wire(rooms.bus, 'test')
  const wire = network.pair((end) => rooms.viewer(end, async () => ({ uid: 'u', scope: 'view' })))
  const client = connectCanvas({ sessionId: 'hooks', socket: wire.socket, world })
  const session = canvas.session('hooks', { uid: 'u', by: 'user' })
  await session.together((draft) => {
    draft.setState({ key: 'title', value: 'Tea box' })
    draft.pushNode({ label: 'Plan' })
    draft.pushNode({ label: 'Job' })
    draft.pushEdge({ source: 'plan', target: 'job' })
    draft.pushEdge({ source: 'job', target: 'not-yet-there' })
  })
  for (let turn = 0; turn < 4; turn++) {
    wire.deliver()
    await settle()
  }
  return client
}

const show = (client: CanvasClient, Component: () => string) =>
  renderToStaticMarkup(createElement(CanvasProvider, { canvas: client }, createElement(Component)))

describe('hooks', () => {
  it('[CV36] each reads what it is named after', async () => {
    const client = await follow()
    expect(show(client, () => String(useCanvasState('title')))).toBe('Tea box')
    expect(show(client, () => String((useResource('nodes', 'plan') as { label: string }).label))).toBe('Plan')
    expect(show(client, () => String(useResource('nodes', 'ghost')))).toBe('undefined')
    expect(show(client, () => [...useChannel('nodes').keys()].join())).toBe('plan,job')
    expect(show(client, () => useChannelIds('edges').join('|'))).toBe('plan-&gt;job|job-&gt;not-yet-there')
    expect(show(client, () => useConnection().state)).toBe('live')
  })

  it('[CV10] the graph has an edge when both its ends are there', async () => {
    expect(show(await follow(), () => [...useGraph().edges.keys()].join())).toBe('plan-&gt;job')
  })

  it('[CV36] without a canvas above, a hook says what to do', () => {
    expect(() => renderToStaticMarkup(createElement(() => useConnection().state))).toThrow('CanvasProvider')
  })
})
