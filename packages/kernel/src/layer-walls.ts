import type { Fact, Layer } from '@hewn/model'

/** The thinnest wall of each layer and of the design; `wallOf` gives null where a shape has none, nothing where nobody looked. */
export function wallFacts(layers: readonly Layer[], wallOf: (layer: Layer) => number | null | undefined): Fact[] {
  const walls = layers.flatMap((layer) => {
    const min = layer.aside ? undefined : wallOf(layer)
    return typeof min === 'number' ? [{ kind: 'wall' as const, layer: layer.id, min }] : []
  })
  if (walls.length === 0) return []
  return [{ kind: 'wall', min: Math.min(...walls.map(({ min }) => min)) }, ...walls]
}
