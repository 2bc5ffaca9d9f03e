import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.code
}

describe('places told by their sides', () => {
  it('[AG32] corners that are joined are those corners and no others', () => {
    expect(said('plate 200 x 80 x 5, 5 mm holes top left and top right, 10 from the edges')).toContain(
      'two holes 5 mm in diameter at (90, 30), (-90, 30)',
    )
    expect(said('plate 200 x 80 x 5, a 5 mm hole top left and another bottom right, 10 from the edges')).toContain(
      'at (-90, 30), (90, -30)',
    )
  })

  it('[AG32] left and right of a sheet are the middles of two sides', () => {
    expect(said('plate 200 x 80 x 5 with 5 mm holes left and right, 10 mm from the edges')).toContain(
      'two holes 5 mm in diameter at (-90, 0), (90, 0)',
    )
  })

  it.each([
    ['on the left', 'along y, 12 mm from the left edge, 12 mm from the front edge'],
    ['on the right side', 'along y, 12 mm from the right edge, 12 mm from the front edge'],
    ['at the top', 'along x, 12 mm from the back edge, 12 mm from the left edge'],
  ])('[AG32] a row %s, so far from the edges, lies beside that side', (side, row) => {
    expect(said(`plate 160 x 90 x 5, three 6 mm holes ${side}, 12 mm from the edges`)).toContain(row)
  })

  it.each(['two', 'three', 'five'])('[AG22] %s holes so far from the edges may lie in several ways', (many) => {
    expect(said(`plate 160 x 90 x 5, ${many} 6 mm holes 12 mm from the edges`)).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG32] a slot from front to back runs that way, on whichever side of the block is longer', () => {
    const volume = (words: string) => {
      const read = planPart(words)
      return read.ok ? read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals : read.error.code
    }
    expect(volume('block 80 x 60 x 40 with a slot 10 wide 25 deep from front to back')).toBeCloseTo(
      80 * 60 * 40 - 10 * 25 * 60,
    )
    expect(volume('block 60 x 80 x 40 with a slot 10 wide 25 deep from left to right')).toBeCloseTo(
      80 * 60 * 40 - 10 * 25 * 60,
    )
  })

  it('[AG33] the shape that stands before a size is that of the hole', () => {
    expect(said('plate 60 x 60 x 5 with a square 20 mm hole')).toContain('a cutout 20 mm long and 20 mm wide')
    expect(said('square plate 60 mm, 5 thick, with a 20 mm hole')).toContain('a hole 20 mm in diameter')
  })
})
