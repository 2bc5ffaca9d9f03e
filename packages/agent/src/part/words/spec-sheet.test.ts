import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const answer = planPart(words)
  if (!answer.ok) return answer.error.code
  const claim = (id: string) => answer.value.claims.find((one) => one.id === id)?.expect?.equals
  return ['claim:x', 'claim:y', 'claim:z', 'claim:volume'].map((id) => Math.round(Number(claim(id))))
}
const code = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? answer.value.understanding.assumed.map(({ text }) => text) : answer.error.code
}

describe('sheets and long tales', () => {
  it('[AG33] what a title names is told below, and not once more', () => {
    const block = [100, 60, 20, Math.round((100 * 60 - Math.PI * 36) * 20)]
    expect(made('Rectangular block with a hole. Create a block 100 x 60 x 20. Cut a hole, diameter 12.')).toEqual(block)
    expect(
      made('Block 100 x 60 x 20 with a 12 mm hole. Keep it as one connected watertight solid with no extra features.'),
    ).toEqual(block)
  })

  it('[AG33] what stands around a part on a sheet orders nothing of its shape', () => {
    const sheet = `Create a single connected mechanical CAD part.

Part identity:
Rectangular block with a centered vertical hole

Units and coordinate frame:
- Units: millimeters.
- Origin at center of bottom face of the block.
- +Z is upward; X and Y define the base plane.

Base geometry:
- Create a block: X=110.0, Y=70.0, Z=35.0, bottom at z=0.

Subtractive features:
- Cut a centered vertical through hole along +Z: diameter=16.0, depth=through (z=0 to z=35.0).

Topology/output constraints:
- Return exactly one connected solid body.
- Preserve all stated dimensions exactly.`
    expect(made(sheet)).toEqual([110, 70, 35, Math.round((110 * 70 - Math.PI * 64) * 35)])
    expect(made('a plate 80 x 50 x 5, centered at the origin. Export as STEP.')).toEqual([80, 50, 5, 20000])
    // What is in inches stays so.
    expect(made('Units: inches\nblock 2 x 1 x 1')).toEqual([51, 25, 25, 32774])
  })

  it('[AG33] what is told again at length, and between the steps, is told once', () => {
    const tale =
      'The Z-axis is the thickness direction; the X-axis is the length direction. This is a model of a cube with a hole. ' +
      'The main body is a cube with an edge length of 50 millimeters. In the center of the cube a cylindrical hole with a ' +
      'diameter of 20 millimeters is cut along the Z-axis. Overall, it forms a standard block with a hole.'
    expect(made(tale)).toEqual([50, 50, 50, Math.round(50 ** 3 - Math.PI * 100 * 50)])
    expect(
      made(
        "This is a plate with two holes. I'll explain.\n1. First, create a plate 80 x 40 x 10.\n2. Next, we're going to cut a 6 mm hole in each corner, 8 mm from the edges.",
      ),
    ).toEqual([80, 40, 10, Math.round((3200 - 4 * Math.PI * 9) * 10)])
  })

  it('[AG26] signs stand for both places: (±40, 0), and (±40, ±20) for four', () => {
    const holes = (places: string) => made(`plate 100 x 60 x 10 with 6 mm holes at ${places}`)[3]
    expect(holes('(±40, 0) and (0, ±20)')).toBe(Math.round((6000 - 4 * Math.PI * 9) * 10))
    expect(holes('X = ±40 mm and Y = ±20 mm')).toBe(Math.round((6000 - 4 * Math.PI * 9) * 10))
  })

  it('[AG34] a box of which nothing hollow is said is solid, and that is shown', () => {
    expect(made('Create a box 50 mm × 30 mm × 20 mm')).toEqual([50, 30, 20, 30000])
    expect(code('Create a box 50 mm × 30 mm × 20 mm')).toEqual(['“box” is read as “block”'])
    for (const hollow of ['open on top', 'with a lid', 'with 2 mm walls', ', 2 mm thick', 'for a battery'])
      expect(made(`box 50 x 30 x 20 ${hollow}`)).not.toEqual([50, 30, 20, 30000])
  })

  it('[AG28] a shape that is said behind its noun is its outline', () => {
    expect(made('A plate which is circular in shape with radius 6 mm and height 2 mm')).toEqual([12, 12, 2, 226])
    expect(made('a metal plate of triangular shape with sides of 40 mm and 3 mm thickness')[3]).toBe(2078)
    expect(made('simple 20x20x10 mm cube')).toEqual([20, 20, 10, 4000])
    expect(made('a brick: 8 in. long 4 in. deep 2 in. tall')).toEqual([203, 102, 51, 1048772])
  })
})
