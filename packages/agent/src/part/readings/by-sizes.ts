import { byItsSizes } from '../read/by-its-sizes.ts'
import { readAtoms } from '../read/read-atoms.ts'
import { familyOf } from '../registry.ts'
import type { Item, WordItem } from '../words/items.ts'
import { known } from './known.ts'
import { BY_SIZES } from './read-once.ts'
import { isUnsupported } from '../unsupported.ts'
import { aside, isNoun, isNumber, isWord, put, says, type Turning } from './turn.ts'

// What a thing is that its name does not tell, or tells wrongly: its sizes say it.

/** `camera mount, L-shaped, 50 x 50 legs`: no noun that is known, but the shape. */
export const shaped: Turning = (items, place, { bodies }) => {
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
export const implied: Turning = (items, place, { bodies }) => {
  const item = items[place]
  const forThat = bodies.length > 0 && onlyFor(items, place)
  if ((bodies.length > 0 && !forThat) || !isNumber(item) || items.slice(0, place).some(isNumber)) return []
  const strange = items
    .slice(0, place)
    .findLast((one): one is WordItem => isWord(one) && one.entry === undefined && /^[a-z]{3,}$/.test(one.text))
  const round = roundBy(items, place)
  const [head] = items
  const told = toldBy(items, place)
  const called = strange ?? ((round || told) && isWord(head) ? head : undefined)
  if (!called) return []
  const features = items.slice(place).some((one) => isNoun(one) && !one.entry?.nouns.some((key) => familyOf(key)))
  const dummy = items.slice(0, place).some((one) => says(one, 'dummy', 'mockup', 'placeholder', 'blank', 'stand-in'))
  if (!features && !dummy && !round && !told) return []
  const roles = items.flatMap((one) => (isWord(one) && one.entry?.role ? [one.entry.role] : []))
  const chain = items.slice(place).filter((one) => one.kind === 'times' || says(one, 'by', 'x')).length >= 2
  const sizes = items.slice(place).filter(isNumber).slice(0, 3)
  const flat =
    sizes.length === 3 && Math.min(...sizes.map(({ mm }) => mm)) * 5 <= Math.max(...sizes.map(({ mm }) => mm))
  const noun =
    (roles.includes('outer') && roles.includes('inner') && 'ring') ||
    walledBy(items, place, round !== undefined, chain) ||
    round ||
    told ||
    (chain && (flat ? 'plate' : 'block')) ||
    squareBy(items, place)
  if (!noun) return []
  const made: WordItem = {
    ...known(noun, [item.at[0], item.at[0]]),
    typo: called.text,
    taken: BY_SIZES,
  }
  const weight = forThat ? -1.5 : 1.2
  return [{ at: [item.at[0], item.at[0] + 1], weight, items: items.toSpliced(place, 0, made) }]
}

/** `shelf 400 x 150 x 12 with a notch for the pipe`: the one body that is named is what something of it is for. */
function onlyFor(items: readonly Item[], place: number): boolean {
  const named = items.flatMap((one, at) => (isNoun(one) && one.entry?.nouns.some((key) => familyOf(key)) ? [at] : []))
  const [only, ...others] = named
  if (only === undefined || only < place || others.length > 0) return false
  const lead = items.slice(0, only).findLast((one) => !says(one, 'a', 'an', 'the', 'my', 'our'))
  return says(lead, 'for')
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

/**
 * `drilling jig 80 mm long, 50 wide and 4 thick`, `gizmo: 30 OD, 20 ID, 15 long`, `spike, 20 at the base, 3 at the tip, 150
 * long`: every size is told by its name, and together they make one thing. What is no sheet may be anything that is so large.
 */
function toldBy(items: readonly Item[], place: number): string | undefined {
  const sizes = new Map<string, number>()
  for (const [at, item] of items.entries()) {
    if (at < place || !isNumber(item)) continue
    if (items.slice(place, at).some((one) => isNoun(one) && !ENDS[one.text]) || sizes.size === 3) break
    const roleOf = (one: Item | undefined) => (isWord(one) ? one.entry?.role : undefined)
    const end = items.slice(at + 1, at + 4).find((one) => isWord(one) && ENDS[one.text])
    const name =
      (isWord(end) && ENDS[end.text]) || [items[at + 1], items[at - 1], items[at - 2]].map(roleOf).find((one) => one)
    if (name === undefined || sizes.has(name)) return undefined
    sizes.set(name, item.mm)
  }
  const has = (...names: string[]) => names.every((name) => sizes.has(name))
  const deep = ['length', 'height', 'thickness', 'width'].some((name) => sizes.has(name))
  if (sizes.size === 3 && deep && has('outer', 'inner')) return 'tube'
  if (sizes.size === 3 && deep && has('base', 'tip')) return 'cone'
  const flat = Math.min(...sizes.values()) * 5 <= Math.max(...sizes.values())
  // `flap: 235 wide, 65 high, 1.5 thick`
  const sides = ['length', 'width', 'height'].filter((name) => has(name)).length
  return has('thickness') && sides === 2 && flat ? 'plate' : undefined
}
/** The ends of what tapers. */
const ENDS: Readonly<Record<string, string>> = { base: 'base', tip: 'tip', bottom: 'base', point: 'tip', top: 'tip' }

/** `gizmo 100 x 60 x 40, 2 mm walls, open top`: walls and a floor, or walls alone, around nothing. */
function walledBy(items: readonly Item[], place: number, round: boolean, chain: boolean): string | undefined {
  const behind = items.slice(place)
  if (!behind.some((one) => isWord(one) && one.entry?.role === 'wall')) return undefined
  const closed = behind.some((one) => says(one, 'floor', 'bottom', 'base', 'open top', 'open-top'))
  return round ? (closed ? 'jar' : 'tube') : chain ? 'enclosure' : undefined
}

/** `film reel core, OD 50, ID 25, height 35`: what it is called asks for other sizes, and those that it has tell a body. */
export const misnamed: Turning = (items, place, { answer }) => {
  const item = items[place]
  if (answer.ok || !isNoun(item) || !isOftenAName(item) || items.slice(0, place).some(isNumber)) return []
  const first = items.findIndex((one, at) => at > place && isNumber(one))
  const isBody = (one: Item): one is WordItem => isNoun(one) && one.entry?.nouns.some((key) => familyOf(key)) === true
  // `coil burner lid: 120 across`: the last of the words before the sizes is its name.
  const title = items.slice(0, first).findLastIndex((one, at) => at <= place || (isBody(one) && !isOftenAName(one)))
  if (first < 0 || title !== place || items.slice(first).some(isBody)) return []
  // `reel core, OD 50`: nor is what stands with its name a piece of it.
  const others = items.map((one, at) => (at < first && isNoun(one) ? aside(one) : one))
  // Over what is there, three sizes make nothing: none is made of the words before it is known that they tell a body.
  const told = byItsSizes(readAtoms(others, { edits: true }))
  // `cup 80 dia, 3 mm wall`: whatever it is called else, it has a bottom.
  const bottomless = told?.key === 'tube' && item.entry?.nouns.includes('jar')
  return told && !bottomless ? [{ at: item.at, weight: 1.4, items: others }] : []
}
const isOftenAName = (item: WordItem): boolean =>
  item.entry?.nouns.some((key) => OFTEN_A_NAME.has(key)) === true || isRoundish(item)
const isRoundish = ({ text, entry }: WordItem): boolean =>
  entry?.nouns.some((key) => key === 'cylinder' || MOSTLY_ROUND.has(key)) === true && !ROUND_BY_NAME.test(text)
const OFTEN_A_NAME: ReadonlySet<string> = new Set([
  'spool',
  'reducer',
  'cap',
  'stopper',
  'handle',
  'knob',
  'lid',
  'jar',
  'bearing-block',
])
const ROUND_BY_NAME = /\b(?:cylinder|rod|round|tube|pipe|ring|hollow|dowel|disc|circle|circular|sphere|bar|shaft)\b/

/** `triangular trivet, 150 mm sides`, `a round gizmo 60 mm, 4 thick`: what it is called is not known, but its shape is. */
export const shapeSaid: Turning = (items, place, { bodies }) => {
  const item = items[place]
  const [shape, flat] = (isWord(item) && SHAPES[item.text]) || []
  if (!shape || !isWord(item) || bodies.length > 0 || items.slice(0, place).some(isNumber)) return []
  const isStrange = (one: Item): one is WordItem =>
    isWord(one) && one.entry === undefined && /^[a-z]{3,}$/.test(one.text)
  // `trivet, octagonal, …`
  const strange = items.slice(place + 1, place + 4).find(isStrange) ?? items.slice(0, place).findLast(isStrange)
  const from = items.indexOf(strange ?? item)
  const between = items.slice(Math.min(place, from), Math.max(place, from)).some(isNoun)
  if (!strange || between || isUnsupported(strange.text) || !items.slice(place).some(isNumber)) return []
  const thick = items.some((one) => isWord(one) && one.entry?.role === 'thickness')
  const made: WordItem = { ...known(thick && flat ? flat : shape, item.at), typo: strange.text, taken: BY_SIZES }
  return [{ at: item.at, weight: 1, items: items.with(place, made).with(from, aside(strange)) }]
}
/** What a shape is called, and where it is thin. */
const SHAPES: Readonly<Record<string, readonly [string, string?]>> = {
  triangular: ['triangle'],
  hexagonal: ['hexagon'],
  hex: ['hexagon'],
  octagonal: ['octagon'],
  pentagonal: ['pentagon'],
  round: ['cylinder', 'disc'],
  circular: ['cylinder', 'disc'],
  cylindrical: ['cylinder'],
  conical: ['cone'],
  spherical: ['sphere'],
  hemispherical: ['hemisphere'],
  cubic: ['cube'],
  oval: ['ellipse'],
  elliptical: ['ellipse'],
}

/** `trivet 180 square 10 thick`: a square, and how thick it is. */
function squareBy(items: readonly Item[], place: number): string | undefined {
  const [side, square, ...behind] = items.slice(place)
  const [high, role] = behind.filter((one) => one.kind !== 'mark')
  const said = isNumber(side) && says(square, 'square') && isNumber(high) && isWord(role)
  if (!said || !LONG_ROLES.has(role.entry?.role ?? '')) return undefined
  return high.mm * 5 <= side.mm ? 'plate' : 'block'
}

const ROUND_ROLES: ReadonlySet<string> = new Set(['diameter', 'outer'])

const LONG_ROLES: ReadonlySet<string> = new Set(['length', 'height', 'thickness', 'width'])

/** `spacer 42 x 42 x 10, corners R4`: what is mostly round, and has three sides here. */
export const threeSided: Turning = (items, place) => {
  const item = items[place]
  if (!isNoun(item) || !item.entry?.nouns.some((key) => MOSTLY_ROUND.has(key))) return []
  const [, ...behind] = items.slice(place)
  const sizes =
    chainAt(
      behind,
      behind.findIndex(
        (one) =>
          isNumber(one) || (isWord(one) && (one.entry?.role !== undefined || (one.entry?.nouns.length ?? 0) > 0)),
      ),
    ) ??
    sidesAt(behind) ??
    // `a 20 x 20 x 30 spacer`
    (place >= 5 ? chainAt(items, place - 5) : undefined)
  if (!sizes) return []
  const flat = Math.min(...sizes) * 5 <= Math.max(...sizes)
  const made: WordItem = { ...known(flat ? 'plate' : 'block', item.at), typo: item.text, taken: BY_SIZES }
  return [
    {
      at: item.at,
      weight: isCorneredBy(items, sizes) && !ROUND_BY_NAME.test(item.text) ? -1.5 : 0.8,
      items: put(items, place, made),
    },
  ]
}

/** `foot 60 x 60 x 5`, `spacer 80 x 54 x 6, holes 53.6 x 41.3 apart`: nothing round is told so. */
function isCorneredBy(items: readonly Item[], [wide = 0, deep = 0]: readonly number[]): boolean {
  const apart = items.some((one, at) => {
    const [x, y, word] = [items[at - 1], items[at + 1], items[at + 2]]
    const pair = one.kind === 'times' && isNumber(x) && isNumber(y) && items[at - 2]?.kind !== 'times'
    return pair && x.mm !== y.mm && says(word, 'apart', 'centres', 'centers', 'spacing', 'pattern')
  })
  return wide === deep || apart
}

const MOSTLY_ROUND: ReadonlySet<string> = new Set(['tube', 'washer', 'gasket', 'disc', 'turned'])

/** `40 long, 20 wide, 10 high`, `L=160 W=15 H=10`: three sides by their names, before anything else is told. */
function sidesAt(behind: readonly Item[]): number[] | undefined {
  const sides = new Map<string, number>()
  for (const [at, item] of behind.entries()) {
    if (!isNumber(item)) continue
    const roleOf = (one: Item | undefined) => (isWord(one) ? one.entry?.role : undefined)
    const marked = [behind[at - 1], behind[at - 2]].find((one) => one?.kind !== 'mark')
    const role =
      roleOf(sides.size > 0 && behind[at - 1]?.kind === 'mark' ? undefined : marked) ?? roleOf(behind[at + 1])
    const side = role === 'thickness' ? 'height' : role
    if (!side || !SIDES.has(side) || sides.has(side)) return undefined
    sides.set(side, item.mm)
    if (sides.size === SIDES.size) return [...sides.values()]
  }
  return undefined
}
const SIDES: ReadonlySet<string> = new Set(['length', 'width', 'height'])

/** Three numbers in a chain, with no word for what each is. */
function chainAt(items: readonly Item[], from: number): number[] | undefined {
  const numbers = [0, 2, 4].map((step) => items[from + step])
  const times = [1, 3].map((step) => items[from + step])
  const joined = times.every((item) => item?.kind === 'times' || says(item, 'by', 'x'))
  return joined && numbers.every(isNumber) ? numbers.flatMap((item) => (isNumber(item) ? [item.mm] : [])) : undefined
}

/** `spacer 42 x 42 x 10`: as wide as it is deep, it has corners. */
export const cornered: Turning = (items, place) => {
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
