import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const values = (...lines: string[]): Record<string, number> | string => {
  let plan = planPart(lines[0] ?? '')
  for (const words of lines.slice(1)) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok
    ? Object.fromEntries(plan.value.plan.names.map(({ name, value }) => [name, value]))
    : plan.error.message
}
const plate = 'Round plate 100 dia, 10 thick with a 20 bore, six 6 mm holes on a 70 circle'

describe('how many, without a word for what', () => {
  it('AG42: a number word is how many there are of the only pattern', () => {
    for (const words of ['make that five', 'five instead', 'only five', 'make them five', 'no, five', 'one less'])
      expect(values(plate, words), words).toMatchObject({ hole_count: 5, hole_diameter: 6 })
    expect(values(plate, 'twice as many')).toMatchObject({ hole_count: 12 })
  })

  it('AG42: after words about a size it is that size', () => {
    expect(values(plate, 'make the holes 7', 'no, eight')).toMatchObject({ hole_count: 6, hole_diameter: 8 })
    expect(values(plate, 'make the holes 7', 'only five of them')).toMatchObject({ hole_count: 5, hole_diameter: 7 })
  })
})
