import type { AssemblyRecipe } from '@hewn/model'
import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyDiff,
  applyEdit,
  cutSheets,
  type Edit,
  executeRecipe,
  fromFile,
  fromLink,
  parseRecipe,
  reversed,
  toLink,
  toSvg,
} from '../src/index.ts'
import { decoratedRecipe, drawerRecipe, liddedRecipe, mended, raisedRecipe } from './random-recipes.ts'

const mm = fc.integer({ min: 10, max: 3000 }).map((tenths) => tenths / 10)
const face = fc.constantFrom('front', 'back', 'left', 'right', 'top', 'bottom')
const panel = fc.oneof(face, fc.constantFrom('divider:root:x0', 'lid:top', 'nothing'))
const space = fc.constantFrom('root', 'root/0', 'root/1', 'root/r0c0', 'root/r1c1', 'root/0/1', 'nowhere')
const divider = fc.constantFrom('divider:root:x0', 'divider:root:y0', 'divider:root:z1', 'divider:root/0:x0', 'none')

const edit = fc.oneof(
  fc.record({ type: fc.constant('set-size'), width: mm, measure: fc.constantFrom('inside', 'outside', undefined) }),
  fc.record({ type: fc.constant('set-measure'), measure: fc.constantFrom('inside', 'outside') }),
  fc.record({
    type: fc.constant('set-material'),
    material: fc.record({ thickness: mm }),
    keep: fc.constantFrom('inside', 'outside', undefined),
  }),
  fc.record({ type: fc.constant('toggle-face'), face }),
  fc.record({ type: fc.constant('set-axis'), axis: fc.constantFrom('x', 'y', 'z') }),
  fc.record({
    type: fc.constant('set-lid'),
    face: fc.constantFrom('positive', 'negative'),
    lid: fc.oneof(fc.constant(null), fc.record({ kind: fc.constantFrom('fixed', 'slide', 'lift-off') })),
  }),
  fc.record({
    type: fc.constant('set-feet'),
    feet: fc.oneof(fc.constant(null), fc.record({ height: mm, width: mm, inset: mm })),
  }),
  fc.record({
    type: fc.constant('split'),
    void: space,
    into: fc.record({
      type: fc.constant('subdivideEvenly'),
      axis: fc.constantFrom('x', 'y', 'z'),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  }),
  fc.record({
    type: fc.constant('set-count'),
    void: space,
    field: fc.constantFrom('columns', 'rows', 'count'),
    count: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ type: fc.constant('move-divider'), divider, by: fc.integer({ min: -50, max: 50 }) }),
  fc.record({ type: fc.constant('remove-divider'), divider }),
  fc.record({ type: fc.constant('merge'), voids: fc.array(space, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('extend-edge'),
    panel,
    edge: fc.constantFrom('top', 'bottom', 'left', 'right'),
    by: fc.integer({ min: -30, max: 60 }),
  }),
  fc.record({
    type: fc.constant('add-cutout'),
    panel,
    cutout: fc.record({ type: fc.constant('circle'), diameter: mm }),
  }),
  fc.record({ type: fc.constant('remove-cutout'), id: fc.constantFrom('cutout:front:0', 'cutout:top:1', 'nonsense') }),
  fc.record({
    type: fc.constant('fillet-corner'),
    panel,
    corner: fc.constantFrom('top-left', 'bottom-right'),
    radius: mm,
  }),
  fc.record({
    type: fc.constant('add-text'),
    panel,
    text: fc.record({ text: fc.string({ maxLength: 6 }), height: mm }),
  }),
  fc.record({
    type: fc.constant('set-drawer'),
    void: space,
    drawer: fc.oneof(fc.constant(null), fc.record({ clearance: fc.constantFrom(0, 1, 2) })),
  }),
  fc.record({ type: fc.constant('rename'), name: fc.string({ maxLength: 10 }) }),
) as fc.Arbitrary<Edit>

for (const seed of seeds(31)) {
  it(`[BX64] an edit gives a box that passes, or says why not, and its reverse gives the same bytes, seed ${seed}`, () => {
    let changed = 0
    const boxes = fc.oneof(raisedRecipe, liddedRecipe, drawerRecipe, { weight: 1, arbitrary: decoratedRecipe })
    fc.assert(
      fc.property(boxes, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        const parsed = parseRecipe(mended(start, parseRecipe))
        if (!parsed.ok) return
        let recipe = parsed.value
        for (const one of edits) {
          const before = JSON.stringify(recipe)
          const result = applyEdit(recipe, one)
          expect(JSON.stringify(recipe)).toBe(before)
          if (!result.ok) {
            expect(result.error[0]?.message).toBeTruthy()
            continue
          }
          const { diff, recipe: next } = result.value
          expect(JSON.stringify(applyDiff(recipe, diff))).toBe(JSON.stringify(next))
          expect(JSON.stringify(applyDiff(next, reversed(diff)))).toBe(before)
          expect(executeRecipe(next).engine.proof.checks.filter((check) => !check.ok)).toEqual([])
          recipe = next
          changed++
        }
      }),
      { seed, numRuns: 50 },
    )
    expect(changed).toBeGreaterThan(20)
  })
}

for (const seed of seeds(83)) {
  it(`[BX45] P21: a link, a file, undo and redo give identical panels, seed ${seed}`, () => {
    const panelsOf = (recipe: AssemblyRecipe | undefined): string =>
      JSON.stringify(recipe && executeRecipe(recipe).engine.panels)
    const opened = (read: ReturnType<typeof fromLink>) => panelsOf(read.ok ? read.value : undefined)
    let [edited, filed] = [0, 0]
    const boxes = fc.oneof(raisedRecipe, liddedRecipe, drawerRecipe, decoratedRecipe)
    fc.assert(
      fc.property(boxes, edit, (start, one) => {
        const parsed = parseRecipe(mended(start, parseRecipe))
        if (!parsed.ok) return
        const recipe = parsed.value
        const panels = panelsOf(recipe)
        expect(opened(fromLink(toLink(recipe)))).toBe(panels)
        const sheets = cutSheets(executeRecipe(recipe).engine)
        if (sheets.ok && sheets.value[0]) {
          expect(opened(fromFile(toSvg(sheets.value[0])))).toBe(panels)
          filed++
        }
        const result = applyEdit(recipe, one)
        if (!result.ok) return
        const { diff, recipe: next } = result.value
        const changed = panelsOf(next)
        const undone = applyDiff(next, reversed(diff))
        expect(panelsOf(undone)).toBe(panels)
        expect(panelsOf(applyDiff(undone, diff))).toBe(changed)
        edited++
      }),
      { seed, numRuns: 40 },
    )
    expect([edited > 5, filed > 10]).toEqual([true, true])
  })
}
