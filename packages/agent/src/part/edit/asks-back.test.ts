import { describe, expect, it } from 'vitest'
import { asksBack } from './asks-back.ts'

describe('questions about the part there is', () => {
  it.each([
    'does an M10 fit?',
    'how far apart are the holes',
    'how heavy in brass?',
    'is 10 thick better?',
    'would 10 mm holes fit?',
    'can I use M10 bolts?',
    'why 8 mm?',
    'what is the weight in steel? how much does it cost?',
  ])('%s', (words) => {
    expect(asksBack(words)).toBe(true)
  })
  it.each([
    'can you make it 10 longer?',
    'would you please add a hole in the middle?',
    'could we have 8 holes?',
    'is it possible to make it 12 thick?',
    'how about 10 mm holes?',
    'are the holes 5 mm? make them 6',
    'do the same on the back',
    'should be 12?',
    'where the holes are, add a boss',
  ])('an order: %s', (words) => {
    expect(asksBack(words)).toBe(false)
  })
})
