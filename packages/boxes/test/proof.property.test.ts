import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSheets, executeRecipe, layersOf, parseRecipe, toSvg } from '../src/index.ts'
import { enclosedVolume, looseEdges, misjudgedCells } from './judge.ts'
import { anyRecipe, mended, opposedRecipe } from './random-recipes.ts'
import { FAMILIES } from './solids.ts'

// Eight families, the seed in the title and a fresh one: above 2,000 recipes; 10,000 in the bench.
const RUNS = 160

for (const [name, recipes] of Object.entries(FAMILIES)) {
  for (const seed of seeds(20_417)) {
    it(`[BX45] every accepted recipe passes the proof: ${name}, seed ${seed}`, () => {
      let accepted = 0
      fc.assert(
        fc.property(recipes, (recipe) => {
          const parsed = parseRecipe(mended(recipe, parseRecipe))
          if (!parsed.ok) return
          accepted++
          const { proof } = executeRecipe(parsed.value).engine
          const failing = proof.checks.filter((check) => !check.ok)
          expect({ failing, unproven: proof.joints - proof.proven }).toEqual({ failing: [], unproven: 0 })
        }),
        { seed, numRuns: RUNS },
      )
      // A generator whose recipes are always refused would prove nothing.
      expect(accepted).toBeGreaterThan(RUNS / 4)
    })
  }
}

describe('judges that share no code with the proof', () => {
  for (const seed of seeds(77)) {
    it(`[BX72] counting the parts in every cell agrees, seed ${seed}`, () => {
      let judged = 0
      fc.assert(
        fc.property(anyRecipe, opposedRecipe, (any, opposed) => {
          for (const recipe of [any, opposed]) {
            // Wide fingers and few compartments: the judge is slow.
            const coarse = { ...recipe, material: { ...recipe.material, fingerWidth: 60 } }
            const parsed = parseRecipe(coarse)
            if (!parsed.ok) continue
            const { engine } = executeRecipe(parsed.value)
            if (engine.panels.length > 9) continue
            expect(misjudgedCells(engine)).toEqual([])
            judged++
          }
        }),
        { seed, numRuns: 60 },
      )
      expect(judged).toBeGreaterThan(5)
    })

    it(`[BX57] every mesh is closed and encloses the volume of its panel, seed ${seed}`, () => {
      fc.assert(
        fc.property(anyRecipe, (recipe) => {
          const parsed = parseRecipe(recipe)
          if (!parsed.ok) return
          for (const { geometry } of layersOf(executeRecipe(parsed.value).engine)) {
            if (!geometry?.closed) continue
            expect(looseEdges(geometry)).toBe(0)
            const volume = geometry.body?.volume ?? 0
            expect(Math.abs(enclosedVolume(geometry) - volume)).toBeLessThan(volume * 1e-5)
          }
        }),
        { seed, numRuns: 40 },
      )
    })
  }
})

for (const seed of seeds(4)) {
  it(`[BX1] the order in which recipes are executed changes no byte, seed ${seed}`, () => {
    const bytesOf = (recipe: unknown): string => {
      const parsed = parseRecipe(recipe)
      if (!parsed.ok) return JSON.stringify(parsed.error)
      const { engine } = executeRecipe(parsed.value)
      const sheets = cutSheets(engine)
      return JSON.stringify([
        engine.panels,
        engine.joints,
        engine.proof,
        sheets.ok ? sheets.value.map((sheet) => toSvg(sheet)) : sheets.error,
      ])
    }
    fc.assert(
      fc.property(anyRecipe, opposedRecipe, (one, two) => {
        const first = [bytesOf(one), bytesOf(two)]
        expect([bytesOf(two), bytesOf(one)].toReversed()).toEqual(first)
      }),
      { seed, numRuns: 12 },
    )
  })
}
