import type { Fact, Layer } from '@hewn/model'
import { designFacts, placedFacts, turnOf } from './layer-facts.ts'
import { pairFacts } from './layer-pairs.ts'
import { wallFacts } from './layer-walls.ts'
import type { ScriptOutcome } from './script-room.ts'
import type { LayerPair } from './shape-room.ts'
import { factsAt, type Quality, type ShapeInHand, shapeOf } from './shapes-in-hand.ts'

/** Of the design first, then of each layer; nothing where one of them has not been measured. */
export function factsOfBuild(
  layers: readonly Layer[],
  shapes: readonly ShapeInHand[],
  left: ScriptOutcome,
  pairs: readonly LayerPair[],
  quality: Quality,
): Fact[] | undefined {
  const placed = layers.map((layer, n) => {
    const shape = shapeOf(shapes, layer)
    const found = shape && factsAt(shape.known, quality, turnOf(layer.placement))
    return { aside: left.layers[n]?.aside, shape, ...(found ? placedFacts(layer, found) : {}) }
  })
  if (layers.some((layer, n) => layer.kind !== 'group' && (layer.geometry === undefined || !placed[n]?.facts)))
    return undefined
  const told = placed.flatMap(({ aside, facts, bounds }) =>
    facts ? [{ aside, facts, ...(bounds === undefined ? {} : { bounds }) }] : [],
  )
  return [
    ...designFacts(told.filter(({ aside }) => !aside)),
    ...pairFacts(layers, pairs),
    ...told.flatMap((one) => one.facts),
    ...wallFacts(layers, (layer) => shapeOf(shapes, layer)?.known.wall),
  ]
}

/** What a draft leaves out (KN46). */
const NOT_IN_DRAFTS = ['area', 'hole', 'fillet', 'chamfer', 'reaches', 'valid', 'interference', 'clearance'] as const

/** Kinds of facts that are not all there: claims about these wait, and are neither kept nor broken meanwhile (KN46). */
export function kindsLeft(
  layers: readonly Layer[],
  shapes: readonly ShapeInHand[],
  facts: readonly Fact[],
  pairsLeft: number,
  quality: Quality,
): Fact['kind'][] {
  const solid = layers.filter(({ kind, aside }) => kind === 'solid' && !aside)
  if (solid.length === 0) return []
  const isTold = (kind: Fact['kind']) => {
    const told = new Set(facts.flatMap((fact) => (fact.kind === kind && 'layer' in fact ? [fact.layer] : [])))
    return solid.every(({ id }) => told.has(id))
  }
  return [
    ...(quality === 'draft' ? NOT_IN_DRAFTS : []),
    ...(quality === 'draft' ? (['volume', 'openings'] as const).filter((kind) => !isTold(kind)) : []),
    ...(solid.every((layer) => shapeOf(shapes, layer)?.known.wall !== undefined) ? [] : (['wall'] as const)),
    ...(quality === 'full' && pairsLeft > 0 ? (['interference', 'clearance'] as const) : []),
  ]
}
