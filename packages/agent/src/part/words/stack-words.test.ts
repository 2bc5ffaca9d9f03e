import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volumeOf = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value.claims.find(({ expect: wanted }) => wanted?.fact === 'volume')?.expect?.equals
}
const disc = (diameter: number) => (Math.PI / 4) * diameter ** 2

it.each([
  ['stack of 3 discs all 10 thick: 60, 45 and 30 mm across', (disc(60) + disc(45) + disc(30)) * 10],
  ['three round tiers of 100, 80 and 60 mm diameter, every tier 15 mm high', (disc(100) + disc(80) + disc(60)) * 15],
  [
    'Four discs stacked concentrically. Diameters 80, 60, 40 and 20; 5 thick each',
    (disc(80) + disc(60) + disc(40) + disc(20)) * 5,
  ],
  ['stack of three square plates 60, 40 and 20 mm, each 8 mm thick, centred', 5600 * 8],
])('[AG24] like bodies on one another have one height: %s', (words, volume) => {
  expect(volumeOf(words)).toBeCloseTo(volume, 3)
})

it('[AG22] three discs and two diameters are asked about', () => {
  expect(planPart('three discs stacked, 60 and 40 mm across, each 10 thick').ok).toBe(false)
})
