import { describe, expect, it } from 'vitest'
import { straighten } from '../words/straighten.ts'
import { EDITS_ONE_WAY } from './edits-one-way.ts'

const plain = (words: string): string => straighten(words, EDITS_ONE_WAY).text.trim()

describe('what always means the same of the part there is', () => {
  it.each([
    ['increase it by 5 mm in height', 'increase the height by 5 mm'],
    ['height +5', 'increase the height by 5'],
    ['bump the thickness up by 2 mm', 'increase the thickness by 2 mm'],
    ['the length needs to go down by 10', 'reduce the length by 10'],
    ['the wall thickness should be 1 mm more', 'increase the wall thickness by 1 mm'],
    ['subtract 3 mm from the thickness', 'reduce the thickness by 3 mm'],
    ['make it taller, 10 mm more', 'make it 10 mm taller'],
    ['the four holes can go', 'remove the four holes'],
    ['I want the centre hole gone', 'remove the centre hole'],
    ['we no longer need the fillets', 'remove the fillets'],
    ['the holes need to move in by 5 mm', 'move the holes in by 5 mm'],
    ['Looks good, but could you please make it 10 longer?', 'make it 10 longer'],
    ['One more thing: use M5', 'use M5'],
    ['right hand pair of holes', 'right hand pair of holes'],
    ['reduce the bore by 8 mm', 'bore 8 mm smaller'],
    ['bore 8 mm smaller', 'bore 8 mm smaller'],
    ['it needs six holes', 'it needs six holes'],
    ['another 5 mm on the height', 'increase the height by 5 mm'],
    ['8 mm extra in length', 'increase the length by 8 mm'],
    ['copy the hole 20 mm to the right', 'add another hole 20 mm to the right of the hole'],
    ['give the window 3 mm rounded corners', 'fillet the corners of the window 3 mm'],
  ])('%s', (words, wanted) => {
    expect(plain(words)).toBe(wanted)
  })
})
