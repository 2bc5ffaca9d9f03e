import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

test.each([
  ['taper pin 8 x 60', '9.2 mm base diameter, 8 mm top diameter'],
  ['taper pin 10 mm large end, 60 long', '10 mm base diameter, 8.8 mm top diameter'],
])('%s: a taper pin tapers 1:50 from the end it is called by', (words, said) => {
  const plan = planPart(words)
  expect(plan.ok && plan.value.understanding.say).toContain(said)
})
