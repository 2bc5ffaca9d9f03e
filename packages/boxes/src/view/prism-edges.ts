import type { EdgeRow, Vec3 } from '@hewn/model'
import { type Arc, flattened, type Point, radiusOf, sweepOf } from '../panels/contour.ts'
import { DEVIATION } from './prism-faces.ts'
import { at, byCoordinates, mainAxis, type Ring, wayAlong } from './prism-rings.ts'

export interface MeshEdge {
  readonly main: 0 | 1 | 2
  readonly from: Vec3
  readonly to: Vec3
  /** The points along it, its ends too, when it is not straight. */
  readonly chain?: readonly Vec3[]
  readonly row: EdgeRow
}

/**
 * Along X, then Y, then Z. `placeOf` says where a face has come to, by its number. A grid of 20 × 20 has ten thousand of them: here, and where
 * they are compared, fields are read by their index, which is twice as quick as taking lists apart.
 */
export function edgesOf(rings: readonly Ring[], height: number, placeOf: Uint32Array): MeshEdge[] {
  const face = (number: number): number => placeOf[number] ?? -1
  const [bottom, top] = [face(placeOf.length - 2), face(placeOf.length - 1)]
  let first = 0
  const along: [MeshEdge[], MeshEdge[], MeshEdge[]] = [[], [], []]
  const add = (edge: MeshEdge): void => void along[edge.main].push(edge)
  for (const { contour, low, high } of rings) {
    let before = face(first + contour.length - 1)
    contour.forEach((point, index) => {
      const next = index + 1 === contour.length ? 0 : index + 1
      const wall = face(first + index)
      const [a, b, c, d] = [low[index], low[next], high[index], high[next]]
      if (!a || !b || !c || !d) return
      if (point.arc) {
        const to = contour[next] ?? point
        add(arcEdge(point, point.arc, to, 0, wall, bottom))
        add(arcEdge(point, point.arc, to, height, wall, top))
      } else {
        add(edgeOf(a, b, wall, bottom))
        add(edgeOf(c, d, wall, top))
      }
      add(edgeOf(a, c, before, wall))
      before = wall
    })
    first += contour.length
  }
  return along.flatMap((edges, main) => edges.toSorted(BESIDE[main]))
}

/** Each by its remaining coordinates, then by its own. */
const beside =
  (first: 0 | 1, second: 1 | 2, own: 0 | 1 | 2) =>
  ({ from: a }: MeshEdge, { from: b }: MeshEdge): number =>
    a[first] - b[first] || a[second] - b[second] || a[own] - b[own]
const BESIDE = [beside(1, 2, 0), beside(0, 2, 1), beside(0, 1, 2)]

function edgeOf(a: Vec3, b: Vec3, one: number, two: number): MeshEdge {
  const isForward = byCoordinates(a, b) < 0
  const from = isForward ? a : b
  const to = isForward ? b : a
  const x = to[0] - from[0]
  const y = to[1] - from[1]
  const z = to[2] - from[2]
  const length = Math.sqrt(x * x + y * y + z * z)
  const axis = wayAlong(x, y, z, length)
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
  return { main: mainAxis(axis), from, to, row }
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
  return { main: 2, from: at(from, z), to: at(to, z), chain, row }
}
