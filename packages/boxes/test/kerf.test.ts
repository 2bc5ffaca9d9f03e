import { describe, expect, it } from 'vitest'
import { type CutContour, cutSheets, executeRecipe } from '../src/index.ts'
import { areaOf, boundsOf, circleHole, circleOf, flattened, lengthOf } from '../src/panels/contour.ts'
import { isInside, sideDistance } from '../src/decor/distance.ts'
import { penOutlines } from '../src/sheets/pen-outlines.ts'
import { ALPHABET } from '../src/text/alphabet.ts'
import { strokesOf } from '../src/text/strokes-of.ts'
import { withKerf } from '../src/sheets/with-kerf.ts'

describe('kerf along arcs', () => {
  it('[BX45] P14: a 20 mm hole measures 20.000 across after the cut, and stays a circle', () => {
    const hole = circleHole({ x: 50, y: 30 }, 10)
    const cut = withKerf(hole, 0.2) ?? []
    expect(circleOf(cut)).toEqual({ centre: { x: 50, y: 30 }, radius: expect.closeTo(9.9, 12) })
    // The beam takes half its width on either side.
    const left = withKerf(cut, -0.2) ?? []
    expect(2 * (circleOf(left)?.radius ?? 0)).toBeCloseTo(20, 12)
  })

  it('[BX48] round corners keep their centres, and go on into their sides without a kink', () => {
    const outline = rounded(80, 50, 10)
    const cut = withKerf(outline, 0.3) ?? []
    expect(cut.map((point) => point.arc)).toEqual(outline.map((point) => point.arc))
    expect(boundsOf(cut)).toEqual({
      x: [expect.closeTo(-0.15), expect.closeTo(80.15)],
      y: [expect.closeTo(-0.15), expect.closeTo(50.15)],
    })
    // An offset outward by d grows the area by the length times d and a circle of d.
    const d = 0.15
    expect(areaOf(cut)).toBeCloseTo(areaOf(outline) + lengthOf(outline) * d + Math.PI * d * d, 9)
    expect(lengthOf(cut)).toBeCloseTo(lengthOf(outline) + 2 * Math.PI * d, 9)
  })

  it('[BX48] corners between a line and an arc, and between two arcs, are where their offsets meet', () => {
    // A half disc, and a lens of two arcs.
    const half: CutContour = [
      { x: -10, y: 0 },
      { x: 10, y: 0, arc: { centre: { x: 0, y: 0 }, turn: 1 } },
    ]
    const lens: CutContour = [
      { x: -6, y: 0, arc: { centre: { x: 0, y: 8 }, turn: 1 } },
      { x: 6, y: 0, arc: { centre: { x: 0, y: -8 }, turn: 1 } },
    ]
    for (const contour of [half, lens]) {
      const cut = withKerf(contour, 0.4) ?? []
      expect(cut).toHaveLength(contour.length)
      // Every place along the cut is 0.2 from the contour, but for the mitred corners, which are further.
      const far = flattened(cut, 0.0001).map((place) => distance(place, flattened(contour, 0.00001)))
      expect(Math.min(...far)).toBeGreaterThan(0.2 - 0.001)
      expect(far.filter((one) => one < 0.201).length).toBeGreaterThan(far.length * 0.95)
      expect(areaOf(withKerf(cut, -0.4) ?? [])).toBeCloseTo(areaOf(contour), 6)
    }
  })

  it('[BX48] a round end narrower than the cut leaves nothing to cut', () => {
    expect(withKerf(circleHole({ x: 0, y: 0 }, 0.1), 0.2)).toBeUndefined()
    expect(withKerf(circleHole({ x: 0, y: 0 }, 0.11), 0.2)).toBeDefined()
  })

  it('[BX45] P15: the simulated cut of a box with notches, slots and fillets gives back its panels', () => {
    const { engine } = executeRecipe({
      type: 'basicBox',
      width: 200,
      height: 90,
      depth: 120,
      panels: [
        { face: 'front', cutouts: [{ type: 'notch', edge: 'top', width: 40, depth: 20, radius: 8 }] },
        {
          face: 'left',
          extensions: { top: 40 },
          cutouts: [{ type: 'slot', width: 50, height: 18, from: 'top', y: -25 }],
          fillets: [{ corners: ['top-left', 'top-right'], radius: 15 }],
        },
      ],
      cutting: { kerf: 0.25 },
    })
    const sheets = cutSheets(engine)
    if (!sheets.ok) throw new Error(sheets.error[0]?.message)
    for (const { panel, layer, contours } of sheets.value.flatMap((sheet) => sheet.parts)) {
      const own = engine.panels.find((one) => one.id === panel)
      const nominal = (layer === 'cut-outer' ? [own?.outline ?? []] : (own?.holes ?? [])).map((contour) =>
        measured(
          contour.map((point) => point),
          1000,
        ),
      )
      const cut = contours.map((contour) => measured(withKerf(contour, -0.25) ?? [], 1))
      expect(cut.toSorted(byArea)).toEqual(
        nominal
          .toSorted(byArea)
          .map(({ area, length }) => ({ area: expect.closeTo(area, 3), length: expect.closeTo(length, 3) })),
      )
    }
  })
})

describe('the outline of strokes', () => {
  const areaLeft = (loops: readonly CutContour[]): number => loops.reduce((sum, loop) => sum + areaOf(loop), 0)

  it('[BX55] is as wide as the pen, with round ends', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ]
    const [outline] = penOutlines([line], 1.2)
    expect(boundsOf(outline ?? [])).toEqual({
      x: [expect.closeTo(-0.6), expect.closeTo(10.6)],
      y: [expect.closeTo(-0.6), expect.closeTo(0.6)],
    })
    expect(areaOf(outline ?? [])).toBeCloseTo(12 + Math.PI * 0.36, 6)
    expect(outline?.map(({ arc }) => arc?.turn)).toEqual([undefined, 1, undefined, 1])
  })

  it('[BX55] a closed stroke is a ring: one line around it, one around its hole', () => {
    const arc = { centre: { x: 0, y: 0 }, turn: 1 } as const
    const ring = [
      { x: 4, y: 0, arc },
      { x: -4, y: 0, arc },
      { x: 4, y: 0 },
    ]
    const loops = penOutlines([ring], 1)
    expect(loops.map((loop) => areaOf(loop) > 0)).toEqual([true, false])
    // Two circles, as a laser program should see them, as far off as the strokes are told apart by.
    expect(loops.map((loop) => loop.map(({ arc }) => arc?.turn))).toEqual([
      [1, 1],
      [-1, -1],
    ])
    expect(areaLeft(loops)).toBeCloseTo(Math.PI * (4.5 ** 2 - 3.5 ** 2), 1)
  })

  it('[BX55] of every letter no place is filled twice, and all that the pen touches is filled', () => {
    let judged = 0
    for (const text of Object.keys(ALPHABET)) {
      const mark = { id: 'a', path: '', layer: 'engrave', text, height: 20_000, at: { x: 0, y: 0 } } as const
      const strokes = strokesOf(mark)
      const loops = penOutlines(strokes, 2400).map((loop) => flattened(loop, 2))
      const chords = strokes.flatMap((stroke) => {
        const points = flattened(stroke, 5, false)
        return points.slice(1).map((to, index) => [points[index] ?? to, to] as const)
      })
      const { x, y } = boundsOf(loops.flat())
      for (let step = 1; step <= 60; step++) {
        // Places all over the letter, on no grid of its own.
        const share = { x: (step * 0.754_877) % 1, y: (step * 0.569_84) % 1 }
        const at = { x: x[0] + (x[1] - x[0]) * share.x, y: y[0] + (y[1] - y[0]) * share.y }
        const far = Math.min(...chords.map(([from, to]) => sideDistance(at, at, from, to)))
        if (Math.abs(far - 1200) < 40) continue
        const around = loops.filter((loop) => isInside(at, loop)).length
        expect([text, at, around % 2 === 1]).toEqual([text, at, far < 1200])
        judged++
      }
      // Counter-clockwise around what is filled, clockwise around what is free.
      const filled = loops.filter((loop) => areaOf(loop) > 0)
      expect([text, filled.length > 0]).toEqual([text, true])
    }
    expect(judged).toBeGreaterThan(5000)
  })
})

function rounded(width: number, height: number, radius: number): CutContour {
  const corner = (x: number, y: number, cx: number, cy: number) => ({
    x,
    y,
    arc: { centre: { x: cx, y: cy }, turn: 1 as const },
  })
  return [
    { x: radius, y: 0 },
    corner(width - radius, 0, width - radius, radius),
    { x: width, y: radius },
    corner(width, height - radius, width - radius, height - radius),
    { x: width - radius, y: height },
    corner(radius, height, radius, height - radius),
    { x: 0, y: height - radius },
    corner(0, radius, radius, radius),
  ].slice(0, 8)
}

interface Measure {
  area: number
  length: number
}

const measured = (contour: CutContour, unit: number): Measure => ({
  area: areaOf(contour) / unit ** 2,
  length: lengthOf(contour) / unit,
})
const byArea = (a: Measure, b: Measure): number => a.area - b.area || a.length - b.length

function distance(place: { x: number; y: number }, line: readonly { x: number; y: number }[]): number {
  return Math.min(
    ...line.map((b, index) => {
      const a = line.at(index - 1) ?? b
      const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
      const share =
        long === 0
          ? 0
          : Math.min(1, Math.max(0, ((place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y)) / long))
      return Math.hypot(a.x + share * (b.x - a.x) - place.x, a.y + share * (b.y - a.y) - place.y)
    }),
  )
}
