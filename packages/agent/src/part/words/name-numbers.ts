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
  // `M12x1.5`: a fine pitch belongs to the name.
  /(?<=\bM\d{1,2}) ?[x×] ?(?:0?\.\d+|1(?:\.\d+)?)(?![\d.])(?! ?(?:mm|cm|in\b|"|long|deep|x|×))/gi,
  // Pressure classes and nominal sizes of pipes: `6 in 150#`, `DN80 PN16`, `class 300`.
  /\b\d+(?:[- ]\d\/\d|\/\d)? ?(?:in(?:ch)?|")? (?=\d+ ?(?:#|lbs?\b)(?=[^.;]*\bflange))/gi,
  /\b\d+ ?(?:#|lbs?\b)(?=[^.;]*\bflange)|(?<=\bflange\b[^.;]*)\b\d+ ?(?:#|lbs?\b)(?! ?[-\d])/gi,
  /(?<=\bclass )\d{3,4}\b/gi,
  /(?<=\b[DP]N ?)\d+\b(?=[\s\S]*\bflange|.*\bØ|.*\bOD\b)|(?<=\bflange\b[\s\S]*\b[DP]N ?)\d+\b/g,
]

/** They are no sizes of what is made … */
export const NAME_NUMBERS: readonly Rewrite[] = NAMES.map((name): Rewrite => [name, () => ' '])

/** … and are told to be noted. */
export const nameNumbers = (words: string): Span[] =>
  NAMES.flatMap((name) => [...words.matchAll(name)].map(({ 0: text, index }): Span => [index, index + text.length]))
