import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planOf = (words: string) => {
  const plan = planPart(words)
  return plan.ok && !plan.value.question ? plan.value : undefined
}
const sizeOf = (words: string) =>
  planOf(words)?.claims.flatMap(({ expect: asked }) => (asked?.fact === 'size' ? [asked.equals] : []))

describe('ears of a box', () => {
  it.each([
    ['on the short sides', [100, 50, 45]],
    ['on the long sides', [76, 74, 45]],
    ['at the left and right ends, flush with the bottom', [100, 50, 45]],
  ])('[AG27] they stand out from the foot of the walls that are said: %s', (where, size) => {
    const words = `box 76 x 50 x 45, 2 mm wall, two mounting ears 12 long, 15 wide, 3 thick ${where}, with a 4.5 mm hole in each`
    expect(sizeOf(words)).toEqual(size)
    expect(planOf(words)?.plan.bodies[0]?.features.map(({ kind }) => kind)).toEqual(['ear'])
  })

  it('[AG36] a hole that leaves nothing of its ear is refused', () => {
    const plan = planPart('box 76 x 50 x 45, 2 mm wall, two mounting ears 6 long, 8 wide, 3 thick with 5.5 mm holes')
    expect(plan.ok ? '' : plan.error.code).toBe('AGENT_IMPOSSIBLE')
  })
})
