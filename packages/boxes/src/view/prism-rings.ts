import type { Vec3 } from '@hewn/model'
import type { Contour, Place } from '../panels/contour.ts'

/** A contour with its corners in millimetres, on the table and at the top of the sheet: faces and edges share them. */
export interface Ring {
  readonly contour: Contour
  readonly low: readonly Vec3[]
  readonly high: readonly Vec3[]
}

export const ringOf = (contour: Contour, height: number): Ring => ({
  contour,
  low: contour.map((point) => at(point, 0)),
  high: contour.map((point) => at(point, height)),
})

export const at = (point: Place, z: number): Vec3 => [point.x / 1000, point.y / 1000, z]

export const byCoordinates = (a: Vec3, b: Vec3): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

const ALONG: readonly (readonly [Vec3, Vec3])[] = [
  [
    [-1, 0, 0],
    [1, 0, 0],
  ],
  [
    [0, -1, 0],
    [0, 1, 0],
  ],
  [
    [0, 0, -1],
    [0, 0, 1],
  ],
]

/** A direction one long. Nearly all run along an axis, and those share one list: making ten thousand is what a mesh costs. */
export function wayAlong(x: number, y: number, z: number, length: number): Vec3 {
  const axis = y === 0 && z === 0 ? 0 : x === 0 && z === 0 ? 1 : x === 0 && y === 0 ? 2 : -1
  return ALONG[axis]?.[x + y + z > 0 ? 1 : 0] ?? [x / length, y / length, z / length]
}

export function mainAxis(way: Vec3): 0 | 1 | 2 {
  const x = Math.abs(way[0])
  const y = Math.abs(way[1])
  const z = Math.abs(way[2])
  return x >= y && x >= z ? 0 : y >= z ? 1 : 2
}
