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

  it('[AG32] edges that are told beside a board with room around it are those of the board', () => {
    const box = 'case for a 85 x 56 board with a 2 mm gap all round, walls 2, 30 high, four standoffs 6 mm dia 5 high, '
    const lines = (words: string) => {
      const read = planPart(box + words)
      return read.ok ? read.value.script : ''
    }
    expect(lines('3.5 mm from the edges of the board')).toContain('boss_inset + content_room')
    expect(lines('3.5 mm from the inner walls')).not.toContain('boss_inset + content_room')
  })

  it('[AG27] a row in a wall runs along the edge that it is counted from', () => {
    const read = planPart('box 60 x 40 x 100, 2 mm walls, two 4 mm holes in the back, 30 mm apart, 15 mm below the top')
    expect(read.ok && read.value.plan.bodies[0]?.features[0]?.at.relations).toContainEqual(
      expect.objectContaining({ kind: 'line', along: 'x' }),
    )
  })

  it('[AG28] sides may be told by their letters, and what is not needed is not made', () => {
    expect(said('box 150 mm W x 100 mm D x 80 mm H, walls 2')).toContain('150 mm long, 100 mm wide, 80 mm high')
    expect(said('box 150 x 100 x 80, walls 2, lid is not required')).not.toContain('lid')
  })

  it('[AG25] `in back wall`, `in top` are places and no inches', () => {
    expect(said('case 80x60x30 wall 2 with a slot 30x4 in back wall')).toContain(
      'a case, 80 mm long, 60 mm wide, 30 mm high, 2 mm wall, 2 mm floor; a slot 4 mm wide and 30 mm long on the back',
    )
    expect(said('box cover 240x120x90, 3 mm wall, open bottom, opening 150x50 in top')).toContain('150 mm long')
    expect(said('block 4 x 2 x 1 in')).toContain('101.6 mm long')
  })

  it('[AG33] one in each side of what has walls is four; the face tells from which of its edges a distance is', () => {
    expect(said('box 100x60x30, wall 2, with one 10 mm hole in each side').match(/a hole 10 mm/g)).toHaveLength(4)
    expect(said('box 100x80x60, wall 3, slot 50x5, 10 mm from the top, in the front wall')).toContain(
      'on the front face, 10 mm from the top edge',
    )
    expect(said('open box 120x60x40, wall 3, a 12 mm hole on the short side wall, centred')).toContain(
      'on the left face in the centre',
    )
  })
})

describe('boxes as they are told', () => {
  it('[AG33] two sizes and how tall it is: a planter with sides, and no floor of 110 mm', () => {
    expect(said('planter: 120 x 120 outside, 110 tall, 4 mm walls and base')).toBe(
      'a planter, 120 mm long, 120 mm wide, 110 mm high, 4 mm wall, 4 mm floor',
    )
  })

  it('[AG27] what stands in a closed box stands on its floor, and `inside` does not measure the box', () => {
    const plan = planPart('closed box 100 x 60 x 40, 2 mm walls, four 6 mm bosses inside at the corners, 10 high')
    expect(plan.ok && plan.value.claims.some(({ text }) => text.startsWith('height 40'))).toBe(true)
    expect(said('case 95 x 65 x 30 with 2.5 mm walls and M3 corner screws')).toContain('AGENT_NEEDS_ANSWER')
  })

  it('[AG33] inside corners have a radius of their own, or none', () => {
    const tray = 'tray 110 x 75 x 28 outer, wall 2.5, corners R3 outside, '
    expect(said(`${tray}inside corners sharp`)).toContain('110 mm long, 75 mm wide')
    expect(said('tray 110 x 75 x 28 outer, wall 2, corners R20 outside, inside corners R1')).toContain('IMPOSSIBLE')
  })

  it('[AG33] features that were only counted are told when they are counted again', () => {
    expect(said('plate 100 x 60 x 5 with four mounting holes. Four 5 mm holes are 10 mm from the edges.')).toContain(
      '; four holes 5 mm in diameter in each corner, 10 mm from the edges',
    )
  })

  it('[AG33] a number before its noun is how deep it is, where the words behind tell how wide', () => {
    const plate = 'plate 100 x 60 x 10 with '
    expect(said(`${plate}a 3 mm groove 8 wide along the top`)).toContain('a groove 8 mm wide and 3 mm deep')
    expect(said(`${plate}a 4 mm pocket 20 x 30`)).toContain('a pocket 20 mm long, 30 mm wide and 4 mm deep')
    expect(said(`${plate}a 6 mm boss 12 dia in the middle`)).toContain('12 mm in diameter and 6 mm high')
  })

  it('[AG33] outside and inside leave the walls between them, and those stay as the box grows', () => {
    const first = planPart('box 100 x 60 x 40 outside, inside 94 x 54 x 36')
    expect(first.ok && first.value.understanding.say).toContain('3 mm wall, 4 mm floor')
    const longer = first.ok && planPart('make it 20 longer', first.value)
    expect(longer && longer.ok && longer.value.understanding.say).toContain('120 mm long, 60 mm wide, 40 mm high, 3 mm')
    expect(said('box 100 x 60 x 40 outside, inside 94 x 50 x 36')).toContain('AGENT_CONTRADICTION')
  })

  it('[AG27] a hole in the middle of the top is in a top, holes in a rim are refused', () => {
    expect(said('case 100x60x30, wall 2, 20 mm hole in the middle of the top')).toContain('a case, closed,')
    expect(
      said('box 100 x 60 x 40, 2 mm walls, 10 mm wide flange around the top, four 4 mm holes in the flange'),
    ).toContain('UNSUPPORTED')
  })
})
