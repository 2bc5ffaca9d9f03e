import { fail, ok, type Result } from '@hewn/model'
import { bounds, fact, jobError, parameter, vec3 } from '@hewn/model/schemas'
import { z } from 'zod'

// Frames between the host and a Python worker (kernel.md KN3): u32 header length, u32 payload length (little-endian),
// a JSON header `{ t, … }`, the payload. Whatever comes from a worker is checked here before anybody believes it.

export const KERNEL_FRAMES_VERSION = 1

const MIB = 1024 * 1024

export interface FrameBudget {
  /** Bytes of one header, and of all headers together. */
  header: number
  headers: number
  /** Bytes of one payload, and of everything together. */
  payload: number
  total: number
}

export const SCRIPT_BUDGET: FrameBudget = { header: 64 * 1024, headers: 4 * MIB, payload: 128 * MIB, total: 512 * MIB }
export const SHAPE_BUDGET: FrameBudget = { header: 4 * MIB, headers: 64 * MIB, payload: 256 * MIB, total: 1024 * MIB }

export interface Frame {
  header: unknown
  payload: Uint8Array
}

export interface FrameFault {
  /** `budget`: more than is taken; `form`: not a frame at all. */
  kind: 'budget' | 'form'
  message: string
}

const LENGTHS = 8

/** @example encodeFrame({ t: 'brep', key: 0 }, bytes) */
export function encodeFrame(header: unknown, payload?: Uint8Array): Uint8Array {
  const parts = frameParts(header, payload)
  const frame = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return frame
}

/** The same in pieces, to be sent one after another: a payload is not copied. */
export function frameParts(header: unknown, payload: Uint8Array = new Uint8Array(0)): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify(header))
  const head = new Uint8Array(LENGTHS + text.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, text.length, true)
  view.setUint32(4, payload.length, true)
  head.set(text, LENGTHS)
  return payload.length > 0 ? [head, payload] : [head]
}

/**
 * Takes bytes as they arrive and gives the frames that are whole. After a fault it gives nothing more: whoever sent it is
 * not listened to any further.
 */
export function frameReader(budget: FrameBudget): { push(chunk: Uint8Array): Result<Frame[], FrameFault> } {
  let fault: FrameFault | undefined
  let part: 'lengths' | 'header' | 'payload' = 'lengths'
  let target = new Uint8Array(LENGTHS)
  let filled = 0
  let payloadLength = 0
  let header: unknown
  let headers = 0
  let total = 0

  function next(kind: typeof part, length: number): void {
    part = kind
    target = new Uint8Array(length)
    filled = 0
  }

  function lengths(): FrameFault | undefined {
    const view = new DataView(target.buffer)
    const headerLength = view.getUint32(0, true)
    payloadLength = view.getUint32(4, true)
    headers += headerLength
    total += LENGTHS + headerLength + payloadLength
    if (headerLength < 2) return { kind: 'form', message: `a header of ${headerLength} bytes` }
    const over =
      tooMuch(headerLength, budget.header, 'a header') ??
      tooMuch(headers, budget.headers, 'headers together') ??
      tooMuch(payloadLength, budget.payload, 'a payload') ??
      tooMuch(total, budget.total, 'frames together')
    if (over === undefined) next('header', headerLength)
    return over
  }

  /** Ends the part that is full; answers with a frame when it was the last one. */
  function close(frames: Frame[]): FrameFault | undefined {
    if (part === 'lengths') return lengths()
    if (part === 'header') {
      try {
        header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(target))
      } catch {
        return { kind: 'form', message: 'a header that is not JSON' }
      }
      next('payload', payloadLength)
      return undefined
    }
    frames.push({ header, payload: target })
    next('lengths', LENGTHS)
    return undefined
  }

  return {
    push(chunk) {
      if (fault) return fail(fault)
      const frames: Frame[] = []
      let at = 0
      for (;;) {
        const taken = Math.min(target.length - filled, chunk.length - at)
        target.set(chunk.subarray(at, at + taken), filled)
        filled += taken
        at += taken
        if (filled < target.length) return ok(frames)
        fault = close(frames)
        if (fault) return fail(fault)
      }
    },
  }
}

const tooMuch = (value: number, limit: number, what: string): FrameFault | undefined =>
  value > limit ? { kind: 'budget', message: `${what} of ${value} bytes; at most ${limit} are taken` } : undefined

// What a worker may say. Unknown frames and fields are refused: a worker and its host are of one version.

const text = z.string()
const count = z.int().nonnegative()
const hex = z.string().regex(/^#[0-9a-f]{6}$/)
const level = z.enum(['info', 'warning', 'error'])

/** Names that held a shape of the result well before the end of the script, and after which line (KN75). */
const early = z.record(text.max(200), count).refine((names) => Object.keys(names).length <= 32)

const common = [
  z.strictObject({
    t: z.literal('ready'),
    pid: count,
    importMs: count,
    python: text.optional(),
    build123d: text.optional(),
    occt: text.optional(),
    /** Threads after the import: locks hold one, so one there must be. */
    threads: count,
  }),
  z.strictObject({ t: z.literal('note'), level, text: text.max(8192) }),
  z.strictObject({ t: z.literal('error'), error: jobError }),
  /** `spent`: milliseconds, by what they went into. */
  z.strictObject({
    t: z.literal('end'),
    ok: z.boolean(),
    spent: z.record(text, z.number()).optional(),
    early: early.optional(),
  }),
  z.strictObject({
    t: z.literal('progress'),
    stage: z.enum(['run', 'mesh', 'measure', 'export']),
    share: z.number().min(0).max(1).optional(),
    line: count.optional(),
  }),
] as const

export const layerKind = z.enum(['solid', 'surface', 'curve', 'point', 'group'])

export const scriptFrame = z.discriminatedUnion('t', [
  ...common,
  z.strictObject({ t: z.literal('began') }),
  /** It ran as far as it can without the values that are to come; `ready` when it does nothing but wait for them. */
  z.strictObject({ t: z.literal('waits'), ready: z.boolean() }),
  /** A shape that stood early last time stands again; its bytes. */
  z.strictObject({ t: z.literal('stands') }),
  z.strictObject({ t: z.literal('hint'), text: text.max(8192) }),
  /** Layers that came before this count no longer. */
  z.strictObject({ t: z.literal('clear') }),
  z.strictObject({
    t: z.literal('layer'),
    path: z.array(text.min(1).max(200)).min(1).max(40),
    kind: layerKind,
    visible: z.boolean(),
    color: hex.optional(),
    opacity: z.number().min(0).max(1).optional(),
    aside: z.literal(true).optional(),
    line: count.optional(),
    placement: z.array(z.number()).length(16).optional(),
    /** Number of its shape among those sent; the first layer that shows it carries the bytes. */
    shape: count.optional(),
  }),
])

/** What a mesh says of the shape it was made of; kept with it, since validity is asked for later. */
export const meshVerdict = z.strictObject({
  closed: z.boolean(),
  agrees: z.boolean(),
  bare: count,
  volume: z.number(),
})

export const shapeFrame = z.discriminatedUnion('t', [
  ...common,
  z.strictObject({
    t: z.literal('blob'),
    key: count,
    triangles: count,
    bounds,
    /** False where a draft left the tables out. */
    exact: z.boolean(),
    verdict: meshVerdict,
  }),
  z.strictObject({
    t: z.literal('facts'),
    key: count,
    /** Which of the rotations that were asked for. */
    turn: count,
    facts: z.array(fact),
    /** Of the shape turned so; absent where it has no extent. */
    bounds: bounds.optional(),
  }),
  /** About one element, or two. */
  z.strictObject({
    t: z.literal('answer'),
    question: count,
    kind: z.enum(['distance', 'angle', 'length', 'radius', 'section']),
    value: z.number(),
    from: vec3.optional(),
    to: vec3.optional(),
  }),
  /** Two layers by number, and how they stand to each other. */
  z.strictObject({
    t: z.literal('pair'),
    a: count,
    b: count,
    interference: z.number().optional(),
    clearance: z.number().optional(),
  }),
  /** So many pairs were not measured for want of time. */
  z.strictObject({ t: z.literal('pairs-left'), left: count }),
  /** The thinnest wall of a shape; none where no two of its faces look away from each other. */
  z.strictObject({ t: z.literal('wall'), key: count, min: z.number().optional() }),
  z.strictObject({ t: z.literal('walls-left'), left: count }),
  z.strictObject({ t: z.literal('file'), name: text, n: count.optional() }),
])

export const readerFrame = z.discriminatedUnion('t', [
  ...common,
  z.strictObject({
    t: z.literal('reading'),
    parameters: z.array(parameter),
    imports: z.array(text),
    shows: z.boolean(),
    problems: z.array(
      z.strictObject({
        line: z.number(),
        column: z.number(),
        message: text,
        found: text.optional(),
        nearest: z.array(text).optional(),
      }),
    ),
    refused: z.array(text).optional(),
    text: text.optional(),
  }),
])

/** What a locked worker could still do, by the numbers of kernel.md KN25. */
export const probeFrame = z.strictObject({
  t: z.literal('probed'),
  failed: z.array(count),
  layers: z.record(text, z.union([text, z.literal(false)])),
  /** Bytes and files that a slot can hold; zeros where nothing caps it. */
  cap: z.tuple([count, count]),
})

export const collectedFrame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('left'), line: count, crash: text }),
  z.strictObject({ t: z.literal('file'), name: text }),
  z.strictObject({ t: z.literal('note'), text }),
  z.strictObject({ t: z.literal('end') }),
])

export type ScriptFrame = z.infer<typeof scriptFrame>
export type MeshVerdict = z.infer<typeof meshVerdict>
export type ShapeFrame = z.infer<typeof shapeFrame>
export type ReaderFrame = z.infer<typeof readerFrame>
export type ProbeFrame = z.infer<typeof probeFrame>
export type LayerFrame = Extract<ScriptFrame, { t: 'layer' }>

/** What the host says. */
export type HostFrame =
  | { t: 'file'; path: string }
  | { t: 'brep'; key: number }
  /** Another step of a slider is near: make ready for it, and say so. */
  | { t: 'heat' }
  /** `only`: one behaviour, of those that end whoever tries them. */
  | { t: 'probe'; targets: ProbeTargets; only?: number }
  /** `back`: the text with the values in it is wanted too. */
  | { t: 'read'; text: string; values?: Record<string, number | boolean | string>; back?: true; locks?: string[] }
  | {
      t: 'run'
      entry: string
      parameters: Record<string, number | boolean | string>
      result: 'required' | 'auto'
      /** Parameters whose values are to come: what does not depend on them is run, then it waits for `go` (KN74). */
      ahead?: string[]
      /** What is shown is sent while the script still runs, so that a crash leaves it (KN40). */
      partial?: true
      /** What stood early in the last run is to be sent when it stands, and what did so in this one told at its end (KN75). */
      early?: Record<string, number>
      limits: { seconds: number; memory: number }
      /** Layers without which nothing is run. */
      locks?: string[]
      /** That booleans and meshes may use (KN11). */
      threads?: number
    }
  /** The values that a run ahead waits for. */
  | {
      t: 'go'
      parameters: Record<string, number | boolean | string>
      partial?: true
      early?: Record<string, number>
      threads?: number
    }
  | {
      t: 'shapes'
      locks?: string[]
      threads?: number
      /** There may be another order after this one, if it went well. */
      stay?: true
      /** The next order is of the same job: what was looked into for this one is kept for it. */
      more?: true
      /** What is not known yet of each shape. */
      measure: ShapeWish[]
      /** About single elements, or two of them. */
      questions?: ShapeQuestion[]
      /** Common volumes and distances are wanted, of all pairs but these. */
      pairs?: [number, number][]
      /** Shapes whose thinnest wall is wanted. */
      walls?: number[]
      /** Seconds that pairs and walls may each take; a build's where nothing is said. */
      patience?: number
      /** Files, and the layers they show. */
      formats: string[]
      layers: ShapeLayer[]
      settings: FileSettings
      title: string
      limits: { seconds: number; memory: number }
    }

/** What the host lays out for a probe to reach for. */
export interface ProbeTargets {
  secret: string
  source: string
  other: string
  folder: string
  tcp: number
  unix: string
  parent: number
  /** The slot of another worker, as workers see it. */
  neighbour?: string
}

export interface ShapeElement {
  key: number
  placement: number[]
  kind: 'layer' | 'face' | 'edge' | 'vertex'
  index?: number
}

/** How files are written; each is for the formats that have a use for it. */
export interface FileSettings {
  /** Largest distance in mm, and angle in degrees, between the mesh of an STL or 3MF and the true surface. */
  tolerance?: number
  angle?: number
  /** Of an STL. */
  units?: 'mm' | 'cm' | 'm' | 'in'
  ascii?: boolean
  /** Of a STEP. */
  schema?: 'AP214' | 'AP242'
  /** Of SVG and DXF: what the plane across that axis cuts. */
  section?: { axis: 'x' | 'y' | 'z'; at: number }
}

export interface ShapeQuestion {
  a: ShapeElement
  b?: ShapeElement
}

export interface ShapeWish {
  key: number
  mesh: boolean
  facts: 'draft' | 'full'
  /** Of a mesh that was made before. */
  verdict?: MeshVerdict
  /** The rotations its layers have: 9 numbers each, column-major. */
  turns: number[][]
}

export interface ShapeLayer {
  n: number
  name: string
  parent?: number
  key?: number
  placement?: number[]
  color?: string
  opacity?: number
  aside?: true
}
