import { bracketed, evaluate, half } from '../formula.ts'
import { addedAt } from './added-at.ts'
import { beyond, centred, flush } from './against.ts'
import { named } from './by-numbers.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import { copies, isRound, put, turned } from './put.ts'
import { AXES, CORNERS, ENDS, ON, sidesIn } from './said-places.ts'
import { sizeOf } from './sized-solid.ts'
import { sum } from './sums.ts'
import { wayOf } from './ways.ts'

/** All of them, or none. */
export const all = (laid: readonly (Laid | undefined)[]): Laid[] | undefined =>
  laid.every((one) => one !== undefined) ? laid.filter((one) => one !== undefined) : undefined

/** `on the left and right faces`: one on each of the two. */
export function onBoth(
  task: Task,
  [pair, ...sides]: RegExpExecArray,
  reference: Laid,
  size: Formulas,
  axis: number | undefined,
): Laid[] | undefined {
  const bodies = copies(task, 2)
  const made = sides.map((side, index) => {
    const text = task.relation.text.replace(pair, `${side} face`)
    const own = { ...task.solid, body: bodies[index] ?? task.solid.body }
    return addedAt({ ...task, solid: own, relation: { ...task.relation, text } }, reference, size, axis)
  })
  return all(made)
}

/** One on each face of a box. */
export function onAllFaces(task: Task, reference: Laid, size: Formulas): Laid[] | undefined {
  const { solid, relation, passage, binder } = task
  if (reference.flat !== 'all' || relation.told.length > 0) return undefined
  const round = isRound(solid) || solid.family === 'hemisphere'
  const faces = AXES.flatMap((axis) => [true, false].map((high) => ({ axis, high })))
  return copies(task, 6).map((body, index) => {
    const { axis, high } = faces[index] ?? { axis: 2 as const, high: true }
    const own = round ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, axis) : size
    const low = AXES.map((one) => centred(reference, own, one)) as Formulas
    low[axis] = beyond(reference, own, axis, high)
    return put({ ...body, joins: 'add' }, { low, size: own, axis, label: passage.label }, !high, round)
  })
}

/** One at each end, or one in each corner. */
export function several(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid[] | undefined {
  const { relation, passage, solid, joins, binder } = task
  const { text } = relation
  const round = isRound(solid)
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const isAsLong = (one: string, other: string) => Math.abs(value(one) - value(other)) < 1e-6
  // `two cubes stand on it, one at each end`: on its top, and not beyond it.
  const legs = /\b(?:legs?|feet|foot)\b/i.test(passage.label)
  const upon = UPON.test(text) && !legs
  if (passage.count <= 2 && ENDS.test(text) && joins === 'add' && !upon && !sidesIn(text).includes('bottom')) {
    const long =
      round || reference.axis !== 2
        ? reference.axis
        : AXES.reduce(
            (best, one) => (value(reference.size[one] ?? '0') > value(reference.size[best] ?? '0') ? one : best),
            2 as number,
          )
    if (relation.told.length > 0) return undefined
    const own =
      round || solid.family === 'hemisphere'
        ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, long)
        : size
    return copies(task, 2).map((body, index) => {
      const low = AXES.map((one) => centred(reference, own, one)) as Formulas
      const end =
        index === 0 ? (reference.low[long] ?? '0') : sum(reference.low[long] ?? '0', reference.size[long] ?? '0')
      // A ball has its middle in the end of what it is on; what is flat stands off it.
      low[long] =
        solid.family === 'sphere'
          ? sum(end, `-${half(own[long] ?? '0')}`)
          : index === 0
            ? sum(end, `-${bracketed(own[long] ?? '0')}`)
            : end
      return put(
        { ...body, joins: 'add' },
        { low, size: own, axis: long, label: passage.label },
        index === 0,
        round || solid.family === 'hemisphere',
      )
    })
  }
  const apart = relation.told.find((one) => one.kind === 'apart')
  // Legs carry what they are of: four of them in its corners, two at its ends, where nobody puts them elsewhere.
  const anywhere = legs && relation.told.length === 0 && sidesIn(text).length === 0 && !PLACED.test(text)
  // Of what is round they stand within its rim.
  if (anywhere && joins === 'add' && passage.count > 2 && isDisc(reference))
    return withinRim(task, reference, size, axis)
  if (anywhere && (passage.count === 4 || passage.count === 2))
    binder.notes.push(
      `The legs stand ${passage.count === 4 ? 'in the corners' : 'at the ends'}: nothing else was said.`,
    )
  const storey = upon
    ? 'top'
    : legs || sidesIn(text).includes('bottom')
      ? 'bottom'
      : ON.test(text) || sidesIn(text).includes('top')
        ? 'top'
        : undefined
  const sideways = sidesIn(text).some((side) => side !== 'top' && side !== 'bottom')
  if (joins === 'add' && apart && relation.told.length === 1 && storey && !sideways && !ENDS.test(text)) {
    // In a row along the longer side of what they are on.
    const row = wayOf(text) ?? (value(reference.size[0]) >= value(reference.size[1]) ? 0 : 1)
    if (row === 2) return undefined
    const step = named(binder, apart.distance, 'spacing', 'Spacing')
    return copies(task, passage.count).map((body, index) => {
      const low: Formulas = [
        centred(reference, size, 0),
        centred(reference, size, 1),
        beyond(reference, size, 2, storey === 'top'),
      ]
      const off = index - (passage.count - 1) / 2
      low[row] = sum(low[row] ?? '0', off < 0 ? `-${-off} * ${step}` : `${off} * ${step}`)
      return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
    })
  }
  if (
    (passage.count === 2 || (upon && passage.count === 1)) &&
    (anywhere || /\bthe (?:two )?ends\b/i.test(text) || (upon && ENDS.test(text))) &&
    joins === 'add' &&
    storey &&
    relation.told.length === 0
  ) {
    const row = value(reference.size[0]) >= value(reference.size[1]) ? 0 : 1
    // A board as wide as what it carries stands across it.
    const across =
      legs && row === 0 && !round && isAsLong(size[0], reference.size[1]) && !isAsLong(size[1], reference.size[1])
    const own = across ? turned(size, solid, 1) : size
    return copies(task, 2).map((body, index) => {
      const low: Formulas = [
        centred(reference, own, 0),
        centred(reference, own, 1),
        beyond(reference, own, 2, storey === 'top'),
      ]
      low[row] = flush(reference, own, row, index === 1)
      return put(
        { ...body, joins: 'add' },
        { low, size: own, axis: across ? 1 : (axis ?? 2), label: passage.label },
        false,
        round,
      )
    })
  }
  if (passage.count === 4 && (anywhere || CORNERS.test(text)) && joins === 'add') {
    const under = storey === 'bottom'
    if (relation.told.length > 0) return undefined
    return copies(task, 4).map((body, index) => {
      const low: Formulas = [
        flush(reference, size, 0, index % 2 === 1),
        flush(reference, size, 1, index > 1),
        beyond(reference, size, 2, !under),
      ]
      return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
    })
  }
  return undefined
}

const isDisc = ({ body }: Laid): boolean => body.family === 'cylinder' || body.family === 'disc'

/** Legs of a round seat: evenly around, a tenth of the way in from where they would touch its rim. */
function withinRim(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid[] {
  const { solid, passage, binder } = task
  const round = isRound(solid)
  const across = round ? size[0] : `sqrt(${bracketed(size[0])}**2 + ${bracketed(size[1])}**2)`
  binder.notes.push('The legs stand evenly around, at the rim: nothing else was said.')
  return copies(task, passage.count).map((body, index) => {
    // One is at the back; four stand as those of a square seat do.
    const angle = 90 + (360 * index) / passage.count + (passage.count === 4 ? 45 : 0)
    const out = (way: 'cos' | 'sin') => `(${reference.size[0]} - ${across}) * 0.45 * ${way}(radians(${angle}))`
    const low: Formulas = [
      sum(centred(reference, size, 0), out('cos')),
      sum(centred(reference, size, 1), out('sin')),
      beyond(reference, size, 2, false),
    ]
    return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
  })
}

/** What stands on a board has its ends where those of the board are. */
const UPON =
  /\b(?:stands?|standing|sits?|sitting|upright|flush|level) (?:[a-z]+ ){0,2}?(?:on|onto|upon|with|at)\b|\bon (?:it|top|the board|the plate|the base)\b|\batop\b/i

/** A place of theirs is told. */
const PLACED = /\b(?:cent(?:er|re)\w*|middle|inset|apart|corners?|ends?|sides?|edges?|circle|inside)\b/i
