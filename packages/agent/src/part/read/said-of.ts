import type { NumberItem, WordItem } from '../words/items.ts'
import { meansNothing } from '../words/lexicon.ts'
import type { Meaning } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { quantityOf } from './quantities.ts'
import { designator } from './sizes.ts'
import { BODIES } from './implied.ts'

/** `5052 aluminium`, `304 stainless`, `S355 steel`: a grade is no size. */
export const grade: Recogniser<Meaning> = (at) => {
  const number = at.number()
  if (
    !number ||
    number.unit !== undefined ||
    !(number.value === 304 || number.value === 316 || (number.value >= 1000 && number.value < 10000))
  )
    return undefined
  const word = at.wordIf(({ entry }) => entry?.material === true)
  return word && { is: 'noted', what: 'material', text: `${number.text} ${word.text}` }
}

export const noted: Recogniser<Meaning> = (at) => {
  const standard = at.wordIf(({ text }) => /^(?:dn|pn)\d+$/.test(text))
  if (standard) return { is: 'noted', what: 'purpose', text: standard.text }
  // `gasket DN 80`: a name out of a norm, and no size of what it names.
  const nominal = at.attempt(() => at.word('dn', 'pn') && at.number())
  if (nominal && nominal.unit === undefined) return { is: 'noted', what: 'purpose', text: `DN ${nominal.text}` }
  const fit = at.word('isofit')
  if (fit) return { is: 'noted', what: 'purpose', text: 'fit' }
  if (at.word('isothread')) return { is: 'noted', what: 'thread', text: 'thread' }
  const apart = at.wordIf(({ aside }) => aside === true)
  if (apart) return { is: 'noted', what: 'purpose', text: apart.text }
  const word = at.wordIf(({ entry }) => entry?.material === true || entry?.color === true)
  return word && { is: 'noted', what: word.entry?.material ? 'material' : 'color', text: word.text }
}

/** `the first 40 mm is 20 mm in diameter`, `14 mm OD for another 12 mm`: a stretch of what is turned. */
export const stretch: Recogniser<Meaning> = (at) => {
  const thick = () => {
    at.skip('a', 'an', 'diameter', 'of')
    at.mark('⌀')
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    at.skip('in')
    const role = at.wordIf(({ entry }) => entry?.role === 'diameter' || entry?.role === 'outer')
    return { number, said: role !== undefined }
  }
  const chain = (diameter: NumberItem, length: NumberItem): Meaning => ({
    is: 'quantity',
    quantities: [
      { ...quantityOf(diameter), role: 'diameter' },
      { ...quantityOf(length), role: 'length' },
    ],
  })
  at.skip('the', 'then')
  const rest = () => at.word('rest', 'remainder', 'remaining length', 'balance', 'remaining')
  const turn = at.word('first', 'next', 'following', 'last', 'final', 'remaining', 'middle', 'other', 'second', 'third')
  if (turn) {
    const length = at.number()
    // `the first one at 12 o'clock` is a hole.
    if (!length || length.unit === 'deg' || length.text.toLowerCase() === 'one') return undefined
    at.skip('long', 'length', 'section', 'part', 'portion', 'of', 'it')
    if (!at.word('is', 'are', 'has', 'have', 'being', 'with', 'at', 'to', 'be')) return undefined
    const found = thick()
    return found && chain(found.number, length)
  }
  // `the rest left at 25 mm`, `remainder 30 dia`
  if (rest()) {
    const led = at.word('left', 'stays', 'remains', 'is', 'at', 'being')
    at.skip('left', 'at', 'to', 'as', 'full')
    const whole = thick()
    const next = at.item
    // `the rest at a 30 mm pitch`: of holes.
    const step = next?.kind === 'word' && /^(?:pitch|apart|centres?|spacing|from)$/.test(next.text)
    return whole && !step && (led || whole.said)
      ? { is: 'quantity', quantities: [{ ...quantityOf(whole.number), role: 'diameter' }], within: 'rest' }
      : undefined
  }
  const symbol = at.item?.kind === 'mark' && at.item.text === '⌀'
  const found = thick()
  if (!found || !at.word('for', 'over')) return undefined
  const left = at.attempt(() => {
    at.skip('the')
    const word = rest()
    at.skip('of', 'the', 'its', 'length', 'it')
    return word
  })
  if (left) return { is: 'quantity', quantities: [{ ...quantityOf(found.number), role: 'diameter' }], within: 'rest' }
  // `25 mm for 25 mm, 20 mm for 20 mm`
  const paired = found.number.unit !== undefined && at.item?.kind === 'number' && at.item.unit !== undefined
  if (!(found.said || symbol || paired)) return undefined
  at.skip('the', 'a', 'an', 'another', 'further', 'first', 'next', 'last', 'final', 'remaining')
  const length = at.number()
  if (!length || length.unit === 'deg') return undefined
  const next = at.item
  if (next?.kind === 'word' && (next.entry?.nouns.length ?? 0) > 0) return undefined
  if (paired && !(found.said || symbol) && next?.kind === 'word' && next.text !== 'and' && next.text !== 'then')
    return undefined
  at.wordIf(({ entry }) => entry?.role === 'length')
  return chain(found.number, length)
}

/** `for a camera`, `to hold the motor`: what it is for, when nothing of it is known. */
export const purpose: Recogniser<Meaning> = (at) => {
  if (!at.word('for', 'to')) return undefined
  at.skip('a', 'an', 'the', 'my', 'our')
  const first = at.wordIf(({ entry }) => meansNothing(entry))
  // What a board is screwed to needs its holes, and they are not known.
  if (!first || /\d/.test(first.text) || BOARDS.test(first.text)) return undefined
  // `for a camera screw`: of what is asked for already.
  const asked = earlier(at, ({ entry }) => entry?.nouns.some((key) => BODIES.has(key)) ?? false)
  const known = asked && at.attempt(() => at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0))
  if (known) {
    const next = at.item
    if (
      next === undefined ||
      (next.kind === 'mark' && ',.;)'.includes(next.text)) ||
      (next.kind === 'word' && next.text === 'and')
    )
      return { is: 'noted', what: 'purpose', text: first.text }
    return undefined
  }
  at.skip('the', 'a', 'an', 'my')
  at.wordIf(({ entry, text }) => meansNothing(entry) && !/\d/.test(text))
  // `plate for a double gang wall box 147 x 86 x 3`: the sizes are those of the plate.
  if (asked)
    at.attempt(() => {
      at.wordIf(({ entry }) => entry?.role === 'wall')
      const thing = at.wordIf(({ entry }) => entry?.nouns.some((key) => BODIES.has(key)) ?? false)
      return thing && (at.item === undefined || at.item.kind !== 'word') ? thing : undefined
    })
  return { is: 'noted', what: 'purpose', text: first.text }
}

const BOARDS = /^(?:arduino|raspberry|esp\d*|teensy|beaglebone|jetson|microbit)$/

function earlier(at: Cursor, test: (item: WordItem) => boolean): boolean {
  for (let back = -1; back > -80; back--) {
    const item = at.peek(back)
    if (item === undefined) return false
    if (item.kind === 'word' && test(item)) return true
  }
  return false
}

/** `no hole`, `without a lid`, `not through`. */
/** `instead of M4`, `not 6`, `rather than 5 mm`: what was before. */
export const old: Recogniser<Meaning> = (at) => {
  if (!(at.word('instead') && at.word('of')) && !(at.word('rather') && at.word('than')) && !at.word('not'))
    return undefined
  at.skip('the')
  const name = designator(at)
  if (name) return { is: 'old', quantity: name }
  const number = at.number()
  return number && { is: 'old', quantity: quantityOf(number) }
}

export const without: Recogniser<Meaning> = (at) => {
  const gone =
    at.word('remove', 'delete', 'drop', 'erase', 'fill', 'omit', 'lose', 'eliminate') ??
    (at.word('get') && at.word('rid') && at.word('of')) ??
    (at.word('take') && at.word('out', 'away', 'off'))
  if (!gone && !at.word('no', 'not', 'without', 'except', 'minus')) return undefined
  at.skip('a', 'an', 'any', 'the', 'need', 'for', 'all', 'its', 'those', 'these', 'both', 'in', 'of')
  if (gone) {
    const corner =
      at.wordIf(({ entry }) => entry?.role === 'corner') ??
      at.attempt(
        () => (
          at.wordIf(({ entry }) => entry?.flag === 'rounded'), at.wordIf(({ entry }) => entry?.place === 'corner')
        ),
      )
    if (corner) return { is: 'without', nouns: ['fillet'], text: 'corner radius' }
  }
  const flagged = at.attempt(flag)
  if (flagged?.is === 'flag') return { ...flagged, not: true }
  const word = at.wordIf(
    ({ entry, text }) => (entry?.nouns.length ?? 0) > 0 || text === 'thread' || entry?.role === 'teeth',
  )
  if (!word) return undefined
  const nouns = [...(word.entry?.nouns ?? [])]
  for (let other = at.attempt(() => neither(at)); other; other = at.attempt(() => neither(at))) nouns.push(...other)
  return { is: 'without', nouns, text: word.text }
}

/** `no fillets or chamfers`, `without holes, fillets or chamfers`, `no fillets/chamfers`; `no fillet and a hole` has a hole. */
function neither(at: Cursor): readonly string[] | undefined {
  const listed = at.mark(',')
  const joined = at.word('or', 'nor', 'and')
  at.skip('any', 'no')
  const word = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  const nouns = word?.entry?.nouns ?? []
  const next = at.item
  const edges = nouns.some((noun) => EDGES.has(noun)) && (next === undefined || next.kind === 'mark')
  if (!word) return undefined
  if (joined) return joined.text !== 'and' || edges ? nouns : undefined
  return edges || (listed && next?.kind === 'word' && EITHER.test(next.text)) ? nouns : undefined
}
const EDGES: ReadonlySet<string> = new Set(['fillet', 'chamfer'])
const EITHER = /^(?:or|nor)$/

export const flag: Recogniser<Meaning> = (at) => {
  const word = at.wordIf(({ entry }) => entry?.flag !== undefined)
  return word?.entry?.flag ? { is: 'flag', flag: word.entry.flag } : undefined
}
