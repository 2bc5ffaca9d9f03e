import { LENGTH, type Rewrite } from './notation.ts'

const HOLLOW = /\b(?:tube|pipe|bush(?:ing)?|sleeve|spacer|ring|collar|washer|ferrule|coupl(?:er|ing)|standoff)s?\b/i
const WORK = '(chamfer|fillet|bevel)'
const BORE = '(?:bore|inside|inner diameter|id|through[- ]hole|central hole|hole)'
const ENDS = String.raw`(?: (?:at|on) (both|each|one|the top|the) ends?)?`

/** What is done to the mouths of a bore, of what is bored all the way: `the bore has a 1 mm chamfer at both ends`. */
export const BORE_EDGES: readonly Rewrite[] = [
  // `The bore has a 1 mm chamfer at both ends`, `the bore is chamfered 1 mm at both ends`
  [
    new RegExp(
      String.raw`\b(?:the |its )?${BORE} (?:has|gets|is given|carries|with) an? (${LENGTH})(?: x 45 ?(?:°|deg\w*))? ${WORK}${ENDS}`,
      'gi',
    ),
    (match) => there(match, match[1], match[2], match[3]),
  ],
  [
    new RegExp(
      String.raw`\b(?:the |its )?bore (?:is |to be )?(chamfer|bevel)(?:l?ed) (?:by |to )?(${LENGTH})${ENDS}`,
      'gi',
    ),
    (match) => there(match, match[2], match[1], match[3]),
  ],
  // `1 mm chamfer on the bore at both ends`
  [
    new RegExp(
      String.raw`\b(${LENGTH}) ${WORK}s? (?:on|at|to|in) (?:the |its )?(?:bore|inside)${ENDS}(?! (?:edge|rim|top|bottom|corner))`,
      'gi',
    ),
    (match) => there(match, match[1], match[2], match[3]),
  ],
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:internal|inside|inner) ${WORK}s?${ENDS}`, 'gi'),
    (match) => there(match, match[1], match[2], match[3]),
  ],
]

const there = ({ 0: text, input }: RegExpExecArray, size = '', work = '', which = ''): string =>
  HOLLOW.test(input)
    ? `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${/one|top/i.test(which) ? 'the top inner edge' : 'the inner edges'}`
    : text
