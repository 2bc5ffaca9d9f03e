import type { Bounds, Layer, LayerId } from '@hewn/model'

/** One layer as it should be on screen: what it is, without how it is drawn. */
export interface SceneLayer {
  id: LayerId
  name: string
  kind: Layer['kind']
  color?: string
  opacity: number
  /** Its own eye and those of all groups above it. */
  visible: boolean
  placement: readonly number[]
  geometry?: { hash: string; bytes: number; triangles: number; bounds: Bounds }
}

/** What this viewer has set for itself; kept by layer id through rebuilds (WB28). */
export type LayerOverrides = Readonly<Record<string, { visible?: boolean }>>

/** The drawable layers of a canvas. A layer in a hidden group is hidden; groups themselves draw nothing. */
export function sceneFrom(layers: Iterable<Layer>, overrides: LayerOverrides = {}): SceneLayer[] {
  const all = [...layers]
  const byId = new Map(all.map((layer) => [layer.id, layer]))
  const shown = (layer: Layer, seen = new Set<string>()): boolean => {
    if (seen.has(layer.id)) return true // a loop of parents comes from outside; it must not hang the page
    seen.add(layer.id)
    const own = Object.hasOwn(overrides, layer.id) ? (overrides[layer.id]?.visible ?? layer.visible) : layer.visible
    const parent = layer.parent === undefined ? undefined : byId.get(layer.parent)
    return own && (parent === undefined || shown(parent, seen))
  }
  return all
    .filter((layer) => layer.kind !== 'group')
    .map((layer) => ({
      id: layer.id,
      name: layer.name,
      kind: layer.kind,
      ...(layer.color === undefined ? {} : { color: layer.color }),
      opacity: layer.opacity ?? 1,
      visible: shown(layer),
      placement: layer.placement,
      ...(layer.geometry === undefined ? {} : { geometry: layer.geometry }),
    }))
}

export interface SceneDifference {
  added: SceneLayer[]
  /** Another shape under the same id: built aside, then swapped. */
  reshaped: SceneLayer[]
  /** Same shape; placement, colour, opacity or visibility differ. */
  restyled: SceneLayer[]
  kept: SceneLayer[]
  removed: LayerId[]
}

/** WB12: layers are matched by id, shapes by hash; what did not change is not touched. */
export function sceneDifference(before: readonly SceneLayer[], after: readonly SceneLayer[]): SceneDifference {
  const old = new Map(before.map((layer) => [layer.id, layer]))
  const difference: SceneDifference = { added: [], reshaped: [], restyled: [], kept: [], removed: [] }
  for (const layer of after) {
    const was = old.get(layer.id)
    old.delete(layer.id)
    if (was === undefined) difference.added.push(layer)
    else if (was.geometry?.hash !== layer.geometry?.hash || was.kind !== layer.kind) difference.reshaped.push(layer)
    else if (!sameStyle(was, layer)) difference.restyled.push(layer)
    else difference.kept.push(layer)
  }
  difference.removed = [...old.keys()]
  return difference
}

function sameStyle(a: SceneLayer, b: SceneLayer): boolean {
  return (
    a.visible === b.visible &&
    a.color === b.color &&
    a.opacity === b.opacity &&
    a.name === b.name &&
    a.placement.every((value, index) => value === b.placement[index])
  )
}

export const PALETTE = [
  '#7F9DB9',
  '#E0A458',
  '#6BAA75',
  '#C77D9B',
  '#8E86C9',
  '#4FA3A5',
  '#B5914F',
  '#D07C5C',
  '#9AA5AE',
  '#5E8CC9',
] as const

/** Colours for layers that have none, by first appearance; a layer keeps its colour while the page is open. */
export function createPalette(): (id: LayerId, own?: string) => string {
  const given = new Map<LayerId, string>()
  return (id, own) => {
    if (own !== undefined && COLOR.test(own)) return own
    const known = given.get(id)
    if (known !== undefined) return known
    const color = PALETTE[given.size % PALETTE.length] ?? PALETTE[0]
    given.set(id, color)
    return color
  }
}

/** Only plain hexadecimal colours reach the renderer: a colour comes from outside. */
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i
