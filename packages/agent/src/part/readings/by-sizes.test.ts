import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const families = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? plan.value.plan.bodies.map(({ family }) => family) : plan.error.code
}

describe('what is called by a name nobody knows', () => {
  it.each([
    ['flurb 80 mm long, 50 mm wide and 4 mm thick', 'plate'],
    ['flurb: 30 OD, 20 ID, 15 long', 'tube'],
    ['flurb, 20 mm at the base, 3 mm at the tip, 150 long', 'cone'],
    ['flurb 100 x 60 x 40, 2 mm walls, open top', 'enclosure'],
    ['triangular flurb with 150 mm sides, 8 thick', 'triangle'],
    ['round flurb 80 mm, 4 thick', 'disc'],
  ])('[AG15] its sizes or its shape tell what it is: %s', (words, family) => expect(families(words)).toEqual([family]))

  it('[AG15] and it says so', () => {
    const plan = planPart('flurb 80 mm long, 50 mm wide and 4 mm thick')
    expect(plan.ok && plan.value.understanding.assumed).toMatchObject([
      { text: '“flurb” is read as “plate”', why: 'it is not known by name, and these are its sizes' },
    ])
  })

  it.each([
    'a round table 900 mm, 30 thick',
    'chair 400 wide, 400 deep, 900 high',
    'dragon 100 long, 60 wide, 40 high',
  ])('[AG41] what is known not to be made here is not: %s', (words) => expect(families(words)).toMatch(/^AGENT_/))
})
