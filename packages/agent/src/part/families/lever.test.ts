import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  return made.ok ? made.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals : made.error.code
}
const ENDS = 'one end 30 mm dia with a 12 mm hole, other end 20 mm dia with a 6 mm hole'

describe('a lever between two round ends', () => {
  it('[AG32] has sides that touch both, or a bar of its own width', () => {
    // Two sectors and the two strips between them, less the bores.
    expect(volume(`lever 100 mm between centres, 8 thick, ${ENDS}`)).toBeCloseTo(22978.1, 1)
    expect(volume(`lever 100 mm between centres, 8 thick, ${ENDS}, joined by a 12 mm wide web`)).toBeLessThan(22978)
  })

  it('[AG32] of one width is as long as its centres and half an end on each side', () => {
    const slot = (Math.PI / 4) * 400 + 20 * 100
    expect(volume('link 100 mm between centres, 20 wide, 6 thick, rounded ends')).toBeCloseTo(slot * 6, 3)
  })

  it('[AG22] whose ends run into each other is refused, and without centres asked', () => {
    expect(volume(`lever 20 mm between centres, 8 thick, ${ENDS}`)).toBe('AGENT_IMPOSSIBLE')
    expect(volume(`lever 8 thick, ${ENDS}`)).toBe('AGENT_NEEDS_ANSWER')
  })
})
