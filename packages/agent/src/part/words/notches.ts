import type { Rewrite } from './notation.ts'

const N = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?: ?\d?\/\d+)?(?:-\d+\/\d+)?(?: ?(?:mm|cm|in|inch(?:es)?|")(?![a-z]))?`
const PAIR = String.raw`${N}(?: ?(?:x|×|by) ?${N})?`
const WHERE = String.raw`(?:(?:the|all|both|its|each|every|either|one|two|three|four|opposite|diagonally|top|bottom|upper|lower|left|right|front|back|rear|long|short|longer|shorter|[- ]?hand(?:ed)?|of|and|other)[ -]+)*`
const PIECE = String.raw`(?:(?:square|rectangular|rectangle|triangular) ?)?(?:piece|section|notch|bit|chunk|area|bite|rectangle|square)?`

/** Corners and edges that something is cut out of, in the words of a notch: `a 20 x 20 square notched out of one corner`. */
export const NOTCHES: readonly Rewrite[] = [
  [
    new RegExp(
      String.raw`\b(${PAIR}) ?${PIECE} ?\b(?:is |are |was )?(?:notched|cut|taken|removed|missing|snipped|nibbled|bitten)(?: (?:out|away|off))?(?: (?:of|from|out of|at|in|off))+ (?=${WHERE}(?:corners?|edges?)\b)`,
      'gi',
    ),
    (match) => `${match[1]} notch in `,
  ],
  // `with one corner cut out, 20 x 20`, `the two left corners notched 10 x 15`
  [
    new RegExp(
      String.raw`\b(${WHERE}corners?),? (?:is |are )?(?:notched|cut out|cut away|removed|missing|squared out|stepped)(?: (?:out|off|away))?,? ?(?:by |to |at |with )?(?:an? )?(${N} ?(?:x|×|by) ?${N})`,
      'gi',
    ),
    (match) => `${match[2]} notch in ${match[1]}`,
  ],
  // `a slot running in 25 mm from the left edge`, `cut in from one end, 20 long`
  [
    new RegExp(
      String.raw`\b(?:running|runs|going|goes|cut|coming|extending|extends|reaching|milled|sawn) in (${N})(?: deep| long)? from (?=${WHERE}(?:edges?|ends?|sides?)\b)`,
      'gi',
    ),
    (match) => `${match[1]} deep open at `,
  ],
]
