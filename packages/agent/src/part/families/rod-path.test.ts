import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) return plan.error.code
  const volume = plan.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
  return typeof volume === 'number' ? Math.round(volume) : undefined
}
const rod = (diameter: number, long: number) => Math.round((Math.PI / 4) * diameter ** 2 * long)

describe('what is bent along a path', () => {
  it('[AG33] straight stretches and bends are pieces in their order, however they are told', () => {
    expect(made('3 mm wire: 40 straight, then a right angle bend of 6 mm centreline radius, then 25 straight')).toBe(
      rod(3, 65 + Math.PI * 3),
    )
    expect(
      made('sweep a 10 mm circle along a path: 50 mm straight, 90 degree arc of radius 20, then 30 mm straight'),
    ).toBe(rod(10, 80 + 10 * Math.PI))
    expect(
      made(
        '12 mm round rod with an offset: 40 straight, bend 45° on a 30 mm centreline radius, 60 straight, bend 45° back the other way on the same radius, 40 straight',
      ),
    ).toBe(rod(12, 140 + 15 * Math.PI))
    expect(made('10 mm square bar swept along an L: 50 mm up, then 50 mm to the right')).toBe(10_000)
  })

  it('[AG21] a bend tighter than the rod is thick is refused', () => {
    expect(made('20 mm rod: 40 straight, 90 degree bend radius 8, 40 straight')).toBe('AGENT_IMPOSSIBLE')
  })

  it('[AG33] a cap of a ball is as wide as the ball is there; a ball cut flat stands', () => {
    expect(made('the cap you get when you slice 15 mm off a 60 mm ball')).toBe(17671)
    expect(made('ball of radius 12.5, sliced flat 4 mm up from the bottom so that it stands')).toBe(7620)
    expect(made('ball 40 mm diameter drilled through 10 mm')).toBe(30418)
  })

  it('[AG21] sizes that add up to something else, or leave nothing, are refused', () => {
    expect(made('stepped shaft 100 mm overall: 20 dia x 40, 15 dia x 50, 10 dia x 30')).toBe('AGENT_CONTRADICTION')
    expect(made('hollow ball 40 mm outside with a 25 mm wall')).toBe('AGENT_IMPOSSIBLE')
    expect(made('U channel 30 wide, 20 high, 18 mm thick, 100 long')).toBe('AGENT_IMPOSSIBLE')
    expect(made('wedge 60 long 30 wide 10 high, 45 degrees')).toBe('AGENT_CONTRADICTION')
  })
})
