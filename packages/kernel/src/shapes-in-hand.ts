import type { Layer } from '@hewn/model'
import type { ShapeWish } from '@hewn/protocol'
import { turnOf } from './layer-facts.ts'
import type { KnownShape, Picture, ShapeCache } from './shape-cache.ts'
import type { ScriptOutcome } from './script-room.ts'
import type { TurnedFacts } from './shape-room.ts'

export type Quality = 'draft' | 'full'

/** One shape of a build: its bytes, the layers that show it, and what is known of it. */
export interface ShapeInHand {
  key: number
  /** Of what is known of it. */
  name: string
  bytes: Uint8Array
  layers: Layer[]
  known: KnownShape
}

/** Every shape once, however many layers show it and however often it was sent (KN53). */
export async function shapesInHand(
  cache: ShapeCache,
  whose: string,
  layers: readonly Layer[],
  left: ScriptOutcome,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<ShapeInHand[]> {
  const hashes = new Map<Uint8Array, string>()
  const found = new Map<string, ShapeInHand>()
  for (const [n, frame] of left.layers.entries()) {
    const [layer, bytes] = [layers[n], frame.shape === undefined ? undefined : left.shapes.get(frame.shape)]
    if (layer === undefined || bytes === undefined || frame.shape === undefined) continue
    const brep = hashes.get(bytes) ?? (await hash(bytes))
    hashes.set(bytes, brep)
    const name = `${whose} ${brep}`
    const shape = found.get(brep) ?? { key: frame.shape, name, bytes, layers: [], known: await cache.at(name, brep) }
    shape.layers.push(layer)
    found.set(brep, shape)
  }
  return [...found.values()]
}

/** What serves a full build serves a draft as well. */
export const pictureOf = (known: KnownShape, quality: Quality): Picture | undefined =>
  quality === 'full' ? known.full : (known.full ?? known.draft)

/** Its layers, once they have a picture. */
export function shown({ known, layers }: ShapeInHand, quality: Quality): Layer[] {
  const picture = pictureOf(known, quality)
  if (picture === undefined) return []
  const { hash, bytes, triangles, bounds } = picture
  for (const layer of layers) layer.geometry = { hash, bytes, triangles, bounds }
  return layers
}

export const factsKey = (quality: Quality, turn: readonly number[]) => `${quality} ${turn.join(' ')}`

export const factsAt = (known: KnownShape, quality: Quality, turn: readonly number[]): TurnedFacts | undefined =>
  known.facts.get(factsKey('full', turn)) ??
  (quality === 'draft' ? known.facts.get(factsKey('draft', turn)) : undefined)

/** What has to be asked of a shape; nothing when all of it is known. */
export function wishOf({ key, known, layers }: ShapeInHand, quality: Quality): ShapeWish | undefined {
  const picture = pictureOf(known, quality)
  const turns = new Map(layers.map(({ placement }) => [turnOf(placement).join(' '), turnOf(placement)]))
  const missing = [...turns.values()].filter((turn) => factsAt(known, quality, turn) === undefined)
  if (picture && missing.length === 0) return undefined
  return {
    key,
    mesh: picture === undefined,
    facts: quality,
    ...(picture ? { verdict: picture.verdict } : {}),
    turns: missing,
  }
}

export const shapeOf = (shapes: readonly ShapeInHand[], layer: Layer): ShapeInHand | undefined =>
  shapes.find(({ layers }) => layers.includes(layer))
