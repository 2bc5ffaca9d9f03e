import { expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const open = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(made.error.message)
  return made.value.claims.filter(({ expect: measured }) => measured === undefined).map(({ text }) => text)
}

it('[AG21] a screwed lid on a box with nothing to screw into stands open', () => {
  const box = 'project box 120x80x40 outside, 2.5 mm walls'
  expect(open(`${box}, lid with 4 M3 screws in the corners`)).toEqual(['what the screws of the lid go into'])
  expect(open(`${box}, four bosses 7 mm with 2.5 holes in the corners, and a lid with four M3 screws`)).toEqual([])
  expect(open(`${box}, with a lid`)).toEqual([])
})
