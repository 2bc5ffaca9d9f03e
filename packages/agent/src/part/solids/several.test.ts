import { describe, expect, it } from 'vitest'
import { planPart } from '../../index.ts'

describe('legs of a round seat', () => {
  it.each([3, 4])('[AG27] %i of them stand under it, and not in corners that it has not', (many) => {
    const plan = planPart(
      `a table with a round top 500 mm diameter 20 mm thick and ${many} round legs 40 mm diameter 380 mm long`,
    )
    if (!plan.ok) throw new Error(plan.error.message)
    const legs = [...plan.value.understanding.say.matchAll(/centred at \((-?[\d.]+), (-?[\d.]+), -190\)/g)]
    expect(legs).toHaveLength(many)
    for (const [, x, y] of legs) expect(Math.hypot(Number(x), Number(y))).toBeLessThan(250 - 20)
  })
})

it.each([
  'board 200 x 60 x 10. Two cubes of 40 mm stand on it, one at each end.',
  'board 200 x 60 x 10 with a 40 mm cube at each end, flush with the end',
])('[AG33] what stands on a board has its ends where those of the board are: %s', (words) => {
  const read = planPart(words)
  const claims = read.ok ? read.value.claims : []
  expect(
    claims.filter(({ expect: wanted }) => wanted?.fact === 'size').map(({ expect: wanted }) => wanted?.equals),
  ).toEqual([200, 60, 50])
})
