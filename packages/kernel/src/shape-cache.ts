import type { Bounds } from '@hewn/model'
import type { MeshVerdict } from '@hewn/protocol'
import type { ShapeIndex } from './ports.ts'
import type { TurnedFacts } from './shape-room.ts'

/** What is known of one shape of one owner (KN53, KN54). */
export interface KnownShape {
  /** Hash of its B-rep bytes, which are kept as a blob. */
  brep: string
  /** Meshed for a draft, perhaps without tables, and in full; one that is exact serves both. */
  draft?: Picture
  full?: Picture
  /** Facts by quality and rotation. */
  facts: Map<string, TurnedFacts>
  /** Its thinnest wall; null where it has none, absent where nobody has looked. */
  wall?: number | null
}

/** A blob by its name, and what the mesh in it says of the shape. */
export interface Picture {
  hash: string
  bytes: number
  triangles: number
  bounds: Bounds
  verdict: MeshVerdict
}

export interface ShapeCache {
  /** What is known under this name; made where nothing is. */
  at(name: string, brep: string): Promise<KnownShape>
  /** What was learnt in full is kept for after a restart. */
  keep(name: string, shape: KnownShape): void
}

/** The newest so many shapes; their blobs lie in the store, so a shape is a few kilobytes here. */
export function shapeCache(index?: ShapeIndex, most = 10_000): ShapeCache {
  const known = new Map<string, KnownShape>()

  return {
    async at(name, brep) {
      const shape = known.get(name) ?? (await remembered(name)) ?? { brep, facts: new Map() }
      // Last used is last in the map.
      known.delete(name)
      known.set(name, shape)
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return shape
    },
    keep(name, { brep, full, facts, wall }) {
      if (full === undefined) return
      const settled = [...facts].filter(([key]) => key.startsWith('full '))
      index?.put(name, JSON.stringify({ brep, full, facts: settled, wall })).catch(() => undefined)
    },
  }

  async function remembered(name: string): Promise<KnownShape | undefined> {
    try {
      const row = await index?.get(name)
      if (row === undefined) return undefined
      const { brep, full, facts, wall } = JSON.parse(row) as Required<Pick<KnownShape, 'brep' | 'full'>> & {
        wall?: number | null
        facts: [string, TurnedFacts][]
      }
      // Another job may have learnt of it meanwhile.
      return known.get(name) ?? { brep, full, facts: new Map(facts), ...(wall === undefined ? {} : { wall }) }
    } catch {
      return undefined
    }
  }
}
