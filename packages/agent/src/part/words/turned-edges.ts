import { LENGTH, type Rewrite } from './notation.ts'

const TURNED =
  /\b(?:shaft|spindle|axle|pin|peg|bolt|screw|stud|turned|stepped|arbor|mandrel|roller|punch|knob|plunger|piston|valve|handle|foot|bush(?:ing)?|spigot|stem|rod|round bar|cylinder|collar|hub|disc|disk|ring|washer|tube|pipe|spacer|sleeve|rivet|shank|journal)s?\b|[Øø∅⌀]|\bdia(?:meter)?\b/i
const FLAT = /\b(?:plate|bracket|block|box|enclosure|lid|tray|panel)\b/i
const HOLLOW = /\b(?:bush(?:ing)?|sleeve|tube|pipe|collar|spacer|ring)s?\b/i
const WHOSE = String.raw`(?: (?:of|on) (?:the|its|each) (?:(?:[Øø∅⌀] ?)?\d[\d.]*(?: ?mm)? )?(?!hole|bore|slot|keyway|pocket)[a-z]+)?`
const SIDES = String.raw`(?:(?:free|outer|outside|exposed|top|bottom|upper|lower|left|right|other|small|smaller|thin|thinner|large|larger|thick|thicker|threaded|shank|head|flange|base|hand) )*`
const END = String.raw`(?:ends?|edges?|rims?|tip|shoulders?)`
/** `the free end of the shank`, `both ends`, `top edge of the base`. */
const PLACE = String.raw`((?:the |its |both |each |all |one )*(?:of the )?${SIDES}${END}${WHOSE})`
const SIZE = String.raw`(?:R ?)?(${LENGTH})(?: ?[x×@] ?45 ?(?:°|deg(?:rees?)?)?| at 45 ?(?:°|deg(?:rees?)?))?`
const WORK = '(chamfer|fillet|bevel|radius|rounding)s?'
const WORKED = String.raw`(chamfered|bevell?ed|rounded|radiused|filleted)(?: off| over)?`
const OF = String.raw`(?:,? (?:of |by |to |at |with )?(?:an? )?)`

/** What is done to an end or a rim of what is turned, told of that end: `the free end has a 1 mm chamfer`, `chamfer the tip 1 mm`. */
export const TURNED_EDGES: readonly Rewrite[] = [
  // `a hole at half width`, `halfway up the bore`: of what is round there is only one middle along it.
  [
    /\b(?:at (?:half|mid)[- ]?(?:way )?(?:(?:of )?(?:its|the) )?(?:length|width|height)|(?:half|mid)[- ]?way (?:up|down|along) (?:the |its )?(?:bore|tube|pipe|shaft|pin|bar|rod|length|height|wall|side|body)|(?:half|mid)[- ]?way(?= ?(?:[.,;]|$)))/gi,
    ({ 0: text, input }) => (TURNED.test(input) && !FLAT.test(input) ? 'in the middle' : text),
  ],
  // `both ends centre drilled 3 mm x 6 deep`
  [
    new RegExp(
      String.raw`\bboth ends (?:are |to be )?(?:cent(?:re|er)[- ]?)?drilled (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)?,? ?(?:x |by |and |to )?(?:a depth of )?(${LENGTH})(?: deep)?`,
      'gi',
    ),
    ({ 1: wide, 2: deep }) => `${wide} hole ${deep} deep in both ends`,
  ],
  // `a 2 mm oil hole`, `14 mm wrist pin hole`: through its wall, and none along its axis.
  [
    /\b(?:(oil|grease|lubrication|lube)|clamp(?:ing)? screw|(wrist|gudgeon)[- ]pin) hole\b/gi,
    ({ 0: text, 1: oil, 2: pin, input }) => {
      if (!TURNED.test(input) || FLAT.test(input)) return text
      return pin ? 'cross hole' : oil && !HOLLOW.test(input) ? text : 'radial hole'
    },
  ],
  // `on the inner top edge`
  [/\b(?:inner|internal) (?=(?:top|bottom|upper|lower) (?:edge|rim)s?\b)/gi, () => 'inside '],
  // `the outer top edge of the flange`: outside is where an edge of it is.
  [
    /\b(?:outer|outside) (?=(?:top|bottom|upper|lower) (?:edge|rim) of (?:the |its )?(?!bore|hole)[a-z]+)/gi,
    ({ 0: text, input }) => (TURNED.test(input) && !FLAT.test(input) ? '' : text),
  ],
  // `on the top inside edge a chamfer of 1 mm`: where, before what.
  [
    new RegExp(
      String.raw`\b(?:on|at|along|around) (the (?:(?:top|bottom|upper|lower|inside|inner|outside|outer|front|back) )+(?:edge|rim)s?(?: of the [a-z]+)?),? (?:put |add |cut |goes |there is |is |comes )?(?:an? )?(?:${SIZE} ${WORK}|${WORK} (?:of )?${SIZE})`,
      'gi',
    ),
    ({ 0: text, 1: place, 2: before, 3: work, 4: other, 5: behind, input }) =>
      at(text, input, place, before ?? behind, work ?? other),
  ],
  // `0.5 x 45° both ends outside`, `chamfer 0.5 mm outside both ends`: the edges that a turned end has anyhow.
  [
    /(?<=(?:45 ?(?:°|deg\w*)|\bchamfer\w*)(?:[^.;\n]|\.\d){0,16}?)[, ]*\b(?:(?:on the )?(?:outside|outer|external)(?: edges?)?,? (?:on|at|of)? ?(both|each) ends|(both|each) ends?,? (?:outside|external(?:ly)?)(?: only)?)\b/gi,
    (match) => ` on ${match[1] ?? match[2]} ends`,
  ],
  // `at the free end of the thinner part`
  [
    /\b(?:free |outer )?end of the (?:thin|small|narrow)(?:n?er|est|n?est)? (?:part|section|step|diameter|portion)\b/gi,
    () => 'free end',
  ],
  // `the free end has a 1 x 45° chamfer`, `both ends with 1 mm chamfers`
  [
    new RegExp(
      String.raw`(?<=^|[.;,:\n] ?|\band )${PLACE},? (?:(?:should |must |shall |to )?(?:has|have|gets?|get|with|is given|are given|be given|carr(?:y|ies)) |: ?)(?:an? )?${SIZE} ${WORK}\b(?! (?:on|at|around))`,
      'gi',
    ),
    ({ 0: text, 1: place, 2: size, 3: work, input }) => at(text, input, place, size, work),
  ],
  // `the end of the stud has a chamfer of 1 mm`
  [
    new RegExp(
      String.raw`(?<=^|[.;,:\n] ?|\band )${PLACE},? (?:has|have|gets?|with|is given|are given) (?:an? )?${WORK}(?: radius| size)? of ${SIZE}`,
      'gi',
    ),
    ({ 0: text, 1: place, 2: work, 3: size, input }) => at(text, input, place, size, work),
  ],
  // `top edge of the head rounded 2 mm`, `both ends chamfered 1 x 45°`
  [
    new RegExp(
      String.raw`(?<=^|[.;,:\n] ?|\band )${PLACE},? (?:(?:is|are|to be|being) )?${WORKED}${OF}${SIZE}(?: (?:chamfer|radius|fillet)s?)?`,
      'gi',
    ),
    ({ 0: text, 1: place, 2: work, 3: size, input }) => at(text, input, place, size, work),
  ],
  // `chamfer the free end 1 mm`, `break the end of the shank with a 1 mm chamfer`
  [
    new RegExp(
      String.raw`\b(chamfer|bevel|round|radius|fillet|break)(?: off| over)? ${PLACE} (?:(?:of|by|to|at|with) )?(?:an? )?${SIZE}(?: (?:chamfer|radius|fillet)s?)?`,
      'gi',
    ),
    ({ 0: text, 1: work, 2: place, 3: size, input }) =>
      at(text, input, place, size, /^break/i.test(work ?? '') && !/radius|fillet/i.test(text) ? 'chamfer' : work),
  ],
]

function at(text: string, input: string, place = '', size = '', work = ''): string {
  if (!TURNED.test(input) || FLAT.test(input)) return text
  return `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${place}`
}
