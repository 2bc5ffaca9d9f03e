import { expect, it } from 'vitest'
import { stepsBack } from './steps-back.ts'

it.each([
  ['undo', 1],
  ['Please undo that.', 1],
  ['take it back', 1],
  ['go back', 1],
  ['undo the last two', 2],
  ['undo the last 3 changes', 3],
  ['undo twice', 2],
  ['go back two steps', 2],
  ['undo the last change', 1],
  ['undo the chamfer', 0],
  ['make the back 10 mm', 0],
])('[AG42] “%s” goes back %i', (words, steps) => {
  expect(stepsBack(words)).toBe(steps)
})
