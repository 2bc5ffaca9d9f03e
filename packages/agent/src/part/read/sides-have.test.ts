import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : `${read.error.code} ${read.error.message}`
}

describe('what a side has', () => {
  it('[AG33] is in that side, and not in the floor', () => {
    const box = 'box 200 x 100 x 60, 3 mm walls, '
    expect(said(`${box}the front wall has a 10 mm hole in the middle`)).toContain('on the front')
    expect(said(`${box}the front has a 10 mm hole and the back has a 20 x 10 cut-out`)).toContain('on the back')
    expect(said('block 60 x 40 x 30, the right side has an 8 mm hole 15 deep')).toContain('on the right')
  })

  it('[AG33] what is said of an edge stays there', () => {
    expect(said('plate 60 x 40 x 5, the top edges have a 1 mm chamfer')).toContain('chamfer')
  })
})
