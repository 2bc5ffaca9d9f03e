import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}

describe('a wheel with spokes', () => {
  it.each([
    'handwheel 160 OD, rim 16 wide 14 thick, hub 40 dia 25 long, 5 spokes 12 wide 8 thick, 15 bore',
    'wheel 160 OD with five spokes 12 x 8, hub 40 dia x 25, rim 16 wide 14 thick, 15 mm bore',
  ])('has a window between any two of them: %s', (words) => {
    const { claims } = made(words)
    expect(claims.find(({ text }) => /openings/.test(text))?.expect?.equals).toBe(6)
    expect(claims.find(({ text }) => text.startsWith('z '))?.expect?.equals).toBe(25)
  })
  it('is asked about where nobody says how thick it is', () => {
    const plan = planPart('spoked wheel 100 diameter, hub 30, 5 spokes 10 wide')
    expect(plan.ok).toBe(false)
  })
})
