import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const sayOf = (words: string): string => {
  const plan = planPart(words)
  return plan.ok ? plan.value.understanding.say : plan.error.code
}

describe('a pocket told by the wall it leaves', () => {
  it.each([
    'block 50 x 40 x 20 with a pocket 5 deep leaving a 2 mm wall all around',
    'plate 50 x 40 x 12 with a pocket in the top, 5 deep and 2 mm in from every edge',
    'block 50 x 40 x 20 with a 5 mm deep recess, 2 mm of wall left around the perimeter',
  ])('[AG29] it is as large as what it is in, less that wall: %s', (words) => {
    expect(sayOf(words)).toContain('pocket 46 mm long, 36 mm wide')
  })

  it('[AG22] a size that leaves another wall is a contradiction', () => {
    expect(sayOf('block 50 x 40 x 20 with a pocket 30 x 20 x 5 leaving a 2 mm wall')).toBe('AGENT_CONTRADICTION')
  })
})
