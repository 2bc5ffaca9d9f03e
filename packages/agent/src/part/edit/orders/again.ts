import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast } from '../pick.ts'

/** `no, 20 mm`, `back to 120`, `make it 120 again`: what was changed last takes that value. */
export const again: Order = (at, edit) => {
  const words = [
    'no',
    'nope',
    'not',
    'back',
    'to',
    'make',
    'it',
    'i',
    'meant',
    'mean',
    'sorry',
    'rather',
    'actually',
    'wait',
    'that',
    'be',
    'should',
    'was',
    'one',
    'ones',
    'a',
    'bit',
    'little',
    'less',
    'more',
    'just',
    'only',
    'better',
    'hmm',
    'ok',
  ]
  const from = at.place
  const before = at.peek(-1)
  const led = new Set<string>()
  for (;;) {
    const word = at.word(...words)
    if (word) led.add(word.text)
    else if (!(led.size > 0 && at.mark(','))) break
  }
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  const late = at.word('again', 'instead', 'after', 'rather')
  const says =
    (/^[a-z]+$/i.test(number.text) && led.has('make') && led.has('it')) ||
    late !== undefined ||
    [
      'no',
      'nope',
      'back',
      'meant',
      'mean',
      'sorry',
      'rather',
      'wait',
      'actually',
      'less',
      'more',
      'bit',
      'one',
      'that',
    ].some((word) => led.has(word))
  // `chamfer those corners 8 mm instead`: the number is that of what was just named.
  const goesOn = led.size === 0 && before?.kind === 'word'
  if (!says || goesOn || at.place === from || !clauseEnds(at)) return undefined
  const { request, names } = edit.plan
  const line = request.lastIndexOf('\n') + 1
  const last = names.filter(({ origin, unit }) => {
    const span = 'span' in origin ? origin.span : undefined
    return line > 0 && unit !== 'deg' && span !== undefined && span[0] >= line
  })
  // `make it eight`: how many, and not how large. Of several sizes, `that one` is as wide as it says.
  const worded = /^[a-z]+$/i.test(number.text)
  const counted = last.filter(({ unit }) => unit === 'count')
  const wide = madeLast(edit).flatMap(({ feature }) => [feature.sizes['diameter'] ?? feature.sizes['size']])
  const meant =
    worded && counted.length > 0 ? counted : last.length > 1 ? last.filter(({ name }) => wide.includes(name)) : last
  const [named, ...others] = meant
  if (!named || others.length > 0) return undefined
  return () => {
    const quantity = quantityOf(number)
    quantity.used = named.name
    edit.set(named, named.unit === 'count' ? number.value : quantity.value, { from: 'said', span: quantity.at })
  }
}
