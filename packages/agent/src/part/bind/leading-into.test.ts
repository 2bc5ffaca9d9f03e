import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  ['from the right side into the pocket', 'a channel 6 mm wide, 4 mm deep and 20 mm long'],
  ['from the pocket to the left edge', 'a channel 6 mm wide, 4 mm deep and 20 mm long'],
  ['along X from one side into the pocket', 'a channel 6 mm wide, 4 mm deep and 20 mm long'],
  ['from the front edge to the pocket', 'a channel 6 mm wide, 4 mm deep and 15 mm long'],
])('a slot that leads into a pocket ends there: %s', (words, said) => {
  const plan = planPart(`block 70 x 50 x 16; central pocket 30 x 20, 9 deep; a 6 mm wide, 4 mm deep slot ${words}`)
  expect(plan.ok && plan.value.understanding.say).toContain(said)
})

it('is as deep as the pocket where no depth is said', () => {
  const plan = planPart(
    'block 70 x 50 x 16; central pocket 30 x 20, 9 deep; a 6 mm wide slot from the right side into the pocket',
  )
  expect(plan.ok && plan.value.understanding.assumed.map(({ text, why }) => `${text}: ${why}`)).toContain(
    'channel depth 9 mm: as deep as the pocket',
  )
})
