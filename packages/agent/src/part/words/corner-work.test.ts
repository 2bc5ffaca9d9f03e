import { expect, it } from 'vitest'
import { CORNER_WORK } from './corner-work.ts'
import { rewritten } from './straighten.ts'

const said = (words: string): string => rewritten(words, CORNER_WORK).text

it.each([
  [
    'plate 9 x 8, top left corner R10, the other three corners R4',
    '10 fillet on the top left corner, 4 fillet on the bottom left, top right and bottom right corners',
  ],
  [
    'plate 9 x 8. Corners: two on the left R15, two on the right 10x45° chamfer',
    '15 fillet on the left corners, 10 chamfer on the right corners',
  ],
  [
    'all corners rounded 10 mm except the bottom left, which stays square',
    '10 mm fillet on the top right, top left and bottom right corners',
  ],
  [
    'a 25 mm square removed from the top left corner, and an 8 mm chamfer at the opposite corner',
    '25 mm notch on the top left corner, and an 8 mm chamfer on the bottom right corner',
  ],
  ['20 mm along each edge is cut off diagonally at the top right corner', '20 mm chamfer on the top right corner'],
  [
    'upper corners rounded with 12 mm radius and the lower ones with 5',
    '12 mm fillet on the upper corners and 5 fillet on the lower corners',
  ],
])('AG36: what is done to which corners is told in one form: %s', (words, one) => {
  expect(said(words)).toContain(one)
})

it.each([
  'a 5 mm hole in the top left corner, 8 mm from the edges',
  'corners rounded 8',
  'triangular plate, left corner R5',
])('AG36: what is no work on some of four corners stays as it is: %s', (words) => {
  expect(said(words)).toBe(words)
})
