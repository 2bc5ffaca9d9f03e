import { createServer, type Socket } from 'node:net'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What happens to the way from the server to a client. */
export interface Fault {
  /** Nothing gets through, and nothing is lost. */
  paused: boolean
  /** Bytes a second. */
  speed: number
  /** Of a WebSocket's messages: what becomes of the next ones. */
  next: ('drop' | 'double' | 'swap')[]
}

export interface FaultProxy {
  url: string
  fault: Fault
  /** Every connection breaks. */
  cut(): void
  close(): Promise<void>
}

/** Between a server and its clients: pauses, slows down and cuts any connection; drops, doubles and swaps WebSocket messages. */
export async function faultProxy(to: number): Promise<FaultProxy> {
  const fault: Fault = { paused: false, speed: Number.POSITIVE_INFINITY, next: [] }
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        // What the server said before it hung up still goes its slow way.
        if (socket === client) upstream.destroy()
      })
    }
    client.pipe(upstream)
    void carry(upstream, client, fault)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault,
    cut() {
      for (const socket of open) socket.destroy()
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function carry(from: Socket, to: Socket, fault: Fault): Promise<void> {
  const messages = new Messages(fault)
  try {
    for await (const chunk of from) {
      while (fault.paused && !to.destroyed) await later(20)
      for (const bytes of messages.through(chunk as Buffer)) {
        const most = Number.isFinite(fault.speed) ? Math.max(1, Math.round(fault.speed / 20)) : bytes.length
        for (let at = 0; at < bytes.length; at += most) {
          if (!to.write(bytes.subarray(at, at + most))) await drained(to)
          if (Number.isFinite(fault.speed)) await later(50)
        }
      }
    }
    to.end()
  } catch {
    // A cut line ends both ways.
    to.destroy()
  }
}

/** Finds WebSocket messages after the upgrade; before it, and in polling, bytes pass as they are. */
class Messages {
  readonly #fault: Fault
  #upgraded = false
  #rest: Buffer = Buffer.alloc(0)
  #held: Buffer | undefined

  constructor(fault: Fault) {
    this.#fault = fault
  }

  through(chunk: Buffer): Buffer[] {
    if (!this.#upgraded) {
      this.#rest = Buffer.concat([this.#rest, chunk])
      const head = this.#rest.indexOf('\r\n\r\n')
      if (!this.#rest.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 101')) {
        const all = this.#rest
        this.#rest = Buffer.alloc(0)
        return [all]
      }
      if (head < 0) return []
      this.#upgraded = true
      const answer = this.#rest.subarray(0, head + 4)
      this.#rest = this.#rest.subarray(head + 4)
      return [answer, ...this.#frames()]
    }
    this.#rest = Buffer.concat([this.#rest, chunk])
    return this.#frames()
  }

  #frames(): Buffer[] {
    const out: Buffer[] = []
    for (;;) {
      const size = frameSize(this.#rest)
      if (size === undefined || this.#rest.length < size) return out
      const frame = this.#rest.subarray(0, size)
      this.#rest = this.#rest.subarray(size)
      out.push(...this.#judge(frame))
    }
  }

  #judge(frame: Buffer): Buffer[] {
    const held = this.#held
    this.#held = undefined
    // Only what is said to a canvas is touched: the protocol under it would notice.
    const isMessage = frame.includes('"canvas:frame"')
    const fate = isMessage ? this.#fault.next.shift() : undefined
    if (fate === 'drop') return held ? [held] : []
    if (fate === 'double') return held ? [frame, held, frame] : [frame, frame]
    if (fate === 'swap') {
      this.#held = frame
      return held ? [held] : []
    }
    return held ? [frame, held] : [frame]
  }
}

function frameSize(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined
  const short = (bytes[1] ?? 0) & 0x7f
  if (short < 126) return 2 + short
  if (short === 126) return bytes.length < 4 ? undefined : 4 + bytes.readUInt16BE(2)
  return bytes.length < 10 ? undefined : 10 + Number(bytes.readBigUInt64BE(2))
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once('drain', resolve)
    socket.once('close', () => resolve())
  })
