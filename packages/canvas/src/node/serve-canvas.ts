import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { SessionId, World } from '@hewn/model'
import { type CloseName, LIMITS } from '@hewn/protocol'
import type { Server, ServerOptions, Socket } from 'socket.io'
import type { Canvas } from '../canvas.ts'
import type { CanvasBus, ViewerSocket } from '../ports.ts'
import type { Grant } from '../rooms/grant.ts'
import { createRooms } from '../rooms/rooms.ts'
import type { Answer, GrantFor, Viewer } from '../rooms/viewer.ts'
import { type Engine, limitPollingPackets, type Packet, type Transport } from './polling-packets.ts'

export type Handshake = Socket['handshake']

export interface ServeCanvasOptions {
  canvas: Canvas
  /** Whether whoever shook hands may look at a session. Undefined: as if it did not exist. */
  grant(handshake: Handshake, session: SessionId): Promise<Grant | undefined>
  world: World
}

export interface CanvasServing {
  readonly viewers: number
  /** Says goodbye to all; a server that stops says `restarting`. */
  close(name: CloseName): void
}

/** What Socket.IO is to be made with: `new Server(http, SOCKET_OPTIONS)` (CV32). */
export const SOCKET_OPTIONS = {
  path: '/socket.io/',
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: LIMITS.message,
  pingInterval: 25_000,
  pingTimeout: 20_000,
} as const satisfies Partial<ServerOptions>

const APP = 'hewn'

/** In a thread of its own; zlib's form, which browsers and Python have at hand. */
const deflated = promisify<string, Uint8Array>(deflate)

/**
 * Lets people look at canvases over Socket.IO: plain clients by the preview contract, ours by frames.
 * @example serveCanvas(new Server(http, SOCKET_OPTIONS), { canvas, grant, world })
 */
export function serveCanvas(io: Server, { canvas, grant, world }: ServeCanvasOptions): CanvasServing {
  const rooms = createRooms({
    canvas,
    world,
    broadcast: (room, name, argument) => void io.local.to(room).emit(name, argument),
    clock: () => performance.now(),
    deflate: (text) => deflated(text),
  })
  canvas.wire(alsoTo(canvas.bus, rooms.bus), APP)
  canvas.show(rooms)

  const grantFor: GrantFor = (session, end) => grant((end as SocketIoViewer).socket.handshake, session)
  io.on('connection', (socket) => {
    // One line is one viewer: more of them, asked for in one breath, would each have limits of their own.
    if ((socket.conn as Carries)[END]?.gone === false) return void (socket.conn as unknown as Engine).close(true)
    const end = new SocketIoViewer(socket)
    end.viewer = rooms.viewer(end, grantFor)
    socket.onAny(heard)
    socket.on('disconnect', ended)
  })

  return {
    get viewers() {
      return rooms.size
    },
    close: (name) => rooms.closeAll(name),
  }
}

// A bus that was there before still hears everything.
function alsoTo(before: CanvasBus | undefined, rooms: CanvasBus): CanvasBus {
  if (!before) return rooms
  return {
    emit(appId, room, message) {
      rooms.emit(appId, room, message)
      before.emit(appId, room, message)
    },
  }
}

const END = Symbol('the end of a viewer')

/** What carries an end: its socket, its connection, and each transport of that. */
interface Carries {
  [END]?: SocketIoViewer
}

// One function each for all viewers, found by what they are called on: a closure for each viewer weighs more than the viewer.

function heard(this: unknown, name: string, ...args: unknown[]): void {
  const viewer = (this as Carries)[END]?.viewer
  const last = args.at(-1)
  if (typeof last === 'function') viewer?.request(name, args.slice(0, -1), last as Answer)
  else viewer?.request(name, args)
}

function ended(this: unknown): void {
  ;(this as Carries)[END]?.ended()
}

function flushed(this: unknown, packets: Packet[]): void {
  ;(this as Carries)[END]?.flushed(packets)
}

function upgraded(this: unknown, transport: Transport): void {
  ;(this as Carries)[END]?.upgraded(transport)
}

function drained(this: unknown): void {
  ;(this as Carries)[END]?.drained()
}

/** A viewer's end on Socket.IO. A class, since there is one for each viewer and it should weigh little. */
class SocketIoViewer implements ViewerSocket {
  readonly socket: Socket
  viewer: Viewer | undefined
  gone = false
  readonly #engine: Engine
  #inFlight = 0

  constructor(socket: Socket) {
    this.socket = socket
    this.#engine = socket.conn as unknown as Engine
    ;(socket as Carries)[END] = this
    const known = (this.#engine as Carries)[END] !== undefined
    ;(this.#engine as Carries)[END] = this
    this.#follow(this.#engine.transport)
    // Who left and comes again on the same line is heard already.
    if (known) return
    this.#engine.on('flush', flushed)
    if (this.#engine.transport.name !== 'polling') return
    limitPollingPackets(this.#engine)
    this.#engine.on('upgrade', upgraded)
  }

  ended(): void {
    this.gone = true
    this.viewer?.gone()
  }

  upgraded(transport: Transport): void {
    this.#inFlight = 0
    this.#follow(transport)
  }

  flushed(packets: Packet[]): void {
    this.#inFlight = sizeOf(packets)
  }

  /** The operating system has taken everything it was given. */
  drained(): void {
    this.#inFlight = 0
    this.viewer?.drained()
  }

  emit(name: string, argument: unknown, bytes?: Uint8Array): void {
    if (bytes) this.socket.emit(name, argument, bytes)
    else this.socket.emit(name, argument)
  }

  ask(name: string, argument: unknown, answer: (reply: unknown) => void): void {
    this.socket.emit(name, argument, answer)
  }

  enter(room: string): void {
    void this.socket.join(room)
  }

  leave(room: string): void {
    void this.socket.leave(room)
  }

  unsent(): number {
    return this.#inFlight + sizeOf(this.#engine.writeBuffer)
  }

  close({ discard }: { discard: boolean }): void {
    this.#engine.close(discard)
  }

  #follow(transport: Transport): void {
    const known = (transport as Carries)[END] !== undefined
    ;(transport as Carries)[END] = this
    if (!known) transport.on('drain', drained)
  }
}

const sizeOf = (packets: readonly Packet[]): number => packets.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
