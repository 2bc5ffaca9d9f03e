import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const after = (first: string, words: string) => {
  const made = planPart(first)
  const then = made.ok ? planPart(words, made.value) : made
  return then.ok ? then.value.understanding.say : then.error.message
}
const ROW = 'bar 160 x 30 x 10 with two 7 mm holes 90 mm apart'

describe('steps of what stands in a row', () => {
  it('[AG42] a step is set, made larger or smaller, by whatever it is called', () => {
    expect(after(ROW, 'set the hole spacing to 110')).toMatch(/110 mm apart/)
    expect(after(ROW, 'the two holes should be 110 apart')).toMatch(/two holes .* 110 mm apart/)
    expect(after(ROW, 'space them 64 mm apart')).toMatch(/64 mm apart/)
    expect(after(ROW, 'reduce the distance between the holes by 10')).toMatch(/80 mm apart/)
    expect(after(ROW, 'halve the distance between the holes')).toMatch(/45 mm apart/)
  })

  it('[AG32] which of two steps is meant, and where fewer of a pattern go, is asked', () => {
    const grid = 'plate 130 x 90 x 6 with four 7 mm holes spaced 100 mm by 60 mm'
    expect(after(grid, 'hole spacing 50')).toMatch(/steps of 100 mm and of 60 mm/)
    expect(after(grid, 'make it three holes')).toMatch(/where should 3 of them be/)
  })
})
