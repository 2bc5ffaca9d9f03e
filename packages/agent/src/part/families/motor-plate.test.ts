import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

it('[AG14] [AG40] the bolt square of a motor is measured between its holes, not left untold', () => {
  const planned = planPart('NEMA 17 mounting plate 5 mm, 60 x 60')
  if (!planned.ok) throw new Error(planned.error.message)
  expect(planned.value.claims.filter(({ expect: wanted }) => wanted === undefined)).toEqual([])
  expect(planned.value.claims.map(({ expect: wanted }) => wanted)).toContainEqual({
    fact: 'hole',
    field: 'pitch.x[diameter=3.4]',
    equals: 31,
  })
})

it.each([
  'A motor mount plate for a NEMA 23, 80 mm square, 8 mm thick, 38 mm pilot bore, four M5 holes',
  'NEMA 23 plate 80x80x8 with a 38 mm centre hole and four 5.5 mm mounting holes',
])('[AG14] holes that were said are those of the motor: %s', (words) => {
  const planned = planPart(words)
  if (!planned.ok) throw new Error(planned.error.message)
  expect(planned.value.claims.find(({ id }) => id === 'claim:openings')?.expect).toMatchObject({ equals: 5 })
})

it('[AG22] between two motors both have their screws, and how wide the middle is has to be said', () => {
  const both = planPart('adapter plate NEMA 17 to NEMA 23, 100 x 100 x 6, centre bore 30')
  expect(both.ok && both.value.claims.find(({ id }) => id === 'claim:openings')?.expect).toMatchObject({ equals: 9 })
  const open = planPart('adapter plate NEMA 17 to NEMA 23, 100 x 100 x 6')
  expect(open.ok ? '' : open.error.code).toBe('AGENT_NEEDS_ANSWER')
})
