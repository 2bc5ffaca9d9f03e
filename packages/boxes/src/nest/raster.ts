import type { Polygon } from './nest-room.ts'

/** Cells of a row that a part covers, from … to before …. */
export type Run = readonly [number, number]

/** A part on a grid: what it covers, row by row from its upper edge. Equal rows share one array. */
export interface Raster {
  readonly columns: number
  readonly rows: readonly (readonly Run[])[]
  /** Every row has a run at least as long. */
  readonly narrowest: number
}

const TINY = 1e-6

/**
 * Every cell that the part comes near to, `reach` in either direction. Never one too few: parts whose cells are apart are
 * `2 × reach` apart. `width` and `height` are its bounds, from 0, 0.
 */
export function rasterOf(
  outlines: readonly Polygon[],
  width: number,
  height: number,
  cell: number,
  reach: number,
): Raster {
  const columns = cellsUpTo((width + 2 * reach) / cell)
  const count = cellsUpTo((height + 2 * reach) / cell)
  const known = new Map<string, readonly Run[]>()
  const bands = Array.from({ length: count }, (): Band => ({ spans: [], low: [], high: [] }))
  // The top of the part is `reach` below the top of its first row; a row hears of all that is `reach` above or below it.
  for (const outline of outlines) note(outline, bands, height + 2 * reach, cell, cell + 2 * reach)
  const rows = bands.map((band) => {
    const runs = runsOf(spansOf(band), cell, reach, columns)
    const key = runs.join(';')
    const same = known.get(key) ?? runs
    known.set(key, same)
    return same
  })
  const narrowest = rows.reduce((least, runs) => Math.min(least, longestOf(runs)), columns)
  return { columns, rows, narrowest }
}

const longestOf = (runs: readonly Run[]): number => runs.reduce((most, [from, to]) => Math.max(most, to - from), 0)

const cellsUpTo = (cells: number): number => Math.ceil(cells - TINY)

/** What a row of the raster sees of the part: where its edges run, and where they cross its lower and upper line. */
interface Band {
  readonly spans: [number, number][]
  readonly low: number[]
  readonly high: number[]
}

/** Tells every band of the edges that run through it. Bands are `step` apart, from the top down, and `deep` each. */
function note(outline: Polygon, bands: readonly Band[], top: number, step: number, deep: number): void {
  let [ax, ay] = outline.at(-1) ?? [0, 0]
  for (const [bx, by] of outline) {
    const [least, most] = ay < by ? [ay, by] : [by, ay]
    const first = Math.max(0, Math.ceil((top - deep + TINY - most) / step))
    const last = Math.min(bands.length - 1, Math.floor((top - TINY - least) / step))
    const slope = ay === by ? 0 : (bx - ax) / (by - ay)
    for (let row = first; row <= last; row += 1) {
      const band = bands[row]
      if (!band) break
      const upper = top - row * step - TINY
      const lower = top - row * step - deep + TINY
      const from = ay === by ? ax : ax + slope * (Math.max(least, lower) - ay)
      const to = ay === by ? bx : ax + slope * (Math.min(most, upper) - ay)
      band.spans.push(from < to ? [from, to] : [to, from])
      if (least <= lower && most > lower) band.low.push(ax + slope * (lower - ay))
      if (least <= upper && most > upper) band.high.push(ax + slope * (upper - ay))
    }
    ;[ax, ay] = [bx, by]
  }
}

/** Where the part is, left to right, anywhere in a band: at its lower or upper line, or between along an edge. */
function spansOf({ spans, low, high }: Band): [number, number][] {
  for (const line of [low, high]) {
    line.sort((a, b) => a - b)
    for (let index = 0; index + 1 < line.length; index += 2) spans.push([line[index] ?? 0, line[index + 1] ?? 0])
  }
  return spans
}

function runsOf(spans: [number, number][], cell: number, reach: number, columns: number): Run[] {
  const runs: [number, number][] = []
  spans.sort((a, b) => a[0] - b[0])
  for (const [from, to] of spans) {
    // Measured from the left end of the raster, which is `reach` left of the part.
    const first = Math.max(0, Math.floor(from / cell + TINY))
    const end = Math.min(columns, cellsUpTo((to + 2 * reach) / cell))
    const last = runs.at(-1)
    if (last && first <= last[1]) last[1] = Math.max(last[1], end)
    else runs.push([first, end])
  }
  return runs
}
