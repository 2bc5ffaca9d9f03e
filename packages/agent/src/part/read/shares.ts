import type { Atom, Quantity, SaidPlace } from './atoms.ts'
import { below, type Frame } from './frame.ts'
import { focused, lineOf, type Sentence, SIDES } from './sentence.ts'
import { plural } from '../../read/plural.ts'

/** `four holes, two in the base and two in the upright`: another of the kind that was counted, with places of its own. */
export function shared(on: Sentence, quantity: Quantity, own?: true): void {
  const line = lineOf(on.focus.at(-1))
  // `in the long leg two 7 mm holes …, in the short leg one at 40`: of those.
  const scope = on.scope && line.at(-1)?.children.findLast(({ level }) => level === 'feature')
  const near = line.find(({ level }) => level === 'feature') ?? scope
  if (!near || near.seeded) {
    on.read.spare.push({ at: quantity.at, quantities: [quantity] })
    return
  }
  const of = near.share?.of ?? near
  // `two holes in the base and one in the upright`: the two have a place already.
  const next = on.atoms.find((atom) => atom.is === 'place' && atom.at[0] > quantity.at[1])
  // `two holes in the front, one 20 mm from the left and one 20 mm from the right`: both are in it.
  // The second of them may be in its middle: `in the front, one 20 mm from the left, the other in the middle`.
  const within =
    next?.is === 'place' && (next.place.kind === 'from' || (near.share !== undefined && next.place.kind === 'centre'))
  const isWhole = (one: Frame['places'][number]) => isFaceOnly(one) || (within && isOneSide(one))
  const placed =
    scope !== undefined ||
    near.places.some((one) => !isWhole(one)) ||
    near.targets.some(({ keys }) => !keys.includes(near.parent?.kind.key ?? ''))
  if (!near.share && (placed || (own && near.sizes.size + near.designated.size > 0))) near.share = { of }
  else if (!near.share) {
    near.share = { of, ...(near.count ? { total: near.count } : {}) }
    near.count = quantity
    focused(on, near)
    return
  }
  const frame: Frame = {
    ...of,
    count: quantity,
    share: { of },
    places: of.places.filter(isWhole),
    targets: on.scope && line.every(({ level }) => level !== 'feature') ? [on.scope] : [],
    flags: new Map(of.flags),
    ...(own ? { sizes: new Map(), designated: new Map() } : {}),
    children: of.children.filter(({ level }) => level === 'part'),
  }
  ;(of.parent?.children ?? on.read.loose).push(frame)
  focused(on, frame)
}

/** `bottom row 8, 10 and 12 mm`: after another row, a row of its own. */
export function anotherRow(on: Sentence): void {
  const near = lineOf(on.focus.at(-1)).find(({ level }) => level === 'feature')
  if (!near || near.seeded || !near.places.some(({ place }) => place.kind === 'row')) return
  const { each: _each, count: _count, share: _share, ...of } = near
  const frame: Frame = {
    ...of,
    sizes: new Map(),
    designated: new Map(),
    places: [],
    targets: [],
    flags: new Map(),
    children: [],
  }
  ;(near.parent?.children ?? on.read.loose).push(frame)
  focused(on, frame)
}

/** `four holes: two of 5 mm at …, two of 8 mm at …`, `two rows of holes: …`: named without a size, and then told one by one. */
export function titles(on: Sentence): void {
  for (const { children } of on.read.bodies)
    for (const title of children.filter(isUntold)) {
      const told = children
        .slice(children.indexOf(title) + 1)
        .filter((one) => one.kind === title.kind && !isUntold(one))
      const sum = told.reduce((all, one) => all + (one.count?.value ?? 1), 0)
      const rows = title.places.some(({ place }) => place.kind === 'line')
      if (title.count && title.count.value !== (rows ? told.length : sum)) continue
      if (told.length < 2 && !(told[0]?.count && title.places.length === 0)) continue
      if (title.places.some(({ place }) => place.kind !== 'line')) continue
      if (title.count) title.count.used = 'count'
      children.splice(children.indexOf(title), 1)
    }
}
/** `10 holes in a 5 x 2 grid, 5 mm holes, 20 mm apart`: placed first, and how large they are is told behind. */
export function toldAgain(on: Sentence): void {
  for (const { children } of on.read.bodies)
    for (const [index, placed] of children.entries()) {
      const again = children[index + 1]
      if (!again || again.kind !== placed.kind || !isUntold(placed) || placed.places.length === 0) continue
      const sizeOnly = again.plural && !again.count && !again.share && again.targets.length === 0
      if (!sizeOnly || again.sizes.size + again.designated.size === 0) continue
      if (again.places.some(({ place }) => place.kind !== 'spacing')) continue
      placed.sizes = again.sizes
      placed.designated = again.designated
      placed.places.push(...again.places)
      for (const [flag, at] of again.flags) placed.flags.set(flag, at)
      placed.children.push(...again.children)
      children.splice(index + 1, 1)
    }
}

/** `eight holes 8 mm from the edges: one at each corner, one at the middle of each side`: all of them are told, and how far in holds for each. */
export function sharedOut(on: Sentence): void {
  for (const { children } of on.read.bodies)
    for (const whole of children.slice()) {
      const others = children.filter((one) => one !== whole && one.share?.of === whole)
      const sum = others.reduce(
        (all, one) => all + (one.count && one.count.value > 1 ? one.count.value : timesOf(one)),
        0,
      )
      if (others.length < 2 || whole.count?.value !== sum) continue
      if (whole.places.some(({ place }) => place.kind !== 'from')) continue
      whole.count.used = 'count'
      for (const one of others) if (!one.places.some(isFromEdges)) one.places.push(...whole.places)
      children.splice(children.indexOf(whole), 1)
    }
}
const isUntold = ({ level, seeded, plural, sizes, designated, children, share, targets }: Frame): boolean =>
  level === 'feature' &&
  !seeded &&
  plural &&
  !share &&
  sizes.size + designated.size + children.length + targets.length === 0

/** `top row …, bottom row …, 25 mm apart, rows 30 mm apart`: what was said of one row holds for all that have none of it. */
export function shareRows(on: Sentence): void {
  const rows = on.read.bodies.flatMap(below).filter(({ places }) => places.some(({ place }) => place.kind === 'row'))
  for (const kind of new Set(rows.map((one) => one.kind))) {
    const same = rows.filter((one) => one.kind === kind)
    const steps = same.flatMap(({ places }) => places.filter(({ place }) => place.kind === 'spacing'))
    for (const one of same)
      for (const step of steps) {
        const has = one.places.some(({ place }) => place.kind === 'spacing' && between(place) === between(step.place))
        if (!has) one.places.push(step)
      }
    const known = same.find(({ sizes, designated }) => sizes.size + designated.size > 0)
    for (const one of same)
      if (known && one.sizes.size + one.designated.size === 0) {
        one.sizes = known.sizes
        one.designated = known.designated
      }
  }
}
/** `two 15 mm from the left edge and two 15 mm from the right edge, 50 mm apart`: each two of them. */
function shareStep(same: readonly Frame[]): void {
  const step = same.at(-1)?.places.find(({ place }) => place.kind === 'spacing' && !between(place))
  if (!step) return
  for (const one of same)
    if ((one.count?.value ?? 1) > 1 && one.places.every(({ place }) => ['from', 'spec'].includes(place.kind)))
      one.places.push(step)
}
const between = (place: SaidPlace): boolean => place.kind === 'spacing' && place.between === true

/** Sizes that were said of one share hold for all; as many as were counted have to come out. */
export function shareOut(on: Sentence): void {
  const all = [...on.read.bodies.flatMap(below), ...on.read.loose].filter(({ share }) => share)
  for (const { share } of all) {
    const same = all.filter((one) => one.share?.of === share?.of)
    const known = same.find(({ sizes, designated }) => sizes.size + designated.size > 0)
    for (const one of same) {
      if (!known || one.sizes.size + one.designated.size > 0) continue
      one.sizes = known.sizes
      one.designated = known.designated
    }
    shareInset(same)
    shareStep(same)
    if (share) countedInAll(share.of, same)
    const total = share?.total
    const sum = same.reduce((all, one) => all + manyIn(one), 0)
    if (!total || !share) continue
    if (sum === total.value) total.used = 'count'
    else
      on.read.clash ??= { at: total.at, text: `${total.value} ${plural(share.of.noun)} and ${sum} places were said.` }
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
    if (one.share) one.share.spread = true
  }
}

/** `one in each corner and one in the middle, 15 mm from the edges`: how far in, told once, is how far in all are that lie at an edge. */
function shareInset(same: readonly Frame[]): void {
  const told = same.filter(({ places }) => places.some(isFromEdges))
  const [first] = told
  const far = first?.places.find(isFromEdges)
  const others = same.filter((one) => isAtEdge(one) && !one.places.some(({ place }) => place.kind === 'from'))
  if (!first || !far || told.length > 1 || others.length === 0) return
  if (!isAtEdge(first)) first.places = first.places.filter((one) => one !== far)
  for (const one of others) one.places.push(ownOf({ ...far, is: 'place', from: 0, to: 0 }))
}

const isAtEdge = ({ places }: Frame): boolean => {
  const specs = places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  return (
    places.some(({ place }) => place.kind === 'corners') ||
    places.every((one) => isAlong(one) || isFromEdges(one)) ||
    specs.some(
      ({ noun, places: [side] }) => noun === 'corner' || noun === 'side' || side === 'long' || side === 'short',
    )
  )
}

/** `six holes: at the corners and one in the middle of each long side`: six are all of them, and the corners have four. */
function countedInAll(first: Frame, same: readonly Frame[]): void {
  const corners = first.places.some(
    ({ place }) => place.kind === 'spec' && place.spec.noun === 'corner' && place.spec.many,
  )
  if (first.share?.total || !first.count || !corners) return
  const others = same.filter((one) => one !== first).reduce((all, one) => all + manyIn(one), 0)
  const there = SIDES.get(first.parent?.kind.key ?? '') ?? 4
  if (first.count.value === there || first.count.value !== there + others) return
  first.count.used = 'count'
  first.count = { ...first.count, value: there }
}

const isFromEdges = ({ place }: Frame['places'][number]): boolean =>
  place.kind === 'from' && place.specs.every(({ noun, places }) => noun === 'edge' && places.length === 0)
const isAlong = ({ place }: Frame['places'][number]): boolean => place.kind === 'spec' && place.spec.prep === 'along'

export function regroup(on: Sentence, which: 'both' | 'each', all?: true): boolean {
  const last = on.focus.at(-1)
  if (!last) return false
  // `four in the corners and one in the middle, all 8 mm deep`
  if (last.share && which === 'each') {
    on.focus = (last.parent?.children ?? on.read.loose).filter(({ share }) => share?.of === last.share?.of)
    return on.focus.length > 1
  }
  const siblings = (last.parent?.children ?? on.read.loose).filter(({ level }) => level === last.level)
  const alike = siblings.filter(({ kind }) => kind.key === last.kind.key)
  // `two holes at one end and one at the other, all 8 mm`
  if (all && last.level === 'feature' && alike.length > 1 && !alike.some(({ seeded }) => seeded)) {
    on.focus = alike
    return true
  }
  if ((last.count?.value ?? 1) > 1 || last.plural) return false
  // `a hole one end, a slot the other end, both 15 mm from the ends`
  const two = alike.length === 1 && last.level === 'feature' ? siblings : alike
  on.focus = which === 'both' ? two.slice(-2) : alike
  return on.focus.length > 1
}

/** Of several that are told together: a size is of those that have none, and how far in of those that are at an edge. */
export function meantBy(frames: readonly Frame[], atom: Atom): readonly Frame[] {
  const sized = ({ sizes, designated }: Frame) => sizes.size + designated.size > 0
  if (atom.is === 'quantity' && frames.some(sized) && !frames.every(sized)) return frames.filter((one) => !sized(one))
  if (atom.is !== 'place' || atom.place.kind !== 'from') return frames
  const alone = ({ places }: Frame) => places.length > 0 && places.every(({ place }) => place.kind === 'centre')
  return frames.every(alone) ? frames : frames.filter((one) => !alone(one))
}

/** `all 12 mm from the ends`: which end that is, is another one for each of them. */
export function ownOf<A extends Atom>(atom: A): A {
  if (atom.is !== 'place' || atom.place.kind !== 'from') return atom
  const specs = atom.place.specs.map((spec) => ({ ...spec, places: [...spec.places] }))
  return { ...atom, place: { ...atom.place, specs } }
}

/** `one in each corner` are four, and so are `four in each corner`. */
function manyIn(frame: Frame): number {
  const many = frame.count?.value ?? 1
  const times = timesOf(frame)
  return many === times && (many > 2 || isAllOf(frame)) ? many : many * times
}

/** `two in the middle of the long sides`: all that are there, and no two in each. */
const isAllOf = ({ places }: Frame): boolean =>
  places.some(({ place }) => place.kind === 'centre') &&
  places.some(({ place }) => place.kind === 'spec' && place.spec.many === true && place.spec.det !== 'each')

/** In how many places of a kind something is: `in each corner`, `at each end`, `in both legs`. */
function timesOf({ places, targets, parent }: Frame): number {
  const corners = SIDES.get(parent?.kind.key ?? '') ?? 4
  const every = (det: string | undefined) =>
    det !== undefined && ['each', 'every', 'both', 'either', 'per'].includes(det)
  if (targets.some(({ det }) => every(det))) return 2
  const middle = places.some(({ place }) => place.kind === 'centre')
  for (const { place } of places) {
    if (place.kind === 'corners') return corners
    if (place.kind === 'beside' && place.directions.length === 2) return 2
    for (const spec of place.kind === 'spec' ? [place.spec] : place.kind === 'from' ? place.specs : []) {
      if (spec.noun === 'corner') return spec.det === 'each' || spec.det === 'every' || spec.det === 'all' ? corners : 1
      // `one in the middle of each side`: of four.
      const all = every(spec.det) || (middle && spec.many && spec.noun === 'side')
      if (all && spec.noun === 'side' && spec.places.length === 0 && middle && spec.count !== 2) return 4
      if (all && (spec.noun === 'end' || spec.places.length > 0 || spec.noun === 'side')) return 2
    }
  }
  return 1
}

const isOneSide = ({ place }: Frame['places'][number]): boolean =>
  place.kind === 'spec' &&
  [undefined, 'face'].includes(place.spec.noun) &&
  place.spec.places.length === 1 &&
  ['in', 'into', 'through', 'on'].includes(place.spec.prep ?? '') &&
  ['front', 'back', 'left', 'right'].includes(place.spec.places[0] ?? '')

/** `five holes in the bottom: one in the middle and four on a circle`: the face is that of all of them. */
const isFaceOnly = ({ place }: Frame['places'][number]): boolean =>
  place.kind === 'spec' &&
  place.spec.noun === undefined &&
  place.spec.places.length === 1 &&
  ['top', 'bottom'].includes(place.spec.places[0] ?? '')
