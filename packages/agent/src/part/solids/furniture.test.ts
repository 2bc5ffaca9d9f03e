import { describe, expect, test } from 'vitest'
import { rewritten } from '../words/straighten.ts'
import { FURNITURE } from './furniture.ts'

const told = (words: string): string => rewritten(words, FURNITURE).text

describe('AG33 furniture is told in the words that solids are put together by', () => {
  test.each([
    ['table 800 x 500, top 25 thick, four legs 50 x 50 x 700', 'top 800 x 500 x 25, four legs 50 x 50 x 700'],
    ['desk 800 x 500 with a 25 mm thick top', 'top 800 x 500 x 25 mm'],
    ['stool: top 400 x 250 x 20, two sides 250 x 20 x 200', 'stool: top 400 x 250 x 20, two legs 250 x 20 x 200'],
    ['block with a ball half sunk into the top', 'block with a ball centred on the top'],
  ])('%s', (words, same) => {
    expect(told(words)).toBe(same)
  })

  test('what stands at the back of a seat stands on it', () => {
    expect(told('seat 400x400x20, backrest 400x20x400')).toMatch(/a board 400x20x400 standing on top of the seat/)
    expect(told('bookend: base 120 x 100 x 2, back 120 x 150 x 2')).toMatch(/back 120/)
  })
})
