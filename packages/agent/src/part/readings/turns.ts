import type { Span } from '@hewn/model'
import { familyOf } from '../registry.ts'
import type { Item, NumberItem, WordItem } from '../words/items.ts'
import { type Attempt, BY_SIZES } from './read-once.ts'
import { known } from './known.ts'
import { asLargeAs, forWhat, title } from './titles.ts'

/** One decision of the reader, taken the other way. */
export interface Turn {
  /** Where it is; a reading turns one place once. */
  at: Span
  /** How much less likely it makes the reading; below 0, it is likelier than the plain one. */
  weight: number
  items: readonly Item[]
}

/** Everything that can be read another way, the likeliest first. */
export const turnsOf = (attempt: Attempt): Turn[] =>
  TURNS.flatMap((turn) => attempt.items.flatMap((_, place) => turn(attempt.items, place, attempt))).toSorted(
    (a, b) => a.weight - b.weight,
  )

/** The same for those alone that are likelier than what the plain reading takes: tried even where that one is complete. */
export const likelierOf = (attempt: Attempt): Turn[] => turnsOf(attempt).filter(({ weight }) => weight < 0)

type Turning = (items: readonly Item[], place: number, attempt: Attempt) => Turn[]

const isWord = (item: Item | undefined): item is WordItem => item?.kind === 'word'
const isNumber = (item: Item | undefined): item is NumberItem => item?.kind === 'number'
const isNoun = (item: Item | undefined): item is WordItem => isWord(item) && (item.entry?.nouns.length ?? 0) > 0
const says = (item: Item | undefined, ...texts: string[]): boolean => isWord(item) && texts.includes(item.text)
const isStop = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'number' || (item.kind === 'mark' && ',;:.('.includes(item.text))

/** A word that is kept beside the part, and makes nothing of it. */
export const aside = ({ kind, at, text, plural }: WordItem): WordItem => ({ kind, at, text, plural, aside: true })

const put = (items: readonly Item[], place: number, ...others: Item[]): Item[] => items.toSpliced(place, 1, ...others)

/** `battery tray`, `button holes`, `pin jig: 300 x 50`: of two words the last one is what is made, and the first says which. */
const modifier: Turning = (items, place, attempt) => {
  const [item, next] = [items[place], items[place + 1]]
  if (!isNoun(item) || !isWord(next) || next.entry?.filler || item.plural) return []
  const strange =
    next.entry === undefined &&
    !next.aside &&
    !DESIGNATOR.test(next.text) &&
    (isStop(items[place + 2]) || says(items[place + 2], 'with', 'for'))
  if (!isNoun(next) && !strange) return []
  const alone = put(items, place, aside(item))
  const plain = { at: item.at, weight: isNoun(next) ? 0.5 : 1, items: alone }
  // `shelf pin jig: 300 x 50 x 6`: the jig is not known, and a pin it is not; its sizes tell what it is.
  const objects = strange && item.entry?.nouns.some((key) => ROUND.has(key))
  const sized = objects ? alone.flatMap((_, at) => implied(alone, at, { ...attempt, bodies: [] })) : []
  return [plain, ...sized.map((one) => ({ at: item.at, weight: -1.5, items: one.items }))]
}

/** `thumb nut M5` is no thing called M5. */
const DESIGNATOR = /^m\d/

const HELD = [
  'for',
  'holding',
  'hold',
  'holds',
  'fit',
  'fits',
  'take',
  'takes',
  'carry',
  'carrying',
  'carries',
  'suit',
  'suits',
  'accept',
  'accepts',
  'over',
  'around',
]
const ROUND: ReadonlySet<string> = new Set([
  'tube',
  'cylinder',
  'turned',
  'bar',
  'bolt',
  'screw',
  'shaft',
  'axle',
  'pin',
  'disc',
])

/** `a tube for holding a 30 mm pipe`: what it is for is not made; how thick that is, is its inside. */
const purpose: Turning = (items, place, { bodies, answer }) => {
  const item = items[place]
  if (!isNoun(item)) return []
  let from = place - 1
  while (
    place - from < 7 &&
    !says(items[from], ...HELD) &&
    !(
      items[from]?.kind === 'mark' &&
      items[from] !== undefined &&
      ';.:,('.includes((items[from] as { text: string }).text)
    )
  )
    from--
  if (!says(items[from], ...HELD)) return []
  const between = items.slice(from + 1, place)
  const numbers = between.filter(isNumber)
  if (between.some(isNoun) || numbers.length > 1) return []
  const [number] = numbers
  // What cannot be done to a thing is not done to another one.
  if (!number && !answer.ok && answer.error.code === 'AGENT_UNSUPPORTED') return []
  if (!number) return [{ at: item.at, weight: 1, items: put(items, place, aside(item)) }]
  if (number.unit === undefined && Number.isInteger(number.value) && item.plural) return []
  // What is square has no diameter inside.
  if (/square|rectangular|box|\b[rs]hs\b/.test(item.text)) return []
  // A lid has a place for what it goes on; what became the part itself was hardly meant.
  const made = bodies.some(({ noun, at }) => noun === item.text || at[0] === item.at[0])
  const round = item.entry?.nouns.some((key) => ROUND.has(key))
  const sized = known('inside diameter', item.at)
  return [{ at: item.at, weight: made && round ? -0.5 : 0.6, items: put(items, place, sized) }]
}

/** A word that was taken for a known one with a letter wrong stands as it was written. */
const typo: Turning = (items, place) => {
  const item = items[place]
  if (!isWord(item) || !item.typo) return []
  const { entry: _, typo: written, ...rest } = item
  return [{ at: item.at, weight: 0.8, items: put(items, place, { ...rest, text: written, plural: false }) }]
}

/** `from 8 mm rod`, `out of 3 mm steel sheet`: what it is made from, and how thick that is. */
const stock: Turning = (items, place) => {
  const item = items[place]
  if (!isNoun(item)) return []
  let from = place - 1
  while (place - from < 5 && !says(items[from], 'from', 'of', 'using', 'in')) from--
  const between = items.slice(from + 1, place)
  const [number, ...others] = between.filter(isNumber)
  if (!says(items[from], 'from', 'of', 'using', 'in') || !number || others.length > 0 || between.some(isNoun)) return []
  const flat = /sheet|plate|board|panel/.test(item.text)
  return [{ at: item.at, weight: 0.6, items: put(items, place, known(flat ? 'thick' : 'wire diameter', item.at)) }]
}

/** Sizes that people call by each other's names. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  thickness: ['wall', 'height', 'width'],
  depth: ['height', 'width', 'length'],
  height: ['length', 'depth', 'width'],
  length: ['height', 'width'],
  width: ['length', 'outside diameter', 'height'],
  wall: ['thickness'],
  inner: ['clear'],
  bend: ['radius'],
  radius: ['corner radius', 'bend radius'],
  'bottom-width': ['outside diameter', 'base diameter'],
  spacing: ['centre distance', 'pitch'],
  centres: ['spacing'],
  pitch: ['spacing'],
  overall: ['length', 'height', 'width'],
}

/** The word beside a number that found no place says another size. */
const role: Turning = (items, place, { lost }) => {
  const item = items[place]
  const called = isWord(item) ? item.entry?.role : undefined
  if (!isWord(item) || called === undefined) return []
  const near = lost.some(({ at }) => Math.abs(at[0] - item.at[1]) < 5 || Math.abs(item.at[0] - at[1]) < 5)
  if (!near) return []
  return (NEAR[called] ?? []).map((other) => ({
    at: item.at,
    weight: 1.5,
    items: put(items, place, known(other, item.at)),
  }))
}

/** `rounded over 3 mm`, `tapering to 20 over 40`: over is no bound here. */
const bound: Turning = (items, place) => {
  const item = items[place]
  if (!isNumber(item) || item.token.bound === undefined) return []
  const { bound: _, ...token } = item.token
  return [{ at: item.at, weight: 0.4, items: put(items, place, { ...item, token }) }]
}

/** `spacer 42 x 42 x 10, corners R4`: what is mostly round, and has three sides here. */
const threeSided: Turning = (items, place) => {
  const item = items[place]
  if (!isNoun(item) || !item.entry?.nouns.some((key) => MOSTLY_ROUND.has(key))) return []
  const [, ...behind] = items.slice(place)
  const sizes = chainAt(
    behind,
    behind.findIndex((one) => !(isWord(one) && one.aside) && one.kind !== 'mark'),
  )
  if (!sizes) return []
  const flat = Math.min(...sizes) * 5 <= Math.max(...sizes)
  const made: WordItem = { ...known(flat ? 'plate' : 'block', item.at), typo: item.text, taken: BY_SIZES }
  return [{ at: item.at, weight: 0.8, items: put(items, place, made) }]
}
const MOSTLY_ROUND: ReadonlySet<string> = new Set(['tube', 'washer', 'gasket', 'disc', 'turned'])

/** Three numbers in a chain, with no word for what each is. */
function chainAt(items: readonly Item[], from: number): number[] | undefined {
  const numbers = [0, 2, 4].map((step) => items[from + step])
  const times = [1, 3].map((step) => items[from + step])
  const joined = times.every((item) => item?.kind === 'times' || says(item, 'by', 'x'))
  return joined && numbers.every(isNumber) ? numbers.flatMap((item) => (isNumber(item) ? [item.mm] : [])) : undefined
}

/** `with one 2 mm divider`: one of it. */
const article: Turning = (items, place, { lost }) => {
  const item = items[place]
  if (!isNumber(item) || item.text.toLowerCase() !== 'one' || !lost.some(({ at }) => at[0] === item.at[0])) return []
  return [{ at: item.at, weight: 0.2, items: put(items, place, known('a', item.at)) }]
}

/** A noun that several kinds claim, given to the next of them. */
const sense: Turning = (items, place) => {
  const item = items[place]
  if (!isNoun(item) || !item.entry) return []
  const families = item.entry.nouns.filter((key) => familyOf(key))
  if (families.length < 2) return []
  const { entry } = item
  return families.slice(1).map((key, turned) => ({
    at: item.at,
    weight: 0.8 + turned * 0.1,
    items: put(items, place, {
      ...item,
      entry: { ...entry, nouns: [key, ...entry.nouns.filter((one) => one !== key)] },
    }),
  }))
}

/** `battery case`, `motor plate`: what is known by two words may only be the second, and the first which one. */
const phrase: Turning = (items, place, { answer }) => {
  const item = items[place]
  // What it is for is known, and is not made for it: no other thing takes its place.
  if (!answer.ok && answer.error.code === 'AGENT_UNSUPPORTED') return []
  const last = isNoun(item) ? item.text.split(' ').at(-1) : undefined
  if (!isNoun(item) || last === undefined || last === item.text || !THINGS.test(item.text)) return []
  const noun = known(last, item.at)
  if ((noun.entry?.nouns.length ?? 0) === 0 || noun.entry?.nouns[0] === item.entry?.nouns[0]) return []
  return [{ at: item.at, weight: 0.7, items: put(items, place, aside(item), noun) }]
}

/** What a part may be for. A bevel gear is no gear, and a threaded rod no rod. */
const THINGS =
  /^(?:battery|bearing|motor|electronics|pencil|pen|phone|camera|fan|sensor|switch|cable|tool|card|coin|key) /

/** `camera mount, L-shaped, 50 x 50 legs`: no noun that is known, but the shape. */
const shaped: Turning = (items, place, { bodies }) => {
  const item = items[place]
  if (bodies.length > 0 || !isWord(item)) return []
  const [letter = ''] = item.text.split(/[\s-]/)
  const [next, after] = [items[place + 1], items[place + 2]]
  const said =
    /^[lutz][ -]shaped?$/.test(item.text) ||
    (/^[lutz]$/.test(item.text) && (says(next, 'shape', 'shaped') || says(after, 'shape', 'shaped')))
  if (!said || !/^[lutz]$/.test(letter)) return []
  return [{ at: item.at, weight: 0.6, items: put(items, place, known(`${letter} bracket`, item.at)) }]
}

/** A thing that is not known, of three sizes and with holes in it, or that is only a dummy: what its sizes make. */
const implied: Turning = (items, place, { bodies }) => {
  const item = items[place]
  if (bodies.length > 0 || !isNumber(item) || items.slice(0, place).some(isNumber)) return []
  const strange = items
    .slice(0, place)
    .findLast((one): one is WordItem => isWord(one) && one.entry === undefined && /^[a-z]{3,}$/.test(one.text))
  const round = roundBy(items, place)
  const [head] = items
  const called = strange ?? (round && isWord(head) ? head : undefined)
  if (!called) return []
  const features = items.slice(place).some((one) => isNoun(one) && !one.entry?.nouns.some((key) => familyOf(key)))
  const dummy = items.slice(0, place).some((one) => says(one, 'dummy', 'mockup', 'placeholder', 'blank', 'stand-in'))
  if (!features && !dummy && !round) return []
  const roles = items.flatMap((one) => (isWord(one) && one.entry?.role ? [one.entry.role] : []))
  const chain = items.slice(place).filter((one) => one.kind === 'times' || says(one, 'by', 'x')).length >= 2
  const sizes = items.slice(place).filter(isNumber).slice(0, 3)
  const flat =
    sizes.length === 3 && Math.min(...sizes.map(({ mm }) => mm)) * 5 <= Math.max(...sizes.map(({ mm }) => mm))
  const noun =
    roles.includes('outer') && roles.includes('inner')
      ? 'ring'
      : (round ?? (chain ? (flat ? 'plate' : 'block') : undefined))
  if (!noun) return []
  const made: WordItem = {
    ...known(noun, [item.at[0], item.at[0]]),
    typo: called.text,
    taken: BY_SIZES,
  }
  return [{ at: [item.at[0], item.at[0] + 1], weight: 1.2, items: items.toSpliced(place, 0, made) }]
}

/** `mallet head: round, 60 dia x 110 long`, `weight: 50 dia, 30 high`: a diameter and a length, said first. */
function roundBy(items: readonly Item[], place: number): string | undefined {
  const length = items.findIndex((one, at) => at > place && isNumber(one))
  const [first, second, before, behind] = [items[place], items[length], items[place - 1], items[length + 1]]
  if (!isNumber(first) || !isNumber(second)) return undefined
  const between = items.slice(place + 1, length)
  const marked = before?.kind === 'mark' && before.text === '⌀'
  if (!marked && !(isWord(between[0]) && ROUND_ROLES.has(between[0].entry?.role ?? ''))) return undefined
  const joined = between.some((one) => one.kind === 'times' || says(one, 'x', 'by'))
  const long = isWord(behind) && LONG_ROLES.has(behind.entry?.role ?? '')
  if (between.some(isNoun) || !(joined || long)) return undefined
  return second.mm < first.mm ? 'disc' : 'cylinder'
}
const ROUND_ROLES: ReadonlySet<string> = new Set(['diameter', 'outer'])
const LONG_ROLES: ReadonlySet<string> = new Set(['length', 'height', 'thickness', 'width'])

/** `spacer 42 x 42 x 10`: as wide as it is deep, it has corners. */
const cornered: Turning = (items, place) => {
  const item = items[place]
  if (!isWord(item) || item.entry?.nouns[0] !== 'tube') return []
  const square = items.some((wide, at) => {
    const [x, deep, y, high] = items.slice(at + 1, at + 5)
    const chain = at > place && x?.kind === 'times' && y?.kind === 'times' && isNumber(high)
    return chain && isNumber(wide) && isNumber(deep) && wide.mm === deep.mm
  })
  if (!square) return []
  const noun = { ...known('block', item.at), text: item.text }
  return [{ at: item.at, weight: 0.5, items: put(items, place, noun) }]
}

/** `NEMA 17 bracket: … four 3.4 mm holes on a 31 mm square`: whose holes are said is only what it is for. */
const motor: Turning = (items, place, { lost }) => {
  const [item, next] = [items[place], items[place + 1]]
  if (!isWord(item) || item.entry?.role !== 'nema' || !isNumber(next)) return []
  if (!lost.some(({ at }) => at[0] === next.at[0]) || items.filter(isNumber).length < 5) return []
  const { entry: _, ...rest } = item
  const name: WordItem = { ...rest, at: [item.at[0], next.at[1]], aside: true }
  return [{ at: item.at, weight: 0.6, items: items.toSpliced(place, 2, name) }]
}

/** `two legs 40 x 20`: each so long and so wide, where one each does not do. */
const eachLeg: Turning = (items, place) => {
  const [legs, long, times, wide] = items.slice(place, place + 4)
  if (!isWord(legs) || !legs.plural || !/^(?:leg|arm|flange)$/.test(legs.text)) return []
  if (!isNumber(long) || times?.kind !== 'times' || !isNumber(wide)) return []
  const [count] = items.slice(place - 1, place)
  const counted = isNumber(count) && count.value === 2 ? 1 : 0
  const put = [legs, long, known('long', long.at), wide, known('wide', wide.at)]
  return [{ at: legs.at, weight: 0.8, items: items.toSpliced(place - counted, 4 + counted, ...put) }]
}

/** `4 x 9 holes at 80 crs`: so many of that diameter, where so many rows and columns do not do. */
const sizedHoles: Turning = (items, place) => {
  const [count, times, size, holes] = items.slice(place, place + 4)
  const whole = [count, size].every((one) => isNumber(one) && one.unit === undefined && Number.isInteger(one.value))
  if (!whole || times?.kind !== 'times' || !isNumber(size) || !isNoun(holes) || !holes.plural) return []
  if (!holes.entry?.nouns.includes('hole')) return []
  return [{ at: times.at, weight: 0.4, items: put(items, place + 1, known('diameter', times.at)) }]
}

const TURNS: readonly Turning[] = [
  sizedHoles,
  motor,
  eachLeg,
  title,
  asLargeAs,
  forWhat,
  modifier,
  phrase,
  threeSided,
  purpose,
  typo,
  stock,
  shaped,
  implied,
  cornered,
  role,
  bound,
  article,
  sense,
]
