import type { Link, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, joins, link, oneSide, row } from './numbers.ts'

/** `30 cm square` is as wide as it is deep. */
export const square: Recogniser = (at) => {
  const number = at.number()
  if (!number || at.word(SQUARE) === undefined) return undefined
  const links: Link[] = [
    { number, side: 'width' },
    { number, side: 'depth' },
  ]
  // `6" sq x 3" high`: a third size stands behind it.
  const third = at.attempt(() => (at.times() || at.word(['x', 'by']) !== undefined ? link(at) : undefined))
  if (third) links.push(third.side ? third : { ...third, side: 'height' })
  return { kind: 'size', links }
}

const SQUARE = new Set(['square', 'sq'])

/** `a square tray`, `make it square`, `square, 120 mm`: as wide as it is deep. Square holes and square inches are others. */
export const squared: Recogniser = (at) => {
  at.word(['footprint', 'base'])
  if (at.word(SQUARE) === undefined) return undefined
  at.skip(['in', 'plan', 'footprint', 'base', 'bottom', 'shaped', 'shape'])
  const next = at.token
  if (
    next?.kind === 'word' &&
    (known.FEATURES.has(next.text) || known.CELLS.has(next.text) || NOT_SQUARED.has(next.text))
  )
    return undefined
  const links = at.attempt(() => {
    at.mark(',:')
    at.word(['of'])
    const number = at.number()
    const alone = at.token === undefined || (at.token.kind === 'mark' && at.token.text === ',')
    if (!number || !alone || (number.unit !== 'in' && number.value < LEAST_SIDE)) return undefined
    return [
      { number, side: 'width' },
      { number, side: 'depth' },
    ] satisfies Link[]
  })
  return links ? { kind: 'size', links } : { kind: 'ratio', side: 'depth', of: 'width', factor: 1, either: true }
}

const NOT_SQUARED = new Set(
  'inch inches feet foot mm cm centimetres corner corners edge edges cable finger coin'.split(' '),
)
/** Shorter than this, a number after *square* is the sheet rather than the box. */
const LEAST_SIDE = 26

const PER_CELL = new Set(['each', 'every', 'per', 'apiece'])

export const size: Recogniser = (at) => {
  at.word(['footprint', 'base'])
  const links = at.attempt(chain) ?? at.attempt(row) ?? oneSide(at)
  if (!links) return undefined
  if (at.word(PER_CELL) !== undefined) {
    at.skip(known.CELLS)
    return { kind: 'cell-size', links }
  }
  at.word(['footprint', 'base'])
  return { kind: 'size', links }
}

export const cellSize: Recogniser = (at) => {
  const { place, token } = at
  // `pigeonholes 600 wide, …` is the thing itself.
  if (place === 0 && token?.kind === 'word' && known.BOX_NOUNS.has(token.text)) return undefined
  if (at.word(PER_CELL) === undefined && at.word(known.CELLS) === undefined) return undefined
  at.skip(known.CELLS)
  at.word(['of', 'is', 'are', 'measuring', 'being'])
  const sized =
    at.attempt(chain) ?? oneSide(at) ?? (at.attempt(() => (at.number()?.unit === undefined ? undefined : true)) && [])
  if (!sized) return undefined
  at.skip(PER_CELL)
  // The size of a compartment is clear inside anyhow.
  at.word(['inside', 'clear', 'internal', 'internally'])
  return { kind: 'cell-size', links: sized }
}

const SIDE_TAILS = new Set(['side', 'sides', 'edge', 'edges', 'a', 'per', 'long', 'each', 'way', 'on'])

export const cube: Recogniser = (at) => {
  const before = at.number()
  if (before) return at.word(known.CUBES) === undefined ? undefined : { kind: 'cube', number: before }
  at.skip(ARTICLES)
  if (at.word(known.CUBES) === undefined) return undefined
  at.mark(',')
  at.skip(['of', 'with', 'side', 'sides', 'edge', 'edges', 'size', 'length', 'is', 'measuring'])
  at.mark(':=')
  const number = at.number()
  if (!number || joins(at)) return undefined
  at.skip(SIDE_TAILS)
  return { kind: 'cube', number }
}

export const measure: Recogniser = (at) => {
  const inside = at.word(known.INSIDE) !== undefined
  if (!inside && at.word(known.OUTSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  // `inside, not outside`
  at.attempt(() => {
    at.mark(',')
    if (at.word(['not']) === undefined && !at.words('instead', 'of') && !at.words('rather', 'than')) return undefined
    at.skip(ARTICLES)
    const other = at.word(inside ? known.OUTSIDE : known.INSIDE)
    at.skip(known.SIZE_WORDS)
    return other
  })
  return { kind: 'measure', measure: inside ? 'inside' : 'outside' }
}
