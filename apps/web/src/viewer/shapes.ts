import type { Geometry } from '@hewn/model'
import { BufferAttribute, BufferGeometry, type Material, Mesh, type Raycaster } from 'three'
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js'
import { MeshBVH } from 'three-mesh-bvh'

/** The GPU's side of one blob, shared by every layer that shows it. */
export interface Shape {
  hash: string
  geometry: Geometry
  faces?: BufferGeometry
  edges?: BufferGeometry
  points?: BufferGeometry
  /** Finds what lies under the pointer; made when first asked for. */
  pick(raycaster: Raycaster, mesh: Mesh): { distance: number; triangle: number } | undefined
}

/** Owns every GPU geometry and counts who uses it (WB15): what nobody shows is released. */
export function createShapes(wideLines: boolean) {
  const known = new Map<string, { shape: Shape; users: number }>()
  return {
    take(hash: string, geometry: Geometry): Shape {
      const entry = known.get(hash) ?? { shape: makeShape(hash, geometry, wideLines), users: 0 }
      entry.users++
      known.set(hash, entry)
      return entry.shape
    },
    release(shape: Shape) {
      const entry = known.get(shape.hash)
      if (!entry || --entry.users > 0) return
      known.delete(shape.hash)
      for (const part of [shape.faces, shape.edges, shape.points]) part?.dispose()
    },
    get size() {
      return known.size
    },
  }
}

function makeShape(hash: string, geometry: Geometry, wideLines: boolean): Shape {
  const { positions, triangles, normals, vertices } = geometry
  const shape: Shape = { hash, geometry, pick: () => undefined }
  if (positions && triangles) {
    const faces = new BufferGeometry()
    faces.setAttribute('position', new BufferAttribute(positions, 3))
    if (normals) faces.setAttribute('normal', new BufferAttribute(normals, 3))
    faces.setIndex(new BufferAttribute(triangles, 1))
    shape.faces = faces
    let tree: MeshBVH | undefined
    shape.pick = (raycaster, mesh) => {
      // `indirect` leaves the index as it is, so a triangle's number still names its face.
      tree ??= new MeshBVH(faces, { indirect: true })
      const ray = raycaster.ray.clone().applyMatrix4(mesh.matrixWorld.clone().invert())
      const hit = tree.raycastFirst(ray, mesh.material as Material)
      if (!hit || hit.faceIndex === null || hit.faceIndex === undefined) return undefined
      const distance = hit.point.applyMatrix4(mesh.matrixWorld).distanceTo(raycaster.ray.origin)
      return { distance, triangle: hit.faceIndex }
    }
  }
  const segments = edgeSegments(geometry)
  if (segments.length > 0) {
    if (wideLines) shape.edges = new LineSegmentsGeometry().setPositions(segments)
    else {
      shape.edges = new BufferGeometry()
      shape.edges.setAttribute('position', new BufferAttribute(segments, 3))
    }
  }
  // Corners are drawn only where there is nothing else to see: a layer of points.
  if (vertices && !positions && segments.length === 0) {
    shape.points = new BufferGeometry()
    shape.points.setAttribute('position', new BufferAttribute(vertices, 3))
  }
  return shape
}

/** WB18: the polylines of the B-rep's edges as separate segments, without seams. */
export function edgeSegments({ edgePoints, edgeRanges, edges }: Geometry): Float32Array {
  if (!edgePoints || !edgeRanges) return new Float32Array(0)
  const drawn: [first: number, count: number][] = []
  let total = 0
  for (let edge = 0; edge * 2 + 1 < edgeRanges.length; edge++) {
    if (edges?.[edge]?.seam) continue
    const first = edgeRanges[edge * 2] ?? 0
    const count = edgeRanges[edge * 2 + 1] ?? 0
    drawn.push([first, count])
    total += Math.max(0, count - 1)
  }
  const segments = new Float32Array(total * 6)
  let at = 0
  for (const [first, count] of drawn) {
    for (let point = first; point < first + count - 1; point++) {
      segments.set(edgePoints.subarray(point * 3, point * 3 + 6), at)
      at += 6
    }
  }
  return segments
}
