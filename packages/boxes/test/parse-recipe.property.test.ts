import { ERRORS } from '@hewn/model'
import { assemblyRecipe } from '@hewn/model/schemas'
import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { executeRecipe, parseRecipe } from '../src/index.ts'
import { checkForm } from '../src/recipe/parse-recipe.ts'
import { FAMILIES } from './solids.ts'
import { fullRecipe, holdsProto, mutate, nullsLeftOut, withValueAt } from './recipe-documents.ts'

const FORM = new Set(['RECIPE_UNKNOWN_FIELD', 'RECIPE_TYPE', 'RECIPE_CHOICE'])
const RUNS = 3000

/** A limit is not a matter of form, and a word for something later is not in the schema either. */
const hasForm = (document: unknown): boolean => {
  const checked = checkForm(document)
  return checked.ok || !checked.error.some(({ code }) => FORM.has(code) || code === 'RECIPE_NOT_YET')
}

/** The schema looks past a `__proto__` in a record; we refuse it everywhere (BX38). */
const fitsSchema = (document: unknown): boolean =>
  !holdsProto(document) && assemblyRecipe.safeParse(nullsLeftOut(document)).success

/** `left:bottom` is another word for `bottom-left` (BX26). */
const withPlainCorners = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document).replaceAll('"left:bottom"', '"bottom-left"'))

describe('the form', () => {
  for (const seed of seeds(20_417)) {
    const mutated = fc.tuple(fullRecipe, fc.array(mutate, { maxLength: 3 })).map(([recipe, changes]) => {
      return changes.reduce<unknown>((document, change) => change(document), recipe)
    })
    it(`[BX6] is that of the schema, on good recipes and on broken ones, seed ${seed}`, () => {
      let good = 0
      fc.assert(
        fc.property(mutated, (document) => {
          const checked = checkForm(document)
          // Into a list that is too long nobody looks.
          fc.pre(checked.ok || !checked.error.some(({ code }) => code === 'RECIPE_TOO_MANY'))
          const expected = fitsSchema(document)
          if (expected) good++
          expect(hasForm(document)).toBe(expected)
        }),
        { seed, numRuns: RUNS },
      )
      expect(good).toBeGreaterThan(RUNS / 10)
      expect(good).toBeLessThan((RUNS * 9) / 10)
    })

    it(`[BX6] is that of the schema on any JSON, seed ${seed}`, () => {
      fc.assert(
        fc.property(fc.jsonValue(), (document) => {
          expect(hasForm(document)).toBe(fitsSchema(document))
        }),
        { seed, numRuns: RUNS },
      )
    })

    it(`[BX37] what is accepted is what was sent, less its nulls, seed ${seed}`, () => {
      fc.assert(
        fc.property(fullRecipe, (document) => {
          const checked = checkForm(document)
          if (checked.ok) expect(checked.value).toEqual(nullsLeftOut(withPlainCorners(document)))
        }),
        { seed, numRuns: 500 },
      )
    })

    it(`[BX37] any value gets an answer, never a throw, seed ${seed}`, () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), mutated),
          (value) => {
            const parsed = parseRecipe(value)
            if (parsed.ok) return
            expect(parsed.error.length).toBeGreaterThan(0)
            expect(parsed.error.length).toBeLessThanOrEqual(20)
            for (const problem of parsed.error) expect(problem.message).not.toBe('')
          },
        ),
        { seed, numRuns: RUNS },
      )
    })

    it(`[BX39] the nearest value, put at its path, heals that problem, seed ${seed}`, () => {
      let healed = 0
      fc.assert(
        fc.property(fc.oneof(mutated, ...Object.values(FAMILIES)), (document) => {
          const parsed = parseRecipe(document)
          if (parsed.ok) return
          for (const { code, path, nearest } of parsed.error) {
            // The nearest of an unknown field is a name and not a value.
            if (nearest === undefined || code === 'RECIPE_UNKNOWN_FIELD') continue
            const again = parseRecipe(withValueAt(document, path, nearest))
            const same = again.ok ? [] : again.error.filter((problem) => problem.code === code && problem.path === path)
            expect(same).toEqual([])
            healed++
          }
        }),
        { seed, numRuns: RUNS / 2 },
      )
      expect(healed).toBeGreaterThan(RUNS / 40)
    })

    it(`[BX39] [BX45] P23: 5,000 random documents: a code, a path, a reason and the nearest value that works, or a proof, seed ${seed}`, () => {
      const boxes = fc.oneof(...Object.values(FAMILIES))
      const broken = fc
        .tuple(boxes, fc.array(mutate, { minLength: 1, maxLength: 2 }))
        .map(([recipe, changes]) => changes.reduce<unknown>((document, change) => change(document), recipe))
      let refused = 0
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), mutated, boxes, broken), (document) => {
          const parsed = parseRecipe(document)
          if (parsed.ok) {
            expect(executeRecipe(parsed.value).engine.proof.ok).toBe(true)
            return
          }
          refused++
          for (const problem of parsed.error) {
            expect(Object.hasOwn(ERRORS, problem.code)).toBe(true)
            expect(typeof problem.path).toBe('string')
            expect(problem.message).toMatch(/^\S.+\S$/s)
            expect(problem.message).not.toMatch(/undefined|\[object|NaN mm|function/)
            // A field nobody knows, with no like name among those that are, has to go.
            if (problem.code !== 'RECIPE_UNKNOWN_FIELD' && problem.code !== 'RECIPE_NOT_YET')
              expect([problem, problem.nearest]).not.toEqual([problem, undefined])
          }
        }),
        { seed, numRuns: 5000 },
      )
      expect(refused).toBeGreaterThan(1000)
    })
  }
})
