import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Recogniser, Region, RegionPlace } from '../meaning.ts'
import * as known from '../words.ts'
import { count, isCount } from './numbers.ts'

/**
 * Compartments told one by one, by where they lie: `left half undivided, right half in 4`, `front row in 3, back row in 2`,
 * `one along the front 80 deep, four behind it`, `the left compartment 120 wide, the other two share the rest`.
 */
export const regions: Recogniser = (at) => {
  const first = region(at)
  if (!first) return undefined
  const all = [first]
  let others: NumberToken | undefined
  for (;;) {
    const next = at.attempt(() => {
      at.mark(',;')
      at.word(['and'])
      return region(at)
    })
    if (next) all.push(next)
    else break
  }
  const rest = at.attempt(() => theRest(at))
  if (rest?.count) others = rest.count
  const named = all.some((one) => one.named)
  const told = all.some(({ size, cells }) => size !== undefined || cells !== undefined)
  if (!told || (all.length < 2 && !named) || all.every(({ size, cells }) => !size && cells?.value === 1))
    return undefined
  return { kind: 'regions', regions: all, named, ...(others ? { others } : {}) }
}

function region(at: Reader): (Region & { named: boolean }) | undefined {
  return at.attempt(() => {
    at.skip(['with', 'the', 'a', 'make', 'have', 'has'])
    const before = count(at)
    let named = before !== undefined && at.word(known.CELLS) !== undefined
    if (before) at.skip(['in', 'at', 'along', 'on', 'across', 'the', 'to'])
    const place = placeOf(at)
    if (!place) return undefined
    const noun = at.word(REGIONS)
    named ||= noun !== undefined
    // `one half` stands for the place, not for a number of halves.
    if (noun === undefined && at.token?.kind === 'number' && at.token.text === 'one' && isOne(at)) named = true
    at.skip(['is', 'should', 'must', 'be', 'to', 'of', 'being', 'measuring'])
    at.mark(':=')
    const size = named || before ? sizeOf(at) : undefined
    const cells = before ?? cellsOf(at)
    if (!size && !cells && noun !== 'half') return undefined
    return { place, named, ...(size ? { size } : {}), ...(cells ? { cells } : {}) }
  })
}

const isOne = (at: Reader): boolean => at.number() !== undefined

/** `front`, `right-hand`, `along the back`, `behind it`, `in front`. */
function placeOf(at: Reader): RegionPlace | undefined {
  const behind = at.attempt(() => {
    const word = at.word(['behind'])
    at.skip(['it', 'that', 'them', 'this'])
    return word
  })
  if (behind !== undefined) return 'back'
  const word = at.word(PLACES)
  at.skip(['hand', 'most'])
  if (word === 'front') at.words('of', 'it')
  return word === undefined ? undefined : PLACES.get(word)
}

const PLACES: ReadonlyMap<string, RegionPlace> = new Map<string, RegionPlace>([
  ['left', 'left'],
  ['leftmost', 'left'],
  ['right', 'right'],
  ['rightmost', 'right'],
  ['front', 'front'],
  ['back', 'back'],
  ['rear', 'back'],
  ['middle', 'middle'],
  ['centre', 'middle'],
  ['center', 'middle'],
  ['top', 'top'],
  ['upper', 'top'],
  ['bottom', 'bottom'],
  ['lower', 'bottom'],
])

const REGIONS: ReadonlySet<string> = new Set([
  ...known.CELLS,
  ...'half column row part bay third tier level shelf'.split(' '),
])

function sizeOf(at: Reader): NumberToken | undefined {
  return at.attempt(() => {
    const number = at.number()
    if (!number) return undefined
    const side = at.word(['wide', 'deep', 'high', 'tall', 'clear', 'long', 'across']) !== undefined
    at.skip(['wide', 'clear', 'inside'])
    // `right half in 4` counts; a size has a unit, a side, or is too large for a number of compartments.
    return side || number.unit !== undefined || number.value > MOST ? number : undefined
  })
}

const MOST = 20

/** `split into 4`, `in 3 equal parts`, `undivided`. */
function cellsOf(at: Reader): NumberToken | undefined {
  return at.attempt(() => {
    at.mark(',')
    const whole = at.token
    if (whole && (at.word(['undivided', 'whole', 'empty', 'open']) !== undefined || at.words('in', 'one', 'piece')))
      return { kind: 'number' as const, at: whole.at, text: '1', value: 1 }
    at.skip(['is', 'has', 'with', 'divided', 'split', 'subdivided', 'partitioned', 'cut', 'in', 'into', 'up'])
    const number = at.number()
    if (!number || !isCount(number) || number.value > MOST) return undefined
    at.skip(known.EVENLY)
    at.word(PARTS)
    return number
  })
}

const PARTS: ReadonlySet<string> = new Set([...known.CELLS, ...'columns rows parts pieces places spaces'.split(' ')])

/** `the other two share the rest`, `the others equal`. */
function theRest(at: Reader): { count?: NumberToken } | undefined {
  at.mark(',;')
  at.skip(['and', 'with', 'the'])
  const other = at.word(['other', 'others', 'rest', 'remaining', 'remainder'])
  if (other === undefined) return undefined
  const number = at.attempt(() => {
    const one = at.number()
    return one && isCount(one) ? one : undefined
  })
  at.skip(known.CELLS)
  at.skip(['columns', 'rows', 'ones', 'is', 'are', 'of', 'be', 'should', 'equal', 'equally', 'even', 'evenly', 'same'])
  at.skip([
    'share',
    'sharing',
    'shared',
    'divide',
    'split',
    'the',
    'what',
    'rest',
    'remainder',
    'remains',
    'left',
    'open',
  ])
  at.skip(['equally', 'evenly', 'free', 'over', 'space', 'undivided', 'size', 'sized'])
  return number ? { count: number } : {}
}
