import type { PartFeature } from '@hewn/model'
import { plural } from '../../read/plural.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import type { Binder } from './bind.ts'

const MOST = 60
/** Of so many rows and more, a plate with holes `every 10 mm` may well be covered with them. */
const ROWS = 3
/** What is called so, is covered with its holes. */
const COVERED = /\b(?:peg ?board|grille|grate)\b/

/** `6 mm holes every 20 mm along the length`, `4 mm holes on a 10 mm grid`: as many as there is room for, in a row or all over it. */
export function asManyAsFit(binder: Binder, frame: Frame, feature: PartFeature, form: Form): boolean {
  const { relations } = feature.at
  const line = relations.find((one) => one.kind === 'line')
  if (line?.kind !== 'line' || line.spacing === undefined || form.outline.kind !== 'rectangle') return false
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const [x, y] = [value(form.size[0]), value(form.size[1])]
  const step = value(line.spacing)
  const edge = relations.find((one) => one.kind === 'edge')
  const inset = edge?.kind === 'edge' ? value(edge.distance) : step
  const fit = (long: number) => Math.floor((long - 2 * inset) / step + 1e-6) + 1
  const [columns, rows] = [fit(x), fit(y)]
  const covered =
    [frame, frame.parent].some((one) => one?.flags.has('all-over') || COVERED.test(one?.noun ?? '')) ||
    frame.places.some(({ place }) => place.kind === 'spacing' && place.over)
  const assume = (name: string, label: string, many: number) =>
    binder.names.add(`${feature.id}_${name}`, {
      label,
      value: many,
      unit: 'count',
      min: 1,
      max: MOST,
      origin: { from: 'assumed', why: 'as many as there is room for' },
    })
  if (covered && Math.min(columns, rows) > 1 && edge === undefined) {
    relations.splice(relations.indexOf(line), 1, {
      kind: 'grid',
      columns: assume('columns', 'Columns', columns),
      rows: assume('rows', 'Rows', rows),
      dx: line.spacing,
      dy: line.spacing,
    })
    return true
  }
  const row =
    line.along !== undefined || frame.places.some(({ place }) => place.kind === 'line' || place.kind === 'along')
  const number = (line.along ?? (x >= y ? 'x' : 'y')) === 'x' ? columns : rows
  if (number < 2 || number > MOST) return false
  if (!row && Math.min(columns, rows) >= ROWS) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Should the ${plural(frame.noun)} be in one row, or all over it?`,
      [frame.at],
      [`in a row along the ${x >= y ? 'length' : 'width'}`, `in a ${columns} x ${rows} grid`],
    )
    return true
  }
  feature.sizes['count'] = assume('count', `Number of ${plural(feature.label)}`, number)
  return true
}
