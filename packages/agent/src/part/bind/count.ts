import type { PartBody, PartFeature, Relation } from '@hewn/model'
import type { Binder } from './bind.ts'
import { asManyAsFit } from './as-many-as-fit.ts'
import { goesAround } from '../features/band.ts'
import { isRibs } from './ribs.ts'
import { evenly, extent } from './evenly.ts'
import { onBorder } from './on-border.ts'
import { inOneRow } from './spacing.ts'
import { endFaces } from './faces.ts'
import { evaluate } from '../formula.ts'
import { isAcrossLeg, isBesideEachOther } from './row-on-face.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import { FACES } from '../locate.ts'
import { clean } from '../names.ts'
import { ALL_ROUND, EACH_END, isRadial } from '../radial.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'
import { isEach, isPair } from '../read/determiners.ts'

/** Places of a grid that stay empty. */
export const leftOut = (which: 'centre' | 'corners' | undefined): number => (which ? (which === 'centre' ? 1 : 4) : 0)

/** How many there are: said, or known from the places. */
export function many(
  binder: Binder,
  frame: Frame,
  feature: PartFeature,
  kind: FeatureKind,
  form: Form,
  body: PartBody,
): void {
  const { relations } = feature.at
  const label = kind.nouns.split(',')[0] ?? kind.key
  const has = (one: Relation['kind']) => relations.some(({ kind: key }) => key === one)
  const count = frame.count
  const angle = relations.find((one) => one.kind === 'angle')
  const points = relations.find((one) => one.kind === 'points')
  const grid = relations.find((one) => one.kind === 'grid')
  const fixed = angle
    ? angle.at.length
    : points
      ? points.at.length
      : frame.flags.has('each-corner')
        ? form.corners?.count
        : has('corners')
          ? 4
          : grid
            ? Math.round(evaluate(`${grid.columns} * ${grid.rows}`, binder.names.values)) - leftOut(grid.without)
            : undefined
  if (fixed !== undefined) {
    // `one hole per corner`
    const each = frame.places.some(
      ({ place }) =>
        place.kind === 'spec' &&
        place.spec.noun === 'corner' &&
        (place.spec.prep === 'per' || ['each', 'every'].includes(place.spec.det ?? '')),
    )
    const whole = grid ? fixed + leftOut(grid.without) : fixed
    if (count && count.value !== fixed && count.value !== whole && !(count.value === 1 && each)) {
      binder.refuse(
        'AGENT_CONTRADICTION',
        `${count.value} ${plural(label)} and ${fixed} places were said.`,
        [count.at],
        [`${fixed} ${plural(label)}`],
      )
      return
    }
    if (count) count.used = 'count'
    if (frame.flags.has('each-corner')) feature.sizes['count'] = String(fixed)
    // In the corners, and nobody said how far in.
    if (has('corners') && !has('edge') && !has('grid')) assumeInset(binder, feature, form)
    return
  }
  if ((kind.key === 'divider' || kind.key === 'compartment') && count) {
    feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${frame.noun}s`, count, 'count')
    return
  }
  // Flats lie opposite each other.
  if (kind.usual && form.outline.kind === 'circle') {
    if (count && count.value > kind.usual)
      binder.refuse(
        'AGENT_UNSUPPORTED',
        `At most ${kind.usual} ${plural(label)}, opposite each other, can be milled here.`,
        [count.at],
      )
    else if (count || frame.plural) feature.sizes['count'] = String(count?.value ?? kind.usual)
    if (count) count.used = 'count'
    return
  }
  if (endFaces(frame, form, binder.names.values) && (!count || count.value <= 2)) {
    if (count) count.used = 'count'
    return
  }
  if (frame.flags.has('both-ends') && (!count || count.value <= 2)) {
    if (count) count.used = 'count'
    feature.sizes['count'] = '2'
    if (goesAround(kind) && form.outline.kind === 'circle' && has('edge')) return
    const isLong = evaluate(form.size[0], binder.names.values) >= evaluate(form.size[1], binder.names.values)
    // `10 mm from each long edge`: from one to the other of these.
    const across = relations.some((one) => one.kind === 'edge' && one.edge === 'long')
    const along = isLong === across ? 'y' : 'x'
    const line = relations.find((one) => one.kind === 'line')
    if (line) line.along ??= along
    else relations.push({ kind: 'line', along })
    // Of a round end, the centre.
    if (form.endCentres && !has('edge') && !line?.spacing)
      relations.push({ kind: 'edge', edge: 'end', distance: form.endCentres })
    // `a hole at each end` is near it, and not at a third of the length.
    else if (
      kind.key === 'hole' &&
      form.outline.kind === 'rectangle' &&
      !has('edge') &&
      !line?.spacing &&
      !feature.at.on
    )
      relations.push({ kind: 'edge', edge: 'end', distance: assumedInset(binder, feature.id, form) })
    return
  }
  // Channels lie beside each other.
  if (kind.key === 'channel' && count && count.value > 1) {
    feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
    for (const one of relations) if (one.kind === 'line') delete one.along
    sideBySide(binder, frame, feature, form)
    return
  }
  if (frame.flags.has(EACH_END) && (count?.value ?? 1) <= 2) {
    if (count) count.used = 'count'
    feature.sizes['count'] = '2'
    return
  }
  // `a hole 35 mm either side of it` is two.
  if ((count?.value ?? 1) === 1 && frame.places.some(({ place }) => place.kind === 'spacing' && place.pair)) {
    if (count) count.used = 'count'
    feature.sizes['count'] = '2'
    return
  }
  // `ribs along both long edges`: two.
  if (isRibs(frame) && feature.sizes['count']) return
  if (!count || count.value === 1) {
    if (count) count.used = 'count'
    // `holes through both legs`: one in each.
    const perLeg = frame.targets.some(({ det }) => isEach(det))
    // `holes in the middle of both short walls`, `on opposite sides`: one in each.
    if (frame.plural && !count && (isMiddleOfEach(frame) || isInEachWall(frame, feature, form))) return
    // `holes 20 mm from each end in both legs`: two in each.
    // `every 100 mm a hole`
    const every = !count && frame.noun !== 'bore' && frame.places.some(({ place }) => place.kind === 'spacing')
    if ((!frame.plural && !every) || count || (perLeg && !isFromBothEnds(frame))) return
    if (asManyAsFit(binder, frame, feature, form)) return
    // `holes on a circle` without a number: four is what is usual.
    if (!has('circle') && !has('edge') && !has('line')) {
      askHowMany(binder, frame, label)
      return
    }
    // `holes 25 from each end`: one at each.
    if (relations.every((one) => one.kind !== 'edge' || one.edge === 'end') && has('edge')) {
      const [x = 0, y = 0] = form.size.map((size) => evaluate(size, binder.names.values))
      feature.sizes['count'] = '2'
      if (!has('line')) relations.push({ kind: 'line', along: x >= y ? 'x' : 'y' })
      return
    }
    const [edge, ...others] = relations.flatMap((one) => (one.kind === 'edge' ? [one.edge] : []))
    // `5 mm holes 10 mm from the top edge`: they are beside each other, and how many is not said.
    if (edge && others.length === 0 && Object.hasOwn(FACES, edge) && form.outline.kind === 'rectangle') {
      askHowMany(binder, frame, label)
      return
    }
    // `holes 20 from left and right, 15 from the top`: four would stand at the bottom as well.
    const sides = new Set([edge, ...others].filter((one) => one !== undefined && Object.hasOwn(FACES, one)))
    if (sides.size === 3 && form.outline.kind === 'rectangle') {
      askHowMany(binder, frame, label)
      return
    }
    const number = has('edge') && form.outline.kind === 'rectangle' ? 4 : has('circle') ? 4 : 2
    if (number === 4 && !has('circle')) {
      relations.push({ kind: 'corners' })
      return
    }
    assumeCount(binder, feature, label, number, 'no number was said')
    return
  }
  // Grooves go round: a row of them along the axis.
  if (goesAround(kind) && form.outline.kind === 'circle') {
    count.used = 'count'
    feature.sizes['count'] = String(count.value)
    if (!has('edge') && !has('line') && !frame.flags.has('evenly'))
      binder.notes.push(`The ${count.value} ${plural(label)} are spaced evenly along it.`)
    return
  }
  // In at the side of what is round: as many all round.
  if (form.outline.kind === 'circle' && kind.key === 'hole' && !has('circle') && isRadial(frame)) {
    feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
    // `25 mm apart`: a row down its side, and not all round.
    const row = relations.find((one) => one.kind === 'line')
    if (row?.spacing === undefined) feature.flags.push(ALL_ROUND)
    else row.along = 'y'
    return
  }
  if (has('circle') || form.outline.kind === 'circle') {
    feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
    // `two holes 44 apart` lie opposite each other, and their circle is told.
    const pair = count.value === 2 && relations.some((one) => one.kind === 'line' && one.spacing !== undefined)
    if (!has('circle') && !pair) boltCircle(binder, feature, form, relations)
    return
  }
  // `a plate with a bore and six holes around it`
  const bore = kind.key === 'hole' && frame.flags.has('around') ? boreInTheMiddle(binder, body) : undefined
  if (bore !== undefined && form.outline.kind === 'rectangle' && !has('edge') && !has('line')) {
    feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
    const [x = 0, y = 0] = form.size.map((size) => evaluate(size, binder.names.values))
    relations.push({ kind: 'circle', diameter: midway(binder, feature, Math.min(x, y), bore, 'edge') })
    return
  }
  if (isRibs(frame)) {
    feature.sizes['count'] ??= binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
    return
  }
  if (onBorder(binder, body, feature, kind, form, count.value)) {
    count.used = 'count'
    return
  }
  // `five holes, 10 mm from the edges`: in the corners and in the middle, or in a row? Of two: at the ends, or along one edge?
  const [around, ...more] = relations
  const aside = around?.kind === 'edge' && around.edge === 'all' && more.length === 0 && !feature.at.along
  if (aside && kind.key === 'hole' && UNCLEAR.has(count.value) && isWide(binder, form, around.distance)) {
    const one = count.value === 5 ? 'one in each corner and one in the centre' : 'one at each end'
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Where should the ${count.value} ${plural(label)} be?`,
      [frame.at],
      [one, 'in a row along the length'],
    )
    return
  }
  const edges = relations.filter((one) => one.kind === 'edge')
  const axis = feature.at.along === 'y' ? 'y' : 'x'
  // `4 holes along the length, 10 mm from each end`: a row, and no corners.
  if (
    count.value === 4 &&
    !has('line') &&
    !inOneRow(frame) &&
    // Vents of a wall are beside each other.
    !(kind.key === 'slot' && FACES[feature.at.on ?? 'top'].normal !== 'z') &&
    !(edges.length === 0 && (isNarrow(binder, feature, form) || overTheEdge(binder, feature, form)))
  ) {
    count.used = 'count'
    if (edges.length === 0) assumeInset(binder, feature, form)
    relations.push({ kind: 'corners' })
    return
  }
  feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${plural(label)}`, count, 'count')
  // Slots in a row stand across it.
  const face = FACES[feature.at.on ?? 'top']
  const row =
    face.normal === 'z'
      ? lineAlong(
          edges.map(({ edge }) => edge),
          axis,
          form,
          binder.names.values,
        )
      : 'x'
  const line = relations.find((one) => one.kind === 'line')
  if (kind.key === 'slot' && !line?.along && isBesideEachOther(frame, feature, form, binder.names.values)) {
    const across = feature.at.along === face.v ? 'x' : 'y'
    if (line) line.along = across
    else relations.push({ kind: 'line', along: across })
    return
  }
  if (!line && isAcrossLeg(frame, feature, form, binder.names.values)) {
    relations.push({ kind: 'line' })
    return
  }
  if (kind.key === 'slot' && !feature.at.along && count.value > 2) feature.at.along = row === 'x' ? face.v : face.u
  if (!has('line') && edges.length === 0 && !feature.at.along) relations.push({ kind: 'line' })
  else if (!has('line')) relations.push({ kind: 'line', along: row })
  if (kind.manner === 'spot' && kind.key !== 'slot') evenly(binder, frame, feature, form)
}

/** Four are in the corners; of these it is not clear. */
const UNCLEAR: ReadonlySet<number> = new Set([2, 3, 5])
/** On what is no wider than twice as far in, there is one line that is so far from both edges. */
const isWide = ({ names: { values } }: Binder, { outline, size }: Form, inset: string): boolean =>
  outline.kind === 'rectangle' &&
  Math.min(...size.slice(0, 2).map((one) => evaluate(one, values))) > 2 * evaluate(inset, values) + 0.01

const askHowMany = (binder: Binder, { at }: Frame, label: string): void =>
  binder.refuse(
    'AGENT_NEEDS_ANSWER',
    `How many ${plural(label)} should there be?`,
    [at],
    [`2 ${plural(label)}`, `4 ${plural(label)}`, `6 ${plural(label)}`],
  )

const isFromBothEnds = ({ places }: Frame): boolean =>
  places.some(
    ({ place }) => place.kind === 'from' && place.specs.some(({ noun, det }) => noun === 'end' && isPair(det)),
  )

/** A row of channels stays on its face, and each has a wall beside it. */
function sideBySide(binder: Binder, { count, at, noun }: Frame, { sizes, at: where }: PartFeature, form: Form): void {
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const [x, y] = [value(form.size[0]), value(form.size[1])]
  // `six slots 12 apart` in a bar: they stand across it, where they find no room along it.
  const reach = ((count?.value ?? 1) - 1) * value(where.relations.find((one) => one.kind === 'line')?.spacing ?? '0')
  if (!where.along && reach + value(sizes['width'] ?? '0') > Math.min(x, y)) where.along = x >= y ? 'y' : 'x'
  const across = where.along === 'y' ? x : where.along === 'x' ? y : Math.min(x, y)
  const line = where.relations.find((one) => one.kind === 'line')
  const many = count?.value ?? 1
  const gap = line?.spacing ? value(line.spacing) : across / (many + 1)
  const width = value(sizes['width'] ?? '0')
  if (gap - width < 0.5 - 1e-6 || (many - 1) * gap + width > across - 1 + 1e-6)
    binder.refuse(
      'AGENT_IMPOSSIBLE',
      `${many} ${plural(noun)} ${clean(width)} mm wide and ${clean(gap)} mm apart do not fit beside each other on ${clean(across)} mm.`,
      [at],
    )
}

function assumeCount(binder: Binder, feature: PartFeature, label: string, value: number, why: string): void {
  feature.sizes['count'] = binder.names.add(`${feature.id}_count`, {
    label: `Number of ${plural(label)}`,
    value,
    unit: 'count',
    min: 1,
    max: 60,
    origin: { from: 'assumed', why },
  })
}

function boltCircle(binder: Binder, feature: PartFeature, form: Form, relations: Relation[]): void {
  const rim = relations.findIndex((one) => one.kind === 'edge')
  const outline = form.outline
  if (outline.kind !== 'circle') return
  const edge = relations[rim]
  if (edge?.kind === 'edge') {
    relations.splice(rim, 1, { kind: 'circle', diameter: `${outline.diameter} - 2 * ${edge.distance}` })
    return
  }
  const value = (formula: string) => evaluate(formula, binder.names.values)
  // Around a hub, where one stands on the face.
  const face = form.faces?.[feature.at.on ?? 'top']?.outline ?? outline
  const inner = face.kind === 'circle' && face.bore ? value(face.bore) : outline.bore ? value(outline.bore) : 0
  relations.push({ kind: 'circle', diameter: midway(binder, feature, value(outline.diameter), inner, 'rim') })
}

function midway(binder: Binder, feature: PartFeature, outer: number, inner: number, edge: 'rim' | 'edge'): string {
  return binder.names.add(`${feature.id}_circle`, {
    label: 'Bolt circle',
    value: clean(Math.round((outer + inner) * 5) / 10),
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: `midway between the ${edge} and what is inside it, as no bolt circle was said` },
  })
}

/** How wide the hole is that was said before, in the middle. */
function boreInTheMiddle({ names }: Binder, { features }: PartBody): number | undefined {
  const bore = features.find(
    ({ kind, sizes, at }) =>
      kind === 'hole' && sizes['diameter'] && !sizes['count'] && at.relations.every((one) => one.kind === 'centre'),
  )
  return bore?.sizes['diameter'] ? evaluate(bore.sizes['diameter'], names.values) : undefined
}

function assumeInset(binder: Binder, feature: PartFeature, form: Form): void {
  // A square post in a corner of a box stands in that corner, against both walls.
  const { length, width } = feature.sizes
  if (feature.kind === 'pad' && form.through?.front && length && width && !feature.sizes['diameter']) {
    const [long, wide] = [length, width].map((size) => evaluate(size, binder.names.values))
    if (long === wide) {
      feature.at.relations.push({ kind: 'edge', edge: 'all', distance: `${length} / 2` })
      return
    }
  }
  const distance = assumedInset(binder, feature.id, form)
  feature.at.relations.push({ kind: 'edge', edge: 'all', distance })
}

/** `a bar 40 square, 120 long, with four 10 mm holes`: two do not lie beside each other on it, so they are in a row. */
function isNarrow({ names }: Binder, feature: PartFeature, { size }: Form): boolean {
  const value = (formula: string) => evaluate(formula, names.values)
  const [x, y] = [value(size[0]), value(size[1])]
  const wide = Math.max(...(extent(feature, value) ?? [0]))
  return Math.max(x, y) >= 2 * Math.min(x, y) && Math.min(x, y) < 4.25 * wide
}

/** What is wider than the place that is usual for a corner is in none: `four pockets 15 x 52`. */
function overTheEdge(binder: Binder, feature: PartFeature, form: Form): boolean {
  const each = extent(feature, (formula) => evaluate(formula, binder.names.values)) ?? [0]
  return ['pocket', 'slot'].includes(feature.kind) && Math.max(...each) >= 2 * usualInset(binder, feature.id, form)
}

/** How far in from the edges the corners are, where nobody said it. */
export const assumedInset = (binder: Binder, id: string, form: Form): string =>
  binder.names.add(`${id}_inset`, {
    label: 'Centre to edges',
    value: usualInset(binder, id, form),
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: 'no distance from the edges was said' },
  })

function usualInset({ names: { values } }: Binder, id: string, form: Form): number {
  // In the corners of a frame: in the middle of its bars, where both are as wide.
  const [across, up] = (form.window ?? []).map(
    (open, axis) => (evaluate(form.size[axis] ?? '0', values) - evaluate(open, values)) / 2,
  )
  if (across !== undefined && up !== undefined && Math.abs(across - up) < 1e-6) return clean(across / 2)
  const small = Math.min(evaluate(form.size[0], values), evaluate(form.size[1], values))
  const wide = values[`${id}_diameter`] ?? small / 10
  // Far enough in for its web, and in a corner all the same: a large hole has a narrower one.
  const most = Math.max(small / 4, wide * 0.75)
  return clean(Math.min(Math.max(Math.round(wide * 1.5 * 2) / 2, Math.round(small / 20) * 2), most) || 1)
}

function lineAlong(edges: string[], axis: 'x' | 'y', form: Form, values: Record<string, number>): 'x' | 'y' {
  const long = evaluate(form.size[0], values) >= evaluate(form.size[1], values) ? 'x' : 'y'
  if (edges.some((edge) => ['short', 'end'].includes(edge))) return long
  if (edges.some((edge) => edge === 'long')) return long
  // `10 mm from the left edge and 10 mm from the top and bottom`: from the one edge to the one across.
  const across = (one: string, other: string): boolean => edges.includes(one) && edges.includes(other)
  if (across('front', 'back') !== across('left', 'right')) return across('front', 'back') ? 'y' : 'x'
  if (edges.some((edge) => edge === 'left' || edge === 'right'))
    return edges.some((edge) => edge === 'front' || edge === 'back') ? long : 'y'
  if (edges.some((edge) => edge === 'front' || edge === 'back')) return 'x'
  return axis === 'y' ? 'y' : long
}

/** Where nothing is said but the walls it is in, and how far from one of their edges. */
const isInEachWall = ({ places }: Frame, { at }: PartFeature, { through, faces }: Form): boolean =>
  ((faces?.left !== undefined && at.relations.length > 0) || (at.on !== undefined && through?.front !== undefined)) &&
  at.relations.every((one) => one.kind === 'edge' && one.edge !== 'end' && one.edge !== 'all') &&
  places.some(({ place }) => place.kind === 'spec' && place.spec.noun === 'side' && isEach(place.spec.det))

const isMiddleOfEach = ({ places }: Frame): boolean =>
  places.some(({ place }) => place.kind === 'centre') &&
  places.some(
    ({ place }) => place.kind === 'spec' && isEach(place.spec.det) && ['side', 'face'].includes(place.spec.noun ?? ''),
  )
