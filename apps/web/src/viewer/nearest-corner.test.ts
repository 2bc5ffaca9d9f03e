import type { Geometry } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { nearestCorner } from './nearest-corner.ts'
import { cornerAt, followed, type PickedElement } from './selection.ts'

const edge = {
  kind: 'line',
  closed: false,
  seam: false,
  length: 10,
  radius: 0,
  centre: [0, 0, 0],
  axis: [1, 0, 0],
} as const
/** Two edges that meet at (10, 0, 0); the second bounds another face. */
const corner: Geometry = {
  closed: true,
  exact: true,
  deviation: 0,
  bounds: { min: [0, 0, 0], max: [10, 10, 0] },
  edgePoints: new Float32Array([0, 0, 0, 10, 0, 0, 10, 0, 0, 10, 10, 0]),
  edgeRanges: new Uint32Array([0, 2, 2, 2]),
  edges: [
    { ...edge, faces: [0, 1] },
    { ...edge, faces: [1, 2] },
  ],
  vertices: new Float32Array([0, 0, 0, 10, 0, 0, 10, 10, 0]),
}
const toScreen = ([x, y]: readonly number[]) => [x ?? 0, y ?? 0] as const
const pick: PickedElement = { layer: 'layer:a', kind: 'vertex', index: 1, hash: 'a', geometry: corner }

describe('corners', () => {
  it('[WB20] the end of an edge near the pointer is picked; of a face only those of its own edges', () => {
    expect(nearestCorner(corner, [9, 1], toScreen)).toBe(1)
    expect(nearestCorner(corner, [9, 9], toScreen)).toBe(2)
    expect(nearestCorner(corner, [9, 9], toScreen, 0)).toBeUndefined()
    expect(nearestCorner(corner, [5, 0.5], toScreen, 0)).toBeUndefined()
  })

  it('[WB21] a corner is found again where it was, whatever its number is, and else its loss is said', () => {
    const turned = { ...corner, vertices: new Float32Array([10, 0, 0, 0, 0, 0, 10, 10, 0]) }
    expect(followed({ picks: [pick], lost: 0 }, () => ({ hash: 'b', geometry: turned })).picks[0]?.index).toBe(0)
    const moved = { ...corner, vertices: new Float32Array([0, 0, 0, 12, 0, 0]) }
    expect(followed({ picks: [pick], lost: 0 }, () => ({ hash: 'b', geometry: moved }))).toEqual({ picks: [], lost: 1 })
    expect(cornerAt({ ...corner, vertices: new Float32Array() }, [0, 0, 0])).toBeUndefined()
  })
})
