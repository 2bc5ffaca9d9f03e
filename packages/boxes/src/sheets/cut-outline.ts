import { boundsOf, type Contour, flattened, type Point } from '../panels/contour.ts'
import type { Mark, Panel } from '../panels/panel.ts'
import type { CutContour, Placement } from './cut-sheet.ts'
import type { PlacedPanel } from './cut-order.ts'
import type { NestItem } from '../nest/nest-room.ts'
import { turned } from '../nest/nest-outlines.ts'
import { strokesOf } from '../text/strokes-of.ts'
import { penOutlines } from './pen-outlines.ts'
import { withKerf } from './with-kerf.ts'

/** What the laser follows for one panel, in mm, its lower left at 0, 0. */
export interface CutOutline {
  readonly panel: Panel
  readonly width: number
  readonly height: number
  readonly outer: CutContour
  readonly inner: readonly CutContour[]
  readonly engrave: readonly CutContour[]
  readonly score: readonly CutContour[]
}

/** Nothing when the kerf would swallow a stretch of a contour. What is engraved or scored has no kerf. */
export function cutOutline(panel: Panel, kerf: number): CutOutline | undefined {
  const outer = withKerf(inMm(panel.outline), kerf)
  const inner = panel.holes.map((hole) => withKerf(inMm(hole), kerf))
  if (!outer || !inner.every((hole) => hole !== undefined)) return undefined
  const { x, y } = boundsOf(outer)
  const onLayer = (layer: Mark['layer']): Mark[] => panel.marks.filter((mark) => mark.layer === layer)
  const move = (contour: CutContour): CutContour => placed(contour, (px, py) => [px - x[0], py - y[0]])
  return {
    panel,
    width: x[1] - x[0],
    height: y[1] - y[0],
    outer: move(outer),
    inner: inner.map(move),
    engrave: onLayer('engrave').flatMap((mark) =>
      penOutlines(
        strokesOf(mark).map((stroke) => move(inMm(stroke))),
        (mark.width ?? 0) / 1000,
      ),
    ),
    score: onLayer('score').flatMap((mark) => strokesOf(mark).map((stroke) => move(inMm(stroke)))),
  }
}

const inMm = (contour: Contour): CutContour => placed(contour, (x, y) => [x / 1000, y / 1000])

/** How finely arcs are looked at where parts are laid side by side. */
const DEVIATION = 0.02

/** Parts of one thickness, for the nesting. Openings in which not even the smallest of them could lie are closed. */
export function nestItems(parts: readonly CutOutline[]): NestItem<CutOutline>[] {
  const smallest = Math.min(...parts.map((part) => Math.min(part.width, part.height)))
  return parts.map((part) => {
    const { width, height, outer, inner } = part
    const open = inner.filter((hole) => {
      const { x, y } = boundsOf(hole)
      return Math.min(x[1] - x[0], y[1] - y[0]) > smallest
    })
    const outlines = [outer, ...open].map((contour) =>
      flattened(contour, DEVIATION).map(({ x, y }): [number, number] => [x, y]),
    )
    return { part, width, height, outlines }
  })
}

/** The part where it came to lie on its sheet. */
export function placedPanel(part: CutOutline, placement: Placement): PlacedPanel {
  const { width, height } = part
  const place = (contour: CutContour): CutContour =>
    placed(contour, (px, py) => {
      const [x, y] = turned([px, py], placement.turn, width, height)
      return [placement.x + x, placement.y + y]
    })
  return {
    panel: part.panel.id,
    placement,
    outer: place(part.outer),
    inner: part.inner.map(place),
    engrave: part.engrave.map(place),
    score: part.score.map(place),
  }
}

/** Moved and turned, never mirrored: arcs keep the way they turn. */
function placed(contour: CutContour, to: (x: number, y: number) => [number, number]): CutContour {
  return contour.map((point): Point => {
    const [x, y] = to(point.x, point.y)
    if (!point.arc) return { x, y }
    const [cx, cy] = to(point.arc.centre.x, point.arc.centre.y)
    return { x, y, arc: { centre: { x: cx, y: cy }, turn: point.arc.turn } }
  })
}
