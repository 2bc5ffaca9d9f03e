import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return made.value
}

describe('a base and what stands on it', () => {
  it('[AG28] a wall at the back stands on the long side of its base', () => {
    for (const words of [
      'bracket, base 80 x 40, 5 thick, vertical wall 50 tall at the back',
      'bracket 80 x 40 base, 5 thick, vertical wall 50 tall at the rear edge',
      'bracket with base 80x40x5 and a back wall 80 wide 50 tall 5 thick',
    ])
      expect(planned(words).understanding.say, words).toContain('base 40 mm long, vertical leg 50 mm long, 80 mm wide')
  })

  it('[AG33] plates of two thicknesses are a plate on a base; its legs are told outside', () => {
    const plates = planned('L bracket, base plate 80 x 50 x 8, vertical plate 50 x 60 x 6').plan.bodies[0]
    expect(plates).toMatchObject({ family: 'uprights', flags: expect.arrayContaining(['near']) })
    const shared = planned('angle bracket: base 80x40x6, upright 60x40x5')
    expect(shared.understanding.say).toContain('40 mm wide and 60 mm high')
    const legs = planned('L bracket: base leg 60 x 30 x 6, vertical leg 50 long and 4 thick')
    expect(legs.claims.find(({ id }) => id === 'claim:z')?.expect).toMatchObject({ equals: 50 })
  })
})
