import type { Axis, Um } from '@hewn/model'
import { AXES, type Block, type Span } from '../frame.ts'
import type { Contour } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'

/** A stretch of a contour that runs along one axis of the box. */
interface Run {
  readonly at: Um
  readonly from: Um
  readonly to: Um
}

/** Between two places on one axis a panel's material is the same spans on the other. */
export interface Strip {
  readonly from: Um
  readonly to: Um
  readonly spans: readonly Span[]
}

/**
 * A panel as the proof sees it: a sheet across one axis, with its contours as runs along the two others.
 * The proof trusts this and nothing else.
 */
export interface Slab {
  readonly panel: Panel
  readonly axis: Axis
  readonly at: Span
  readonly block: Block
  /** Every contour line runs along an axis. */
  readonly straight: boolean
  /** Material between `from` and `to` of one axis, as spans on the other axis of the plane. */
  strips(across: Axis, from: Um, to: Um): readonly Strip[]
}

export function slabOf(panel: Panel): Slab {
  const { frame, at } = panel
  const flat = [frame.right.axis, frame.up.axis] as const
  const runs: Record<Axis, Run[]> = { x: [], y: [], z: [] }
  const stops: Record<Axis, Um[]> = { x: [], y: [], z: [] }
  let straight = true
  for (const contour of [panel.outline, ...panel.holes]) {
    const placed = placedPoints(panel, contour)
    placed.forEach((point, index) => {
      const next = placed[(index + 1) % placed.length] ?? point
      stops[flat[0]].push(point[0])
      stops[flat[1]].push(point[1])
      if (point[1] === next[1]) runs[flat[0]].push(run(point[1], point[0], next[0]))
      else if (point[0] === next[0]) runs[flat[1]].push(run(point[0], point[1], next[1]))
      else straight = false
    })
  }
  for (const axis of flat) {
    runs[axis].sort((a, b) => a.at - b.at)
    stops[axis] = distinct(stops[axis])
  }
  const extent = (axis: Axis): Span => [stops[axis][0] ?? 0, stops[axis].at(-1) ?? 0]
  const block = { [flat[0]]: extent(flat[0]), [flat[1]]: extent(flat[1]), [frame.out.axis]: at } as Record<Axis, Span>
  const known = new Map<string, readonly Strip[]>()
  return {
    panel,
    axis: frame.out.axis,
    at,
    block,
    straight,
    strips(across, from, to) {
      const key = `${across}${from}:${to}`
      const found = known.get(key) ?? cutStrips(runs[across], stops[across], from, to)
      known.set(key, found)
      return found
    },
  }
}

const run = (at: Um, a: Um, b: Um): Run => ({ at, from: Math.min(a, b), to: Math.max(a, b) })

/** The points of a contour on the two axes of its plane, in the box. */
function placedPoints(panel: Panel, contour: Contour): [Um, Um][] {
  const { origin, right, up } = panel.frame
  const [x, y] = [origin[AXES.indexOf(right.axis)] ?? 0, origin[AXES.indexOf(up.axis)] ?? 0]
  return contour.map((point) => [x + right.sign * point.x, y + up.sign * point.y])
}

export const distinct = (values: readonly Um[]): Um[] => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1])
}

/** Between two neighbouring corners nothing changes, so one line through the middle says what is there. */
function cutStrips(runs: readonly Run[], stops: readonly Um[], from: Um, to: Um): Strip[] {
  const borders = [from, ...stops.filter((stop) => stop > from && stop < to), to]
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? from
    return { from: start, to: end, spans: spansAt(runs, (start + end) / 2) }
  })
}

function spansAt(runs: readonly Run[], place: Um): Span[] {
  const crossed = runs.filter((candidate) => candidate.from < place && candidate.to > place)
  const spans: Span[] = []
  for (let index = 0; index + 1 < crossed.length; index += 2) {
    spans.push([crossed[index]?.at ?? 0, crossed[index + 1]?.at ?? 0])
  }
  return spans
}

/** How much two sorted lists of spans share. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): Um {
  let [sum, i, j] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [one, two] = [a[i] as Span, b[j] as Span]
    sum += Math.max(0, Math.min(one[1], two[1]) - Math.max(one[0], two[0]))
    if (one[1] < two[1]) i++
    else j++
  }
  return sum
}

export const totalLength = (spans: readonly Span[]): Um => spans.reduce((sum, [from, to]) => sum + to - from, 0)
