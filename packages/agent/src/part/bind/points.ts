import type { PartBody, PartEdge, Span, Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Placing } from './where.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Quantity, SaidPlace } from '../read/atoms.ts'

/** `at (10, 20) and (50, 20)`, `(10, 10) from the top left corner`. */
export function pointsOf(
  binder: Binder,
  where: Where,
  place: SaidPlace & { kind: 'points' },
  at: Span,
  { frame, id, form, body }: Placing,
): void {
  const { relations } = where
  const dimension = (suffix: string, label: string, quantity: Quantity) =>
    binder.names.said(`${id}_${suffix}`, label, quantity)
  const [only, ...more] = place.at
  if (Array.isArray(place.from) && only) {
    // From another corner: so far from its two sides.
    if (more.length > 0)
      binder.refuse('AGENT_NEEDS_ANSWER', 'From which corner are the places? They are read from the lower left one.', [
        at,
      ])
    const [across = 'left', along = 'front'] = place.from
    const side = along === 'bottom' ? 'front' : along === 'top' ? 'back' : along
    relations.push({ kind: 'edge', edge: across as PartEdge, distance: dimension('x', 'Place along x', only[0]) })
    relations.push({ kind: 'edge', edge: side as PartEdge, distance: dimension('y', 'Place along y', only[1]) })
    return
  }
  const drawn = body.family === 'outline' ? beginsAtZero(body, binder) : undefined
  if (drawn === false)
    binder.refuse('AGENT_NEEDS_ANSWER', 'From where are the places counted? The outline does not begin at (0,0).', [at])
  // `10 mm at 20,15 and 8 mm at 70,40`: all of them are counted from one place.
  const all = (frame.parent?.children ?? [frame]).flatMap(({ places }) =>
    places.flatMap(({ place: one }) => (one.kind === 'points' && one.from === undefined ? one.at : [])),
  )
  const corner = drawn ?? fromCorner(all.length > 0 ? all : place.at, form, binder)
  const from = typeof place.from === 'string' ? place.from : corner ? 'corner' : 'centre'
  relations.push({
    kind: 'points',
    from,
    at: place.at.map(([x, y]): [string, string] => [
      dimension('x', 'Place along x', x),
      dimension('y', 'Place along y', y),
    ]),
  })
}

/** An outline that is drawn from (0,0) has its places from there too. */
function beginsAtZero({ parts }: PartBody, { names }: Binder): boolean {
  const least = (axis: string) => Math.min(...parts.map(({ sizes }) => evaluate(sizes[axis] ?? '0', names.values)))
  return least('x') === 0 && least('y') === 0
}

/** Places that lie outside when they are counted from the middle, and inside from the lower left corner. */
function fromCorner(at: readonly [Quantity, Quantity][], form: Form, binder: Binder): boolean {
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const outside = at.some(([u, v]) => Math.abs(u.value) > x / 2 || Math.abs(v.value) > y / 2)
  const inside = at.every(([u, v]) => u.value >= 0 && v.value >= 0 && u.value <= x && v.value <= y)
  if (!outside || !inside || form.outline.kind === 'circle') return false
  const said = 'Places are counted from the lower left corner, as they would lie outside from the middle.'
  if (!binder.notes.includes(said)) binder.notes.push(said)
  return true
}
