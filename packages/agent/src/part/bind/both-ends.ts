import type { SaidPlace, Spec } from '../read/atoms.ts'

/** `at each end`, `on both sides`. */
export const atBothEnds = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  ['end', 'side', 'face'].includes(place.spec.noun ?? '') &&
  ['both', 'each', 'either', 'every'].includes(place.spec.det ?? '')

/** `the other end`, `the opposite end`. */
export const isOther = ({ det }: Spec): boolean => det === 'other' || det === 'opposite'
