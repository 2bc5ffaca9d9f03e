import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { systemWorld as world } from '@hewn/model/world'
import { Server } from 'socket.io'
import { io as connect, type Socket } from 'socket.io-client'
import {
  type CanvasCarrier,
  type CanvasLog,
  type CanvasSession,
  createCanvas,
  digestsOf,
  memoryCarrier,
  memoryLog,
} from '../../src/index.ts'
import { asyncBinding, SOCKET_OPTIONS, serveCanvas } from '../../src/node/index.ts'
import { faultProxy, type FaultProxy } from '@hewn/testing/faults'
import { type Follower, FOLLOWERS, type FollowerName, type Seen } from './followers.ts'

export type Grant = Parameters<typeof serveCanvas>[1]['grant']

/** A server with a canvas, a faulty network before it, and one client that follows. */
export class House {
  readonly session: string
  readonly client: FollowerName
  readonly log: CanvasLog
  readonly binding = asyncBinding()
  /** Between the processes of this house; it may be taken away. */
  readonly carried = { away: false }
  readonly carrier: CanvasCarrier
  readonly #grant: Grant
  #port = 0
  #stop = async () => {}
  #proxy: FaultProxy | undefined
  readonly #followers: Follower[] = []
  canvas = createCanvas({ log: memoryLog({ world }), world })

  constructor(client: FollowerName, log: CanvasLog, session: string, grant: Grant, carrier = memoryCarrier()) {
    this.client = client
    this.log = log
    this.session = session
    this.#grant = grant
    const { carried } = this
    this.carrier = { ...carrier, say: (...args) => (carried.away ? undefined : carrier.say(...args)) }
  }

  static async open(
    client: FollowerName,
    log: CanvasLog,
    session: string,
    grant: Grant = async () => ({ uid: 'u', scope: 'edit' }),
    carrier?: CanvasCarrier,
  ): Promise<House> {
    const house = new House(client, log, session, grant, carrier)
    await house.start()
    house.#proxy = await faultProxy(house.#port)
    return house
  }

  get on() {
    return this.canvas.session(this.session, { uid: 'kit', by: 'system' })
  }

  get proxy(): FaultProxy {
    if (!this.#proxy) throw new Error('The house is not open')
    return this.#proxy
  }

  /** Starts, or starts again on the same port with the same log, or another. */
  async start(log: CanvasLog = this.log): Promise<void> {
    this.canvas = this.another(log)
    const http = createServer()
    const io = new Server(http, SOCKET_OPTIONS)
    const serving = serveCanvas(io, { canvas: this.canvas, world, grant: this.#grant })
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (http.address() as AddressInfo).port
    this.#stop = async () => {
      serving.close('restarting')
      await io.close()
    }
  }

  /** Another process on the same log. */
  another(log: CanvasLog = this.log) {
    return createCanvas({ log, world, carrier: this.carrier, binding: this.binding })
  }

  stop(): Promise<void> {
    return this.#stop()
  }

  follow(client: FollowerName = this.client): Follower {
    const follower = FOLLOWERS[client](this.proxy.url, this.session)
    this.#followers.push(follower)
    return follower
  }

  async item({ channel, id }: { channel: string; id: string }) {
    return must(await this.on.listResources({ channel })).items[id]
  }

  async ask(socket: Socket, name: string, argument: object): Promise<Reply> {
    return (await socket.timeout(5_000).emitWithAck(name, argument)) as Reply
  }

  /** The server's own. */
  async truth(): Promise<Seen> {
    const store = await this.canvas.open(this.session)
    if (!store.ok) throw new Error(store.error.message)
    return { seq: store.value.canvas.seq, digests: digestsOf(store.value.canvas) }
  }

  /** Every case ends with equal digests everywhere. `least`: what was committed elsewhere, and may not yet be known here. */
  async agree(follower: Follower, patience = 15_000, least = 0): Promise<Seen> {
    const began = performance.now()
    for (;;) {
      const [seen, truth] = [await follower.seen(), await this.truth()]
      const known = truth.seq >= least && seen.seq === truth.seq
      if (known && JSON.stringify(sorted(seen)) === JSON.stringify(sorted(truth))) return seen
      if (performance.now() - began > patience) {
        throw new Error(
          `After ${patience} ms it is at ${seen.seq}, the server at ${truth.seq}: ${JSON.stringify([seen, truth]).slice(0, 600)}`,
        )
      }
      await later(20)
    }
  }

  async close(): Promise<void> {
    for (const follower of this.#followers) follower.close()
    await this.#proxy?.close()
    await this.#stop()
  }
}

interface Reply {
  ok: boolean
  mode?: string
  error?: { code: string }
}

/** Somebody with a stock client, who does as they like. */
export async function stranger(house: House): Promise<Socket> {
  const socket = connect(house.proxy.url, { forceNew: true, transports: ['websocket'] })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  return socket
}

/** An action by its wire name. */
export function acting(on: CanvasSession, name: string, params: object): Promise<unknown> | undefined {
  const actions = on as unknown as Record<string, (params: object) => Promise<unknown>>
  return actions[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]?.(params)
}

const sorted = ({ digests }: Seen) => Object.entries(digests).toSorted(([a], [b]) => (a < b ? -1 : 1))

export const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

export function must<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (result.ok) return result.value
  throw new Error(result.error.message)
}

export function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

export function same(found: unknown, hoped: unknown): void {
  check(isDeepStrictEqual(found, hoped), `${JSON.stringify(found)} is not ${JSON.stringify(hoped)}`)
}

export function refusedWith(code: string, result: { ok: true } | { ok: false; error: { code: string } }): void {
  check(!result.ok && result.error.code === code, `${result.ok ? 'it was taken' : result.error.code}, not ${code}`)
}
