import type { Rewrite } from './notation.ts'

const N = String.raw`(?:[\d.]+(?:[ -]\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in|inch(?:es)?|")(?![a-z]))?|(?:[a-z]+[- ])?[a-z]+ (?:millimet(?:er|re)s?|mm|inch(?:es)?))`
const CENTRES = String.raw`cent(?:er|re)s?`

/** Turns of speech about where things stand, in the words of the grammar. */
export const ROWS: readonly Rewrite[] = [
  // `one in the centre and the others 70 mm either side of it`
  [
    new RegExp(
      String.raw`,?(?: with)? one (?:is )?(?:in|at|on) the (?:cent(?:er|re)|middle),? (?:and|with) (?:the )?(?:other(?:s| two| one)?|one|another) (?:at |is |are )?(${N}) (?:away )?(?:to |on |at )?(?:either|each|both) sides?(?: of (?:it|that|this|the (?:cent(?:er|re)|middle)(?: one)?))?`,
      'gi',
    ),
    (match) => `, ${match[1]} apart`,
  ],
  // A distance goes to the centre, said or not: `its centre 25 mm from the edge`, `slot centers 20 mm from …`, `centres 60 apart`.
  [
    new RegExp(
      String.raw`(?:\bwith )?\b(?:(?:its|their|the|all|hole|slot)['’]? )+(?:holes?['’]? |slots?['’]? )?${CENTRES}(?: (?:are|is|being|set|placed|located|lie|lies))*(?= (?:at )?${N} (?:in |down |up |away )*(?:from|off|apart)\b)`,
      'gi',
    ),
    () => ' ',
  ],
  [
    /,? ?\b(?:all )?(?:two|three|four|both)?(?: of them| holes| bores)? (?:crossing|meeting|intersecting) (?:each other )?(?:in|at) the (?:middle|cent(?:er|re))\b/gi,
    () => ' ',
  ],
  [new RegExp(String.raw`\b${CENTRES}(?= ${N} apart\b)`, 'gi'), () => ' '],
  // `60 mm between them (centres)`, `90 mm between hole centers`
  [
    new RegExp(
      String.raw`\b(${N}) between (?:(?:the|their|them|two|hole|holes|slot|slots)['’]? ?)*(?:\(?(?:on |at )?${CENTRES}\)?)`,
      'gi',
    ),
    (match) => `${match[1]} apart`,
  ],
  [
    /\b(from (?:the|all|its|both|each|every) (?:edge|side)s?)(?: in)? (?:both ways|both directions|each way|each direction|either way)\b/gi,
    (match) => match[1] ?? '',
  ],
  [/\b(?:in[- ]?line|all in line)\b(?! with)/gi, () => 'in a row'],
  [/\b(?:the )?long ways?\b/gi, () => 'lengthwise'],
  [
    /\b(?:the )?short ways?\b|\bstanding across\b|\b(?:set|laid|lying|turned) (?:across|crosswise)\b/gi,
    () => 'crosswise',
  ],
  // `leaving 15 mm at each end`, `stopping 15 mm short of both ends`, `to within 10 mm of each end`
  [
    new RegExp(
      String.raw`,? ?\b(?:and )?(?:leaving|stopping|stops|ending|ends|it stops|to within|running to within|up to)(?: about)? (${N})(?: (?:of )?(?:material|solid|metal|wood))?(?: short)? (?:at|of|from|before|on|off) (?:each|both|either|the two|the)(?: of the)? ends?\b`,
      'gi',
    ),
    (match) => ` end margin ${match[1]}`,
  ],
]
