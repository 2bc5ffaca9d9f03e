import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const values = (...lines: string[]): Record<string, number> | string => {
  let plan = planPart(lines[0] ?? '')
  for (const words of lines.slice(1)) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok
    ? Object.fromEntries(plan.value.plan.names.map(({ name, value }) => [name, value]))
    : plan.error.message
}

describe('what is said of one thing', () => {
  it('AG12: every size of a clause is that of the thing it is about', () => {
    const flange = 'Flange 140 OD, 60 bore, 12 thick, with a hub 80 dia, 10 high'
    expect(values(flange, 'the hub should be 84 dia and 2 mm lower')).toMatchObject({
      thickness: 12,
      hub_diameter: 84,
      hub_height: 8,
    })
    expect(values(flange, 'make the hub 4 mm wider')).toMatchObject({ outside_diameter: 140, hub_diameter: 84 })
    const shaft = 'Shaft 30 dia 60 long, then 20 dia 40 long, then 12 dia 20 long'
    expect(values(shaft, 'the middle section 10 longer and 2 mm thicker')).toMatchObject({
      diameter: 30,
      stage_diameter: 22,
      stage_length: 50,
    })
  })

  it('AG12: what stands on a part is lowered, raised and doubled in height by itself', () => {
    const boss = 'Plate 100 x 80 x 10 with a boss 30 dia 15 high in the middle'
    expect(values(boss, 'lower the boss by 3')).toMatchObject({ thickness: 10, boss_diameter: 30, boss_height: 12 })
    expect(values(boss, 'double the height of the boss')).toMatchObject({ thickness: 10, boss_height: 30 })
  })

  it('AG12: the hole in a boss and the counterbore of a hole have sizes of their own', () => {
    const boss = 'Plate 100 x 80 x 10 with a boss 30 dia 15 high in the middle and a 12 hole through it'
    for (const words of ['the hole in the boss 14', 'make the hole 14', 'the boss hole 2 mm larger'])
      expect(values(boss, words)).toMatchObject({ boss_hole_diameter: 14 })
    const sunk = ['Block 60 x 40 x 25 with two 8 mm holes through, 30 apart', 'counterbore them 14 x 6 deep'] as const
    expect(values(...sunk, 'make the counterbore 8 deep')).toMatchObject({
      hole_diameter: 8,
      hole_counterbore_diameter: 14,
      hole_counterbore_depth: 8,
    })
  })

  it('AG12: in a wall, wide is along it', () => {
    const box = ['Box 120 x 80 x 45, wall 2.5, open top', 'a 20 x 10 cutout in the left side'] as const
    expect(values(...box, 'the cutout should be 24 wide')).toMatchObject({ cutout_length: 24, cutout_width: 10 })
  })
})
