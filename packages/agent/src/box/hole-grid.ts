import type { CutoutShape } from '@hewn/model'
import type { PanelSize } from './bind-features.ts'

export type Anchor = NonNullable<CutoutShape['from']>
export type CutoutForm =
  | { type: 'circle'; diameter: number }
  | { type: 'rect' | 'slot'; width: number; height: number }
  | { type: 'notch'; edge: 'top' | 'bottom'; width: number; depth: number }

interface Grid {
  columns: number
  rows: number
}

type Place = { x?: number; y?: number }

/** In a row; where that is too narrow for them and nothing says how they lie, in the grid that leaves most room. */
export function laid(count: number, form: CutoutForm, panel: PanelSize, place: Place, apart?: number): Grid {
  const across = form.type === 'circle' ? form.diameter : form.width
  const high = form.type === 'circle' ? form.diameter : form.type === 'notch' ? form.depth : form.height
  const row = { columns: count, rows: 1 }
  if (apart !== undefined || place.y !== undefined || form.type === 'notch') return row
  if (panel.width / (count + 1) >= across + WEB) return row
  const grids = Array.from({ length: count }, (_, index) => index + 1).flatMap((rows): Grid[] =>
    count % rows === 0 ? [{ columns: count / rows, rows }] : [],
  )
  const room = ({ columns, rows }: Grid) =>
    Math.min(panel.width / (columns + 1) - across, panel.height / (rows + 1) - high)
  const [best = row] = grids.toSorted((one, other) => room(other) - room(one))
  return room(best) >= WEB ? best : row
}

/** Wood that stays between holes that are spread evenly. */
const WEB = 5

export function repeated({ columns, rows }: Grid, panel: PanelSize, place: Place, apart?: number) {
  const dx = apart ?? tidy(panel.width / (columns + 1))
  const dy = rows === 1 ? 0 : (apart ?? tidy(panel.height / (rows + 1)))
  return {
    x: tidy((place.x ?? 0) - ((columns - 1) * dx) / 2),
    ...(rows === 1 ? {} : { y: tidy((place.y ?? 0) - ((rows - 1) * dy) / 2) }),
    repeat: { columns, rows, dx, dy },
  }
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000
