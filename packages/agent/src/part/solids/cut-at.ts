import { bracketed, evaluate, half } from '../formula.ts'
import { centred, flush } from './against.ts'
import { byNumbers } from './by-numbers.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import { isRound, put, turned } from './put.ts'
import { AXES, AXIS_OF, CENTRED, EVERYTHING, INSIDE, sidesIn } from './said-places.ts'
import { sizeOf } from './sized-solid.ts'
import { sum } from './sums.ts'
import type { PartBody } from '@hewn/model'

/** Out of a corner, a face or the middle of what there is. */
export function cutAt(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid | undefined {
  const { solid, relation, passage, binder } = task
  const { text } = relation
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const sides = sidesIn(text)
  const round = isRound(solid)
  const ball = solid.family === 'sphere'
  const domed = solid.family === 'hemisphere'
  const cornered = /\bcorners?\b/i.test(text)
  // All corners of a block are alike: of one that nobody named any may be cut out.
  if (cornered && sides.length === 0) {
    if (!ANY_CORNER.test(text)) return undefined
    sides.push('top', 'right', 'front')
  }
  const pocket = /\b(?:pocket|recess|pit|blind|deep|depth|dimple|depression)\b/i.test(`${passage.label} ${text}`)
  // Half a ball has one flat side, and stands on it.
  const flat = reference.label && HALF_BALL.test(reference.label) && /\b(?:the|its) flat\b/i.test(text)
  const into = sides[0] ?? (flat ? 'bottom' : domed || pocket || round ? 'top' : undefined)
  const inner = INSIDE.test(text) && !/\b(?:surface|face|top)\b/i.test(text)
  const low = AXES.map((one) => centred(reference, size, one)) as Formulas
  if (ball && into && /\b(?:surface|face|top|side|end)\b/i.test(text) && !cornered) {
    const side = AXIS_OF[into]
    if (side)
      low[side.axis] = sum(
        side.high
          ? sum(reference.low[side.axis] ?? '0', reference.size[side.axis] ?? '0')
          : (reference.low[side.axis] ?? '0'),
        `-${half(size[side.axis] ?? '0')}`,
      )
  } else if (round || domed) {
    const side = AXIS_OF[inner ? '' : (into ?? 'top')]
    if (!side && !inner) return undefined
    const along = axis ?? side?.axis ?? 2
    const own = axis === undefined ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, along) : size
    for (const one of AXES) low[one] = centred(reference, own, one)
    if (side) low[side.axis] = flush(reference, own, side.axis, side.high)
    if (!CENTRED.test(text) && relation.told.length === 0 && sides.length > 1) return undefined
    if (!byNumbers(low, own, task, reference, true)) return undefined
    return put(
      { ...solid.body, joins: 'cut' },
      { low, size: own, axis: along, label: passage.label },
      side?.high ?? false,
      true,
    )
  } else if (!ball) {
    const told = relation.told.length > 0 || CENTRED.test(text) || inner
    for (const one of AXES) {
      const side = sides.find((each) => AXIS_OF[each]?.axis === one)
      const whole = Math.abs(value(size[one] ?? '0') - value(reference.size[one] ?? '0')) < 1e-6
      if (side) low[one] = flush(reference, size, one, AXIS_OF[side]?.high ?? true)
      else if (!whole && !told && one === 2 && (sides.length > 0 || pocket)) low[2] = flush(reference, size, 2, true)
      else if (!whole && !told) return undefined
    }
    if (sides.length === 0 && pocket && !inner) low[2] = flush(reference, size, 2, true)
  } else if (!inner && !CENTRED.test(text) && relation.told.length === 0) return undefined
  if (!byNumbers(low, size, task, reference, true)) return undefined
  return put({ ...solid.body, joins: 'cut' }, { low, size, axis: axis ?? 2, label: passage.label }, false)
}

/** Right through what there is: as long as that. */
export function through(body: PartBody, task: Task, reference: Laid, axis: number, named: boolean): Laid | undefined {
  const { solid, relation, passage, laid, binder } = task
  if (!solid.open) return undefined
  const standing = laid.filter(({ body: one }) => one.joins !== 'cut')
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const highest = (one: Laid) => value(one.low[2]) + value(one.size[2])
  const bottom = standing.reduce((low, one) => (value(one.low[2]) < value(low.low[2]) ? one : low), reference)
  const top = standing.reduce((high, one) => (highest(one) > highest(high) ? one : high), reference)
  // Through everything that stands on each other, unless one of them is named.
  const whole = axis === 2 && standing.length > 1 && (!named || EVERYTHING.test(relation.text))
  const from = whole ? bottom : reference
  const length = whole ? sum(top.low[2], top.size[2], `-${bracketed(bottom.low[2])}`) : (reference.size[axis] ?? '0')
  const long: PartBody = { ...body, joins: 'cut', sizes: { ...body.sizes, [solid.open.slot]: length } }
  const [u, v] =
    solid.family === 'block'
      ? [long.sizes['length'] ?? '0', long.sizes['width'] ?? '0']
      : [long.sizes['outer'] ?? '0', long.sizes['outer'] ?? '0']
  const size: Formulas = axis === 0 ? [length, v, u] : axis === 1 ? [u, length, v] : [u, v, length]
  // A hole as wide as what it is in leaves no hole.
  if (AXES.some((one) => one !== axis && value(size[one] ?? '0') >= value(from.size[one] ?? '0') - 1e-6))
    return undefined
  const low = AXES.map((one) => centred(from, size, one)) as Formulas
  low[axis] = from.low[axis] ?? '0'
  const placed = relation.told.length > 0
  if (!placed && !CENTRED.test(relation.text) && !/\b(?:coaxial|through|along|axis)\b/i.test(relation.text))
    return undefined
  if (!byNumbers(low, size, task, from, true)) return undefined
  return put(long, { low, size, axis, label: passage.label }, false, true)
}

const HALF_BALL = /^(?:hemi|half|dome)/i
const ANY_CORNER = /\b(?:one|an?|any) (?:of (?:the|its) )?(?:\w+ )?corners?\b/i
