// One process of the suite `canvas`: a server and its publisher. Started by `cell.ts`, which tells it what to do.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CanvasLog, createCanvas, memoryLog } from '@hewn/canvas'
import { SOCKET_OPTIONS, serveCanvas } from '@hewn/canvas/node'
import { systemWorld } from '@hewn/model/world'
import { openStorage } from '@hewn/storage'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { microseconds } from './clock.ts'

export type Kind = 'ours' | 'socket.io' | 'ws'
/** Where ours keeps its history. With `sqlite` it is not on the heap, so what grows there is what viewers cost. */
export type Log = 'memory' | 'sqlite'
export type Order =
  | { do: 'publish'; rate: number; milliseconds: number; from: number; bytes?: number }
  | { do: 'fill'; nodes: number }
  | { do: 'touch'; count: number }
  | { do: 'edit' }
  | { do: 'measure' }
  | { do: 'end' }

const kind = process.argv[2] as Kind
const SESSION = 'session:bench'
const http = createServer()
// About 190 bytes with its envelope, in every system the same.
const PAD = 'x'.repeat(96)

let atEnd = async () => {}
let touch = async (_count: number) => {}
let fill = async (_nodes: number) => {}
let edit = async () => {}
const publish =
  kind === 'ours' ? ours(await logOf(process.argv[3] as Log)) : kind === 'socket.io' ? socketIo() : rawWs()

async function logOf(log: Log): Promise<CanvasLog> {
  if (log === 'memory') return memoryLog({ world: systemWorld })
  const home = mkdtempSync(join(tmpdir(), 'hewn-bench-'))
  const storage = await openStorage({ database: ':memory:', blobs: home, world: systemWorld })
  atEnd = async () => {
    await storage.close()
    rmSync(home, { recursive: true, force: true })
  }
  return storage.canvasLog
}

function ours(log: CanvasLog) {
  const canvas = createCanvas({ log, world: systemWorld })
  serveCanvas(new Server(http, SOCKET_OPTIONS), {
    canvas,
    world: systemWorld,
    grant: async () => ({ uid: 'bench', scope: 'view' }),
  })
  const session = canvas.session(SESSION, { uid: 'bench', by: 'system' })
  fill = async (nodes) => {
    const items = Object.fromEntries(
      Array.from({ length: nodes }, (_, n) => {
        const data = { stage: 'build', note: `what node ${n} is about, in a few words`, ms: n * 7 }
        const id = `node-${n}`
        const position = { x: (n % 70) * 240, y: Math.floor(n / 70) * 96 }
        return [id, { id, type: 'default', label: `Node ${n}`, position, data, status: 'idle' }]
      }),
    )
    must(await session.bulkSetResources({ channel: 'nodes', items }))
  }
  touch = async (count) => {
    for (let n = 0; n < count; n++)
      must(await session.highlightNode({ id: `node-${(n * 37) % 5_000}`, status: 'done' }))
  }
  const text = 'a line of the file, 44 characters with the end\n'.repeat(1_872)
  let typed = 0
  edit = async () => {
    typed += 1
    const content = `${text.slice(0, 40_000)}${'x'.repeat(typed)}${text.slice(40_000)}`
    const payload = { content, language: 'python', bytes: content.length, hash: 'f'.repeat(64) }
    must(await session.setResource({ channel: 'files', id: 'model.py', payload }))
  }
  return (data: { n: number; t: number; pad: string }) => {
    // An emitted event has at most 16 KiB.
    if (data.pad.length < 10_000) void session.emit({ event_type: 'tick', data })
    else void session.setResource({ channel: 'ticks', id: `${data.n % 10}`, payload: data })
  }
}

function must(result: { ok: boolean; error?: unknown }): void {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
}

function socketIo() {
  const io = new Server(http)
  io.on('connection', (socket) => {
    socket.on('join_session', (_, answer?: (reply: object) => void) => {
      void socket.join(SESSION)
      answer?.({ ok: true })
    })
  })
  return (data: object) => void io.to(SESSION).emit('preview:tick', data)
}

function rawWs() {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  return (data: object) => {
    const text = JSON.stringify(['preview:tick', data])
    for (const socket of server.clients) socket.send(text)
  }
}

async function run(order: Order): Promise<object> {
  switch (order.do) {
    case 'fill':
      await fill(order.nodes)
      return {}
    case 'touch':
      await touch(order.count)
      return {}
    case 'edit':
      await edit()
      return {}
    case 'end':
      await atEnd()
      return {}
    case 'measure': {
      // What a first look lets go of, buffers above all, is gone at the third.
      for (let look = 0; look < 3; look += 1) {
        globalThis.gc?.()
        await sleep(100)
      }
      const { rss, heapUsed, external } = process.memoryUsage()
      return { rss, heap: heapUsed + external }
    }
    case 'publish':
      return await publishAt(order)
  }
}

/** Offers events at a rate, as many in each millisecond as are due. */
async function publishAt({ rate, milliseconds, from, bytes }: Order & { do: 'publish' }): Promise<object> {
  const pad = bytes === undefined ? PAD : 'x'.repeat(bytes)
  const cpu = process.cpuUsage()
  const began = microseconds()
  let n = 0
  let peak = 0
  let looked = began
  for (;;) {
    const elapsed = (microseconds() - began) / 1000
    if (elapsed >= milliseconds) break
    const due = Math.min(Math.ceil((elapsed * rate) / 1000), Math.ceil((milliseconds * rate) / 1000))
    // After a hiccup of the machine what is due comes in portions: a flood is not what is measured.
    const portion = Math.min(due, n + 200)
    while (n < portion) {
      publish({ n: from + n, t: microseconds(), pad })
      n += 1
    }
    if (microseconds() - looked > 100_000) {
      looked = microseconds()
      const { heapUsed, external } = process.memoryUsage()
      peak = Math.max(peak, heapUsed + external)
    }
    await (rate >= 1_000 ? new Promise((resolve) => setImmediate(resolve)) : sleep(1))
  }
  const { user, system } = process.cpuUsage(cpu)
  return { published: n, cpu: (user + system) / 1000, peak, elapsed: (microseconds() - began) / 1000 }
}

process.on('message', async (order: Order) => {
  process.send?.(await run(order))
})
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))
