import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  const expected = made.value.claims.find(({ id }) => id === 'claim:volume')?.expect
  return expected && 'equals' in expected ? expected.equals : undefined
}

describe('profiles with an end wall', () => {
  it('[AG35] a closed end is as thick as the web, and is part of the length', () => {
    const open = 30 * 20 * 100 - 26 * 18 * 100
    expect(volume('U channel 30 x 20 x 2, 100 long')).toBeCloseTo(open)
    expect(volume('U channel 30 x 20 x 2, 100 long, closed at one end')).toBeCloseTo(open + 26 * 18 * 2)
    expect(volume('U channel 30 x 20 x 2, 100 long, both ends closed')).toBeCloseTo(open + 2 * 26 * 18 * 2)
    expect(volume('square tube 40x40x3, 100 long, closed at one end')).toBeCloseTo(444 * 100 + 34 * 34 * 3)
  })

  it('[AG35] an end that is closed where no end can be is not read', () => {
    const made = planPart('I beam 100 x 60 x 200 closed at one end')
    expect(made.ok && made.value.understanding.spans.some(({ role }) => role === 'unread')).toBe(true)
  })
})
