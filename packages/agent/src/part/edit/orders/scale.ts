import type { Named, PartFeature, Span } from '@hewn/model'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { namesIn } from '../../formula.ts'
import { familyOf, featureOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { phraseAt } from '../phrase.ts'
import { pick } from '../pick.ts'

/** `twice as big`, `scale it by 2`, `double all dimensions`, `50 % bigger`: every length, but what a table gave. */
export const scale: Order = (at, edit) => {
  // `the bore twice as big` is no word of the whole.
  const before = at.peek(-1)
  const alone = before === undefined || before.kind === 'mark' || (before.kind === 'word' && LEADS.has(before.text))
  const factor = at.attempt(() => toSize(at, edit)) ?? at.attempt(named) ?? at.attempt(said)
  if (!factor || !clauseEnds(at) || !(factor.value > 0) || !alone) return undefined
  return () => {
    const scaled = edit.names.all.filter(
      ({ unit, origin, name }) => unit === 'mm' && origin.from !== 'table' && isUsed(edit, name),
    )
    for (const one of scaled)
      edit.set(one, one.value * factor.value, {
        from: 'derived',
        formula: `${factor.value} * ${one.value}`,
        span: factor.at,
      })
  }
}

const LEADS = new Set([
  'and',
  'but',
  'then',
  'also',
  'now',
  'please',
  'ok',
  'it',
  'be',
  'should',
  'everything',
  'thing',
  'part',
  'want',
  'all',
  'a',
  'whole',
])

const isUsed = ({ plan }: Edit, name: string): boolean => new RegExp(`\\b${name}\\b`).test(JSON.stringify(plan.bodies))

type Factor = { value: number; at: Span }
const FACTORS: Record<string, number> = { double: 2, twice: 2, triple: 3, thrice: 3, halve: 0.5, half: 0.5 }

/** `twice as big`, `double the size`, `make everything half the size`. */
function named(at: Cursor): Factor | undefined {
  at.skip('make', 'it', 'everything', 'the', 'whole', 'thing', 'part')
  const word = at.wordIf(({ text }) => Object.hasOwn(FACTORS, text))
  if (!word) return undefined
  at.skip('as', 'the', 'all', 'its', 'of')
  if (!at.word('big', 'large', 'size', 'everything', 'dimension', 'dimensions', 'sizes', 'small', 'bigger', 'larger'))
    return undefined
  return { value: FACTORS[word.text] ?? 1, at: word.at }
}

/** `scale it by 2`, `scale up 1.5x`, `scale to 50 %`, `scale it down by 20 %`, `enlarge everything by 10 %`, `10 % bigger`. */
function said(at: Cursor): Factor | undefined {
  const verb = at.word('scale', 'resize', 'rescale', 'enlarge', 'shrink', 'reduce', 'grow')
  at.skip('make', ...WHOLE)
  const way = at.word('up', 'down')
  at.skip(...WHOLE)
  const prep = at.word('by', 'to', 'up to', 'down to')
  const factor = at.attempt(() => (at.skip('a'), at.word('factor') && at.word('of')))
  const number = at.number()
  if (!number || (number.unit !== undefined && number.unit !== '%')) return undefined
  const times = at.times() || at.word('times', 'x')
  const percent = number.unit === '%'
  const value = percent ? number.value / 100 : number.value
  if (verb) {
    const less = way ? way.text === 'down' : SHRINKS.has(verb.text)
    const more = way ? way.text === 'up' : GROWS.has(verb.text)
    // `reduce it by 2` may be by 2 mm.
    if ((SHRINKS.has(verb.text) || GROWS.has(verb.text)) && !percent && !factor && !times) return undefined
    // `up by 20 %` is by so much, `to 120 %` how large it then is.
    if (percent && (less || more) && !prep?.text.includes('to'))
      return { value: less ? 1 - value : 1 + value, at: number.at }
    return { value: less && value > 1 ? 1 / value : value, at: number.at }
  }
  // `1.5 times as big`, `1.5 times the size`
  if (!percent && times) {
    const big = at.attempt(() => (at.skip('as', 'the'), at.word('big', 'large', 'size')))
    if (big) return { value, at: number.at }
  }
  const than = at.word('bigger', 'larger', 'smaller')
  if (!than || (!percent && !times)) return undefined
  at.skip('in', 'on', 'every', 'all', 'each', 'direction', 'directions', 'way', 'ways', 'over', 'round', 'overall')
  if (!percent) return { value: than.text === 'smaller' ? 1 / value : value, at: number.at }
  return { value: 1 + (than.text === 'smaller' ? -1 : 1) * value, at: number.at }
}
const WHOLE = ['it', 'this', 'the', 'whole', 'thing', 'part', 'everything', 'all']
const SHRINKS = new Set(['shrink', 'reduce'])
const GROWS = new Set(['enlarge', 'grow'])

/** `scale it to 150 mm long`: all of it, so that one size is that. */
function toSize(at: Cursor, edit: Edit): Factor | undefined {
  if (!at.word('scale', 'resize', 'rescale')) return undefined
  at.skip('it', 'the', 'whole', 'thing', 'part', 'everything', 'up', 'down', 'to', 'be')
  const number = at.number()
  const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  const size = role && bodySize(edit, role)
  if (!number || !size || number.unit === 'deg' || number.unit === '%') return undefined
  return { value: quantityOf(number).value / size.value, at: number.at }
}

/** `swap length and width`, `swap the length and width of the window`, `swap the window's length and width`. */
export const swap: Order = (at, edit) => {
  if (!at.word('swap', 'exchange', 'switch')) return undefined
  const before = at.attempt(() => phraseAt(at, false))
  at.skip("'s", 's', 'the', 'its')
  const first = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  if (!first || !at.word('and', 'with', 'for')) return undefined
  at.skip('the', 'its')
  const second = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  if (!second) return undefined
  at.skip('round', 'around', 'over')
  const of = before ?? at.attempt(() => (at.word('of') ? phraseAt(at, false) : undefined))
  if (!of) at.attempt(() => at.word('of') && (at.skip('the', 'it'), at.wordIf(({ entry }) => entry !== undefined)))
  if (!clauseEnds(at)) return undefined
  const [thing, ...others] = of ? pick(edit, of) : []
  if (of && (!thing || others.length > 0)) return undefined
  const own = (role: string) => (thing ? featureSize(edit, thing.feature, role) : bodySize(edit, role))
  const [one, other] = [own(first), own(second)]
  if (!one || !other || one === other) return undefined
  return () => {
    const [a, b] = [one.value, other.value]
    edit.set(one, b, { from: 'derived', formula: String(b) })
    edit.set(other, a, { from: 'derived', formula: String(a) })
  }
}

function featureSize(edit: Edit, { kind, sizes }: PartFeature, role: string): Named | undefined {
  const slot = Object.entries(featureOf(kind)?.slots ?? {}).find(
    ([key, { accepts }]) => sizes[key] !== undefined && accepts.split(/[\s,]+/).includes(role),
  )?.[0]
  return slot === undefined ? undefined : edit.named(namesIn(sizes[slot] ?? '')[0])
}

/** `make it square`: as wide as it is long. */
export const square: Order = (at, edit) => {
  if (!at.word('make')) return undefined
  at.skip('it', 'the', 'plate')
  const plain = at.wordIf(({ entry }) => entry?.flag === 'square')
  const same =
    plain ??
    (at.word('as') &&
      at.wordIf(({ entry }) => entry?.role === 'width') &&
      at.word('as') &&
      (at.skip('it', 'is'), at.wordIf(({ entry }) => entry?.role === 'length')))
  if (!same || !clauseEnds(at)) return undefined
  const [length, width] = [bodySize(edit, 'length'), bodySize(edit, 'width')]
  if (!length || !width || length === width) return undefined
  return () => edit.set(width, length.value, { from: 'derived', formula: String(length.value), span: same.at })
}

/** The parameter of the body that a word for a size means. */
function bodySize(edit: Edit, role: string): Named | undefined {
  for (const { family, sizes } of edit.plan.bodies) {
    const slots = familyOf(family)?.slots ?? {}
    for (const [slot, { accepts }] of Object.entries(slots)) {
      if (!accepts.split(/[\s,]+/).includes(role)) continue
      const [name] = namesIn(sizes[slot] ?? '')
      const named = edit.named(name)
      if (named) return named
    }
  }
  return undefined
}
