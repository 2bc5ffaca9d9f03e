import type { Where } from '@hewn/model'
import type { Binder } from './bind/bind.ts'
import { evaluate } from './formula.ts'
import type { Form } from './kinds.ts'
import type { Frame } from './read/frame.ts'

/**
 * The corners of a triangle or a hexagon lie on a circle, and so does what is in each of them: `15 mm from each corner`
 * towards the middle, `10 mm from the edges` both of them, `35 mm from the centre`.
 */
export function onOutlineCorners(binder: Binder, frame: Frame, id: string, where: Where, { corners }: Form): void {
  const { relations } = where
  if (!corners || (where.on && where.on !== 'top' && where.on !== 'bottom')) return
  if (!relations.some(({ kind }) => kind === 'corners')) return
  const inset = relations.find((one) => one.kind === 'edge')
  const circle = relations.find((one) => one.kind === 'circle')
  const { count, reach, start } = corners
  const fromCorner = frame.places.some(
    ({ place }) => place.kind === 'from' && place.specs.some(({ noun }) => noun === 'corner'),
  )
  const away =
    inset?.kind !== 'edge' ? undefined : fromCorner ? inset.distance : `${inset.distance} / cos(pi / ${count})`
  const diameter =
    circle?.kind === 'circle'
      ? circle.diameter
      : away === undefined
        ? assumed(binder, id, evaluate(reach, binder.names.values))
        : `2 * (${reach} - ${away})`
  where.relations = [
    ...relations.filter(({ kind }) => kind !== 'corners' && kind !== 'edge' && kind !== 'circle'),
    { kind: 'circle', diameter, ...(start === 0 ? {} : { start: String(start) }) },
  ]
  frame.flags.set('each-corner', frame.at)
}

const assumed = ({ names }: Binder, id: string, reach: number): string =>
  names.add(`${id}_circle`, {
    label: 'Circle of the corners',
    value: Math.round(reach * 1.4),
    unit: 'mm',
    origin: { from: 'assumed', why: 'no distance from the corners was said' },
  })

/** How far a place is from the nearest side of the outline; less than nothing outside of it. */
export function insideOutline(
  { count, reach, start }: NonNullable<Form['corners']>,
  { u, v }: { u: number; v: number },
  value: (formula: string) => number,
): number {
  const apothem = value(reach) * Math.cos(Math.PI / count)
  const along = Array.from({ length: count }, (_, side) => {
    const turn = ((start + (360 / count) * (side + 0.5)) * Math.PI) / 180
    return u * Math.cos(turn) + v * Math.sin(turn)
  })
  return apothem - Math.max(...along)
}

interface Spot {
  u: number
  v: number
}

/** How far a place is from the nearest edge of what is told by its corners; less than nothing outside of it. */
export function within(corners: readonly Spot[], { u, v }: Spot): number {
  let inside = false
  let least = Number.POSITIVE_INFINITY
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] ?? a
    if (a.v > v !== b.v > v && u < a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u)) inside = !inside
    const [du, dv] = [b.u - a.u, b.v - a.v]
    const along = Math.max(0, Math.min(1, ((u - a.u) * du + (v - a.v) * dv) / (du * du + dv * dv || 1)))
    least = Math.min(least, Math.hypot(u - a.u - along * du, v - a.v - along * dv))
  })
  return inside ? least : -least
}
