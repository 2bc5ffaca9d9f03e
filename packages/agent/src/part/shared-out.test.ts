import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const volume = (words: string): number | string => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  const claim = made.value.claims.find(({ expect: told }) => told?.fact === 'volume')
  return Math.round(Number(claim?.expect?.equals) * 10) / 10
}
const claims = (words: string): string[] => {
  const made = planPart(words)
  return made.ok ? made.value.claims.map(({ text }) => text) : [made.error.code]
}
const disc = (diameter: number): number => (Math.PI * diameter ** 2) / 4
const tenth = (value: number): number => Math.round(value * 10) / 10

describe('what is said of a group, shared out', () => {
  it.each([
    'L bracket 90 x 60, 40 wide, 5 mm thick. In the long leg two 7 mm holes at 30 and 70 from the corner, in the short leg one at 40.',
    'L bracket 90 x 60, 40 wide, 5 mm thick: long leg two Ø7 at 30 & 70 from corner, short leg one Ø7 at 40',
  ])(
    '[AG33] a leg that a clause begins with has the holes counted there, measured from the same corner: %s',
    (words) => {
      expect(volume(words)).toBe(tenth((90 + 55) * 40 * 5 - 3 * disc(7) * 5))
    },
  )

  it('[AG32] as many in total, so many of them per leg', () => {
    const each = 'two per leg at 25 and 60 from the corner'
    const legs = 'L bracket 75 x 75, 20 wide, 2.5 thick'
    expect(volume(`${legs}, four holes Ø5 in total, ${each}`)).toBe(tenth((75 + 72.5) * 20 * 2.5 - 4 * disc(5) * 2.5))
    expect(volume(`${legs}, six holes Ø5 in total, ${each}`)).toBe('AGENT_CONTRADICTION')
  })

  it('[AG14] places along a leg are as many as its holes', () => {
    expect(
      volume('L bracket 75 x 75, 20 wide, 3 thick, five 5 mm holes in the upright at 25 and 60 from the corner'),
    ).toBe('AGENT_CONTRADICTION')
  })

  it('[AG32] in the corners and in the middle of each side, each so far in as it is said of them', () => {
    expect(
      volume(
        'plate 200 x 150 x 3, eight 6 mm holes: at the four corners 10 mm from the edges and at the middle of each side, 12 mm in',
      ),
    ).toBe(tenth((200 * 150 - 8 * disc(6)) * 3))
  })
})

describe('what stands in brackets or behind a comma of a hole', () => {
  it.each([
    "disc 100 x 15, 6 x M6 (6.6 thru, 11 x 6.5 c'bore) on PCD 75",
    'disc 100 x 15, six counterbored holes, 6.6 through, 11 mm heads 6.5 deep, on a 75 circle',
    'disc 100 x 15, with holes for bolts: six 6.6 mm ones on a 75 circle, counterbored, head 11 and 6.5 deep',
  ])('[AG30] is its own: %s', (words) => {
    expect(volume(words)).toBe(tenth((disc(100) - 6 * disc(6.6)) * 15 - 6 * (disc(11) - disc(6.6)) * 6.5))
  })
})

describe('where several lie', () => {
  it('[AG32] a list of angles behind a circle needs no sign, and what counts others ends it', () => {
    const ring = 'ring 90 OD, 60 ID, 10 thick. Three 5 mm holes on 75 at 10, 130 and 250'
    expect(volume(`${ring}, and three more of the same on 75 at 60, 180 and 300`)).toBe(
      tenth((disc(90) - disc(60) - 6 * disc(5)) * 10),
    )
    expect(claims(ring)).toContain('angle 130, by the places of the holes')
  })

  it('[AG32] places of a row that nobody said an end of are counted from one of them, and that is told', () => {
    const made = planPart('bar 400 x 40 x 8 with Ø9 holes at 30, 120, 280 and 370')
    expect(made.ok && made.value.plan.notes.join()).toMatch(/counted from one end/)
    expect(volume('L bracket 90 x 60, 40 wide, 5 thick, 7 mm holes at 20, 40 and 60 in the long leg')).toBe(
      'AGENT_NEEDS_ANSWER',
    )
  })

  it.each([
    ['left and right of it, 3.5 mm, 60 mm centre to centre, horizontal', '(-30,0)|(30,0)'],
    ['above and below it, 3.5 mm, 60 mm apart', '(0,-30)|(0,30)'],
  ])('[AG29] on both sides of an opening, so far from each other: %s', (where, at) => {
    const made = planPart(`plate 86 x 86 x 4, opening 45 x 45 in the middle, screw holes ${where}`)
    const told = made.ok ? made.value.claims.map(({ expect: one }) => String(one?.field)) : []
    expect(told).toContain(`count[diameter=3.5, axis=z, at=${at}]`)
  })

  it('[AG29] a row whose step is said lies as it is said', () => {
    const made = planPart('plate 100 x 50 x 4, two 5 mm holes 30 apart, vertical')
    const told = made.ok ? made.value.claims.map(({ expect: one }) => String(one?.field)) : []
    expect(told).toContain('count[diameter=5, axis=z, at=(0,-15)|(0,15)]')
  })

  it('[AG29] how far under the rim is from the upper edge of that wall', () => {
    const box = 'box 100 x 60 x 40 high outside, 2 mm walls and floor, open top'
    for (const words of [
      `${box}, with two 6 mm holes 50 apart in the back wall, 15 under the rim`,
      `${box}, in the back wall, two 6 mm holes 50 apart, 15 below the rim`,
    ])
      expect(volume(words)).toBe(tenth(100 * 60 * 40 - 96 * 56 * 38 - 2 * disc(6) * 2))
  })

  it('[AG27] drilled from outside of what is round, a hole goes towards its axis', () => {
    for (const holes of ['3 holes Ø4 drilled from outside, evenly spaced', 'three radial 4 mm holes'])
      expect(claims(`collar 40 OD 25 ID 15 long, ${holes}`).join()).toMatch(/openings/)
    const made = planPart('collar 40 OD 25 ID 15 long, 3 holes Ø4 drilled from outside, evenly spaced')
    expect(made.ok && made.value.plan.bodies[0]?.features[0]?.flags).toContain('radial')
  })
})

describe('a title before a block', () => {
  it('[AG34] what is called by its use and told as a block is that block', () => {
    const fork = 'block 30 x 40 x 60 high, 12 mm wide slot 30 deep in the top and a 10 mm cross hole 12 from the top'
    expect(volume(`Clevis: ${fork} through both ears`)).toBe(tenth(72000 - 12 * 40 * 30 - disc(10) * 18))
    expect(volume('U block: outer 60 x 40 x 50 high, channel 30 wide, 35 deep, open front and back')).toBe(78000)
  })
})
