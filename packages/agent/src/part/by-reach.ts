import type { Claim, Named, PartPlan } from '@hewn/model'
import { plural } from '../read/plural.ts'
import { type BoxOfFeature, exactBoxesOf } from './boxes-of-feature.ts'
import { evaluate } from './formula.ts'
import { FACES } from './locate.ts'
import { featureOf } from './registry.ts'
import type { Realised, RealisedBody, RealisedFeature } from './realise.ts'

type Measured = { by: string; expect: NonNullable<Claim['expect']> }

/**
 * What reaches elsewhere when a number changes: faces have to fill its boxes from end to end, along the axes that the
 * number is felt on.
 */
export function byReach(plan: PartPlan, now: Realised, other: PartPlan, then: Realised): Measured | undefined {
  const [value, changed] = [valueIn(plan), valueIn(other)]
  for (const [at, body] of now.bodies.entries()) {
    for (const [index, feature] of body.features.entries()) {
      const moved = then.bodies[at]?.features[index]
      if (!moved || body.body.place?.lie) continue
      const [boxes, others] = [exactBoxesOf(feature, value), exactBoxesOf(moved, changed)]
      const axes = axesOf(boxes, others, feature).filter((axis) => isTold(axis, feature, body))
      if (boxes.length === 0 || boxes.length > MOST || axes.length === 0) continue
      return filling([{ body, boxes }], axes, feature.feature.label, value)
    }
    const along = stretchesOf(body, then.bodies[at], value, changed)
    if (along) return along
    const [guests, others] = [body.guests ?? [], then.bodies[at]?.guests ?? []]
    const axes = guests.length === others.length ? changedAxes(guests, others) : []
    const moved = guests.filter((one, index) => changedAxes([one], others.slice(index, index + 1)).length > 0)
    const [first] = moved
    // Where they lie in space was said of each; the first body stands where it is.
    if (first && axes.length > 0 && moved.length <= MOST) return filling([{ boxes: moved }], axes, first.label, value)
  }
  return undefined
}

/** How far each stretch goes along the axis and how wide it is: where two are alike, the volume does not tell them apart. */
function stretchesOf(
  body: RealisedBody,
  other: RealisedBody | undefined,
  value: (formula: string) => number,
  changed: (formula: string) => number,
): Measured | undefined {
  const [stages, others] = [boxesAlong(body, value), other ? boxesAlong(other, changed) : []]
  if (stages.length < 2 || stages.length !== others.length) return undefined
  const moved = stages.filter((one, index) => changedAxes([one], others.slice(index, index + 1)).length > 0)
  return moved.length > 0 ? filling([{ body, boxes: moved }], changedAxes(stages, others), 'stretch', value) : undefined
}

function boxesAlong(
  { form: { stages = [] }, body, features }: RealisedBody,
  value: (formula: string) => number,
): Ends[] {
  // What is rounded at a shoulder goes out of the stretch that it belongs to.
  if (features.some(({ feature }) => feature.kind === 'fillet')) return []
  if (body.place?.lie || stages.some(({ flats, square, own }) => flats ?? square ?? own)) return []
  return stages.map(({ diameter, end, low, height }) => {
    const radius = Math.max(value(diameter), end === undefined ? 0 : value(end)) / 2
    const from = value(low)
    return { low: [-radius, -radius, from], high: [radius, radius, from + value(height)] }
  })
}

/** `two holes in each leg`: a number that nothing else depends on, of things of which there are as many, or so many times as many. */
export function byNumber({ unit, value: number, label }: Named, plan: PartPlan, now: Realised): Measured | undefined {
  const value = valueIn(plan)
  const meant = now.bodies.flatMap((body) =>
    body.features
      .filter(({ feature }) => label === `Number of ${plural(feature.label)}` || isOne(feature.kind, label))
      .map((feature) => ({ body, feature, boxes: exactBoxesOf(feature, value) })),
  )
  const many = meant.reduce((sum, { boxes }) => sum + boxes.length, 0)
  const [first] = meant
  if (unit !== 'count' || !first || number < 1 || many > MOST || many % number !== 0) return undefined
  if (meant.some(({ boxes, body }) => boxes.length === 0 || body.body.place?.lie)) return undefined
  const { u, v } = FACES[first.feature.face]
  if (meant.some(({ feature }) => FACES[feature.face].u !== u || FACES[feature.face].v !== v)) return undefined
  return filling(meant, [u, v], first.feature.feature.label, value)
}

/** `twelve studs`, which are bosses. */
const isOne = (kind: string, label: string): boolean =>
  (featureOf(kind)?.nouns ?? '').split(/,\s*/).some((noun) => label === `Number of ${plural(noun)}`)

/** Along which axes the boxes are felt to change; across the face, where there are more of them or fewer. */
function axesOf(boxes: readonly BoxOfFeature[], others: readonly BoxOfFeature[], { face }: RealisedFeature) {
  const { u, v } = FACES[face]
  return boxes.length === others.length ? changedAxes(boxes, others) : [u, v]
}

const changedAxes = (boxes: readonly Ends[], others: readonly Ends[]): Axis[] =>
  AXES.filter((_, axis) =>
    boxes.some(({ low, high }, index) => {
      const other = others[index]
      return other && (differ(low[axis], other.low[axis]) || differ(high[axis], other.high[axis]))
    }),
  )

/** Under a dome, and in from the side of what is round, a cut begins and ends at no height of its own. */
const isTold = (axis: Axis, { face }: RealisedFeature, { form, features }: RealisedBody): boolean =>
  axis !== FACES[face].normal ||
  (!features.some(({ feature }) => feature.kind === 'dome') && (axis === 'z' || form.outline.kind !== 'circle'))

function filling(
  groups: readonly { body?: RealisedBody; boxes: readonly Ends[] }[],
  axes: readonly Axis[],
  label: string,
  value: (formula: string) => number,
): Measured {
  const placed = new Set(
    groups.flatMap(({ body, boxes }) => {
      const shift = AXES.map((axis) => value(body?.body.place?.[axis] ?? '0'))
      return boxes.map(
        ({ low, high }) =>
          `(${[low, high].flatMap((end) => end.map((one, at) => round(one + (shift[at] ?? 0)))).join()})`,
      )
    }),
  )
  return {
    by: placed.size === 1 ? `by where the ${label} is` : `by where the ${plural(label)} are`,
    expect: { fact: 'reaches', field: `filled.${axes.join('')}[box=${[...placed].join('|')}]`, equals: placed.size },
  }
}

function valueIn({ names }: PartPlan): (formula: string) => number {
  const values = Object.fromEntries(names.map(({ name, value }) => [name, value]))
  return (formula) => evaluate(formula, values)
}

type Ends = Pick<BoxOfFeature, 'low' | 'high'>
type Axis = 'x' | 'y' | 'z'
const AXES = ['x', 'y', 'z'] as const
const MOST = 400
const differ = (a = 0, b = 0): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
const round = (value: number): number => Math.round(value * 1e4) / 1e4
