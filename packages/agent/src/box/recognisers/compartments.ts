import type { Reader } from '../../read/reader.ts'
import type { NumberToken, Token } from '../../read/tokens.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, count, isCount } from './numbers.ts'

export const cells: Recogniser = (at) => {
  const divided = at.word(known.DIVIDED) !== undefined
  at.skip(['evenly', 'equally', 'into', 'in', 'by', 'up'])
  const grid = at.attempt(() => {
    const links = chain(at)
    const [columns, rows] = links ?? []
    const plain = links?.length === 2 && links.every(({ number, side }) => side === undefined && isCount(number))
    if (!columns || !rows || !plain) return undefined
    const gridded = at.word(known.GRID) !== undefined
    at.skip(['of'])
    at.skip(known.EVENLY)
    const celled = at.word(known.CELLS) !== undefined
    if (celled) skipWithin(at)
    return gridded || celled || divided ? { columns: columns.number, rows: rows.number } : undefined
  })
  if (grid) return { kind: 'grid', ...grid }
  const number = count(at)
  if (!number) return undefined
  at.skip(known.EVENLY)
  const celled = at.word(known.CELLS) !== undefined
  const layout = celled ? bracketed(at, number) : undefined
  if (layout) return { kind: 'grid', ...layout }
  if (celled) skipWithin(at)
  return celled || divided ? { kind: 'cells', count: number } : undefined
}

/** `12 compartments (4x3)` says how they lie, if it comes to the same number. */
function bracketed(at: Reader, total: NumberToken): { columns: NumberToken; rows: NumberToken } | undefined {
  return at.attempt(() => {
    if (!at.mark('(')) return undefined
    const [columns, rows, ...more] = chain(at) ?? []
    if (!columns || !rows || more.length > 0 || !at.mark(')')) return undefined
    const product = columns.number.value * rows.number.value
    return product === total.value ? { columns: columns.number, rows: rows.number } : undefined
  })
}

/** `six compartments inside` says where compartments are anyway; `inside 150x100x80` says how it is measured. */
function skipWithin(at: Reader): void {
  at.attempt(() => {
    const within = at.word(['inside', 'within', 'internally'])
    const ends =
      at.token === undefined ||
      at.token.kind === 'mark' ||
      (at.token.kind === 'word' && !known.SIZE_WORDS.has(at.token.text))
    return within !== undefined && ends ? within : undefined
  })
}

/** `grid 3x2`, `compartments: 6`, `grid of 3 by 2`. */
export const cellsNamed: Recogniser = (at) => {
  const named = at.word(known.GRID) ?? at.word(known.CELLS)
  if (named === undefined) return undefined
  at.skip(['of', 'is', 'in', 'to'])
  const marked = at.mark(':=')
  const links = at.attempt(chain)
  const [columns, rows] = links ?? []
  if (columns && rows && links?.length === 2 && links.every(({ number, side }) => !side && isCount(number)))
    return { kind: 'grid', columns: columns.number, rows: rows.number }
  if (links || !marked) return undefined
  const number = count(at)
  return number ? { kind: 'cells', count: number } : undefined
}

/** `a divider`, `a single shelf`, `divided in half`: a number that is said without a number. */
export const single: Recogniser = (at) => {
  const from = at.token
  const half = at.word(known.DIVIDED) !== undefined
  if (half) {
    at.word(['in', 'into'])
    const to = at.token
    return from && to && at.word(['half', 'halves']) ? { kind: 'cells', count: said(2, from, to) } : undefined
  }
  const within = at.word(['with', 'and', 'plus', 'has']) !== undefined
  const article = at.word(['a', 'an'])
  if (at.word(['single']) === undefined && article === undefined) return undefined
  at.skip(known.EVENLY)
  const to = at.token
  const divider = at.word(['divider', 'partition']) !== undefined
  // `a shelf 300x200` is the thing itself; `with a shelf` is in it.
  if (!from || !to || (!divider && !(within && at.word(['shelf']) !== undefined))) return undefined
  at.attempt(() => at.words('in', 'the') && at.word(['middle', 'centre', 'center']))
  return { kind: divider ? 'dividers' : 'shelves', count: said(1, from, to) }
}

const said = (value: number, from: Token, to: Token): NumberToken => ({
  kind: 'number',
  at: [from.at[0], to.at[1]],
  text: String(value),
  value,
})

export const counted =
  (names: ReadonlySet<string> | readonly string[], kind: 'columns' | 'rows' | 'dividers' | 'shelves'): Recogniser =>
  (at) => {
    const number = count(at)
    if (!number) return undefined
    at.skip(known.EVENLY)
    return at.word(names) === undefined ? undefined : { kind, count: number }
  }

export const insteadOf: Recogniser = (at) => {
  if (!at.words('instead', 'of') && !at.words('rather', 'than')) return undefined
  const number = at.number()
  if (!number) return undefined
  at.word([...known.CELLS, ...known.SIDES.keys()])
  return { kind: 'instead-of', count: number }
}

export const undivided: Recogniser = (at) => {
  if (at.word(['undivided']) !== undefined) return { kind: 'undivided' }
  if (at.word(known.WITHOUT) === undefined) return undefined
  at.word(['all'])
  at.skip(ARTICLES)
  return (at.word(known.CELLS) ?? at.word(known.DIVIDERS)) === undefined ? undefined : { kind: 'undivided' }
}
