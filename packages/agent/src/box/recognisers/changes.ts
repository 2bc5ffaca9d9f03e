import type { Reader } from '../../read/reader.ts'
import type { ChangeSide, Meaning, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, joins } from './numbers.ts'

/** `20 mm taller`, `taller by 20`, `a bit taller: 120`, `thicker walls`. */
export const change: Recogniser = (at) => {
  const number = at.number()
  const word = at.word(known.COMPARATIVE_WORDS)
  const comparative = word === undefined ? undefined : known.COMPARATIVES.get(word)
  if (!comparative) return undefined
  const { side, sign } = comparative
  if (number) return { kind: 'change', side, sign, number }
  // `wider fingers` are no wider box.
  if (side === 'width' && at.word(known.FINGERS) !== undefined) return { kind: 'how-much', side: 'finger width', sign }
  if (side === 'thickness') at.skip(known.STOCK)
  const to = at.mark(':') || at.word(['to']) !== undefined
  if (!to) at.word(['by'])
  const by = at.number()
  if (!by) return { kind: 'how-much', side, sign }
  // `thicker walls 5 mm thick` says how thick they are to be.
  if (side === 'thickness' && at.word(known.THICK) !== undefined) return { kind: 'thickness', number: by }
  return (to ? setTo(side, by) : undefined) ?? { kind: 'change', side, sign, number: by }
}

type Number = NonNullable<ReturnType<Reader['number']>>

function setTo(side: ChangeSide, number: Number): Meaning | undefined {
  if (side === 'size') return undefined
  return side === 'thickness' ? { kind: 'thickness', number } : { kind: 'size', links: [{ number, side }] }
}

/** `change the height from 100 to 120`. */
export const changeFrom: Recogniser = (at) => {
  at.skip(['change', 'set', 'make', 'increase', 'reduce', 'decrease', 'raise', 'lower'])
  const side = namedSide(at)
  if (!side || side === 'thickness' || side === 'size' || at.word(['from']) === undefined) return undefined
  const was = at.number()
  if (!was || at.word(['to']) === undefined) return undefined
  const number = at.number()
  return number ? { kind: 'size', links: [{ number, side }], was } : undefined
}

/** `increase the height by 20 mm`, `add 20 mm to the height`, `raise height to 120`. */
export const changeOf: Recogniser = (at) => {
  const grow = at.word(known.GROW) !== undefined
  if (grow || at.word(known.SHRINK) !== undefined) {
    const side = namedSide(at)
    if (!side) return undefined
    if (at.word(['to']) !== undefined) {
      const number = at.number()
      return number ? setTo(side, number) : undefined
    }
    at.word(['by'])
    const number = at.number()
    const sign = grow ? 1 : -1
    return number ? { kind: 'change', side, sign, number } : { kind: 'how-much', side, sign }
  }
  const add = at.word(known.ADD) !== undefined
  if (!add && at.word(known.TAKE) === undefined) return undefined
  at.word(['off'])
  const number = at.number()
  if (!number || at.word(['to', 'from', 'off', 'in']) === undefined) return undefined
  const side = namedSide(at)
  return side ? { kind: 'change', side, sign: add ? 1 : -1, number } : undefined
}

function namedSide(at: Reader): ChangeSide | undefined {
  at.skip(ARTICLES)
  if (at.word(['size', 'big', 'large']) !== undefined) return 'size'
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

/** `scale to 50 %`, `scale by 2`. */
export const scale: Recogniser = (at) => {
  if (at.word(['scale', 'scaled', 'resize']) === undefined) return undefined
  at.skip(['it', 'the', 'box', 'everything', 'up', 'down', 'whole', 'thing'])
  if (at.word(['to', 'by']) === undefined) return undefined
  const number = at.number()
  const plain = number && (number.unit === '%' || number.unit === undefined) && !joins(at)
  return number && plain ? { kind: 'scale', number } : undefined
}

/** `keep the inside the same size`, `same inside`, `inside must stay the same`. */
export const keepInside: Recogniser = (at) => {
  const led = at.word(['keep', 'keeping', 'same', 'retain', 'leave', 'without']) !== undefined
  at.word(['changing'])
  at.skip(ARTICLES)
  at.skip(['same'])
  if (at.word(known.INSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  const stays = at.attempt(() => {
    at.skip(['must', 'should', 'has', 'to', 'is', 'be', 'kept', 'it', 'stay', 'stays', 'remain', 'remains'])
    at.skip(['the', 'exactly'])
    return at.word(['same', 'unchanged', 'identical', 'is', 'was']) ?? undefined
  })
  if (!led && stays === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  at.skip(['as', 'before', 'now', 'is', 'it', 'was'])
  return { kind: 'keep-inside' }
}

/** `start over`: what comes after it is about a new box. */
export const anew: Recogniser = (at) => {
  const said =
    at.words('start', 'over') ||
    at.words('start', 'again') ||
    at.words('start', 'afresh') ||
    at.words('start', 'from', 'scratch') ||
    at.words('begin', 'again') ||
    at.words('from', 'scratch') ||
    at.words('scrap', 'it') ||
    at.words('scrap', 'that') ||
    at.words('forget', 'it') ||
    at.words('forget', 'that') ||
    at.words('new', 'design')
  return said ? { kind: 'anew' } : undefined
}

export const instead: Recogniser = (at) => (at.word(['instead']) === undefined ? undefined : { kind: 'instead' })
