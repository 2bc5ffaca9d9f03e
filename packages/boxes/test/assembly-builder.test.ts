import { describe, expect, it } from 'vitest'
import type { AssemblyRecipe, Edge } from '@hewn/model'
import * as fc from 'fast-check'
import { AssemblyBuilder, canonicalRecipe, executeRecipe, parseRecipe, RecipeRefused } from '../src/index.ts'
import { mended } from './random-recipes.ts'
import { FAMILIES } from './solids.ts'

/** Every line of a recipe said again, one call after another; what has no call stands at the beginning. */
function saidAgain(recipe: AssemblyRecipe): AssemblyBuilder {
  const { material, openFaces, axis, lid, subdivisions, panels, feet, drawers, cutting, ...beginning } = recipe
  let builder = AssemblyBuilder.of(beginning)
  if (material) builder = builder.withMaterial(material)
  if (openFaces) builder = builder.withOpenFaces(openFaces)
  if (axis) builder = builder.withAxis(axis)
  for (const one of lid ? [lid].flat() : []) builder = builder.withLid(one)
  for (const step of subdivisions ?? []) {
    if (step.type === 'grid') {
      const { type: _, void: space, ...more } = step
      builder = builder.grid(space, more)
    } else if (step.type === 'split') builder = builder.split(step.void, step.axis, step.sizes)
    else builder = builder.subdivideEvenly(step.void, step.count, step.axis)
  }
  if (feet) builder = builder.withFeet(feet)
  for (const { void: space, ...more } of drawers ?? []) builder = builder.drawer(space, more)
  for (const { face, extensions = {}, cutouts = [], fillets = [], texts = [] } of panels ?? []) {
    let panel = builder.panel(face)
    for (const [edge, by] of Object.entries(extensions)) panel = panel.withExtension(edge as Edge, by)
    for (const cutout of cutouts) panel = panel.withCutout(cutout)
    for (const { corners, radius } of fillets) panel = panel.withFillet(corners, radius)
    for (const text of texts) panel = panel.withText(text)
    builder = panel
  }
  return cutting ? builder.withCutting(cutting) : builder
}

/** Whoever says nothing about a panel leaves no step, and what is said of it without a pause is one. */
const isSayable = ({ panels = [] }: AssemblyRecipe): boolean =>
  panels.every((step, index) => {
    const { face, ...said } = step
    return Object.values(said).some((one) => Object.keys(one).length > 0) && panels[index - 1]?.face !== face
  })

describe('AssemblyBuilder', () => {
  it.each(Object.entries(FAMILIES))('[BX5] recipe → builder → recipe is the identity: %s', (_, recipes) => {
    let said = 0
    for (const document of fc.sample(recipes, { seed: 20_417, numRuns: 60 })) {
      const parsed = parseRecipe(mended(document, parseRecipe))
      if (!parsed.ok || !isSayable(parsed.value)) continue
      const builder = saidAgain(parsed.value)
      // Lists that are empty say nothing, and so nobody says them.
      expect(canonicalRecipe(builder.recipe)).toEqual(canonicalRecipe(parsed.value))
      expect(JSON.stringify(builder.build().engine.panels)).toBe(
        JSON.stringify(executeRecipe(parsed.value).engine.panels),
      )
      said++
    }
    expect(said).toBeGreaterThan(10)
  })

  it('[BX5] writes the recipe line by line', () => {
    const builder = AssemblyBuilder.basicBox(150, 100, 80, { thickness: 4 })
      .withMaterial({ name: 'birch' })
      .withOpenFaces(['front'])
      .withAxis('z')
      .withLid({ face: 'negative', tabDirection: 'tabs-in' })
      .grid('root', { columns: 3, rows: 2, axes: ['x', 'y'] })
      .subdivideEvenly('root/r0c0', 2)
      .split('root/r1c0', 'y', [10, '*'])
      .withCutting({ kerf: 0.2 })
      .withCutting({ fit: 'glue' })
    expect(builder.recipe).toEqual({
      type: 'basicBox',
      width: 150,
      height: 100,
      depth: 80,
      material: { thickness: 4, name: 'birch' },
      openFaces: ['front'],
      axis: 'z',
      lid: { face: 'negative', tabDirection: 'tabs-in' },
      subdivisions: [
        { type: 'grid', void: 'root', columns: 3, rows: 2, axes: ['x', 'y'] },
        { type: 'subdivideEvenly', void: 'root/r0c0', count: 2 },
        { type: 'split', void: 'root/r1c0', axis: 'y', sizes: [10, '*'] },
      ],
      cutting: { kerf: 0.2, fit: 'glue' },
    })
    const { engine } = builder.build()
    expect(engine.recipe).toEqual(builder.recipe)
    expect(engine.panels).toEqual(executeRecipe(builder.recipe).engine.panels)
    expect(engine.proof.ok).toBe(true)
  })

  it('[BX5] panels, feet and drawers go on the chain', () => {
    const { recipe } = AssemblyBuilder.basicBox(150, 100, 80)
      .withOpenFaces(['top', 'front'])
      .withFeet({ height: 10, width: 20, inset: 0 })
      .grid('root', { columns: 3, axes: ['x', 'y'], rows: 2 })
      .panel('back')
      .withExtension('top', 20)
      .withCutout({ type: 'slot', width: 60, height: 8, from: 'top', y: -9 })
      .withFillet(['top-left', 'top-right'], 10)
      .panel('left')
      .withText({ text: 'Tea', height: 8, y: 20 })
      .drawer('root/*', { text: '{n}' })
    expect(recipe.panels).toEqual([
      {
        face: 'back',
        extensions: { top: 20 },
        cutouts: [{ type: 'slot', width: 60, height: 8, from: 'top', y: -9 }],
        fillets: [{ corners: ['top-left', 'top-right'], radius: 10 }],
      },
      { face: 'left', texts: [{ text: 'Tea', height: 8, y: 20 }] },
    ])
    expect(recipe.drawers).toEqual([{ void: 'root/*', text: '{n}' }])
    expect(executeRecipe(recipe).engine.proof.ok).toBe(true)
  })

  it('[BX5] every call gives a new builder and leaves the old one as it was', () => {
    const plain = AssemblyBuilder.enclosedBox(150, 100, 80)
    const open = plain.withOpenFaces(['top'])
    expect(plain.recipe).toEqual({ type: 'enclosedBox', width: 150, height: 100, depth: 80 })
    expect(open).not.toBe(plain)
  })

  it('[BX5] a second lid makes a pair', () => {
    const lids = AssemblyBuilder.enclosedBox(90, 90, 90).withLid({ face: 'positive' }).withLid({ face: 'negative' })
    expect(lids.recipe.lid).toEqual([{ face: 'positive' }, { face: 'negative' }])
  })

  it('[BX5] what cannot be is refused by build', () => {
    expect(() => AssemblyBuilder.basicBox(150, 100, 80).grid('attic', { columns: 2 }).build()).toThrow(RecipeRefused)
  })
})
