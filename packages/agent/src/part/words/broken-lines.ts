import type { Rewrite } from './notation.ts'

/** Lines that were broken by their width, and not by what they say; and names written as in programs. */
export const BROKEN_LINES: readonly Rewrite[] = [
  // `edge_offset=6, hole_count=4`; a sign as `d_out` stays one.
  [/(?<=\b[a-z]{3,})_(?=[a-z]{2,}|d ?[=:])/gi, () => ' '],
  // A long line without its full stop goes on in the next, where that begins small.
  [/(?<=(?:^|\n)[^\n]{50,}[^\n.;:!?] ?)\n[ \t]*(?=[a-z(])(?![^\n:]{1,24}:)/g, () => ' '],
]
