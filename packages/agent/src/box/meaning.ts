import type { Face } from '@hewn/model'
import type { Reader } from '../read/reader.ts'
import type { NumberToken, Token } from '../read/tokens.ts'
import type { Span } from '../understanding.ts'
import type { BoxObject } from './object-library.ts'
import type * as known from './words.ts'

/** A number with the side it was said for, if one was. */
export interface Link {
  number: NumberToken
  side?: known.Side
}

/** What a few words in a row mean. `from` and `to` are places among the tokens. */
export type Phrase = { from: number; to: number } & Meaning

export type Meaning =
  | { kind: 'noun'; noun: string; definite: boolean; anew: boolean }
  | { kind: 'several'; count: NumberToken; noun: string }
  /** `more`: a word that is not known stands behind it, and may be what is made (`screw sorter`). */
  | { kind: 'part'; noun: string; more?: true }
  | { kind: 'size'; links: Link[]; was?: NumberToken }
  | { kind: 'cube'; number: NumberToken }
  | { kind: 'thickness'; number: NumberToken; material?: string }
  | { kind: 'material'; material: string }
  | { kind: 'fingers' | 'kerf'; number: NumberToken }
  | { kind: 'fit'; fit: 'loose' | 'glue' | 'snug' | 'press' }
  /** `one`: all panels have to find room on a single one. */
  | { kind: 'sheet'; links: [Link, Link]; one?: true }
  | { kind: 'measure'; measure: 'inside' | 'outside' }
  | { kind: 'open'; faces: Face[]; only: boolean; except?: true }
  | { kind: 'closed'; faces: Face[] }
  | { kind: 'enclosed' }
  | { kind: 'which-side' }
  | { kind: 'lid'; lid: LidKind; said: boolean; also?: LidKind; toward?: Face; thick?: NumberToken }
  | { kind: 'no-lid' }
  | { kind: 'grid'; columns: NumberToken; rows: NumberToken }
  | { [K in Counted]: { kind: K; count: NumberToken } }[Counted]
  /** `lie`: in one line, beside or behind each other. */
  | { kind: 'cells'; count: NumberToken; lie?: 'columns' | 'rows' }
  | { kind: 'dividers'; count: NumberToken; run?: Run }
  | { kind: 'cell-size'; links: Link[] }
  /** `each`: so many in each compartment, and not in all. */
  | { kind: 'object'; object: BoxObject; count?: NumberToken; lie?: Lie; each?: true }
  | { kind: 'jars'; name: string; count?: NumberToken; diameter: NumberToken; lie?: Lie; each?: true }
  | { kind: 'things'; count: NumberToken; name: string }
  | { kind: 'drops-into'; links: Link[] }
  | { kind: 'feet'; number?: NumberToken }
  | { kind: 'side-height'; faces: Face[]; number: NumberToken; sign?: 1 | -1 }
  /** `loose`: of the lid, or of the box that has it. */
  | { kind: 'side-thickness'; names: string[]; number: NumberToken; material?: string; loose?: true }
  | CutoutMeaning
  | { kind: 'hand-holes'; faces: PanelPlace[]; below?: NumberToken; said: boolean; sizes?: [NumberToken, NumberToken] }
  | { kind: 'vents'; count?: NumberToken; faces: PanelPlace[]; sizes?: [NumberToken, NumberToken] }
  | { kind: 'text'; words: Span; faces: PanelPlace[]; scored: boolean; height?: NumberToken }
  | {
      kind: 'drawers'
      count?: NumberToken
      columns?: NumberToken
      rows?: NumberToken
      beside: boolean
      numbered?: true
    }
  /** How the lid opens, said apart from it. */
  | { kind: 'lid-opens'; lid: LidKind; toward?: Face }
  | { kind: 'split'; sizes: (NumberToken | '*')[]; deep: boolean; count?: NumberToken; first?: true }
  /** Numbers on the fronts of drawers. */
  | { kind: 'numbered' }
  | { kind: 'resized-hole'; number: NumberToken }
  | { kind: 'regions'; regions: Region[]; named: boolean; others?: NumberToken }
  | { kind: 'play'; number: NumberToken; drawers: boolean }
  | { kind: 'pull'; shape: 'hole' | 'slot' | 'notch' | 'none'; width?: NumberToken; height?: NumberToken }
  | { kind: 'without'; what: 'feet' | 'cutouts' | 'texts' | 'drawers' }
  | { kind: 'step'; of: StepOf; sign: 1 | -1; count?: NumberToken; times?: number }
  | { kind: 'undivided' }
  | { kind: 'change'; side: ChangeSide; number: NumberToken; sign: 1 | -1 }
  | { kind: 'factor'; side: ChangeSide; factor: number }
  | { kind: 'scale'; number: NumberToken }
  | { kind: 'anew' }
  | { kind: 'how-much'; side: ChangeSide | 'finger width' | 'letters'; sign: 1 | -1 }
  | { kind: 'keep-inside'; side?: known.Side }
  | { kind: 'swap'; sides: [known.Side, known.Side] }
  | RatioMeaning
  | { kind: 'instead' }
  | { kind: 'unsupported'; word: string; nearest: string }
  | { kind: 'absent' }
  | { kind: 'foreign'; word: string }
  | { kind: 'purpose' }
  | { kind: 'filler' }

/** What a change is about: a side, the sheet, or all three sides together. */
export type ChangeSide = known.Side | 'thickness' | 'size'

/** What there may be one more of. */
export type StepOf = 'columns' | 'rows' | 'cells' | 'dividers' | 'shelves' | 'drawers'

/** How a lid opens, where it does. */
export type LidKind = 'fixed' | 'lift-off' | 'slide'

/** Where something is made: in a face, or in the lid, whichever panel that is. */
export type PanelPlace = Face | 'lid' | PairPlace

/** The two sides that are longer, or shorter, than the others: which they are depends on the sizes. */
export type PairPlace = 'long' | 'short'

/** How far a cut-out lies from the edges of its panel. */
export type Corner2 = Partial<Record<'left' | 'right' | 'top' | 'bottom', NumberToken>>

export interface CutoutMeaning {
  kind: 'cutout'
  shape: 'circle' | 'rect' | 'slot' | 'notch'
  size?: NumberToken
  sizes?: [NumberToken, NumberToken]
  count?: NumberToken
  /** `holes`: more than one, and no word says how many. */
  more?: true
  /** From centre to centre, along the row. */
  apart?: NumberToken
  /** Empty: no face was said. */
  faces: PanelPlace[]
  at: Corner2
  near?: keyof Corner2
  grid?: { columns: number; rows: number }
  /** What kind of hole: `cable`, `finger`. */
  by: string
}

/** `twice as deep as wide`; *square* leaves open which of the two follows the other. */
export interface RatioMeaning {
  kind: 'ratio'
  side: known.Side
  of: known.Side
  factor: number
  either?: true
}

export type RegionPlace = Face | 'middle'

/** A compartment by where it lies: how large it is along that way, and in how many it is divided the other way. */
export interface Region {
  place: RegionPlace
  size?: NumberToken
  cells?: NumberToken
}

/** How several things lie: so many beside, so many behind each other; one number leaves the other open. */
export type Lie =
  | 'columns'
  | 'rows'
  | 'standing'
  | { columns: number; rows?: number }
  | { columns?: number; rows: number }

/** Which way dividers run. */
export type Run = 'lengthwise' | 'crosswise' | 'x' | 'z'

type Counted = 'columns' | 'rows' | 'shelves' | 'levels' | 'instead-of'

export interface Reading {
  phrases: Phrase[]
  /** Tokens that no phrase took: numbers nobody could place, words nobody knows. */
  unread: Token[]
}

/** Reads from left to right; at every place the recogniser that takes most tokens wins, on a tie the earlier one. */

/** Takes what it knows from the front of the tokens; nothing when it knows none of it. */
export type Recogniser = (at: Reader) => Meaning | undefined
