import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const claims = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value.claims.map(({ expect: wanted }) => wanted)
}
const disc = (diameter: number) => (Math.PI / 4) * diameter ** 2

describe('bores around one axis', () => {
  it.each([
    [
      'cylinder 60 dia 70 long; one end bored 45 diameter 25 deep, other end bored 40 diameter 20 deep, 30 diameter hole in between',
      disc(60) * 70 - disc(45) * 25 - disc(40) * 20 - disc(30) * 25,
    ],
    [
      'shaft coupler 20 OD x 30 long, 8 mm bore from one end and 6 mm bore from the other, each 15 deep',
      disc(20) * 30 - disc(8) * 15 - disc(6) * 15,
    ],
    [
      'spacer 40 dia 30 thick, 10 mm through hole, counterbored 18 mm x 8 deep from both ends',
      disc(40) * 30 - disc(10) * 14 - 2 * disc(18) * 8,
    ],
  ])('[AG17] take together what each leaves of the other, and are one opening: %s', (words, volume) => {
    const all = claims(words)
    expect(all.find((one) => one?.fact === 'volume')?.equals).toBeCloseTo(volume, 3)
    expect(all.find((one) => one?.fact === 'openings')?.equals).toBe(1)
  })

  it('[AG16] are one hole as it is measured: the narrowest of them', () => {
    const holes = claims('cylinder 50 dia x 50, 12 mm through hole, 20 mm hole 30 deep in the top').flatMap((one) =>
      one?.fact === 'hole' ? [one.field] : [],
    )
    expect(holes.filter((field) => field?.includes('diameter=20'))).toEqual([])
  })
})

describe('openings that lie within others', () => {
  it.each([
    'rear panel 150 x 50 x 1.5 with a 27.5 x 20 cutout, a 12 mm hole and a 16 mm hole',
    'plate 80 x 60 x 5 with a 20 mm hole and a 6 mm hole',
  ])('[AG22] nobody said where they are: %s', (words) => {
    const read = planPart(words)
    expect(read.ok ? '' : read.error.code).toBe('AGENT_NEEDS_ANSWER')
    expect(read.ok ? '' : read.error.message).toContain('would lie within')
  })

  it('[AG22] a hole in the floor of a pocket is none of them', () => {
    expect(planPart('plate 80 x 60 x 10 with a 20 mm round recess 4 deep and a 10 mm through hole').ok).toBe(true)
  })

  it('[AG22] some of a field of holes may fall into a wider one', () => {
    expect(
      planPart('plate 100 x 100 x 10 with a 9x9 grid of 4 mm holes 10 mm apart and a 30 mm hole in the middle').ok,
    ).toBe(true)
  })
})

describe('holes and grooves', () => {
  it.each([
    [
      'block 100 x 50 x 25, slot 12 wide 6 deep along the top, two 6 mm holes through in the slot, 70 apart',
      125000 - 7200 - 2 * disc(6) * 19,
      2,
    ],
    [
      'block 60 x 40 x 20 with a 10 mm hole from left to right and a 20 x 10 pocket 4 deep in the top',
      48000 - 800 - disc(10) * 60,
      1,
    ],
    [
      'block 50 x 50 x 10 with a 20 mm hole through the centre and a slot 10 wide and 5 deep across the top',
      25000 - 2500 - disc(20) * 10 + 5 * (disc(20) - 2 * (100 * Math.acos(0.5) - 5 * Math.sqrt(75))),
      undefined,
    ],
  ])('[AG17] take together what they share once: %s', (words, volume, openings) => {
    const all = claims(words)
    expect(all.find((one) => one?.fact === 'volume')?.equals).toBeCloseTo(volume, 3)
    expect(all.find((one) => one?.fact === 'openings')?.equals).toBe(openings)
  })
})
