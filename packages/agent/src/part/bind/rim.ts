import type { PartFeature, Relation } from '@hewn/model'
import type { Binder } from './bind.ts'
import { evaluate, plus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { FACES } from '../locate.ts'
import type { Frame } from '../read/frame.ts'

type Edge = Extract<Relation, { kind: 'edge' }>

/**
 * A distance goes to the middle of what it is of. To its edge it goes where that is said (`its near edge 15 mm from the end`), and
 * where the middle cannot be meant: a window of 50 mm whose middle is 20 mm from an edge would be cut off there.
 */
export function toItsRim(binder: Binder, frame: Frame, { kind, sizes, at }: PartFeature, form: Form): void {
  const { length, width } = sizes
  const edges = at.relations.filter((one): one is Edge => one.kind === 'edge')
  if (!LONG.has(kind) || !length || !width || edges.length === 0 || form.outline.kind !== 'rectangle') return
  const upright = at.on !== undefined && FACES[at.on].normal !== 'z'
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const [u, v] = at.along === 'y' ? [width, length] : [length, width]
  const lies = value(form.size[0]) >= value(form.size[1])
  const across = ({ edge }: Edge) =>
    (upright && (edge === 'front' || edge === 'back')) ||
    edge === 'left' ||
    edge === 'right' ||
    ((edge === 'short' || edge === 'end' || edge === 'other') === lies && !NAMED.has(edge))
  const halfOf = (one: Edge) => (across(one) ? u : v)
  const said = frame.places.some(({ place }) => place.kind === 'from' && place.rim)
  const beyond =
    edges.every(({ edge }) => edge !== 'all') &&
    edges.some((one) => value(one.distance) < value(halfOf(one)) / 2 + LEAST)
  if (!said && !beyond) return
  for (const one of edges) {
    if (one.edge === 'all') continue
    const parameter = binder.names.all.find(({ name }) => name === one.distance)
    if (parameter) parameter.label = 'Edge to edge'
    one.distance = plus(one.distance, `${halfOf(one)} / 2`)
  }
  if (!said)
    binder.notes.push(`Distances of the ${frame.noun} are counted to its own edge, as it would be cut off otherwise.`)
}
const LONG: ReadonlySet<string> = new Set(['slot', 'cutout', 'pocket'])
const NAMED: ReadonlySet<string> = new Set(['front', 'back', 'top', 'bottom', 'long', 'all'])
/** The least web that has to stay. */
const LEAST = 0.5
