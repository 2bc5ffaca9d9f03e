import type { FeatureForm } from './kinds.ts'
import { FACES } from './locate.ts'
import type { RealisedFeature } from './realise.ts'

/** From where to where a feature goes at one of its places, along x, y and z, in the frame of its body. */
export interface BoxOfFeature {
  low: number[]
  high: number[]
  spot: { u: number; v: number }
}

/** The box around a feature at each of its places; none where it does not say how far it reaches. */
export function boxesOf(
  { form, located, face, start }: RealisedFeature,
  value: (formula: string) => number,
  reach: FeatureForm['reach'] = form.reach,
): BoxOfFeature[] {
  if (!reach || !located) return []
  const origin = start.map(value)
  const { u, v, normal, sign } = FACES[face]
  const [inwards, outwards] = [value(reach.depth), value(reach.outward ?? '0')]
  const at = origin[AXES[normal]] ?? 0
  return (form.spots ?? located.spots).map((spot) => {
    const [low, high] = [[...origin], [...origin]]
    for (const [axis, middle, wide] of [
      [AXES[u], spot.u, value(reach.u)],
      [AXES[v], spot.v, value(reach.v)],
    ] as const) {
      low[axis] = (origin[axis] ?? 0) + middle - wide / 2
      high[axis] = (origin[axis] ?? 0) + middle + wide / 2
    }
    low[AXES[normal]] = at - (sign > 0 ? inwards : outwards)
    high[AXES[normal]] = at + (sign > 0 ? outwards : inwards)
    return { low, high, spot }
  })
}

/** The same, exactly: what its faces fill from end to end. What lies on a circle is turned at each place. */
export function exactBoxesOf(feature: RealisedFeature, value: (formula: string) => number): BoxOfFeature[] {
  const { form, located } = feature
  const { reach, boxes, spots } = form
  if (boxes) return [...boxes]
  if (!reach || reach.exact === false) return []
  const turns = spots ? undefined : located?.turns
  if (!located || !turns || reach.round) return boxesOf(feature, value, { ...reach, ...reach.exact })
  if (reach.exact) return []
  return located.spots.flatMap((spot, index) => {
    const [u, v] = turnedSides([value(reach.u), value(reach.v)], turns[index] ?? 0, value(reach.corner ?? '0'))
    const alone = { ...feature, located: { ...located, spots: [spot] } }
    return boxesOf(alone, value, { ...reach, u: String(u), v: String(v) })
  })
}

/** How far a rectangle reaches that is turned. Round corners stay round: what turns is the part between their centres. */
export function turnedSides([u, v]: readonly [number, number], degrees: number, corner = 0): [number, number] {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => Math.abs(of((degrees * Math.PI) / 180)))
  const along = (one: number, other: number) =>
    (one - 2 * corner) * (cos ?? 1) + (other - 2 * corner) * (sin ?? 0) + 2 * corner
  return [along(u, v), along(v, u)]
}
const AXES = { x: 0, y: 1, z: 2 } as const
