import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const openIn = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.understanding.spans.flatMap(({ role, as, at }) =>
    role === 'unread' && as === 'shape' ? [words.slice(...at)] : [],
  )
}

describe('words of shape that nothing of the part answers', () => {
  it.each([
    ['plant label 120 x 20 x 2, one end pointed', 'pointed'],
    ['pipe 10 OD 6 ID 60 long, one end barbed', 'barbed'],
    ['standoff M3 male-female 10 mm', 'male-female'],
    ['bent plate 80 x 40 x 3', 'bent'],
    ['filleted block 60 x 40 x 20', 'filleted'],
    ['flanged plug 30 dia 20 long', 'flanged'],
    ['split bush 20 OD 12 ID 30 long', 'split'],
    ['M8 x 40 bolt, hex head, flanged', 'AGENT_NEEDS_ANSWER'],
    ['tapered rod 20 dia 100 long', 'tapered rod'],
    ['plate 100 x 100 x 2, perforated', 'perforated'],
  ])('[AG41] %s: stands against done', (words, open) => {
    expect(openIn(words)).toContain(open)
  })

  it.each([
    'rod 12 dia 80 long, one end pointed over 15 mm',
    'plate 60 x 40 x 5, not tapered',
    'plate 60 x 40 x 5 for a tapered roller bearing, hole 30 in the middle',
    'washer for slotted screws 20 x 6 x 1',
    'bracket bent from 3 mm sheet, legs 40 and 30, 20 wide',
    'perforated plate 120 x 80 x 2 with 8 x 5 holes, 5 mm each, 12 mm pitch',
    'flanged bush: flange Ø24 x 3, body Ø16 x 15, bore Ø12',
    'rounded block 60 x 40 x 20, radius 4',
  ])('[AG41] %s: what is made is not told', (words) => {
    expect(openIn(words)).toEqual([])
  })
})
