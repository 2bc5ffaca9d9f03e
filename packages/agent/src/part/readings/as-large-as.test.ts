import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const measured = (words: string) => {
  const made = planPart(words)
  const claim = made.ok ? made.value.claims.find(({ id }) => id === 'claim:volume') : undefined
  return made.ok ? Math.round(Number(claim?.expect?.equals ?? Number.NaN)) : made.error.code
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('gaskets by what they lie on', () => {
  it('[AG34] a gasket is as large as its cover, and its width is that of its border', () => {
    expect(measured('gasket for a 100 x 80 cover, 2 thick, 12 wide')).toBe((100 * 80 - 76 * 56) * 2)
    expect(measured('gasket for the 90x70 gearbox cover, 1 mm, with a 60 x 40 opening')).toBe(90 * 70 - 60 * 40)
    expect(measured('gasket for a 100 mm flange, 60 mm bore, 2 thick')).toBe(Math.round((disc(100) - disc(60)) * 2))
  })

  it('[AG34] what has sizes of its own is not as large as what it is for', () => {
    expect(measured('gasket for a 100 x 80 cover: 110 x 90 x 2, 10 mm border')).toBe((110 * 90 - 90 * 70) * 2)
  })

  it('[AG13] a gasket of two sizes is round or not, and is asked about', () => {
    expect(measured('gasket 120 x 80')).toBe('AGENT_NEEDS_ANSWER')
  })
})
