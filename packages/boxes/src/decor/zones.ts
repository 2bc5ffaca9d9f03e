import type { Joint, JointId } from '../joints/joint.ts'
import { type Panel, toLocal } from '../panels/panel.ts'
import type { Rect } from '../panels/region.ts'

/** A place of a panel that belongs to a joint, or the corner between two of them. */
export interface Zone extends Rect {
  readonly joint?: JointId
}

/** Where other parts touch this one or go through it, as it sees them. */
export function zonesOf(panel: Panel, joints: readonly Joint[], panels: readonly Panel[]): Zone[] {
  const { right, up, out } = panel.frame
  const zones = joints.flatMap((joint): Zone[] => {
    if ((joint.male !== panel.id && joint.female !== panel.id) || joint.play !== undefined) return []
    const other = panels.find((one) => one.id === (joint.male === panel.id ? joint.female : joint.male))
    if (!other || other.frame.out.axis === out.axis) return []
    const line = joint.along
    const seen = (axis: typeof line) =>
      toLocal(panel.frame, right.axis === axis ? right : up, axis === line ? [joint.from, joint.to] : other.at)
    return [{ x: seen(right.axis), y: seen(up.axis), joint: joint.id }]
  })
  return [...zones, ...cornerCells(zones)]
}

/** Where two joints run into one corner the cell between them is no free corner. */
function cornerCells(zones: readonly Rect[]): Rect[] {
  return zones.flatMap((a) =>
    zones.flatMap((b) => {
      const meetAcross = a.x[1] === b.x[0] || a.x[0] === b.x[1]
      const meetUp = a.y[1] === b.y[0] || a.y[0] === b.y[1]
      // Of the two cells beside both, the one that is as small as the sheets are thick: the other is the panel itself.
      const isCorner = a.x[1] - a.x[0] < b.x[1] - b.x[0] && b.y[1] - b.y[0] < a.y[1] - a.y[0]
      return meetAcross && meetUp && isCorner ? [{ x: a.x, y: b.y }] : []
    }),
  )
}
