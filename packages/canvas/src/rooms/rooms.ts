import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId, type World } from '@hewn/model'
import {
  type CanvasAsk,
  type CloseName,
  LIMITS,
  type PictureAnswer,
  type PresentViewer,
  type SeenView,
} from '@hewn/protocol'
import type { Canvas } from '../canvas.ts'
import type { Broadcast, CanvasBus, ViewerSocket } from '../ports.ts'
import type { SessionStore } from '../session-store.ts'
import { Elsewhere, seenBy } from './elsewhere.ts'
import type { Deflate } from './outgoing.ts'
import { Room } from './room.ts'
import { type GrantFor, Viewer } from './viewer.ts'

export interface RoomsOptions {
  canvas: Canvas
  world: World
  broadcast: Broadcast
  /** Measures what a flush costs; by default the World's clock. */
  clock?: () => number
  /** Makes large messages small, for those who take that. */
  deflate?: Deflate
}

export interface Rooms {
  /** Where plain viewers hear events from; wire it to the canvas. */
  readonly bus: CanvasBus
  /** A new connection. Hand its requests to `request` and its end to `gone`. */
  viewer(socket: ViewerSocket, grantFor: GrantFor): Viewer
  /** Connections that look at something. */
  readonly size: number
  /** What is really on the screens, newest first, those of other processes too (CV55). */
  views(session: SessionId): Promise<SeenView[]>
  present(session: SessionId): PresentViewer[]
  /** A picture from somebody who looks, or `CANVAS_NO_VIEWER` (CV56). */
  ask(session: SessionId, wish: Omit<CanvasAsk, 'id' | 'kind'>): Promise<Result<PictureAnswer, ErrorBody>>
  /** Asks anew what each viewer of a session may do here (CV26). */
  checkRights(session: SessionId): Promise<void>
  closeAll(name: CloseName): void
}

const LOOK_EVERY = 1_000
const TRIES = 2

/** Who looks at which session in this process. Where the connections come from is somebody else's. */
export function createRooms(options: RoomsOptions): Rooms {
  const { canvas, world, broadcast, clock = () => world.now(), deflate } = options
  const rooms = new Map<SessionId, Room>()
  const elsewhere = canvas.carrier && new Elsewhere(canvas.carrier, world)
  const rights = { changes: 0 }
  let stopLooking: (() => void) | undefined

  const roomOf = (store: SessionStore): Room => {
    const known = rooms.get(store.id)
    if (known?.store === store) return known
    let stopAnswering = () => {}
    const closed = () => {
      stopAnswering()
      if (rooms.get(store.id) === room) rooms.delete(store.id)
      if (rooms.size > 0) return
      stopLooking?.()
      stopLooking = undefined
    }
    const room: Room = new Room(store, { world, broadcast, clock, deflate, carrier: canvas.carrier, closed })
    rooms.set(store.id, room)
    stopAnswering =
      elsewhere?.answer(
        store.id,
        () => room.viewers,
        () => void checkRights(store.id),
      ) ?? stopAnswering
    stopLooking ??= world.after(LOOK_EVERY, look)
    return room
  }

  const parts = { canvas, world, roomOf, rights, deflates: deflate !== undefined }

  const viewersOf = (session: SessionId): Viewer[] => [...(rooms.get(session)?.viewers ?? [])]

  async function views(session: SessionId): Promise<SeenView[]> {
    const here = viewersOf(session).flatMap((viewer) => seenBy(viewer) ?? [])
    const there = (await elsewhere?.views(session)) ?? []
    return [...here, ...there].toSorted((a, b) => b.at - a.at)
  }

  async function checkRights(session: SessionId): Promise<void> {
    rights.changes += 1
    await Promise.all(viewersOf(session).map((viewer) => viewer.checkRights()))
  }

  // All connections of a process share what they may hold; beyond it the largest goes first (CV41).
  function look(): void {
    stopLooking = world.after(LOOK_EVERY, look)
    const held = [...rooms.values()]
      .flatMap((room) => [...room.viewers])
      .map((viewer) => ({ viewer, bytes: viewer.socket.unsent() }))
    let all = held.reduce((sum, { bytes }) => sum + bytes, 0)
    if (all <= LIMITS.unsentAll) return
    for (const { viewer, bytes } of held.toSorted((a, b) => b.bytes - a.bytes)) {
      if (all <= LIMITS.unsentAll) return
      viewer.close('slow')
      all -= bytes
    }
  }

  return {
    bus: { emit: (_appId, session, { type, data }) => rooms.get(session)?.say(type, data) },
    viewer: (socket, grantFor) => new Viewer(socket, grantFor, parts),

    get size() {
      return [...rooms.values()].reduce((sum, room) => sum + room.viewers.size, 0)
    },

    views,

    present: (session) => rooms.get(session)?.presence.list ?? [],

    async ask(session, wish) {
      const able = (await views(session)).filter(
        ({ report, scope, pictures }) => report.visible && report.seq >= wish.seq && scope !== 'view' && pictures,
      )
      for (const { viewer } of able.slice(0, TRIES)) {
        const ask: CanvasAsk = { id: world.newId(), kind: 'picture', ...wish }
        const here = viewersOf(session).find(({ id }) => id === viewer)
        const picture = await (here ? here.picture(ask) : elsewhere?.picture(session, viewer, ask))
        if (picture) return ok(picture)
      }
      const why = able.length > 0 ? 'nobody who does gave a picture' : 'nobody does with the design on the screen'
      return fail(hewnError('CANVAS_NO_VIEWER', `A picture of ${session} needs somebody who looks at it; ${why}`))
    },

    checkRights,

    closeAll(name) {
      for (const room of rooms.values()) room.closeAll(name)
    },
  }
}
