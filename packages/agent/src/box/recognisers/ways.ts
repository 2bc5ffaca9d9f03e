import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { count } from './numbers.ts'

/**
 * How many compartments lie which way, in any order: `compartments 3 across and 2 deep`, `4 sections front to back by 2 wide`,
 * `three across, two down`. Words that may be a size (`wide`, `deep`) count only what is called compartments.
 */
export const ways: Recogniser = (at) => {
  at.skip(['with', 'and', 'laid', 'out', 'arranged', 'divided', 'split', 'into', 'as', 'has', 'having'])
  const named = at.word(known.CELLS) !== undefined
  at.mark(':')
  at.skip(['laid', 'out', 'arranged', 'in', 'as', 'are', 'run', 'running'])
  const one = way(at)
  if (!one) return undefined
  const other = at.attempt(() => {
    at.mark(',;')
    at.skip(['and', 'by', 'with'])
    at.times()
    return way(at)
  })
  const celled = named || one.celled || other?.celled === true || at.word(known.CELLS) !== undefined
  if (other && other.way === one.way) return undefined
  const said = other ? [one, other] : [one]
  if (!celled && (said.length < 2 || said.some(({ size }) => size && !said.some(({ way }) => way === 'columns'))))
    return undefined
  const columns = said.find(({ way }) => way === 'columns')
  const rows = said.find(({ way }) => way === 'rows')
  if (!celled && columns?.size) return undefined
  if (columns && rows) return { kind: 'grid', columns: columns.number, rows: rows.number }
  return { kind: one.way, count: one.number }
}

interface Way {
  number: NumberToken
  way: 'columns' | 'rows'
  /** Its word may be a size as well. */
  size: boolean
  celled: boolean
}

function way(at: Reader): Way | undefined {
  return at.attempt(() => {
    const number = count(at)
    if (!number || !Number.isInteger(number.value) || number.value < 1 || number.value > MOST) return undefined
    at.skip(known.EVENLY)
    const celled = at.word(known.CELLS) !== undefined
    at.skip(['going', 'running', 'run', 'from'])
    const found = WAYS.find(([words]) => at.words(...words.split(' ')))
    // `3 wide compartments` tells how they are, and `2 down from the rim` where.
    const next = at.token
    if (!found || (next?.kind === 'word' && ['from', 'below', 'above', 'the'].includes(next.text))) return undefined
    return { number, way: found[1], size: found[2] === 'size', celled }
  })
}

const MOST = 20

const WAYS: readonly (readonly [words: string, way: 'columns' | 'rows', or?: 'size'])[] = [
  ['across the width', 'columns'],
  ['across', 'columns'],
  ['left to right', 'columns'],
  ['side to side', 'columns'],
  ['side by side', 'columns'],
  ['wide', 'columns', 'size'],
  ['front to back', 'rows'],
  ['back to front', 'rows'],
  ['one behind the other', 'rows'],
  ['deep', 'rows', 'size'],
  ['down', 'rows'],
  ['back', 'rows'],
  ['high', 'rows', 'size'],
  ['tall', 'rows', 'size'],
  ['up', 'rows'],
]
