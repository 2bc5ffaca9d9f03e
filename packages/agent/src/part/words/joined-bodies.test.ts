import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { inJoined } from './joined-bodies.ts'

const volumeOf = (words: string): number => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return Number(made.value.claims.find(({ expect: measured }) => measured?.fact === 'volume')?.expect?.equals)
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('a second body on the first, called by any noun', () => {
  it('[AG33] is what its sizes make, and stands where it is told', () => {
    for (const noun of ['fence', 'rail', 'frobnicator'])
      expect(
        volumeOf(
          `Jig: base 120 x 60 x 15; on top of it, flush with the back edge, a ${noun} 120 long, 12 thick, 25 high`,
        ),
      ).toBeCloseTo(120 * 60 * 15 + 120 * 12 * 25, 6)
    expect(volumeOf('plate 90x90x5, 4 holes 5 mm 70x70; from the middle sticks out an arm 20x20, 80 long')).toBeCloseTo(
      90 * 90 * 5 - 4 * disc(5) * 5 + 400 * 80,
      6,
    )
    expect(volumeOf('Cover 100 x 70 x 4; underneath a block 90 x 60 x 6 as a plug')).toBeCloseTo(28_000 + 32_400, 6)
  })

  it('[AG33] a height in all, an end that is within the length, and one that comes to it are counted as they were said', () => {
    expect(volumeOf('Disc 90 x 8, boss 40 dia, 30 high in all, bore 15')).toBeCloseTo(
      disc(90) * 8 + disc(40) * 22 - disc(15) * 30,
      6,
    )
    const bush = (told: string) =>
      volumeOf(`Sleeve 30 long, 22 OD, 14 bore, rim 30 OD and 3 thick at one end (${told})`)
    expect(bush('within the 30')).toBeCloseTo(disc(22) * 27 + disc(30) * 3 - disc(14) * 30, 6)
    expect(bush('extra to the 30')).toBeCloseTo(disc(22) * 30 + disc(30) * 3 - disc(14) * 33, 6)
  })

  it('[AG41] where a shape, a place or a count is told that is not known, nothing is made of it', () => {
    for (const words of [
      'base 80 x 60 x 10; on top a ribbed tower 30 x 30 x 40',
      'base 80 x 60 x 10, arm 60 x 20 x 10',
      'core 30 dia 60 long with handles 12 dia 40 long',
      'base 80 x 60 x 10; a post 20 dia 30 high on the left side of it',
    ])
      expect(inJoined(words), words).toBeUndefined()
  })

  it('[AG24] each word of ours knows the words it was put for', () => {
    const words = 'Jig: base 120 x 60 x 15; on top of it a fence 40 x 12 x 25'
    const found = inJoined(words)
    const at = found?.text.indexOf('25') ?? -1
    expect(words.slice(...(found?.back([at, at + 2]) ?? [0, 0]))).toBe('25')
    const block = found?.text.indexOf('block') ?? -1
    expect(words.slice(...(found?.back([block, block + 5]) ?? [0, 0]))).toBe('fence')
  })
})
