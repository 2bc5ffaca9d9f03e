import { expect, it } from 'vitest'
import { cutSheets, executeRecipe } from '../src/index.ts'
import { boundsOf } from '../src/panels/contour.ts'

it('[BX28] a lift-off lid is a plate without fingers, on walls that end beneath it', () => {
  const lid = { face: 'positive', kind: 'lift-off' } as const
  const { engine } = executeRecipe({ type: 'enclosedBox', width: 150, height: 80, depth: 100, lid })
  const plate = engine.panels.find((panel) => panel.id === 'lid:top')
  expect(plate?.outline).toHaveLength(4)
  expect(plate?.body).toEqual({ width: 150_000, height: 100_000 })
  for (const wall of engine.panels.filter((panel) => panel.kind === 'face' && panel.id !== 'bottom')) {
    // 77 mm of wall stand on the bottom's inner side or beside it, and nothing of them reaches into the plate.
    expect(Math.max(...wall.outline.map((point) => wall.frame.origin[1] + point.y))).toBe(77_000)
  }
  expect(engine.proof.ok).toBe(true)
})

it('[BX28] a score line on the plate shows where the locator is glued: where it lies, and on the sheet', () => {
  const lid = { face: 'positive', kind: 'lift-off' } as const
  const { engine } = executeRecipe({ type: 'enclosedBox', width: 150, height: 80, depth: 100, lid })
  const plate = engine.panels.find((panel) => panel.id === 'lid:top')
  expect(plate?.marks).toMatchObject([{ id: 'line:lid:top:0', layer: 'score' }])
  const { x, y } = boundsOf(plate?.marks[0]?.line ?? [])
  const locator = engine.panels.find((panel) => panel.kind === 'locator')
  expect([x, y]).toEqual([
    [3300, 146_700],
    [3300, 96_700],
  ])
  expect([x[1] - x[0], y[1] - y[0]]).toEqual([locator?.body.width, locator?.body.height])
  const sheets = cutSheets(engine)
  const scored = sheets.ok ? sheets.value.flatMap(({ parts }) => parts.filter(({ layer }) => layer === 'score')) : []
  expect(scored.map(({ panel }) => panel)).toEqual(['lid:top'])
})
