import type { Atom, SaidPlace } from './atoms.ts'
import type { Kinds } from './frame.ts'

/** Which atoms stand before a noun as its own: `four 5 mm through holes`, `a 6 mm wide, 6 mm deep channel`. */
export function premodifiers(atoms: readonly Atom[], kinds: Kinds): Map<number, number> {
  const owners = new Map<number, number>()
  // From the right: of `spacer tube` the tube is the noun, and takes the spacer with all before it.
  for (let index = atoms.length - 1; index >= 0; index--) {
    const atom = atoms[index]
    if (atom?.is !== 'noun' || atom.verb || owners.has(index)) continue
    let start = index
    let explicit = false
    let commas = 0
    const own: number[] = []
    for (let place = index - 1; place >= 0 && !explicit; place--) {
      const before = atoms[place]
      if (!before || owners.has(place)) break
      // `with a diameter of 90 mm, and a hole`: that article has its own.
      if (before.is === 'article' && (isLeading(atoms[place + 1]) || isOfAnEnd(atoms[place + 1])) && place + 1 < index)
        break
      if (before.is === 'article' || before.is === 'count' || (before.is === 'place' && isLed(before.place))) {
        explicit = true
        start = place
      } else if (atom.det !== undefined && !ORDINAL.has(atom.det) && atom.det !== 'another' && before.is !== 'noun')
        break
      else if (
        before.is === 'link' &&
        before.text === 'and' &&
        atom.plural &&
        commas === 0 &&
        isSize(atoms[place - 1]) &&
        isSize(atoms[place + 1])
      )
        continue
      else if (before.is === 'filler' && PREPOSITIONS.has(before.text)) break
      else if (PARTICIPLE.test(atom.text) && !(before.is === 'place' && before.place.kind === 'spec')) break
      else if (
        (isOther(before, atom, kinds) || isAsWide(before, atom, atoms.slice(place + 1, index))) &&
        own.length === 0 &&
        atoms.slice(0, place).some(({ is }) => is === 'noun') &&
        atoms.slice(place + 1, index).some(({ is }) => is === 'quantity')
      )
        break
      else if (place === index - 1 && isHandedOn(atoms, index, kinds)) break
      else if (isNamed(before) && (isFilled(atoms, place, index) || isChained(atoms[index + 1]))) break
      else if (OWN.has(before.is) && !isRelation(before) && !(isLeading(before) && sizedBehind(atoms[index + 1]))) {
        if (commas === 0) start = place
      } else if ((before.is === 'break' && before.strength === 1) || (before.is === 'link' && before.text === 'and'))
        commas++
      else if (before.is === 'noun' && isPartOf(before, atom, kinds) && commas === 0) {
        start = place
        own.push(place)
      } else {
        // `Silo: 50 mm diameter, 50 mm tall cylinder`: behind a title all is the body's.
        const title = atoms[place - 1]
        const titled =
          before.is === 'break' && before.strength === 2 && title?.is === 'noun' && !hasPart(title, atom, kinds)
        if (titled && commas > 0 && !sizedAfter(atoms[index + 1]) && atom.nouns.some((key) => kinds.family(key)))
          start = place + 1
        break
      }
    }
    // `a row of five holes`, `a 3 x 2 grid of holes`
    const [pattern, of] = [atoms[start - 2], atoms[start - 1]]
    if (of?.is === 'link' && of.text === 'of' && pattern?.is === 'place' && PATTERNS.has(pattern.place.kind))
      own.push(start - 2)
    for (let place = start; place < index; place++) {
      const one = atoms[place]
      if (one && (OWN.has(one.is) || one.is === 'count') && !owners.has(place)) own.push(place)
    }
    const opened = opening(atoms, start, owners)
    const led = opened.length > 0 || !explicit ? [] : fronted(atoms, start, owners)
    for (const place of [...own, ...opened, ...led]) owners.set(place, index)
  }
  return owners
}

/** `U channel: 60 wide, 30 high flanges`: they are of what the title names. */
const hasPart = (title: Atom & { is: 'noun' }, { nouns }: Atom & { is: 'noun' }, kinds: Kinds): boolean => {
  // A cylinder is a stage of what is turned only where it can be nothing else.
  // `flange: OD 140, 14 thick, Ø70 x 20 hub`: a hub is no second one of what the title names.
  const [first = ''] = nouns.filter((key) => !title.nouns.includes(key))
  return title.nouns.some((key) => {
    const parts = (kinds.family(key) ?? kinds.feature(key))?.parts
    // `L bracket: 100 tall, 80 base`: a leg of it, though any block has a base.
    return parts?.[first] !== undefined || nouns.some((other) => parts?.[other]?.faces !== undefined)
  })
}

/** `On the front face there is a 10 mm hole`: a place that opens a sentence is of what the sentence is about. */
function opening(atoms: readonly Atom[], start: number, owners: ReadonlyMap<number, number>): number[] {
  let place = start - 1
  while (atoms[place]?.is === 'filler' || isPause(atoms[place])) place--
  const places: number[] = []
  while (isWhere(atoms[place]) && !owners.has(place)) places.push(place--)
  const before = atoms[place]
  const opens = before === undefined || (before.is === 'break' && before.strength >= 2 && !before.colon)
  // `…, and in the front wall a 10 mm hole`: nothing stands between the place and its noun.
  const led = atoms[start - 1]?.is === 'place' && (isPause(before) || (before?.is === 'link' && before.text === 'and'))
  return opens || led ? places : []
}

/** `Along the web, 50 from one end, drill a 5 mm hole`: all that opens a sentence is of what it brings. */
function fronted(atoms: readonly Atom[], start: number, owners: ReadonlyMap<number, number>): number[] {
  const places: number[] = []
  let place = start - 1
  for (let one = atoms[place]; one !== undefined; one = atoms[--place]) {
    if (one.is === 'place' && !owners.has(place)) places.push(place)
    else if (!(one.is === 'filler' || isPause(one))) break
  }
  const [host, led, before] = [atoms[place], atoms[place - 1], atoms[place - 2]]
  const into = led?.is === 'filler' && led.text !== 'of' && PREPOSITIONS.has(led.text)
  const begins = host?.is === 'noun' && into ? before : host
  return begins === undefined || (begins.is === 'break' && begins.strength >= 3) ? places : []
}

const isPause = (atom: Atom | undefined): boolean => atom?.is === 'break' && atom.strength === 1

const isWhere = (atom: Atom | undefined): boolean =>
  atom?.is === 'place' &&
  (atom.place.kind === 'centre' ||
    atom.place.kind === 'corners' ||
    (atom.place.kind === 'spec' && FACES.has(atom.place.spec.noun ?? 'face')))

const FACES = new Set(['face', 'side', 'surface', 'edge', 'end', 'corner', 'rim'])

/** `face plate: 160 dia 15 thick, hub 60 dia`: it has sizes of its own. */
const sizedAfter = (next: Atom | undefined): boolean => next?.is === 'quantity'

/** `wheel 60 mm diameter 20 wide 8 bore`: no bore is 20 wide. */
const isOther = (before: Atom, noun: Atom & { is: 'noun' }, kinds: Kinds): boolean =>
  before.is === 'quantity' &&
  noun.nouns[0] === 'hole' &&
  before.quantities.length === 1 &&
  before.quantities.every(
    ({ role }) =>
      role !== undefined &&
      !noun.nouns.some((key) =>
        Object.values((kinds.feature(key) ?? kinds.family(key))?.slots ?? {}).some(({ accepts }) =>
          accepts.split(/[\s*]+/).includes(role),
        ),
      ),
  )

/** `knob 30 diameter 6 hole 15 high`, `square washer 40 mm 14 mm hole`: of two diameters before it, a hole has the one that is nearer. */
const isAsWide = (before: Atom, { nouns, plural }: Atom & { is: 'noun' }, between: readonly Atom[]): boolean => {
  const wide = (atom: Atom, ...roles: (string | undefined)[]) =>
    atom.is === 'quantity' && atom.quantities.length === 1 && roles.includes(atom.quantities[0]?.role)
  return (
    nouns[0] === 'hole' &&
    (wide(before, 'diameter') || (wide(before, undefined) && !plural)) &&
    between.some((atom) => wide(atom, undefined, 'diameter') && !between.some(({ is }) => is === 'break'))
  )
}

/** `bore 12 keyway 4 x 1.8`: each of them has its size behind it. */
function isHandedOn(atoms: readonly Atom[], index: number, kinds: Kinds): boolean {
  const [led, named, size, noun, next] = atoms.slice(Math.max(0, index - 3), index + 2)
  return (
    index > 2 &&
    named?.is === 'noun' &&
    named.nouns.some((key) => kinds.feature(key)) &&
    !isSize(led) &&
    isSize(size) &&
    noun?.is === 'noun' &&
    next?.is === 'quantity'
  )
}

const isAngle = (atom: Atom): boolean =>
  atom.is === 'quantity' && atom.quantities.every(({ number }) => number?.unit === 'deg')

/** `20 long`: a size with a word of its own. */
const isNamed = (atom: Atom): boolean =>
  atom.is === 'quantity' && atom.quantities.length === 1 && atom.quantities[0]?.role !== undefined && !isAngle(atom)

/** `12 dia 100 long 1 mm chamfer`: what edges get has one size, and it stands beside them. */
const EDGES: ReadonlySet<string> = new Set(['chamfer', 'fillet'])
const isFilled = (atoms: readonly Atom[], place: number, index: number): boolean => {
  const noun = atoms[index]
  const edge = noun?.is === 'noun' && EDGES.has(noun.nouns[0] ?? '')
  return edge && atoms.slice(place + 1, index).some((one) => one.is === 'quantity' && !isAngle(one))
}

/** `16 OD 20 long flange 24 x 3`: all of the flange is behind it. */
const isChained = (next: Atom | undefined): boolean =>
  next?.is === 'quantity' && next.quantities.length > 1 && next.quantities[0]?.leading !== true

const PATTERNS = new Set(['grid', 'line', 'spacing', 'circle', 'row'])
/** `hole Ø5.5 countersunk Ø11`: its size comes behind. */
const PARTICIPLE = /^(?!.*\bhole).*(?:ed|sunk)$/
const OWN = new Set<Atom['is']>(['quantity', 'each', 'flag', 'place', 'noted', 'filler', 'unread'])
/** `… 8 mm from the left edge 5 mm hole`: a relation ends what came before. */
/** `thk 12 bore 60`: the bore's size is behind it. */
const sizedBehind = (next: Atom | undefined): boolean =>
  next?.is === 'quantity' && next.quantities.length === 1 && next.quantities[0]?.role === undefined
const isLeading = (atom: Atom | undefined): boolean => atom?.is === 'quantity' && atom.quantities[0]?.leading === true
/** `with a base of 50 mm`: that article is its own too. */
const isOfAnEnd = (atom: Atom | undefined): boolean =>
  atom?.is === 'quantity' && /^(?:bottom|top)-/.test(atom.quantities[0]?.role ?? '')
const isLed = (place: SaidPlace): boolean =>
  (place.kind === 'spec' && place.spec.led === true) || (place.kind === 'grid' && place.led === true)
const isRelation = (atom: Atom): boolean =>
  atom.is === 'place' && !['centre', 'spec', 'grid', 'along', 'line', 'row'].includes(atom.place.kind)

/** `counterbored holes`: the counterbore is of the hole; `oblong mounting slots`: both words are its name. */
const isPartOf = (before: Atom & { is: 'noun' }, noun: Atom & { is: 'noun' }, kinds: Kinds): boolean =>
  (before.to === noun.from &&
    !before.plural &&
    before.nouns[0] === noun.nouns[0] &&
    kinds.feature(noun.nouns[0] ?? '') !== undefined) ||
  (before.to === noun.from && SHAPES.has(before.text)) ||
  // `support plate`, `boss block`: what it is comes last.
  (before.to === noun.from &&
    noun.det === undefined &&
    !before.plural &&
    !/(?:ed|sunk)$/.test(before.text) &&
    before.nouns.some((key) => kinds.feature(key)) &&
    !noun.nouns.some((key) => kinds.feature(key)) &&
    noun.nouns.some((key) => kinds.family(key))) ||
  // `triangular pyramid base 30`: the base is its own.
  (before.to === noun.from &&
    before.nouns.some((key) => kinds.family(key)) &&
    noun.nouns.some((key) => kinds.family(key)) &&
    !(noun.text === 'base' && hasPart(before, noun, kinds))) ||
  noun.nouns.some((key) => {
    const kind = kinds.feature(key) ?? kinds.family(key)
    return before.nouns.some((part) => kind?.parts?.[part] !== undefined)
  })

/** `60 mm and 40 mm legs`: one size each. */
const isSize = (atom: Atom | undefined): boolean =>
  atom?.is === 'quantity' && atom.quantities.length === 1 && atom.quantities[0]?.role === undefined

export const ORDINAL: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['second', 1],
  ['third', 2],
  ['fourth', 3],
  ['fifth', 4],
  ['last', -1],
])
export const SHAPES: ReadonlyMap<string, string> = new Map([
  ['hexagon', 'hexagonal'],
  ['hex', 'hexagonal'],
  ['octagon', 'octagonal'],
  ['triangle', 'triangular'],
  ['circle', 'circular'],
])
export const PREPOSITIONS = new Set([
  'in',
  'on',
  'into',
  'through',
  'to',
  'of',
  'from',
  'onto',
  'at',
  'along',
  'across',
  'over',
  'for',
])
