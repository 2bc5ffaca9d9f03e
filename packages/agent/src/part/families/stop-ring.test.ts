import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? plan.value.understanding.say : plan.error.code
}

test.each([
  'coupler 70 long, 42 OD, 34 ID, with a 4 mm wide stop ring inside at the middle that leaves 30 mm',
  'coupler 70 long, 42 OD, 34 ID, internal stop 4 wide leaving a 30 mm opening',
  'coupler 70 long, 42 OD, 34 ID, with an internal rib 4 wide and 2 high in the middle',
])('%s: a narrower place half way along', (words) => {
  expect(planned(words)).toMatch(/30 mm inside.*4 mm wide/)
})

test('a stop wider open than the bore is none', () => {
  expect(planned('coupler 70 long, 42 OD, 34 ID, stop ring inside 4 wide that leaves 36 mm')).toMatch(/^AGENT_/)
})
