import type { FaceRow, Vec3 } from '@hewn/model'
import { type Arc, type Contour, flattened, type Point, radiusOf, sweepOf } from '../panels/contour.ts'
import { at, byCoordinates, mainAxis, type Ring, wayAlong } from './prism-rings.ts'
import { triangulate } from './triangulate.ts'

/** How far the chords of an arc may be from it, in µm (BX57). */
export const DEVIATION = 20
export interface MeshFace {
  /** Which one it is before they are put in order: walls as their contours go, then the low cap and the high one. */
  readonly number: number
  /** The axis it mostly looks along. */
  readonly main: number
  /** How much it does; nothing for what is round. */
  readonly rank: number
  readonly row: FaceRow
  readonly points: readonly Vec3[]
  /** Indices of points, three after three. */
  readonly triangles: readonly number[]
}

const QUAD: readonly number[] = [0, 1, 2, 0, 2, 3]

/** `first` is the number of the first of them. */
export function wallsOf({ contour, low, high }: Ring, height: number, first: number): MeshFace[] {
  return contour.map((from, index) => {
    const next = index + 1 === contour.length ? 0 : index + 1
    const to = contour[next] ?? from
    if (from.arc) return roundWall(from, from.arc, to, height, first + index)
    const dx = to.x - from.x
    const dy = to.y - from.y
    const long = Math.hypot(dx, dy)
    const middle: Vec3 = [(from.x + to.x) / 2000, (from.y + to.y) / 2000, height / 2]
    // Material lies to the left, so outside is to the right.
    const axis = wayAlong(dy, -dx, 0, long)
    const main = mainAxis(axis)
    const [a, b, c, d] = [low[index], low[next], high[next], high[index]] as [Vec3, Vec3, Vec3, Vec3]
    return {
      number: first + index,
      main,
      rank: axis[main],
      row: {
        kind: 'plane',
        hollow: false,
        a: 0,
        b: 0,
        area: (long / 1000) * height,
        point: middle,
        axis,
        centroid: middle,
      },
      points: byCoordinates(a, b) < 0 ? [a, b, c, d] : [b, c, d, a],
      triangles: QUAD,
    }
  })
}

/** A stretch of a cylinder. */
function roundWall(from: Point, arc: Arc, to: Point, height: number, number: number): MeshFace {
  const chain = [...flattened([from, to], DEVIATION, false), to]
  const radius = radiusOf(from, arc) / 1000
  const swept = Math.abs(sweepOf(from, arc, to))
  const start = Math.atan2(from.y - arc.centre.y, from.x - arc.centre.x) + (arc.turn * swept) / 2
  // The centroid of an arc lies on its bisector.
  const off = (radius * Math.sin(swept / 2)) / (swept / 2)
  const [cx, cy] = [arc.centre.x / 1000, arc.centre.y / 1000]
  return {
    number,
    main: 2,
    rank: 0,
    row: {
      kind: 'cylinder',
      hollow: arc.turn < 0,
      area: radius * swept * height,
      a: radius,
      b: 0,
      point: [cx, cy, height / 2],
      axis: [0, 0, 1],
      centroid: [cx + off * Math.cos(start), cy + off * Math.sin(start), height / 2],
    },
    points: chain.flatMap((point) => [at(point, 0), at(point, height)]),
    triangles: chain.slice(1).flatMap((_, index) => {
      const low = 2 * index
      return [low, low + 2, low + 3, low, low + 3, low + 1]
    }),
  }
}

/** The two flat sides: the same triangles, seen from below and from above. */
export function capsOf(
  exact: readonly Contour[],
  rings: readonly Ring[],
  height: number,
  first: number,
): [MeshFace, MeshFace] {
  const { area, x, y } = centreOf(exact)
  const isQuad = rings.length === 1 && rings[0]?.contour.length === 4
  const above = isQuad ? QUAD : triangulate(rings.map(({ contour }) => contour))
  const below = isQuad ? QUAD : turnedOver(above)
  const cap = (number: number, z: number, axis: Vec3, points: Vec3[], triangles: readonly number[]): MeshFace => ({
    number,
    main: 2,
    rank: axis[2],
    row: { kind: 'plane', hollow: false, a: 0, b: 0, area, point: [x, y, z], axis, centroid: [x, y, z] },
    points,
    triangles,
  })
  const [low, high] = [rings.flatMap((ring) => ring.low), rings.flatMap((ring) => ring.high)]
  return [
    cap(first, 0, [0, 0, -1], isQuad ? fromSmallest(low.toReversed()) : low, below),
    cap(first + 1, height, [0, 0, 1], isQuad ? fromSmallest(high) : high, above),
  ]
}

function turnedOver(triangles: readonly number[]): number[] {
  const turned = [...triangles]
  for (let place = 1; place + 1 < turned.length; place += 3) {
    turned[place] = triangles[place + 1] ?? 0
    turned[place + 1] = triangles[place] ?? 0
  }
  return turned
}

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
      if (point.arc) {
        const piece = segmentOf(point, point.arc, next)
        doubled += 2 * piece.area
        mx += 6 * piece.area * piece.x
        my += 6 * piece.area * piece.y
      }
    })
  }
  return { area: doubled / 2, x: mx / (3 * doubled), y: my / (3 * doubled) }
}

/** What lies between a chord and its arc: signed area in mm² and its middle. */
function segmentOf(from: Point, arc: Arc, to: Point): { area: number; x: number; y: number } {
  const radius = radiusOf(from, arc) / 1000
  const swept = sweepOf(from, arc, to)
  const area = (radius ** 2 * (swept - Math.sin(swept))) / 2
  const off = (4 * radius * Math.abs(Math.sin(swept / 2)) ** 3) / (3 * Math.abs(swept - Math.sin(swept)))
  const middle = Math.atan2(from.y - arc.centre.y, from.x - arc.centre.x) + swept / 2
  return { area, x: arc.centre.x / 1000 + off * Math.cos(middle), y: arc.centre.y / 1000 + off * Math.sin(middle) }
}

function fromSmallest(points: Vec3[]): Vec3[] {
  let start = 0
  points.forEach((point, index) => {
    if (byCoordinates(point, points[start] ?? point) < 0) start = index
  })
  return start === 0 ? points : [...points.slice(start), ...points.slice(0, start)]
}
