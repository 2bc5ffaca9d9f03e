import { evaluate, half, plus } from '../formula.ts'
import { addedAt, between, merged } from './added-at.ts'
import { named } from './by-numbers.ts'
import { cutAt, through } from './cut-at.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import type { Told } from './lies.ts'
import { copies, isRound, put, turned } from './put.ts'
import { ALL_FACES, ANOTHER, EACH, EACH_CORNER, ENDS, ON, PAIR, sidesIn } from './said-places.ts'
import { all, onAllFaces, onBoth, several } from './several.ts'
import { sizeOf } from './sized-solid.ts'
import { axisOf, wayOf, waysOf } from './ways.ts'

/** Puts a solid where it was said to be; nothing, where that is not told. */
export function lay(task: Task): Laid[] | undefined {
  const { solid, joins, laid, relation, passage } = task
  const text = relation.text
  // `the middle of each post`: where there are posts is not known here.
  if (EACH.test(text) || (ANOTHER.test(text) && !solid.open)) return undefined
  const axis = axisOf(task)
  const named = namedIn(task)
  const reference = named ?? standingBefore(task)
  if (!joins || !reference) {
    if (laid.length > 0) return undefined
    return first(task, axis)
  }
  if (solid.open && joins === 'add') return all([between(task, reference)])
  if (solid.open) {
    const ways = waysOf(task, axis)
    return all(
      copies(task, ways.length).map((one, index) =>
        through(one, task, reference, ways[index] ?? 2, named !== undefined),
      ),
    )
  }
  const size = turned(sizeOf(solid.body, task.binder), solid, axis)
  if (joins === 'common')
    return passage.count === 1 ? all([merged(solid.body, task, reference, size, axis)]) : undefined
  if (joins === 'add' && ALL_FACES.test(text))
    return passage.count === 1 || passage.count === 6 ? onAllFaces(task, reference, size) : undefined
  const pair = joins === 'add' && passage.count <= 2 ? PAIR.exec(text) : null
  if (pair) return onBoth(task, pair, named ?? laid[0] ?? reference, size, axis)
  // `a cube on each corner`: four of it.
  const cornered = passage.count === 1 && joins === 'add' && EACH_CORNER.test(text)
  if (cornered) return several({ ...task, passage: { ...passage, count: 4 } }, reference, size, axis)
  if (passage.count > 1 || ENDS.test(text)) return several(task, reference, size, axis)
  // What is at a side is at a side of the first, and not of what stands on it.
  const beside =
    !named &&
    sidesIn(text).some((side) => side !== 'top' && side !== 'bottom') &&
    !ON.test(text.replace(/\bon the (?:left|right|front|back|rear)\b/gi, ''))
  const made =
    joins === 'cut' ? cutAt(task, reference, size, axis) : addedAt(task, (beside && laid[0]) || reference, size, axis)
  return made && [made]
}

export function first(task: Task, axis: number | undefined): Laid[] | undefined {
  const { solid, passage, relation, binder } = task
  const size = turned(sizeOf(solid.body, binder), solid, axis)
  const at: Formulas = [`-${half(size[0])}`, `-${half(size[1])}`, '0']
  const apart = relation.told.find((one) => one.kind === 'apart')
  // It is where everything else is counted from: another place of its own is not made.
  const high = evaluate(size[2], binder.names.values)
  if (relation.told.some((one) => one !== apart && !isAtOrigin(one, high))) return undefined
  if (passage.count === 1 && apart) return undefined
  if (passage.count === 1)
    return [put(solid.body, { low: at, size, axis: axis ?? 2, label: passage.label }, false, isRound(solid))]
  // Two of a kind, so far apart: what joins them, or what they share, comes next.
  // A distance is from centre to centre, whether that was said or not.
  if (passage.count !== 2 || !apart || solid.family !== 'sphere') return undefined
  const way = wayOf(relation.text) ?? 0
  const step = named(binder, apart.distance, 'spacing', 'Centre distance')
  const common = /\bintersect/i.test(relation.text) && !/intersecting/i.test(relation.text)
  const other: Formulas = [...at]
  other[way] = plus(at[way] ?? '0', step)
  const twin = { ...solid.body, id: binder.id(solid.body.id), joins: common ? ('common' as const) : ('add' as const) }
  return [
    // Turned so that the poles of two balls lie on the line between them: their seams would meet otherwise.
    {
      ...put(solid.body, { low: at, size, axis: way, label: passage.label }, false, way !== 2),
      apart: step,
      axis: way,
    },
    { ...put(twin, { low: other, size, axis: way, label: passage.label }, false, way !== 2), apart: step, axis: way },
  ]
}

function isAtOrigin(told: Told, high: number): boolean {
  if (told.kind === 'range') return told.axis === 2 && told.low.value === 0 && Math.abs(told.high.value - high) < 1e-6
  if (told.kind === 'level') return told.low.value === 0
  return told.kind === 'point' && told.point.every(({ value }) => value === 0)
}

/** The one before it; what is cut is cut out of the first. */
function standingBefore({ laid, joins, relation, binder }: Task): Laid | undefined {
  const solids = laid.filter(({ body }) => body.joins !== 'cut')
  // What is cut into a top is cut into the highest of them.
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const high = ({ low, size }: Laid) => value(low[2]) + value(size[2])
  if (joins === 'cut' && sidesIn(relation.text).includes('top'))
    return solids.reduce((best, one) => (high(one) > high(best) + 1e-6 ? one : best))
  return joins === 'cut' ? solids[0] : solids.at(-1)
}

/** The one that it is told against by its name. */
function namedIn({ relation, laid }: Task): Laid | undefined {
  const named = [
    ...relation.text.matchAll(
      /\b(?:of|on|onto|from|in|into|at|above|to|with|through) (?:the |its )?(?:[a-z+-]+ ){0,5}?([a-z]+)(?:'s)?(?=\b)/gi,
    ),
    ...relation.text.matchAll(/\bthe ([a-z]+) (?:has|having|with|contains)\b/gi),
  ]
  const solids = laid.filter(({ body }) => body.joins !== 'cut')
  for (const { 1: word = '' } of named) {
    const found = solids.findLast(
      ({ label }) => label.split(' ').at(-1)?.replace(/s$/, '') === word.toLowerCase().replace(/s$/, ''),
    )
    if (found) return found
  }
  return undefined
}
