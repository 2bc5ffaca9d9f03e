import { onLevel, onShelf } from './shelf.ts'
import { type AgentError, hewnError, type PartBody, type PartFace, type PartFeature, type PartPlan } from '@hewn/model'
import { boredThere } from './bored-there.ts'
import { blockEdges, edgesMeet } from './features/block-edges.ts'
import { picksIn } from './features/edges.ts'
import { keeps } from './features/portion.ts'
import { treadSide } from './features/step.ts'
import { fits } from './fits.ts'
import { bracketed, evaluate, half, minus, plus } from './formula.ts'
import { turnedSides } from './boxes-of-feature.ts'
import type { FeatureForm, Form, Sizes } from './kinds.ts'
import { FACES, type FaceOfForm, faceOf, type Located, locate } from './locate.ts'
import { meetingCuts } from './meeting-cuts.ts'
import { ALL_ROUND } from './radial.ts'
import { familyOf, featureOf } from './registry.ts'
import { formOf } from './form-of.ts'
import { fused } from './solids/fused.ts'

/** A plan in statements and in what must be measured once they ran. */
export interface Realised {
  bodies: RealisedBody[]
  problem?: AgentError
}

export interface RealisedBody {
  body: PartBody
  form: Form
  lines: string[]
  size: [number, number, number]
  volume?: number
  openings?: number
  features: RealisedFeature[]
  /** What became one with it and stands beside it: from where to where. */
  guests?: readonly { low: number[]; high: number[]; label: string }[]
}

export interface RealisedFeature {
  feature: PartFeature
  form: FeatureForm
  located?: Located
  face: PartFace
  /** Where on the body it begins. */
  start: FaceOfForm['at']
  /** Its cut runs into that of another one. */
  meets?: true
  /** At how many of its places it only widens a narrower bore: there the narrower one is the hole. */
  widens?: number
}

/** No more is cut away than there is. */
const isNothing = ({ volume }: RealisedBody): boolean => volume !== undefined && !(volume > 0)
const nothingLeft = (label: string): AgentError =>
  hewnError('AGENT_CONTRADICTION', `With these sizes nothing is left of the ${label}.`)

/** An opening within another one: where it was meant to be was not said, or not heard. */
function whereIs([inner, outer]: [RealisedFeature, RealisedFeature], value: (formula: string) => number): AgentError {
  const name = ({ feature: { label, sizes } }: RealisedFeature) =>
    sizes['diameter'] ? `${Math.round(value(sizes['diameter']) * 100) / 100} mm ${label}` : label
  return hewnError(
    'AGENT_NEEDS_ANSWER',
    `Where should the ${name(inner)} be? It would lie within the ${name(outer)}.`,
    {
      choices: [`${name(inner)} 10 mm from the left edge`, `${name(inner)} 10 mm from the right edge`],
    },
  )
}

export function realise(plan: PartPlan): Realised {
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const value = (formula: string) => evaluate(formula, values)
  const bodies: RealisedBody[] = []
  for (const body of plan.bodies) {
    const family = familyOf(body.family)
    if (!family)
      return { bodies, problem: hewnError('AGENT_UNSUPPORTED', `“${body.family}” is not a family that is known here.`) }
    const form = formOf(body, family, values)
    const made: RealisedBody = {
      body,
      form,
      features: [],
      lines: [...(form.before ?? []), `${body.id} = ${form.code}`],
      size: [value(form.size[0]), value(form.size[1]), value(form.size[2])],
      ...(form.volume === undefined ? {} : { volume: value(form.volume) }),
      ...(form.openings === undefined ? {} : { openings: Math.round(value(form.openings)) }),
    }
    if (isNothing(made)) return { bodies, problem: nothingLeft(body.label) }
    const reach = reachOf(made.size)
    // What a dome adds, for all that goes down through it.
    let lift: string | undefined
    for (const feature of inOrder(body.features)) {
      const kind = featureOf(feature.kind)
      if (!kind)
        return {
          bodies,
          problem: hewnError('AGENT_UNSUPPORTED', `“${feature.kind}” is not a feature that is known here.`),
        }
      const base = made.features.find((one) => one.feature.id === (feature.at.upon ?? under(feature, made, values)))
      const face = base?.face ?? faceFor(feature)
      const ground = lifted(sideways(faceOf(fromInside(form, feature), face), form, feature, made.features), lift)
      const round = base ? upon(ground, made.features, base.feature.id) : ground
      const located =
        kind.manner === 'edge'
          ? undefined
          : ((base && isSingleFloor(base) ? undefined : base?.located) ??
            locate(feature.at, { face: round, count: allRound(feature) ? undefined : feature.sizes['count'], values }))
      const spots = kind.manner === 'spot' ? located : undefined
      const shelf = onShelf(inTheMiddle(round, form, spots), form, spots, feature.sizes['diameter'], value)
      const where = onLevel(shelf, form, spots, feature.sizes['diameter'], value)
      const turned = allRound(feature) ? feature.sizes['count'] : undefined
      const write = (sign: '-' | '+') => (solid: string) => [
        turned
          ? // Turned about the axis of the part: `Rot * Plane` alone would turn the plane where it is, and all would be one.
            `${body.id} ${sign}= [Rot(Z=turn * 360 / ${turned}) * (${placed(solid, face, where.at, located, feature.at.turn)}) for turn in range(${turned})]`
          : `${body.id} ${sign}= ${placed(solid, face, where.at, located, feature.at.turn)}`,
      ]
      const built = turnedBy(
        feature.at.turn,
        value,
        kind.build({
          sizes: feature.sizes,
          flags: feature.flags,
          has: (flag) => feature.flags.includes(flag),
          face,
          along: alongOf(feature, face, where, value),
          ...(feature.at.along ? { runs: feature.at.along } : {}),
          through: bracketed(where.through),
          body: boredThere(form, feature, where, located, made.features, value),
          bodyId: body.id,
          id: feature.id,
          label: feature.label,
          parts: Object.fromEntries(feature.parts.map((part): [string, Sizes] => [part.kind, part.sizes])),
          pieces: feature.parts,
          count: located?.many ? located.count : (feature.sizes['count'] ?? located?.count ?? '1'),
          relations: feature.at.relations,
          spots: located?.spots ?? [],
          evaluate: value,
          at: `Plane((${where.at.join(', ')})${FACES[face].plane}) * `,
          u: where.u,
          v: where.v,
          bodySizes: body.sizes,
          cut: write('-'),
          add: write('+'),
        }),
      )
      made.lines.push(...built.lines)
      if (feature.kind === 'dome') lift = built.rise
      if (built.rise) {
        grow(reach, where, built.rise, value)
        if (built.reach?.outward && located && FACES[where.face].normal === 'z')
          overhang(reach, where, [value(built.reach.u) / 2, value(built.reach.v) / 2], located)
        made.size = reach.map(([low, high]) => high - low) as RealisedBody['size']
      }
      if (built.around) {
        surround(reach, built.around.map(value))
        made.size = reach.map(([low, high]) => high - low) as RealisedBody['size']
      }
      const there = within(body.features, form, where, built, located, value)
      if (made.volume !== undefined) {
        if (built.volume === undefined || there === undefined) delete made.volume
        else made.volume += value(built.volume) * there.share + alreadyBored(feature, where, built, located, value)
      }
      if (there === undefined) delete made.openings
      else if (built.openings && made.openings !== undefined)
        made.openings += Math.round(value(built.openings) * there.share)
      made.features.push({
        feature,
        form: built,
        face,
        start: where.at,
        ...(there?.located ? { located: there.located } : {}),
      })
      const problem = fits({ plan, made, feature, built, located, where, value })
      if (problem) return { bodies, problem }
    }
    if (lift && made.features.some(({ feature }) => feature.kind === 'hole' || feature.kind === 'scoop'))
      delete made.volume
    const treated = made.features.filter(({ feature }) => featureOf(feature.kind)?.manner === 'edge')
    if (treated.length > 1 && form.outline.kind === 'rectangle' && !liesApart(treated, form)) delete made.volume
    const meeting = meetingCuts(made, value)
    if (meeting.lost) return { bodies, problem: whereIs(meeting.lost, value) }
    for (const one of meeting.crossing) one.meets = true
    for (const [one, places] of meeting.widening) one.widens = places
    for (const one of meeting.untold) delete made[one]
    if (made.volume !== undefined) made.volume += meeting.shared
    // Bores that cross take less away than one by one.
    if (isNothing(made)) return { bodies, problem: nothingLeft(body.label) }
    if (made.openings !== undefined) made.openings += meeting.openings
    // What was closed all round is opened by the first hole into it.
    if (form.sealed && made.openings) made.openings -= 1
    const { place } = body
    if (place)
      made.lines.push(
        `${body.id} = Pos(${place.x ?? '0'}, ${place.y ?? '0'}, ${place.z ?? '0'})${place.lie ? ` * Rot(${place.lie})` : ''} * ${body.id}`,
      )
    bodies.push(made)
  }
  return { bodies: fused(bodies, value) }
}

/** Edges of a block that are treated in several ways, and meet nowhere: what they lose adds up. */
function liesApart(treated: readonly RealisedFeature[], { edges }: Form): boolean {
  const all = treated.map(({ feature }) => picksIn(feature.flags).flatMap(blockEdges))
  return (
    edges === 'block' &&
    all.every((these, at) =>
      all.slice(at + 1).every((those) => !these.some((one) => those.some((other) => edgesMeet(one, other)))),
    )
  )
}

/** What a feature does to the part of a body that is kept: no formula tells it of a hole that is cut through. */
function within(
  features: readonly PartFeature[],
  { pivot }: Form,
  { at, face }: FaceOfForm,
  { reach }: FeatureForm,
  located: Located | undefined,
  value: (formula: string) => number,
): { share: number; located: Located | undefined } | undefined {
  if (!located || !reach || !pivot) return { share: 1, located }
  if (FACES[face].normal !== 'z') return undefined
  const [x, y] = pivot.map((one, axis) => value(at[axis] ?? '0') - value(one))
  const spots = located.spots.map((spot) => ({
    spot,
    keeps: keeps(
      features,
      {
        x: spot.u + (x ?? 0),
        y: spot.v + (y ?? 0),
        radius: Math.hypot(value(reach.u), reach.round ? 0 : value(reach.v)) / 2,
      },
      value,
    ),
  }))
  if (spots.some((one) => one.keeps === 'part')) return undefined
  const kept = spots.filter((one) => one.keeps === 'all').map(({ spot }) => spot)
  return { share: kept.length / Math.max(1, spots.length), located: { ...located, spots: kept } }
}

/** Edges of the bare body come first, so that no seam of a cut is picked; then what is added, then what is taken away. */
export function inOrder(features: readonly PartFeature[]): PartFeature[] {
  const rank = ({ kind }: PartFeature) => (featureOf(kind)?.manner === 'edge' ? 0 : 1)
  return features.toSorted((a, b) => rank(a) - rank(b))
}

/** A hole where a boss stands begins at the end of the boss, and goes through both. */
function under(
  hole: PartFeature,
  { form, features }: RealisedBody,
  values: Record<string, number>,
): string | undefined {
  const { diameter } = hole.sizes
  if (hole.kind !== 'hole' || !diameter || hole.sizes['count'] || allRound(hole)) return undefined
  const on = faceFor(hole)
  const { spots } = locate(hole.at, { face: faceOf(form, on), count: undefined, values })
  const [spot] = spots
  if (!spot || spots.length > 1) return undefined
  return features.findLast(
    ({ located, face, form: { reach } }) =>
      face === on &&
      reach?.round === true &&
      reach.outward !== undefined &&
      located?.spots.length === 1 &&
      located.spots.every(({ u, v }) => Math.hypot(u - spot.u, v - spot.v) < 1e-6) &&
      evaluate(reach.u, values) > evaluate(diameter, values),
  )?.feature.id
}

/** Which way a run or a slot lies on its face: as said, else along the longer side of it. */
function alongOf(
  { at, kind, flags }: PartFeature,
  face: PartFace,
  where: FaceOfForm,
  value: (formula: string) => number,
): 'x' | 'y' {
  const { u, v } = FACES[face]
  // A slot or a groove that is upright, in a wall.
  if ((kind === 'slot' || kind === 'channel') && flags.includes('vertical') && FACES[face].normal !== 'z') return 'y'
  // `across the bottom, 20 mm from the front`: what is so far from a side runs along it.
  const sides = kind === 'channel' && FACES[face].normal === 'z' ? at.relations : []
  const beside = new Set(sides.flatMap((one) => (one.kind === 'edge' ? (RUNS_ALONG[one.edge] ?? []) : [])))
  const [only] = beside
  if (only && beside.size === 1) return only
  if (at.along === u) return 'x'
  if (at.along === v) return 'y'
  const run = featureOf(kind)?.manner === 'run'
  return run && value(where.v) > value(where.u) + 1e-9 ? 'y' : 'x'
}

const RUNS_ALONG: Readonly<Record<string, 'x' | 'y'>> = { front: 'x', back: 'x', left: 'y', right: 'y' }

/** Where the feature of that id ends: what stands on it begins there, and goes down into all that is under it. */
function upon(ground: FaceOfForm, features: RealisedBody['features'], id: string | undefined): FaceOfForm {
  const base = features.find(({ feature }) => feature.id === id)
  if (!base) return ground
  const under = upon(ground, features, base.feature.at.upon)
  if (base.feature.kind === 'pocket') return floorOf(under, base)
  if (base.feature.kind === 'step') return treadOf(under, base)
  const high = base.form.rise ?? '0'
  const { normal, sign } = FACES[ground.face]
  const end = (from: string) => (sign > 0 ? plus(from, high) : minus(from, high))
  const at = under.at.map((one, axis) => (axis === AXES[normal] ? end(one) : one)) as FaceOfForm['at']
  return { ...under, at, outline: { kind: 'other' }, through: plus(under.through, high) }
}
const AXES = { x: 0, y: 1, z: 2 } as const

/** The floor of a pocket in the top, of one or of each. */
function floorOf(
  { at: [x, y, z], ...under }: FaceOfForm,
  { feature: { sizes }, located }: RealisedFeature,
): FaceOfForm {
  const { length = '0', width = '0', depth = '0', diameter } = sizes
  const sunk = { ...under, through: minus(under.through, depth) }
  if (!located?.single) return { ...sunk, at: [x, y, minus(z, depth)] }
  const [u, v] = located.single
  return {
    ...sunk,
    at: [plus(x, u), plus(y, v), minus(z, depth)],
    u: diameter ?? length,
    v: diameter ?? width,
    outline: diameter ? { kind: 'circle', diameter } : { kind: 'rectangle' },
  }
}

/** What a step has left of the top, one step lower. */
function treadOf({ at: [x, y, z], ...under }: FaceOfForm, { feature }: RealisedFeature): FaceOfForm {
  const { width = '0', depth = '0' } = feature.sizes
  const side = treadSide(feature)
  const out = (long: string) => `${side === 'left' || side === 'front' ? '-' : ''}(${half(long)} - ${half(width)})`
  const lower = { ...under, through: minus(under.through, depth) }
  if (side === 'left' || side === 'right')
    return { ...lower, at: [plus(x, out(under.u)), y, minus(z, depth)], u: width }
  return { ...lower, at: [x, plus(y, out(under.v)), minus(z, depth)], v: width }
}
/** What is put there has places of its own. */
const isSingleFloor = ({ feature, located }: RealisedFeature): boolean =>
  feature.kind === 'step' || (feature.kind === 'pocket' && located?.single !== undefined)

/** How far a body reaches along its axes: it stands on z = 0, with its middle on x = 0 and y = 0. */
const reachOf = ([x, y, z]: readonly [number, number, number]): [number, number][] => [
  [-x / 2, x / 2],
  [-y / 2, y / 2],
  [0, z],
]

/** How far it reaches, where it is turned in its place. */
function turnedBy(turn: string | undefined, value: (formula: string) => number, form: FeatureForm): FeatureForm {
  if (turn === undefined || !form.reach) return form
  if (form.reach.round) return form.reach.exact ? { ...form, reach: { ...form.reach, exact: false } } : form
  const { reach } = form
  const [u, v] = [value(reach.u), value(reach.v)]
  const bound = turnedSides([u, v], value(turn))
  const exact = turnedSides([u, v], value(turn), value(reach.corner ?? '0'))
  const sides = ([u, v]: readonly [number, number]) => ({ u: String(u), v: String(v) })
  return { ...form, reach: { ...reach, ...sides(bound), exact: reach.exact === undefined && sides(exact) } }
}

/** What stands on a face makes the body larger that way, as far as it comes out beyond it. */
function grow(reach: [number, number][], { face, at }: FaceOfForm, rise: string, value: (formula: string) => number) {
  const { normal, sign } = FACES[face]
  const axis = AXES[normal]
  const [low, high] = reach[axis] ?? [0, 0]
  const end = value(at[axis]) + sign * value(rise)
  reach[axis] = [Math.min(low, end), Math.max(high, end)]
}

/** What stands there and is wider makes it wider: the cap of a mushroom. */
function overhang(
  reach: [number, number][],
  { face }: FaceOfForm,
  [half, deep]: readonly [number, number],
  { spots }: Located,
): void {
  const { u, v } = FACES[face]
  for (const spot of spots)
    for (const [axis, at, wide] of [
      [AXES[u], spot.u, half],
      [AXES[v], spot.v, deep],
    ] as const) {
      const [low, high] = reach[axis] ?? [0, 0]
      reach[axis] = [Math.min(low, at - wide), Math.max(high, at + wide)]
    }
}

/** What has its middle where the body has it reaches as far both ways. */
function surround(reach: [number, number][], sizes: readonly number[]): void {
  for (const [axis, size] of sizes.entries()) {
    const [low, high] = reach[axis] ?? [0, 0]
    const middle = (low + high) / 2
    reach[axis] = [Math.min(low, middle - size / 2), Math.max(high, middle + size / 2)]
  }
}

const allRound = ({ flags }: PartFeature): boolean => flags.includes(ALL_ROUND)

/** What is in the very middle of a disc with a hub begins at the end of the hub. */
function inTheMiddle(where: FaceOfForm, { middle }: Form, located: Located | undefined): FaceOfForm {
  const own = middle?.[where.face]
  const central = located?.spots.length === 1 && located.spots.every(({ u, v }) => Math.hypot(u, v) < 1e-9)
  return own && central
    ? { ...where, at: own.at, outline: own.outline ?? where.outline, through: own.through ?? where.through }
    : where
}

/** `a closed box with four corner bosses`: what nobody put on a face stands on the floor inside. */
const fromInside = (form: Form, { kind, at }: PartFeature): Form =>
  form.inside && kind === 'pad' && at.on === undefined ? { ...form, faces: { ...form.faces, top: form.inside } } : form

/** Above a dome a face begins higher, and there is more under it. */
function lifted(where: FaceOfForm, lift: string | undefined): FaceOfForm {
  if (!lift || (where.face !== 'top' && where.face !== 'bottom')) return where
  const at: FaceOfForm['at'] = where.face === 'top' ? [where.at[0], where.at[1], plus(where.at[2], lift)] : where.at
  return { ...where, at, through: plus(where.through, lift) }
}

/** A radial hole ends in the bore; a cross hole goes through all of it. */
function sideways(
  where: FaceOfForm,
  form: Form,
  { flags }: PartFeature,
  before: readonly RealisedFeature[],
): FaceOfForm {
  const { outline } = form.faces?.[where.face] ? where : form
  if (outline.kind !== 'circle' || FACES[where.face].normal === 'z') return where
  const bored = before.some(({ face, feature }) => feature.kind === 'hole' && FACES[face].normal === 'z')
  // What is a cup has no bore, and is hollow under its mouth.
  const hollow = outline.bore ?? form.faces?.top?.outline
  return (hollow || (bored && flags.includes('radial'))) && !flags.includes('cross')
    ? { ...where, through: `${outline.diameter} / 2` }
    : where
}

function faceFor({ at, flags, kind }: PartFeature): PartFace {
  if (at.on) return at.on
  if (flags.includes('horizontal') && kind === 'hole') return 'front'
  if (flags.includes('radial') || flags.includes('cross')) return 'right'
  return 'top'
}

/** `top * Pos(…) * solid`, or a list where there are many. */
function placed(
  level: string,
  face: PartFace,
  at: [string, string, string],
  located: Located | undefined,
  turn: string | undefined,
): string {
  const plane = `Plane((${at.join(', ')})${FACES[face].plane})`
  const code = located?.code ?? ''
  const solid = turn === undefined ? level : `Rot(Z=${FACES[face].flip.v ? minus('0', turn) : turn}) * ${level}`
  if (!code) return `${plane} * ${solid}`
  return located?.many ? `[${plane} * spot * ${solid} for spot in ${code}]` : `${plane} * ${code} * ${solid}`
}

/** A hole around the bore, and wider, takes only what the bore has left. */
function alreadyBored(
  { kind, parts }: PartFeature,
  { outline, face }: FaceOfForm,
  { reach }: FeatureForm,
  located: Located | undefined,
  value: (formula: string) => number,
): number {
  const bore = outline.kind === 'circle' && FACES[face].normal === 'z' ? outline.bore : undefined
  const [spot, ...others] = located?.spots ?? []
  if (!bore || kind !== 'hole' || parts.length > 0 || !reach || !spot || others.length > 0) return 0
  if (Math.hypot(spot.u, spot.v) > 1e-6) return 0
  return (Math.PI / 4) * value(bore) ** 2 * value(reach.depth)
}
