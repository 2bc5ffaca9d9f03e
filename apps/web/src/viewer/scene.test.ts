import type { Bounds, Layer, LayerId } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { createPalette, PALETTE, type SceneLayer, sceneDifference, sceneFrom } from './scene.ts'

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const bounds: Bounds = { min: [0, 0, 0], max: [1, 1, 1] }
const layer = (id: string, more: Partial<Layer> = {}): Layer => ({
  id: `layer:${id}`,
  name: id,
  kind: 'solid',
  visible: true,
  placement: IDENTITY,
  geometry: { hash: `hash of ${id}`, bytes: 1, triangles: 1, bounds },
  ...more,
})
const scene = (...layers: Layer[]): SceneLayer[] => sceneFrom(layers)

describe('sceneDifference', () => {
  it('[WB12] the same scene changes nothing', () => {
    const difference = sceneDifference(scene(layer('a'), layer('b')), scene(layer('a'), layer('b')))
    expect(difference.kept).toHaveLength(2)
    expect([difference.added, difference.reshaped, difference.restyled, difference.removed]).toEqual([[], [], [], []])
  })

  it('[WB12] another hash is another shape, whatever else changed', () => {
    const after = layer('a', { color: '#123456', geometry: { hash: 'other', bytes: 1, triangles: 1, bounds } })
    expect(sceneDifference(scene(layer('a')), scene(after)).reshaped.map((one) => one.geometry?.hash)).toEqual([
      'other',
    ])
  })

  it.each([
    ['placement', { placement: [...IDENTITY.slice(0, 12), 5, 0, 0, 1] }],
    ['colour', { color: '#ff0000' }],
    ['opacity', { opacity: 0.5 }],
    ['visibility', { visible: false }],
  ] as [string, Partial<Layer>][])('[WB12] the same hash with another %s keeps its shape', (_, change) => {
    const difference = sceneDifference(scene(layer('a')), scene(layer('a', change)))
    expect(difference.restyled).toHaveLength(1)
    expect(difference.reshaped).toEqual([])
  })

  it('[WB12] order does not matter; ids decide', () => {
    const difference = sceneDifference(scene(layer('a'), layer('b')), scene(layer('c'), layer('a')))
    expect(difference.added.map((one) => one.id)).toEqual(['layer:c'])
    expect(difference.removed).toEqual(['layer:b'])
    expect(difference.kept.map((one) => one.id)).toEqual(['layer:a'])
  })
})

describe('sceneFrom', () => {
  it('[WB28] a hidden group hides what is in it, and draws nothing itself', () => {
    const group = layer('body', { kind: 'group', visible: false })
    const made = scene(group, layer('front', { parent: group.id }))
    expect(made.map((one) => [one.id, one.visible])).toEqual([['layer:front', false]])
  })

  it('[WB28] what this viewer has set wins, by layer id', () => {
    const made = sceneFrom([layer('a'), layer('b', { visible: false })], {
      'layer:a': { visible: false },
      'layer:b': { visible: true },
    })
    expect(made.map((one) => one.visible)).toEqual([false, true])
  })

  it('parents that go in a circle do not hang the page', () => {
    const made = scene(layer('a', { parent: 'layer:b' }), layer('b', { parent: 'layer:a' }))
    expect(made).toHaveLength(2)
  })
})

describe('createPalette', () => {
  it('gives colours by first appearance, keeps them by id, and starts again after the last', () => {
    const palette = createPalette()
    const ids = Array.from({ length: PALETTE.length + 1 }, (_, index): LayerId => `layer:${index}`)
    const colors = ids.map((id) => palette(id))
    expect(colors).toEqual([...PALETTE, PALETTE[0]])
    expect(palette('layer:3')).toBe(PALETTE[3])
  })

  it('takes a colour of its own only when it is one', () => {
    const palette = createPalette()
    expect(palette('layer:a', '#abcdef')).toBe('#abcdef')
    expect(palette('layer:b', 'url(javascript:alert(1))')).toBe(PALETTE[0])
  })
})
