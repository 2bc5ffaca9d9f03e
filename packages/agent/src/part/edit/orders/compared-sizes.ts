import type { Quantity } from '../../read/atoms.ts'
import type { Role } from '../../kinds.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { phraseAt } from '../phrase.ts'
import { type Adjusted, MORE, roleAt, SIZE, alongOf } from './adjusted.ts'
import { LEADS } from './told-sizes.ts'

/** `cut the length in half`, `halve the wall`. */
export function inHalf(at: Cursor): Quantity | undefined {
  const verb = at.word('cut', 'halve', 'double', 'triple')
  at.skip('the', 'its', 'down')
  const role = verb && roleAt(at)
  if (!role) return undefined
  const half = verb.text === 'cut' ? at.word('in') && at.word('half') : verb
  if (!half) return undefined
  const value = verb.text === 'double' ? 2 : verb.text === 'triple' ? 3 : 0.5
  return { value, at: half.at, role, relative: 'times' }
}

/** `2x longer`, `three times as long`, `50 % shorter`. */
export function manyTimes(at: Cursor): Quantity | undefined {
  at.skip('make', 'it')
  const number = at.number()
  if (!number) return undefined
  const times = number.unit === undefined && (at.times() || at.word('times'))
  at.skip('as')
  const word = at.wordIf(({ text }) => Object.hasOwn(MORE, text))
  const change = word && MORE[word.text]
  if (change && number.unit === '%')
    return { value: 1 + (change.sign * number.value) / 100, at: number.at, role: change.role, relative: 'times' }
  if (change && times)
    return {
      value: change.sign > 0 ? number.value : 1 / number.value,
      at: number.at,
      role: change.role,
      relative: 'times',
    }
  return undefined
}

/** `outside diameter twice as big`, `make the holes half as wide`, `the wall 2x`: one size so many times as much. */
export function roleTimes(at: Cursor): Adjusted | undefined {
  at.skip('make', 'the', 'its', 'i', 'want')
  const role = roleAt(at)
  const of = role ? undefined : phraseAt(at)
  if (!role && (!of || of.article)) return undefined
  at.skip('should', 'must', 'be', 'to be', 'is', 'are')
  const word = at.wordIf(({ text }) => Object.hasOwn(FACTORS, text))
  const number = word ? undefined : at.number()
  if (!word && !(number?.unit === undefined && number && (at.times() || at.word('times', 'x')))) return undefined
  at.skip('as', 'the', 'its', 'that', 'size', 'what', 'it', 'is', 'now', 'current')
  const as = at.wordIf(({ text, entry }) => AS_BIG.has(text) || Object.hasOwn(SIZE, text) || entry?.role !== undefined)
  const value = word ? (FACTORS[word.text] ?? 1) : (number?.value ?? 1)
  const span = word?.at ?? number?.at
  return (
    span && {
      value,
      at: span,
      relative: 'times',
      ...(role ? { role } : {}),
      ...(of ? { of, ...alongOf(as?.text) } : {}),
    }
  )
}

const FACTORS: Record<string, number> = { twice: 2, double: 2, triple: 3, thrice: 3, half: 0.5 }

const AS_BIG = new Set(['big', 'large', 'small', 'much', 'size', 'long', 'wide', 'thick', 'deep', 'tall', 'high'])

/** `10 mm larger diameter`, `5 mm bigger in diameter`. */
export function comparedRole(at: Cursor): Quantity | undefined {
  const led = at.peek(-1)
  at.skip('make', 'it', 'a', 'the', 'box', 'part', 'whole', 'thing', 'everything')
  const number = at.number()
  // `5 mm lower` of nothing that is placed is less high.
  const begins = led === undefined || led.kind === 'mark' || (led.kind === 'word' && LEADS.has(led.text))
  if (begins && number && number.unit !== 'deg' && number.unit !== '%' && at.word('lower'))
    return { ...quantityOf(number), value: -quantityOf(number).value, role: 'height', relative: 'add' }
  const deeper = number && number.unit !== 'deg' && number.unit !== '%' && at.word('deeper', 'shallower')
  if (deeper) {
    const sign = deeper.text === 'deeper' ? 1 : -1
    return { ...quantityOf(number), value: sign * quantityOf(number).value, role: 'depth', relative: 'add' }
  }
  // `larger diameter` is known as a word of its own.
  const whole = number && number.unit !== 'deg' && at.word('larger diameter', 'smaller diameter')
  if (whole) {
    const sign = whole.text === 'larger diameter' ? 1 : -1
    return { ...quantityOf(number), value: sign * quantityOf(number).value, role: 'diameter', relative: 'add' }
  }
  const word = number && number.unit !== 'deg' && at.wordIf(({ text }) => Object.hasOwn(SIZE, text))
  if (!word) return undefined
  at.skip('in', 'the', 'of')
  const role = roleAt(at)
  if (role && number.unit === '%')
    return { value: 1 + ((SIZE[word.text] ?? 1) * number.value) / 100, at: number.at, role, relative: 'times' }
  return (
    role && { ...quantityOf(number), value: (SIZE[word.text] ?? 1) * quantityOf(number).value, role, relative: 'add' }
  )
}

/** `make the bolt circle 5 mm smaller`, `wall 1 mm thicker`. */
export function roleCompared(at: Cursor): Quantity | undefined {
  at.skip('make', 'the', 'its')
  const role = roleAt(at)
  // `the wall thicker by 1`
  const led = role && at.wordIf(({ text }) => Object.hasOwn(SIZE, text))
  if (led && !at.word('by')) return undefined
  const number = role && at.number()
  if (!number || number.unit === 'deg') return undefined
  // `the bottom 4 mm thick`
  if (role === 'floor' && at.word('thick')) return { ...quantityOf(number), role }
  const word = led ?? at.wordIf(({ text }) => Object.hasOwn(SIZE, text))
  const sign = word && SIZE[word.text]
  // `the base 10 longer`: no floor is long.
  if (!sign || (role === 'floor' && !THICK.has(word.text))) return undefined
  if (number.unit === '%') return { value: 1 + (sign * number.value) / 100, at: number.at, role, relative: 'times' }
  return { ...quantityOf(number), value: sign * quantityOf(number).value, role, relative: 'add' }
}

const THICK = new Set(['thicker', 'thinner', 'more', 'less', 'bigger', 'larger', 'smaller', 'greater', 'deeper'])

/** `thicker floor, 4 mm`, `bigger bore: 8 mm`: how much is said behind it. */
export function comparedThen(at: Cursor): Adjusted | undefined {
  at.skip('a', 'the', 'with', 'make', 'slightly', 'bit', 'little', 'much')
  const compares = () => at.wordIf(({ text }) => Object.hasOwn(SIZE, text))
  const first = compares()
  const before = first ? undefined : phraseAt(at)
  at.skip('a', 'slightly', 'bit', 'little', 'much', 'should', 'be')
  const compared = first ?? compares()
  if (!compared) return undefined
  const role = roleAt(at)
  const of = role ? undefined : (before ?? phraseAt(at))
  at.skip('please')
  // `thicker walls 3 mm`
  const marked = at.mark(',:')
  if ((!role && !of) || (role && before) || !(marked || (first && role))) return undefined
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  return { ...quantityOf(number), ...(role ? { role } : {}), ...(of ? { of, ...alongOf(compared.text) } : {}) }
}

/** `thinner: 2 mm`, `too thick, 2 mm is enough`: what it shall be. */
export function enough(at: Cursor): Quantity | undefined {
  at.skip('make', 'it', 'a', 'bit', 'little')
  const too = at.word('too')
  const word = too ? undefined : at.wordIf(({ text }) => Object.hasOwn(MORE, text))
  const role = too ? roleAt(at) : MORE[word?.text ?? '']?.role
  at.skip('please')
  if (!role || !at.mark(',:')) return undefined
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.skip('is', 'enough', 'will', 'do', 'would', 'be', 'plenty', 'fine')
  return { ...quantityOf(number), role }
}

/** `walls are too thin, make them 4 mm`: what is told of is what shall change. */
export function tooThen(at: Cursor): Adjusted | undefined {
  const whole = at.attempt(
    () => (
      at.word('it', "it's", 'its', 'that', "that's"), at.skip('is', 's', 'a', 'bit', 'way', 'much'), at.word('too')
    ),
  )
  const much = whole && at.wordIf(({ text }) => Object.hasOwn(TOO, text))
  if (whole && !much) return undefined
  if (!whole) at.skip('the', 'its')
  const role = much ? TOO[much.text] : roleAt(at)
  const of = role ? undefined : phraseAt(at)
  if (much) return lastly(at, role)
  at.skip('is', 'are', 'look', 'looks', 'a', 'bit', 'way', 'much')
  if ((!role && !of) || !at.word('too', 'not')) return undefined
  const how = at.wordIf(({ text }) => !IT.has(text))
  if (!how) return undefined
  at.skip('enough')
  at.mark(',;.:')
  at.skip('so', 'please', 'make', 'set', 'change', 'them', 'it', 'that', 'to', 'let', 'be', 'is')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  return { ...quantityOf(number), ...(role ? { role } : {}), ...(of ? { of, ...alongOf(how.text) } : {}) }
}

const IT = new Set(['make', 'many', 'much', 'few'])

const TOO: Record<string, Role> = {
  tall: 'height',
  high: 'height',
  low: 'height',
  long: 'length',
  short: 'length',
  thick: 'thickness',
  thin: 'thickness',
  wide: 'width',
  narrow: 'width',
  deep: 'depth',
}

/** `it's too tall, make it 15`: what was found wrong is what changes. */
function lastly(at: Cursor, role: Role | undefined): Adjusted | undefined {
  at.mark(',;.:')
  at.skip('so', 'please', 'make', 'set', 'change', 'it', 'that', 'to', 'let', 'be', 'is')
  const number = at.number()
  if (!number || !role || number.unit === 'deg' || number.unit === '%') return undefined
  return { ...quantityOf(number), role }
}
