import type { Geometry, Vec3 } from '@hewn/model'
import { boundsOf, type Contour, flattened, hasArcs } from '../panels/contour.ts'
import { edgesOf, type MeshEdge } from './prism-edges.ts'
import { capsOf, DEVIATION, type MeshFace, wallsOf } from './prism-faces.ts'
import { byCoordinates, ringOf } from './prism-rings.ts'

/**
 * A flat panel as a closed mesh with exact tables: contours in µm, made into mm, standing on Z = 0. Faces go −X +X −Y +Y
 * −Z +Z, edges along X, Y, Z, as in the test cube of KN61, which comes out as its very values.
 */
export function prism(outline: Contour, holes: readonly Contour[], thickness: number): Geometry {
  const contours = [outline, ...holes]
  const height = thickness / 1000
  const bent = contours.some(hasArcs)
  const rings = contours.map((contour) => ringOf(contour, height))
  const chords = bent ? contours.map((contour) => ringOf(flattened(contour, DEVIATION), height)) : rings
  const caps = capsOf(contours, chords, height)
  const faces = [...rings.flatMap((ring) => wallsOf(ring, height)), ...caps].toSorted(byPlace)
  const edges = edgesOf(rings, height, new Map(faces.map((face, index) => [face.key, index])))
  const corners = rings.flatMap(({ low, high }) => [...low, ...high]).toSorted(byCoordinates)
  const { x, y } = boundsOf(outline)
  const bounds: Geometry['bounds'] = { min: [x[0] / 1000, y[0] / 1000, 0], max: [x[1] / 1000, y[1] / 1000, height] }
  const area = faces.reduce((sum, face) => sum + face.row.area, 0)
  const flat = caps[1].row
  return {
    closed: true,
    exact: true,
    deviation: bent ? DEVIATION / 1000 : 0,
    bounds,
    ...meshOf(faces),
    ...polylines(edges),
    vertices: coordinates(corners),
    faces: faces.map((face) => face.row),
    edges: edges.map((edge) => edge.row),
    body: { volume: flat.area * height, area, centre: [flat.centroid[0], flat.centroid[1], height / 2] },
  }
}

/** Along an axis low before high, and what is round between the two caps. */
const byPlace = (a: MeshFace, b: MeshFace): number =>
  a.main - b.main || a.rank - b.rank || byCoordinates(a.row.point, b.row.point)

function meshOf(faces: readonly MeshFace[]): Required<Pick<Geometry, 'positions' | 'triangles' | 'faceOf'>> {
  const points = faces.flatMap((face) => face.points)
  const count = faces.reduce((sum, face) => sum + face.triangles.length, 0)
  const triangles = new Uint32Array(3 * count)
  const faceOf = new Uint32Array(count)
  let [first, row] = [0, 0]
  faces.forEach((face, index) => {
    for (const [a, b, c] of face.triangles) {
      triangles[3 * row] = first + a
      triangles[3 * row + 1] = first + b
      triangles[3 * row + 2] = first + c
      faceOf[row++] = index
    }
    first += face.points.length
  })
  return { positions: coordinates(points), triangles, faceOf }
}

function polylines(edges: readonly MeshEdge[]): Required<Pick<Geometry, 'edgePoints' | 'edgeRanges'>> {
  const edgeRanges = new Uint32Array(2 * edges.length)
  let count = 0
  edges.forEach(({ chain }, index) => {
    edgeRanges[2 * index] = count
    edgeRanges[2 * index + 1] = chain.length
    count += chain.length
  })
  return { edgePoints: coordinates(edges.flatMap(({ chain }) => chain)), edgeRanges }
}

/** Three numbers for every point, filled in place: spreading thousands of small lists costs more than the mesh. */
function coordinates(points: readonly Vec3[]): Float32Array {
  const values = new Float32Array(3 * points.length)
  let place = 0
  for (const point of points) {
    values[place++] = point[0]
    values[place++] = point[1]
    values[place++] = point[2]
  }
  return values
}
