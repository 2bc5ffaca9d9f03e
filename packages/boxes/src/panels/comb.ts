import type { Edge, Um } from '@hewn/model'
import type { Span } from '../frame.ts'
import { type Contour, type Point, tidy } from './contour.ts'

/** A tab that stands out of an edge (depth above 0), or a notch cut into it (below 0). */
export interface Teeth {
  readonly at: Span
  readonly depth: Um
}

/** The outline of a body with tabs and notches on its edges, counter-clockwise. Teeth of one edge do not touch. */
export function comb(body: { width: Um; height: Um }, teeth: Readonly<Record<Edge, readonly Teeth[]>>): Contour {
  const { width, height } = body
  const points: Point[] = []
  const along = (edge: Edge): Teeth[] => teeth[edge].toSorted((a, b) => a.at[0] - b.at[0])
  points.push({ x: 0, y: 0 })
  for (const { at, depth } of along('bottom')) {
    points.push({ x: at[0], y: 0 }, { x: at[0], y: -depth }, { x: at[1], y: -depth }, { x: at[1], y: 0 })
  }
  points.push({ x: width, y: 0 })
  for (const { at, depth } of along('right')) {
    const out = width + depth
    points.push({ x: width, y: at[0] }, { x: out, y: at[0] }, { x: out, y: at[1] }, { x: width, y: at[1] })
  }
  points.push({ x: width, y: height })
  for (const { at, depth } of along('top').toReversed()) {
    const out = height + depth
    points.push({ x: at[1], y: height }, { x: at[1], y: out }, { x: at[0], y: out }, { x: at[0], y: height })
  }
  points.push({ x: 0, y: height })
  for (const { at, depth } of along('left').toReversed()) {
    points.push({ x: 0, y: at[1] }, { x: -depth, y: at[1] }, { x: -depth, y: at[0] }, { x: 0, y: at[0] })
  }
  return tidy(points)
}
