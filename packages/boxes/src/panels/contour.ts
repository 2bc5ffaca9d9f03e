import type { Um } from '@hewn/model'
import type { Span } from '../frame.ts'

export interface Point {
  readonly x: Um
  readonly y: Um
}

/** A closed line; the last point is joined to the first. Material lies to its left. */
export type Contour = readonly Point[]

/** Drops doubled and collinear points and starts at the lowest, then leftmost point (BX9). */
export function tidy(points: readonly Point[]): Contour {
  const distinct = points.filter((point, index) => !same(point, points.at(index - 1) ?? point) || points.length === 1)
  const corners = distinct.filter((point, index) => {
    const before = distinct.at(index - 1) ?? point
    const after = distinct[(index + 1) % distinct.length] ?? point
    return turn(before, point, after) !== 0
  })
  let start = 0
  corners.forEach((point, index) => {
    const first = corners[start]
    if (first && (point.y < first.y || (point.y === first.y && point.x < first.x))) start = index
  })
  return [...corners.slice(start), ...corners.slice(0, start)]
}

const same = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y

/** Positive when a → b → c turns left. */
export const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)

/** Signed: positive when counter-clockwise. */
export function areaOf(contour: Contour): number {
  let doubled = 0
  contour.forEach((point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point
    doubled += (point.x - next.x) * (point.y + next.y)
  })
  return doubled / 2
}

export function lengthOf(contour: Contour): number {
  return contour.reduce((sum, point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point
    return sum + Math.hypot(next.x - point.x, next.y - point.y)
  }, 0)
}

export function boundsOf(contour: Contour): { x: Span; y: Span } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of contour) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { x: [left, right], y: [low, high] }
}

/** A closed slot: clockwise, because material lies outside. */
export const slotHole = (x: Span, y: Span): Contour => [
  { x: x[0], y: y[0] },
  { x: x[0], y: y[1] },
  { x: x[1], y: y[1] },
  { x: x[1], y: y[0] },
]
