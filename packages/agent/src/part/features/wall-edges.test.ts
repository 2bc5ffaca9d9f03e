import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const read = (words: string) => {
  const plan = planPart(words)
  return plan.ok
    ? {
        say: plan.value.understanding.say,
        volume: plan.value.claims.find(({ expect: e }) => e?.fact === 'volume')?.expect?.equals,
      }
    : plan.error
}

describe('edges of what has thin walls', () => {
  const block = (l: number, w: number, h: number, r: number) =>
    (1 - Math.PI / 4) * r * r * 4 * (l + w + h) - 8 * (2 - (7 * Math.PI) / 12) * r ** 3

  it('[AG33] all edges of a wall that has no room for both are those outside', () =>
    expect(read('enclosure 110 x 70 x 40 with 3 mm walls and 2 mm fillets on all edges')).toEqual({
      say: expect.stringContaining('on the outer edges'),
      volume: expect.closeTo(110 * 70 * 40 - 104 * 64 * 37 - block(110, 70, 40, 2), 3),
    }))

  it('[AG33] a rim that is thinner than the rounding stays as it is', () =>
    expect(read('tray 100 x 60 x 20, 2 mm walls, with 3 mm rounded edges')).toMatchObject({
      say: expect.stringContaining('below the rim'),
    }))

  it('[AG33] a fillet at the junction is in the corner of the legs', () =>
    expect(read('L bracket 70 x 50 x 6, 40 wide, 8 mm fillet at the junction')).toMatchObject({
      volume: expect.closeTo(((70 + 44) * 6 + (1 - Math.PI / 4) * 64) * 40, 3),
    }))

  it('[AG33] both corners of a U are where its base and its sides meet', () =>
    expect(read('U bracket 60 wide, 40 high, 30 deep, 4 thick, 3 mm fillets at the junctions')).toMatchObject({
      volume: expect.closeTo((60 * 40 - 52 * 36 + (2 - Math.PI / 2) * 9) * 30, 3),
    }))

  it('[AG41] which edges of a leg that is too thin for both is asked', () =>
    expect(read('an L-shaped bracket, 40x40, 5mm thick, with 3mm rounded edges')).toMatchObject({
      code: 'AGENT_NEEDS_ANSWER',
      message: expect.stringContaining('less than 2.5 mm'),
    }))

  it('[AG41] edges that a body has not are never taken for all of them', () =>
    expect(read('tray 100 x 60 x 20, 2 mm wall, 3 mm fillet on the inner edges')).toMatchObject({
      code: 'AGENT_NEEDS_ANSWER',
    }))
})
