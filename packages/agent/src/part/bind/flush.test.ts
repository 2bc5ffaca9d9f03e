import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const relations = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? answer.value.plan.bodies[0]?.features.map(({ at }) => at.relations) : answer.error.message
}

describe('what is at a side', () => {
  it('[AG29] what stands on a face ends where the side does that it is at', () => {
    const left = [[{ kind: 'edge', edge: 'left', distance: 'boss_length / 2' }]]
    expect(relations('base 60 x 40 x 10, on top a block 30 x 40 x 10 at the left end')).toEqual(left)
    expect(relations('Base 60 x 40 x 10. On top, at the left end, a block 30 x 40 x 10.')).toEqual(left)
  })

  it('[AG29] a distance from the edge is from that of the side it is on; none is asked for', () => {
    expect(relations('plate 100 x 60 x 5 with a 6 mm hole on the left, 10 mm from the edge')).toEqual([
      [expect.objectContaining({ edge: 'left' })],
    ])
    expect(relations('plate 100 x 60 x 5 with an 8 mm hole on the right side')).toEqual([
      [{ kind: 'edge', edge: 'right', distance: 'hole_inset' }],
    ])
    expect(relations('plate 100 x 60 x 5 with two 8 mm holes 30 mm apart at one end')).toEqual([
      [expect.objectContaining({ kind: 'line', along: 'y' }), expect.objectContaining({ edge: 'end' })],
    ])
  })

  it('[AG22] how far from the side it is cut at is asked of slots, cut-outs and several holes too', () => {
    expect(relations('plate 100 x 60 x 5 with a slot 6 wide 30 long on the right')).toMatch(
      /How far from the right edge/,
    )
    expect(relations('plate 100 x 60 x 5 with two 8 mm holes on the left')).toMatch(/should the holes be/)
    expect(relations('plate 100 x 60 x 5, 20 x 10 cutout near the left edge')).toMatch(/How far from the left edge/)
  })
})
