import { planBox } from '../box/plan-box.ts'
import { planPart } from '../part/plan-part.ts'
import { readKind } from './read-kind.ts'

/** Everyday requests: what most others say stands in them. */
export const EVERYDAY = {
  part: `Mounting plate 120 x 80 x 6 mm with rounded corners, radius 5 mm. Four M4 clearance holes, one in each corner, 8 mm from the edges;
a through hole of 30 mm diameter in the centre and a slot 20 x 6 mm, 15 mm from the left edge. Chamfer the top edges by 1 mm.`,
  edit: 'make it 8 mm thick',
  box: 'open top box 150 x 100 x 80 mm, 3 mm plywood, with a divider in the middle',
}

/**
 * Reads these and forgets them. The first request of a process takes many times as long as the next, since tables and
 * patterns are made for it: a server does that before somebody waits.
 */
export function warmPlanner(): void {
  readKind(EVERYDAY.part)
  const part = planPart(EVERYDAY.part)
  if (part.ok) planPart(EVERYDAY.edit, part.value)
  planBox(EVERYDAY.box)
}
