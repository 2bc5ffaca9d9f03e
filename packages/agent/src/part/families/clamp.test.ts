import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value.understanding.say
}

describe('what goes round a pipe or a cable', () => {
  it('[AG29] a clip has one foot, and the one hole that is said is in it', () => {
    expect(said('cable clip for an 8 mm cable, 12 wide, 2 thick, foot 14, 4 mm screw hole')).toContain(
      'a hole 4 mm in diameter on the bottom face at (6, 0)',
    )
  })

  it('[AG29] a saddle has two', () => {
    expect(said('pipe saddle clamp for a 20 mm pipe, 15 wide, 3 thick, feet 12, two 5 mm holes')).toContain(
      '(-19, 0), (19, 0)',
    )
  })
})
