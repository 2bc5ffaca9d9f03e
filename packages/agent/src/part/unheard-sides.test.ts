import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const unheardIn = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) return [read.error.code]
  return read.value.understanding.spans.flatMap(({ role, as, at }) =>
    role === 'unread' && as === 'shape' ? [words.slice(...at)] : [],
  )
}

describe('a side that was said', () => {
  it.each([['plate 60 x 40 x 4. Corner radius 5 at the left, sharp at the right.', ['at the left', 'at the right']]])(
    '[AG41] %s: stands against done where the opposite makes the same part',
    (words, passed) => {
      expect(unheardIn(words)).toEqual(passed)
    },
  )

  it.each([
    // It makes another part …
    'plate 100 x 60 x 10 with a slot 30 x 8 across it',
    'block 100 x 50 x 30, hole 8 mm in the left face, 20 deep, and hole 10 mm in the right face, 15 deep',
    'box 100 x 60 x 40, 2 mm walls, open top, 8 mm hole in the left wall',
    'ring 80 mm outside, 60 mm inside, 5 mm thick, 1 mm chamfer on both outer edges',
    'shim 40 x 30 x 1 with 10 mm radius on one corner and the rest square',
    // … or no difference: on both sides, said twice, called so, any way round.
    'cube 30 with a 5 mm hole from the left face to the right face',
    'plate 60 x 30 x 8. Left: 5 mm hole 8 mm from the left end.',
    'right triangle 40 x 30, 5 thick',
    'plate 100 x 60 x 10 with a slot 30 x 8 in the centre across the plate',
    'L bracket, both legs 50 mm, 30 wide, 4 thick, with one 5.5 mm hole centred in each leg',
    'doorstop 120 long, 40 wide, 30 high at the back tapering to 3 at the front',
  ])('[AG41] %s: is not told where it was heard', (words) => {
    expect(unheardIn(words)).toEqual([])
  })
})

describe('the mouth of a bore', () => {
  it('[AG41] is the upper one where the top was said', () => {
    const read = planPart('ring 45 outside, 35 inside, 8 high, on the top inside edge a chamfer of 1 mm')
    const [chamfer] = read.ok ? (read.value.plan.bodies[0]?.features ?? []) : []
    expect(chamfer?.flags).toContain('pick-inner-top')
  })
})
