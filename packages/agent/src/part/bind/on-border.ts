import type { PartBody, PartFeature, Relation } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import type { Binder } from './bind.ts'

/** More than so much of a plate open in its middle leaves a border, and no middle to be in. */
const MOST_OPEN = 0.3
const CUTS: ReadonlySet<string> = new Set(['cutout', 'pocket'])

/**
 * `gasket 120 x 80 with a 90 x 50 opening, six 6 mm holes`: what has a window in its middle has its holes on the border around it;
 * `eight 6 mm holes, 10 mm from the edges`: all round, as far in as that. Says whether they were put there.
 */
export function onBorder(
  binder: Binder,
  body: PartBody,
  feature: PartFeature,
  kind: FeatureKind,
  form: Form,
  many: number,
): boolean {
  const { at } = feature
  if (kind.key !== 'hole' || at.on || at.along || form.outline.kind !== 'rectangle') return false
  if (many < 4 || many % 2 === 1) return false
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const found = at.relations.length === 0 ? middleOfBorder(body, form, value) : fromAllEdges(at.relations, form, many)
  if (!found) return false
  const [u, v] = found
  const [alongX, alongY] = gaps(many / 2, value(u), value(v))
  // On what is narrow they are in a row.
  if (2 * value(v) < value(u) / alongX || 2 * value(u) < value(v) / alongY) return false
  at.relations = [{ kind: 'points', from: 'centre', at: allRound(found, alongX, alongY) }]
  const between = [...(alongX > 1 ? ['front and back'] : []), ...(alongY > 1 ? ['left and right'] : [])]
  binder.notes.push(
    `The ${many} holes are all round: in the corners${between.length > 0 ? ` and evenly between them, ${between.join(', ')}` : ''}.`,
  )
  return true
}

type Half = [u: string, v: string]

/** How far from the middle of the plate the middle of its border is. */
function middleOfBorder({ features }: PartBody, form: Form, value: (formula: string) => number): Half | undefined {
  const central = features.find(({ kind: key, at }) => CUTS.has(key) && at.relations.length === 0 && !at.on && !at.turn)
  const [inX, inY] = form.window ?? [central?.sizes['length'], central?.sizes['width']]
  if (!inX || !inY) return undefined
  const [x, y] = form.size
  if (value(inX) * value(inY) < MOST_OPEN * value(x) * value(y)) return undefined
  return [`(${x} + ${inX}) / 4`, `(${y} + ${inY}) / 4`]
}

/** Nothing but a distance from all edges was said; four of them are in the corners anyhow. */
function fromAllEdges(relations: readonly Relation[], { size: [x, y] }: Form, many: number): Half | undefined {
  const [edge, ...others] = relations
  if (edge?.kind !== 'edge' || edge.edge !== 'all' || edge.to || others.length > 0 || many < 6) return undefined
  return [`(${x} / 2 - ${edge.distance})`, `(${y} / 2 - ${edge.distance})`]
}

/** So many steps on two neighbouring sides together: the steps of both as alike as they can be. */
function gaps(both: number, u: number, v: number): [number, number] {
  const ways = Array.from({ length: both - 1 }, (_, one): [number, number] => [one + 1, both - one - 1])
  const uneven = ([a, b]: [number, number]) => Math.abs(u / a - v / b)
  return ways.reduce((best, way) => (uneven(way) < uneven(best) - 1e-9 ? way : best))
}

function allRound([u, v]: Half, alongX: number, alongY: number): [string, string][] {
  const step = (reach: string, place: number, of: number): string => {
    const times = 2 * place - of
    if (times === 0) return '0'
    return Math.abs(times) === of ? `${times < 0 ? '-' : ''}${reach}` : `${times} * ${reach} / ${of}`
  }
  const rows = Array.from({ length: alongX + 1 }, (_, place) => step(u, place, alongX))
  const columns = Array.from({ length: alongY - 1 }, (_, place) => step(v, place + 1, alongY))
  return [
    ...rows.flatMap((x): [string, string][] => [
      [x, `-${v}`],
      [x, v],
    ]),
    ...columns.flatMap((y): [string, string][] => [
      [`-${u}`, y],
      [u, y],
    ]),
  ]
}
