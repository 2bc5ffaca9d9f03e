import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const made = planPart(words)
  const claim = made.ok ? made.value.claims.find(({ id }) => id === 'claim:volume') : undefined
  return made.ok ? Math.round(Number(claim?.expect?.equals ?? Number.NaN)) : made.error.code
}
const disc = (wide: number) => (Math.PI / 4) * wide ** 2

describe('titles and purposes', () => {
  it('[AG34] what it is for is no part of it, nor are the numbers in it', () => {
    const plate = 'carrier plate for two 6001 bearings: 90 x 45 x 8 with two 28 mm holes 50 mm apart on the centreline'
    expect(volume(plate)).toBe(Math.round((90 * 45 - 2 * disc(28)) * 8))
    const block = 'mounting block for a T8 nut: 40 x 30 x 20, 10.2 mm hole through the 20 mm'
    expect(volume(block)).toBe(Math.round(24000 - disc(10.2) * 20))
  })

  it('[AG25] the unit of what it is for is none of the part', () => {
    expect(volume('adapter for a 1/4" router bit: disc 60 dia, 5 thick, 6.35 bore')).toBe(
      Math.round((disc(60) - disc(6.35)) * 5),
    )
  })

  it('[AG34] what it is for and does not fit is told, and a board that is not known asked about', () => {
    expect(volume('plate 40x40x5 for NEMA 23')).toBe('AGENT_IMPOSSIBLE')
    expect(volume('plate for a Raspberry Pi 7, 95 x 65 x 3')).toBe('AGENT_NEEDS_ANSWER')
    expect(volume('shaft with four steps: Ø30 x 40, Ø20 x 60, Ø12 x 25')).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG34] an opening without a size is a title, where the rest tells a part; what it alone names stands open', () => {
    const told = 'thread insert pocket: block 8 x 8 x 6.5, 4 mm hole 5.7 deep from the top, centred'
    expect(volume(told)).toBe(Math.round(8 * 8 * 6.5 - disc(4) * 5.7))
    const made = planPart(told)
    const open = made.ok ? made.value.understanding.spans.filter(({ role }) => role === 'unread') : []
    expect(open.map(({ at }) => told.slice(...at))).toContain('pocket')
    expect(volume('container with a lid: main body 100 tall, 80 diameter, lid 20 tall')).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG34] a title nobody knows and what it is for stand before the sentence that tells a part', () => {
    expect(volume('Carrier for six pencils. Block 120 x 30 x 40 with six 8 mm holes 30 deep, 18 apart in a row.')).toBe(
      Math.round(144000 - 6 * disc(8) * 30),
    )
  })

  it('[AG34] a sheet between two pauses is how thick the part before it is, and no second part', () => {
    expect(volume('washer 30 OD 12 ID, 2 mm stock')).toBe(Math.round((disc(30) - disc(12)) * 2))
    expect(volume('triangle with legs 80 and 60, 3 mm plate, 8 mm hole in the middle')).toBe(
      Math.round((2400 - disc(8)) * 3),
    )
    // One that is said to be somewhere is a part.
    expect(volume('hexagon 50 across flats, 4 mm plate on top')).not.toBe(Math.round((Math.sqrt(3) / 2) * 2500 * 4))
  })

  it('[AG34] what is mostly round has three sides where it is cornered', () => {
    expect(volume('spacer 40 long, 20 wide, 10 high, 6 mm hole')).toBe(Math.round((800 - disc(6)) * 10))
    expect(volume('spacer: L=40 W=20 H=10')).toBe(8000)
    expect(volume('a 20 x 20 x 30 spacer with a 5 mm hole through')).toBe(Math.round((400 - disc(5)) * 30))
    expect(volume('spacer 42 x 42 x 10, corners R4')).toBe(Math.round((42 * 42 - (4 - Math.PI) * 16) * 10))
    expect(volume('spacer 20 x 10 x 5')).toBe(Math.round((disc(20) - disc(10)) * 5))
  })

  it('[AG21] a size that would be nowhere on the part is a contradiction', () => {
    expect(volume('washer 30 OD 10 ID 3 thick with a 12 mm hole in the middle')).toBe('AGENT_CONTRADICTION')
  })
})
