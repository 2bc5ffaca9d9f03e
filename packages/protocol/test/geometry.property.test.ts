import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeds } from '@hewn/testing'
import { decodeGeometry, encodeGeometry } from '../src/index.ts'
import { cube } from './cube.ts'

const whole = encodeGeometry(cube()).bytes

/** Bytes replaced anywhere, whole words in header and tables (where it hurts), then perhaps cut or lengthened. */
const mutated = fc
  .record({
    bytes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
    words: fc.array(
      fc.tuple(
        fc.nat(240 / 4 - 1),
        fc.oneof(fc.constantFrom(0, 1, 7, 8, 96, 2824, 0x7fffffff, 0x80000000, 0xffffffff), fc.nat(4000)),
      ),
      { maxLength: 4 },
    ),
    length: fc.oneof({ weight: 4, arbitrary: fc.constant(whole.length) }, { weight: 1, arbitrary: fc.nat(4000) }),
  })
  .map(({ bytes, words, length }) => {
    const copy = new Uint8Array(Math.max(whole.length, length))
    copy.set(whole)
    const view = new DataView(copy.buffer)
    for (const [at, value] of bytes) copy[at] = value
    for (const [at, value] of words) view.setUint32(at * 4, value, true)
    return copy.subarray(0, length)
  })

describe('[KN60] mutated blobs', () => {
  for (const seed of seeds(20417, 1521446262))
    it(`10,000 of them are read or refused, never a crash, seed ${seed}`, () => {
      let refused = 0
      fc.assert(
        fc.property(mutated, (bytes) => {
          const read = decodeGeometry(bytes)
          if (!read.ok) {
            refused++
            expect(read.error.message).toMatch(/geometry blob/)
            return
          }
          // What was read can be written, and from then on nothing changes.
          const written = encodeGeometry(read.value)
          const again = decodeGeometry(written.bytes, written.hash)
          expect(again.ok && encodeGeometry(again.value).hash).toBe(written.hash)
        }),
        { seed, numRuns: 10_000 },
      )
      expect(refused).toBeGreaterThan(1_000)
      expect(refused).toBeLessThan(10_000)
    })
})
