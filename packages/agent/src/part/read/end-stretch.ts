import type { NumberItem } from '../words/items.ts'
import type { Meaning, Quantity } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { overLength, quantityOf } from './quantities.ts'

/**
 * Another width within the length there is, at an end of it: `stepped down to 8 mm for the last 20`, `the front 15 mm
 * tapered down to 8`, `both ends turned to 10 mm diameter for 25 mm`, `the last 12 mm filed to a 9 mm square`. Which end, how
 * far, what is done and to what come in any order.
 */
export const endStretch: Recogniser<Meaning> = (at) => {
  const within = isWithin(at)
  const lengthBefore = longBefore(at)
  // `8 mm bore from the other end, 20 mm dia`: that is where the bore is.
  const before = at.peek(-1)
  const ofHole = before?.kind === 'word' && before.entry?.nouns.includes('hole') === true
  let end: End | undefined
  let far: Far | undefined
  let work: Work | undefined
  let to: To | undefined
  for (let from = -1; from !== at.place; ) {
    from = at.place
    end ??= at.attempt(whichEnd)
    far ??= at.attempt((next) => howFar(next, to !== undefined))
    work ??= at.attempt(whatIsDone)
    to ??= work?.point
      ? { point: true }
      : (at.attempt(toWhat) ?? (end?.other && within ? at.attempt(howWide) : undefined))
  }
  // `the other end to 15 for 25`: what is done to it was said of the first.
  const told = work ?? (end?.other && !ofHole ? { taper: false } : undefined)
  const part = work?.down || (work?.taper && far && isPartOf(far.number, lengthBefore))
  const where = end?.where ?? far?.where ?? (part ? 'last' : undefined)
  if (!told || !to || !far || !where) return undefined
  const narrow = told.taper || to.point === true
  if ((narrow || to.flats || to.square) && !isRound(at)) return undefined
  const long: Quantity = { ...quantityOf(far.number), role: 'length' }
  const wide = (role: Quantity['role'], number = to.number): Quantity[] =>
    number ? [{ ...quantityOf(number), role }] : []
  return {
    is: 'quantity',
    quantities: [...wide(narrow ? 'top-width' : to.flats ? 'flats' : 'diameter'), long],
    within: where,
    ...(narrow ? { shape: to.point ? 'conical tip' : 'tapered section' } : {}),
    ...(to.square ? { shape: 'square' } : {}),
  }
}

type Where = 'both' | 'first' | 'last'
interface End {
  where: Where
  /** One of two that are told one after the other. */
  other?: boolean
}
interface Far {
  number: NumberItem
  where?: Where | undefined
}
interface Work {
  taper: boolean
  /** `turned down`: what it does is within the length, wherever it is. */
  down?: boolean
  point?: true
}
interface To {
  number?: NumberItem
  point?: true
  square?: true
  flats?: true
}

const WORKS = [
  'stepped',
  'step',
  'stepping',
  'reduced',
  'reducing',
  'necked',
  'neck',
  'turned',
  'turn',
  'machined',
  'cut',
]
const SHAPES = ['milled', 'filed', 'ground', 'formed', 'brought']
const TAPERS = ['tapered', 'tapering', 'tapers', 'taper', 'narrowing', 'narrows', 'narrow', 'coned']

function whatIsDone(at: Cursor): Work | undefined {
  at.mark(',')
  at.skip('which', 'is', 'are', 'being', 'to', 'be', 'then')
  if (at.word('pointed', 'sharpened')) return { taper: true, point: true }
  const word = at.word(...WORKS, ...SHAPES, ...TAPERS)
  if (!word) return undefined
  // `machine turned`, `turned to a taper`
  at.skip('down', 'in', 'off')
  const taper = TAPERS.includes(word.text)
  return { taper, down: !taper && /^(?:turn|reduc|neck)/.test(word.text) }
}

/** `to 10 mm diameter`, `to a point`, `to a 9 mm square`, `to 8 mm across flats`. */
function toWhat(at: Cursor): To | undefined {
  at.skip('down')
  if (!at.word('to', 'into')) return undefined
  at.skip('a', 'an', 'diameter', 'of', 'sharp')
  if (at.word('point')) return { point: true }
  const hexBefore = at.word('hex', 'hexagon')
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  if (at.word('square')) return { number, square: true }
  const flats = at.attempt(() => at.wordIf(({ entry }) => entry?.role === 'flats')) ?? at.word('hex', 'hexagon')
  if (flats || hexBefore) return { number, flats: true }
  at.skip('in')
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  at.skip('point', 'tip')
  return { number }
}

/** `60 long tapering to 10 over 30`: how long all of it is, where that was said last. */
function longBefore(at: Cursor): NumberItem | undefined {
  const comma = at.peek(-1)
  const behind = comma?.kind === 'mark' && comma.text === ',' ? 1 : 0
  const [number, long] = [at.peek(-2 - behind), at.peek(-1 - behind)]
  return number?.kind === 'number' && long?.kind === 'word' && long.entry?.role === 'length' ? number : undefined
}

const isPartOf = (far: NumberItem, all: NumberItem | undefined): boolean => all !== undefined && far.mm < all.mm

/** `left end 20 dia x 30`, `left end 20 x 30`: told by its sizes alone. */
function howWide(at: Cursor): To | undefined {
  at.mark(',:')
  at.skip('is', 'of')
  const marked = at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.skip('in')
  const wide = at.wordIf(({ entry }) => entry?.role === 'diameter') || marked
  return wide || (at.item?.kind === 'times' && isRound(at)) ? { number } : undefined
}

/** `shaft 25 dia 200 long, left end …`: its sizes were told before, and nothing is told of what lies between its ends. */
function isWithin(at: Cursor): boolean {
  const around = Array.from({ length: 80 }, (_, index) => at.peek(index - 30))
  const before = around.slice(0, 30)
  return (
    before.filter((item) => item?.kind === 'number').length > 1 &&
    !around.some((item) => item?.kind === 'word' && ['centre', 'body', 'main', 'between'].includes(item.text))
  )
}

const LAST = ['last', 'final', 'end', 'top', 'upper', 'front', 'right']
const FIRST = ['first', 'bottom', 'lower', 'left', 'rear', 'back']

/** `for the last 20`, `over a length of 25 mm`, `the front 15 mm`; behind what it comes to, `x 20`, `, 20 long`. */
function howFar(at: Cursor, told: boolean): Far | undefined {
  const over = at.attempt(overLength)
  if (over) return { number: over }
  const comma = told && at.mark(',')
  const led = !comma && (at.word('for', 'over', 'on', 'along', 'in', 'at') !== undefined || (told && at.times()))
  at.skip('a', 'length', 'of', 'the', 'its')
  const which = at.word(...LAST, ...FIRST)
  const number = at.number()
  if (!number || number.unit === 'deg' || number.text.toLowerCase() === 'one') return undefined
  const long = at.wordIf(({ entry }) => entry?.role === 'length' || entry?.role === 'height')
  if (!led && !which && !(told && long)) return undefined
  at.attempt(() => {
    at.skip('of', 'the', 'its')
    return at.word('length', 'it', 'each')
  })
  return { number, where: which && (FIRST.includes(which.text) ? 'first' : 'last') }
}

/** `at each end`, `on one end`, `the left hand end`, `both ends`. */
function whichEnd(at: Cursor): End | undefined {
  at.skip('at', 'on', 'of', 'from', 'the')
  const one = at.attempt(() => (at.number()?.text.toLowerCase() === 'one' ? true : undefined))
  const word = one ? undefined : at.word('both', 'each', 'either', ...LAST, ...FIRST, 'other', 'second', 'far', 'near')
  at.skip('hand')
  if ((!one && !word) || !at.word('end')) return undefined
  // Of two ends the first said is the lower one; a single one is the last.
  if (!word) return { where: otherEnd(at) ? 'first' : 'last', other: otherEnd(at) }
  if (['both', 'each', 'either'].includes(word.text)) return { where: 'both' }
  const other = [...LAST, ...FIRST, 'other', 'second'].includes(word.text)
  return { where: FIRST.includes(word.text) || word.text === 'near' ? 'first' : 'last', other }
}

/** Another end is spoken of further on. */
function otherEnd(at: Cursor): boolean {
  for (let ahead = 0; ahead < 24; ahead++) {
    const [word, end] = [at.peek(ahead), at.peek(ahead + 1)]
    if (word === undefined) return false
    if (word.kind === 'word' && ['other', 'second', 'opposite'].includes(word.text))
      if (end?.kind === 'word' && end.text === 'end') return true
  }
  return false
}

/** Something round was spoken of: only that tapers to a diameter. */
function isRound(at: Cursor): boolean {
  const round = (ahead: number) => {
    const item = at.peek(ahead)
    return item?.kind === 'mark'
      ? item.text === '⌀'
      : item?.kind === 'word' &&
          (item.entry?.role === 'diameter' || item.entry?.nouns.some((key) => ROUND.has(key)) === true)
  }
  return Array.from({ length: 80 }, (_, index) => index - 60).some(round)
}

/** `a 25 mm hole across the middle`, `across the bar`: of what is round it goes in from its side. */
export const acrossMiddle: Recogniser<Meaning> = (at) => {
  const hole = at.peek(-1)
  if (hole?.kind !== 'word' || !hole.entry?.nouns.includes('hole')) return undefined
  const named = Array.from({ length: 40 }, (_, index) => at.peek(-2 - index)).find(
    (item) => item?.kind === 'word' && item.entry?.nouns.length,
  )
  // What nobody has a name for is as its sizes are.
  const round = named?.kind === 'word' ? named.entry?.nouns.some((key) => ROUND.has(key)) : isRound(at)
  if (!round) return undefined
  if (!at.word('across')) return undefined
  // `across the bar, in the middle`: where along it comes behind.
  at.attempt(() => {
    at.skip('the', 'its')
    return (
      at.word('middle', 'centre', 'it') ?? at.wordIf(({ entry }) => entry?.nouns.some((key) => ROUND.has(key)) === true)
    )
  })
  const next = at.item
  const measures = next?.kind === 'number' || (next?.kind === 'word' && next.entry?.nouns.length)
  return measures ? undefined : { is: 'flag', flag: 'cross' }
}
const ROUND: ReadonlySet<string> = new Set(['turned', 'cylinder', 'tube', 'handle-grip', 'pulley'])
