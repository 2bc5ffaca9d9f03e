import type { Role } from '../kinds.ts'
import { pitched } from '../library/fasteners.ts'
import type { WordItem } from '../words/items.ts'
import type { Meaning, Quantity } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { quantityOf } from './quantities.ts'

/** `80 x 60 x 10 mm`, `35 mm diameter x 20 mm`, `thickness 5`, `Ø6`, `M4`: one size or a chain of them. */
export const sizes: Recogniser<Meaning> = (at) => {
  const first = one(at)
  if (!first) return undefined
  const quantities = [first]
  for (;;) {
    const next = at.attempt(() => (at.times() ? one(at) : undefined))
    if (!next) break
    quantities.push(next)
  }
  // `drill gauge 100 x 30 x 4`, `box shell 150 x 100 x 60`: three sizes are no thickness.
  if (
    quantities.length === 3 &&
    first.leading &&
    (first.role === 'thickness' || first.role === 'wall') &&
    quantities.every((one) => one === first || !one.role || one.role === 'outer' || one.role === 'inner')
  ) {
    delete first.role
    delete first.leading
  }
  // `an opening 33 x 67` is cut, and is no gap.
  if (quantities.length === 2 && first.leading && first.role === 'gap' && quantities[1]?.role === undefined)
    return undefined
  // `100 x 60 x 40 outside`, `inner dimensions 80 x 50 x 30`: said of the whole chain.
  if (quantities.length > 1) {
    const ends = [quantities[0], quantities.at(-1)].find(
      (one) => one?.role === 'outer' || one?.role === 'inner' || one?.role === 'overall',
    )
    const plain = ({ role }: Quantity) => role === undefined || role === 'diameter'
    // `Ø25 x 150 overall`: how long all of it is, whatever is turned at its ends.
    const round = ends === quantities[1] && ends?.role === 'overall' && first.role === 'diameter'
    // `outer 60 x 40 x 50 high`
    const sides = ends?.leading && quantities.length === 3 && ends === first
    const named = ({ role }: Quantity) => sides && (role === 'thickness' || OTHERS.has(role ?? ''))
    if (ends && !round && quantities.every((one) => one === ends || plain(one) || named(one))) {
      if (ends.role !== 'overall') ends.side = ends.role === 'inner' ? 'inside' : 'outside'
      delete ends.role
    }
  }
  // `10 x 8 x 5 cm high inside`: the other two as well.
  const [last, ...before] = quantities.toReversed()
  if (last?.role === 'inner-height' && before.length === 2 && before.every(({ role }) => role === undefined)) {
    last.role = 'height'
    last.side = 'inside'
  }
  // `4x M5`, `4 × Ø6`, `4 x 6 mm holes`: a count.
  const [, second] = quantities
  if (
    quantities.length === 2 &&
    second &&
    isCount(first) &&
    (second.designator || second.role === 'diameter' || (second.number?.unit && isHole(at)))
  )
    return undefined
  return { is: 'quantity', quantities }
}

const isCount = ({ number, role }: Quantity): boolean =>
  number?.unit === undefined && role === undefined && Number.isInteger(number?.value) && (number?.value ?? 99) < 60
const isHole = (at: Cursor): boolean => {
  for (let ahead = 0; ahead < 4; ahead++) {
    const item = at.peek(ahead)
    if (item?.kind !== 'word') return false
    // `3 x 8 mm ports` are bored as well.
    if (item.entry?.nouns.includes('hole') || item.text === 'port') return item.plural
  }
  return false
}

const BETWEEN = [
  'dimension',
  'dimensions',
  'size',
  'sizes',
  'measurements',
  'of',
  'is',
  'be',
  'are',
  'at',
  'equal',
  'to',
  'about',
  'with',
  'a',
]

function one(at: Cursor): Quantity | undefined {
  return at.attempt(leftBelow) ?? at.attempt(acrossFirst) ?? at.attempt(roleFirst) ?? at.attempt(numberFirst)
}

/** `Across 20, top to bottom 12`: told before the number, in a clause of its own. */
function acrossFirst(at: Cursor): Quantity | undefined {
  const before = at.peek(-1)
  if (before && before.kind !== 'mark') return undefined
  const high = at.word('top') && at.word('to') && at.word('bottom')
  if (!high && !at.word('across')) return undefined
  at.mark(':=')
  at.skip('is')
  const found = plain(at)
  const next = at.item
  if (!found || (next && next.kind !== 'mark')) return undefined
  return high ? { ...found, leading: true, role: 'height' } : { ...found, across: true }
}

/** `leaving 5 mm at the bottom`, `2 mm left underneath`: what stays under a pocket is its floor. */
function leftBelow(at: Cursor): Quantity | undefined {
  const leaving = at.word('leaving', 'leave')
  at.skip('about', 'a', 'with')
  const found = plain(at)
  if (!found) return undefined
  at.skip('of', 'solid', 'material', 'metal', 'wood', 'thick')
  if (!leaving && !at.word('left', 'remaining', 'remains')) return undefined
  if (at.word('underneath', 'below', 'beneath', 'under')) at.skip('it')
  else {
    if (!at.word('at', 'on', 'in', 'for')) return undefined
    at.skip('the', 'its')
    if (!at.word('bottom', 'base', 'floor', 'underside')) return undefined
  }
  return { ...found, role: 'floor' }
}

/** `thickness of 5 mm`, `OD: 20`, `Ø6`, `R5`. */
function roleFirst(at: Cursor): Quantity | undefined {
  if (at.mark('⌀')) {
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    // `Ø20 OD` says it twice.
    const again = at.attempt(roleBehind)
    return { ...quantityOf(number), role: again && again !== 'diameter' ? again : 'diameter' }
  }
  const height = at.peek(-1)
  const role = at.wordIf(({ entry }) => entry?.role !== undefined)
  // `above z = 18` is a place, `z = 20` the teeth of a gear.
  if (!role || (role.text === 'z' && height?.kind === 'word' && ['above', 'below', 'at'].includes(height.text)))
    return undefined
  // `an opening with 5 mm corners`: a thing, and what it has.
  at.skip(...BETWEEN.filter((word) => word !== 'with' || !isOpening(role)))
  // `Taper: 20 mm at one end, …`: a title, and no size.
  const title =
    // `… of the big face: 6.6 mm through`: where it is.
    ((role.entry?.nouns.length ?? 0) > 0 || role.entry?.place === 'face') &&
    at.item?.kind === 'mark' &&
    at.item.text === ':'
  if (title) return undefined
  at.mark(':=')
  if (at.item?.kind === 'mark' && at.item.text === '⌀') at.mark('⌀')
  // `corner radius R8` says it twice.
  if (/radius/.test(role.text)) at.word('r')
  const found = designator(at) ?? plain(at)
  if (!found || found.role === 'angle') return found && role.entry?.role === 'angle' ? found : undefined
  // `floor with 5 slots`: what is in it.
  const [led, next] = [at.peek(-2), at.item]
  const counted = found.number?.unit === undefined && next?.kind === 'word' && next.plural && next.entry?.nouns.length
  if (counted && led?.kind === 'word' && led.text === 'with' && WALLS.has(role.entry?.role ?? '')) return undefined
  // `angle 40x40x4` is a profile.
  if (role.entry?.role === 'angle') return undefined
  // `aluminium sheet 300 x 200`: a thing of two sizes, and no thickness.
  if (at.item?.kind === 'times' && role.entry?.role === 'thickness' && role.entry.nouns.length > 0) return undefined
  // `opening 12 x 6`: a thing of two sizes.
  if (at.item?.kind === 'times' && isOpening(role)) return undefined
  // `wall 2 mm thick` says it twice.
  if (WALLS.has(role.entry?.role ?? '')) at.word('thick', 'thickness')
  // `inside 40 dia` says how it is measured as well.
  if (role.entry?.role === 'inner' || role.entry?.role === 'outer') at.word('dia', 'diameter')
  // `column 60 high`, `wall 40 high`: a thing, and a size of it.
  const behind = at.item
  if (role.entry?.nouns.length && behind?.kind === 'word' && OTHERS.has(behind.entry?.role ?? '')) return undefined
  const within = SIDES[role.entry?.role ?? '']
  const measured = within && at.attempt(() => at.word('wide', 'long', 'deep', 'high', 'tall'))
  if (within && measured?.entry?.role) return { ...found, leading: true, ...sided(at, within, measured.entry.role) }
  return { ...counts(found, role.entry?.role), leading: true, ...(role.entry?.role && { role: role.entry.role }) }
}

const SIDES: Readonly<Record<string, 'inside' | 'outside'>> = { inner: 'inside', outer: 'outside' }

/** `inside 120 wide, 80 deep and 100 high`: said of all that follow; `inside 40 deep` alone is that one. */
function sided(at: Cursor, side: 'inside' | 'outside', role: Role): Pick<Quantity, 'role' | 'side'> {
  let ahead = 0
  for (let item = at.peek(ahead); isBetween(item); item = at.peek(++ahead));
  const [number, word] = [at.peek(ahead), at.peek(ahead + 1)]
  const more = number?.kind === 'number' && word?.kind === 'word' && OTHERS.has(word.entry?.role ?? '')
  if (more || side === 'outside') return { role, side }
  return { role: role === 'length' || role === 'width' ? `inner-${role}` : 'inner-height' }
}

const isBetween = (item: ReturnType<Cursor['peek']>): boolean =>
  (item?.kind === 'mark' && item.text === ',') ||
  (item?.kind === 'word' && item.text === 'and') ||
  item?.kind === 'times'

const WALLS = new Set<string>(['wall', 'floor'])
const OTHERS = new Set<string>(['height', 'length', 'width', 'depth'])

/** `5 mm`, `5 mm thick`, `20 mm outside diameter`, `45 (X)`. */
function numberFirst(at: Cursor): Quantity | undefined {
  const found = designator(at) ?? plain(at)
  if (!found) return undefined
  // `a hole in one of the points`
  const next = at.item
  if (found.number?.text.toLowerCase() === 'one' && next?.kind === 'word' && next.text === 'of') return undefined
  const tag = at.attempt(axisTag)
  // `made from 3 mm steel`
  if (!tag && at.attempt(barBehind)) return { ...found, role: 'diameter' }
  if (!tag && at.attempt(stockBehind)) return { ...found, role: 'thickness' }
  // `80 mm across`: what its shape is measured by.
  const across = at.attempt(() => {
    if (!at.word('across')) return undefined
    // `100 across the top` of what is drawn.
    at.attempt(
      () => (at.skip('the'), at.wordIf(({ entry }) => entry?.place === 'top') && (ends(at) ? true : undefined)),
    )
    const next = at.item
    return next === undefined ||
      next.kind === 'mark' ||
      (next.kind === 'word' && ['and', 'with', 'by'].includes(next.text))
      ? true
      : undefined
  })
  if (across) return { ...found, across: true }
  if (!tag && at.attempt(squareBehind)) return { ...found, square: true }
  const role = at.attempt(roleBehind)
  const said = role ?? tag
  // `one side is perpendicular`: one of them, and no size.
  if (role === 'side' && found.number?.text.toLowerCase() === 'one') return undefined
  return said ? { ...counts(found, said), role: said } : found
}

const ends = ({ item }: Cursor): boolean =>
  item === undefined || item.kind === 'mark' || (item.kind === 'word' && item.text === 'and')

/** `48 teeth` beside inches are 48. */
const counts = (found: Quantity, role: Quantity['role']): Quantity =>
  role && COUNTED.has(role) && found.number?.unit === undefined && found.number
    ? { ...found, value: found.number.value }
    : found
/** Numbers, and names made of digits. */
const COUNTED = new Set<string>(['teeth', 'turns', 'diametral', 'module', 'series', 'bearing', 'nema', 'cell', 'norm'])

/** `pin from 1" bar`, `bushing out of 3/4" cold roll`, `shaft from 25 mm aluminium round`: as wide as what it is turned from. */
function barBehind(at: Cursor): true | undefined {
  const led = at.peek(-2)
  if (led?.kind !== 'word' || !['from', 'of', 'using'].includes(led.text) || !isTurned(at)) return undefined
  let bar = false
  for (let item = at.item; item?.kind === 'word'; item = at.item) {
    const stock =
      /^(?:(?:hot |cold )?roll(?:ed)?|cr|crs|(?:round )?(?:bar|rod|stock)|round|drill rod|silver steel)$/.test(
        item.text,
      )
    if (!stock && !item.entry?.material && !/^(?:cold|hot|drawn|ground|finished|dia|diameter)$/.test(item.text)) break
    bar ||= stock
    at.wordIf(() => true)
  }
  return bar && endsHere(at) ? true : undefined
}

/** What is made was called by a name of what is turned. */
function isTurned(at: Cursor): boolean {
  for (let back = -1; back > -20; back--) {
    const item = at.peek(back)
    if (item === undefined) return false
    if (item.kind === 'word' && item.entry?.nouns.length) return item.entry.nouns.some((key) => TURNED.has(key))
  }
  return false
}
const TURNED: ReadonlySet<string> = new Set([
  'turned',
  'cylinder',
  'tube',
  'washer',
  'pulley',
  'flanged-bushing',
  'cone',
])

const endsHere = (at: Cursor): boolean => {
  const next = at.item
  return (
    next === undefined ||
    next.kind === 'mark' ||
    (next.kind === 'word' && ['with', 'and', 'has', 'having'].includes(next.text))
  )
}

/** `from 3 mm steel`, `out of 6 mm aluminium plate`: how thick it is. */
function stockBehind(at: Cursor): true | undefined {
  const led = at.peek(-2)
  if (led?.kind !== 'word' || !['from', 'of', 'in', 'using'].includes(led.text)) return undefined
  const stock = at.item
  if (stock?.kind !== 'word' || !(stock.entry?.material || /^(?:sheet|plate)$/.test(stock.text))) return undefined
  let ahead = 1
  for (
    let item = at.peek(ahead);
    item?.kind === 'word' && (item.entry?.material || /^(?:sheet|plate|stock)$/.test(item.text));
    item = at.peek(++ahead)
  );
  const next = at.peek(ahead)
  const ended =
    next === undefined ||
    next.kind === 'mark' ||
    (next.kind === 'word' && ['with', 'and', 'has', 'having'].includes(next.text))
  if (!ended) return undefined
  // Sheet is what it is cut from, and no body of its own.
  const sheet = Array.from({ length: ahead }, (_, place) => at.peek(place)).some(
    (one) => one?.kind === 'word' && /^(?:sheet|plate|stock)$/.test(one.text),
  )
  if (sheet) for (let taken = 0; taken < ahead; taken++) at.wordIf(() => true)
  return true
}

/** `20 mm square`, and not `20 mm square hole`. */
function squareBehind(at: Cursor): true | undefined {
  const led = at.peek(-2)
  // `a 40 mm square` is an outline.
  if (!at.word('square') || (led?.kind === 'word' && ['a', 'an', 'one'].includes(led.text))) return undefined
  const next = at.item
  if (next === undefined || next.kind === 'mark' || next.kind === 'number') return true
  return next.kind === 'word' &&
    (['and', 'with', 'by', 'has', 'having', 'in', 'x'].includes(next.text) || next.entry?.role !== undefined)
    ? true
    : undefined
}

function plain(at: Cursor): Quantity | undefined {
  const number = at.number()
  return number && quantityOf(number)
}

const TAGS: Record<string, Role | 'x' | 'y' | 'z'> = {
  x: 'x',
  y: 'y',
  z: 'z',
  l: 'length',
  w: 'width',
  h: 'height',
  d: 'depth',
  t: 'thickness',
}

/** `45 (X) x 60 (Y)`, `100mm(L)`, `30 in X`. */
function axisTag(at: Cursor): Role | 'x' | 'y' | 'z' | undefined {
  const bracket = at.mark('(')
  if (!bracket && !at.word('in', 'along')) return undefined
  const letter = at.wordIf(
    ({ text }) => Object.hasOwn(TAGS, text) || text === 'long' || text === 'wide' || text === 'high',
  )
  if (!letter) return undefined
  at.skip('axis', 'direction')
  if (bracket && !at.mark(')')) return undefined
  return TAGS[letter.text] ?? letter.entry?.role
}

/** `8 mm id 12 mm od 10 mm`: who says one size behind its number says the next one there too. */
function saysBehind(at: Cursor): boolean {
  const [word, number] = [at.peek(-3), at.peek(-4)]
  return word?.kind === 'word' && isSizeWord(word) && number?.kind === 'number'
}

function roleBehind(at: Cursor): Role | undefined {
  const bracket = at.mark('(')
  // `12 x 6 opening`
  const joint = at.peek(-2)
  const chained = joint?.kind === 'times' || (joint?.kind === 'word' && joint.text === 'by')
  const within = at.word('in') !== undefined && at.word('the') !== undefined
  at.skip('is', 'the')
  // `slots 7 x 24 on each side`
  const where = (item: WordItem) => isOpening(item) || item.text.endsWith('each side')
  const word = at.wordIf((item) => isSizeWord(item) && !(chained && where(item)))
  if (!word?.entry?.role) return undefined
  // `a hole 4 mm in the floor`: where it is.
  if (within && WALLS.has(word.entry.role) && afterOpening(at)) return undefined
  // `50x30x3 length 200`: the word belongs to the number behind it, unless that has one of its own.
  const [next, after] = [at.item, at.peek(1)]
  // `holes 8 mm spaced 25 mm`
  if (word.entry.role === 'spacing' && next?.kind === 'number') return undefined
  // `30mm r3`, `30 r=3`: written together, they belong together.
  const glued = next?.kind === 'number' && next.at[0] === word.at[1]
  if (!bracket && (glued || (next?.kind === 'mark' && next.text === '='))) return undefined
  if (
    !bracket &&
    !saysBehind(at) &&
    leads(word) &&
    next?.kind === 'number' &&
    !(after?.kind === 'word' && after.text === 'from') &&
    !hasItsWord(at, chained) &&
    !(sizesAThing(at) && !chained && word.entry.role !== 'norm') &&
    after?.kind !== 'times'
  )
    return undefined
  if (bracket && !at.mark(')')) return undefined
  // `60 mm diameter pitch circle` is one size.
  if (word.entry.role === 'diameter') {
    const further = at.attempt((next) => next.wordIf(({ entry }) => entry?.role === 'pcd'))
    if (further) return 'pcd'
  }
  // `60 outside width`: one size.
  if (word.entry.role === 'outer') {
    const along = at.attempt((more) => {
      const again = more.word('width', 'height', 'length', 'depth')
      return again && more.item?.kind !== 'number' ? again.entry?.role : undefined
    })
    if (along) return along
  }
  return word.entry.role
}

/** Of its clause, an opening was spoken of last. */
function afterOpening(at: Cursor): boolean {
  for (let back = -1; back > -12; back--) {
    const item = at.peek(back)
    if (item === undefined || (item.kind === 'mark' && ',;.:'.includes(item.text))) return false
    if (item.kind === 'word' && item.entry?.nouns.some((key) => OPENINGS.has(key))) return true
  }
  return false
}
const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'cutout', 'pocket'])

const NOUNS = new Set([
  'thickness',
  'width',
  'length',
  'height',
  'depth',
  'thk',
  't',
  'l',
  'w',
  'h',
  'wall',
  'floor',
  'bore',
  'din',
  'iso',
  'od',
  'id',
  'wall thickness',
  'corner radius',
  'radius',
  'dia',
  'diameter',
])
const leads = ({ text, entry }: WordItem): boolean =>
  NOUNS.has(text) || WALLS.has(entry?.role ?? '') || entry?.role === 'pcd' || IN_ALL.test(text)
/** `hub Ø50 total height 35` */
const IN_ALL = /^(?:total|overall) (?:height|length|width|thickness)$/

/** The number that follows has its word behind it; that of `100 x 60 x 40 walls 2 floor 3` stands before it, as the next one's does. */
function hasItsWord(at: Cursor, chained: boolean, ahead = 0): boolean {
  const [word, further] = [at.peek(ahead + 1), at.peek(ahead + 2)]
  if (word?.kind !== 'word' || !namesASize(word)) return false
  // `100 x 60 x 40 walls 3 mm thick`
  const before = at.peek(ahead - 1)
  if (chained && word.entry?.role === 'thickness' && before?.kind === 'word' && WALLS.has(before.entry?.role ?? ''))
    return false
  return chained && leads(word) && further?.kind === 'number' ? hasItsWord(at, chained, ahead + 2) : true
}
/** `30 OD 20 bore 40 long`: the number behind has a word of its own, be it a noun. */
const namesASize = ({ text, entry }: WordItem): boolean => entry?.role !== undefined || text === 'bore'

/** `10 mm OD 5 mm hole 12 long`: the number behind is how large that thing is, unless the thing has one of its own. */
function sizesAThing(at: Cursor): boolean {
  const [thing, behind, after] = [1, 2, 3].map((ahead) => at.peek(ahead))
  if (thing?.kind !== 'word' || !thing.entry?.nouns.length) return false
  return behind?.kind !== 'number' || (after?.kind === 'word' && isSizeWord(after))
}

/** `5 mm thick pitch 20`: a role that is followed by its own number belongs to that one. */
const isSizeWord = ({ entry }: WordItem): boolean => entry?.role !== undefined

/** How wide something is open, and where it has two sizes, a window. */
const isOpening = ({ entry }: WordItem): boolean => entry?.role === 'gap' && entry.nouns.includes('cutout')

/** `M6`, `M2.5`, `M6x20`, `#8-32`, `1/4-20`: sizes that stand in tables. */
export function designator(at: Cursor): Quantity | undefined {
  return at.attempt(metric) ?? at.attempt(inch)
}

function metric(at: Cursor): Quantity | undefined {
  const word = at.wordIf(({ text }) => METRIC.test(text))
  const [, said = '', hundredths] = METRIC.exec(word?.text ?? '') ?? []
  const size = said.replace('p', '.')
  const name = hundredths === undefined ? `M${size}` : pitched(`M${size}`, Number(hundredths) / 100)
  if (!word || !name) return undefined
  // `a hole for an M4 screw`: the screw is not what is made.
  if (
    [-2, -3].some((back) => {
      const item = at.peek(back)
      return item?.kind === 'word' && ['for', 'fit', 'take'].includes(item.text)
    })
  )
    at.wordIf(({ text }) => /(?:screw|bolt|shcs|fastener|stud|rivet)$/.test(text))
  return { value: Number(size), at: word.at, designator: name }
}
/** `M8`, `M2p5`, `M10f125`: as words/spellings.ts and words/thread-pitches.ts write them. */
const METRIC = /^m(\d+(?:p\d+)?)(?:f(\d+))?$/

function inch(at: Cursor): Quantity | undefined {
  const start = at.item?.at[0] ?? 0
  const hash = at.mark('#')
  if (!hash && !at.word('number', 'no')) {
    const number = at.number()
    if (!number || number.unit === 'deg' || !/^\d+\/\d+"?$/.test(number.text.trim()) || !at.mark('-')) return undefined
    const threads = at.number()
    if (!threads || threads.unit) return undefined
    return {
      value: number.value * 25.4,
      at: [start, threads.at[1]],
      designator: `${number.text.trim().replace('"', '')}-${threads.text}`,
    }
  }
  const gauge = at.number()
  if (!gauge || !Number.isInteger(gauge.value) || gauge.value > 14) return undefined
  const pitch = at.attempt(() => (at.mark('-') ? at.number() : undefined))
  const designator = pitch ? `#${gauge.text}-${pitch.text}` : `#${gauge.text}`
  return { value: (0.06 + 0.013 * gauge.value) * 25.4, at: [start, pitch?.at[1] ?? gauge.at[1]], designator }
}
