import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bayFingers, fingers, soundSection } from '../src/joints/fingers.ts'

const rule = { width: 10_000, gap: 1.5, sound: 3000 }

describe('fingers', () => {
  it('[BX18] of a side of 100 from 3 mm between two solid faces are 18–30.8, 43.6–56.4 and 69.2–82', () => {
    expect(fingers([3000, 97_000], rule)).toEqual([
      [18_000, 30_800],
      [43_600, 56_400],
      [69_200, 82_000],
    ])
  })

  it('[BX18] of a side of 20 are one tab, 7.666–12.334', () => {
    expect(fingers([3000, 17_000], rule)).toEqual([[7666, 12_334]])
  })

  it('[BX17] are left out below three sound sections', () => {
    expect(fingers([0, 8999], rule)).toEqual([])
    expect(fingers([0, 9000], rule)).toEqual([[3000, 6000]])
  })

  it('[BX17] never get narrower than the sheet is thick, nor than 2 mm', () => {
    expect(soundSection(500, 1000)).toBe(2000)
    expect(soundSection(500, 6000)).toBe(6000)
    for (const [from, to] of fingers([0, 50_000], { width: 1000, gap: 1.5, sound: 6000 })) {
      expect(to - from).toBeGreaterThanOrEqual(6000)
    }
  })

  for (const seed of seeds(1)) {
    it(`[BX17] are symmetrical, apart, sound, and clear of the ends, seed ${seed}`, () => {
      const lengths = fc.integer({ min: 9000, max: 2_000_000 })
      const rules = fc.record({
        width: fc.integer({ min: 1000, max: 200_000 }),
        gap: fc.double({ min: 0, max: 10, noNaN: true }),
        sound: fc.integer({ min: 2000, max: 25_000 }),
      })
      fc.assert(
        fc.property(lengths, rules, fc.integer({ min: 0, max: 25_000 }), (length, someRule, from) => {
          for (const make of [fingers, bayFingers]) {
            const tabs = make([from, from + length], someRule)
            if (length >= 3 * someRule.sound) expect(tabs.length).toBeGreaterThan(0)
            const mirrored = tabs.map(([a, b]) => [2 * from + length - b, 2 * from + length - a]).toReversed()
            expect(mirrored).toEqual(tabs)
            let last = from - someRule.sound / 2
            for (const [a, b] of tabs) {
              // A micrometre may be lost where a border was rounded.
              expect(b - a).toBeGreaterThanOrEqual(someRule.sound - 1)
              expect(a - last).toBeGreaterThanOrEqual(someRule.sound - 1)
              last = b
            }
          }
        }),
        { seed, numRuns: 300 },
      )
    })
  }
})

describe('bays', () => {
  it('[BX19] shorter than four fingers have one tab in the middle', () => {
    expect(bayFingers([0, 39_999], rule)).toEqual([[14_999, 25_000]])
    expect(bayFingers([0, 18_000], rule)).toEqual([[6000, 12_000]])
  })

  it('[BX19] longer ones follow the rule of joints', () => {
    expect(bayFingers([0, 94_000], rule)).toEqual(fingers([0, 94_000], rule))
  })

  it('[BX19] too short ones have none', () => {
    expect(bayFingers([0, 8999], rule)).toEqual([])
  })
})
