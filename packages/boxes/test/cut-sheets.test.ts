import type { AssemblyRecipe, Cutting } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { isInside } from '../src/decor/distance.ts'
import {
  type CutSheet,
  canonicalRecipe,
  cutSheets,
  type Engine,
  executeRecipe,
  flattened,
  parseRecipe,
  toSvg,
} from '../src/index.ts'
import { panelsOf } from '../src/panels/panels-of.ts'
import { nest } from '../src/nest/nest.ts'
import { sheetProblem } from '../src/sheets/sheet-problem.ts'
import { withKerf } from '../src/sheets/with-kerf.ts'

const grid: AssemblyRecipe = {
  type: 'basicBox',
  width: 206,
  height: 100,
  depth: 106,
  subdivisions: [{ type: 'grid', void: 'root', columns: 3, rows: 2 }],
}
const engineWith = (cutting: Cutting, recipe = grid): Engine => executeRecipe({ ...recipe, cutting }).engine
function sheetsOf(engine: Engine): CutSheet[] {
  const sheets = cutSheets(engine)
  if (!sheets.ok) throw new Error(sheets.error[0]?.message)
  return sheets.value
}

describe('kerf', () => {
  it('[BX48] moves every contour away from its material by half the cut, corners mitred', () => {
    const outline = [
      { x: 0, y: 0 },
      { x: 10_000, y: 0 },
      { x: 10_000, y: 5000 },
      { x: 0, y: 5000 },
    ]
    expect(withKerf(outline, 200)).toEqual([
      { x: -100, y: -100 },
      { x: 10_100, y: -100 },
      { x: 10_100, y: 5100 },
      { x: -100, y: 5100 },
    ])
    expect(withKerf(outline.toReversed(), 200)?.toReversed()).toEqual([
      { x: 100, y: 100 },
      { x: 9900, y: 100 },
      { x: 9900, y: 4900 },
      { x: 100, y: 4900 },
    ])
  })

  it('[BX48] a cut wider than a slot leaves nothing to cut', () => {
    const slot = [
      { x: 0, y: 0 },
      { x: 0, y: 500 },
      { x: 10_000, y: 500 },
      { x: 10_000, y: 0 },
    ]
    expect(withKerf(slot, 500)).toBeUndefined()
    expect(withKerf(slot, 499)).toBeDefined()
  })

  it('[BX45] P15: the simulated cut of what is written gives back the nominal shape within 0.01 mm', () => {
    for (const kerf of [0, 0.1, 0.15, 0.333, 1]) {
      const engine = engineWith({ kerf, fit: 'snug', sheet: { width: 1200, height: 900 } })
      for (const sheet of sheetsOf(engine)) {
        for (const part of sheet.parts) {
          const panel = engine.panels.find((one) => one.id === part.panel)
          const nominal = (part.layer === 'cut-outer' ? [panel?.outline] : panel?.holes) ?? []
          // Read from the file, and cut: the laser takes half the kerf on either side of its path.
          const cut = pathsOf(toSvg(sheet), part.layer, part.panel).map((path) => withKerf(path, -kerf * 1000) ?? [])
          expect(cut).toHaveLength(nominal.length)
          // Slots are cut in the order of the way between them, so each looks for its own.
          const left = [...nominal]
          for (const contour of cut) {
            const found = left.findIndex((one) => one !== undefined && sameLengths(lengthsOf(contour), lengthsOf(one)))
            expect(found, `${part.panel} with a kerf of ${kerf}`).toBeGreaterThan(-1)
            left.splice(found, 1)
          }
        }
      }
    }
  })

  it('[BX48] nominal geometry does not depend on it', () => {
    expect(engineWith({ kerf: 0.4, fit: 'loose' }).panels).toEqual(engineWith({ kerf: 0 }).panels)
  })

  it('[BX41] a kerf that would swallow a slot is refused with one that does not', () => {
    const thin = { ...grid, material: { thickness: 0.5 } }
    const sheets = cutSheets(engineWith({ kerf: 0.6 }, thin))
    expect(sheets).toMatchObject({ ok: false, error: [{ code: 'RECIPE_KERF_TOO_WIDE', path: 'cutting.kerf' }] })
    const nearest = sheets.ok ? 0 : Number(sheets.error[0]?.nearest)
    expect(cutSheets(engineWith({ kerf: nearest }, thin)).ok).toBe(true)
  })
})

describe('fit', () => {
  const gaps = (clearance: number) => {
    const { design, joints, panels } = executeRecipe(grid).engine
    const fitted = panelsOf(design, joints, clearance)
    const change = (id: string) => {
      const size = (of: typeof panels) => of.find((panel) => panel.id === id)
      return [size(panels), size(fitted)] as const
    }
    return { change, fitted, panels }
  }

  it('[BX49] tabs give it along the edge, half per flank, and notches stay', () => {
    const { change } = gaps(100)
    const [nominal, fitted] = change('front')
    const tab = (points: typeof nominal) => points?.outline.filter((point) => point.x < 0).map((point) => point.y)
    const before = tab(nominal) ?? []
    const after = tab(fitted) ?? []
    expect(before.length).toBeGreaterThan(0)
    // Down the left side: the upper corner of each tab comes first.
    expect(after).toEqual(before.map((y, index) => (index % 2 === 0 ? y - 50 : y + 50)))
    const notches = (points: typeof nominal) => points?.outline.filter((point) => point.y === 3000)
    expect(notches(fitted)).toEqual(notches(nominal))
  })

  it('[BX49] closed slots give it across the sheet, laps in width and half in each depth', () => {
    const { change } = gaps(200)
    const [nominal, fitted] = change('bottom')
    expect(fitted?.holes.map((hole) => hole.length)).toEqual(nominal?.holes.map((hole) => hole.length))
    const [before, after] = [nominal?.holes[0] ?? [], fitted?.holes[0] ?? []]
    const extent = (points: typeof before, axis: 'x' | 'y') =>
      Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]))
    const thin = extent(before, 'x') === 3000 ? 'x' : 'y'
    expect(extent(after, thin)).toBe(3200)
    expect(extent(after, thin === 'x' ? 'y' : 'x')).toBe(extent(before, thin === 'x' ? 'y' : 'x'))
    const [lapped, loosened] = change('divider:root:x0')
    expect(lapped?.outline.filter((point) => point.y === 48_500)).toHaveLength(2)
    expect(loosened?.outline.filter((point) => point.y === 48_400)).toHaveLength(2)
  })

  it('[BX49] classes have their numbers, and a number is a number', () => {
    const fit = (cutting: Cutting) => sheetsOf(engineWith(cutting))[0]?.made.fit
    expect([fit({}), fit({ fit: 'loose' }), fit({ fit: 'glue' }), fit({ fit: 'press' }), fit({ fit: 0.07 })]).toEqual([
      0, 0.2, 0.1, -0.05, 0.07,
    ])
  })

  it('[BX45] P17: kerf and fit change no count', () => {
    for (const clearance of [-500, -50, 100, 500]) {
      const { panels, fitted } = gaps(clearance)
      const counts = (of: typeof panels) => of.map((panel) => [panel.outline.length, panel.holes.length])
      expect(counts(fitted)).toEqual(counts(panels))
    }
  })
})

describe('sheets', () => {
  it('[BX59] hold every part once, inside the margin and apart by the spacing', () => {
    const engine = engineWith({ sheet: { width: 300, height: 250 }, margin: 7, spacing: 3 })
    const sheets = sheetsOf(engine)
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheetProblem(sheets, engine.panels.length, 3)).toBeUndefined()
    for (const sheet of sheets) {
      for (const { x, y } of sheet.parts.flatMap((part) => part.contours.flat())) {
        expect(Math.min(x, y, sheet.width - x, sheet.height - y)).toBeGreaterThan(7 - 1e-6)
      }
    }
  })

  it('[BX45] P18 sees a part that is missing, outside, or too near', () => {
    const sheets = sheetsOf(engineWith({}))
    const [sheet] = sheets
    if (!sheet) throw new Error('There is a sheet.')
    const without = { ...sheet, parts: sheet.parts.slice(2) }
    expect(sheetProblem([without], 8, 2)).toMatch(/missing/)
    expect(sheetProblem([{ ...sheet, width: 100 }], 8, 2)).toMatch(/outside/)
    // Everything a twentieth of a millimetre nearer to the first part than its neighbours are.
    const nearer = (by: number): CutSheet => {
      const first = sheet.parts.find((part) => part.layer === 'cut-outer')
      const gap = gapBeside(sheet, first)
      const move = (part: (typeof sheet.parts)[number]) =>
        part.panel === first?.panel
          ? part
          : { ...part, contours: part.contours.map((one) => one.map((at) => ({ ...at, x: at.x - (gap - 2) - by }))) }
      return { ...sheet, parts: sheet.parts.map(move) }
    }
    expect(sheetProblem([nearer(0)], 8, 2)).toBeUndefined()
    expect(sheetProblem([nearer(0.05)], 8, 2)).toMatch(/less than 2 mm apart/)
  })

  it('[BX51] hold one thickness each', () => {
    const engine = engineWith({}, { ...grid, material: { thickness: 3, thicknesses: { bottom: 6 } } })
    expect(sheetsOf(engine).map((sheet) => [sheet.thickness, sheet.number, sheet.of])).toEqual([
      [3, 1, 2],
      [6, 2, 2],
    ])
  })

  it('[BX59] equal parts keep their order', () => {
    const items = ['a', 'b', 'c'].map((part) => ({ part, width: 100, height: 50 }))
    const [sheet] = nest(items, { width: 1000, height: 1000, margin: 0, spacing: 10 })
    expect(sheet?.map(({ part, x }) => [part, x])).toEqual([
      ['a', 0],
      ['b', 110],
      ['c', 220],
    ])
  })

  it('[BX59] a part larger than the sheet is refused with a sheet that holds it', () => {
    const large = { ...grid, width: 700 }
    const sheets = cutSheets(engineWith({}, large))
    expect(sheets).toMatchObject({
      ok: false,
      error: [{ code: 'RECIPE_PART_EXCEEDS_SHEET', path: 'cutting.sheet', nearest: { width: 900, height: 600 } }],
    })
    expect(cutSheets(engineWith({ sheet: { width: 900, height: 600 } }, large)).ok).toBe(true)
    // The first part that is too large is told, and the sheet holds all of them.
    const huge: AssemblyRecipe = { ...grid, width: 650, depth: 1900 }
    const refused = cutSheets(engineWith({}, huge))
    const nearest = refused.ok ? undefined : (refused.error[0]?.nearest as { width: number; height: number })
    expect(nearest?.width).toBeGreaterThan(1900)
    expect(cutSheets(engineWith({ sheet: nearest }, huge)).ok).toBe(true)
  })

  it('[BX47] a box without proof is not cut', () => {
    const { engine } = executeRecipe(grid)
    const worst = { a: 'front', b: 'left', overlap: 3.2 }
    const unproven: Engine = { ...engine, proof: { ...engine.proof, ok: false, overlaps: [worst], worst } }
    expect(cutSheets(unproven)).toEqual({
      ok: false,
      error: [{ code: 'JOB_NOT_PROVEN', path: '', message: 'NOT PROVEN: front and left overlap by 3.2 mm³' }],
    })
  })
})

describe('SVG', () => {
  const svgOf = (engine: Engine): string => sheetsOf(engine).map((sheet) => toSvg(sheet))[0] ?? ''

  it('[BX52] is as large as the sheet, in mm, one path per contour, nothing a laser could misread', () => {
    const svg = svgOf(engineWith({}))
    expect(svg).toContain('width="600mm" height="400mm" viewBox="0 0 600 400"')
    const sheet = sheetsOf(engineWith({}))[0]
    const contours = sheet?.parts.reduce((sum, part) => sum + part.contours.length, 0)
    expect(svg.match(/<path /g)).toHaveLength(contours ?? -1)
    expect(svg).not.toMatch(/<(text|style|script)|transform/)
    for (const number of svg.match(/(?<=[ML ])-?\d+\.\d+/g) ?? []) expect(number).toMatch(/\.\d{1,3}$/)
  })

  it('[BX51] inner cuts are blue and come before the red outer ones', () => {
    const svg = svgOf(engineWith({}))
    const bottom = svg.slice(svg.indexOf('cut-inner-bottom'))
    expect(bottom.indexOf('#0000FF')).toBeLessThan(bottom.indexOf('#FF0000'))
    expect(bottom.indexOf('#0000FF')).toBeGreaterThan(-1)
  })

  it('[BX52] names are escaped, whatever they hold', () => {
    const name = '<script>alert(1)</script> & "\u0000\uD800" ]]>'
    const svg = svgOf(engineWith({}, { ...grid, name }))
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;')
    expect(svg).not.toContain('\u0000')
    expect(svg.isWellFormed()).toBe(true)
  })

  it('[BX56] says what made it, and opens again as the design it came from', () => {
    const engine = engineWith({ kerf: 0.2, fit: 'glue' }, { ...grid, name: 'Tea & <milk>' })
    const metadata = /<metadata>(.*)<\/metadata>/.exec(svgOf(engine))?.[1] ?? ''
    const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
    const made = JSON.parse(metadata.replace(/&\w+;/g, (entity) => entities[entity] ?? entity))
    expect(made).toMatchObject({ by: 'Hewn 0.1.0', kerf: 0.2, fit: 0.1, proof: { ok: true } })
    const parsed = parseRecipe(made.recipe)
    expect(parsed.ok && executeRecipe(parsed.value).engine.panels).toEqual(engine.panels)
  })

  it('[BX61] the canonical recipe has its keys sorted and its defaults left out', () => {
    const recipe: AssemblyRecipe = {
      width: 150,
      type: 'basicBox',
      height: 100,
      depth: 80,
      openFaces: ['top'],
      material: { thickness: 3, fingerWidth: 10, fingerGap: 1.5 },
      subdivisions: [],
      axis: 'y',
      version: 1,
      units: 'mm',
      allowSealed: false,
      cutting: { kerf: 0.1, fit: 'snug' },
    }
    expect(JSON.stringify(canonicalRecipe(recipe))).toBe('{"depth":80,"height":100,"type":"basicBox","width":150}')
  })
})

/** The contours of one part as a program reads them from the file, in µm, y up. */
function pathsOf(svg: string, layer: string, panel: string): { x: number; y: number }[][] {
  const height = Number(/viewBox="0 0 \S+ (\S+)"/.exec(svg)?.[1])
  const group =
    svg.split('<g ').find((text) => text.includes(`id="${layer}-`) && text.includes(`label="${panel}"`)) ?? ''
  return [...group.matchAll(/d="M(.*)Z"/g)].map(([, path = '']) =>
    path.split('L').map((place) => {
      const [x = 0, y = 0] = place.split(' ').map(Number)
      return { x: x * 1000, y: (height - y) * 1000 }
    }),
  )
}

function lengthsOf(contour: readonly { x: number; y: number }[]): number[] {
  return contour.map((a, index) => {
    const b = contour[(index + 1) % contour.length] ?? a
    return Math.hypot(b.x - a.x, b.y - a.y)
  })
}

const sameLengths = (a: number[], b: number[]): boolean =>
  a.length === b.length && a.every((length, index) => Math.abs(length - (b[index] ?? 0)) < 10)

/** How far the part to the right of another is from it. */
function gapBeside(sheet: CutSheet, part: CutSheet['parts'][number] | undefined): number {
  const xs = (one: CutSheet['parts'][number] | undefined) => (one?.contours.flat() ?? []).map((point) => point.x)
  const right = Math.max(...xs(part))
  const others = sheet.parts.filter((one) => one.panel !== part?.panel && Math.min(...xs(one)) >= right)
  return Math.min(...others.map((one) => Math.min(...xs(one)))) - right
}

it('[BX55] part marks are off; asked for, every part has its name scored on its own material', () => {
  const engine = engineWith({ kerf: 0.1 })
  const scored = (marks: boolean) => {
    const sheets = cutSheets(engine, { marks })
    return sheets.ok ? sheets.value.flatMap(({ parts }) => parts.filter(({ layer }) => layer === 'score')) : []
  }
  expect(scored(false)).toEqual([])
  const marked = scored(true)
  expect(marked.map(({ panel }) => panel).toSorted()).toEqual(engine.panels.map(({ id }) => id).toSorted())
  const sheets = cutSheets(engine, { marks: true })
  for (const sheet of sheets.ok ? sheets.value : []) {
    for (const { panel, contours } of sheet.parts.filter(({ layer }) => layer === 'score')) {
      const own = sheet.parts.filter((part) => part.panel === panel && part.layer !== 'score')
      const lines = own.flatMap((part) => part.contours).map((contour) => flattened(contour, 0.01))
      // Inside the outline and in none of the slots: around every place goes an odd number of lines.
      for (const place of contours.flat())
        expect([panel, lines.filter((line) => isInside(place, line)).length % 2]).toEqual([panel, 1])
    }
  }
})
