import type { Claim, Fact } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { checkContract } from './check-contract.ts'

const judge = (expected: Claim['expect'], facts: Fact[]): Claim['result'] | undefined =>
  checkContract(
    [
      {
        id: 'claim:1',
        text: 'said',
        from: 'request',
        ...(expected ? { expect: expected } : {}),
        result: { state: 'waiting' },
      },
    ],
    facts,
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
  })

  it('[AG19] what no fact tells is “cannot tell”, and so is what nobody can measure', () => {
    expect(judge({ fact: 'size', field: 'x', equals: 150 }, [])?.state).toBe('cannot tell')
    expect(judge({ fact: 'size', field: 'toString', equals: 150 }, [size])?.state).toBe('cannot tell')
    expect(judge({ fact: 'size', field: 'x', equals: 150, layer: 'layer:body' }, [size])?.state).toBe('cannot tell')
    expect(judge(undefined, [size])?.state).toBe('cannot tell')
  })
})
