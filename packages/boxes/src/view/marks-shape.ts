import type { Geometry } from '@hewn/model'
import { flattened, type Place } from '../panels/contour.ts'
import type { Mark, Panel } from '../panels/panel.ts'
import { strokesOf } from '../text/strokes-of.ts'
import { penOutlines } from '../sheets/pen-outlines.ts'

/** How far chords may be from the arcs of a letter, in µm. */
const DEVIATION = 20

/** And from the round ends of a stroke that is engraved, as a share of its width. */
const FINE = 0.004

export const isMarked = ({ marks }: Panel): boolean => marks.length > 0

/** What is burnt into a panel, as lines on its outer side: scored strokes, and the outlines of what is engraved. */
export function marksShape({ marks, thickness }: Panel): Geometry {
  const lines = marks.flatMap(linesOf)
  const height = thickness / 1000
  const points = lines.flat()
  const edgePoints = new Float32Array(points.flatMap(({ x, y }) => [x / 1000, y / 1000, height]))
  let first = 0
  const edgeRanges = new Uint32Array(
    lines.flatMap((line) => {
      first += line.length
      return [first - line.length, line.length]
    }),
  )
  const [xs, ys] = [points.map(({ x }) => x / 1000), points.map(({ y }) => y / 1000)]
  const bounds: Geometry['bounds'] = {
    min: [Math.min(...xs), Math.min(...ys), height],
    max: [Math.max(...xs), Math.max(...ys), height],
  }
  return { closed: false, exact: false, deviation: DEVIATION / 1000, bounds, edgePoints, edgeRanges }
}

function linesOf(mark: Mark): Place[][] {
  const strokes = strokesOf(mark)
  const { layer, width = 0 } = mark
  if (layer === 'score') return strokes.map((stroke) => flattened(stroke, DEVIATION, false)).filter(isLine)
  return penOutlines(strokes, width)
    .map((outline) => closed(flattened(outline, Math.max(1, width * FINE))))
    .filter(isLine)
}

function closed(points: readonly Place[]): Place[] {
  const [start] = points
  return start ? [...points, start] : []
}

const isLine = (points: Place[]): boolean => points.length > 1
