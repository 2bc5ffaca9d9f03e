import type { AssemblyRecipe, Axis, CutoutShape } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import {
  type CutContour,
  type CutSheet,
  cutSheets,
  type Engine,
  executeRecipe,
  flattened,
  type Panel,
} from '../src/index.ts'
import { AXES, type Span, thirdAxis } from '../src/frame.ts'
import type { Joint } from '../src/joints/joint.ts'
import { areaOf, boundsOf, lengthOf } from '../src/panels/contour.ts'
import { withKerf } from '../src/sheets/with-kerf.ts'

const grid: AssemblyRecipe = {
  type: 'enclosedBox',
  width: 206,
  height: 100,
  depth: 106,
  openFaces: ['top'],
  material: { thickness: 3, thicknesses: { bottom: 5, left: 4 } },
  subdivisions: [
    { type: 'grid', void: 'root', columns: 3, rows: 2 },
    { type: 'subdivideEvenly', void: 'root/r0c0', axis: 'x', count: 2 },
  ],
}
const holes = (...cutouts: CutoutShape[]): AssemblyRecipe => ({
  type: 'basicBox',
  width: 150,
  height: 100,
  depth: 80,
  panels: [{ face: 'front', cutouts }],
})

function flatSheet(engine: Engine): CutSheet {
  const sheets = cutSheets(engine, { layout: 'flat' })
  const sheet = sheets.ok ? sheets.value[0] : undefined
  if (!sheet) throw new Error(sheets.ok ? 'There is no sheet' : sheets.error[0]?.message)
  return sheet
}

/** What is left of every panel when the laser has gone along its lines, in the panel's own frame, in µm. */
function leftByTheCut(engine: Engine, kerf: number): Map<string, CutContour[]> {
  const left = new Map<string, CutContour[]>()
  for (const { panel: id, placement, contours } of flatSheet(engine).parts) {
    const { x, y } = boundsOf(engine.panels.find((panel) => panel.id === id)?.outline ?? [])
    const cut = contours.map((contour) =>
      flattened(withKerf(contour, -kerf) ?? [], 0.001).map((place) => ({
        x: (place.x - placement.x - kerf / 2) * 1000 + x[0],
        y: (place.y - placement.y - kerf / 2) * 1000 + y[0],
      })),
    )
    left.set(id, [...(left.get(id) ?? []), ...cut])
  }
  return left
}

/** Where a line through a panel along one axis of the box passes from air to material and back, in the box. */
function crossings({ frame }: Panel, contours: readonly CutContour[], along: Axis, at: number): number[] {
  const [u, v] = frame.right.axis === along ? (['x', 'y'] as const) : (['y', 'x'] as const)
  const [lengthwise, sideways] = u === 'x' ? [frame.right, frame.up] : [frame.up, frame.right]
  const origin = (axis: Axis): number => frame.origin[AXES.indexOf(axis)] ?? 0
  const level = sideways.sign * (at - origin(sideways.axis))
  return contours
    .flatMap((contour) =>
      contour.flatMap((to, index) => {
        const from = contour.at(index - 1) ?? to
        if (from[v] > level === to[v] > level) return []
        const place = from[u] + ((level - from[v]) / (to[v] - from[v])) * (to[u] - from[u])
        return [origin(along) + lengthwise.sign * place]
      }),
    )
    .toSorted((a, b) => a - b)
}

/** The stretch between two crossings in which a place lies. */
function stretch(cuts: readonly number[], place: number): Span {
  const after = cuts.findIndex((cut) => cut > place)
  return [cuts[after - 1] ?? Number.NaN, cuts[after] ?? Number.NaN]
}

const middle = ([from, to]: Span): number => (from + to) / 2
const wide = ([from, to]: Span): number => to - from

/** Every gap of a joint after the cut, in mm. */
function gapsOf(joint: Joint, panels: ReadonlyMap<string, Panel>, left: ReadonlyMap<string, CutContour[]>): number[] {
  const [male, female] = [panels.get(joint.male), panels.get(joint.female)]
  if (!male || !female || joint.play !== undefined) return []
  const measure = (panel: Panel, along: Axis, at: number, place: number): Span =>
    stretch(crossings(panel, left.get(panel.id) ?? [], along, at), place)
  if (joint.kind === 'lap') {
    const [from, half, to] = [joint.from, joint.middle ?? 0, joint.to]
    // The male is open above the middle, the female below it.
    const above = measure(male, female.frame.out.axis, (half + to) / 2, middle(female.at))
    const below = measure(female, male.frame.out.axis, (from + half) / 2, middle(male.at))
    const [, top] = measure(male, joint.along, middle(female.at), from + 1000)
    const [bottom] = measure(female, joint.along, middle(male.at), to - 1000)
    return [wide(above) - wide(female.at), wide(below) - wide(male.at), bottom - top].map((gap) => gap / 1000)
  }
  return joint.tabs.flatMap((tab) => {
    const opening = measure(female, joint.along, middle(male.at), middle(tab))
    const material = measure(male, joint.along, middle(female.at), middle(tab))
    const gaps = [wide(opening) - wide(material)]
    // Only what is closed all round has a gap across the sheet.
    const across = thirdAxis(joint.along, female.frame.out.axis)
    if (joint.kind === 'slot' || joint.kind === 'end')
      gaps.push(wide(measure(female, across, middle(tab), middle(male.at))) - wide(male.at))
    return gaps.map((gap) => gap / 1000)
  })
}

describe('before a file is handed out', () => {
  it.each([
    ['snug', 0.1, 0],
    ['glue', 0.2, 0.1],
    ['loose', 0.35, 0.2],
    ['press', 0.15, -0.05],
    [0.07, 0.3, 0.07],
  ] as const)('[BX45] P16: after a cut, the gap of every joint is that of its fit: %s, kerf %s', (fit, kerf, gap) => {
    const { engine } = executeRecipe({ ...grid, cutting: { fit, kerf } })
    const left = leftByTheCut(engine, kerf)
    const panels = new Map(engine.panels.map((panel) => [panel.id, panel]))
    const kinds = new Set<string>()
    for (const joint of engine.joints) {
      const gaps = gapsOf(joint, panels, left)
      if (gaps.length > 0) kinds.add(joint.kind)
      expect([joint.id, gaps.filter((one) => !(Math.abs(one - gap) < 0.01))]).toEqual([joint.id, []])
    }
    expect([...kinds].toSorted()).toEqual(['edge', 'end', 'lap', 'slot'])
  })

  it('[BX45] P19: every part once, inner before outer, areas add up, and the cut is as long as its lines', () => {
    const kerf = 0.2
    const shapes: CutoutShape[] = [
      { type: 'circle', diameter: 20 },
      { type: 'slot', width: 30, height: 9, y: 25 },
    ]
    const { engine } = executeRecipe({ ...holes(...shapes), subdivisions: grid.subdivisions, cutting: { kerf } })
    const sheets = cutSheets(engine)
    if (!sheets.ok) throw new Error(sheets.error[0]?.message)
    const outers = sheets.value.flatMap(({ parts }) => parts.filter(({ layer }) => layer === 'cut-outer'))
    expect(outers.map(({ panel }) => panel).toSorted()).toEqual(engine.panels.map(({ id }) => id).toSorted())
    let left = 0
    for (const { parts, cutLength } of sheets.value) {
      const cuts = parts.filter(({ layer }) => layer.startsWith('cut-'))
      cuts.forEach(({ layer, panel }, index) => {
        if (layer === 'cut-inner') expect(cuts[index + 1]).toMatchObject({ layer: 'cut-outer', panel })
      })
      const contours = cuts.flatMap((part) => part.contours)
      expect(cutLength).toBeCloseTo(
        contours.reduce((sum, contour) => sum + lengthOf(contour), 0),
        6,
      )
      left += contours.reduce((sum, contour) => sum + areaOf(withKerf(contour, -kerf) ?? []), 0)
    }
    const wanted = engine.panels.flatMap(({ outline, holes }) => [outline, ...holes])
    expect(left).toBeCloseTo(wanted.reduce((sum, contour) => sum + areaOf(contour), 0) / 1e6, 3)
  })

  it('[BX45] P12: a bridge is three times as wide as the cut, or the widest kerf is told', () => {
    // 1.6 mm are left between two holes: enough for the sheet, too little for a wide cut.
    const bridge = holes({ type: 'circle', diameter: 20 }, { type: 'circle', diameter: 20, x: 21.6 })
    const cut = (kerf: number) => cutSheets(executeRecipe({ ...bridge, cutting: { kerf } }).engine)
    expect(cut(0.5).ok).toBe(true)
    const refused = cut(0.6)
    if (refused.ok) throw new Error('A kerf of 0.6 mm was cut')
    expect(refused.error).toMatchObject([{ code: 'RECIPE_KERF_TOO_WIDE', path: 'cutting.kerf', got: 0.6 }])
    const nearest = Number(refused.error[0]?.nearest)
    expect(nearest).toBeGreaterThan(0.53)
    expect(refused.error[0]?.message).toContain(`at most ${nearest} mm`)
    expect(cut(nearest).ok).toBe(true)
    // Of the same box without holes nothing is so thin.
    expect(cutSheets(executeRecipe({ ...holes(), cutting: { kerf: 0.6 } }).engine).ok).toBe(true)
  })
})
