import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const say = (words: string) => {
  const made = planPart(words)
  return made.ok ? made.value.understanding.say : made.error.message
}

describe('flanges as people describe them', () => {
  it('[AG33] so many, so large, on a circle: no rows and columns of holes', () => {
    for (const holes of ['4 x 18 holes on 125', 'four 18 holes on a 125 PCD', '4 off Ø18 H13 holes on 125 PCD'])
      expect(say(`flange 165 OD, 20 thick, 61.5 bore, ${holes}`)).toContain('four holes 18 mm in diameter on a 125 mm')
  })

  it('[AG33] holes on a circle of a square flange, in its corners, begin at 45°', () => {
    expect(say('square flange 80 x 80 x 10, four 9 mm holes on an 85 mm PCD, towards the corners')).toContain(
      'on a 85 mm bolt circle starting at 45°',
    )
  })

  it('[AG33] radial slots on a circle go through the disc', () => {
    expect(say('disc 120 dia, 10 thick, four radial slots 8 wide and 20 long on an 80 mm circle')).toContain(
      'on a 80 mm bolt circle',
    )
  })

  it('[AG33] a gasket with corners is a plate, and its border makes it a frame', () => {
    expect(say('square gasket 110 x 110 x 2, 60 mm round opening')).toContain('a hole 60 mm in diameter')
    expect(say('square gasket 110 x 110 x 2, 10 mm border')).toContain('border 10 mm')
  })
})
