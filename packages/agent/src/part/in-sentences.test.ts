import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const volume = (words: string): number | string => {
  const read = planPart(words)
  return read.ok
    ? Number(read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals)
    : read.error.message
}
const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.message
}
const disc = (diameter: number) => (Math.PI * diameter ** 2) / 4

describe('[AG33] what is said at length', () => {
  it.each([
    'plate 80 x 60 x 5. A hole with a diameter of 10 mm in the center.',
    'plate 80 x 60 x 5. A circular through-hole with a diameter of 10 millimeters is located at the center of the plate.',
    'plate 80 x 60 x 5. In the center there is a hole with a diameter of 10 mm.',
  ])('is one hole of that diameter: %s', (words) => {
    expect(volume(words)).toBeCloseTo(5 * (4800 - disc(10)), 0)
  })

  it.each([
    'block 60 x 40 x 30 with a 14 mm hole along its length',
    'block 60 x 40 x 30. A hole with a diameter of 14 mm passes through the block along its length.',
    'block 60 x 40 x 30. A hole with a diameter of 14 mm runs through the entire length of the block.',
  ])('a hole that goes through the length is no hole through the height: %s', (words) => {
    expect(volume(words)).toBeCloseTo(72_000 - 60 * disc(14), 0)
  })

  it('a place that opens a sentence is of what the sentence is about, and not of the one before', () => {
    const words =
      'block 80 x 60 x 20 with a 2 mm fillet on the top edges. On the front face there is a 10 mm hole. On the right face there are two 5 mm holes 20 mm apart.'
    expect(said(words)).toContain('a hole 10 mm in diameter on the front face')
    expect(said(words)).toContain('two holes 5 mm in diameter on the right face')
    expect(said(words)).not.toContain('on the front edges')
  })

  it('a radius with its edges said behind it rounds those, and no others', () => {
    const words = 'plate 90 x 60 x 8. Apply a fillet with a radius of 5 mm to the four vertical edges.'
    expect(volume(words)).toBeCloseTo(8 * (5400 - (100 - disc(10))), 0)
  })

  it('a section by its letter is a bar of it', () => {
    expect(
      volume(
        'A U-shaped channel with a length of 150 mm, an outer width of 60 mm, a height of 40 mm and a uniform wall thickness of 5 mm.',
      ),
    ).toBe(97_500)
    expect(
      volume(
        'An L-shaped profile with a length of 400 mm. Both legs have an outer length of 40 mm and a thickness of 4 mm.',
      ),
    ).toBe(121_600)
  })

  it('what each of two has, both have', () => {
    const bracket = 'An L-shaped bracket with legs of 60 mm and 40 mm, 30 mm wide and 4 mm thick.'
    expect(volume(`${bracket} Each leg has one hole with a diameter of 5 mm in its center.`)).toBeCloseTo(
      96 * 30 * 4 - 8 * disc(5),
      0,
    )
  })

  it('edges that have a chamfer are the only ones that get it', () => {
    const block = 'Block 80 x 60 x 20 with a pocket 40 x 30 x 10 in the top.'
    expect(volume(`${block} All four vertical outer edges have a chamfer of 3 mm.`)).toBeCloseTo(
      84_000 - 4 * 4.5 * 20,
      0,
    )
  })

  it.each([
    ['block 60 x 40 x 20 with a 10 mm hole in the top to half its height', 48_000 - 10 * disc(10)],
    ['block 60 x 40 x 20 with a pocket 30 x 20 in the top, half its thickness deep', 42_000],
  ])('half of a size that was said is a size: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 0)
  })

  it('a hole that is to be square is square', () => {
    const plate = planPart('plate 80 x 60 x 5 with a 10 mm hole in the middle')
    if (!plate.ok) throw new Error(plate.error.message)
    const edited = planPart('make the hole 20 mm square instead of round', plate.value)
    expect(edited.ok && edited.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals).toBeCloseTo(22_000)
  })

  it('holes along the length, so far apart, are a row', () => {
    expect(said('plate 100 x 50 x 6. Four 5 mm holes along the length, 20 mm apart')).toContain('in a row')
  })

  it('holes towards the axis are said so', () => {
    expect(said('tube 40 OD, 34 ID, 100 long, with one 20 mm hole through one wall, halfway along')).toContain(
      'a radial hole',
    )
  })
})
