import type { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemWorld } from '@hewn/model/world'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import {
  type CanvasClient,
  type CanvasLog,
  type ConnectOptions,
  connectCanvas,
  createCanvas,
  memoryLog,
  socketIoSocket,
} from '../src/index.ts'
import { asyncBinding, type Handshake, SOCKET_OPTIONS, serveCanvas } from '../src/node/index.ts'
import type { Grant } from '../src/rooms/grant.ts'

export type GrantOf = (handshake: Handshake, session: string) => Promise<Grant | undefined>

/** A canvas behind a real Socket.IO server on a loopback port, and clients of it; `close` ends them all. */
export async function loopback({
  log = memoryLog({ world: systemWorld }),
  grant = everybody,
  port = 0,
}: LoopbackOptions = {}) {
  const world = systemWorld
  const canvas = createCanvas({ log, world, binding: asyncBinding() })
  const http = createServer()
  const server = new Server(http, SOCKET_OPTIONS)
  const serving = serveCanvas(server, { canvas, grant, world })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const clients: { close(): void }[] = []
  const sockets = new Map<CanvasClient, Socket>()
  const stopServer = async () => {
    serving.close('restarting')
    await server.close()
  }

  return {
    canvas,
    log,
    serving,
    url,
    port: Number(new URL(url).port),
    session: (id: string) => canvas.session(id, { uid: 'tester', by: 'user' }),
    /** Ours. */
    follow(sessionId: string, options: Partial<ConnectOptions> & { transports?: string[] } = {}): CanvasClient {
      const { transports, ...more } = options
      const socket = io(url, { autoConnect: false, forceNew: true, transports: transports ?? ['websocket'] })
      const client = connectCanvas({ sessionId, socket: socketIoSocket(socket), world, ...more })
      clients.push(client)
      sockets.set(client, socket)
      return client
    },
    /** Stops and starts reading what arrives for a client, below all protocols. */
    pauseOf(client: CanvasClient) {
      const transport: unknown = sockets.get(client)?.io.engine.transport
      const line = (transport as { ws: { pause(): void; resume(): void } }).ws
      return { stop: () => line.pause(), go: () => line.resume() }
    },
    /** Bytes that came over the line a client has now. */
    received(client: CanvasClient): number {
      const transport: unknown = sockets.get(client)?.io.engine.transport
      const line = (transport as { ws: { [name: string]: { bytesRead: number } } }).ws['_socket']
      return line?.bytesRead ?? 0
    },
    /** The line of a client breaks. */
    cut(client: CanvasClient): void {
      sockets.get(client)?.io.engine.close()
    },
    /** Characters that the server holds for all connections. */
    queued() {
      const packets = [...server.sockets.sockets.values()].flatMap(
        (socket) => (socket.conn as unknown as { writeBuffer: { data?: string }[] }).writeBuffer,
      )
      return packets.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
    },
    /** The stock one, which knows nothing of us. */
    plain(options: Parameters<typeof io>[1] = {}): Socket {
      const socket = io(url, { forceNew: true, transports: ['websocket'], ...options })
      clients.push(socket)
      return socket
    },
    /** A line without any client: what is sent is said as it is. */
    async raw() {
      const line = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
      const said: string[] = []
      line.addEventListener('message', ({ data }) => said.push(String(data)))
      clients.push(line)
      await until(() => said.length > 0)
      return { said, send: (text: string) => line.send(text), closed: () => line.readyState === line.CLOSED }
    },
    /** How many listeners the connection with the most of them has. */
    listeners(): number {
      const lines = Object.values((server.engine as unknown as { clients: Record<string, EventEmitter> }).clients)
      return Math.max(...lines.map((line) => line.listenerCount('flush')))
    },
    /** The server stops; whoever followed it stays and tries to come back. */
    stopServer,
    async close() {
      for (const client of clients) client.close()
      await stopServer()
    },
  }
}

interface LoopbackOptions {
  log?: CanvasLog
  grant?: GrantOf
  port?: number
}

const everybody: GrantOf = async () => ({ uid: 'tester', scope: 'edit' })

/** Waits until something is true; the test's own time limit is the only clock. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 5))
}

export const live = (client: CanvasClient) => until(() => client.connection.state === 'live')
