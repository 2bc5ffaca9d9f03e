import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Link } from '../meaning.ts'
import * as known from '../words.ts'

// What several recognisers read: a number with its side, a chain of them, a count.

export const LINKING = new Set(['of', 'is', 'to', 'at', 'be', 'should', 'as', 'exactly', 'the'])

const HEADERS = /^[lwdh]x[lwdh](x[lwdh])?$|^(lwh|wdh|whd|lhw)$/

/** `width: 150`, `150 mm wide`, `150 (w)`, `W150`, `150 in height`. */
export function link(at: Reader): Link | undefined {
  return at.attempt(() => {
    const before = at.word(known.SIDE_WORDS)
    if (before !== undefined) {
      at.skip(LINKING)
      at.mark('=:')
      at.skip(LINKING)
    }
    const number = at.number()
    if (!number) return undefined
    const side = before !== undefined ? known.SIDES.get(before) : sideAfter(at)
    return side ? { number, side } : { number }
  })
}

function sideAfter(at: Reader): known.Side | undefined {
  const word = at.attempt(() => {
    const bracket = at.mark('(')
    if (!bracket) at.word(['in'])
    const side = at.word(known.SIDE_WORDS)
    if (side === undefined || (bracket && !at.mark(')'))) return undefined
    // `150 wide 20 deep` says sides; in `150 width 100` the word belongs to what follows only with a sign between.
    if (!bracket && at.token?.kind === 'mark' && '=:'.includes(at.token.text)) return undefined
    return side
  })
  return word === undefined ? undefined : known.SIDES.get(word)
}

const joiner = (at: Reader): boolean => at.times() || at.word(['by']) !== undefined

/** `150 x 100 x 80`, `150 mm wide by 100 deep by 80 high`, `(WxDxH) 150×100×80`. */
export function chain(at: Reader): Link[] | undefined {
  const header = sidesHeader(at)
  const links: Link[] = []
  const first = link(at)
  if (!first) return undefined
  links.push(first)
  for (;;) {
    const next = at.attempt(() => (joiner(at) ? link(at) : undefined))
    if (!next) break
    links.push(next)
  }
  if (links.length < 2) return undefined
  const sides = header ?? sidesHeader(at)
  if (!sides) return links
  if (sides.length !== links.length || links.some(({ side }) => side !== undefined)) return undefined
  return links.map(({ number }, index) => ({ number, side: sides[index] ?? 'width' }))
}

/** `(W x D x H)`, `LxWxH:`, `w × d × h =`. */
function sidesHeader(at: Reader): known.Side[] | undefined {
  return at.attempt(() => {
    const bracket = at.mark('(')
    const sides = compactHeader(at) ?? spacedHeader(at)
    if (!sides || sides.length < 2) return undefined
    if (bracket && !at.mark(')')) return undefined
    at.mark(':=')
    return sides
  })
}

function compactHeader(at: Reader): known.Side[] | undefined {
  const token = at.token
  if (token?.kind !== 'word' || !HEADERS.test(token.text)) return undefined
  at.word([token.text])
  return [...token.text.replaceAll('x', '')].map((letter) => known.SIDES.get(letter) ?? 'width')
}

function spacedHeader(at: Reader): known.Side[] | undefined {
  const sides: known.Side[] = []
  do {
    const word = at.word(known.SIDE_WORDS)
    if (word === undefined) return undefined
    sides.push(known.SIDES.get(word) ?? 'width')
  } while (at.times() || at.word(['x', 'by']) !== undefined)
  return sides
}

/** Three bare numbers side by side are a chain as well: `150 100 80`, `150, 100, 80 mm`, `150/100/80`. A fourth spoils it. */
export function row(at: Reader): Link[] | undefined {
  const numbers: NumberToken[] = []
  while (numbers.length < 3) {
    const number = at.number()
    if (!number || (number.unit !== undefined && numbers.length < 2)) return undefined
    numbers.push(number)
    if (numbers.length < 3) at.mark(',/')
  }
  const fourth = at.attempt(() => {
    at.mark(',/')
    const number = at.number()
    return number && number.unit === undefined ? number : undefined
  })
  return fourth || joins(at) ? undefined : numbers.map((number) => ({ number }))
}

export const isCount = (number: NumberToken): boolean => number.unit === undefined && !number.about && !number.bound

export function count(at: Reader): NumberToken | undefined {
  return at.attempt(() => {
    const number = at.number()
    if (!number || !isCount(number)) return undefined
    at.times()
    return number
  })
}

export function oneSide(at: Reader): Link[] | undefined {
  const only = link(at)
  return only?.side ? [only] : undefined
}

export const joins = (at: Reader): boolean =>
  at.token?.kind === 'times' || (at.token?.kind === 'word' && at.token.text === 'by')

export const ARTICLES = new Set(['the', 'a', 'an', 'any', 'its'])

/** `without`, `remove`, `get rid of`, `take out`. */
export const withoutWord = (at: Reader): boolean =>
  at.word(known.WITHOUT) !== undefined ||
  at.words('get', 'rid', 'of') ||
  at.words('take', 'out') ||
  at.words('take', 'away') ||
  at.word(['delete']) !== undefined
