import type { Rewrite } from './notation.ts'

/** Units in full are the short ones: every rule that reads a length reads these as well. */
export const UNIT_WORDS: readonly Rewrite[] = [
  [/(?<=\d)[ -]?millimet(?:er|re)s?\b/gi, () => ' mm'],
  [/(?<=\d)[ -]?centimet(?:er|re)s?\b/gi, () => ' cm'],
]
