import { LENGTH, type Rewrite } from './notation.ts'

const MODAL = "should|must|shall|will|would|needs? to|has to|have to|ought to|wants to|want to|is to|are to|'ll|may|can"
const COUNT = String.raw`(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}x?|m\d+)`
const SPOT = String.raw`(?:[^.;,:]|\.\d){0,40}?\b(?:holes?|slots?|slotted|bore|cut-?outs?)\b`

/** Verbs that say no more than *is* and *has*, and what a number stands in: rules behind need not know the others. */
export const PLAIN_VERBS: readonly Rewrite[] = [
  // `from the middle of it rises a 12 mm post`: no rise of a stair.
  [/\brises?(?: up)? (?=(?:an?|one|two|three|four|six|eight) )/gi, () => ''],
  // `that's 20 wide`: no letter of a table.
  [/\b(that|which|there|what|here)['’]s\b/gi, ({ 1: word = '' }) => `${word} is`],
  // `the width should be 40`, `the legs need to be 45 tall`
  [
    new RegExp(
      String.raw`\b(?:(?<=\b(?:width|height|length|depth|thickness|gap|radius|diameter) )(?:${MODAL}) be (?=${LENGTH}(?! apart))|(?:${MODAL}) (?:all |both |each )?(?:be|measure|stand|reach) (?=${LENGTH} (?:wide|tall|high|long|thick|deep)\b))`,
      'gi',
    ),
    ({ index, input }) => (/[^s]s $/i.test(input.slice(0, index)) ? 'are ' : 'is '),
  ],
  // `the upright carries two holes`
  [
    new RegExp(
      String.raw`(?<=[a-z] )(?:(?:${MODAL}) (?:have|get|carry|receive|take)|carr(?:y|ies)|receives?|gets?|is to have|are to have) (?=${COUNT} ${SPOT})`,
      'gi',
    ),
    () => 'has ',
  ],
  // `30 tall on the outside`
  [
    new RegExp(
      String.raw`\b(${LENGTH} (?:tall|high|wide|long|deep|across)),? (?:measured |taken )?(?:on|over|to|at|across) the (outside|inside)(?: faces?)?(?= ?(?:[,;.)]|$|and\b))`,
      'gi',
    ),
    ({ 1: size = '', 2: side = '' }) => `${size} ${side.toLowerCase()}`,
  ],
  // `feet that stick out 15 each side`: how long they are.
  [
    new RegExp(
      String.raw`\b(feet|foot|flanges?|ears?|tabs?|wings?|brims?|lugs|legs|arms)((?:,? (?:that|which|each|both|all))*) (?:(?:${MODAL}) )?(?:stick(?:s|ing)?|project(?:s|ing)?|extend(?:s|ing)?|reach(?:es|ing)?|go(?:es|ing)?|com(?:es?|ing)|stand(?:s|ing)?|jut(?:s|ting)?)(?: straight| horizontally| sideways)* out(?:wards?)?(?: by)? (${LENGTH})(?: (?:on |to )?(?:each|either|both|every) (?:sides?|way|end))?`,
      'gi',
    ),
    ({ 1: foot = '', 2: each = '', 3: size = '' }) => `${foot}${each} ${size} long`,
  ],
  // `2X Ø9 IN 75 LEG`: a place, and no inches.
  [
    new RegExp(
      String.raw`(?<=[Øø⌀] ?\d[\d.]*) in (?:the )?(?=${LENGTH} (?:long )?(?:leg|arm|flange|face|side|web)\b)`,
      'gi',
    ),
    () => ', in the ',
  ],
]
