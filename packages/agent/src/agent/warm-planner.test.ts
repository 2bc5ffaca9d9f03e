import { expect, it } from 'vitest'
import { planBox } from '../box/plan-box.ts'
import { planPart } from '../part/plan-part.ts'
import { EVERYDAY, warmPlanner } from './warm-planner.ts'

it('what the planner is warmed with is read to its end: a part, an edit of it, a box', () => {
  const part = planPart(EVERYDAY.part)
  const edited = part.ok ? planPart(EVERYDAY.edit, part.value) : part
  expect([part.ok, edited.ok, planBox(EVERYDAY.box).ok]).toEqual([true, true, true])
  expect(warmPlanner).not.toThrow()
})
