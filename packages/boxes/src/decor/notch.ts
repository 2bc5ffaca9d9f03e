import { type CutoutShape, type Edge, toUm, type Um } from '@hewn/model'
import { fromLowest } from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'
import { type Board, cannotBeCut, copiesOf, type Entry, noteRadius, refuse, sizeOf } from './board.ts'
import { notchPoints, sideHolding } from './decor.ts'
import { type Round, roundOf } from './distance.ts'
import { inTheWay, type Refused, take } from './room.ts'
import { cornerRadius } from './shapes.ts'

/** What opens through a free run of an edge. */
export function notch(board: Board, cutout: Extract<CutoutShape, { type: 'notch' }>, entry: Entry): void {
  const { edge } = cutout
  const { room } = board
  const copies = copiesOf(board, cutout, entry.path)
  if (!copies) return
  const [width, depth] = [toUm(cutout.width), toUm(cutout.depth)]
  const radius = cornerRadius(toUm(cutout.radius ?? 0), [width, 2], [depth, 1])
  const isLevel = edge === 'top' || edge === 'bottom'
  const rects = copies.map(({ x, y }) =>
    notchRect(room.extent, edge, (isLevel ? x : y) - Math.floor(width / 2), width, depth),
  )
  const opened: Round[] = []
  let refused: Refused | undefined
  for (const rect of rects) {
    const side = room.sides[sideHolding(room.panel.blank.outline, { edge, rect }, room.web)]
    if (side) opened.push(side)
    else
      refused = { code: 'RECIPE_FEATURE_OUTSIDE', why: `the ${edge} edge has no free run of ${cutout.width} mm there` }
  }
  const shapes = rects.map((rect) => roundOf(rect))
  refused ??= inTheWay(room, shapes, opened)
  if (refused) {
    refuse(board, entry, refused.code, cannotBeCut(board, cutout, refused), sizeOf(cutout))
    return
  }
  take(room, shapes, entry.name)
  const cuts = rects.map((rect) => ({ edge, rect, radius }))
  board.notches.push(...cuts)
  const contours = cuts.map((cut) => fromLowest(notchPoints(cut)))
  board.features.push({ id: entry.name, type: 'notch', path: entry.path, closed: false, contours })
  noteRadius(board, entry.path, 'The notch is', cutout.radius, radius)
}

function notchRect({ x, y }: Rect, edge: Edge, from: Um, width: Um, depth: Um): Rect {
  const along = [from, from + width] as const
  switch (edge) {
    case 'top':
      return { x: along, y: [y[1] - depth, y[1]] }
    case 'bottom':
      return { x: along, y: [y[0], y[0] + depth] }
    case 'left':
      return { x: [x[0], x[0] + depth], y: along }
    case 'right':
      return { x: [x[1] - depth, x[1]], y: along }
  }
}
