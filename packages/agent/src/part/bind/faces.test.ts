import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const facesIn = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.plan.bodies.flatMap(({ features }) => features.map(({ at }) => at.on ?? 'top'))
}

describe('the walls of what is hollow', () => {
  it.each([
    ['square tube 40 x 40 x 3, 200 long, with 8 mm holes on two opposite sides 50 mm from each end', ['front', 'back']],
    ['square tube 40 x 40 x 3, 200 long, 8 mm hole on opposite faces, centred', ['front', 'back']],
    ['square tube 40 x 40 x 3, 200 long, 8 mm hole in both side walls', ['front', 'back']],
    [
      'square tube 40 x 40 x 3, 200 long, 8 mm hole in all four sides in the middle',
      ['top', 'bottom', 'front', 'back'],
    ],
    ['box 100 x 60 x 40, 2 mm walls, open top, 10 mm holes on two opposite sides', ['left', 'right']],
    ['box 100 x 60 x 40, 2 mm walls, open top, a 10 mm hole on opposite walls', ['left', 'right']],
  ])('[AG36] %s', (words, faces) => {
    expect(facesIn(words)).toEqual(faces)
  })
})

it.each([
  ['along the top and the bottom', ['top', 'bottom']],
  ['along both long sides', ['front', 'back']],
  ['on two opposite long faces', ['top', 'bottom']],
  ['along each of the four long faces', ['top', 'bottom', 'front', 'back']],
])('a groove is in each of its faces: %s', (where, faces) => {
  expect(facesIn(`bar 140 x 32 x 20 with a groove 6 wide and 4 deep ${where}`)).toEqual(faces)
})
