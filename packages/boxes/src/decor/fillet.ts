import { type Corner, fromUm, toUm, type Um } from '@hewn/model'
import { nextOf, type Place, samePlace } from '../panels/contour.ts'
import { type Board, note } from './board.ts'
import { sliver } from './decor.ts'
import { problem } from '../recipe/recipe-problem.ts'
import { gap, type Round, round, roundOf } from './distance.ts'
import { anchorOf, take } from './room.ts'
import { SHORTEST } from './shapes.ts'

const MOST_FILLET: Um = 100_000

/** Rounds corners whose two edges are free there, as much as is free (BX26). */
export function fillet(board: Board, corners: readonly Corner[], asked: number, path: string): void {
  if (toUm(asked) < SHORTEST) {
    if (asked > 0) note(board, `${path}.radius`, 'A corner rounded by less than 0.2 mm is left square.', asked, 0)
    return
  }
  for (const corner of corners) roundOff(board, corner, asked, path, corners)
}

function roundOff(board: Board, corner: Corner, asked: number, path: string, corners: readonly Corner[]): void {
  const { id } = board.room.panel
  const free = freeCorner(board, corner, toUm(asked))
  if (!free) {
    const nearest = corners.filter((one) => freeCorner(board, one, toUm(asked)))
    const why = isRounded(board, corner) ? 'it is rounded already' : 'it is part of a joint'
    const message = `${corner} of ${id} cannot be rounded — ${why}`
    board.problems.push(problem('RECIPE_CORNER_LOCKED', `${path}.corners`, message, nearest, corner))
    return
  }
  const { at, before, after, radius } = free
  const got = fromUm(radius)
  if (radius < toUm(asked))
    note(board, `${path}.radius`, `${corner} of ${id} is rounded by ${got} mm, as much as its edges allow.`, asked, got)
  board.fillets.push({ corner, at, radius })
  take(board.room, [square(at, before, after, radius)], `fillet:${corner}`)
  const contours = [sliver(before, at, after, radius)]
  board.features.push({ id: `fillet:${id}:${corner}`, type: 'fillet', path, closed: false, contours })
}

const isRounded = (board: Board, corner: Corner): boolean => board.fillets.some((one) => one.corner === corner)

interface FreeCorner {
  readonly at: Place
  readonly before: Place
  readonly after: Place
  /** As much of what was asked as is free of joints and other cut-outs. */
  readonly radius: Um
}

/** Nothing where two edges do not end, or end no more. */
function freeCorner(board: Board, corner: Corner, asked: Um): FreeCorner | undefined {
  const { panel, sides, taken, web, zones } = board.room
  const at = anchorOf(board.room, corner)
  const { outline, holes } = panel.blank
  const index = outline.findIndex((point) => samePlace(point, at))
  const [before, after] = [outline.at(index - 1), nextOf(outline, index)]
  if (index < 0 || !before || !after || isRounded(board, corner)) return undefined
  const left = (end: Place): Um =>
    Math.abs(end.x - at.x) +
    Math.abs(end.y - at.y) -
    (board.fillets.find((other) => samePlace(other.at, end))?.radius ?? 0)
  const ends = [left(before), left(after)]
  const most = Math.min(asked, MOST_FILLET, ...ends)
  const isFree = (radius: Um): boolean => {
    // At its far end a corner may touch a joint, along its own edges it may not.
    const shape = square(at, before, after, radius - 3)
    const isClear = (other: Round): boolean => gap(shape, other, 2) > 1
    const isApart = (other: Round): boolean => gap(shape, other, web) >= web
    return (
      zones.every(isClear) &&
      sides.every((side) => side.core.some((end) => samePlace(end, at)) || isClear(side)) &&
      taken.every((other) => other.name.startsWith('fillet:') || isApart(other)) &&
      holes.every((hole) => isApart(round(hole, 0)))
    )
  }
  let [low, high] = [0, most]
  if (high < SHORTEST || !isFree(SHORTEST)) return undefined
  if (isFree(high)) low = high
  while (high - low > 10) {
    const middle = Math.floor((low + high) / 2)
    if (isFree(middle)) low = middle
    else high = middle
  }
  const radius = withSoundRests(low, ends)
  return radius < SHORTEST ? undefined : { at, before, after, radius }
}

/** What is left of either edge beside a fillet is long enough or nothing; the longer edge first, so that both hold. */
const withSoundRests = (wished: Um, ends: readonly Um[]): Um =>
  ends
    .toSorted((a, b) => b - a)
    .reduce((radius, end) => (radius !== end && end - radius < SHORTEST ? end - SHORTEST : radius), wished)

function square(at: Place, before: Place, after: Place, radius: Um): Round {
  const [dx, dy] = [before, after].reduce(
    ([x, y], to) => [x + Math.sign(to.x - at.x) * radius, y + Math.sign(to.y - at.y) * radius],
    [0, 0] as [Um, Um],
  )
  const span = (from: Um, by: Um) => [Math.min(from, from + by), Math.max(from, from + by)] as const
  return roundOf({ x: span(at.x, dx), y: span(at.y, dy) })
}
