import type { Axis, Face, Um } from '@hewn/model'
import type { Block, Span } from '../frame.ts'
import type { Note } from '../recipe/note.ts'

/** A face's name, or `divider:<void>:<axis><i>`. It comes from what a thing is attached to (BX34). */
export type PanelId = string

/** What a recipe came to, in whole micrometres. Nothing here is saved. */
export interface ResolvedDesign {
  readonly type: 'basicBox' | 'enclosedBox'
  /** The outside of the body, along the recipe's axes. */
  readonly size: Readonly<Record<Axis, Um>>
  readonly axis: Axis
  readonly faces: Readonly<Record<Face, ResolvedFace>>
  readonly solid: readonly Face[]
  readonly open: readonly Face[]
  readonly fingers: { readonly width: Um; readonly gap: number }
  readonly material?: string
  /** The tree of clear spaces; its leaves are the compartments. */
  readonly root: Void
  readonly leaves: readonly Void[]
  readonly dividers: readonly Divider[]
  readonly notes: readonly Note[]
}

export interface ResolvedFace {
  readonly solid: boolean
  readonly thickness: Um
  /** The lower rank carries the tabs. */
  readonly rank: number
  /** Where its sheet lies along its axis. */
  readonly at: Span
}

export interface Void {
  readonly id: string
  readonly clear: Block
  /** The one panel that bounds it on each side, or nothing where it is open. */
  readonly sides: Readonly<Record<Face, PanelId | undefined>>
  /** How it is divided, once it is. */
  readonly split?: { readonly axes: readonly Axis[]; readonly even: boolean }
  readonly children: readonly Void[]
}

export interface Divider {
  readonly id: PanelId
  readonly axis: Axis
  readonly at: Span
  readonly thickness: Um
  /** The void it divides: it spans all of its clear space (BX20). */
  readonly inside: Void
  /** In a grid with both axes divided: the axis of the dividers that cross it. */
  readonly crossing?: Axis
  /** The step of the recipe that made it. */
  readonly path: string
}
