import type { Reader } from '../../read/reader.ts'
import type { NumberToken, Token } from '../../read/tokens.ts'
import type { Recogniser, Run, StepOf } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, count, isCount, withoutWord } from './numbers.ts'

export const cells: Recogniser = (at) => {
  const divided = at.word(known.DIVIDED) !== undefined
  at.skip(
    divided
      ? ['it', 'the', 'box', 'inside', 'evenly', 'equally', 'into', 'in', 'by', 'up']
      : ['it', 'the', 'into', 'in', 'up'],
  )
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
  const piled = at.attempt(() => rowsOf(at))
  if (piled) return { kind: 'grid', ...piled }
  const number = count(at)
  if (!number) return undefined
  at.skip(known.EVENLY)
  const celled = at.word(known.CELLS) !== undefined
  const layout = celled ? bracketed(at, number) : undefined
  if (layout) return { kind: 'grid', ...layout }
  if (celled) skipWithin(at)
  if (!celled && !divided) return undefined
  const lie = lieOf(at)
  return { kind: 'cells', count: number, ...(lie ? { lie } : {}) }
}

/** How several lie: `side by side`, `, front and back`, `one behind the other`. */
export function lieOf(at: Reader): 'columns' | 'rows' | undefined {
  return at.attempt(() => {
    at.mark(',')
    at.skip(['all', 'from', 'one', 'lying', 'placed', 'going', 'running', 'arranged'])
    const lie = LIES.find(([spelling]) => at.words(...spelling.split(' ')))?.[1]
    // `1 front and 1 back` tells regions, and a size or a count behind it says more of them.
    return at.token?.kind === 'number' ? undefined : lie
  })
}

const LIES: readonly (readonly [string, 'columns' | 'rows'])[] = [
  ['side by side', 'columns'],
  ['next to each other', 'columns'],
  ['left to right', 'columns'],
  ['left and right', 'columns'],
  ['left and one right', 'columns'],
  ['in a row', 'columns'],
  ['front to back', 'rows'],
  ['front and back', 'rows'],
  ['back to front', 'rows'],
  ['behind each other', 'rows'],
  ['behind one another', 'rows'],
  ['behind the other', 'rows'],
]

/** `4 rows of 5 compartments`, `3 columns with 2 each`. */
function rowsOf(at: Reader): { columns: NumberToken; rows: NumberToken } | undefined {
  const many = count(at)
  const what = at.word(['rows', 'columns'])
  if (!many || what === undefined || at.word(['of', 'with']) === undefined) return undefined
  const each = count(at)
  at.skip(known.EVENLY)
  if (!each || !isCount(each) || (at.word(known.CELLS) ?? at.word(['each'])) === undefined) return undefined
  at.skip(['each'])
  return what === 'rows' ? { columns: each, rows: many } : { columns: many, rows: each }
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
  if (at.word(['single']) === undefined && article === undefined && !within) return undefined
  at.skip(known.EVENLY)
  at.skip(['upright', 'vertical', 'thin'])
  const to = at.token
  const divider = at.word(['divider', 'partition']) !== undefined
  // `a shelf 300x200` is the thing itself; `with a shelf` is in it.
  if (!from || !to || (!divider && !(within && at.word(['shelf']) !== undefined))) return undefined
  inTheMiddle(at)
  return { kind: divider ? 'dividers' : 'shelves', count: said(1, from, to) }
}

/** Where even divisions have their dividers anyway. */
function inTheMiddle(at: Reader): void {
  at.attempt(() => {
    if (at.word(['in', 'down', 'through', 'at']) === undefined) return undefined
    at.skip(ARTICLES)
    return at.word(['middle', 'centre', 'center'])
  })
}

const RUNS: [string, Run][] = [
  ['lengthwise', 'lengthwise'],
  ['lengthways', 'lengthwise'],
  ['along the length', 'lengthwise'],
  ['the long way', 'lengthwise'],
  ['crosswise', 'crosswise'],
  ['crossways', 'crosswise'],
  ['widthwise', 'crosswise'],
  ['along the width', 'crosswise'],
  ['the short way', 'crosswise'],
  ['front to back', 'z'],
  ['left to right', 'x'],
  ['side to side', 'x'],
  ['across', 'crosswise'],
  ['along', 'lengthwise'],
]

function runOf(at: Reader): Run | undefined {
  return at.attempt(() => {
    at.skip(['down', 'in', 'into', 'the', 'half', 'two', 'middle', 'centre', 'center', 'running', 'going', 'from'])
    const run = RUNS.find(([spelling]) => at.words(...spelling.split(' ')))?.[1]
    if (run !== undefined) inTheMiddle(at)
    return run
  })
}

/** `divided lengthwise in the middle`, `2 dividers front to back`, `a lengthwise divider`: which way dividers run. */
export const dividersRun: Recogniser = (at) => {
  const from = at.token
  if (at.word(known.DIVIDED) !== undefined) {
    at.skip(['it', 'the', 'box'])
    const run = runOf(at)
    return run && from ? { kind: 'dividers', count: said(1, from, from), run } : undefined
  }
  at.skip(['with', 'add', 'and'])
  at.skip(ARTICLES)
  const number = count(at)
  at.skip(['single', 'long', 'upright', 'vertical'])
  const before = runOf(at)
  if (at.word(known.DIVIDERS) === undefined) return undefined
  const run = before ?? runOf(at)
  if (!run || !from) return undefined
  return { kind: 'dividers', count: number ?? said(1, from, from), run }
}

const said = (value: number, from: Token, to: Token): NumberToken => ({
  kind: 'number',
  at: [from.at[0], to.at[1]],
  text: String(value),
  value,
})

export const counted =
  (
    names: ReadonlySet<string> | readonly string[],
    kind: 'columns' | 'rows' | 'dividers' | 'shelves' | 'levels',
  ): Recogniser =>
  (at) => {
    // `columns: 4`; in `columns: 100, 80` sizes follow.
    const named = at.attempt(() => {
      if (at.word(names) === undefined || !at.mark(':=')) return undefined
      const number = count(at)
      return at.token?.kind === 'mark' && at.token.text === ',' && number && number.value > MOST ? undefined : number
    })
    if (named) return { kind, count: named }
    if (kind === 'dividers' && at.word(known.DIVIDED) !== undefined) at.skip(['it', 'by', 'with', 'the', 'inside'])
    const number = count(at)
    if (!number) return undefined
    at.skip(known.EVENLY)
    const lying = kind === 'dividers' && at.word(['horizontal', 'level']) !== undefined
    at.skip(kind === 'dividers' ? ['upright', 'vertical', 'full', 'height', 'thin'] : [])
    if (at.word(names) === undefined) return undefined
    if (kind === 'columns' || kind === 'rows') lieOf(at)
    if (kind === 'dividers') inTheMiddle(at)
    if ((kind === 'dividers' || kind === 'shelves') && lowered(at))
      return { kind: 'unsupported', word: `${kind} of a height of their own`, nearest: `${kind} as large as the box` }
    return { kind: lying ? 'shelves' : kind, count: number }
  }

/** `2 dividers 60 mm high`: they reach from wall to wall and from floor to rim. */
const lowered = (at: Reader): boolean =>
  at.attempt(() => (at.number() ? at.word(['high', 'tall', 'deep']) : undefined)) !== undefined

const MOST = 20

export const insteadOf: Recogniser = (at) => {
  if (!at.words('instead', 'of') && !at.words('rather', 'than')) return undefined
  const number = at.number()
  if (!number) return undefined
  at.word([...known.CELLS, ...known.SIDES.keys(), 'columns', 'rows', 'drawers', ...known.SHELVES, ...known.DIVIDERS])
  return { kind: 'instead-of', count: number }
}

const ADDITIONAL = new Set(['another', 'more', 'extra', 'additional', 'further'])
const FEWER = new Set(['fewer', 'less'])
const STEPS: readonly [ReadonlySet<string> | readonly string[], StepOf][] = [
  [['column', 'columns', 'col', 'cols'], 'columns'],
  [['row', 'rows'], 'rows'],
  [known.DIVIDERS, 'dividers'],
  [known.SHELVES, 'shelves'],
  [['drawer', 'drawers'], 'drawers'],
  [known.CELLS, 'cells'],
]

/** `one more column`, `add another row`, `2 fewer shelves`, `remove a row`, `one column less`. */
export const step: Recogniser = (at) => {
  // `double the rows`, `twice as many columns`
  const factor = at.attempt(() => {
    const word = at.word(known.FACTORS)
    if (word === undefined) return undefined
    if (!at.words('as', 'many')) at.skip(['the', 'number', 'of'])
    const of = STEPS.find(([names]) => at.word(names) !== undefined)?.[1]
    return of && { of, times: known.FACTORS.get(word) ?? 1 }
  })
  if (factor) return { kind: 'step', sign: factor.times < 1 ? -1 : 1, ...factor }
  const adds = at.word(['add', 'insert', 'plus']) !== undefined
  const takes = !adds && withoutWord(at)
  const one = at.word(['a', 'an']) !== undefined
  const said = at.number()
  const number = said && isCount(said) ? said : undefined
  if (said && !number) return undefined
  let more = at.word(ADDITIONAL) !== undefined
  let fewer = !more && at.word(FEWER) !== undefined
  at.skip(known.EVENLY)
  const of = STEPS.find(([names]) => at.word(names) !== undefined)?.[1]
  if (of === undefined) return undefined
  if (!more && !fewer) {
    more = at.word(ADDITIONAL) !== undefined
    fewer = !more && at.word(FEWER) !== undefined
  }
  at.attempt(() => (at.word(['of']) !== undefined ? at.word(known.CELLS) : undefined))
  const single = one || number?.text === 'one' || number?.text === '1'
  // `add 3 dividers` may be three in all, and `no rows` is no row less.
  if (!more && !fewer && !(single && adds) && !(takes && (single || number))) return undefined
  return { kind: 'step', of, sign: takes || fewer ? -1 : 1, ...(number ? { count: number } : {}) }
}

export const undivided: Recogniser = (at) => {
  if (at.word(['undivided']) !== undefined) return { kind: 'undivided' }
  const taken = !withoutWord(at)
  if (taken && at.word(['take', 'leave']) === undefined) return undefined
  at.word(['all'])
  at.skip(ARTICLES)
  if ((at.word(known.CELLS) ?? at.word(known.DIVIDERS)) === undefined) return undefined
  // `take all the dividers out`
  return taken && at.word(['out', 'away', 'off']) === undefined ? undefined : { kind: 'undivided' }
}
