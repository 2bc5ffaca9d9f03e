import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const fact = (words: string, of: string) => {
  const made = planPart(words)
  return made.ok ? made.value.claims.find(({ expect: one }) => one?.fact === of)?.expect?.equals : made.error.message
}

describe('bosses with a bore in two widths', () => {
  const base = 'plate 60 x 40 x 8 with a boss 30 diameter 20 high in the middle'
  const area = (diameter: number) => (Math.PI / 4) * diameter ** 2
  const volume = 60 * 40 * 8 + area(30) * 20 - area(8) * 28 - (area(22) - area(8)) * 8

  it('[AG30] a counterbore is in the end of the boss, and a through hole goes on through the plate', () => {
    expect(fact(`${base} with an 8 mm through hole with a 22 mm counterbore 8 deep`, 'volume')).toBeCloseTo(volume, 3)
    expect(fact(`${base}, Ø22 mm bore 8 deep, Ø8 mm through hole`, 'volume')).toBeCloseTo(volume, 3)
  })

  it('[AG36] it is wider than its hole', () => {
    expect(fact(`${base} with an 8 mm through hole with a 6 mm counterbore 8 deep`, 'volume')).toContain('no wider')
  })
})
