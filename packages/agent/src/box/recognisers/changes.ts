import type { Reader } from '../../read/reader.ts'
import type { ChangeSide, Meaning, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { faces } from './faces.ts'
import { ARTICLES, joins } from './numbers.ts'

/** `20 mm taller`, `taller by 20`, `a bit taller: 120`, `thicker walls`. */
export const change: Recogniser = (at) => {
  // By how much a side changes inside, it changes outside.
  at.attempt(() => (at.skip(ARTICLES), at.word(known.INSIDE)))
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
  if (!side || side === 'thickness' || side === 'size') return undefined
  at.word(['from'])
  const was = at.number()
  if (!was || !becomes(at)) return undefined
  const number = at.number()
  return number ? { kind: 'size', links: [{ number, side }], was } : undefined
}

/** `100 to 120`, `100 -> 120`. */
const becomes = (at: Reader): boolean =>
  at.word(['to']) !== undefined || (at.mark('-=') && at.mark('>')) || at.mark('→>')

/** `swap width and depth`, `exchange the length with the height`, `the width becomes the depth`. */
export const swap: Recogniser = (at) => {
  const verb = at.word(['swap', 'switch', 'exchange', 'interchange', 'trade', 'flip']) !== undefined
  const one = plainSide(at)
  if (!one) return undefined
  const becomes = !verb && at.word(['becomes']) !== undefined
  if (!becomes && at.word(['and', 'with', 'for']) === undefined && !at.mark('/&')) return undefined
  const other = plainSide(at)
  if (!other || other === one) return undefined
  at.skip(['is', 'are', 'get'])
  const after = at.word(['swapped', 'switched', 'exchanged']) !== undefined || at.words('the', 'other', 'way')
  if (!verb && !becomes && !after) return undefined
  at.skip(['around', 'round', 'over'])
  return { kind: 'swap', sides: [one, other] }
}

function plainSide(at: Reader): known.Side | undefined {
  const side = namedSide(at)
  return side === 'thickness' || side === 'size' ? undefined : side
}

/** `as deep as wide`, `twice as deep as it is wide`, `half as high as the width`. */
export const ratio: Recogniser = (at) => {
  const equal = at.attempt(() => {
    const side = plainSide(at)
    if (!side) return undefined
    at.skip(['is', 'be', 'should', 'must'])
    const same = at.words('the', 'same', 'as') || at.words('same', 'as') || at.words('equal', 'to') || at.mark('=')
    const of = same ? plainSide(at) : undefined
    return of && of !== side ? { side, of } : undefined
  })
  if (equal) return { kind: 'ratio', ...equal, factor: 1 }
  const word = at.word(known.FACTORS)
  if (at.word(['as']) === undefined) return undefined
  const side = plainSide(at)
  if (!side || at.word(['as']) === undefined) return undefined
  at.skip(['it', 'is', 'the', 'its'])
  const of = plainSide(at)
  if (!of || of === side) return undefined
  return { kind: 'ratio', side, of, factor: (word === undefined ? undefined : known.FACTORS.get(word)) ?? 1 }
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
  at.word(['changing', 'losing', 'touching'])
  at.skip(ARTICLES)
  at.skip(['same'])
  if (at.word(known.INSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  const sideWord = at.word(['width', 'depth', 'height', 'length'])
  const side = sideWord === undefined ? undefined : known.SIDES.get(sideWord)
  // `keep inside width 140` says a size.
  if (side && at.token?.kind === 'number') return undefined
  const stays = at.attempt(() => {
    at.skip(['must', 'should', 'has', 'to', 'is', 'be', 'kept', 'it', 'stay', 'stays', 'remain', 'remains'])
    at.skip(['the', 'exactly'])
    return at.word(['same', 'unchanged', 'identical', 'is', 'was']) ?? undefined
  })
  if (!led && stays === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  at.skip(['as', 'before', 'now', 'is', 'it', 'was'])
  return { kind: 'keep-inside', ...(side ? { side } : {}) }
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

/** `open at the front instead of the top`: the top is closed, and nothing else is said of it. */
export const instead: Recogniser = (at) => {
  if (at.word(['instead']) === undefined) return undefined
  const closed = at.attempt(() => {
    if (at.word(['of']) === undefined) return undefined
    at.skip([...ARTICLES, 'at', 'open'])
    return faces(at)
  })
  return closed ? { kind: 'closed', faces: closed } : { kind: 'instead' }
}
