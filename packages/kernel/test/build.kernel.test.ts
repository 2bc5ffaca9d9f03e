import { describe, expect, it } from 'vitest'
import { kernelForTests, valueOf } from './kernel-for-tests.ts'

const { run, blobs } = kernelForTests()

describe('a script becomes layers, facts and files', () => {
  it('[KN1] a plate with holes: size, volume, openings, valid, and files that can be fetched', async () => {
    const built = valueOf(
      await run(`
from build123d import *
print("hello")
with BuildPart() as plate:
    Box(60, 40, 6)
    with GridLocations(40, 20, 2, 2):
        Hole(2.5)
result = plate
`),
    )
    expect(built.layers.map(({ name, kind }) => [name, kind])).toEqual([['plate', 'solid']])
    expect(built.facts).toContainEqual({ kind: 'size', x: 60, y: 40, z: 6 })
    expect(await blobs.has(built.layers[0]?.geometry?.hash ?? '')).toBe(true)
  })
})
