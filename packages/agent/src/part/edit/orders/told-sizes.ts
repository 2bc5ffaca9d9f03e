import type { Quantity } from '../../read/atoms.ts'
import type { Role } from '../../kinds.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import type { Edit } from '../edit.ts'
import { ownersOfRole } from '../resize-by-role.ts'
import { phraseAt } from '../phrase.ts'
import { type Adjusted, roleAt, VERBS } from './adjusted.ts'

/** `shorten it to 50 mm`, `deepen it by 2 mm`. */
export function verbTo(at: Cursor): Adjusted | undefined {
  const word = at.wordIf(({ text }) => Object.hasOwn(VERBS, text))
  const verb = word && VERBS[word.text]
  const of = phraseAt(at)
  // `cut a pocket 30 mm long …`: that is a new one, and none that gets smaller.
  if (!verb || (!verb.role && !of) || of?.article) return undefined
  // `increase the support height by 10`
  const sized = of && at.attempt(() => roleAt(at))
  at.skip('it', 'the', 'part', 'whole', 'thing')
  if (sized) {
    const size = toOrBy(at, sized, verb.sign)
    return size && { ...size, of }
  }
  const plain = !of && at.peek(-1) === word
  const quantity = toOrBy(at, verb.role, verb.sign)
  // `enlarge the holes by 4 mm in diameter`
  const inRole = quantity && of && at.attempt(() => (at.word('in'), roleAt(at)))
  if (inRole) return { ...quantity, role: inRole, of }
  if (quantity && of && verb.role !== 'depth') delete quantity.role
  return quantity && { ...quantity, ...(of ? { of } : {}), ...(plain ? { plain } : {}) }
}

function toOrBy(at: Cursor, role: Role | undefined, sign: 1 | -1): Quantity | undefined {
  const to = at.word('to')
  if (!to) at.word('by')
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  const named = role ? { role } : {}
  if (to) return { ...quantityOf(number), ...named }
  if (number.unit === '%') return { value: 1 + (sign * number.value) / 100, at: number.at, ...named, relative: 'times' }
  return { ...quantityOf(number), value: sign * quantityOf(number).value, ...named, relative: 'add' }
}

/** `reduce the PCD by 5 mm`, `increase the fillet radius to 5`, `move the bolt circle out to 80`. */
export function verbRole(at: Cursor): Quantity | undefined {
  const brings = at.word('move', 'open', 'bring', 'push', 'expand', 'take', 'turn', 'machine', 'drop', 'bore', 'grind')
  const word = brings ? undefined : at.wordIf(({ text }) => Object.hasOwn(VERBS, text))
  at.skip('the', 'its', 'overall', 'total', 'both', 'all')
  if (brings) {
    const role = roleAt(at)
    at.skip('out', 'in', 'up', 'down', 'back')
    const to = at.peek(0)
    return role && to?.kind === 'word' && to.text === 'to' ? toOrBy(at, role, 1) : undefined
  }
  const role = word && roleAt(at)
  const verb = word && VERBS[word.text]
  // Walls that are raised are higher, and no thicker.
  return role && verb && toOrBy(at, role === 'wall' ? (verb.role ?? role) : role, verb.sign)
}

/** `corner radius of the pocket 5`, `the depth of the slots should be 4`. */
export function roleOfPhrase(at: Cursor): Adjusted | undefined {
  at.skip('make', 'set', 'change', 'the')
  const role = roleAt(at)
  const of = role && at.word('of') ? phraseAt(at) : undefined
  if (!role || !of?.definite || of.sizes.length > 0) return undefined
  at.skip('should', 'must', 'shall', 'be', 'to be', 'is', 'are', 'to')
  at.mark(':=')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  return { ...quantityOf(number), role, of }
}

/** `corner radius should be 6`, `radius 8 instead`, `the hole circle should be 75 mm`. */
export function plainRole(at: Cursor, edit: Edit): Quantity | undefined {
  const led = at.peek(-1)
  // A size that stands behind a noun or a place is of that.
  if (led !== undefined && led.kind !== 'mark' && !(led.kind === 'word' && LEADS.has(led.text))) return undefined
  at.skip('the', 'its', 'make', 'set', 'bigger', 'larger', 'smaller')
  const role = at.word('circle diameter', 'hole circle') || circleAt(at, edit) ? 'pcd' : roleAt(at)
  if (!role) return undefined
  const should = at.word('should', 'must', 'shall', 'needs', 'has', 'is', 'to', 'to be')
  at.skip('be', 'to be', 'to', 'of')
  const marked = at.mark(',:=')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  if (!should && !marked && role !== 'pcd' && role !== 'radius') return undefined
  // A wall may be that of a tube, told so far by its two diameters.
  if (role !== 'pcd' && role !== 'wall' && ownersOfRole(role, edit).length === 0) return undefined
  return { ...quantityOf(number), role }
}

export const LEADS = new Set(['and', 'but', 'then', 'also', 'now', 'please', 'ok', 'a', 'the'])

/** `circle diameter`, `circle 75`, where the circle is that of the holes. */
const circleAt = (at: Cursor, { plan }: Edit): boolean =>
  at.attempt(() => {
    if (!at.word('circle', 'hole circle')) return undefined
    const circled = plan.bodies.some(({ features }) =>
      features.some((one) => one.at.relations.some(({ kind }) => kind === 'circle')),
    )
    return at.wordIf(({ entry }) => entry?.role === 'diameter') !== undefined || circled || undefined
  }) !== undefined

/** `50 % of the height`. */
export function share(at: Cursor): Quantity | undefined {
  at.skip('make', 'it', 'to')
  const number = at.number()
  if (number?.unit !== '%' || !at.word('of')) return undefined
  at.skip('the', 'its', 'current')
  const role = roleAt(at)
  return role && { value: number.value / 100, at: number.at, role, relative: 'times' }
}

/** `8 mm would be better for the thickness`. */
export function better(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  if (!at.word('would', 'is', 'should', 'will', 'for')) return undefined
  at.skip('be', 'better', 'nicer', 'enough', 'fine', 'ok', 'for', 'as', 'the', 'do')
  const role = roleAt(at)
  return role && { ...quantityOf(number), role }
}
