import { boxesOf } from './boxes-of-feature.ts'
import { FACES } from './locate.ts'
import type { RealisedBody, RealisedFeature } from './realise.ts'
import type { PlacedSolid, Triple } from './solids/placed-solid.ts'
import { sharedVolume } from './solids/shared-volume.ts'

export interface Meeting {
  /** Cuts that run into each other from aside: a hole is measured in pieces. */
  crossing: ReadonlySet<RealisedFeature>
  /** What no formula tells of cuts that run into each other. */
  untold: ReadonlySet<'volume' | 'openings'>
  /** Of how many of its places a wider bore only widens the mouth of a narrower one: the two are one hole. */
  widening: ReadonlyMap<RealisedFeature, number>
  /** What cuts take more than once: bores around one axis, a hole in the floor of a groove. */
  shared: number
  /** Openings that those bores make together, less those that each would make alone. */
  openings: number
  /** An opening that lies in another one, and that one: nothing of it would be there. */
  lost?: [RealisedFeature, RealisedFeature]
}

interface Bore {
  radius: number
  low: number
  high: number
}

/** One cut at one place. */
interface Cut {
  feature: RealisedFeature
  low: number[]
  high: number[]
  normal: number
  round: boolean
  /** Around which axis, for what is round. */
  spot: { u: number; v: number }
  radius: number
  /** What it takes, where it is round all the way. */
  bores: Bore[] | undefined
  face: string
  through: boolean
  /** Where it lies, if it is a box or round all the way. */
  solid: PlacedSolid | undefined
}

/** Cuts that run into each other: around one axis they are a bore in steps, else their volumes and openings cannot be added. */
export function meetingCuts(made: RealisedBody, value: (formula: string) => number): Meeting {
  const crossing = new Set<RealisedFeature>()
  const pairs: [Cut, Cut][] = []
  const cuts = made.features.flatMap((feature) => cutsOf(feature, value))
  const groups: Cut[][] = []
  for (const [index, a] of cuts.entries())
    for (const b of cuts.slice(index + 1)) {
      if (a.feature === b.feature || !meet(a, b)) continue
      if (a.bores && b.bores && a.normal === b.normal && apart(a, b) < 1e-6) join(groups, a, b)
      else {
        crossing.add(a.feature).add(b.feature)
        pairs.push([a, b])
      }
    }
  const widening = new Map<RealisedFeature, number>()
  const widens = ({ feature }: Cut) => widening.set(feature, (widening.get(feature) ?? 0) + 1)
  const { outline } = made.form
  const bored = outline.kind === 'circle' && outline.bore ? value(outline.bore) / 2 : 0
  const hollowAt = ({ normal, spot }: Cut) => (normal === 2 && Math.hypot(spot.u, spot.v) < 1e-6 ? bored : 0)
  for (const cut of cuts) if (cut.bores && hollowAt(cut) > 0 && cut.radius > hollowAt(cut)) widens(cut)
  let [shared, openings] = [0, 0]
  for (const group of groups) {
    const [narrowest, ...wider] = group.toSorted((a, b) => a.radius - b.radius)
    if (!narrowest) continue
    const hollow = hollowAt(narrowest)
    const all = group.flatMap(({ bores }) => bores ?? [])
    shared += group.reduce((sum, { bores }) => sum + taken(bores ?? [], hollow), 0) - taken(all, hollow)
    if (hollow > 0) continue
    openings += (through(group, all) ? 1 : 0) - group.filter((cut) => cut.through).length
    for (const cut of wider) widens(cut)
  }
  const lost = swallowed(cuts)
  const untold = new Set<'volume' | 'openings'>()
  for (const pair of pairs) {
    const twice = sharedBy(pair, cuts)
    if (twice === undefined) untold.add('volume')
    else shared += twice
    if (!isInFloor(...pair) && !isInFloor(pair[1], pair[0])) untold.add('openings')
  }
  return { crossing, widening, shared, openings, untold, ...(lost ? { lost } : {}) }
}

/** What two plain cuts have in common, where no third one reaches. */
function sharedBy([a, b]: readonly [Cut, Cut], cuts: readonly Cut[]): number | undefined {
  const both = {
    low: a.low.map((low, axis) => Math.max(low, b.low[axis] ?? 0)),
    high: a.high.map((high, axis) => Math.min(high, b.high[axis] ?? 0)),
  }
  const third = cuts.some(
    (one) =>
      one !== a &&
      one !== b &&
      [0, 1, 2].every(
        (axis) =>
          (one.low[axis] ?? 0) < (both.high[axis] ?? 0) - 1e-6 && (both.low[axis] ?? 0) < (one.high[axis] ?? 0) - 1e-6,
      ),
  )
  return third || !a.solid || !b.solid ? undefined : sharedVolume([a.solid, b.solid])
}

/** A hole all of which is in the floor of a groove or a pocket: it opens what it would open without it. */
function isInFloor(hole: Cut, box: Cut): boolean {
  if (hole.solid?.shape.kind !== 'round' || box.solid?.shape.kind !== 'box' || box.through) return false
  const aside = [0, 1, 2].filter((axis) => axis !== hole.normal)
  return (
    hole.face === box.face &&
    aside.every(
      (axis) =>
        (box.low[axis] ?? 0) <= (hole.low[axis] ?? 0) + 1e-6 && (hole.high[axis] ?? 0) <= (box.high[axis] ?? 0) + 1e-6,
    )
  )
}

/** Of a field of holes some may fall into a wider one; of a few, none was meant to. */
const FEW = 6

/** `a 28 x 20 cut-out, a 12 mm hole`: where nobody said where they are, the one is in the other. */
function swallowed(cuts: readonly Cut[]): [RealisedFeature, RealisedFeature] | undefined {
  const pairs = cuts.flatMap((a) => cuts.filter((b) => b.feature !== a.feature).map((b) => [a, b] as const))
  const found = pairs.find(
    ([a, b]) =>
      (a.feature.located?.spots.length ?? 1) <= FEW &&
      b.through &&
      a.normal === b.normal &&
      (a.round && b.round && a.face === b.face
        ? apart(a, b) + wide(a) <= wide(b) + 1e-6
        : [0, 1, 2].every(
            (axis) =>
              (a.low[axis] ?? 0) >= (b.low[axis] ?? 0) - 1e-6 && (a.high[axis] ?? 0) <= (b.high[axis] ?? 0) + 1e-6,
          )),
  )
  return found && [found[0].feature, found[1].feature]
}

function cutsOf(feature: RealisedFeature, value: (formula: string) => number): Cut[] {
  const { form, located, face, start } = feature
  const { reach } = form
  if (!reach || !located || reach.outward) return []
  const origin = start.map(value)
  const [u, v, depth] = [value(reach.u) / 2, value(reach.v) / 2, value(reach.depth)]
  const { normal, sign } = FACES[face]
  const at = origin[AXES[normal]] ?? 0
  const spots = form.spots ?? located.spots
  const each = form.volume === undefined ? undefined : -value(form.volume) / spots.length
  const isAll = (whole: number) => each !== undefined && Math.abs(each - whole) < 1e-6 * whole
  const wide = 2 * u
  const shape = isAll(wide * 2 * v * depth)
    ? ({ kind: 'box' } as const)
    : reach.round && isAll((Math.PI / 4) * wide ** 2 * depth)
      ? ({ kind: 'round', axis: AXES[normal], square: [u ** 2, 0, 0] } as const)
      : undefined
  return boxesOf(feature, value).map(({ low, high, spot }) => {
    const bores = form.bores?.map((step) => {
      const far = at - sign * value(step.depth)
      return { radius: value(step.diameter) / 2, low: Math.min(at, far), high: Math.max(at, far) }
    })
    return {
      feature,
      low,
      high,
      normal: AXES[normal],
      round: reach.round === true,
      spot,
      radius: Math.min(u, ...(bores ?? []).map(({ radius }) => radius)),
      bores,
      face,
      through: form.openings !== undefined && value(form.openings) > 0,
      solid: shape && { low: low as Triple, high: high as Triple, shape, volume: each },
    }
  })
}
const AXES = { x: 0, y: 1, z: 2 } as const

const apart = (a: Cut, b: Cut): number => Math.hypot(a.spot.u - b.spot.u, a.spot.v - b.spot.v)
const wide = ({ low, high }: Cut): number => ((high[0] ?? 0) - (low[0] ?? 0)) / 2

function meet(a: Cut, b: Cut): boolean {
  if (a.face === b.face && a.round && b.round) return apart(a, b) < wide(a) + wide(b)
  // Two bores that end where the other begins are one.
  const touching = a.bores && b.bores && a.normal === b.normal && apart(a, b) < 1e-6
  return [0, 1, 2].every((axis) => {
    const room = touching && axis === a.normal ? 1e-6 : -1e-6
    return (a.low[axis] ?? 0) < (b.high[axis] ?? 0) + room && (b.low[axis] ?? 0) < (a.high[axis] ?? 0) + room
  })
}

function join(groups: Cut[][], a: Cut, b: Cut): void {
  const [one, other] = [a, b].map((cut) => groups.find((group) => group.includes(cut)))
  if (one && other) {
    if (one !== other) one.push(...groups.splice(groups.indexOf(other), 1).flat())
  } else if (one) one.push(b)
  else if (other) other.push(a)
  else groups.push([a, b])
}

/** What bores around one axis take together of what is not hollow already: at each height as much as the widest of them. */
function taken(bores: readonly Bore[], hollow: number): number {
  const heights = [...new Set(bores.flatMap(({ low, high }) => [low, high]))].toSorted((a, b) => a - b)
  return heights.slice(1).reduce((sum, high, index) => {
    const low = heights[index] ?? 0
    const radius = Math.max(
      hollow,
      ...bores.filter((one) => one.low <= low && one.high >= high).map((one) => one.radius),
    )
    return sum + Math.PI * (radius ** 2 - hollow ** 2) * (high - low)
  }, 0)
}

/** Right through, if one of them is, or if those from both sides reach each other. */
function through(group: readonly Cut[], bores: readonly Bore[]): boolean {
  if (group.some((cut) => cut.through)) return true
  if (new Set(group.map(({ face }) => face)).size < 2) return false
  const inOrder = bores.toSorted((a, b) => a.low - b.low)
  let reached = inOrder[0]?.low ?? 0
  return inOrder.every(({ low, high }) => {
    const closed = low <= reached + 1e-6
    reached = Math.max(reached, high)
    return closed
  })
}
