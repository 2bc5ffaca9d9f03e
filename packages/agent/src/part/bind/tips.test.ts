import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  return Math.round(
    Number(made.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals ?? Number.NaN),
  )
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const plain = 100 * 100 * 10 + disc(30) * 50
const POST = 'plate 100x100x10 with a post 30 mm diameter 50 tall in the middle'

it('[AG17] the top of what stands on a face is its own edge, and none of the plate', () => {
  const cone = (Math.PI / 3) * 2 * (225 + 15 * 13 + 169)
  expect(volume(`${POST}, chamfer the top of the post 2 mm`)).toBe(Math.round(plain - disc(30) * 2 + cone))
  expect(volume(`${POST}. Fillet the top edge of the post 3 mm.`)).toBe(135169)
})

it('[AG17] the foot of what stands on a face is rounded around it', () => {
  const told = volume(`${POST}. 5 mm fillet at the base of the post`)
  expect(told).toBe(135886)
  expect(volume(`${POST}. Fillet the bottom of the post with 5 mm.`)).toBe(told)
  const cylinder = 'base plate 100x100x10 with a cylindrical post in the center, 30 mm diameter and 50 mm tall'
  expect(volume(`${cylinder}. Fillet the bottom of the post with 5 mm.`)).toBe(told)
  expect(volume(`plate 100x100x10 with a 30 x 30 x 20 block in the middle. Chamfer the top of the block 2 mm.`)).toBe(
    'AGENT_UNSUPPORTED',
  )
})

it('[AG17] where the boss of a disc meets it is neither of its ends', () => {
  const disc80 = 'disc 80 x 10 with a 30 mm boss 20 high on top'
  expect(volume(`${disc80}, 2 mm fillet where the boss meets the disc`)).toBeGreaterThan(disc(80) * 10 + disc(30) * 20)
})
