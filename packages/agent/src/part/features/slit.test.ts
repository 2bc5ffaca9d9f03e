import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const HALF_BORE = 1.5 * Math.sqrt(100 - 2.25) + 100 * Math.asin(0.15)

it.each([
  ['clamp block 60 x 40 x 15 with a 20 mm bore through the middle and a 3 mm slit from the bore to the right side', 30],
  ['split block 60 x 40 x 15, 20 mm hole in the centre, 3 mm saw cut from the hole to the left end', 30],
  ['block 60 x 40 x 15 with a 20 mm bore through the middle and a 3 mm slit from the bore to the back side', 20],
])('a slit in a block goes from its bore to a side: %s', (words, far) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  const volume = 60 * 40 * 15 - Math.PI * 100 * 15 - 15 * (3 * far - HALF_BORE)
  expect(plan.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals).toBeCloseTo(volume, 3)
})

it('how wide it is in a block is asked', () => {
  const plan = planPart('clamp block 50 x 40 x 30 with a 16 mm bore and a side split')
  expect(plan.ok).toBe(false)
})
