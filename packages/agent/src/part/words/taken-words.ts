import { LENGTH, type Rewrite } from './notation.ts'

const SOLID = String.raw`(?:(?:hexagonal |triangular |square |rectangular |truncated |half[- ])*(?:sphere|ball|hemisphere|cone|cube|cuboid|block|prism|pyramid|torus|box|wedge|tetrahedron|ellipsoid))`
const GONE = String.raw`(?:removed|cut out|cut away|cut|taken (?:out|away)|carved out|hollowed out|scooped out|subtracted)`
const FACE = String.raw`(?:top|bottom|front|back|left|right|side|upper|lower|face|surface|end)`

/** Solids that are taken out of others, in the words of whoever thinks of cavities. */
export const TAKEN_WORDS: readonly Rewrite[] = [
  // `a smaller cuboid 30 x 20 x 10`: how large it is is said.
  [
    new RegExp(
      String.raw`\b(an?|the|one) (?:smaller|larger|bigger|second|separate small) (?=(?:${SOLID}|cylinder|disc)\b)`,
      'gi',
    ),
    (match) => `${match[1]} `,
  ],
  // `a conical indentation`, `a pyramid-shaped cavity`, `a spherical cavity in the center`
  [
    /\b(conical|cone[- ]shaped|pyramid[- ]shaped|pyramidal) (?:indentation|indent|recess|cavity|depression|dimple|pocket|hollow|hole|void|cut-?out|cut)\b/gi,
    ({ 1: shape = '' }) => `${/^con/i.test(shape) ? 'cone' : 'pyramid'} subtracted,`,
  ],
  [
    new RegExp(
      String.raw`\b(?:spherical|ball[- ]shaped) (?:cavity|void|indentation|depression|cut-?out|hole)\b(?=((?:[^.;]|\.\d)*))`,
      'gi',
    ),
    ({ 1: rest = '' }) =>
      new RegExp(String.raw`\b${FACE}\b`, 'i').test(rest) ? 'spherical recess' : 'sphere subtracted,',
  ],
  // `create a 20 mm cylinder 10 mm tall at the centre, and subtract it from the plate`: a hole, told as it is modelled.
  [
    new RegExp(
      String.raw`\b(?:(?:then |now )?(?:create|make|model|draw|add|place|put) )?((?:an?|one|two|three|four|six|\d) (?:(?!\bcylinder)(?:[^.;]|\.\d))*?)\bcylinder(s?)\b((?:[^.;]|\.\d)*?)(?:[,.;] ?(?:and )?(?:then )?|(?: and)? (?:then )?)(?:subtract|remove|cut) (?:it|them|all|both|this|that|these|those|the)(?: (?:of )?(?:them|the))?(?: cylinders?)?(?: (?:from|out of) (?:it|the [a-z]+(?: plate| block)?))?(?: in one (?:operation|go|step))?(?= ?(?:[.,;]|$|and\b|to\b))`,
      'gi',
    ),
    ({ 1: lead = '', 2: many = '', 3: rest = '' }) =>
      `${lead}hole${many}${rest.replace(/\b(?:tall|high|long)\b/gi, 'deep').replace(/\b(?:which |that )?(?:standing|stands|placed|positioned) /gi, '')}`,
  ],
  // `remove a 20 mm sphere from the centre of a 30 mm cube`: what is left comes first.
  [
    new RegExp(
      String.raw`^\W*(?:please |now )?(?:subtract|remove|cut(?: out)?|carve(?: out)?|take(?: out| away)?) (an? (?:(?!from\b)[^.;])*?\b${SOLID}\b(?:(?!from\b)[^.;])*?) (?:from|out of) (?:(the (?:cent(?:er|re)|middle)(?: of the ${FACE}(?: face)?)?|the ${FACE}(?: face| surface)?) of )?(an? (?:[^.;]|\.\d)*)`,
      'gi',
    ),
    ({ 1: gone = '', 2: place, 3: host = '' }) =>
      `${host.trimEnd()} with ${gone} subtracted${place ? ` from ${place}` : ''}`,
  ],
  // `a cube from which a smaller cube of 20 mm is removed at …`
  [
    new RegExp(String.raw`,? ?\bfrom which (an? (?:[^.;]|\.\d)*?) (?:is|has been|was|gets) ${GONE}\b`, 'gi'),
    ({ 1: gone = '' }) => ` with ${gone} subtracted`,
  ],
  // `with a cone of base diameter 20 and height 15 removed from the top face`
  [
    new RegExp(
      String.raw`\b(with|has|having|and) (an? (?:${LENGTH} )?${SOLID}\b(?:[^.;]|\.\d)*?) (?:is )?${GONE} (?=(?:from|out of|of|in|into|at|through) (?:the|its|it)\b)`,
      'gi',
    ),
    ({ 1: joint = '', 2: gone = '' }) => `${joint} ${gone} subtracted `,
  ],
]
