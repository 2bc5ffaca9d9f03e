import { parseRecipe } from '@hewn/boxes'
import { ERRORS } from '@hewn/model'
import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planBox } from '../src/index.ts'
import { tokenise } from '../src/read/tokens.ts'

const PIECES =
  `open top box tray cube 150 x × by 100 80 mm cm in " ' 3 1/2 ½ -5 , . ( ) wide deep high inside plywood thick kerf 0.1
  3x2 compartments and front no without not lid closed taller twice half quarter inch four dozen hundred w150 150w 1,250 2,5 1e9 # ± 0.2
  about at least finger width sheet 600x400 each instead of keep the with for my pens % µm Ø feet shelves dividers 😀 ﷽`.split(
    /\s+/,
  )

const request = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

for (const seed of seeds(20417)) {
  describe(`any words at all, seed ${seed}`, () => {
    it('[AG24] tokens lie in the text, in order, one after the other', () => {
      fc.assert(
        fc.property(request, (words) => {
          let end = 0
          for (const { at } of tokenise(words)) {
            expect(at[0]).toBeGreaterThanOrEqual(end)
            expect(at[1]).toBeGreaterThan(at[0])
            end = at[1]
          }
          expect(end).toBeLessThanOrEqual(words.length)
        }),
        { seed, numRuns: 2000 },
      )
    })

    it('[AG5] the answer is a recipe the engine takes or an error of the catalogue, never an exception', () => {
      const current = { type: 'basicBox' as const, width: 150, height: 80, depth: 100 }
      fc.assert(
        fc.property(request, fc.boolean(), (words, follows) => {
          const plan = planBox(words, follows ? current : undefined)
          if (!plan.ok) {
            expect(Object.hasOwn(ERRORS, plan.error.code)).toBe(true)
            expect(plan.error.message.length).toBeGreaterThan(0)
            return
          }
          expect(parseRecipe(plan.value.recipe).ok).toBe(true)
          // Every digit of the words is in something that was read or is listed as not used.
          for (const { at, role } of plan.value.understanding.spans)
            if (role === 'filler' || role === 'unread') expect(words.slice(...at)).not.toMatch(/^\p{N}/u)
        }),
        { seed, numRuns: 3000 },
      )
    })
  })
}
