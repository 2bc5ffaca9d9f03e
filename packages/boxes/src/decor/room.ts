import { type Anchor, fromUm, toUm, type Um } from '@hewn/model'
import type { Block } from '../frame.ts'
import { minimumWeb } from '../joints/fingers.ts'
import type { JointId } from '../joints/joint.ts'
import type { Place } from '../panels/contour.ts'
import { type Panel, toLocal } from '../panels/panel.ts'
import type { Rect } from '../panels/region.ts'
import { contourSides, gap, isInside, type Round, roundOf } from './distance.ts'
import type { Zone } from './zones.ts'

/** What is on a panel already, and how near anything new may come to it (BX26). */
export interface Room {
  readonly panel: Panel
  /** Where the panel ends, raised parts included, tabs and feet not. */
  readonly extent: Rect
  /** Where other parts touch. */
  readonly zones: readonly (Round & { readonly joint?: JointId | undefined })[]
  readonly sides: readonly Round[]
  readonly web: Um
  readonly taken: Taken[]
}

interface Taken extends Round {
  readonly name: string
}

export interface Refused {
  readonly code: 'RECIPE_FEATURE_OUTSIDE' | 'RECIPE_FEATURE_TOO_CLOSE'
  readonly why: string
}

export function roomOn(panel: Panel, extent: Block, zones: readonly Zone[]): Room {
  const { blank, frame, thickness } = panel
  const seen = (direction: Panel['frame']['up']) => toLocal(frame, direction, extent[direction.axis])
  return {
    panel,
    extent: { x: seen(frame.right), y: seen(frame.up) },
    zones: zones.map((zone) => ({ ...roundOf(zone), joint: zone.joint })),
    sides: [blank.outline, ...blank.holes].flatMap(contourSides),
    web: Math.ceil(minimumWeb(thickness)),
    taken: [],
  }
}

export function take({ taken }: Room, shapes: readonly Round[], name: string): void {
  for (const shape of shapes) taken.push({ ...shape, name })
}

/** What is in the way of shapes that come together, if anything is. A notch may touch the side it opens. */
export function inTheWay(room: Room, shapes: readonly Round[], opened: readonly Round[] = []): Refused | undefined {
  const { web } = room
  for (const [index, shape] of shapes.entries()) {
    const refused = inTheWayOf(room, shape, opened)
    if (refused) return refused
    if (shapes.slice(0, index).some((other) => gap(shape, other, web) < web))
      return { code: 'RECIPE_FEATURE_TOO_CLOSE', why: `its copies are less than ${fromUm(web)} mm apart` }
  }
  return undefined
}

function inTheWayOf(room: Room, shape: Round, opened: readonly Round[]): Refused | undefined {
  const { extent, panel, sides, taken, web, zones } = room
  const { x, y } = shape.bounds
  const isOn = x[0] >= extent.x[0] && x[1] <= extent.x[1] && y[0] >= extent.y[0] && y[1] <= extent.y[1]
  const [start] = shape.core
  if (!isOn || !start) return { code: 'RECIPE_FEATURE_OUTSIDE', why: 'it does not lie on the panel' }
  const isNear = (other: Round): boolean => gap(shape, other, web) < web
  const near =
    taken.find(isNear)?.name ??
    (zones.some(isNear) ? 'a joint' : sides.some((side) => !opened.includes(side) && isNear(side)) ? 'the edge' : '')
  if (near) return { code: 'RECIPE_FEATURE_TOO_CLOSE', why: `it comes closer than ${fromUm(web)} mm to ${near}` }
  const { outline, holes } = panel.blank
  const onMaterial = opened.length > 0 || (isInside(start, outline) && !holes.some((hole) => isInside(start, hole)))
  return onMaterial ? undefined : { code: 'RECIPE_FEATURE_OUTSIDE', why: 'there is no material' }
}

/** `centre` is that of the body; edges and corners are where the panel ends (BX26). */
export function anchorOf({ extent: { x, y }, panel }: Room, from: Anchor = 'centre'): Place {
  const { width, height } = panel.body
  const middle = (a: Um, b: Um): Um => Math.floor((a + b) / 2)
  if (from === 'centre') return { x: middle(0, width), y: middle(0, height) }
  return {
    x: from.includes('left') ? x[0] : from.includes('right') ? x[1] : middle(...x),
    y: from.startsWith('top') ? y[1] : from.startsWith('bottom') ? y[0] : middle(...y),
  }
}

export function placeOf(room: Room, { x = 0, y = 0, from }: { x?: number; y?: number; from?: Anchor }): Place {
  const anchor = anchorOf(room, from)
  return { x: anchor.x + toUm(x), y: anchor.y + toUm(y) }
}
