import { LENGTH, type Rewrite } from './notation.ts'

// What is round, told stretch by stretch: `25 dia for 60, then 20 for 40`, `the first 30 mm is 35 OD`, `bored 45 x 25 deep from one end`.

const MARK = String.raw`[Øø∅⌀] ?|dia(?:meter)? `
const OF_ROUND = String.raw`(?:in )?dia(?:meter)?|o\.?d\.?|round|outside(?: dia(?:meter)?)?`
const WIDE = String.raw`(?:(?:${MARK})(${LENGTH})|(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))?)`
const ORDER = 'first|next|last|following|final|remaining|other|middle|bottom|lower|top|upper|second|third'
const LEAD = String.raw`(?:(?:and|then|followed by|next|finally|a|an|it is|is)[ ,]+)*`
const TURNED = String.raw`(?:(?:turned|stepped|reduced|machined|necked|brought|going)(?: down)? )?(?:to |at )?`
/** `25 mm dia for 60 mm`, `20 for the next 40 mm` */
const WIDE_FIRST = String.raw`${LEAD}${TURNED}${WIDE},? (?:for|over|along)(?: an?| the)?(?: length of)?(?: (?:${ORDER}))? (${LENGTH})(?: mm)?(?: (?:long|of length|of its length|of it|in length))?`
/** `the next 30 mm is 40 OD` */
const LONG_FIRST = String.raw`${LEAD}(?:the )?(?:${ORDER}) (${LENGTH})(?: mm)?(?: of (?:it|its length|the length))?(?: long)?,? (?:is|are|being|measures|has)? ?${WIDE}`
const STATION = String.raw`(?:${WIDE_FIRST}|${LONG_FIRST})`
const STATIONS = new RegExp(String.raw`(?<![\d.])${STATION}(?:(?: ?[,;])? ${STATION})+(?![\d.])`, 'gi')
const ROUND =
  /\b(?:shaft|spindle|axle|pin|turned|stepped|arbor|mandrel|roller|cylind\w*|round bar|bar|rod|adapt[eo]r|sleeve|bush(?:ing)?|spacer|spigot|plug|handle|leg|nozzle|hose|coupl\w+|dia(?:meter)?|od)\b|[Øø∅⌀]/i
const TURNED_NAMES =
  /\b(?:shaft|spindle|axle|pin|turned part|stepped (?:shaft|pin|rod|bar|cylinder|sleeve|spacer|bush)|arbor|mandrel|roller)\b/i

function stationsOf({ 0: text, index, input }: RegExpExecArray): string {
  // Of what is drilled or flat these are other things.
  if (!ROUND.test(input) || /\b(?:hole|bored?|drill\w*|slot|pcd|groove)\b[^,;.]*$/i.test(input.slice(0, index)))
    return text
  // `first 20 turned to 25` of a bar with a diameter is a stretch of it.
  if (/^(?:turned|stepped|reduced|machined|necked)/i.test(text.trim())) return text
  const steps = [...text.matchAll(new RegExp(STATION, 'gi'))].map(([, a, b, long, other, c, d]) =>
    long === undefined ? [c ?? d, other] : [a ?? b, long],
  )
  const head = TURNED_NAMES.test(input.slice(0, index)) ? '' : ' stepped shaft'
  return `${head} ${steps.map(([wide, long]) => `, step ⌀ ${wide} x ${long} long`).join(' ')}`
}

const END = String.raw`(?:the )?(one|other|same|that|left|right|top|bottom|front|back|opposite|far|near|free)(?:[- ]hand)?(?: (?:end|face|side))?`
const FROM_END = new RegExp(
  String.raw`(?:,? ?(?:and |then |and then )*)(?:(?:turn|turned|step|stepped|reduce|reduced|machine|machined)(?: down)? )?(?:to )?(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))?,? (?:for|over) (?:a length of |the )?(${LENGTH})(?: mm)?(?: long)? (?:from|at|on) ${END}`,
  'gi',
)
const LOW: ReadonlySet<string> = new Set(['left', 'bottom', 'other', 'opposite', 'back', 'far'])

/** `Turn Ø40 for 50 mm from the right face, then Ø30 for 30 mm from the same face`: each is so far from its end. */
function fromEnd({ 0: text, 1: wide, 2: long, 3: end = '', input, index }: RegExpExecArray): string {
  if (!ROUND.test(input) || /^\s*(?:please )?(?:turn|machine|step|reduce|neck)\b/i.test(input)) return text
  if (/\bbored?:? ?$/i.test(input.slice(0, index))) return text
  const before = [...input.matchAll(FROM_END)].filter((one) => one.index < index)
  const own = (which: string) => which.toLowerCase()
  const named = ['same', 'that'].includes(own(end))
    ? own(before.findLast(([, , , e]) => !['same', 'that'].includes(own(e ?? '')))?.[3] ?? '')
    : own(end)
  return `, stepped to ${wide} for the ${LOW.has(named) ? 'first' : 'last'} ${long}`
}

const BORED = String.raw`(?:counter)?bored?(?: out)?(?: to)?|drilled?(?: to)?|recessed?|hollowed`
/** One of several bores, each from an end. */
const BORE_WIDE = String.raw`(?:(?:${BORED}|and|then|,) ?)*(?:an? )?(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:dia(?:meter)?|hole|bore|recess|counterbore))*`
const BORE = String.raw`${BORE_WIDE},? (?:x |× |for |to |by |to a depth of )?(${LENGTH})(?: mm)?(?: (?:deep|long|depth))?,? (?:from|in|at|into) ${END}`
/** `bore 5 mm from one end 15 deep` */
const BORE_FROM = new RegExp(
  String.raw`(?:,|;|\band\b)? ?\bbored?:? (?:${MARK})?(${LENGTH})(?: mm)?(?: dia(?:meter)?)? (?:from|in|at) ${END},? (?:to a depth of )?(${LENGTH})(?: mm)?(?: deep)?`,
  'gi',
)
const BORES = new RegExp(String.raw`\b(?:${BORED}):? ${BORE}(?:(?: ?[,;])? (?:and |then )*${BORE})+`, 'gi')
const END_BORED = new RegExp(
  String.raw`(?:,|;|\band\b)? ?(?:${END}|(?:with )?(both|each|either) ends?) (?:is |are )?(?:${BORED}),? (?:an? )?(?:${MARK})?(${LENGTH})(?: mm)?(?: dia(?:meter)?)?,? (?:x |× |for |to |by |to a depth of )?(${LENGTH})(?: mm)?(?: deep)?`,
  'gi',
)
const blind = (wide = '', long = '', end = ''): string =>
  `, with a ${wide} hole ${long} deep from ${EACH.has(end.toLowerCase()) ? 'each end' : LOW.has(end.toLowerCase()) ? 'the other end' : 'one end'}`
const EACH: ReadonlySet<string> = new Set(['both', 'each', 'either'])

export const STATION_WORDS: readonly Rewrite[] = [
  [
    BORES,
    ({ 0: text, input }) =>
      ROUND.test(input)
        ? `${[...text.matchAll(new RegExp(BORE, 'gi'))].map(([, wide, long, end]) => blind(wide, long, end)).join(' ')} `
        : text,
  ],
  [
    END_BORED,
    ({ 0: text, 1: end, 2: both, 3: wide, 4: long, input }) =>
      ROUND.test(input) ? blind(wide, long, both ?? end) : text,
  ],
  [BORE_FROM, ({ 0: text, 1: wide, 2: end, 3: long, input }) => (ROUND.test(input) ? blind(wide, long, end) : text)],
  // `Ø30 through the rest`, `a 30 diameter hole in between`: the bore that is left.
  [
    new RegExp(
      String.raw`(?<=\bdeep from (?:one|the other) (?:end|side) ?)[,;]? (?:and |then )*(?:an? )?(?:bored? )?(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:dia(?:meter)?|hole|bore))*(?: (?:through(?: the (?:rest|middle|remainder))?|(?:for )?the (?:rest|remainder)(?: of (?:the way|it|its length))?|(?:in )?between(?: them)?|right through|all the way through))+`,
      'gi',
    ),
    (match) => `, with a ${match[1]} through hole`,
  ],
  // `a hole 12 mm, 30 deep, from the back` of what is turned: along its axis.
  [
    new RegExp(
      String.raw`\b(?:bored?|hole|recess|pocket) (?:${MARK})?(${LENGTH})(?: mm)?(?: dia(?:meter)?)?,? (?:x |× |by )?(${LENGTH})(?: mm)? deep,? (?:from|in|at|into) (?:the )?(back|rear|front|left|right)(?: end| face)?`,
      'gi',
    ),
    ({ 0: text, 1: wide, 2: long, 3: end, input }) => (TURNED_NAMES.test(input) ? blind(wide, long, end) : text),
  ],
  // `first 20 mm turned to 25`
  [
    new RegExp(
      String.raw`(?:the )?(first|last|end|final|top|bottom|upper|lower) (${LENGTH})(?: mm)?(?: of (?:it|its length|the length|the shaft)| (?:of|at|on) (both|each) ends?)?,? (?:is |are |being )?(?:turned|stepped|reduced|machined|necked)(?: down)? (?:to )?(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))?`,
      'gi',
    ),
    ({ 0: text, 1: which = '', 2: long, 3: both, 4: wide, input }) =>
      ROUND.test(input)
        ? `${both ? ', both ends ' : ''}stepped to ${wide} for the ${/^(?:first|bottom|lower)$/i.test(which) ? 'first' : 'last'} ${long}`
        : text,
  ],
  // `stepped bore: 50 dia for 5 mm, then 42 dia the rest of the way`
  [
    new RegExp(
      String.raw`\b(?:stepped|two[- ]step) bore(?: of)?:? ${WIDE},? (?:for|x|×|to a depth of|over) (?:the first )?(${LENGTH})(?: mm)?(?: deep)?,? (?:and |then )*${WIDE},? (?:for )?(?:the (?:rest|remainder)|through)(?: of (?:the way|it|its length))?`,
      'gi',
    ),
    (match) => blind(match[1] ?? match[2], match[3], 'one') + `, with a ${match[4] ?? match[5]} through hole`,
  ],
  // `bored 12, 30 deep from the back, and 4 mm the rest of the way`
  [
    new RegExp(
      String.raw`,? ?(?:and |then )*(?:an? )?(?:bored? |drilled? )?(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:dia(?:meter)?|hole|bore))*,? (?:for |through )*the (?:rest|remainder|remaining length)(?: of (?:the way|it|its length|the length))?(?: through)?(?<=\b(?:bored?|hole|pocket|recess|drill\w*|seat)\b[\s\S]*)`,
      'gi',
    ),
    ({ 0: text, 1: wide, input }) => (ROUND.test(input) ? `, with a ${wide} through hole` : text),
  ],
  [FROM_END, fromEnd],
  [STATIONS, stationsOf],
  // `with a 10 mm flat top`
  [
    new RegExp(
      String.raw`\b(?:with )?(?:an? )?(?:(${LENGTH})(?: mm)?(?: (?:dia(?:meter)?|wide))? flat (?:top|end|tip|point)|flat (?:top|end|tip) (?:of )?(?:${MARK})?(${LENGTH}))(?: (?:in )?dia(?:meter)?| across| wide)?(?<=\b(?:cone|conical|frustum|taper\w*)\b[\s\S]*)`,
      'gi',
    ),
    (match) => `top diameter ${match[1] ?? match[2]}`,
  ],
  // `40 mm dia at the top tapering to 30 mm at the bottom`
  [
    new RegExp(
      String.raw`(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))? at (?:the |its )?(top|bottom|base),? (?:and |then )*(?:tapering|tapers|narrowing|narrows|widening|flaring|tapered)(?: down| out| in)? to (?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))? at (?:the |its )?(?:top|bottom|base|tip)`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: where = '', 3: second, input }) =>
      /\b(?:square|rectangular)\b/i.test(input)
        ? text
        : `${where.toLowerCase() === 'top' ? 'top' : 'bottom'} diameter ${first} , ${where.toLowerCase() === 'top' ? 'bottom' : 'top'} diameter ${second}`,
  ],
  // `30 OD at one end, 20 OD at the other`: it narrows.
  [
    new RegExp(
      String.raw`(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))? at (?:one|the (?:large|larger|big|bigger|wide|wider|thick|bottom|lower)) end,? (?:and |to |tapering to |down to )*(?:${MARK})?(${LENGTH})(?: mm)?(?: (?:${OF_ROUND}))? at the (?:other|small|smaller|narrow|thin|top|upper)(?: end)?\b`,
      'gi',
    ),
    ({ 0: text, 1: low, 2: high, input }) =>
      (ROUND.test(input) && /\btaper/i.test(input)) || /\b(?:cone|conical|transition|reduc\w+)\b/i.test(input)
        ? `bottom diameter ${low} , top diameter ${high}`
        : text,
  ],
]
