import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.code
}

describe('bites out of a round rim', () => {
  it('[AG33] slots that are open at the rim of a disc are no holes within it', () => {
    for (const words of [
      'disc 100 x 8 with four slots 10 wide and 15 deep in the rim',
      'disc 100 x 8, four radial slots 10 wide, 15 long, open at the rim',
      'disc 100 x 8 with four notches 10 wide 15 deep',
    ])
      expect(said(words), words).toBe(
        'a disc, 100 mm in diameter, 8 mm thick; four rim notches 10 mm wide and 15 mm deep',
      )
    expect(said('disc 100 x 8 with four radial slots 20 x 6')).toContain('slots 6 mm wide')
  })

  it('[AG35] what it says is the same part', () => {
    const say = said('washer 40 od 20 id 3 thick with a 5 wide 4 deep notch in the left edge')
    expect(said(say)).toBe(say)
  })

  it('[AG36] does not go through to the bore', () => {
    expect(said('washer 40 od 20 id 3 thick with a 5 wide 12 deep notch in the outer edge')).toBe('AGENT_IMPOSSIBLE')
  })

  it('[AG33] in the mouth of what is hollow they go down from it', () => {
    for (const words of [
      'cup 80 dia 60 high 3 mm wall, three notches 10 wide and 8 deep in the rim',
      'cup 80 dia 60 high 3 mm wall, three slots 10 wide 8 deep in the top edge',
    ])
      expect(said(words), words).toContain('three rim notches 10 mm wide and 8 mm deep')
    expect(said('cup 80 dia 60 high 3 mm wall, three notches 10 wide and 58 deep in the rim')).toBe('AGENT_IMPOSSIBLE')
  })
})
