import type { Geometry, Vec3 } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { pointedAt } from './pointed-at.ts'
import { type Pointed, sayPointed } from './say-pointed.ts'
import type { SceneLayer } from './viewer/scene.ts'
import type { PickedElement } from './viewer/selection.ts'

const PLACE = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const BOUNDS = { min: [-40, -25, 0] as Vec3, max: [40, 25, 20] as Vec3 }
const layer = (name: string, placement = PLACE): SceneLayer => ({
  id: `layer:${name}`,
  name,
  kind: 'solid',
  opacity: 1,
  visible: true,
  placement,
  geometry: { hash: 'h', bytes: 1, triangles: 1, bounds: BOUNDS },
})
const at = (kind: 'face' | 'edge', of: object): PickedElement => ({
  layer: 'layer:block',
  kind,
  index: 0,
  hash: 'h',
  geometry: { [`${kind}s`]: [of] } as unknown as Geometry,
})
const edge = (centre: Vec3) => at('edge', { kind: 'line', centre })
const face = (centroid: Vec3) => at('face', { kind: 'plane', centroid })
const words = (pick: PickedElement, scene = [layer('block')]) => pointedAt(pick, scene)?.words

describe('what is pointed at', () => {
  it('[WB49] an outer edge or face has the name that a request may call it', () => {
    expect(words(edge([0, -25, 20]))).toBe('the top front edge')
    expect(words(edge([40, 0, 0]))).toBe('the bottom right edge')
    expect(words(edge([-40, 25, 10]))).toBe('the back left corner edge')
    expect(words(face([0, 0, 20]))).toBe('the top face')
    expect(words(face([0, -25, 10]))).toBe('the front face')
    expect(words(face([0, -25, 10]), [layer('block'), layer('lid')])).toBe('the front face of the block')
  })

  it('[WB49] what lies inside, is round, or is turned has none', () => {
    expect(words(edge([0, 0, 20]))).toBeUndefined()
    expect(words(face([0, 0, 10]))).toBeUndefined()
    expect(words(at('edge', { kind: 'circle', centre: [0, -25, 20] }))).toBeUndefined()
    expect(
      words(edge([0, -25, 20]), [layer('block', [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])]),
    ).toBeUndefined()
    expect(words(edge([0, -25, 20]), [])).toBeUndefined()
  })

  it('[WB49] *this edge* is the one that is picked; another kind of thing is left as it was said', () => {
    const top: Pointed = { kind: 'edge', words: 'the top front edge' }
    expect(sayPointed('Chamfer this edge 2 mm', top)).toBe('Chamfer the top front edge 2 mm')
    expect(sayPointed('put a hole in this face', top)).toBe('put a hole in this face')
    const front: Pointed = { kind: 'face', words: 'the front face' }
    expect(sayPointed('a 10 mm hole here', front)).toBe('a 10 mm hole in the front face')
    expect(sayPointed('drill 5 mm into this side', front)).toBe('drill 5 mm into the front face')
    expect(sayPointed('chamfer this edge', null)).toBe('chamfer this edge')
  })
})
