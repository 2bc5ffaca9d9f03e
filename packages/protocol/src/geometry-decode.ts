import {
  EDGE_KINDS,
  type EdgeRow,
  FACE_KINDS,
  type FaceRow,
  fail,
  type Geometry,
  ok,
  type Result,
  type Vec3,
} from '@hewn/model'
import { countsOf, type GeometryCounts, geometryProblem } from './geometry-check.ts'
import {
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
  TAGS,
} from './geometry-form.ts'
import { sha256Hex } from './sha256.ts'

export interface GeometryProblem {
  message: string
}

/**
 * Reads a geometry blob, whoever wrote it: version, offsets, counts and indices are checked, unknown sections skipped.
 * With `hash`, the bytes must also be those of that name.
 * @example const geometry = decodeGeometry(bytes)   // { ok: true, value } or { ok: false, error: { message } }
 */
export function decodeGeometry(bytes: Uint8Array, hash?: string): Result<Geometry, GeometryProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refused = formProblem(view)
  if (refused) return fail({ message: refused })
  if (hash !== undefined && sha256Hex(bytes) !== hash)
    return fail({ message: `The geometry blob ${hash} holds other bytes than its name says.` })

  const counts = readCounts(view)
  const found = readSections(view)
  if (!found.ok) return found
  const lacking = sizeProblem(found.value, counts)
  if (lacking) return fail({ message: lacking })

  const geometry = readGeometry(view, found.value)
  // Where the table of faces is missing, an edge may lie beside those alone that triangles are of.
  const known = geometry.edges && !geometry.faces ? countsOf(geometry) : counts
  const problem = geometryProblem(geometry, counts) ?? (known === counts ? undefined : geometryProblem(geometry, known))
  return problem ? fail({ message: `The geometry blob does not make sense. At ${problem}.` }) : ok(geometry)
}

interface Section {
  start: number
  length: number
}
type Sections = ReadonlyMap<Tag, Section>

function formProblem(view: DataView): string | undefined {
  if (view.byteLength < HEADER_BYTES)
    return `A geometry blob starts with ${HEADER_BYTES} bytes of header; there are ${view.byteLength}.`
  if (readText(view, 0) !== MAGIC) return `A geometry blob starts with ${MAGIC}; this does not.`
  const version = view.getUint16(4, true)
  if (version !== FORM_VERSION)
    return `This geometry blob has version ${version} and version ${FORM_VERSION} is read here. Update this program.`
  if (view.getUint16(6, true) !== HEADER_BYTES)
    return `The header of a geometry blob has ${HEADER_BYTES} bytes; this one says ${view.getUint16(6, true)}.`
  const flags = view.getUint32(8, true)
  if ((flags & ~(FLAG_CLOSED | FLAG_EXACT)) !== 0) return `The flags of a geometry blob are 0 to 3; these are ${flags}.`
  return undefined
}

function readCounts(view: DataView): GeometryCounts {
  const count = (place: number) => view.getUint32(16 + place * 4, true)
  return {
    points: count(0),
    triangles: count(1),
    faces: count(2),
    edges: count(3),
    edgePoints: count(4),
    vertices: count(5),
  }
}

function readSections(view: DataView): Result<Sections, GeometryProblem> {
  const count = view.getUint32(12, true)
  const tableEnd = HEADER_BYTES + ENTRY_BYTES * count
  if (tableEnd > view.byteLength)
    return fail({ message: `The geometry blob names ${count} sections and is too short for their table.` })
  const sections = new Map<Tag, Section>()
  let free = tableEnd
  for (let row = 0; row < count; row++) {
    const entry = HEADER_BYTES + ENTRY_BYTES * row
    const tag = readText(view, entry)
    const [start, length] = [view.getUint32(entry + 4, true), view.getUint32(entry + 8, true)]
    if (start % 8 !== 0 || start < free || start + length > view.byteLength)
      return fail({
        message: `Section ${row} of the geometry blob: expected to lie between ${free} and ${view.byteLength} at a multiple of 8, got ${length} bytes at ${start}.`,
      })
    free = start + length
    if (!isTag(tag)) continue
    if (sections.has(tag)) return fail({ message: `The geometry blob has two sections "${tag}".` })
    sections.set(tag, { start, length })
  }
  return ok(sections)
}

/** Every section has the length its count gives it; those that may be left out by choice are in `optional`. */
function sizeProblem(sections: Sections, counts: GeometryCounts): string | undefined {
  const wanted: Record<Tag, number> = {
    'POS ': counts.points * 12,
    'NRM ': counts.points * 12,
    'IDX ': counts.triangles * 12,
    'FID ': counts.triangles * 4,
    'EPT ': counts.edgePoints * 12,
    'ERG ': counts.edges * 8,
    'VTX ': counts.vertices * 12,
    'FTB ': counts.faces * FACE_BYTES,
    'ETB ': counts.edges * EDGE_BYTES,
    'BDY ': BODY_BYTES,
  }
  const optional: Tag[] = ['NRM ', 'FTB ', 'ETB ', 'BDY ']
  for (const tag of TAGS) {
    const length = sections.get(tag)?.length ?? (optional.includes(tag) ? wanted[tag] : 0)
    if (length !== wanted[tag])
      return `Section "${tag}" of the geometry blob: expected ${wanted[tag]} bytes, got ${length}.`
  }
  return undefined
}

function readGeometry(view: DataView, sections: Sections): Geometry {
  const flags = view.getUint32(8, true)
  const read = <T>(tag: Tag, make: (section: Section) => T): T | undefined => {
    const section = sections.get(tag)
    return section && section.length > 0 ? make(section) : undefined
  }
  // Copies, so the value neither keeps the whole blob alive nor asks for an aligned one.
  const copy = ({ start, length }: Section) => {
    const from = view.byteOffset + start
    return view.buffer.slice(from, from + length)
  }
  const floats = (section: Section) => new Float32Array(copy(section))
  const whole = (section: Section) => new Uint32Array(copy(section))
  return present({
    closed: (flags & FLAG_CLOSED) !== 0,
    exact: (flags & FLAG_EXACT) !== 0,
    deviation: view.getFloat64(40, true),
    bounds: { min: readVec3(view, 48), max: readVec3(view, 72) },
    positions: read('POS ', floats),
    normals: read('NRM ', floats),
    triangles: read('IDX ', whole),
    faceOf: read('FID ', whole),
    edgePoints: read('EPT ', floats),
    edgeRanges: read('ERG ', whole),
    vertices: read('VTX ', floats),
    faces: read('FTB ', (section) => rows(section, FACE_BYTES, (at) => readFace(view, at))),
    edges: read('ETB ', (section) => rows(section, EDGE_BYTES, (at) => readEdge(view, at))),
    body: read('BDY ', ({ start }) => ({
      volume: view.getFloat64(start, true),
      area: view.getFloat64(start + 8, true),
      centre: readVec3(view, start + 16),
    })),
  })
}

function rows<Row>({ start, length }: Section, size: number, read: (at: number) => Row): Row[] {
  return Array.from({ length: length / size }, (_, row) => read(start + row * size))
}

function readFace(view: DataView, at: number): FaceRow {
  return {
    // A kind this version does not know is "other": the rest of its row keeps its meaning.
    kind: FACE_KINDS[view.getUint32(at, true)] ?? 'other',
    hollow: (view.getUint32(at + 4, true) & FACE_HOLLOW) !== 0,
    area: view.getFloat64(at + 8, true),
    a: view.getFloat64(at + 16, true),
    b: view.getFloat64(at + 24, true),
    point: readVec3(view, at + 32),
    axis: readVec3(view, at + 56),
    centroid: readVec3(view, at + 80),
  }
}

function readEdge(view: DataView, at: number): EdgeRow {
  const flags = view.getUint32(at + 4, true)
  return {
    kind: EDGE_KINDS[view.getUint32(at, true)] ?? 'other',
    closed: (flags & EDGE_CLOSED) !== 0,
    seam: (flags & EDGE_SEAM) !== 0,
    faces: [readSide(view, at + 8), readSide(view, at + 12)],
    length: view.getFloat64(at + 16, true),
    radius: view.getFloat64(at + 24, true),
    centre: readVec3(view, at + 32),
    axis: readVec3(view, at + 56),
  }
}

function readSide(view: DataView, at: number): number {
  const face = view.getUint32(at, true)
  return face === NO_FACE ? -1 : face
}

function readVec3(view: DataView, at: number): Vec3 {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true), view.getFloat64(at + 16, true)]
}

function readText(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
}

function isTag(text: string): text is Tag {
  return TAGS.some((tag) => tag === text)
}

/** A section left out is a field left out, not a field that holds nothing. */
function present(geometry: { [K in keyof Geometry]: Geometry[K] | undefined } & Geometry): Geometry {
  return Object.fromEntries(Object.entries(geometry).filter(([, value]) => value !== undefined)) as unknown as Geometry
}
