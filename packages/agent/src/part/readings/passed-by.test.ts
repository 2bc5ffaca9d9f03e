import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const read = (words: string) => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  const { claims, understanding } = made.value
  const volume = claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
  const unread = understanding.spans.filter(({ role }) => role === 'unread').map(({ at }) => words.slice(...at))
  return { volume: Math.round(Number(volume)), unread }
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('what stands in the way', () => {
  it('[AG34] a name that asks for another shape than all sizes is passed over, and shown as not read', () => {
    expect(read('ramp, 40 dia 30 high, 6 mm hole through')).toEqual({
      volume: Math.round((disc(40) - disc(6)) * 30),
      unread: ['ramp'],
    })
  })

  it('[AG34] what goes through the block is read with it, and keeps no number from its place', () => {
    const words =
      'Bearing block 80 wide, 40 deep, 50 high. 25 mm bore from front to back, centred on the width, its centre 30 mm above the bottom. Two 9 mm bolt holes straight down through the block, 60 mm apart.'
    expect(read(words)).toEqual({ volume: Math.round(80 * 40 * 50 - disc(25) * 40 - 2 * disc(9) * 50), unread: [] })
  })

  it('[AG34] neither is where a size would be assumed, or anything narrowed, counted or made', () => {
    expect(read('end cap for 25mm square tubing')).toBe('AGENT_NEEDS_ANSWER')
    expect(read('printed enclosure 30mm wide 30mm deep 20mm tall with 20mm walls')).toBe('AGENT_IMPOSSIBLE')
    expect(read('plate 80x60x5 with two 5 mm holes, one in each of the four corners, 8 mm from the edges')).toBe(
      'AGENT_CONTRADICTION',
    )
    expect(read('plate 80x60x5 with a hole')).toBe('AGENT_NEEDS_ANSWER')
    expect(read('flat plate 100x80mm, 5mm thick, 4x3 hole pattern, 3mm corner fillets')).toBe('AGENT_NEEDS_ANSWER')
  })
})
