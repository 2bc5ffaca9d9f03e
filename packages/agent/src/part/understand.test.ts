import { expect, test } from 'vitest'
import { planPart } from './plan-part.ts'

const roles = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.understanding.spans.flatMap(({ at, role }) =>
    role === 'unread' || role === 'noted' ? [`${role} ${words.slice(...at)}`] : [],
  )
}

test.each([
  ['toothbrush holder 60 diameter 100 tall 3 mm walls', 'noted toothbrush'],
  ['storage bin 200 x 150 x 100, 2.4 mm walls', 'noted storage'],
])('[AG23] what a thing holds tells nothing of its shape: %s', (words, told) => {
  expect(roles(words)).toEqual([told])
})

test('[AG23] a drainage hole is a hole', () => {
  expect(roles('box 80 x 60 x 40, 2 mm walls, with a drainage hole 10 mm in the floor')).toEqual([])
})

test.each([
  'a sloping box 80 x 60 x 40, 2 mm walls',
  'a leaf tray 80 x 60 x 20, 2 mm walls',
  'plate 80 x 60 x 5 with a 20 mm moon hole in the middle',
])('[AG23] what may be a shape stands open: %s', (words) => {
  expect(roles(words).some((one) => one.startsWith('unread'))).toBe(true)
})
