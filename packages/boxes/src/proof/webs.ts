import type { Um } from '@hewn/model'
import { contourSides, gap, type Round, round, roundOf } from '../decor/distance.ts'
import { zonesOf } from '../decor/zones.ts'
import { minimumWeb } from '../joints/fingers.ts'
import type { Joint } from '../joints/joint.ts'
import { flattened } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'
import type { Rect } from '../panels/region.ts'
import type { Slab } from './slab.ts'

/** Chords stand in for arcs when distances are measured again. */
const CHORD: Um = 5

/** The thinnest bridge of material in a panel, and how thin it may be (P12). */
export interface Web {
  readonly panel: Panel
  readonly least: Um
  readonly limit: Um
}

export function websOf(
  slabs: readonly Slab[],
  joints: readonly Joint[],
  panels: readonly Panel[],
  limitOf: (thickness: Um) => Um = minimumWeb,
): Web[] {
  return slabs.map(({ panel, narrowest }) => {
    const limit = limitOf(panel.thickness)
    const beside = panel.features.length > 0 ? besideFeatures(panel, joints, panels, limit) : Number.POSITIVE_INFINITY
    return { panel, least: Math.min(narrowest, beside), limit }
  })
}

/** Between its cut-outs, from them to every contour, and to every place where another part touches. */
function besideFeatures(panel: Panel, joints: readonly Joint[], panels: readonly Panel[], limit: Um): Um {
  const { blank, features } = panel
  const zones = zonesOf(panel, joints, panels)
  const sides = [blank.outline, ...blank.holes].flatMap(contourSides)
  const cuts = features.flatMap(({ contours, closed }) =>
    contours.map((contour) => ({ round: round(flattened(contour, CHORD), 0), closed })),
  )
  let least = Number.POSITIVE_INFINITY
  cuts.forEach(({ round, closed }, index) => {
    // A notch and a fillet open through the edge, so of them only joints and closed cut-outs are asked.
    if (closed) for (const side of sides) least = Math.min(least, gap(round, side, limit))
    for (const zone of zones)
      least = Math.min(least, closed ? gap(round, roundOf(zone), limit) : clearOf(round, zone, limit))
    for (const other of cuts.slice(index + 1))
      if (closed || other.closed) least = Math.min(least, gap(round, other.round, limit))
  })
  return least + 2 * CHORD
}

/** A fillet may come up to a joint, but not onto it. */
const clearOf = (round: Round, zone: Rect, limit: Um): Um => (gap(round, roundOf(inset(zone)), limit) > 0 ? limit : 0)

const inset = ({ x, y }: Rect): Rect => ({ x: [x[0] + CHORD, x[1] - CHORD], y: [y[0] + CHORD, y[1] - CHORD] })
