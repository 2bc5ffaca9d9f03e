import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const told = (...turns: string[]): string | undefined => {
  let current: Parameters<typeof planPart>[1]
  for (const words of turns) {
    const read = planPart(words, current)
    if (!read.ok) return read.error.message
    current = read.value
  }
  return current && 'understanding' in current ? (current as { understanding: { say: string } }).understanding.say : ''
}

describe('edges that are chosen in words', () => {
  it('treats only those that were named, however it is told', () => {
    for (const words of [
      'round the top edges only, radius 4',
      'with 4 mm rounded top edges',
      'only the top edges rounded, r 4',
      'rounded top edges 4 mm',
    ])
      expect(told(`block 80 x 50 x 25, ${words}`)).toContain('a fillet radius 4 mm on the top edges')
  })

  it('takes no number of what comes behind a comma', () => {
    expect(told('block 80 x 50 x 25 top edges rounded, 10 mm hole in the centre')).toMatch(/top edges; a hole 10 mm/)
  })

  it('rounds the one end that was named', () => {
    expect(told('bar 80 x 20 x 10 with a full radius on one end')).toContain('right end round')
    expect(told('bar 80 x 20 x 10, left end rounded R10')).toContain('left end round')
    expect(told('bar 80 x 20 x 10, both ends full radius')).not.toContain('end round')
  })

  it('leaves what was treated before where it is', () => {
    expect(told('block 90 x 60 x 25', 'round the top edges 4 mm', 'add a 1 mm chamfer to the bottom edges')).toMatch(
      /radius 4 mm on the top edges; a 1 mm chamfer on the bottom edges/,
    )
  })
})
