import type { Axis, Edge, Face, Um } from '@hewn/model'

/** From … to, in whole micrometres. */
export type Span = readonly [Um, Um]
/** A box with its sides along the axes. */
export type Block = Readonly<Record<Axis, Span>>
export type Direction = { readonly axis: Axis; readonly sign: 1 | -1 }

export const AXES = ['x', 'y', 'z'] as const satisfies readonly Axis[]
export const FACES = ['front', 'back', 'left', 'right', 'top', 'bottom'] as const satisfies readonly Face[]
export const EDGES = ['top', 'bottom', 'left', 'right'] as const satisfies readonly Edge[]

interface FaceFrame {
  /** The axis it stands across, and whether it lies at that axis's high end. */
  axis: Axis
  high: boolean
  /** Where right and up are when it is looked at from outside. */
  right: Direction
  up: Direction
  /** Who carries the tabs: the lower rank does (BX10). */
  wallRank: number
}

const toward = (axis: Axis): Direction => ({ axis, sign: 1 })
const against = (axis: Axis): Direction => ({ axis, sign: -1 })

/** The table of BX9: x right, y up, z toward the viewer, z = 0 at the back. */
export const FACE_FRAMES: Readonly<Record<Face, FaceFrame>> = Object.freeze({
  front: { axis: 'z', high: true, right: toward('x'), up: toward('y'), wallRank: 1 },
  back: { axis: 'z', high: false, right: against('x'), up: toward('y'), wallRank: 2 },
  left: { axis: 'x', high: false, right: toward('z'), up: toward('y'), wallRank: 3 },
  right: { axis: 'x', high: true, right: against('z'), up: toward('y'), wallRank: 4 },
  top: { axis: 'y', high: true, right: toward('x'), up: against('z'), wallRank: 5 },
  bottom: { axis: 'y', high: false, right: toward('x'), up: toward('z'), wallRank: 6 },
})

/** A divider is seen as the low face of its axis is, but for z, which is seen from the front. */
export const DIVIDER_FACE: Readonly<Record<Axis, Face>> = Object.freeze({ x: 'left', y: 'bottom', z: 'front' })

const LOW: Readonly<Record<Axis, Face>> = { x: 'left', y: 'bottom', z: 'back' }
const HIGH: Readonly<Record<Axis, Face>> = { x: 'right', y: 'top', z: 'front' }

/** The face at one end of an axis. */
export const faceAt = (axis: Axis, high: boolean): Face => (high ? HIGH : LOW)[axis]
export const opposite = (face: Face): Face => faceAt(FACE_FRAMES[face].axis, !FACE_FRAMES[face].high)
const OTHERS: Readonly<Record<Axis, readonly [Axis, Axis]>> = { x: ['y', 'z'], y: ['x', 'z'], z: ['x', 'y'] }
/** The two other axes, in the order x, y, z. */
export const otherAxes = (axis: Axis): readonly [Axis, Axis] => OTHERS[axis]
export const thirdAxis = (a: Axis, b: Axis): Axis => AXES.find((axis) => axis !== a && axis !== b) ?? 'x'

export const length = (span: Span): Um => span[1] - span[0]
/** How much two spans share; nothing when they only touch. */
export const shared = (a: Span, b: Span): Um => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** The face toward which an edge of a panel looks, when the panel is seen as `seenAs` is. */
export function faceBeyond(seenAs: Face, edge: Edge): Face {
  const { right, up } = FACE_FRAMES[seenAs]
  const { axis, sign } = edge === 'left' || edge === 'right' ? right : up
  return faceAt(axis, edge === 'right' || edge === 'top' ? sign > 0 : sign < 0)
}

/** One thing for every face. */
export const eachFace = <T>(of: (face: Face) => T): Record<Face, T> =>
  Object.fromEntries(FACES.map((face) => [face, of(face)])) as Record<Face, T>

/** Where a block ends at a face. */
export const endAt = (block: Block, face: Face): Um => block[FACE_FRAMES[face].axis][FACE_FRAMES[face].high ? 1 : 0]

/** A span measured inward from the outside of a face; outward when negative. */
export const inward = (block: Block, face: Face, from: Um, to: Um): Span => {
  const end = endAt(block, face)
  return FACE_FRAMES[face].high ? [end - to, end - from] : [end + from, end + to]
}

/** The same block with another span on the axis of a face, or with its end at that face moved outward. */
export const movedEnd = (block: Block, face: Face, by: Um): Block => {
  const { axis, high } = FACE_FRAMES[face]
  const [from, to] = block[axis]
  return { ...block, [axis]: high ? [from, to + by] : [from - by, to] }
}

export const volumeOf = ({ x, y, z }: Block): bigint => BigInt(length(x)) * BigInt(length(y)) * BigInt(length(z))

export const hull = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([from]) => from)),
  Math.max(...spans.map(([, to]) => to)),
]

export const hullOf = (blocks: readonly Block[]): Block => ({
  x: hull(blocks.map((block) => block.x)),
  y: hull(blocks.map((block) => block.y)),
  z: hull(blocks.map((block) => block.z)),
})
