import type { PartBody, PartFeature } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { FeatureKind, Form } from '../kinds.ts'
import type { Binder } from './bind.ts'

/** More than so much of a plate open in its middle leaves a border, and no middle to be in. */
const MOST_OPEN = 0.3
const CUTS: ReadonlySet<string> = new Set(['cutout', 'pocket'])

/**
 * `gasket 120 x 80 with a 90 x 50 opening, six 6 mm holes`: what has a window in its middle has its holes on the border around it,
 * in the corners and in the middle of the long sides, or of all of them. Says whether they were put there.
 */
export function onBorder(
  binder: Binder,
  { features }: PartBody,
  feature: PartFeature,
  kind: FeatureKind,
  form: Form,
  many: number,
): boolean {
  const { relations } = feature.at
  if (kind.key !== 'hole' || relations.length > 0 || feature.at.on || form.outline.kind !== 'rectangle') return false
  if (![4, 6, 8].includes(many)) return false
  const central = features.find(({ kind: key, at }) => CUTS.has(key) && at.relations.length === 0 && !at.on && !at.turn)
  const [inX, inY] = form.window ?? [central?.sizes['length'], central?.sizes['width']]
  if (!inX || !inY) return false
  const [x, y] = form.size
  const value = (formula: string) => evaluate(formula, binder.names.values)
  if (value(inX) * value(inY) < MOST_OPEN * value(x) * value(y)) return false
  const [u, v] = [`(${x} + ${inX}) / 4`, `(${y} + ${inY}) / 4`]
  const corners: [string, string][] = [
    [`-${u}`, `-${v}`],
    [u, `-${v}`],
    [u, v],
    [`-${u}`, v],
  ]
  const across: [string, string][] = [
    ['0', `-${v}`],
    ['0', v],
  ]
  const along: [string, string][] = [
    [`-${u}`, '0'],
    [u, '0'],
  ]
  const long = value(x) >= value(y) ? across : along
  const at = many === 4 ? corners : [...corners, ...(many === 6 ? long : [...across, ...along])]
  relations.push({ kind: 'points', from: 'centre', at })
  binder.notes.push(
    `The ${many} holes are in the middle of the border: in the corners${many === 4 ? '' : many === 6 ? ' and halfway along the long sides' : ' and halfway along each side'}.`,
  )
  return true
}
