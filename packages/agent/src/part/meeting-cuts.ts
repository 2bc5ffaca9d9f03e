import { faceOf, FACES } from './locate.ts'
import type { RealisedBody, RealisedFeature } from './realise.ts'

/** Cuts that run into each other: their volumes cannot just be added, nor their openings. */
export function meetingCuts(made: RealisedBody, value: (formula: string) => number): Set<RealisedFeature> {
  const meeting = new Set<RealisedFeature>()
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
      return { feature, low, high, round: reach.round === true, spot, radius: u, face }
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
      if (meets) meeting.add(a.feature).add(b.feature)
    }
  return meeting
}
