export type { Actor, CanvasBus, CanvasEvent, CanvasLog, Commit, Json, Position, Snapshot } from './ports.ts'
