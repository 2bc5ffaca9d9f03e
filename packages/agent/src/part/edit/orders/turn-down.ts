import type { PartBody } from '@hewn/model'
import { evaluate } from '../../formula.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import type { NumberItem } from '../../words/items.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `turn the last 30 mm down to 15`, `step one end down to 12 for 20 mm`, `turn both ends down to 20 over 15`: steps inside the length there is. */
export const turnDown: Order = (at, edit) => {
  const body = edit.plan.bodies.find(({ family, sizes }) => ROUND.has(family) && sizes['outer'] && sizes['height'])
  if (!body) return undefined
  const verb = at.word('turn', 'step', 'reduce', 'neck', 'cut', 'machine', 'bring', 'thin', 'take')
  // `both ends turned down to 20 for 25 mm`
  const done = verb ? undefined : whereAt(at)
  at.skip('should', 'must', 'be', 'to be')
  if (!verb && !(done && at.word('turned', 'stepped', 'reduced', 'necked', 'machined', 'cut', 'turned down')))
    return undefined
  at.skip('it', 'down')
  const middle = done ? undefined : at.attempt(() => middleAt(at))
  if (middle) return clauseEnds(at) ? () => necked(edit, body, middle) : undefined
  const first = done ?? whereAt(at)
  at.skip('of', 'it', 'the', 'shaft', 'rod', 'bar', 'pin', 'length', 'end')
  at.skip('down', 'to', 'down to', 'be', 'back')
  at.mark('⌀')
  const across = lengthAt(at)
  if (!across) return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  at.mark(',')
  // `down to 15 for the last 25 mm`
  const where = first ?? at.attempt(() => behindAt(at))
  if (!where) return undefined
  at.skip('for', 'over', 'along', 'a', 'the', 'last', 'length', 'of', 'by', 'on')
  const long = where.long ?? lengthAt(at)
  at.wordIf(({ entry }) => entry?.role === 'length')
  if (!long || !clauseEnds(at)) return undefined
  return () => {
    const { names } = edit
    const [wide, whole] = [body.sizes['outer'], body.sizes['height']].map((one) => evaluate(one ?? '0', names.values))
    const [to, reach] = [quantityOf(across), quantityOf(long)]
    to.used = 'diameter'
    reach.used = 'length'
    if (to.value >= (wide ?? 0))
      return edit.refuse('AGENT_CONTRADICTION', `It is ${wide} mm thick; turned down it is less than that.`, [to.at])
    if (reach.value * (where.both ? 2 : 1) >= (whole ?? 0))
      return edit.refuse('AGENT_IMPOSSIBLE', `Steps of ${reach.value} mm take all of its length of ${whole} mm.`, [
        reach.at,
      ])
    const diameter = names.said('step_diameter', 'Diameter', to)
    const height = names.said('step_length', 'Length', reach)
    stepped(body, diameter, height, where.both)
    edit.changed = true
  }
}
const ROUND = new Set(['turned', 'cylinder'])

/** `for the last 25 mm`, `for 30 mm at both ends`, `over 20 at one end`. */
function behindAt(at: Cursor): Where | undefined {
  at.skip('for', 'over', 'along', 'on', 'at')
  const where = whereAt(at)
  at.wordIf(({ entry }) => entry?.role === 'length')
  const ends = at.attempt(() => (at.word('at', 'on', 'from') ? whereAt(at) : undefined))
  return where && { ...where, both: where.both || ends?.both === true }
}

/** `neck the middle 60 mm down to 24 diameter`, `to 24 over the middle 60`. */
function middleAt(at: Cursor): { long: NumberItem; across: NumberItem } | undefined {
  const across = () => {
    at.skip('down', 'to', 'down to')
    at.mark('⌀')
    const found = lengthAt(at)
    at.wordIf(({ entry }) => entry?.role === 'diameter')
    return found
  }
  const stretch = () => {
    at.skip('over', 'along', 'for', 'in', 'the')
    return at.word('middle', 'centre', 'central') && lengthAt(at)
  }
  const long = at.attempt(stretch)
  if (long) at.skip('of', 'it', 'the', 'shaft', 'rod', 'bar', 'pin')
  const thin = across()
  const after = long ?? (thin && stretch())
  return thin && after ? { long: after, across: thin } : undefined
}

/** Thinner in the middle of its length, and as it was on both sides of that. */
function necked(edit: Edit, body: PartBody, { long, across }: { long: NumberItem; across: NumberItem }): void {
  const { outer, height } = body.sizes
  const [to, reach] = [quantityOf(across), quantityOf(long)]
  to.used = 'diameter'
  reach.used = 'length'
  const [wide, whole] = [outer, height].map((one) => evaluate(one ?? '0', edit.names.values))
  if (!outer || !height || body.parts.length > 0)
    return edit.refuse('AGENT_UNSUPPORTED', 'Only what is as thick all along is made thinner in its middle here.', [
      to.at,
    ])
  if (to.value >= (wide ?? 0))
    return edit.refuse('AGENT_CONTRADICTION', `It is ${wide} mm thick; turned down it is less than that.`, [to.at])
  if (reach.value >= (whole ?? 0))
    return edit.refuse('AGENT_IMPOSSIBLE', `${reach.value} mm take all of its length of ${whole} mm.`, [reach.at])
  const diameter = edit.names.said('neck_diameter', 'Diameter', to)
  const length = edit.names.said('neck_length', 'Length', reach)
  const side = `(${height} - ${length}) / 2`
  body.family = 'turned'
  body.sizes['height'] = side
  body.parts.push(
    { kind: 'stage', label: 'neck', sizes: { diameter, height: length }, flags: [] },
    { kind: 'stage', label: 'step', sizes: { diameter: outer, height: side }, flags: [] },
  )
  edit.changed = true
}

/** `same at the other end`: the one step of a shaft, at both of its ends and inside the length there is. */
export function stepAtOtherEnd(edit: Edit): (() => void) | undefined {
  const body = edit.plan.bodies.find(({ family }) => family === 'turned')
  const [step, ...others] = body?.parts ?? []
  const { height } = step?.sizes ?? {}
  if (!body || step?.kind !== 'stage' || !height || others.length > 0 || step.flags.includes('both-ends'))
    return undefined
  return () => {
    const { height: rest = '' } = body.sizes
    const inside = rest.endsWith(` - ${height})`)
    if (inside) body.sizes['height'] = `${rest.slice(0, -height.length - 1)}2 * ${height})`
    step.flags.push('both-ends')
    edit.changed = true
  }
}

function stepped(body: PartBody, diameter: string, height: string, both: boolean): void {
  body.family = 'turned'
  body.sizes['height'] = `(${body.sizes['height']} - ${both ? `2 * ${height}` : height})`
  body.parts.push({ kind: 'stage', label: 'step', sizes: { diameter, height }, flags: both ? ['both-ends'] : [] })
}

/** `the last 30 mm`, `both ends`, `one end`. */
interface Where {
  long?: NumberItem
  both: boolean
}
function whereAt(at: Cursor): Where | undefined {
  at.skip('the', 'a')
  const led = at.word(
    'last',
    'first',
    'end',
    'top',
    'bottom',
    'final',
    'one',
    'both',
    'each',
    'right',
    'left',
    'other',
    'far',
    'free',
  )
  if (!led && at.item?.kind !== 'number') return undefined
  const both = led?.text === 'both' || led?.text === 'each'
  if (led?.text !== 'end') {
    const one = at.attempt(() => {
      const number = at.number()
      return number?.value === 1 && number.unit === undefined ? number : undefined
    })
    const long = one ? undefined : lengthAt(at)
    const end = at.wordIf(({ entry }) => entry?.place === 'edge')
    if (!long && !end) return undefined
    if (long) return { long, both }
  }
  return { both }
}

const lengthAt = (at: Cursor): NumberItem | undefined =>
  at.attempt(() => {
    const number = at.number()
    return number && number.unit !== 'deg' && number.unit !== '%' && /\d/.test(number.text) ? number : undefined
  })
