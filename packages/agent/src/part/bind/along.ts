import type { Where } from '@hewn/model'
import { axisOf, edgeSaid, sameAs, stands, thinnest } from './axis.ts'
import type { Binder } from './bind.ts'
import type { Placing } from './where.ts'
import type { SaidPlace } from '../read/atoms.ts'

/** `in a row along the length`, `lengthwise`, `running the full 100 mm`. */
export function alongOf(
  binder: Binder,
  where: Where,
  place: SaidPlace & { kind: 'line' | 'along' },
  on: Placing,
): void {
  const { frame, form } = on
  const { relations } = where
  if (place.kind === 'along' && place.same) {
    const axis = sameAs(binder, place.same, form)
    // `drilled the full 120 mm length`: it goes in at an end.
    const goesIn = place.through || (on.kind.key === 'hole' && !frame.plural)
    if (goesIn && on.kind.manner === 'spot' && form.outline.kind === 'rectangle' && (axis === 'x' || axis === 'y'))
      where.on = axis === 'x' ? 'right' : 'front'
    else if (axis && !place.through) where.along = axis
    return
  }
  if (place.kind === 'along' && place.through) {
    frame.flags.set('through', frame.at)
    if (form.outline.kind !== 'rectangle' || on.kind.manner !== 'spot') return
    const axis =
      place.axis === 'thickness' ? thinnest(form, binder.names.values) : axisOf(place.axis, form, binder.names.values)
    if (axis !== 'z') where.on = axis === 'x' ? 'right' : 'front'
    return
  }
  const said = place.kind === 'line' ? place.along : place.axis
  // `drilled crosswise`: through what is round from the side.
  if (
    place.kind === 'along' &&
    place.runs &&
    said === 'width' &&
    form.outline.kind === 'circle' &&
    on.kind.key === 'hole'
  ) {
    frame.flags.set('cross', frame.at)
    return
  }
  if (
    said === 'length' &&
    where.on !== 'top' &&
    where.on !== 'bottom' &&
    stands(form, binder.names.values) &&
    on.kind.manner === 'run'
  ) {
    // Of what stands up, the length is its height, and the front is a side of it.
    where.on ??= 'front'
    where.along = 'z'
    return
  }
  // `a 20 mm bore lengthwise`, `a hole through along X`: one hole that goes along, and not a row of them.
  const many = frame.plural || (frame.count?.value ?? 1) > 1
  const goes =
    place.kind === 'along' &&
    (place.runs || frame.flags.has('parallel') || (!many && (place.full || /^[xy]$/.test(place.axis))))
  // Of what stands up, the length is its height.
  const up = 'axis' in place && place.axis === 'length' && stands(form, binder.names.values)
  const axis = goes && on.kind.key === 'hole' && !up ? axisOf(place.axis, form, binder.names.values) : 'z'
  // Two bores go along; two holes lie in a row.
  if (axis !== 'z' && (!many || BORES.test(frame.noun)) && form.outline.kind === 'rectangle') {
    where.on = axis === 'x' ? 'right' : 'front'
    return
  }
  if (said) where.along = axisOf(said === 'edge' ? edgeSaid(frame) : said, form, binder.names.values)
  if (place.kind !== 'line') return
  const along = where.along === 'x' || where.along === 'y' ? { along: where.along } : {}
  // `30 apart, vertical`: the row whose step was said before.
  const row = relations.find((one) => one.kind === 'line')
  if (row?.kind === 'line' && place.along) Object.assign(row, along)
  else relations.push({ kind: 'line', ...along })
}
const BORES = /\b(?:bore|channel|passage|gallery)$/
