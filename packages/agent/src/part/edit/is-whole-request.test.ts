import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const over = (first: string, then: string) => {
  const made = planPart(first)
  if (!made.ok) throw new Error(made.error.message)
  const next = planPart(then, made.value)
  return next.ok ? next.value.plan.bodies.map(({ family }) => family) : next.error.code
}
const FLANGE = 'flange 100 od 40 bore 10 thick'

describe('a request that stands on its own', () => {
  it('[AG12] is a new part, also where the part there is has pieces of that name', () => {
    expect(
      over('bracket 80 x 40 base 5 thick with vertical wall 50 tall', 'a plate 80 x 60 x 5 with a 20 mm hole'),
    ).toEqual(['plate'])
    expect(over(FLANGE, 'a plate 80 x 60 x 5 with a 20 mm hole')).toEqual(['plate'])
  })

  it('[AG12] is none where it names a piece, points at the part or has a size to be assumed', () => {
    expect(over(FLANGE, 'a hub 60 diameter 20 high')).toEqual(['flange'])
    expect(over(FLANGE, 'add a plate 120 x 120 x 5 to it')).not.toEqual(['plate'])
    expect(over('plate 100 x 60 x 5', 'a 20 x 10 slot in the middle')).toEqual(['plate'])
  })

  it('[AG12] is a new part, whatever it is called, where all its sizes are told', () => {
    expect(over('enclosure 120 x 80 x 50, 3 mm walls', 'plant label, 120 long, 20 wide, 2 thick')).toEqual(['plate'])
    expect(over(FLANGE, 'now a gizmo 30 OD, 20 ID, 15 long')).not.toEqual(['flange'])
    expect(
      over('enclosure 120 x 80 x 50, 3 mm walls', 'plant label, 120 long, 20 wide, 2 thick, one end pointed'),
    ).toBe('AGENT_NOT_UNDERSTOOD')
    expect(over('plate 60 x 40 x 4', 'taller, 60 wide, 8 thick, 90 long')).toEqual(['plate'])
    expect(over(FLANGE, '120 od, 50 bore, 12 thick')).toEqual(['flange'])
  })
})
