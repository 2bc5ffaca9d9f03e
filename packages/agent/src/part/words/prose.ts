import { LENGTH, type Rewrite } from './notation.ts'

// Whole sentences, as specifications have them: `a hole with a diameter of 9 mm and a depth of 5 mm` is a hole 9 mm diameter, 5 mm deep.

const MEASURE = String.raw`(${LENGTH}(?: ?(?:millimet(?:er|re)s?|centimet(?:er|re)s?))?)`
const WHICH = 'outer|inner|outside|inside|overall|total|bottom|top|base|upper|lower|pitch circle'
const ROLE = 'diameter|height|length|width|thickness|depth'
const SAID: Readonly<Record<string, string>> = {
  diameter: 'diameter',
  height: 'high',
  length: 'long',
  width: 'wide',
  thickness: 'thick',
  depth: 'deep',
}
const OF = String.raw`(?:(${WHICH}) )?(${ROLE}) (?:of |that is |equal to )(?:approximately )?${MEASURE}`
const FIRST = String.raw`(?:,? ?\b(?:with|having|which has|that has|has|of)|(?<=\b(?:one|other)))(?: an?| the| its)? ${OF}`
const NEXT = String.raw`,? ?\b(?:and (?:with )?|with |,)(?: ?an?| the)? ?${OF}`

const plainly = (match: RegExpExecArray): string => {
  const [, which = '', role = '', size = ''] = match
  const word = SAID[role.toLowerCase()] ?? role
  // `an overall height of 20`: the word stays as it is.
  return which && word !== 'diameter' ? ` ${which} ${role} ${size}` : ` ${size} ${which ? `${which} ` : ''}${word}`
}

export const PROSE: readonly Rewrite[] = [
  // `on a circle with a diameter of 88 mm`
  [
    new RegExp(
      String.raw`\b(?:on|along|around|about|at) (?:an? |the )?(?:(?:bolt|pitch|hole|imaginary|concentric) )*circle (?:with |of |having )(?:an? |its )?(?:pitch (?:circle )?)?diameter (?:of )?${MEASURE}`,
      'gi',
    ),
    (match) => `on a ${match[1]} bolt circle`,
  ],
  // `is rounded with a fillet radius of 4 mm`, `has a chamfer of 1 mm`
  [
    new RegExp(
      String.raw`\b(?:rounded|filleted|radiused)(?: off)? (?:with|to|by) (?:an? )?(?:fillet |corner )?radius of ${MEASURE}`,
      'gi',
    ),
    (match) => `rounded ${match[1]}`,
  ],
  // `Section 1: diameter 25 mm, length 30 mm.`
  [
    new RegExp(
      String.raw`[.;,:]? ?\b(?:section|step|stage|segment|part) ?(?:\d|one|two|three|four|five)(?: is)? ?[:=–-]? ?(?:[Øø∅⌀] ?|dia(?:meter)? )${MEASURE},? (?:and )?(?:length |x |× )${MEASURE}`,
      'gi',
    ),
    (match) => `, step ⌀ ${match[1]} x ${match[2]} long`,
  ],
  [new RegExp(FIRST, 'gi'), plainly],
  [
    new RegExp(
      String.raw`(?<=\d(?: ?(?:mm|cm|in|millimet(?:er|re)s?))? (?:(?:${WHICH}) )?(?:diameter|high|long|wide|thick|deep))${NEXT}`,
      'gi',
    ),
    (match) => `,${plainly(match)}`,
  ],
  // `a 3 mm cross hole for a split pin`: what goes through it is not made.
  [
    /(?<=\bholes?) for (?:an? |the )?(?:(?:split|cotter|roll|hitch) pin|r[- ]clip|lanyard|string|cord|key ?ring|keychain|rope|padlock|handle|lacing|wire)s?\b/gi,
    () => '',
  ],
  [
    /\b(?:passes|passing|runs|running|goes|going|extends) (?=(?:right |straight |all the way |completely |entirely )?through\b)/gi,
    () => '',
  ],
]
