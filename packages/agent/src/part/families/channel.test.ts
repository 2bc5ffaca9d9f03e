import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(`${words}: ${plan.error.message}`)
  return plan.value
}

describe('channels', () => {
  it('[AG32] a hole through both walls, in each side or in each flange is one in each of the two that stand', () => {
    for (const where of ['through both walls', 'in each side', 'in each flange']) {
      const { claims } = made(`U channel 40 x 30 x 2, 60 long with a 5 mm hole ${where} 10 mm from the top`)
      expect(claims.find(({ id }) => id === 'claim:openings')?.expect, where).toMatchObject({ equals: 2 })
    }
  })

  it('[AG29] the gap of a channel is its width inside', () => {
    const { claims } = made('U channel with a 3 mm gap, 10 high, 1.5 mm wall, 200 long')
    expect(claims.find(({ id }) => id === 'claim:y')?.expect).toMatchObject({ equals: 6 })
  })
})
