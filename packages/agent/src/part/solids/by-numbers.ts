import type { Binder } from '../bind/bind.ts'
import { bracketed, evaluate, half } from '../formula.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import type { Said, Told } from './lies.ts'
import { AXIS_OF } from './said-places.ts'
import { sum } from './sums.ts'

/** A number of the words that is a parameter of the design. */
export function named(binder: Binder, { value, at }: Said, name: string, label: string): string {
  if (value === 0) return '0'
  return binder.names.add(name, { label, value, unit: 'mm', origin: { from: 'said', span: at } })
}

/** Numbers that say where it is come before words; false, where one of them is not understood here. */
export function byNumbers(
  low: Formulas,
  size: Formulas,
  { relation, binder, laid, solid }: Task,
  reference: Laid,
  cut: boolean,
): boolean {
  const [host] = laid
  const id = solid.body.id
  for (const told of relation.told)
    if (!byNumber(told, low, size, { host, id, binder, reference, cut, family: solid.family })) return false
  return true
}

function byNumber(
  told: Told,
  low: Formulas,
  size: Formulas,
  {
    host,
    id,
    binder,
    reference,
    cut,
    family,
  }: { host: Laid | undefined; id: string; binder: Binder; reference: Laid; cut: boolean; family: string },
): boolean {
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const axisName = (axis: number) => 'xyz'[axis] ?? 'z'
  switch (told.kind) {
    case 'point': {
      if (!host) return false
      const of =
        told.of ?? (family === 'sphere' ? 'centre' : family === 'cylinder' || family === 'cone' ? 'base' : undefined)
      if (told.point.length > 2 && !of) return false
      told.point.forEach((one, axis) => {
        const at = named(binder, one, `${id}_${axisName(axis)}`, `Place along ${axisName(axis)}`)
        const corner = of === 'corner' || (of === 'base' && axis === 2)
        low[axis] = corner ? at : sum(at, `-${half(size[axis] ?? '0')}`)
      })
      return of !== 'corner'
    }
    case 'range': {
      const long = told.high.value - told.low.value
      if (Math.abs(long - value(size[told.axis] ?? '0')) > 1e-6) return false
      low[told.axis] = named(binder, told.low, `${id}_from`, `From along ${axisName(told.axis)}`)
      return true
    }
    case 'level':
      low[told.axis] = named(binder, told.low, `${id}_from`, `From along ${axisName(told.axis)}`)
      return true
    case 'above': {
      const up = named(binder, told.distance, `${id}_above`, 'Above')
      const from =
        told.from === 'centre'
          ? sum(reference.low[2], half(reference.size[2]))
          : told.from === 'bottom'
            ? reference.low[2]
            : sum(reference.low[2], reference.size[2])
      const lowest = told.centre ? sum(from, up, `-${half(size[2])}`) : sum(from, up)
      if (told.from === 'centre' && !told.centre) return false
      return again(low, 2, lowest, binder, up)
    }
    case 'embedded': {
      if (cut) return false
      const depth = named(binder, told.distance, `${id}_sunk`, 'Sunk in')
      return again(low, 2, sum(reference.low[2], reference.size[2], `-${depth}`), binder, depth)
    }
    case 'from': {
      const side = AXIS_OF[told.side]
      if (!side) return false
      const inset = named(binder, told.distance, `${id}_inset`, `From the ${told.side}`)
      const { axis, high } = side
      const edge = high
        ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0', `-${inset}`)
        : sum(reference.low[axis] ?? '0', inset)
      // Of what is round, to its centre; of a block, to its nearer face.
      low[axis] =
        family === 'block'
          ? high
            ? sum(edge, `-${bracketed(size[axis] ?? '0')}`)
            : edge
          : sum(edge, `-${half(size[axis] ?? '0')}`)
      return true
    }
    default:
      return false
  }
}

/** A second number that says the same place again is told by the first. */
const SET = new WeakSet<Formulas>()

function again(low: Formulas, axis: number, formula: string, binder: Binder, name: string): boolean {
  const value = (one: string) => evaluate(one, binder.names.values)
  if (!SET.has(low)) {
    SET.add(low)
    low[axis] = formula
    return true
  }
  const same = Math.abs(value(low[axis] ?? '0') - value(formula)) < 1e-6
  const at = binder.names.all.findIndex((one) => one.name === name)
  if (same && at >= 0) binder.names.all.splice(at, 1)
  return same
}
