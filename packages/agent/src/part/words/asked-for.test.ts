import { expect, test } from 'vitest'
import { straighten } from './straighten.ts'

const read = (words: string): string => straighten(words, []).text

test.each([
  'Hello, would you please model me a plate 80 x 40 x 5',
  'We are looking to have made a plate 80 x 40 x 5',
  "I'd like a CAD file for a plate 80 x 40 x 5",
  'Please draw a plate 80 x 40 x 5',
  'Quotation: plate 80 x 40 x 5',
])('“%s” is a plate like any other', (words) => expect(read(words)).toBe(read('plate 80 x 40 x 5')))

test.each([
  'mill a 20 mm wide, 10 mm deep channel',
  'could you make a 6 mm hole in the middle',
  'make it 10 mm longer',
])('“%s” is told to the part there is', (words) => expect(read(words)).toMatch(/mill|make/))
