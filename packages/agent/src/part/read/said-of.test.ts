import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

test.each([
  'plate 80 x 40 x 5, no fillets or chamfers',
  'plate 80 x 40 x 5 without fillets and chamfers',
  'plate 80 x 40 x 5, no fillets, chamfers',
])('[AG23] what is not wanted may be a list: %s', (words) => {
  const plan = planPart(words)
  expect(plan.ok && plan.value.understanding.assumed.map(({ name }) => name).join()).not.toMatch(/chamfer|fillet/)
  expect(plan.ok && plan.value.script).not.toMatch(/chamfer\(|fillet\(/)
})

test('[AG23] `no fillet and a hole` has a hole', () => {
  const plan = planPart('plate 80 x 40 x 5, no fillet and a 10 mm hole in the middle')
  expect(plan.ok && plan.value.understanding.say).toContain('hole 10 mm')
})
