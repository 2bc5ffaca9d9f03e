import type { Formula, PartPiece } from '@hewn/model'
import type { Kind, Settling } from '../kinds.ts'

/** A corner of an outline that is told by coordinates. */
export const VERTEX: Kind = {
  key: 'vertex',
  nouns: 'outline vertex',
  slots: {
    x: { label: 'Corner along x', accepts: '', min: -1e6 },
    y: { label: 'Corner along y', accepts: '', min: -1e6 },
  },
}

type Pair<T> = readonly [T, T]

export const cornersIn = (pieces: readonly PartPiece[]): Pair<Formula>[] =>
  pieces.flatMap(({ kind, sizes: { x = '0', y = '0' } }) => (kind === VERTEX.key ? [[x, y] as const] : []))

/** `Polygon((0, 0), (50, 0), …)`, where it was drawn. */
export const polygonOf = (corners: readonly Pair<Formula>[], align: string): string =>
  `Polygon(${corners.map((corner) => `(${corner.join(', ')})`).join(', ')}${align})`

export const spanOf = (all: readonly Formula[]): { low: Formula; high: Formula } => ({
  low: `min(${all.join(', ')})`,
  high: `max(${all.join(', ')})`,
})

/** Of every side, what stands before the comma and behind it, summed: twice the area, six times the first moment. */
export function around(corners: readonly Pair<Formula>[], weigh: (from: Formula, to: Formula) => Formula): Formula {
  const sides = corners.map(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y]
    return `${weigh(x, nextX)}(${x} * ${nextY} - ${nextX} * ${y})`
  })
  const sum = `(${sides.join(' + ')})`
  return `max(${sum}, -${sum})`
}

/** Three corners at least, and no side across another. */
export function closes(sizes: Settling): void {
  const corners = sizes.pieces(VERTEX.key).map((one): Pair<number> => [one.value('x'), one.value('y')])
  const crossed = corners.some((_, one) =>
    corners.some(
      (_other, two) => two > one + 1 && !(one === 0 && two === corners.length - 1) && meet(corners, one, two),
    ),
  )
  if (crossed)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      'The outline crosses itself: its corners have to come in their order around it.',
    )
}

function meet(corners: readonly Pair<number>[], one: number, two: number): boolean {
  const at = (place: number): Pair<number> => corners[place % corners.length] ?? [0, 0]
  const side = ([ax, ay]: Pair<number>, [bx, by]: Pair<number>, [cx, cy]: Pair<number>) =>
    Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
  const [a, b, c, d] = [at(one), at(one + 1), at(two), at(two + 1)]
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
