import type { Bounds, Vec3 } from './units.ts'

/** What a geometry blob holds (kernel.md §6): a section left out is a field left out. */
export interface Geometry {
  /** Watertight. */
  closed: boolean
  /** Tables were measured on the true shape. */
  exact: boolean
  /** Largest distance between mesh and true surface in mm: 0 when flat, −1 when unknown. */
  deviation: number
  bounds: Bounds
  positions?: Float32Array
  normals?: Float32Array
  triangles?: Uint32Array
  /** Face of each triangle. */
  faceOf?: Uint32Array
  edgePoints?: Float32Array
  /** First point and number of points of every edge, two numbers each. */
  edgeRanges?: Uint32Array
  vertices?: Float32Array
  faces?: FaceRow[]
  edges?: EdgeRow[]
  body?: { volume: number; area: number; centre: Vec3 }
}

export const FACE_KINDS = ['other', 'plane', 'cylinder', 'cone', 'sphere', 'torus'] as const
export const EDGE_KINDS = ['other', 'line', 'circle', 'ellipse'] as const

export interface FaceRow {
  kind: (typeof FACE_KINDS)[number]
  /** Material lies outside, as in a hole. */
  hollow: boolean
  area: number
  a: number
  b: number
  point: Vec3
  axis: Vec3
  centroid: Vec3
}

export interface EdgeRow {
  kind: (typeof EDGE_KINDS)[number]
  closed: boolean
  seam: boolean
  /** The faces beside it, lower first; −1 where there is none. */
  faces: [number, number]
  length: number
  radius: number
  centre: Vec3
  axis: Vec3
}
