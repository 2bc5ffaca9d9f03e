import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  return made.ok ? made.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals : made.error.code
}

describe('what a title names', () => {
  it('[AG32] is the feature whose sizes are told behind it, and no second one', () => {
    const sizes = '120 mm diameter, 12 thick, groove mean diameter 80, width 4, depth 2'
    expect(volume(`Disc with O-ring groove: ${sizes}`)).toBe(volume(`disc ${sizes}`))
  })

  it('[AG35] is made where nothing more is said of it', () => {
    expect(volume('Plate with four M4 holes: 80 x 60 x 10')).toBe(volume('plate 80 x 60 x 10 with four M4 holes'))
  })
})
