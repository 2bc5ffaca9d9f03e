import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

test.each([
  ['on the 60 long section', 'stage-1'],
  ['in the middle section', 'stage-1'],
  ['on the 20 dia part', 'stage-0'],
  ['in the third step', 'stage-2'],
  ['on the largest diameter', 'stage-1'],
])('a keyway is %s', (where, flag) => {
  const plan = planPart(
    `stepped shaft: 20 dia 40 long, 30 dia 60 long, 15 dia 40 long, keyway 5 wide 3 deep 30 long ${where}`,
  )
  expect(plan.ok && plan.value.plan.bodies[0]?.features[0]?.flags).toContain(flag)
})

test('which of two sections is the middle one is asked', () => {
  const plan = planPart(
    'stepped shaft: 20 dia 40 long, 30 dia 60 long, keyway 5 wide 3 deep 30 long in the middle section',
  )
  expect(!plan.ok && plan.error.message).toBe('In which of the 2 sections should the keyway be?')
})
