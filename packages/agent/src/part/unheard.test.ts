import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const unheardIn = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.understanding.spans.flatMap(({ role, as, at }) =>
    role === 'unread' && as === 'shape' ? [words.slice(...at).trim()] : [],
  )
}

describe('words that narrow', () => {
  it.each([
    ['cube 30 with a 2 mm fillet on one side only', 'on one side only'],
    ['pin 10 mm dia 50 long, tapered', 'tapered'],
  ])('[AG41] %s: what the part is the same without stands against done', (words, passed) => {
    const read = unheardIn(words)
    expect(read).toContain(passed)
  })

  it.each([
    'J-hook from 8 mm bar: straight shank 100, inside bend radius 16, straight tip 20',
    'hub flange Ø80 x 10 with a Ø40 boss, overall height 30, bore Ø20',
    'T profile 60 mm wide flange 6 mm thick, 50 mm overall height, 5 mm web, 250 mm long',
    'rod 20 mm diameter 100 long, chamfer 2 mm both ends',
    'plate 100 x 50 x 5, four 6 mm holes in a row, 20 mm apart',
    'shaft 25 x 200 with a keyway 8 wide, 4 deep and 50 long from one end',
    'tapered pin 10 to 8, 50 long',
  ])('[AG41] %s: a word that is kept is not told', (words) => {
    expect(unheardIn(words)).toEqual([])
  })

  it('[AG35] every character of the words is told of once', () => {
    const words = 'hub flange Ø80 x 10 with a Ø40 boss, overall height 30, bore Ø20'
    const read = planPart(words)
    const spans = read.ok ? read.value.understanding.spans : []
    expect(spans.length).toBeGreaterThan(0)
    for (const [index, { at }] of spans.entries()) expect(at[0]).toBeGreaterThanOrEqual(spans[index - 1]?.at[1] ?? 0)
  })
})

describe('a hole through a ball', () => {
  it('[AG17] leaves a ring, whose volume is known', () => {
    const read = planPart('sphere 40 mm with a 10 mm hole through the centre')
    const volume = read.ok ? read.value.claims.find(({ id }) => id === 'claim:volume')?.expect : undefined
    expect(volume).toMatchObject({ fact: 'volume', equals: expect.closeTo((Math.PI / 6) * 1500 ** 1.5, 6) })
  })

  it('[AG36] that is wider than the ball is refused', () => {
    expect(planPart('sphere 10 mm with a 40 mm hole through the centre')).toMatchObject({
      error: { code: 'AGENT_IMPOSSIBLE' },
    })
  })
})
