import type { PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { bracketed, evaluate, minus } from '../formula.ts'
import { isRib } from '../features/pads.ts'
import type { Form } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { isPair } from '../read/determiners.ts'

type Way = 'x' | 'y'
const OTHER: Readonly<Record<Way, Way>> = { x: 'y', y: 'x' }
/** Ribs and fins, which stand beside each other and not in a square. */
export const isRibs = ({ kind, noun, sizes }: Frame): boolean =>
  kind.key === 'pad' && isRib(noun) && sizes.get('diameter')?.quantity.role === undefined

/**
 * `two ribs 6 thick running front to back`, `a rib along the left edge`: one whose length nobody said is as long as the body is that
 * way, and several stand in a row across it.
 */
export function layRibs({ names }: Binder, frame: Frame, { at, sizes }: PartFeature, form: Form): void {
  const lies = at.on === undefined || at.on === 'top' || at.on === 'bottom'
  if (!isRibs(frame) || !sizes['width'] || !lies || form.outline.kind !== 'rectangle') return
  const value = (formula: string) => evaluate(formula, names.values)
  const [x, y] = [value(form.size[0]), value(form.size[1])]
  const many = (frame.count?.value ?? 1) > 1
  const edge = sizes['length'] === form.size[0] ? edgeOf(frame, x >= y) : undefined
  const both = edge !== undefined && (edge.spec.joined || isPair(edge.spec.det))
  const line = at.relations.find((one) => one.kind === 'line')
  const reach = line?.spacing ? ((frame.count?.value ?? 2) - 1) * value(line.spacing) + value(sizes['width']) : 0
  // So far apart they have room in a row along the body alone, and lie across it.
  const fitting = reach > y && reach <= x ? 'y' : undefined
  const way = toldWay(frame, at.along, many) ?? edge?.way ?? fitting ?? (many ? 'x' : undefined)
  if (way === undefined) return
  at.along = way
  if (sizes['length'] === form.size[0]) sizes['length'] = form.size[way === 'x' ? 0 : 1]
  const row = OTHER[way]
  if (both && (frame.count?.value ?? 2) === 2 && !line) {
    // One along each of the two edges, flush with it.
    if (frame.count) frame.count.used = 'count'
    sizes['count'] = '2'
    const across = form.size[row === 'x' ? 0 : 1]
    at.relations = [{ kind: 'line', along: row, spacing: bracketed(minus(across, sizes['width'])) }]
  } else if (line) line.along = row
  else if (many) at.relations.push({ kind: 'line', along: row })
}

/** `running along the length` says how they lie, `along the length` and `evenly spaced across the width` of several how their row does. */
function toldWay({ places }: Frame, along: PartFeature['at']['along'], many: boolean): Way | undefined {
  if (along !== 'x' && along !== 'y') return undefined
  const row =
    many &&
    places.some(({ place }) =>
      place.kind === 'line' ? place.along : place.kind === 'along' && !place.runs && !place.full,
    )
  return row ? OTHER[along] : along
}

/** The edge that it stands along, and the way that runs. */
function edgeOf({ places }: Frame, long: boolean): { spec: Spec; way: Way } | undefined {
  for (const { place } of places) {
    if (place.kind !== 'spec' || !['edge', 'side', 'end'].includes(place.spec.noun ?? '')) continue
    const { spec } = place
    const has = (...sides: string[]) => sides.some((side) => spec.places.includes(side))
    if (has('left', 'right')) return { spec, way: 'y' }
    if (has('front', 'back')) return { spec, way: 'x' }
    if (has('long')) return { spec, way: long ? 'x' : 'y' }
    if (has('short') || spec.noun === 'end') return { spec, way: long ? 'y' : 'x' }
  }
  return undefined
}
