import { describe, expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

function volumeOf(words: string): string | undefined {
  const plan = planPart(words)
  return plan.ok ? plan.value.claims.find(({ text }) => text.startsWith('volume'))?.text : plan.error.message
}

describe('the legs of a bracket, however they are told', () => {
  test.each([
    ['L bracket: 100 tall, 80 base, 50 wide, 10 thick', 'volume 85000 mm³'],
    ['L bracket, 80 base, 100 tall, 50 wide, 10 thick', 'volume 85000 mm³'],
    ['L bracket height 100 base 80 width 50 thickness 10', 'volume 85000 mm³'],
    ['L bracket legs length 50, width 30, thickness 4', 'volume 11520 mm³'],
  ])('[AG22] %s', (words, volume) => expect(volumeOf(words)).toBe(volume))

  test('[AG22] a square tube is square across', () =>
    expect(volumeOf('square tube 40 mm square, 3 mm wall, 300 mm long')).toBe('volume 133200 mm³'))
})
