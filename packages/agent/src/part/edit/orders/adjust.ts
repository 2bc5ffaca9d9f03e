import type { Quantity } from '../../read/atoms.ts'
import type { Role } from '../../kinds.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf } from '../../registry.ts'
import { setSize } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { calledDeep } from '../seeds.ts'
import { ownersOfRole, resizeByRole, resizeFeatures } from '../resize-by-role.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, type Phrase, phraseAt, pick } from '../phrase.ts'

/** `cut the length in half`, `2x longer`, `50 % shorter`, `shorten it to 50 mm`, `10 mm larger diameter`, `make the PCD 5 mm smaller`. */
export const adjust: Order = (at, edit) => {
  const quantity: Adjusted | undefined =
    at.attempt(inHalf) ??
    at.attempt(manyTimes) ??
    at.attempt(roleTimes) ??
    at.attempt(verbTo) ??
    at.attempt(comparedRole) ??
    at.attempt(roleCompared) ??
    at.attempt(comparedThen) ??
    at.attempt(enough) ??
    at.attempt(tooThen) ??
    at.attempt(verbRole) ??
    at.attempt(roleOfPhrase) ??
    at.attempt(() => plainRole(at, edit)) ??
    at.attempt(share) ??
    at.attempt(better)
  if (!quantity || !clauseEnds(at)) return undefined
  // What is open on top is deeper by its height, unless its depth was told as something else.
  const vessel = edit.plan.bodies.every((body) => VESSELS.has(body.family) && !calledDeep(body, edit.plan))
  // `5 mm deeper`, said of what was made just now.
  const cut = madeLast(edit).flatMap(({ feature }) => (feature.sizes['depth'] === undefined ? [] : [feature.id]))
  const deeper = quantity.role === 'depth' && !quantity.of && cut.length > 0
  if (quantity.role === 'depth' && !quantity.of && !deeper) {
    if (!vessel) return undefined
    quantity.role = 'height'
  }
  return () => {
    const bored = quantity.of && /bore/.test(quantity.of.text)
    const body = bored ? edit.plan.bodies.find((one) => one.sizes[familyOf(one.family)?.bore ?? '']) : undefined
    const family = familyOf(body?.family ?? '')
    if (body && family?.bore) {
      setSize(body.sizes, family.bore, { quantity, times: 1 }, family, '', edit)
      edit.changed = true
      return
    }
    if (quantity.of && !quantity.role) {
      if (resizeFeatures(quantity, quantity.of, edit)) edit.changed = true
      else edit.refuse('AGENT_CONTRADICTION', `There is no ${quantity.of.text} here.`, [quantity.of.at])
      return
    }
    const of = deeper ? cut : quantity.of && pick(edit, quantity.of).map(({ feature }) => feature.id)
    if (resizeByRole(quantity, edit, of)) edit.changed = true
    else
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `“${edit.words.slice(...quantity.at)}” could not be placed. What should it change?`,
        [quantity.at],
      )
  }
}

/** A size, and the features it is of where they were named. */
type Adjusted = Quantity & { of?: Phrase }

/** `twice as deep`, `too long`: the way a feature is measured, where the word says it. */
const alongOf = (text = ''): { role?: Role } =>
  /^deep|^shallow/.test(text) ? { role: 'depth' } : /^long|^short/.test(text) ? { role: 'length' } : {}

const VESSELS = new Set(['enclosure', 'jar'])

const MORE: Record<string, { role: Role; sign: 1 | -1 }> = {
  longer: { role: 'length', sign: 1 },
  shorter: { role: 'length', sign: -1 },
  thicker: { role: 'thickness', sign: 1 },
  thinner: { role: 'thickness', sign: -1 },
  taller: { role: 'height', sign: 1 },
  higher: { role: 'height', sign: 1 },
  lower: { role: 'height', sign: -1 },
  wider: { role: 'width', sign: 1 },
  narrower: { role: 'width', sign: -1 },
  deeper: { role: 'depth', sign: 1 },
}
const SIZE: Record<string, 1 | -1> = {
  bigger: 1,
  larger: 1,
  greater: 1,
  smaller: -1,
  more: 1,
  less: -1,
  longer: 1,
  shorter: -1,
  thicker: 1,
  thinner: -1,
  wider: 1,
  narrower: -1,
  taller: 1,
  deeper: 1,
}
const VERBS: Record<string, { role?: Role; sign: 1 | -1 }> = {
  shorten: { role: 'length', sign: -1 },
  lengthen: { role: 'length', sign: 1 },
  widen: { role: 'width', sign: 1 },
  narrow: { role: 'width', sign: -1 },
  thicken: { role: 'thickness', sign: 1 },
  deepen: { role: 'depth', sign: 1 },
  raise: { role: 'height', sign: 1 },
  lower: { role: 'height', sign: -1 },
  increase: { sign: 1 },
  enlarge: { sign: 1 },
  extend: { role: 'length', sign: 1 },
  stretch: { role: 'length', sign: 1 },
  cut: { role: 'length', sign: -1 },
  trim: { role: 'length', sign: -1 },
  saw: { role: 'length', sign: -1 },
  grow: { sign: 1 },
  reduce: { sign: -1 },
  decrease: { sign: -1 },
  shrink: { sign: -1 },
}

const roleAt = (at: Cursor): Role | undefined => {
  const [whose, led, the] = [at.peek(-3), at.peek(-2), at.peek(-1)]
  // `a hole in the bottom, 40 mm`, `in the middle of the floor`: where it is.
  const placed =
    [led, the].some((item) => item?.kind === 'word' && PLACING.has(item.text)) ||
    (whose?.kind === 'word' && whose.entry?.place === 'centre')
  const floor = () => at.word('bottom', 'base') ?? at.wordIf(({ entry }) => entry?.role === 'floor')
  if (placed && at.attempt(floor)) return undefined
  return at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role ?? (floor() ? 'floor' : undefined)
}
const PLACING = new Set(['in', 'into', 'through', 'on', 'at', 'from'])

/** `cut the length in half`, `halve the wall`. */
function inHalf(at: Cursor): Quantity | undefined {
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
function manyTimes(at: Cursor): Quantity | undefined {
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
function roleTimes(at: Cursor): Adjusted | undefined {
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

/** `shorten it to 50 mm`, `deepen it by 2 mm`. */
function verbTo(at: Cursor): Adjusted | undefined {
  const word = at.wordIf(({ text }) => Object.hasOwn(VERBS, text))
  const verb = word && VERBS[word.text]
  const of = phraseAt(at)
  if (!verb || (!verb.role && !of)) return undefined
  // `increase the support height by 10`
  const sized = of && at.attempt(() => roleAt(at))
  at.skip('it', 'the', 'part', 'whole', 'thing')
  if (sized) {
    const size = toOrBy(at, sized, verb.sign)
    return size && { ...size, of }
  }
  const quantity = toOrBy(at, verb.role, verb.sign)
  // `enlarge the holes by 4 mm in diameter`
  const inRole = quantity && of && at.attempt(() => (at.word('in'), roleAt(at)))
  if (inRole) return { ...quantity, role: inRole, of }
  if (quantity && of && verb.role !== 'depth') delete quantity.role
  return quantity && { ...quantity, ...(of ? { of } : {}) }
}

function toOrBy(at: Cursor, role: Role | undefined, sign: 1 | -1): Quantity | undefined {
  const to = at.word('to')
  if (!to) at.word('by')
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  const named = role ? { role } : {}
  if (to) return { ...quantityOf(number), ...named }
  if (number.unit === '%') return { value: 1 + (sign * number.value) / 100, at: number.at, ...named, relative: 'times' }
  return { ...quantityOf(number), value: sign * quantityOf(number).value, ...named, relative: 'add' }
}

/** `10 mm larger diameter`, `5 mm bigger in diameter`. */
function comparedRole(at: Cursor): Quantity | undefined {
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
function roleCompared(at: Cursor): Quantity | undefined {
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
  if (!sign) return undefined
  if (number.unit === '%') return { value: 1 + (sign * number.value) / 100, at: number.at, role, relative: 'times' }
  return { ...quantityOf(number), value: sign * quantityOf(number).value, role, relative: 'add' }
}

/** `thicker floor, 4 mm`, `bigger bore: 8 mm`: how much is said behind it. */
function comparedThen(at: Cursor): Adjusted | undefined {
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
function enough(at: Cursor): Quantity | undefined {
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
function tooThen(at: Cursor): Adjusted | undefined {
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

/** `reduce the PCD by 5 mm`, `increase the fillet radius to 5`, `move the bolt circle out to 80`. */
function verbRole(at: Cursor): Quantity | undefined {
  const brings = at.word('move', 'open', 'bring', 'push', 'expand', 'take', 'turn', 'machine', 'drop', 'bore', 'grind')
  const word = brings ? undefined : at.wordIf(({ text }) => Object.hasOwn(VERBS, text))
  at.skip('the', 'its', 'overall', 'total', 'both', 'all')
  if (brings) {
    const role = roleAt(at)
    at.skip('out', 'in', 'up', 'down', 'back')
    const to = at.peek(0)
    return role && to?.kind === 'word' && to.text === 'to' ? toOrBy(at, role, 1) : undefined
  }
  const role = word && roleAt(at)
  const verb = word && VERBS[word.text]
  // Walls that are raised are higher, and no thicker.
  return role && verb && toOrBy(at, role === 'wall' ? (verb.role ?? role) : role, verb.sign)
}

/** `corner radius of the pocket 5`, `the depth of the slots should be 4`. */
function roleOfPhrase(at: Cursor): Adjusted | undefined {
  at.skip('make', 'set', 'change', 'the')
  const role = roleAt(at)
  const of = role && at.word('of') ? phraseAt(at) : undefined
  if (!role || !of?.definite || of.sizes.length > 0) return undefined
  at.skip('should', 'must', 'shall', 'be', 'to be', 'is', 'are', 'to')
  at.mark(':=')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  return { ...quantityOf(number), role, of }
}

/** `corner radius should be 6`, `radius 8 instead`, `the hole circle should be 75 mm`. */
function plainRole(at: Cursor, edit: Edit): Quantity | undefined {
  const led = at.peek(-1)
  // A size that stands behind a noun or a place is of that.
  if (led !== undefined && led.kind !== 'mark' && !(led.kind === 'word' && LEADS.has(led.text))) return undefined
  at.skip('the', 'its', 'make', 'set', 'bigger', 'larger', 'smaller')
  const role = at.word('circle diameter', 'hole circle') || circleAt(at) ? 'pcd' : roleAt(at)
  if (!role) return undefined
  const should = at.word('should', 'must', 'shall', 'needs', 'has', 'is', 'to', 'to be')
  at.skip('be', 'to be', 'to', 'of')
  const marked = at.mark(',:=')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  if (!should && !marked && role !== 'pcd' && role !== 'radius') return undefined
  if (role !== 'pcd' && ownersOfRole(role, edit).length === 0) return undefined
  return { ...quantityOf(number), role }
}
const LEADS = new Set(['and', 'but', 'then', 'also', 'now', 'please', 'ok', 'a', 'the'])

/** `circle diameter`, where the circle is that of the holes. */
const circleAt = (at: Cursor): boolean =>
  at.attempt(
    () => (at.word('circle', 'hole circle') && at.wordIf(({ entry }) => entry?.role === 'diameter')) || undefined,
  ) !== undefined

/** `50 % of the height`. */
function share(at: Cursor): Quantity | undefined {
  at.skip('make', 'it', 'to')
  const number = at.number()
  if (number?.unit !== '%' || !at.word('of')) return undefined
  at.skip('the', 'its', 'current')
  const role = roleAt(at)
  return role && { value: number.value / 100, at: number.at, role, relative: 'times' }
}

/** `8 mm would be better for the thickness`. */
function better(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  if (!at.word('would', 'is', 'should', 'will', 'for')) return undefined
  at.skip('be', 'better', 'nicer', 'enough', 'fine', 'ok', 'for', 'as', 'the', 'do')
  const role = roleAt(at)
  return role && { ...quantityOf(number), role }
}
