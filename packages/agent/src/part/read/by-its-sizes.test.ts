import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const built = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) return plan.error.code
  const volume = plan.value.claims.find(({ expect }) => expect?.fact === 'volume')?.expect?.equals
  return [plan.value.plan.bodies.map(({ family }) => family).join(), Math.round(Number(volume))]
}

describe('a body told by its sizes and adjectives alone', () => {
  it.each([
    ['flurb: inner dia 67, outer dia 75, 110 tall, bottom 5 thick', 'jar', 115772],
    ['flurb: hollow, square, 40 each side, 2 wall, 90 tall', 'upright-tube', 27360],
    ['flurb: square, 80 outside, 2 wall, 3 bottom, 60 high, open on top', 'enclosure', 54768],
    ['Ø60/Ø48 x 10', 'washer', 10179],
    ['pine flurb 45 x 20, 900 long', 'plate', 810000],
    ['flurb 30 across, 6 high', 'disc', 4241],
    ['flurb, 12 square, 250 long', 'plate', 36000],
    ['hollow square post, side 30, wall 3, 100 tall', 'upright-tube', 32400],
    ['mosquito coil burner lid: 120 across, 2 thick', 'disc', 22619],
  ])('[AG33] %s', (words, family, volume) => expect(built(words)).toEqual([family, volume]))

  it.each([
    'teardrop flurb 80 x 40, 8 thick',
    'a street lamp with a pole height of 3000 mm and a diameter of 150 mm',
    'flurb 60 long, 20 wide',
  ])('[AG41] what sizes alone do not tell is not made: %s', (words) => expect(built(words)).toMatch(/^AGENT_/))

  it('[AG41] a hole stays a hole, whatever word follows it', () =>
    expect(built('flurb 22 wide, 60 long, 4 mm hole lengthwise')).toMatch(/^AGENT_/))
})

describe('what is flat and what is inside', () => {
  it('[AG41] a flat bottom is nothing that is milled', () =>
    expect(built('block 48 x 32 x 28. Blind bore from the top, 20 mm diameter, 18 deep, flat bottom.')).toEqual(
      built('block 48 x 32 x 28. Blind bore from the top, 20 mm diameter, 18 deep.'),
    ))

  it.each([
    ['cup. Inside 40 dia, 2 wall, 18 deep inside, 3 floor', 9312],
    ['rectangular tube, inside 66 x 24, wall 2, 110 long', 41360],
    ['square tube, side 30, wall 3, 100 tall', 32400],
    ['hollow sphere, 50 outside, 40 inside', 31940],
    ['washer: I.D. 25, O.D. 42, t=2', 1789],
  ])('[AG14] %s', (words, volume) => expect(built(words)).toEqual([expect.any(String), volume]))
})

describe('holes told by how far they are apart both ways', () => {
  it.each([
    ['plate 60 x 60 x 5 with four 5.5 holes 45 x 45', 17525],
    ['motor stand plate 120 x 90 x 6, 4 holes Ø7 100 x 70', 63876],
    ['shelf foot: 60 x 60 x 5 with four 5.5 holes 45 x 45', 17525],
    ['spacer for a truck - 80 x 54 x 6 - four 5.5 holes, 53.6 x 41.3 apart', 25350],
    ['plate 90 x 90 x 12. Central Ø30 through.', 88718],
  ])('[AG32] %s', (words, volume) => expect(built(words)).toEqual(['plate', volume]))
})
