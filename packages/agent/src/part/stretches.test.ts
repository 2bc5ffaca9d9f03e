import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const read = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(`${words}: ${plan.error.message}`)
  return plan.value
}
const volume = (words: string) => read(words).claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const cone = (low: number, high: number, long: number) => (Math.PI / 12) * long * (low ** 2 + low * high + high ** 2)

describe('what stands on one axis', () => {
  it.each([
    [
      'simple chess rook: base 30 dia x 8, body 20 dia x 30, head 26 dia x 10',
      disc(30) * 8 + disc(20) * 30 + disc(26) * 10,
    ],
    [
      'trophy stand, round: bottom 100 dia x 15, middle 70 dia x 20, top 50 dia x 10',
      disc(100) * 15 + disc(70) * 20 + disc(50) * 10,
    ],
    ['dumbbell: bar 25 dia 120 long, at each end a disc 60 dia 30 thick', disc(25) * 120 + 2 * disc(60) * 30],
    [
      'spinning top: stem 6 dia and 20 long, disc 40 dia and 8 thick, below it a cone from 40 dia to a point, 18 high',
      disc(6) * 20 + disc(40) * 8 + cone(40, 0, 18),
    ],
    [
      'Tri-clamp ferrule: rim 50.5 dia x 3, tube 38 OD x 20 long behind it, bored 35 all the way',
      disc(50.5) * 3 + disc(38) * 20 - disc(35) * 23,
    ],
    ['turned leg: top 40 dia 50 long, tapering down to 20 over 300', disc(40) * 50 + cone(40, 20, 300)],
    [
      'paper roll core: 30 dia 200 long, 8 dia pins 12 long sticking out at both ends',
      disc(30) * 200 + 2 * disc(8) * 12,
    ],
  ])('[AG24] stretches under names of their own are told one by one: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG22] lengths that may be the whole or the rest are asked about', () => {
    expect(planPart('axle: 200 long, 20 mm dia in the middle, 15 mm dia journals 25 long at each end').ok).toBe(false)
  })

  it('[AG33] a tube with a flange is a flanged bushing, its length overall', () => {
    expect(volume('bushing 20 mm bore, 30 mm outside, 40 mm long, with a 40mm flange 5 thick')).toBeCloseTo(
      disc(30) * 35 + disc(40) * 5 - disc(20) * 40,
      3,
    )
  })

  it('[AG25] a thread on a bar is noted, its length too', () => {
    const { plan, understanding } = read('M10 stud 80 long, threaded 20 each end')
    expect(volume('M10 stud 80 long, threaded 20 each end')).toBeCloseTo(disc(10) * 80, 3)
    expect(plan.notes.join()).toMatch(/thread is not modelled/)
    expect(understanding.spans.some(({ role, as }) => role === 'noted' && as === 'thread')).toBe(true)
  })

  it('[AG25] a bearing whose seat is told is what the part is for; one that is not is looked up', () => {
    expect(volume('bearing cap for 6204: 60 dia, 10 thick, 47 mm recess 6 deep, 30 mm through hole')).toBeCloseTo(
      disc(60) * 10 - disc(47) * 6 - disc(30) * 4,
      3,
    )
    expect(read('bearing block 40 x 40 x 12 for a 608').plan.names.some(({ value }) => value === 22)).toBe(true)
  })

  it('[AG32] a round groove is half as deep as it is wide', () => {
    expect(volume('roller 30 dia 40 long with a half round groove 6 wide around the middle')).toBeCloseTo(
      disc(30) * 40 - 2 * Math.PI * (15 - 12 / (3 * Math.PI)) * ((Math.PI * 9) / 2),
      3,
    )
  })

  it('[AG32] a raised rim runs along the outline of a face', () => {
    expect(volume('coaster 90 mm round, 4 thick, with a raised edge 2 high and 3 wide')).toBeCloseTo(
      disc(90) * 4 + (disc(90) - disc(84)) * 2,
      3,
    )
  })

  it('[AG17] a hole in the floor of a round pocket: what both take is counted once', () => {
    expect(
      volume('block 40 x 40 x 12, round pocket 22 dia 7 deep in the top, 12 mm through hole in the middle'),
    ).toBeCloseTo(40 * 40 * 12 - disc(22) * 7 - disc(12) * 5, 3)
  })

  it('[AG24] whole sentences: with a diameter of …, and a depth of …', () => {
    expect(
      volume(
        'A circular flange with an outer diameter of 110 mm and a thickness of 12 mm. A central hole with a diameter of 50 mm passes through it. Eight holes with a diameter of 9 mm are evenly spaced on a circle with a diameter of 88 mm.',
      ),
    ).toBeCloseTo((disc(110) - disc(50) - 8 * disc(9)) * 12, 3)
  })
})
