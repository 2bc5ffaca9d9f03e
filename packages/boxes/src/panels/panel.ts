import type { CutoutShape, Um, Vec3 } from '@hewn/model'
import type { PanelId } from '../design/resolved-design.ts'
import { AXES, type Direction, type Span } from '../frame.ts'
import type { Contour, Path, Place } from './contour.ts'

/** One sheet, seen from outside: local Z looks outward, the origin is at the lower left of its body, on the inner side. */
export interface Panel {
  readonly id: PanelId
  readonly kind: PanelKind
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
  /** What its joints alone leave, before cut-outs and fillets: whole micrometres along the axes, no arcs. */
  readonly blank: Blank
  /** What was taken away for the user's sake. Already in `outline` and `holes`. */
  readonly features: readonly Feature[]
  /** What is burnt into its outer side and cuts nothing off. */
  readonly marks: readonly Mark[]
}

/** A drawer's panels are faces of a box of their own. */
export type PanelKind = 'face' | 'divider' | 'lid' | 'locator' | 'ledge' | 'drawer'

export interface Blank {
  readonly outline: Contour
  readonly holes: readonly Contour[]
}

export interface Feature {
  /** `cutout:front:0`, `fillet:front:top-left`, `pull:lid:top`. */
  readonly id: string
  readonly type: CutoutShape['type'] | 'fillet'
  /** Where in the recipe it was asked for. */
  readonly path: string
  /** Closed inside the panel; a notch and a fillet are part of the outline. */
  readonly closed: boolean
  /** Clockwise, what is taken away: a hole as it is in `holes`, a notch or the sliver of a fillet. */
  readonly contours: readonly Contour[]
}

/** A text, or a line: what it looks like is drawn by whoever cuts or shows it (`strokesOf`). */
export type Mark = {
  /** `text:front:0`, `line:lid:top:0`. */
  readonly id: string
  readonly path: string
  readonly layer: 'engrave' | 'score'
  /** Of what is engraved: how wide its strokes are. */
  readonly width?: Um
} & (
  | {
      readonly text: string
      /** Of a capital. */
      readonly height: Um
      /** Where the baseline begins. */
      readonly at: Place
      readonly line?: undefined
    }
  | { readonly line: Path; readonly text?: undefined }
)

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
