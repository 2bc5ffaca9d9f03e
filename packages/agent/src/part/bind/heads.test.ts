import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  'plate 60x40x10 with a 5 mm hole counterbored 10 mm 5 deep from the bottom',
  'plate 60x40x10 with a 5 mm hole, counterbore 10 mm dia 5 mm deep from the underside',
])('[AG27] a hole is cut from where its head is: %s', (words) => {
  const read = planPart(words)
  expect(read.ok && read.value.plan.bodies[0]?.features[0]?.at.on).toBe('bottom')
})
