import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const script = (...lines: string[]): string => {
  let plan = planPart(lines[0] ?? '')
  for (const words of lines.slice(1)) if (plan.ok) plan = planPart(words, plan.value)
  return plan.ok ? plan.value.script : plan.error.message
}

describe('edges that are treated otherwise', () => {
  it('AG12: a chamfer takes the place of the fillet that was made last', () => {
    const knob = ['Knob 40 dia, 20 high', 'round the top edge 3'] as const
    for (const words of [
      'actually a chamfer of 2 there',
      'chamfer it 2 instead',
      'make it a 2 mm chamfer',
      'replace the fillet with a 2 mm chamfer',
      'remove the fillet, chamfer it 2 instead',
    ]) {
      expect(script(...knob, words), words).toMatch(/= 2\.0[^]*chamfer\(knob\.edges/)
      expect(script(...knob, words), words).not.toContain(' fillet(')
    }
  })

  it('AG12: what is done to the edge of a boss leaves its diameter alone', () => {
    const boss = 'Plate 100 x 80 x 10 with a boss 30 dia 15 high in the middle'
    expect(script(boss, 'chamfer the boss 1')).toMatch(/boss_diameter = 30\.0[^]*boss_chamfer = 1\.0/)
    expect(script(boss, 'fillet the foot of the boss 3')).toMatch(/boss_diameter = 30\.0[^]*boss_fillet = 3\.0/)
    expect(script(boss, 'fillet the boss 2')).toBe('The top edge of the boss, or around its foot?')
  })

  it('AG12: the bore of a body is countersunk as any hole is', () => {
    const ring = 'Round plate 90 dia 6 thick with a 20 hole in the middle'
    const sunk = script(ring, 'countersink the centre hole 30 dia')
    expect(sunk).toMatch(/countersink_diameter = 30\.0/)
    expect(script(ring, 'countersink the centre hole 30 dia', 'no, remove the countersink')).not.toContain('Cone(')
  })
})
