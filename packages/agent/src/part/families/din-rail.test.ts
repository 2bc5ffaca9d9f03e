import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it('[AG30] a DIN rail has its section out of the norm, and what is clipped on it is no rail', () => {
  const plan = planPart('35 mm DIN rail, 200 mm long')
  expect(plan.ok && plan.value.understanding.say).toBe('a din rail, 7.5 mm high, 1 mm thick, 200 mm long')
  const clip = planPart('DIN rail clip 35 mm')
  expect(clip.ok ? 'built' : clip.error.code).toBe('AGENT_UNSUPPORTED')
})
