import type { Geometry, Vec3 } from '@hewn/model'
import { REACH } from './nearest-edge.ts'
import { cornerAt } from './selection.ts'

/**
 * The corner nearest to a point of the picture, within reach: an end of an edge, of a face only of those that bound it, since
 * others lie behind it (WB20).
 * @param toScreen where a point of the geometry is drawn; nothing when it lies behind the eye
 */
export function nearestCorner(
  geometry: Geometry,
  [x, y]: readonly [number, number],
  toScreen: (point: Vec3) => readonly [number, number] | undefined,
  face?: number,
): number | undefined {
  const { edgePoints, edgeRanges, edges } = geometry
  if (!edgePoints || !edgeRanges) return undefined
  let best: Vec3 | undefined
  let bestDistance = REACH
  for (let edge = 0; edge * 2 + 1 < edgeRanges.length; edge++) {
    const row = edges?.[edge]
    // A circle begins somewhere, and that is no corner to anybody.
    if (row?.seam || row?.closed || (face !== undefined && !row?.faces.includes(face))) continue
    const [first = 0, count = 0] = [edgeRanges[edge * 2], edgeRanges[edge * 2 + 1]]
    for (const point of [first, first + count - 1]) {
      const place = [0, 1, 2].map((axis) => edgePoints[point * 3 + axis] ?? 0) as Vec3
      const seen = toScreen(place)
      const away = seen ? Math.hypot(seen[0] - x, seen[1] - y) : Infinity
      if (away < bestDistance) [best, bestDistance] = [place, away]
    }
  }
  return best && cornerAt(geometry, best)
}
