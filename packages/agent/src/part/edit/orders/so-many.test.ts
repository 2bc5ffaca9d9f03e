import { expect, it } from 'vitest'
import { planPart } from '../../plan-part.ts'

const holesOf = (words: string): string[] => {
  const made = planPart('flange 110 dia 10 thick with four 8 mm holes on 80 PCD')
  if (!made.ok) throw new Error(made.error.message)
  const edited = planPart(words, made.value)
  if (!edited.ok) throw new Error(edited.error.message)
  return edited.value.plan.names
    .filter(({ name }) => name.startsWith('hole'))
    .map(({ name, value }) => `${name} ${value}`)
    .toSorted()
}

it('[AG42] so many of those there are, and so large, lie where they lay', () => {
  const six = ['hole_circle 80', 'hole_count 6', 'hole_diameter 8']
  expect(holesOf('six 8 mm holes please')).toEqual(six)
  expect(holesOf('make it 6 holes of 9 mm')).toEqual(['hole_circle 80', 'hole_count 6', 'hole_diameter 9'])
  expect(holesOf('make it six 8 mm holes')).toEqual(six)
})

it('[AG42] holes of another size, of which nobody says that they replace any, are new ones', () => {
  expect(holesOf('six 5 mm holes on a 50 circle')).toContain('hole_2_diameter 5')
})
