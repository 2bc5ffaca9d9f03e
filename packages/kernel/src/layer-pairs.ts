import type { Fact, Layer } from '@hewn/model'
import type { ScriptOutcome } from './script-room.ts'
import type { LayerPair } from './shape-room.ts'
import { type ShapeInHand, shapeOf } from './shapes-in-hand.ts'

const REMEMBERED = 2000

/** What is known of how parts stand to each other, and of how many pairs it is not known yet. */
export interface Assembly {
  pairs: LayerPair[]
  left: number
}

/** How the parts of an assembly stand to each other, by its shapes and where they lie. */
export function assemblyMemory() {
  const assemblies = new Map<string, Assembly>()
  return {
    get: (key: string): Assembly => assemblies.get(key) ?? { pairs: [], left: Infinity },
    keep(key: string, known: Assembly): void {
      assemblies.delete(key)
      assemblies.set(key, known)
      const [oldest] = assemblies.keys()
      if (assemblies.size > REMEMBERED && oldest !== undefined) assemblies.delete(oldest)
    },
  }
}

/** Nothing where there are not two parts that could touch. */
export function assemblyKey(
  owner: string,
  left: ScriptOutcome,
  shapes: readonly ShapeInHand[],
  layers: readonly Layer[],
): string | undefined {
  const parts = layers.flatMap((layer, n) => {
    const shape = shapeOf(shapes, layer)
    return shape && layer.kind === 'solid' && !left.layers[n]?.aside ? [[n, shape.known.brep, layer.placement]] : []
  })
  return parts.length < 2 ? undefined : JSON.stringify([owner, ...parts])
}

export const notMeasured = (count: number): string =>
  `${count} ${count === 1 ? 'pair' : 'pairs'} of parts that lie close together ${count === 1 ? 'was' : 'were'} not measured for want of time: build again to go on, or measure two parts yourself.`

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
