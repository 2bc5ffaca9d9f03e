import type { EdgeRow, FaceRow, Geometry, Vec3 } from '@hewn/model'

/** The test cube, made from the words of KN61 alone: 0 to `side` mm on every axis. */
export function cube(side = 10): Geometry {
  const corners = [0, side].flatMap((x) => [0, side].flatMap((y) => [0, side].map((z): Vec3 => [x, y, z])))
  const sides = ([0, 1, 2] as const).flatMap((axis) => [0, side].map((at) => ({ axis, at })))
  const loops = sides.map(({ axis, at }) => loopOf(corners, axis, at, side))
  const beams = ([0, 1, 2] as const).flatMap((axis) =>
    corners.filter((corner) => corner[axis] === 0).map((low) => ({ axis, low, high: low.with(axis, side) as Vec3 })),
  )
  return {
    closed: true,
    exact: true,
    deviation: 0,
    bounds: { min: [0, 0, 0], max: [side, side, side] },
    positions: new Float32Array(loops.flat(2)),
    triangles: new Uint32Array(loops.flatMap((_, face) => [0, 1, 2, 0, 2, 3].map((corner) => face * 4 + corner))),
    faceOf: new Uint32Array(loops.flatMap((_, face) => [face, face])),
    edgePoints: new Float32Array(beams.flatMap(({ low, high }) => [...low, ...high])),
    edgeRanges: new Uint32Array(beams.flatMap((_, edge) => [edge * 2, 2])),
    vertices: new Float32Array(corners.flat()),
    faces: sides.map(({ axis, at }): FaceRow => {
      const centre = [side / 2, side / 2, side / 2].with(axis, at) as Vec3
      const outward = [0, 0, 0].with(axis, at === 0 ? -1 : 1) as Vec3
      return {
        kind: 'plane',
        hollow: false,
        area: side * side,
        a: 0,
        b: 0,
        point: centre,
        axis: outward,
        centroid: centre,
      }
    }),
    edges: beams.map(({ axis, low }): EdgeRow => {
      const beside = sides.flatMap((face, index) => (face.axis !== axis && low[face.axis] === face.at ? [index] : []))
      return {
        kind: 'line',
        closed: false,
        seam: false,
        faces: [beside[0] ?? -1, beside[1] ?? -1],
        length: side,
        radius: 0,
        centre: low.with(axis, side / 2) as Vec3,
        axis: [0, 0, 0].with(axis, 1) as Vec3,
      }
    }),
    body: { volume: side ** 3, area: 6 * side * side, centre: [side / 2, side / 2, side / 2] },
  }
}

/** The four corners of a side, counter-clockwise from outside, starting at the smallest. */
function loopOf(corners: Vec3[], axis: 0 | 1 | 2, at: number, side: number): Vec3[] {
  const [first, second] = [(axis + 1) % 3, (axis + 2) % 3] as [0 | 1 | 2, 0 | 1 | 2]
  const turns = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ] as const
  const loop = turns.map(
    ([u, v]) => corners.find((it) => it[axis] === at && it[first] === u && it[second] === v) ?? [0, 0, 0],
  )
  return (at === 0 ? [loop[0], loop[3], loop[2], loop[1]] : loop) as Vec3[]
}
