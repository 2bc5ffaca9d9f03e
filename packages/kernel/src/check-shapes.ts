import { type BuildResult, type Fact, fail, type JobError, type Layer, ok, type Result, type World } from '@hewn/model'
import type { ShapeLayer } from '@hewn/protocol'
import { askARoom } from './ask-a-room.ts'
import type { ExactShapes } from './exact-shapes.ts'
import type { CheckRequest } from './kernel.ts'
import { assemblyKey, type AssemblyMemory, pairFacts } from './layer-pairs.ts'
import { wallFacts } from './layer-walls.ts'
import { jobError } from './script-ending.ts'
import type { KnownShape, ShapeCache } from './shape-cache.ts'
import type { LayerPair, ShapeNotes } from './shape-room.ts'
import type { ShapeRooms } from './shape-rooms.ts'

/** Seconds for a check, and for pairs and walls each. */
export const CHECK_SECONDS = 60
const PATIENCE = 25
const LIMITS = { seconds: CHECK_SECONDS, memory: 2 * 1024 ** 3 }

export interface CheckParts {
  world: World
  rooms: ShapeRooms
  exact: ExactShapes
  cache: ShapeCache
  assemblies: AssemblyMemory
  nameOf: (owner: string) => string
}

/** What did not fit a build's time, from the stored bytes: the script is not run again (KN46). What Kernel.check does. */
export function checker({ world, rooms, exact, cache, assemblies, nameOf }: CheckParts) {
  return async function check(
    { owner, result, want }: CheckRequest,
    signal: AbortSignal,
  ): Promise<Result<BuildResult, JobError>> {
    const shapes = new Map<string, { key: number; bytes: Uint8Array; name: string; known: KnownShape }>()
    const brepOf = new Map<Layer, string>()
    for (const [n, layer] of result.layers.entries()) {
      if (layer.kind !== 'solid' || layer.aside) continue
      const [brep, bytes] = [await exact.hashOf(layer), await exact.of(layer)]
      if (!bytes.ok) return bytes
      if (brep === undefined) return fail(jobError('JOB_NO_BUILD'))
      brepOf.set(layer, brep)
      const name = `${nameOf(owner)} ${brep}`
      if (!shapes.has(brep)) shapes.set(brep, { key: n, bytes: bytes.value, name, known: await cache.at(name, brep) })
    }
    const shapeOf = (layer: Layer) => shapes.get(brepOf.get(layer) ?? '')
    const walls = want.includes('wall') ? [...shapes.values()].filter(({ known }) => known.wall === undefined) : []
    const assembly = want.some(isOfPairs) ? assemblyKey(owner, result.layers, (layer) => brepOf.get(layer)) : undefined
    const stood = assembly === undefined ? { pairs: [], left: 0 } : assemblies.get(assembly)
    const found: LayerPair[] = []
    let pairsLeft = stood.left
    const keep = (left: number): LayerPair[] => {
      const pairs = [...stood.pairs, ...found]
      if (assembly !== undefined) assemblies.keep(assembly, { pairs, left })
      for (const { name, known } of walls) if (known.wall !== undefined) cache.keep(name, known)
      return pairs
    }
    if (walls.length > 0 || pairsLeft > 0) {
      const notes: ShapeNotes = {
        pair: (pair) => found.push(pair),
        pairsLeft: (count) => (pairsLeft = count),
        wall(key, min) {
          const shape = walls.find((one) => one.key === key)
          if (shape) shape.known.wall = min ?? null
        },
      }
      const order = {
        measure: [],
        walls: walls.map(({ key }) => key),
        ...(pairsLeft > 0 ? { pairs: stood.pairs.map(({ a, b }): [number, number] => [a, b]) } : {}),
        patience: PATIENCE,
        formats: [],
        layers: result.layers.map((layer, n) => shapeLayer(layer, n, shapeOf(layer)?.key)),
        settings: {},
        title: 'design',
        limits: LIMITS,
      }
      pairsLeft = 0
      const bytes = new Map([...shapes.values()].map((shape) => [shape.key, shape.bytes]))
      const measured = await askARoom({ rooms, world }, bytes, order, notes, signal)
      // One that makes way for a script goes on from here (KN69).
      if (!measured.ok) {
        keep(stood.left)
        return measured
      }
    }
    const pairs = keep(pairsLeft)
    const isDone = (kind: Fact['kind']) =>
      kind === 'wall'
        ? [...shapes.values()].every(({ known }) => known.wall !== undefined)
        : isOfPairs(kind) && assembly !== undefined && pairsLeft === 0
    const { left = [], ...rest } = result
    const still = left.filter((kind) => !isDone(kind))
    const isNew = (kind: Fact['kind']) => kind === 'wall' || (assembly !== undefined && isOfPairs(kind))
    const facts = [
      ...result.facts.filter(({ kind }) => !isNew(kind)),
      ...(assembly === undefined ? [] : pairFacts(result.layers, pairs)),
      ...wallFacts(result.layers, (layer) => shapeOf(layer)?.known.wall),
    ]
    return ok({ ...rest, facts, ...(still.length > 0 ? { left: still } : {}) })
  }
}

const isOfPairs = (kind: Fact['kind']) => kind === 'interference' || kind === 'clearance'

const shapeLayer = (layer: Layer, n: number, key: number | undefined): ShapeLayer => ({
  n,
  name: layer.name,
  ...(key === undefined ? {} : { key, placement: layer.placement }),
  ...(layer.aside ? { aside: true as const } : {}),
})
