import {
  cutSheets,
  executeRecipe,
  fromFile,
  fromLink,
  parametersOf,
  parseRecipe,
  toDxf,
  toLink,
  toPdf,
  toSvg,
} from '@hewn/boxes'
import type { AssemblyRecipe, Parameter } from '@hewn/model'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const here = import.meta.dirname
const names = readdirSync(here).filter(
  (name) => existsSync(join(here, name, 'recipe.json')) && !existsSync(join(here, name, 'error.json')),
)
const recipeOf = (name: string) => JSON.parse(readFileSync(join(here, name, 'recipe.json'), 'utf8')) as AssemblyRecipe

it('[BX63] there are fourteen templates and more, each another kind of box', () => {
  expect(names.length).toBeGreaterThanOrEqual(14)
  const all = names.map((name) => JSON.stringify(recipeOf(name)))
  for (const feature of [
    'lift-off',
    'slide',
    'drawers',
    'feet',
    'extensions',
    'fillets',
    'texts',
    'repeat',
    'inside',
    'split',
  ])
    expect(
      all.some((recipe) => recipe.includes(`"${feature}"`)),
      feature,
    ).toBe(true)
})

describe.each(names)('the template %s', (name) => {
  const recipe = recipeOf(name)

  it('[BX63] is cut-ready in SVG, DXF and PDF, and each file opens it again', () => {
    const { engine } = executeRecipe(recipe)
    expect(engine.proof.ok).toBe(true)
    const sheets = cutSheets(engine)
    if (!sheets.ok) throw new Error(sheets.error[0]?.message)
    const [first] = sheets.value
    if (!first) throw new Error('There is a sheet.')
    for (const file of [toSvg(first), toDxf(first), toPdf(sheets.value)]) expect(fromFile(file).ok).toBe(true)
  })

  it('[BX61] fits a link under 700 characters', () => {
    expect(toLink(recipe).length).toBeLessThan(700)
    expect(fromLink(toLink(recipe)).ok).toBe(true)
  })

  it('[BX63] passes the proof at all corners of its ranges: a quarter less and more, one compartment fewer and more', {
    timeout: 60_000,
  }, () => {
    const ranges = parametersOf(recipe).flatMap((parameter) => {
      const range = rangeOf(name, parameter)
      return range && 'path' in parameter.at ? [{ path: parameter.at.path.split('.'), range }] : []
    })
    expect(ranges.length).toBeGreaterThanOrEqual(5)
    // A calendar of 133 parts is asked at some of its corners, low and high of everything among them.
    const stride = executeRecipe(recipe).engine.panels.length > 60 ? 13 : 1
    for (let corner = 0; corner < 2 ** ranges.length; corner += stride) {
      const moved = structuredClone(recipe)
      const values = ranges.map(({ path, range }, index) => {
        const value = range[(corner >> index) & 1] ?? range[0]
        setAt(moved, path, value)
        return `${path.join('.')} ${value}`
      })
      const parsed = parseRecipe(moved)
      expect([values, parsed.ok || parsed.error[0]?.message]).toEqual([values, true])
      if (parsed.ok) expect([values, executeRecipe(parsed.value).engine.proof.ok]).toEqual([values, true])
    }
  })

  it('[BX63] is proven or refused with a reason wherever its sliders stand', { timeout: 60_000 }, () => {
    for (const { value, min = 0, max = 0, at } of parametersOf(recipe)) {
      if (!('path' in at) || typeof value !== 'number') continue
      for (const other of [min, max]) {
        const moved = structuredClone(recipe)
        setAt(moved, at.path.split('.'), other)
        const parsed = parseRecipe(moved)
        if (parsed.ok) expect(executeRecipe(parsed.value).engine.proof.ok, `${at.path} ${other}`).toBe(true)
        else expect(parsed.error[0]?.message).toMatch(/\w/)
      }
    }
  })
})

/** Decks have a size of their own, and the tray's fourth column has a divider of its own: neither gets smaller. */
const ONLY_UP: Readonly<Record<string, string>> = { 'deck-box': 'width', 'parts-tray': 'columns' }

function rangeOf(story: string, { name, value, min = 0, max = 0, step }: Parameter): [number, number] | undefined {
  if (typeof value !== 'number' || name === 'kerf') return undefined
  const isCount = max === 20 && step === 1
  const tenth = (length: number): number => Math.min(max, Math.max(min, Math.round(length * 10) / 10))
  const low = ONLY_UP[story] === name ? value : isCount ? Math.max(1, value - 1) : tenth(value * 0.8)
  return [low, isCount ? value + 1 : tenth(value * 1.25)]
}

function setAt(target: unknown, [key, ...rest]: string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || key === undefined) return
  const holder = target as Record<string, unknown>
  if (rest.length === 0) holder[key] = value
  else {
    holder[key] ??= {}
    setAt(holder[key], rest, value)
  }
}
