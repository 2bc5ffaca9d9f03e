import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

function said(request: string): { say: string; volume: number | undefined } {
  const plan = planPart(request)
  if (!plan.ok) throw new Error(plan.error.message)
  const { claims, understanding } = plan.value
  const expected = claims.find(({ text }) => text.startsWith('volume'))?.expect as { equals?: number } | undefined
  return { say: understanding.say, volume: expected?.equals }
}

describe('a slot sawn into the end of a bar', () => {
  it('[AG28] goes along the bar, whichever way that lies', () => {
    expect(said('block 20 x 20 x 60 with a 10 mm slot 30 deep at one end').volume).toBeCloseTo(24000 - 6000)
    expect(said('bar 60 x 20 x 20 with a slot 10 wide, 30 deep in one end').volume).toBeCloseTo(24000 - 6000)
  })

  it('[AG28] makes a fork of what is called a clevis and has the sizes of a bar', () => {
    const { say } = said('clevis 60 x 20 x 20, slot 10 wide, 30 deep, 8 mm cross hole')
    expect(say).toContain('notch 10 mm wide and 30 mm deep in the right edge')
    expect(say).toContain('from the right edge')
  })

  it('[AG29] is sunk from above where it is wider than the plate is thick', () => {
    expect(planPart('plate 80 x 40 x 5 with a 10 mm slot 3 deep at one end').ok).toBe(false)
  })
})
