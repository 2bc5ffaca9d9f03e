import { LIMITS } from '@hewn/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { digestsOf } from '../src/index.ts'
import { live, loopback, until } from './loopback.ts'

// Real lines: what is waited for comes, on a busy machine later.
vi.setConfig({ testTimeout: 60_000 })

const SESSION = 'session:wire'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const served of open.splice(0)) await served.close()
})

async function serve() {
  const served = await loopback()
  open.push(served)
  const session = served.session(SESSION)
  const store = await served.canvas.open(SESSION)
  if (!store.ok) throw new Error(store.error.message)
  return { served, session, store: store.value }
}

const nodes = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `node-${n}`,
      { id: `node-${n}`, type: 'default', label: `Node ${n}`, position: { x: n, y: 0 }, data: {}, status: 'idle' },
    ]),
  )

describe('what large messages cost', () => {
  it('[CV42] a first join to 5,000 nodes is deflated, once for all, and a viewer that cannot inflate gets it as it is', async () => {
    const { served, session, store } = await serve()
    await session.bulkSetResources({ channel: 'nodes', items: nodes(5_000) })
    const small = served.follow(SESSION)
    const plain = served.follow(SESSION, { plain: true })
    await Promise.all([live(small), live(plain)])
    expect(digestsOf(small.canvas)).toEqual(digestsOf(store.canvas))
    expect(digestsOf(plain.canvas)).toEqual(digestsOf(store.canvas))
    expect(served.received(small)).toBeLessThan(300_000)
    expect(served.received(plain)).toBeGreaterThan(500_000)
  })

  it('[CV40] back after 100 missed events in 5,000 nodes: at most 20 kB, and nothing is missed', async () => {
    const { served, session, store } = await serve()
    await session.bulkSetResources({ channel: 'nodes', items: nodes(5_000) })
    const client = served.follow(SESSION)
    await live(client)
    served.cut(client)
    await until(() => client.connection.state !== 'live')
    for (let n = 0; n < 100; n++) await session.highlightNode({ id: `node-${n * 7}`, status: 'done' })
    client.wake()
    await until(() => client.position?.seq === store.canvas.seq)
    expect(digestsOf(client.canvas)).toEqual(digestsOf(store.canvas))
    expect(served.received(client)).toBeLessThan(20_000)
  })

  it('[CV40] one character typed into an 88 kB file costs at most 400 bytes', async () => {
    const { served, session, store } = await serve()
    const text = 'a line of the file, 44 characters with the end\n'.repeat(1_872)
    const write = (content: string) =>
      session.setResource({ channel: 'files', id: 'model.py', payload: { content, hash: 'f'.repeat(64), bytes: 1 } })
    await write(text)
    const client = served.follow(SESSION)
    await live(client)
    const before = served.received(client)
    await write(`${text.slice(0, 40_000)}x${text.slice(40_000)}`)
    await until(() => client.position?.seq === 2)
    expect(served.received(client) - before).toBeLessThan(400)
    expect(digestsOf(client.canvas)).toEqual(digestsOf(store.canvas))
  })
})

describe('polling', () => {
  it('[CV32] a reply has at most 16 packets, in the order of ever, and none is lost', async () => {
    const { served, session } = await serve()
    const replies: number[] = []
    const request = async (query: string, body?: string) => {
      const url = `${served.url}/socket.io/?EIO=4&transport=polling${query}`
      return await (await fetch(url, body === undefined ? {} : { method: 'POST', body })).text()
    }
    const { sid } = JSON.parse((await request('')).slice(1)) as { sid: string }
    await request(`&sid=${sid}`, '40')
    await request(`&sid=${sid}`)
    await request(`&sid=${sid}`, `42${JSON.stringify(['join_session', { session_id: SESSION }])}`)
    for (let n = 0; n < 70; n++) await session.emit({ event_type: 'tick', data: { n } })
    const heard: number[] = []
    while (heard.length < 70) {
      const packets = (await request(`&sid=${sid}`)).split('\u001e')
      replies.push(packets.length)
      for (const packet of packets) {
        const [name, data] = JSON.parse(packet.replace(/^42/, '')) as [
          string,
          { n: number; events?: { data: { n: number } }[] },
        ]
        if (name === 'preview:tick') heard.push(data.n)
        if (name === 'preview:snapshot') heard.push(...(data.events ?? []).map((event) => event.data.n))
      }
    }
    expect(heard).toEqual(Array.from({ length: 70 }, (_, n) => n))
    expect(Math.max(...replies)).toBeLessThanOrEqual(LIMITS.pollingPackets)
    expect(replies.length).toBeGreaterThan(3)
  })
})
