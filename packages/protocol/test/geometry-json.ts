import type { Geometry } from '@hewn/model'

const LISTS = {
  positions: Float32Array,
  normals: Float32Array,
  triangles: Uint32Array,
  faceOf: Uint32Array,
  edgePoints: Float32Array,
  edgeRanges: Uint32Array,
  vertices: Float32Array,
} as const

/** A geometry as JSON: its typed lists are plain lists. */
export const geometryToJson = (geometry: Geometry): unknown =>
  Object.fromEntries(
    Object.entries(geometry).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? [...(value as Float32Array)] : value,
    ]),
  )

export const geometryFromJson = (json: Record<string, unknown>): Geometry =>
  Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      name in LISTS ? new LISTS[name as keyof typeof LISTS](value as number[]) : value,
    ]),
  ) as unknown as Geometry
