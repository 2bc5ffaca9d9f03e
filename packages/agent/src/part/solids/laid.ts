import type { Binder } from '../bind/bind.ts'
import type { Relation } from './composed.ts'
import type { Passage } from './passages.ts'
import type { SizedSolid } from './sized-solid.ts'
import type { PartBody } from '@hewn/model'

export type Formulas = [string, string, string]

/** A solid in its place, in formulas. */
export interface Laid {
  body: PartBody
  label: string
  low: Formulas
  size: Formulas
  /** Along which axis it stands: that of a rod, or of a bar's length. */
  axis: number
  /** Whether its low and its high end along that axis are flat: what touches elsewhere touches in a line or a point. */
  flat: readonly [low: boolean, high: boolean] | 'all'
  /** What was said around it. */
  said: string
  /** How far two of a kind are apart. */
  apart?: string
}

export interface Task {
  solid: SizedSolid
  joins: PartBody['joins']
  relation: Relation
  laid: readonly Laid[]
  binder: Binder
  passage: Passage
}
