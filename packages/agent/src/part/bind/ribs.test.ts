import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it.each([
  [
    'two ribs 6 thick and 9 high running front to back, 40 apart',
    'two ribs 50 mm long, 6 mm wide and 9 mm high in a row along x',
  ],
  ['three ribs 6 thick and 9 high, 15 apart', 'three ribs 70 mm long, 6 mm wide and 9 mm high in a row along y'],
  ['three ribs 6 thick and 9 high, 30 apart', 'three ribs 50 mm long, 6 mm wide and 9 mm high in a row along x'],
  ['a rib 6 thick and 9 high across the middle', 'a rib 50 mm long, 6 mm wide and 9 mm high'],
  ['a 6 x 9 rib along the left edge', 'a rib 50 mm long, 6 mm wide and 9 mm high 3 mm from the left edge'],
  [
    'a 6 mm rib 9 high along both long edges',
    'two ribs 70 mm long, 6 mm wide and 9 mm high in a row along y, 44 mm apart',
  ],
])('a rib is as long as what it runs along: %s', (words, said) => {
  const plan = planPart(`base 70 x 50 x 12 with ${words}`)
  expect(plan.ok && plan.value.understanding.say).toContain(said)
})
