import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { parseRecipe } from '../src/index.ts'

const box: AssemblyRecipe = { type: 'basicBox', width: 150, height: 100, depth: 80 }
const grid = (columns: number, rows = 1) => ({ type: 'grid', void: 'root', columns, rows })

const times = (count: number, entry: object): object[] => Array.from({ length: count }, () => entry)

/** The first problem, without its message where only the rest matters. */
function refusal(value: unknown) {
  const parsed = parseRecipe(value)
  return parsed.ok ? undefined : parsed.error[0]
}
const says = (more: object): string | undefined => refusal({ ...box, ...more })?.message
const coded = (more: object) => {
  const { code, path, nearest } = refusal({ ...box, ...more }) ?? {}
  return [code, path, nearest]
}

describe('what is taken', () => {
  it('[BX37] gives back a clean copy', () => {
    const parsed = parseRecipe(box)
    expect(parsed).toEqual({ ok: true, value: box })
    expect(parsed.ok && parsed.value).not.toBe(box)
  })

  it('[BX32] null counts as not said, and a field that is needed is then missing', () => {
    expect(parseRecipe({ ...box, openFaces: null, material: { thickness: null } })).toEqual({
      ok: true,
      value: { ...box, material: {} },
    })
    expect(coded({ width: null })).toEqual(['RECIPE_TYPE', 'width', 100])
  })

  it('[BX37] own properties only', () => {
    expect(refusal(Object.create(box))).toMatchObject({ code: 'RECIPE_TYPE', path: 'type' })
  })

  it('[BX37] what throws when it is read is not a recipe', () => {
    const trap = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('no')
        },
      },
    )
    expect(refusal(trap)).toMatchObject({ code: 'RECIPE_TYPE', path: '' })
  })

  it('[BX37] a list is not looked into when it is too long', () => {
    const panels = times(51, {})
    panels.forEach = () => {
      throw new Error('looked into')
    }
    expect(refusal({ ...box, panels })).toMatchObject({ code: 'RECIPE_TOO_MANY', path: 'panels' })
  })
})

describe('the form', () => {
  it('[BX38] unknown fields are refused at every level, naming the closest known one', () => {
    expect(coded({ widht: 3 })).toEqual(['RECIPE_UNKNOWN_FIELD', 'widht', 'width'])
    expect(coded({ material: { thickess: 3 } })).toEqual(['RECIPE_UNKNOWN_FIELD', 'material.thickess', 'thickness'])
    expect(coded({ subdivisions: [{ ...grid(2), cols: 2 }] })).toEqual([
      'RECIPE_UNKNOWN_FIELD',
      'subdivisions.0.cols',
      'columns',
    ])
    expect(says({ widht: 3 })).toBe('A recipe has no field "widht" — did you mean width?')
  })

  it('[BX38] __proto__ and its friends are unknown fields, and change nothing', () => {
    const document: unknown = JSON.parse('{"type":"basicBox","width":150,"height":100,"depth":80,"__proto__":{"ok":1}}')
    expect(refusal(document)).toMatchObject({ code: 'RECIPE_UNKNOWN_FIELD', path: '__proto__' })
    expect(coded({ constructor: 1 })[0]).toBe('RECIPE_UNKNOWN_FIELD')
    expect(Object.hasOwn(Object.prototype, 'ok')).toBe(false)
  })

  it('[BX38] types and words are checked', () => {
    expect(says({ width: '150' })).toBe('Width must be a number — "150" came')
    expect(coded({ openFaces: ['tpo'] })).toEqual(['RECIPE_CHOICE', 'openFaces.0', 'top'])
    expect(coded({ type: 'pyramid' })).toEqual(['RECIPE_CHOICE', 'type', 'basicBox'])
    expect(coded({ type: 'basicbox' })).toEqual(['RECIPE_CHOICE', 'type', 'basicBox'])
    expect(refusal(null)).toMatchObject({ code: 'RECIPE_TYPE', message: 'A recipe must be an object — null came' })
    expect(coded({ width: Number.NaN })).toEqual(['RECIPE_NUMBER', 'width', 100])
    // What nobody has to say is best left out.
    expect(coded({ lid: 5 })).toEqual(['RECIPE_TYPE', 'lid', null])
  })

  it('[BX38] at most 20 problems come at once, structure first', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`unknown${index}`, 1]))
    const parsed = parseRecipe({ ...box, width: 5000, ...many })
    expect(parsed.ok || parsed.error).toHaveLength(20)
    expect(parsed.ok || parsed.error.every((problem) => problem.code === 'RECIPE_UNKNOWN_FIELD')).toBe(true)
    const both = parseRecipe({ ...box, width: 5000, colour: 'red' })
    expect(both.ok || both.error.map((problem) => problem.code)).toEqual(['RECIPE_UNKNOWN_FIELD', 'RECIPE_TOO_LARGE'])
  })
})

describe('limits', () => {
  it('[BX40] name the number that came', () => {
    expect(says({ width: 2500 })).toBe('Width is 2500 mm — at most 2000 mm')
    expect(says({ width: 5 })).toBe('Width is 5 mm — at least 10 mm with 3 mm material')
    expect(says({ height: 20, material: { thickness: 8 } })).toBe('Height is 20 mm — at least 24 mm with 8 mm material')
    expect(says({ subdivisions: [grid(21)] })).toBe('Grid too large — maximum 20x20 compartments')
    expect(says({ subdivisions: [{ type: 'subdivideEvenly', void: 'root', count: 58 }] })).toBe(
      'Too many dividers: 57 — at most 50 in one box',
    )
    expect(says({ panels: times(51, { face: 'front' }) })).toBe('Too many panel operations: 51 — at most 50')
    expect(says({ panels: [{ face: 'front', fillets: [{ corners: [], radius: 120 }] }] })).toBe(
      'Fillet radius is 120 mm — at most 100 mm',
    )
    expect(says({ material: { thickness: 0.01 } })).toBe('Thickness is 0.01 mm — between 0.5 and 25 mm')
    expect(says({ drawers: times(100, { void: 'root' }) })).toBe('Too many drawers: 100 — at most 60')
    expect(says({ cutting: { kerf: 3.4 } })).toBe('Kerf is 3.4 mm — at most 1 mm. Did you mean 0.34?')
    expect(says({ drawers: [{ void: 'root', text: 'x'.repeat(80) }] })).toBe('Text is 80 characters long — at most 60')
  })

  it('[BX40] dividers are counted over all steps', () => {
    const wide = { ...box, width: 2000, depth: 2000 }
    const even = (space: string, count: number) => ({ type: 'subdivideEvenly', void: space, axis: 'z', count })
    const recipe = {
      ...wide,
      subdivisions: [{ type: 'subdivideEvenly', void: 'root', count: 31 }, even('root/0', 21), even('root/1', 2)],
    }
    expect(refusal(recipe)).toMatchObject({
      code: 'RECIPE_TOO_MANY',
      path: 'subdivisions.2.count',
      message: 'Too many dividers: 51 — at most 50 in one box',
      nearest: 1,
    })
    expect(parseRecipe({ ...wide, subdivisions: recipe.subdivisions.slice(0, 2) }).ok).toBe(true)
  })

  it('[BX41] a negative size, a size of nothing and a fraction of a count are told apart from what is too small', () => {
    expect(coded({ width: -5 })).toEqual(['RECIPE_NUMBER', 'width', 10])
    expect(coded({ width: 0 })).toEqual(['RECIPE_TOO_SMALL', 'width', 10])
    expect(coded({ material: { thickness: -3 } })).toEqual(['RECIPE_NUMBER', 'material.thickness', 0.5])
    expect(coded({ subdivisions: [grid(2.5)] })).toEqual(['RECIPE_NUMBER', 'subdivisions.0.columns', 3])
    expect(coded({ subdivisions: [grid(0)] })).toEqual(['RECIPE_TOO_SMALL', 'subdivisions.0.columns', 1])
  })

  it('[BX40] measured inside, a side may be as small as the outside allows', () => {
    const inside = { measure: 'inside', openFaces: [] }
    expect(coded({ ...inside, width: 4 })).toEqual([undefined, undefined, undefined])
    expect(coded({ ...inside, width: 3 })).toEqual(['RECIPE_TOO_SMALL', 'width', 4])
  })
})

describe('what cannot be', () => {
  it('[BX41] compartments that would be too small: the largest count that works', () => {
    expect(coded({ subdivisions: [grid(20)] })).toEqual(['RECIPE_COMPARTMENT_TOO_SMALL', 'subdivisions.0.columns', 16])
    expect(parseRecipe({ ...box, subdivisions: [grid(16)] }).ok).toBe(true)
    expect(says({ subdivisions: [{ type: 'split', void: 'root', axis: 'x', sizes: [2, '*'] }] })).toBe(
      'A compartment of 2 mm is too small — at least 6 mm',
    )
  })

  it('[BX35] fixed sizes that do not add up: the difference, and a share for the last', () => {
    const sizes = [100, 50]
    expect(refusal({ ...box, subdivisions: [{ type: 'split', void: 'root', axis: 'x', sizes }] })).toMatchObject({
      code: 'RECIPE_SIZES',
      path: 'subdivisions.0.sizes',
      message: 'The sizes are 9 mm more than the clear 141 mm — write * for the last',
      nearest: [100, '*'],
    })
    expect(says({ subdivisions: [{ type: 'split', void: 'root', axis: 'x', sizes: '200:*' }] })).toBe(
      'The fixed sizes are 59 mm more than the clear 141 mm',
    )
    expect(coded({ subdivisions: [{ type: 'split', void: 'root', axis: 'x', sizes: 'half' }] })[0]).toBe('RECIPE_SIZES')
  })

  it('[BX33] an unknown void: the known ones; a divided one: its first leaf', () => {
    expect(coded({ subdivisions: [grid(2), { ...grid(2), void: 'root/r0c7' }] })).toEqual([
      'RECIPE_UNKNOWN_VOID',
      'subdivisions.1.void',
      'root/r0c0',
    ])
    expect(says({ subdivisions: [grid(2), { ...grid(2), void: 'roof' }] })).toBe(
      'There is no compartment "roof" — there is root/r0c0, root/r0c1',
    )
    expect(coded({ subdivisions: [grid(2), grid(2)] })).toEqual([
      'RECIPE_VOID_SPLIT',
      'subdivisions.1.void',
      'root/r0c0',
    ])
  })

  it('[BX42] compartments nobody can reach: a face that would open them, unless it is meant', () => {
    expect(refusal({ ...box, openFaces: [], subdivisions: [grid(2, 2)] })).toMatchObject({
      code: 'RECIPE_SEALED_COMPARTMENTS',
      path: 'openFaces',
      nearest: ['top'],
    })
    const shelves = { type: 'subdivideEvenly', void: 'root', axis: 'y', count: 3 }
    expect(refusal({ ...box, subdivisions: [shelves] })).toMatchObject({
      code: 'RECIPE_SEALED_COMPARTMENTS',
      message: '2 of 3 compartments could not be reached — open the front, back, left or right, or say allowSealed',
      nearest: ['top', 'front'],
    })
    expect(parseRecipe({ ...box, openFaces: [], subdivisions: [grid(2, 2)], allowSealed: true }).ok).toBe(true)
    expect(parseRecipe({ ...box, openFaces: [] }).ok).toBe(true)
  })

  it('[BX41] parts that would not hold together', () => {
    expect(refusal({ ...box, openFaces: ['front', 'back', 'left', 'right', 'top', 'bottom'] })).toMatchObject({
      code: 'RECIPE_LOOSE_PARTS',
      path: 'openFaces',
      nearest: ['front', 'back', 'left', 'right', 'top'],
    })
    expect(refusal({ ...box, openFaces: ['front', 'back', 'top', 'bottom'] })).toMatchObject({
      code: 'RECIPE_LOOSE_PARTS',
      message: 'left and right do not touch, so nothing holds them together — close the front',
      nearest: ['back', 'top', 'bottom'],
    })
    // One face alone is a plate, and shelves hold two sides together.
    expect(parseRecipe({ ...box, openFaces: ['front', 'back', 'left', 'right', 'top'] }).ok).toBe(true)
    const shelves = { type: 'subdivideEvenly', void: 'root', axis: 'y', count: 3 }
    expect(parseRecipe({ ...box, openFaces: ['front', 'back', 'top', 'bottom'], subdivisions: [shelves] }).ok).toBe(
      true,
    )
  })

  it('[BX24] what one edge of a wall is lowered by is gone for the edge across from it', () => {
    const open = { type: 'basicBox', width: 40, height: 30, depth: 30, openFaces: ['left', 'right'] } as const
    const both = {
      ...open,
      panels: [
        { face: 'front', extensions: { left: -20 } },
        { face: 'front', extensions: { right: -20 } },
      ],
    }
    expect(refusal(both)).toMatchObject({ code: 'RECIPE_TOO_SMALL' })
    expect(refusal({ ...open, panels: [{ face: 'front', extensions: { left: -20 } }] })?.code).not.toBe(
      'RECIPE_TOO_SMALL',
    )
  })

  it('[BX39] a wall that would be closed is judged with what was said about it', () => {
    const shelf = { type: 'split', void: 'root', axis: 'y', sizes: ['*', '*'] }
    const small = { type: 'basicBox', width: 12, height: 18, depth: 12, subdivisions: [shelf], allowSealed: true }
    const openFaces = ['front', 'back', 'left', 'right', 'top']
    const lowered = { ...small, openFaces, panels: [{ face: 'front', extensions: { top: -4.6 } }] }
    // So low a front could not hold the shelf; another wall can.
    const problem = refusal(lowered)
    expect(problem).toMatchObject({ code: 'RECIPE_LOOSE_PARTS', nearest: ['front', 'left', 'right', 'top'] })
    expect(refusal({ ...lowered, openFaces: problem?.nearest })?.code).not.toBe('RECIPE_LOOSE_PARTS')
  })

  it('[BX40] an extension beyond its limit is named by panel and edge', () => {
    const raised = (by: number) => refusal({ ...box, panels: [{ face: 'front', extensions: { top: by } }] })
    expect(raised(250)).toMatchObject({
      path: 'panels.0.extensions.top',
      message: 'Extension of 250 mm on front, top — at most 200 mm',
      nearest: 200,
    })
    expect(raised(-2500)?.message).toBe('Extension of -2500 mm on front, top — at least -2000 mm')
  })

  it('[BX41] a polygon that crosses itself is told from one without area', () => {
    const cut = (points: number[][]) =>
      refusal({ ...box, panels: [{ face: 'front', cutouts: [{ type: 'polygon', points }] }] })?.message
    const bow = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ]
    expect(cut(bow)).toBe('The polygon crosses itself — its outline must not')
    expect(
      cut([
        [0, 0],
        [10, 10],
        [20, 20],
      ]),
    ).toBe('The polygon has no area — its points lie on a line')
  })

  it('[BX41] two lids on one side contradict each other', () => {
    const lid = { face: 'positive' }
    expect(coded({ lid: [lid, lid] })).toEqual(['RECIPE_CONTRADICTION', 'lid.1.face', 'negative'])
  })

  it('[BX36] what is for later is refused with what works today', () => {
    expect(coded({ cornerRadius: 5 })).toEqual(['RECIPE_NOT_YET', 'cornerRadius', undefined])
  })
})
