import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claims = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value.claims.map(({ expect: wanted }) => wanted)
}
const volume = (words: string) => claims(words).find((one) => one?.fact === 'volume')?.equals
const disc = (diameter: number) => (Math.PI / 4) * diameter ** 2
const STEPPED = disc(12) * 60 + disc(32) * 40 + disc(10) * 54

describe('stretches of a shaft under names and numbers', () => {
  it.each([
    'Three-step coaxial shaft\nGeometry:\n- Segment 1: diameter=12, length=60.\n- Segment 2: diameter=32, length=40, attached coaxially after segment 1.\n- Segment 3: diameter=10, length=54.\n- Overall shaft length=154.',
    'Create one connected turned part in mm. Section A: OD 12 from z=0 to z=60. Section B: OD 32 from z=60 to z=100. Section C: OD 10 from z=100 to z=154. Keep transitions sharp and concentric. No holes, fillets, or extra cuts.',
    'This is a three-layer cylindrical structure. The bottom layer has a diameter of 12mm and a height of 60mm, the middle layer has a diameter of 32mm and a height of 40mm, and the top layer has a diameter of 10mm and a height of 54mm.',
    'stepped cylinder: bottom section diameter 12mm height 60mm, middle section diameter 32mm height 40mm, top section diameter 10mm height 54mm',
    'Stepped shaft.\n- Bottom: diameter 12 mm, height 60 mm\n- Middle: diameter 32 mm, height 40 mm\n- Top: diameter 10 mm, height 54 mm',
  ])('[AG24] %s', (words) => {
    expect(volume(words)).toBeCloseTo(STEPPED, 3)
  })

  it('[AG32] a keyway is in the step of that number', () => {
    const read = planPart(
      'Three-step shaft.\n- Step diameters: d1=20, d2=24, d3=18.\n- Step lengths: l1=40, l2=40, l3=40 (l1+l2+l3=L).\n- Cut a keyway on step2 (middle step): width=6, depth=3.',
    )
    expect(read.ok && read.value.plan.bodies[0]?.features[0]?.flags).toContain('stage-1')
  })

  it('[AG24] what every stretch of a bush tells again is its one bore', () => {
    expect(
      volume(
        'bushing in mm. Flange section: outer radius 24, inner radius 10, height 4. Body section: outer radius 16, inner radius 10, height 22.',
      ),
    ).toBeCloseTo(disc(48) * 4 + disc(32) * 22 - disc(20) * 26, 3)
  })
})

describe('what is turned, in short', () => {
  it.each([
    ['stepped shaft Ø25 and Ø15, 50 each', (disc(25) + disc(15)) * 50],
    ['120 mm shaft in two sections: 20 mm diameter for 80, 30 mm diameter for 40', disc(20) * 80 + disc(30) * 40],
    [
      'shoulder bolt M6, shoulder 8 dia 20 long, head 13 dia 5 thick, thread 10 long',
      disc(8) * 20 + disc(13) * 5 + disc(6) * 10,
    ],
    [
      'file handle 28 dia x 110 overall, one end a full hemisphere, 8 mm hole 60 deep in the flat end',
      disc(28) * 96 + (2 / 3) * Math.PI * 14 ** 3 - disc(8) * 60,
    ],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG17] a hole across one stretch of a pin is known by formula', () => {
    expect(
      volume('clevis pin: head 16 dia x 4, shank 10 dia x 50, 3 mm cross hole 6 mm from the free end'),
    ).toBeDefined()
  })
})
