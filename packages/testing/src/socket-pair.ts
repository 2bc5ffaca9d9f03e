import type { Broadcast, CanvasNotice, CanvasSocket, ViewerSocket } from '@hewn/canvas'

/** What a server does with a connection: rooms' `Viewer` is one. */
export interface ViewerEnd {
  request(name: string, args: readonly unknown[], answer?: (reply: object) => void): void
  gone(): void
  drained(): void
}

/** One direction of the wire. Faults touch messages and answers only; a connection that opens or closes is known to both ends. */
export interface Line {
  readonly length: number
  /** What lies on it, oldest first. */
  readonly names: string[]
  /** How many characters each of them has as JSON. */
  readonly sizes: number[]
  /** Hands over the oldest ones. */
  deliver(count?: number): void
  drop(index?: number): boolean
  double(index?: number): boolean
  /** The message and the one behind it change places. */
  swap(index?: number): boolean
}

export interface SocketPair {
  /** The viewer's way to the server. */
  socket: CanvasSocket
  toServer: Line
  toClient: Line
  /** Delivers both ways until nothing moves. */
  deliver(): void
  /** The connection breaks. What was on its way is lost; with `late`, the viewer may still be handed it afterwards. */
  cut(options?: { late?: boolean }): void
}

export interface SocketNetwork {
  /** Says something to every connection that entered a room. */
  broadcast: Broadcast
  pair(accept: (socket: ViewerSocket) => ViewerEnd): SocketPair
}

/**
 * The network as an object held in the hand: nothing arrives before the test says so.
 * @example const { socket, toClient } = network.pair((end) => rooms.viewer(end, grant)); toClient.drop()
 */
export function socketNetwork(): SocketNetwork {
  const entered = new Map<string, Set<ViewerSocket>>()
  return {
    broadcast(room, name, argument) {
      for (const socket of entered.get(room) ?? []) socket.emit(name, argument)
    },
    pair: (accept) => newPair(accept, entered),
  }
}

interface Packet {
  connection: Connection
  name: string
  bytes: number
  fixed: boolean
  arrive(): void
}

interface Connection {
  open: boolean
  end?: ViewerEnd
  rooms: Set<string>
}

function newPair(accept: (socket: ViewerSocket) => ViewerEnd, entered: Map<string, Set<ViewerSocket>>): SocketPair {
  const up: Packet[] = []
  const down: Packet[] = []
  let current: Connection | undefined
  let breakOff = (_connection: Connection) => {}

  const socket: CanvasSocket = {
    open(hear) {
      const connection: Connection = { open: true, rooms: new Set() }
      current = connection
      const say = (notice: CanvasNotice) => hear(notice)
      const send = (line: Packet[], name: string, value: unknown, fixed: boolean, arrive: () => void) => {
        const bytes = value === undefined ? 0 : JSON.stringify(value).length
        line.push({ connection, name, bytes, fixed, arrive })
      }
      const hangUp = () => {
        if (!connection.open) return
        connection.open = false
        for (const room of connection.rooms) entered.get(room)?.delete(server)
        connection.end?.gone()
      }
      const server: ViewerSocket = {
        emit(name, argument) {
          if (!connection.open) return
          const copied: unknown = structuredClone(argument)
          send(down, name, argument, false, () => say({ kind: 'message', name, argument: copied }))
        },
        ask(name, argument, answer) {
          if (!connection.open) return
          const copied: unknown = structuredClone(argument)
          const reply = (value: object) => {
            send(up, `answer ${name}`, undefined, false, () => answer(structuredClone(value)))
          }
          send(down, name, argument, false, () => say({ kind: 'message', name, argument: copied, answer: reply }))
        },
        enter(room) {
          connection.rooms.add(room)
          entered.set(room, (entered.get(room) ?? new Set()).add(server))
        },
        leave(room) {
          connection.rooms.delete(room)
          entered.get(room)?.delete(server)
        },
        unsent: () => down.reduce((sum, packet) => sum + (packet.connection === connection ? packet.bytes : 0), 0),
        close() {
          hangUp()
          send(down, 'closed', undefined, true, () => say({ kind: 'closed' }))
        },
      }
      breakOff = (broken) => {
        if (broken !== connection) return
        hangUp()
        say({ kind: 'closed' })
      }
      connection.end = accept(server)
      send(down, 'open', undefined, true, () => say({ kind: 'open' }))
      return {
        send(name, argument, answer) {
          if (!connection.open) return
          const copied: unknown = structuredClone(argument)
          let answered = false
          const reply = (value: object) => {
            const told: unknown = structuredClone(value)
            send(down, `answer ${name}`, value, false, () => {
              if (answered) return
              answered = true
              answer?.(told)
            })
          }
          send(up, name, argument, false, () => {
            if (connection.open) connection.end?.request(name, [copied], answer ? reply : undefined)
          })
        },
        close: hangUp,
      }
    },
  }

  const toServer = newLine(up)
  const toClient = newLine(down)
  return {
    socket,
    toServer,
    toClient,
    deliver() {
      while (up.length + down.length > 0) {
        toServer.deliver(up.length)
        toClient.deliver(down.length)
      }
    },
    cut({ late = false } = {}) {
      const connection = current
      if (!connection) return
      for (const line of late ? [up] : [up, down]) line.splice(0)
      breakOff(connection)
    },
  }
}

function newLine(packets: Packet[]): Line {
  const at = (index: number): Packet | undefined => {
    const packet = packets[index]
    return packet?.fixed ? undefined : packet
  }
  return {
    get length() {
      return packets.length
    },
    get names() {
      return packets.map(({ name }) => name)
    },
    get sizes() {
      return packets.map(({ bytes }) => bytes)
    },
    deliver(count = 1) {
      for (const packet of packets.splice(0, count)) {
        packet.arrive()
        const more = packets.some(({ connection }) => connection === packet.connection)
        if (!more && packet.connection.open) packet.connection.end?.drained()
      }
    },
    drop(index = 0) {
      return at(index) !== undefined && packets.splice(index, 1).length > 0
    },
    double(index = 0) {
      const packet = at(index)
      if (packet) packets.splice(index, 0, packet)
      return packet !== undefined
    },
    swap(index = 0) {
      const first = at(index)
      const second = at(index + 1)
      if (!first || !second) return false
      packets.splice(index, 2, second, first)
      return true
    },
  }
}
