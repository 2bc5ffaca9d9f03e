import type { Axis, Face } from '@hewn/model'
import { seeds } from '@hewn/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSheets, executeRecipe, layersOf, parseRecipe, toSvg } from '../src/index.ts'
import { comesApart, enclosedVolume, looseEdges, misjudgedCells } from './judge.ts'
import { areaOf } from '../src/panels/contour.ts'
import type { Panel } from '../src/panels/panel.ts'
import { FACES } from '../src/index.ts'
import { anyRecipe, mended, opposedRecipe } from './random-recipes.ts'
import { FAMILIES } from './solids.ts'

// Eight families, the seed in the title and a fresh one: more than 2,000 are accepted in all; 10,000 in the bench.
const RUNS = 210

for (const [name, recipes] of Object.entries(FAMILIES)) {
  for (const seed of seeds(20_417)) {
    it(`[BX71] [BX45] P23: every accepted recipe passes the proof: ${name}, seed ${seed}`, () => {
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
      expect(accepted).toBeGreaterThan(RUNS * 0.6)
    })
  }
}

describe('judges that share no code with the proof', () => {
  for (const seed of seeds(77)) {
    it(`[BX72] [BX44] counting the parts in every cell agrees, and a search finds a way apart, seed ${seed}`, () => {
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
            expect([recipe, comesApart(engine)]).toEqual([recipe, true])
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

const plainBox = fc.record({
  type: fc.constant('enclosedBox' as const),
  width: fc.integer({ min: 400, max: 3000 }).map((tenths) => tenths / 10),
  height: fc.integer({ min: 400, max: 3000 }).map((tenths) => tenths / 10),
  depth: fc.integer({ min: 400, max: 3000 }).map((tenths) => tenths / 10),
  openFaces: fc.subarray([...FACES], { maxLength: 3 }),
  material: fc.record({
    fingerWidth: fc.integer({ min: 4, max: 30 }),
    thicknesses: fc.record(
      Object.fromEntries(FACES.map((face) => [face, fc.constantFrom(2, 3, 4.5)])) as Record<Face, fc.Arbitrary<number>>,
    ),
  }),
})

/** Left and right have no rank between theirs, nor have front and back, or two lids. */
const MIRRORS: Record<Axis, Partial<Record<Face, Face>>> = {
  x: { left: 'right', right: 'left' },
  y: { top: 'bottom', bottom: 'top' },
  z: { front: 'back', back: 'front' },
}

for (const seed of seeds(5)) {
  it(`[BX45] P24: a mirrored recipe gives mirrored panels, P25: and equal input equal bytes, seed ${seed}`, () => {
    let compared = 0
    fc.assert(
      fc.property(plainBox, fc.constantFrom<Axis>('x', 'y', 'z'), (box, axis) => {
        const other = (face: Face): Face => MIRRORS[axis][face] ?? face
        const { thicknesses } = box.material
        const mirrored = {
          ...box,
          openFaces: box.openFaces.map(other),
          material: {
            ...box.material,
            thicknesses: Object.fromEntries(FACES.map((face) => [other(face), thicknesses[face]])),
          },
        }
        const [one, two] = [parseRecipe(box), parseRecipe(mirrored)]
        expect(one.ok).toBe(two.ok)
        if (!one.ok || !two.ok) return
        const [own, seen] = [executeRecipe(one.value).engine, executeRecipe(two.value).engine]
        for (const panel of own.panels) {
          const twin = seen.panels.find(({ id }) => id === other(panel.id as Face))
          const net = (of: Panel | undefined): number =>
            [of?.outline ?? [], ...(of?.holes ?? [])].reduce((sum, contour) => sum + areaOf(contour), 0)
          expect(twin?.body).toEqual(panel.body)
          expect(net(twin)).toBe(net(panel))
          // Seen from its back a panel is its twin, as it stands or upside down.
          expect(looks(twin)).toContain(shapeOf(panel, (x, y) => [panel.body.width - x, y]))
          compared++
        }
        const again = executeRecipe(JSON.parse(JSON.stringify(one.value))).engine
        expect(JSON.stringify([again.panels, again.proof])).toBe(JSON.stringify([own.panels, own.proof]))
      }),
      { seed, numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(100)
  })
}

/** All corners, moved and in one order. */
const shapeOf = ({ outline, holes }: Panel, to: (x: number, y: number) => [number, number]): string =>
  [outline, ...holes]
    .flatMap((contour) => contour.map(({ x, y }) => to(x, y).join()))
    .toSorted()
    .join(' ')

const looks = (panel: Panel | undefined): string[] => {
  if (!panel) return []
  const { width, height } = panel.body
  return [shapeOf(panel, (x, y) => [x, y]), shapeOf(panel, (x, y) => [width - x, height - y])]
}
