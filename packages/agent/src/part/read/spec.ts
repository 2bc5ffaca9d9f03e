import type { Meaning, Quantity, SaidPlace, Spec } from './atoms.ts'
import type { WordItem } from '../words/items.ts'
import { allBut, cornerList } from './corner-list.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { countOf, quantityOf } from './quantities.ts'

export const place =
  (read: (at: Cursor) => SaidPlace | undefined): Recogniser<Meaning> =>
  (at) => {
    const found = read(at)
    return found && { is: 'place', place: found }
  }

const DETERMINERS = [
  'the',
  'that',
  'this',
  'a',
  'an',
  'each',
  'every',
  'all',
  'both',
  'one',
  'its',
  'any',
  'same',
  'other',
  'opposite',
  'either',
  'two',
  'full',
  'whole',
  'entire',
]
const THIN = ['small', 'smaller', 'thin', 'thinner', 'narrow', 'narrower']
const THICK = ['large', 'larger', 'big', 'bigger', 'thick', 'thicker', 'wide', 'wider']
const SIDES = new Set(['left', 'right', 'front', 'back', 'top', 'bottom', 'short', 'long'])
const ENDS = new Set(['edge', 'corner', 'face', 'centre', 'centreline', 'heel', 'foot', 'rind', 'inside'])
export const AXES = new Set(['x', 'y', 'z'])

const NARROW = ['narrow', 'narrower']

/** A length: a number that is no angle and no count. */
export function distance(at: Cursor): Quantity | undefined {
  return at.attempt(() => {
    const number = at.number()
    // `one near each corner` is one of them.
    const counts = number?.text.toLowerCase() === 'one'
    return number && !counts && number.unit !== 'deg' && number.unit !== '%' ? quantityOf(number) : undefined
  })
}

/** `the left short edge`, `both ends`, `each corner`, `the centre of the plate`. */
export function spec(at: Cursor): Spec | undefined {
  const found: Spec = { places: [], flags: [] }
  // `each side` is a name of a size too, and one word then.
  if (at.word('each side', 'on each side')) return { ...found, flags: sideFlags(at), det: 'each', noun: 'side' }
  const listed = at.attempt(() => cornerList(at))
  if (listed) return listed
  for (;;) {
    const det = at.word(...DETERMINERS)
    if (det) {
      if (det.text === 'a' || det.text === 'an') found.led = true
      else found.det = found.det && det.text === 'the' ? found.det : det.text
      at.skip('of')
      continue
    }
    const count = at.attempt(() => {
      const number = at.number()
      if (!number || number.unit !== undefined) return undefined
      // `all 12 edges`, and not `the 20 mm face`.
      const next = at.item
      const counts =
        found.det !== undefined && next?.kind === 'word' && next.plural && ENDS.has(next.entry?.place ?? '')
      // `both 60 faces` are so wide.
      if (found.det === 'both' && number.value > 2 && /\d/.test(number.token.text)) return undefined
      return counts || /[a-z]/i.test(number.token.text) ? number : undefined
    })
    if (!count) break
    found.count = count.value
    found.counted = countOf(count)
    if (count.value === 1) found.det = 'one'
  }
  at.attempt(() => nearest(at))
  const sized = found.det ? at.attempt(() => itsSize(at, found.det)) : undefined
  if (sized) found.sized = sized
  // `the small end`: of what is turned, the one that is thinner.
  const thick = at.attempt(() => {
    const word = at.word(...THIN, ...THICK)
    return word && at.item?.kind === 'word' && at.item.text === 'end' ? word : undefined
  })
  if (thick) found.flags.push(THIN.includes(thick.text) ? 'thin-end' : 'thick-end')
  // `through the wide face`: the largest there is.
  const wide = at.attempt(() => {
    const word = at.word('wide', 'wider', 'broad', 'main', 'large', 'largest', 'flat', ...NARROW)
    const face = at.item?.kind === 'word' ? at.item : undefined
    const side = word && (NARROW.includes(word.text) || /^(?:wide|broad)/.test(word.text)) && face?.text === 'side'
    return face?.entry?.place === 'face' || side ? word : undefined
  })
  if (wide) {
    const narrow = NARROW.includes(wide.text)
    found.places.push(narrow ? 'short' : 'long')
    found.flags.push(narrow ? 'narrow-face' : 'wide-face')
  }
  for (;;) {
    const word =
      at.wordIf(({ text, entry }) => SIDES.has(entry?.place ?? '') || (AXES.has(text) && next(at))) ??
      at.wordIf(({ entry }) => ['vertical', 'horizontal'].includes(entry?.flag ?? '')) ??
      at.word('free', 'exposed', 'open', 'sharp', 'outside', 'external')
    if (!word) break
    const side = word.entry?.place ?? word.text
    if (word.text === 'free' && at.item?.kind === 'word' && at.item.text === 'end') found.flags.push('free-end')
    if (['free', 'exposed', 'open', 'sharp', 'outside', 'external'].includes(word.text)) continue
    if (word.entry?.flag) found.flags.push(word.entry.flag)
    else found.places.push(side)
    // `left- and right-hand`, `front and back`.
    const joined = at.attempt(() =>
      (at.word('and') || at.mark('/')) && at.item?.kind === 'word' && SIDES.has(at.item.entry?.place ?? '')
        ? true
        : undefined,
    )
    if (joined) found.joined = true
  }
  // `the inner edges`: of a ring, those of its bore.
  const inner = at.attempt(() => {
    const word = at.word('inner', 'inside', 'internal')
    return word && at.item?.kind === 'word' && at.item.entry?.place === 'edge' ? word : undefined
  })
  if (inner) found.flags.push('inner')
  // `the shank tip`, `the head rim`; `washer outer 80` tells how wide it is.
  const whose = at.attempt(() => {
    const named = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0 && entry?.place === undefined)
    const { item } = at
    if (item?.kind !== 'word' || (item.text === 'outer' && at.peek(1)?.kind === 'number')) return undefined
    return item.entry?.place === 'edge' || item.text === 'tip' ? named : undefined
  })
  if (whose) {
    found.of = whose.entry?.nouns ?? []
    found.ofText = whose.text
  }
  const tip = at.word('tip')
  const noun = tip
    ? undefined
    : at.wordIf(
        ({ entry, text }) =>
          ENDS.has(entry?.place ?? '') &&
          (text !== 'outer' || found.places.length === 0) &&
          // `from the bottom, centred`: how it lies the other way.
          (text !== 'centred' || found.places.length === 0),
      )
  if (tip) {
    found.noun = 'end'
    found.flags.push('free-end')
  }
  if (!noun && !tip && found.places.length > 0 && at.word('wall', 'panel', 'cheek')) found.noun = 'face'
  if (noun) found.noun = noun.entry?.place
  // `in each end face`: into it, and not down through the end.
  if (noun?.text === 'end' && at.word('face', 'faces')) found.flags.push('end-face')
  if (noun?.text === 'side') found.flags.push(...sideFlags(at))
  if (noun?.text === 'side face') found.flags.push('vertical')
  if (noun && /^out(?:er|side) \w/.test(noun.text)) found.flags.push('outer')
  if (noun?.plural) found.many = true
  if (!noun && !tip && found.places.length === 0 && at.attempt(() => isOfWalls(found, at))) found.noun = 'side'
  // `on (two) opposite sides`: both of them. Of corners it tells which two.
  if (found.det === 'opposite' && (found.many || found.noun === 'side') && found.noun !== 'corner') found.det = 'both'
  // `in the lower right`: that corner.
  const [level, side] = ['top bottom front back', 'left right'].map((names) =>
    found.places.find((one) => names.split(' ').includes(one)),
  )
  if (!found.noun && found.places.length === 2 && level && side && !found.joined) found.noun = 'corner'
  const corners = found.joined && (!found.noun || found.noun === 'corner') ? cornersOf(found.places) : []
  if (corners.length > 0) Object.assign(found, { noun: 'corner', corners })
  // `upright edges`, `corner edges`
  if (found.noun === 'corner') at.wordIf(({ entry }) => entry?.place === 'edge')
  const rest = found.noun === 'corner' && found.places.length === 0 ? allBut(at) : undefined
  if (rest) {
    if (found.counted?.value === rest.length) found.counted.used = 'count'
    return { ...found, det: 'the', corners: rest, places: rest.flat(), joined: true }
  }
  if (found.noun === 'edge' && noun?.text === 'outer') at.wordIf(({ entry }) => entry?.place === 'edge')
  if (!found.noun && found.places.length === 0 && !(found.det === 'other' || found.det === 'opposite')) return undefined
  // `one dead centre` is one of those that were counted.
  if (found.noun === 'centre' && found.count !== undefined) return undefined
  if (noun?.entry?.place === 'edge')
    found.noun =
      noun.text === 'end' ? 'end' : noun.text.endsWith('rim') ? 'rim' : noun.text === 'side' ? 'side' : 'edge'
  return found
}

/** `in each side face`: in each of its walls. */
const sideFlags = (at: Cursor): string[] => (at.word('face', 'faces') ? ['vertical'] : [])

/** `top left and bottom right`, `the upper and lower left corners`: which of them. */
function cornersOf(places: readonly string[]): string[][] {
  const [levels, sides] = [places.filter((one) => !LEFT_RIGHT.has(one)), places.filter((one) => LEFT_RIGHT.has(one))]
  if (places.length === 4 && sides.length === 2) {
    const pairs = [places.slice(0, 2), places.slice(2)]
    return pairs.every((pair) => pair.some((one) => LEFT_RIGHT.has(one)) && !pair.every((one) => LEFT_RIGHT.has(one)))
      ? pairs
      : []
  }
  return places.length === 3 ? levels.flatMap((level) => sides.map((side) => [level, side])) : []
}
const LEFT_RIGHT: ReadonlySet<string> = new Set(['left', 'right'])

/** `the nearest edges`, `two adjacent sides`, `the nearest X and Y edges`: those beside it, as edges are that nobody names. */
function nearest(at: Cursor): true | undefined {
  if (
    !at.word(
      'nearest',
      'closest',
      'adjacent',
      'neighbouring',
      'neighboring',
      'respective',
      'corresponding',
      'adjoining',
    )
  )
    return undefined
  at.attempt(() => (at.wordIf(isAxis) && (at.word('and') ?? at.mark('/')) && at.wordIf(isAxis) ? true : undefined))
  return at.item?.kind === 'word' && at.item.entry?.place === 'edge' ? true : undefined
}
const isAxis = ({ text }: WordItem): boolean => AXES.has(text)

/** `on opposite walls`, `in both side walls`, and not how thick `each wall` is. */
function isOfWalls({ det = '' }: Spec, at: Cursor): true | undefined {
  const named = WHICH_WALLS.has(det) && at.word('wall', 'side wall')
  const { item } = at
  const sized = item?.kind === 'number' || (item?.kind === 'word' && item.entry?.role !== undefined)
  return named && !sized ? true : undefined
}
const WHICH_WALLS: ReadonlySet<string> = new Set(['both', 'each', 'every', 'opposite', 'two'])

/** `the 40 mm end`, `one 3/4 face`, `the 2 x 3 face`. */
function itsSize(at: Cursor, det = ''): Quantity[] | undefined {
  at.mark('⌀')
  const first = distance(at)
  if (!first || !/\d/.test(first.number?.text ?? '')) return undefined
  const second = at.attempt(() => (at.times() || at.word('by') ? distance(at) : undefined))
  at.wordIf(
    ({ text, entry }) =>
      text === 'long' ||
      (entry?.place === undefined && ['length', 'width', 'height', 'diameter'].includes(entry?.role ?? '')),
  )
  const next = at.item
  const [noun, plural] = next?.kind === 'word' ? [next.entry?.place, next.plural] : []
  if ((noun !== 'edge' && noun !== 'face') || (plural && first.number?.unit === undefined && det !== 'both'))
    return undefined
  return second ? [first, second] : [first]
}

/** `X` counts as a side only before something it can describe. */
const next = (at: Cursor): boolean => {
  const after = at.peek(1)
  return after?.kind === 'word' && (ENDS.has(after.entry?.place ?? '') || ['axis', 'direction'].includes(after.text))
}
