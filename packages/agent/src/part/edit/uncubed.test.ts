import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const after = (first: string, words: string) => {
  const made = planPart(first)
  const then = made.ok ? planPart(words, made.value) : made
  return then.ok ? then.value.understanding.say : then.error.message
}

describe('a cube of which one side is changed', () => {
  it.each([
    ['make it 12 mm taller', '40 mm long, 40 mm wide, 52 mm high'],
    ['60 long', '60 mm long, 40 mm wide, 40 mm high'],
    ['make it 12 mm bigger', '52 mm sides'],
    ['side 60', '60 mm sides'],
    ['a 10 mm hole in the top, 12 deep', '40 mm sides; a hole 10 mm in diameter'],
  ])('[AG42] %s', (words, wanted) => {
    expect(after('cube 40', words)).toContain(wanted)
  })
})
