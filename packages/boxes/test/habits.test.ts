import type { AssemblyRecipe, Face } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { circleOf, type Engine, executeRecipe, factsOf } from '../src/index.ts'
import { length } from '../src/frame.ts'

const box: AssemblyRecipe = { type: 'basicBox', width: 206, height: 100, depth: 106 }
const engineOf = (more: Partial<AssemblyRecipe>): Engine => executeRecipe({ ...box, ...more }).engine
const jointOf = ({ joints }: Engine, id: string) => joints.find((joint) => joint.id === `joint:${id}`)
const panelOf = ({ panels }: Engine, id: string) => panels.find((panel) => panel.id === id)

describe('against the habits of the trade', () => {
  it('[BX15] compartments have equal clear widths, and not dividers at equal distances', () => {
    const { leaves } = engineOf({
      subdivisions: [{ type: 'subdivideEvenly', void: 'root', axis: 'x', count: 3 }],
    }).design
    // 200 less two dividers, in three; middles of dividers at thirds would make the middle one narrower.
    expect(leaves.map(({ clear }) => length(clear.x))).toEqual([64_666, 64_667, 64_667])
  })

  it('[BX15] clear space ends at each face on its own: at the inner side where it is solid, outside where it is open', () => {
    const { clear } = engineOf({ openFaces: ['top', 'left'] }).design.root
    expect(clear).toEqual({ x: [0, 203_000], y: [3000, 100_000], z: [3000, 103_000] })
  })

  it('[BX15] fingers are of their edge: a low box has fingers as wide as asked along its long edges', () => {
    const low = engineOf({ height: 24 })
    const widest = (id: string): number => Math.max(...(jointOf(low, id)?.tabs ?? []).map(length))
    expect(widest('front|left')).toBeLessThan(10_000)
    expect(widest('front|bottom')).toBeGreaterThanOrEqual(10_000)
  })

  it('[BX15] a short edge has one tab instead of none', () => {
    expect(jointOf(engineOf({ height: 17 }), 'front|left')?.tabs).toHaveLength(1)
  })

  it('[BX15] no slot and no tab stands where dividers cross', () => {
    const engine = engineOf({ subdivisions: [{ type: 'grid', void: 'root', columns: 2, rows: 2 }] })
    const span = (id: string) => engine.design.dividers.find((one) => one.id === id)?.at ?? [0, 0]
    const [x, z] = ['divider:root:x0', 'divider:root:z0'] as const
    for (const [own, other] of [[x, z] as const, [z, x] as const]) {
      const tabs = jointOf(engine, `${own}|bottom`)?.tabs ?? []
      expect(tabs.length).toBeGreaterThan(1)
      for (const [from, to] of tabs) expect(to <= span(other)[0] || from >= span(other)[1]).toBe(true)
    }
  })

  it('[BX15] the two ends of a raised edge are judged each on its own', () => {
    const engine = engineOf({
      panels: [
        { face: 'front', extensions: { top: 30 } },
        { face: 'left', extensions: { top: 20 } },
      ],
    })
    expect([jointOf(engine, 'front|left')?.to, jointOf(engine, 'front|right')?.to]).toEqual([120_000, 100_000])
  })

  it('[BX15] feet add exactly their height', () => {
    const tall = (more: Partial<AssemblyRecipe>) => factsOf(engineOf(more)).find((fact) => fact.kind === 'size')?.z
    expect(tall({ feet: { height: 12.5, width: 20, inset: 10 } })).toBe((tall({}) ?? 0) + 12.5)
  })

  it('[BX15] a cut-out keeps its distance to its anchor when the box grows', () => {
    const places = [206, 306].map((width) => {
      const panels = [
        {
          face: 'front' as Face,
          cutouts: [{ type: 'circle' as const, diameter: 8, from: 'bottom-left' as const, x: 30, y: 40 }],
        },
      ]
      const { holes = [] } = panelOf(engineOf({ width, panels }), 'front') ?? {}
      return holes.map(circleOf).find((circle) => circle)?.centre
    })
    expect(places[0]).toBeDefined()
    expect(places[1]).toEqual(places[0])
  })

  it('[BX15] what cannot be assembled with tabs is made so that it can', () => {
    const { joints, proof } = engineOf({
      subdivisions: [
        { type: 'grid', void: 'root', columns: 2, rows: 2 },
        { type: 'grid', void: 'root/r0c0', columns: 2, rows: 2 },
      ],
    })
    expect(joints.some(({ kind }) => kind === 'plain')).toBe(true)
    expect(proof.checks.find(({ id }) => id === 'P10')?.ok).toBe(true)
  })
})
