import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it('[AG32] the edge of a leg that nobody names is the one away from the bend', () => {
  const made = planPart('angle 50 x 40 x 4, 300 long, three 6 mm holes 100 apart in one leg, 15 from the edge')
  const fields = made.ok ? made.value.claims.map(({ expect: told }) => told?.field ?? '') : []
  // The lying leg is 50 wide and reaches to 25 behind the middle.
  expect(fields.some((field) => field.includes('(0,10)'))).toBe(true)
})
