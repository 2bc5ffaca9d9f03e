import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) return read.error.code
  const claim = (id: string) => read.value.claims.find((one) => one.id === id)?.expect?.equals
  return [claim('claim:z'), Math.round(Number(claim('claim:volume')))]
}

const without = (cap: number) => Math.round((4 / 3) * Math.PI * 30 ** 3 - (Math.PI * cap ** 2 * (90 - cap)) / 3)

it.each([
  ['sphere of 30 mm radius cut by the plane z = 12 mm; keep the −z portion', 42, without(18)],
  ['sphere 60 mm diameter with the part below z = -24 mm from its centre cut off', 54, without(6)],
  ['sphere 60 mm diameter with a flat base 36 mm diameter', 54, without(6)],
])('[AG17] “%s” is what is left of the ball', (words, high, volume) => expect(made(words)).toEqual([high, volume]))

it('[AG36] a plane that misses the ball, and a flat nobody measured, are said', () => {
  expect(made('sphere of 30 mm radius cut 32 mm above its centre')).toBe('AGENT_IMPOSSIBLE')
  expect(made('sphere 40 mm, flat bottom')).toBe('AGENT_NEEDS_ANSWER')
})
