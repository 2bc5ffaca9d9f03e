import {
  apart,
  type Arc,
  type Contour,
  nextOf,
  type Place,
  type Point,
  radiusOf,
  samePlace,
  sweepOf,
} from '../panels/contour.ts'

/** Fewer chords in a row than these stay chords: so short a piece of an arc is no rounder. */
const LEAST_CHORDS = 3
/** A half circle that ends where chords crossed may be a little more than one. */
const MOST_SWEEP = 1.05 * Math.PI

/**
 * A closed line of chords that say of which arc they are, with those arcs in place of their chords: a laser program sees an O
 * as two circles. The ends lie where chords crossed, so the centre moves a little until it is as far from both; where that
 * would take the arc further off than `tolerance` the chords stay.
 */
export function arcsAgain(chords: Contour, tolerance: number): Contour {
  // Where round ends nearly coincide the union leaves steps that say nothing.
  const loop = chords.filter((point, index) => apart(point, nextOf(chords, index)) > 2 * tolerance)
  const first = loop.findIndex((point, index) => !isSameArc(loop.at(index - 1)?.arc, point.arc))
  const turned = [...loop.slice(Math.max(0, first)), ...loop.slice(0, Math.max(0, first))]
  const points: Point[] = []
  for (let from = 0; from < turned.length; ) {
    let to = from + 1
    while (to < turned.length && isSameArc(turned[from]?.arc, turned[to]?.arc)) to++
    points.push(...arcBetween(turned, from, to, tolerance))
    from = to
  }
  return points
}

const isSameArc = (a: Arc | undefined, b: Arc | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.turn === b.turn && samePlace(a.centre, b.centre))

/** The chords from one point up to another: as one arc where they are of one, as two where they go round more than half. */
function arcBetween(loop: Contour, from: number, to: number, tolerance: number): Point[] {
  const chords = loop.slice(from, to).map(({ x, y }): Point => ({ x, y }))
  const [start, end, arc] = [chords[0], nextOf(loop, to - 1), loop[from]?.arc]
  if (!start || !arc || chords.length < LEAST_CHORDS) return chords
  const middle = (from + to) >> 1
  if (samePlace(start, end) || Math.abs(sweepOf(start, arc, end)) > MOST_SWEEP)
    return [...arcBetween(loop, from, middle, tolerance), ...arcBetween(loop, middle, to, tolerance)]
  const centre = centreBetween(start, end, arc.centre)
  const off = (apart(centre, arc.centre) * apart(start, end)) / (2 * radiusOf(start, arc))
  return off > tolerance ? chords : [{ ...start, arc: { centre, turn: arc.turn } }]
}

/** As far from one place as from the other, and as near as can be to where it was. */
function centreBetween(a: Place, b: Place, centre: Place): Place {
  const long = apart(a, b)
  const [ux, uy] = [(b.x - a.x) / long, (b.y - a.y) / long]
  const off = ((a.x + b.x) / 2 - centre.x) * ux + ((a.y + b.y) / 2 - centre.y) * uy
  return { x: centre.x + off * ux, y: centre.y + off * uy }
}
