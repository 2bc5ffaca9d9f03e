import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

/** The volume of what is left when words were said one after another. */
function said(...lines: string[]): number | string {
  let current: Parameters<typeof planPart>[1]
  for (const line of lines) {
    const read = planPart(line, current)
    if (!read.ok) return read.error.code
    current = read.value
  }
  const volume = current?.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
  return typeof volume === 'number' ? Math.round(volume) : 'no volume'
}
const hole = (diameter: number) => (Math.PI / 4) * diameter ** 2

describe('what takes the place of what is there', () => {
  const plate = 'plate 90 x 60 x 6, four 6 mm holes 10 mm from the edges'

  it('[AG42] one hole instead of four is one hole, wherever the words tell what goes', () => {
    const one = Math.round((90 * 60 - hole(12)) * 6)
    expect(said(plate, 'use a single 12 mm hole instead')).toBe(one)
    expect(said(plate, 'instead of the four holes, one 12 mm hole in the middle')).toBe(one)
    expect(said(plate, "I'd rather have one 12 mm hole in the middle")).toBe(one)
    expect(said(plate, 'just one hole in the middle instead')).toBe(Math.round((90 * 60 - hole(6)) * 6))
  })

  it('[AG12] what was not named stays: the other leg, and what an earlier clause does not speak of', () => {
    const bracket = 'L bracket: 60 and 40 legs, 30 wide, 4 thick, two 5 mm holes in each leg'
    expect(said(bracket, 'put a single 8 mm hole in the long leg instead')).toBe(
      Math.round(60 * 30 * 4 + 36 * 30 * 4 - 2 * hole(5) * 4 - hole(8) * 4),
    )
    const flange = 'flange 120 dia 12 thick, bore 40, 4 holes of 9 on a 90 circle'
    expect(said(flange, 'forget the bore, I want three 10 mm holes on a 30 circle instead')).toBe(
      Math.round((hole(120) - 4 * hole(9) - 3 * hole(10)) * 12),
    )
  })

  it('[AG42] a size alone, of as many, is a size of what is there', () => {
    expect(said(plate, 'use 8 mm ones instead')).toBe(Math.round((90 * 60 - 4 * hole(8)) * 6))
  })

  it('[AG36] a chamfer of a bore goes with the bore', () => {
    const bored = 'flange 140 dia 14 thick, 60 bore, 6 holes of 11 on a 110 PCD'
    expect(said(bored, 'chamfer the bore 1 mm on both sides', 'no bore please')).toBe(
      Math.round((hole(140) - 6 * hole(11)) * 14),
    )
  })

  it('[AG32] of what was copied, the one that is pointed at changes', () => {
    const mirrored = [
      'plate 100 x 50 x 5, one 8 mm hole 15 from the left edge and 15 from the front edge',
      'mirror the hole to the right',
    ]
    expect(said(...mirrored, 'make the right one 10')).toBe(Math.round((5000 - hole(8) - hole(10)) * 5))
  })
})
