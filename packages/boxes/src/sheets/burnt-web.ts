import { toUm } from '@hewn/model'
import { minimumWeb } from '../joints/fingers.ts'
import type { Joint } from '../joints/joint.ts'
import type { Panel } from '../panels/panel.ts'
import { slabOf } from '../proof/slab.ts'
import { type Web, websOf } from '../proof/webs.ts'

/** The heat of a cut reaches about as far as the cut is wide, and it comes from both sides. */
export const KERFS_PER_WEB = 3
/** A fit of half a millimetre takes that much from a tab: the widest there is (BX49). */
const LARGEST_FIT = toUm(0.5)

/** The thinnest bridge that a cut of that width, in mm, would burn through, measured on what is cut (P12 at export). */
export function burntWeb(panels: readonly Panel[], joints: readonly Joint[], kerf: number): Web | undefined {
  const limit = toUm(KERFS_PER_WEB * kerf)
  // What every panel keeps anyway is proven with the design.
  if (panels.every((panel) => limit <= minimumWeb(panel.thickness) - LARGEST_FIT)) return undefined
  const webs = websOf(panels.map(slabOf), joints, panels, () => limit)
  return webs.filter((web) => web.least < limit).toSorted((a, b) => a.least - b.least)[0]
}
