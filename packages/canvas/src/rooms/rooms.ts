import type { SessionId, World } from '@hewn/model'
import type { CloseName } from '@hewn/protocol'
import type { Canvas } from '../canvas.ts'
import type { Broadcast, CanvasBus, ViewerSocket } from '../ports.ts'
import type { SessionStore } from '../session-store.ts'
import { Room } from './room.ts'
import { type GrantFor, Viewer } from './viewer.ts'

export interface RoomsOptions {
  canvas: Canvas
  world: World
  broadcast: Broadcast
}

export interface Rooms {
  /** Where plain viewers hear events from; wire it to the canvas. */
  readonly bus: CanvasBus
  /** A new connection. Hand its requests to `request` and its end to `gone`. */
  viewer(socket: ViewerSocket, grantFor: GrantFor): Viewer
  /** Connections that look at something. */
  readonly size: number
  closeAll(name: CloseName): void
}

/** Who looks at which session in this process. Where the connections come from is somebody else's. */
export function createRooms({ canvas, world, broadcast }: RoomsOptions): Rooms {
  const rooms = new Map<SessionId, Room>()

  const roomOf = (store: SessionStore): Room => {
    const known = rooms.get(store.id)
    if (known?.store === store) return known
    const room = new Room(store, world, broadcast, () => {
      if (rooms.get(store.id) === room) rooms.delete(store.id)
    })
    rooms.set(store.id, room)
    return room
  }

  return {
    bus: { emit: (_appId, session, { type, data }) => rooms.get(session)?.say(type, data) },
    viewer: (socket, grantFor) => new Viewer(socket, { canvas, world, roomOf, grantFor }),
    get size() {
      return [...rooms.values()].reduce((sum, room) => sum + room.size, 0)
    },
    closeAll(name) {
      for (const room of rooms.values()) room.closeAll(name)
    },
  }
}
