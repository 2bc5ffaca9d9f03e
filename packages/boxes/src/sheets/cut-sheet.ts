import type { AssemblyRecipe } from '@hewn/model'
import type { PanelId } from '../design/resolved-design.ts'

export type CutLayer = 'cut-inner' | 'cut-outer'

/** A sheet of one thickness as the machine sees it: mm, x right, y up. One model feeds all writers (BX51). */
export interface CutSheet {
  readonly thickness: number
  readonly material?: string
  readonly width: number
  readonly height: number
  /** Part by part, inner before outer. */
  readonly parts: readonly CutPart[]
  /** Millimetres that the laser travels while it burns. */
  readonly cutLength: number
  /** 1 of 2, 2 of 2. */
  readonly number: number
  readonly of: number
  readonly made: Made
}

export interface CutPart {
  readonly panel: PanelId
  readonly layer: CutLayer
  /** Where the lower left of the part's bounds came to lie, and by how many degrees it was turned. */
  readonly placement: { readonly x: number; readonly y: number; readonly turn: 0 | 90 }
  readonly contours: readonly (readonly (readonly [number, number])[])[]
}

/** What made a file, so that it opens again as the design it came from (BX56). */
export interface Made {
  readonly by: string
  readonly recipe: AssemblyRecipe
  readonly kerf: number
  /** Millimetres between tab and slot after cutting. */
  readonly fit: number
  readonly proof: { readonly ok: boolean; readonly joints: number; readonly proven: number }
}
