import type { Rewrite } from './notation.ts'

const PLANE = String.raw`(?:xy|xz|yz|yx|zx|zy|x-y|x-z|y-z|top|front|ground|base|work|horizontal|global xy)[- ]?(?:work)?plane`
const LIES = String.raw`(?:,? ?\b(?:and |which |that )?(?:is |are |being |should be |must be )?(?:cent(?:er|re)d|located|placed|positioned|situated|based|lying|resting|sitting|starting|drawn|sketched|with its (?:cent(?:er|re)|base(?: cent(?:er|re))?)))`
const ORIGIN = String.raw`(?:the )?(?:global |coordinate |world )?origin(?: of the (?:coordinate )?(?:system|plane|frame))?(?: ?\( ?0 ?, ?0 ?(?:, ?0 ?)?\))?`

const CROSSING =
  /\b(?:two|2|cross\w*|union|intersect\w*)\b[^.;]*\b(?:cylinders|rods|bars|boxes|blocks|cuboids|beams|tubes)\b[^]*?\b(?:cross\w*|intersect\w*|perpendicular|right angles|90)/i

/** Where a part lies in space, which axis it is drawn along: of one part that changes nothing. */
export const FRAME_WORDS: readonly Rewrite[] = [
  // `both centred at the origin`, `at the origin`: of several bodies it tells how they lie to each other.
  [
    new RegExp(
      String.raw`${LIES}? ?\b(?:at|on|about|around) (?:${ORIGIN}|\( ?0 ?, ?0 ?, ?0 ?\))(?! ?(?:at|of)\b)`,
      'gi',
    ),
    ({ input }) => (/\b(?:both|two bodies|cylinder and|sphere and|cube and)\b/i.test(input) ? ' concentric ' : ' '),
  ],
  // `intersecting …, aligned along perpendicular axes`, `crossing each other at 90 degrees at their centers`: through each other, in the middle.
  [
    /,? ?\b(?:aligned |lying |oriented |arranged |placed |meeting |positioned )*(?:(?:along|with|on) (?:two )?(?:perpendicular|orthogonal) axes|(?:perpendicular(?:ly)?|orthogonal|at right angles|at (?:an angle of )?90 ?(?:°|deg(?:rees?)?))(?: to (?:each other|one another))?)(?:,? (?:in|at|through) (?:the|their) (?:middles?|cent(?:er|re)s?|midpoints?))?/gi,
    ({ 0: text, input }) => (CROSSING.test(input) ? ' crossing ' : text),
  ],
  [new RegExp(String.raw`(?<=\bextru[^]*|)\b(?:on|in|onto) (?:the )?${PLANE}\b(?=[^]*\bextru)`, 'gi'), () => ' '],
]
