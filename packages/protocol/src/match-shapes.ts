import type { EdgeRow, FaceRow, Geometry, Signature, Vec3 } from '@hewn/model'

// Faces and edges are found again across a change by what they are, never by their number (KN56–KN58).

/** Old index → new index, or −1 for what is lost. */
export interface ShapeMatch {
  faces: number[]
  edges: number[]
}

/** More than this is not looked for: an element that was not looked for is lost. */
const MOST = 5000
/** Directions may differ by a degree. */
const SAME_WAY = Math.cos(Math.PI / 180)
/** The best has to be so many times as good as the next. */
const CLEARLY = 2
/** What is further away than this is another element. */
const TOO_FAR = 1
/** A cost below is nothing: two that are both there are told apart by their place. */
const EXACT = 1e-6
const DIAGONAL = Math.sqrt(3)
/** Where the search begins, and how many pairs are looked at before what is left is lost: a third of a second. */
const NEAR = 1e-3
const LOOKS = 4_000_000

interface Element {
  kind: string
  hollow: boolean
  a: number
  b: number
  axis: Vec3
  size: number
  /** The same as a share of what the shape measures that way: a hole in a plate that gets thicker is as deep as before. */
  sizeShare: number
  centre: Vec3
  /** The centre as a share of the shape's bounds. */
  place: Vec3
  /** Numbers of the elements it touches, and their kinds in order. */
  neighbours: number[]
  beside: string
}

/**
 * Finds each face and edge of one shape in another: equal kind and direction, least moved and least resized, each the
 * other's best, clearly better than the next, and confirmed by half its neighbours. Anything else is lost, never swapped.
 * @example matchShapes(before, after).faces[selected]   // → its new index, or −1
 */
export function matchShapes(before: Geometry, after: Geometry): ShapeMatch {
  const size = sizeOf(before)
  return {
    faces: matched(facesOf(before), facesOf(after), size),
    edges: matched(edgesOf(before), edgesOf(after), size),
  }
}

/** What a face or edge is known by when only a word about it is kept (KN57). */
export function signatureOf(geometry: Geometry, kind: 'face' | 'edge', index: number): Signature | undefined {
  const element = (kind === 'face' ? facesOf(geometry) : edgesOf(geometry))[index]
  if (!element) return undefined
  const { a, b, axis, size, centre, beside } = element
  return {
    kind: element.kind,
    a,
    b,
    axis,
    size,
    at: share(centre, geometry),
    beside: beside === '' ? [] : beside.split(' '),
  }
}

/** The one element a signature stands for; nothing where none is clearly the best. */
export function findSignature(geometry: Geometry, kind: 'face' | 'edge', signature: Signature): number | undefined {
  const elements = kind === 'face' ? facesOf(geometry) : edgesOf(geometry)
  const wanted = signature.beside.join(' ')
  const costs = elements
    .map((element, index) => {
      if (element.kind !== signature.kind || !sameWay(element.axis, signature.axis)) return undefined
      const at = element.place
      const apart = distance(at, signature.at)
      const resized =
        ratio(element.size, signature.size) + ratio(element.a, signature.a) + ratio(element.b, signature.b)
      return { index, cost: apart + resized + (element.beside === wanted ? 0 : 0.1) }
    })
    .filter((one) => one !== undefined)
    .toSorted((one, other) => one.cost - other.cost)
  const [best, next] = costs
  if (!best || best.cost > TOO_FAR) return undefined
  return next === undefined || next.cost > CLEARLY * best.cost + EXACT ? best.index : undefined
}

/** How large a shape is: what distances are measured against. */
function sizeOf({ bounds: { min, max } }: Geometry): number {
  return distance(min, max) || 1
}

function matched(before: Element[], after: Element[], size: number): number[] {
  const lost = before.map(() => -1)
  if (before.length > MOST || after.length > MOST) return lost
  const forward = bests(before, after, size)
  const backward = bests(after, before, size)
  const mutual = before.map((_, index) => {
    const there = forward[index] ?? -1
    return there >= 0 && backward[there] === index ? there : -1
  })
  // Its neighbours have to have gone where its new neighbours are: a lone twin is not believed.
  return mutual.map((there, index) => {
    const [one, other] = [before[index], after[there]]
    if (!one || !other) return -1
    const around = new Set(other.neighbours)
    const followed = one.neighbours.filter((neighbour) => (mutual[neighbour] ?? -1) >= 0)
    if (followed.length === 0) return one.neighbours.length === other.neighbours.length ? there : -1
    const confirmed = followed.filter((neighbour) => around.has(mutual[neighbour] ?? -1)).length
    return confirmed * 2 >= followed.length ? there : -1
  })
}

/**
 * For each the best of the others, where it is clearly the best. What costs less than `reach` has not moved further than that,
 * so those in reach are looked at, and more only while one further away could be as good.
 */
function bests(from: Element[], to: Element[], size: number): number[] {
  const near = [inOrder(to, ({ centre }) => centre[0] / size), inOrder(to, ({ place }) => place[0] / DIAGONAL)]
  const seenIn = new Int32Array(to.length)
  let [looks, round] = [LOOKS, 0]
  return from.map((one) => {
    const at = [one.centre[0] / size, one.place[0] / DIAGONAL]
    for (let reach = NEAR; looks > 0; ) {
      let [best, bestCost, nextCost, left] = [-1, TOO_FAR, Infinity, to.length]
      round += 1
      for (const [n, { places, indices }] of near.entries()) {
        const middle = at[n] ?? 0
        for (let k = firstFrom(places, middle - reach); (places[k] ?? Infinity) <= middle + reach; k += 1) {
          const index = indices[k] ?? 0
          const other = to[index]
          if (other === undefined || seenIn[index] === round || isBeyond(one, other, reach, size)) continue
          seenIn[index] = round
          looks -= 1
          left -= 1
          const value = cost(one, other, size)
          if (value < bestCost) [best, bestCost, nextCost] = [index, value, bestCost === TOO_FAR ? nextCost : bestCost]
          else if (value < nextCost) nextCost = value
        }
      }
      const enough = CLEARLY * bestCost + EXACT
      if (left === 0 || reach >= enough) return nextCost > enough ? best : -1
      reach = best < 0 ? reach * 8 : enough
    }
    return -1
  })
}

/** Whether it is further away than that, as it is and as a share of its shape; asked before anything else is. */
const isBeyond = (one: Element, other: Element, reach: number, size: number): boolean =>
  isApart(one.centre, other.centre, reach * size) && isApart(one.place, other.place, reach * DIAGONAL)

const isApart = (a: Vec3, b: Vec3, most: number): boolean =>
  Math.abs(a[1] - b[1]) > most || Math.abs(a[0] - b[0]) > most || Math.abs(a[2] - b[2]) > most

interface Ordered {
  places: number[]
  indices: number[]
}

function inOrder(elements: Element[], placeOf: (element: Element) => number): Ordered {
  const places = elements.map(placeOf)
  const indices = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  return { places: indices.map((index) => places[index] ?? 0), indices }
}

/** Where the first lies that is not below. */
function firstFrom(places: number[], least: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Nothing for what cannot be the same; else how much it has moved and changed. */
function cost(one: Element, other: Element, size: number): number {
  if (one.kind !== other.kind || one.hollow !== other.hollow || !sameWay(one.axis, other.axis)) return Infinity
  const moved = distance(one.centre, other.centre) / size
  const relative = distance(one.place, other.place) / DIAGONAL
  // A part may have grown around a face, or a face with it: the kinder of both.
  const apart = Math.min(moved, relative)
  const resized = Math.min(ratio(one.size, other.size), ratio(one.sizeShare, other.sizeShare))
  // What stands where it stood may have become another size sooner than what has moved.
  const weight = apart < EXACT ? 10 : 4
  return apart + (resized + ratio(one.a, other.a) + ratio(one.b, other.b)) / weight
}

/** 0 for equal, towards 1 the more they differ. */
function ratio(a: number, b: number): number {
  const [low, high] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))]
  return high < 1e-9 ? 0 : 1 - low / high
}

const sameWay = (a: Vec3, b: Vec3): boolean => {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  return dot >= SAME_WAY || (isNone(a) && isNone(b))
}

const isNone = ([x, y, z]: Vec3): boolean => x * x + y * y + z * z < 0.25

/** Not Math.hypot: this is asked a million times for a plate with a hundred holes. */
function distance(a: Vec3, b: Vec3): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  return Math.sqrt(x * x + y * y + z * z)
}

/** A place as a share of the shape's bounds. */
function share(place: Vec3, { bounds: { min, max } }: Geometry): Vec3 {
  const of = (axis: 0 | 1 | 2) => (max[axis] > min[axis] ? (place[axis] - min[axis]) / (max[axis] - min[axis]) : 0)
  return [of(0), of(1), of(2)]
}

/** How far a shape goes along a direction. */
function along([x, y, z]: Vec3, { bounds: { min, max } }: Geometry): number {
  return Math.abs(x) * (max[0] - min[0]) + Math.abs(y) * (max[1] - min[1]) + Math.abs(z) * (max[2] - min[2]) || 1
}

/** What the area of a face grows with: a plane's with all that lies across it, a pipe's with what lies along it. */
function reachOf({ kind, axis }: FaceRow, geometry: Geometry): number {
  if (kind === 'cylinder' || kind === 'cone') return along(axis, geometry)
  if (kind !== 'plane') return 1
  const { min, max } = geometry.bounds
  return ((max[0] - min[0]) * (max[1] - min[1]) * (max[2] - min[2])) / along(axis, geometry) || 1
}

function facesOf(geometry: Geometry): Element[] {
  const { faces = [], edges = [] } = geometry
  const neighbours = faces.map((): number[] => [])
  for (const {
    faces: [a, b],
  } of edges)
    if (a >= 0 && b >= 0 && a !== b) {
      neighbours[a]?.push(b)
      neighbours[b]?.push(a)
    }
  return faces.map((face, index) => ({
    ...faceElement(face, [...new Set(neighbours[index])], faces),
    place: share(face.centroid, geometry),
    sizeShare: face.area / reachOf(face, geometry),
  }))
}

function faceElement(
  { kind, hollow, a, b, axis, area, centroid }: FaceRow,
  neighbours: number[],
  faces: FaceRow[],
): Omit<Element, 'place' | 'sizeShare'> {
  const kinds = neighbours.map((other) => faces[other]?.kind ?? 'other').toSorted()
  return { kind, hollow, a, b, axis, size: area, centre: centroid, neighbours, beside: kinds.join(' ') }
}

/** An edge's neighbours are the edges that share a face with it on both its sides: found by those faces' numbers. */
function edgesOf(geometry: Geometry): Element[] {
  const { edges = [], faces = [], edgePoints, edgeRanges } = geometry
  const around = faces.map((): number[] => [])
  for (const [index, { faces: beside }] of edges.entries()) for (const face of beside) around[face]?.push(index)
  return edges.map((edge, index) => {
    const kinds = edge.faces.map((face) => faces[face]?.kind ?? 'none').toSorted()
    // Of the smaller face: enough to confirm, and a plate with a hundred holes stays quick.
    const [few = []] = edge.faces.map((face) => around[face] ?? []).toSorted((one, other) => one.length - other.length)
    const neighbours = few.filter((other) => other !== index).slice(0, 12)
    const element = edgeElement(edge, middleOf(index, edgePoints, edgeRanges) ?? edge.centre, neighbours, kinds)
    const reach = edge.kind === 'line' ? along(edge.axis, geometry) : 1
    return { ...element, place: share(element.centre, geometry), sizeShare: edge.length / reach }
  })
}

function edgeElement(
  { kind, closed, radius, length, axis, centre }: EdgeRow,
  middle: Vec3,
  neighbours: number[],
  kinds: string[],
): Omit<Element, 'place' | 'sizeShare'> {
  const line = kind === 'line'
  return {
    kind,
    hollow: closed,
    a: radius,
    b: 0,
    axis: line ? upward(axis) : axis,
    size: length,
    centre: closed || line ? centre : middle,
    neighbours,
    beside: kinds.join(' '),
  }
}

/** Which end of a line comes first is the kernel's affair. */
const upward = (axis: Vec3): Vec3 => {
  const first = axis.find((part) => Math.abs(part) > 1e-9) ?? 1
  return first > 0 ? axis : [-axis[0], -axis[1], -axis[2]]
}

function middleOf(index: number, points: Float32Array | undefined, ranges: Uint32Array | undefined): Vec3 | undefined {
  const [first, count] = [ranges?.[index * 2], ranges?.[index * 2 + 1]]
  if (points === undefined || first === undefined || count === undefined) return undefined
  const at = (first + Math.floor(count / 2)) * 3
  return [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0]
}
