import type { Relation, Where } from '@hewn/model'
import { assumedInset } from './count.ts'
import type { Placing } from './where.ts'
import type { Binder } from './bind.ts'
import { CORNERS, type Corner, type Side } from '../features/sides.ts'
import { half, minus } from '../formula.ts'
import type { FeatureKind } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'

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
const EVERY: ReadonlySet<string> = new Set(['each', 'every', 'all'])

/** Which corners are meant: `each corner`, `the upper right corner`, `the two left corners`, `two opposite corners`. */
export function cornersSaid(binder: Binder, frame: Frame, spec: Spec, kind: FeatureKind): readonly Corner[] {
  const { det = '', places } = spec
  const sides = places.flatMap((place) => FROM_ABOVE[place] ?? [])
  const said = CORNERS.filter((corner) => sides.every((side) => corner.split('+').includes(side)))
  const many = spec.count ?? (det === 'two' || det === 'both' ? 2 : det === 'one' ? 1 : frame.count?.value)
  const chosen =
    EVERY.has(det) || many === undefined || many === said.length
      ? frame.plural || EVERY.has(det) || sides.length > 0 || many !== undefined
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
  const [spec] = frame.places.flatMap(({ place }) =>
    place.kind === 'spec' && isCorner(place.spec) ? [place.spec] : [],
  )
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
const sideOf = (corner: Corner, side: Side): boolean => corner.split('+').includes(side)
