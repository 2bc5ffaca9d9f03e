import { toUm } from '@hewn/model'
import { roundOf } from '../decor/distance.ts'
import { roomsOf } from '../decor/decorate.ts'
import { inTheWay, type Room } from '../decor/room.ts'
import type { Engine } from '../execute-recipe.ts'
import type { Mark, Panel } from '../panels/panel.ts'
import { boundsOf } from '../panels/contour.ts'
import type { Rect } from '../panels/region.ts'
import { strokesOf } from '../text/strokes-of.ts'
import { CAP, typeset } from '../text/typeset.ts'
import { nameOf } from '../view/layers-of.ts'

/** Cap heights that are tried, in mm; smaller cannot be read. */
const HEIGHTS = [5, 4, 3, 2]
const RASTER = 8

/** The panels with their names scored where there is room: off unless asked for (BX55). A part too small for it has none. */
export function withPartMarks({ design, joints, panels: nominal }: Engine, panels: readonly Panel[]): Panel[] {
  const rooms = new Map(roomsOf(design, joints, nominal, () => true).map((room) => [room.panel.id, room]))
  return panels.map((panel) => {
    const room = rooms.get(panel.id)
    const mark = room && markOn(room, panel)
    return mark ? { ...panel, marks: [...panel.marks, mark] } : panel
  })
}

function markOn(room: Room, panel: Panel): Mark | undefined {
  const text = nameOf(panel).toLowerCase()
  const set = typeset(text)
  if (!set.ok) return undefined
  const cut = panel.features.flatMap((feature) => feature.contours.map(boundsOf))
  const written = panel.marks.map((mark) => boundsOf(strokesOf(mark).flat()))
  const taken = [...cut, ...written].map((rect) => ({ ...roundOf(rect), name: 'another' }))
  const crowded: Room = { ...room, taken }
  const { x, y } = set.value.bounds
  for (const height of HEIGHTS.map(toUm)) {
    const size = ([from, to]: Rect['x']) => ((to - from) * height) / CAP
    for (const place of placesOn(room.extent)) {
      const left = Math.round(place.x - size(x) / 2)
      const low = Math.round(place.y - size(y) / 2)
      const area: Rect = { x: [left, Math.ceil(left + size(x))], y: [low, Math.ceil(low + size(y))] }
      if (inTheWay(crowded, [roundOf(area)])) continue
      const at = { x: left - Math.round((x[0] * height) / CAP), y: low - Math.round((y[0] * height) / CAP) }
      return { id: `mark:${panel.id}`, path: '', layer: 'score', text, height, at }
    }
  }
  return undefined
}

/** From the middle outward. */
function placesOn({ x, y }: Rect): { x: number; y: number }[] {
  const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 }
  const places = Array.from({ length: (RASTER - 1) ** 2 }, (_, index) => ({
    x: x[0] + ((x[1] - x[0]) * (1 + Math.floor(index / (RASTER - 1)))) / RASTER,
    y: y[0] + ((y[1] - y[0]) * (1 + (index % (RASTER - 1)))) / RASTER,
  }))
  const far = (place: { x: number; y: number }): number => Math.hypot(place.x - middle.x, place.y - middle.y)
  return places.toSorted((a, b) => far(a) - far(b))
}
