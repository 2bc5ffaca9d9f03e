import type { Axis, Um } from '@hewn/model'
import { AXES, type Block, type Span } from '../frame.ts'
import type { Panel } from '../panels/panel.ts'
import { placeOf, stopsOf } from '../panels/region.ts'

/** No segment is shorter than this: a laser would only burn a dot. */
export const SHORTEST: Um = 200

/** Between two places on one axis a panel's material is the same spans on the other. */
export interface Strip {
  readonly from: Um
  readonly to: Um
  readonly spans: readonly Span[]
}

/**
 * A panel as the proof sees it: a sheet across one axis, and what lines along the two others meet.
 * The proof trusts this and nothing else.
 */
export interface Slab {
  readonly panel: Panel
  readonly axis: Axis
  readonly at: Span
  readonly block: Block
  /** Why its contours are not sound, if they are not: no crossing, no touching, no spike, holes inside and apart (P11). */
  readonly flaw: string | undefined
  /** The narrowest stretch of material that any line along its axes meets. */
  readonly narrowest: Um
  /** Where its material begins and ends along one axis, for every stretch of the other. */
  profile(along: Axis): readonly Profile[]
  /** Material between `from` and `to` of one axis, as spans on the other axis of the plane. */
  strips(across: Axis, from: Um, to: Um): readonly Strip[]
}

/** Between two places on one axis a panel reaches from `low` to `high` on the other. */
export interface Profile {
  readonly from: Um
  readonly to: Um
  readonly low: Um
  readonly high: Um
}

/** What is there between every two neighbouring corners on one axis. */
interface Layout {
  readonly stops: readonly Um[]
  readonly spans: readonly (readonly Span[])[]
}

const NOTHING: Layout = { stops: [], spans: [] }

export function slabOf(panel: Panel): Slab {
  const { frame, at } = panel
  const [first, second] = [frame.right.axis, frame.up.axis]
  const { across, up, flaw, narrowest } = read(panel)
  const layouts: Record<Axis, Layout> = { x: NOTHING, y: NOTHING, z: NOTHING }
  layouts[first] = across
  layouts[second] = up
  const profiles = new Map<Axis, readonly Profile[]>()
  const profile = (along: Axis): readonly Profile[] => {
    const known = profiles.get(along)
    if (known) return known
    const made = profileOf(layouts[along === first ? second : first])
    profiles.set(along, made)
    return made
  }
  const extent = (axis: Axis): Span => [layouts[axis].stops[0] ?? 0, layouts[axis].stops.at(-1) ?? 0]
  return {
    panel,
    axis: frame.out.axis,
    at,
    block: { [first]: extent(first), [second]: extent(second), [frame.out.axis]: at } as Record<Axis, Span>,
    flaw,
    narrowest,
    profile,
    strips: (axis, from, to) => stripsOf(layouts[axis], from, to),
  }
}

interface Read {
  readonly across: Layout
  readonly up: Layout
  readonly flaw: string | undefined
  readonly narrowest: Um
}

/**
 * Marks on a grid through all corners where lines enter and leave material, and reads every line once from end to end.
 * On any line contours must be entered and left in turn: a crossing would give a third level somewhere.
 */
function read(panel: Panel): Read {
  const { origin, right, up } = panel.frame
  // Cut-outs keep away from every place where parts meet, which is proven on its own (P12), so here the blank is enough.
  const { outline, holes } = panel.features.length > 0 ? panel.blank : panel
  const contours = [outline, ...holes]
  const [zeroX, zeroY] = [origin[AXES.indexOf(right.axis)] ?? 0, origin[AXES.indexOf(up.axis)] ?? 0]
  const xOf = (x: Um): Um => zeroX + right.sign * x
  const yOf = (y: Um): Um => zeroY + up.sign * y
  const xs = stopsOf(contours, (contour, add) => contour.forEach(({ x }) => add(xOf(x))))
  const ys = stopsOf(contours, (contour, add) => contour.forEach(({ y }) => add(yOf(y))))
  const [columns, rows] = [xs.length, ys.length]
  const corners = new Uint8Array(columns * rows)
  const rising = new Int8Array(columns * rows)
  const crossing = new Int8Array(columns * rows)
  let flaw: string | undefined
  for (const contour of contours) {
    if (contour.length < 4) flaw ??= 'a contour has fewer than four corners'
    let before = contour.at(-1)
    let [i, j] = [placeOf(xs, xOf(before?.x ?? 0)), placeOf(ys, yOf(before?.y ?? 0))]
    for (const point of contour) {
      const [dx, dy] = [point.x - (before?.x ?? 0), point.y - (before?.y ?? 0)]
      const [column, row] = [dx === 0 ? i : placeOf(xs, xOf(point.x)), dy === 0 ? j : placeOf(ys, yOf(point.y))]
      if (dx !== 0 && dy !== 0) flaw ??= 'a line does not run along an axis'
      if (Math.abs(dx + dy) < SHORTEST) flaw ??= `a segment is ${Math.abs(dx + dy) / 1000} mm long`
      if (corners[column * rows + row]) flaw ??= 'two corners touch'
      corners[column * rows + row] = 1
      // Material lies to the left of where a contour goes; seen in the box, left may be right.
      const isRising = dx > 0 === up.sign > 0
      const isCrossing = dy < 0 === right.sign > 0
      for (let band = Math.min(i, column), end = Math.max(i, column); band < end; band++) {
        if (rising[band * rows + row] !== 0) flaw ??= 'contours touch'
        rising[band * rows + row] = isRising ? 1 : -1
      }
      for (let band = Math.min(j, row), end = Math.max(j, row); band < end; band++) {
        if (crossing[band * columns + column] !== 0) flaw ??= 'contours touch'
        crossing[band * columns + column] = isCrossing ? 1 : -1
      }
      before = point
      i = column
      j = row
    }
  }
  const [lines, columnLines] = [linesOf(rising, xs, ys), linesOf(crossing, ys, xs)]
  return {
    across: { stops: xs, spans: lines.spans },
    up: { stops: ys, spans: columnLines.spans },
    flaw: flaw ?? lines.flaw ?? columnLines.flaw,
    narrowest: Math.min(lines.narrowest, columnLines.narrowest),
  }
}

/** In every band of one axis: where material is on the other. */
function linesOf(marks: Int8Array, bands: readonly Um[], stops: readonly Um[]) {
  const spans: Span[][] = []
  let narrowest = Number.POSITIVE_INFINITY
  let flaw: string | undefined
  for (let band = 0, at = 0; band + 1 < bands.length; band++) {
    const found: Span[] = []
    let from: Um | undefined
    for (const stop of stops) {
      const mark = marks[at++]
      if (mark === 0) continue
      if ((mark === 1) === (from !== undefined)) flaw ??= 'contours cross'
      if (mark === 1) from = stop
      else if (from !== undefined) {
        found.push([from, stop])
        narrowest = Math.min(narrowest, stop - from)
        from = undefined
      }
    }
    if (from !== undefined) flaw ??= 'a contour is open'
    spans.push(found)
  }
  return { spans, narrowest, flaw }
}

function profileOf({ stops, spans }: Layout): Profile[] {
  const found: Profile[] = []
  spans.forEach((band, index) => {
    const [low, high] = [band[0]?.[0], band.at(-1)?.[1]]
    const [from, to] = [stops[index], stops[index + 1]]
    if (low !== undefined && high !== undefined && from !== undefined && to !== undefined)
      found.push({ from, to, low, high })
  })
  return found
}

function stripsOf({ stops, spans }: Layout, from: Um, to: Um): Strip[] {
  const strips: Strip[] = []
  // The band in which a place lies: −1 below the first.
  let band = placeOf(stops, from + 1) - 1
  let start = from
  while (start < to) {
    const end = Math.min(to, stops[band + 1] ?? to)
    strips.push({ from: start, to: end, spans: spans[band] ?? [] })
    start = end
    band++
  }
  return strips
}

/** How much two sorted lists of spans share. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): Um {
  let [sum, i, j] = [0, 0, 0]
  for (;;) {
    const [one, two] = [a[i], b[j]]
    if (!one || !two) return sum
    sum += Math.max(0, Math.min(one[1], two[1]) - Math.max(one[0], two[0]))
    if (one[1] < two[1]) i++
    else j++
  }
}

export const totalLength = (spans: readonly Span[]): Um => spans.reduce((sum, [from, to]) => sum + to - from, 0)
