import { evaluate, half, minus } from '../formula.ts'
import { beyond, centred, flush } from './against.ts'
import { byNumbers, named } from './by-numbers.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import { isRound, put, turned } from './put.ts'
import { AXES, AXIS_OF, BESIDE, CENTRED, FACE, FOOT, MERGED, ON, STOREY, sidesIn } from './said-places.ts'
import { sizeOf } from './sized-solid.ts'
import { sum } from './sums.ts'
import type { PartBody } from '@hewn/model'

/** On a face, at an end, beside or around the middle of what there is. */
export function addedAt(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid | undefined {
  const { solid, relation, passage, binder } = task
  const { text } = relation
  const sides = sidesIn(text)
  const round = isRound(solid)
  const low: Formulas = [centred(reference, size, 0), centred(reference, size, 1), '0']
  const made = (flips = false, along = axis ?? 2, own = size) =>
    put({ ...solid.body, joins: 'add' }, { low, size: own, axis: along, label: passage.label }, flips, round)
  const numbered = relation.told.filter(({ kind }) => kind !== 'apart')
  const aside = sides.filter((side) => side !== 'top' && side !== 'bottom')
  // A disc in the middle of a rod is around it.
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const around =
    round &&
    axis === undefined &&
    sides.length === 0 &&
    reference.flat !== 'all' &&
    /\b(?:middle|halfway|mid-?point|mid)\b/i.test(text) &&
    value(size[0]) > value(reference.size[0]) &&
    value(size[2]) < value(reference.size[2])
  if (around && reference.axis === 2) {
    low[2] = centred(reference, size, 2)
    return byNumbers(low, size, task, reference, false) ? made() : undefined
  }
  // At the midpoint of a rod that lies: from its axis on, for on its side it would touch it in a line.
  const lying = reference.axis !== 2 && reference.flat !== 'all' && CENTRED.test(text)
  const on = aside.length === 0 && ON.test(text) && !MERGED.test(text) && !lying
  const next = sides.length === 0 && STOREY.test(text) && FOOT.test(task.laid[0]?.said ?? '')
  const upright = sides.find((side) => side === 'top' || side === 'bottom') ?? (on || next ? 'top' : undefined)
  const apart = relation.told.find((one) => one.kind === 'apart')
  if (upright) {
    low[2] = beyond(reference, size, 2, upright === 'top')
    // On a face a ball has its middle in it: else it would touch it in a point.
    if (solid.family === 'sphere' && CENTRED.test(text) && relation.told.length === 0)
      low[2] = sum(upright === 'top' ? low[2] : sum(low[2], size[2]), `-${half(size[2])}`)
    for (const side of aside) {
      const { axis: along = 0, high = false } = AXIS_OF[side] ?? {}
      low[along] = flush(reference, size, along, high)
    }
    if (!byNumbers(low, size, task, reference, false)) return undefined
    // What ends in a point or is round above stands on its flat: under a body it hangs from it.
    return made(upright === 'bottom' && (solid.family === 'hemisphere' || solid.family === 'cone'))
  }
  if (BESIDE.test(text)) {
    const side = AXIS_OF[aside[0] ?? 'right'] ?? { axis: 0, high: true }
    low[2] = reference.low[2]
    if (apart) {
      const step = named(binder, apart.distance, 'spacing', 'Centre distance')
      low[side.axis] = sum(
        reference.low[side.axis] ?? '0',
        half(reference.size[side.axis] ?? '0'),
        side.high ? step : `-${step}`,
        `-${half(size[side.axis] ?? '0')}`,
      )
    } else low[side.axis] = beyond(reference, size, side.axis, side.high)
    return byNumbers(low, size, { ...task, relation: { ...relation, told: numbered } }, reference, false)
      ? made()
      : undefined
  }
  if (apart) return undefined
  const [side, ...others] = aside
  if (side && others.length === 0) {
    const { axis: along, high } = AXIS_OF[side] ?? { axis: 0, high: true }
    const out = round || solid.family === 'hemisphere'
    const own =
      out && axis === undefined ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, along) : size
    for (const one of AXES) low[one] = centred(reference, own, one)
    low[along] = beyond(reference, own, along, high)
    if (solid.family === 'block' && !FACE.test(text)) {
      const level = Math.abs(evaluate(minus(reference.size[2], own[2]), binder.names.values)) < 1e-6
      if (!level) return undefined
    }
    if (!byNumbers(low, own, task, reference, false)) return undefined
    return put({ ...solid.body, joins: 'add' }, { low, size: own, axis: along, label: passage.label }, !high, out)
  }
  if (aside.length > 0) return undefined
  if (MERGED.test(text) || (CENTRED.test(text) && axis !== undefined && axis !== reference.axis)) {
    low[2] = centred(reference, size, 2)
    // From the middle of a bar that lies, upwards: a T.
    if (axis === 2 && reference.axis !== 2 && !MERGED.test(text))
      low[2] = sum(reference.low[2], half(reference.size[2]))
    return byNumbers(low, size, task, reference, false) ? made() : undefined
  }
  const placed = relation.told.some(
    ({ kind }) => kind === 'point' || kind === 'range' || kind === 'above' || kind === 'embedded' || kind === 'level',
  )
  if (!placed) return undefined
  const whole = relation.told.some(
    (one) =>
      (one.kind === 'point' && one.point.length === 3) ||
      ((one.kind === 'range' || one.kind === 'level') && one.axis === 2) ||
      one.kind === 'above' ||
      one.kind === 'embedded',
  )
  if (!whole) low[2] = beyond(reference, size, 2, true)
  return byNumbers(low, size, task, reference, false) ? made() : undefined
}

/** A bar from the middle of one to the middle of the other. */
export function between({ solid, laid, passage }: Task, reference: Laid): Laid | undefined {
  const [first] = laid
  const length = reference.apart
  if (!first || !length || !solid.open || solid.family !== 'cylinder') return undefined
  const { axis } = reference
  const wide = solid.body.sizes['outer'] ?? '0'
  const size: Formulas = axis === 0 ? [length, wide, wide] : axis === 1 ? [wide, length, wide] : [wide, wide, length]
  const low = AXES.map((one) => centred(first, size, one)) as Formulas
  low[axis] = sum(first.low[axis] ?? '0', half(first.size[axis] ?? '0'))
  const body: PartBody = { ...solid.body, joins: 'add', sizes: { ...solid.body.sizes, [solid.open.slot]: length } }
  return put(body, { low, size, axis, label: passage.label }, false, true)
}

/** With the middle where the other one has it. */
export function merged(
  body: PartBody,
  task: Task,
  reference: Laid,
  size: Formulas,
  axis: number | undefined,
): Laid | undefined {
  const low = AXES.map((one) => centred(reference, size, one)) as Formulas
  if (!byNumbers(low, size, task, reference, false)) return undefined
  return put(
    { ...body, joins: 'common' },
    { low, size, axis: axis ?? 2, label: task.passage.label },
    false,
    isRound(task.solid),
  )
}
