import type { Claim, Fact } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { checkContract, waitsFor } from './check-contract.ts'

const judge = (
  expected: Claim['expect'],
  facts: Fact[],
  left: Fact['kind'][] = [],
  text = 'said',
): Claim['result'] | undefined =>
  checkContract(
    [
      {
        id: 'claim:1',
        text,
        from: 'request',
        ...(expected ? { expect: expected } : {}),
        result: { state: 'waiting' },
      },
    ],
    facts,
    left,
  )[0]?.result

const valid = (layer: 'layer:a' | 'layer:b', isOk: boolean): Fact => ({ kind: 'valid', layer, ok: isOk })
const size: Fact = { kind: 'size', x: 150.04, y: 100, z: 80 }

describe('checkContract', () => {
  it('[AG15] lengths hold within 0.05 mm', () => {
    expect(judge({ fact: 'size', field: 'x', equals: 150 }, [size])).toEqual({ state: 'pass', measured: 150.04 })
    expect(judge({ fact: 'size', field: 'x', equals: 149.98 }, [size])).toEqual({ state: 'fail', measured: 150.04 })
  })

  it('[AG15] volume holds within 0.1 %, counts exactly', () => {
    expect(judge({ fact: 'volume', equals: 1000 }, [{ kind: 'volume', value: 1001 }])?.state).toBe('pass')
    expect(judge({ fact: 'volume', equals: 1000 }, [{ kind: 'volume', value: 1002 }])?.state).toBe('fail')
    expect(judge({ fact: 'solids', equals: 5 }, [{ kind: 'solids', count: 6 }])?.state).toBe('fail')
    expect(judge({ fact: 'solids', equals: 5 }, [{ kind: 'solids', count: 5 }])?.state).toBe('pass')
  })

  it('[KN46] what is not measured yet waits: that nothing was found to overlap is no proof, that something was is one', () => {
    const apart = { fact: 'interference', field: 'count', equals: 0 }
    const overlap: Fact = { kind: 'interference', a: 'layer:a', b: 'layer:b', value: 3 }
    expect(judge(apart, [])).toEqual({ state: 'pass', measured: 0 })
    expect(judge(apart, [], ['interference'])).toEqual({ state: 'waiting' })
    expect(judge(apart, [overlap], ['interference'])).toEqual({ state: 'fail', measured: 1 })
    expect(judge({ fact: 'hole', field: 'count', equals: 4 }, [], ['hole'])).toEqual({ state: 'waiting' })
    expect(judge({ fact: 'size', field: 'y', equals: 100 }, [size], ['hole'])?.state).toBe('pass')
    const ones: Claim[] = [
      { id: 'a', text: 'a', from: 'user', expect: { fact: 'mass', max: 1 }, result: { state: 'waiting' } },
    ]
    expect(waitsFor(ones, ['hole', 'volume'])).toEqual(['volume'])
    expect(waitsFor([{ ...ones[0], dropped: true } as Claim], ['hole', 'volume'])).toEqual([])
  })

  it('[KN46] a mass is volume times density, of the material that the filter or the words name', () => {
    const volume: Fact = { kind: 'volume', value: 20_000 }
    expect(judge({ fact: 'mass', max: 60 }, [volume], [], 'at most 60 g in aluminium')).toEqual({
      state: 'pass',
      measured: 54,
    })
    expect(judge({ fact: 'mass', max: 60, field: 'value[material=steel]' }, [volume])).toEqual({
      state: 'fail',
      measured: 157,
    })
    expect(judge({ fact: 'mass', max: 60 }, [volume], [], 'at most 60 g')).toMatchObject({
      state: 'cannot tell',
      why: expect.stringContaining('what it is made of'),
    })
    expect(judge({ fact: 'mass', max: 60 }, [], ['volume'], 'at most 60 g in PLA')).toEqual({ state: 'waiting' })
  })

  it('[AG15] bounds and a tolerance of the words', () => {
    expect(judge({ fact: 'size', field: 'y', min: 100 }, [size])?.state).toBe('pass')
    expect(judge({ fact: 'size', field: 'y', max: 99 }, [size])?.state).toBe('fail')
    expect(judge({ fact: 'size', field: 'y', equals: 104, tolerance: 5 }, [size])?.state).toBe('pass')
  })

  it('[AG16] sides can be told from small to large, and numbers found by their path', () => {
    expect(judge({ fact: 'size', field: 'sorted.2', equals: 150 }, [size])?.state).toBe('pass')
    const clear: Fact = {
      kind: 'compartments',
      count: 2,
      clear: [
        [10, 20, 30],
        [10, 20, 30],
      ],
    }
    expect(judge({ fact: 'compartments', field: 'clear.1.2', equals: 30 }, [clear])?.state).toBe('pass')
    expect(judge({ fact: 'compartments', equals: 2 }, [clear])?.state).toBe('pass')
  })

  it('[AG18] a fit holds when every joint is proven and nothing overlaps', () => {
    expect(judge({ fact: 'fit', equals: true }, [{ kind: 'fit', joints: 8, proven: 8 }])?.state).toBe('pass')
    expect(judge({ fact: 'fit', equals: true }, [{ kind: 'fit', joints: 8, proven: 7 }])?.state).toBe('fail')
    const worst = { a: 'layer:front', b: 'layer:left', overlap: 0.2 } as const
    expect(judge({ fact: 'fit', equals: true }, [{ kind: 'fit', joints: 8, proven: 8, worst }])?.state).toBe('fail')
  })

  it('[AG18] one invalid panel fails the whole, and no interference is a measurement too', () => {
    expect(judge({ fact: 'valid', equals: true }, [valid('layer:a', true), valid('layer:b', true)])?.state).toBe('pass')
    expect(judge({ fact: 'valid', equals: true }, [valid('layer:a', true), valid('layer:b', false)])?.state).toBe(
      'fail',
    )
    expect(judge({ fact: 'interference', field: 'count', equals: 0 }, [size])).toEqual({ state: 'pass', measured: 0 })
    const meets: Fact = { kind: 'interference', a: 'layer:a', b: 'layer:b', value: 1 }
    expect(judge({ fact: 'interference', field: 'count', equals: 0 }, [meets])?.state).toBe('fail')
    const touches: Fact = { kind: 'interference', a: 'layer:a', b: 'layer:b', value: 0 }
    expect(judge({ fact: 'interference', field: 'count', equals: 0 }, [touches])).toEqual({
      state: 'pass',
      measured: 0,
    })
  })

  it('[AG19] what no fact tells is “cannot tell”, and so is what nobody can measure', () => {
    expect(judge({ fact: 'size', field: 'x', equals: 150 }, [])?.state).toBe('cannot tell')
    expect(judge({ fact: 'size', field: 'toString', equals: 150 }, [size])?.state).toBe('cannot tell')
    expect(judge({ fact: 'size', field: 'x', equals: 150, layer: 'layer:body' }, [size])?.state).toBe('cannot tell')
    expect(judge(undefined, [size])?.state).toBe('cannot tell')
  })

  const hole = (x: number, y: number, more: Partial<Extract<Fact, { kind: 'hole' }>> = {}): Fact => ({
    kind: 'hole',
    diameter: 4.5,
    depth: 10,
    through: true,
    at: [x, y, 10],
    axis: [0, 0, -1],
    entry: 'plain',
    ...more,
  })
  const plate: Fact[] = [
    { kind: 'size', x: 80, y: 60, z: 10 },
    ...[-32, 32].flatMap((x) => [-22, 22].map((y) => hole(x, y))),
    hole(0, 0, { diameter: 8, through: false, depth: 5, entry: 'counterbore', head: { diameter: 12 } }),
    hole(40, 0, { axis: [1, 0, 0], at: [40, 5, 6] }),
  ]

  it('[AG16] a filter in brackets says which holes are counted', () => {
    const count = (filter: string) => {
      const result = judge({ fact: 'hole', field: `count[${filter}]`, equals: 0 }, plate)
      return result && 'measured' in result ? result.measured : result
    }
    expect(count('diameter=4.5')).toBe(5)
    expect(count('diameter=4.5, through, axis=z')).toBe(4)
    expect(count('blind')).toBe(1)
    expect(count('entry=counterbore')).toBe(1)
    expect(count('axis=z, at=(32,22)')).toBe(1)
    expect(count('at=(32,23)')).toBe(0)
    expect(count('at=(5,6)'), 'seen along its axis').toBe(1)
    expect(count('at=(32,22,10)')).toBe(1)
    expect(count('diameter=4.5, at=(32,22)|(-32,22)|(99,0)')).toBe(2)
    expect(count('colour=red')).toBe(0)
    expect(judge({ fact: 'hole', field: 'count[diameter=4.5, through, axis=z]', equals: 4 }, plate)?.state).toBe('pass')
  })

  it('[AG16] what is said of the holes a filter leaves is true of each, and there is at least one', () => {
    expect(judge({ fact: 'hole', field: 'depth[blind]', equals: 5 }, plate)).toEqual({ state: 'pass', measured: 5 })
    expect(judge({ fact: 'hole', field: 'diameter[axis=z]', equals: 4.5 }, plate)).toEqual({
      state: 'fail',
      measured: 8,
    })
    expect(judge({ fact: 'hole', field: 'depth[diameter=99]', equals: 5 }, plate)?.state).toBe('cannot tell')
  })

  it('[AG16] circles, steps and ways from a side are derived from the centres', () => {
    const z = '[diameter=4.5, axis=z]'
    expect(judge({ fact: 'hole', field: `pcd${z}`, equals: 77.666 }, plate)?.state).toBe('pass')
    expect(judge({ fact: 'hole', field: `pitch.x${z}`, equals: 64 }, plate)?.state).toBe('pass')
    expect(judge({ fact: 'hole', field: `pitch.y${z}`, equals: 44 }, plate)?.state).toBe('pass')
    for (const side of ['left', 'right', 'front', 'back', 'least'])
      expect(judge({ fact: 'hole', field: `edge.${side}${z}`, equals: 8 }, plate), side).toEqual({
        state: 'pass',
        measured: 8,
      })
    const askew = [...plate.slice(0, 4), hole(33, 22)]
    expect(judge({ fact: 'hole', field: `pcd${z}`, equals: 77.666 }, askew)?.state).toBe('fail')
    expect(judge({ fact: 'hole', field: 'pcd[diameter=99]', equals: 10 }, plate)?.state).toBe('cannot tell')
  })

  it('[AG16] a place is filled where faces reach from one end of it to the other, and none but those within', () => {
    const slots: Fact = {
      kind: 'reaches',
      layer: 'layer:a',
      boxes: [
        [-40, -30, 0, 40, 30, 5],
        [-20, -3, 0, -10, -3, 5],
        [-10, -3, 0, -7, 3, 5],
        [-23, -3, 0, -20, 3, 5],
        [10, -3, 0, 20, 3, 5],
      ],
    }
    const at = (...places: string[]) => `filled.xy[box=${places.join('|')}]`
    const claim = (...places: string[]) =>
      judge({ fact: 'reaches', field: at(...places), equals: places.length }, [slots])?.state
    expect(claim('(-23,-3,0,-7,3,5)')).toBe('pass')
    expect(claim('(-23,-3,0,-7,3,5)', '(10,-3,0,20,3,5)')).toBe('pass')
    expect(claim('(-22,-3,0,-6,3,5)'), 'a millimetre off').toBe('fail')
    expect(claim('(-24,-3,0,-6,3,5)'), 'longer than it is').toBe('fail')
    expect(claim('(-23,-4,0,-7,4,5)'), 'wider than it is').toBe('fail')
    expect(claim('(-23,-3,0,-7,3,5)', '(30,-3,0,36,3,5)'), 'one of two').toBe('fail')
    expect(judge({ fact: 'reaches', field: at('(0,0,0,1,1,1)'), equals: 1 }, [])?.state).toBe('cannot tell')
    expect(judge({ fact: 'reaches', field: at('(0,0,0,1,1,1)'), equals: 1 }, [], ['reaches'])?.state).toBe('waiting')
  })

  it('[AG16] fillets of the layers are those of the whole', () => {
    const fillets: Fact[] = [{ kind: 'fillet', layer: 'layer:a', radius: 5, count: 4 }]
    expect(judge({ fact: 'fillet', field: 'count[radius=5]', min: 1 }, fillets)?.state).toBe('pass')
    expect(judge({ fact: 'fillet', field: 'count[radius=3]', min: 1 }, fillets)?.state).toBe('fail')
  })

  it('[AG16] fillets are counted by how many there are, not by how many sizes', () => {
    const fillets: Fact[] = [
      { kind: 'fillet', radius: 5, count: 4 },
      { kind: 'fillet', radius: 1, count: 8 },
    ]
    expect(judge({ fact: 'fillet', field: 'count[radius=5]', equals: 4 }, fillets)?.state).toBe('pass')
    expect(judge({ fact: 'fillet', field: 'count', equals: 12 }, fillets)?.state).toBe('pass')
  })
})
