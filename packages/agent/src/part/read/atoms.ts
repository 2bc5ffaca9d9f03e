import type { Span } from '@hewn/model'
import type { Role } from '../kinds.ts'
import type { NumberItem } from '../words/items.ts'

/** A number of the request on its way to a slot. */
export interface Quantity {
  /** Millimetres, degrees, or just a number. */
  value: number
  at: Span
  role?: Role | 'x' | 'y' | 'z'
  /** A size that is looked up: `M6`, `#8`, `1/4-20`. */
  designator?: string
  number?: NumberItem
  /** Out of a table, for a name that was said. */
  table?: string
  /** The word stands before the number: `thk 12`. Such a size is of what came before it. */
  leading?: true
  /** `10 mm taller`, `twice as wide`: a change of what is there. */
  relative?: 'add' | 'times'
  /** `100 x 60 x 40 inside`: how the whole chain is measured. */
  side?: 'inside' | 'outside'
  /** `outside corners R5`: of the body, whatever was spoken of last. */
  whole?: true
  /** `20 mm square`: as wide as it is long. */
  square?: true
  /** `30 across`: by what its shape is measured, a diameter of what is round. */
  across?: true
  /** The slot that took it; one that stays empty is reported. */
  used?: string
}

/** `the left short edge`, `both ends`, `top face`: a place as it was said. */
export interface Spec {
  /** `top left and bottom right`: the sides that each of several corners is between. */
  corners?: string[][]
  prep?: string
  /** `each`, `both`, `all`, `one`, `the`, `other`, `same`. */
  det?: string
  /** `a concentric …`: begins what it stands before. */
  led?: true
  count?: number
  counted?: Quantity
  places: string[]
  /** `one 40 mm end`, `the 2 x 3 face`: told by how large it is. */
  sized?: Quantity[]
  /** `edges`, and not `edge`. */
  many?: true
  /** `top and left`, and not `top left`. */
  joined?: true
  noun?: string
  flags: string[]
  /** `the rim of the head`: keys of what it belongs to. */
  of?: string[]
  ofText?: string
}

/** What an edge is of: `from the free end of each tab`. */
export interface SaidOwner {
  keys: string[]
  text: string
  det?: string
}

/** A relation with quantities in it, or a spec that the feature has to interpret. */
export type SaidPlace =
  | { kind: 'spec'; spec: Spec }
  /** `first`: of a row, its beginning. `more`: further places in a row, `at 10, 50 and 90 mm from the left end`. `rim`: to its own edge, `its near edge 15 mm from the end`. */
  | { kind: 'from'; distance: Quantity; specs: Spec[]; more?: Quantity[]; first?: true; of?: SaidOwner; rim?: true }
  /** `up`: `10 mm up`, `20 mm down`, which of what stands is counted from its lower or upper edge. */
  | { kind: 'offset'; distance: Quantity; direction: string; middle?: true; up?: true }
  /** From what was made before, by its name or as `it`: `18 mm to the right of the bore`; two directions are two places. */
  | {
      kind: 'beside'
      distance?: Quantity
      directions: string[]
      of: string[]
      ofText: string
      ofSize?: Quantity
      to?: 'middle' | 'edge'
    }
  | { kind: 'corners' }
  | { kind: 'centre'; across?: string; same?: Quantity }
  | { kind: 'circle'; diameter?: Quantity; radius?: Quantity }
  | { kind: 'clock'; hours: Quantity[] }
  | { kind: 'angles'; at: Quantity[]; start?: true }
  /** `none at 12 o'clock`: half a step on both sides of it. */
  | { kind: 'straddle'; hour: Quantity }
  /** `120 degrees apart`: the step around a circle. */
  | { kind: 'apart'; angle: Quantity }
  /** `led`: the word *with* is read with it. */
  | { kind: 'grid'; columns: Quantity; rows: Quantity; led?: true }
  /** `leave out the middle one`: of a grid, a place that stays empty. */
  | { kind: 'missing'; which: 'centre' | 'corners' }
  /** `pair`: so far to both sides, of one that was spoken of. */
  /** `between`: from row to row. `over`: on a grid, as many as there is room for. */
  | { kind: 'spacing'; x?: Quantity; y?: Quantity; pair?: true; between?: true; over?: true; ends?: true }
  | { kind: 'line'; along?: string }
  /** `top row of holes 3, 4 and 5 mm`: one of several rows. */
  | { kind: 'row'; side: string }
  /** `same`: the size it says again, `running the full 100 mm`; `through`: in on one side and out on the other; `full`: all the way. */
  | { kind: 'along'; axis: string; same?: Quantity; runs?: true; through?: true; full?: true }
  /** `from`: the lower left corner, or the sides of another one. */
  | { kind: 'points'; at: [Quantity, Quantity][]; from?: 'corner' | string[] }

export type Meaning =
  /** `within`: the sizes of a step inside the length there is. */
  /** `holes 3, 4, 5 and 6 mm`: one size each. */
  | { is: 'each'; quantities: Quantity[] }
  | { is: 'quantity'; quantities: Quantity[]; within?: 'last' | 'rest' | 'both' | 'first'; shape?: string }
  /** `behind`: it was said after what it counts, `M3 clearance x 4`. */
  | { is: 'count'; quantity: Quantity; behind?: true }
  /** `one in each corner`, `3 along each long edge`: so many of those that were counted; `own`: with a size of its own. */
  | { is: 'share'; quantity: Quantity; own?: true }
  /** `verb`: it stands in one, `drilled 10 mm`, and what was said before is of something else. */
  | { is: 'noun'; nouns: string[]; text: string; plural: boolean; det?: string; verb?: true }
  | { is: 'flag'; flag: string; not?: true }
  | { is: 'without'; nouns: string[]; text: string }
  | { is: 'place'; place: SaidPlace }
  /** `all`: of those that were spoken of, however many frames told them. */
  | { is: 'group'; which: 'both' | 'each'; all?: true }
  /** A board that something is made for, by its name. */
  | { is: 'board'; name: string }
  | { is: 'bodies'; quantity: Quantity }
  | { is: 'old'; quantity: Quantity }
  /** Words of an edit that were followed on their own. */
  | { is: 'order' }
  | { is: 'break'; strength: 1 | 2 | 3; colon?: true }
  | { is: 'link'; text: string }
  | { is: 'article'; text: string }
  | { is: 'noted'; what: 'material' | 'color' | 'purpose' | 'thread'; text: string }
  | { is: 'filler'; text: string }
  /** `known`: a word of ours that means nothing here. */
  | { is: 'unread'; text: string; known?: true }

export type Atom = Meaning & { at: Span; from: number; to: number }
