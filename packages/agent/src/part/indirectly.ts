import type { Claim, Named, PartPlan } from '@hewn/model'
import { evaluate } from './formula.ts'
import { FACES } from './locate.ts'
import { type Realised, type RealisedBody, realise } from './realise.ts'
import { wholeOf } from './whole.ts'

/**
 * How a number that no fact tells by itself is measured all the same: it is changed a little, and what changes with it
 * is what it is held to. Nothing where nothing measurable does.
 */
export function indirectly(
  named: Named,
  plan: PartPlan,
  realised: Realised,
): { by: string; expect: NonNullable<Claim['expect']> } | undefined {
  const other = nudged(named, plan)
  if (!other) return undefined
  const [now, then] = [wholeOf(realised, plan), wholeOf(other.realised, other.plan)]
  if (now.volume !== undefined && then.volume !== undefined && differ(now.volume, then.volume))
    return { by: 'by the volume', expect: { fact: 'volume', equals: now.volume } }
  if (now.openings !== undefined && now.openings !== then.openings)
    return { by: 'by the openings', expect: { fact: 'openings', equals: now.openings } }
  const axis = AXES.find((_, index) => differ(now.size[index] ?? 0, then.size[index] ?? 0))
  // Some families know their extents only roughly before they are built; those are left to the kernel.
  if (axis && !now.loose.has(axis))
    return { by: 'by the size', expect: { fact: 'size', field: axis, equals: now.size[AXES.indexOf(axis)] ?? 0 } }
  const [body, ...others] = realised.bodies
  const [moved] = other.realised.bodies
  if (!body || !moved || others.length > 0) return undefined
  return (
    byPitch(named, plan, body) ??
    byBolts(named, plan, body) ??
    byPlaces(plan, body, moved) ??
    (now.openings === 0 || keyed(plan) ? undefined : bore(named))
  )
}

const AXES = ['x', 'y', 'z'] as const
/** A bore with a keyway in it, or with a flat, is no round hole. */
const keyed = ({ bodies }: PartPlan): boolean =>
  bodies.some(({ features }) => features.some(({ kind, sizes }) => kind === 'keyway' || sizes['flat'] !== undefined))

/** A round opening of this diameter is there, wherever it is. */
function bore({ label, value, unit }: Named) {
  if (unit !== 'mm' || !/\b(bore|inside diameter|hole)/i.test(label) || /depth|^From /i.test(label)) return undefined
  const field = `count[diameter=${round(value)}]`
  return { by: 'by the holes there are', expect: { fact: 'hole', field, min: 1 } }
}

/** The step between holes that the body itself has: the bolt square of a motor. */
function byPitch({ name, value }: Named, plan: PartPlan, { form }: RealisedBody) {
  const pitch = form.pitches?.find(({ size }) => size === name)
  if (!pitch) return undefined
  const values = Object.fromEntries(plan.names.map((one) => [one.name, one.value]))
  const field = `pitch.x[diameter=${round(evaluate(pitch.diameter, values))}]`
  return { by: `${round(value)} mm between the holes`, expect: { fact: 'hole' as const, field, equals: value } }
}

/** Every hole that the body itself has on a circle is where it should be. */
function byBolts({ name }: Named, plan: PartPlan, { form: { bolts } }: RealisedBody) {
  if (bolts?.circle !== name) return undefined
  const values = Object.fromEntries(plan.names.map((one) => [one.name, one.value]))
  const [radius, count] = [evaluate(bolts.circle, values) / 2, Math.round(evaluate(bolts.count, values))]
  const at = Array.from({ length: count }, (_, index) => {
    const turn = (2 * Math.PI * index) / count
    return `(${round(radius * Math.cos(turn))},${round(radius * Math.sin(turn))})`
  })
  const field = `count[diameter=${round(evaluate(bolts.hole, values))}, axis=z, at=${at.join('|')}]`
  return { by: 'by the places of the holes', expect: { fact: 'hole' as const, field, equals: count } }
}

/** The plan with this number a little larger, or, where that cannot be, a little smaller. */
function nudged(named: Named, plan: PartPlan): { plan: PartPlan; realised: Realised } | undefined {
  const step = named.value / 100 || 1
  const steps = named.unit === 'count' ? [1, -1] : [step, -step]
  for (const step of steps) {
    const names = plan.names.map((one) => (one.name === named.name ? { ...one, value: one.value + step } : one))
    const changed = { ...plan, names }
    const realised = realise(changed)
    if (!realised.problem) return { plan: changed, realised }
  }
  return undefined
}

/** Holes that move with it: all of them have to be where they should. */
function byPlaces(plan: PartPlan, now: RealisedBody, then: RealisedBody) {
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  for (const [index, { form, located, face, start, meets }] of now.features.entries()) {
    const spots = located?.spots ?? []
    const moved = then.features[index]?.located?.spots ?? []
    if (face === 'bottom' || !form.holes || spots.length === 0 || spots.length > SPOTS_MAX) continue
    if (!spots.some(({ u, v }, at) => differ(u, moved[at]?.u ?? 0) || differ(v, moved[at]?.v ?? 0))) continue
    const diameter = round(evaluate(form.holes.diameter, values))
    // The middle of a face need not be the middle of the body: the leg of a bracket, the floor of a pocket.
    const [x = 0, y = 0, z = 0] = start.map((one) => evaluate(one, values))
    const { u: across, v: up, normal } = FACES[face]
    const middle = { x, y, z }
    const placed = new Set(spots.map(({ u, v }) => `(${round(middle[across] + u)},${round(middle[up] + v)})`))
    const at = [...placed].join('|')
    // The same hole in the other leg is seen at the same place.
    const count = now.features.reduce((all, other) => {
      if (!other.form.holes || FACES[other.face].normal !== normal) return all
      if (round(evaluate(other.form.holes.diameter, values)) !== diameter) return all
      const [ox = 0, oy = 0, oz = 0] = other.start.map((one) => evaluate(one, values))
      const from = { x: ox, y: oy, z: oz }
      const same = (other.located?.spots ?? []).filter(({ u, v }) =>
        placed.has(`(${round(from[across] + u)},${round(from[up] + v)})`),
      )
      return all + same.length * (other.form.holes.walls ?? 1)
    }, 0)
    return {
      by: spots.length === 1 ? 'by the place of the hole' : 'by the places of the holes',
      expect: {
        fact: 'hole',
        field: `count[diameter=${diameter}, axis=${normal}, at=${at}]`,
        ...(meets ? { min: count } : { equals: count }),
      },
    }
  }
  return undefined
}

const SPOTS_MAX = 400
const differ = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
const round = (value: number): number => Math.round(value * 1e4) / 1e4
