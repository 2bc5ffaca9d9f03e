import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (...requests: string[]) => {
  const [last, ...others] = requests.toReversed()
  const before: Parameters<typeof planPart>[1] = others.length > 0 ? planned(...others.toReversed()) : undefined
  const made = planPart(last ?? '', before)
  if (!made.ok) throw new Error(`${last}: ${made.error.message}`)
  return made.value
}
const volumeOf = (...requests: string[]): unknown =>
  planned(...requests).claims.find(({ expect: measured }) => measured?.fact === 'volume')?.expect?.equals

describe('requests that are told in whole solids', () => {
  it('[AG17] what is added, taken and shared has the volume of its closed formula', () => {
    const ball = (radius: number) => (4 / 3) * Math.PI * radius ** 3
    expect(volumeOf('a 60 mm cube with a 40 mm sphere removed from its centre')).toBeCloseTo(216_000 - ball(20), 6)
    expect(volumeOf('Intersect two 40 mm spheres whose centres are 25 mm apart along X')).toBeCloseTo(
      (Math.PI * (80 + 25) * 15 ** 2) / 12,
      6,
    )
    expect(volumeOf('cube 50 mm with 30 mm square holes through all three axes')).toBeCloseTo(44_000, 6)
    expect(volumeOf('a table top 100 x 60 x 5 on four legs 6 x 6 x 50, one at each corner')).toBe(37_200)
  })

  it('[AG21] where no formula is known, no volume is claimed', () => {
    const { claims } = planned('box 40 x 40 x 40 at the origin, and a sphere of diameter 50 centred at (0, 0, 20)')
    expect(claims.some(({ expect: measured }) => measured?.fact === 'volume')).toBe(false)
  })

  it('[AG23] words that are not of sizes or places leave a request to its other readings', () => {
    for (const words of [
      'a 60 mm cube with a 40 mm frobnicated sphere removed from its centre',
      'a 40 mm cube with a 25 mm sphere on top',
      'block 100 x 60 x 40 and a 20 mm ball in the middle of each post',
    ]) {
      const made = planPart(words)
      expect(made.ok && made.value.plan.bodies.some(({ joins }) => joins !== undefined), words).toBe(false)
    }
  })

  it('[AG23] every number of a place makes something, or the request is left to its question', () => {
    const words =
      'A flat circular base 40mm in diameter and 3mm thick (Z=0 to Z=3), topped by a hemisphere of 40mm diameter'
    expect(volumeOf(words)).toBeCloseTo(Math.PI * (400 * 3 + (2 / 3) * 8000), 6)
    expect(planPart(words.replace('Z=0', 'Z=1')).ok).toBe(false)
    const posts = planned(
      'Base plate 120x80x10 mm with two cylindrical posts 20 mm diameter, 40 mm tall, 60 mm apart on the top',
    )
    expect(posts.script).toMatch(/spacing = 60/)
  })

  it('[AG33] a blind hole is cut into the highest of them, and another one along each axis it is told for', () => {
    const hole =
      'A cylinder with a diameter of 30 and height 40 sits on a 60 mm square, 10 mm thick base; the cylinder has a 20 mm deep, 10 mm diameter blind hole in its top'
    expect(volumeOf(hole)).toBeCloseTo(36_000 + Math.PI * (225 * 40 - 25 * 20), 6)
    const bored = planned(
      'A cube with side length 60 mm. A cylinder with a diameter of 30 mm is cut through the cube along the X axis, another along the Y axis and a third along the Z axis.',
    )
    expect(bored.script.match(/-= cylinder/g)).toHaveLength(3)
  })

  it('[AG42] a follow-up changes one of them, and the others follow', () => {
    const words =
      'block 80 x 60 x 20 with a cylinder 30 mm in diameter and 40 mm tall standing on it in the middle, and a 40 mm sphere embedded 5 mm into the top of the cylinder'
    const heights = planned(words, 'make the block 100 long', 'make the sphere 50 mm').claims
    expect(heights.find(({ id }) => id === 'claim:z')?.expect?.equals).toBe(105)
  })

  it('[AG35] what is said back reads as the same part', () => {
    for (const words of [
      'a 60 mm cube with a 40 mm sphere removed from its centre',
      'bar 100 x 20 x 20 along X and another bar 100 x 20 x 20 along Y, centres coinciding',
    ]) {
      const { say } = planned(words).understanding
      expect(volumeOf(say), say).toBeCloseTo(Number(volumeOf(words)), 6)
    }
  })
})
