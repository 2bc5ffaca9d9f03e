import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { type Engine, executeRecipe, explodedPlacements, layersOf } from '../src/index.ts'
import { overlapOf } from '../src/proof/overlap.ts'
import { slabOf } from '../src/proof/slab.ts'

const boxes: Record<string, AssemblyRecipe> = {
  plain: { type: 'enclosedBox', width: 100, height: 60, depth: 80 },
  grid: {
    type: 'basicBox',
    width: 200,
    height: 80,
    depth: 150,
    subdivisions: [
      { type: 'grid', void: 'root', columns: 3, rows: 2 },
      { type: 'subdivideEvenly', void: 'root/r0c1', count: 2 },
    ],
    feet: { height: 10, width: 20, inset: 5 },
  },
  lids: {
    type: 'basicBox',
    width: 150,
    height: 80,
    depth: 100,
    lid: [
      { face: 'positive', kind: 'slide' },
      { face: 'negative', kind: 'lift-off' },
    ],
  },
  drawers: {
    type: 'enclosedBox',
    width: 200,
    height: 150,
    depth: 100,
    openFaces: ['front'],
    subdivisions: [{ type: 'grid', void: 'root', columns: 2, rows: 2, axes: ['x', 'y'] }],
    drawers: [{ void: 'root/*' }],
  },
  'many drawers': {
    type: 'enclosedBox',
    width: 300,
    height: 200,
    depth: 60,
    openFaces: ['front'],
    subdivisions: [{ type: 'grid', void: 'root', columns: 4, rows: 3, axes: ['x', 'y'] }],
    drawers: [{ void: 'root/*' }],
  },
  'drawers on two sides': {
    type: 'enclosedBox',
    width: 200,
    height: 100,
    depth: 160,
    openFaces: ['front', 'back'],
    subdivisions: [{ type: 'grid', void: 'root', columns: 2, rows: 2 }],
    drawers: [{ void: 'root/*' }],
  },
}

/** Panels alone: what is scored on one goes where it goes. */
const placesOf = (engine: Engine, share: number) =>
  explodedPlacements(engine, share).filter(({ layer }) => !layer.endsWith(':marks'))

/** Where the origin of every panel has gone since it was assembled, in the box. */
function offsets(engine: Engine, share: number): [number, number, number][] {
  const start = placesOf(engine, 0)
  return placesOf(engine, share).map(({ placement }, index) => {
    const [x, y, z] = [12, 13, 14].map((place) => (placement[place] ?? 0) - (start[index]?.placement[place] ?? 0))
    return [(x ?? 0) * 1000, (z ?? 0) * 1000, -(y ?? 0) * 1000]
  })
}

function meeting(engine: Engine, share: number): string[] {
  const by = offsets(engine, share)
  const slabs = engine.panels.map((panel, index) => {
    const [x, y, z] = (by[index] ?? [0, 0, 0]).map(Math.round)
    const [ox, oy, oz] = panel.frame.origin
    const origin: [number, number, number] = [ox + (x ?? 0), oy + (y ?? 0), oz + (z ?? 0)]
    const along = { x: x ?? 0, y: y ?? 0, z: z ?? 0 }[panel.frame.out.axis]
    return slabOf({ ...panel, frame: { ...panel.frame, origin }, at: [panel.at[0] + along, panel.at[1] + along] })
  })
  return slabs.flatMap((a, index) =>
    slabs.slice(index + 1).flatMap((b) => (overlapOf(a, b) > 0 ? [`${a.panel.id}|${b.panel.id} at ${share}`] : [])),
  )
}

describe('exploded', () => {
  for (const [name, recipe] of Object.entries(boxes)) {
    const { engine } = executeRecipe(recipe)
    it(`[BX57] assembled at 0, and nothing passes through anything on the way: ${name}`, () => {
      const start = placesOf(engine, 0)
      const layers = layersOf(engine).filter(({ layer }) => layer.kind === 'panel')
      expect(start).toEqual(layers.map(({ layer }) => ({ layer: layer.id, placement: layer.placement })))
      for (let share = 0; share <= 100; share += 4) expect(meeting(engine, share / 100)).toEqual([])
    })

    it(`[BX57] at 1 every two parts are apart: ${name}`, () => {
      const by = offsets(engine, 1)
      const blocks = engine.panels.map((panel, index) => {
        const { block } = slabOf(panel)
        const [x, y, z] = by[index] ?? [0, 0, 0]
        return [block.x.map((v) => v + x), block.y.map((v) => v + y), block.z.map((v) => v + z)]
      })
      for (const [index, a] of blocks.entries()) {
        for (const b of blocks.slice(index + 1)) {
          const gaps = a.map((span, axis) =>
            Math.max((b[axis]?.[0] ?? 0) - (span[1] ?? 0), (span[0] ?? 0) - (b[axis]?.[1] ?? 0)),
          )
          expect(Math.max(...gaps)).toBeGreaterThan(1000)
        }
      }
    })
  }

  it('[BX57] drawers come out beside each other, and only neighbours in turn', () => {
    const { engine } = executeRecipe(boxes['many drawers'] as AssemblyRecipe)
    const furthest = Math.max(...offsets(engine, 1).map(([, , z]) => z)) / 1000
    // Twelve drawers of 57 mm in a row would be beyond 1,200 mm.
    expect(furthest).toBeLessThan(600)
    const fronts = placesOf(engine, 1).filter(({ layer }) => layer.endsWith(':front'))
    expect(new Set(fronts.map(({ placement }) => Math.round(placement[13] ?? 0))).size).toBeLessThanOrEqual(4)
  })
})
