import { fromUm, type TextStep, toUm, type Um } from '@hewn/model'
import type { Rect } from '../panels/region.ts'
import { CAP, typeset } from '../text/typeset.ts'
import { type Board, type Entry, isOptional, largest, note, refuse } from './board.ts'
import { roundOf } from './distance.ts'
import { inTheWay, placeOf, take } from './room.ts'

/** How wide an engraved stroke is, as a share of the cap height (BX55). */
const STROKE_SHARE = 0.12
const LEAST_TEXT = 2

/** A line of text around its place, or why it cannot be there. */
export function text(board: Board, said: TextStep, entry: Entry): void {
  const { room } = board
  const set = typeset(said.text)
  if (!set.ok) {
    refuse(board, entry, 'RECIPE_TEXT', set.error, said.text)
    return
  }
  const layer = said.layer ?? 'engrave'
  const middle = placeOf(room, said)
  const laid = (height: Um) => {
    const width = layer === 'engrave' ? Math.max(2, Math.round(height * STROKE_SHARE)) : 0
    const half = Math.ceil(width / 2)
    const along = (place: Um, [from, to]: Rect['x']) => {
      const [low, high] = [Math.round((from * height) / CAP), Math.round((to * height) / CAP)]
      const start = place - Math.floor((low + high) / 2)
      return { start, span: [start + low - half, start + high + half] as const }
    }
    const [x, y] = [along(middle.x, set.value.bounds.x), along(middle.y, set.value.bounds.y)]
    return { width, at: { x: x.start, y: y.start }, area: { x: x.span, y: y.span } }
  }
  const height = toUm(said.height)
  const { area, at, width } = laid(height)
  const refused = inTheWay(room, [roundOf(area)])
  if (!refused) {
    take(room, [roundOf(area)], entry.name)
    const mark = { id: entry.name, path: entry.path, layer, text: said.text, height, at }
    board.marks.push(width > 0 ? { ...mark, width } : mark)
    return
  }
  const smaller = largest(
    said.height,
    (other) => other >= LEAST_TEXT && !inTheWay(room, [roundOf(laid(toUm(other)).area)]),
  )
  const shown = JSON.stringify(said.text)
  if (isOptional(entry)) {
    if (smaller === undefined) note(board, entry.path, `There is no room for ${shown} on ${room.panel.id}.`, said.text)
    else text(board, { ...said, height: smaller }, entry)
    return
  }
  const size = [area.x, area.y].map(([from, to]) => fromUm(to - from)).join(' x ')
  const message = `${shown} would be ${size} mm and does not fit on ${room.panel.id}: ${refused.why}`
  const healed = smaller !== undefined && {
    path: `${entry.path}.height`,
    limit: smaller,
    nearest: smaller,
    advice: `at most ${smaller} mm high there`,
  }
  refuse(board, entry, 'RECIPE_TEXT', message, said.height, healed || undefined)
}
