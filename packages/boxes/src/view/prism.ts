import type { Geometry, Vec3 } from '@hewn/model'
import { boundsOf, type Contour, flattened, hasArcs } from '../panels/contour.ts'
import { edgesOf, type MeshEdge } from './prism-edges.ts'
import { capsOf, DEVIATION, type MeshFace, wallsOf } from './prism-faces.ts'
import { byCoordinates, type Ring, ringOf } from './prism-rings.ts'

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
  const walls: MeshFace[] = []
  for (const ring of rings) walls.push(...wallsOf(ring, height, walls.length))
  const caps = capsOf(contours, chords, height, walls.length)
  const faces = [...walls, ...caps].toSorted(byPlace)
  const placeOf = new Uint32Array(faces.length)
  faces.forEach((face, place) => {
    placeOf[face.number] = place
  })
  const edges = edgesOf(rings, height, placeOf)
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
    vertices: corners(rings, height),
    faces: faces.map((face) => face.row),
    edges: edges.map((edge) => edge.row),
    body: { volume: flat.area * height, area, centre: [flat.centroid[0], flat.centroid[1], height / 2] },
  }
}

/** Along an axis low before high, and what is round between the two caps. */
const byPlace = (a: MeshFace, b: MeshFace): number =>
  a.main - b.main || a.rank - b.rank || byCoordinates(a.row.point, b.row.point)

function meshOf(faces: readonly MeshFace[]): Required<Pick<Geometry, 'positions' | 'triangles' | 'faceOf'>> {
  const triangles = new Uint32Array(faces.reduce((sum, face) => sum + face.triangles.length, 0))
  const faceOf = new Uint32Array(triangles.length / 3)
  let [first, place] = [0, 0]
  faces.forEach((face, index) => {
    faceOf.fill(index, place / 3, (place + face.triangles.length) / 3)
    for (const corner of face.triangles) triangles[place++] = first + corner
    first += face.points.length
  })
  return { positions: coordinates(faces.map((face) => face.points)), triangles, faceOf }
}

function polylines(edges: readonly MeshEdge[]): Required<Pick<Geometry, 'edgePoints' | 'edgeRanges'>> {
  const edgeRanges = new Uint32Array(2 * edges.length)
  let count = 0
  edges.forEach(({ chain }, index) => {
    const length = chain?.length ?? 2
    edgeRanges[2 * index] = count
    edgeRanges[2 * index + 1] = length
    count += length
  })
  const edgePoints = new Float32Array(3 * count)
  let place = 0
  for (const { chain, from, to } of edges) {
    if (chain) for (const point of chain) place = put(edgePoints, place, point)
    else place = put(edgePoints, put(edgePoints, place, from), to)
  }
  return { edgePoints, edgeRanges }
}

/** By their coordinates: each one on the table, and over it the one at the top. */
function corners(rings: readonly Ring[], height: number): Float32Array {
  const low = rings.flatMap((ring) => ring.low).toSorted(byCoordinates)
  const values = new Float32Array(6 * low.length)
  low.forEach((point, index) => {
    put(values, put(values, 6 * index, point), point)
    values[6 * index + 5] = height
  })
  return values
}

/** Three numbers for every point, filled in place: spreading thousands of small lists costs more than the mesh. */
function coordinates(lists: readonly (readonly Vec3[])[]): Float32Array {
  const values = new Float32Array(3 * lists.reduce((sum, list) => sum + list.length, 0))
  let place = 0
  for (const list of lists) for (const point of list) place = put(values, place, point)
  return values
}

/** Gives back where the next one goes. */
function put(values: Float32Array, place: number, point: Vec3): number {
  values[place] = point[0]
  values[place + 1] = point[1]
  values[place + 2] = point[2]
  return place + 3
}
