import { type Contour, lengthOf, type Point } from '../panels/contour.ts'

/**
 * Moves a contour away from its material by half the cut, corners mitred (BX48): outlines grow, holes shrink. Nothing
 * when a stretch of it would vanish.
 */
export function withKerf(contour: Contour, kerf: number): Contour | undefined {
  if (kerf === 0) return contour
  const moved = contour.map((point, index) => {
    const before = contour.at(index - 1) ?? point
    const after = contour[(index + 1) % contour.length] ?? point
    return mitred(before, point, after, kerf / 2)
  })
  return keepsItsDirections(contour, moved) ? moved : undefined
}

/** Material lies to the left, so away from it is to the right of both lines. */
function mitred(before: Point, point: Point, after: Point, by: number): Point {
  const [ax, ay] = unit(before, point)
  const [bx, by_] = unit(point, after)
  const share = by / (1 + ax * bx + ay * by_)
  return { x: point.x + share * (ay + by_), y: point.y - share * (ax + bx) }
}

function unit(from: Point, to: Point): [number, number] {
  const long = Math.hypot(to.x - from.x, to.y - from.y)
  return [(to.x - from.x) / long, (to.y - from.y) / long]
}

function keepsItsDirections(nominal: Contour, moved: Contour): boolean {
  return nominal.every((point, index) => {
    const next = (index + 1) % nominal.length
    const [a, b, c] = [nominal[next], moved[index], moved[next]]
    if (!a || !b || !c) return false
    return (a.x - point.x) * (c.x - b.x) + (a.y - point.y) * (c.y - b.y) > 0
  })
}

export const cutLengthOf = (contours: readonly Contour[]): number =>
  contours.reduce((sum, contour) => sum + lengthOf(contour), 0)
