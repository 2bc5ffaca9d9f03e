import type { Rewrite } from './notation.ts'

/** Lines that were broken by their width, and not by what they say. */
export const BROKEN_LINES: readonly Rewrite[] = [
  // `four M3 holes 4 mm from the⏎corners`: no clause ends with such a word.
  [
    /(?<=\b(?:the|an?|of|from|to|with|and|or|at|on|by|for|each|every|its|is|are|has|have|into|through|between|along|(?<!\d ?)in)) ?\n[ \t]*(?=[a-zØ⌀\d])(?!\d+[.)] )/gi,
    () => ' ',
  ],
  // A long line without its full stop goes on in the next, where that begins small.
  [/(?<=(?:^|\n)[^\n]{50,}[^\n.;:!?] ?)\n[ \t]*(?=[a-z(])(?![^\n:]{1,24}:)/g, () => ' '],
]
