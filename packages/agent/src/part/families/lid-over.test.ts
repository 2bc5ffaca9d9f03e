import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string): string => {
  const planned = planPart(words)
  return planned.ok ? planned.value.understanding.say : planned.error.code
}

it.each([
  'push-on lid for a 70 mm tin, 14 mm skirt, 2 mm wall',
  'lid for a tin 70 mm dia with a 14 mm skirt that goes over it, 2 mm wall',
  'slip-on lid for a 70 mm diameter tin, 14 mm deep, 2 mm wall',
])('[AG23] what goes down over something round is as wide inside as that: %s', (words) => {
  expect(said(words)).toMatch(/70\.4 mm inside diameter.*14 mm deep inside, 2 mm wall/)
})

it('[AG22] how large what slips over a box is inside has to be said; what goes in has its lip', () => {
  expect(said('lid 100 x 60 x 3 slips over a box, 10 mm lip')).toBe('AGENT_NEEDS_ANSWER')
  expect(said('lid for a 100 x 60 box, 3 thick, lip 5 deep')).toMatch(/a lip 5 mm deep/)
})
