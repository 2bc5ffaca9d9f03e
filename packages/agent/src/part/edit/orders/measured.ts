import { OF_INSIDE, wallsAround } from '../../families/enclosure.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import type { NumberItem } from '../../words/items.ts'
import { familyOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'

const SLOTS = ['length', 'width', 'height'] as const

/** `those are inside dimensions`, `make it 120 x 80 inside`, `120 x 80 x 40 should be the inside`: where a box is measured. */
export const measured: Order = (at, edit) => {
  const body = edit.plan.bodies.find(({ family }) => family === 'enclosure')
  const { wall, floor } = body?.sizes ?? {}
  if (!body || !wall || !floor) return undefined
  at.skip('no', 'sorry', 'actually', 'make', 'it', 'i', 'want', 'need', 'all', 'of')
  at.mark(',')
  at.skip('the')
  // `make the inside 120 x 80`
  const first = at.attempt(() => {
    const word = sideAt(at)
    at.skip('dimension', 'dimensions', 'size', 'should', 'must', 'be', 'is', 'to', 'to be')
    at.mark(':')
    return at.item?.kind === 'number' ? word : undefined
  })
  const numbers = chainAt(at)
  if (numbers.length === 0) at.skip(...SAYS, 'the')
  const led = at.peek(-1)
  if (numbers.length === 0 && !(led?.kind === 'word' && SAYS.has(led.text))) return undefined
  at.skip(
    'are',
    'is',
    'were',
    'was',
    'should',
    'must',
    'be',
    'to be',
    'meant',
    'supposed',
    'to',
    'as',
    'on',
    'for',
    'of',
    'the',
  )
  const side = first ?? sideAt(at)
  at.skip('dimension', 'dimensions', 'size', 'sizes', 'measurement', 'measurements', 'ones', 'one')
  if (!side || numbers.length === 1 || numbers.length > 3 || !clauseEnds(at)) return undefined
  const inside = !(side.entry?.flag ?? side.text).startsWith('out') && !side.text.startsWith('external')
  return () => {
    const added = wallsAround((flag) => body.flags.includes(flag), wall, floor)
    for (const [index, slot] of SLOTS.entries()) {
      const number = numbers[index]
      // What is not said stays as it was, where others are.
      if (numbers.length > 0 && !number) continue
      const own = OF_INSIDE[slot]
      const name = take(edit, body.sizes, inside ? own : slot, body.sizes[inside ? slot : own], number)
      if (!name) continue
      const before = body.sizes[slot]
      if (inside) body.sizes[own] = name
      else delete body.sizes[own]
      const now = !inside || added[slot] === '0' ? name : `(${name} + ${added[slot]})`
      body.sizes[slot] = now
      if (before && before !== now) edit.standOn(before, now, body)
    }
    edit.changed = true
  }
}
const SAYS = new Set([
  'those',
  'these',
  'that',
  'they',
  'size',
  'sizes',
  'dimension',
  'dimensions',
  'measurement',
  'measurements',
  'number',
  'numbers',
])
const SIDES = new Set(['inside', 'outside', 'internal', 'external', 'inner', 'outer'])

const sideAt = (at: Cursor) => at.wordIf(({ entry, text }) => SIDES.has(entry?.flag ?? '') || SIDES.has(text))

function chainAt(at: Cursor): NumberItem[] {
  const numbers: NumberItem[] = []
  do {
    const number = at.number()
    if (!number || number.unit === 'deg' || number.unit === '%') break
    numbers.push(number)
  } while (at.times())
  return numbers
}

/** The parameter of one side: another value where one was said, else the one it had. */
function take(
  edit: Edit,
  sizes: Record<string, string>,
  slot: string,
  was: string | undefined,
  number: NumberItem | undefined,
) {
  const { label = slot, name = slot } = familyOf('enclosure')?.slots[slot] ?? {}
  if (number) return edit.names.said(name, label, quantityOf(number))
  // Said from the other side already: nothing changes.
  const named = edit.named(was)
  if (!named || sizes[slot] === was) return undefined
  const { name: _was, ...rest } = named
  return edit.names.add(name, { ...rest, label })
}
