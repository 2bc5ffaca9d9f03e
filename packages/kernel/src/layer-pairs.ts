import type { Fact, Layer } from '@hewn/model'
import type { LayerPair } from './shape-room.ts'

const REMEMBERED = 2000

/** What is known of how parts stand to each other, and of how many pairs it is not known yet. */
export interface Assembly {
  pairs: LayerPair[]
  left: number
}

export interface AssemblyMemory {
  get(key: string): Assembly
  keep(key: string, known: Assembly): void
}

/** How the parts of an assembly stand to each other, by its shapes and where they lie. */
export function assemblyMemory(): AssemblyMemory {
  const assemblies = new Map<string, Assembly>()
  return {
    get: (key) => assemblies.get(key) ?? { pairs: [], left: Infinity },
    keep(key, known) {
      assemblies.delete(key)
      assemblies.set(key, known)
      const [oldest] = assemblies.keys()
      if (assemblies.size > REMEMBERED && oldest !== undefined) assemblies.delete(oldest)
    },
  }
}

/** Nothing where there are not two parts that could touch. `brepOf` names the bytes of a layer's shape. */
export function assemblyKey(
  owner: string,
  layers: readonly Layer[],
  brepOf: (layer: Layer) => string | undefined,
): string | undefined {
  const parts = layers.flatMap((layer, n) => {
    const brep = brepOf(layer)
    return brep !== undefined && layer.kind === 'solid' && !layer.aside ? [[n, brep, layer.placement]] : []
  })
  return parts.length < 2 ? undefined : JSON.stringify([owner, ...parts])
}

export function pairFacts(layers: readonly Layer[], pairs: readonly LayerPair[]): Fact[] {
  return pairs.flatMap(({ a, b, interference, clearance }): Fact[] => {
    const [one, other] = [layers[a]?.id, layers[b]?.id]
    if (one === undefined || other === undefined) return []
    return [
      ...(interference === undefined ? [] : [{ kind: 'interference' as const, a: one, b: other, value: interference }]),
      ...(clearance === undefined ? [] : [{ kind: 'clearance' as const, a: one, b: other, value: clearance }]),
    ]
  })
}
