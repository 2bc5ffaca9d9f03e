import type { Span } from '@hewn/model'
import type { Atom, Quantity } from './atoms.ts'
import { byItsSizes } from './by-its-sizes.ts'
import { isPair } from './determiners.ts'

/** `80 x 50 x 20 mm with four holes`, `a round thing 40 wide`: no noun, but the sizes or the shape tell what it is. */
export function impliedBody(read: readonly Atom[]): Atom[] {
  const atoms = aloneGusset(read)
  if (atoms.some((atom) => atom.is === 'noun' && atom.nouns.some((key) => BODIES.has(key)))) return [...atoms]
  const before = (index: number) => atoms.slice(0, index).some((atom) => atom.is === 'noun')
  const named = (index: number) => before(index) || atoms.slice(0, index + 2).some((atom) => atom.is === 'unread')
  const first = (index: number, key: string, text = key): Atom[] => {
    const { at = [0, 0], from = 0 } = atoms[index] ?? {}
    const noun: Atom = { is: 'noun', nouns: [key], text, plural: false, at: at as Span, from, to: from }
    return [...atoms.slice(0, index), noun, ...atoms.slice(index)]
  }
  const flight = flightOf(atoms)
  if (flight) return flight
  const chain = atoms.findIndex((atom) => atom.is === 'quantity' && atom.quantities.length === 3)
  const sizes = atoms[chain]
  if (sizes?.is === 'quantity' && !before(chain) && sizes.quantities.every(({ role }) => role === undefined)) {
    // `birdhouse 150 x 150 x 200, 10 mm walls`: what has walls is hollow.
    if (atoms.some((atom) => atom.is === 'quantity' && atom.quantities.some(({ role }) => role === 'wall')))
      return first(chain, 'enclosure', 'box')
    const values = sizes.quantities.map(({ value }) => value)
    return first(chain, Math.min(...values) * 5 <= Math.max(...values) ? 'plate' : 'block')
  }
  const sheet = sheetIn(atoms)
  if (sheet && !before(sheet.chain)) return flatFirst(atoms, sheet)
  const pad = padIn(atoms, chain)
  if (pad) return atoms.with(pad.index, pad.atom)
  const told = byItsSizes(unstood(atoms))
  if (told) {
    const { at = [0, 0], from = 0 } = told.atoms[told.index] ?? {}
    const noun: Atom = { is: 'noun', nouns: [told.key], text: told.text, plural: false, at: at as Span, from, to: from }
    return told.atoms.toSpliced(told.index, 0, noun)
  }
  const shape = atoms.findIndex((atom) => atom.is === 'flag' && SHAPES.has(atom.flag) && !atom.not)
  const flag = atoms[shape]
  if (flag?.is === 'flag' && !named(shape)) return rounded(first(shape, SHAPES.get(flag.flag) ?? ''), flag.flag)
  const round = atoms.findIndex(
    (atom) => atom.is === 'quantity' && atom.quantities.some(({ role }) => role && ROUND.has(role)),
  )
  if (round < 0 || named(round)) return [...atoms]
  const roles = atoms.flatMap((atom) => (atom.is === 'quantity' ? atom.quantities.map(({ role }) => role) : []))
  return first(round, roles.includes('inner') ? 'tube' : 'cylinder')
}

/** `3 steps, 100 wide, each 20 deep and 15 high`: with nothing that they could be cut into they are the part. */
function flightOf(atoms: readonly Atom[]): Atom[] | undefined {
  const isSteps = (atom: Atom | undefined) => atom?.is === 'noun' && atom.plural && /^(?:step|stair)$/.test(atom.text)
  const told = atoms.findIndex((atom, index) => isSteps(atom) && atoms[index - 1]?.is === 'count')
  const [count, ...rest] = atoms.slice(told - 1)
  if (told < 1 || !count || atoms.slice(0, told).some((atom) => atom.is === 'noun' && !isSteps(atom))) return undefined
  const { at, from } = count
  return [
    // `steps for a figurine: 3 steps …`: their name, and no steps of their own.
    ...atoms.slice(0, told - 1).map((atom): Atom => (isSteps(atom) ? { ...atom, is: 'filler', text: '' } : atom)),
    { is: 'noun', nouns: ['stairs'], text: 'staircase', plural: false, at, from, to: from },
    count,
    ...rest.map((atom, index): Atom => {
      if (atom.is === 'noun' && atom.text === 'step') return { ...atom, nouns: ['stairstep'] }
      // `each 20 long`: as far as one goes, and not all of them.
      const each = rest.slice(0, index).some((one) => one.is === 'group')
      if (atom.is !== 'quantity' || !each) return atom
      const quantities = atom.quantities.map((one) =>
        one.role === 'length' ? { ...one, role: 'depth' as const } : one,
      )
      return { ...atom, quantities }
    }),
  ]
}

/** `3 mm steel 100 x 100`, `120 x 80, 3 mm aluminium`, `2 mm: 150 x 75`: two sizes, and how thick what it is cut from is. */
function sheetIn(atoms: readonly Atom[]): { chain: number; thick: number } | undefined {
  const chain = atoms.findIndex((atom) => atom.is === 'quantity' && atom.quantities.length === 2)
  const sides = sidesAt(atoms, chain)
  if (sides.length !== 2) return undefined
  const noun = atoms.findIndex(({ is }) => is === 'noun')
  const end = noun < 0 ? atoms.length : noun
  const made = atoms.some((atom) => atom.is === 'noted' && atom.what === 'material')
  // `paddle blade, teardrop profile: 200 x 90`: a name that is not known may be one of another shape.
  if (!made && atoms.slice(0, end).some((atom) => atom.is === 'unread' && !atom.known)) return undefined
  const thick = atoms.slice(0, end).findIndex((_, index) => {
    const [size, ...others] = sidesAt(atoms, index)
    if (!size || others.length > 0 || sides.some(({ value }) => value <= size.value)) return false
    if (size.role === 'thickness') return true
    const [before, after] = [atoms[index - 1], atoms[index + 1]]
    const named = [before, after].some((one) => one?.is === 'noted' && one.what === 'material')
    const titled = after?.is === 'break' && after.colon === true && index < chain
    const third = made && before?.is === 'break' && before.strength === 1 && index === chain + 2 && endsAt(after)
    return size.role === undefined && (named || titled || third)
  })
  return thick < 0 ? undefined : { chain, thick }
}

/** The sizes that stand there, where no word says what they are, or that they are how thick it is. */
function sidesAt(atoms: readonly Atom[], index: number): Quantity[] {
  const atom = atoms[index]
  if (atom?.is !== 'quantity') return []
  const plain = atom.quantities.every(
    ({ role, designator, number }) =>
      !designator &&
      number?.unit !== 'deg' &&
      (role === undefined || (role === 'thickness' && atom.quantities.length === 1)),
  )
  return plain ? atom.quantities : []
}
const endsAt = (atom: Atom | undefined): boolean => atom === undefined || ['break', 'link', 'noted'].includes(atom.is)

function flatFirst(atoms: readonly Atom[], { chain, thick }: { chain: number; thick: number }): Atom[] {
  const [sizes, how] = [atoms[chain], atoms[thick]]
  if (sizes?.is !== 'quantity' || how?.is !== 'quantity') return [...atoms]
  const { at, from } = sizes
  const noun: Atom = { is: 'noun', nouns: ['plate'], text: 'plate', plural: false, at, from, to: from }
  const depth: Atom = { ...how, quantities: how.quantities.map((one) => ({ ...one, role: 'thickness' as const })) }
  return atoms.flatMap((atom, index) => (index === chain ? [noun, atom, depth] : index === thick ? [] : [atom]))
}

/** `transom pad, 300 x 200 x 20`: there is nothing that it could stand on, and its three sizes follow. */
function padIn(atoms: readonly Atom[], chain: number): { index: number; atom: Atom } | undefined {
  const index = atoms.findIndex(({ is }) => is === 'noun')
  const [noun, sizes] = [atoms[index], atoms[chain]]
  if (
    noun?.is !== 'noun' ||
    noun.plural ||
    !noun.nouns.some((key) => STANDS.has(key)) ||
    sizes?.is !== 'quantity' ||
    chain < index
  )
    return undefined
  const apart = atoms.slice(0, chain).every(({ is }, at) => at === index || !['noun', 'quantity', 'place'].includes(is))
  const values = sizes.quantities.map(({ value }) => value)
  const flat = Math.min(...values) * 5 <= Math.max(...values)
  return apart ? { index, atom: { ...noun, nouns: [flat ? 'plate' : 'block'] } } : undefined
}

/** `gusset 60 x 60 x 5`, `gusset 50 mm triangle`: with nothing that it could stand between, it is the triangle itself. */
function aloneGusset(atoms: readonly Atom[]): readonly Atom[] {
  const nouns = atoms.flatMap((atom, index) => (atom.is === 'noun' ? [{ atom, index }] : []))
  const [first, ...others] = nouns
  if (first?.atom.nouns[0] !== 'gusset' || first.atom.plural) return atoms
  const bodies = others.filter(({ atom }) => atom.nouns.some((key) => BODIES.has(key)))
  const [same] = bodies
  if (bodies.length > 1 || (same && same.atom.nouns[0] !== 'triangle')) return atoms
  const gone: Atom = { is: 'filler', text: '', at: first.atom.at, from: first.atom.from, to: first.atom.to }
  return atoms.with(first.index, same ? gone : { ...first.atom, nouns: ['triangle'] })
}

/** What stands on something, where there is anything. */
const STANDS: ReadonlySet<string> = new Set(['pad', 'ear'])

/** `hollow square post, side 30`: nothing is there that it could stand on, and it has no size yet. */
function unstood(atoms: readonly Atom[]): readonly Atom[] {
  const index = atoms.findIndex(({ is }) => is === 'noun' || is === 'quantity')
  const noun = atoms[index]
  if (noun?.is !== 'noun' || noun.plural || !noun.nouns.some((key) => STANDS.has(key))) return atoms
  const { at, from, to } = noun
  const [shape] = [...FLAGS_OF].filter(([word]) => noun.text.split(' ').includes(word))
  return atoms.with(
    index,
    shape ? { is: 'flag', flag: shape[1], at, from, to } : { is: 'filler', text: '', at, from, to },
  )
}
const FLAGS_OF = new Map([
  ['square', 'square'],
  ['round', 'circular'],
  ['rectangular', 'rectangular'],
])
const SHAPES = new Map([
  ['circular', 'disc'],
  ['rectangular', 'plate'],
  ['square', 'plate'],
  ['hexagonal', 'hexagon'],
  ['octagonal', 'octagon'],
  ['pentagonal', 'pentagon'],
  ['triangular', 'triangle'],
  ['elliptical', 'ellipse'],
])
const ROUND = new Set(['diameter', 'outer'])

/** How wide a round thing is, is its diameter. */
function rounded(atoms: Atom[], shape: string): Atom[] {
  const sizes = atoms.flatMap((atom) => (atom.is === 'quantity' ? atom.quantities : []))
  const wide = sizes.find(({ role }) => role === 'width')
  if (shape === 'circular' && wide && !sizes.some(({ role }) => role && ROUND.has(role))) wide.role = 'diameter'
  return atoms
}
export const BODIES = new Set<string>()
/** Told once by the registry, which knows the families. */
export const setBodies = (keys: readonly string[]): void => {
  for (const key of keys) BODIES.add(key)
}

/** `wall hook, two screws`, `plate … with four M4 screws`: no hole was said, and those are what it is held with. */
export function screwedOn(atoms: readonly Atom[]): Atom[] {
  const nouns = atoms.flatMap((atom) => (atom.is === 'noun' ? atom.nouns : []))
  if (nouns.some((key) => key === 'hole' || HOLLOWS.has(key))) return [...atoms]
  return atoms.map((atom, index): Atom => {
    if (atom.is !== 'noun' || !atom.plural || !/^(?:(?:wood|machine|mounting|fixing) )?screw$/.test(atom.text))
      return atom
    const sized = designates(atoms[index - 1])
    const counted = atoms[sized ? index - 2 : index - 1]?.is === 'count'
    const body = atoms.slice(0, index).some((one) => one.is === 'noun' && one.nouns.some((key) => BODIES.has(key)))
    const long = atoms[index + 1]?.is === 'quantity'
    return counted && body && !long ? { ...atom, nouns: ['hole'], text: 'screw hole' } : atom
  })
}
/** What is screwed together where it has walls: the screws go into something else. */
const HOLLOWS: ReadonlySet<string> = new Set(['enclosure', 'jar', 'lid', 'pad'])
const designates = (atom: Atom | undefined): boolean =>
  atom?.is === 'quantity' && atom.quantities.length === 1 && atom.quantities[0]?.designator !== undefined

/** `holes for M6 socket cap screws`: the screw tells how large the hole is, and is not made. */
export function screwsNamed(atoms: readonly Atom[]): Atom[] {
  const gone = new Set<number>()
  atoms.forEach((atom, index) => {
    // `holes for M2.5 standoffs`: neither are those.
    const stands = atom.is === 'noun' && /(?:standoff|stand-off|spacer|insert|pillar)$/.test(atom.text)
    if (atom.is !== 'noun' || !(stands || /(?:screw|bolt|fastener|rivet|stud)$/.test(atom.text))) return
    // `four M6 socket head cap screw holes`
    const next = atoms[index + 1]
    if (next?.is === 'noun' && next.nouns.includes('hole') && next.from === atom.to) {
      gone.add(index)
      return
    }
    let place = index - 1
    while (place > index - 5 && ['unread', 'filler'].includes(atoms[place]?.is ?? '')) place--
    const size = atoms[place]
    if (size?.is !== 'quantity' || !size.quantities[0]?.designator) return
    const before = atoms[place - 1]?.is === 'article' ? atoms[place - 2] : atoms[place - 1]
    const led =
      before?.is === 'link'
        ? before.text === 'for'
        : before?.is === 'filler' && /^(?:for|to|fit|take|suit|of)$/.test(before.text)
    if (!led || !atoms.slice(0, place).some(({ is }) => is === 'noun')) return
    const holes = atoms.slice(0, place).findLast((one) => one.is === 'noun')
    if (stands && !(holes?.is === 'noun' && holes.nouns.includes('hole'))) return
    for (let one = place + 1; one <= index; one++) gone.add(one)
  })
  return atoms.map((atom, index) =>
    gone.has(index) ? { is: 'filler', text: '', at: atom.at, from: atom.from, to: atom.to } : atom,
  )
}

/** `two 6 mm holes for a handle 96 mm apart`: what is put into holes is not made. */
export function forHoles(atoms: readonly Atom[]): Atom[] {
  return atoms.map((atom, index): Atom => {
    const [holes, led, article] = [-3, -2, -1].map((step) => atoms[index + step])
    const [noun, lead] = article?.is === 'article' ? [holes, led] : [led, article]
    const next = atoms[index + 1]
    const named = noun?.is === 'noun' && noun.plural && noun.nouns.includes('hole')
    if (atom.is !== 'noun' || !named || lead?.is !== 'link' || lead.text !== 'for' || next?.is !== 'place') return atom
    if (!atom.nouns.some((key) => BODIES.has(key))) return atom
    return { is: 'noted', what: 'purpose', text: atom.text, at: atom.at, from: atom.from, to: atom.to }
  })
}

/** `4x M5 on a 60 mm circle`, `Ø13 in the middle`: a screw or a diameter with a place is a hole, though nobody says so. */
export function impliedHoles(atoms: readonly Atom[]): Atom[] {
  return atoms.flatMap((atom, index): Atom[] => {
    const [quantity, deep] = atom.is === 'quantity' && atom.quantities.length <= 2 ? atom.quantities : []
    // `1 mm x 45° both ends`
    const near = [atoms[index + 1], ...clauseBefore(atoms, index)]
    const chamfered = near.some(
      (one) => one?.is === 'noun' && one.nouns.some((key) => ['chamfer', 'countersink', 'fillet'].includes(key)),
    )
    if (deep?.role === 'angle' && deep.value === 45 && quantity?.role === undefined && !chamfered)
      return [atom, { ...holeAt(atom, false), nouns: ['chamfer'], text: 'chamfer' } as Atom]
    if (deep && !(quantity?.designator && deep.role === 'depth')) return [atom]
    // `Top edge R2`
    const named = atoms[index - 1]
    const clause = atoms[index - 2]
    if (
      quantity?.role === 'radius' &&
      named?.is === 'place' &&
      named.place.kind === 'spec' &&
      ['edge', 'rim'].includes(named.place.spec.noun ?? '') &&
      (clause === undefined || clause.is === 'break' || (clause.is === 'link' && clause.text !== 'of'))
    )
      return [atom, { ...holeAt(atom, false), nouns: ['fillet'], text: 'fillet' } as Atom]
    // `R5 on the upright edges`
    const following = atoms[index + 1]
    if (
      (quantity?.role === 'radius' || quantity?.role === 'root') &&
      !sizesNoun(atoms, index) &&
      following?.is === 'place' &&
      following.place.kind === 'spec' &&
      (['edge', 'corner', 'rim', 'end'].includes(following.place.spec.noun ?? '') ||
        following.place.spec.flags.includes('meet'))
    )
      return [
        atom,
        { is: 'noun', nouns: ['fillet'], text: 'fillet', plural: false, at: atom.at, from: atom.to, to: atom.to },
      ]
    if (!quantity || !(quantity.designator || quantity.role === 'diameter')) return [atom]
    // Worked on before it is named: `tapped M8`, `countersunk M5 in each corner`.
    let first = index
    while (isWork(atoms[first - 1])) first--
    const before = atoms[first - 1]
    const counted = before?.is === 'count'
    // `6 x M6 (6.6 through, 11 x 6.5 counterbore) on a 75 circle`: the brackets tell more of the hole.
    if (counted && isBracketed(atoms, index + 1)) return [atom, holeAt(atom, before.quantity.value > 1)]
    // `Holes: 4x Ø4 mm`: the title says it.
    const [colon, title] = [atoms[first - 2], atoms[first - 3]]
    const titled = before?.is === 'break' && before.strength === 2 && atoms[first - 2]?.is === 'noun'
    if (colon?.is === 'break' && colon.strength === 2 && title?.is === 'noun' && title.nouns.includes('hole'))
      return [atom]
    let after = index + 1
    let worked = first < index
    for (; ; after++) {
      const one = atoms[after]
      if (isWork(one)) worked = true
      const depth = one?.is === 'quantity' && one.quantities.length === 1 && one.quantities[0]?.role === 'depth'
      if (depth && worked) continue
      if (isInto(atoms, after)) break
      if (one?.is !== 'flag' && !(one?.is === 'filler' && one.to === one.from + 1)) break
    }
    const next = atoms[after]
    // `4x Ø9 thru counterbore Ø15 x 9`; `four M3 countersunk holes` are named.
    const behind = atoms[after + 1]
    const called = behind?.is === 'noun' && behind.nouns.includes('hole') && behind.from === next?.to
    const headed =
      !called &&
      next?.is === 'noun' &&
      /^(?:counterbor|countersink|countersunk|csk|cbore|c bore|spotfac)/.test(next.text)
    if ((next?.is === 'noun' && !(headed && counted)) || next?.is === 'quantity') return [atom]
    // `a hole tapped M8`: the hole was said.
    let said = first - 1
    while (['filler', 'flag', 'link', 'article'].includes(atoms[said]?.is ?? '')) said--
    const hole = atoms[said]
    if (worked && !(hole?.is === 'noun' && hole.nouns.some((key) => key === 'hole' || BODIES.has(key))))
      return [atom, holeAt(atom, counted && before.quantity.value > 1)]
    // `a groove 2 mm wide and 14 mm diameter in the middle`: two sizes of one thing.
    const joins = before?.is === 'link' && before.text === 'and' && atoms[index - 2]?.is === 'quantity'
    // `base 20 x 20 x 6, M8 through`
    const through =
      quantity.designator !== undefined &&
      atoms.slice(index + 1, after).some((one) => one.is === 'flag' && one.flag === 'through')
    const placed =
      !joins &&
      (next?.is === 'place' || isInto(atoms, after) || through) &&
      before !== undefined &&
      !titled &&
      ['break', 'link', 'article'].includes(before.is)
    // `Central Ø30 through`: its place and how deep it is, and nothing that it could be but a hole.
    const alone =
      before?.is === 'place' &&
      atoms[first - 2]?.is === 'break' &&
      (next === undefined || next.is === 'break') &&
      atoms.slice(index + 1, after).some((one) => one.is === 'flag' && one.flag === 'through')
    if (alone) return [atom, holeAt(atom, false)]
    // `a hole for an M4 screw in each corner`: the hole was said.
    const whose = before?.is === 'article' ? atoms[index - 2] : before
    if ((!counted && !placed) || (whose?.is === 'link' && (whose.text === 'for' || whose.text === 'of'))) return [atom]
    if (sizesNoun(atoms, first) || (!counted && isBareHole(atoms, first - 1))) return [atom]
    // `a 30 mm diameter central hole`: the place stands before what it is of.
    if (!counted && next?.is === 'place' && atoms[after + 1]?.is === 'noun') return [atom]
    const many = counted && before.quantity.value > 1
    return [atom, holeAt(atom, many)]
  })
}
/** `a hole with a diameter of 10 mm in the middle`: the diameter of what was said just before. */
function sizesNoun(atoms: readonly Atom[], index: number): boolean {
  let place = index - 1
  if (atoms[place]?.is === 'article') place--
  const link = atoms[place]
  if (link?.is !== 'link' || !['with', 'having', 'has', 'of'].includes(link.text)) return false
  place--
  while (atoms[place]?.is === 'flag' || atoms[place]?.is === 'filler') place--
  // `four holes, each with a diameter of 6 mm`
  if (atoms[place]?.is === 'group' && atoms[place - 1]?.is === 'break') place -= 2
  const noun = atoms[place]
  return noun?.is === 'noun' && !noun.nouns.some((key) => BODIES.has(key))
}

/** `one through bore, diameter 20 at the centre`: a hole of no size yet, and a comma. */
function isBareHole(atoms: readonly Atom[], comma: number): boolean {
  const [pause, noun] = [atoms[comma], atoms[comma - 1]]
  if (pause?.is !== 'break' || pause.strength !== 1 || noun?.is !== 'noun' || !noun.nouns.includes('hole')) return false
  let place = comma - 2
  while (atoms[place]?.is === 'flag') place--
  return atoms[place]?.is === 'article' || atoms[place]?.is === 'count'
}

/** `chamfer the top edge all round, 1 mm x 45°`: the nearest noun, with places and words for its manner between. */
function clauseBefore(atoms: readonly Atom[], index: number): Atom[] {
  let place = index - 1
  while (place > 0 && BESIDE.has(atoms[place]?.is ?? '')) place--
  return atoms.slice(Math.max(Math.min(place, index - 2), 0), index)
}
const BESIDE: ReadonlySet<string> = new Set(['place', 'flag', 'filler', 'break', 'article', 'unread'])

export const holeAt = ({ at, to }: Atom, plural: boolean): Atom => ({
  is: 'noun',
  nouns: ['hole'],
  text: 'hole',
  plural,
  at,
  from: to,
  to,
})
/** `M5 in each leg`: what it is put into is a part of the body. */
function isInto(atoms: readonly Atom[], place: number): boolean {
  const [led, noun] = [atoms[place], atoms[place + 1]]
  return led?.is === 'filler' && ['in', 'through'].includes(led.text) && noun?.is === 'noun' && isPair(noun.det)
}
/** Sizes in brackets, behind which no noun comes that they would be of. */
function isBracketed(atoms: readonly Atom[], place: number): boolean {
  const mark = (atom: Atom | undefined, text: string) => atom?.is === 'filler' && atom.text === text
  const end = atoms.findIndex((atom, index) => index > place && mark(atom, ')'))
  if (!mark(atoms[place], '(') || atoms[place + 1]?.is !== 'quantity' || end < 0) return false
  let next = end + 1
  while (atoms[next]?.is === 'flag') next++
  return atoms[next]?.is !== 'noun'
}
/** What is done to holes alone. */
const isWork = (atom: Atom | undefined): boolean =>
  atom?.is === 'flag' && ['tapped', 'countersunk', 'counterbored'].includes(atom.flag)

/** `stepped to 8 mm for the last 20`: a step, though nobody says so. */
export function impliedStep(atom: Atom, index: number, atoms: readonly Atom[]): Atom[] {
  if (atom.is !== 'quantity' || !atom.within) return [atom]
  const { at, from, shape } = atom
  const step: Atom = {
    is: 'noun',
    nouns: ['stage'],
    text: shape === 'square' ? 'step' : (shape ?? 'stepped'),
    plural: false,
    verb: true,
    at,
    from,
    to: from,
  }
  // `turned to 20 for the first 30, the rest left at 25`: what is turned down is within it.
  const isCut = (one: Atom) => one.is === 'quantity' && one.within !== undefined && one.within !== 'rest'
  if (atom.within === 'rest' && atoms.slice(0, index).some(isCut)) {
    const [rest] = atom.quantities
    const isSame = (one: Atom) =>
      one.is === 'quantity' && one.quantities.some(({ role, value }) => role === 'diameter' && value === rest?.value)
    // `from 1" round, …, the rest left at 1"` says it twice.
    return atoms.slice(0, index).some(isSame) ? [{ is: 'filler', text: '', at, from, to: atom.to }] : [atom]
  }
  // `12 mm diameter for the rest`: as long as is left.
  if (atom.within === 'rest') return [step, atom]
  const where = atom.within === 'both' ? ['both-ends'] : atom.within === 'first' ? ['below'] : []
  const flags = ['within', ...where, ...(shape === 'square' ? ['square'] : [])]
  return [step, ...flags.map((flag): Atom => ({ is: 'flag', flag, at, from, to: from })), atom]
}
