import type { Corner, Edge, Um } from '@hewn/model'
import {
  type Contour,
  fromLowest,
  nextOf,
  type Place,
  type Point,
  roundCorner,
  samePlace,
  slotHole,
  withoutEmptySides,
} from '../panels/contour.ts'
import type { Blank, Feature, Mark } from '../panels/panel.ts'
import type { Rect } from '../panels/region.ts'

/** What becomes of a panel beyond its joints, in its own frame. */
export interface Decor {
  readonly features: readonly Feature[]
  readonly marks: readonly Mark[]
  readonly notches: readonly NotchCut[]
  readonly fillets: readonly FilletCut[]
}

export interface NotchCut {
  readonly edge: Edge
  readonly rect: Rect
  readonly radius: Um
}

export interface FilletCut {
  readonly corner: Corner
  readonly at: Place
  readonly radius: Um
}

/** The complete contours of a panel: what its joints leave, less cut-outs, notches and fillets. */
export function decorated(blank: Blank, decor: Decor): Blank {
  const notched = decor.notches.reduce(withNotch, blank.outline)
  const outline = decor.fillets.reduce(withFillet, notched)
  const more = decor.features.filter((feature) => feature.closed).flatMap((feature) => feature.contours)
  const holes = [...blank.holes, ...more].toSorted(
    (a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0) || (a[0]?.x ?? 0) - (b[0]?.x ?? 0),
  )
  return { outline: fromLowest(outline), holes }
}

/** The straight side of an outline that runs along an edge and holds a stretch of it. */
export function sideHolding(outline: Contour, { edge, rect }: Pick<NotchCut, 'edge' | 'rect'>, web: Um): number {
  const level = edge === 'top' || edge === 'bottom'
  const place = edge === 'top' ? rect.y[1] : edge === 'bottom' ? rect.y[0] : edge === 'left' ? rect.x[0] : rect.x[1]
  const [from, to] = level ? rect.x : rect.y
  const forward = edge === 'bottom' || edge === 'right'
  return outline.findIndex((a, index) => {
    const b = nextOf(outline, index)
    if (a.arc) return false
    const [on, start, end] = level
      ? [a.y === place && b.y === place, a.x, b.x]
      : [a.x === place && b.x === place, a.y, b.y]
    return on && (forward ? start <= from - web && end >= to + web : end <= from - web && start >= to + web)
  })
}

function withNotch(outline: Contour, notch: NotchCut): Contour {
  const side = sideHolding(outline, notch, 0)
  return side < 0 ? outline : outline.toSpliced(side + 1, 0, ...notchPoints(notch))
}

/** In the way the outline runs: in at one end, round the inner corners, out at the other. */
export function notchPoints({ edge, rect: { x, y }, radius }: NotchCut): Point[] {
  const corners = slotHole(x, y)
  const [first, second, third, last] = [0, 1, 2, 3].map(
    (place) => corners[(place + CLOCKWISE.indexOf(edge)) % 4] as Place,
  )
  if (!first || !second || !third || !last) return []
  if (radius === 0) return [first, second, third, last]
  // A notch as wide as two radii has a half circle for its floor, one as deep as its radius no straight flanks.
  return withoutEmptySides([
    first,
    ...roundCorner(first, second, third, radius),
    ...roundCorner(second, third, last, radius),
    last,
  ])
}

const CLOCKWISE: readonly Edge[] = ['bottom', 'left', 'top', 'right']

export function withFillet(outline: Contour, { at, radius }: Omit<FilletCut, 'corner'>): Contour {
  const index = outline.findIndex((point) => samePlace(point, at))
  const before = outline.at(index - 1)
  if (index < 0 || !before) return outline
  const rounded = roundCorner(before, at, nextOf(outline, index), radius)
  return withoutEmptySides(outline.toSpliced(index, 1, ...rounded))
}

/** The sliver between a corner and its arc, clockwise. */
export function sliver(before: Place, corner: Place, after: Place, radius: Um): Contour {
  const [start, end] = roundCorner(before, corner, after, radius)
  return start && end ? fromLowest([end, { x: corner.x, y: corner.y }, start]) : []
}
