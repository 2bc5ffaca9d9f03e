import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

describe('one wall of a box', () => {
  it.each(['front wall only 25 high', 'the front is lowered to 25', 'with a lower front wall 25 high'])(
    '[AG32] is as high as was said, and the box as high as it was: %s',
    (words) => {
      const plan = planPart(`parts bin 100 x 120 x 60, 2 mm walls, ${words}`)
      const claims = plan.ok ? plan.value.claims.map(({ expect: asked }) => asked) : []
      expect(claims).toContainEqual(expect.objectContaining({ fact: 'size', field: 'z', equals: 60 }))
      const volume = 100 * 120 * 60 - 96 * 116 * 58 - 96 * 2 * 35
      expect(claims).toContainEqual(expect.objectContaining({ fact: 'volume', equals: volume }))
    },
  )

  it('[AG21] one higher than the others is refused', () => {
    const plan = planPart('parts bin 100 x 120 x 60, 2 mm walls, front wall only 80 high')
    expect(plan.ok ? '' : plan.error.code).toBe('AGENT_CONTRADICTION')
  })
})
