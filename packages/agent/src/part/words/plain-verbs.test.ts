import { expect, it } from 'vitest'
import { rewritten } from './straighten.ts'
import { PLAIN_VERBS } from './plain-verbs.ts'

const plain = (words: string): string => rewritten(words, PLAIN_VERBS).text

it('[AG33] verbs that only say is or has are read as these', () => {
  expect(plain('the width should be 40')).toBe('the width is 40')
  expect(plain('the legs need to be 45 tall')).toBe('the legs are 45 tall')
  expect(plain('the upright carries two M3 holes')).toBe('the upright has two M3 holes')
  expect(plain('the short leg should have one 8 mm hole')).toBe('the short leg has one 8 mm hole')
  expect(plain('this carries a tray')).toBe('this carries a tray')
})

it('[AG28] a side that is measured on the outside or the inside, and how far feet stick out', () => {
  expect(plain('30 tall on the outside.')).toBe('30 tall outside.')
  expect(plain('the feet stick out 15 each side')).toBe('the feet 15 long')
})

it('[AG25] `in` before a leg told by its size is no inch', () => {
  expect(plain('2X Ø9 IN 75 LEG')).toBe('2X Ø9, in the 75 LEG')
  expect(plain('three holes in the 80 leg and 2 in the 60 leg')).toBe('three holes in the 80 leg and 2 in the 60 leg')
})
