import {
  apart,
  type Arc,
  type Contour,
  flattened,
  nextOf,
  type Path,
  type Place,
  type Point,
  radiusOf,
  turn,
} from '../panels/contour.ts'
import { arcsAgain } from './arcs-again.ts'
import { unionOf } from './union.ts'

/** How far chords may be from the round ends and bends of a pen's trace while strokes are put together, as a share of its width. */
const COARSE = 0.004
/** Every stretch is this much narrower than the one before, so that no two sides ever lie on each other. */
const NARROWER = 0.0007
const STEPS = 16

/**
 * What a pen of some width leaves behind on its way along strokes, as closed lines around it: outer ones counter-clockwise,
 * what it leaves free in an O clockwise (BX55). Strokes that meet become one shape, which no laser program can misread: most
 * of them clear again what is filled twice.
 */
export function penOutlines(strokes: readonly Path[], width: number): Contour[] {
  const traces = strokes.flatMap((stroke) => stroke.slice(1).map((to, index) => ({ from: stroke[index] ?? to, to })))
  const capsules = traces.map(({ from, to }, index) =>
    capsule(from, to, (width / 2) * (1 - NARROWER * (index % STEPS)), width),
  )
  return heapsOf(capsules).flatMap((heap) =>
    unionOf(heap).map((loop) => tidy(arcsAgain(loop, width * COARSE), width * COARSE * 0.1)),
  )
}

/** One stretch of a stroke with its round ends, counter-clockwise; what is round is in chords that say of which arc. */
function capsule(from: Point, to: Point, radius: number, width: number): Point[] {
  const beside = (by: number): Place[] => {
    const { arc } = from
    if (!arc) {
      const long = apart(from, to)
      const [dx, dy] = [(by * (to.y - from.y)) / long, (-by * (to.x - from.x)) / long]
      return [from, to].map(({ x, y }) => ({ x: x + dx, y: y + dy }))
    }
    const around = radiusOf(from, arc)
    const share = Math.max(0, around + by * arc.turn) / around
    const moved = ({ x, y }: Place): Place => ({
      x: arc.centre.x + (x - arc.centre.x) * share,
      y: arc.centre.y + (y - arc.centre.y) * share,
    })
    // As many chords on the inner side as on the outer.
    const bend = flattened([from, { x: to.x, y: to.y }], (width * COARSE) / Math.max(share, 1), false)
    return bend.map(moved)
  }
  const [right, left] = [beside(radius), beside(-radius).toReversed()]
  const { arc } = from
  return [
    ...chordsOf(right.slice(0, -1), arc),
    ...chordsOf(halfCircle(to, right.at(-1)), { centre: to, turn: 1 }),
    ...chordsOf(left.slice(0, -1), arc && { centre: arc.centre, turn: arc.turn > 0 ? -1 : 1 }),
    ...chordsOf(halfCircle(from, left.at(-1)), { centre: from, turn: 1 }),
  ]
}

const chordsOf = (places: readonly Place[], arc: Arc | undefined): Point[] =>
  places.map(({ x, y }) => ({ x, y, ...(arc ? { arc } : {}) }))

/** Counter-clockwise around an end of a stroke, from one side of it to the other; the last place belongs to that side. */
function halfCircle(centre: Place, start: Place = centre): Place[] {
  const radius = apart(centre, start)
  const count = Math.ceil(Math.PI / (2 * Math.acos(1 - 2 * COARSE)))
  const begin = Math.atan2(start.y - centre.y, start.x - centre.x)
  return Array.from({ length: count }, (_, index) => {
    const angle = begin + (Math.PI * index) / count
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
  })
}

/** Letters do not touch, so only what lies over each other in x is put together. */
function heapsOf(capsules: readonly Point[][]): Point[][][] {
  const reach = (points: readonly Place[], side: (...values: number[]) => number) => side(...points.map(({ x }) => x))
  const heaps: { right: number; capsules: Point[][] }[] = []
  for (const one of capsules.toSorted((a, b) => reach(a, Math.min) - reach(b, Math.min))) {
    const last = heaps.at(-1)
    const right = reach(one, Math.max)
    if (last && reach(one, Math.min) <= last.right) {
      last.capsules.push(one)
      last.right = Math.max(last.right, right)
    } else heaps.push({ right, capsules: [one] })
  }
  return heaps.map((heap) => heap.capsules)
}

/** Places that say nothing are left out: the union cuts where round ends nearly coincide. */
function tidy(loop: Contour, least: number): Point[] {
  const kept: Point[] = []
  loop.forEach((place, index) => {
    const [before, after] = [kept.at(-1) ?? loop.at(-1) ?? place, nextOf(loop, index)]
    const long = apart(before, after)
    const off = Math.abs(turn(before, place, after))
    if (place.arc || before.arc || off > least * long || long < least) kept.push(place)
  })
  return kept
}
