import type { Turn } from '../sheets/cut-sheet.ts'
import { type Nested, type Nesting, type NestItem, type NestRoom, type Polygon, TINY } from './nest-room.ts'
import { type Raster, type Run, rasterOf } from './raster.ts'

const TURNS = [0, 90, 180, 270] as const satisfies readonly Turn[]
/** Finer cells waste less between parts and take longer; a sheet has at most so many. */
const MOST_CELLS = 1_000_000
const FINEST = 1

/**
 * Lays parts by their outlines: each where it comes to lie highest, then leftmost, in notches and openings of others too.
 * Free places are looked for on a grid. Parts on different cells are apart by the spacing, exactly.
 */
export function nestOutlines<T>(items: readonly NestItem<T>[], room: NestRoom): Nesting<T> | undefined {
  const { margin, spacing } = room
  const [width, height] = [room.width - 2 * margin + spacing, room.height - 2 * margin + spacing]
  const cell = Math.max(FINEST, Math.ceil(Math.sqrt((width * height) / MOST_CELLS) * 4) / 4)
  const [columns, rows] = [Math.floor(width / cell + TINY), Math.floor(height / cell + TINY)]
  const shapes = new Map<string, Shape[]>()
  const sheets: { taken: Taken; parts: Nested<T>[] }[] = []
  const sorted = items.toSorted(
    (a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height) || b.width * b.height - a.width * a.height,
  )
  for (const item of sorted) {
    const key = JSON.stringify(item.outlines ?? [item.width, item.height])
    const ways = shapes.get(key) ?? shapesOf(item, cell, spacing / 2)
    shapes.set(key, ways)
    const lay = (sheet: (typeof sheets)[number]): boolean => {
      const spot = sheet.taken.find(key, ways)
      if (!spot) return false
      const { shape, column, row } = spot
      sheet.taken.take(shape.raster, column, row)
      const y = room.height - margin - row * cell - shape.height
      const { turn, width, height } = shape
      sheet.parts.push({ part: item.part, x: margin + column * cell, y, turn, width, height })
      return true
    }
    if (sheets.some(lay)) continue
    const fresh = { taken: new Taken(columns, rows), parts: [] }
    // The grid may leave a sliver of the sheet unused that a part as large as the sheet would need.
    if (!lay(fresh)) return undefined
    sheets.push(fresh)
  }
  return sheets.map((sheet) => sheet.parts)
}

/** A part as it may lie. */
interface Shape {
  readonly turn: Turn
  readonly width: number
  readonly height: number
  readonly raster: Raster
}

/** The ways in which a part looks different on the grid; what is symmetrical has fewer. */
function shapesOf(item: NestItem<unknown>, cell: number, reach: number): Shape[] {
  const { width, height } = item
  const box: Polygon = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const seen = new Set<string>()
  const shapes: Shape[] = []
  for (const turn of TURNS) {
    const outlines = (item.outlines ?? [box]).map((outline) =>
      outline.map((point) => turned(point, turn, width, height)),
    )
    const [across, upward] = turn % 180 === 0 ? [width, height] : [height, width]
    const raster = rasterOf(outlines, across, upward, cell, reach)
    const key = raster.rows.join('|')
    if (seen.has(key)) continue
    seen.add(key)
    shapes.push({ turn, width: across, height: upward, raster })
  }
  return shapes
}

/** A point of a part that was turned to the left and moved back, so that its bounds begin at 0, 0. */
export function turned([x, y]: readonly [number, number], turn: Turn, width: number, height: number): [number, number] {
  switch (turn) {
    case 0:
      return [x, y]
    case 90:
      return [height - y, x]
    case 180:
      return [width - x, height - y]
    case 270:
      return [y, width - x]
  }
}

interface Spot {
  readonly shape: Shape
  readonly column: number
  readonly row: number
}

/**
 * The cells of a sheet. Each says how many cells from it to the right are free as it is, or, below 0, taken as it is: so a
 * part that is in the way of something knows at once how far it has to move.
 */
class Taken {
  readonly #columns: number
  readonly #rows: number
  readonly #ahead: Int16Array
  /** Of every row how many cells side by side are free: where no row of a part would fit, the part is not tried at all. */
  readonly #widest: Int16Array
  /** Taken places never become free, so an equal part need not look again above where the last one came to lie. */
  readonly #from = new Map<string, number[]>()

  constructor(columns: number, rows: number) {
    this.#columns = columns
    this.#rows = rows
    this.#ahead = new Int16Array(columns * rows)
    this.#widest = new Int16Array(rows).fill(columns)
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) this.#ahead[row * columns + column] = columns - column
    }
  }

  take({ rows }: Raster, column: number, row: number): void {
    const ahead = this.#ahead
    rows.forEach((runs, index) => {
      const base = (row + index) * this.#columns
      for (const [from, to] of runs) ahead.fill(-1, base + column + from, base + column + to)
      let [next, widest] = [0, 0]
      for (let at = base + this.#columns - 1; at >= base; at -= 1) {
        const isFree = (ahead[at] ?? 0) >= 0
        if (isFree) next = next < 0 ? 1 : next + 1
        else next = next < 0 ? next - 1 : -1
        ahead[at] = next
        if (next > widest) widest = next
      }
      this.#widest[row + index] = widest
    })
  }

  /** The place whose lower edge is highest; of those the leftmost. */
  find(key: string, shapes: readonly Shape[]): Spot | undefined {
    const starts = this.#from.get(key) ?? shapes.map(() => 0)
    this.#from.set(key, starts)
    let best: Spot | undefined
    shapes.forEach((shape, index) => {
      const { narrowest, rows } = shape.raster
      const last = Math.min(best ? best.row + best.shape.raster.rows.length : this.#rows, this.#rows) - rows.length
      let row = starts[index] ?? 0
      let column: number | undefined
      let unseen = row
      while (row <= last && column === undefined) {
        for (; unseen < Math.min(row + rows.length, this.#rows); unseen += 1)
          if ((this.#widest[unseen] ?? 0) < narrowest) row = unseen + 1
        if (row > last) break
        column = this.#columnFor(shape.raster, row)
        if (column === undefined) row += 1
      }
      starts[index] = Math.max(starts[index] ?? 0, row)
      if (column === undefined) return
      const lower = best && row + rows.length === best.row + best.shape.raster.rows.length
      if (!best || !lower || column < best.column) best = { shape, column, row }
    })
    return best
  }

  /** The first column where the part fits with its upper edge in this row. */
  #columnFor({ columns, rows }: Raster, row: number): number | undefined {
    const most = this.#columns - columns
    let column = 0
    // The row that was in the way last is asked first: it most likely still is.
    let asked = 0
    let clear = 0
    while (column <= most && clear < rows.length) {
      const moved = this.#movedPast(rows[asked] ?? [], (row + asked) * this.#columns, column)
      if (moved > column) {
        column = moved
        clear = 0
        continue
      }
      clear += 1
      asked = asked + 1 === rows.length ? 0 : asked + 1
    }
    return column <= most ? column : undefined
  }

  /** Where a row of the part gets past what it first meets in a row of the sheet; the same column when it meets nothing. */
  #movedPast(runs: readonly Run[], base: number, column: number): number {
    const ahead = this.#ahead
    for (const [from, to] of runs) {
      const free = ahead[base + column + from] ?? 0
      if (free < 0) return column - free
      if (free < to - from) return column + free - (ahead[base + column + from + free] ?? -1)
    }
    return column
  }
}
