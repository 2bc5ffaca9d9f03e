import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const kinds = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? plan.value.plan.bodies.flatMap(({ features }) => features.map(({ kind }) => kind)) : plan.error.code
}

it('a hole of two sizes is oblong where no round one could be so deep', () => {
  expect(kinds('plate 80 x 60 x 3 with a 30 x 20 hole in the middle')).toEqual(['cutout'])
  expect(kinds('block 80 x 60 x 30 with a 10 x 20 hole in the middle')).toEqual(['hole'])
})
