import { faceOf, FACES } from './locate.ts'
import type { RealisedBody, RealisedFeature } from './realise.ts'

export interface Meeting {
  features: ReadonlySet<RealisedFeature>
  /** What two of them take twice, where one lies in the other around the same axis: a hole in the floor of a round pocket. */
  shared?: number
}

/** Cuts that run into each other: their volumes cannot just be added, nor their openings. */
export function meetingCuts(made: RealisedBody, value: (formula: string) => number): Meeting {
  const meeting = new Set<RealisedFeature>()
  const nested: { features: RealisedFeature[]; shared: number }[] = []
  let apart = true
  const boxes = made.features.flatMap((feature) => {
    const { form, located, face } = feature
    const reach = form.reach
    if (!reach || !located || reach.outward) return []
    const where = faceOf(made.form, face)
    const origin = where.at.map(value)
    const [u, v, depth] = [value(reach.u) / 2, value(reach.v) / 2, value(reach.depth)]
    const axes = { x: 0, y: 1, z: 2 } as const
    return (form.spots ?? located.spots).map((spot) => {
      const low = [...origin]
      const high = [...origin]
      const { u: ua, v: va, normal, sign } = FACES[face]
      low[axes[ua]] = (origin[axes[ua]] ?? 0) + spot.u - u
      high[axes[ua]] = (origin[axes[ua]] ?? 0) + spot.u + u
      low[axes[va]] = (origin[axes[va]] ?? 0) + spot.v - v
      high[axes[va]] = (origin[axes[va]] ?? 0) + spot.v + v
      const at = origin[axes[normal]] ?? 0
      low[axes[normal]] = sign > 0 ? at - depth : at
      high[axes[normal]] = sign > 0 ? at : at + depth
      return { feature, low, high, round: reach.round === true, spot, radius: u, depth, face }
    })
  })
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      if (a.feature === b.feature) continue
      const meets =
        a.face === b.face && a.round && b.round
          ? Math.hypot(a.spot.u - b.spot.u, a.spot.v - b.spot.v) < a.radius + b.radius
          : [0, 1, 2].every(
              (axis) =>
                (a.low[axis] ?? 0) < (b.high[axis] ?? 0) - 1e-6 && (b.low[axis] ?? 0) < (a.high[axis] ?? 0) - 1e-6,
            )
      if (!meets) continue
      meeting.add(a.feature).add(b.feature)
      const [wide, narrow] = a.radius >= b.radius ? [a, b] : [b, a]
      const inside = Math.hypot(a.spot.u - b.spot.u, a.spot.v - b.spot.v) < 1e-6 && a.face === b.face
      const plain = [a, b].every(({ round, feature }) => round && feature.feature.parts.length === 0)
      if (inside && plain && wide.depth < narrow.depth - 1e-6)
        nested.push({ features: [a.feature, b.feature], shared: Math.PI * narrow.radius ** 2 * wide.depth })
      else apart = false
    }
  const once = new Set(nested.flatMap(({ features }) => features)).size === nested.length * 2
  return apart && once && nested.length > 0
    ? { features: meeting, shared: nested.reduce((sum, { shared }) => sum + shared, 0) }
    : { features: meeting }
}
