import type { Span } from './shapes.ts'

// What the planner made of words: a part by family, sizes and features. The script is printed from it, an edit changes it.

/** Numbers, names of parameters, + - * / ** ( ) min max sqrt sin cos tan pi; parsed, never evaluated as code. */
export type Formula = string

/** Where a number comes from. One without an origin does not type-check: that is how nothing is guessed unseen. */
export type Origin =
  | { from: 'said'; span: Span }
  | { from: 'table'; key: string; span: Span }
  | { from: 'derived'; formula: Formula; span?: Span }
  | { from: 'assumed'; why: string }

/** A named number of the design, on top of the script. */
export interface Named {
  name: string
  label: string
  value: number
  unit: 'mm' | 'deg' | 'count'
  origin: Origin
  min?: number
  max?: number
  /** `about 50`, `at least 3`, `10 ± 0.1`: how exactly it is to be kept. */
  within?: { about?: true; bound?: 'min' | 'max'; tolerance?: number }
}

export interface PartPlan {
  request: string
  names: Named[]
  bodies: PartBody[]
  /** Said and not modelled: colour, material, a thread. */
  notes: string[]
}

export interface PartBody {
  id: string
  label: string
  family: string
  sizes: Record<string, Formula>
  flags: string[]
  /** What its noun has of its own: the head of a pin, the flanges of a beam. */
  parts: PartPiece[]
  features: PartFeature[]
  color?: string
  material?: string
  /** Where it stands beside the others; `lie` are turns about x, y and z. */
  place?: { x?: Formula; y?: Formula; z?: Formula; lie?: string }
  /** One with what came before it: added to it, taken out of it, or all that is kept of it is what both share. */
  joins?: 'add' | 'cut' | 'common'
}

/** A named piece of a body or a feature: a head, a flange, a counterbore. */
export interface PartPiece {
  kind: string
  label: string
  sizes: Record<string, Formula>
  flags: string[]
}

export interface PartFeature {
  id: string
  label: string
  kind: string
  sizes: Record<string, Formula>
  flags: string[]
  at: Where
  parts: PartPiece[]
}

export type PartFace = 'top' | 'bottom' | 'front' | 'back' | 'left' | 'right'

/** Where a feature is, as it was said: places are worked out when they are needed, so they follow the sizes. */
export interface Where {
  on?: PartFace
  along?: 'x' | 'y' | 'z'
  /** Turned so far about its own middle, in degrees. */
  turn?: Formula
  relations: Relation[]
  /** The feature it stands on or goes into, by its id: a knob on the end of a peg. It is where that one is. */
  upon?: string
}

/** `F` is a formula in a plan, and a quantity while words are read. */
export type Relation<F = Formula> =
  | { kind: 'centre' }
  /** So far from an edge of the face; `rim` measures to the feature's own edge, otherwise to its centre. */
  | { kind: 'edge'; edge: PartEdge; distance: F; to?: 'rim' }
  | { kind: 'offset'; direction: PartFace; distance: F }
  | { kind: 'corners' }
  | { kind: 'circle'; diameter: F; start?: F }
  | { kind: 'angle'; at: F[]; radius?: F }
  | { kind: 'grid'; columns: F; rows: F; dx?: F; dy?: F; without?: 'centre' | 'corners' }
  | { kind: 'line'; along?: 'x' | 'y'; spacing?: F }
  /** From `bottom` or `top`: so far along the axis of what is round, from that end. */
  | { kind: 'points'; at: [F, F][]; from: 'centre' | 'corner' | 'bottom' | 'top' }

/** A side of a face: by name, by length, or all that there are. */
export type PartEdge = PartFace | 'short' | 'long' | 'end' | 'all' | 'rim' | 'other' | 'heel'
