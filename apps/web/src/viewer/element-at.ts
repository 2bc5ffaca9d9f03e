import type { Vec3 } from '@hewn/model'
import { type Camera, type Vector2, Vector3 } from 'three'
import type { LayerObject } from './layer-object.ts'
import { nearestCorner } from './nearest-corner.ts'
import { nearestEdge } from './nearest-edge.ts'
import type { PickedElement } from './selection.ts'

/**
 * What is meant at a point of the picture: a corner near it goes before an edge, an edge before the face under it (WB20).
 * @param among the layer under the pointer, or all where there is none
 * @param face of that layer, the one under the pointer
 */
export function elementAt(
  at: readonly [number, number],
  among: readonly LayerObject[],
  face: number | undefined,
  { camera, size }: { camera: Camera; size: Vector2 },
): PickedElement | undefined {
  for (const { id, shape, root } of among) {
    if (!shape?.geometry.exact) continue
    const toScreen = (point: Vec3) => {
      const seen = new Vector3(...point).applyMatrix4(root.matrixWorld).project(camera)
      return [((seen.x + 1) / 2) * size.x, ((1 - seen.y) / 2) * size.y] as const
    }
    const { hash, geometry } = shape
    const element = { layer: id, hash, geometry }
    const corner = nearestCorner(geometry, at, toScreen, face)
    if (corner !== undefined) return { ...element, kind: 'vertex', index: corner }
    const edge = nearestEdge(geometry, at, toScreen, face)
    if (edge !== undefined) return { ...element, kind: 'edge', index: edge }
    if (face !== undefined) return { ...element, kind: 'face', index: face }
  }
  return undefined
}
