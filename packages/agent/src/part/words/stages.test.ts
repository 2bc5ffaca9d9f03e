import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { inStages } from './stages.ts'

const volume = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(`${words}: ${plan.error.message}`)
  return plan.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('stretches of what is turned, and of its bore', () => {
  it.each([
    [
      'stepped shaft, total length 120. The first 30 is 12 dia, the last 25 is 10 dia, everything between is 16.',
      disc(12) * 30 + disc(10) * 25 + disc(16) * 65,
    ],
    ['Turned pin 80 long: 20 at the fat end for 15 mm, 12 for the rest.', disc(20) * 15 + disc(12) * 65],
    [
      'Axle. Middle portion 20 diameter and 100 long; each end is 15 diameter for 22.',
      disc(20) * 100 + 2 * disc(15) * 22,
    ],
    ['pin, 6 mm in the middle and 4 mm 12 mm from each end, 60 long', disc(6) * 36 + 2 * disc(4) * 12],
    [
      'drive shaft 150 long. From left to right: 20 dia x 40, 28 dia x 70, 20 dia x the rest.',
      disc(20) * 80 + disc(28) * 70,
    ],
    [
      'spindle. total 140. 12 dia both ends for 20, 24 dia collar 6 wide in the middle, otherwise 16 dia.',
      disc(12) * 40 + disc(24) * 6 + disc(16) * 94,
    ],
    [
      'stub shaft 95 long. 22 mm journal 18 long on the left, 25 mm journal 21 long on the right, between the two it measures 32.',
      disc(22) * 18 + disc(25) * 21 + disc(32) * 56,
    ],
    ['rod 16 diameter 120 long necked down to 10 for 30 in the middle', disc(16) * 90 + disc(10) * 30],
  ])('[AG24] stages told in any order are one part: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it.each([
    ['Plumb bob body: 30 dia, 60 long cylinder, then a 40 long point.', disc(30) * 60 + (disc(30) * 40) / 3],
    [
      'Plumb bob: 32 mm cylinder 45 mm long, then a cone down to a point over another 40 mm. A 3 mm hole 15 mm deep in the flat top.',
      disc(32) * 45 + (disc(32) * 40) / 3 - disc(3) * 15,
    ],
    ['tent peg: 8 mm diameter, 180 mm long including a 25 mm long point', disc(8) * 155 + (disc(8) * 25) / 3],
    ['scriber 6 mm round, 100 long, the last 12 is a point', disc(6) * 88 + (disc(6) * 12) / 3],
    [
      'spinning top: disc 50 mm dia 8 thick, shaft 6 mm dia 20 long above, cone 12 mm to a point, 15 long, below',
      disc(50) * 8 + disc(6) * 20 + (disc(12) * 15) / 3,
    ],
    [
      'arrow point: 8 mm dia, 20 mm straight, then a cone of 15 mm to a point; hole 5 mm dia 12 deep in the back',
      disc(8) * 20 + (disc(8) * 15) / 3 - disc(5) * 12,
    ],
  ])('[AG24] a point is a stretch that ends in nothing: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it.each([
    [
      'sleeve 40 OD, 50 long. Bore is 30 for the first 20 mm, 25 for the next 20, and 20 for the remainder.',
      disc(40) * 50 - disc(30) * 20 - disc(25) * 20 - disc(20) * 10,
    ],
    [
      'tube 50 outside 80 long. One end is bored 44 for a depth of 10, the other end 42 for 12, and the hole between is 36.',
      disc(50) * 80 - disc(44) * 10 - disc(42) * 12 - disc(36) * 58,
    ],
    [
      'bearing spacer: outer diameter 40, height 18. Through bore 20. Both faces have a 32 mm recess 4 deep.',
      disc(40) * 18 - 2 * disc(32) * 4 - disc(20) * 10,
    ],
    [
      'Give me a bush: 30 outside diameter, overall length 40; for the first 15 the bore is 22, after that 18.',
      disc(30) * 40 - disc(22) * 15 - disc(18) * 25,
    ],
    [
      'A drill sleeve 60 mm long with 20 mm outside and 10 inside; the upper 8 mm is enlarged to 28 outside.',
      disc(20) * 52 + disc(28) * 8 - disc(10) * 60,
    ],
  ])('[AG24] so are the stages of a bore: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it.each([
    // As many as were counted.
    'shaft with four steps: 20 dia x 30, 25 dia x 40, 20 dia x 30',
    // They would be longer than all of it.
    'shaft 60 long overall: 20 dia x 30, 25 dia x 40, 20 dia for the rest',
    // Whether what is at the end is within its length.
    'shaft 6 dia 200 long with a 4 dia pin 5 long on one end',
    'shaft coupler 6 mm to 10 mm, 22 mm OD, 30 mm long',
    'block 40 x 30 x 20 with a 10 mm hole 12 deep from the top',
  ])('[AG41] nothing is made of what does not add up: %s', (words) => {
    expect(inStages(words)).toBeUndefined()
  })

  it('[AG33] what is done to a stage stays beside it, and is not one of them', () => {
    expect(inStages('pin: head 20 dia x 5, shank 10 dia x 40, 1 mm chamfer on the free end')).toMatchObject({
      text: expect.stringMatching(/shank ⌀ 10 x 40 long , 1 mm chamfer on the free end/),
      sure: false,
    })
  })
})
