import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'

const sayOf = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? plan.value.understanding.say : plan.error.message
}

test.each([
  ['the front 20 mm tapered down to 10', '60 mm long; a step 30 mm in diameter, 10 mm top diameter and 20 mm long'],
  ['last 20 tapers to a point', '60 mm long; a step 30 mm in diameter, 0 mm top diameter and 20 mm long'],
  ['turned down to 22 for 20', '60 mm long; a step 22 mm in diameter and 20 mm long'],
  [
    'both ends tapered to 20 over 10 mm',
    '60 mm long; a step 30 mm in diameter, 20 mm top diameter and 10 mm long at each end',
  ],
  ['the last 20 mm milled to a 16 mm square', '60 mm long; a step 16 mm square and 20 mm long'],
])('a stretch at an end is within the length: %s', (told, made) => {
  expect(sayOf(`spindle 30 dia, 80 long, ${told}`)).toBe(`a spindle, 30 mm in diameter, ${made}`)
})

test('two ends are told one after the other', () => {
  expect(sayOf('shaft 30 x 200, one end turned down to 20 for 50 and the other end to 15 for 25')).toBe(
    'a shaft, 30 mm in diameter, 125 mm long; a step 20 mm in diameter and 50 mm long; a step 15 mm in diameter and 25 mm long',
  )
})

test('what is not round does not taper to a diameter', () => {
  expect(sayOf('plate 100 x 40 x 10, the last 20 tapering to 5')).not.toContain('step')
})

test('a hole across the middle of what is round goes in from its side', () => {
  expect(sayOf('cylinder 40 dia 90 long, 16 mm hole across the middle')).toContain('through both walls')
})

test('the rest of it is what is left beside a turned end', () => {
  expect(sayOf('axle from 20 mm steel bar, 150 long, turned down to 12 for the first 25, the rest left at 20')).toBe(
    'an axle, 20 mm in diameter, 125 mm long; a step 12 mm in diameter and 25 mm long',
  )
})

test.each([
  ['punch 12 diameter 60 long tapering to 10 over 30', '30 mm long; a step 12 mm in diameter, 10 mm top diameter'],
  ['peg 8 mm diameter 200 long pointed at one end over 30 mm', '170 mm long; a step 8 mm in diameter, 0 mm top'],
])('%s: what tapers is part of the length that was said', (words, said) => {
  expect(sayOf(words)).toContain(said)
})
