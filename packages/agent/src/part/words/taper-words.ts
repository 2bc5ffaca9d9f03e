import type { Rewrite } from './notation.ts'

const N = String.raw`\d[\d.]*(?: ?(?:mm|cm|in)\b)?`
const PAIR = String.raw`${N} ?(?:x|×|by) ?${N}`
const HEAD = String.raw`(?:block|post|leg|column|pedestal|plinth|peg|pillar|stake|stand|bar|rod)`
const SQUARE = /\b(?:square|rectangular)\b|\d ?(?:mm ?)?(?:x|×|by) ?\d/i
const ROUND = /\b(?:round|dia(?:meter)?|cylind|conical)\b|[⌀øØ]/i
const isFrustum = ({ input }: RegExpExecArray): boolean => /\bpyramid|\bfrustum/i.test(input)

/** What tapers on four sides is a pyramid cut short, whatever it is called: `tapered block, 60 x 40 at the base and …`. */
export const TAPER_WORDS: readonly Rewrite[] = [
  [
    new RegExp(
      String.raw`\b(?:(?:square|rectangular) )?taper(?:ed|ing)? (?:(?:square|rectangular|solid|table|wooden|chair|furniture) )*${HEAD}\b(?:,? (?:square|rectangular)\b(?! ?\d))?`,
      'gi',
    ),
    (match) => (SQUARE.test(match.input) && !ROUND.test(match.input) ? 'truncated pyramid' : match[0]),
  ],
  // `bottom rectangle 60 x 40`, `top: 30 x 20`
  [
    new RegExp(
      String.raw`\b(bottom|base|top|foot)(?: (?:rectangle|square|side|face|end))?(?: is| of|:)? (${PAIR})`,
      'gi',
    ),
    (match) => (isFrustum(match) ? `${match[2]} at the ${/top/i.test(match[1] ?? '') ? 'top' : 'bottom'} ` : match[0]),
  ],
  [
    new RegExp(String.raw`\b(${PAIR}|${N}) (?:at|on) (?:the |its )?(?:base|foot|floor|large end|wide end)\b`, 'gi'),
    (match) => (isFrustum(match) ? `${match[1]} at the bottom` : match[0]),
  ],
]
