import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  ['stairs with 5 steps, each 20 deep and 15 high, 60 wide', [100, 60, 75], 270_000],
  ['staircase 4 steps, 25 mm tread, 18 mm rise, 80 mm wide', [100, 80, 72], 360_000],
  ['staircase with 4 steps, 100 long, 60 high, 40 wide', [100, 40, 60], 150_000],
])('stairs are told by their steps: %s', (words, size, volume) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  const measured = plan.value.claims.flatMap(({ expect: one }) => (one?.fact === 'size' ? [one.equals] : []))
  expect(measured).toEqual(size)
  expect(plan.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals).toBeCloseTo(volume, 3)
})

it('how many there are is asked', () => {
  const plan = planPart('staircase 100 long, 60 high, 40 wide')
  expect(!plan.ok && plan.error.message).toBe('How many steps should the staircase have?')
})
