import type { Um } from '@hewn/model'
import { areaOf, type Contour } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'
import { bandsOf, type Run } from './bands.ts'

/** No segment is shorter than this: a laser would only burn a dot. */
const SHORTEST: Um = 200

interface Turn extends Run {
  /** One enters material here when crossing it upward or rightward. */
  readonly enters: boolean
}

/**
 * Why a panel's contours are not sound, or nothing: no crossing, no touching, no spike, holes inside and apart (P11).
 * On any line through the panel, contours must be entered and left in turn: a crossing would give a third level somewhere.
 */
export function unsoundContours(panel: Panel): string | undefined {
  const contours = [panel.outline, ...panel.holes]
  const seen = new Set<number>()
  const rows: Turn[] = []
  const columns: Turn[] = []
  for (const contour of contours) {
    if (contour.length < 4) return 'a contour has fewer than four corners'
    const why = readRuns(contour, rows, columns, seen)
    if (why) return why
  }
  return outOfTurn(rows) ?? outOfTurn(columns)
}

/** Why a panel is not one piece, or nothing: one outline around, and nothing but holes in it (P13). */
export function notOnePiece(panel: Panel): string | undefined {
  if (areaOf(panel.outline) <= 0) return 'the outline does not go around material'
  if (panel.holes.some((hole) => areaOf(hole) >= 0)) return 'a hole holds an island'
  return undefined
}

function readRuns(contour: Contour, rows: Turn[], columns: Turn[], seen: Set<number>): string | undefined {
  for (const [index, point] of contour.entries()) {
    const next = contour[(index + 1) % contour.length] ?? point
    const [dx, dy] = [next.x - point.x, next.y - point.y]
    if (dx !== 0 && dy !== 0) return 'a line does not run along an axis'
    if (Math.abs(dx + dy) < SHORTEST) return `a segment is ${Math.abs(dx + dy) / 1000} mm long`
    // Places are below 2^25 µm, so two of them are one whole number.
    const place = (point.x + OFFSET) * 2 * OFFSET + point.y + OFFSET
    if (seen.has(place)) return 'two corners touch'
    seen.add(place)
    if (dy === 0)
      rows.push({ at: point.y, from: Math.min(point.x, next.x), to: Math.max(point.x, next.x), enters: dx > 0 })
    else columns.push({ at: point.x, from: Math.min(point.y, next.y), to: Math.max(point.y, next.y), enters: dy < 0 })
  }
  return undefined
}
const OFFSET = 2 ** 25

function outOfTurn(runs: readonly Turn[]): string | undefined {
  for (const crossed of bandsOf(runs).crossed) {
    let inside = false
    let last = Number.NEGATIVE_INFINITY
    for (const run of crossed) {
      if (run.enters === inside) return 'contours cross'
      if (run.at === last) return 'contours touch'
      inside = run.enters
      last = run.at
    }
    if (inside) return 'a contour is open'
  }
  return undefined
}
