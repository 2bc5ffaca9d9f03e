import type { EdgeRow, FaceRow, Geometry, Vec3 } from '@hewn/model'
import { expect, it } from 'vitest'
import { matchShapes } from './match-shapes.ts'

interface Plate {
  across: number
  along: number
  pitch?: number
  radius?: number
  /** Numbers of the holes that are not there. */
  without?: number[]
}

/** The tables of a plate with rows of holes: six planes, then a cylinder, two circles and a seam for each hole. */
function plate({ across, along, pitch = 10, radius = 2, without = [] }: Plate): Geometry {
  const [wide, deep, high] = [across * 12, along * 12, 5]
  const faces: FaceRow[] = []
  const edges: EdgeRow[] = []
  const face = (kind: 'plane' | 'cylinder', axis: Vec3, area: number, at: Vec3) =>
    faces.push({
      kind,
      hollow: kind === 'cylinder',
      a: kind === 'cylinder' ? radius : 0,
      b: 0,
      axis,
      area,
      centroid: at,
      point: at,
    })
  for (const side of [-1, 1]) {
    face('plane', [side, 0, 0], deep * high, [(side * wide) / 2, 0, 0])
    face('plane', [0, side, 0], wide * high, [0, (side * deep) / 2, 0])
    face('plane', [0, 0, side], wide * deep, [0, 0, (side * high) / 2])
  }
  for (let n = 0; n < across * along; n += 1) {
    if (without.includes(n)) continue
    const x = ((n % across) - (across - 1) / 2) * pitch
    const y = (Math.floor(n / across) - (along - 1) / 2) * pitch
    const hole = faces.length
    face('cylinder', [0, 0, 1], 2 * Math.PI * radius * high, [x, y, 0])
    const round = {
      kind: 'circle',
      closed: true,
      seam: false,
      radius,
      length: 2 * Math.PI * radius,
      axis: [0, 0, 1],
    } as const
    edges.push({ ...round, axis: [0, 0, 1], faces: [5, hole], centre: [x, y, high / 2] })
    edges.push({ ...round, axis: [0, 0, 1], faces: [2, hole], centre: [x, y, -high / 2] })
    const seam = { kind: 'line', closed: false, seam: true, radius: 0, length: high } as const
    edges.push({ ...seam, axis: [0, 0, 1], faces: [hole, -1], centre: [x + radius, y, 0] })
  }
  const bounds = { min: [-wide / 2, -deep / 2, -high / 2], max: [wide / 2, deep / 2, high / 2] } as const
  return { faces, edges, bounds: { min: [...bounds.min], max: [...bounds.max] }, exact: true } as unknown as Geometry
}

const identity = (length: number) => Array.from({ length }, (_, n) => n)

it('[KN58] of 1,000 holes each is found again when one is filled, when all grow and when they come closer', () => {
  const rows = { across: 40, along: 25 }
  const before = plate(rows)
  const filled = matchShapes(before, plate({ ...rows, without: [500] }))
  expect(filled.faces).toEqual(identity(1006).map((n) => (n < 506 ? n : n === 506 ? -1 : n - 1)))
  expect(filled.edges.filter((edge) => edge < 0)).toHaveLength(3)
  expect(matchShapes(before, plate({ ...rows, radius: 2.5 }))).toEqual({ faces: identity(1006), edges: identity(3000) })
  const moved = matchShapes(before, plate({ ...rows, pitch: 9.9 }))
  for (const [n, there] of moved.faces.entries()) expect([-1, n]).toContain(there)
})

it('[KN57] a hole that is as near to two others is lost, and is never one of them', () => {
  const before = plate({ across: 1, along: 1 })
  const between = matchShapes(before, plate({ across: 2, along: 1, pitch: 6 }))
  expect(between.faces[6]).toBe(-1)
})
