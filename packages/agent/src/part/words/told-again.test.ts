import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  const claim = made.ok ? made.value.claims.find(({ id }) => id === 'claim:volume') : undefined
  return made.ok ? Math.round(Number(claim?.expect?.equals ?? Number.NaN)) : made.error.code
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('what a body is said to be', () => {
  it('[AG12] is not made twice where it is told again behind it', () => {
    const groove = (disc(12) - disc(10)) * 2
    expect(volume('grooved pin 12 dia 60 long with a 2 mm wide 1 mm deep groove 5 mm from one end')).toBe(
      Math.round(disc(12) * 60 - groove),
    )
    expect(volume('stepped plate 80 x 40 x 10 with a step 20 wide 5 deep on the right')).toBe(32000 - 20 * 40 * 5)
    const plain = planPart('chamfered block 40 x 30 x 20 with a 2 mm chamfer on the top edges')
    expect(plain.ok && plain.value.plan.bodies[0]?.features.length).toBe(1)
  })

  it('[AG4] a screw in brackets behind the holes is whose holes they are, and no fit of theirs', () => {
    expect(volume('plate 80 x 60 x 5 with 4 holes (M6) on 60 x 40')).toBe(Math.round((4800 - 4 * disc(6.6)) * 5))
    expect(volume('pin 20 mm dia (m6) x 50 long')).toBe(Math.round(disc(20) * 50))
  })
})
