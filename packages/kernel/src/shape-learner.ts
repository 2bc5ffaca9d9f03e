import type { ShapeWish } from '@hewn/protocol'
import type { blobWriter } from './blob-writer.ts'
import type { ExactShapes } from './exact-shapes.ts'
import type { ShapeNotes } from './shape-room.ts'
import { factsKey, type Quality, type ShapeInHand } from './shapes-in-hand.ts'

export interface LearnerParts {
  sha256: (bytes: Uint8Array) => string
  exact: ExactShapes
  writer: ReturnType<typeof blobWriter>
}

/** Puts what a room says of shapes into what is known of them, and its blobs on their way to the store. */
export function shapeLearner(
  { sha256, exact, writer }: LearnerParts,
  shapes: readonly ShapeInHand[],
  wishes: readonly ShapeWish[],
  quality: Quality,
  onPicture: (shape: ShapeInHand) => void = () => undefined,
): Pick<ShapeNotes, 'blob' | 'facts' | 'wall'> {
  const byKey = new Map(shapes.map((shape) => [shape.key, shape]))
  return {
    blob(key, meshed) {
      const shape = byKey.get(key)
      if (shape === undefined) return
      const { bytes, exact: isExact, triangles, bounds, verdict } = meshed
      const picture = { hash: sha256(bytes), bytes: bytes.length, triangles, bounds, verdict }
      shape.known[isExact ? 'full' : 'draft'] = picture
      exact.remember(picture.hash, shape.known.brep, quality === 'full')
      writer.put(bytes)
      onPicture(shape)
    },
    facts(key, turn, found) {
      const shape = byKey.get(key)
      const wanted = wishes.find((wish) => wish.key === key)?.turns[turn]
      if (shape && wanted) shape.known.facts.set(factsKey(quality, wanted), found)
    },
    wall(key, min) {
      const shape = byKey.get(key)
      if (shape) shape.known.wall = min ?? null
    },
  }
}
