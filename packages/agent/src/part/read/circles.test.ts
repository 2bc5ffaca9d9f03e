import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  const claim = made.ok ? made.value.claims.find(({ id }) => id === 'claim:volume') : undefined
  return made.ok ? Math.round(Number(claim?.expect?.equals ?? Number.NaN)) : made.error.code
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('holes on a circle', () => {
  it('[AG12] of two numbers around the word for a circle, the second is the circle', () => {
    const four = Math.round((disc(100) - 4 * disc(9)) * 10)
    for (const words of ['4 holes 9 PCD 78', '4 holes Ø9 BCD 78', '4 holes 9 mm 78 PCD', '4 holes 9 on 78'])
      expect([words, volume(`disc 100, 10 thick, ${words}`)]).toEqual([words, four])
  })

  it('[AG12] so many degrees apart as go round are evenly on their circle', () => {
    expect(volume('flange 84 OD, 10 thick, 30 bore, 3 holes 8.5 at 120° on 66')).toBe(
      Math.round((disc(84) - disc(30) - 3 * disc(8.5)) * 10),
    )
  })

  it('[AG24] a quarter of a ring is a quarter, and not half of it', () => {
    const quarter = Math.round(((disc(120) - disc(80)) / 4) * 10)
    expect(volume('quarter ring, outer radius 60, inner radius 40, 10 thick')).toBe(quarter)
    expect(volume('a quarter of a ring, 120 OD, 80 ID, 10 thick')).toBe(quarter)
  })

  it('[AG33] inside and both ends tell one set of rims together', () => {
    const tube = (disc(40) - disc(34)) * 100
    const inside = Math.round(tube - 2 * Math.PI * (17 + 1 / 3))
    expect(volume('tube 40 OD 34 ID 100 long, inside edges chamfered 1 mm at both ends')).toBe(inside)
    expect(volume('tube 40 OD 34 ID 100 long, both ends chamfered 1 mm on the inside')).toBe(inside)
  })
})
