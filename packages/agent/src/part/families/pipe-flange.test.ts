import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claims = (words: string) => {
  const made = planPart(words)
  return made.ok ? made.value.claims.map(({ text }) => text).join(' · ') : made.error.message
}

describe('pipe flanges by the name they are sold under', () => {
  it('[AG40] DN and PN say all sizes of a flange of EN 1092-1', () => {
    expect(claims('DN100 PN16 blind flange')).toContain('outside diameter 220 mm')
    expect(claims('DN 200 PN 10 plate flange')).toContain('number of bolt holes 8')
    expect(claims('DN 200 PN 16 plate flange')).toContain('number of bolt holes 12')
  })

  it('[AG40] inches and class 150 say all sizes of a flange of ASME B16.5', () => {
    for (const words of ['4 inch class 150 blind flange', '4" 150# blind flange'])
      expect(claims(words)).toContain('outside diameter 230 mm')
  })

  it('[AG22] a welding neck flange is asked about its neck, and what no table has is not made up', () => {
    expect(claims('4-inch class 150 weld neck flange')).toContain('How wide is its bore')
    expect(claims('DN50 PN40 flange')).toContain('in no table')
  })

  it('[AG35] a flange with sizes of its own is made of those', () => {
    expect(claims('plate flange DN50 PN16: 160 OD, 20 thick, 61.5 bore, 4 x 18 holes on 125')).toContain(
      'outside diameter 160',
    )
  })
})
