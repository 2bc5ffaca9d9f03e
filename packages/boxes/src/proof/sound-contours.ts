import { crossesItself } from '../decor/distance.ts'
import { apart, areaOf, type Contour, flattened, nextOf } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'
import { SHORTEST, type Slab } from './slab.ts'

/** Why a panel's contours are not sound, or nothing (P11). */
export const unsoundContours = ({ flaw, panel }: Slab): string | undefined =>
  flaw ?? (panel.features.length === 0 ? undefined : unsoundFeatures(panel))

/** What cut-outs, notches and fillets made of it: every contour simple, and no more taken away than they said. */
function unsoundFeatures(panel: Panel): string | undefined {
  const { blank, features, holes, outline } = panel
  const net = (contours: readonly Contour[]): number => contours.reduce((sum, contour) => sum + areaOf(contour), 0)
  const taken = features.reduce((sum, feature) => sum + net(feature.contours), 0)
  const off = net([outline, ...holes]) - net([blank.outline, ...blank.holes]) - taken
  if (Math.abs(off) > net([outline]) * 1e-9 + 10) return 'a cut-out is not what it was said to be'
  const short = Math.min(...[outline, ...holes].map(shortest))
  if (short < SHORTEST - 1) return `a segment is ${short / 1000} mm long`
  if (outline === blank.outline) return undefined
  return crossesItself(flattened(outline, 20)) ? 'the outline crosses itself' : undefined
}

const shortest = (contour: Contour): number =>
  Math.min(...contour.map((point, index) => apart(point, nextOf(contour, index))))

/** Why a panel is not one piece, or nothing: one outline around, and nothing but holes in it (P13). */
export function notOnePiece(panel: Panel): string | undefined {
  if (areaOf(panel.outline) <= 0) return 'the outline does not go around material'
  if (panel.holes.some((hole) => areaOf(hole) >= 0)) return 'a hole holds an island'
  return undefined
}
