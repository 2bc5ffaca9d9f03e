import { type CutoutShape, toUm, type Um } from '@hewn/model'
import {
  apart,
  areaOf,
  circleHole,
  type Contour,
  fromLowest,
  nextOf,
  type Place,
  type Point,
  roundCorner,
  samePlace,
  slotHole,
  turn,
  withoutEmptySides,
} from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'
import { crossesItself, type Round, round } from './distance.ts'

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
  const corners = slotHole([x[0] + by, x[1] - by], [y[0] + by, y[1] - by])
  return corners.filter((corner, index) => corners.findIndex((one) => samePlace(one, corner)) === index)
}

/** Clockwise: up the left side, along the top to the right. */
export function roundedHole({ x, y }: Rect, radius: Um): Contour {
  const corners = slotHole(x, y)
  if (radius === 0) return corners
  const rounded = corners.flatMap((corner, index) =>
    roundCorner(corners.at(index - 1) ?? corner, corner, nextOf(corners, index), radius),
  )
  // Two quarters around one centre become a half.
  const sides = withoutEmptySides(rounded)
  const isHalf = ({ arc }: Point, before: Point | undefined): boolean =>
    arc !== undefined && before?.arc !== undefined && samePlace(arc.centre, before.arc.centre)
  return fromLowest(sides.filter((point, index) => !isHalf(point, sides.at(index - 1))))
}

function polygon(points: readonly (readonly [number, number])[]): Shape | { why: string; hull?: [number, number][] } {
  const raw = points.map(([x, y]): Place => ({ x: toUm(x), y: toUm(y) }))
  const hull = hullOfPoints(raw)
  const help =
    hull.length >= 3 && isSound(hull) ? { hull: hull.map(({ x, y }): [number, number] => [x / 1000, y / 1000]) } : {}
  if (raw.length < 3) return { why: `A polygon has ${raw.length} points — at least three are needed` }
  if (!isSound(raw)) return { why: unsound(raw, hull), ...help }
  const { bounds } = round(raw, 0)
  const middle = { x: Math.floor((bounds.x[0] + bounds.x[1]) / 2), y: Math.floor((bounds.y[0] + bounds.y[1]) / 2) }
  const core = raw.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
  const contour = fromLowest(areaOf(core) > 0 ? core.toReversed() : core)
  return { ...round(core, 0), contour }
}

function unsound(points: readonly Place[], hull: readonly Place[]): string {
  if (areaOf(hull) < SHORTEST * SHORTEST) return 'The polygon has no area — its points lie on a line'
  if (crossesItself(points)) return 'The polygon crosses itself — its outline must not'
  return 'Two points of the polygon are less than 0.2 mm apart'
}

const isSound = (points: readonly Place[]): boolean =>
  Math.abs(areaOf(points)) >= SHORTEST * SHORTEST && !crossesItself(points) && !hasShortSide(points)

const hasShortSide = (points: readonly Place[]): boolean =>
  points.some((point, index) => apart(point, nextOf(points, index)) < SHORTEST)

/** The corners of the smallest convex polygon around all points, counter-clockwise. */
function hullOfPoints(points: readonly Place[]): Place[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const chain = (places: readonly Place[]): Place[] => {
    const line: Place[] = []
    for (const place of places) {
      while (line.length >= 2) {
        const [a, b] = [line.at(-2) as Place, line.at(-1) as Place]
        if (turn(a, b, place) > 0) break
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
