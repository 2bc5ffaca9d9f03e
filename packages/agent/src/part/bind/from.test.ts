import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const script = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value.script
}

describe('places along what is turned', () => {
  it('[AG32] grooves in a list are each where they were said, from either end', () => {
    const low = script('shaft 20 x 100 with grooves 2 wide 1 deep at 10, 30 and 70 mm from the left end')
    for (const name of ['groove_place', 'groove_place_2', 'groove_place_3'])
      expect(low).toContain(`Pos(0, 0, ${name}) *`)
    const high = script('shaft 20 x 100 with two grooves 2 wide 1 deep at 10 mm and 60 mm from the right end')
    expect(high).toContain('Pos(0, 0, length - groove_place - groove_width) *')
  })

  it('[AG32] a groove from each end is two, and from the other end it is there', () => {
    const both = script('axle 12 x 120 with a groove 2 wide 1 deep 4 mm from each end')
    expect(both).toContain('Pos(0, 0, groove_inset) *')
    expect(both).toContain('Pos(0, 0, length - groove_inset - groove_width) *')
    const other = script(
      'shaft 16 x 90, a groove 2 wide 1 deep 5 mm from one end, a groove 3 wide 1 deep 9 mm from the other end',
    )
    expect(other).toContain('Pos(0, 0, groove_2_inset) *')
  })

  it('[AG32] the left end of a shaft that stands is its lower one, for a hole across it too', () => {
    expect(script('shaft 20 x 100 with a 3 mm cross hole 10 mm from the left end')).toContain(
      'Pos(0, hole_inset - length / 2)',
    )
    expect(script('shaft 20 x 100 with 3 mm cross holes at 10, 30 and 80 mm from the left end')).toContain(
      '(0, hole_place_3 - length / 2)',
    )
  })
})
