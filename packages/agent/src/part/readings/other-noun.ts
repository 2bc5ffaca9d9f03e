import { familyOf } from '../registry.ts'
import { isNoBox } from '../words/solid-boxes.ts'
import type { Item, WordItem } from '../words/items.ts'
import { implied } from './by-sizes.ts'
import { known } from './known.ts'
import { aside, isNoun, isNumber, isStop, isWord, put, says, type Turning } from './turn.ts'

// A noun that does not name what is made: it says which one, what it is for, or what it is made from.

/** `battery tray`, `button holes`, `pin jig: 300 x 50`: of two words the last one is what is made, and the first says which. */
export const modifier: Turning = (items, place, attempt) => {
  const [item, next] = [items[place], items[place + 1]]
  if (!isNoun(item) || !isWord(next) || next.entry?.filler || item.plural) return []
  // `4 mm hole lengthwise`: what is cut is not the name of something.
  const strange =
    next.entry === undefined &&
    !item.entry?.nouns.some((key) => CUT.has(key)) &&
    !next.aside &&
    !DESIGNATOR.test(next.text) &&
    (isStop(items[place + 2]) || says(items[place + 2], 'with', 'for'))
  if (!isNoun(next) && !strange) return []
  // `rhombus cutout`, `pyramid box`: what shape it is, and not which one.
  const shape = item.entry?.nouns.some((key) => SHAPES.has(key))
  if (shape && next.entry?.nouns.some((key) => SHAPED.has(key))) return []
  if (isNoBox(item.text, item.entry?.nouns) && next.entry?.nouns.includes('enclosure')) return []
  // `a 40 mm hex collar`: nor is a round one meant.
  if (item.entry?.nouns.some((key) => CORNERED.has(key)) && COLLAR.test(next.text)) return []
  const alone = put(items, place, aside(item))
  const plain = { at: item.at, weight: isNoun(next) ? 0.5 : 1, items: alone }
  // `shelf pin jig: 300 x 50 x 6`: the jig is not known, and a pin it is not; its sizes tell what it is.
  const objects = strange && item.entry?.nouns.some((key) => ROUND.has(key))
  const sized = objects ? alone.flatMap((_, at) => implied(alone, at, { ...attempt, bodies: [] })) : []
  return [plain, ...sized.map((one) => ({ at: item.at, weight: -1.5, items: one.items }))]
}

const CUT: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout', 'groove', 'notch', 'chamfer', 'fillet'])
const SHAPES: ReadonlySet<string> = new Set([
  'trapezoid',
  'rhombus',
  'parallelogram',
  'ellipse',
  'star',
  'gear',
  'pyramid',
  'tetrahedron',
  'torus',
])
const CORNERED: ReadonlySet<string> = new Set(['hexagon', 'octagon', 'pentagon', 'triangle'])
const COLLAR = /^(?:collar|flange|shoulder|rim)$/
const SHAPED: ReadonlySet<string> = new Set(['hole', 'cutout', 'pocket', 'enclosure'])

/** `thumb nut M5` is no thing called M5. */
const DESIGNATOR = /^m\d/

/** `battery case`, `motor plate`: what is known by two words may only be the second, and the first which one. */
export const phrase: Turning = (items, place, { answer }) => {
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
export const purpose: Turning = (items, place, { bodies, answer }) => {
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
  // `a hook for pegboard 6 mm rod`: what it is for is told before, and the rod is its own.
  if (numbers.length > 0 && isStrange(between[0])) return []
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

const isStrange = (item: Item | undefined): boolean => isWord(item) && item.entry === undefined && !item.aside

/** `from 8 mm rod`, `out of 3 mm steel sheet`, `octagon 90 across flats, 2 mm sheet`: what it is made from, and how thick that is. */
export const stock: Turning = (items, place) => {
  const item = items[place]
  if (!isNoun(item)) return []
  let from = place - 1
  while (place - from < 5 && !opensStock(items[from])) from--
  const [opens, between] = [items[from], items.slice(from + 1, place)]
  const [number, ...others] = between.filter(isNumber)
  if (!opensStock(opens) || !number || others.length > 0 || between.some(isNoun)) return []
  const flat = FLAT.test(item.text) && !/round/.test(item.text) && !says(items[place - 1], 'round')
  const instead = put(items, place, known(flat ? 'thick' : 'wire diameter', item.at))
  if (!isPause(opens)) return [{ at: item.at, weight: 0.6, items: instead }]
  // Between two pauses it is no second part either, where something was told before it.
  const alone = between[0] === number && (items[place + 1] === undefined || isPause(items[place + 1]))
  const told = items.slice(0, from).some((one) => isNoun(one) && one.entry?.nouns.some((key) => familyOf(key)))
  return alone && flat && told ? [{ at: item.at, weight: -0.4, items: instead }] : []
}
const FLAT = /sheet|plate|board|panel|stock|ply/
const isPause = (item: Item | undefined): boolean => item?.kind === 'mark' && ',;.('.includes(item.text)
const opensStock = (item: Item | undefined): boolean => isPause(item) || says(item, 'from', 'of', 'using', 'in')

/** `NEMA 17 bracket: … four 3.4 mm holes on a 31 mm square`: whose holes are said is only what it is for. */
export const motor: Turning = (items, place, { lost }) => {
  const [item, next] = [items[place], items[place + 1]]
  if (!isWord(item) || item.entry?.role !== 'nema' || !isNumber(next)) return []
  if (!lost.some(({ at }) => at[0] === next.at[0]) || items.filter(isNumber).length < 5) return []
  const { entry: _, ...rest } = item
  const name: WordItem = { ...rest, at: [item.at[0], next.at[1]], aside: true }
  return [{ at: item.at, weight: 0.6, items: items.toSpliced(place, 2, name) }]
}

/** A noun that several kinds claim, given to the next of them. */
export const sense: Turning = (items, place) => {
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
