import type { Rewrite } from './notation.ts'

/** Lines that were broken by their width, and not by what they say; and names written as in programs. */
export const BROKEN_LINES: readonly Rewrite[] = [
  // `edge_offset=6, hole_count=4`; a sign as `d_out` stays one.
  [/(?<=\b[a-z]{3,})_(?=[a-z]{2,}|d ?[=:])/gi, () => ' '],
  // `- 50 across\n- 4 thick`: short pieces on lines of their own are parted as by commas.
  [
    /(?<=[^\s.:;!?,][ \t]*)\n[ \t]*[-*•] (?=(?:[^\n.:;=]|\.\d){1,48}(?:\n[ \t]*[-*•] |\s*$))(?<!\n[^\n]*[:=][^\n]*\n[^]*)/g,
    () => ', ',
  ],
  // A long line without its full stop goes on in the next, where that begins small.
  [/(?<=(?:^|\n)[^\n]{50,}[^\n.;:!?] ?)\n[ \t]*(?=[a-z(])(?![^\n:]{1,24}:)/g, () => ' '],
]
