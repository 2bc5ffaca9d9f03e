import { isInside } from '../decor/distance.ts'
import { type Arc, nextOf, type Place, type Point } from '../panels/contour.ts'

/** An edge of a polygon, or what others leave of it. Nodes are places that edges share. */
interface Piece {
  readonly from: Node
  readonly to: Node
  /** Of which it is a chord. */
  readonly arc: Arc | undefined
}

interface Node extends Place {}

interface Edge extends Piece {
  readonly polygon: number
  /** Where others cross it: how far along, and the node both share. */
  readonly crossings: { readonly share: number; readonly node: Node }[]
}

/**
 * The outlines of polygons put together: outer ones counter-clockwise as the polygons are, holes clockwise. Made for the
 * strokes of letters: every two polygons cross properly or not at all, which whoever makes them sees to. Sides that say of
 * which arc they are a chord still do.
 */
export function unionOf(polygons: readonly (readonly Point[])[]): Point[][] {
  const edges = polygons.flatMap((points, polygon) =>
    points.map((from, index): Edge => ({ polygon, from, to: nextOf(points, index), arc: from.arc, crossings: [] })),
  )
  cross(edges)
  const pieces = edges.flatMap(piecesOf).filter(({ polygon, from, to }) => {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    return !polygons.some((points, index) => index !== polygon && isInside(middle, points))
  })
  return loopsOf(pieces)
}

function cross(edges: readonly Edge[]): void {
  // Left to right, so that only those are compared that lie over each other.
  const sorted = edges.toSorted((a, b) => leftOf(a) - leftOf(b))
  sorted.forEach((a, index) => {
    const right = Math.max(a.from.x, a.to.x)
    for (let place = index + 1; place < sorted.length; place++) {
      const b = sorted[place]
      if (!b || leftOf(b) > right) return
      if (a.polygon !== b.polygon) crossTwo(a, b)
    }
  })
}

const leftOf = ({ from, to }: Piece): number => Math.min(from.x, to.x)

function crossTwo(a: Edge, b: Edge): void {
  const [ux, uy] = [a.to.x - a.from.x, a.to.y - a.from.y]
  const [vx, vy] = [b.to.x - b.from.x, b.to.y - b.from.y]
  const across = ux * vy - uy * vx
  if (across === 0) return
  const [wx, wy] = [b.from.x - a.from.x, b.from.y - a.from.y]
  const [s, t] = [(wx * vy - wy * vx) / across, (wx * uy - wy * ux) / across]
  if (s <= 0 || s >= 1 || t <= 0 || t >= 1) return
  const node = { x: a.from.x + s * ux, y: a.from.y + s * uy }
  a.crossings.push({ share: s, node })
  b.crossings.push({ share: t, node })
}

function piecesOf({ arc, crossings, from, polygon, to }: Edge): (Piece & { polygon: number })[] {
  const nodes = [from, ...crossings.toSorted((a, b) => a.share - b.share).map(({ node }) => node), to]
  return nodes.slice(1).map((node, index) => ({ polygon, arc, from: nodes[index] ?? from, to: node }))
}

function loopsOf(pieces: readonly Piece[]): Point[][] {
  const next = new Map(pieces.map((piece) => [piece.from, piece]))
  const loops: Point[][] = []
  for (const { from: start } of pieces) {
    const loop: Point[] = []
    for (let node = start; ; ) {
      const piece = next.get(node)
      if (!piece) break
      next.delete(node)
      loop.push({ x: node.x, y: node.y, ...(piece.arc ? { arc: piece.arc } : {}) })
      node = piece.to
    }
    if (loop.length > 2) loops.push(loop)
  }
  return loops
}
