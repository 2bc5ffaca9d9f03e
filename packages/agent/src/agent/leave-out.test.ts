import type { Span } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { leavesOut, leftOut, phraseOf, phrasesAround, phrasesOf } from './leave-out.ts'

const WORDS = 'a plate 80 x 60, with a rim 5 wide and 6 high. Four 5 mm holes'
const at = (text: string): Span => [WORDS.indexOf(text), WORDS.indexOf(text) + text.length]
const quoted = (spans: Span[]) => spans.map((span) => phraseOf(WORDS, span))

describe('[AG22] what a draft can stand without', () => {
  it('is the phrase between stops around the words asked about, before larger and smaller ones', () => {
    const [first, ...others] = quoted(phrasesAround(WORDS, at('5 wide')))
    expect(first).toBe('a rim 5 wide and 6 high')
    expect(others).toContain('a rim 5 wide and 6 high. Four 5 mm holes')
    expect(others.indexOf('a rim 5 wide')).toBeGreaterThan(others.indexOf('a rim 5 wide and 6 high. Four 5 mm holes'))
  })

  it('is never all of the words', () => {
    for (const span of [...phrasesAround(WORDS, at('80')), ...phrasesOf(WORDS)])
      expect(leftOut(WORDS, span).trim()).not.toBe('')
    expect(phrasesAround('a zigzag', [2, 8])).toEqual([])
  })

  it('is the end of the words, as little of it as goes, where the question is about none of them', () => {
    expect(quoted(phrasesOf(WORDS)).slice(0, 3)).toEqual([
      'Four 5 mm holes',
      '6 high. Four 5 mm holes',
      'a rim 5 wide and 6 high. Four 5 mm holes',
    ])
  })

  it('keeps every other word where it was', () => {
    const rest = leftOut(WORDS, at(', with a rim 5 wide and 6 high'))
    expect(rest).toHaveLength(WORDS.length)
    expect(rest.indexOf('Four')).toBe(WORDS.indexOf('Four'))
  })

  it('goes when that is chosen, or left to us with nothing else to choose', () => {
    const answer = { question: 'words', without: at('80') }
    expect(leavesOut({ ...answer, choice: 'without' })).toBe(true)
    expect(leavesOut({ ...answer, choice: 'decide', text: 'leave out “80”' })).toBe(true)
    expect(leavesOut({ ...answer, choice: 'decide', text: 'the height' })).toBe(false)
    expect(leavesOut({ question: 'words', choice: 'without' })).toBe(false)
  })
})
