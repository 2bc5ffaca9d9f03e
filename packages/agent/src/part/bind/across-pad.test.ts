import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string): number | string => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  const claim = made.value.claims.find(({ expect: told }) => told?.fact === 'volume')
  return Math.round(Number(claim?.expect?.equals))
}
const disc = (diameter: number): number => (Math.PI * diameter ** 2) / 4

it('[AG27] a hole through what stands on a face goes through it, and does not turn or move it', () => {
  const rib = 'plate 80 x 40 x 15 with a rib 80 x 10 x 25 along the middle.'
  const left = (holes: number, through = 10) => Math.round(68000 - holes * disc(6) * through)
  expect(volume(`${rib} A 6 mm hole goes through the rib from front to back, 10 below its top.`)).toBe(left(1))
  expect(volume(`${rib} Drill two 6 mm holes through the rib, 10 below its top and 15 from the ends.`)).toBe(left(2))
  const block = 'plate 80 x 40 x 15 with a block 40 x 20 x 25 in the middle.'
  expect(volume(`${block} A 6 mm hole through the block from left to right, 10 mm below its top.`)).toBe(left(1, 40))
  expect(volume(`${block} A 6 mm hole 20 mm deep in the right side of the block.`)).toBe(left(1, 20))
})

it('[AG21] a hole so high in what stands there, which way nobody said, is not drilled down from the top', () => {
  expect(
    volume('plate 100 x 80 x 10 with a tower 30 x 40 x 50. A 12 mm hole through the tower, 30 above the base.'),
  ).toBe('AGENT_UNSUPPORTED')
})

it('[AG27] through what is round it goes from any side, and that is told', () => {
  const made = planPart(
    'base 60 x 60 x 10 with a vertical post 20 dia 50 high in the middle and a 6 mm cross hole through the post 10 mm below its top',
  )
  expect(made.ok && made.value.plan.notes.join()).toContain('from left to right, as nobody said which way')
  // Through the axis of a bar it takes less than pi/4 d² times its width, by the round of the sides.
  const whole = 36000 + disc(20) * 50
  const taken =
    whole -
    Number(
      volume(
        'base 60 x 60 x 10 with a 20 mm post 50 high, a 6 mm hole through the post from front to back, 10 mm below its top',
      ),
    )
  expect(taken).toBeGreaterThan(disc(6) * 19)
  expect(taken).toBeLessThan(disc(6) * 20)
  expect(
    volume('block 60 x 40 x 20 with a 12 mm peg 30 long on top, a 13 mm cross hole through the peg 8 mm from its end'),
  ).toBe('AGENT_IMPOSSIBLE')
})
