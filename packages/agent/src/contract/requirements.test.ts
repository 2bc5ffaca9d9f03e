import { describe, expect, it } from 'vitest'
import { planBox } from '../box/plan-box.ts'
import { planPart } from '../part/plan-part.ts'
import { requirementsIn } from './requirements.ts'

const told = (words: string) =>
  requirementsIn(words).map(({ claim: { text, expect } }) => (expect ? { text, ...expect } : text))

describe('[AG21] what is asked beside sizes', () => {
  it.each([
    ['L bracket 60 x 40 x 30, 3 mm thick, that holds 20 kg', ['bears 20 kg']],
    ['wall bracket for a load of 50 N', ['bears 50 N']],
    ['pipe rated to 6 bar', ['bears 6 bar']],
    ['a waterproof case', ['waterproof']],
    [
      'plate 100x60x5 weighing at most 60 g in aluminium',
      [{ text: 'mass at most 60 g in aluminium', fact: 'mass', field: 'value[material=aluminium]', max: 60 }],
    ],
    ['no more than 1.5 kg', [{ text: 'mass no more than 1.5 kg', fact: 'mass', max: 1500 }]],
    ['weighs at least 2 lb', [{ text: 'mass at least 2 lb', fact: 'mass', min: 907.184_74 }]],
    ['plate 100 x 60 x 5, 2 kg spool holder', []],
    ['a 20 g weight of steel', []],
  ])('“%s”', (words, claims) => expect(told(words)).toEqual(claims))

  it('its numbers are no sizes of a part, and it is promised', () => {
    const read = planPart('L bracket 60 x 40 x 30, 3 mm thick, that holds 20 kg')
    if (!read.ok) throw new Error(read.error.message)
    const plain = planPart('L bracket 60 x 40 x 30, 3 mm thick')
    expect(plain.ok && read.value.plan.bodies).toEqual(plain.ok && plain.value.plan.bodies)
    expect(read.value.claims.at(-1)).toMatchObject({ id: 'claim:asked-load', text: 'bears 20 kg' })
  })

  it('nor of a box', () => {
    const read = planBox('box 150x100x80 that holds 20 kg')
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value.recipe).toMatchObject({ width: 150, depth: 100, height: 80 })
    expect(read.value.claims.at(-1)).toMatchObject({ text: 'bears 20 kg' })
  })
})
