import type { JobError, Result, World } from '@hewn/model'
import { blobWriter } from './blob-writer.ts'
import type { ExactShapes } from './exact-shapes.ts'
import type { BuildRequest } from './kernel.ts'
import type { BlobStore } from './ports.ts'
import type { ShapeCache } from './shape-cache.ts'
import { shapeLearner } from './shape-learner.ts'
import { measureShapes } from './shape-room.ts'
import type { ShapeRoom } from './shape-rooms.ts'
import { factsAt, pictureOf, type ShapeInHand } from './shapes-in-hand.ts'

export interface EarlyParts {
  blobs: BlobStore
  world: World
  sha256: (bytes: Uint8Array) => string
  hash: (bytes: Uint8Array) => Promise<string>
  nameOf: (owner: string) => string
  cache: ShapeCache
  exact: ExactShapes
  /** Told when one is measured. */
  trace: (mark: string) => void
}

export interface EarlyShapes {
  take(bytes: Uint8Array): void
  /** Resolves when the room is free again. */
  done(): Promise<void>
}

const MOST_BYTES = 32 * 1024 ** 2
/** What takes longer holds the rest up. */
const MOST_SECONDS = 5
/** Most layers of a draft lie as they were made. */
const STILL = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/**
 * Shapes that stand before their script is done are meshed in the room that is there for the rest, on the other core. What
 * goes wrong here goes wrong again where it is told: the job asks for what is not known by then (KN75).
 */
export function earlyShapes(
  { blobs, world, sha256, hash, nameOf, cache, exact, trace }: EarlyParts,
  request: BuildRequest,
  room: () => Promise<Result<ShapeRoom, JobError>> | undefined,
  signal: AbortSignal,
): EarlyShapes {
  const { owner, limits } = request
  let works = Promise.resolve()
  let taken = 0

  async function measure(bytes: Uint8Array): Promise<void> {
    const free = await room()
    if (!free?.ok || signal.aborted) return
    const brep = await hash(bytes)
    const name = `${nameOf(owner)} ${brep}`
    const shape: ShapeInHand = { key: 0, name, bytes, layers: [], known: await cache.at(name, brep) }
    const isSeen = pictureOf(shape.known, 'draft') !== undefined
    if (isSeen && factsAt(shape.known, 'draft', STILL)) return
    const wish = { key: 0, mesh: !isSeen, facts: 'draft' as const, turns: [STILL] }
    const writer = blobWriter(blobs)
    const order = {
      measure: [wish],
      formats: [],
      layers: [],
      settings: {},
      title: 'design',
      more: true as const,
      limits: { seconds: Math.min(limits.seconds, MOST_SECONDS), memory: limits.memory },
    }
    writer.put(bytes)
    const learner = shapeLearner({ sha256, exact, writer }, [shape], [wish], 'draft')
    await measureShapes(free.value, new Map([[0, bytes]]), order, world, learner, signal)
    await writer.whole()
    trace('early')
  }

  return {
    take(bytes) {
      taken += bytes.length
      // It is hashed here and again at the end, and who sends more is not in a hurry.
      if (taken <= MOST_BYTES) works = works.then(() => measure(bytes)).catch(() => undefined)
    },
    done: () => works,
  }
}
