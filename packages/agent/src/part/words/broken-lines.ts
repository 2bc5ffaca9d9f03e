import type { Rewrite } from './notation.ts'

/** Lines that were broken by their width, and not by what they say; and names written as in programs. */
export const BROKEN_LINES: readonly Rewrite[] = [
  // `edge_offset=6, hole_count=4`; a sign as `d_out` stays one.
  [/(?<=\b[a-z]{3,})_(?=[a-z]{2,})/gi, () => ' '],
  // `four M3 holes 4 mm from the⏎corners`: no clause ends with such a word.
  [
    /(?<=\b(?:the|an?|of|from|to|with|and|or|at|on|by|for|each|every|its|is|are|has|have|into|through|between|along|(?<!\d ?)in)) ?\n[ \t]*(?=[a-zØ⌀\d])(?!\d+[.)] )/gi,
    () => ' ',
  ],
  // A long line without its full stop goes on in the next, where that begins small.
  [/(?<=(?:^|\n)[^\n]{50,}[^\n.;:!?] ?)\n[ \t]*(?=[a-z(])(?![^\n:]{1,24}:)/g, () => ' '],
]
