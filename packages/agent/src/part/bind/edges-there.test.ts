import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const picks = (words: string): string[] => {
  const made = planPart(words)
  if (!made.ok) throw new Error(made.error.message)
  return made.value.plan.bodies.flatMap(({ features }) => features.flatMap(({ flags }) => flags))
}

it('[AG32] that end is the one that was spoken of, and never both', () => {
  expect(picks('shaft 20 dia 100 long, the last 30 mm turned down to 15 with a 1 mm chamfer on that end')).toEqual([
    'pick-top',
  ])
  const none = planPart('shaft 20 dia 100 long with a 1 mm chamfer on that end')
  expect(none.ok ? none.value.question?.text : none.error.message).toBe('Which end is meant?')
})
