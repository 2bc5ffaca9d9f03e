import type { Bounds, LayerId } from '@hewn/model'
import { BufferGeometry, Float32BufferAttribute, Group, LineSegments, Mesh, Points } from 'three'
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js'
import type { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js'
import type { createMaterials } from './materials.ts'
import type { SceneLayer } from './scene.ts'
import type { Shape } from './shapes.ts'
import { cornersOf } from './view.ts'

export const MODEL_EDGE = '#1B1F24'
const EDGE_WIDTH = 1.25
const CURVE_WIDTH = 2.5

/** One layer on screen. */
export interface LayerObject {
  id: LayerId
  layer: SceneLayer
  /** Absent: the blob could not be had, and its bounding box stands in. */
  shape?: Shape
  root: Group
  mesh?: Mesh
  edges?: LineSegments | LineSegments2
  style(layer: SceneLayer, color: string): void
  /** Gives back what only this object owned; the shape is shared and released by its owner. */
  dispose(): void
}

export function makeLayerObject(
  layer: SceneLayer,
  color: string,
  shape: Shape | undefined,
  materials: ReturnType<typeof createMaterials>,
  wideLines: boolean,
): LayerObject {
  const root = new Group()
  root.matrixAutoUpdate = false
  const object: LayerObject = {
    id: layer.id,
    layer,
    root,
    style,
    dispose: () => box?.geometry.dispose(),
    ...(shape === undefined ? {} : { shape }),
  }
  const mesh = shape?.faces && new Mesh(shape.faces)
  const edges =
    shape?.edges && (wideLines ? new LineSegments2(shape.edges as LineSegmentsGeometry) : new LineSegments(shape.edges))
  const points = shape?.points && new Points(shape.points)
  const box = !shape && layer.geometry ? standIn(layer.geometry.bounds) : undefined
  if (mesh) object.mesh = mesh
  if (edges) object.edges = edges
  for (const part of [mesh, edges, points, box]) if (part) root.add(part)
  style(layer, color)
  return object

  function style(next: SceneLayer, nextColor: string) {
    object.layer = next
    root.visible = next.visible
    root.matrix.fromArray([...next.placement])
    root.matrixWorldNeedsUpdate = true
    if (mesh) mesh.material = materials.face(nextColor, next.opacity, !mesh.geometry.hasAttribute('normal'))
    // A layer that is only a curve carries its colour itself; the edges of a body are all drawn alike.
    if (edges) edges.material = mesh ? materials.edge(MODEL_EDGE, EDGE_WIDTH) : materials.edge(nextColor, CURVE_WIDTH)
    if (points) points.material = materials.point(nextColor)
    if (box) box.material = materials.outline(nextColor)
  }
}

/** The twelve edges of a bounding box, for a layer whose shape could not be had. */
function standIn(bounds: Bounds): LineSegments {
  const corners = cornersOf(bounds)
  // Corners are in binary order of x, y, z: two are joined when they differ in exactly one of the three.
  const joined = corners.flatMap((_, a) => [1, 2, 4].filter((bit) => (a & bit) === 0).map((bit) => [a, a | bit]))
  const points = joined.flatMap((pair) => pair.flatMap((index) => corners[index] ?? []))
  return new LineSegments(new BufferGeometry().setAttribute('position', new Float32BufferAttribute(points, 3)))
}
