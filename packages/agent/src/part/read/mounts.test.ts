import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { sayPart } from '../say-part.ts'

const said = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? sayPart(answer.value.plan) : answer.error.message
}

describe('screens and fans', () => {
  it('[AG28] a plate for a screen has the holes of its standard, as wide as they were said', () => {
    expect(said('VESA 100 plate, 120 x 120 x 5 mm')).toMatch(/four holes 4.5 mm in diameter on a 100 x 100 mm pattern/)
    expect(said('plate 220 x 220 x 4 with VESA 200 x 200 M6 holes')).toMatch(/6.6 mm in diameter on a 200 x 200 mm/)
  })

  it('[AG28] a plate for a fan has its holes and an opening, of its own size where none was said', () => {
    expect(said('80mm fan mounting plate, 90x90x3mm')).toMatch(/77 mm in diameter in the centre; four holes 4.3 mm/)
    expect(said('120 mm fan plate 130 x 130 x 3 with a 110 mm opening')).toMatch(/hole 110 mm in diameter/)
    expect(said('plate 90 x 90 x 3 for an 80 mm fan, four 5 mm holes on a 71.5 mm square')).not.toMatch(/4.3 mm/)
  })
})
