import { LENGTH, type Rewrite } from './notation.ts'

const AT_45 = String.raw`(?: ?[x×] ?45\b(?: ?°| ?deg(?:rees?)?)?)?`
const EDGES = String.raw`((?:all |the |its |four |sharp |outer |outside |external |top |bottom |upper |lower |vertical )*(?:edges?|corners?))`

/** A whole end that is round, and not its edges: `full radius one end`, `the right end rounded R15`. */
const ROUNDED = String.raw`(?:(?:is|being|fully|completely|full|half) ?)*(?:rounded|radiused|round|semi-?circular|half[- ]?round|(?:full |complete )?radius)(?: off| over)?`
const TO_RADIUS = String.raw`(?:(?:,(?= ?\(?R))? ?\(?(?:to |with |by |of )?(?:an? )?(?:(?:full |complete )?radius(?: of)? ?|R ?)?(${LENGTH})?(?: (?:full |complete )?radius)?\)?)`
const END = String.raw`(?:the |its |an? )?(one|left|right)(?:[- ]hand)? (?:short )?end`
const END_FIRST = new RegExp(
  String.raw`(?<!\b(?:at|on|in|from|near|to|of) )(?:,? ?\bwith )?\b${END},? (?:with |has |having )?(?:an? )?${ROUNDED}${TO_RADIUS}(?! ?(?:x|×|long|dia|mm|corners?|edges?))`,
  'gi',
)
const END_LAST = new RegExp(
  String.raw`(?:,? ?\bwith )?(?:\b(?:an? )?${ROUNDED}${TO_RADIUS} (?:(?:at|on) )${END}(?: only)?(?:,? ?\(?(?:with |to )?(?:an? )?(?:R ?|radius (?:of )?)(${LENGTH})\)?)?|\bfull(?:y)? radius one end\b|\b(?:with )?one (?:fully? )?round(?:ed)? end\b)`,
  'gi',
)
/** Told with three sizes, or as stock that has them: an end of it is seen from above. */
const SQUARE =
  /\b(?:block|plate|brick|bar|strip|tag|slab|cuboid|plank|rectangle|spacer|bracket|riser|ruler|template|sheet|strap|shim|tab)\b/i
const OTHERWISE =
  /\b(?:lever|link|arm|rod|dowel|pin|shaft|round bar|leg|legs|upright|flange|hook|clevis|lug|ear|ears|handle|tube|slot|cylinder|shank)s?\b/i
const roundEnd = (text: string, input: string, which = 'one', radius?: string): string =>
  !SQUARE.test(input) || OTHERWISE.test(input)
    ? text
    : `, ${/left/i.test(which) ? 'left' : 'right'} end round${radius ? ` , corner radius ${radius}` : ''} `

const CHOSEN = String.raw`((?:(?:all|the|its|their|both|four|two|one|each|every|of|sharp|exposed|outer|outside|external|inner|top|bottom|upper|lower|front|back|rear|left|right|long|short|vertical|upright|horizontal|only|just)(?: of)? )*(?:edges?|rims?)(?: only)?)`
const WORK = String.raw`(fillet|round|radius|soften|chamfer|bevel|filleted|rounded|radiused|chamfered|bevell?ed)`
/** Behind a comma only a number that says it is one, or that nothing follows. */
const COMMA = String.raw`,(?= (?:R ?\d|(?:r|radius|size) |${LENGTH}(?: radius)?(?:[.,;]| and |$)))`
const BY_HOW_MUCH = String.raw`(?:${COMMA})?(?: (?:by|with|to|using|at))?(?: an?)?(?: (?:fillet|chamfer|radius|size|distance))*(?: (?:of|is))? ?(?:R ?)?(${LENGTH}(?![\d.]| ?(?:°|deg))(?: ?(?:x|×) ?45 ?(?:°|deg(?:rees?)?))?)(?: (?:radius|fillets?|chamfers?|rounds?))?(?! ?[x×])`
const PLACED = /\b(?:top|bottom|upper|lower|front|back|rear|left|right|long|short|horizontal)\b/i

interface Worked {
  work: string
  edges: string
  size: string
  /** The grammar reads it as it is. */
  plain: boolean
}
const worked = (text: string, { work, edges, size, plain }: Worked): string =>
  plain
    ? text
    : `${size && `${size} `}${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${edges.replace(/\b(?:only|just) ?/gi, '')}`

/** What is done to edges, in the order of drawings: how much, and on what. */
export const EDGE_SENTENCES: readonly Rewrite[] = [
  // `Round the top edge with R3`: a work, and not where something is.
  [
    /(?:^|(?<=[.;\n] ?|\b(?:and|then|also|please|now) ))round(?: off| over)?(?= (?:only )?(?:the|all|its|each|every|both)\b[^.;]*(?:\d|$))/gi,
    () => 'fillet',
  ],
  // `one end rounded (half circle)`, `one end a full R25 radius`, `round both ends fully`
  [
    /\b(round(?:ed)?) ?\((?:a )?(?:half[- ]circle|semi-?circ(?:le|ular)|full(?:y)?(?: radius| round)?)\)/gi,
    ({ 1: round = '' }) => round,
  ],
  [new RegExp(String.raw`\bfull R ?(${LENGTH}) radius\b`, 'gi'), ({ 1: radius = '' }) => `full radius R${radius}`],
  [
    /\b(?:round (?:off )?both ends(?: fully| full)?|both ends (?:are )?(?:(?:fully|full) )?(?:rounded|round|radiused)\b(?: fully)?|(?:make |both |the |its )+ends (?:fully|full) (?:rounded|round|radiused)\b)(?! (?:to|with|R ?\d|\d))/gi,
    () => 'fully rounded ends',
  ],
  [
    /\bfrom the (round(?:ed)?|radiused|square|straight) end\b/gi,
    ({ 0: text, 1: which = '', input }) =>
      /\bone end\b/i.test(input) && SQUARE.test(input) ? `from the ${/^r/i.test(which) ? 'right' : 'left'} end` : text,
  ],
  [END_LAST, ({ 0: text, 1: before, 2: which, 3: behind, input }) => roundEnd(text, input, which, before ?? behind)],
  [END_FIRST, ({ 0: text, 1: which, 2: radius, input }) => roundEnd(text, input, which, radius)],
  [/\bexterior (?=(?:vertical |upright |top |bottom |horizontal )*(?:edges?|corners?)\b)/gi, () => 'outside '],
  // `fillet 5 in the inside corner`: so large, and no inches
  [
    /\b(fillet|chamfer|radius) (?:of )?R?(\d+(?:\.\d+)?)(?: ?mm)? (?=(?:in|at) the (?:inside|inner|junction|bend)\b)/gi,
    ({ 1: work, 2: size }) => `${size} mm ${work} `,
  ],
  // `fillet edges by 2 mm`, `round only the top edges, radius 4`, `rounded top edges R4`
  [
    new RegExp(
      String.raw`\b${WORK}(?: off| over| down)? ${CHOSEN}(?: of (?:it|the (?:plate|block|part|box|cube|body)))?${BY_HOW_MUCH}`,
      'gi',
    ),
    ({ 0: text, 1: work = '', 2: edges = '', 3: size = '' }) =>
      worked(text, { work, edges, size, plain: !PLACED.test(edges) && !/ (?:by|with|to|using|at) /i.test(text) }),
  ],
  // `4 mm rounded top edges`
  [
    new RegExp(String.raw`(?<![x×] ?)\b(${LENGTH})(?: radius)? ${WORK}(?: off| over)? ${CHOSEN}`, 'gi'),
    ({ 0: text, 1: size = '', 2: work = '', 3: edges = '' }) =>
      worked(text, { work, edges, size, plain: !PLACED.test(edges) }),
  ],
  // `break all sharp edges 0.5`, `all edges broken 0.5 x 45`
  [
    new RegExp(
      String.raw`\b(?:break|ease|deburr) ${EDGES}(?: (?:by|to|at|with))?(?: an?)? (${LENGTH})${AT_45}(?: chamfers?)?(?! ?(?:radius|rounds?|fillets?))`,
      'gi',
    ),
    ({ 1: edges = '', 2: size = '' }) => `${size} chamfer on ${edges}`,
  ],
  [
    new RegExp(
      String.raw`\b${EDGES}(?: (?:are|to be))? (?:broken|eased|deburred)(?: (?:by|to|at|with))?(?: an?)? (${LENGTH})${AT_45}(?: chamfers?)?(?! ?(?:radius|rounds?|fillets?))`,
      'gi',
    ),
    ({ 1: edges = '', 2: size = '' }) => `${size} chamfer on ${edges}`,
  ],
  // `5 mm rounds on its vertical corners`
  [
    new RegExp(String.raw`\b(${LENGTH})(?: radius)? rounds? (?=(?:on|at|in|to) )`, 'gi'),
    (match) => `${match[1]} fillets `,
  ],
  // `break the bottom edge of the hole with a 1 mm chamfer`
  [
    new RegExp(
      String.raw`\bbreak (?:the )?((?:top |bottom |upper |lower )?(?:edge|rim)s? of (?:the |each |every |all (?:the )?|(?:the )?(?:two|three|four|five|six|eight) )?(?:hole|bore|slot|pocket)s?) (?:with|by) (?:an? )?(${LENGTH}) chamfers?`,
      'gi',
    ),
    (match) => `chamfer the ${match[1]} ${match[2]}`,
  ],
  // `round the four outside corners with a 5 mm radius`
  [
    new RegExp(
      String.raw`\b(?:round|radius|fillet)(?: off)? ((?:the |all |its |four |outside |outer |external |plate |vertical )*)corners? (?:with|to|by|at)(?: an?)?(?: (?:fillet|radius)(?: of)?)? (?:R ?)?(${LENGTH})(?: (?:radius|fillets?|rounds?))?`,
      'gi',
    ),
    (match) => `corner radius ${match[2]}`,
  ],
  // `with its four outside corners rounded to 8 mm radius`
  [
    new RegExp(
      String.raw`(?<=\b(?:with|and|,) ?)(?:the |all |its |(?:having|has) )*(?:four )?(?:outside |outer |external )?corners (?:rounded|radiused|filleted)(?: off)? (?:to|with|at|by)(?: an?)?(?: radius of)? (?:R ?)?(${LENGTH})(?: radius)?(?! ?(?:x|×|from|in\b))`,
      'gi',
    ),
    (match) => ` corner radius ${match[1]}`,
  ],
  // `all four vertical edges have a chamfer of 3 mm`
  [
    new RegExp(
      String.raw`(?:^|(?<=[.;,\n] ?|\band ))((?:all |the |its |four |both |each of |every )*(?:[a-z]+ ){0,3}(?:edges?|rims?)) (?:has|have|gets?|is given|are given|carry|carries) an? (chamfer|fillet|bevel|radius|rounding)(?: radius| size)?(?: of)? (${LENGTH})`,
      'gi',
    ),
    ({ 1: edges = '', 2: work = '', 3: size = '' }) =>
      `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${edges}`,
  ],
  // `the top edge is rounded with a fillet radius of 4 mm`
  [
    new RegExp(
      String.raw`\b(rounded|filleted|chamfered|bevel(?:l)?ed)(?: over| off)? (?:with|by|to|using) an? (?:(?:fillet|corner|edge|chamfer) )?(?:radius|size|fillet|chamfer|distance)(?: of)? (${LENGTH})`,
      'gi',
    ),
    (match) => `${match[1]} ${match[2]}`,
  ],
  // `the top edge is rounded 4 mm`, `only the top edges chamfered, 2 mm`: what is done to it, before what it is done to.
  [
    new RegExp(
      String.raw`\b${CHOSEN},? (?:(?:is|are|be|gets?|has|have|should be|to be) )?(?:an? )?(rounded|radiused|filleted|chamfered|bevel(?:l)?ed)(?: over| off)?${BY_HOW_MUCH}`,
      'gi',
    ),
    ({ 0: text, 1: edges = '', 2: work = '', 3: size = '' }) => worked(text, { work, edges, size, plain: false }),
  ],
  // `with rounded top edges`, `the top edges rounded`: how much is not said.
  [
    new RegExp(
      String.raw`(?:^|(?<=[.;,] ?|\b(?:with|and|has|have|having|then|an?|the|please) ))${WORK}(?: off| over)? ${CHOSEN}(?! (?:to|by|with|of)\b)`,
      'gi',
    ),
    ({ 0: text, 1: work = '', 2: edges = '' }) => worked(text, { work, edges, size: '', plain: !PLACED.test(edges) }),
  ],
  [
    new RegExp(
      String.raw`\b${CHOSEN},? (?:is |are |being )?(rounded|radiused|filleted|chamfered|bevel(?:l)?ed)(?: over| off)?(?= ?(?:[.,;]|and\b|$))`,
      'gi',
    ),
    ({ 0: text, 1: edges = '', 2: work = '' }) => worked(text, { work, edges, size: '', plain: !PLACED.test(edges) }),
  ],
]
