import type { AssemblyRecipe, SubdivisionStep } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { executeRecipe } from '../src/index.ts'
import { evenSizes } from '../src/design/even-sizes.ts'

const open: AssemblyRecipe = { type: 'basicBox', width: 206, height: 100, depth: 106 }
const divided = (...subdivisions: SubdivisionStep[]) =>
  executeRecipe({ ...open, subdivisions, allowSealed: true }).engine
const clear = (recipe: AssemblyRecipe) => executeRecipe(recipe).engine.design.root.clear

describe('sizes', () => {
  it('[BX13] an open-top box 100 high from 3 mm is 97 deep inside', () => {
    expect(clear(open)).toEqual({ x: [3000, 203_000], y: [3000, 100_000], z: [3000, 103_000] })
  })

  it('[BX13] measured inside, the root void has the wanted clear size', () => {
    const { design } = executeRecipe({ ...open, measure: 'inside', width: 200, height: 97, depth: 100 }).engine
    expect(design.size).toEqual({ x: 206_000, y: 100_000, z: 106_000 })
    expect(design.root.clear).toEqual(clear(open))
  })

  it('[BX8] an exact half of a micrometre goes down: 1/16 in is 1,587 µm', () => {
    const { design } = executeRecipe({ ...open, material: { thickness: 1.5875 } }).engine
    expect(design.faces.bottom.thickness).toBe(1587)
  })

  it('[BX14] even compartments differ by a micrometre at most', () => {
    expect(evenSizes(100, 3)).toEqual([33, 33, 34])
    expect(evenSizes(8, 3)).toEqual([2, 3, 3])
    const { leaves } = divided({ type: 'subdivideEvenly', void: 'root', count: 7 }).design
    const sizes = leaves.map((leaf) => leaf.clear.x[1] - leaf.clear.x[0])
    expect(new Set(sizes)).toEqual(new Set([26_000]))
  })

  it('[BX4] openFaces is an exact set; absent, a basic box is open at the top and an enclosed one nowhere', () => {
    const openOf = (recipe: AssemblyRecipe) => executeRecipe(recipe).engine.design.open
    expect(openOf(open)).toEqual(['top'])
    expect(openOf({ ...open, openFaces: [] })).toEqual([])
    expect(openOf({ ...open, openFaces: ['front', 'left'] })).toEqual(['front', 'left'])
    expect(openOf({ ...open, type: 'enclosedBox' })).toEqual([])
  })
})

describe('voids', () => {
  it('[BX33] are named low to high after a split, by row and column in a grid', () => {
    const { leaves } = divided(
      { type: 'grid', void: 'root', columns: 2, rows: 2 },
      { type: 'subdivideEvenly', void: 'root/r1c0', axis: 'z', count: 2 },
    ).design
    expect(leaves.map((leaf) => leaf.id)).toEqual(['root/r0c0', 'root/r0c1', 'root/r1c0/0', 'root/r1c0/1', 'root/r1c1'])
    // Rows go from back to front.
    expect(leaves[0]?.clear).toMatchObject({ x: [3000, 101_500], z: [3000, 51_500] })
    expect(leaves[4]?.clear).toMatchObject({ x: [104_500, 203_000], z: [54_500, 103_000] })
  })

  it('[BX33] child:2 is the third child of the root', () => {
    const { leaves } = divided(
      { type: 'subdivideEvenly', void: 'root', count: 4 },
      { type: 'subdivideEvenly', void: 'child:2', axis: 'z', count: 2 },
      { type: 'subdivideEvenly', void: 'child:0', axis: 'z', count: 2 },
    ).design
    expect(leaves.map((leaf) => leaf.id)).toEqual(['root/0/0', 'root/0/1', 'root/1', 'root/2/0', 'root/2/1', 'root/3'])
  })

  it('[BX35] fixed sizes are clear millimetres and shares divide the rest', () => {
    const sizes = (said: (string | number)[] | string) =>
      divided({ type: 'split', void: 'root', axis: 'x', sizes: said }).design.leaves.map(
        (leaf) => (leaf.clear.x[1] - leaf.clear.x[0]) / 1000,
      )
    expect(sizes([100, 50, '*'])).toEqual([100, 50, 44])
    expect(sizes('100:50:*')).toEqual([100, 50, 44])
    expect(sizes('4x35:*')).toEqual([35, 35, 35, 35, 48])
    expect(sizes(['*', '2*'])).toEqual([65.666, 131.334])
  })
})

describe('where a joint runs', () => {
  it('[BX16] between what really ends it, and on past dividers: inner side, outer plane, the lower of two walls', () => {
    const rows = { type: 'grid', void: 'root', columns: 3, rows: 2 } as const
    const { joints } = executeRecipe({
      ...open,
      openFaces: ['top', 'right'],
      subdivisions: [rows],
      panels: [{ face: 'back', extensions: { top: -30 } }],
    }).engine
    const run = (id: string) => {
      const joint = joints.find((one) => one.id === `joint:${id}`)
      return [joint?.from, joint?.to]
    }
    // From the left wall's inner side to where the right is open; up to the open top, and to the lower back.
    expect(run('front|bottom')).toEqual([3000, 206_000])
    expect(run('front|left')).toEqual([3000, 100_000])
    expect(run('back|left')).toEqual([3000, 70_000])
    const plain = executeRecipe({ ...open, openFaces: ['top', 'right'] }).engine
    const tabs = (of: typeof joints) => of.find(({ id }) => id === 'joint:front|bottom')?.tabs
    expect(tabs(joints)).toEqual(tabs(plain.joints))
  })
})

describe('dividers', () => {
  it('[BX20] span their void, to the outer plane where a face is open', () => {
    const engine = divided({ type: 'subdivideEvenly', void: 'root', count: 2 })
    const divider = engine.panels.find((panel) => panel.kind === 'divider')
    expect(divider?.id).toBe('divider:root:x0')
    expect(divider?.body).toEqual({ width: 100_000, height: 97_000 })
    const joints = engine.joints.filter((joint) => joint.male === 'divider:root:x0')
    expect(joints.map((joint) => [joint.kind, joint.female])).toEqual([
      ['slot', 'bottom'],
      ['slot', 'back'],
      ['slot', 'front'],
    ])
  })

  it('[BX21] cross in a lap: the first axis is cut from the high side, and no tab stands where they cross', () => {
    const engine = divided({ type: 'grid', void: 'root', columns: 2, rows: 2 })
    const lap = engine.joints.find((joint) => joint.kind === 'lap')
    expect(lap).toMatchObject({ male: 'divider:root:x0', female: 'divider:root:z0', along: 'y', middle: 51_500 })
    const foot = engine.joints.find((joint) => joint.male === 'divider:root:x0' && joint.female === 'bottom')
    const crossing = engine.design.dividers.find((divider) => divider.id === 'divider:root:z0')?.at ?? [0, 0]
    for (const [from, to] of foot?.tabs ?? []) expect(to <= crossing[0] || from >= crossing[1]).toBe(true)
    expect(foot?.tabs.length).toBeGreaterThan(1)
  })

  it('[BX22] that end on opposite sides of a sheet and cross break each other there', () => {
    const engine = divided(
      { type: 'subdivideEvenly', void: 'root', axis: 'x', count: 2 },
      { type: 'subdivideEvenly', void: 'root/0', axis: 'z', count: 2 },
      { type: 'subdivideEvenly', void: 'root/1', axis: 'y', count: 2 },
    )
    const upright = engine.joints.find(({ id }) => id === 'joint:divider:root/0:z0|divider:root:x0')
    const shelf = engine.design.dividers.find(({ id }) => id === 'divider:root/1:y0')?.at ?? [0, 0]
    expect(upright?.kind).toBe('end')
    for (const [from, to] of upright?.tabs ?? []) expect(to <= shelf[0] || from >= shelf[1]).toBe(true)
    expect(engine.proof.ok).toBe(true)
  })

  it('[BX22] that face each other across a sheet take turns with their tabs', () => {
    const engine = divided(
      { type: 'subdivideEvenly', void: 'root', axis: 'x', count: 2 },
      { type: 'subdivideEvenly', void: 'root/0', axis: 'z', count: 2 },
      { type: 'subdivideEvenly', void: 'root/1', axis: 'z', count: 2 },
    )
    const tabs = (id: string) => engine.joints.find((joint) => joint.id === `joint:${id}|divider:root:x0`)?.tabs ?? []
    const [low, high] = [tabs('divider:root/0:z0'), tabs('divider:root/1:z0')]
    expect(low.length).toBeGreaterThan(0)
    expect(high.length).toBeGreaterThan(0)
    for (const one of low) for (const other of high) expect(one[1] <= other[0] || one[0] >= other[1]).toBe(true)
    expect(engine.proof.ok).toBe(true)
  })

  it('[BX23] what sits in a cell of a grid holds to dividers of one axis only, and a note says so', () => {
    const engine = divided(
      { type: 'grid', void: 'root', columns: 2, rows: 2 },
      { type: 'grid', void: 'root/r0c0', columns: 2, rows: 2 },
    )
    const inCell = engine.joints.filter((joint) => joint.male.startsWith('divider:root/r0c0:') && joint.kind !== 'lap')
    const toGrid = inCell.filter((joint) => joint.female.startsWith('divider:root:'))
    expect(toGrid.map((joint) => [joint.female, joint.kind])).toEqual([
      ['divider:root:z0', 'plain'],
      ['divider:root:x0', 'end'],
    ])
    expect(engine.notes.filter((note) => note.code === 'NOTE_PLAIN_JOINT')).toHaveLength(1)
  })
})

describe('notes', () => {
  it('[BX3] say what was assumed and what has no effect', () => {
    const { engine } = executeRecipe({
      ...open,
      lid: { face: 'positive', tabDirection: 'tabs-in' },
      subdivisions: [{ type: 'grid', void: 'root', columns: 2, axis: 'y' }],
    })
    expect(engine.notes.map(({ code, path }) => [code, path])).toEqual([
      ['NOTE_ASSUMED', 'material.thickness'],
      ['NOTE_NO_EFFECT', 'lid'],
      ['NOTE_NO_EFFECT', 'subdivisions.0.axis'],
    ])
  })

  it('[BX2] a finger width that does not fit stays in the recipe and is told', () => {
    const recipe: AssemblyRecipe = {
      type: 'basicBox',
      width: 40,
      height: 40,
      depth: 40,
      material: { thickness: 3, fingerWidth: 30 },
    }
    const { engine } = executeRecipe(recipe)
    expect(engine.recipe.material?.fingerWidth).toBe(30)
    expect(engine.notes[0]).toMatchObject({ code: 'NOTE_FINGERS', path: 'material.fingerWidth', asked: 30 })
  })

  it('[BX17] an edge too short for fingers is glued, with a note', () => {
    const { engine } = executeRecipe({ type: 'enclosedBox', width: 10, height: 10, depth: 10 })
    expect(engine.joints.every((joint) => joint.kind === 'plain')).toBe(true)
    expect(engine.notes.filter((note) => note.code === 'NOTE_PLAIN_JOINT')).toHaveLength(12)
    expect(engine.proof.ok).toBe(true)
  })
})
