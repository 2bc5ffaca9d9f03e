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

/** Server → viewer, framed. An emitted event in a merged group keeps its own number. */
export const frameEvent = z.object({ type: z.string(), data: object, preview_seq: sequence.optional() })
/** `data` of `resource_spliced`, which stands for a patch or set that changed one long text (CV29, CV40). */
export const resourceSplice = z.object({
  channel: z.string(),
  id: z.string(),
  /** Keys and indexes that lead to the text inside the payload. */
  path: z.array(z.union([z.string(), z.int().min(0)])),
  /** UTF-16 units. */
  at: sequence,
  remove: sequence,
  insert: z.string(),
  /** Of the text that comes out: the proof that it went in where it belongs. */
  length: sequence,
  patch: object.optional(),
})
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

/**
 * The first argument when the rest of a frame or part follows deflated, as UTF-8 JSON in a second one (CV42). Only numbers
 * of ours stand beside the bytes, so nobody's values can forge the place where they go.
 */
export const deflatedHead = z.union([
  canvasFrame.omit({ groups: true }).extend({ deflated: z.literal(true) }),
  canvasPart.omit({ state: true, resources: true, events: true }).extend({ deflated: z.literal(true) }),
])

const point = z.tuple([z.number(), z.number(), z.number()])
const camera = z.strictObject({ position: point, target: point, up: point })

/** Where somebody is and what they look at (CV57); it has no number and is kept nowhere. */
export const presence = z.strictObject({
  name: z.string().max(80).optional(),
  cursor: point.optional(),
  selection: z.array(z.string().max(512)).max(64).optional(),
  camera: camera.optional(),
  typing: z.boolean().optional(),
})
export const presentViewer = presence.extend({
  viewer: z.string(),
  scope: canvasScope,
  /** By order of arrival. */
  color: z.int().min(0),
})
/** `all`: the whole list, at join; otherwise what changed, and who left. */
export const canvasPresence = z.object({
  all: z.boolean(),
  viewers: z.array(presentViewer),
  gone: z.array(z.string()),
  /** Which of them is the one who is told; in the whole list. */
  you: z.string().optional(),
})

/** What is really on a viewer's screen (CV55). */
export const viewReport = z.strictObject({
  seq: sequence,
  visible: z.boolean(),
  layers: z.strictObject({
    shown: z.array(z.string().max(512)).max(10_000),
    failed: z.array(z.strictObject({ id: z.string().max(512), message: z.string().max(1_000) })).max(100),
  }),
  errors: z.array(z.strictObject({ message: z.string().max(1_000) })).max(20),
  /** Absent where nobody measures. */
  frame_ms: z.strictObject({ p50: z.number(), p95: z.number() }).optional(),
  size: z.tuple([z.number(), z.number()]),
  dpr: z.number(),
})

/** What processes tell each other of their viewers' screens. */
export const seenViews = z.array(
  z.object({
    viewer: z.string(),
    scope: canvasScope,
    at: z.number(),
    report: viewReport,
    /** Whether it draws pictures when it is asked. */
    pictures: z.boolean(),
  }),
)

/** The server asks a viewer for a picture; answered by the acknowledgement (CV56). */
export const canvasAsk = z.object({
  id: z.string(),
  kind: z.literal('picture'),
  seq: sequence,
  camera: z.union([camera, z.string().max(32)]).optional(),
  width: z.int().min(1).max(1024),
  height: z.int().min(1).max(1024),
  layers: z.array(z.string().max(512)).max(1_000).optional(),
})
export const pictureAnswer = z.object({
  ok: z.literal(true),
  seq: sequence,
  type: z.enum(['image/webp', 'image/png']),
  bytes: z.instanceof(Uint8Array),
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
export type FrameEvent = z.infer<typeof frameEvent>
export type ResourceSplice = z.infer<typeof resourceSplice>
export type DeflatedHead = z.infer<typeof deflatedHead>
export type Presence = z.infer<typeof presence>
export type PresentViewer = z.infer<typeof presentViewer>
export type CanvasPresence = z.infer<typeof canvasPresence>
export type SeenView = z.infer<typeof seenViews>[number]
export type ViewReport = z.infer<typeof viewReport>
export type CanvasAsk = z.infer<typeof canvasAsk>
export type PictureAnswer = z.infer<typeof pictureAnswer>
