import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const built = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(read.error.message)
  const unread = read.value.understanding.spans.filter(({ role, as }) => role === 'unread' && as === 'shape')
  if (unread.length > 0) throw new Error(`not listened to: ${unread.map(({ at }) => words.slice(...at)).join(', ')}`)
  return read.value
}
const volumeOf = (words: string): number => {
  const claim = built(words).claims.find(({ expect: one }) => one && 'fact' in one && one.fact === 'volume')
  return claim?.expect && 'equals' in claim.expect ? Number(claim.expect.equals) : Number.NaN
}
const disc = (...diameters: number[]): number => diameters.reduce((sum, one) => sum + (Math.PI / 4) * one * one, 0)

describe('several places in one request', () => {
  it.each([
    'drill gauge 100 x 30 x 4 with 3, 4, 5, 6 and 8 mm holes in a row at 15 mm pitch',
    'strip 100x30x4, five holes in a line 15 mm apart: 3, 4, 5, 6, 8 mm',
    'plate 100 x 30 x 4, holes on the centreline: 3 mm at 15 mm from the left end, 4 mm at 30, 5 mm at 45, 6 mm at 60 and 8 mm at 75',
  ])('[AG33] a list of sizes is one each: %s', (words) =>
    expect(volumeOf(words)).toBeCloseTo(12_000 - 4 * disc(3, 4, 5, 6, 8), 3),
  )

  it('[AG33] as many sizes as holes were counted, or it is a contradiction', () =>
    expect(planPart('strip 100x30x4, five holes in a line 15 mm apart: 3, 4, 5 mm')).toMatchObject({
      ok: false,
      error: { code: 'AGENT_CONTRADICTION' },
    }))

  it('[AG33] named rows are two, as far apart as is said', () => {
    const { script } = built(
      'plate 120x60x5: top row of holes 3 and 4 mm and 5 mm, bottom row 8, 10 and 12 mm, 25 mm apart, rows 30 mm apart',
    )
    expect(script).toContain('hole_offset = 15.0')
    expect(script.match(/Cylinder\(/g)).toHaveLength(6)
  })

  it.each([
    ['plate 100x80x5 with a 10 mm hole 25 mm from the two edges at the top right corner', 1],
    ['plate 100x80x5 with two 10 mm holes in diagonally opposite corners, 12 mm from the edges', 2],
    ['plate 100x80x5 with 10 mm holes in the two left corners, 12 mm from each edge', 2],
  ])('[AG32] some of the corners: %s', (words, many) =>
    expect(volumeOf(words)).toBeCloseTo(40_000 - 5 * many * disc(10), 3),
  )

  it('[AG33] what is named without a size is told one by one behind it', () =>
    expect(
      volumeOf(
        'plate 100x50x4 with four holes: two 5 mm 10 mm from the left edge, 30 mm apart and two 8 mm 10 mm from the right edge, 30 mm apart',
      ),
    ).toBeCloseTo(20_000 - 4 * 2 * disc(5, 8), 3))

  it('[AG32] a distance goes to the edge of a window whose middle cannot be meant, and that is told', () =>
    expect(
      built('sheet 300x200x5, a 50 x 50 square hole 20 mm from the left edge and 20 mm from the top edge').script,
    ).toMatch(/Pos\(cutout_inset \+ cutout_length \/ 2/))

  it.each([
    ['block 60 x 40 x 30 with a 10 mm hole through the middle of the 60 x 30 face', 72_000 - 40 * disc(10)],
    ['block 100x60x30 with a hole 8 mm dia 20 deep drilled from each end', 180_000 - 2 * 20 * disc(8)],
  ])('[AG32] a face told by its size, and both ends: %s', (words, volume) =>
    expect(volumeOf(words)).toBeCloseTo(volume, 3),
  )

  it.each([
    ['1 mm chamfer on each hole', 2],
    ['hole edges chamfered 1 mm', 4],
    ['chamfer the holes 1 mm on both sides', 4],
  ])('[AG17] a rim is of its hole, and no edge of the part: %s', (words, rims) => {
    const cone = (Math.PI / 3) * (25 + 20 + 16) - disc(8)
    expect(volumeOf(`plate 100x60x10 with two 8 mm holes 60 mm apart, ${words}`)).toBeCloseTo(
      60_000 - 20 * disc(8) - rims * cone,
      3,
    )
  })

  it('[AG48] a rounded rim is refused, and the edges of the part are left alone', () =>
    expect(planPart('plate 100x60x10 with a 20 mm hole in the middle, 2 mm fillet on the hole rim')).toMatchObject({
      ok: false,
      error: { code: 'AGENT_UNSUPPORTED' },
    }))

  it.each(['S235 sheet', '5083 plate', '1.4301 sheet', 'C45 plate'])('[AG25] a grade is no size: %s', (stock) =>
    expect(volumeOf(`${stock}, 100 x 50 x 10, 8 mm hole in the middle`)).toBeCloseTo(50_000 - 10 * disc(8), 3),
  )
})
