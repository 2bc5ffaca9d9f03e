import type { EdgeRow, FaceRow, Geometry, Vec3 } from '@hewn/model'
import type { Contour, Point } from '../panels/contour.ts'
import { triangulate } from './triangulate.ts'

/**
 * A flat panel as a closed mesh with exact tables: contours in µm, made into mm, standing on Z = 0. Faces go −X +X −Y +Y
 * −Z +Z, edges along X, Y, Z, as in the test cube of KN61, which comes out as its very values.
 */
export function prism(outline: Contour, holes: readonly Contour[], thickness: number): Geometry {
  const contours = [outline, ...holes]
  const height = thickness / 1000
  const walls = contours.flatMap((contour) => contour.map((point, index) => wallOf(contour, point, index, height)))
  const caps = capsOf(contours, height)
  const faces = [...walls, ...caps].toSorted(byPlace)
  const number = new Map(faces.map((face, index) => [face.key, index]))
  const edges = edgesOf(contours, height, number)
  const corners = contours.flat().flatMap((point): Vec3[] => [at(point, 0), at(point, height)])
  const bounds = boundsOf(corners)
  const area = faces.reduce((sum, face) => sum + face.row.area, 0)
  const flat = caps[1].row
  return {
    closed: true,
    exact: true,
    deviation: 0,
    bounds,
    ...meshOf(faces),
    edgePoints: Float32Array.from(edges.flatMap(({ from, to }) => [...from, ...to])),
    edgeRanges: Uint32Array.from(edges.flatMap((_, index) => [2 * index, 2])),
    vertices: Float32Array.from(corners.toSorted(byCoordinates).flat()),
    faces: faces.map((face) => face.row),
    edges: edges.map((edge) => edge.row),
    body: { volume: flat.area * height, area, centre: [flat.centroid[0], flat.centroid[1], height / 2] },
  }
}

interface MeshFace {
  /** Says which wall it is, so that its edges find it. */
  key: string
  row: FaceRow
  points: Vec3[]
  triangles: [number, number, number][]
}

const at = (point: Point, z: number): Vec3 => [point.x / 1000, point.y / 1000, z]

const QUAD: [number, number, number][] = [
  [0, 1, 2],
  [0, 2, 3],
]

function wallOf(contour: Contour, from: Point, index: number, height: number): MeshFace {
  const to = contour[(index + 1) % contour.length] ?? from
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const long = Math.hypot(dx, dy)
  const middle: Vec3 = [(from.x + to.x) / 2000, (from.y + to.y) / 2000, height / 2]
  // Material lies to the left, so outside is to the right.
  const axis: Vec3 = [clean(dy / long), clean(-dx / long), 0]
  const around = [at(from, 0), at(to, 0), at(to, height), at(from, height)]
  return {
    key: wallKey(from),
    row: { ...PLANE, area: (long / 1000) * height, point: middle, axis, centroid: middle },
    points: fromSmallest(around),
    triangles: QUAD,
  }
}

const PLANE = { kind: 'plane', hollow: false, a: 0, b: 0 } as const
const clean = (value: number): number => (value === 0 ? 0 : value)
const wallKey = (from: Point): string => `${from.x},${from.y}`

function capsOf(contours: readonly Contour[], height: number): [MeshFace, MeshFace] {
  const { area, x, y } = centreOf(contours)
  const cap = (key: string, z: number, axis: Vec3, loops: readonly Contour[], flip: boolean): MeshFace => {
    const isQuad = loops.length === 1 && loops[0]?.length === 4
    const triangles = isQuad ? QUAD : triangulate(loops).map(([a, b, c]) => (flip ? [a, c, b] : [a, b, c]) as Triple)
    const points = loops.flat().map((point) => at(point, z))
    const row = { ...PLANE, area, point: [x, y, z] as Vec3, axis, centroid: [x, y, z] as Vec3 }
    return { key, row, points: isQuad ? fromSmallest(flip ? points.toReversed() : points) : points, triangles }
  }
  return [cap('low', 0, [0, 0, -1], contours, true), cap('high', height, [0, 0, 1], contours, false)]
}

type Triple = [number, number, number]

/** Net area in mm² and its middle in mm. */
function centreOf(contours: readonly Contour[]): { area: number; x: number; y: number } {
  let [doubled, mx, my] = [0, 0, 0]
  for (const contour of contours) {
    contour.forEach((point, index) => {
      const next = contour[(index + 1) % contour.length] ?? point
      const [ax, ay, bx, by] = [point.x / 1000, point.y / 1000, next.x / 1000, next.y / 1000]
      const cross = ax * by - bx * ay
      doubled += cross
      mx += (ax + bx) * cross
      my += (ay + by) * cross
    })
  }
  return { area: doubled / 2, x: mx / (3 * doubled), y: my / (3 * doubled) }
}

function fromSmallest(points: Vec3[]): Vec3[] {
  let start = 0
  points.forEach((point, index) => {
    if (byCoordinates(point, points[start] ?? point) < 0) start = index
  })
  return [...points.slice(start), ...points.slice(0, start)]
}

const byCoordinates = (a: Vec3, b: Vec3): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

const mainAxis = (axis: Vec3): number =>
  axis.reduce((best, value, i) => (Math.abs(value) > Math.abs(axis[best] ?? 0) ? i : best), 0)

function byPlace(a: MeshFace, b: MeshFace): number {
  const [i, j] = [mainAxis(a.row.axis), mainAxis(b.row.axis)]
  return i - j || (a.row.axis[i] ?? 0) - (b.row.axis[j] ?? 0) || byCoordinates(a.row.point, b.row.point)
}

function meshOf(faces: readonly MeshFace[]): Required<Pick<Geometry, 'positions' | 'triangles' | 'faceOf'>> {
  const positions: number[] = []
  const triangles: number[] = []
  const faceOf: number[] = []
  faces.forEach((face, index) => {
    const first = positions.length / 3
    for (const point of face.points) positions.push(...point)
    for (const [a, b, c] of face.triangles) {
      triangles.push(first + a, first + b, first + c)
      faceOf.push(index)
    }
  })
  return {
    positions: Float32Array.from(positions),
    triangles: Uint32Array.from(triangles),
    faceOf: Uint32Array.from(faceOf),
  }
}

interface MeshEdge {
  from: Vec3
  to: Vec3
  row: EdgeRow
}

function edgesOf(contours: readonly Contour[], height: number, number: ReadonlyMap<string, number>): MeshEdge[] {
  const face = (key: string): number => number.get(key) ?? -1
  const edges = contours.flatMap((contour) =>
    contour.flatMap((point, index) => {
      const next = contour[(index + 1) % contour.length] ?? point
      const previous = contour.at(index - 1) ?? point
      const wall = face(wallKey(point))
      return [
        edgeOf(at(point, 0), at(next, 0), wall, face('low')),
        edgeOf(at(point, height), at(next, height), wall, face('high')),
        edgeOf(at(point, 0), at(point, height), face(wallKey(previous)), wall),
      ]
    }),
  )
  return edges.toSorted(byDirection)
}

function edgeOf(a: Vec3, b: Vec3, one: number, two: number): MeshEdge {
  const [from, to] = byCoordinates(a, b) < 0 ? [a, b] : [b, a]
  const step: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const long = Math.hypot(...step)
  const middle = (index: 0 | 1 | 2): number => (from[index] + to[index]) / 2
  const row: EdgeRow = {
    kind: 'line',
    closed: false,
    seam: false,
    faces: one < two ? [one, two] : [two, one],
    length: long,
    radius: 0,
    centre: [middle(0), middle(1), middle(2)],
    axis: [step[0] / long, step[1] / long, step[2] / long],
  }
  return { from, to, row }
}

/** Along X, then Y, then Z; each by its remaining coordinates, then by its own. */
function byDirection(a: MeshEdge, b: MeshEdge): number {
  const [i, j] = [mainAxis(a.row.axis), mainAxis(b.row.axis)]
  if (i !== j) return i - j
  for (let k = 0; k < 3; k++) {
    if (k === i) continue
    const difference = (a.from[k] ?? 0) - (b.from[k] ?? 0)
    if (difference !== 0) return difference
  }
  return (a.from[i] ?? 0) - (b.from[i] ?? 0)
}

function boundsOf(points: readonly Vec3[]): Geometry['bounds'] {
  const along = (index: 0 | 1 | 2) => points.map((point) => point[index])
  const low = (index: 0 | 1 | 2) => along(index).reduce((a, b) => Math.min(a, b))
  const high = (index: 0 | 1 | 2) => along(index).reduce((a, b) => Math.max(a, b))
  return { min: [low(0), low(1), low(2)], max: [high(0), high(1), high(2)] }
}
