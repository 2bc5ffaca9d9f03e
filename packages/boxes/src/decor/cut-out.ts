import type { CutoutShape } from '@hewn/model'
import type { Place } from '../panels/contour.ts'
import {
  type Board,
  cannotBeCut,
  copiesOf,
  type Entry,
  type Healed,
  isOptional,
  largest,
  note,
  noteRadius,
  refuse,
  sizeOf,
} from './board.ts'
import { anchorOf, inTheWay, placeOf, take } from './room.ts'
import { type Round } from './distance.ts'
import { movedRound, movedShape, shapeOf } from './shapes.ts'

type Closed = Exclude<CutoutShape, { type: 'notch' }>

/** Problems for which a place that works is searched: whoever mends one asks again. */
const MOST_SEARCHED = 2
const RASTER = 12

/** A cut-out inside a panel, and its copies. */
export function cutOut(board: Board, cutout: Closed, entry: Entry): void {
  const { path } = entry
  const shape = shapeOf(cutout)
  if ('why' in shape) {
    const healed = shape.hull && { path: `${path}.points`, nearest: shape.hull }
    refuseShape(board, entry, shape.why, healed)
    return
  }
  const copies = copiesOf(board, cutout, path)
  if (!copies) return
  const shapes = copies.map((copy) => movedShape(shape, copy))
  const refused = inTheWay(board.room, shapes)
  if (!refused) {
    take(board.room, shapes, entry.name)
    const contours = shapes.map(({ contour }) => contour)
    board.features.push({ id: entry.name, type: cutout.type, path, closed: true, contours })
    if (cutout.type === 'rect') noteRadius(board, path, 'The corners are', cutout.radius, shape.radius)
    return
  }
  const fits = (other: Closed): boolean => inTheWay(board.room, shapesOf(board, other, copies, cutout)) === undefined
  const smaller = (): number | undefined =>
    cutout.type === 'circle' ? largest(cutout.diameter, (diameter) => fits({ ...cutout, diameter })) : undefined
  if (isOptional(entry)) {
    const diameter = smaller()
    if (diameter === undefined) note(board, path, `There is no room for a pull on ${board.room.panel.id}.`)
    else cutOut(board, { ...cutout, diameter } as Closed, entry)
    return
  }
  const isSearched = board.problems.length < MOST_SEARCHED && entry.step.name === undefined
  const healed = isSearched ? (shrunk(cutout, smaller(), path) ?? moved(board, cutout, fits, path)) : undefined
  refuse(board, entry, refused.code, cannotBeCut(board, cutout, refused), sizeOf(cutout), healed)
}

function refuseShape(board: Board, entry: Entry, message: string, healed?: { path: string; nearest: unknown }): void {
  if (healed) board.problems.push({ code: 'RECIPE_SHAPE', message, ...healed })
  else refuse(board, entry, 'RECIPE_SHAPE', message, undefined)
}

/** Another one in its place, with the same copies. */
function shapesOf({ room }: Board, other: Closed, copies: readonly Place[], first: Closed): Round[] {
  const shape = shapeOf(other)
  const [from, to] = [placeOf(room, first), placeOf(room, other)]
  return 'why' in shape
    ? []
    : copies.map(({ x, y }) => movedRound(shape, { x: x + to.x - from.x, y: y + to.y - from.y }))
}

/** Something much smaller is not what was wanted. */
const shrunk = (cutout: Closed, diameter: number | undefined, path: string): Healed | undefined =>
  cutout.type === 'circle' && diameter !== undefined && diameter >= cutout.diameter / 4
    ? { path: `${path}.diameter`, limit: diameter, nearest: diameter, advice: `at most ${diameter} mm there` }
    : undefined

/** The nearest place of a coarse raster where a cut-out fits as it is. */
function moved({ room }: Board, cutout: Closed, fits: (other: Closed) => boolean, path: string): Healed | undefined {
  const { x, y } = room.extent
  const wished = placeOf(room, cutout)
  const anchor = anchorOf(room, cutout.from)
  const on = ([from, to]: readonly [number, number], step: number): number => from + ((to - from) * step) / RASTER
  const places = Array.from({ length: (RASTER - 1) ** 2 }, (_, index): Place & { far: number } => {
    const place = { x: on(x, 1 + Math.floor(index / (RASTER - 1))), y: on(y, 1 + (index % (RASTER - 1))) }
    return { ...place, far: Math.hypot(place.x - wished.x, place.y - wished.y) }
  })
  for (const place of places.toSorted((a, b) => a.far - b.far)) {
    const tenths = (axis: 'x' | 'y'): number => Math.round((place[axis] - anchor[axis]) / 100) / 10
    const nearest = { ...cutout, x: tenths('x'), y: tenths('y') }
    if (fits(nearest)) {
      const advice = `it can be ${nearest.x} mm right and ${nearest.y} mm up of ${cutout.from ?? 'centre'}`
      return { path, nearest, advice }
    }
  }
  return undefined
}
