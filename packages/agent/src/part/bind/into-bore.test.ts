import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  ['block 80 x 40 x 40, 12 mm bore lengthwise, 6 mm hole from the top into the bore', '20 mm deep on the top face'],
  [
    'block 80 x 40 x 40, 12 mm bore lengthwise, 6 mm cross hole from the front meeting the bore',
    '20 mm deep on the front face',
  ],
  [
    'block 80 x 40 x 40, 12 mm bore lengthwise 15 mm above the bottom, 6 mm hole from the top into the bore',
    '25 mm deep',
  ],
  [
    'block 80 x 40 x 40, 12 mm bore lengthwise, three 6 mm ports from the top down to the bore, 20 apart',
    '20 mm deep on the top face in a row',
  ],
])('what goes into a bore ends at its axis: %s', (words, deep) => {
  const plan = planPart(words)
  expect(plan.ok && plan.value.understanding.say).toContain(deep)
})
