import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const say = (words: string) => {
  const made = planPart(words)
  return made.ok ? made.value.understanding.say : made.error.message
}

describe('holes along the legs of a bracket', () => {
  it('[AG29] places of a flat L are counted along both arms, from the corner or from their ends', () => {
    const brace = 'flat corner brace, legs 75 long and 15 wide, 2 thick, two 4 mm holes in each leg'
    expect(say(`${brace}, 30 and 70 mm from the corner`)).toContain('(-7.5, -30), (-30, -7.5)')
    expect(say(`${brace}, 10 and 30 mm from the end`)).toContain('(27.5, -30), (-30, 27.5)')
  })

  it('[AG29] what is told from the end of each arm, from the bar of a T or in the corner of an L is only there', () => {
    const cross = 'plus-shaped plate 70 x 70 x 5, arms 20 wide'
    for (const where of ['a 6 mm hole 8 mm from the end of each arm', 'four 6 mm holes 8 mm from the ends of the arms'])
      expect(say(`${cross}, ${where}`)).toContain('(-27, 0), (27, 0), (0, -27), (0, 27)')
    const tee = 'T plate 4 thick: top bar 90 x 22, stem 24 x 50'
    expect(say(`${tee}; 5.5 mm holes 10 mm from each end of the bar`)).toMatch(/two holes .* \(-35, 25\), \(35, 25\)$/)
    const ell = 'flat corner brace 6 thick, legs 80 and 60 long, both 20 wide, a 7 mm hole in the corner'
    expect(say(ell)).toContain('at (-30, -20)')
    expect(say(`${ell} 8 mm from both outer edges`)).toContain('at (-32, -22)')
  })

  it('[AG28] along the centreline of an upright leg is up that leg', () => {
    const bracket = 'L bracket 80 x 60 x 40 wide, 5 thick, two 6.5 mm holes in the vertical leg along its centreline'
    expect(say(`${bracket}, 15 mm from each end`)).toContain('on the left face at (0, -12.5), (0, 12.5)')
  })

  it('[AG36] a leg that leans has no face for holes, and is not passed over', () => {
    expect(
      say('angle bracket bent to 120 degrees, legs 40 and 50, 30 wide, 3 thick, a 5 mm hole in each leg'),
    ).toContain('not placed by itself')
  })
})
