import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volumeOf = (words: string): number | string => {
  const read = planPart(words)
  if (!read.ok) return read.error.code
  const claim = read.value.claims.find(({ id }) => id === 'claim:volume')
  return typeof claim?.expect?.equals === 'number' ? Math.round(claim.expect.equals) : 'unknown'
}

describe('what is wider inside than where it opens', () => {
  it.each([
    ['block 80x40x25 with a T-slot along the length: neck 10 wide and 8 deep, head 18 wide and 7 high', 63520],
    ['block 100x50x20 with a dovetail groove: 20 mm wide at the top, 30 mm at the bottom, 8 mm deep', 80000],
  ])('[AG17] %s', (words, volume) => expect(volumeOf(words)).toBe(volume))

  it.each([
    [
      'block 80x40x25 with a T-slot along the length: neck 18 wide and 8 deep, head 10 wide and 7 high',
      'AGENT_CONTRADICTION',
    ],
    [
      'block 80x40x12 with a T-slot along the length: neck 10 wide and 8 deep, head 18 wide and 7 high',
      'AGENT_IMPOSSIBLE',
    ],
    [
      'block 100x50x20 with a dovetail groove 30 mm wide at the top, 20 mm at the bottom, 8 mm deep',
      'AGENT_CONTRADICTION',
    ],
    ['block 60 x 40 x 20 with a 2 mm slit', 'AGENT_UNSUPPORTED'],
  ])('[AG21] %s is refused', (words, code) => expect(volumeOf(words)).toBe(code))
})

describe('what is turned', () => {
  it.each([
    ['pin 10 mm diameter, 40 long overall with a 16 mm head 4 mm thick', 3632],
    ['axle 16 x 120 overall, both ends turned down to 12 over 15 mm', 21488],
    ['taper pin, 10 mm at the big end, 1:50 taper on diameter, 50 long', 3547],
    ['split ring 50 OD, 38 ID, 8 high with a 4 mm gap', 6443],
  ])('[AG17] %s', (words, volume) => expect(volumeOf(words)).toBe(volume))

  it('[AG21] a square head that is not square is refused', () =>
    expect(volumeOf('pin: square head 20x21x8 on a 12 dia stem 40 long')).toBe('AGENT_CONTRADICTION'))

  it('[AG26] 1/4-21 is no thread', () =>
    expect(volumeOf('disc 100 mm x 6 with six 1/4-21 clearance holes on an 80 mm circle')).toBe('AGENT_UNSUPPORTED'))
})
