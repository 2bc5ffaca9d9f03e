import type { Geometry } from '@hewn/model'

export interface StlPart {
  geometry: Geometry
  /** 16 numbers, column-major, millimetres: `Layer.placement`. */
  placement: number[]
}

export interface StlOptions {
  /** Text instead of bytes: five times as large, for programs that read nothing else. */
  ascii?: boolean
  /** Stands in the header. */
  name?: string
}

/**
 * Writes meshes as one STL in millimetres, where they are placed. Normals come from the triangles; equal input gives
 * equal bytes. STL has no colours, names or units; parts without triangles add nothing.
 * @example writeStl([{ geometry, placement: layer.placement }], { name: 'bracket' })
 */
export function writeStl(parts: StlPart[], { ascii = false, name = 'hewn' }: StlOptions = {}): Uint8Array {
  const facets = placedFacets(parts)
  return ascii ? asText(facets, plainName(name)) : asBinary(facets, plainName(name))
}

const FACET_FLOATS = 12
const HEADER_BYTES = 80

/** Normal and three corners of every triangle: twelve numbers, rounded as they will be written. */
function placedFacets(parts: StlPart[]): Float32Array {
  const count = parts.reduce((sum, { geometry }) => sum + (geometry.triangles?.length ?? 0) / 3, 0)
  const facets = new Float32Array(count * FACET_FLOATS)
  let at = 0
  for (const { geometry, placement } of parts) {
    const { positions, triangles } = geometry
    if (!positions || !triangles) continue
    const points = placed(positions, placement)
    // A mirrored part would show its inside: its corners change places.
    const order = isMirrored(placement) ? [0, 2, 1] : [0, 1, 2]
    for (let first = 0; first < triangles.length; first += 3) {
      for (let corner = 0; corner < 3; corner++) {
        const point = (triangles[first + (order[corner] ?? 0)] ?? 0) * 3
        for (let axis = 0; axis < 3; axis++) facets[at + 3 + corner * 3 + axis] = points[point + axis] ?? 0
      }
      setNormal(facets, at)
      at += FACET_FLOATS
    }
  }
  return facets
}

/** Each point is rounded once, so corners that were one point stay one point. */
function placed(positions: Float32Array, placement: number[]): Float32Array {
  if (placement.length !== 16 || !placement.every(Number.isFinite))
    throw new RangeError(`A placement has 16 finite numbers; got [${placement.join(', ')}].`)
  const [ax = 0, ay = 0, az = 0, , bx = 0, by = 0, bz = 0, , cx = 0, cy = 0, cz = 0, , dx = 0, dy = 0, dz = 0] =
    placement
  const points = new Float32Array(positions.length)
  for (let at = 0; at < positions.length; at += 3) {
    const [x = 0, y = 0, z = 0] = [positions[at], positions[at + 1], positions[at + 2]]
    points[at] = ax * x + bx * y + cx * z + dx + 0
    points[at + 1] = ay * x + by * y + cy * z + dy + 0
    points[at + 2] = az * x + bz * y + cz * z + dz + 0
  }
  return points
}

function isMirrored([ax = 0, ay = 0, az = 0, , bx = 0, by = 0, bz = 0, , cx = 0, cy = 0, cz = 0]: number[]): boolean {
  return ax * (by * cz - bz * cy) - bx * (ay * cz - az * cy) + cx * (ay * bz - az * by) < 0
}

/** A triangle without area keeps the zero normal, which readers take as "work it out". */
function setNormal(facets: Float32Array, at: number): void {
  const corner = (place: number) => facets[at + place] ?? 0
  const [ux, uy, uz] = [corner(6) - corner(3), corner(7) - corner(4), corner(8) - corner(5)]
  const [vx, vy, vz] = [corner(9) - corner(3), corner(10) - corner(4), corner(11) - corner(5)]
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(x, y, z)
  if (length === 0) return
  facets[at] = x / length + 0
  facets[at + 1] = y / length + 0
  facets[at + 2] = z / length + 0
}

function asBinary(facets: Float32Array, name: string): Uint8Array {
  const count = facets.length / FACET_FLOATS
  const bytes = new Uint8Array(HEADER_BYTES + 4 + count * 50)
  const view = new DataView(bytes.buffer)
  // Never "solid" first: readers would take the file for text.
  bytes.set(new TextEncoder().encode(`Hewn STL, millimetres: ${name}`.slice(0, HEADER_BYTES).padEnd(HEADER_BYTES)))
  view.setUint32(HEADER_BYTES, count, true)
  for (let facet = 0; facet < count; facet++) {
    const at = HEADER_BYTES + 4 + facet * 50
    for (let place = 0; place < FACET_FLOATS; place++)
      view.setFloat32(at + place * 4, facets[facet * FACET_FLOATS + place] ?? 0, true)
  }
  return bytes
}

function asText(facets: Float32Array, name: string): Uint8Array {
  const lines = [`solid ${name}`]
  const vector = (at: number) => [0, 1, 2].map((place) => shortest(facets[at + place] ?? 0)).join(' ')
  for (let at = 0; at < facets.length; at += FACET_FLOATS) {
    lines.push(`facet normal ${vector(at)}`, 'outer loop')
    for (let corner = 3; corner < FACET_FLOATS; corner += 3) lines.push(`vertex ${vector(at + corner)}`)
    lines.push('endloop', 'endfacet')
  }
  lines.push(`endsolid ${name}`, '')
  return new TextEncoder().encode(lines.join('\n'))
}

/** Nine digits bring a 32-bit number back exactly. */
const shortest = (value: number): string => String(Number(value.toPrecision(9)))

/** One line of printable ASCII: both forms are read by programs that know nothing else. */
const plainName = (name: string): string => name.replaceAll(/[^\x20-\x7e]/gu, '_').trim() || 'hewn'
