import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  return Math.round(
    Number(made.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals ?? Number.NaN),
  )
}
const hexagon = (flats: number) => (Math.sqrt(3) / 2) * flats ** 2

it('[AG21] a hollow prism has as many sides inside as outside', () => {
  expect(volume('hex tube 40 across flats 3 mm wall 50 long')).toBe(Math.round((hexagon(40) - hexagon(34)) * 50))
  const closed = 'hollow hexagonal prism, 40 mm side-to-side, 3 mm wall, 50 mm tall, closed bottom'
  expect(volume(closed)).toBe(Math.round(hexagon(40) * 50 - hexagon(34) * 47))
  expect(volume('hex tube 40 across flats 25 mm wall 50 long')).toBe('AGENT_IMPOSSIBLE')
})
