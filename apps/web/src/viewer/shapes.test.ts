import type { EdgeRow, Geometry } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { createShapes, edgeSegments } from './shapes.ts'

const row = (seam: boolean): EdgeRow => ({
  kind: 'line',
  closed: false,
  seam,
  faces: [0, 1],
  length: 1,
  radius: 0,
  centre: [0, 0, 0],
  axis: [1, 0, 0],
})
const geometry = (more: Partial<Geometry> = {}): Geometry => ({
  closed: false,
  exact: true,
  deviation: 0,
  bounds: { min: [0, 0, 0], max: [1, 1, 1] },
  ...more,
})

describe('edgeSegments', () => {
  const edgePoints = new Float32Array([0, 0, 0, 1, 0, 0, 2, 0, 0, /* second edge */ 5, 5, 5, 6, 6, 6])
  const edgeRanges = new Uint32Array([0, 3, 3, 2])

  it('[WB18] makes one segment between neighbours of an edge and none between edges', () => {
    expect([...edgeSegments(geometry({ edgePoints, edgeRanges }))]).toEqual(
      [
        [0, 0, 0, 1, 0, 0],
        [1, 0, 0, 2, 0, 0],
        [5, 5, 5, 6, 6, 6],
      ].flat(),
    )
  })

  it('[WB18] leaves seams out', () => {
    const made = edgeSegments(geometry({ edgePoints, edgeRanges, edges: [row(true), row(false)] }))
    expect([...made]).toEqual([5, 5, 5, 6, 6, 6])
  })

  it('a shape without edges has no segments', () => {
    expect(edgeSegments(geometry())).toHaveLength(0)
  })
})

const cube = () => geometry({ positions: new Float32Array(9), triangles: new Uint32Array([0, 1, 2]) })

describe('createShapes', () => {
  it('[WB15] layers with equal hashes share one geometry, released with its last user', () => {
    const shapes = createShapes(false)
    const first = shapes.take('a', cube())
    const second = shapes.take('a', cube())
    expect(second).toBe(first)
    let released = 0
    first.faces?.addEventListener('dispose', () => released++)
    shapes.release(first)
    expect([released, shapes.size]).toEqual([0, 1])
    shapes.release(second)
    expect([released, shapes.size]).toEqual([1, 0])
  })

  it('[WB15] after 100 rebuilds there are as many as after the first', () => {
    const shapes = createShapes(false)
    let shown = shapes.take('hash 0', cube())
    for (let build = 1; build <= 100; build++) {
      const next = shapes.take(`hash ${build}`, cube())
      shapes.release(shown)
      shown = next
    }
    expect(shapes.size).toBe(1)
  })

  it('draws points only where there is nothing else', () => {
    const shapes = createShapes(false)
    const vertices = new Float32Array([1, 2, 3])
    expect(shapes.take('points', geometry({ vertices })).points).toBeDefined()
    expect(shapes.take('solid', { ...cube(), vertices }).points).toBeUndefined()
  })
})
