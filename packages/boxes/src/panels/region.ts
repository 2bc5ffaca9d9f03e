import type { Um } from '@hewn/model'
import type { Span } from '../frame.ts'
import type { Contour, Point } from './contour.ts'

export interface Rect {
  readonly x: Span
  readonly y: Span
}

/**
 * The contours of rectangles put together less others: outer ones counter-clockwise, holes clockwise, each from its lowest,
 * then leftmost corner. Every outline of a box is made so: body, strips, feet and tabs, less notches.
 *
 * Marks the cells of a grid through all corners and walks around what is marked; polygon booleans are ten times slower.
 */
export function regionOf(adds: readonly Rect[], cuts: readonly Rect[]): Contour[] {
  const all = [...adds, ...cuts]
  const xs = stopsOf(all, ({ x }, add) => x.forEach(add))
  const ys = stopsOf(all, ({ y }, add) => y.forEach(add))
  const wide = xs.length + 1
  // One empty cell around, so that nobody asks for what lies outside.
  const filled = new Uint8Array(wide * (ys.length + 1))
  const mark = ({ x, y }: Rect, value: 0 | 1): void => {
    const [left, right] = [placeOf(xs, x[0]) + 1, placeOf(xs, x[1])]
    for (let row = placeOf(ys, y[0]) + 1, last = placeOf(ys, y[1]); row <= last; row++) {
      filled.fill(value, row * wide + left, row * wide + right + 1)
    }
  }
  for (const rect of adds) mark(rect, 1)
  for (const rect of cuts) mark(rect, 0)
  return walks(filled, wide, xs, ys)
}

/** Every place that any of these names, low to high, each once. */
export function stopsOf<T>(things: readonly T[], name: (thing: T, add: (place: Um) => void) => void): Um[] {
  const places = new Set<Um>()
  for (const thing of things) name(thing, (place) => void places.add(place))
  return [...places].toSorted((a, b) => a - b)
}

/** The index of a stop, or of the first beyond a place. */
export function placeOf(stops: readonly Um[], place: Um): number {
  let [low, high] = [0, stops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stops[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

// Right, up, left, down: where the way along a border may go.
const STEP_X = [1, 0, -1, 0]
const STEP_Y = [0, 1, 0, -1]

/** Corner (i, j) has the cells (i, j), (i + 1, j), (i, j + 1), (i + 1, j + 1) around it; material lies to the left. */
function walks(filled: Uint8Array, wide: number, xs: readonly Um[], ys: readonly Um[]): Contour[] {
  const contours: Contour[] = []
  const started = new Uint8Array(filled.length)
  for (let j = 0; j < ys.length; j++) {
    for (let i = 0; i < xs.length; i++) {
      const cell = j * wide + i
      const [below, above] = [filled[cell + 1], filled[cell + wide + 1]]
      // A border to the right starts here: material above it, or below it for the top of a hole's floor.
      const isOuterStart = above === 1 && below === 0 && filled[cell + wide] === 0
      const isHoleStart = above === 0 && below === 1 && filled[cell + wide] === 1 && filled[cell] === 1
      if (started[cell]) continue
      if (isOuterStart) contours.push(walk(filled, wide, xs, ys, i, j, 0, started))
      else if (isHoleStart) contours.push(walk(filled, wide, xs, ys, i, j, 1, started))
    }
  }
  return contours
}

function walk(
  filled: Uint8Array,
  wide: number,
  xs: readonly Um[],
  ys: readonly Um[],
  fromX: number,
  fromY: number,
  heading: number,
  started: Uint8Array,
): Contour {
  const points: Point[] = []
  let [i, j, way] = [fromX, fromY, heading]
  do {
    points.push({ x: xs[i] ?? 0, y: ys[j] ?? 0 })
    started[j * wide + i] = 1
    // Straight on while material is to the left only.
    for (;;) {
      i += STEP_X[way] ?? 0
      j += STEP_Y[way] ?? 0
      const next = turned(filled, wide, i, j, way)
      if (next === way) continue
      way = next
      break
    }
  } while (i !== fromX || j !== fromY || way !== heading)
  return points
}

/** Which way a border goes on at a corner: left around material that ends, right where more of it begins. */
function turned(filled: Uint8Array, wide: number, i: number, j: number, way: number): number {
  const cell = j * wide + i
  const [sw, se, nw, ne] = [
    filled[cell] === 1,
    filled[cell + 1] === 1,
    filled[cell + wide] === 1,
    filled[cell + wide + 1] === 1,
  ]
  const [aheadLeft, aheadRight] = way === 0 ? [ne, se] : way === 1 ? [nw, ne] : way === 2 ? [sw, nw] : [se, sw]
  if (!aheadLeft) return (way + 1) & 3
  return aheadRight ? (way + 3) & 3 : way
}
