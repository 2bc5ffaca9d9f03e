import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  ['block 80 x 80 x 100 with nine 10 mm holes 80 deep', 'in a 3x3 grid'],
  ['block 150 x 60 x 20 with 4 round pockets 27 mm dia, 15 deep', 'in a row'],
  ['block 32 x 16 x 9.6 with 8 studs 4.8 dia 1.8 high, 8 mm apart', 'in a 4x2 grid with 8 mm x 8 mm spacing'],
])('many stand where there is room for them: %s', (words, where) => {
  const plan = planPart(words)
  expect(plan.ok && plan.value.understanding.say).toContain(where)
})

it('a row that was said stays one', () => {
  const plan = planPart('plate 100x60x5 with 6 holes 20 mm in a row')
  expect(!plan.ok && plan.error.code).toBe('AGENT_IMPOSSIBLE')
})
