import type { Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Placing } from './where.ts'
import type { SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** `top row of holes 3, 4 and 5 mm, bottom row …, rows 30 mm apart`: the rows there are, and how far this one is from the middle. */
export function rowOf(binder: Binder, where: Where, { frame, id }: Placing): void {
  const side = sideOf(frame)
  if (side === undefined) return
  const upright = side === 'left' || side === 'right'
  where.along = upright ? 'y' : 'x'
  const rows = rowsBeside(frame)
  const step = rows
    .flatMap(({ places }) => places.flatMap(({ place }) => apart(place)))
    .find((one) => one !== undefined)
  const set = frame.places.some(
    ({ place }) => place.kind === 'from' || place.kind === 'offset' || place.kind === 'points',
  )
  where.relations.push({ kind: 'line', along: where.along })
  if (set || side === 'middle') return
  if (!step || rows.length < 2) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Where is the ${side} row?`,
      [frame.at],
      ['10 mm from the edge', 'the rows 20 mm apart'],
    )
    return
  }
  const distance = binder.names.said(`${id}_offset`, 'Row from the middle', step, 'mm', (rows.length - 1) / 2)
  where.relations.push({ kind: 'offset', direction: AWAY[side] ?? 'back', distance })
}

/** What the rows are apart is no step of theirs. */
export const isRowStep = (frame: Frame, place: SaidPlace): boolean =>
  sideOf(frame) !== undefined && apart(place).length > 0

const sideOf = ({ places }: Frame): string | undefined =>
  places.flatMap(({ place }) => (place.kind === 'row' ? [place.side] : []))[0]
const rowsBeside = (frame: Frame): Frame[] =>
  (frame.parent?.children ?? [frame]).filter((one) => one.kind === frame.kind && sideOf(one) !== undefined)
const apart = (place: SaidPlace) => (place.kind === 'spacing' && place.between ? [place.x ?? place.y] : [])
const AWAY: Readonly<Record<string, 'back' | 'front' | 'left' | 'right'>> = {
  top: 'back',
  back: 'back',
  bottom: 'front',
  front: 'front',
  left: 'left',
  right: 'right',
}
