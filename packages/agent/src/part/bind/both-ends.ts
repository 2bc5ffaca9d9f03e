import type { SaidPlace, Spec } from '../read/atoms.ts'
import { isPair } from '../read/determiners.ts'

/** `at each end`, `on both sides`. */
export const atBothEnds = (place: SaidPlace): boolean =>
  place.kind === 'spec' && ['end', 'side', 'face'].includes(place.spec.noun ?? '') && isPair(place.spec.det)

/** `the other end`, `the opposite end`. */
export const isOther = ({ det }: Spec): boolean => det === 'other' || det === 'opposite'

const isOneEnd = ({ noun, det = '' }: Spec): boolean => noun === 'end' && ['one', 'other', 'opposite'].includes(det)

/** `two holes at one end`: there, and at no other. */
export const isAtOneEnd = (place: SaidPlace): boolean =>
  place.kind === 'spec' && place.spec.prep !== 'from' && isOneEnd(place.spec)

/** `15 mm from one end`. */
export const isFromOneEnd = (place: SaidPlace): boolean => place.kind === 'from' && place.specs.some(isOneEnd)

/** `a hole at each end`. */
export const isAtEachEnd = (place: SaidPlace): boolean =>
  place.kind === 'spec' && place.spec.prep !== 'from' && place.spec.noun === 'end' && isPair(place.spec.det)
