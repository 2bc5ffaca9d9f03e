import type { Reader } from '../../read/reader.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES } from './numbers.ts'

export const change: Recogniser = (at) => {
  const number = at.number()
  const word = at.word(known.COMPARATIVE_WORDS)
  const comparative = word === undefined ? undefined : known.COMPARATIVES.get(word)
  if (!comparative) return undefined
  if (number) return { kind: 'change', side: comparative.side, sign: comparative.sign, number }
  at.word(['by'])
  const by = at.number()
  if (by) return { kind: 'change', side: comparative.side, sign: comparative.sign, number: by }
  return { kind: 'how-much', side: comparative.side }
}

/** `increase the height by 20 mm`, `add 20 mm to the height`, `raise height to 120`. */
export const changeOf: Recogniser = (at) => {
  const grow = at.word(known.GROW) !== undefined
  if (grow || at.word(known.SHRINK) !== undefined) {
    const side = namedSide(at)
    if (!side) return undefined
    if (at.word(['to']) !== undefined) {
      const number = at.number()
      return number && side !== 'thickness' ? { kind: 'size', links: [{ number, side }] } : undefined
    }
    at.word(['by'])
    const number = at.number()
    return number ? { kind: 'change', side, sign: grow ? 1 : -1, number } : { kind: 'how-much', side }
  }
  const add = at.word(known.ADD) !== undefined
  if (!add && at.word(known.TAKE) === undefined) return undefined
  at.word(['off'])
  const number = at.number()
  if (!number || at.word(['to', 'from', 'off', 'in']) === undefined) return undefined
  const side = namedSide(at)
  return side ? { kind: 'change', side, sign: add ? 1 : -1, number } : undefined
}

function namedSide(at: Reader): known.Side | 'thickness' | undefined {
  at.skip(ARTICLES)
  if (at.word(['thickness']) !== undefined) return 'thickness'
  const word = at.word(known.SIDE_WORDS)
  return word === undefined ? undefined : known.SIDES.get(word)
}

export const factor: Recogniser = (at) => {
  const word = at.word(known.FACTORS)
  const by = word === undefined ? undefined : known.FACTORS.get(word)
  if (by === undefined) return undefined
  at.word(['as'])
  at.skip(ARTICLES)
  const side = namedSide(at)
  return side ? { kind: 'factor', side, factor: by } : undefined
}

export const keepInside: Recogniser = (at) => {
  if (at.word(['keep', 'keeping', 'same', 'retain']) === undefined) return undefined
  at.skip(ARTICLES)
  at.skip(['same'])
  if (at.word(known.INSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  at.skip(['the', 'same', 'as', 'is', 'it', 'unchanged'])
  return { kind: 'keep-inside' }
}

export const instead: Recogniser = (at) => (at.word(['instead']) === undefined ? undefined : { kind: 'instead' })
