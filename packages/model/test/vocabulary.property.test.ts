import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { base62ToUuid, fromUm, mm, parseId, toUm, type Um, uuidToBase62 } from '../src/index.ts'
import { systemWorld } from '../src/system-world.ts'

for (const seed of seeds(20417)) {
  it(`[SV12] every UUID comes back from its base62, and their order is the same, seed ${seed}`, () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        expect(base62ToUuid(uuidToBase62(one))).toBe(one)
        expect(parseId('turn', one)).toBe(`turn:${uuidToBase62(one)}`)
        expect(uuidToBase62(one) < uuidToBase62(two)).toBe(one < two)
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it(`[BX8] micrometres are whole, nearest, and come back from millimetres, seed ${seed}`, () => {
    const lengths = fc.double({ min: -10_000, max: 10_000, noNaN: true })
    fc.assert(
      fc.property(lengths, (length) => {
        const um = toUm(mm(length))
        expect(Number.isInteger(um)).toBe(true)
        expect(Math.abs(um - length * 1_000)).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
      { seed, numRuns: 2_000 },
    )
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (um) => {
        expect(toUm(fromUm(um as Um))).toBe(um)
      }),
      { seed, numRuns: 2_000 },
    )
  })
}

it('[SV12] an id made here is a random UUID (version 4), and no two are equal', () => {
  const ids = Array.from({ length: 1_000 }, () => systemWorld.newId())
  expect(new Set(ids).size).toBe(1_000)
  for (const id of ids) expect(base62ToUuid(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
})
