import type { Claim, Fact, Layer } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { describeModel, factRows, layerTree } from './describe.ts'

const layer = (name: string, kind: Layer['kind'] = 'solid', parent?: string): Layer => ({
  id: `layer:${name}`,
  name,
  kind,
  visible: true,
  placement: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  ...(parent === undefined ? {} : { parent: `layer:${parent}` }),
})
const hole = (diameter: number): Fact => ({
  kind: 'hole',
  diameter,
  depth: 6,
  through: true,
  at: [0, 0, 0],
  axis: [0, 0, 1],
})
const facts: Fact[] = [
  { kind: 'size', x: 60, y: 40, z: 6 },
  { kind: 'volume', value: 13_850.2 },
  { kind: 'size', layer: 'layer:a', x: 1, y: 1, z: 1 },
  hole(5),
  hole(12),
  hole(5),
]

describe('describeModel', () => {
  it('[WB37] tells name, size, volume, layers and holes by diameter', () => {
    expect(describeModel('Plate', [layer('a')], facts, [])).toBe(
      'Plate: 60 × 40 × 6 mm, volume 13,850.2 mm³, 1 layer, 2 × Ø 5 mm, 1 × Ø 12 mm',
    )
  })

  it('[WB37] counts panels, not the groups that hold them', () => {
    const layers = [layer('body', 'group'), layer('front', 'panel', 'body'), layer('back', 'panel', 'body')]
    expect(describeModel('Box', layers, [], [])).toBe('Box: 2 panels')
  })

  it('[WB37] names failing claims', () => {
    const claim: Claim = { id: 'c', text: '40 mm wide', from: 'request', result: { state: 'fail', measured: 41 } }
    expect(describeModel('Plate', [layer('a')], [], [claim])).toContain('1 claim fails')
  })

  it('says so when there is nothing', () => expect(describeModel('Plate', [], facts, [])).toBe('No model yet'))
})

describe('factRows', () => {
  it('lists what was measured of the whole design, not of its layers', () => {
    expect(factRows(facts, [layer('a')])).toEqual([
      { label: 'Size', value: '60 × 40 × 6 mm' },
      { label: 'Volume', value: '13,850.2 mm³' },
      { label: 'Holes', value: '2 × Ø 5 mm, 1 × Ø 12 mm' },
    ])
  })

  it('[WB58] the proof of a box is one of them, good or bad', () => {
    expect(factRows([{ kind: 'fit', joints: 24, proven: 24 }], [])).toEqual([
      { label: 'Joints', value: '24 of 24 proven', tone: 'ok' },
    ])
    expect(factRows([{ kind: 'fit', joints: 24, proven: 23 }], [])[0]?.tone).toBe('bad')
  })
})

const shape = (layers: Layer[]) => layerTree(layers).map((row) => `${'  '.repeat(row.depth)}${row.layer.name}`)

describe('layerTree', () => {
  it('[WB28] mirrors the parents', () => {
    expect(shape([layer('front', 'panel', 'body'), layer('body', 'group'), layer('screw')])).toEqual([
      'body',
      '  front',
      'screw',
    ])
  })

  it('[WB28] lists every layer once, also with parents that are missing or go in a circle', () => {
    expect(
      shape([
        layer('a', 'solid', 'b'),
        layer('b', 'solid', 'a'),
        layer('c', 'solid', 'gone'),
        layer('d', 'solid', 'd'),
      ]).toSorted(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })
})
