import type { PartBody, PartEdge, PartFace, Relation, Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import { facesOf } from './bind-faces.ts'
import { middlesOf } from './bind-middles.ts'
import { cornersOf } from './corners-of.ts'
import { onOutlineCorners } from './outline-corners.ts'
import { evaluate, half, minus } from './formula.ts'
import type { FeatureKind, Form } from './kinds.ts'
import { FACES, faceOf } from './locate.ts'
import { familyOf } from './registry.ts'
import type { Quantity, SaidPlace, Spec } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'

export function whereOf(
  binder: Binder,
  frame: Frame,
  id: string,
  kind: FeatureKind,
  body: PartBody,
  form: Form,
): Where {
  const where: Where = { relations: [] }
  if (middlesOf(binder, frame, where, { id, kind, body, form })) return where
  for (const { place, at } of withCircle(frame)) placeOf(binder, where, place, at, { frame, id, kind, body, form })
  cornersOf(binder, frame, where, body)
  onOutlineCorners(binder, frame, id, where, form)
  rowAcross(frame, where)
  if (form.roundEnd && kind.key === 'hole' && where.relations.length === 0) {
    where.relations.push({ kind: 'points', from: 'centre', at: [form.roundEnd] })
    frame.flags.delete('both-ends')
  }
  // Two places of one kind cannot both be meant: rather asked than one of them dropped.
  const twice = (kind: Relation['kind']) => where.relations.filter((one) => one.kind === kind).length > 1
  const edges = where.relations.flatMap((one) => (one.kind === 'edge' ? [one.edge] : []))
  if ((['angle', 'points', 'grid', 'circle'] as const).some(twice) || new Set(edges).size < edges.length)
    binder.refuse('AGENT_NEEDS_ANSWER', `Two places were said for the ${frame.noun}. Which one is meant?`, [frame.at])
  // One hole is not 15 mm from the left and from the right, unless that is where its middle is.
  const opposite = OPPOSITE.some((pair) => pair.every((side) => edges.includes(side)))
  if (opposite && (frame.count?.value ?? (frame.plural ? 2 : 1)) === 1)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Places at two opposite sides were said for one ${frame.noun}.`,
      [frame.at],
      [`two ${frame.noun}s, one at each side`, 'the first place'],
    )
  return where
}

/** `two slots parallel to the short side, 60 mm apart`: slots that lie one way stand in a row the other way. */
function rowAcross({ kind, places }: Frame, where: Where): void {
  const lies = places.some(
    ({ place }) => (place.kind === 'along' && place.runs) || (place.kind === 'spec' && place.spec.prep === 'along'),
  )
  if (kind.key !== 'slot' || !lies || (where.along !== 'x' && where.along !== 'y')) return
  for (const one of where.relations) if (one.kind === 'line') one.along = where.along === 'x' ? 'y' : 'x'
}

/** Which way the edge runs that was spoken of: `20 mm from one short edge and parallel to it`. */
function edgeSaid({ places }: Frame): string {
  const specs = places.flatMap(({ place }) =>
    place.kind === 'from' ? place.specs : place.kind === 'spec' ? [place.spec] : [],
  )
  const sides = specs.flatMap((spec) => spec.places)
  return sides.includes('short')
    ? 'width'
    : sides.includes('long')
      ? 'length'
      : sides.some((side) => side === 'left' || side === 'right')
        ? 'y'
        : 'x'
}

function placeOf(
  binder: Binder,
  where: Where,
  place: SaidPlace,
  at: [number, number],
  on: { frame: Frame; id: string; kind: FeatureKind; body: PartBody; form: Form },
): void {
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
    case 'corners':
      relations.push({ kind: 'corners' })
      return
    case 'from': {
      const centred = place.specs.find(({ noun }) => noun === 'centre' || noun === 'centreline')
      if (centred) {
        const radius = dimension('radius', 'Distance from the centre', place.distance)
        if (centred.places.includes('x')) relations.push({ kind: 'offset', direction: 'back', distance: radius })
        else if (centred.places.includes('y') || centred.noun === 'centreline')
          relations.push({
            kind: 'offset',
            direction: centred.places.includes('y') ? 'right' : 'back',
            distance: radius,
          })
        else relations.push({ kind: 'circle', diameter: `2 * ${radius}` })
        return
      }
      if (place.more) {
        listOf(binder, where, place.specs[0], [place.distance, ...place.more], on)
        return
      }
      const distance = dimension('inset', 'Centre to edge', place.distance)
      if (place.first && form.outline.kind === 'rectangle' && place.specs.every(({ places }) => !places.some(isFace))) {
        const long = evaluate(form.size[0], binder.names.values) >= evaluate(form.size[1], binder.names.values)
        relations.push({ kind: 'edge', edge: long ? 'left' : 'front', distance })
        return
      }
      // `a hole 20 mm from either end` is two.
      const [end] = place.specs
      if (end && (end.det === 'that' || end.det === 'this') && end.places.length === 0) {
        const before = frame.places.findLast(
          ({ place: one }) => one.kind === 'spec' && ['edge', 'side', 'end'].includes(one.spec.noun ?? ''),
        )
        if (before?.place.kind === 'spec') Object.assign(end, before.place.spec)
      }
      if (
        end?.noun === 'end' &&
        ['each', 'both', 'either', 'every'].includes(end.det ?? '') &&
        !frame.count &&
        !frame.plural &&
        on.kind.key === 'hole' &&
        form.outline.kind === 'rectangle'
      )
        frame.flags.set('both-ends', frame.at)
      for (const spec of place.specs) {
        if (spec.noun === 'corner') relations.push({ kind: 'corners' })
        // From the outer faces of what has walls; places on its floor are counted from inside.
        if (spec.noun === 'rind') {
          relations.push({ kind: 'edge', edge: 'all', distance: `(${minus(distance, on.body.sizes['wall'] ?? '0')})` })
          continue
        }
        // From where the legs meet outside, or from the face of the other leg.
        if (spec.noun === 'heel' || spec.noun === 'foot') {
          const heel = spec.noun === 'heel' ? `(${minus(distance, on.body.sizes['thickness'] ?? '0')})` : distance
          relations.push({ kind: 'edge', edge: 'heel', distance: heel })
          continue
        }
        // How far from the end of what is round: a hole across it.
        if (
          spec.noun === 'end' &&
          form.outline.kind === 'circle' &&
          !where.on &&
          on.kind.key === 'hole' &&
          !frame.flags.has('radial')
        )
          frame.flags.set('cross', frame.at)
        for (const edge of edgesOf(spec, where, form, frame, where.on ?? legFace(binder, frame, on.body, form)))
          relations.push({ kind: 'edge', edge, distance })
      }
      return
    }
    case 'offset':
      relations.push({
        kind: 'offset',
        direction: place.direction as PartFace,
        distance: dimension('offset', 'Offset', place.distance),
      })
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
        at: place.hours.map(({ value }) => String((((90 - value * 30) % 360) + 360) % 360)),
      })
      return
    case 'angles': {
      for (const angle of place.at) angle.used = 'angle'
      const [first] = place.at
      // `four holes on a circle at 45 degrees`: where the first of them is.
      const turned = place.at.length === 1 && (frame.count?.value ?? (frame.plural ? 2 : 1)) > 1
      if ((place.start || turned) && first) {
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
    case 'apart': {
      const count = frame.count?.value ?? 1
      if (Math.abs(count * place.angle.value - 360) > 0.01)
        binder.refuse(
          'AGENT_NEEDS_ANSWER',
          `${count} ${frame.noun}s ${place.angle.value}° apart do not go all round. At which angles are they?`,
          [place.angle.at],
        )
      place.angle.used = 'angle'
      return
    }
    case 'grid':
      relations.push({
        kind: 'grid',
        columns: binder.names.said(`${id}_columns`, 'Columns', place.columns, 'count'),
        rows: binder.names.said(`${id}_rows`, 'Rows', place.rows, 'count'),
      })
      return
    case 'spacing':
      spacingOf(where, place, dimension, frame.count?.value ?? 1, isStrip(binder, place, where, form))
      return
    case 'line':
    case 'along': {
      if (place.kind === 'along' && place.same) {
        const axis = sameAs(binder, place.same, form)
        // `drilled the full 120 mm length`: it goes in at an end.
        if (
          on.kind.key === 'hole' &&
          !frame.plural &&
          form.outline.kind === 'rectangle' &&
          (axis === 'x' || axis === 'y')
        )
          where.on = axis === 'x' ? 'right' : 'front'
        else if (axis) where.along = axis
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
      if (said === 'length' && !where.on && stands(form, binder.names.values) && on.kind.manner === 'run') {
        // Of what stands up, the length is its height, and the front is a side of it.
        where.on = 'front'
        where.along = 'z'
        return
      }
      // `a 20 mm bore lengthwise`: one hole that goes along, and not a row of them.
      const axis =
        place.kind === 'along' && place.runs && on.kind.key === 'hole'
          ? axisOf(place.axis, form, binder.names.values)
          : 'z'
      if (axis !== 'z' && !frame.plural && (frame.count?.value ?? 1) === 1 && form.outline.kind === 'rectangle') {
        where.on = axis === 'x' ? 'right' : 'front'
        return
      }
      if (said) where.along = axisOf(said === 'edge' ? edgeSaid(frame) : said, form, binder.names.values)
      if (place.kind === 'line')
        relations.push({
          kind: 'line',
          ...(where.along === 'x' || where.along === 'y' ? { along: where.along } : {}),
        })
      return
    }
    case 'points': {
      const [only, ...more] = place.at
      if (Array.isArray(place.from) && only) {
        // From another corner: so far from its two sides.
        if (more.length > 0)
          binder.refuse(
            'AGENT_NEEDS_ANSWER',
            'From which corner are the places? They are read from the lower left one.',
            [at],
          )
        const [across = 'left', along = 'front'] = place.from
        const side = along === 'bottom' ? 'front' : along === 'top' ? 'back' : along
        relations.push({ kind: 'edge', edge: across as PartEdge, distance: dimension('x', 'Place along x', only[0]) })
        relations.push({ kind: 'edge', edge: side as PartEdge, distance: dimension('y', 'Place along y', only[1]) })
        return
      }
      const from =
        typeof place.from === 'string' ? place.from : fromCorner(place.at, form, binder) ? 'corner' : 'centre'
      relations.push({
        kind: 'points',
        from,
        at: place.at.map(([x, y]): [string, string] => [
          dimension('x', 'Place along x', x),
          dimension('y', 'Place along y', y),
        ]),
      })
      return
    }
    case 'spec':
      specOf(binder, where, place.spec, on)
      return
    default:
      binder.refuse('AGENT_NEEDS_ANSWER', 'A place could not be read.', [at])
  }
}

/** Places that lie outside when they are counted from the middle, and inside from the lower left corner. */
function fromCorner(at: readonly [Quantity, Quantity][], form: Form, binder: Binder): boolean {
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const outside = at.some(([u, v]) => Math.abs(u.value) > x / 2 || Math.abs(v.value) > y / 2)
  const inside = at.every(([u, v]) => u.value >= 0 && v.value >= 0 && u.value <= x && v.value <= y)
  if (!outside || !inside || form.outline.kind === 'circle') return false
  binder.notes.push('Places are counted from the lower left corner, as they would lie outside from the middle.')
  return true
}

/** A size said again: `the 20 mm width`. It has to be one that is there. */
function sameAs(binder: Binder, quantity: Quantity, form: Form): 'x' | 'y' | 'z' | undefined {
  const at = form.size.findIndex((one) => Math.abs(evaluate(one, binder.names.values) - quantity.value) < 0.01)
  if (at >= 0) quantity.used = 'same'
  return (['x', 'y', 'z'] as const)[at]
}

/** Four places stand in a square, unless that would fill what is narrow and a row has room. */
function isStrip(binder: Binder, { x, y }: SaidPlace & { kind: 'spacing' }, { on }: Where, { size }: Form): boolean {
  const step = (x ?? y)?.value
  if (step === undefined || (on && on !== 'top' && on !== 'bottom')) return false
  const [a, b] = [evaluate(size[0], binder.names.values), evaluate(size[1], binder.names.values)]
  return Math.min(a, b) < 1.5 * step && Math.max(a, b) > 3.2 * step
}

function spacingOf(
  where: Where,
  place: SaidPlace & { kind: 'spacing' },
  dimension: (suffix: string, label: string, quantity: Quantity) => string,
  count: number,
  strip: boolean,
): void {
  const { relations } = where
  const dx = place.x && dimension('spacing', 'Spacing', place.x)
  const dy = place.y && (place.y === place.x ? dx : dimension('spacing_y', 'Spacing across', place.y))
  const grid = relations.find((one) => one.kind === 'grid')
  if (grid && (grid.rows === '2') !== (grid.columns === '2') && where.along && dy === undefined) {
    // Of two rows along the edges, the step is along them.
    if (where.along === 'x') grid.dx = dx ?? '0'
    else grid.dy = dx ?? '0'
    return
  }
  if (grid) {
    // `75 mm apart lengthwise and 35 mm apart across`: the second step is the other way.
    if (dx !== undefined && dy === undefined && grid.dx !== undefined && grid.dx === grid.dy) grid.dy = dx
    else {
      if (dx !== undefined) grid.dx = dx
      grid.dy = dy ?? grid.dy ?? dx ?? '0'
      grid.dx ??= grid.dy
    }
    return
  }
  if (dx !== undefined && dy !== undefined) {
    relations.push({ kind: 'grid', columns: '2', rows: '2', dx, dy })
    return
  }
  const step = dx ?? dy
  const line = relations.find((one) => one.kind === 'line')
  if (line && step !== undefined) line.spacing = step
  else if (step !== undefined && ((count === 4 && !strip) || relations.some((one) => one.kind === 'corners')))
    relations.push({ kind: 'grid', columns: '2', rows: '2', dx: step, dy: step })
  else if (step !== undefined)
    relations.push({
      kind: 'line',
      ...(dx === undefined ? { along: 'y' as const } : where.along === 'y' ? { along: 'y' as const } : {}),
      spacing: step,
    })
}

/** A place without a distance: a face, corners, the middle, a side to stand at. */
function specOf(
  binder: Binder,
  where: Where,
  spec: Spec,
  { frame, form }: { frame: Frame; id: string; kind: FeatureKind; body: PartBody; form: Form },
): void {
  const { relations } = where
  // The corner that a gusset stands in is where the legs meet.
  if (spec.noun === 'corner' && frame.kind.key === 'gusset') return
  if (spec.noun === 'corner') {
    relations.push({ kind: 'corners' })
    return
  }
  if (spec.noun === 'centre' || spec.noun === 'centreline') {
    relations.push({ kind: 'centre' })
    return
  }
  if (
    frame.kind.key === 'channel' &&
    spec.prep === 'from' &&
    ['side', 'end', 'edge', 'face'].includes(spec.noun ?? '')
  ) {
    frame.flags.set('from-side', frame.at)
    return
  }
  // `slots across the top`: the short way over it.
  if (frame.kind.key !== 'hole' && spec.prep === 'across' && (spec.places.includes('top') || spec.noun === 'face')) {
    where.on = 'top'
    where.along = axisOf('width', form, binder.names.values)
    return
  }
  if (rowsOf(binder, where, spec, frame, form)) return
  // `a slot along one short edge`: beside it, and the way it runs.
  if (frame.kind.key === 'slot' && spec.prep === 'along' && (spec.noun === 'edge' || spec.noun === 'side')) {
    where.along = axisOf(edgeSaid(frame), form, binder.names.values)
    return
  }
  // On every face it lies in the middle, unless more is said.
  if (spec.noun === 'face' && spec.places.length === 0 && ['each', 'every', 'all'].includes(spec.det ?? '')) {
    if (frame.count && (frame.count.value === 3 || frame.count.value === 6)) {
      frame.count.used = 'count'
      delete frame.count
    }
    frame.plural = false
    return
  }
  if (
    spec.noun === 'end' &&
    ['each', 'both', 'every', 'either'].includes(spec.det ?? '') &&
    spec.prep !== 'from' &&
    !(form.through?.front !== undefined && spec.places.some((side) => side === 'short' || side === 'long'))
  ) {
    frame.flags.set('both-ends', frame.at)
    return
  }
  // A keyway at the end of a shaft runs out there.
  if (frame.kind.key === 'keyway' && spec.noun === 'end' && ['at', 'on', 'by', 'to'].includes(spec.prep ?? '')) {
    const far = spec.det === 'other' || spec.det === 'opposite' || spec.places.includes('bottom')
    relations.push({ kind: 'edge', edge: far ? 'bottom' : 'top', distance: '0' })
    return
  }
  const side = spec.places.find((place) => isFace(place)) as PartFace | undefined
  const into = ['from', 'in', 'into', 'through'].includes(spec.prep ?? '')
  // `from one end`, `from the other`: of what is turned, below and above; of a bar, its two ends.
  if (
    !side &&
    into &&
    (spec.noun === 'end' || ((spec.det === 'other' || spec.det === 'opposite') && (!spec.noun || spec.noun === 'face')))
  ) {
    const round = form.outline.kind === 'circle'
    const far = spec.det === 'other' || spec.det === 'opposite'
    where.on = round ? (far ? 'bottom' : 'top') : far ? 'left' : 'right'
    return
  }
  if (!side && spec.noun === 'side' && ['in', 'into', 'through', 'from', 'on'].includes(spec.prep ?? '')) {
    if (form.outline.kind === 'circle')
      frame.flags.set(spec.det === 'both' || spec.det === 'each' ? 'cross' : 'radial', frame.at)
    else where.on = 'front'
    return
  }
  // `on one long face`: of what stands up, its front.
  if (spec.noun === 'face' && spec.places.includes('long') && !side) {
    const size = form.size.map((one) => evaluate(one, binder.names.values))
    where.on = (size[2] ?? 0) > Math.max(size[0] ?? 0, size[1] ?? 0) ? 'front' : 'top'
    return
  }
  if (
    side &&
    (spec.noun === 'face' ||
      ['top', 'bottom'].includes(side) ||
      ['from', 'into', 'through'].includes(spec.prep ?? '') ||
      spec.noun === 'side' ||
      // What is hollow has walls: `on the front` is in that one.
      (form.through?.[side] !== undefined && !FLAT_SIDES.has(side)))
  ) {
    where.on = side
    return
  }
  if (spec.noun === 'rim' || (spec.noun === 'edge' && (spec.prep === 'around' || spec.prep === 'round')))
    frame.flags.set('around', frame.at)
  if (side) frame.flags.set(`at-${side}`, frame.at)
}

/** `three holes along each long edge`, `two at each end`: a row on both sides, set in from them by what is said of the edges. */
function rowsOf(binder: Binder, where: Where, spec: Spec, frame: Frame, form: Form): boolean {
  const { count } = frame
  const side =
    spec.places.find((one) => one === 'long' || one === 'short') ?? (spec.noun === 'end' ? 'short' : undefined)
  const each = ['each', 'every', 'either'].includes(spec.det ?? '')
  // `two slots, one at each end` are counted already.
  if (frame.share?.spread && spec.noun === 'end') return false
  if (!side || !count || (count.value < 2 && !frame.share) || !(each || spec.det === 'both') || spec.prep === 'from')
    return false
  if (form.outline.kind !== 'rectangle' || (spec.det === 'both' && count.value % 2 === 1)) return false
  const size = form.size.map((one) => evaluate(one, binder.names.values))
  if (where.on !== undefined && where.on !== 'top' && where.on !== 'bottom') return false
  const lies = (size[0] ?? 0) >= (size[1] ?? 0)
  const per = binder.names.said(`${frame.kind.key}_row`, 'In a row', count, 'count', each ? 1 : 0.5)
  const alongX = lies === (side === 'long')
  where.relations.push(alongX ? { kind: 'grid', columns: per, rows: '2' } : { kind: 'grid', columns: '2', rows: per })
  where.along = alongX ? 'x' : 'y'
  delete frame.count
  return true
}

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

function edgesOf(
  spec: Spec,
  where: Where,
  form: Form,
  { count, plural, flags }: Frame,
  on = where.on,
): ('left' | 'right' | 'front' | 'back' | 'top' | 'bottom' | 'short' | 'long' | 'end' | 'all' | 'rim' | 'other')[] {
  const many = (count?.value ?? (plural ? 2 : 1)) > 1
  const sideways = flags.has('cross') || flags.has('radial')
  const flat = on === undefined || on === 'top' || on === 'bottom'
  const seen = (side: string) => (flat && side === 'top' ? 'back' : flat && side === 'bottom' ? 'front' : side)
  const named = spec.places.filter((place) => isFace(place)).map((side) => seen(side) as 'left')
  if (named.length > 0) return named
  if (form.outline.kind === 'circle' && (where.on ?? 'top') !== 'front' && !sideways) return ['rim']
  if (spec.places.includes('short')) return [spec.det === 'other' || spec.det === 'opposite' ? 'other' : 'short']
  if (spec.places.includes('long')) return ['long']
  if (spec.noun === 'end') return [spec.det === 'other' || spec.det === 'opposite' ? 'other' : 'end']
  if (many || ['all', 'each', 'every', 'both', 'two'].includes(spec.det ?? '') || spec.noun === 'corner') return ['all']
  return ['all']
}

const stands = (form: Form, values: Record<string, number>): boolean => {
  const [x, y, z] = form.size.map((one) => evaluate(one, values))
  return (z ?? 0) > Math.max(x ?? 0, y ?? 0)
}

function axisOf(said: string, form: Form, values: Record<string, number>): 'x' | 'y' | 'z' {
  if (said === 'x' || said === 'y' || said === 'z') return said
  const long = evaluate(form.size[0], values) >= evaluate(form.size[1], values)
  if (said === 'length') return long ? 'x' : 'y'
  if (said === 'width' || said === 'depth') return long ? 'y' : 'x'
  return 'z'
}

const FLAT_SIDES: ReadonlySet<string> = new Set(['top', 'bottom'])
/** `at 10, 50 and 90 mm from the left end`: so many places in a row, counted from there. */
function listOf(
  binder: Binder,
  where: Where,
  spec: Spec | undefined,
  distances: readonly Quantity[],
  { frame, id, form, body }: { frame: Frame; id: string; form: Form; body: PartBody },
): void {
  const long = evaluate(form.size[0], binder.names.values) >= evaluate(form.size[1], binder.names.values)
  if (spec?.noun === 'heel' || spec?.noun === 'foot')
    return fromHeel(binder, where, spec.noun, distances, { frame, id, form, body })
  const side = spec?.places.find(isFace) ?? (long ? 'left' : 'front')
  const across = side === 'left' || side === 'right'
  const size = form.size[across ? 0 : 1]
  const away = side === 'right' || side === 'back' || side === 'top'
  const count = frame.count
  if (count && count.value !== distances.length)
    binder.refuse('AGENT_CONTRADICTION', `${count.value} ${frame.noun}s and ${distances.length} places were said.`, [
      count.at,
    ])
  where.relations.push({
    kind: 'points',
    from: 'centre',
    at: distances.map((distance): [string, string] => {
      const name = binder.names.said(`${id}_place`, `From the ${side}`, distance)
      const at = away ? `${size} / 2 - ${name}` : `${name} - ${size} / 2`
      return across ? [at, '0'] : ['0', at]
    }),
  })
}

/** The upright face that `in each arm` speaks of. */
function legFace(binder: Binder, frame: Frame, body: PartBody, form: Form): PartFace | undefined {
  const family = familyOf(body.family)
  return family && frame.targets.length > 0 ? facesOf(frame, family, form, binder.names.values)[0] : undefined
}

/** `20 and 100 mm from the heel`: along the leg they are in. */
function fromHeel(
  binder: Binder,
  where: Where,
  from: 'heel' | 'foot',
  distances: readonly Quantity[],
  { frame, id, form, body }: { frame: Frame; id: string; form: Form; body: PartBody },
): void {
  const family = familyOf(body.family)
  const [on = 'top'] = family ? facesOf(frame, family, form, binder.names.values) : []
  const face = faceOf(form, on)
  const lies = FACES[on].normal === 'z'
  where.relations.push({
    kind: 'points',
    from: 'centre',
    at: distances.map((distance): [string, string] => {
      const name = binder.names.said(`${id}_place`, `From the ${from}`, distance)
      const reach = from === 'heel' ? minus(name, body.sizes['thickness'] ?? '0') : name
      const at = minus(reach, half(lies ? face.u : face.v))
      return lies ? [at, '0'] : ['0', at]
    }),
  })
}

const OPPOSITE = [
  ['left', 'right'],
  ['front', 'back'],
  ['top', 'bottom'],
] as const

const isFace = (place: string): place is PartFace => Object.hasOwn(FACES, place)
