import { describe, expect, it } from 'vitest'
import { planPart } from '../../index.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  const volume = read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
  return { volume: Number(volume), say: read.value.understanding.say }
}
const half = (width: number) => (Math.PI * width ** 2) / 8

describe('bites out of an outline', () => {
  it('[AG36] a slot that is open at an edge goes in as far as it is deep, however thin the plate', () => {
    const taken = 60 * 40 * 1.5 - (12 * 19 + half(12)) * 1.5
    for (const words of [
      'shim 60x40x1.5 with a 12 mm wide slot open at one short end, 25 mm deep',
      'shim 60x40x1.5, open slot 12 wide and 25 long in from the left edge',
      'shim 60 x 40 x 1.5 with a 12 mm U-slot 25 mm deep in one short side',
    ])
      expect(made(words).volume, words).toBeCloseTo(taken, 3)
  })

  it('[AG32] notches are counted over the edges and the corners they are in', () => {
    const lost = (words: string) => 100 * 60 * 5 - made(`plate 100x60x5 ${words}`).volume
    expect(lost('with a 10 x 6 notch in each corner')).toBeCloseTo(4 * 300, 6)
    expect(lost('with a 10 x 6 notch in the two left corners')).toBeCloseTo(2 * 300, 6)
    expect(lost('with a 10 x 6 rectangle notched out of one corner')).toBeCloseTo(300, 6)
    expect(lost('with 15 mm wide, 8 mm deep notches in the middle of each side')).toBeCloseTo(4 * 600, 6)
    expect(lost('with two notches 8 wide, 5 deep in each long edge, 40 mm apart')).toBeCloseTo(4 * 200, 6)
    expect(lost('with a V notch 10 wide 8 deep in the right edge')).toBeCloseTo(200, 6)
  })

  it('[AG36] a notch wider than its side or deeper than the plate is refused with the most that works', () => {
    for (const [words, most] of [
      ['plate 100x60x5 with a notch 70 wide 10 deep in the left edge', '59 mm'],
      ['plate 100x60x5 with a notch 20 wide 60 deep in the front edge', '59.5 mm'],
    ] as const) {
      const read = planPart(words)
      expect(read.ok ? words : read.error.message).toContain(most)
    }
  })

  it('[AG17] steps along several edges take the corner where they meet once', () => {
    expect(made('bar 100 x 25 x 25 with a 5 x 5 rabbet along both long top edges').volume).toBeCloseTo(57500, 6)
    expect(made('block 60x40x30, 10 x 5 step along the left edge and along the front edge').volume).toBeCloseTo(
      72000 - 5 * (400 + 600 - 100),
      6,
    )
  })
})
