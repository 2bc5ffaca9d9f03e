import type { Family, Role } from '../kinds.ts'
import type { Atom, Quantity, SaidOwner, SaidPlace } from './atoms.ts'
import { SIDES_OF } from '../features/polygon-cut.ts'
import { fill } from './fill.ts'
import { inItsPlace, reshape } from './reshape.ts'
import type { Frame } from './frame.ts'
import { add, COMING, focused, isTitle, nextNoun, type Sentence, SIDES } from './sentence.ts'
import { plural } from '../../read/plural.ts'

export function give(on: Sentence, atom: Atom, frames: Frame[]): void {
  const [nearest] = frames
  switch (atom.is) {
    case 'quantity':
      if (atom.quantities.some(({ whole }) => whole)) {
        const body = frames.find(({ level }) => level === 'body')
        if (body && fill(body, atom.quantities)) return
      }
      // `post 30 mm square`, `cup 50 x 50 x 80`: round by its name only.
      if (nearest && isTitle(nearest) && isStraight(nearest, atom.quantities))
        nearest.kind = on.kinds.family(STRAIGHT.get(nearest.kind.key) ?? '') ?? nearest.kind
      if (
        nearest?.kind.key === 'flange' &&
        isTitle(nearest) &&
        (isSquare(atom.quantities) || isBoredPlate(on, nearest, atom))
      )
        nearest.kind = on.kinds.family('plate') ?? nearest.kind
      // `face plate Ø45 x 4`: what has a diameter is round.
      if (
        (nearest?.kind.key === 'plate' || nearest?.kind.key === 'block') &&
        isTitle(nearest) &&
        !nearest.flags.has('square') &&
        ROUNDS.has(atom.quantities[0]?.role ?? '')
      )
        nearest.kind = on.kinds.family(nearest.kind.key === 'plate' ? 'disc' : 'cylinder') ?? nearest.kind
      inRound(on, frames, atom.quantities)
      if (nearest && fill(nearest, atom.quantities)) return
      if (nearest && (elsewhere(on, nearest, atom) || onTheOther(on, nearest, atom))) return
      // `legs 60 and 40`, `diagonals 20 and 10`: the second of what the first was.
      if (nearest && (again(on, nearest, atom.quantities) || next(on, nearest, atom.quantities))) return
      {
        const [gap] = atom.quantities
        const body = frames.find(({ level }) => level === 'body')
        if (
          gap?.role === 'gap' &&
          atom.quantities.length === 1 &&
          body &&
          !body.gap &&
          (body.count || on.read.bodies.length > 1)
        ) {
          body.gap = gap
          gap.used = 'gap'
          return
        }
      }
      // `body Ø12 x 30, Ø8 x 10`: what is told step by step goes on so.
      if (frames.some((frame) => inSteps(frame) && nextStep(on, frame, atom))) return
      for (const frame of frames) if (fill(frame, atom.quantities) || squaredUp(on, frame, atom.quantities)) return
      // `30 x 40, then 20 x 60`: another step.
      if (frames.some((frame) => nextStep(on, frame, atom))) return
      if (displace(frames, atom.quantities) || rounded(on, frames, atom)) return
      // A chain whose numbers belong to different things: each goes its own way.
      if (atom.quantities.some(({ role }) => role) && atom.quantities.length > 1 && frames.length > 0) {
        const left = atom.quantities.filter((one) => !frames.some((frame) => fill(frame, [one])))
        if (left.length < atom.quantities.length) {
          if (left.length > 0) on.read.spare.push({ at: atom.at, quantities: left })
          return
        }
      }
      on.read.spare.push({ at: atom.at, quantities: atom.quantities })
      return
    case 'each':
      oneEach(on, frames, atom)
      return
    case 'count':
      // `20 flanges` of a hat: no bracket has as many, and that is how long they are.
      if (nearest?.level === 'part' && nearest.kind.faces && atom.quantity.value > 4 && fill(nearest, [atom.quantity]))
        return
      if (nearest && !nearest.count) nearest.count = atom.quantity
      else if (nearest?.level === 'feature' && nearest.count?.value === atom.quantity.value)
        atom.quantity.used = 'count'
      else on.read.spare.push({ at: atom.at, quantities: [atom.quantity] })
      return
    case 'unread':
      on.read.unread.push({ at: atom.at, text: atom.text })
      return
    case 'flag': {
      if (worksHole(on, frames, atom)) return
      if (!atom.not && shapesHole(on, atom)) {
        if (nearest && nearest.at[0] > atom.at[0]) nearest.flags.set(atom.flag, atom.at)
        else on.held.push({ atom, owner: nextNoun(on, atom) })
        return
      }
      // `four bosses inside at the corners`: where they stand, and not how the box is measured.
      if (atom.flag === 'inside' && nearest && STANDS_INSIDE.has(nearest.kind.key) && namesIt(on, atom)) return
      if (atom.flag === 'inside' && opensPlace(on, atom)) return
      // `two holes, 60 mm apart, horizontal`: how they lie, and not which way they go.
      if (nearest && !atom.not && rowLies(nearest, atom)) return
      // `face plate, 120 mm round`: what was read as a side is its diameter.
      if (atom.flag === 'circular' && !atom.not && nearest?.kind.key === 'plate' && nearest.sizes.size === 1) {
        const [length] = nearest.sizes.values()
        const disc = on.kinds.family('disc')
        if (disc && length && nearest.sizes.has('length') && length.quantity.role === undefined) {
          nearest.kind = disc
          nearest.sizes = new Map([['outer', length]])
        }
      }
      // `a plate which is circular in shape`: before it has sizes, the adjective behind says what it is as well.
      if (nearest && !atom.not) reshape(on, nearest, atom.flag)
      const host = frames.find(({ kind }) => kind.flags?.split(/[\s,]+/).includes(atom.flag)) ?? nearest
      if (host && !atom.not) {
        host.flags.set(atom.flag, atom.at)
        // `drip tray, round, 160 dia`: an adjective behind it makes another one of it as well.
        if (OUTLINED.has(atom.flag) && isTitle(host)) inItsPlace(on, host)
      } else if (host) host.flags.set(`not-${atom.flag}`, atom.at)
      else on.held.push({ atom, owner: nextNoun(on, atom) })
      return
    }
    case 'place':
      const { place } = atom
      // `bent at 15 mm radius`: of what is bent, a size and no place.
      if (place.kind === 'circle' && place.radius && !place.diameter && nearest && nearest.level !== 'feature')
        for (const frame of frames)
          if (frame.kind.parts?.['bow'] && fill(frame, [Object.assign(place.radius, { role: 'radius' as const })]))
            return
      // `two washers …, 5 mm apart`, `two gears with an 8 mm bore, centres 48 apart`: one hole is no distance from itself.
      const lone = nearest?.level === 'body' && nearest.children.length === 0
      const single = nearest?.level === 'feature' && !nearest.plural && (nearest.count?.value ?? 1) === 1
      const host = frames.find(({ level }) => level === 'body')
      const several = host && !host.gap && !host.seeded && (host.count?.value ?? 1) > 1 && (lone || single)
      if (several && place.kind === 'spacing' && place.x && !place.y && !place.pair) {
        host.gap = place.x
        place.x.used = 'gap'
        return
      }
      // From end to end of one slot, from one outline to the next, from turn to turn: a size of its own, where it has one.
      if (place.kind === 'spacing' && place.x && !place.y) {
        const host = nearest?.level === 'part' && !ownDistance(nearest) ? nearest.parent : nearest
        // `two slots, 20 mm between their end centres`: how long each is.
        const role = host && (!host.count || place.ends) && ownDistance(host)
        if (role && fill(host, [Object.assign(place.x, { role })])) return
      }
      // `100 across, 80 down`: of what is drawn, and no way that it went.
      if (place.kind === 'offset' && place.up && !place.middle && nearest && nearest.level !== 'feature')
        for (const role of nearest.level === 'body'
          ? (['y', 'height', 'length'] as const)
          : (['height', 'length'] as const))
          if (!nearest.seeded && fill(nearest, [Object.assign(place.distance, { role })])) {
            // What goes across was told as well then.
            for (const size of nearest.sizes.values()) delete size.loose
            return
          }
      // `plate 40x20x5; 5 mm from the edge, a hole`, `with a 75 x 35 pattern, 4 holes`: what a body has no use for is of what comes.
      const comes = COMING.has(place.kind) || isWallAhead(on, atom)
      if (nearest?.level === 'body' && !nearest.parent && comes && !draws(place, nearest)) {
        const coming = on.atoms.findIndex(
          (other) =>
            other.is === 'noun' &&
            other.from >= atom.to &&
            other.nouns.some((key) => on.kinds.feature(key)) &&
            !other.nouns.some((key) => nearest.kind.parts?.[key]),
        )
        if (coming >= 0 && on.read.bodies.length === 1 && !on.owners.has(coming)) {
          on.held.push({ atom, owner: coming })
          return
        }
      }
      // `a groove 4 mm wide on a 110 mm mean diameter`
      if (place.kind === 'circle' && place.diameter && nearest?.kind.slots['middle'] && nearest.level === 'feature')
        if (fill(nearest, [Object.assign(place.diameter, { role: 'pcd' as const })])) return
      if (nearest) {
        // Where a counterbore is, its hole is; only the side it is cut from is its own.
        const own =
          nearest.level !== 'part' ||
          nearest.parent?.level !== 'feature' ||
          (atom.place.kind === 'spec' && atom.place.spec.prep === 'from')
        const host = own ? nearest : (nearest.parent ?? nearest)
        host.places.push({ place: atom.place, at: atom.at })
        if (place.kind === 'beside' && place.directions.length === 0) host.flags.set('around', atom.at)
        if (atom.place.kind === 'from' && atom.place.of && legOf(host, atom.place.of)) host.targets.push(atom.place.of)
      } else on.held.push({ atom, owner: nextNoun(on, atom) })
      return
    default:
  }
}

/** `open on top, in the front wall, two 20 mm holes`: of what is counted behind the pause. */
function isWallAhead({ atoms }: Sentence, atom: Atom & { is: 'place' }): boolean {
  const spec = atom.place.kind === 'spec' ? atom.place.spec : undefined
  const place = atoms.indexOf(atom)
  const [pause, next] = [atoms[place + 1], atoms[place + 2]]
  const wall = spec?.noun === 'face' && spec.places.length === 1 && ['in', 'into', 'through'].includes(spec.prep ?? '')
  return wall && pause?.is === 'break' && pause.strength === 1 && (next?.is === 'count' || next?.is === 'article')
}

/** Behind a step it is of the row. */
function rowLies(frame: Frame, { flag, at }: Atom & { is: 'flag' }): boolean {
  const way = flag === 'horizontal' ? 'x' : flag === 'vertical' ? 'y' : undefined
  const sides = way === 'x' ? 'left' : 'back'
  // `left and right of it, 60 apart, horizontal` says it again.
  if (way && frame.places.some(({ place }) => place.kind === 'beside' && place.directions.includes(sides))) return true
  const step = frame.places.some(({ place }) => place.kind === 'spacing' && place.x !== undefined && !place.y)
  if (!way || !step || frame.kind.key !== 'hole' || frame.at[0] > at[0]) return false
  frame.places.push({ place: { kind: 'line', along: way }, at })
  return true
}

/** `a square 20 mm hole`: the shape of the hole that comes, and not of what it is in. */
function shapesHole(on: Sentence, atom: Atom & { is: 'flag' }): boolean {
  const [size, noun] = on.atoms.slice(on.atoms.indexOf(atom) + 1)
  const led = on.atoms[on.atoms.indexOf(atom) - 1]
  return (
    (atom.flag === 'square' || SIDES_OF.has(atom.flag)) &&
    led?.is !== 'noun' &&
    size?.is === 'quantity' &&
    noun?.is === 'noun' &&
    noun.nouns[0] === 'hole'
  )
}

/** Adjectives that tell what outline something has. */
const OUTLINED: ReadonlySet<string> = new Set(['circular', 'square', 'hexagonal'])

/** Another piece of what is told piece by piece, by its sizes alone. */
function nextStep(on: Sentence, frame: Frame, atom: Atom & { is: 'quantity' }): boolean {
  const part = frame.kind.overflow ? frame.kind.parts?.[frame.kind.overflow] : undefined
  const [first] = atom.quantities
  const wide = first?.role === 'diameter' || first?.role === 'outer'
  // `Ø30 for 60, Ø40 for 80, the rest Ø25`
  const rest = inSteps(frame) && frame.sizes.has('total')
  const another =
    atom.quantities.length > 1 || (wide && (rest || (frame.sizes.has('outer') && frame.sizes.has('height'))))
  if (!part || !another || atom.quantities.some(({ role }) => role === 'depth')) return false
  const { at, from, to } = atom
  const noun = { is: 'noun' as const, nouns: [part.key], text: part.key, plural: false, at, from, to }
  const step = add(on, part, 'part', noun, frame)
  if (fill(step, atom.quantities)) {
    on.focus = [step]
    return true
  }
  frame.children.pop()
  return false
}

/** Two pieces of it are told with both their sizes, and it has none of its own. */
function inSteps({ kind, sizes, children, seeded }: Frame): boolean {
  const steps = children.filter((one) => one.kind === kind.parts?.[kind.overflow ?? ''] && one.sizes.size > 1)
  return !seeded && steps.length > 1 && !['outer', 'height'].some((slot) => sizes.has(slot))
}

/** `a cube with rounded edges 30 mm r3`: the number taken by its turn alone was the body's. */
function displace([frame, ...others]: Frame[], quantities: readonly Quantity[]): boolean {
  const [[slot, taken] = []] = frame?.sizes ?? []
  const [quantity, ...rest] = quantities
  if (!frame || !slot || !taken?.loose || frame.level !== 'feature' || !quantity) return false
  // `a 4 mm pocket 20 x 30`: a chain that does not tell how deep it is.
  const flat = frame.kind.chains?.[quantities.length]?.includes('depth') === false
  const said = rest.length === 0 ? quantity.role !== undefined : flat && quantities.every(({ role }) => !role)
  if (!said || frame.seeded) return false
  const before = taken.quantity
  const sizes = new Map(frame.sizes)
  frame.sizes.delete(slot)
  if (fill(frame, quantities)) {
    delete before.used
    if (isDepth(frame, before) || others.some((one) => fill(one, [before]))) return true
    for (const one of quantities) delete one.used
  }
  frame.sizes = sizes
  before.used = `${frame.kind.key}.${slot}`
  return false
}

/** `a 3 mm groove 8 wide`, `a 6 mm boss 12 dia`: so deep or so high then, as the word has the other size. */
function isDepth(frame: Frame, quantity: Quantity): boolean {
  // `a 25 mm slot 8 wide`: of a slot the greater one is its length.
  const [other] = frame.sizes.values()
  const long = frame.kind.key === 'slot' && (other?.quantity.value ?? Infinity) < quantity.value
  for (const role of [...(long ? (['length'] as const) : []), 'depth', 'height'] as const)
    if (fill(frame, [Object.assign(quantity, { role })])) return true
  delete quantity.role
  return false
}

/** `cube 30 mm, r3`: a radius of what has none rounds its edges. */
export function rounded(on: Sentence, frames: readonly Frame[], atom: Atom & { is: 'quantity' }): boolean {
  const body = frames.find(({ level }) => level === 'body')
  const kind = on.kinds.feature('fillet')
  const [first] = atom.quantities
  if (!body || !kind || atom.quantities.length > 1 || (first?.role !== 'radius' && first?.role !== 'corner'))
    return false
  if (body.seeded || body.sizes.size === 0 || body.children.some((one) => one.kind.key === 'fillet')) return false
  if (!FLAT.has(body.kind.key)) return false
  const frame = add(
    on,
    kind,
    'feature',
    { ...atom, is: 'noun', nouns: ['fillet'], text: 'fillet', plural: false },
    body,
  )
  return fill(frame, atom.quantities)
}

/** `a triangle with three 40 mm sides`: as many as it has. */
export function sided(on: Sentence, atom: Atom, next: Atom | undefined): boolean {
  const sides = SIDES.get(on.read.bodies.at(-1)?.kind.key ?? '')
  if (atom.is !== 'quantity' || atom.quantities.length > 1 || next?.is !== 'quantity') return false
  const [count] = atom.quantities
  if (!count || count.value !== sides || count.role || count.number?.unit || next.quantities[0]?.role !== 'side')
    return false
  count.used = 'sides'
  return true
}

/** `three steps: 30 x 40, 20 x 60, 12 x 25`: one each. */
export function next(on: Sentence, frame: Frame, quantities: Quantity[]): boolean {
  const { kind, parent, count } = frame
  if (!count || quantities.length < 2 || !parent?.kind.repeats?.includes(kind.key)) return false
  const [first] = quantities
  if (!first) return false
  const step = add(
    on,
    kind,
    'part',
    { is: 'noun', nouns: [], text: frame.noun, plural: false, at: first.at, from: 0, to: 0 },
    parent,
  )
  step.count = count
  if (fill(step, quantities)) {
    on.focus = [step]
    return true
  }
  parent.children.pop()
  return false
}

/** `five holes: 3, 4, 5, 6 and 8 mm`: as many sizes as there are holes. */
function oneEach(on: Sentence, frames: readonly Frame[], { quantities, at }: Atom & { is: 'each' }): void {
  const [first, ...others] = quantities
  const host = frames.find(({ level }) => level === 'feature')
  // `two gears with 15 and 30 teeth`
  const both = quantities.map(({ value }) => value).join(' and ')
  if (quantities.some(({ role }) => role === 'teeth'))
    on.read.clash ??= { at, text: `${both} teeth were said of one thing. What differs is made one by one.` }
  if (!host || !first || host.seeded || host.each || !fill(host, [first])) {
    on.read.spare.push({ at, quantities })
    return
  }
  if (host.count && host.count.value !== quantities.length)
    on.read.clash ??= { at, text: `${host.count.value} ${plural(host.noun)} and ${quantities.length} sizes were said.` }
  host.each = others
  host.plural = true
  host.count ??= { value: quantities.length, at, used: 'count' }
}

/** `holes: 5 mm at (10, 10), 8 mm at (40, 35)`: one more with a size and a place of its own. */
export function elsewhere(on: Sentence, frame: Frame, atom: Atom & { is: 'quantity' }): boolean {
  const next = on.atoms.slice(on.atoms.indexOf(atom) + 1).find((one) => one.is !== 'filler')
  const [size, ...others] = atom.quantities
  // `… and 6 mm on the right`, `, 8 in the middle`: behind a comma or an `and` it is one more.
  const led = on.atoms[on.atoms.indexOf(atom) - 1]
  const follows = led?.is === 'break' || (led?.is === 'link' && led.text === 'and')
  const placed = next?.is === 'place' && (SOMEWHERE.has(next.place.kind) || (follows && isBeside(next.place)))
  if (!size || others.length > 0 || !placed || frame.level !== 'feature' || frame.seeded) return false
  if (frame.places.length === 0 || (size.role !== undefined && size.role !== 'diameter')) return false
  const noun = { ...atom, is: 'noun' as const, nouns: [frame.kind.key], text: frame.noun, plural: false }
  const other = add(on, frame.kind, 'feature', noun, frame.parent)
  if (fill(other, atom.quantities)) {
    // Each of them has its place.
    if (!frame.count && next.place.kind === 'from') frame.plural = false
    return focused(on, other) === other
  }
  frame.parent?.children.pop()
  return false
}

/** `drill 10 through, counterbore 16 x 12 deep`: the sizes behind the word are those of the head of the hole. */
function worksHole(on: Sentence, frames: readonly Frame[], atom: Atom & { is: 'flag' }): boolean {
  const key = HEADS.get(atom.flag)
  const hole = key === undefined ? undefined : frames.find(({ kind }) => kind.key === 'hole')
  const part = key === undefined ? undefined : hole?.kind.parts?.[key]
  const next = on.atoms[on.atoms.indexOf(atom) + 1]
  const sized = hole && (hole.sizes.has('diameter') || hole.designated.size > 0)
  if (!part || atom.not || !sized || hole.seeded || next?.is !== 'quantity') return false
  const sizes = next.quantities.every(({ role }) => role === undefined || HEAD_SIZES.has(role))
  if (!sizes || hole.children.some(({ kind }) => kind === part)) return false
  on.focus = [add(on, part, 'part', { ...atom, is: 'noun', nouns: [part.key], text: part.key, plural: false }, hole)]
  return true
}
const HEAD_SIZES: ReadonlySet<string> = new Set(['diameter', 'depth', 'angle', 'outer'])
const HEADS: ReadonlyMap<string, string> = new Map([
  ['counterbored', 'counterbore'],
  ['countersunk', 'countersink'],
])

/** `a hub 50 dia projecting 20 mm on one face and 8 mm on the other`: another one, the same but for that. */
function onTheOther(on: Sentence, frame: Frame, atom: Atom & { is: 'quantity' }): boolean {
  const next = on.atoms[on.atoms.indexOf(atom) + 1]
  const other =
    next?.is === 'place' && next.place.kind === 'spec' && ['other', 'opposite'].includes(next.place.spec.det ?? '')
  const [size, ...more] = atom.quantities
  const { parent, kind, sizes } = frame
  if (!other || !size || more.length > 0 || frame.level !== 'part' || !parent?.kind.repeats?.includes(kind.key))
    return false
  const slot = size.role === undefined ? [...sizes.keys()].at(-1) : undefined
  const noun = { ...atom, is: 'noun' as const, nouns: [kind.key], text: frame.noun, plural: false }
  const twin = add(on, kind, 'part', noun, parent)
  for (const [name, size] of sizes) if (name !== slot) twin.sizes.set(name, size)
  if (slot) {
    twin.sizes.set(slot, { quantity: size, times: sizes.get(slot)?.times ?? 1 })
    size.used = `${kind.key}.${slot}`
    return focused(on, twin) === twin
  }
  const own = Object.keys(kind.slots).find((name) =>
    kind.slots[name]?.accepts.split(/[\s*]+/).includes(size.role ?? ''),
  )
  if (own && twin.sizes.delete(own) && fill(twin, [size])) return focused(on, twin) === twin
  parent.children.pop()
  return false
}

export function again(on: Sentence, frame: Frame, quantities: Quantity[]): boolean {
  const [quantity] = quantities
  if (!quantity || quantities.length > 1 || quantity.role !== undefined) return false
  if (frame.level === 'part' && frame.parent?.kind.repeats?.includes(frame.kind.key)) {
    if (!follows(on, frame, quantities)) return false
    const sibling = add(
      on,
      frame.kind,
      'part',
      { is: 'noun', nouns: [frame.kind.key], text: frame.noun, plural: false, at: quantity.at, from: 0, to: 0 },
      frame.parent,
    )
    if (fill(sibling, quantities)) {
      on.focus = [sibling]
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

/** `legs 60 and 40` is one each; in `equal legs 50, 5 mm thick, 300` another size came between. */
function follows({ atoms }: Sentence, { kind }: Frame, quantities: readonly Quantity[]): boolean {
  let place = atoms.findIndex((atom) => atom.is === 'quantity' && atom.quantities === quantities) - 1
  while (['break', 'link', 'article', 'filler'].includes(atoms[place]?.is ?? '')) place--
  const before = atoms[place]
  return before?.is !== 'quantity' || before.quantities.some(({ used }) => used !== `${kind.key}.thickness`)
}

/** Places that one alone has. */
const SOMEWHERE: ReadonlySet<string> = new Set(['points', 'from', 'offset', 'clock', 'angles'])
const isBeside = (place: SaidPlace): boolean =>
  place.kind === 'centre' || (place.kind === 'spec' && ['on', 'at', 'in'].includes(place.spec.prep ?? ''))
const FLAT = new Set(['plate', 'block', 'cube', 'flat-bar'])
/** What is mostly round, and what it is where it has sides. */
const STRAIGHT: ReadonlyMap<string, string> = new Map([
  ['cylinder', 'block'],
  ['jar', 'enclosure'],
])
/** `flange 100 x 100 x 8`: no bore is as wide as it is. */
const isSquare = (quantities: readonly Quantity[]): boolean =>
  quantities[0]?.square === true ||
  (quantities.length === 3 &&
    quantities.every(({ role }) => role === undefined) &&
    quantities[0]?.value === quantities[1]?.value &&
    (quantities[2]?.value ?? 0) * 2 < (quantities[0]?.value ?? 0))

/** `flange plate 160 x 120 x 10, hole 60`: three sizes and a hole of its own, so none of them is a bore. */
const isBoredPlate = (on: Sentence, { noun }: Frame, { quantities, to }: Atom & { is: 'quantity' }): boolean =>
  noun.endsWith('plate') &&
  quantities.length === 3 &&
  quantities.every(({ role }) => role === undefined) &&
  (quantities[2]?.value ?? 0) * 2 < (quantities[1]?.value ?? 0) &&
  on.atoms.some((one) => one.is === 'noun' && one.from >= to && !one.plural && one.nouns[0] === 'hole')

/** A cup of three sizes has sides; of what is solid and round the third one may be a bore. */
const isStraight = ({ kind }: Frame, quantities: readonly Quantity[]): boolean =>
  quantities[0]?.square === true ||
  (kind.key === 'jar' && quantities.length === 3 && quantities.every(({ role }) => role === undefined))

/** `planter 120 x 120, 110 tall`, `pot 300 long, 120 wide`: what has a third size, or a width, has sides. */
function squaredUp(on: Sentence, frame: Frame, quantities: readonly Quantity[]): boolean {
  const [next, ...others] = quantities
  const kind = on.kinds.family(STRAIGHT.get(frame.kind.key) ?? '')
  const said = [...frame.sizes.values()]
  if (!kind || others.length > 0 || said.length === 0 || said.length > 2 || frame.seeded) return false
  const chain = said.length === 2 && said.every(({ quantity, loose }) => quantity.role === undefined && !loose)
  const long = said.length === 1 && said[0]?.quantity.role === 'length' && frame.kind.key === 'jar'
  if (!(chain && next?.role === 'height') && !(long && next?.role === 'width')) return false
  const outline: Frame = { ...frame, kind, sizes: new Map() }
  const sizes = said.map(({ quantity }) => quantity)
  if (!fill(outline, sizes) || !fill(outline, quantities)) return false
  frame.kind = kind
  frame.sizes = outline.sizes
  return true
}
const STANDS_INSIDE: ReadonlySet<string> = new Set(['pad', 'divider', 'compartment'])
/** It stands right behind the noun, or behind its sizes in brackets. */
function namesIt({ atoms }: Sentence, atom: Atom): boolean {
  const before = atoms[atoms.indexOf(atom) - 1]
  return before?.is === 'noun' || (before?.is === 'filler' && before.text === ')')
}
/** `junction box 90 dia, 45 high`: a box with a diameter and no side is a jar. */
function inRound(on: Sentence, frames: readonly Frame[], quantities: readonly Quantity[]): void {
  const box = frames.find(({ level }) => level === 'body')
  if (box?.kind.key !== 'enclosure' || box !== frames[0] || box.seeded) return
  // `container: body 80 mm diameter, lid 20 tall`: how such a lid goes on has to be told.
  const lid = on.atoms.findIndex((one) => one.is === 'noun' && one.nouns.includes('lid'))
  if (lid >= 0 && on.atoms[lid + 1]?.is === 'quantity') return
  const sided = [...box.sizes.keys()].some((slot) => /length|width/i.test(slot))
  if (sided || quantities[0]?.role !== 'diameter') return
  box.kind = on.kinds.family('jar') ?? box.kind
}
const ROUNDS: ReadonlySet<string> = new Set(['diameter', 'outer'])
const ownDistance = ({ kind }: Frame): Role | undefined =>
  (['centres', 'pitch'] as const).find((role) => kind.slots[role]) ??
  // `ring, 60 from centre to centre`: of its section.
  (kind.slots['middle']?.accepts.split(' ').includes('centres') ? 'centres' : undefined)

/** `Inside the corners add four standoffs`: where the next ones stand, and not how the box is measured. */
function opensPlace({ atoms }: Sentence, atom: Atom): boolean {
  const place = atoms.indexOf(atom)
  const [before, after] = [atoms[place - 1], atoms[place + 1]]
  return before?.is === 'break' && (after?.is === 'place' || after?.is === 'article')
}

/** `10 mm from the free end of each tab`: it is in each of them. */
const legOf = ({ level, targets, parent }: Frame, { keys, det }: SaidOwner): boolean => {
  const spots = parent?.level === 'body' ? (parent.kind as Family).spots : undefined
  // `8 mm from the end of each arm`: of what is flat, there is one in each of them.
  const own = (key: string) => parent?.kind.parts?.[key]?.faces || (key === spots && det !== undefined)
  return level === 'feature' && targets.length === 0 && keys.some(own)
}

/** Three places and more are the corners of what is drawn by them. */
const draws = (place: SaidPlace, { kind }: Frame): boolean =>
  place.kind === 'points' && place.at.length > 2 && kind.parts?.['vertex'] !== undefined
