import type { Span } from '@hewn/model'
import type { Rewrite } from './notation.ts'

const THINGS = 'ender|prusa(?: mk)?|iphone|ipad|galaxy s?|pixel|gopro(?: hero)?|playstation|xbox|macbook|kindle|stm'

/** Numbers that are part of a name: `a 2U rack panel`, `iPhone 13 stand`. Boards are in a table of their own (read/boards.ts). */
const NAMES: readonly RegExp[] = [
  /\b\d+U\b(?= (?:rack|19|panel|server))/gi,
  new RegExp(
    String.raw`(?<=\b(?:${THINGS})[- ]?)\d+[a-z]?\+?(?: (?:pro|max|plus|mini|model [ab]\+?|v\d|rev ?\d))*(?![\w.]|["']| ?(?:mm|cm|x|×|by)\b)`,
    'gi',
  ),
]

/** They are no sizes of what is made … */
export const NAME_NUMBERS: readonly Rewrite[] = NAMES.map((name): Rewrite => [name, () => ' '])

/** … and are told to be noted. */
export const nameNumbers = (words: string): Span[] =>
  NAMES.flatMap((name) => [...words.matchAll(name)].map(({ 0: text, index }): Span => [index, index + text.length]))
