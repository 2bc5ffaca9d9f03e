import type { PartFeature } from '@hewn/model'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { featureOf } from '../../registry.ts'
import type { Item, NumberItem } from '../../words/items.ts'
import { setSize } from '../set-size.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'

/** `make the hole square, 20 x 20`, `square opening instead of the round one: 40 x 40 with R5 corners`: a hole with sides. */
export const squared: Order = (at, edit) => {
  const order = at.attempt(madeSquare) ?? at.attempt(squareInstead)
  if (!order) return undefined
  const { said } = order
  const instead = at.word('instead') !== undefined
  // `make it square` may be the plate, unless a hole was what was spoken of.
  const pointed = said.kinds.length > 0 || instead || madeLast(edit).some(({ feature }) => feature.kind === 'hole')
  if (!pointed) return undefined
  at.mark(',:')
  at.skip('with', 'of', 'a', 'an', 'the', 'its', 'side', 'sides', 'instead', 'long')
  at.wordIf(({ entry }) => entry?.role === 'side' || entry?.role === 'length')
  at.skip('of', 'is', 'at', 'to')
  const [side, across] = order.sides.length > 0 ? order.sides : sidesAt(at)
  const corner = at.attempt(() => cornerAt(at))
  if (!clauseEnds(at)) return undefined
  const found = pick(edit, said).filter(({ feature }) => feature.kind === 'hole' && feature.parts.length === 0)
  const [one] = found
  // Only what is a hole can be one of another shape; the plate itself is squared elsewhere.
  if (!one) return undefined
  return () => {
    if (!side)
      return edit.refuse(
        'AGENT_NEEDS_ANSWER',
        'How long should the sides of the square hole be?',
        [said.at],
        [
          `${edit.named(one.feature.sizes['diameter'])?.value ?? 10} x ${edit.named(one.feature.sizes['diameter'])?.value ?? 10}`,
        ],
      )
    for (const { feature } of found) cutSquare(feature, [side, across ?? side], corner, edit)
    edit.changed = true
  }
}

interface Told {
  said: Phrase
  sides: NumberItem[]
}

/** `make the hole square`, `change it to a 20 x 20 square opening`. */
function madeSquare(at: Cursor): Told | undefined {
  if (!at.word('make', 'turn', 'change', 'have')) return undefined
  const phrase = phraseAt(at, false) ?? pronounAt(at)
  at.skip('into', 'to', 'a', 'be')
  const sides = sidesAt(at)
  return phrase && !phrase.article && squareAt(at) ? { said: phrase, sides } : undefined
}

/** `a square opening instead of the round one`. */
function squareInstead(at: Cursor): Told | undefined {
  at.skip('use', 'make', 'a', 'i', 'want')
  const sides = sidesAt(at)
  if (!squareAt(at) || !at.word('instead') || !at.word('of')) return undefined
  at.skip('the', 'a', 'round', 'circular')
  const said = phraseAt(at) ?? pronounAt(at) ?? roundOne(at)
  return said && { said, sides }
}

function roundOne(at: Cursor): Phrase | undefined {
  const one = at.item
  if (!at.word('one') && !(isOne(one) && at.number())) return undefined
  const span: [number, number] = one?.at ?? [0, 0]
  return { at: span, kinds: ['hole'], parts: [], text: 'hole', plural: false, definite: true, sizes: [], traits: [] }
}

/** `square`, `a rectangular opening`. */
function squareAt(at: Cursor): true | undefined {
  const square = at.wordIf(
    ({ text, entry }) =>
      entry?.flag === 'square' || /^(?:square|rectangular)(?: (?:hole|opening|cutout|window))?$/.test(text),
  )
  if (!square) return undefined
  if (!at.word('hole', 'opening', 'cutout', 'window', 'ones', 'one') && isOne(at.item)) at.number()
  return true
}

const isOne = (item: Item | undefined): boolean => item?.kind === 'number' && item.text.toLowerCase() === 'one'

function sidesAt(at: Cursor): NumberItem[] {
  const first = lengthAt(at)
  const second = first && at.attempt(() => (at.times() ? lengthAt(at) : undefined))
  return [first, second].filter((one) => one !== undefined)
}

const lengthAt = (at: Cursor): NumberItem | undefined =>
  at.attempt(() => {
    const number = at.number()
    return number && number.unit !== 'deg' && number.unit !== '%' ? number : undefined
  })

/** `with R5 corners`. */
function cornerAt(at: Cursor): NumberItem | undefined {
  at.mark(',')
  at.skip('with', 'and', 'a')
  at.wordIf(({ entry }) => entry?.role === 'radius')
  const number = lengthAt(at)
  if (number) at.wordIf(({ entry }) => entry?.role === 'radius')
  return number && at.wordIf(({ entry }) => entry?.place === 'corner') ? number : undefined
}

/** In the place of a round hole, as deep as that was. */
function cutSquare(
  feature: PartFeature,
  [length, width]: readonly [NumberItem, NumberItem],
  corner: NumberItem | undefined,
  edit: Edit,
): void {
  const kind = featureOf('cutout')
  if (!kind) return
  const { diameter: _, ...sizes } = feature.sizes
  Object.assign(feature, { kind: 'cutout', label: 'cutout', sizes, flags: [] })
  for (const [slot, number] of Object.entries({ length, width, ...(corner ? { corner } : {}) }))
    setSize(feature.sizes, slot, { quantity: quantityOf(number), times: 1 }, kind, feature.id, edit)
}
