import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const after = (first: string, ...then: string[]) => {
  let plan = planPart(first)
  for (const words of then) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok ? plan.value.understanding.say : plan.error.message
}

describe('what an edit did not name', () => {
  it('[AG12] a depth that is said of a hole makes no shaft as short', () => {
    const turned = ['shaft 20 mm diameter 100 mm long', 'turn down the last 25 mm to 15'] as const
    expect(after(...turned, 'drill an M6 tapped hole in the left end, 15 deep')).toMatch(/Length would become/)
  })

  it('[AG12] what names the part, or one of its sizes, changes it beside a feature', () => {
    expect(after('spacer 12 OD 6.5 ID 20 long', '25 long please, and 1 mm chamfers on the edges')).toMatch(/25 mm long/)
    expect(after('plate 80 x 40 x 5', 'add a 6 mm hole in the middle and make it 8 thick')).toMatch(/8 mm thick/)
    expect(after('block 50 x 40 x 30 with 3 mm fillets on the vertical edges', 'make the fillets 5 mm')).toMatch(/5 mm/)
  })
})
