import type { PartBody, PartFeature } from '@hewn/model'
import { familyOf } from './registry.ts'

/** `the bore`, `central hole`: one that is called by its being in the middle. */
export const namesMiddle = (noun: string): boolean => BORE.test(noun)
const BORE = /^(?:(?:through|thru|main) )?bore(?: ?hole)?$|^(?:cent(?:re|er)|central|middle|axial) (?:hole|bore)$/

/** `central hole 25` where there is none is a new one; `bore` may be what somebody calls any hole. */
export const isCentral = (noun: string): boolean => /^(?:cent|middle)/.test(noun) && namesMiddle(noun)

/** Down through the middle of the body. */
export const isInMiddle = ({ kind, at, flags }: PartFeature): boolean =>
  kind === 'hole' &&
  (at.on === undefined || at.on === 'top' || at.on === 'bottom') &&
  !flags.includes('radial') &&
  at.relations.every((one) => one.kind === 'centre')

/** Whether the hole in the middle is a size of the body itself: that of a ring. */
export const isBored = ({ family, sizes }: PartBody): boolean => sizes[familyOf(family)?.bore ?? ''] !== undefined
