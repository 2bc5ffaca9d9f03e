import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Lie, Recogniser } from '../meaning.ts'
import { BOX_OBJECTS, type BoxObject } from '../object-library.ts'
import { isLength } from '../../read/units.ts'
import * as known from '../words.ts'
import { lieOf } from './compartments.ts'
import { count, isCount, joins } from './numbers.ts'

const CUES = new Set(['for', 'holds', 'hold', 'holding', 'fits', 'fit', 'fitting', 'storing', 'store', 'containing'])
const BEFORE = new Set([
  'to',
  'that',
  'which',
  'will',
  'exactly',
  'my',
  'a',
  'an',
  'the',
  'some',
  'of',
  'single',
  'one',
  'standard',
  'up',
])
const AFTER = new Set([
  'sheets',
  'sheet',
  'paper',
  'papers',
  'size',
  'sized',
  'cards',
  'notebooks',
  'notebook',
  'batteries',
  'cells',
  'board',
  'stack',
  'pile',
])

/** `for 24 AA batteries`, `that fits A5 sheets`, `to hold a deck of cards`. */
export const objects: Recogniser = (at) => {
  const eachFor = forEach(at)
  at.skip(BEFORE)
  const cue = at.word(CUES) !== undefined
  at.skip(BEFORE)
  const named = at.attempt(named1)
  const number = named ? undefined : cue ? count(at) : at.attempt(countBefore)
  if (number) at.skip(['of', 'standard'])
  const found = named ?? at.attempt(named1)
  if (!found) return undefined
  const { object } = found
  // `100 cards, sleeved`
  const sleeved = object.lies === 'stacked' && at.attempt(() => sleeves(at))
  at.skip(AFTER)
  const told = number ? undefined : at.attempt(() => countBehind(at))
  const lie = told?.lie ?? (number && objectsLie(at))
  // `dice tray`, `phone box`: without a number it says what the box is for.
  const counts =
    object.lies !== 'flat' && object.lies !== 'alone' && !(object.lies === 'stacked' && object.many !== undefined)
  const many = number ?? told?.count
  if (!cue && !many && counts) return { kind: 'purpose' }
  return {
    kind: 'object',
    object: sleeved ? inSleeves(object, sleeved) : object,
    ...(many ? { count: many } : {}),
    ...(lie ? { lie } : {}),
    ...(many && (eachFor || apiece(at)) ? { each: true as const } : {}),
  }
}

/** `for 9 V batteries, 2 rows of 5`, `for 18650 cells, 4 of them in a row`: how many, told with how they lie. */
function countBehind(at: Reader): { count: NumberToken; lie?: Lie } | undefined {
  const grid = at.attempt(() => inRows(at))
  if (grid?.count && typeof grid.lie === 'object') return { count: grid.count, lie: grid.lie }
  // `9 V battery x 4`
  const times = at.times() || at.word(['x']) !== undefined
  if (!times) at.mark(',')
  const number = count(at)
  if (!number || (times && at.token?.kind === 'times')) return undefined
  const them = at.words('of', 'them')
  const lie = objectsLie(at)
  return them || lie || times ? { count: number, ...(lie ? { lie } : {}) } : undefined
}

/** `…, each for 6 AA cells`. */
const forEach = (at: Reader): boolean =>
  at.attempt(() => (at.word(['each']) !== undefined && CUES.has(wordAt(at)) ? true : undefined)) ?? false

const wordAt = (at: Reader): string => (at.token?.kind === 'word' ? at.token.text : '')

/** `6 AA cells each`, `6 jars per compartment`, `12 cards in each`. */
const apiece = (at: Reader): boolean =>
  at.attempt(() => {
    if (at.word(['each', 'apiece']) !== undefined) return true
    if (at.word(['per', 'in']) === undefined) return undefined
    const each = at.word(['each', 'every'])
    const cell = at.word(CELLS)
    return each !== undefined || cell !== undefined ? true : undefined
  }) ?? false
const CELLS = new Set(['compartment', 'cell', 'slot', 'pocket', 'section', 'column', 'row', 'one'])

type Sleeves = 'sleeved cards' | 'double sleeved cards'

/** `, double sleeved` */
function sleeves(at: Reader): Sleeves | undefined {
  at.mark(',')
  at.skip(['all', 'that', 'are'])
  const double = at.word(['double', 'doubly', 'twice']) !== undefined
  if (at.word(['sleeved']) === undefined) return undefined
  return double ? 'double sleeved cards' : 'sleeved cards'
}

/** A deck in sleeves is as many sleeved cards. */
function inSleeves(object: BoxObject, name: Sleeves): BoxObject {
  const sleeved = BOX_OBJECTS.find((one) => one.object.name === name)?.object ?? object
  return object.lies === 'stacked' && sleeved.lies === 'stacked' && object.many !== undefined
    ? { ...sleeved, name: `${name === 'sleeved cards' ? '' : 'double '}sleeved ${object.name}`, many: object.many }
    : sleeved
}

const countBefore = (at: Reader): NumberToken | undefined => count(at)

function named1(at: Reader) {
  return BOX_OBJECTS.find(({ words }) => at.attempt(() => spelledOut(at, words)))
}

const GAMES = new Set(['magic', 'mtg', 'pokemon', 'yugioh', 'trading', 'game', 'tcg', 'ccg'])

/** A word of a name may be cut as a number: `18650`, `16 mm dice`, `pi 4`. */
function spelledOut(at: Reader, words: readonly string[]): true | undefined {
  for (const word of words) {
    const token = at.token
    if (word === 'cards' || word === 'card') at.skip(GAMES)
    if (word === 'x' && at.times()) continue
    if (token?.kind === 'number' && token.text.toLowerCase().replaceAll(' ', '') === word) at.number()
    else if (token?.kind === 'garbled' && token.text.toLowerCase() === word) at.next()
    else if (word === 'mm') continue
    else if (at.word([word]) === undefined) return undefined
  }
  return true
}

/** `side by side`, `in 3 rows of 4` */
function objectsLie(at: Reader): Lie | undefined {
  return (
    lieOf(at) ??
    at.attempt(() => {
      at.mark(',')
      at.skip(['all', 'stored', 'kept'])
      const edge = at.words('on', 'edge') || at.words('on', 'their', 'edge') || at.words('on', 'end')
      return edge || at.word(['standing', 'upright', 'vertical', 'vertically']) !== undefined ? 'standing' : undefined
    }) ??
    at.attempt(() => inRows(at)?.lie)
  )
}

/** `in 3 rows of 4`, which tells how many as well; `in 4 rows`, however many there are in each. */
function inRows(at: Reader): { lie: Lie; count?: NumberToken } | undefined {
  at.mark(',')
  const led = at.word(['in']) !== undefined
  const many = count(at)
  const what = at.word(['rows', 'columns', 'row', 'column'])
  if (!many || what === undefined) return undefined
  const each = at.attempt(() => (at.word(['of', 'with']) === undefined ? undefined : count(at)))
  if (at.token?.kind === 'times' || (at.token?.kind === 'word' && CELL_WORDS.has(at.token.text))) return undefined
  if (!each) return led ? { lie: what.startsWith('row') ? { rows: many.value } : { columns: many.value } } : undefined
  at.skip(['each'])
  const lie = what.startsWith('row')
    ? { columns: each.value, rows: many.value }
    : { columns: many.value, rows: each.value }
  return { lie, count: { ...many, value: many.value * each.value } }
}
const CELL_WORDS = new Set([...known.CELLS, 'compartment', 'compartments'])

const JARS = new Set(['jars', 'jar', 'bottles', 'cans', 'tins', 'cups', 'glasses', 'spools', 'rolls', 'tubes'])

/** `12 jars of 45 mm diameter`, `12 spice jars 45 mm in diameter`, `45 mm jars`, `6 candles, 50 mm across`. */
export const jars: Recogniser = (at) => {
  const eachFor = forEach(at)
  at.skip(BEFORE)
  const cue = at.word(CUES) !== undefined
  at.skip(BEFORE)
  const first = at.number()
  const number = first && isCount(first) ? first : undefined
  const before = first && !number ? first : at.attempt(() => at.number())
  const named = thingName(at)
  if (!named) return undefined
  const jar = JARS.has(named.split(' ').at(-1) ?? '')
  at.mark(',')
  at.skip(['of', 'with', 'a', 'diameter', 'that', 'are'])
  const diameter = before ?? at.number()
  if (!diameter || joins(at) || (!number && !cue && !jar)) return undefined
  // `40 mm in 3 rows`: how they lie, and not how wide.
  const across = at.words('in', 'diameter') || at.word(['diameter', 'dia', 'across', 'wide']) !== undefined
  at.skip(['diameter', 'dia', 'across', 'wide', 'each'])
  // Of what nobody knows to be round it has to be said; without a count it is jars that are meant.
  if (jar ? !number && !isLength(diameter.unit) : !number || !across) return undefined
  const lie = number && objectsLie(at)
  const each = number && (eachFor || apiece(at)) ? { each: true as const } : {}
  return { kind: 'jars', name: named, diameter, ...(number ? { count: number } : {}), ...(lie ? { lie } : {}), ...each }
}

/** `for 6 watches`: a count before a thing is a count of things. */
export const things: Recogniser = (at) => {
  at.skip(BEFORE)
  at.word(CUES)
  at.skip(BEFORE)
  const number = count(at)
  if (!number || !Number.isInteger(number.value)) return undefined
  const name = thingName(at)
  return name === undefined ? undefined : { kind: 'things', count: number, name }
}

/** Up to four words that are no part of a box, the last of them several: `essential oil bottles`, `bottles of wine`. */
function thingName(at: Reader): string | undefined {
  const words: string[] = []
  while (words.length < 4) {
    const token = at.token
    if (token?.kind !== 'word' || NO_THINGS.has(token.text)) return undefined
    words.push(token.text)
    at.next()
    if (/[^s]s$/.test(token.text) || JARS.has(token.text)) {
      at.attempt(() => {
        if (at.word(['of']) === undefined) return undefined
        const what = at.token
        return what?.kind === 'word' && !NO_THINGS.has(what.text) ? at.next() : undefined
      })
      return words.join(' ')
    }
  }
  return undefined
}

/** What belongs to a box, or ends a clause, is no thing to put into one. */
export const NO_THINGS: ReadonlySet<string> = new Set([
  ...known.FILLERS,
  ...known.FEATURES,
  ...known.CELLS,
  ...known.DIVIDERS,
  ...known.SHELVES,
  ...known.BOX_NOUNS.keys(),
  ...known.PLURAL_BOXES,
  ...known.SIDE_WORDS,
  ...known.SIZE_WORDS,
  ...known.COMPARATIVE_WORDS,
  ...known.MATERIALS,
  ...known.STOCK,
  ...known.THICK,
  ...known.EVENLY,
  ...known.FACE_WORDS,
  ...known.FACE_TAILS,
  ...known.LIDS,
  ...known.OPEN,
  ...known.CLOSED,
  ...known.DIVIDED,
  ...known.GRID,
  ...known.FINGERS,
  ...known.FITS.keys(),
  ...known.INSIDE,
  ...known.OUTSIDE,
  ...known.UNSUPPORTED.keys(),
  ...known.AFTER_PURPOSE,
  ...known.PURPOSES,
  ...known.FACTORS.keys(),
  ...`columns column cols rows row levels tiers kerf corners edges ends each per more less fewer extra another hundreds thousands
  halves quarters thirds eighths sixteenths times pieces copies instead or and units inches feet diameter radius from degrees grams
  kilos litres liters percent`.split(/\s+/),
])
