import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'
import { unheardCounts } from './unheard-counts.ts'

const part = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('a count that was said', () => {
  it('[AG41] stands against done where another one makes the same part', () => {
    const words = 'plate 60 x 40 x 4 with two holes 5 mm, 30 mm apart'
    const made = part(words)
    expect(unheardCounts(words, made, () => ({ ok: true, value: made }))).toEqual([
      [words.indexOf('two'), words.indexOf('two') + 3],
    ])
  })

  it.each([
    'plate 60 x 40 x 4 with two holes 5 mm, 30 mm apart',
    'plate 60 x 40 x 4 with 4 holes of 5 mm, 6 mm from the edges',
    'box 100 x 60 x 40 with 2 mm walls and a 6 mm hole in two opposite sides',
    'plate 110 x 110 x 6 with 8 holes of 7 mm in a 3 x 3 array spaced 30 mm, omitting the centre position',
  ])('[AG41] %s: is not told where it was heard', (words) => {
    expect(part(words).understanding.spans.filter(({ role }) => role === 'unread')).toEqual([])
  })

  it('[AG41] has to be as many as are left of a grid', () => {
    const read = planPart('plate 110 x 110 x 6 with 9 holes of 7 mm in a 3 x 3 array spaced 30 mm, omitting the centre')
    expect(read.ok || read.error.message).toBe('9 holes were said, and 8 of the grid are left.')
  })
})
