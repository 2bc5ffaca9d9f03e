import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const unreadIn = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.understanding.spans.flatMap(({ role, at }) => (role === 'unread' ? [words.slice(...at)] : []))
}

describe('a length that no rule took', () => {
  it.each([
    ['Create a plate 80 x 60 x 5 mm. This forms a 3 mm lip around the edge. Add a 10 mm hole in the middle.', ['3']],
    ['Make a disc 80 mm diameter and 10 mm thick. In other words, a 7 mm recess is cut into the top.', ['7']],
    // What only says again what is so is noted.
    ['plate 80 x 60 x 5 mm, 10 mm hole in the middle. This creates a plate that is 80 mm long.', []],
  ])('[AG14] %s', (words, unread) => {
    expect(unreadIn(words)).toEqual(unread)
  })
})
