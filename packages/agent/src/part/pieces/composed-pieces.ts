import type { Named, PartBody, PartFeature, PartPlan, Relation, Span } from '@hewn/model'
import { formOf } from '../form-of.ts'
import { bracketed, half, minus, plus } from '../formula.ts'
import { RESERVED } from '../names.ts'
import { familyOf } from '../registry.ts'
import { STANDS_ACROSS, STANDS_ALONG } from '../solids/placed-feature.ts'
import type { ToldPiece } from './told-pieces.ts'

/** A piece as it was planned alone, with where its words were written. */
export interface PlannedPiece {
  piece: ToldPiece
  plan: PartPlan
  back: (at: Span) => Span
}

/** One part of all pieces: each where it stands, and one with the one it stands on. */
export function composedPieces(request: string, planned: readonly PlannedPiece[]): PartPlan | undefined {
  const names: Named[] = []
  const bodies: PartBody[] = []
  const laid: { body: PartBody; size: readonly [string, string, string] }[] = []
  for (const { piece, plan, back } of planned) {
    const [own] = plan.bodies
    const family = own && familyOf(own.family)
    if (!own || !family || plan.bodies.length > 1) return undefined
    const renamed = renamedIn(plan.names, names, slug(piece.label))
    names.push(...renamed.names.map((one) => saidAt(one, back, bodies.length > 0 ? piece.label : '')))
    const id = uniqueId(slug(piece.label), bodies)
    const body = relabelled({ ...rewritten(own, renamed.formula), id, label: piece.label }, bodies)
    const values = Object.fromEntries(names.map(({ name, value }) => [name, value]))
    const form = formOf(body, family, values)
    const host = laid[piece.on]
    if (bodies.length === 0) {
      bodies.push(body)
      laid.push({ body, size: form.size })
      continue
    }
    if (!host) return undefined
    for (const side of piece.twice ? (['low', 'high'] as const) : [piece.side]) {
      const place = placeOf({ ...piece, side }, form.size, host)
      const copy = side === 'low' && piece.twice ? body : { ...body, id: uniqueId(body.id, bodies) }
      bodies.push({ ...copy, place, joins: 'add' })
    }
    laid.push({ body: bodies.at(-1) as PartBody, size: form.size })
  }
  return {
    request,
    names,
    bodies,
    notes: planned.flatMap(({ plan, piece }) => [...plan.notes, ...(piece.note ? [piece.note] : [])]),
  }
}

/** Where its middle is, or, of what was turned up, its foot. */
function placeOf(
  { pose, side, end }: ToldPiece,
  [, high, thick]: readonly [string, string, string],
  host: { body: PartBody; size: readonly [string, string, string] },
): NonNullable<PartBody['place']> {
  const [x, y, z] = host.size
  if (end) {
    // On the upper side of an arm that stands out of a wall: along y, at its end.
    const { place = {} } = host.body
    return {
      y: plus(place.y ?? '0', half(high)),
      z: minus(plus(place.z ?? '0', half(y)), thick),
    }
  }
  const up = plus(z, half(high))
  if (pose === 'across') {
    const at = side === 'low' ? `-${half(x)}` : side === 'high' ? `${half(x)} - ${bracketed(thick)}` : `-${half(thick)}`
    return { x: at, z: up, lie: STANDS_ACROSS }
  }
  const at = side === 'low' ? `${bracketed(thick)} - ${half(y)}` : side === 'high' ? half(y) : half(thick)
  return { y: at, z: up, lie: STANDS_ALONG }
}

const slug = (label: string): string => label.replace(/[^a-z\d]+/gi, '_').toLowerCase() || 'plate'

function uniqueId(wanted: string, bodies: readonly PartBody[]): string {
  const taken = (id: string) => RESERVED.has(id) || bodies.some((one) => one.id === id)
  if (!taken(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken(`${wanted}_${number}`)) return `${wanted}_${number}`
}

/** Names that no other piece has, and formulas in these names. */
function renamedIn(own: readonly Named[], before: readonly Named[], prefix: string) {
  const taken = new Set([...before.map(({ name }) => name), ...RESERVED])
  const instead = new Map<string, string>()
  for (const { name } of own) {
    if (before.length === 0) continue
    let wanted = `${prefix}_${name}`
    for (let number = 2; taken.has(wanted); number++) wanted = `${prefix}_${name}_${number}`
    taken.add(wanted)
    instead.set(name, wanted)
  }
  const formula = (text: string) => text.replaceAll(/[a-z_]\w*/gi, (word) => instead.get(word) ?? word)
  const names = own.map((one): Named => {
    const { origin } = one
    const derived = origin.from === 'derived' ? { ...origin, formula: formula(origin.formula) } : origin
    return { ...one, name: instead.get(one.name) ?? one.name, origin: derived }
  })
  return { names, formula }
}

function saidAt(named: Named, back: (at: Span) => Span, prefix: string): Named {
  const { origin, label } = named
  const said = prefix === '' ? label : `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)} ${label.toLowerCase()}`
  return 'span' in origin && origin.span
    ? { ...named, label: said, origin: { ...origin, span: back(origin.span) } }
    : { ...named, label: said }
}

const mapped = (sizes: Record<string, string>, formula: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(sizes).map(([slot, one]) => [slot, formula(one)]))

function rewritten(body: PartBody, formula: (text: string) => string): PartBody {
  return {
    ...body,
    sizes: mapped(body.sizes, formula),
    parts: body.parts.map((part) => ({ ...part, sizes: mapped(part.sizes, formula) })),
    features: body.features.map((feature) => ({
      ...feature,
      sizes: mapped(feature.sizes, formula),
      parts: feature.parts.map((part) => ({ ...part, sizes: mapped(part.sizes, formula) })),
      at: {
        ...feature.at,
        ...(feature.at.turn ? { turn: formula(feature.at.turn) } : {}),
        relations: feature.at.relations.map((one) => relationIn(one, formula)),
      },
    })),
  }
}

/** Words of a relation are no formulas: only what measures is. */
function relationIn(relation: Relation, formula: (text: string) => string): Relation {
  const measures = new Set(['distance', 'diameter', 'start', 'radius', 'columns', 'rows', 'dx', 'dy', 'spacing'])
  const list = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(list) : typeof value === 'string' ? formula(value) : value
  return Object.fromEntries(
    Object.entries(relation).map(([key, value]) => [
      key,
      key === 'at' ? list(value) : measures.has(key) && typeof value === 'string' ? formula(value) : value,
    ]),
  ) as Relation
}

/** Features of all of them are called by ids of their own. */
function relabelled(body: PartBody, before: readonly PartBody[]): PartBody {
  const taken = new Set(before.flatMap(({ features }) => features.map(({ id }) => id)))
  const instead = new Map<string, string>()
  for (const { id } of body.features) {
    let wanted = id
    for (let number = 2; taken.has(wanted); number++) wanted = `${id}_${number}`
    taken.add(wanted)
    instead.set(id, wanted)
  }
  const features = body.features.map((one): PartFeature => {
    const { upon } = one.at
    const at = upon ? { ...one.at, upon: instead.get(upon) ?? upon } : one.at
    return { ...one, id: instead.get(one.id) ?? one.id, at }
  })
  return { ...body, features }
}
