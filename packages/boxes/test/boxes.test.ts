import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { executeRecipe, factsOf, type RecipeRefused } from '../src/index.ts'

const areaOf = (recipe: AssemblyRecipe) => factsOf(executeRecipe(recipe).engine).find((fact) => fact.kind === 'area')

describe('numbers to hold on to', () => {
  it('[BX43] a closed 100 x 60 x 80 box from 3 mm has 34,792 mm² of panels', () => {
    expect(areaOf({ type: 'enclosedBox', width: 100, height: 60, depth: 80 })).toEqual({ kind: 'area', value: 34_792 })
  })

  it('[BX43] the same with an open top has 27,836 mm²', () => {
    expect(areaOf({ type: 'basicBox', width: 100, height: 60, depth: 80 })).toEqual({ kind: 'area', value: 27_836 })
  })

  it('[BX43] a closed 100 x 80 x 60 box with one x-divider has 38,788 mm²', () => {
    const recipe: AssemblyRecipe = {
      type: 'enclosedBox',
      width: 100,
      height: 80,
      depth: 60,
      allowSealed: true,
      subdivisions: [{ type: 'subdivideEvenly', void: 'root', axis: 'x', count: 2 }],
    }
    expect(areaOf(recipe)).toEqual({ kind: 'area', value: 38_788 })
  })

  it('[BX43] a 120 mm cube from 6 mm has 78,048 mm²', () => {
    const recipe: AssemblyRecipe = {
      type: 'enclosedBox',
      width: 120,
      height: 120,
      depth: 120,
      material: { thickness: 6 },
    }
    expect(areaOf(recipe)).toEqual({ kind: 'area', value: 78_048 })
  })

  it('[BX43] do not depend on the fingers', () => {
    for (const fingerWidth of [1, 4, 10, 37, 200]) {
      for (const fingerGap of [0, 1.5, 10]) {
        const material = { fingerWidth, fingerGap }
        const recipe: AssemblyRecipe = { type: 'enclosedBox', width: 100, height: 60, depth: 80, material }
        expect(areaOf(recipe)).toEqual({ kind: 'area', value: 34_792 })
      }
    }
  })
})

it('[BX4] a box that cannot be is refused with a friendly message', () => {
  const attempt = (): unknown => executeRecipe({ type: 'basicBox', width: -5, height: 100, depth: 80 })
  expect(attempt).toThrow('Width is -5 mm — at least 10 mm with 3 mm material')
  try {
    attempt()
  } catch (refused) {
    expect((refused as RecipeRefused).problems).toEqual([
      {
        code: 'RECIPE_NUMBER',
        path: 'width',
        message: 'Width is -5 mm — at least 10 mm with 3 mm material',
        got: -5,
        limit: 10,
        nearest: 10,
      },
    ])
  }
})
