import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const facts = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(made.error.message)
  const of = (fact: string, field?: string) =>
    made.value.claims.find(({ expect: one }) => one?.fact === fact && (!field || one.field === field))?.expect?.equals
  return [of('size', 'x'), of('size', 'z'), Math.round(Number(of('volume'))), made.value.understanding.assumed.length]
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const cone = (a: number, b: number, high: number) => (Math.PI / 12) * (a * a + a * b + b * b) * high
const volume = (a: number, b: number, [low, mid, high]: readonly [number, number, number], wall: number) =>
  Math.round(
    (disc(a) - disc(a - 2 * wall)) * low +
      cone(a, b, mid) -
      cone(a - 2 * wall, b - 2 * wall, mid) +
      (disc(b) - disc(b - 2 * wall)) * high,
  )

it.each([
  'tube adapter: one end 40 mm od 30 long, other end 50 mm od 30 long, wall 2, 10 mm taper',
  'hose adapter 40 mm od one end, 50 mm od other end, each 30 mm long, 2 mm wall, overall length 70',
  'pipe adapter with 2 mm walls: first end 36 mm ID, 30 mm long; second end 50 mm OD, 30 mm long; 10 mm transition between',
])('[AG21] the ends of an adapter are as wide and as long as said: %s', (words) => {
  expect(facts(words)).toEqual([50, 70, volume(40, 50, [30, 10, 30], 2), 0])
})

it('[AG22] what nobody said of the taper goes at 45° and is shown', () => {
  expect(facts('hose adapter, one end 32 od 20 long, other end 40 od 25 long, 2 mm wall')).toEqual([
    40,
    49,
    volume(32, 40, [20, 4, 25], 2),
    1,
  ])
})
