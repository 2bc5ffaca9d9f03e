import type { Span } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import type { Quantity, SaidPlace } from './atoms.ts'

export interface Frame {
  kind: Kind
  /** A body, a feature of it, or a part of either. */
  level: 'body' | 'feature' | 'part'
  at: Span
  noun: string
  plural: boolean
  det?: string
  count?: Quantity
  /** How many of them are here, of all that were counted: `one in each corner`. */
  share?: { of: Frame; total?: Quantity; spread?: true }
  sizes: Map<string, Filled>
  /** Half of those that were counted, the others being in another leg. */
  halved?: true
  /** The sizes of the others, where each has one of its own: `holes 3, 4 and 5 mm`. */
  each?: Quantity[]
  /** Names out of tables: an `M6` hole whose diameter may still be said beside it. */
  designated: Map<string, Quantity>
  flags: Map<string, Span>
  places: { place: SaidPlace; at: Span }[]
  /** `in each leg`, `on the plate`: what a feature is put in. `leads`: it goes as far as that, or begins there. */
  targets: {
    keys: string[]
    text: string
    det?: string
    many?: true
    size?: number
    leads?: 'into' | 'to' | 'from'
  }[]
  children: Frame[]
  parent?: Frame
  /** `with a gap of 20 mm`, between copies or bodies. */
  gap?: Quantity
  /** What led to it, where that was no `and`: `standing on a plate`, `with a hub`, `remove a cube`. */
  joint?: string
  /** What was said before it stands on it: `a cone on a plate`. */
  ground?: true
  /** The words from here to the next body. */
  said?: string
  /** How many steps the body has in all. */
  stages?: number
  /** Stands for something of the plan there is. */
  seeded?: true
  /** It was made or changed by the words before. */
  latest?: true
  /** The hole in the middle of what there is: its bore. */
  middle?: true
}

export interface Filled {
  quantity: Quantity
  times: number
  /** By its turn and not by its word: gives way to one that has the word. */
  loose?: true
}

export interface Kinds {
  family(key: string): Kind | undefined
  feature(key: string): Kind | undefined
}

export interface Read {
  bodies: Frame[]
  /** Features of no body: an edit, or a request that names none. */
  loose: Frame[]
  unread: { at: Span; quantity?: Quantity; text: string }[]
  /** Sizes said before or without a noun. */
  spare: { at: Span; quantities: Quantity[] }[]
  without: { nouns: string[]; text: string; at: Span }[]
  title?: string
  /** Words of things that are not known, and sizes were said of them: `a 2 mm slit`. */
  strange: { at: Span; text: string }[]
  /** What was said of one thing and cannot be so. */
  clash?: { at: Span; text: string }
}

export const below = (frame: Frame): Frame[] => frame.children.flatMap((child) => [child, ...below(child)])
