export { ACTION_NAMES, type ActionName, type ActionTypes, RESERVED_TYPES } from './actions.ts'
export type { ReplayLine } from './history.ts'
export { type Canvas, type CanvasOptions, createCanvas } from './canvas.ts'
export type { CallReply, CanvasDraft, CanvasSession } from './canvas-session.ts'
export type { Derive } from './commit-plan.ts'
export { digestsOf } from './digests.ts'
export {
  type CanvasState,
  canvasOf,
  type Channel,
  emptyCanvas,
  fold,
  foldAll,
  snapshotOf,
} from './fold.ts'
export { memoryCarrier } from './memory-carrier.ts'
export { memoryLog, newEpoch } from './memory-log.ts'
export type {
  Acting,
  Actor,
  Audience,
  BoundSession,
  Broadcast,
  CanvasBus,
  CanvasCarrier,
  CanvasConnection,
  CanvasEvent,
  CanvasKeep,
  CanvasLog,
  CanvasNotice,
  CanvasSocket,
  Commit,
  EmittedEvent,
  Json,
  JsonObject,
  Note,
  Position,
  SessionBinding,
  Snapshot,
  ViewerSocket,
} from './ports.ts'
export type { RingEntry } from './ring.ts'
export type { Undone } from './undo-turn.ts'
export type { SessionStore, Watcher } from './session-store.ts'
export type { CanvasClient, ConnectOptions, PictureDrawer } from './client/canvas-client.ts'
export { connectCanvas } from './client/client.ts'
export type { ConnectionState } from './client/connection-state.ts'
export { type IoSocket, socketIoSocket } from './client/socket-io-socket.ts'
export { canInflate } from './client/inflate.ts'
export type { Grant } from './rooms/grant.ts'
export { equalJson } from './value.ts'
export { createRooms, type Rooms, type RoomsOptions } from './rooms/rooms.ts'
