import type { AssemblyRecipe, CutoutShape } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { executeRecipe, hover, panelView, parseRecipe } from '../src/index.ts'
import { isInside } from '../src/decor/distance.ts'

const recipe: AssemblyRecipe = {
  type: 'basicBox',
  width: 150,
  height: 100,
  depth: 80,
  subdivisions: [{ type: 'subdivideEvenly', void: 'root', axis: 'x', count: 3 }],
  panels: [
    {
      face: 'front',
      extensions: { top: 20 },
      cutouts: [{ type: 'circle', diameter: 12, x: -50 }],
      texts: [{ text: 'Tea', height: 8, x: 45 }],
    },
  ],
}
const { engine } = executeRecipe(recipe)
const view = (panel: string) => {
  const seen = panelView(engine, panel)
  if (!seen) throw new Error(`There is no view of ${panel}`)
  return seen
}
const within = (panel: string, more: object) =>
  parseRecipe({ ...recipe, panels: [...(recipe.panels ?? []), { face: panel, ...more }] })

describe('a panel as it is worked on', () => {
  it('[BX68] its contours are those of the panel, each side tagged by its joint or feature', () => {
    const { contours } = view('front')
    const front = engine.panels.find((panel) => panel.id === 'front')
    expect(contours).toHaveLength(1 + (front?.holes.length ?? 0))
    expect(contours[0]?.points.map(({ x, y }) => [x * 1000, y * 1000])).toEqual(
      front?.outline.map(({ x, y }) => [x, y]),
    )
    const tags = new Set(contours.flatMap((contour) => contour.tags))
    for (const tag of ['joint:front|left', 'joint:front|right', 'joint:divider:root:x0|front', 'cutout:front:0'])
      expect(tags).toContain(tag)
    // The slots of a divider are that joint's altogether, and the raised edge is nobody's.
    for (const { tags } of contours.slice(1)) expect(new Set(tags).size).toBe(1)
    expect(contours[0]?.tags).toContain(undefined)
  })

  it('[BX68] edges say how far they move, or what holds them', () => {
    const { edges } = view('front')
    expect(edges.left).toMatchObject({ by: 0, locked: expect.stringContaining('right of left can be raised') })
    expect(edges.top).toMatchObject({ by: 20, range: [expect.any(Number), 200] })
    const [least, most] = edges.top.range ?? [0, 0]
    for (const [by, fits] of [
      [least, true],
      [most, true],
      [least - 0.1, false],
      [most + 0.1, false],
    ] as const)
      expect([by, parseRecipe({ ...recipe, panels: [{ face: 'front', extensions: { top: by } }] }).ok]).toEqual([
        by,
        fits,
      ])
    expect(view('divider:root:x0').edges).toMatchObject({
      top: { range: [0, 200] },
      bottom: { locked: expect.any(String) },
    })
  })

  it('[BX68] what lies in the safe area can be cut, and the area is not small', () => {
    for (const panel of ['front', 'left', 'bottom', 'divider:root:x1']) {
      const { extent, safe } = view(panel)
      let tried = 0
      for (let i = 1; i < 20; i++) {
        for (let j = 1; j < 20; j++) {
          const at = {
            x: extent.x[0] + ((extent.x[1] - extent.x[0]) * i) / 20,
            y: extent.y[0] + ((extent.y[1] - extent.y[0]) * j) / 20,
          }
          const around = [-0.6, 0.6].flatMap((dx) => [-0.6, 0.6].map((dy) => ({ x: at.x + dx, y: at.y + dy })))
          // Outlines go around, holes out of them: an odd number of them around a place is inside.
          if (!around.every((place) => safe.filter((one) => isInside(place, one)).length % 2 === 1)) continue
          const { body } = view(panel)
          const centre = { x: Math.floor(body.x[1] * 500) / 1000, y: Math.floor(body.y[1] * 500) / 1000 }
          const hole: CutoutShape = { type: 'circle', diameter: 1, x: at.x - centre.x, y: at.y - centre.y }
          const parsed = within(panel, { cutouts: [hole] })
          expect([panel, at, parsed.ok || parsed.error[0]?.message]).toEqual([panel, at, true])
          tried++
        }
      }
      expect(tried).toBeGreaterThan(60)
    }
  })

  it('[BX68] what stands behind it, handles and snapping points; a joint names both of its parts', () => {
    const { behind, handles, snaps } = view('front')
    expect(behind.map(({ panel }) => panel)).toEqual(
      expect.arrayContaining(['left', 'right', 'bottom', 'divider:root:x0', 'divider:root:x1']),
    )
    expect(handles.map(({ id }) => id)).toEqual(['top', 'bottom', 'left', 'right', 'cutout:front:0', 'text:front:0'])
    expect(snaps).toContainEqual({ x: 22, y: 50 })
    expect(hover(engine, 'joint:front|left')).toEqual({
      joint: 'joint:front|left',
      kind: 'edge',
      parts: ['front', 'left'],
      names: ['Front', 'Left'],
      tabs: engine.joints.find((joint) => joint.id === 'joint:front|left')?.tabs.length,
      length: 97,
    })
    expect(hover(engine, 'joint:nobody')).toBeUndefined()
    expect(panelView(engine, 'nobody')).toBeUndefined()
  })
})
