import type { EdgeRow, Vec3 } from '@hewn/model'
import { type Arc, flattened, type Point, radiusOf, sweepOf } from '../panels/contour.ts'
import { DEVIATION, HIGH, LOW, wallKey } from './prism-faces.ts'
import { at, byCoordinates, mainAxis, type Ring } from './prism-rings.ts'

export interface MeshEdge {
  readonly main: number
  /** The points along it, two when it is straight. */
  readonly chain: readonly Vec3[]
  readonly row: EdgeRow
}

/** Along X, then Y, then Z. `number` is that of a face, by its key. */
export function edgesOf(rings: readonly Ring[], height: number, number: ReadonlyMap<number, number>): MeshEdge[] {
  const face = (key: number): number => number.get(key) ?? -1
  const [bottom, top] = [face(LOW), face(HIGH)]
  const edges: MeshEdge[] = []
  for (const { contour, low, high } of rings) {
    const walls = contour.map((point) => face(wallKey(point)))
    contour.forEach((point, index) => {
      const next = (index + 1) % contour.length
      const to = contour[next] ?? point
      const [wall, before] = [walls[index] ?? -1, walls.at(index - 1) ?? -1]
      const [a, b, c, d] = [low[index], low[next], high[index], high[next]]
      if (!a || !b || !c || !d) return
      if (point.arc)
        edges.push(arcEdge(point, point.arc, to, 0, wall, bottom), arcEdge(point, point.arc, to, height, wall, top))
      else edges.push(edgeOf(a, b, wall, bottom), edgeOf(c, d, wall, top))
      edges.push(edgeOf(a, c, before, wall))
    })
  }
  return [0, 1, 2].flatMap((main) => edges.filter((edge) => edge.main === main).toSorted(BESIDE[main]))
}

/** Each by its remaining coordinates, then by its own. */
const beside =
  (first: 0 | 1, second: 1 | 2, own: 0 | 1 | 2) =>
  ({ chain: [a] }: MeshEdge, { chain: [b] }: MeshEdge): number =>
    a && b ? a[first] - b[first] || a[second] - b[second] || a[own] - b[own] : 0
const BESIDE = [beside(1, 2, 0), beside(0, 2, 1), beside(0, 1, 2)]

function edgeOf(a: Vec3, b: Vec3, one: number, two: number): MeshEdge {
  const [from, to] = byCoordinates(a, b) < 0 ? [a, b] : [b, a]
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const length = Math.sqrt(x * x + y * y + z * z)
  const axis: Vec3 = [x / length, y / length, z / length]
  const row: EdgeRow = {
    kind: 'line',
    closed: false,
    seam: false,
    faces: one < two ? [one, two] : [two, one],
    length,
    radius: 0,
    centre: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2],
    axis,
  }
  return { main: mainAxis(axis), chain: [from, to], row }
}

function arcEdge(from: Point, arc: Arc, to: Point, z: number, one: number, two: number): MeshEdge {
  const chain = [...flattened([from, to], DEVIATION, false), to].map((point) => at(point, z))
  const radius = radiusOf(from, arc) / 1000
  const row: EdgeRow = {
    kind: 'circle',
    closed: false,
    seam: false,
    faces: one < two ? [one, two] : [two, one],
    length: radius * Math.abs(sweepOf(from, arc, to)),
    radius,
    centre: at(arc.centre, z),
    axis: [0, 0, 1],
  }
  return { main: 2, chain, row }
}
