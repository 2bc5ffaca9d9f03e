import type { Um, Vec3 } from '@hewn/model'
import type { PanelId } from '../design/resolved-design.ts'
import { AXES, type Direction, type Span } from '../frame.ts'
import type { Contour } from './contour.ts'

/** One sheet, seen from outside: local Z looks outward, the origin is at the lower left of its body, on the inner side. */
export interface Panel {
  readonly id: PanelId
  readonly kind: 'face' | 'divider'
  readonly thickness: Um
  readonly frame: Frame
  /** Where its sheet lies along its normal, in the box. */
  readonly at: Span
  /** Size of the body, without tabs. */
  readonly body: { readonly width: Um; readonly height: Um }
  /** Counter-clockwise. */
  readonly outline: Contour
  /** Clockwise, lowest first. */
  readonly holes: readonly Contour[]
}

export interface Frame {
  /** In the box frame, in micrometres. */
  readonly origin: Vec3
  readonly right: Direction
  readonly up: Direction
  readonly out: Direction
}

/** A span of the box, along an axis of the panel's plane, as the panel sees it. */
export function toLocal(frame: Frame, direction: Direction, [from, to]: Span): Span {
  const zero = frame.origin[AXES.indexOf(direction.axis)] ?? 0
  return direction.sign > 0 ? [from - zero, to - zero] : [zero - to, zero - from]
}
