import { TURNED } from './turned.ts'
import type { PartBody, PartFace, Relation, Where } from '@hewn/model'
import { atTwoSides, besideOneSide, inSomeCorners } from './corners.ts'
import { alongOf } from './along.ts'
import { besideAgain, besideOf } from './beside.ts'
import { isAtOneEnd, isFromOneEnd } from './both-ends.ts'
import { isFace, sameAs } from './axis.ts'
import { fromOf } from './from.ts'
import { middlesOf } from './middles.ts'
import { isRowStep, rowOf } from './rows.ts'
import { pointsOf } from './points.ts'
import { inOneRow, isBeside, isStrip, spacingOf } from './spacing.ts'
import { specOf } from './spec.ts'
import type { Binder } from './bind.ts'
import { cornersOf } from '../corners-of.ts'
import { evaluate } from '../formula.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import { onOutlineCorners } from '../outline-corners.ts'
import type { Quantity, SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { FACES, faceOf, OPPOSITE } from '../locate.ts'
import { isRadial } from '../radial.ts'
import { plural } from '../../read/plural.ts'

/** A feature whose place is being worked out. */
export interface Placing {
  frame: Frame
  id: string
  kind: FeatureKind
  body: PartBody
  form: Form
}

export function whereOf(
  binder: Binder,
  frame: Frame,
  id: string,
  kind: FeatureKind,
  body: PartBody,
  form: Form,
  face?: PartFace,
): Where {
  const where: Where = { relations: [], ...(face ? { on: face } : {}) }
  const on: Placing = { frame, id, kind, body, form }
  if (middlesOf(binder, frame, where, on)) return where
  rowOf(binder, where, on)
  for (const { place, at } of facesFirst(withCircle(frame)))
    if (!isRowStep(frame, place)) placeOf(binder, where, place, at, on)
  leaveOut(binder, frame, where)
  cornersOf(binder, frame, where, body)
  onOutlineCorners(binder, frame, id, where, form)
  inSomeCorners(binder, frame, where, on)
  atTwoSides(binder, frame, where, on)
  besideOneSide(frame, where, on)
  rowAcross(binder, frame, where, form)
  alongItsEdge(binder, on, where)
  uprightSlot(binder, on, where)
  if (form.roundEnd && kind.key === 'hole' && where.relations.length === 0) {
    where.relations.push({ kind: 'points', from: 'centre', at: [form.roundEnd] })
    frame.flags.delete('both-ends')
  }
  // `rotated 45 degrees`: where on a circle something begins is nothing without the circle.
  if (where.relations.some((one) => one.kind === 'circle' && one.diameter === '0'))
    binder.refuse('AGENT_NEEDS_ANSWER', `How the ${frame.noun} is turned is not clear. On which circle does it lie?`, [
      frame.at,
    ])
  // Two places of one kind cannot both be meant: rather asked than one of them dropped.
  const twice = (kind: Relation['kind']) => where.relations.filter((one) => one.kind === kind).length > 1
  const edges = where.relations.flatMap((one) => (one.kind === 'edge' ? [one.edge] : []))
  if ((['angle', 'points', 'grid', 'circle'] as const).some(twice) || new Set(edges).size < edges.length)
    binder.refuse('AGENT_NEEDS_ANSWER', `Two places were said for the ${frame.noun}. Which one is meant?`, [frame.at])
  // One hole is not 15 mm from the left and from the right, unless that is where its middle is.
  const opposite = edges.some((edge) => edges.some((other) => other === OPPOSITE[edge]))
  if (opposite && (frame.count?.value ?? (frame.plural ? 2 : 1)) === 1)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Places at two opposite sides were said for one ${frame.noun}.`,
      [frame.at],
      [`two ${plural(frame.noun)}, one at each side`, 'the first place'],
    )
  return where
}

/** `a 3 x 3 grid, leave out the middle one` */
function leaveOut(binder: Binder, { places, noun, count }: Frame, where: Where): void {
  for (const { place, at } of places) {
    if (place.kind !== 'missing') continue
    const grid = where.relations.find((one) => one.kind === 'grid')
    const odd = (formula: string) => evaluate(formula, binder.names.values) % 2 === 1
    const spots = grid?.kind === 'grid' ? evaluate(`${grid.columns} * ${grid.rows}`, binder.names.values) : 0
    const left = spots - (place.which === 'corners' ? 4 : 1)
    // `9 holes in a 3 x 3 array, omitting the centre`: nine of the array, or nine that are left?
    if (count && grid?.kind === 'grid' && count.value !== left)
      binder.refuse(
        'AGENT_CONTRADICTION',
        `${count.value} ${plural(noun)} were said, and ${left} of the grid are left.`,
        [at],
      )
    else if (grid?.kind === 'grid' && (place.which === 'corners' || (odd(grid.columns) && odd(grid.rows))))
      grid.without = place.which
    else binder.refuse('AGENT_NEEDS_ANSWER', `Which ${noun} should be left out?`, [at])
  }
}

/** `two holes 10 mm from the left edge, 30 mm apart`: a row along that edge, where it is long enough. */
function alongItsEdge(binder: Binder, { frame, form }: Placing, where: Where): void {
  const line = where.relations.find((one) => one.kind === 'line')
  if (line?.kind !== 'line' || line.along || !line.spacing || where.along || form.outline.kind !== 'rectangle') return
  const told = frame.places.some(
    ({ place }) => (place.kind === 'from' && (place.first || place.rim)) || place.kind === 'line',
  )
  const edges = where.relations.flatMap((one) => (one.kind === 'edge' ? [one] : []))
  const [edge, ...others] = edges
  if (told || !edge || others.length > 0) return
  const value = (formula: string) => evaluate(formula, binder.names.values)
  if (where.on) {
    // `two holes in the back, 60 apart, 20 below the top`: level, where a wall is wide enough.
    const level = edge.edge === 'top' || edge.edge === 'bottom'
    const { u, v } = faceOf(form, where.on)
    const room = value(level ? u : v)
    if (FACES[where.on].normal !== 'z' && (level || edge.edge === 'left' || edge.edge === 'right'))
      if (((frame.count?.value ?? 2) - 1) * value(line.spacing) < room) line.along = level ? 'x' : 'y'
    return
  }
  const [x, y] = [value(form.size[0]), value(form.size[1])]
  // `two holes 30 mm apart at one end, 12 mm from it`
  const atEnd =
    (edge.edge === 'end' || edge.edge === 'other') &&
    frame.places.some(({ place }) => isAtOneEnd(place) || isFromOneEnd(place))
  const lies = edge.edge === 'left' || edge.edge === 'right' || (atEnd && x >= y)
  if (!lies && !atEnd) return
  if (((frame.count?.value ?? 2) - 1) * value(line.spacing) < (lies ? y : x)) line.along = lies ? 'y' : 'x'
}

/** `vertical slots` of a plate go up its drawing: from front to back. */
function uprightSlot(binder: Binder, { frame: { flags }, kind, form }: Placing, where: Where): void {
  const way = flags.has('vertical') ? 'y' : flags.has('horizontal') ? 'x' : undefined
  if (kind.key !== 'slot' || !way || where.along || (where.on && where.on !== 'top' && where.on !== 'bottom')) return
  const [x = 0, y = 0, z = 0] = form.size.map((size) => evaluate(size, binder.names.values))
  if (3 * z <= Math.min(x, y)) where.along = way
}

/** `two slots parallel to the short side, 60 mm apart`: slots that lie one way stand in a row the other way, unless it only has room along them. */
function rowAcross(binder: Binder, { kind, places, count, sizes }: Frame, where: Where, form: Form): void {
  const lies = places.some(
    ({ place }) => (place.kind === 'along' && place.runs) || (place.kind === 'spec' && place.spec.prep === 'along'),
  )
  const { along } = where
  if (kind.key !== 'slot' || !lies || (along !== 'x' && along !== 'y')) return
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const [x = 0, y = 0] = form.size.map(value)
  const [room, beside] = along === 'x' ? [x, y] : [y, x]
  const long = sizes.get('length')?.quantity.value ?? 0
  for (const one of where.relations) {
    if (one.kind !== 'line') continue
    const reach = one.spacing === undefined ? 0 : ((count?.value ?? 2) - 1) * value(one.spacing)
    const inLine = reach >= beside && reach + long < room
    one.along = inLine ? along : along === 'x' ? 'y' : 'x'
  }
}

function placeOf(binder: Binder, where: Where, place: SaidPlace, at: [number, number], on: Placing): void {
  const { frame, id, form } = on
  const { relations } = where
  const dimension = (suffix: string, label: string, quantity: Quantity) =>
    binder.names.said(`${id}_${suffix}`, label, quantity)
  switch (place.kind) {
    case 'centre':
      if (place.same) sameAs(binder, place.same, form)
      if (
        frame.kind.key === 'slot' &&
        relations.some((one) => one.kind === 'centre') === false &&
        frame.places.some(
          (one) => one.place.kind === 'spec' && one.place.spec.noun === 'end' && one.place.spec.det === 'one',
        )
      ) {
        // `one end centred on the plate`: the slot goes on from there.
        const reach = frame.sizes.get('centres')
        if (reach)
          relations.push({
            kind: 'offset',
            direction: where.along === 'y' ? 'back' : 'right',
            distance: `${id}_centres / 2`,
          })
      }
      relations.push({ kind: 'centre' })
      return
    case 'row':
    case 'missing':
      return
    case 'corners':
      relations.push({ kind: 'corners' })
      return
    case 'from':
      fromOf(binder, where, place, on)
      return
    case 'offset': {
      const again = place.middle ? undefined : besideAgain(frame)
      if (again)
        return besideOf(binder, where, { ...again, distance: place.distance, directions: [place.direction] }, on)
      // `in the front, 10 mm up`: from below, as one measures what stands.
      if (place.up && ((where.on && FACES[where.on].normal !== 'z') || isRadial(frame))) {
        const edge = place.direction === 'top' ? 'bottom' : 'top'
        relations.push({ kind: 'edge', edge, distance: dimension('inset', 'Centre to edge', place.distance) })
        return
      }
      relations.push({
        kind: 'offset',
        direction: place.direction as PartFace,
        distance: dimension('offset', 'Offset', place.distance),
      })
      return
    }
    case 'beside':
      besideOf(binder, where, place, on)
      return
    case 'circle': {
      const said = place.diameter ?? place.radius
      if (!said) return
      const name = place.diameter
        ? dimension('circle', 'Bolt circle', said)
        : binder.names.said(`${id}_circle`, 'Bolt circle', said, 'mm', 2)
      // `starting at 30°` may stand before the circle it starts on.
      const started = relations.find((one) => one.kind === 'circle' && one.diameter === '0')
      if (started?.kind === 'circle') started.diameter = name
      else relations.push({ kind: 'circle', diameter: name })
      return
    }
    case 'clock':
      for (const hour of place.hours) hour.used = 'clock'
      relations.push({
        kind: 'angle',
        at: place.hours.map(({ value }) => String(degreesOf(value))),
      })
      return
    case 'angles': {
      for (const angle of place.at) angle.used = 'angle'
      const [first] = place.at
      // `four holes on a circle at 45 degrees`: where the first of them is.
      const turned = place.at.length === 1 && (frame.count?.value ?? (frame.plural ? 2 : 1)) > 1
      if ((place.start || turned) && first) {
        // `a 40 mm square hole rotated 45 degrees`: what is not round, and on no circle, is turned about its own middle.
        if (TURNED.has(on.kind.key) && !frame.places.some((one) => one.place.kind === 'circle')) {
          where.turn = binder.names.said(`${id}_turn`, 'Turned by', first, 'deg')
          return
        }
        const name = binder.names.said(`${id}_start`, 'Start angle', first, 'deg')
        const circle = relations.find((one) => one.kind === 'circle')
        if (circle) circle.start = name
        else relations.push({ kind: 'circle', diameter: '0', start: name })
        return
      }
      relations.push({
        kind: 'angle',
        at: place.at.map((angle) => binder.names.said(`${id}_angle`, 'Angle', angle, 'deg')),
      })
      return
    }
    case 'straddle': {
      const count = frame.count?.value ?? 1
      place.hour.used = 'clock'
      if (frame.seeded)
        binder.refuse('AGENT_NEEDS_ANSWER', `By how much shall the ${plural(frame.noun)} be turned?`, [place.hour.at])
      // Of an odd number, one may be left out of as many and one more.
      if (count % 2 === 1)
        binder.refuse(
          'AGENT_NEEDS_ANSWER',
          `Shall the ${count} ${plural(frame.noun)} be turned, or one of ${count + 1} be left out?`,
          [place.hour.at],
        )
      const start = String(degreesOf(place.hour.value) + 180 / count)
      const circle = relations.find((one) => one.kind === 'circle')
      if (circle) circle.start = start
      else relations.push({ kind: 'circle', diameter: '0', start })
      return
    }
    case 'apart': {
      const count = frame.count?.value ?? 1
      if (Math.abs(count * place.angle.value - 360) > 0.01)
        binder.refuse(
          'AGENT_NEEDS_ANSWER',
          `${count} ${plural(frame.noun)} ${place.angle.value}° apart do not go all round. At which angles are they?`,
          [place.angle.at],
        )
      place.angle.used = 'angle'
      return
    }
    case 'grid': {
      // `(4) .281 holes on a 3 x 2 pattern`: not so many each way, but so far apart.
      if (frame.count?.value === 4 && place.columns.value * place.rows.value !== 4) {
        const [x, y] = [place.columns, place.rows]
        for (const one of [x, y]) one.value = one.number?.mm ?? one.value
        return placeOf(binder, where, { kind: 'spacing', x, y }, at, on)
      }
      // `8 mm pitch, 11 rows of 11`: the step was said first.
      const led = relations.findIndex((one) => one.kind === 'line' && one.spacing !== undefined && !one.along)
      const [row] = led < 0 ? [] : relations.splice(led, 1)
      const [columns, rows] = row ? [place.columns, place.rows] : gridToFit(binder, frame, place, form)
      relations.push({
        kind: 'grid',
        ...(row?.kind === 'line' && row.spacing ? { dx: row.spacing, dy: row.spacing } : {}),
        columns: binder.names.said(`${id}_columns`, 'Columns', columns, 'count'),
        rows: binder.names.said(`${id}_rows`, 'Rows', rows, 'count'),
      })
      return
    }
    case 'spacing':
      spacingOf(
        where,
        turnedToFit(binder, place, form),
        dimension,
        frame.count?.value ?? 1,
        inOneRow(frame) || isRadial(frame) || isBeside(frame, place) || isStrip(binder, place, where, form),
      )
      return
    case 'line':
    case 'along':
      alongOf(binder, where, place, on)
      return
    case 'points':
      pointsOf(binder, where, place, at, on)
      return
    case 'spec':
      specOf(binder, where, place.spec, on)
      return
    default:
      binder.refuse('AGENT_NEEDS_ANSWER', 'A place could not be read.', [at])
  }
}

/** `plate 4 x 5 in, holes on 4.25 x 3 centres`: the steps that only fit the other way round were said that way round. */
function turnedToFit(binder: Binder, place: SaidPlace & { kind: 'spacing' }, { size, outline }: Form): typeof place {
  const { x, y } = place
  const [long = 0, wide = 0] = size.map((one) => evaluate(one, binder.names.values))
  if (!x || !y || x === y || outline.kind !== 'rectangle') return place
  const fits = (u: number, v: number) => u < long && v < wide
  return !fits(x.value, y.value) && fits(y.value, x.value) ? { ...place, x: y, y: x } : place
}

/** `six 40 mm holes, 2 by 3` in a board 200 x 100: so many each way as there is room for. */
function gridToFit(
  binder: Binder,
  { sizes, places }: Frame,
  { columns, rows }: SaidPlace & { kind: 'grid' },
  { size, outline }: Form,
): [Quantity, Quantity] {
  const [long = 0, wide = 0] = size.map((one) => evaluate(one, binder.names.values))
  const each = sizes.get('diameter')
  const across = each ? each.quantity.value * each.times : 0
  // `3 x 5 holes, 30 mm apart`
  const [step] = places.flatMap(({ place }) =>
    place.kind === 'spacing' && place.x && (!place.y || place.y === place.x) ? [place.x.value] : [],
  )
  const needs = (many: number) => (step === undefined ? (many + 1) * across : (many - 1) * step + across)
  const fits = (u: number, v: number) => needs(u) < long && needs(v) < wide
  const alone = places.every(({ place }) => place.kind === 'grid' || (step !== undefined && place.kind === 'spacing'))
  const [u, v] = [columns.value, rows.value]
  return alone && outline.kind === 'rectangle' && !fits(u, v) && fits(v, u) ? [rows, columns] : [columns, rows]
}

/** `10 mm from the top, in the front wall`: the face tells from which of its edges. */
const facesFirst = (places: Frame['places']): Frame['places'] =>
  places.toSorted((a, b) => Number(isNamedFace(b.place)) - Number(isNamedFace(a.place)))
const isNamedFace = (place: SaidPlace): boolean =>
  place.kind === 'spec' && place.spec.noun === 'face' && place.spec.places.some(isFace)

/** `5 mm hole at 12 o'clock and 10 mm hole at 3 o'clock on a 37.5 mm radius`: the circle is said once for both. */
function withCircle(frame: Frame): Frame['places'] {
  const turned = frame.places.some(({ place }) => place.kind === 'clock' || (place.kind === 'angles' && !place.start))
  const reached = frame.places.some(({ place }) => place.kind === 'circle' || place.kind === 'from')
  if (!turned || reached) return frame.places
  const siblings = frame.parent?.children ?? []
  const near = siblings
    .slice(siblings.indexOf(frame) + 1)
    .concat(siblings.slice(0, siblings.indexOf(frame)).toReversed())
  const circle = near
    .flatMap(({ places }) => places)
    .find(
      ({ place }) =>
        place.kind === 'circle' || (place.kind === 'from' && place.specs.some(({ noun }) => noun === 'centre')),
    )
  return circle ? [circle, ...frame.places] : frame.places
}

/** Where an hour of a clock stands, from the right and against its way. */
const degreesOf = (hour: number): number => (((90 - hour * 30) % 360) + 360) % 360
