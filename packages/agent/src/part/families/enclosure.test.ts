import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : `${read.error.code} ${read.error.message}`
}

describe('openings in what has walls', () => {
  it('[AG27] what is cut into the top of a case is cut into a top: it is closed there', () => {
    expect(said('case 100x60x30, wall 2, with a 20 mm hole in the top')).toContain('a case, closed,')
    expect(said('open case 100x60x30, wall 2, with a 20 mm hole in the front')).not.toContain('closed')
    expect(said('tray 100x60x30, wall 2, with a 20 mm hole in the top')).not.toContain('closed')
  })

  it('[AG29] so far above the floor is counted from the inside, and to an edge where that is said', () => {
    const box = 'box 60x40x30, wall 2, floor 3, '
    expect(said(`${box}hole 8 mm in the front wall, 10 mm above the inside floor`)).toContain('13 mm from the bottom')
    expect(said(`${box}a 12 x 6 opening in the left wall, lower edge 5 mm above the floor`)).toContain(
      'a cutout 12 mm long and 6 mm wide on the left face, 11 mm from the bottom edge',
    )
  })

  it('[AG33] a face named before a colon is where all of its clause lies', () => {
    const say = said(
      'open top case 80 x 60 x 40, walls 2. Left wall: opening 12 x 6, centred. Back: two 5 mm holes 30 mm apart. 3 mm hole in the bottom.',
    )
    expect(say).toContain('a cutout 12 mm long and 6 mm wide on the left face in the centre')
    expect(say).toContain('two holes 5 mm in diameter on the back face')
    expect(say).toContain('a hole 3 mm in diameter on the bottom face')
  })
})
