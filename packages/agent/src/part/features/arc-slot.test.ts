import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? (read.value.question?.text ?? read.value.understanding.say) : read.error.code
}

describe('slots that follow a circle', () => {
  it('[AG33] are as long as the angle between their end centres', () => {
    for (const words of [
      'disc 130 x 6 with three curved slots 7 wide on a 100 mm circle, 40 degrees between end centres',
      'disc 130 x 6 with three kidney slots 7 wide spanning 40 degrees on a 100 mm circle',
      'disc 130 x 6, three arc slots on a 100 mm circle, each 7 wide and 40 degrees long',
    ])
      expect(said(words), words).toBe(
        'a disc, 130 mm in diameter, 6 mm thick; three arc slots 7 mm wide and 40° long on a 100 mm bolt circle',
      )
  })

  it('[AG35] what it says is the same part', () => {
    const say = said('ring 100 OD 40 ID 8 thick with two 8 mm wide arc slots of 45° on 70 mm PCD')
    expect(said(say)).toBe(say)
  })

  it('[AG22] a curved slot without an angle is asked about', () => {
    expect(said('disc 100 x 5 with a curved slot 6 wide on a 70 mm circle')).toBe('AGENT_NEEDS_ANSWER')
  })
})
