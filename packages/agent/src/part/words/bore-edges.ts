import { LENGTH, type Rewrite } from './notation.ts'

const HOLLOW =
  /\b(?:tube|pipe|bush(?:ing)?|sleeve|spacer|ring|collar|washer|ferrule|coupl(?:er|ing)|standoff|hexagon|hub)s?\b/i
const WORK = '(chamfer|fillet|bevel)'
const BORE = '(?:bore|inside|inner diameter|id|through[- ]hole|central hole|hole)'
/** Which of its ends: by number, or by what is there. */
const ENDS = String.raw`(?: (?:at|on) (both ends|each end|one end|the top end|the ends?)\b| ((?:at|on|opposite) the (?:flange|head|collar|plain|free|other|far)(?: end| side)?)\b)?`

/** What is done to the mouths of a bore, of what is bored all the way: `the bore has a 1 mm chamfer at both ends`. */
export const BORE_EDGES: readonly Rewrite[] = [
  // `1 mm chamfer at the other end of the bore`
  [
    new RegExp(
      String.raw`(?<=${WORK} )(?:at|on) ((?:one|the other|each|the far|the flange|the plain) end|both (?:ends|rims|edges|mouths)) of the bore\b`,
      'gi',
    ),
    ({ 2: end = '' }) => `on the bore at ${end.replace(/rims|edges|mouths/i, 'ends')}`,
  ],
  // `The bore has a 1 mm chamfer at both ends`, `the bore is chamfered 1 mm at both ends`
  [
    new RegExp(
      String.raw`\b(?:the |its )?${BORE} (?:has|gets|is given|carries|with) an? (${LENGTH})(?: x 45 ?(?:°|deg\w*))? ${WORK}${ENDS}`,
      'gi',
    ),
    (match) => there(match, match[1], match[2], match[3] ?? match[4]),
  ],
  [
    new RegExp(
      String.raw`\b(?:the |its )?bore (?:is |to be )?(chamfer|bevel)(?:l?ed) (?:by |to )?(${LENGTH})${ENDS}`,
      'gi',
    ),
    (match) => there(match, match[2], match[1], match[3] ?? match[4]),
  ],
  // `1 mm chamfer on the bore at both ends`
  [
    new RegExp(
      String.raw`\b(${LENGTH}) ${WORK}s? (?:on|at|to|in) (?:the |its )?(?:bore|inside)${ENDS}(?! (?:edge|rim|top|bottom|corner))`,
      'gi',
    ),
    (match) => there(match, match[1], match[2], match[3] ?? match[4]),
  ],
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:internal|inside|inner) ${WORK}s?${ENDS}`, 'gi'),
    (match) => there(match, match[1], match[2], match[3] ?? match[4]),
  ],
]

function there({ 0: text, input }: RegExpExecArray, size = '', work = '', which = ''): string {
  if (!HOLLOW.test(input)) return text
  return `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${edgesAt(which, input)}`
}

function edgesAt(which: string, input: string): string {
  if (/one|top/i.test(which)) return 'the top inner edge'
  const away = /opposite|plain|free|other|far/i.test(which)
  // What has a flange stands on it.
  if (away) return HEADED.test(input) ? 'the top inner edge' : 'the bottom inner edge'
  return /flange|head|collar/i.test(which) ? 'the bottom inner edge' : 'the inner edges'
}
const HEADED = /\b(?:flange|head|collar|shoulder)/i
