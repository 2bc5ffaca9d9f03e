import { type Bounds, type Fact, fail, type JobError, ok, type Result, type World } from '@hewn/model'
import { type HostFrame, type MeshVerdict, type ShapeFrame, shapeFrame } from '@hewn/protocol'
import type { KernelEvent } from './kernel.ts'
import { jobError, LOST } from './script-ending.ts'
import type { ShapeRoom } from './shape-rooms.ts'
import type { WorkerEnd } from './worker-factory.ts'

export type ShapesOrder = Omit<Extract<HostFrame, { t: 'shapes' }>, 't' | 'locks' | 'threads' | 'stay'>

/** A shape as a mesh shows it: the blob, and what the mesh says of the shape. */
export interface MeshedShape {
  bytes: Uint8Array
  triangles: number
  bounds: Bounds
  exact: boolean
  verdict: MeshVerdict
}

/** What is true of a shape turned one way; where its layer puts it is added later. */
export interface TurnedFacts {
  facts: Fact[]
  bounds?: Bounds
}

/** How two layers, by their numbers, stand to each other. */
export interface LayerPair {
  a: number
  b: number
  interference?: number | undefined
  clearance?: number | undefined
}

/** Who hears what comes out of the room; what nobody listens for is dropped. */
export interface ShapeNotes {
  blob?(key: number, shape: MeshedShape): void
  facts?(key: number, turn: number, measured: TurnedFacts): void
  pair?(pair: LayerPair): void
  pairsLeft?(count: number): void
  wall?(key: number, min: number | undefined): void
  answer?(answer: Extract<ShapeFrame, { t: 'answer' }>): void
  file?(file: { name: string; bytes: Uint8Array }): void
  note?(level: 'info' | 'warning' | 'error', text: string): void
  stage?(event: Extract<KernelEvent, { t: 'stage' }>): void
  /** Milliseconds, by what they went into. */
  spent?(spent: Record<string, number>): void
}

/**
 * Measures, meshes and writes shapes in a room in which no user code has run. Its `end` is believed, and nobody waits for a
 * process to go; after an order that went well there may be another.
 */
export async function measureShapes(
  room: ShapeRoom,
  shapes: ReadonlyMap<number, Uint8Array>,
  order: ShapesOrder,
  world: World,
  notes: ShapeNotes,
  signal: AbortSignal,
): Promise<Result<void, JobError>> {
  const { worker } = room
  let killed: 'time' | 'cancel' | undefined
  let error: JobError | undefined
  let stage = 'measuring'
  let done: () => void = () => undefined
  const finished = new Promise<undefined>((resolve) => {
    done = () => resolve(undefined)
  })

  const kill = (why: 'time' | 'cancel') => {
    killed ??= why
    worker.kill()
  }
  const unhear = worker.onFrame(({ header, payload }) => {
    const parsed = shapeFrame.safeParse(header)
    if (!parsed.success) {
      error ??= jobError('KERNEL_BROKEN', `The measuring process sent what is not a frame: ${parsed.error.message}`)
      worker.kill()
      return
    }
    take(parsed.data, payload)
  })

  function take(frame: ShapeFrame, payload: Uint8Array): void {
    switch (frame.t) {
      case 'blob': {
        const { key, triangles, bounds, exact, verdict } = frame
        notes.blob?.(key, { bytes: payload, triangles, bounds, exact, verdict })
        return
      }
      case 'facts':
        notes.facts?.(frame.key, frame.turn, {
          facts: frame.facts,
          ...(frame.bounds === undefined ? {} : { bounds: frame.bounds }),
        })
        return
      case 'answer':
        notes.answer?.(frame)
        return
      case 'pair':
        notes.pair?.(frame)
        return
      case 'pairs-left':
        notes.pairsLeft?.(frame.left)
        return
      case 'wall':
        notes.wall?.(frame.key, frame.min)
        return
      case 'walls-left':
        return
      case 'file':
        notes.file?.({ name: frame.name, bytes: payload })
        return
      case 'note':
        notes.note?.(frame.level, frame.text)
        return
      case 'progress':
        stage = { run: 'running', mesh: 'meshing', measure: 'measuring', export: 'writing files' }[frame.stage]
        notes.stage?.({ t: 'stage', stage: frame.stage, ...(frame.share === undefined ? {} : { share: frame.share }) })
        return
      case 'error':
        error ??= frame.error
        return
      case 'end':
        if (frame.spent) notes.spent?.(frame.spent)
        if (frame.ok) done()
        return
      case 'ready':
        return
      default:
        frame satisfies never
    }
  }

  const onAbort = () => kill('cancel')
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  const stopClock = world.after(order.limits.seconds * 1000, () => kill('time'))
  room.orders++
  for (const [key, bytes] of shapes) void worker.send({ t: 'brep', key }, bytes)
  void worker.send({ t: 'shapes', stay: true, ...order })
  const end = await Promise.race([finished, worker.ended])
  stopClock()
  unhear()
  signal.removeEventListener('abort', onAbort)

  if (end === undefined && killed === undefined) return ok(undefined)
  if (killed === 'cancel') return fail(jobError('JOB_CANCELLED'))
  if (end?.lost) return fail(jobError('JOB_INTERRUPTED', LOST))
  if (killed === 'time')
    return fail(jobError('JOB_TIMEOUT', `The script was done; ${stage} its result took longer than the time left.`))
  if (error) return fail(error)
  if (end?.fault?.kind === 'budget')
    return fail(jobError('LIMIT_SHAPE', `The result is too large: ${end.fault.message}.`))
  // What it printed may name places of this machine; the factory tells that to the server.
  return fail(jobError('KERNEL_BROKEN', `The process ${stage} the result ${howItEnded(end)}.`))
}

const howItEnded = (end: WorkerEnd | undefined): string =>
  end?.signal ? `was ended by ${end.signal}` : `ended with status ${end?.code ?? 'unknown'}`
