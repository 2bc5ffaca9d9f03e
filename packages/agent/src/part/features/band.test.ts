import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const read = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(`${words}: ${plan.error.message}`)
  return plan.value
}
const volume = (words: string) => read(words).claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const collared = (many: number) => disc(22) * 130 + many * (disc(34) - disc(22)) * 7

describe('a collar somewhere along a shaft', () => {
  it.each([
    ['spindle 22 mm diameter x 130 mm. Collar 34 mm diameter, 7 mm wide, starting 30 mm from the left end.', 1],
    ['shaft 22 dia 130 long with a 34 mm collar 7 mm thick, 30 mm from one end', 1],
    ['shaft 22 dia 130 long with a flange 34 dia 7 thick at 30 mm from the left end', 1],
    ['shaft 22 dia 130 long with a 34 dia collar 7 wide in the middle', 1],
    ['shaft 22 dia 130 long with two 34 dia collars 7 wide, 30 mm from each end', 2],
  ])('[AG24] adds nothing to its length: %s', (words, many) => {
    expect(volume(words)).toBeCloseTo(collared(many), 3)
    expect(read(words).script).toContain('130.0')
  })

  it('[AG24] is where it was said, and wider than what it is around', () => {
    expect(read('shaft 22 dia 130 long, collar 34 dia x 7, 30 mm from the left end').script).toContain(
      'Pos(0, 0, integral_collar_inset) *',
    )
    expect(planPart('shaft 22 dia 130 long, collar 20 dia x 7, 30 mm from the end').ok).toBe(false)
  })
})

describe('what is told of an end of a turned part', () => {
  it.each([
    ['axle 20 dia, 140 overall, each end has a 12 dia journal 18 long', disc(20) * 104 + 2 * disc(12) * 18],
    [
      'dumbbell with 50 mm diameter x 25 mm ends and a 20 mm diameter grip 120 mm long',
      2 * disc(50) * 25 + disc(20) * 120,
    ],
    ['bush: collar 28 dia x 5, body 20 dia x 31, bore 12', disc(28) * 5 + disc(20) * 31 - disc(12) * 36],
    ['shank 12 mm dia x 40 on a 30 mm dia x 8 head', disc(12) * 40 + disc(30) * 8],
    [
      'hexagonal bar 17 across flats, 60 long, turned down to 10 dia over the last 25',
      (Math.sqrt(3) / 2) * 17 ** 2 * 35 + disc(10) * 25,
    ],
    [
      'spindle 160 long overall: 40 dia hub, 50 long, in the middle; 18 dia shafts on both sides',
      disc(40) * 50 + disc(18) * 110,
    ],
    [
      'pin 10 dia, 30 long, head 16 dia x 5, tapering to 6 mm over the last 5 mm',
      disc(16) * 5 + disc(10) * 25 + (Math.PI / 12) * 5 * (100 + 60 + 36),
    ],
    ['hub 32 dia x 25 on a 60 dia x 8 flange', disc(32) * 25 + disc(60) * 8],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG24] what is sunk into the head goes in at its end', () => {
    expect(
      read('turned part: head 13 dia x 8, shank 8 dia x 30, 4 mm hole 5 deep in the head').understanding.say,
    ).toContain('on the bottom face')
    expect(read('stepped shaft 30 x 45, 20 x 55; 10 mm hole 25 deep in the 30 mm end').understanding.say).toContain(
      'on the bottom face',
    )
  })

  it.each([
    [
      'flanged pipe: 60 OD, 52 ID, 120 long, with a 110 dia x 12 flange on each end, four 14 mm holes on an 85 circle in each flange',
      9,
    ],
    ['tube 60 OD 52 ID 120 long, two flanges 110 dia 12 thick, each with four 14 mm holes on an 85 bolt circle', 9],
    [
      'shaft 20 dia 60 long with a 50 dia x 6 flange at each end, four 5 mm holes on a 38 circle through both flanges',
      8,
    ],
    ['spool 55 dia flanges 5 thick, 30 dia core, 50 overall, four 5 mm holes on a 42 circle in each flange', 8],
  ])('[AG24] in each flange is in both of them: %s', (words, openings) => {
    expect(read(words).claims.find(({ expect: wanted }) => wanted?.fact === 'openings')?.expect?.equals).toBe(openings)
  })

  it('[AG24] the left end of a shaft is the one it stands on', () => {
    const part = read('shaft 35 dia, 140 long, 20 mm hole 30 deep in the right end, 10 mm hole 20 deep in the left end')
    expect(part.understanding.say).toContain('10 mm in diameter and 20 mm deep on the bottom face')
    expect(part.understanding.spans.filter(({ role }) => role === 'unread')).toEqual([])
  })

  it('[AG24] one end of a hexagon is not the other', () => {
    const words =
      'hexagon 14 AF 10 long with a spigot 8 dia 12 long on one end and a spigot 10 dia 15 long on the other end'
    expect(read(words).understanding.say).toContain('10 mm in diameter and 15 mm high on the bottom face')
  })

  it('[AG24] a hole across a bar in its middle is no bore', () => {
    expect(read('round bar 20 x 100 with a 6 mm hole across in the middle').understanding.say).toContain(
      'through both walls',
    )
  })

  it('[AG24] through one wall is through no other', () => {
    const one = read('pipe 40 OD, 34 ID, 100 long, 9 mm hole through one wall at mid-length')
    expect(one.claims.find(({ expect: wanted }) => wanted?.fact === 'openings')?.expect?.equals).toBe(2)
  })

  it('[AG24] a groove in the bore is inside', () => {
    const words = 'ring 50 OD 30 ID 16 high with a groove 4 wide 2 deep in the bore'
    expect(volume(words)).toBeCloseTo((disc(50) - disc(30)) * 16 - (disc(34) - disc(30)) * 4, 3)
  })

  it('[AG24] what a flat leaves tells how deep it is', () => {
    for (const words of [
      'shaft 14 dia 80 long, one flat along the whole length, 12 mm from flat to opposite side',
      'D shaft 14 dia, 12 across the flat, 80 long',
      'rod 14 dia x 80 with a flat milled all along it leaving 12 mm',
    ])
      expect(volume(words)).toBeCloseTo(
        volume('shaft 14 dia 80 long with a flat 2 deep along its full length') as number,
        3,
      )
  })
})
