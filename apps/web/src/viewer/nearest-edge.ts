import type { Geometry, Vec3 } from '@hewn/model'

/** Pixels around the pointer in which an edge is meant rather than the face beside it (WB20). */
export const REACH = 5

/**
 * The edge that passes nearest to a point of the picture, within reach; of a face only those that bound it, since others lie
 * behind it or elsewhere.
 * @param toScreen where a point of the geometry is drawn; nothing when it lies behind the eye
 */
export function nearestEdge(
  { edgePoints, edgeRanges, edges }: Geometry,
  [x, y]: readonly [number, number],
  toScreen: (point: Vec3) => readonly [number, number] | undefined,
  face?: number,
): number | undefined {
  if (!edgePoints || !edgeRanges) return undefined
  let [best, bestDistance] = [-1, REACH]
  for (let edge = 0; edge * 2 + 1 < edgeRanges.length; edge++) {
    const row = edges?.[edge]
    if (row?.seam || (face !== undefined && !row?.faces.includes(face))) continue
    const first = edgeRanges[edge * 2] ?? 0
    let before: readonly [number, number] | undefined
    for (let point = first; point < first + (edgeRanges[edge * 2 + 1] ?? 0); point++) {
      const at = point * 3
      const now = toScreen([edgePoints[at] ?? 0, edgePoints[at + 1] ?? 0, edgePoints[at + 2] ?? 0])
      if (before && now) {
        const away = fromSegment([x, y], before, now)
        if (away < bestDistance) [best, bestDistance] = [edge, away]
      }
      before = now
    }
  }
  return best < 0 ? undefined : best
}

function fromSegment(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
