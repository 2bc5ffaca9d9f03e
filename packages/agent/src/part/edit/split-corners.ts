import type { Formula, PartFeature } from '@hewn/model'
import type { Edit } from './edit.ts'

const PAIR = /\bholes? (?:on|at|along) the (left|right|front|back)\b/i
/** New ones are no pair of those there are. */
const NEW = /\b(?:add|put|drill|another|more)\b/i

/** `the two holes on the left`: of four in the corners, those of one side become a feature of their own. */
export function splitCorners(edit: Edit): void {
  const side = PAIR.exec(edit.words)?.[1]?.toLowerCase()
  if (!side || NEW.test(edit.words)) return
  for (const body of edit.plan.bodies) {
    const { length, width } = body.sizes
    if (!['plate', 'block'].includes(body.family) || !length || !width) continue
    body.features = body.features.flatMap((feature) => {
      const { relations, on, along } = feature.at
      const [edge] = relations.flatMap((one) => (one.kind === 'edge' && one.edge === 'all' ? [one.distance] : []))
      const cornered = relations.length === 2 && relations.some(({ kind }) => kind === 'corners')
      if (feature.kind !== 'hole' || on || along || !edge || !cornered || feature.parts.length > 0) return [feature]
      const [x, y] = [`${length} - ${edge}`, `${width} - ${edge}`]
      const corners: [Formula, Formula, string[]][] = [
        [edge, edge, ['left', 'front']],
        [edge, y, ['left', 'back']],
        [x, edge, ['right', 'front']],
        [x, y, ['right', 'back']],
      ]
      const { count: _, ...sizes } = feature.sizes
      const of = (there: boolean): PartFeature['at'] => ({
        relations: [
          {
            kind: 'points',
            from: 'corner',
            at: corners.flatMap(([u, v, sides]): [Formula, Formula][] =>
              sides.includes(side) === there ? [[u, v]] : [],
            ),
          },
        ],
      })
      const id = edit.binder.id(feature.kind)
      const own = Object.entries(sizes).map(([slot, formula]) => {
        const named = edit.named(formula)
        if (!named) return [slot, formula]
        const { name: _was, ...rest } = named
        return [slot, edit.names.add(`${id}_${slot}`, rest)]
      })
      const pair: PartFeature = {
        ...feature,
        id,
        flags: [...feature.flags, `at-${side}`],
        sizes: Object.fromEntries(own) as PartFeature['sizes'],
        at: of(true),
      }
      return [{ ...feature, sizes, at: of(false) }, pair]
    })
  }
}
