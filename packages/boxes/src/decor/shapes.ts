import { type CutoutShape, toUm, type Um } from '@hewn/model'
import { type Arc, areaOf, circleHole, type Contour, fromLowest, type Place, type Point } from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'
import { cross, type Round, round } from './distance.ts'

/** No side of a contour is shorter: a laser would only burn a dot (P11). */
export const SHORTEST: Um = 200

/** A closed cut-out around the origin: what it takes away, and its contour, clockwise. */
export interface Shape extends Round {
  readonly contour: Contour
}

type Closed = Exclude<CutoutShape, { type: 'notch' }>

/** A shape with its middle at the origin, or why there is none. */
export function shapeOf(cutout: Closed): Shape | { why: string; hull?: [number, number][] } {
  switch (cutout.type) {
    case 'circle': {
      const radius = Math.round(toUm(cutout.diameter) / 2)
      return { ...round([ORIGIN], radius), contour: circleHole(ORIGIN, radius) }
    }
    case 'rect':
      return rounded(toUm(cutout.width), toUm(cutout.height), toUm(cutout.radius ?? 0))
    case 'slot':
      return rounded(toUm(cutout.width), toUm(cutout.height), Number.POSITIVE_INFINITY)
    case 'polygon':
      return polygon(cutout.points)
  }
}

const ORIGIN: Place = { x: 0, y: 0 }

/** A rectangle whose corners are as round as they can be, at most by the radius. */
function rounded(saidWidth: Um, saidHeight: Um, wished: Um): Shape {
  // Even, so that two half circles leave no side of a micrometre between them.
  const [width, height] = [2 * Math.round(saidWidth / 2), 2 * Math.round(saidHeight / 2)]
  const rect: Rect = { x: [-width / 2, width / 2], y: [-height / 2, height / 2] }
  const radius = cornerRadius(wished, [width, 2], [height, 2])
  if (width === 2 * radius && height === width)
    return { ...round([ORIGIN], radius), contour: circleHole(ORIGIN, radius) }
  return { ...round(inset(rect, radius), radius), contour: roundedHole(rect, radius) }
}

/**
 * The radius nearest to a wish that leaves every straight side long enough to cut, or nothing of it. A side is given with
 * how many of its ends are round.
 */
export function cornerRadius(wished: Um, ...sides: readonly (readonly [long: Um, ends: number])[]): Um {
  const most = Math.min(...sides.map(([long, ends]) => Math.floor(long / ends)))
  const aim = Math.min(wished, most)
  if (wished < SHORTEST) return 0
  const isHalfCircle = (radius: Um): boolean => sides.some(([long, ends]) => ends === 2 && long === 2 * radius)
  const isSound = (radius: Um): boolean =>
    radius === 0 ||
    ((radius >= SHORTEST || isHalfCircle(radius)) &&
      radius <= most &&
      sides.every(([long, ends]) => long === ends * radius || long - ends * radius >= SHORTEST))
  const edges = sides.flatMap(([long, ends]) => [Math.floor(long / ends), Math.floor((long - SHORTEST) / ends)])
  const off = (radius: Um): Um => Math.abs(radius - aim)
  return [aim, ...edges, 0].filter(isSound).reduce((best, one) => (off(one) < off(best) ? one : best), 0)
}

function inset({ x, y }: Rect, by: Um): Place[] {
  const corners = [
    { x: x[0] + by, y: y[0] + by },
    { x: x[1] - by, y: y[0] + by },
    { x: x[1] - by, y: y[1] - by },
    { x: x[0] + by, y: y[1] - by },
  ]
  return corners.filter(
    (corner, index) => corners.findIndex((one) => one.x === corner.x && one.y === corner.y) === index,
  )
}

/** Clockwise: up the left side, along the top to the right. */
export function roundedHole({ x, y }: Rect, radius: Um): Contour {
  if (radius === 0)
    return [
      { x: x[0], y: y[0] },
      { x: x[0], y: y[1] },
      { x: x[1], y: y[1] },
      { x: x[1], y: y[0] },
    ]
  const arc = (cx: Um, cy: Um): Arc => ({ centre: { x: cx, y: cy }, turn: -1 })
  const [left, right, low, high] = [x[0] + radius, x[1] - radius, y[0] + radius, y[1] - radius]
  const points: Point[] = [
    { x: left, y: y[0], arc: arc(left, low) },
    { x: x[0], y: low },
    { x: x[0], y: high, arc: arc(left, high) },
    { x: left, y: y[1] },
    { x: right, y: y[1], arc: arc(right, high) },
    { x: x[1], y: high },
    { x: x[1], y: low, arc: arc(right, low) },
    { x: right, y: y[0] },
  ]
  return fromLowest(joined(points))
}

/** A side of no length falls away, and two quarters around one centre become a half. */
function joined(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, index) => {
    const next = points[(index + 1) % points.length] ?? point
    return point.arc !== undefined || point.x !== next.x || point.y !== next.y
  })
  return distinct.filter((point, index) => {
    const before = distinct.at(index - 1)
    return !(before?.arc && point.arc && sameCentre(before.arc, point.arc))
  })
}

const sameCentre = (a: Arc, b: Arc): boolean => a.centre.x === b.centre.x && a.centre.y === b.centre.y

function polygon(points: readonly (readonly [number, number])[]): Shape | { why: string; hull?: [number, number][] } {
  const raw = points.map(([x, y]): Place => ({ x: toUm(x), y: toUm(y) }))
  const hull = hullOfPoints(raw)
  const help =
    hull.length >= 3 && isSound(hull) ? { hull: hull.map(({ x, y }): [number, number] => [x / 1000, y / 1000]) } : {}
  if (raw.length < 3) return { why: `A polygon has ${raw.length} points — at least three are needed` }
  if (!isSound(raw)) return { why: unsound(raw), ...help }
  const { bounds } = round(raw, 0)
  const middle = { x: Math.floor((bounds.x[0] + bounds.x[1]) / 2), y: Math.floor((bounds.y[0] + bounds.y[1]) / 2) }
  const core = raw.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
  const contour = fromLowest(areaOf(core) > 0 ? core.toReversed() : core)
  return { ...round(core, 0), contour }
}

function unsound(points: readonly Place[]): string {
  if (Math.abs(areaOf(points)) < SHORTEST * SHORTEST) return 'The polygon has no area — its points lie on a line'
  if (crossesItself(points)) return 'The polygon crosses itself — its outline must not'
  return 'Two points of the polygon are less than 0.2 mm apart'
}

const isSound = (points: readonly Place[]): boolean =>
  Math.abs(areaOf(points)) >= SHORTEST * SHORTEST && !crossesItself(points) && !hasShortSide(points)

const hasShortSide = (points: readonly Place[]): boolean =>
  points.some((a, index) => {
    const b = points[(index + 1) % points.length] ?? a
    return Math.hypot(b.x - a.x, b.y - a.y) < SHORTEST
  })

/** Crosses, touches or comes back on itself. */
function crossesItself(points: readonly Place[]): boolean {
  const count = points.length
  for (let i = 0; i < count; i++) {
    const [a, b] = [points[i] as Place, points[(i + 1) % count] as Place]
    for (let j = i + 1; j < count; j++) {
      const [c, d] = [points[j] as Place, points[(j + 1) % count] as Place]
      const neighbours = j === i + 1 || (i === 0 && j === count - 1)
      if (neighbours ? foldsBack(j === i + 1 ? [a, b, d] : [c, a, b]) : cross(a, b, c, d) || touches(a, b, c, d))
        return true
    }
  }
  return false
}

/** Three points of which the last lies back on the first side. */
function foldsBack([a, b, c]: readonly [Place, Place, Place] | readonly Place[]): boolean {
  if (!a || !b || !c) return false
  const crossed = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
  return crossed === 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0
}

function touches(a: Place, b: Place, c: Place, d: Place): boolean {
  const on = (p: Place, q: Place, r: Place): boolean =>
    (q.x - p.x) * (r.y - p.y) === (q.y - p.y) * (r.x - p.x) &&
    Math.min(p.x, q.x) <= r.x &&
    r.x <= Math.max(p.x, q.x) &&
    Math.min(p.y, q.y) <= r.y &&
    r.y <= Math.max(p.y, q.y)
  return on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)
}

/** The corners of the smallest convex polygon around all points, counter-clockwise. */
function hullOfPoints(points: readonly Place[]): Place[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const chain = (places: readonly Place[]): Place[] => {
    const line: Place[] = []
    for (const place of places) {
      while (line.length >= 2) {
        const [a, b] = [line.at(-2) as Place, line.at(-1) as Place]
        if ((b.x - a.x) * (place.y - a.y) - (b.y - a.y) * (place.x - a.x) > 0) break
        line.pop()
      }
      line.push(place)
    }
    return line.slice(0, -1)
  }
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

export function movedShape(shape: Shape, by: Place): Shape {
  const move = ({ x, y }: Place): Place => ({ x: x + by.x, y: y + by.y })
  const contour = shape.contour.map(
    (point): Point => ({
      ...move(point),
      ...(point.arc ? { arc: { ...point.arc, centre: move(point.arc.centre) } } : {}),
    }),
  )
  return { ...movedRound(shape, by), contour }
}

/** What it takes away, elsewhere. */
export const movedRound = ({ core, radius }: Round, by: Place): Round =>
  round(
    core.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    radius,
  )
