import type { JobError, Result, World } from '@hewn/model'
import { orCancelled } from './or-cancelled.ts'
import { measureShapes, type ShapeNotes, type ShapesOrder } from './shape-room.ts'
import type { ShapeRooms } from './shape-rooms.ts'

/** One order to a room of nobody's, which goes when it is done. */
export async function askARoom(
  { rooms, world }: { rooms: ShapeRooms; world: World },
  shapes: ReadonlyMap<number, Uint8Array>,
  order: ShapesOrder,
  notes: ShapeNotes,
  signal: AbortSignal,
): Promise<Result<void, JobError>> {
  const taken = rooms.take(undefined)
  try {
    const room = await orCancelled(taken, signal)
    return room.ok ? await measureShapes(room.value, shapes, order, world, notes, signal) : room
  } finally {
    taken.then((room) => (room.ok ? rooms.give(undefined, room.value, true) : undefined)).catch(() => undefined)
  }
}
