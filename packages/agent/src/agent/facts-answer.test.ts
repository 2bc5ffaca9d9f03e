import type { Fact } from '@hewn/model'
import { expect, it } from 'vitest'
import { answerFromFacts } from './facts-answer.ts'

const hole = (diameter: number, through = true): Fact => ({
  kind: 'hole',
  diameter,
  depth: 5,
  through,
  at: [0, 0, 0],
  axis: [0, 0, 1],
})
const facts: Fact[] = [
  { kind: 'size', x: 80, y: 60, z: 10 },
  { kind: 'size', layer: 'layer:a', x: 1, y: 1, z: 1 },
  { kind: 'volume', value: 48_000 },
  { kind: 'area', value: 12_400 },
  hole(4.5),
  hole(4.5),
  hole(8, false),
]

it.each([
  ['how heavy is it in PLA?', '59.52 g in PLA (1.24 g/cm³), from a volume of 48,000 mm³.'],
  ['What would it weigh in stainless steel', '379.2 g in stainless steel (7.9 g/cm³), from a volume of 48,000 mm³.'],
  ['how heavy?', 'Its volume is 48,000 mm³. Say a material for its weight, for example: how heavy in PLA?'],
  ['how many grams is that in PLA', '59.52 g in PLA (1.24 g/cm³), from a volume of 48,000 mm³.'],
  ['what size is it inside?', undefined],
  ['how big is it', 'It is 80 × 60 × 10 mm (width × depth × height).'],
  ['what is the volume?', 'Its volume is 48,000 mm³ (48 cm³).'],
  ['what’s its surface area?', 'Its surface is 12,400 mm².'],
  ['how many holes does it have?', 'It has 3 holes: 2 × Ø 4.5, 1 × Ø 8 blind.'],
])('[AG42] “%s” is answered from facts', (words, answer) => {
  expect(answerFromFacts(words, facts)).toBe(answer)
})

it('[AG42] what it is made of may have been said before', () => {
  const said = ['block 80 x 60 x 10 in steel', 'no, aluminium', 'round the corners']
  expect(answerFromFacts('how heavy is it?', facts, said)).toContain('in aluminium')
})

it.each([
  'make it 10 mm heavier',
  'a box with a volume of 2 litres',
  'what a lovely plate',
  'a plate 80 long, how nice',
])('[AG42] “%s” is no question about the design', (words) => {
  expect(answerFromFacts(words, facts)).toBeUndefined()
})
