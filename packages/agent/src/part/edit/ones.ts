import type { PartPlan } from '@hewn/model'
import { featureOf, lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'

/**
 * `two 4 mm ones either side of it`, `the one top right`, `a fifth one in the middle`: what there is, where that is one
 * kind of thing. A further one of it is another.
 */
export function ones(items: Item[], place: number, plan: PartPlan): void {
  const item = items[place]
  if (item && isSome(items, place)) {
    const entry = lexicon().find(nounOf(plan)?.split(' ') ?? [])?.entry
    if (entry) items.splice(place + 1, 0, { kind: 'word', at: item.at, text: entry.text, plural: true, entry })
    return
  }
  if (!item || !isOne(item) || !standsFor(items, place)) return
  const noun = nounOf(plan)
  const entry = noun && lexicon().find(noun.split(' '))?.entry
  if (!entry) return
  const plural = item.kind === 'word' && item.text === 'ones'
  items[place] = { kind: 'word', at: item.at, text: entry.text, plural, entry }
  const before = items[place - 1]
  if (before?.kind === 'word' && NTH.has(before.text)) items[place - 1] = { ...before, text: 'another' }
}

/** `only the two on the left`: a number in words, and then a place. */
function isSome(items: readonly Item[], place: number): boolean {
  const [before, item, next] = [-1, 0, 1].map((step) => items[place + step])
  const led = before?.kind === 'word' && (before.text === 'the' || before.text === 'those')
  const counts = item?.kind === 'number' && item.unit === undefined && item.value > 1 && /^[a-z]+$/i.test(item.text)
  return led && counts && next?.kind === 'word' && ['on', 'in', 'at'].includes(next.text)
}

const isOne = (item: Item): boolean =>
  (item.kind === 'word' && (item.text === 'one' || item.text === 'ones')) ||
  (item.kind === 'number' && item.text.toLowerCase() === 'one' && item.unit === undefined)

/** Something before it tells which or how large, and no noun comes behind it. */
function standsFor(items: readonly Item[], place: number): boolean {
  // `the right-hand one`
  const handed = wordAt(items, place - 1) === 'hand' || wordAt(items, place - 1) === 'most'
  const back = handed && TELLS.has(wordAt(items, place - 2)) ? place - 2 : place - 1
  const [before, next] = [items[back], items[place + 1]]
  const word = before?.kind === 'word' ? before.text : ''
  const sized = before?.kind === 'number' && (before.unit !== undefined || items[place - 2]?.kind === 'number')
  const placed = next?.kind === 'word' && (next.entry?.place !== undefined || PLACES.has(next.text))
  const tells = sized || TELLS.has(word) || NTH.has(word) || /^m\d/.test(word) || (word === 'the' && placed)
  // `make the middle one 8 mm`
  const ends =
    next === undefined ||
    next.kind === 'mark' ||
    ENDS.has(wordAt(items, place + 1)) ||
    placed ||
    ((next.kind === 'number' || /^m\d/.test(wordAt(items, place + 1))) && TELLS.has(word))
  return tells && ends
}
const wordAt = (items: readonly Item[], place: number): string => {
  const item = items[place]
  return item?.kind === 'word' ? item.text : ''
}
const NTH = new Set(['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'further', 'extra'])
const TELLS = new Set([
  'left',
  'right',
  'middle',
  'centre',
  'bigger',
  'smaller',
  'larger',
  'other',
  'tapped',
  'round',
  'that',
  'this',
  'new',
])
const ENDS = new Set(['instead', 'please', 'too', 'rather', 'and', 'but'])
const PLACES = new Set(['in', 'on', 'at', 'either', 'to', 'each', 'beside', 'between', 'near'])

/** The kind of thing there is, where there is but one. */
function nounOf({ bodies }: PartPlan): string | undefined {
  const kinds = new Set(
    bodies.flatMap(({ features }) =>
      features.flatMap(({ kind }) => (featureOf(kind)?.manner === 'spot' ? [kind] : [])),
    ),
  )
  const [kind, ...others] = kinds
  return others.length === 0 ? kind : undefined
}
