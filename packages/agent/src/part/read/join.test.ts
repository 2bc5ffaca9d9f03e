import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const scriptOf = (words: string): string => {
  const read = planPart(words)
  return read.ok ? read.value.script : read.error.message
}
const claimOf = (words: string, id: string): unknown => {
  const read = planPart(words)
  return read.ok ? read.value.claims.find((claim) => claim.id === `claim:${id}`)?.expect?.equals : read.error.message
}

describe('bodies that are one part', () => {
  it('[AG33] what stands on what stands there begins at its end', () => {
    const words = 'a cube of 30 on a block of 60x60x20, and a cylinder 20 dia 15 tall on the cube'
    expect(claimOf(words, 'z')).toBe(65)
    expect(claimOf('20 x 20 x 20 cube in the middle of a 60 x 60 x 5 plate', 'z')).toBe(25)
  })

  it('[AG22] how bodies lie that are said to be joined is asked, and no gap put between them', () => {
    expect(scriptOf('two 40 mm cubes 100 apart, joined by a 15 mm round bar')).toContain('belong together is not clear')
    expect(scriptOf('cone 25 base 50 high with a torus ring 15 inner diameter 5 thick halfway up')).toContain(
      'belong together is not clear',
    )
  })

  it('[AG33] what stands on another is one part with it, whichever was said first', () => {
    const said = [
      'plate 60 x 60 x 5 with a cone 40 base 50 high on top',
      'a cone 40 base 50 high standing on a 60 x 60 x 5 plate',
    ]
    for (const words of said) {
      expect(claimOf(words, 'solids'), words).toBe(1)
      expect(claimOf(words, 'volume'), words).toBeCloseTo(18000 + (Math.PI / 12) * 40 ** 2 * 50, 6)
      expect(scriptOf(words), words).toContain('plate += Plane((0, 0, thickness)) * Cone(')
    }
  })

  it('[AG33] what is subtracted is taken out of the middle, and its volume with it', () => {
    const words = '50 mm cube with a 40 mm sphere subtracted from its centre'
    expect(claimOf(words, 'volume')).toBeCloseTo(125000 - (Math.PI / 6) * 40 ** 3, 6)
  })

  it('[AG27] a third thing on top of that stands where the second ends', () => {
    const words =
      'cylinder 50 diameter 30 tall, with a 30 diameter cylinder 20 tall on top of it, and a 10 diameter cylinder 15 tall on top of that'
    expect(claimOf(words, 'z')).toBe(65)
  })

  it('[AG33] what would only touch is asked about, and separate parts stay separate', () => {
    expect(scriptOf('a 40 mm cube with a 25 mm sphere on top')).toContain('would touch')
    expect(claimOf('two separate parts: a plate 60 x 60 x 5 and a 30 mm cube on top', 'solids')).toBe(2)
  })
})
