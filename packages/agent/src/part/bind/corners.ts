import type { Relation, Where } from '@hewn/model'
import { assumedInset } from './count.ts'
import type { Placing } from './where.ts'
import type { Binder } from './bind.ts'
import { CORNERS, type Corner, type Side } from '../features/sides.ts'
import { evaluate, half, minus } from '../formula.ts'
import { OPPOSITE } from '../locate.ts'
import { isSlab } from './sides.ts'
import type { FeatureKind } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'
import { isEvery } from '../read/determiners.ts'

export const isCorner = ({ noun, of }: Spec): boolean => noun === 'corner' && of === undefined

/** How sides are called of what is seen from above. */
export const FROM_ABOVE: Readonly<Record<string, Side>> = {
  left: 'left',
  right: 'right',
  front: 'front',
  back: 'back',
  bottom: 'front',
  top: 'back',
}
/** Which corners are meant: `each corner`, `the upper right corner`, `the two left corners`, `two opposite corners`. */
export function cornersSaid(binder: Binder, frame: Frame, spec: Spec, kind: FeatureKind): readonly Corner[] {
  const { det = '', places, corners = [places] } = spec
  const sides = places.flatMap((place) => FROM_ABOVE[place] ?? [])
  const said = CORNERS.filter((corner) =>
    corners.some((one) => one.every((place) => !FROM_ABOVE[place] || corner.split('+').includes(FROM_ABOVE[place]))),
  )
  const many = spec.count ?? (det === 'two' || det === 'both' ? 2 : det === 'one' ? 1 : frame.count?.value)
  const chosen =
    isEvery(det) || many === undefined || many === said.length
      ? frame.plural || isEvery(det) || sides.length > 0 || many !== undefined
        ? said
        : said.slice(0, 1)
      : many === 1 || (many === 2 && (det === 'opposite' || frame.flags.has('opposite'))) || many === 3
        ? said.slice(0, many)
        : undefined
  if (!chosen) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Which ${many} corners should the ${plural(frame.noun)} be in?`,
      [frame.at],
      ['the two left corners', 'the two right corners', 'the two front corners', 'two opposite corners'],
    )
    return said
  }
  if (spec.counted?.value === chosen.length) spec.counted.used = 'count'
  if (frame.count && (frame.count.value === chosen.length || frame.count.value === 1)) frame.count.used = 'count'
  else if (frame.count)
    binder.refuse(
      'AGENT_CONTRADICTION',
      `${frame.count.value} ${kind.nouns.split(',')[0]}es and ${chosen.length} corners were said.`,
      [frame.count.at],
    )
  return chosen
}

/** `in the top right corner, 25 mm from the two edges`: some of the corners, so far in from their sides. */
export function inSomeCorners(binder: Binder, frame: Frame, where: Where, { id, kind, form }: Placing): void {
  const { relations } = where
  const specs = frame.places.flatMap(({ place }) => (place.kind === 'spec' && isCorner(place.spec) ? [place.spec] : []))
  const spec = asOne(specs) ?? specs[0]
  const flat = where.on === undefined || where.on === 'top' || where.on === 'bottom'
  const others = relations.some((one) => ['points', 'grid', 'circle', 'angle', 'offset'].includes(one.kind))
  if (!spec || spec.det === 'its' || kind.manner !== 'spot' || !flat || form.outline.kind !== 'rectangle' || others)
    return
  // All four are what corners are.
  const some =
    spec.places.length > 0 ||
    spec.det === 'one' ||
    spec.det === 'opposite' ||
    spec.det === 'two' ||
    spec.led ||
    frame.flags.has('opposite')
  if (!some || spec.prep === 'from') return
  const chosen = cornersSaid(binder, frame, spec, kind)
  if (binder.problem || chosen.length === CORNERS.length) return
  const edges = relations.filter((one) => one.kind === 'edge')
  const inset = (sides: readonly string[]) => edges.find(({ edge }) => sides.includes(edge))?.distance
  const across = inset(['left', 'right', 'short', 'end', 'all']) ?? inset(['front', 'back', 'top', 'bottom', 'long'])
  const along = inset(['front', 'back', 'top', 'bottom', 'long', 'all']) ?? inset(['left', 'right', 'short', 'end'])
  const assumed = across || along ? undefined : assumedInset(binder, id, form)
  const [u = '0', v = '0'] = [across ?? along ?? assumed, along ?? across ?? assumed]
  for (const { place } of frame.places)
    if (place.kind === 'from') for (const { counted } of place.specs) if (counted?.value === 2) counted.used = 'count'
  const [x, y] = form.size
  const at = chosen.map((corner): [string, string] => [
    sideOf(corner, 'left') ? minus(u, half(x)) : minus(half(x), u),
    sideOf(corner, 'front') ? minus(v, half(y)) : minus(half(y), v),
  ])
  where.relations = [
    ...relations.filter(({ kind: key }) => key !== 'edge' && key !== 'corners' && key !== 'line'),
    { kind: 'points', from: 'centre', at } satisfies Relation,
  ]
  delete frame.count
}
/** `holes left and right, 10 mm from the edges` of a sheet: one in the middle of each side, and none in the corners. */
export function atTwoSides(binder: Binder, frame: Frame, where: Where, { id, kind, form }: Placing): void {
  const { relations } = where
  const spec = frame.places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : [])).find(isPair)
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, binder.names.values))
  const flat = where.on === undefined || where.on === 'top' || where.on === 'bottom'
  if (!spec || !flat || kind.manner !== 'spot' || !isSlab(form) || z * 4 > Math.min(x, y)) return
  if ((frame.count?.value ?? 2) !== 2 || relations.some((one) => !['edge', 'centre', 'corners'].includes(one.kind)))
    return
  const inset = relations.find((one) => one.kind === 'edge')?.distance ?? assumedInset(binder, id, form)
  const lies = spec.places.includes('left')
  const far = minus(half(form.size[lies ? 0 : 1]), inset)
  const back = minus(inset, half(form.size[lies ? 0 : 1]))
  delete where.on
  for (const side of ['left', 'right', 'front', 'back', 'top', 'bottom']) frame.flags.delete(`at-${side}`)
  if (frame.count) frame.count.used = 'count'
  delete frame.count
  where.relations = [
    {
      kind: 'points',
      from: 'centre',
      at: lies
        ? [
            [back, '0'],
            [far, '0'],
          ]
        : [
            ['0', back],
            ['0', far],
          ],
    },
  ]
}
/** `three holes on the left, 12 mm from the edges`: a row beside that side, which ends as far from the others. */
export function besideOneSide(frame: Frame, where: Where, { kind, form }: Placing): void {
  const { relations } = where
  const [edge, ...others] = relations.filter((one) => one.kind !== 'line')
  const line = relations.find((one) => one.kind === 'line')
  const flat = where.on === undefined || where.on === 'top' || where.on === 'bottom'
  const side = frame.places.map(({ place }) => place.kind === 'spec' && sideSaid(place.spec)).find(Boolean)
  if (!side || edge?.kind !== 'edge' || edge.edge !== 'all' || others.length > 0 || line?.along || line?.spacing) return
  if (!flat || kind.key !== 'hole' || (frame.count?.value ?? 1) < 2 || !isSlab(form)) return
  const lies = side === 'left' || side === 'right'
  delete where.on
  where.relations = [
    { kind: 'edge', edge: side, distance: edge.distance },
    { kind: 'edge', edge: lies ? 'front' : 'left', distance: edge.distance },
    { kind: 'line', along: lies ? 'y' : 'x' },
  ]
}

/** `on the left`, `at the top`; what is on top is no side. */
function sideSaid({ places, noun, prep = '', joined }: Spec): Side | undefined {
  const [place = '', ...more] = places
  const level = place === 'left' || place === 'right' ? ['on', 'at', 'near', 'along'] : ['at', 'near', 'along']
  return more.length === 0 && !joined && [undefined, 'side', 'edge'].includes(noun) && level.includes(prep)
    ? FROM_ABOVE[place]
    : undefined
}

const isPair = ({ joined, places, noun, prep }: Spec): boolean => {
  const [first = '', second = '', ...more] = places
  return (
    joined === true &&
    more.length === 0 &&
    OPPOSITE[first] === second &&
    [undefined, 'side', 'edge', 'end'].includes(noun) &&
    [undefined, 'on', 'at', 'in'].includes(prep)
  )
}

/** `a hole top left and another bottom right`: one in each of them. */
function asOne(specs: readonly Spec[]): Spec | undefined {
  const named = specs.filter(({ places }) => places.filter(isLevel).length > 1)
  const [first, ...others] = named
  if (!first || others.length === 0 || named.length < specs.length) return undefined
  return { ...first, corners: named.flatMap((one) => one.corners ?? [one.places]) }
}
const isLevel = (place: string): boolean => Object.hasOwn(FROM_ABOVE, place)
const sideOf = (corner: Corner, side: Side): boolean => corner.split('+').includes(side)
