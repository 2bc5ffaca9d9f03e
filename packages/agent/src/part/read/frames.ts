import type { Span } from '@hewn/model'
import type { Family, Kind, Role } from '../kinds.ts'
import type { Atom, Quantity, SaidPlace } from './atoms.ts'
import { fill } from './fill.ts'
import { below, type Frame, type Kinds, type Read } from './frame.ts'
import { rescue } from './rescue.ts'
import { ORDINAL, PREPOSITIONS, premodifiers, SHAPES } from './premodifiers.ts'

/** One thing the words talk about, with all that was said of it. */

const STRONG = 2
/** What is bounded by flat faces, and has edges all round. */
const SIDES: ReadonlyMap<string, number> = new Map([
  ['triangle', 3],
  ['pentagon', 5],
  ['hexagon', 6],
  ['heptagon', 7],
  ['octagon', 8],
])
/** `Diamond (rhombus) plate`: what is plain takes its outline from the word before it. */
const OUTLINES = new Set([...SIDES.keys(), 'rhombus', 'trapezoid', 'parallelogram', 'ellipse', 'stadium', 'star'])
const PLAIN = new Set(['plate', 'block', 'disc'])
/** By the adjective, what a plain noun becomes. */
const ADJECTIVES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['circular', { plate: 'disc' }],
  [
    'half',
    {
      disc: 'half-disc',
      cylinder: 'half-disc',
      tube: 'half-disc',
      plate: 'half-disc',
      washer: 'half-disc',
      flange: 'half-disc',
    },
  ],
  ...[...SIDES.keys()].map((key): [string, Record<string, string>] => [
    key === 'triangle' ? 'triangular' : `${key}al`,
    key === 'hexagon' ? { plate: key, disc: key } : { plate: key, disc: key, block: key, cylinder: key },
  ]),
  ['elliptical', { plate: 'ellipse', disc: 'ellipse' }],
  ['diamond', { plate: 'rhombus' }],
])
/** Places that only features have. */
const COMING = new Set<SaidPlace['kind']>(['from', 'spacing', 'circle', 'grid', 'line', 'clock', 'points', 'offset'])
/** What any part may be called. */
const WEAK = /^(?:blank|body|piece|part|workpiece|stock|shape|solid)$/
const BOTTOM = /^(?:base|body|bottom|foot)$/
const FLAT = new Set(['plate', 'block', 'cube', 'flat-bar'])

/**
 * Joins atoms to frames. A size belongs to the noun it stands right before, else to the nearest noun before it that has
 * a free slot for it, going outwards: `flanges 20 mm wide, 100 mm long` gives the length to the beam, as flanges have none.
 */
export function framesOf(atoms: readonly Atom[], kinds: Kinds, seeds: readonly Frame[] = []): Read {
  const read: Read = { bodies: [...seeds], loose: [], unread: [], spare: [], without: [], strange: [] }
  const owners = premodifiers(atoms, kinds)
  let focus: Frame[] = seeds.slice(-1)
  const adds = atoms.some((atom) => atom.is === 'filler' && ADDING.has(atom.text))
  const instead = atoms.some((atom) => (atom.is === 'filler' && atom.text === 'instead') || atom.is === 'old')
  let grouped = false
  const held: { atom: Atom; owner: number }[] = []

  const open = (index: number, atom: Atom & { is: 'noun' }) => {
    const frame = find(atom, index)
    const waiting = held.filter(({ owner }) => owner === index)
    for (const { atom: one } of waiting) if (one.is === 'flag' && !one.not) reshape(frame, one.flag)
    for (const one of waiting) {
      if (one.atom.is === 'noun') describe(frame, one.atom)
      else give(one.atom, [frame, ...lineOf(frame.parent)])
      held.splice(held.indexOf(one), 1)
      inItsPlace(frame)
    }
    // `counterbore the holes 8 mm x 4 mm`: the sizes are the counterbore's.
    const part = frame.children.at(-1)
    if (frame.seeded && part && !part.seeded && part.level === 'part' && part.sizes.size === 0) focus = [part]
    // Sizes that stood before the first noun, and found none: `Milled: 80 x 50 x 20 …`.
    if (read.spare.length > 0 && frame.level === 'body')
      read.spare = read.spare.filter(({ quantities }) => !fill(frame, quantities))
  }

  atoms.forEach((atom, index) => {
    const owner = owners.get(index)
    if (owner !== undefined) {
      held.push({ atom, owner })
      return
    }
    switch (atom.is) {
      case 'noun':
        open(index, atom)
        return
      case 'group':
        grouped = regroup(atom.which)
        return
      case 'break':
        if (atom.strength >= STRONG) {
          if (grouped) focus = focus.slice(-1)
          grouped = false
        }
        return
      case 'without':
        read.without.push({ nouns: atom.nouns, text: atom.text, at: atom.at })
        return
      case 'unread':
        read.unread.push({ at: atom.at, text: atom.text })
        return
      case 'share':
        shared(atom.quantity)
        return
      case 'quantity':
      case 'count':
      case 'flag':
      case 'place': {
        // `; at 6 o'clock a square post`: a clause that begins with a place speaks of what comes.
        const [last, next] = [atoms[index - 1], atoms[index + 1]]
        const begins =
          last?.is === 'break' && last.strength >= STRONG && (next?.is === 'article' || next?.is === 'count')
        const coming = begins && atom.is === 'place' ? nextNoun(atom) : -1
        if (coming >= 0 && !atoms.slice(index, coming).some(({ is }) => is === 'break')) {
          held.push({ atom, owner: coming })
          return
        }
        if (sided(atom, atoms[index + 1])) return
        // `7 wombats`: so many of what is not known are no size of what is.
        const [equals, named] = [atoms[index - 1], atoms[index - 2]]
        // `q = 18`: a number whose name is not known.
        const unnamed =
          equals?.is === 'filler' && equals.text === '=' && named?.is === 'unread' && named.to === equals.from
        if (atom.is === 'quantity' && (unnamed || countsUnknown(atom.quantities, atoms[index + 1]))) {
          read.spare.push({ at: atom.at, quantities: atom.quantities })
          return
        }
        const odd = atom.is === 'quantity' ? strangerBy(atoms, index) : undefined
        if (odd) {
          read.strange.push(odd)
          read.spare.push({ at: atom.at, quantities: quantitiesIn(atom) })
          return
        }
        if (grouped && focus.length > 1) for (const frame of focus) give(copyOf(atom), [frame, ...lineOf(frame.parent)])
        else give(atom, lineOf(focus.at(-1)))
        return
      }
      default:
    }
  })
  for (const { atom } of held) {
    if (atom.is === 'quantity') read.spare.push({ at: atom.at, quantities: atom.quantities })
    else if (atom.is === 'count') read.spare.push({ at: atom.at, quantities: [atom.quantity] })
    else if (atom.is === 'unread') read.unread.push({ at: atom.at, text: atom.text })
  }
  shareOut()
  rescue(read)
  return read

  /** `square pot`, `round tray`: an adjective makes another family of it before it has sizes. */
  function inItsPlace(frame: Frame): void {
    if (frame.level !== 'body' || frame.seeded || frame.sizes.size > 0) return
    const { instead = [] } = frame.kind as Family
    const other = instead.find(({ when }) => when(frame))
    frame.kind = (other && kinds.family(other.family)) ?? frame.kind
  }

  function lineOf(frame: Frame | undefined): Frame[] {
    return frame ? [frame, ...lineOf(frame.parent)] : []
  }

  /** The frame a noun opens, or the one it points back to. */
  function find(atom: Atom & { is: 'noun' }, index: number): Frame {
    const line = lineOf(focus.at(-1))
    const body = read.bodies.at(-1)
    const hosts = [...line, ...(body && !line.includes(body) ? [body] : [])]
    const definite = atom.det !== undefined && !['another', 'other'].includes(atom.det) && !ORDINAL.has(atom.det)
    const ordinal = atom.det === undefined ? undefined : ORDINAL.get(atom.det)
    if (ordinal !== undefined && seeds.length > 0 && !adds) {
      const same = hosts
        .flatMap(({ children }) => children)
        .filter((child) => child.seeded && (atom.nouns.includes(child.kind.key) || child.level === 'part'))
      // The first step may be the shaft itself.
      const own = hosts.find(({ level }) => level === 'body')
      const all = own && own.kind.repeats && own.stages === same.length + 1 ? [own, ...same] : same
      const known = all.at(ordinal)
      if (known) return focused(known)
    }
    // `counterbored … with a 15 mm wide slot` still speaks of the counterbore.
    const [near] = focus.slice(-1)
    if (
      near?.level === 'part' &&
      near.parent &&
      atom.nouns.includes(near.parent.kind.key) &&
      near.parent.level === 'feature' &&
      near.sizes.size === 0
    )
      return near
    const held = located(atom, index, hosts) ?? crossed(atom, index)
    if (held) return held
    for (const host of hosts)
      for (const key of atom.nouns) {
        const part = host.kind.parts?.[key]
        if (!part) continue
        const known =
          host.kind.repeats?.includes(part.key) && !definite
            ? undefined
            : host.children.find((child) => child.level === 'part' && child.kind.key === part.key)
        // `a boss with a 5 mm hole … add four 9 mm holes`: other ones, and not the boss's.
        if (known && known.sizes.size > 0 && host.level === 'feature' && atom.plural && holdsSizes(index)) continue
        return focused(known ?? add(part, 'part', atom, host))
      }
    const sized = [...owners].some(
      ([place, owner]) => owner === index && ['quantity', 'count'].includes(atoms[place]?.is ?? ''),
    )
    if (definite && !sized) {
      const known = pointed(atom)
      if (known.length > 0) {
        focus = known
        grouped = known.length > 1
        return known.at(-1) as Frame
      }
    }
    const back = bare(atom, index) ?? meant(atom, index)
    if (back) return focused(back)
    const upcoming = atom.nouns.map((key) => kinds.family(key)).find((kind) => kind !== undefined)
    const feature = atom.nouns.map((key) => kinds.feature(key)).find((kind) => kind !== undefined)
    const apart = [...owners].some(([place, owner]) => owner === index && isFlag(atoms[place], 'separate'))
    const raised = raisedHub(atom, index, body) ?? turnedStep(atom, index, body)
    if (raised) return focused(raised)
    if (feature && !(upcoming && (!body || isTitle(body) || apart))) {
      const leg = focus.at(-1)
      const made = add(feature, 'feature', atom, body)
      // `bore 30 chamfered 2 mm`: the rims of the bore.
      if (
        leg?.kind.key === 'hole' &&
        ['fillet', 'chamfer'].includes(feature.key) &&
        (PARTICIPLES.test(atom.text) || /\b(?:bore|hole)\b/.test(atom.text)) &&
        touches(index)
      )
        made.flags.set('inner', atom.at)
      // `a lid with a hole in the middle`: the hole is the lid's.
      const apartHost = lineOf(leg).find(({ kind }) => kind.detached)
      // `a 40 mm leg with one hole`: the hole is in that leg.
      const own = Math.min(index, ...[...owners].filter(([, owner]) => owner === index).map(([place]) => place))
      const [length, ...others] = [...(leg?.sizes.values() ?? [])]
      const back = [atoms[own - 1], atoms[own - 2]]
      if (
        leg?.level === 'part' &&
        leg.kind.faces &&
        length &&
        others.length === 0 &&
        back.some((one) => one?.is === 'link' && one.text === 'with')
      )
        made.targets.push({ keys: [leg.kind.key], text: leg.noun, size: length.quantity.value })
      if (apartHost && back.some((one) => one?.is === 'link' && one.text === 'with'))
        made.targets.push({ keys: [apartHost.kind.key], text: apartHost.noun })
      return focused(made)
    }
    if (upcoming) {
      if (body && isTitle(body) && OUTLINES.has(body.kind.key) && PLAIN.has(upcoming.key)) return focused(body)
      // `flanged sleeve: sleeve 30 OD, …`: its name again, shorter.
      if (body && isTitle(body) && body.noun !== atom.text && body.noun.split(' ').includes(atom.text))
        return focused(body)
      // `dome: flat base 80 mm across` speaks of the dome.
      if (body && isTitle(body) && BOTTOM.test(atom.text) && !PLAIN.has(body.kind.key)) return focused(body)
      // `pipe nipple blank`, `gear body`: what any part may be called.
      if (body && isTitle(body) && WEAK.test(atom.text) && adjacent(index)) return focused(body)
      // `holder for a 30 mm pipe`: what it is for is not what is made.
      if (body && isTitle(body) && jointOf(index) !== 'for') {
        body.kind = upcoming
        body.noun = atom.text
        for (const [flag, at] of flagsOf(atom)) body.flags.set(flag, at)
        body.plural ||= atom.plural
        read.title ??= body.noun
        return focused(body)
      }
      const made = add(upcoming, 'body', atom, undefined)
      const joint = body && !apart ? jointOf(index) : undefined
      if (joint) made.joint = joint
      return focused(made)
    }
    // A noun of parts whose owner is not there: just a word.
    read.unread.push({ at: atom.at, text: atom.text })
    return focus.at(-1) ?? body ?? add({ key: '', nouns: '', slots: {} }, 'part', atom, undefined)
  }

  /** `a disc with a boss in the middle` is a flange: it is bored, bolted and faced as one. */
  function raisedHub(atom: Atom & { is: 'noun' }, index: number, body: Frame | undefined): Frame | undefined {
    const flange = kinds.family('flange')
    const hub = flange?.parts?.['hub']
    if (!hub || body?.kind.key !== 'disc' || body.seeded || isTitle(body) || body.sizes.has('wall')) return undefined
    const stands = atom.nouns.includes('pad') || (atom.text === 'hub' && brought(index))
    if (!stands || atom.plural || !/boss|hub|spigot|register|collar|neck|cylinder/.test(atom.text)) return undefined
    const own = [...owners].filter(([, owner]) => owner === index).map(([place]) => atoms[place])
    if (own.some((one) => one?.is === 'count' || isFlag(one, 'square') || isFlag(one, 'rectangular'))) return undefined
    const end = atoms.findIndex(
      (one, place) => place > index && (one.is === 'noun' || (one.is === 'break' && one.strength >= STRONG)),
    )
    const said = atoms.slice(index, end < 0 ? undefined : end)
    if (said.some((one) => one.is === 'place' && COMING.has(one.place.kind))) return undefined
    body.kind = flange
    return add(hub, 'part', atom, body)
  }

  /** `a cylinder …, then a cone`, `with a 3 mm shaft`: a round bar that goes on is turned. */
  function turnedStep(atom: Atom & { is: 'noun' }, index: number, body: Frame | undefined): Frame | undefined {
    const turned = kinds.family('turned')
    const stage = turned?.parts?.['stage']
    if (!turned || !stage || body?.kind.key !== 'cylinder' || body.seeded || isTitle(body)) return undefined
    if (
      body.sizes.has('wall') ||
      body.sizes.has('inner') ||
      atom.plural ||
      !/^(?:con|shaft|stem|shank|spigot|stub|journal|neck|tip|spindle|nose)/.test(atom.text)
    )
      return undefined
    const own = [...owners].filter(([, owner]) => owner === index).map(([place]) => place)
    const first = Math.min(index, ...own)
    const then = [1, 2, 3].some((back) => {
      const one = atoms[first - back]
      return one?.is === 'filler' && one.text === 'then'
    })
    if (own.some((place) => atoms[place]?.is === 'count') || !(then || brought(index))) return undefined
    body.kind = turned
    return add(stage, 'part', atom, body)
  }

  /** `with a …`, `and a …`. */
  function brought(index: number): boolean {
    const first = Math.min(index, ...[...owners].filter(([, owner]) => owner === index).map(([place]) => place))
    return [atoms[first - 1], atoms[first - 2]].some((one) => one?.is === 'link' && one.text !== 'of')
  }

  /** `two holes in each leg`, `centred on the plate`: what is spoken of stays the holes. */
  function located(atom: Atom & { is: 'noun' }, index: number, hosts: readonly Frame[]): Frame | undefined {
    const near = focus.at(-1)
    const feature = near?.level === 'part' && near.parent?.level === 'feature' ? near.parent : near
    const owned = [...owners].filter(([, owner]) => owner === index).map(([place]) => place)
    const first = Math.min(index, ...owned) - 1
    // `in the 30 mm leg`
    const article = atoms[first]?.is === 'article' && owned.some((place) => atoms[place]?.is === 'quantity')
    const before = atoms[article ? first - 1 : first]
    const prep =
      atom.det === 'per' ||
      ((before?.is === 'filler' || before?.is === 'link') && PREPOSITIONS.has(before.text)) ||
      // `in the middle of each leg`
      (before?.is === 'place' && before.place.kind === 'centre' && atom.det !== undefined)
    const through = isFlag(before, 'through') && atom.nouns.some((key) => hosts.some(({ kind }) => kind.parts?.[key]))
    if (feature?.level !== 'feature' || !(prep || through) || owned.some((place) => atoms[place]?.is === 'count'))
      return undefined
    // `in the 30 mm leg`: the size tells which one.
    const sized = owned.flatMap((place) => (atoms[place]?.is === 'quantity' ? [atoms[place]] : []))
    const [known] = sized
    const which = known?.is === 'quantity' && sized.length === 1 ? legOfSize(atom, known, hosts) : undefined
    if (sized.length > 0 && which === undefined) return undefined
    const body = hosts.find(({ level }) => level === 'body')
    const whole = body !== undefined && atom.nouns.includes(body.kind.key)
    const part = atom.nouns.some((key) => body?.kind.parts?.[key] !== undefined)
    const other = read.bodies
      .flatMap(below)
      .find(
        (one) =>
          one !== feature && one.level === 'feature' && atom.det !== undefined && atom.nouns.includes(one.kind.key),
      )
    if (!whole && !part && !other) return undefined
    const det = atom.det ?? articleBefore(index, owned)
    feature.targets.push({
      keys: atom.nouns,
      text: atom.text,
      ...(det ? { det } : {}),
      ...(which === undefined ? {} : { size: which }),
    })
    return feature
  }

  function legOfSize(
    { det, nouns }: Atom & { is: 'noun' },
    { quantities: [one, ...others] }: Atom & { is: 'quantity' },
    hosts: readonly Frame[],
  ): number | undefined {
    const body = hosts.find(({ level }) => level === 'body')
    if (!one || !body || others.length > 0 || (one.role && one.role !== 'length') || (det && det !== 'the'))
      return undefined
    if (!nouns.some((key) => body.kind.parts?.[key]?.faces)) return undefined
    const arms = Object.entries(body.kind.slots).filter(([, { accepts }]) => accepts.split(/[\s,]+/).includes('arm'))
    const said = [...body.sizes.values()].filter(({ quantity }) => quantity.value === one.value)
    // Both legs are known, and this is neither: it is asked about.
    const neither = said.length === 0 && arms.length > 1 && arms.every(([slot]) => body.sizes.has(slot))
    if (said.length !== 1 && !neither) return undefined
    if (!neither) one.used = 'same'
    else read.spare.push({ at: one.at, quantities: [one] })
    const at = held.findIndex(({ atom }) => atom.is === 'quantity' && atom.quantities.includes(one))
    if (at >= 0) held.splice(at, 1)
    return one.value
  }

  /** `a cross bar through the shank, 5 mm from its end`: what is spoken of stays the bar. */
  function crossed(atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
    const near = focus.at(-1)
    if (near?.level !== 'part' || near.parent?.level !== 'body' || atom.det !== 'the') return undefined
    const known = near.parent.children.some((one) => one !== near && atom.nouns.includes(one.kind.key))
    return known && isFlag(atoms[index - 1], 'through') ? near : undefined
  }

  function articleBefore(index: number, owned: readonly number[]): string | undefined {
    const first = atoms[Math.min(index, ...owned)]
    return first?.is === 'article' ? first.text : undefined
  }

  /** In an edit, `8 holes instead of 6` and `holes 6 mm` speak of those there are; `add a hole` does not. */
  function meant(atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
    if (seeds.length === 0 || (adds && !instead)) return undefined
    const own = [...owners].filter(([, owner]) => owner === index).map(([place]) => atoms[place])
    const sized = own.some((one) => one?.is === 'quantity')
    if (!instead && own.some((one) => one?.is === 'article' || (one?.is === 'count' && sized))) return undefined
    // `a 20 mm bore` is another one.
    const places = [...owners].filter(([, owner]) => owner === index).map(([place]) => place)
    const led = atoms[Math.min(index, ...places) - 1]
    if (!instead && led?.is === 'article' && led.text !== 'the') return undefined
    return read.bodies.flatMap(below).findLast(({ kind, seeded }) => seeded && atom.nouns.includes(kind.key))
  }

  /** `slot centre 20 mm from the end`, `window corners rounded 5 mm`: speaks of the slot there is, where that has no such size yet. */
  function bare(atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
    if (atom.det || [...owners.values()].includes(index)) return undefined
    // `a hole in the middle` is another one.
    const led = atoms[index - 1]
    if (led?.is === 'article' && led.text !== 'the') return undefined
    const next = atoms[index + 1]
    const known = [...read.bodies.flatMap(below), ...read.loose].findLast(({ kind }) => atom.nouns.includes(kind.key))
    if (!known || known.level !== 'feature' || next?.from !== atom.to) return undefined
    // `an HDMI port, ethernet port on the back` are two.
    if (atom.text !== known.noun && atom.text.includes(' ') && known.noun.includes(' ')) return undefined
    if (next.is === 'place')
      return !known.places.some(({ place }) => place.kind === next.place.kind) ||
        next.place.kind === 'along' ||
        next.place.kind === 'spec'
        ? known
        : undefined
    const [first] = next.is === 'quantity' ? next.quantities : []
    return first?.role &&
      Object.entries(known.kind.slots).some(
        ([slot, { accepts }]) => accepts.split(/[\s*,]+/).includes(first.role ?? '') && !known.sizes.has(slot),
      )
      ? known
      : undefined
  }

  /** `octagonal coaster`, `round cover plate`, `half pipe`: what is plain takes its outline from its adjective. */
  function reshape(frame: Frame, flag: string): void {
    if (frame.level !== 'body' || !isTitle(frame)) return
    const key = ADJECTIVES.get(flag)?.[frame.kind.key]
    const kind = key === undefined ? undefined : kinds.family(key)
    if (kind) frame.kind = kind
  }

  /** `counterbored holes`: a part that stands before what it is part of. */
  function describe(frame: Frame, atom: Atom & { is: 'noun' }): void {
    const shape = SHAPES.get(atom.text)
    if (shape) frame.flags.set(shape, atom.at)
    // `hexagonal nut blank`: the word before says what it is.
    const better = atom.nouns.map((key) => kinds.family(key)).find((kind) => kind !== undefined)
    if (
      better &&
      frame.level === 'body' &&
      isTitle(frame) &&
      (WEAK.test(frame.noun) || (OUTLINES.has(better.key) && PLAIN.has(frame.kind.key)))
    ) {
      frame.kind = better
      frame.noun = atom.text
    }
    const part = atom.nouns.map((key) => frame.kind.parts?.[key]).find((kind) => kind !== undefined)
    if (part) add(part, 'part', atom, frame)
  }

  function focused(frame: Frame): Frame {
    focus = [frame]
    grouped = false
    return frame
  }

  function add(kind: Kind, level: Frame['level'], atom: Atom & { is: 'noun' }, parent: Frame | undefined): Frame {
    const frame: Frame = {
      kind,
      level,
      at: atom.at,
      noun: atom.text,
      plural: atom.plural,
      sizes: new Map(),
      designated: new Map(),
      flags: flagsOf(atom),
      places: [],
      targets: [],
      children: [],
      ...(atom.det ? { det: atom.det } : {}),
      ...(parent ? { parent } : {}),
    }
    if (parent) parent.children.push(frame)
    else if (level === 'body') {
      // `M4 hole in a plate`: what came before its body is the body's.
      if (read.bodies.length === 0) adopt(frame)
      read.bodies.push(frame)
    } else read.loose.push(frame)
    return frame
  }

  function adopt(body: Frame): void {
    for (const one of read.loose.filter(({ level }) => level === 'feature')) {
      one.parent = body
      body.children.push(one)
    }
    read.loose = read.loose.filter(({ level }) => level !== 'feature')
  }

  function pointed({ nouns, det, plural }: Atom & { is: 'noun' }): Frame[] {
    const all = [...read.bodies, ...read.bodies.flatMap(below), ...read.loose]
    const named = all.filter(({ kind }) => nouns.includes(kind.key))
    // `above the plate`: of a ring plate, that is the body there is.
    const whole = named.length === 0 && !plural && nouns.some((key) => kinds.family(key)) ? read.bodies.slice(-1) : []
    const same = named.length > 0 ? named : whole
    if (same.length === 0) return []
    if (det === 'both') return same.slice(-2)
    return plural || det === 'each' || det === 'all' || det === 'every' ? same : same.slice(-1)
  }

  function regroup(which: 'both' | 'each'): boolean {
    const last = focus.at(-1)
    if (!last) return false
    const siblings = (last.parent?.children ?? read.loose).filter(({ level }) => level === last.level)
    const alike = siblings.filter(({ kind }) => kind.key === last.kind.key)
    if (last.count || last.plural) return false
    focus = which === 'both' ? alike.slice(-2) : alike
    return focus.length > 1
  }

  function give(atom: Atom, frames: Frame[]): void {
    const [nearest] = frames
    switch (atom.is) {
      case 'quantity':
        if (atom.quantities.some(({ whole }) => whole)) {
          const body = frames.find(({ level }) => level === 'body')
          if (body && fill(body, atom.quantities)) return
        }
        // `post 30 mm square`
        if (nearest?.kind.key === 'cylinder' && atom.quantities[0]?.square && isTitle(nearest))
          nearest.kind = kinds.family('block') ?? nearest.kind
        // `face plate Ø45 x 4`: what has a diameter is round.
        if (
          (nearest?.kind.key === 'plate' || nearest?.kind.key === 'block') &&
          isTitle(nearest) &&
          !nearest.flags.has('square') &&
          ROUNDS.has(atom.quantities[0]?.role ?? '')
        )
          nearest.kind = kinds.family(nearest.kind.key === 'plate' ? 'disc' : 'cylinder') ?? nearest.kind
        if (nearest && fill(nearest, atom.quantities)) return
        if (nearest && elsewhere(nearest, atom)) return
        // `legs 60 and 40`, `diagonals 20 and 10`: the second of what the first was.
        if (nearest && (again(nearest, atom.quantities) || next(nearest, atom.quantities))) return
        {
          const [gap] = atom.quantities
          const body = frames.find(({ level }) => level === 'body')
          if (
            gap?.role === 'gap' &&
            atom.quantities.length === 1 &&
            body &&
            !body.gap &&
            (body.count || read.bodies.length > 1)
          ) {
            body.gap = gap
            gap.used = 'gap'
            return
          }
        }
        for (const frame of frames) if (fill(frame, atom.quantities)) return
        // `30 x 40, then 20 x 60`: another step.
        for (const frame of frames) {
          const part = frame.kind.overflow ? frame.kind.parts?.[frame.kind.overflow] : undefined
          const [first] = atom.quantities
          if (atom.quantities.some(({ role }) => role === 'depth')) continue
          const another =
            atom.quantities.length > 1 ||
            ((first?.role === 'diameter' || first?.role === 'outer') &&
              frame.sizes.has('outer') &&
              frame.sizes.has('height'))
          if (!part || !another) continue
          const step = add(
            part,
            'part',
            { is: 'noun', nouns: [part.key], text: part.key, plural: false, at: atom.at, from: atom.from, to: atom.to },
            frame,
          )
          if (fill(step, atom.quantities)) {
            focus = [step]
            return
          }
          frame.children.pop()
        }
        if (displace(frames, atom.quantities) || rounded(frames, atom)) return
        // A chain whose numbers belong to different things: each goes its own way.
        if (atom.quantities.some(({ role }) => role) && atom.quantities.length > 1 && frames.length > 0) {
          const left = atom.quantities.filter((one) => !frames.some((frame) => fill(frame, [one])))
          if (left.length < atom.quantities.length) {
            if (left.length > 0) read.spare.push({ at: atom.at, quantities: left })
            return
          }
        }
        read.spare.push({ at: atom.at, quantities: atom.quantities })
        return
      case 'count':
        if (nearest && !nearest.count) nearest.count = atom.quantity
        else read.spare.push({ at: atom.at, quantities: [atom.quantity] })
        return
      case 'unread':
        read.unread.push({ at: atom.at, text: atom.text })
        return
      case 'flag': {
        const host = frames.find(({ kind }) => kind.flags?.split(/[\s,]+/).includes(atom.flag)) ?? nearest
        if (host && !atom.not) host.flags.set(atom.flag, atom.at)
        else if (host) host.flags.set(`not-${atom.flag}`, atom.at)
        else held.push({ atom, owner: nextNoun(atom) })
        return
      }
      case 'place':
        const { place } = atom
        // `bent at 15 mm radius`: of what is bent, a size and no place.
        if (place.kind === 'circle' && place.radius && !place.diameter && nearest && nearest.level !== 'feature')
          for (const frame of frames)
            if (frame.kind.parts?.['bow'] && fill(frame, [Object.assign(place.radius, { role: 'radius' as const })]))
              return
        // `two washers …, 5 mm apart`
        const lone = nearest?.level === 'body' && nearest.children.length === 0 && !nearest.gap
        if (lone && place.kind === 'spacing' && place.x && !place.y && (nearest.count?.value ?? 1) > 1) {
          nearest.gap = place.x
          place.x.used = 'gap'
          return
        }
        // `plate 40x20x5; 5 mm from the edge, a hole`, `with a 75 x 35 pattern, 4 holes`: what a body has no use for is of what comes.
        if (nearest?.level === 'body' && !nearest.parent && COMING.has(place.kind)) {
          const coming = atoms.findIndex(
            (other) =>
              other.is === 'noun' &&
              other.from >= atom.to &&
              other.nouns.some((key) => kinds.feature(key)) &&
              !other.nouns.some((key) => nearest.kind.parts?.[key]),
          )
          if (coming >= 0 && read.bodies.length === 1 && !owners.has(coming)) {
            held.push({ atom, owner: coming })
            return
          }
        }
        // `a groove 4 mm wide on a 110 mm mean diameter`
        if (place.kind === 'circle' && place.diameter && nearest?.kind.slots['middle'] && nearest.level === 'feature')
          if (fill(nearest, [Object.assign(place.diameter, { role: 'pcd' as const })])) return
        // From end to end of one slot, from one outline to the next, from turn to turn: a size of its own, where it has one.
        if (place.kind === 'spacing' && place.x && !place.y) {
          const host = nearest?.level === 'part' && !ownDistance(nearest) ? nearest.parent : nearest
          const role = host && !host.count && ownDistance(host)
          if (role && fill(host, [Object.assign(place.x, { role })])) return
        }
        if (nearest) {
          // Where a counterbore is, its hole is; only the side it is cut from is its own.
          const own =
            nearest.level !== 'part' ||
            nearest.parent?.level !== 'feature' ||
            (atom.place.kind === 'spec' && atom.place.spec.prep === 'from')
          ;(own ? nearest : (nearest.parent ?? nearest)).places.push({ place: atom.place, at: atom.at })
        } else held.push({ atom, owner: nextNoun(atom) })
        return
      default:
    }
  }

  /** `a cube with rounded edges 30 mm r3`: the number taken by its turn alone was the body's. */
  function displace([frame, ...others]: Frame[], [quantity, ...rest]: Quantity[]): boolean {
    const [[slot, taken] = []] = frame?.sizes ?? []
    if (!frame || !slot || !taken?.loose || frame.level !== 'feature' || !quantity?.role || rest.length > 0)
      return false
    const before = taken.quantity
    frame.sizes.delete(slot)
    if (fill(frame, [quantity])) {
      delete before.used
      if (others.some((one) => fill(one, [before]))) return true
      delete quantity.used
    }
    frame.sizes.clear()
    frame.sizes.set(slot, taken)
    before.used = `${frame.kind.key}.${slot}`
    return false
  }

  /** `cube 30 mm, r3`: a radius of what has none rounds its edges. */
  function rounded(frames: readonly Frame[], atom: Atom & { is: 'quantity' }): boolean {
    const body = frames.find(({ level }) => level === 'body')
    const kind = kinds.feature('fillet')
    const [first] = atom.quantities
    if (!body || !kind || atom.quantities.length > 1 || (first?.role !== 'radius' && first?.role !== 'corner'))
      return false
    if (body.seeded || body.sizes.size === 0 || body.children.some((one) => one.kind.key === 'fillet')) return false
    if (!FLAT.has(body.kind.key)) return false
    const frame = add(kind, 'feature', { ...atom, is: 'noun', nouns: ['fillet'], text: 'fillet', plural: false }, body)
    return fill(frame, atom.quantities)
  }

  /** `a triangle with three 40 mm sides`: as many as it has. */
  function sided(atom: Atom, next: Atom | undefined): boolean {
    const sides = SIDES.get(read.bodies.at(-1)?.kind.key ?? '')
    if (atom.is !== 'quantity' || atom.quantities.length > 1 || next?.is !== 'quantity') return false
    const [count] = atom.quantities
    if (!count || count.value !== sides || count.role || count.number?.unit || next.quantities[0]?.role !== 'side')
      return false
    count.used = 'sides'
    return true
  }

  /** `three steps: 30 x 40, 20 x 60, 12 x 25`: one each. */
  function next(frame: Frame, quantities: Quantity[]): boolean {
    const { kind, parent, count } = frame
    if (!count || quantities.length < 2 || !parent?.kind.repeats?.includes(kind.key)) return false
    const [first] = quantities
    if (!first) return false
    const step = add(
      kind,
      'part',
      { is: 'noun', nouns: [], text: frame.noun, plural: false, at: first.at, from: 0, to: 0 },
      parent,
    )
    step.count = count
    if (fill(step, quantities)) {
      focus = [step]
      return true
    }
    parent.children.pop()
    return false
  }

  /** `holes: 5 mm at (10, 10), 8 mm at (40, 35)`: one more with a size and a place of its own. */
  function elsewhere(frame: Frame, atom: Atom & { is: 'quantity' }): boolean {
    const next = atoms[atoms.indexOf(atom) + 1]
    const [size, ...others] = atom.quantities
    const placed = next?.is === 'place' && next.place.kind === 'points'
    if (!size || others.length > 0 || !placed || frame.level !== 'feature' || frame.seeded) return false
    if (frame.places.length === 0 || (size.role !== undefined && size.role !== 'diameter')) return false
    const noun = { ...atom, is: 'noun' as const, nouns: [frame.kind.key], text: frame.noun, plural: false }
    const other = add(frame.kind, 'feature', noun, frame.parent)
    if (fill(other, atom.quantities)) return focused(other) === other
    frame.parent?.children.pop()
    return false
  }

  function again(frame: Frame, quantities: Quantity[]): boolean {
    const [quantity] = quantities
    if (!quantity || quantities.length > 1 || quantity.role !== undefined) return false
    if (frame.level === 'part' && frame.parent?.kind.repeats?.includes(frame.kind.key)) {
      const sibling = add(
        frame.kind,
        'part',
        { is: 'noun', nouns: [frame.kind.key], text: frame.noun, plural: false, at: quantity.at, from: 0, to: 0 },
        frame.parent,
      )
      if (fill(sibling, quantities)) {
        focus = [sibling]
        return true
      }
      frame.parent.children.pop()
    }
    const roles = [...frame.sizes.values()].flatMap(({ quantity: { role } }) => (role ? [role] : []))
    const last = roles.at(-1)
    if (last === undefined || fill(frame, [Object.assign(quantity, { role: last })])) return last !== undefined
    delete quantity.role
    return false
  }

  /** `four holes, two in the base and two in the upright`: another of the kind that was counted, with places of its own. */
  function shared(quantity: Quantity): void {
    const near = lineOf(focus.at(-1)).find(({ level }) => level === 'feature')
    if (!near || near.seeded) {
      read.spare.push({ at: quantity.at, quantities: [quantity] })
      return
    }
    const of = near.share?.of ?? near
    // `two holes in the base and one in the upright`: the two have a place already.
    const own = near.places.length > 0 || near.targets.some(({ keys }) => !keys.includes(near.parent?.kind.key ?? ''))
    if (!near.share && own) near.share = { of }
    else if (!near.share) {
      near.share = { of, ...(near.count ? { total: near.count } : {}) }
      near.count = quantity
      focused(near)
      return
    }
    const frame: Frame = {
      ...of,
      count: quantity,
      share: { of },
      places: [],
      targets: [],
      flags: new Map(of.flags),
      children: of.children.filter(({ level }) => level === 'part'),
    }
    ;(of.parent?.children ?? read.loose).push(frame)
    focused(frame)
  }

  /** Sizes that were said of one share hold for all; as many as were counted have to come out. */
  function shareOut(): void {
    const all = [...read.bodies.flatMap(below), ...read.loose].filter(({ share }) => share)
    for (const { share } of all) {
      const same = all.filter((one) => one.share?.of === share?.of)
      const known = same.find(({ sizes, designated }) => sizes.size + designated.size > 0)
      for (const one of same) {
        if (!known || one.sizes.size + one.designated.size > 0) continue
        one.sizes = known.sizes
        one.designated = known.designated
      }
      const total = share?.total
      const sum = same.reduce((all, one) => all + (one.count?.value ?? 1) * timesOf(one), 0)
      if (!total || !share) continue
      if (sum === total.value) total.used = 'count'
      else read.clash ??= { at: total.at, text: `${total.value} ${share.of.noun}s and ${sum} places were said.` }
    }
    for (const one of all) {
      // Rows along the edges are laid out where the edges are known.
      const rows = one.places.some(
        ({ place }) => place.kind === 'spec' && ['long', 'short'].some((side) => place.spec.places.includes(side)),
      )
      const times = one.targets.length > 0 || rows ? 1 : timesOf(one)
      if (one.count?.value !== 1 || times === 1) continue
      one.count.used = 'count'
      one.count = { ...one.count, value: times }
    }
  }

  /** What stands before all that was said of a noun. */
  function jointOf(index: number): string | undefined {
    const owned = [...owners].filter(([, owner]) => owner === index).map(([place]) => place)
    let place = Math.min(index, ...owned) - 1
    while (atoms[place]?.is === 'article' || atoms[place]?.is === 'count') place--
    const before = atoms[place]
    if (before?.is === 'unread') return before.text
    if (before?.is === 'link') return ['and', 'plus'].includes(before.text) ? undefined : before.text
    return before?.is === 'filler' && PREPOSITIONS.has(before.text) ? before.text : undefined
  }

  function holdsSizes(index: number): boolean {
    return [...owners].some(([place, owner]) => owner === index && atoms[place]?.is === 'quantity')
  }

  /** Only sizes stand between it and the noun before. */
  function touches(index: number): boolean {
    let place = index - 1
    while (atoms[place]?.is === 'quantity' && !owners.has(place)) place--
    return atoms[place]?.is === 'noun'
  }

  function adjacent(index: number): boolean {
    return atoms[index - 1]?.is === 'noun'
  }

  function nextNoun(atom: Atom): number {
    return atoms.findIndex((other) => other.is === 'noun' && other.from >= atom.to)
  }
}

/** Nothing was said of it yet: the words before a colon, or the first half of `gasket ring`. */
const isTitle = (frame: Frame): boolean =>
  !frame.seeded && frame.sizes.size === 0 && frame.children.length === 0 && frame.places.length === 0

const PARTICIPLES = /^(?:chamfered|bevelled|beveled|filleted|rounded)/
const ROUNDS: ReadonlySet<string> = new Set(['diameter', 'outer'])

const ADDING = new Set([
  'add',
  'drill',
  'put',
  'also',
  'another',
  'with',
  'cut',
  'extra',
  'additional',
  'mill',
  'bore',
  'include',
  'more',
])
const quantitiesIn = (atom: Atom): Quantity[] => (atom.is === 'quantity' ? atom.quantities : [])

/** `a 2 mm slit`, `head 18 wide`: the thing that a size was said of, where it is not known. */
function strangerBy(atoms: readonly Atom[], index: number): { at: Span; text: string } | undefined {
  const name = (one: Atom | undefined) => (one?.is === 'unread' && !one.known && isName(one.text) ? one : undefined)
  const [back, before, atom, after, next] = [-2, -1, 0, 1, 2].map((step) => atoms[index + step])
  if (atom?.is !== 'quantity' || atom.quantities.length > 1) return undefined
  const [size] = atom.quantities
  const starts = before === undefined || ['break', 'link', 'article', 'count'].includes(before.is)
  const ends =
    next === undefined || ['break', 'link', 'place'].includes(next.is) || (next.is === 'filler' && next.to > next.from)
  const purpose = before?.is === 'article' ? back : before
  if (purpose?.is === 'link' && purpose.text === 'for') return undefined
  // `cube 20 light years`
  const unit = before?.is === 'noun' && !size?.number?.unit && next?.is === 'unread'
  if (unit && size?.role === undefined && !size?.designator && name(after)) return name(after)
  if (starts && before && ends && size?.role === undefined && name(after)) return name(after)
  const opens = back === undefined || back.is === 'break' || back.is === 'link' || back.is === 'article'
  return opens && back && size?.role && !size.leading ? name(before) : undefined
}
/** What could be the name of a thing, and is no adjective. */
const isName = (text: string): boolean =>
  /^[a-z]{3,}$/.test(text) && !/(?:ed|ly|ing|al|ous|ive|ic|est|er|nt)$/.test(text)

const countsUnknown = ([one, ...others]: Quantity[], next: Atom | undefined): boolean =>
  others.length === 0 &&
  one !== undefined &&
  one.role === undefined &&
  one.designator === undefined &&
  one.number?.unit === undefined &&
  Number.isInteger(one.number?.value) &&
  next?.is === 'unread' &&
  /^[a-z]{3,}s$/.test(next.text)

/** In how many places of a kind something is: `in each corner`, `at each end`, `in both legs`. */
function timesOf({ places, targets }: Frame): number {
  const every = (det: string | undefined) => det !== undefined && ['each', 'every', 'both', 'either'].includes(det)
  if (targets.some(({ det }) => every(det))) return 2
  for (const { place } of places) {
    if (place.kind === 'corners') return 4
    for (const spec of place.kind === 'spec' ? [place.spec] : place.kind === 'from' ? place.specs : []) {
      if (spec.noun === 'corner') return spec.det === 'each' || spec.det === 'every' || spec.det === 'all' ? 4 : 1
      if (every(spec.det) && (spec.noun === 'end' || spec.places.length > 0 || spec.noun === 'side')) return 2
    }
  }
  return 1
}

const isFlag = (atom: Atom | undefined, flag: string): boolean => atom?.is === 'flag' && atom.flag === flag

const copyOf = (atom: Atom): Atom => atom

/** `square plate`: what the noun itself says of the shape. */
const flagsOf = (atom: Atom & { is: 'noun' }): Map<string, Span> =>
  new Map(
    atom.text
      .split(' ')
      .flatMap((word): [string, Span][] => (NOUN_FLAGS.has(word) ? [[NOUN_FLAGS.get(word) ?? word, atom.at]] : [])),
  )
const NOUN_FLAGS: ReadonlyMap<string, string> = new Map([
  ['square', 'square'],
  ['blind', 'blind'],
  ['tapped', 'tapped'],
  ['threaded', 'tapped'],
  ['tap', 'tapped'],
  ['tapping', 'tapped'],
  ['cross', 'cross'],
  ['radial', 'radial'],
  ['vertical', 'vertical'],
  ['hollow', 'hollow'],
  ['rounded', 'rounded'],
  ['half', 'half'],
])

const ownDistance = ({ kind }: Frame): Role | undefined =>
  (['centres', 'pitch'] as const).find((role) => kind.slots[role])
