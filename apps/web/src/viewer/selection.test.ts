import type { Geometry, LayerId } from '@hewn/model'
import { expect, it } from 'vitest'
import { nearestEdge } from './nearest-edge.ts'
import { followed, NOTHING, type PickedElement, picked, type Selection } from './selection.ts'

const LAYER: LayerId = 'layer:one'
const plate = (holes: readonly number[], length = 100, exact = true): Geometry => ({
  closed: true,
  exact,
  deviation: 0,
  bounds: { min: [0, 0, 0], max: [length, 20, 5] },
  faces: [
    {
      kind: 'plane',
      hollow: false,
      area: 20 * length,
      a: 0,
      b: 0,
      point: [length / 2, 10, 5],
      axis: [0, 0, 1],
      centroid: [length / 2, 10, 5],
    },
    ...holes.map((x) => ({
      kind: 'cylinder' as const,
      hollow: true,
      area: 62,
      a: 2,
      b: 0,
      point: [x, 10, 2] as [number, number, number],
      axis: [0, 0, 1] as [number, number, number],
      centroid: [x, 10, 2] as [number, number, number],
    })),
  ],
  edges: holes.map((x, n) => ({
    kind: 'circle',
    closed: true,
    seam: false,
    faces: [0, n + 1],
    length: 12.6,
    radius: 2,
    centre: [x, 10, 5],
    axis: [0, 0, 1],
  })),
})
const pickOf = (geometry: Geometry, index: number, hash = 'a'): PickedElement => ({
  layer: LAYER,
  kind: 'face',
  index,
  hash,
  geometry,
})
const shows =
  (geometry: Geometry | undefined, hash = 'b') =>
  () =>
    geometry && { hash, geometry }

it('[WB20] one is picked, another replaces it or joins it, two at most; again lets go', () => {
  const geometry = plate([10, 30, 60])
  const [a, b, c] = [1, 2, 3].map((index) => pickOf(geometry, index)) as [PickedElement, PickedElement, PickedElement]
  const one = picked(NOTHING, a, false)
  expect(one.picks).toEqual([a])
  expect(picked(one, b, false).picks).toEqual([b])
  const two = picked(one, b, true)
  expect(two.picks).toEqual([a, b])
  expect(picked(two, c, true).picks).toEqual([b, c])
  expect(picked(two, b, true).picks).toEqual([a])
  expect(picked(one, a, false)).toEqual(NOTHING)
})

it('[WB21] after a rebuild a pick is the same element under its new number, or lost and said so, never another', () => {
  const before = plate([10, 30, 60])
  const second: Selection = { picks: [pickOf(before, 2)], lost: 0 }
  // The first hole is gone: the second has its number now.
  const after = followed(second, shows(plate([30, 60])))
  expect(after.picks.map(({ index, hash }) => [index, hash])).toEqual([[1, 'b']])
  expect(followed(second, shows(plate([10, 60])))).toEqual({ picks: [], lost: 1 })
  expect(followed(second, shows(undefined))).toEqual({ picks: [], lost: 1 })
  // Nothing has changed: the very same selection, so that nobody is told anything.
  expect(followed(second, shows(before, 'a')).picks).toBe(second.picks)
})

it('[KN51] a draft without tables lets picks rest', () => {
  const second: Selection = { picks: [pickOf(plate([10, 30, 60]), 2)], lost: 0 }
  expect(followed(second, shows(plate([], 100, false)))).toEqual(second)
})

it('[WB20] an edge is meant within a few pixels, and of a face only one that bounds it', () => {
  const geometry: Geometry = {
    ...plate([10]),
    edgePoints: Float32Array.from([0, 0, 0, 100, 0, 0, 0, 3, 0, 100, 3, 0]),
    edgeRanges: Uint32Array.from([0, 2, 2, 2]),
    edges: [0, 1].map((n) => ({ ...plate([10]).edges?.[0], faces: [n, n + 1] })) as NonNullable<Geometry['edges']>,
  }
  const toScreen = ([x, y]: readonly number[]) => [x ?? 0, y ?? 0] as const
  expect(nearestEdge(geometry, [50, 1], toScreen)).toBe(0)
  expect(nearestEdge(geometry, [50, 2.5], toScreen)).toBe(1)
  expect(nearestEdge(geometry, [50, 2.5], toScreen, 0)).toBe(0)
  expect(nearestEdge(geometry, [50, 9], toScreen)).toBeUndefined()
  expect(nearestEdge({ ...geometry, edgeRanges: Uint32Array.from([0, 99]) }, [500, 500], toScreen)).toBeUndefined()
})
