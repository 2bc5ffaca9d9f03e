import { describe, expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const after = (first: string, ...then: string[]) => {
  let plan = planPart(first)
  for (const words of then) if (plan.ok) plan = planPart(words, plan.value)
  return plan
}
const PLATE = 'plate 120 x 80 x 10 with four M6 holes 12 mm from the edges and a 30 mm hole in the middle'

describe('the rims of openings that are there', () => {
  it('[AG32] a hole that is chamfered is as wide as it was, and no edge of the part is touched', () => {
    for (const words of [
      'chamfer the big hole 1 mm',
      'chamfer the 30 mm hole 1 mm',
      '1 mm chamfer on the middle hole',
    ]) {
      const plan = after(PLATE, words)
      const features = plan.ok ? plan.value.plan.bodies[0]?.features : []
      expect(features?.map(({ kind, sizes }) => [kind, sizes['rim'] !== undefined])).toEqual([
        ['hole', false],
        ['hole', true],
      ])
    }
  })

  it('[AG32] the bore of a flange is none of the holes around it', () => {
    const flange = 'flange 100 mm diameter, 10 thick, 35 bore, six 7 mm holes on a 75 mm circle'
    for (const words of ['the through bore should be 40', 'central bore 40']) {
      const plan = after(flange, words)
      expect(plan.ok && plan.value.understanding.say).toMatch(/40 mm inside diameter.*holes 7 mm/)
    }
    const rimmed = after(flange, 'chamfer the bore 2 mm')
    expect(rimmed.ok && rimmed.value.understanding.say).toMatch(/a 2 mm chamfer on the inner edges$/)
  })

  it('[AG42] what is to be changed has to be there', () => {
    const plan = after('plate 90 x 50 x 6', 'make the chamfer 2 mm')
    expect(plan.ok ? '' : plan.error.message).toBe('There is no chamfer on the plate that could be changed.')
  })
})
