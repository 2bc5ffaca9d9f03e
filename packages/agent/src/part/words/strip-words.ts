import { LENGTH, type Rewrite } from './notation.ts'

const FLAT = '(?:flat(?: bar| strip| steel| stock)?|strip|sheet|strap)'
/** What is folded with square corners from something flat. */
const FOLDED = new RegExp(
  String.raw`\b(?:square|sharp) (?:bends|corners|folds)\b|\b(?:(?:bent|folded|made|formed|out) )?(?:from|of|out of) (?:[^.;,]|\.\d){0,24}\b${FLAT}\b|\b(?:bent|folded|${LENGTH}) (?:thick )?(?:metal |steel )?strip\b|\b(?:${FLAT}|hook),? ${LENGTH} ?[x×] ?${LENGTH}(?! ?[x×])`,
  'i',
)
const NAMED = (names: string) => new RegExp(String.raw`\b(?:${names})\b[ :=]*${LENGTH}|\b${LENGTH} (?:${names})\b`, 'i')
const OUT = 'sticks out|sticking out|projects|projecting|projection|reach|reaches|reaching'
const [BACK, SEAT, LIP] = [
  NAMED('back|upright'),
  NAMED(`arm|bottom|seat|base|out|depth|${OUT}`),
  NAMED('lip|front lip|front|upturn|nose|tip'),
]
/** A hook comes up again at its end, whether that is said or not, and stands as high as it is tall. */
const HOOKED = /^(?![^.;:\d]*\bl\b)[^.;,:\d]*\bhook\b/i
const TALL = new RegExp(String.raw`\b${LENGTH} (?:tall|high)\b`, 'i')
const DEEP = new RegExp(String.raw`\b${LENGTH} deep\b`, 'i')
const LEGS = new RegExp(
  String.raw`\bbase (${LENGTH}),? (?:with )?one (?:leg|side) (${LENGTH})(?:,| and)* (?:the )?other (?:leg |side )?(${LENGTH})`,
  'i',
)

/** `3 thick, 25 wide`: a section that is no rod's. */
const SECTION = /(?=[^]*\d(?: ?mm| ?in| ?")? thick\b)(?=[^]*\d(?: ?mm| ?in| ?")? wide\b)/i
const THEN = String.raw`,? (?:and |then |with |an? |goes |comes |turns )*`
/** `60 up the wall, 40 out, 15 up`: one side after the other. */
const WAYS = new RegExp(
  String.raw`\b(${LENGTH}) (?:long )?(?:up|down|against|on|along)(?: the (?:wall|back|door|rail|board))?${THEN}(${LENGTH}) (?:straight )?(?:out(?:wards?)?|forwards?|(?:across|along|at) the (?:bottom|base))(?: from the (?:wall|back))?${THEN}(${LENGTH}) (?:back )?(?:up(?:wards?)?|tip|lip|upturn)(?: (?:(?:at|on) )?the (?:front|end|tip))?\b`,
  'gi',
)

const isJ = ({ input }: RegExpExecArray): boolean =>
  (FOLDED.test(input) || SECTION.test(input) || /^(?:an? )?j\b/i.test(input)) &&
  !/\b(?:rod|wire|tube|pipe|plate)\b/i.test(input) &&
  (LEGS.test(input) ||
    (BACK.test(input) && SEAT.test(input) && LIP.test(input)) ||
    (HOOKED.test(input) && (BACK.test(input) || TALL.test(input)) && (SEAT.test(input) || DEEP.test(input))))
const ofJ =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    /^(?:j|hook) strip\b/i.test(match.input) ? put(match) : match[0]
const ofZ =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    /\bz bracket\b/i.test(match.input) ? put(match) : match[0]

/** Strip folded with square corners, told side by side: a J by its back, bottom and lip, a crank by its two ends and its step. */
export const STRIP_WORDS: readonly Rewrite[] = [
  // `end turned up 15`
  [
    new RegExp(
      String.raw`\b(?:the |its |with )*(?:end|tip|front|nose) (?:is )?(?:turned|bent|folded) (?:back )?up(?: by)? (${LENGTH})`,
      'gi',
    ),
    ({ 0: text, 1: lip = '', input }) => (HOOKED.test(input) && FOLDED.test(input) ? `lip ${lip}` : text),
  ],
  [
    WAYS,
    (match) =>
      /\b(?:hook|clip|hanger|holder)\b/i.test(match.input)
        ? `back ${match[1]} , bottom ${match[2]} , lip ${match[3]}`
        : match[0],
  ],
  [
    /^(?:an? )?(?:[a-z-]+ ){0,3}(?:hook|clip|hanger|holder|bracket|j[- ]?(?:channel|profile|section|trim))\b(?: (?:strip|flat)\b(?! bar| steel))?/gi,
    (match) => (isJ(match) ? (HOOKED.test(match.input) ? 'hook strip' : 'j strip') : match[0]),
  ],
  // `clip …: base 50, one leg 30, the other 15`: the longer one is its back.
  [
    new RegExp(LEGS.source, 'gi'),
    ofJ(({ 1: base = '', 2: one = '', 3: other = '' }) =>
      Number.parseFloat(one) >= Number.parseFloat(other)
        ? `bottom ${base} , back ${one} , lip ${other}`
        : `bottom ${base} , lip ${one} , back ${other}`,
    ),
  ],
  // Which way its sides go is told by their names.
  [
    / ?\(outside\)|\b(?:straight )?out(?: from (?:the |its )?(?:wall|back))?(?: at (?:the|its) (?:bottom|foot|lower end))?(?= ?(?:[,;.(]|$))(?<=\b(?:arm|bottom)(?: leg)? \d[^,;]*)/gi,
    ofJ(() => ''),
  ],
  [
    new RegExp(
      String.raw`\b(?:and |it |that |which )*(?:${OUT})(?: out)?(?: by| is| of|:)?(?= ?\d)|(?<=\d(?: ?mm)? )(?:${OUT})\b`,
      'gi',
    ),
    ofJ(() => 'bottom leg'),
  ],
  [new RegExp(String.raw`\b(?:then )?(?:an? )?(lip ${LENGTH}) up\b`, 'gi'), ofJ(({ 1: lip = '' }) => lip)],
  [/\b(?:arm|bottom|(?:hook )?depth)(?= ?[:=]? ?\d)|(?<=\d(?: ?mm)? )(?:arm|bottom|out)\b/gi, ofJ(() => 'bottom leg')],
  [/\bupright\b|\bback\b(?! (?:leg|plate|edge|side|and))/gi, ofJ(() => 'back leg')],
  [
    /\b(?:front |upturned )?(lip|front|tip|nose)(?: (?:turned|bent|turning) up)?(?: at the front)?(?= ?(?:[,;.]|\d|$|and\b))/gi,
    ofJ(() => 'front lip'),
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:bent |folded |made |formed )?(?:(?:from|out of|of) (?:an? )?(?:${FLAT} )?|(?<!^(?:hook|j) )${FLAT},? |(?<=^(?:hook|j) strip,? ))(${LENGTH}) ?[x×] ?(${LENGTH})(?: ${FLAT})?\b`,
      'gi',
    ),
    ofJ(({ 1: wide = '', 2: thick = '' }) => ` , ${wide} wide , ${thick} thick`),
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:bent |folded |made |formed )?(?:from|out of|of) (?:an? )?(${LENGTH}) (?:thick )?${FLAT}\b`,
      'gi',
    ),
    ofJ(({ 1: thick = '' }) => ` , ${thick} thick`),
  ],
  [/,? ?\b(?:all )?(?:outside|external|outer) (?:dimensions?|sizes?|measurements?|lengths?)\b/gi, ofJ(() => '')],
  // `20 and 50 mm below its top end`
  [
    new RegExp(
      String.raw`\b(${LENGTH}(?:(?:,| and) ${LENGTH})*) (?:below|down from|under) (?:its|the) (?:top|upper) (?:end|edge)`,
      'gi',
    ),
    ofJ(({ 1: far = '' }) => `${far} from the top end`),
  ],
  // `Crank a 30 x 4 flat bar: 60 along the bottom, 24 up, 50 along the top`
  [
    new RegExp(
      String.raw`^(?:an? )?crank(?:ed)? (?:an? )?(${LENGTH}) ?[x×] ?(${LENGTH}) ${FLAT}[:,]|^(?:an? )?cranked ${FLAT}[:,]? (${LENGTH}) ?[x×] ?(${LENGTH})`,
      'gi',
    ),
    (match) => `z bracket , ${match[1] ?? match[3]} wide , ${match[2] ?? match[4]} thick ,`,
  ],
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:long )?(?:along|at|on) the (bottom|top)\b`, 'gi'),
    ofZ(({ 1: size = '', 2: end = '' }) => `${end} flange ${size}`),
  ],
  [new RegExp(String.raw`\b(${LENGTH}) up\b(?! to)`, 'gi'), ofZ(({ 1: size = '' }) => `${size} high`)],
]
