import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { recount } from '../recount.ts'
import type { NumberItem } from '../../words/items.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { howMany } from '../how-many.ts'
import { isQualified, type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { type Pick, pick } from '../pick.ts'
import { plural } from '../../../read/plural.ts'

/** `double the holes`, `twice as many holes`, `two more holes`, `one hole less`, `number of holes: 12`. */
export const count: Order = (at, edit) => {
  const read =
    at.attempt(times) ??
    at.attempt(more) ??
    at.attempt(fewer) ??
    at.attempt(number) ??
    at.attempt(needed) ??
    at.attempt(() => inEach(at, edit)) ??
    at.attempt(instead)
  if (!read || !clauseEnds(at)) return undefined
  const { quantity, of } = read
  // Features of different sizes of the same kind: `two more holes` says not which.
  const found = pick(edit, of)
  if (found.length === 0) return undefined
  const alike = new Set(found.map(({ feature }) => feature.sizes['diameter'])).size === 1
  const { was } = read
  const before = found.reduce((sum, one) => sum + howMany(one, edit.names.values), 0)
  if (was && was.value !== before) return undefined
  return () => {
    const done = new Set<string>()
    if (!alike) {
      edit.refuse('AGENT_NEEDS_ANSWER', `Which ${plural(of.text)}? There are different ones.`, [of.at])
      return
    }
    const single = found.every((one) => howMany(one, edit.names.values) === 1)
    if (quantity.relative === 'add' && quantity.value < 0 && single && found.length > -quantity.value) {
      edit.refuse('AGENT_NEEDS_ANSWER', `Which ${of.text} is to go?`, [of.at], [`remove all ${plural(of.text)}`])
      return
    }
    if (quantity.relative === 'add' && single && found.length === -quantity.value) {
      for (const { body, feature } of found) body.features = body.features.filter((one) => one !== feature)
      edit.changed = true
      return
    }
    if (quantity.relative === 'times' && found.some((one) => quantity.value * howMany(one, edit.names.values) < 1)) {
      edit.refuse('AGENT_IMPOSSIBLE', `There is one ${of.text} only.`, [of.at])
      return
    }
    ofTheirOwn(found, edit)
    for (const { feature } of found) {
      // Several features may share one number: it changes once.
      const { count: name } = feature.sizes
      if (name !== undefined && done.has(name)) continue
      if (name !== undefined) done.add(name)
      if (recount(feature, { ...quantity }, edit)) edit.changed = true
    }
  }
}

const FACTORS: Record<string, number> = {
  double: 2,
  twice: 2,
  triple: 3,
  thrice: 3,
  halve: 0.5,
  half: 0.5,
  quadruple: 4,
}

/** How many, of what, and how many there were where that is said. */
type Read = { quantity: Quantity; of: Phrase; was?: NumberItem }

function times(at: Cursor): Read | undefined {
  const word = at.wordIf(({ text }) => Object.hasOwn(FACTORS, text))
  const number = word ? undefined : at.number()
  if (!word && !(number?.unit === undefined && at.word('times'))) return undefined
  const many = at.attempt(() => {
    at.skip('as', 'the')
    if (!at.word('many', 'number', 'count', 'amount', 'no')) return undefined
    at.skip('of')
    return true
  })
  const of = phraseAt(at)
  if (!of?.plural || of.sizes.length > 0 || of.article || (!word && !many)) return undefined
  const value = FACTORS[word?.text ?? ''] ?? number?.value ?? 1
  return { quantity: { value, at: word?.at ?? number?.at ?? of.at, relative: 'times' }, of }
}

function more(at: Cursor): Read | undefined {
  at.skip('add', 'give', 'make', 'put', 'drill', 'it', 'with')
  const another = at.word('another')
  const number = at.number()
  if (!number || number.unit !== undefined) return undefined
  if (!at.word('more', 'extra', 'additional', 'further') && !another) return undefined
  const of = phraseAt(at)
  if (!of || of.sizes.length > 0 || of.kinds.length === 0) return undefined
  at.attempt(
    () =>
      at.word('on', 'in') &&
      (at.skip('the', 'same'), at.word('circle', 'row', 'bolt circle', 'pcd', 'line', 'pattern', 'ring')),
  )
  return { quantity: { value: number.value, at: number.at, relative: 'add' }, of }
}

function fewer(at: Cursor): Read | undefined {
  const verb = at.word('remove', 'delete', 'drop', 'omit', 'lose', 'take')
  at.skip('out', 'away', 'off')
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value)) return undefined
  const before = at.word('fewer', 'less')
  at.skip('of')
  const of = phraseAt(at)
  if (!of || isQualified(of) || of.kinds.length === 0) return undefined
  const after = before ?? at.word('fewer', 'less')
  at.skip('out', 'away', 'off')
  // `remove the four holes` is all of them; `remove four of the holes` is not.
  if (!verb && !after) return undefined
  return { quantity: { value: -number.value, at: number.at, relative: 'add' }, of }
}

/** `reduce the bolt holes to 6`, where there are 8: so many, or so large, is asked. */
export const howManyOrWide: Order = (at, edit) => {
  if (!at.word('reduce', 'increase', 'raise', 'cut', 'lower', 'decrease')) return undefined
  at.skip('down')
  const of = phraseAt(at, false)
  at.skip('down', 'up')
  if (!of?.plural || of.sizes.length > 0 || of.article || !at.word('to', 'down to')) return undefined
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || !clauseEnds(at)) return undefined
  const found = pick(edit, of).filter((one) => howMany(one, edit.names.values) > 1)
  const [one] = found
  if (!one || found.length !== 1) return undefined
  return () =>
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `${number.value} ${plural(of.text)}, or ${number.value} mm ones?`,
      [number.at],
      [`number of ${plural(of.text)}: ${number.value}`, `make the ${plural(of.text)} ${number.value} mm`],
    )
}

/** `I only need three of them`, `just three of the holes`: so many are left. */
function needed(at: Cursor): Read | undefined {
  at.skip('i', 'we', 'really')
  const only = at.word('only', 'just', 'actually', 'make it', 'make that')
  const need = at.word('need', 'want', 'keep', 'leave', 'have', 'use')
  if (!only && !need) return undefined
  at.skip('only', 'just')
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value) || !at.word('of')) return undefined
  const of = phraseAt(at) ?? pronounAt(at)
  return of && { quantity: { value: number.value, at: number.at }, of }
}

/** `use two holes per leg`, `two holes in each leg`: those that are in one and those in the other. */
function inEach(at: Cursor, { words }: Edit): Read | undefined {
  at.skip('make', 'it', 'i', 'want', 'have', 'use', 'only', 'just', 'there', 'should', 'be')
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value)) return undefined
  const of = phraseAt(at)
  if (!of || of.article || of.sizes.length > 0 || of.kinds.length === 0) return undefined
  if (!/\b(?:each|every|both)\b/.test(words.slice(...of.at))) {
    at.skip('in', 'on', 'at', 'for')
    const per = at.word('per', 'each', 'every', 'both')
    at.skip('of', 'the')
    if (!per || !at.wordIf(({ text }) => SIDES.test(text))) return undefined
  }
  at.skip('instead')
  return { quantity: { value: number.value, at: number.at }, of }
}
const SIDES = /^(?:leg|arm|side|flange|wall|end|face|ear|foot)s?$/

/** `two holes in each leg instead`, `only one hole in the short leg`. */
function instead(at: Cursor): Read | undefined {
  at.skip('make', 'it', 'i', 'want', 'have', 'use')
  const only = at.word('only', 'just')
  const number = at.number()
  if (!number || number.unit !== undefined || !Number.isInteger(number.value)) return undefined
  const of = phraseAt(at)
  if (!of || of.sizes.length > 0 || of.kinds.length === 0) return undefined
  const late = at.word('instead')
  // `six bolts instead of four`
  const was = late && at.attempt(() => (at.word('of') ? at.number() : undefined))
  // `…, 11 mm each` is read with what goes before it.
  if (was && at.item?.kind === 'mark' && at.peek(1)?.kind === 'number') return undefined
  if (only ? !of.traits.some((trait) => trait.startsWith('leg:')) : !late || !of.plural) return undefined
  return { quantity: { value: number.value, at: number.at }, of, ...(was ? { was } : {}) }
}

/** `change the number of holes to 12`, `hole count 12`. */
function number(at: Cursor): Read | undefined {
  at.skip('change', 'set', 'increase', 'reduce', 'make', 'raise', 'lower', 'the')
  const first = at.word('number', 'count', 'amount', 'quantity') && at.word('of')
  const of = phraseAt(at) ?? (first ? pronounAt(at) : undefined)
  if (!of || of.sizes.length > 0 || (!first && !at.word('count'))) return undefined
  at.skip('to', 'is', 'be', 'should', 'must', 'of')
  at.mark(':=')
  const number = at.number()
  if (!number || number.unit !== undefined) return undefined
  return { quantity: { value: number.value, at: number.at }, of }
}

/** `three holes in the long leg instead`: those in the other leg stay as many as they were. */
function ofTheirOwn(found: readonly Pick[], edit: Edit): void {
  const mine = new Set(found.map(({ feature }) => feature))
  const others = edit.plan.bodies.flatMap(({ features }) => features.filter((one) => !mine.has(one)))
  for (const name of new Set(found.flatMap(({ feature }) => feature.sizes['count'] ?? []))) {
    const named = edit.named(name)
    if (!named || others.every(({ sizes }) => sizes['count'] !== name)) continue
    const { name: _name, ...rest } = named
    const own = edit.names.add(name, rest)
    for (const { feature } of found) if (feature.sizes['count'] === name) feature.sizes['count'] = own
  }
}
