import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { sayPart } from '../say-part.ts'

const said = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? sayPart(answer.value.plan) : answer.error.message
}

describe('holes all round', () => {
  it('[AG29] an even number so far from the edges is in the corners and evenly between them', () => {
    expect(said('plate 200 x 120 x 4, eight 5 mm holes 10 mm from the edges')).toMatch(
      /\(0, -50\), \(0, 50\).*\(90, 0\)/,
    )
    expect(said('plate 200 x 120 x 4, six 5 mm holes 10 mm from the edges')).not.toMatch(/\(90, 0\)/)
  })

  it('[AG29] on what is narrow they are in a row', () => {
    expect(said('plate 200 x 30 x 5 with 6 holes 5 mm, 10 mm from the edge')).toMatch(/in a row along x/)
  })

  it('[AG22] where five of them are is asked', () => {
    expect(said('plate 120 x 90 x 6 with five 6 mm holes, 10 mm from the edges')).toMatch(/Where should the 5 holes/)
  })
})

describe('as many as fit', () => {
  it('[AG23] what is covered with holes has them both ways, and a row is a row', () => {
    expect(said('plate 100 x 60 x 3 with 4 mm holes on a 10 mm grid')).toMatch(/45 holes .* 9x5 grid/)
    expect(said('plate 100 x 60 x 3 with 6 mm holes every 20 mm along the length')).toMatch(/four holes/)
    expect(said('plate 100 x 60 x 3 with 4 mm holes every 10 mm')).toMatch(/in one row, or all over it/)
  })
})
