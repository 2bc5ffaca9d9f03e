import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const BLOCK = 120 * 80 * 25
const disc = (diameter: number) => (Math.PI / 4) * diameter ** 2

describe('what is said of the floor of a pocket', () => {
  it.each([
    ['four 5 mm holes in the floor of the pocket, 10 mm from its walls'],
    ['four 5 mm holes in the floor'],
    ['a 5 mm hole in each corner of the pocket floor, 8 mm from the walls'],
  ])('begins there and lies within its walls: %s', (words) => {
    const plan = planPart(`block 120 x 80 x 25 with a 100 x 60 pocket 15 deep and ${words}`)
    if (!plan.ok) throw new Error(plan.error.message)
    const volume = plan.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals
    expect(volume).toBeCloseTo(BLOCK - 100 * 60 * 15 - 4 * disc(5) * 10, 3)
    expect(plan.value.understanding.say).toContain('in the floor of the pocket')
  })

  it('is so of each of several', () => {
    const plan = planPart(
      'block 120 x 80 x 25 with two 30 mm round pockets 10 deep, and a 6 mm hole through the bottom of each',
    )
    expect(plan.ok && plan.value.understanding.say).toContain('in the floor of the round pocket')
    expect(plan.ok && plan.value.claims.some(({ text }) => text === '2 openings through')).toBe(true)
  })

  it.each([['through the step'], ['in the middle of the step'], ['in the lower step']])('or on a step: %s', (where) => {
    const plan = planPart(`block 80 x 40 x 30 with a 20 x 15 step at the right end and a 6 mm hole ${where}`)
    if (!plan.ok) throw new Error(plan.error.message)
    const volume = plan.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals
    expect(volume).toBeCloseTo(80 * 40 * 30 - 20 * 40 * 15 - disc(6) * 15, 3)
    expect(plan.value.script).toContain('length / 2 - step_width / 2')
  })
})
