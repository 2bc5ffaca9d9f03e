import { EDGE_KINDS, FACE_KINDS, type Geometry } from '@hewn/model'

/** How many there are of everything a blob counts: V, T, F, E, P and K of kernel.md §6. */
export interface GeometryCounts {
  points: number
  triangles: number
  faces: number
  edges: number
  edgePoints: number
  vertices: number
}

/** How many of each there are in what is at hand. */
export function countsOf(geometry: Geometry): GeometryCounts {
  return {
    points: (geometry.positions?.length ?? 0) / 3,
    triangles: (geometry.triangles?.length ?? 0) / 3,
    faces: geometry.faces?.length ?? geometry.faceOf?.reduce((most, face) => Math.max(most, face + 1), 0) ?? 0,
    edges: geometry.edges?.length ?? (geometry.edgeRanges?.length ?? 0) / 2,
    edgePoints: (geometry.edgePoints?.length ?? 0) / 3,
    vertices: (geometry.vertices?.length ?? 0) / 3,
  }
}

/**
 * What is wrong with a geometry, or nothing. One set of rules for both directions: a writer that breaks one has a
 * defect, a reader that meets one has been given something else than a geometry.
 */
export function geometryProblem(geometry: Geometry, counts: GeometryCounts): string | undefined {
  return (
    headerProblem(geometry) ??
    lengthProblem(geometry, counts) ??
    numberProblem(geometry) ??
    triangleProblem(geometry, counts) ??
    edgeProblem(geometry, counts) ??
    tableProblem(geometry, counts)
  )
}

function headerProblem({ bounds, deviation }: Geometry): string | undefined {
  if (!Number.isFinite(deviation) || (deviation < 0 && deviation !== -1))
    return `deviation: expected a length in mm or -1, got ${deviation}`
  for (const axis of [0, 1, 2] as const) {
    const [low, high] = [bounds.min[axis], bounds.max[axis]]
    if (!Number.isFinite(low) || !Number.isFinite(high) || low > high)
      return `bounds of ${'xyz'[axis]}: expected a lower and an upper number, got ${low} and ${high}`
  }
  return undefined
}

function lengthProblem(geometry: Geometry, counts: GeometryCounts): string | undefined {
  for (const [name, count] of Object.entries(counts))
    if (!Number.isInteger(count)) return `${name}: expected whole points and triangles, got ${count}`
  const wanted: [string, number | undefined, number][] = [
    ['positions', geometry.positions?.length, counts.points * 3],
    ['normals', geometry.normals?.length, counts.points * 3],
    ['triangles', geometry.triangles?.length, counts.triangles * 3],
    ['faceOf', geometry.faceOf?.length, counts.triangles],
    ['edgePoints', geometry.edgePoints?.length, counts.edgePoints * 3],
    ['edgeRanges', geometry.edgeRanges?.length, counts.edges * 2],
    ['vertices', geometry.vertices?.length, counts.vertices * 3],
    ['faces', geometry.faces?.length, counts.faces],
    ['edges', geometry.edges?.length, counts.edges],
  ]
  const wrong = wanted.find(([, length, expected]) => length !== undefined && length !== expected)
  return wrong && `${wrong[0]}: expected ${wrong[2]} numbers or rows, got ${wrong[1]}`
}

function numberProblem(geometry: Geometry): string | undefined {
  for (const name of ['positions', 'normals', 'edgePoints', 'vertices'] as const) {
    const at = geometry[name]?.findIndex((value) => !Number.isFinite(value)) ?? -1
    if (at >= 0) return `${name}.${at}: expected a finite number, got ${geometry[name]?.[at]}`
  }
  return undefined
}

function triangleProblem({ triangles, faceOf, positions }: Geometry, counts: GeometryCounts): string | undefined {
  if (!triangles) return undefined
  if (!positions) return 'triangles: expected positions that they can name, there are none'
  // Each point learns its face from the first triangle that names it: a point belongs to one face only.
  const owner = new Uint32Array(counts.points)
  let last = 0
  for (let triangle = 0; triangle < counts.triangles; triangle++) {
    const face = faceOf?.[triangle] ?? 0
    if (face >= counts.faces) return `faceOf.${triangle}: expected less than ${counts.faces}, got ${face}`
    if (face < last) return `faceOf.${triangle}: expected triangles sorted by face, got ${face} after ${last}`
    last = face
    for (let corner = triangle * 3; corner < triangle * 3 + 3; corner++) {
      const point = triangles[corner] ?? 0
      if (point >= counts.points) return `triangles.${corner}: expected less than ${counts.points}, got ${point}`
      const known = owner[point] ?? 0
      if (known !== 0 && known !== face + 1)
        return `triangles.${corner}: expected a point of face ${face}, got point ${point} of face ${known - 1}`
      owner[point] = face + 1
    }
  }
  return undefined
}

function edgeProblem({ edgeRanges, edgePoints }: Geometry, counts: GeometryCounts): string | undefined {
  if (!edgeRanges) return undefined
  if (!edgePoints) return 'edgeRanges: expected points that they can name, there are none'
  let free = 0
  for (let edge = 0; edge < counts.edges; edge++) {
    const [first, count] = [edgeRanges[edge * 2] ?? 0, edgeRanges[edge * 2 + 1] ?? 0]
    if (first < free) return `edgeRanges.${edge}: expected a first point from ${free} on, got ${first}`
    if (count < 2 || first + count > counts.edgePoints)
      return `edgeRanges.${edge}: expected at least 2 of ${counts.edgePoints} points, got ${count} from ${first} on`
    free = first + count
  }
  return undefined
}

function tableProblem({ faces = [], edges = [], body }: Geometry, counts: GeometryCounts): string | undefined {
  for (const [row, face] of faces.entries()) {
    if (!FACE_KINDS.includes(face.kind)) return `faces.${row}.kind: expected ${FACE_KINDS.join(', ')}, got ${face.kind}`
    const numbers = [face.area, face.a, face.b, ...face.point, ...face.axis, ...face.centroid]
    if (!numbers.every(Number.isFinite)) return `faces.${row}: expected finite numbers, got ${numbers.join(', ')}`
  }
  for (const [row, edge] of edges.entries()) {
    if (!EDGE_KINDS.includes(edge.kind)) return `edges.${row}.kind: expected ${EDGE_KINDS.join(', ')}, got ${edge.kind}`
    const numbers = [edge.length, edge.radius, ...edge.centre, ...edge.axis]
    if (!numbers.every(Number.isFinite)) return `edges.${row}: expected finite numbers, got ${numbers.join(', ')}`
    if (!areBeside(edge.faces, counts.faces))
      return `edges.${row}.faces: expected faces below ${counts.faces}, lower first, or -1, got ${edge.faces.join(', ')}`
  }
  if (body && ![body.volume, body.area, ...body.centre].every(Number.isFinite))
    return `body: expected finite numbers, got ${[body.volume, body.area, ...body.centre].join(', ')}`
  return undefined
}

/** Lower first, and an absent face last; a seam has the same face on both sides. */
function areBeside([first, second]: [number, number], faces: number): boolean {
  const exists = (face: number) => Number.isInteger(face) && face >= 0 && face < faces
  if (first === -1) return second === -1
  return exists(first) && (second === -1 || (exists(second) && first <= second))
}
