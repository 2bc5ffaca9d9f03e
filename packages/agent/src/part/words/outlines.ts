import { LENGTH, type Rewrite } from './notation.ts'

const STAR = /\bstar\b/i
const POLYGON = /\b(?:hex\w*|octagon\w*|pentagon\w*|triang\w*|polygon\w*|square|star)\b/i

/** Flat outlines as people measure them: points of a star on circles, parallel sides, holes towards the corners. */
export const OUTLINES: readonly Rewrite[] = [
  // `triangular plate: right angle, sides 80 and 60`: its legs.
  [
    /\bright[- ]angled?,? (?:triangle,? )?(?:with )?(?:short )?sides (?:of )?(?=\d[\d.]*(?: ?mm)? (?:and|x|by) \d)(?<=\btriang[^;.]*)/gi,
    () => 'legs ',
  ],
  [/\bfrom (flat|side) to (?:opposite )?\1\b/gi, (match) => (POLYGON.test(match.input) ? 'across flats' : match[0])],
  [
    new RegExp(
      String.raw`\b(?:(?:outer )?(?:points|tips)|outer corners) (?:lie |are )?on an? (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? circle`,
      'gi',
    ),
    (match) => (STAR.test(match.input) ? `outside diameter ${match[1]}` : match[0]),
  ],
  [
    new RegExp(
      String.raw`\b(?:notches|inner corners|inner points|valleys|roots|inner vertices) (?:lie |are )?on an? (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? circle`,
      'gi',
    ),
    (match) => (STAR.test(match.input) ? `inside diameter ${match[1]}` : match[0]),
  ],
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:over|across|at) the (points|tips|roots|notches|valleys)\b`, 'gi'),
    ({ 0: text, 1: size, 2: where = '', input }) =>
      STAR.test(input) ? `${/point|tip/.test(where) ? 'outside' : 'inside'} diameter ${size}` : text,
  ],
  // `trapezoid, parallel sides 100 and 60, 50 apart`
  [
    new RegExp(
      String.raw`\bparallel sides (?:of |are )?(${LENGTH}) and (${LENGTH}),? (?:and |set |spaced |which are |they are )*(${LENGTH}) (?:apart|high|tall)`,
      'gi',
    ),
    (match) => `bottom width ${match[1]}, top width ${match[2]}, ${match[3]} high`,
  ],
  // `one in the middle, holes at a radius of 30`
  [
    new RegExp(String.raw`\b(holes?\b[^.;,]{0,40}?) (?:at|on) a radius of (${LENGTH})`, 'gi'),
    (match) => `${match[1]} on a ${match[2]} radius circle`,
  ],
]
