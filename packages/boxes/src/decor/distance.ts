import { apart, boundsOfPlaces, nextOf, type Place, slotHole, turn } from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'

/** A point, a stretch or a closed polygon with everything within a radius of it: circles, slots and round corners are exact. */
export interface Round {
  readonly core: readonly Place[]
  readonly radius: number
  /** Of all of it: most pairs are told apart by this alone. */
  readonly bounds: Rect
}

export function round(core: readonly Place[], radius: number): Round {
  const { x, y } = boundsOfPlaces(core)
  return { core, radius, bounds: { x: [x[0] - radius, x[1] + radius], y: [y[0] - radius, y[1] + radius] } }
}

export const roundOf = ({ x, y }: Rect): Round => round(slotHole(x, y), 0)

/** Every side of a contour, straight from corner to corner. */
export const contourSides = (contour: readonly Place[]): Round[] =>
  contour.map((point, index) => round([point, nextOf(contour, index)], 0))

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
  return core.map((place, index) => [place, nextOf(core, index)])
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
  return apart(place, { x: from.x + share * dx, y: from.y + share * dy })
}

export const cross = (a: Place, b: Place, c: Place, d: Place): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/** Crosses, touches or comes back on itself. */
export function crossesItself(points: readonly Place[]): boolean {
  const { length } = points
  return points.some((a, i) => {
    const b = nextOf(points, i)
    if (foldsBack(a, b, nextOf(points, i + 1))) return true
    for (let j = i + 2; j < length - (i === 0 ? 1 : 0); j++) {
      const [c, d] = [points[j] as Place, nextOf(points, j)]
      if (cross(a, b, c, d) || liesOn(a, b, c) || liesOn(a, b, d) || liesOn(c, d, a) || liesOn(c, d, b)) return true
    }
    return false
  })
}

/** The last lies back on the first side. */
const foldsBack = (a: Place, b: Place, c: Place): boolean =>
  turn(a, b, c) === 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0

/** Of three in a line, whether the last lies within the first side. */
const liesOn = (a: Place, b: Place, c: Place): boolean =>
  turn(a, b, c) === 0 && (c.x - a.x) * (c.x - b.x) + (c.y - a.y) * (c.y - b.y) <= 0
