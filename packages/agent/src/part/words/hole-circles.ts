import { LENGTH, type Rewrite } from './notation.ts'

const SCREW = String.raw`(?:[Øø∅⌀] ?)?(?:M\d+(?:\.\d+)?|${LENGTH})`
/** How large the circles are that were spoken of, in the order of the words. */
const circlesIn = (words: string): number[] =>
  [
    ...words.matchAll(
      /(\d+(?:\.\d+)?)(?: ?(?:mm|cm|in|"))?(?: dia(?:meter)?)? ?(?:p\.?c\.?d|bolt circle|pitch circle|circle|bc\b)/gi,
    ),
  ].map(([, size]) => Number(size))

/** Several circles of holes, as people tell which one they speak of. */
export const HOLE_CIRCLES: readonly Rewrite[] = [
  // `outer row 8 x 11 mm on 180 PCD`: its circle tells which one it is.
  [
    /\b(?:an? |the )?(?:outer|inner|first|second|third|other) (?:row|ring|circle|set|pattern)(?: of)?:? (?=(?:\d+ ?(?:x|×|off|no)|\d+ [^,;]*holes?)\b[^;]*(?:pcd|circle|\bbc\b))/gi,
    () => ' ',
  ],
  // `the outer ones rotated 45°`: where those were said last, it is of them.
  [
    /\b(?:,? ?(?:and |with ))?(?:the )?(outer|inner) (?:ones|holes|row|ring|circle|set|pattern|four|six|three|eight)(?: are| being| is)? (?=(?:rotated|turned|offset|clocked|starting)\b)/gi,
    ({ 0: text, 1: which = '', input, index }) => {
      const sizes = circlesIn(input.slice(0, index))
      const last = sizes.at(-1)
      const outermost = which.toLowerCase() === 'outer' ? Math.max(...sizes) : Math.min(...sizes)
      return sizes.length > 1 && last === outermost ? ' ' : text
    },
  ],
  [
    /(?<=\d ?(?:°|deg(?:ree)?s?)) (?:against|relative to|from|with respect to|to) the first(?: (?:one|set|ring|circle|row))?\b/gi,
    () => ' ',
  ],
  // `bolt circle 6 x M5 on 80 mm`
  [
    new RegExp(
      String.raw`\bbolt (?:circle|pattern):? (\d+ ?(?:x|×|off) ?${SCREW})(?: holes?)? on (?:an? )?(${LENGTH})(?: mm)?(?: dia(?:meter)?)?(?! ?(?:pcd|bolt|pitch|circle))`,
      'gi',
    ),
    (match) => `${match[1]} holes on a ${match[2]} bolt circle`,
  ],
]
