import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const answerTo = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.message
}

describe('sizes that came to something else', () => {
  it.each([
    ['cup 70 outside diameter, 90 high, 50 at the bottom, walls 2', 'Is the floor 50 mm thick?'],
    ['parts tray with 12 compartments in a 4 x 3 grid, each 30 x 30 x 20, walls 2 mm', 'How large is the whole'],
    ['two 25 mm shafts 40 long with a 50 mm hub 60 long between them', 'How do these belong together?'],
  ])('[AG33] %s: are asked about', (words, question) => {
    expect(answerTo(words)).toContain(question)
  })

  it.each([
    ['cup 70 mm outside diameter at the top, 50 at the bottom, 90 high, walls 2', '50 mm across the bottom'],
    ['cup 80 mm diameter, 100 high, 3 mm walls, 5 at the bottom', '5 mm floor'],
    ['disc 60 x 5 with 5 holes of 5 mm, one in the middle and four 20 mm from it', '40 mm bolt circle'],
  ])('[AG33] %s', (words, says) => {
    expect(answerTo(words)).toContain(says)
  })
})
