import type { Layer } from '@hewn/model'
import type { LayerFrame, ShapeLayer } from '@hewn/protocol'
import { layerId, type Sha256 } from './layer-id.ts'

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

/** A layer as everybody knows it, from what a script said of it. */
export function layerOf(secret: string, frame: LayerFrame, sha256: Sha256): Layer {
  const { path, kind, visible, color, opacity, aside, line, placement } = frame
  return {
    id: layerId(secret, path, sha256),
    name: path.at(-1) ?? '',
    ...(path.length > 1 ? { parent: layerId(secret, path.slice(0, -1), sha256) } : {}),
    kind,
    ...(color === undefined ? {} : { color }),
    ...(opacity === undefined ? {} : { opacity }),
    visible,
    placement: placement ?? IDENTITY,
    ...(line === undefined ? {} : { at: { line } }),
    ...(aside ? { aside } : {}),
  }
}

/** The same for whoever writes files: numbers instead of names; `key` is the number of its shape. */
export function shapeLayer(frames: readonly LayerFrame[], frame: LayerFrame, n: number, key?: number): ShapeLayer {
  const { path, color, opacity, aside, placement } = frame
  const above = JSON.stringify(path.slice(0, -1))
  const parent = path.length > 1 ? frames.findIndex((other) => JSON.stringify(other.path) === above) : -1
  return {
    n,
    name: path.at(-1) ?? '',
    ...(parent < 0 ? {} : { parent }),
    ...(key === undefined || placement === undefined ? {} : { key, placement }),
    ...(color === undefined ? {} : { color }),
    ...(opacity === undefined ? {} : { opacity }),
    ...(aside ? { aside: true as const } : {}),
  }
}
