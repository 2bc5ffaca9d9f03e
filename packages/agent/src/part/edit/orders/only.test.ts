import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const after = (first: string, ...then: string[]) => {
  let plan = planPart(first)
  for (const words of then) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok ? plan.value.understanding.say : plan.error.message
}

describe('what stays of what there is', () => {
  it('[AG42] some of a pattern are kept, and the others go', () => {
    const plate = 'plate 120 x 80 x 6 with four 6 mm holes 10 mm from the edges'
    expect(after(plate, 'only the two holes on the left')).toMatch(/in diameter at \(-50, -30\), \(-50, 30\)$/)
  })

  it('[AG42] a place takes that of another the same way', () => {
    const moved = ['plate 120 x 80 x 6 with a 10 mm hole in the middle', 'move the hole 5 mm left'] as const
    expect(after(...moved, 'move the hole to 20 mm from the left edge')).toMatch(
      /in diameter 20 mm from the left edge$/,
    )
    expect(after(...moved, 'put the hole back in the centre')).toMatch(/in diameter in the centre$/)
  })

  it('[AG42] screws with a head of their own say how their holes are', () => {
    const plate = 'plate 80 x 80 x 6 with four 4.5 mm holes 8 mm from the edges'
    expect(after(plate, 'make the holes for M4 countersunk screws')).toMatch(/countersink 90° included/)
    expect(after(plate, 'use M4 flat head screws')).toMatch(/countersink 90° included/)
  })
})
