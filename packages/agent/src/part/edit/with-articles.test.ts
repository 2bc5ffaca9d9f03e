import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const after = (first: string, words: string) => {
  const made = planPart(first)
  const then = made.ok ? planPart(words, made.value) : made
  return then.ok ? then.value.understanding.say : then.error.message
}

describe('what is there, named in haste', () => {
  it.each([
    ['plate 90 x 50 x 5 with a 10 mm hole in the middle', 'make hole 12', /a hole 12 mm in diameter in the centre$/],
    ['plate 90 x 50 x 8 with a pocket 40 x 20, 4 deep', 'corner radius of pocket 6', /corner radius 6 mm/],
    ['flange 90 OD, 8 thick, 30 bore', '1 mm chamfer on bore', /1 mm chamfer on the inner edge/],
    ['plate 90 x 50 x 5', 'make hole 12 mm in the middle', /a hole 12 mm in diameter in the centre$/],
  ])('[AG42] %s: %s', (first, words, wanted) => {
    expect(after(first, words)).toMatch(wanted)
  })
})
