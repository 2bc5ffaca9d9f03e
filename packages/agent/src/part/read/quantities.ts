import type { Role } from '../kinds.ts'
import type { NumberItem, WordItem } from '../words/items.ts'
import type { Meaning, Quantity } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'

export const quantityOf = (number: NumberItem): Quantity => ({
  value: number.unit === 'deg' || number.unit === '%' ? number.value : number.mm,
  at: number.at,
  number,
  ...(number.unit === 'deg' ? { role: 'angle' as const } : {}),
})

/** A count has no unit, whatever the numbers around it are measured in. */
export const countOf = (number: NumberItem): Quantity => ({ value: number.value, at: number.at, number })

/** `corners rounded 5 mm`, `R10 corners`, `5 mm radius on the corners`: the upright edges of what is flat. */
export const corners: Recogniser<Meaning> = (at) => {
  const isCorner = () => at.wordIf(({ entry }) => entry?.place === 'corner')
  const ROUND = ['rounded', 'radiused', 'radius', 'fillet', 'filleted', 'rounding', 'rounded corner', 'round']
  const rounded = () =>
    at.wordIf(({ text, entry }) => ROUND.includes(text) || entry?.role === 'radius' || entry?.flag === 'rounded')
  const before = at.peek(-1)
  const begins = before === undefined || (before.kind === 'mark' && '.\n'.includes(before.text))
  const all = at.word('all')
  at.skip('the', 'vertical', 'its')
  const next = at.peek(1)
  const named = next?.kind === 'word' && (next.entry?.place === 'corner' || next.entry?.role === 'corner')
  const four = at.item?.kind === 'number' && at.item.value === 4 && named && at.number()
  // `all four corners radius 4`
  const radius = (all || four) && at.wordIf(({ entry }) => entry?.role === 'corner')
  const size = radius && at.number()
  if (size) return { is: 'quantity', quantities: [{ ...quantityOf(size), role: 'corner', whole: true }] }
  const outside = at.word('outside', 'outer')
  const whose = isCorner()
  // A sentence of its own speaks of the whole, and not of what was cut into it last.
  const whole = outside || four || (begins && whose?.plural) ? { whole: true as const } : {}
  if (whose) {
    at.skip('are', 'be', 'with', 'a', 'an', 'have', 'to', 'at', 'of', 'is')
    at.mark(':')
    const said = rounded()
    at.skip('with', 'to', 'at', 'by', 'a', 'an', 'of', 'off', 'is')
    const again = rounded()
    at.skip('of')
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    const after = rounded()
    if (!said && !again && !after) return undefined
    return { is: 'quantity', quantities: [{ ...quantityOf(number), role: 'corner', ...whole }] }
  }
  const full = at.attempt(() => {
    if (!at.wordIf(({ entry }) => entry?.flag === 'fully-rounded') || !at.mark('(')) return undefined
    const number = at.number()
    return number && at.mark(')') ? number : undefined
  })
  if (full) return { is: 'quantity', quantities: [{ ...quantityOf(full), role: 'corner' }] }
  const verb = at.attempt(() => {
    if (!at.word('round', 'fillet', 'radius', 'rounded', 'make', 'give')) return undefined
    at.skip('off', 'over', 'all', 'the', 'its', 'four', 'every', 'vertical')
    if (!isCorner()) return undefined
    at.skip('with', 'to', 'at', 'by', 'a', 'an', 'of', 'off')
    rounded()
    at.skip('of', 'with')
    const number = at.number()
    return number && number.unit !== 'deg' ? (rounded(), number) : undefined
  })
  if (verb) return { is: 'quantity', quantities: [{ ...quantityOf(verb), role: 'corner' }] }
  const first = rounded()
  const number = at.number()
  // `fillet two corners 5 mm` counts them.
  if (!number || number.unit === 'deg' || (number.unit === undefined && !/\d/.test(number.text))) return undefined
  const second = rounded()
  if (!first && !second) return undefined
  at.skip('on', 'at', 'all', 'the', 'each', 'in', 'for', 'four', 'every', 'vertical', 'outside', 'of')
  if (at.item?.kind === 'number' && at.item.value === 4) at.number()
  return isCorner() ? { is: 'quantity', quantities: [{ ...quantityOf(number), role: 'corner' }] } : undefined
}

/** `legs 60 and 40 mm`, `diagonals of 20 and 10`: two sizes of one name. */
export const pair: Recogniser<Meaning> = (at) => {
  at.skip('with', 'the')
  const word = at.wordIf(({ text, plural }) => plural && Object.hasOwn(PAIRS, text))
  const role = word && PAIRS[word.text]
  if (!role) return undefined
  at.skip('of', 'are', 'is', 'being')
  at.mark(':=')
  const first = at.number()
  if (!first || !(at.word('and') ?? at.times())) return undefined
  const second = at.number()
  const next = at.item
  if (!second || next?.kind === 'times' || (next?.kind === 'word' && !next.entry?.filler)) return undefined
  return {
    is: 'quantity',
    quantities: [
      { ...quantityOf(first), role },
      { ...quantityOf(second), role },
    ],
  }
}
const PAIRS: Record<string, Role> = { leg: 'arm', arm: 'arm', cathetus: 'arm', diagonal: 'diagonal' }

/** `a 10 mm gap between them`, `10 mm clearance between`. */
export const gap: Recogniser<Meaning> = (at) => {
  const number = at.number()
  if (!number || number.unit === 'deg' || !at.word('gap', 'space', 'clearance', 'distance')) return undefined
  at.skip('between', 'them', 'in', 'the', 'two', 'plates')
  return { is: 'quantity', quantities: [{ ...quantityOf(number), role: 'gap' }] }
}

/** `20 mm down to 10 mm over 40 mm`, `tapering to 5 mm over 20 mm`, `50 mm to 30 mm diameter`. */
export const taper: Recogniser<Meaning> = (at) => {
  const word = at.word('tapering', 'tapers', 'tapered', 'taper', 'narrowing', 'reducing', 'narrows')
  at.skip('outside', 'externally', 'from', 'down')
  at.mark('⌀')
  const first = at.attempt(() => at.number())
  if (first && (first.unit === 'deg' || first.unit === '%')) return undefined
  if (first) at.wordIf(({ entry }) => ['diameter', 'height', 'thickness'].includes(entry?.role ?? ''))
  if (first) at.attempt(atAnEnd)
  at.skip('down', 'tapering', 'tapers', 'tapered', 'reducing', 'at', 'the', 'base', 'bottom')
  if (!at.word('to')) return undefined
  at.skip('a', 'an', 'diameter', 'of')
  at.mark('⌀')
  const second = at.number()
  if (!second || second.unit === 'deg' || (!first && !word)) return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  at.attempt(atAnEnd)
  at.attempt(() => {
    at.skip('at', 'the', 'top', 'tip', 'end')
    return at.word('over', 'in', 'along') && undefined
  })
  const over = at.attempt(() => {
    // `tapering to 20 mm × 70 mm`
    if (at.times()) return at.number()
    const bound = at.attempt(overLength)
    if (bound) return bound
    if (!at.word('over', 'along', 'in', 'across')) return undefined
    at.skip('a', 'the', 'last', 'length', 'of', 'its')
    const number = at.number()
    if (number) at.wordIf(({ entry }) => entry?.role === 'length' || entry?.role === 'height')
    return number
  })
  // `0 to 90` is no taper: something has to say that it narrows.
  if (!word && !over && second.unit === undefined) return undefined
  return {
    is: 'quantity',
    quantities: [
      ...(first ? [{ ...quantityOf(first), role: 'bottom-width' as const }] : []),
      { ...quantityOf(second), role: 'top-width' as const },
      ...(over ? [{ ...quantityOf(over), role: 'height' as const }] : []),
    ],
  }
}

/** `over 20 mm` is read as a bound elsewhere; here it is a length. */
export function overLength(at: Cursor): NumberItem | undefined {
  const item = at.number()
  if (!item || !/^over/i.test(item.text)) return undefined
  at.wordIf(({ entry }) => entry?.role === 'length' || entry?.role === 'height')
  const { kind, at: span, text, value } = item.token
  return { ...item, token: { kind, at: span, text, value } }
}

/** `at one end`, `at the back`, `at the thin end`: which end of a taper a size is of, the first being the thick one. */
function atAnEnd(at: Cursor): true | undefined {
  if (!at.word('at', 'on')) return undefined
  at.skip('the', 'its')
  const one = at.item?.kind === 'number' && at.item.text.toLowerCase() === 'one' ? at.number() : undefined
  const which = at.word(
    'back',
    'front',
    'left',
    'right',
    'heel',
    'toe',
    'thick',
    'thin',
    'high',
    'low',
    'tall',
    'fat',
    'other',
    'tip',
    'butt',
  )
  const end = at.word('end', 'side', 'edge')
  return which || (one && end) ? true : undefined
}

/** `a raised 40 mm boss`: the size is of what comes, and stands where it would without the word. */
const raisedThing: Recogniser<Meaning> = (at) => {
  const [raised, size, thing] = [at.item, at.peek(1), at.peek(2)]
  if (raised?.kind !== 'word' || raised.text !== 'raised' || size?.kind !== 'number') return undefined
  if (thing?.kind !== 'word' || !thing.entry?.nouns.length) return undefined
  at.word('raised')
  return { is: 'filler', text: raised.text }
}

/** `standing 40 mm above it`, `rising 25 mm`, `projecting 10 mm`. */
export const standing: Recogniser<Meaning> = (at) => {
  const thing = raisedThing(at)
  if (thing) return thing
  if (
    !at.word(
      'standing',
      'rising',
      'rises',
      'projecting',
      'protruding',
      'stands',
      'projects',
      'protrudes',
      'extending',
      'extends',
      'sticking',
      'jutting',
      'raised',
      'up',
      'rise',
    )
  )
    return undefined
  const [article, size, first, second] = [0, 1, 2, 3].map((step) => at.peek(step))
  // `in the middle stands a 20 mm round boss`: the size is of what stands.
  const thingNext = [first, second].some((item) => item?.kind === 'word' && (item.entry?.nouns.length ?? 0) > 0)
  if (article?.kind === 'word' && article.text === 'a' && size?.kind === 'number' && thingNext)
    return { is: 'filler', text: 'stands' }
  at.skip('another', 'up', 'out', 'by', 'a', 'further', 'upwards')
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  at.skip('up', 'above', 'out', 'from', 'over', 'tall', 'high', 'upwards', 'beyond', 'past', 'off', 'it', 'proud', 'of')
  // `from one face`: which of two that are alike is the maker's to say.
  at.attempt(() => {
    const one = at.item?.kind === 'number' && at.item.text.toLowerCase() === 'one' ? at.number() : undefined
    return one && at.word('face', 'side', 'end')
  })
  return { is: 'quantity', quantities: [{ ...quantityOf(number), role: 'height' }] }
}

/** A pyramid was spoken of: its top and bottom have two sides each. */
function narrows(at: Cursor): boolean {
  for (let back = -1; back > -61; back--) {
    const item = at.peek(back)
    if (item === undefined) return false
    if (item.kind === 'word' && item.entry?.nouns.includes('pyramid')) return true
  }
  return false
}

const tellsOther = (at: Cursor): boolean =>
  Array.from({ length: 12 }, (_, index) => at.peek(index)).some(
    (item) => item?.kind === 'word' && item.text === 'other',
  )

const tellsBothEnds = (at: Cursor): boolean =>
  Array.from({ length: 24 }, (_, index) => at.peek(index - 12)).some(
    (item) => item?.kind === 'word' && ['bottom', 'base', 'foot', 'below'].includes(item.text),
  )

/** `cone base 40 height 50`, `cone base 40 50 high`: of what has a base, its height comes next. */
function highNext(at: Cursor): boolean {
  const [next, after] = [at.item, at.peek(1)]
  const high = (item: typeof next) => item?.kind === 'word' && item.entry?.role === 'height'
  const based = Array.from({ length: 8 }, (_, index) => at.peek(-1 - index)).some(
    (item) => item?.kind === 'word' && item.entry?.nouns.some((key) => key === 'cone' || key === 'pyramid'),
  )
  return based && ((high(next) && after?.kind === 'number') || (next?.kind === 'number' && high(after)))
}

/** `20 mm diameter at one end, 10 mm at the other`, `40 mm bottom, 25 mm top`, `base 40, top 25`. */
export const ends: Recogniser<Meaning> = (at) => {
  // `chamfered 1 mm at one end`: so much of an edge, and where.
  const edge = at.peek(-1)
  if (edge?.kind === 'word' && edge.entry?.nouns.some((key) => key === 'chamfer' || key === 'fillet')) return undefined
  // `hole 8 mm at one end`: how wide it is, and where.
  if (edge?.kind === 'word' && edge.entry?.nouns.includes('hole') && !tellsOther(at)) return undefined
  const LOW = ['bottom', 'base', 'lower']
  const HIGH = ['top', 'upper']
  const side = (word: string | undefined) =>
    word && LOW.includes(word)
      ? ('bottom-width' as const)
      : word && HIGH.includes(word)
        ? ('top-width' as const)
        : undefined
  // The base of a bracket is a leg of it, and has a length.
  const leg = (word: WordItem | undefined) => word?.entry?.nouns.includes('base') === true
  // `bottom 40 on top 20`
  const upon = at.peek(1)
  if (upon?.kind === 'word' && HIGH.includes(upon.text) && at.peek(2)?.kind === 'number' && endBefore(at, LOW, 2))
    at.word('on')
  const first = at.word(...LOW, ...HIGH)
  if (leg(first)) return undefined
  const before = side(first?.text)
  if (before) {
    at.skip('is', 'of', 'side')
    at.mark(':=')
    at.wordIf(({ entry }) => entry?.role === 'diameter')
    const twice = at.attempt(() => at.wordIf(({ entry }) => entry?.role === 'radius'))
    at.skip('of')
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    const across = at.attempt(() => (at.times() && narrows(at) ? at.number() : undefined))
    const next = at.item
    const ended =
      next === undefined ||
      (next.kind === 'mark' && ',;.)'.includes(next.text)) ||
      (next.kind === 'word' && ['and', 'with', 'wide'].includes(next.text)) ||
      comesNext(at, [...LOW, ...HIGH]) ||
      highNext(at) ||
      toldBefore(at, first, [...LOW, ...HIGH])
    if (!ended) return undefined
    at.word('wide')
    const quantity = quantityOf(number)
    return {
      is: 'quantity',
      quantities: [
        { ...quantity, ...(twice ? { value: quantity.value * 2 } : {}), role: before },
        ...(across && across.unit !== 'deg' ? [{ ...quantityOf(across), role: before }] : []),
      ],
    }
  }
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  // `50 x 50 at the bottom`: both sides of it.
  const across = at.attempt(() => (at.times() && narrows(at) ? at.number() : undefined))
  at.skip('in')
  const wide = at.wordIf(({ entry }) => ['diameter', 'width', 'outer'].includes(entry?.role ?? ''))
  const quantity = quantityOf(number)
  const both = (role: Role): Quantity[] => [
    { ...quantity, role },
    ...(across && across.unit !== 'deg' ? [{ ...quantityOf(across), role }] : []),
  ]
  const prep = at.word('at', 'on')
  if (prep) {
    at.skip('the', 'its')
    const first = at.item
    if (first?.kind === 'number' && first.text.toLowerCase() === 'one' && at.peek(1)?.kind === 'word') {
      const end = at.peek(1)
      if (end?.kind !== 'word' || end.text !== 'end') return undefined
      at.number()
      at.word('end')
      return { is: 'quantity', quantities: [{ ...quantity, role: 'bottom-width' }] }
    }
    const which = at.word(
      'one',
      'bottom',
      'base',
      'large',
      'lower',
      'big',
      'larger',
      'thick',
      'wide',
      'other',
      'top',
      'small',
      'smaller',
      'thin',
      'narrow',
      'upper',
      'tip',
      ...(wide?.entry?.role === 'width' ? RIMS : []),
    )
    // `20 mm on one face and 8 mm on the other`: of two sides, and no end that is narrower.
    const next = at.item
    if (prep.text === 'on' && which?.text === 'other' && !(next?.kind === 'word' && next.text === 'end'))
      return undefined
    if (!which) return undefined
    // `70 outside diameter at the top` tells of the whole, unless the other end was told as well.
    if (wide?.entry?.role === 'outer' && !tellsBothEnds(at)) return undefined
    // `a hemisphere 40 dia on top`: where it is, unless the other end was told as well.
    if (prep.text === 'on' && which.text === 'top' && !tellsBothEnds(at)) return undefined
    at.skip('end', 'side')
    // `a hole 20 mm diameter on the top face`: that is where it is.
    if (at.item?.kind === 'word' && ['face', 'surface', 'edge', 'corner', 'wall'].includes(at.item.text))
      return undefined
    const low = ['one', 'bottom', 'base', 'large', 'lower', 'big', 'larger', 'thick', 'wide'].includes(which.text)
    return { is: 'quantity', quantities: both(low ? 'bottom-width' : 'top-width') }
  }
  const named = at.word(...LOW, ...HIGH)
  const after = side(named?.text)
  if (!after || leg(named)) return undefined
  if (named?.text === 'base' && at.item?.kind === 'number') return { is: 'quantity', quantities: both(after) }
  at.skip('side', 'edge')
  at.wordIf(({ entry }) => entry?.role === 'diameter' || entry?.role === 'width')
  const next = at.item
  const other = at.peek(1)
  const ended =
    next === undefined ||
    (next.kind === 'mark' && ',;.)'.includes(next.text)) ||
    (next.kind === 'word' && ['and', 'with'].includes(next.text)) ||
    // `25 mm bottom 20 mm top 15 tall`
    (next.kind === 'number' && other?.kind === 'word' && [...LOW, ...HIGH].includes(other.text)) ||
    endBefore(at, [...LOW, ...HIGH])
  return ended ? { is: 'quantity', quantities: both(after) } : undefined
}

/** `10 mm wide at the rim, 5 mm wide at the bottom`: where a groove begins. */
const RIMS = ['rim', 'mouth', 'outside']

/** `bottom 40 top 20`: the other end, and a number for it. */
function comesNext(at: Cursor, ends: readonly string[]): boolean {
  const [word, number] =
    at.item?.kind === 'word' && at.item.text === 'on' ? [at.peek(1), at.peek(2)] : [at.item, at.peek(1)]
  return word?.kind === 'word' && ends.includes(word.text) && number?.kind === 'number'
}

/** `bottom 40 top 20 high 50`: what is said of this end was said of the other one. */
function toldBefore(at: Cursor, own: WordItem | undefined, ends: readonly string[]): boolean {
  for (let back = -1; back > -8; back--) {
    const [item, number] = [at.peek(back), at.peek(back - 1)]
    if (item !== own) continue
    const [led, word] = [number, at.peek(back - 2)]
    const before = led?.kind === 'word' && led.text === 'on' ? [word, at.peek(back - 3)] : [led, word]
    return before[0]?.kind === 'number' && before[1]?.kind === 'word' && ends.includes(before[1].text)
  }
  return false
}

/** `25 mm bottom 20 mm top`: the other end stands right before that number, or so far back. */
function endBefore(at: Cursor, ends: readonly string[], back = 3): boolean {
  const [number, word] = [at.peek(1 - back), at.peek(-back)]
  return number?.kind === 'number' && word?.kind === 'word' && ends.includes(word.text)
}
