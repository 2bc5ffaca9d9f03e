import type { AssemblyRecipe } from '@hewn/model'
import { expect, it } from 'vitest'
import { withoutMaterialName, withValueAt } from './change-recipe.ts'

const recipe: AssemblyRecipe = {
  type: 'basicBox',
  width: 150,
  height: 80,
  depth: 100,
  material: { name: 'birch', thickness: 4 },
  subdivisions: [{ type: 'grid', void: 'root', columns: 30 }],
}

it('[BX67] a change keeps what it did not name', () => {
  expect(withoutMaterialName(recipe)).toEqual({ ...recipe, material: { thickness: 4 } })
})

it('[BX39] the nearest value of a problem is put where the problem is', () => {
  expect(withValueAt(recipe, 'subdivisions.0.columns', 20)).toMatchObject({
    subdivisions: [{ type: 'grid', void: 'root', columns: 20 }],
  })
  expect(withValueAt(recipe, 'cutting.sheet', { width: 900, height: 600 })).toMatchObject({
    cutting: { sheet: { width: 900, height: 600 } },
    width: 150,
  })
  expect(withValueAt(recipe, '', 1)).toBe(recipe)
})
