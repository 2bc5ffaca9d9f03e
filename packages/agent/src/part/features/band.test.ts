import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const read = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(`${words}: ${plan.error.message}`)
  return plan.value
}
const volume = (words: string) => read(words).claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const collared = (many: number) => disc(22) * 130 + many * (disc(34) - disc(22)) * 7

describe('a collar somewhere along a shaft', () => {
  it.each([
    ['spindle 22 mm diameter x 130 mm. Collar 34 mm diameter, 7 mm wide, starting 30 mm from the left end.', 1],
    ['shaft 22 dia 130 long with a 34 mm collar 7 mm thick, 30 mm from one end', 1],
    ['shaft 22 dia 130 long with a flange 34 dia 7 thick at 30 mm from the left end', 1],
    ['shaft 22 dia 130 long with a 34 dia collar 7 wide in the middle', 1],
    ['shaft 22 dia 130 long with two 34 dia collars 7 wide, 30 mm from each end', 2],
  ])('[AG24] adds nothing to its length: %s', (words, many) => {
    expect(volume(words)).toBeCloseTo(collared(many), 3)
    expect(read(words).script).toContain('130.0')
  })

  it('[AG24] is where it was said, and wider than what it is around', () => {
    expect(read('shaft 22 dia 130 long, collar 34 dia x 7, 30 mm from the left end').script).toContain(
      'Pos(0, 0, integral_collar_inset) *',
    )
    expect(planPart('shaft 22 dia 130 long, collar 20 dia x 7, 30 mm from the end').ok).toBe(false)
  })
})

describe('what is told of an end of a turned part', () => {
  it.each([
    ['axle 20 dia, 140 overall, each end has a 12 dia journal 18 long', disc(20) * 104 + 2 * disc(12) * 18],
    [
      'dumbbell with 50 mm diameter x 25 mm ends and a 20 mm diameter grip 120 mm long',
      2 * disc(50) * 25 + disc(20) * 120,
    ],
    ['bush: collar 28 dia x 5, body 20 dia x 31, bore 12', disc(28) * 5 + disc(20) * 31 - disc(12) * 36],
    ['shank 12 mm dia x 40 on a 30 mm dia x 8 head', disc(12) * 40 + disc(30) * 8],
    ['hub 32 dia x 25 on a 60 dia x 8 flange', disc(32) * 25 + disc(60) * 8],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG24] what is sunk into the head goes in at its end', () => {
    expect(
      read('turned part: head 13 dia x 8, shank 8 dia x 30, 4 mm hole 5 deep in the head').understanding.say,
    ).toContain('on the bottom face')
    expect(read('stepped shaft 30 x 45, 20 x 55; 10 mm hole 25 deep in the 30 mm end').understanding.say).toContain(
      'on the bottom face',
    )
  })

  it('[AG24] a hole across a bar in its middle is no bore', () => {
    expect(read('round bar 20 x 100 with a 6 mm hole across in the middle').understanding.say).toContain(
      'through both walls',
    )
  })

  it('[AG24] through one wall is through no other', () => {
    const one = read('pipe 40 OD, 34 ID, 100 long, 9 mm hole through one wall at mid-length')
    expect(one.claims.find(({ expect: wanted }) => wanted?.fact === 'openings')?.expect?.equals).toBe(2)
  })

  it('[AG24] a groove in the bore is inside', () => {
    const words = 'ring 50 OD 30 ID 16 high with a groove 4 wide 2 deep in the bore'
    expect(volume(words)).toBeCloseTo((disc(50) - disc(30)) * 16 - (disc(34) - disc(30)) * 4, 3)
  })

  it('[AG24] what a flat leaves tells how deep it is', () => {
    for (const words of [
      'shaft 14 dia 80 long, one flat along the whole length, 12 mm from flat to opposite side',
      'D shaft 14 dia, 12 across the flat, 80 long',
      'rod 14 dia x 80 with a flat milled all along it leaving 12 mm',
    ])
      expect(volume(words)).toBeCloseTo(
        volume('shaft 14 dia 80 long with a flat 2 deep along its full length') as number,
        3,
      )
  })
})
