import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  [
    '40 x 40 x 80 mm box whose long axis is tilted 30 degrees about Y away from vertical, centred on the origin',
    [74.641, 40, 89.282],
  ],
  ['cuboid 30 x 20 x 90, rotated about Z by 45 degrees', [35.355, 35.355, 90]],
])('a box that is tilted keeps its sizes and reaches further: %s', (words, sizes) => {
  const plan = planPart(words)
  const reach = plan.ok
    ? plan.value.claims.flatMap(({ expect: { fact, equals } = {} as never }) =>
        fact === 'size' && typeof equals === 'number' ? [Math.round(equals * 1000) / 1000] : [],
      )
    : []
  expect(reach.slice(0, 3)).toEqual(sizes)
})
