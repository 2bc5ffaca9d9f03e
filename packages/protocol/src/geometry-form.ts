// The binary form of `Geometry`, version 1 (kernel.md §6). Little-endian throughout; bulk data is copied through typed
// arrays, which have the machine's order: every machine that runs Node or a browser with WebGL is little-endian.

export const GEOMETRY_MEDIA_TYPE = 'application/vnd.hewn.geometry'

export const MAGIC = 'HWNG'
export const FORM_VERSION = 1
export const HEADER_BYTES = 96
export const ENTRY_BYTES = 16
export const FACE_BYTES = 104
export const EDGE_BYTES = 80
export const BODY_BYTES = 40

export const FLAG_CLOSED = 1
export const FLAG_EXACT = 2
export const FACE_HOLLOW = 1
export const EDGE_CLOSED = 1
export const EDGE_SEAM = 2
/** No face beside an edge. */
export const NO_FACE = 0xffffffff

/** Every section of version 1, in the order in which a writer puts them. */
export const TAGS = ['POS ', 'NRM ', 'IDX ', 'FID ', 'EPT ', 'ERG ', 'VTX ', 'FTB ', 'ETB ', 'BDY '] as const
export type Tag = (typeof TAGS)[number]

/** The next multiple of 8: where a section starts, and where the file ends. */
export const aligned = (at: number): number => Math.ceil(at / 8) * 8
