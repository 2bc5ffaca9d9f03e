import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const sizeOf = (words: string) => {
  const plan = planPart(words)
  return plan.ok
    ? plan.value.claims.flatMap(({ expect: asked }) => (asked?.fact === 'size' ? [asked.equals] : []))
    : plan.error.message
}

describe('what stands along the back of its base', () => {
  it.each([
    'base 80 x 50 x 5 and a back plate 80 x 60 x 5',
    'camera mount: base 80 x 50 x 5, back 80 x 60 x 5',
    'L mount: base 80 x 50 x 5, upright 80 x 60 x 5',
    'T mount: base 80 x 50 x 5, upright 80 x 60 x 5 in the middle',
  ])('[AG33] it stands there and lies nowhere beside it: %s', (words) => {
    expect(sizeOf(words)).toEqual([80, 50, 65])
  })
})
