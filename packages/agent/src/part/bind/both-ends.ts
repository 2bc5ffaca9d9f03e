import type { SaidPlace } from '../read/atoms.ts'

/** `at each end`, `on both sides`. */
export const atBothEnds = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  ['end', 'side', 'face'].includes(place.spec.noun ?? '') &&
  ['both', 'each', 'either', 'every'].includes(place.spec.det ?? '')
