import type { Geometry } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { writeStl } from '../src/files/index.ts'
import { cube } from './cube.ts'
import { readStl, volumeOf, isClosed } from '@hewn/testing'

const HERE = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const moved = (x: number, y: number, z: number) => [...HERE.slice(0, 12), x, y, z, 1]
/** A quarter turn about z, then 100 mm along x. */
const TURNED = [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 100, 0, 0, 1]
const MIRRORED = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

describe('writeStl', () => {
  it('[KN62] a cube is twelve facets, closed, of 1,000 mm³, in the 684 bytes of binary STL', () => {
    const bytes = writeStl([{ geometry: cube(), placement: HERE }])
    const facets = readStl(bytes)
    expect(bytes.length).toBe(84 + 12 * 50)
    expect(facets.length).toBe(12)
    expect(isClosed(facets)).toBe(true)
    expect(volumeOf(facets)).toBeCloseTo(1000, 6)
  })

  it('[KN62] the header does not begin with "solid", which readers take for text', () => {
    const header = new TextDecoder().decode(writeStl([], { name: 'solid' }).subarray(0, 80))
    expect(header).toMatch(/^Hewn STL, millimetres: solid +$/)
  })

  it('[KN62] normals are those of the triangles, of length one, outward', () => {
    for (const { normal, corners } of readStl(writeStl([{ geometry: cube(), placement: HERE }]))) {
      expect(Math.hypot(...normal)).toBeCloseTo(1, 6)
      const outward = normal.reduce((sum, value, axis) => sum + value * ((corners[0][axis] ?? 0) - 5), 0)
      expect(outward).toBeCloseTo(5, 6)
    }
  })

  it('[KN62] parts stand where they are placed', () => {
    const facets = readStl(
      writeStl([
        { geometry: cube(), placement: moved(-50, 0, 2.5) },
        { geometry: cube(4), placement: TURNED },
      ]),
    )
    expect(isClosed(facets)).toBe(true)
    expect(volumeOf(facets)).toBeCloseTo(1064, 4)
    const xs = facets.flatMap(({ corners }) => corners.map(([x]) => x))
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-50, 100])
  })

  it('[KN62] a mirrored part does not show its inside', () => {
    const facets = readStl(writeStl([{ geometry: cube(), placement: MIRRORED }]))
    expect(isClosed(facets)).toBe(true)
    expect(volumeOf(facets)).toBeCloseTo(1000, 6)
  })

  it('[KN62] ASCII says the same, to the last digit', () => {
    const parts = [{ geometry: cube(1 / 3), placement: moved(1e-7, 12345.678, -0.1) }]
    const text = writeStl(parts, { ascii: true, name: 'tea\nbox ☕' })
    expect(new TextDecoder().decode(text).split('\n')[0]).toBe('solid tea_box _')
    expect(readStl(text)).toEqual(readStl(writeStl(parts)))
  })

  it('[KN62] equal input gives equal bytes', () => {
    const [once, twice] = [0, 1].map(() => writeStl([{ geometry: cube(), placement: TURNED }], { name: 'twice' }))
    expect(once).toEqual(twice)
  })

  it('a part without triangles adds nothing', () => {
    const { positions, triangles, ...wire }: Geometry = cube()
    expect(positions?.length).toBeGreaterThan(triangles?.length ?? 0)
    expect(readStl(writeStl([{ geometry: wire, placement: HERE }]))).toEqual([])
  })

  it('a placement that is none is a defect', () => {
    expect(() => writeStl([{ geometry: cube(), placement: [1, 2, 3] }])).toThrow(/16 finite numbers; got \[1, 2, 3\]/)
  })
})
