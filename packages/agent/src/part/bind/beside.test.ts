import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { sayPart } from '../say-part.ts'

const said = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? sayPart(answer.value.plan) : answer.error.message
}

describe('what is beside what was made before', () => {
  it('[AG29] a hole is counted from the middle of the one that was named, on its face', () => {
    const plate = 'plate 120 x 80 x 6, 20 mm hole 30 mm from the left edge'
    expect(said(`${plate}, 6 mm hole 25 mm to the right of the 20 mm hole`)).toMatch(
      /6 mm in diameter 5 mm to the left/,
    )
    expect(said(`${plate}, with two 4 mm holes 14 mm either side of it`)).toMatch(/28 mm apart, 30 mm to the left/)
    expect(said(`${plate}, four M3 holes around it on a 31 mm square`)).toMatch(/31 x 31 mm pattern, 30 mm to the left/)
    expect(
      said('block 100 x 60 x 30, on the front face a 20 mm hole in the middle and a 5 mm hole 20 mm right of it'),
    ).toMatch(/5 mm in diameter on the front face, 20 mm to the right/)
  })

  it('[AG29] another one is counted from the same', () => {
    expect(
      said('plate 120x80x6, 20 mm bore, M5 hole 18 mm to the right of the bore and another 18 mm to the left'),
    ).toMatch(/18 mm to the right; a hole 5.5 mm in diameter 18 mm to the left/)
  })

  it('[AG22] from the edge where the middle would leave no room, or where that was said; else it is asked', () => {
    const plate = 'plate 200x100x10 with a 50x30 pocket 5 deep in the centre'
    expect(said(`${plate}, and a 10 mm hole 15 mm to the left of the pocket`)).toMatch(/40 mm to the left/)
    expect(said(`${plate}, two 4 mm holes above the pocket, 20 mm from its edge, 30 apart`)).toMatch(
      /35 mm to the back/,
    )
    expect(said(`${plate}, and a 10 mm hole 40 mm to the left of the pocket`)).toMatch(/from the edge of the pocket or/)
  })

  it('[AG23] where nobody said how far, midway to the edge is assumed', () => {
    const answer = planPart('plate 100 x 60 x 5 with a 30 x 20 window and two 4 mm holes below the window, 25 mm apart')
    expect(answer.ok && sayPart(answer.value.plan)).toMatch(/25 mm apart, 20 mm to the front/)
    expect(answer.ok && answer.value.plan.names.find(({ name }) => name === 'hole_beside')?.origin.from).toBe('assumed')
  })

  it('[AG29] either side of what came before is both, at its distance from there or from each other', () => {
    const bar = 'bar 160 x 50 x 8 with a 25 mm hole in the middle and'
    for (const words of [
      'a 9 mm hole either side of it, 55 mm from the centre',
      '9 mm holes each side at 110 mm centres',
    ])
      expect(said(`${bar} ${words}`)).toMatch(/two holes 9 mm in diameter in a row along x, 110 mm apart/)
    expect(said(`${bar} slots 6 x 20 either side`)).toMatch(/two slots/)
    // A boss stands on it, and the middle of a side is an edge.
    expect(
      said('plate 80 x 80 x 5, 40 mm hole in the middle, 5 mm hole in the middle of each side, 8 mm in'),
    ).not.toMatch(/row/)
  })
})
