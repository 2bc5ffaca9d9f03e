import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.code
}

describe('a corner of three plates', () => {
  it('[AG33] is told by its sides, or by the plates it is made of', () => {
    for (const words of [
      'three-way corner bracket 50 x 50 x 50, 4 thick',
      '3-way corner bracket, three 50 x 50 x 4 plates at right angles',
      'corner bracket with three mutually perpendicular faces, each 50 x 50 x 4',
      'three-sided corner bracket 50 mm per side, 4 mm thick',
    ])
      expect(said(words), words).toBe('a three way corner bracket, 50 mm long, 50 mm wide, 50 mm high, 4 mm thick')
  })

  it('[AG32] a hole in each of them is three', () => {
    const say = said('three-way corner bracket 50 x 50 x 50, 4 thick, a 5 mm hole in the middle of each')
    expect(say).toMatch(/on the top face.*on the left face.*on the back face/)
    expect(said(say)).toBe(say)
  })
})
