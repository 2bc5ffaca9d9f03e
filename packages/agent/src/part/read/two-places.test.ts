import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const built = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
const volumeOf = (words: string): number => {
  const claim = built(words).claims.find(({ expect: one }) => one && 'fact' in one && one.fact === 'volume')
  return claim?.expect && 'equals' in claim.expect ? Number(claim.expect.equals) : Number.NaN
}
const holes = (diameter: number, many: number): number => (Math.PI / 4) * diameter * diameter * many

describe('holes in two kinds of places', () => {
  it.each([
    ['plate 190 x 110 x 6, 7 mm holes in the corners and in the middle of each long side, 12 mm from the edges', 6],
    ['plate 190 x 110 x 6, eight 7 mm holes in the corners and in the middle of each side, 12 mm from the edges', 8],
    ['plate 190 x 110 x 6, six 7 mm holes: at the corners, one in the middle of each long side, 12 mm in', 6],
    ['plate 190 x 110 x 6, five 7 mm holes 12 mm from the edges, in the corners and in the middle', 5],
  ])('[AG33] they are in both: %s', (words, many) =>
    expect(volumeOf(words)).toBeCloseTo(6 * (190 * 110 - holes(7, many)), 3),
  )

  it('[AG33] how far in, told of what lies in the middle, is how far in the others are', () =>
    expect(
      built('plate 90 x 70 x 4 with 5 mm holes at each corner and one in the centre, 9 mm from the edges').understanding
        .assumed,
    ).not.toContainEqual(expect.objectContaining({ text: expect.stringContaining('centre to edges') })))

  it.each(['another', 'a further', 'a third', 'the same'])('[AG33] %s hole is as large as those before', (one) =>
    expect(
      volumeOf(`plate 130 x 44 x 5 with two 6 mm holes 12 mm from each end, and ${one} hole in the middle`),
    ).toBeCloseTo(5 * (130 * 44 - holes(6, 3)), 3),
  )
})

describe('what every shop does', () => {
  it.each([
    'Deburr all edges and holes.',
    'Remove burrs and sharp edges.',
    'All edges deburred.',
    'Surface finish Ra 3.2.',
  ])('[AG21] is noted, and changes nothing: %s', (note) => {
    const { claims, understanding } = built(`plate 80 x 50 x 5 with a 10 mm hole 12 mm from the left edge. ${note}`)
    expect(understanding.spans.filter(({ role }) => role === 'unread')).toEqual([])
    expect(understanding.spans.some(({ role }) => role === 'noted')).toBe(true)
    expect(claims.some(({ text }) => text.includes('chamfer'))).toBe(false)
  })

  it('[AG15] with a size it is a chamfer', () =>
    expect(
      built('plate 80 x 50 x 5 with a 10 mm hole in the middle. Deburr all edges 0.5 mm').understanding.say,
    ).toContain('0.5 mm chamfer on all edges'))
})
