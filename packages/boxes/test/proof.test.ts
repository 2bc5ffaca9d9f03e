import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { type CheckId, executeRecipe } from '../src/index.ts'
import type { Point } from '../src/panels/contour.ts'
import type { Panel } from '../src/panels/panel.ts'
import { prove } from '../src/proof/prove.ts'
import { comesApart } from './judge.ts'

const grid: AssemblyRecipe = {
  type: 'basicBox',
  width: 206,
  height: 100,
  depth: 106,
  subdivisions: [{ type: 'grid', void: 'root', columns: 2, rows: 2 }],
}

/** Proves a box in which one panel has been changed after the joints were made. */
function failingAfter(id: string, change: (panel: Panel) => Panel, recipe = grid): CheckId[] {
  const { joints, panels, design } = executeRecipe(recipe).engine
  const damaged = panels.map((panel) => (panel.id === id ? change(panel) : panel))
  expect(damaged).not.toEqual(panels)
  const proof = prove(joints, damaged, design)
  expect(proof.ok).toBe(proof.checks.every((check) => check.ok))
  return proof.checks.filter((check) => !check.ok).map((check) => check.id)
}

const moved = (points: readonly Point[], by: (point: Point) => Point): Point[] => points.map(by)

describe('the proof', () => {
  it('[BX46] holds for a sound box and counts every joint', () => {
    const { proof } = executeRecipe(grid).engine
    expect(proof).toMatchObject({ ok: true, joints: 15, proven: 15, overlaps: [] })
    expect(proof.checks.map((check) => check.id)).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
      'P9',
      'P10',
      'P11',
      'P12',
      'P13',
    ])
  })

  it('[BX43] sees a panel that is a micrometre off', () => {
    const shift = (panel: Panel): Panel => {
      const [x, y, z] = panel.frame.origin
      return { ...panel, frame: { ...panel.frame, origin: [x + 1, y, z] } }
    }
    expect(failingAfter('front', shift)).toContain('P1')
    expect(failingAfter('divider:root:z0', shift)).toContain('P1')
  })

  it('[BX45] P1 names the worst pair and how much it shares', () => {
    const { joints, panels, design } = executeRecipe(grid).engine
    const thick = panels.map((panel) => (panel.id === 'left' ? { ...panel, at: [0, 4000] as const } : panel))
    const { worst, overlaps } = prove(joints, thick, design)
    expect(worst).toEqual(overlaps[0])
    expect([worst?.a, worst?.b]).toContain('left')
    expect(worst?.overlap).toBeGreaterThan(0)
  })

  it('[BX45] P2 and P3 see a tab that was cut off', () => {
    const { body } = executeRecipe(grid).engine.panels.find((panel) => panel.id === 'front') ?? { body: { width: 0 } }
    const blunt = (panel: Panel): Panel => ({
      ...panel,
      outline: moved(panel.outline, (point) => ({ x: Math.min(Math.max(point.x, 0), body.width), y: point.y })),
    })
    const failing = failingAfter('front', blunt)
    expect(failing).toEqual(expect.arrayContaining(['P2', 'P3', 'P5']))
  })

  it('[BX45] P3 and P5 see a slot that is missing', () => {
    const failing = failingAfter('bottom', (panel) => ({ ...panel, holes: panel.holes.slice(1) }))
    expect(failing).toEqual(expect.arrayContaining(['P1', 'P3', 'P5']))
  })

  it('[BX45] P2 and P3 see a slot that nobody enters', () => {
    const extra = [
      { x: 20_000, y: 20_000 },
      { x: 20_000, y: 23_000 },
      { x: 30_000, y: 23_000 },
      { x: 30_000, y: 20_000 },
    ]
    expect(failingAfter('bottom', (panel) => ({ ...panel, holes: [...panel.holes, extra] }))).toEqual(['P2', 'P3'])
  })

  it('[BX45] P4 sees a part outside the promised size', () => {
    const taller = (panel: Panel): Panel => ({
      ...panel,
      outline: moved(panel.outline, (point) => ({
        x: point.x,
        y: point.y === panel.body.height ? point.y + 1000 : point.y,
      })),
    })
    expect(failingAfter('left', taller)).toContain('P4')
  })

  it('[BX45] P6 sees a lap that is not deep enough', () => {
    const shallow = (panel: Panel): Panel => ({
      ...panel,
      outline: moved(panel.outline, (point) => ({ x: point.x, y: point.y === 48_500 ? 50_000 : point.y })),
    })
    expect(failingAfter('divider:root:x0', shallow)).toEqual(expect.arrayContaining(['P1', 'P6']))
  })

  it('[BX45] P7 sees a slot wider than the sheet that enters', () => {
    const wide = (panel: Panel): Panel => {
      const [first, ...rest] = panel.holes
      const right = Math.max(...(first ?? []).map((point) => point.x))
      const grown = moved(first ?? [], (point) => (point.x === right ? { x: point.x + 500, y: point.y } : point))
      return { ...panel, holes: [grown, ...rest] }
    }
    expect(failingAfter('bottom', wide)).toContain('P7')
  })

  it('[BX45] P8 sees a corner that nobody has, and one that two have', () => {
    const recipe: AssemblyRecipe = { type: 'enclosedBox', width: 100, height: 60, depth: 80 }
    const notched = (panel: Panel): Panel => ({
      ...panel,
      outline: [{ x: 3000, y: 0 }, ...panel.outline.slice(1), { x: 0, y: 3000 }, { x: 3000, y: 3000 }],
    })
    expect(failingAfter('right', notched, recipe)).toContain('P8')
    const doubled = (panel: Panel): Panel => ({
      ...panel,
      outline: moved(panel.outline, ({ x, y }) => ({ x: x === 0 ? -3000 : x, y: y === 0 ? -3000 : y })),
    })
    expect(failingAfter('front', doubled, recipe)).toContain('P8')
  })

  it('[BX45] P9 sees a part in a compartment', () => {
    const inward = (panel: Panel): Panel => ({ ...panel, at: [0, 4000] })
    expect(failingAfter('left', inward)).toContain('P9')
  })

  it('[BX45] P11 sees contours that cross, touch, or have a stump', () => {
    const crossing = (panel: Panel): Panel => {
      const hole = moved(panel.holes[0] ?? [], (point) => ({ x: point.x - 200_000, y: point.y }))
      return { ...panel, holes: [hole, ...panel.holes.slice(1)] }
    }
    expect(failingAfter('bottom', crossing)).toContain('P11')
    expect(
      failingAfter('bottom', (panel) => ({ ...panel, holes: [...panel.holes, ...panel.holes.slice(0, 1)] })),
    ).toContain('P11')
    const stump = (panel: Panel): Panel => ({
      ...panel,
      outline: [{ x: 100, y: 0 }, ...panel.outline.slice(1), { x: 0, y: 100 }, { x: 100, y: 100 }],
    })
    expect(failingAfter('left', stump)).toContain('P11')
  })

  it('[BX45] P13 sees an island', () => {
    const island = (panel: Panel): Panel => ({ ...panel, holes: panel.holes.map((hole) => hole.toReversed()) })
    expect(failingAfter('bottom', island)).toContain('P13')
  })
})

it.each(['x', 'y', 'z'] as const)(
  '[BX44] [BX23] what sits in a cell of a grid comes out again, says a search that knows no rule: along %s',
  (axis) => {
    for (const count of [2, 3]) {
      const { engine } = executeRecipe({
        type: 'basicBox',
        width: 200,
        height: 60,
        depth: 150,
        material: { fingerWidth: 60 },
        openFaces: ['top', 'front', 'back', 'left', 'right'],
        subdivisions: [
          { type: 'grid', void: 'root', columns: 2, rows: 2 },
          { type: 'subdivideEvenly', void: 'root/r0c0', count, axis },
        ],
        allowSealed: true,
      })
      expect([count, engine.proof.ok, comesApart(engine)]).toEqual([count, true, true])
    }
  },
)
