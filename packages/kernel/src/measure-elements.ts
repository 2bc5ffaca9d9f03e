import { type Fact, fail, type JobError, type Layer, ok, type Reference, type Result, type World } from '@hewn/model'
import { decodeGeometry, findSignature, type ShapeElement, type ShapeQuestion } from '@hewn/protocol'
import { askARoom } from './ask-a-room.ts'
import type { ExactShapes } from './exact-shapes.ts'
import type { MeasureRequest } from './kernel.ts'
import type { BlobStore } from './ports.ts'
import { jobError } from './script-ending.ts'
import type { ShapeNotes } from './shape-room.ts'
import type { ShapeRooms } from './shape-rooms.ts'

const LIMITS = { seconds: 30, memory: 2 * 1024 ** 3 }

export interface MeasureParts {
  blobs: BlobStore
  world: World
  rooms: ShapeRooms
  exact: ExactShapes
}

/** From the stored bytes; the script is not run again (KN48). What Kernel.measure does. */
export function measurer({ blobs, world, rooms, exact }: MeasureParts) {
  return async function measure(
    { layers, query }: MeasureRequest,
    signal: AbortSignal,
  ): Promise<Result<Fact[], JobError>> {
    const asked: { a: Reference; b?: Reference }[] = [
      ...(query.refs ?? []).map((a) => ({ a })),
      ...(query.between ?? []).map(([a, b]) => ({ a, b })),
    ]
    const shapes = new Map<number, Uint8Array>()
    const questions: ShapeQuestion[] = []
    for (const { a, b } of asked) {
      const [one, other] = [await elementOf(layers, a, shapes), b && (await elementOf(layers, b, shapes))]
      if (!one.ok) return one
      if (other && !other.ok) return other
      questions.push({ a: one.value, ...(other ? { b: other.value } : {}) })
    }
    if (questions.length === 0) return ok([])
    const facts: Fact[] = []
    const answer: ShapeNotes['answer'] = ({ question, kind, value, from, to }) => {
      const { a, b } = asked[question] ?? {}
      if (query.kinds && !query.kinds.includes(kind)) return
      if (a && b && (kind === 'distance' || kind === 'angle'))
        facts.push({ kind, a, b, value, ...(from ? { from } : {}), ...(to ? { to } : {}) })
      else if (a && (kind === 'length' || kind === 'radius' || kind === 'section')) facts.push({ kind, of: a, value })
    }
    const order = { measure: [], questions, formats: [], layers: [], settings: {}, title: 'design', limits: LIMITS }
    const answered = await askARoom({ rooms, world }, shapes, order, { answer }, signal)
    return answered.ok ? ok(facts) : answered
  }

  /** What a reference stands for now: by its number where the shape is the same, else by what it was known by (KN57). */
  async function elementOf(
    layers: readonly Layer[],
    reference: Reference,
    shapes: Map<number, Uint8Array>,
  ): Promise<Result<ShapeElement, JobError>> {
    const { kind, hash, signature } = reference
    const key = layers.findIndex(({ id }) => id === reference.layer)
    const layer = layers[key]
    if (!layer?.geometry) return fail(jobError('REQUEST_INVALID', `There is no layer ${reference.layer} with a shape.`))
    if (!shapes.has(key)) {
      const bytes = await exact.of(layer)
      if (!bytes.ok) return bytes
      shapes.set(key, bytes.value)
    }
    const { placement } = layer
    if (kind === 'layer') return ok({ key, placement, kind })
    const isSame = hash === undefined || hash === layer.geometry.hash
    const found = isSame ? reference.index : await foundAgain(layer.geometry.hash, kind, signature)
    if (found === undefined)
      return fail(
        jobError('REQUEST_INVALID', `That ${kind} of "${layer.name}" was lost in a rebuild. Select it again.`),
      )
    return ok({ key, placement, kind, index: found })
  }

  async function foundAgain(hash: string, kind: Reference['kind'], signature: Reference['signature']) {
    const bytes = signature && (kind === 'face' || kind === 'edge') ? await blobs.get(hash) : undefined
    const geometry = bytes && decodeGeometry(bytes)
    return geometry?.ok && signature && (kind === 'face' || kind === 'edge')
      ? findSignature(geometry.value, kind, signature)
      : undefined
  }
}
