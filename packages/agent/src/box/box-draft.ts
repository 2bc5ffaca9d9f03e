import type { Axis, Face, Lid } from '@hewn/model'
import type { Origin, Span } from '../understanding.ts'

/** A number of a plan: what it is, in millimetres or pieces, and where it comes from. */
export interface Bound {
  value: number
  origin: Origin
}

/** A length as it was asked for: how closely it has to be kept, and in which words. */
export interface BoundLength extends Bound {
  about?: true
  bound?: 'min' | 'max'
  tolerance?: number
}

export type BoxSide = 'width' | 'depth' | 'height'
export const BOX_SIDES: readonly BoxSide[] = ['width', 'depth', 'height']

export interface Compartments {
  columns?: Bound
  rows?: Bound
  /** Along which axes columns and rows lie. */
  axes: [Axis, Axis]
  span: Span
}

/** What the words say about a box. A field left out was not said. */
export interface BoxDraft {
  sides: Partial<Record<BoxSide, BoundLength>>
  measure?: 'inside' | 'outside'
  /** All open faces, once they have been settled. */
  open?: Face[]
  openSpan?: Span
  thickness?: BoundLength
  material?: string
  fingerWidth?: Bound
  kerf?: Bound
  fit?: 'loose' | 'glue' | 'snug' | 'press'
  sheet?: { width: Bound; height: Bound; one?: true }
  lid?: Lid | 'none'
  compartments?: Compartments | 'none'
}
