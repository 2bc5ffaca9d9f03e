import { shared, type Span } from '../frame.ts'
import type { CutSheet } from './cut-sheet.ts'

/** A hundredth of a micrometre: placing adds and takes away half micrometres of kerf. */
const TINY = 1e-5

/** Why sheets may not be handed out, or nothing: each part once, inside, and apart by the spacing (P18). */
export function sheetProblem(sheets: readonly CutSheet[], parts: number, spacing: number): string | undefined {
  const outers = sheets.map((sheet) => sheet.parts.filter((part) => part.layer === 'cut-outer'))
  const names = outers.flat().map((part) => part.panel)
  if (names.length !== parts || new Set(names).size !== parts) return 'a part is missing or twice there'
  for (const [index, sheet] of sheets.entries()) {
    const boxes = (outers[index] ?? []).map((part) => ({ panel: part.panel, ...extentOf(part.contours.flat()) }))
    for (const { panel, x, y } of boxes) {
      const inside = x[0] >= -TINY && y[0] >= -TINY && x[1] <= sheet.width + TINY && y[1] <= sheet.height + TINY
      if (!inside) return `${panel} lies outside its sheet`
    }
    for (const [first, a] of boxes.entries()) {
      for (const b of boxes.slice(first + 1)) {
        const near = shared(grown(a.x, spacing - TINY), b.x) > 0 && shared(grown(a.y, spacing - TINY), b.y) > 0
        if (near) return `${a.panel} and ${b.panel} are less than ${spacing} mm apart`
      }
    }
  }
  return undefined
}

const grown = ([from, to]: Span, by: number): Span => [from - by, to + by]

function extentOf(points: readonly (readonly [number, number])[]): { x: Span; y: Span } {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] }
}
