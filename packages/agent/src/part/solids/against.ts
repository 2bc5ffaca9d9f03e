import { bracketed, half } from '../formula.ts'
import type { Formulas, Laid } from './laid.ts'
import { sum } from './sums.ts'

/** With its middle where the other one has it, along one axis. */
export const centred = (reference: Laid, size: Formulas, axis: number): string =>
  sum(reference.low[axis] ?? '0', half(reference.size[axis] ?? '0'), `-${half(size[axis] ?? '0')}`)

/** Within the other one, as far as its low or its high end. */
export const flush = (reference: Laid, size: Formulas, axis: number, high: boolean): string =>
  high
    ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0', `-${bracketed(size[axis] ?? '0')}`)
    : (reference.low[axis] ?? '0')

/** From the other one’s low or high end outwards. */
export const beyond = (reference: Laid, size: Formulas, axis: number, high: boolean): string =>
  high
    ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0')
    : sum(reference.low[axis] ?? '0', `-${bracketed(size[axis] ?? '0')}`)
