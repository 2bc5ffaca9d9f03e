import { EDGE_KINDS, type EdgeRow, FACE_KINDS, type FaceRow, type Geometry } from '@hewn/model'
import { countsOf, type GeometryCounts, geometryProblem } from './geometry-check.ts'
import {
  aligned,
  BODY_BYTES,
  EDGE_BYTES,
  EDGE_CLOSED,
  EDGE_SEAM,
  ENTRY_BYTES,
  FACE_BYTES,
  FACE_HOLLOW,
  FLAG_CLOSED,
  FLAG_EXACT,
  FORM_VERSION,
  HEADER_BYTES,
  MAGIC,
  NO_FACE,
  type Tag,
} from './geometry-form.ts'
import { sha256Hex } from './sha256.ts'

/**
 * Writes a geometry in the one binary form for kernel, box engine and viewer. Equal geometry gives equal bytes, so the
 * hash is its name (KN59). A geometry that breaks the form is a defect of whoever made it, and is thrown.
 * @example const { bytes, hash } = encodeGeometry(geometry)   // blobs.put(bytes) answers with the same hash
 */
export function encodeGeometry(geometry: Geometry): { bytes: Uint8Array; hash: string } {
  const whole = completed(geometry)
  const counts = countsOf(whole)
  const problem = geometryProblem(whole, counts)
  if (problem) throw new RangeError(`This geometry cannot be written. At ${problem}.`)

  const sections = sectionsOf(whole)
  const starts: number[] = []
  let end = HEADER_BYTES + ENTRY_BYTES * sections.length
  for (const { content } of sections) {
    starts.push(end)
    end = aligned(end + content.byteLength)
  }

  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  writeHeader(view, whole, counts, sections.length)
  for (const [row, { tag, content }] of sections.entries()) {
    const [entry, start] = [HEADER_BYTES + ENTRY_BYTES * row, starts[row] ?? 0]
    writeText(view, entry, tag)
    view.setUint32(entry + 4, start, true)
    view.setUint32(entry + 8, content.byteLength, true)
    bytes.set(content, start)
  }
  return { bytes, hash: sha256Hex(bytes) }
}

/** Without a face per triangle all are of face 0: a mesh import is one face. Tables are for exact shapes only. */
function completed(geometry: Geometry): Geometry {
  const { faces, edges, body, ...mesh } = geometry
  const triangles = mesh.triangles?.length ?? 0
  return {
    ...mesh,
    ...(triangles > 0 && { faceOf: mesh.faceOf ?? new Uint32Array(triangles / 3) }),
    ...(geometry.exact && { ...(faces && { faces }), ...(edges && { edges }), ...(body && { body }) }),
  }
}

function sectionsOf(geometry: Geometry): { tag: Tag; content: Uint8Array }[] {
  const all: [Tag, Uint8Array | undefined][] = [
    ['POS ', floats(geometry.positions)],
    ['NRM ', floats(geometry.normals)],
    ['IDX ', whole(geometry.triangles)],
    ['FID ', whole(geometry.faceOf)],
    ['EPT ', floats(geometry.edgePoints)],
    ['ERG ', whole(geometry.edgeRanges)],
    ['VTX ', floats(geometry.vertices)],
    ['FTB ', rows(geometry.faces, FACE_BYTES, writeFace)],
    ['ETB ', rows(geometry.edges, EDGE_BYTES, writeEdge)],
    ['BDY ', rows(geometry.body && [geometry.body], BODY_BYTES, writeBody)],
  ]
  return all.flatMap(([tag, content]) => (content && content.byteLength > 0 ? [{ tag, content }] : []))
}

function writeHeader(view: DataView, geometry: Geometry, counts: GeometryCounts, sections: number): void {
  writeText(view, 0, MAGIC)
  view.setUint16(4, FORM_VERSION, true)
  view.setUint16(6, HEADER_BYTES, true)
  view.setUint32(8, (geometry.closed ? FLAG_CLOSED : 0) | (geometry.exact ? FLAG_EXACT : 0), true)
  view.setUint32(12, sections, true)
  const numbers = [counts.points, counts.triangles, counts.faces, counts.edges, counts.edgePoints, counts.vertices]
  for (const [place, count] of numbers.entries()) view.setUint32(16 + place * 4, count, true)
  writeDoubles(view, 40, [geometry.deviation, ...geometry.bounds.min, ...geometry.bounds.max])
}

function writeFace(view: DataView, at: number, face: FaceRow): void {
  view.setUint32(at, FACE_KINDS.indexOf(face.kind), true)
  view.setUint32(at + 4, face.hollow ? FACE_HOLLOW : 0, true)
  writeDoubles(view, at + 8, [face.area, face.a, face.b, ...face.point, ...face.axis, ...face.centroid])
}

function writeEdge(view: DataView, at: number, edge: EdgeRow): void {
  view.setUint32(at, EDGE_KINDS.indexOf(edge.kind), true)
  view.setUint32(at + 4, (edge.closed ? EDGE_CLOSED : 0) | (edge.seam ? EDGE_SEAM : 0), true)
  for (const [side, face] of edge.faces.entries()) view.setUint32(at + 8 + side * 4, face < 0 ? NO_FACE : face, true)
  writeDoubles(view, at + 16, [edge.length, edge.radius, ...edge.centre, ...edge.axis])
}

function writeBody(view: DataView, at: number, body: NonNullable<Geometry['body']>): void {
  writeDoubles(view, at, [body.volume, body.area, ...body.centre])
}

function rows<Row>(
  table: Row[] | undefined,
  size: number,
  write: (view: DataView, at: number, row: Row) => void,
): Uint8Array | undefined {
  if (!table) return undefined
  const bytes = new Uint8Array(table.length * size)
  const view = new DataView(bytes.buffer)
  for (const [place, row] of table.entries()) write(view, place * size, row)
  return bytes
}

function floats(values: Float32Array | undefined): Uint8Array | undefined {
  // Adding 0 turns -0 into 0, so that equal shapes have equal bytes.
  return values && new Uint8Array(values.map((value) => value + 0).buffer)
}

function whole(values: Uint32Array | undefined): Uint8Array | undefined {
  return values && new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function writeDoubles(view: DataView, at: number, values: number[]): void {
  for (const [place, value] of values.entries()) view.setFloat64(at + place * 8, value + 0, true)
}

function writeText(view: DataView, at: number, text: string): void {
  for (let place = 0; place < text.length; place++) view.setUint8(at + place, text.charCodeAt(place))
}
