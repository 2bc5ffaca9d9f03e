import { boxesOf } from '../boxes-of-feature.ts'
import type { RealisedBody, RealisedFeature } from '../realise.ts'
import { placedFeature } from './placed-feature.ts'
import { type PlacedSolid, placedSolids, type Sum, type Triple } from './placed-solid.ts'
import { areApart, gapBetween, holds, sharedVolume, widestOf } from './shared-volume.ts'

const EPS = 1e-6
const AXES = [0, 1, 2] as const
const NAMES = ['x', 'y', 'z'] as const
const SIGN = { add: '+', cut: '-', common: '&' } as const

/**
 * Bodies that are one with the one before them: its script goes on with theirs, and what is known of the whole is known of
 * their places. What no formula tells is left to the kernel.
 */
export function fused(bodies: readonly RealisedBody[], value: (formula: string) => number): RealisedBody[] {
  const groups: RealisedBody[][] = []
  for (const body of bodies) {
    const last = groups.at(-1)
    if (body.body.joins && last) last.push(body)
    else groups.push([body])
  }
  return groups.map((group) => (group.length > 1 ? one(group, value) : (group[0] as RealisedBody)))
}

interface Whole {
  terms: Term[] | undefined
  low: Triple
  high: Triple
  loose: Set<number>
  openings: number | undefined
  added: PlacedSolid[]
  cut: PlacedSolid[]
}
interface Term {
  times: number
  solids: readonly PlacedSolid[]
}

function one(group: readonly RealisedBody[], value: (formula: string) => number): RealisedBody {
  const [host, ...guests] = group as [RealisedBody, ...RealisedBody[]]
  const lines = guests.flatMap(({ body, lines: own }) => [
    ...own,
    `${host.body.id} ${SIGN[body.joins ?? 'add']}= ${body.id}`,
  ])
  const base = placedSolids(host, value)
  const worked = workedOn(group)
  const open = worked !== undefined && nothingCovers(group, worked, value)
  const made =
    base &&
    guests.reduce<Whole | undefined>((whole, guest) => whole && joined(whole, guest, value, open), begun(base, host))
  const { volume: _volume, openings: _openings, ...rest } = host
  const all = { ...rest, lines: [...host.lines, ...lines], features: worked?.flat() ?? host.features }
  if (!made) return { ...all, form: { ...host.form, loose: ['x', 'y', 'z'] } }
  const volume = made.terms && volumeOf(made.terms)
  return {
    ...all,
    form: { ...host.form, loose: [...made.loose].flatMap((axis) => NAMES[axis] ?? []) },
    size: AXES.map((axis) => (made.high[axis] ?? 0) - (made.low[axis] ?? 0)) as Triple,
    ...(volume === undefined ? {} : { volume }),
    ...(made.openings === undefined ? {} : { openings: made.openings }),
    guests: guests.flatMap((guest) => outside(base as [Sum], guest, value)),
  }
}

/** What is done to each of them, as it lies among the others; nothing, where that is not known of all. */
function workedOn([host, ...guests]: readonly RealisedBody[]): RealisedFeature[][] | undefined {
  if (!host || host.body.place || [host, ...guests].every(({ features }) => features.length === 0)) return undefined
  const placed = guests.map(({ features, body }) => features.map((one) => placedFeature(one, body.place)))
  const known = placed.map((all) => all.filter((one) => one !== undefined))
  return known.every((all, index) => all.length === placed[index]?.length) ? [host.features, ...known] : undefined
}

/** No cut into one of them ends at another one: what was open stays open. */
function nothingCovers(
  group: readonly RealisedBody[],
  worked: readonly (readonly RealisedFeature[])[],
  value: (formula: string) => number,
): boolean {
  const solids = group.map((body) => placedSolids(body, value)?.[0]?.solid)
  return worked.every((features, own) =>
    features
      .flatMap((one) => boxesOf(one, value))
      .every((box) =>
        solids.every(
          (solid, index) =>
            index === own ||
            (solid &&
              AXES.some(
                (axis) =>
                  (box.low[axis] ?? 0) > solid.high[axis] + EPS || (box.high[axis] ?? 0) < solid.low[axis] - EPS,
              )),
        ),
      ),
  )
}

/** What stands beside the first body with all of it: there its faces reach from end to end. */
function outside([{ solid: host }]: readonly [Sum], guest: RealisedBody, value: (formula: string) => number) {
  const [part] = placedSolids(guest, value) ?? []
  const { low, high } = part?.solid ?? {}
  if (!low || !high || guest.form.loose || (guest.body.joins ?? 'add') !== 'add') return []
  const beside = AXES.some((axis) => low[axis] >= host.high[axis] - EPS || high[axis] <= host.low[axis] + EPS)
  return beside ? [{ low: [...low], high: [...high], label: guest.body.label }] : []
}

function begun(base: readonly Sum[], host: RealisedBody): Whole {
  const [{ solid }] = base as [Sum]
  const loose = new Set((host.form.loose ?? []).map((axis) => NAMES.indexOf(axis)))
  return {
    terms: base.map((part) => ({ times: part.sign, solids: [part.solid] })),
    low: solid.low,
    high: solid.high,
    loose,
    openings: host.openings,
    added: [solid],
    cut: base.flatMap((part) => (part.sign < 0 ? [part.solid] : [])),
  }
}

function joined(
  whole: Whole,
  guest: RealisedBody,
  value: (formula: string) => number,
  open: boolean,
): Whole | undefined {
  const parts = placedSolids(guest, value)
  const solid = parts?.[0]?.solid
  if (!parts || !solid) return undefined
  const how = guest.body.joins ?? 'add'
  const own: Term[] = parts.map((part) => ({ times: part.sign, solids: [part.solid] }))
  const both = whole.terms && product(whole.terms, own)
  const less = both?.map((term) => ({ ...term, times: -term.times }))
  const terms =
    whole.terms && both && less
      ? how === 'common'
        ? both
        : like([...whole.terms, ...(how === 'add' ? own : []), ...less])
      : undefined
  if (how === 'add')
    return {
      ...whole,
      terms,
      low: AXES.map((axis) => Math.min(whole.low[axis] ?? 0, solid.low[axis] ?? 0)) as Triple,
      high: AXES.map((axis) => Math.max(whole.high[axis] ?? 0, solid.high[axis] ?? 0)) as Triple,
      openings: openedByAdding(whole, solid, guest.openings, open),
      added: [...whole.added, solid],
    }
  if (how === 'common') return shared(whole, solid, terms)
  const [low, high] = trimmed(whole, solid)
  return {
    ...whole,
    terms,
    low,
    high,
    loose: new Set([...whole.loose, ...shortened(whole, solid)]),
    openings: openedByCutting(whole, solid),
    cut: [...whole.cut, solid],
  }
}

/** What both share: as large as that, where it is a box or round on one axis. */
function shared(whole: Whole, solid: PlacedSolid, terms: Term[] | undefined): Whole {
  const [first, ...others] = whole.added
  const low = AXES.map((axis) => Math.max(whole.low[axis] ?? 0, solid.low[axis] ?? 0)) as Triple
  const high = AXES.map((axis) => Math.min(whole.high[axis] ?? 0, solid.high[axis] ?? 0)) as Triple
  const plain = first !== undefined && others.length === 0 && whole.cut.length === 0
  const boxes = plain && first.shape.kind === 'box' && solid.shape.kind === 'box'
  const round = plain && !boxes ? widestOf([first, solid]) : undefined
  if (round)
    for (const axis of AXES) {
      const middle = ((low[axis] ?? 0) + (high[axis] ?? 0)) / 2
      low[axis] = axis === round.axis ? round.low : middle - round.wide / 2
      high[axis] = axis === round.axis ? round.high : middle + round.wide / 2
    }
  return {
    terms,
    low,
    high,
    loose: boxes || round ? whole.loose : new Set(AXES),
    openings: plain && whole.openings === 0 ? 0 : undefined,
    added: [solid],
    cut: [],
  }
}

/** The sum over what each two have in common; what is nothing, or taken twice, is left out. */
function product(terms: readonly Term[], own: readonly Term[]): Term[] {
  const all = terms.flatMap((term) =>
    own.map((other) => ({ times: term.times * other.times, solids: [...new Set([...term.solids, ...other.solids])] })),
  )
  return like(all.filter(({ solids }) => !areApart(solids)))
}

/** Terms of the same solids are one term. */
function like(terms: readonly Term[]): Term[] {
  const made: Term[] = []
  for (const term of terms) {
    // A solid within another one is all that the two share.
    const solids = term.solids.filter(
      (one, index) =>
        !term.solids.some((other, at) => at !== index && holds(one, other) && (at < index || !holds(other, one))),
    )
    const same = made.find(
      (other) => other.solids.length === solids.length && other.solids.every((each) => solids.includes(each)),
    )
    if (same) same.times += term.times
    else made.push({ times: term.times, solids })
  }
  return made.filter(({ times }) => times !== 0)
}

function volumeOf(terms: readonly Term[]): number | undefined {
  let sum = 0
  for (const { times, solids } of terms) {
    const volume = sharedVolume(solids)
    if (volume === undefined) return undefined
    sum += times * volume
  }
  return sum
}

/** A box that takes an end off from side to side makes the whole shorter. */
function trimmed({ low, high }: Whole, solid: PlacedSolid): [Triple, Triple] {
  const [from, to]: [Triple, Triple] = [[...low], [...high]]
  if (solid.shape.kind !== 'box') return [from, to]
  const covers = (axis: number) =>
    (solid.low[axis] ?? 0) <= (low[axis] ?? 0) + EPS && (solid.high[axis] ?? 0) >= (high[axis] ?? 0) - EPS
  for (const axis of AXES) {
    if (!AXES.every((other) => other === axis || covers(other)) || covers(axis)) continue
    if ((solid.high[axis] ?? 0) >= (high[axis] ?? 0) - EPS) to[axis] = solid.low[axis] ?? 0
    else if ((solid.low[axis] ?? 0) <= (low[axis] ?? 0) + EPS) from[axis] = solid.high[axis] ?? 0
  }
  return [from, to]
}

/** Axes along which a cut may take the outermost of what is there: the end of a ball that is bored through. */
function shortened({ low, high, added }: Whole, solid: PlacedSolid): number[] {
  const ends = (axis: number, side: 'low' | 'high') =>
    added.filter((one) => Math.abs((one[side][axis] ?? 0) - ((side === 'low' ? low : high)[axis] ?? 0)) < EPS)
  const flat = (one: PlacedSolid, axis: number) =>
    one.shape.kind === 'box' || (one.shape.kind === 'round' && one.shape.axis === axis)
  const within = (one: PlacedSolid, axis: number) =>
    AXES.every((other) => other === axis || size(solid, other) < size(one, other) - EPS)
  return AXES.filter((axis) =>
    (['low', 'high'] as const).some((side) => {
      const reaches =
        side === 'low'
          ? (solid.low[axis] ?? 0) <= (low[axis] ?? 0) + EPS
          : (solid.high[axis] ?? 0) >= (high[axis] ?? 0) - EPS
      if (!reaches) return false
      const outermost = ends(axis, side)
      // A face that is larger than the cut stays where it was, and so does one of which a box leaves a strip.
      return (
        !outermost.some((one) => flat(one, axis) && (within(one, axis) || one.shape.kind === 'box')) &&
        outermost.some((one) => gapBetween(one, solid) < -EPS)
      )
    }),
  )
}
const size = ({ low, high }: PlacedSolid, axis: number): number => (high[axis] ?? 0) - (low[axis] ?? 0)

/** What touches one solid alone makes no opening; what touches several may. */
function openedByAdding(
  { added, cut, openings }: Whole,
  solid: PlacedSolid,
  own: number | undefined,
  open: boolean,
): number | undefined {
  const touched = added.filter((one) => gapBetween(one, solid) < EPS)
  const covers = cut.some((one) => gapBetween(one, solid) < EPS)
  if (openings === undefined || own === undefined || covers || touched.length === 0) return undefined
  if (!open && openings > 0 && touched.length > 0 && cut.length === 0) return undefined
  // All of them in one place: between them nothing is left open.
  const together = AXES.every((axis) => {
    const all = [...touched, solid]
    return Math.max(...all.map((one) => one.low[axis] ?? 0)) <= Math.min(...all.map((one) => one.high[axis] ?? 0)) + EPS
  })
  return touched.length === 1 || together ? openings + own : undefined
}

/** A cut inside one face opens that face, and the one behind it where it goes right through. */
function openedByCutting({ added, cut, openings }: Whole, solid: PlacedSolid): number | undefined {
  const hit = added.filter((one) => gapBetween(one, solid) < -EPS)
  if (openings === undefined || cut.some((one) => gapBetween(one, solid) < EPS)) return undefined
  const [only, ...others] = hit
  if (!only || others.length > 0) return stackedOpening(hit, solid, openings)
  const inside = AXES.filter(
    (axis) =>
      (only.low[axis] ?? 0) < (solid.low[axis] ?? 0) - EPS && (solid.high[axis] ?? 0) < (only.high[axis] ?? 0) - EPS,
  )
  if (inside.length === 3) return openings
  // Straight through or to one side of a box, a rod or a ball; what takes more than one side leaves a channel or a corner.
  if (inside.length < 2)
    return only.shape.kind === 'box' && solid.shape.kind === 'box' && inside.length + beside(only, solid) === 3
      ? openings
      : undefined
  const [axis = 0] = AXES.filter((one) => !inside.includes(one))
  if (!opensFlat(only, solid, axis)) return undefined
  const through =
    (solid.low[axis] ?? 0) <= (only.low[axis] ?? 0) + EPS && (solid.high[axis] ?? 0) >= (only.high[axis] ?? 0) - EPS
  return openings + (through ? 1 : 0)
}

/** Along how many axes a cut takes one end and leaves the other. */
const beside = (host: PlacedSolid, solid: PlacedSolid): number =>
  AXES.filter((axis) => {
    const [low, high] = [
      (solid.low[axis] ?? 0) <= (host.low[axis] ?? 0) + EPS,
      (solid.high[axis] ?? 0) >= (host.high[axis] ?? 0) - EPS,
    ]
    return low || high
  }).length

/** Its mouth lies within one face: that of a box, or of what is round and goes along that axis. */
function opensFlat(host: PlacedSolid, solid: PlacedSolid, axis: number): boolean {
  if (host.shape.kind === 'box') return true
  if (solid.shape.kind === 'other') return false
  const sides = AXES.filter((one) => one !== axis)
  const off = Math.hypot(
    ...sides.map(
      (side) => ((host.low[side] ?? 0) + (host.high[side] ?? 0) - (solid.low[side] ?? 0) - (solid.high[side] ?? 0)) / 2,
    ),
  )
  const reach =
    solid.shape.kind === 'box'
      ? Math.hypot(...sides.map((side) => size(solid, side) / 2))
      : size(solid, sides[0] ?? 0) / 2
  const along = host.shape.kind === 'ball' || (host.shape.kind === 'round' && host.shape.axis === axis)
  return along && off + reach < size(host, sides[0] ?? 0) / 2 - EPS
}

/** One cut down through solids that stand on each other. */
function stackedOpening(hit: readonly PlacedSolid[], solid: PlacedSolid, openings: number): number | undefined {
  if (solid.shape.kind !== 'round' && solid.shape.kind !== 'box') return undefined
  for (const axis of AXES) {
    const inside = hit.every(
      (one) =>
        AXES.every(
          (side) =>
            side === axis ||
            ((one.low[side] ?? 0) < (solid.low[side] ?? 0) - EPS &&
              (solid.high[side] ?? 0) < (one.high[side] ?? 0) - EPS),
        ) && opensFlat(one, solid, axis),
    )
    if (!inside) continue
    const low = Math.min(...hit.map((one) => one.low[axis] ?? 0))
    const high = Math.max(...hit.map((one) => one.high[axis] ?? 0))
    const ends = [(solid.low[axis] ?? 0) <= low + EPS, (solid.high[axis] ?? 0) >= high - EPS]
    return openings + (ends.every(Boolean) ? 1 : 0)
  }
  return hit.length === 0 ? openings : undefined
}
