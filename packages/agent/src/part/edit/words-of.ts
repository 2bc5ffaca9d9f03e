import type { Rewrite } from '../words/notation.ts'

/** Words that a follow-up leaves to what is there: its sides are walls of a tube, and legs of a bracket. */
export const wordsOf = (there: readonly string[]): readonly Rewrite[] =>
  Object.entries(WORDS).find(([family]) => there.includes(family))?.[1] ?? []

const WORDS: Readonly<Record<string, readonly Rewrite[]>> = {
  tube: [
    [/\bthrough (?:only )?one (?:wall|side)(?: only)?\b/gi, () => 'radially'],
    [/\bthrough (?:both|the two) (?:walls|sides)\b/gi, () => 'crosswise'],
  ],
  // Of a square tube: both of the walls that a drill meets.
  'hollow-section': [
    [
      /\b(?:right |straight |clean )?through (?:both|the two|two) (?:(?:opposite|side) )?(?:walls|sides)\b/gi,
      () => 'through everything',
    ],
  ],
  // `2 holes 5 mm each side`
  'l-bracket': [
    // `fillet the inside 5`
    [
      /\b(?:fillet|round)(?: off)? (?:the )?(?:inside|inner|internal)(?: (?:corner|edge|bend|angle))?(?: (?:to|with|by|at))?(?: an?)? (?=R? ?\d)/gi,
      () => 'root fillet ',
    ],
    [
      /\b(holes?|screws?|m\d+|slots?)( [\d.]+(?: ?mm)?)? (?:(?:on|in|at|through) )?(?:each|either|both|per) (?:sides?|arms?|faces?)\b(?! of)/gi,
      ({ 1: noun = '', 2: size = '' }) => `${noun}${size} in each leg`,
    ],
  ],
}
