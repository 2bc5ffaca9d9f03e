import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { type Engine, executeRecipe, parseRecipe, toScript } from '../src/index.ts'
import * as families from './random-recipes.ts'

const {
  anyRecipe,
  decoratedRecipe,
  drawerRecipe,
  footedRecipe,
  liddedRecipe,
  opposedRecipe,
  raisedRecipe,
  rimmedRecipe,
} = families
export const FAMILIES = {
  any: anyRecipe,
  opposed: opposedRecipe,
  raised: raisedRecipe,
  footed: footedRecipe,
  lidded: liddedRecipe,
  drawers: drawerRecipe,
  decorated: decoratedRecipe,
  rimmed: rimmedRecipe,
}
/** Booleans of many touching parts take minutes and prove no more. */
const MOST_PANELS = 16

export interface MeasuredBox {
  /** mm³ of every solid, in the order of the panels. */
  volumes: number[]
  valid: boolean
  /** Pairs of solids that have something in common, and how much, in mm³. */
  shared: [string, string, number][]
}

/** As many random boxes as asked for, of every family alike. */
export function randomBoxes(count: number, seed: number): Engine[] {
  const all = Object.values(FAMILIES)
  const each = Math.ceil(count / all.length)
  const found = all.flatMap((family) => {
    const boxes: Engine[] = []
    for (const recipe of fc.sample(family, { seed, numRuns: each * 6 })) {
      if (boxes.length === each) break
      const parsed = parseRecipe(families.mended(recipe, parseRecipe))
      if (!parsed.ok) continue
      const { engine } = executeRecipe(parsed.value)
      if (engine.panels.length <= MOST_PANELS) boxes.push(engine)
    }
    return boxes
  })
  return found.slice(0, count)
}

/** Builds them with the part kernel in one process, and measures what came out. */
export function measureSolids(python: string, boxes: readonly Engine[]): MeasuredBox[] {
  const { stderr, status, stdout } = spawnSync(python, [join(import.meta.dirname, 'solids.py')], {
    input: boxes.map((engine) => JSON.stringify(toScript(engine))).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`The part kernel did not build the boxes: ${stderr.slice(-2000)}`)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MeasuredBox)
}
