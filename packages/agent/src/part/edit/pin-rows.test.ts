import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const script = (...lines: string[]): string => {
  let plan = planPart(lines[0] ?? '')
  for (const words of lines.slice(1)) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok ? plan.value.script : plan.error.message
}

describe('what an edit does not name', () => {
  it('AG12: a row goes on lying as it lay where another side becomes the longer one', () => {
    const row = script('Plate 60 x 60 x 6 with two 5 mm holes in a row', 'make it 20 wider')
    expect(row).toContain('GridLocations(length / (hole_count + 1), 0, hole_count, 1)')
  })

  it('AG12: the same at the other end of a wall is in that wall', () => {
    const angle = 'Angle 50 x 50 x 5, 200 long'
    const both = script(angle, '8 mm hole in each leg, 30 mm from the left end', 'same at the other end')
    expect(both.match(/Pos\(length \/ 2 - hole_inset, 0\)/g)).toHaveLength(2)
  })

  it('AG42: another one beside a post with a hole in it is counted from the post', () => {
    const post = 'Base 120 x 60 x 8 with a post 20 dia 40 high in the middle'
    const steps = ['drill a 6 mm hole 20 deep into the top of the post', 'move the post 30 left'] as const
    expect(script(post, ...steps, 'a second post 60 to the right')).toContain('Pos(-boss_offset + offset, 0)')
  })

  it('AG22: raise it, after a hole was put into a wall, is asked about', () => {
    const box = 'Box 90 x 60 x 35, 2 mm walls, open on top'
    expect(script(box, '12 mm hole in the right side, 10 from the bottom', 'raise it by 5')).toBe(
      'Should the hole go up, or the box get taller?',
    )
  })

  it('AG12: only tapped so deep is no length of the part', () => {
    const deep = script('Hex standoff 10 across flats, 30 long, M5 tapped through', 'only tapped 12 deep from the top')
    expect(deep).toMatch(/height = 30\.0[^]*hole_depth = 12\.0/)
  })
})
