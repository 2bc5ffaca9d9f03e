import type { Um } from '@hewn/model'
import type { Span } from '../frame.ts'

export interface Place {
  readonly x: Um
  readonly y: Um
}

/** A corner of a contour. With an arc the way to the next corner bends around its centre, else it is straight. */
export interface Point extends Place {
  readonly arc?: Arc
}

export interface Arc {
  readonly centre: Place
  /** 1 turns left, counter-clockwise. */
  readonly turn: 1 | -1
}

/** A closed line; the last point is joined to the first. Material lies to its left. A circle is two half arcs. */
export type Contour = readonly Point[]

/** An open line, as a stroke of a letter: the last point goes nowhere. */
export type Path = readonly Point[]

/** The same contour, starting at the lowest, then leftmost point. */
export function fromLowest(contour: Contour): Contour {
  let start = 0
  contour.forEach((point, index) => {
    const first = contour[start]
    if (first && (point.y < first.y || (point.y === first.y && point.x < first.x))) start = index
  })
  return start === 0 ? contour : [...contour.slice(start), ...contour.slice(0, start)]
}

export const samePlace = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y

/** The corner after one, all the way around. */
export const nextOf = <T>(corners: readonly T[], index: number): T => corners[(index + 1) % corners.length] as T

export const apart = (a: Place, b: Place): number => Math.hypot(b.x - a.x, b.y - a.y)

/** Positive when a → b → c turns left. */
export const turn = (a: Place, b: Place, c: Place): number => (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)

export const hasArcs = (contour: Contour): boolean => contour.some((point) => point.arc !== undefined)

/** The angle an arc sweeps from one point to another: positive to the left, never zero. */
export function sweepOf(from: Place, { centre, turn: way }: Arc, to: Place): number {
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  const end = Math.atan2(to.y - centre.y, to.x - centre.x)
  const swept = (end - start) * way
  return way * (swept > 1e-12 ? swept : swept + 2 * Math.PI)
}

export const radiusOf = (point: Place, { centre }: Arc): number => apart(centre, point)

/** Signed: positive when counter-clockwise. */
export function areaOf(contour: Contour): number {
  let doubled = 0
  contour.forEach((point, index) => {
    const next = nextOf(contour, index)
    doubled += (point.x - next.x) * (point.y + next.y)
    // What lies between the chord and the arc.
    if (point.arc) {
      const swept = sweepOf(point, point.arc, next)
      doubled += radiusOf(point, point.arc) ** 2 * (swept - Math.sin(swept))
    }
  })
  return doubled / 2
}

export function lengthOf(contour: Contour): number {
  return contour.reduce((sum, point, index) => {
    const next = nextOf(contour, index)
    if (point.arc) return sum + Math.abs(sweepOf(point, point.arc, next)) * radiusOf(point, point.arc)
    return sum + apart(point, next)
  }, 0)
}

export const boundsOf = (contour: Contour): { x: Span; y: Span } => boundsOfPlaces(withExtremes(contour))

export function boundsOfPlaces(places: readonly Place[]): { x: Span; y: Span } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { x: [left, right], y: [low, high] }
}

/** The corners, and where its arcs turn back: what decides how far a contour reaches. */
function withExtremes(contour: Contour): readonly Place[] {
  if (!hasArcs(contour)) return contour
  return contour.flatMap((point, index) => {
    const next = nextOf(contour, index)
    return point.arc ? [point, ...extremesOf(point, point.arc, next)] : [point]
  })
}

function extremesOf(from: Place, arc: Arc, to: Place): Place[] {
  const { centre } = arc
  const radius = radiusOf(from, arc)
  const swept = Math.abs(sweepOf(from, arc, to))
  const places = [
    { x: centre.x + radius, y: centre.y },
    { x: centre.x, y: centre.y + radius },
    { x: centre.x - radius, y: centre.y },
    { x: centre.x, y: centre.y - radius },
  ]
  return places.filter((place) => Math.abs(sweepOf(from, arc, place)) < swept)
}

/** Points along a contour or path, arcs as chords that are nowhere further off than the tolerance. */
export function flattened(contour: Contour, tolerance: Um, closed = true): Place[] {
  return contour.flatMap((point, index) => {
    const next = contour[index + 1] ?? (closed ? contour[0] : undefined)
    if (!point.arc || !next) return [point]
    const radius = radiusOf(point, point.arc)
    const swept = sweepOf(point, point.arc, next)
    const step = 2 * Math.acos(Math.max(0, 1 - tolerance / Math.max(radius, tolerance)))
    const count = Math.max(1, Math.ceil(Math.abs(swept) / step))
    const { centre } = point.arc
    const start = Math.atan2(point.y - centre.y, point.x - centre.x)
    return Array.from({ length: count }, (_, place) => {
      if (place === 0) return point
      const angle = start + (swept * place) / count
      return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
    })
  })
}

/** A closed slot: clockwise, because material lies outside. */
export const slotHole = (x: Span, y: Span): Contour => [
  { x: x[0], y: y[0] },
  { x: x[0], y: y[1] },
  { x: x[1], y: y[1] },
  { x: x[1], y: y[0] },
]

/** A round hole: clockwise. */
export function circleHole(centre: Place, radius: Um): Contour {
  const arc: Arc = { centre: { x: centre.x, y: centre.y }, turn: -1 }
  return [
    { x: centre.x - radius, y: centre.y, arc },
    { x: centre.x + radius, y: centre.y, arc },
  ]
}

/** The circle that a contour is, if it is one: two arcs around one centre. */
export function circleOf(contour: Contour): { centre: Place; radius: number } | undefined {
  const [first, second] = contour
  if (contour.length !== 2 || !first?.arc || !second?.arc || !samePlace(first.arc.centre, second.arc.centre))
    return undefined
  return { centre: first.arc.centre, radius: radiusOf(first, first.arc) }
}

/** The same without sides of no length. */
export const withoutEmptySides = (contour: Contour): Point[] =>
  contour.filter((point, index) => point.arc !== undefined || !samePlace(point, nextOf(contour, index)))

/** A corner becomes a quarter of a circle that touches both of its sides. */
export function roundCorner(before: Place, corner: Place, after: Place, radius: Um): Point[] {
  const toward = (place: Place): Place => ({
    x: corner.x + Math.sign(place.x - corner.x) * radius,
    y: corner.y + Math.sign(place.y - corner.y) * radius,
  })
  const [start, end] = [toward(before), toward(after)]
  const centre = { x: start.x + end.x - corner.x, y: start.y + end.y - corner.y }
  const arc: Arc = { centre, turn: turn(before, corner, after) > 0 ? 1 : -1 }
  return [{ ...start, arc }, end]
}
