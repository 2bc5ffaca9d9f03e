import type { AssemblyRecipe, Face } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { executeRecipe, layersOf } from '../src/index.ts'
import { FACE_FRAMES, FACES } from '../src/frame.ts'

const closed: AssemblyRecipe = { type: 'enclosedBox', width: 100, height: 60, depth: 80 }

describe('frames', () => {
  it('[BX9] right, up and outward of every face make a right-handed frame', () => {
    const vector = (axis: 'x' | 'y' | 'z', sign: number) => ['x', 'y', 'z'].map((name) => (name === axis ? sign : 0))
    for (const face of FACES) {
      const { right, up, axis, high } = FACE_FRAMES[face]
      const [a, b] = [vector(right.axis, right.sign), vector(up.axis, up.sign)]
      const cross = [0, 1, 2].map((i) => {
        const [j, k] = [(i + 1) % 3, (i + 2) % 3]
        return (a[j] ?? 0) * (b[k] ?? 0) - (a[k] ?? 0) * (b[j] ?? 0)
      })
      expect(cross.map((value) => value + 0)).toEqual(vector(axis, high ? 1 : -1))
    }
  })

  it('[BX9] outlines start at the lowest, then leftmost point and run counter-clockwise, holes clockwise', () => {
    const { engine } = executeRecipe({
      ...closed,
      allowSealed: true,
      subdivisions: [{ type: 'grid', void: 'root', columns: 2, rows: 2 }],
    })
    const signedArea = (points: readonly { x: number; y: number }[]): number =>
      points.reduce((sum, a, index) => {
        const b = points[(index + 1) % points.length] ?? a
        return sum + (a.x * b.y - b.x * a.y) / 2
      }, 0)
    let holes = 0
    for (const panel of engine.panels) {
      expect(signedArea(panel.outline)).toBeGreaterThan(0)
      for (const contour of [panel.outline, ...panel.holes]) {
        const lowest = contour.toSorted((a, b) => a.y - b.y || a.x - b.x)[0]
        expect(contour[0]).toEqual(lowest)
      }
      for (const hole of panel.holes) expect(signedArea(hole)).toBeLessThan(0)
      holes += panel.holes.length
    }
    expect(holes).toBeGreaterThan(0)
  })

  it('[BX7] in the world the front looks to −Y, width, depth and height are X, Y and Z, and it stands on Z = 0', () => {
    const { engine } = executeRecipe(closed)
    const placement = (face: Face) =>
      layersOf(engine).find(({ layer }) => layer.id === `layer:${face}`)?.layer.placement
    // Columns: right, up, outward, and where the lower left of the body's inner side lies.
    expect(placement('front')).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, -47, -37, 0, 1])
    expect(placement('top')).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -47, -37, 57, 1])
    expect(placement('right')).toEqual([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 47, -40, 0, 1])
  })
})

describe('ranks', () => {
  const males = (recipe: AssemblyRecipe): Record<string, string> =>
    Object.fromEntries(executeRecipe(recipe).engine.joints.map((joint) => [joint.id, joint.male]))

  it('[BX10] lids carry the tabs, then front, back, left, right', () => {
    expect(males(closed)).toEqual({
      'joint:front|left': 'front',
      'joint:front|right': 'front',
      'joint:front|top': 'top',
      'joint:front|bottom': 'bottom',
      'joint:back|left': 'back',
      'joint:back|right': 'back',
      'joint:back|top': 'top',
      'joint:back|bottom': 'bottom',
      'joint:left|top': 'top',
      'joint:left|bottom': 'bottom',
      'joint:right|top': 'top',
      'joint:right|bottom': 'bottom',
    })
  })

  it('[BX10] a lid with tabs in is notched by every wall', () => {
    const joints = males({ ...closed, lid: { face: 'positive', tabDirection: 'tabs-in' } })
    expect(joints['joint:front|top']).toBe('front')
    expect(joints['joint:right|top']).toBe('right')
    expect(joints['joint:front|bottom']).toBe('bottom')
  })

  it('[BX10] the axis names the lids', () => {
    const joints = males({ ...closed, axis: 'x', lid: { face: 'negative', tabDirection: 'tabs-in' } })
    expect(joints['joint:front|right']).toBe('right')
    expect(joints['joint:front|left']).toBe('front')
    expect(joints['joint:left|bottom']).toBe('bottom')
  })

  it('[BX11] a male edge ends at the inner side of its neighbour, a female or open edge keeps the full size', () => {
    const { engine } = executeRecipe({ type: 'basicBox', width: 100, height: 60, depth: 80 })
    const bodies = Object.fromEntries(engine.panels.map((panel) => [panel.id, panel.body]))
    expect(bodies).toEqual({
      front: { width: 94_000, height: 60_000 },
      back: { width: 94_000, height: 60_000 },
      left: { width: 80_000, height: 60_000 },
      right: { width: 80_000, height: 60_000 },
      bottom: { width: 94_000, height: 74_000 },
    })
  })

  it('[BX12] tab and slot follow the sheet they meet', () => {
    const { engine } = executeRecipe({ ...closed, material: { thickness: 3, thicknesses: { bottom: 6 } } })
    const joint = engine.joints.find(({ id }) => id === 'joint:front|bottom')
    expect(joint).toMatchObject({ male: 'bottom', reach: 3000, width: 6000 })
    expect(engine.proof.ok).toBe(true)
  })
})
