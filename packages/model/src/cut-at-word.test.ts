import { expect, it } from 'vitest'
import { cutAtWord } from './cut-at-word.ts'

it('[WB77] a text is cut between words; only an endless word is cut in two', () => {
  expect(cutAtWord('four holes in the corners', 16)).toBe('four holes in')
  expect(cutAtWord('four holes in the corners', 13)).toBe('four holes in')
  expect(cutAtWord('four', 4)).toBe('four')
  expect(cutAtWord('x'.repeat(20), 8)).toBe('xxxxxxxx')
  expect(cutAtWord('😀'.repeat(9), 8)).toBe('😀'.repeat(8))
})
