import { describe, expect, it } from 'vitest'
import { gridFor, niceStep } from './backdrop.ts'

describe('grid', () => {
  it('[WB19] squares are 1, 2 or 5 times a power of ten', () => {
    expect([0.012, 0.7, 1, 1.6, 4, 8, 34, 260].map((value) => Number(niceStep(value).toPrecision(3)))).toEqual([
      0.01, 0.5, 1, 2, 5, 10, 20, 200,
    ])
  })

  it('[WB19] the rim lies outside the model and on a line', () => {
    const { step, half } = gridFor({ min: [-75, -50, 0], max: [75, 50, 80] })
    expect(step).toBe(20)
    expect(half).toBeGreaterThan(75)
    expect(half % step).toBe(0)
  })

  it('there is a grid without a model, and for one of no size', () => {
    expect(gridFor(undefined).half).toBeGreaterThan(0)
    expect(gridFor({ min: [0, 0, 0], max: [0, 0, 0] }).half).toBeGreaterThan(0)
  })
})
