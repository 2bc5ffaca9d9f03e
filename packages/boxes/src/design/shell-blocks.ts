import type { Axis, Face, Um } from '@hewn/model'
import { AXES, type Block, endAt, FACE_FRAMES, FACES, faceAt, inward, movedEnd, type Span } from '../frame.ts'
import type { Shell } from './resolved-design.ts'

/**
 * Along a male edge the body ends at the neighbour's inner side; a female or open edge keeps the full size (BX11), less
 * what it was lowered by.
 */
export function faceBody(shell: Shell, face: Face): Block {
  const own = shell.faces[face]
  const end = (axis: Axis, high: boolean): Um => {
    const toward = faceAt(axis, high)
    const other = shell.faces[toward]
    const outer = endAt(shell.block, toward)
    if (other.solid && own.rank < other.rank) return other.at[high ? 0 : 1]
    const lowered = Math.min(0, shell.reach[face][toward] ?? 0)
    return high ? outer + lowered : outer - lowered
  }
  const span = (axis: Axis): Span => (axis === FACE_FRAMES[face].axis ? own.at : [end(axis, false), end(axis, true)])
  return { x: span('x'), y: span('y'), z: span('z') }
}

/** What a face has beyond the box: a strip along every raised edge (BX24). */
export function raisedStrips(shell: Shell, face: Face): Block[] {
  return FACES.filter((toward) => (shell.reach[face][toward] ?? 0) > 0).map((toward) =>
    stripToward(shell, face, toward),
  )
}

/**
 * As wide as the outside of the box. Where the neighbour has a strip the same way too the male wall gives way, and where
 * the panel is raised on both edges of a corner it closes it.
 */
function stripToward(shell: Shell, face: Face, toward: Face): Block {
  const { block, faces, reach } = shell
  const { axis } = FACE_FRAMES[toward]
  let strip: Block = {
    ...block,
    [FACE_FRAMES[face].axis]: faces[face].at,
    [axis]: inward(block, toward, -(reach[face][toward] ?? 0), 0),
  }
  for (const beside of FACES) {
    const across = FACE_FRAMES[beside].axis
    if (across === axis || across === FACE_FRAMES[face].axis) continue
    const own = reach[face][beside] ?? 0
    // One of the two strips takes the corner between them.
    const takesCorner = own < 0 || FACES.indexOf(beside) > FACES.indexOf(toward)
    if (own !== 0) strip = takesCorner ? movedEnd(strip, beside, own) : strip
    else if (givesWay(shell, face, beside, toward)) strip = movedEnd(strip, beside, -faces[beside].thickness)
  }
  return strip
}

const givesWay = ({ faces, reach }: Shell, face: Face, beside: Face, toward: Face): boolean =>
  faces[beside].solid && faces[face].rank < faces[beside].rank && (reach[beside][toward] ?? 0) > 0

/** What the lowered edges of a face take from it. */
export function loweredVolume(shell: Shell, face: Face): Block[] {
  const whole: Shell = { ...shell, reach: { ...shell.reach, [face]: {} } }
  let rest = faceBody(whole, face)
  const taken: Block[] = []
  const lowered = faceBody(shell, face)
  for (const axis of AXES) {
    if (lowered[axis][0] > rest[axis][0]) taken.push({ ...rest, [axis]: [rest[axis][0], lowered[axis][0]] })
    if (lowered[axis][1] < rest[axis][1]) taken.push({ ...rest, [axis]: [lowered[axis][1], rest[axis][1]] })
    rest = { ...rest, [axis]: lowered[axis] }
  }
  return taken
}
