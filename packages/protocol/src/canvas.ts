import { errorBody, sessionId, turnId } from '@hewn/model/schemas'
import { z } from 'zod'
import { CLOSE_CODES, type CloseName } from './canvas-limits.ts'

// Every message of the live canvas (canvas.md §5). Socket.IO 4, namespace `/`; each has one argument.

const sequence = z.int().min(0)
const object = z.record(z.string(), z.unknown())

/** Also the argument of `canvas:head`. */
export const canvasPosition = z.strictObject({ epoch: z.string().max(64), seq: sequence })
export const canvasAccept = z.enum(['frames', 'deflate', 'presence', 'pictures'])
export const canvasScope = z.enum(['view', 'edit', 'owner'])
export const canvasMode = z.enum(['snapshot', 'delta', 'live'])

/** Viewer → server, and what is answered beside `ok: true`. */
export const joinSession = z.object({
  session_id: z.string().min(1).max(512),
  have: canvasPosition.optional(),
  accept: z.array(canvasAccept).max(16).optional(),
  protocol: z.int().optional(),
})
export const joinedSession = z.object({
  room: sessionId,
  session_id: sessionId,
  epoch: z.string(),
  seq: sequence,
  mode: canvasMode,
  scope: canvasScope,
  accept: z.array(canvasAccept),
  protocol: z.int(),
  limits: z.object({ message: z.int(), requests: z.int(), presence: z.int() }),
})

export const readRange = z.object({ from: z.int().min(1), to: z.int().min(1) })

export const checked = z.object({
  epoch: z.string(),
  seq: sequence,
  /** `state`, and one for each channel by its name. */
  digests: z.record(z.string(), z.string()),
})

/** Server → viewer, plain: the preview contract. */
export const previewSnapshot = z.object({
  session_id: sessionId,
  epoch: z.string(),
  seq: sequence,
  preview_seq: sequence,
  state: object,
  resources: z.record(z.string(), object),
  events: z.array(z.object({ event_type: z.string(), data: z.unknown(), preview_seq: sequence })),
})
export const previewEvent = z.looseObject({ preview_seq: sequence.min(1) })

/** Server → viewer, framed. */
export const frameEvent = z.object({ type: z.string(), data: object })
export const frameGroup = z.object({
  to: sequence,
  at: z.number(),
  by: z.string(),
  turn: turnId.optional(),
  events: z.array(frameEvent),
})
export const canvasFrame = z.object({
  epoch: z.string(),
  from: sequence,
  to: sequence,
  merged: z.boolean().optional(),
  groups: z.array(frameGroup),
})
export const rangeRead = z.object({ epoch: z.string(), groups: z.array(frameGroup), to: sequence })
export const canvasPart = z.object({
  epoch: z.string(),
  seq: sequence,
  part: z.int().min(1),
  parts: z.int().min(1),
  state: object.optional(),
  resources: z.record(z.string(), object).optional(),
  events: previewSnapshot.shape.events.optional(),
})

export const canvasClosed = z.object({
  code: z.int(),
  name: z.enum(Object.keys(CLOSE_CODES) as [CloseName, ...CloseName[]]),
  message: z.string(),
})

/** What every request without success is answered with. */
export const requestRefused = z.object({ ok: z.literal(false), error: errorBody })

export type JoinSession = z.infer<typeof joinSession>
export type JoinedSession = z.infer<typeof joinedSession>
export type CanvasScope = z.infer<typeof canvasScope>
export type CanvasAccept = z.infer<typeof canvasAccept>
export type CanvasMode = z.infer<typeof canvasMode>
export type CanvasFrame = z.infer<typeof canvasFrame>
export type FrameGroup = z.infer<typeof frameGroup>
export type CanvasPart = z.infer<typeof canvasPart>
export type CanvasClosed = z.infer<typeof canvasClosed>
export type Checked = z.infer<typeof checked>
