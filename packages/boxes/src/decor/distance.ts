import type { Place } from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'

/** A point, a stretch or a closed polygon with everything within a radius of it: circles, slots and round corners are exact. */
export interface Round {
  readonly core: readonly Place[]
  readonly radius: number
  /** Of all of it: most pairs are told apart by this alone. */
  readonly bounds: Rect
}

export function round(core: readonly Place[], radius: number): Round {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of core) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { core, radius, bounds: { x: [left - radius, right + radius], y: [low - radius, high + radius] } }
}

export const roundOf = ({ x, y }: Rect): Round =>
  round(
    [
      { x: x[0], y: y[0] },
      { x: x[1], y: y[0] },
      { x: x[1], y: y[1] },
      { x: x[0], y: y[1] },
    ],
    0,
  )

/** Every side of a contour, straight from corner to corner. */
export const contourSides = (contour: readonly Place[]): Round[] =>
  contour.map((point, index) => round([point, contour[(index + 1) % contour.length] ?? point], 0))

/** How far two round shapes are apart: 0 or less when they meet. Beyond `enough` only that it is more. */
export function gap(a: Round, b: Round, enough: number): number {
  const [one, two] = [a.bounds, b.bounds]
  const far = Math.max(one.x[0] - two.x[1], two.x[0] - one.x[1], one.y[0] - two.y[1], two.y[0] - one.y[1])
  return far >= enough ? far : coreDistance(a.core, b.core) - a.radius - b.radius
}

function coreDistance(a: readonly Place[], b: readonly Place[]): number {
  const [first, second] = [a[0], b[0]]
  if (!first || !second) return Number.POSITIVE_INFINITY
  if ((b.length > 2 && isInside(first, b)) || (a.length > 2 && isInside(second, a))) return 0
  let nearest = Number.POSITIVE_INFINITY
  const [sidesA, sidesB] = [sidesOf(a), sidesOf(b)]
  for (const [p, q] of sidesA) for (const [r, s] of sidesB) nearest = Math.min(nearest, sideDistance(p, q, r, s))
  return nearest
}

export function sidesOf(core: readonly Place[]): [Place, Place][] {
  if (core.length === 1) return core.map((place) => [place, place])
  if (core.length === 2) return [[core[0] as Place, core[1] as Place]]
  return core.map((place, index) => [place, core[(index + 1) % core.length] ?? place])
}

/** Whether a polygon goes around a place. */
export function isInside({ x, y }: Place, polygon: readonly Place[]): boolean {
  let inside = false
  for (let index = 0, last = polygon.length - 1; index < polygon.length; last = index++) {
    const [a, b] = [polygon[index] as Place, polygon[last] as Place]
    if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside
  }
  return inside
}

export function sideDistance(a: Place, b: Place, c: Place, d: Place): number {
  if (cross(a, b, c, d)) return 0
  return Math.min(toSide(a, c, d), toSide(b, c, d), toSide(c, a, b), toSide(d, a, b))
}

function toSide(place: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const long = dx * dx + dy * dy
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, ((place.x - from.x) * dx + (place.y - from.y) * dy) / long))
  return Math.hypot(place.x - from.x - share * dx, place.y - from.y - share * dy)
}

const side = (a: Place, b: Place, c: Place): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))

export const cross = (a: Place, b: Place, c: Place, d: Place): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
