import { describe, expect, it } from 'vitest'
import { rewritten } from './straighten.ts'
import { TIER_WORDS } from './tier-words.ts'

const told = (words: string): string => rewritten(words, TIER_WORDS).text

describe('blocks in steps', () => {
  it.each([
    'step block 40 wide: first step 20 high and 30 long, second step 40 high and 30 long',
    'stepped block 40 wide; step 1: 20 high, 30 long; step 2: 40 high, 30 long',
    'two-step block 40 wide: the lower step is 30 long and 20 high and the upper step is 30 long and 40 high',
    'podium 40 wide with two steps 20 and 40 high, each 30 long',
  ])('[AG23] each has its own sizes: %s', (words) => {
    expect(told(words)).toMatch(/terraced block.*terrace 20 high 30 long.*terrace 40 high 30 long/)
  })

  it('[AG23] five of which three are told are no steps', () => {
    expect(told('five-step podium: steps 400 deep each, 150, 300 and 450 high, 500 wide')).not.toContain('terrace')
  })

  it('[AG23] levels on each other are told by where they are', () => {
    expect(told('tower block: 40 x 40 x 10 base, 30 x 30 x 10 next, 20 x 20 x 10 on top')).toContain(
      'level 40 x 40 x 10, level 30 x 30 x 10, level 20 x 20 x 10',
    )
  })
})
