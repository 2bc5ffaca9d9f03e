import { type Contour, type Point, turn } from '../panels/contour.ts'

/**
 * Triangles of an outline with holes, counter-clockwise, as indices into all points in their order, three after three. Every point is used
 * and none is added, so a wall that stands on the contour meets the triangles edge to edge (a watertight mesh).
 *
 * Sweeps from the top and cuts where the shape is not monotone, then takes each piece with a stack. Ear clipping was the
 * shorter program, but it drops points that lie on a line, and a comb is nothing but points on a line.
 */
export function triangulate(contours: readonly Contour[]): number[] {
  const points = contours.flat()
  const before: number[] = []
  const after: number[] = []
  let start = 0
  for (const { length } of contours) {
    for (let index = 0; index < length; index++) {
      before.push(start + ((index + length - 1) % length))
      after.push(start + ((index + 1) % length))
    }
    start += length
  }
  const triangles: number[] = []
  for (const piece of monotonePieces(points, after, diagonalsOf(points, before, after)))
    stackTriangles(points, piece, triangles)
  return triangles
}

/** On one height the left point counts as the higher, as if the plane were turned a little. */
const isBelow = (a: Point, b: Point): boolean => a.y < b.y || (a.y === b.y && a.x > b.x)

function diagonalsOf(
  points: readonly Point[],
  before: readonly number[],
  after: readonly number[],
): [number, number][] {
  const diagonals: [number, number][] = []
  /** Left borders that the sweep line crosses, by their first point: the lowest point that can be seen from them. */
  const helpers = new Map<number, number>()
  const merges = new Set<number>()
  const at = (index: number): Point => points[index] as Point
  const next = (index: number): number => after[index] as number
  const previous = (index: number): number => before[index] as number
  const order = points.map((_, index) => index).toSorted((a, b) => (isBelow(at(b), at(a)) ? -1 : 1))

  const leftOf = (point: Point): number => {
    let [found, nearest] = [-1, Number.NEGATIVE_INFINITY]
    for (const edge of helpers.keys()) {
      const [a, b] = [at(edge), at(next(edge))]
      const x = a.y === b.y ? a.x : a.x + ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y)
      if (x < point.x && x > nearest) [found, nearest] = [edge, x]
    }
    return found
  }
  const joinMerge = (vertex: number, edge: number): void => {
    const helper = helpers.get(edge)
    if (helper !== undefined && merges.has(helper)) diagonals.push([vertex, helper])
  }

  for (const vertex of order) {
    const [above, below] = [previous(vertex), next(vertex)]
    const comesFromBelow = isBelow(at(above), at(vertex))
    const goesDown = isBelow(at(below), at(vertex))
    const convex = turn(at(above), at(vertex), at(below)) > 0
    if (comesFromBelow && goesDown) {
      if (!convex) {
        const edge = leftOf(at(vertex))
        diagonals.push([vertex, helpers.get(edge) ?? vertex])
        helpers.set(edge, vertex)
      }
      helpers.set(vertex, vertex)
    } else if (!comesFromBelow && !goesDown) {
      joinMerge(vertex, above)
      helpers.delete(above)
      if (!convex) {
        merges.add(vertex)
        const edge = leftOf(at(vertex))
        joinMerge(vertex, edge)
        helpers.set(edge, vertex)
      }
    } else if (goesDown) {
      joinMerge(vertex, above)
      helpers.delete(above)
      helpers.set(vertex, vertex)
    } else {
      const edge = leftOf(at(vertex))
      joinMerge(vertex, edge)
      helpers.set(edge, vertex)
    }
  }
  return diagonals
}

/** Walks around every piece that the diagonals leave, material to the left. */
function monotonePieces(points: readonly Point[], after: readonly number[], diagonals: [number, number][]): number[][] {
  const ways: number[][] = after.map((next) => [next])
  for (const [a, b] of diagonals) {
    ways[a]?.push(b)
    ways[b]?.push(a)
  }
  const pieces: number[][] = []
  ways.forEach((_, start) => {
    for (;;) {
      let to = ways[start]?.pop()
      if (to === undefined) break
      const piece = [start]
      let from = start
      while (to !== start) {
        piece.push(to)
        const next = sharpest(points, from, to, ways[to] ?? [])
        from = to
        to = next
      }
      pieces.push(piece)
    }
  })
  return pieces
}

/** Takes the way that keeps closest to the left: the first one clockwise from where one came. */
function sharpest(points: readonly Point[], from: number, at: number, ways: number[]): number {
  let best = 0
  if (ways.length > 1) {
    const angle = (to: number): number => {
      const [a, b] = [points[at] as Point, points[to] as Point]
      return Math.atan2(b.y - a.y, b.x - a.x)
    }
    const back = angle(from)
    const clockwise = (to: number): number => {
      const turned = back - angle(to)
      return turned <= 0 ? turned + 2 * Math.PI : turned
    }
    ways.forEach((way, index) => {
      if (clockwise(way) < clockwise(ways[best] as number)) best = index
    })
  }
  return ways.splice(best, 1)[0] as number
}

/** A piece that every horizontal line crosses once, from top to bottom. */
function stackTriangles(points: readonly Point[], piece: readonly number[], triangles: number[]): void {
  const at = (index: number): Point => points[index] as Point
  const top = piece.reduce((best, index, place) => (isBelow(at(piece[best] as number), at(index)) ? place : best), 0)
  const turned = [...piece.slice(top), ...piece.slice(0, top)]
  const bottom = turned.reduce(
    (best, index, place) => (isBelow(at(index), at(turned[best] as number)) ? place : best),
    0,
  )
  // Counter-clockwise from the top one walks down the left side.
  const isLeft = new Map(turned.map((index, place) => [index, place <= bottom]))
  const order = turned.toSorted((a, b) => (isBelow(at(b), at(a)) ? -1 : 1))
  const add = (a: number, b: number, c: number): void => {
    if (turn(at(a), at(b), at(c)) > 0) triangles.push(a, b, c)
    else triangles.push(a, c, b)
  }
  let stack = order.slice(0, 2)
  order.slice(2).forEach((vertex, place) => {
    const newest = stack.at(-1) as number
    if (place === order.length - 3 || isLeft.get(vertex) !== isLeft.get(newest)) {
      for (let index = 0; index + 1 < stack.length; index++)
        add(vertex, stack[index] as number, stack[index + 1] as number)
      stack = [newest, vertex]
      return
    }
    let last = stack.pop() as number
    while (stack.length > 0) {
      const above = stack.at(-1) as number
      const bend = turn(at(above), at(last), at(vertex))
      if (isLeft.get(vertex) ? bend <= 0 : bend >= 0) break
      add(vertex, last, above)
      last = above
      stack.pop()
    }
    stack.push(last, vertex)
  })
}
