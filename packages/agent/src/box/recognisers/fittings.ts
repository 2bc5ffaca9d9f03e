import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Recogniser } from '../meaning.ts'
import { ARTICLES, isCount, withoutWord } from './numbers.ts'
import { HOLE_KINDS } from './cutouts.ts'

/** `feet 15 mm high`, `on 15 mm feet`, `with four feet`. */
export const feet: Recogniser = (at) => {
  at.skip(['with', 'on', 'add', 'has', 'and', 'put', 'it', 'having', 'stands', 'standing'])
  at.skip(ARTICLES)
  const four = at.token
  // `four feet` is cut as a length of four feet.
  if (four?.kind === 'number' && four.unit === 'ft' && four.value === 4 && !/["'.]/.test(four.text)) {
    at.number()
    return { kind: 'feet', ...highAfter(at) }
  }
  const before = at.number()
  at.skip(['high', 'tall', 'little', 'small'])
  if (at.word(['feet', 'foot', 'legs']) === undefined) return undefined
  if (before)
    return isCount(before) && before.value === 4 ? { kind: 'feet', ...highAfter(at) } : { kind: 'feet', number: before }
  return { kind: 'feet', ...highAfter(at) }
}

function highAfter(at: Reader): { number?: NumberToken } {
  const number = at.attempt(() => {
    at.skip(['of', 'height', 'that', 'are'])
    const found = at.number()
    // `with feet, 200 x 200 x 100` goes on with the box.
    if (!found || at.token?.kind === 'times') return undefined
    at.skip(['high', 'tall', 'in', 'height'])
    return found
  })
  return number ? { number } : {}
}

/** `remove the feet`, `no holes`, `without the text`, `delete the drawers`. */
export const without: Recogniser = (at) => {
  const from = at.place
  const taken = !withoutWord(at) && at.word(['take', 'leave']) !== undefined
  if (at.place === from && !taken) return undefined
  const off = taken && at.word(['off']) !== undefined
  at.word(['all'])
  at.skip(ARTICLES)
  at.skip(HOLE_KINDS)
  const word = at.word(REMOVABLE)
  // `take the engraving off`
  if (taken && !off && at.word(['off', 'out', 'away']) === undefined) return undefined
  return word === undefined ? undefined : { kind: 'without', what: REMOVABLE.get(word) ?? 'cutouts' }
}

const REMOVABLE: ReadonlyMap<string, 'feet' | 'cutouts' | 'texts' | 'drawers'> = new Map([
  ...(['feet', 'foot', 'legs'] as const).map((word): [string, 'feet'] => [word, 'feet']),
  ...[
    'hole',
    'holes',
    'window',
    'windows',
    'slot',
    'slots',
    'vents',
    'vent',
    'notch',
    'notches',
    'handles',
    'handle',
    'cutouts',
    'cutout',
  ].map((word): [string, 'cutouts'] => [word, 'cutouts']),
  ...['text', 'engraving', 'lettering', 'label'].map((word): [string, 'texts'] => [word, 'texts']),
  ...['drawers', 'drawer'].map((word): [string, 'drawers'] => [word, 'drawers']),
])
