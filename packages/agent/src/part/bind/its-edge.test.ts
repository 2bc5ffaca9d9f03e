import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claimsOf = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? JSON.stringify(plan.value.claims.map((one) => one.expect)) : plan.error.message
}

describe('the edge that was spoken of', () => {
  it.each([
    ['a 5 mm hole at one end 8 mm from the edge', '(-92,0)'],
    ['a 5 mm hole 8 mm from the edge', '(-92,0)'],
    ['two 5 mm holes 14 apart at one end, 8 mm from the edge', '(-92,-7)|(-92,7)'],
    ['a 5 mm hole at each end 8 mm from the edge', '(-92,0)|(92,0)'],
  ])('[AG29] a distance from the edge is from the end that was said, else from a short one: %s', (hole, at) => {
    expect(claimsOf(`plate 200 x 30 x 3 with ${hole}`)).toContain(`at=${at}`)
  })
})
