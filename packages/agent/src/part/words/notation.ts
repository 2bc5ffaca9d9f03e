/** A way of writing, and the one it is read as; the numbers in it stay as they are. */
export type Rewrite = readonly [RegExp, (match: RegExpExecArray) => string]

/** A length as it is written: `12.5 mm`, `1-1/2"`, `.25`. */
export const LENGTH = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:\/\d+)?(?:-\d+\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|inch(?:es)?|")(?![a-z]))?`

/** Between the sizes of a chain; words/one-way.ts has written `by` as one. */
export const BY = String.raw` ?[x×] ?`

const SQUARE_TUBE =
  /\b(?:(?:square|rectangular|box) (?:hollow )?(?:tub(?:e|ing)|pipe|section)|(?:box|hollow) section|[sr]hs|\d+ ?[x×] ?\d+ (?:box section|tube))\b/i
const FLAT = /\b(?:disc|disk|plate|turntable|coaster|round|base|puck|saucer|platform|sheet|slab)\b/i
const HOLLOW =
  /\b(?:box|tray|tub|enclosure|case|pot|cup|lid|cap|jar|bin|container|tin|open|shelled|hollow|bowl|drawer|strip|hook)\b/i
const BOXY = /\b(?:plate|block|box|bracket|square|angle|channel|wall)\b/i
const ROUND_TUBE = /\b(?:tub(?:e|ing)|pipe)\b(?<!\b(?:square|rectangular|box) (?:tub(?:e|ing)|pipe))/i
const RINGS = /\b(?:sleeve|spacer|bush(?:ing)?|collar|ferrule|stand-?off|coupl(?:er|ing)|ring)s?\b/i
const isRoundTube = (input: string): boolean =>
  ROUND_TUBE.test(input) || (RINGS.test(input) && !BOXY.test(input.replace(/\bwalls?\b/gi, '')))

/** How wide or how high something stands: `3 mm wide`. */
const UPRIGHT_SIZE = String.raw`(?:${LENGTH})(?: mm)? (?:wide|thick|high|tall)`

/** Signs and short forms of drawings, and edges that a verb is done to. */
export const NOTATION: readonly Rewrite[] = [
  // `at +/-40, +/-25 from centre`, `at x = ±40, y = ±25`: in all four quarters.
  [
    new RegExp(
      String.raw`\b(at|in|centred|centered|located|positioned|i\.e\.) (?:\(? ?x ?= ?)?\(?(?:±|\+ ?\/ ?-) ?(${LENGTH})\)? ?(?:,|and|,? ?(?:and )?\(?y ?=) ?(?:y ?= ?)?\(?(?:±|\+ ?\/ ?-) ?(${LENGTH})\)?(?! ?mm\))`,
      'gi',
    ),
    ({ 1: lead = '', 2: x = '', 3: y = '' }) => `${lead} (±${x}, ±${y})`,
  ],
  // `at X10 Y25`, `at 10,25 from the lower left corner`: places of a drawing.
  [
    new RegExp(
      String.raw`(?:(?<=\b(?:at|holes?):? ?)|(?<=\by ?=? ?[\d.]+(?: mm)?[;,]? (?:and )?))(?:X ?(?:= ?)?(-?${LENGTH})[ ,]+Y ?(?:= ?)?(-?${LENGTH})|x ?= ?(-?${LENGTH}),? (?:and )?y ?= ?(-?${LENGTH}))(?!,? ?(?:and )?[a-z]* ?z\b)`,
      'gi',
    ),
    // The origin is told at length elsewhere.
    ({ 0: text, 1: x, 2: y, 3: u, 4: v }) =>
      [x ?? u, y ?? v].every((one) => parseFloat(one ?? '') === 0) ? text : `(${x ?? u}, ${y ?? v})`,
  ],
  [
    /\bat (-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?=[;.]? |[;.]?$)(?! ?(?:mm|cm|in\b|from (?:the|each|both|one|either|its)? ?(?:edge|end|side|left edge|right edge)))/gi,
    ({ 1: x = '', 2: y = '' }) => `at (${x}, ${y})`,
  ],
  // `holes 3,4,5,6 and 8 mm`, `holes 3/4/5/6`: a list, and neither a fraction nor thousands.
  [
    /(?<=\bholes:? (?:of |sized |for )?)\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?){2,}(?![\d,])|(?<=\bholes:? (?:of |sized |for )?)\d+(?:\/\d+){2,}(?![\d/])/gi,
    (match) => match[0].replaceAll(/[,/]/g, ', '),
  ],
  // `⌴ Ø15 ↧9`, `⌵ Ø10`.
  [/\s*⌴\s*/g, () => ' counterbored '],
  [/\s*⌵\s*/g, () => ' countersunk '],
  [/\s*[↧↓]\s*(\d[\d.]*(?: ?mm)?)/g, (match) => ` x ${match[1]} deep`],
  // `base for a Raspberry Pi 5: … with M2.5 clearance holes in the Pi's pattern`: the holes are for it.
  [
    /\bfor (?:an? |the |my )?((?:raspberry pi|pi|arduino)\b[\w ]*?)([:,][\s\S]*?\bholes) (?:in|on|at|to|matching|for|of) (?:the |its |their )?(?:(?:(?:pi|board|arduino)(?:['’]s)? )?(?:own )?(?:mounting |hole |screw )*(?:pattern|positions|layout|footprint)|(?:pi|board|arduino)(?! ?[\w-]))\b/gi,
    (match) => `${match[2]} for a ${match[1]}`,
  ],
  // `4X .281 THRU`: so many, and how wide they are.
  [
    new RegExp(
      String.raw`(?<![\dx×] ?)(?<!\d[.])\b(\d{1,2})x (${LENGTH}) (?=(?:thru|through)\b(?! ?(?:slots?|cut-?outs?|windows?|pockets?)\b))`,
      'gi',
    ),
    ({ 1: many = '', 2: wide = '' }) => `${many}x ⌀${wide} `,
  ],
  // `4X R5 CORNERS`
  [
    new RegExp(
      String.raw`(?<![x×] ?|\bby )\b(?:4|four) ?[x×]? ?(?:R ?(${LENGTH})|(${LENGTH}) (?:mm )?rad(?:ius)?) corners\b`,
      'gi',
    ),
    (match) => `corners R${match[1] ?? match[2]}`,
  ],
  // `bore chamfered 2 mm`, `bore chamfer 2 x 45°`: the rims of the bore.
  [
    /\bbore(?: edges?)?(?: is| to be)? chamfer(?:ed|s)?(?=(?: (?:by|at|of|with))? ?[\d.])/gi,
    () => 'inner edges chamfered',
  ],
  // `countersunk to 12 mm at 90 degrees`
  [
    /\b(counter(?:sunk|sink)|csk)( to| of)? ((?:[Øø∅⌀] ?)?\d[\d.]*(?: ?mm)?(?: dia(?:meter)?)?),? (?:at |with |x )?(?:an? )?(\d+) ?(?:°|deg(?:ree)?s?\b)(?: angle| included)?/gi,
    (match) => `${match[1]} ${match[3]} x ${match[4]}°`,
  ],
  // `counterbored 10 mm from the top, 15 deep`: how wide, and from where.
  [
    new RegExp(
      String.raw`\b(counterbor(?:ed|e)|spot ?faced?)(?: to)? (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? (?=from (?:the )?(?:top|bottom|above|below|other|back|front|underside)\b)`,
      'gi',
    ),
    (match) => `${match[1]} ${match[2]} diameter `,
  ],
  // `Ø12.5 THRU`: on a drawing that is a hole.
  [
    new RegExp(
      String.raw`(?<=[,;.:\n(] ?|\b(?:with|and|plus) (?:an? )?)(?<!\d\.)((?:[Øø∅⌀] ?${LENGTH}|(?:[Øø∅⌀] ?)?${LENGTH} dia(?:meter)?)(?: mm)?),? (?:thru|through)(?:[- ]all)?(?= ?(?:[,;.:\n)]|$|(?:on|at|in) (?:the )?(?:cent(?:re|er)|axis|middle)))`,
      'gi',
    ),
    (match) => `${match[1]} through hole`,
  ],
  // `…, 16 mm through, 20 wide`: of what is round, that is its bore.
  [
    new RegExp(String.raw`(?<=[,;:] ?(?:and )?)(${LENGTH})(?: mm)? (?:thru|through)(?= ?(?:[,;.)]|$))`, 'gi'),
    ({ 0: text, 1: wide, input }) =>
      /\b(?:o\.?d|dia(?:meter)?|round|bush\w*|spacer|idler|roller|pulley|hub)\b|[Øø∅⌀]/i.test(input) &&
      !/\b(?:slot|notch|channel|tapped|thread\w*)\b[^;.]*$/i.test(input.slice(0, input.indexOf(text)))
        ? `${wide} diameter through hole`
        : text,
  ],
  // `bored through 20 mm`, `drilled right through 8`: a hole.
  [
    new RegExp(
      String.raw`\b(?:bored|drilled)(?: out)? (?:right |clean |all the way |straight )?(?:through|thru)(?: with| at| to)?,? (?:an? )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)?(?! ?(?:from|x|×|hole|deep|thick|bore|of)\b)`,
      'gi',
    ),
    (match) => `with a ${match[1]} through hole`,
  ],
  // `fillet the inside corner 4 mm, leave the outside sharp`: a fillet there, and no bend.
  [
    new RegExp(
      String.raw`\b(?:fillet|round|radius) (?:off |out )?(?:the |its )?(inside|inner|internal) corner,? (?:to |with |by |at )?(?:an? )?(?:R ?)?(${LENGTH})(?: radius| fillet)?`,
      'gi',
    ),
    (match) => `${match[2]} fillet in the ${match[1]} corner`,
  ],
  [
    /,? ?(?:and |but )?(?:(?:leav|keep)(?:e|ing)? the (?:outside|outer)(?: corner| edge)? sharp|the (?:outside|outer) (?:corner )?(?:stays|remains) sharp|outside stays sharp)\b(?<=\binside corner\b[^]*)/gi,
    () => ' ',
  ],
  [/\b(?:half[- ]?way|mid[- ]?way) along (?=(?:each|both|every|the|one|its)\b)/gi, () => 'in the middle of '],
  // `(a door bumper)`, `(for the garden gate)`: what it is used for.
  [/\((?:an?|for|used|like|e\.g\.|i\.e\.|goes|it|similar)\b(?![^()]*\d)[^()]*\)/gi, () => ' '],
  // Alloys with their temper are materials.
  [
    /\b(?:[1-8]\d{3}|A36)-[TH]\d+\b|(?<=[,:(] ?|\d ?mm |\d" |\b(?:SS|from|of|in|MATL:?|material:?) )\b(?:2024|304L?|316L?|430|5052|5083|5754|6060|6061|6063|6082|7075)\b(?= ?(?:[.:,;)]|$|SS\b|stainless\b|alu))/gi,
    () => 'aluminium',
  ],
  // `cap …, top 3 mm thick`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:top|closed end|end) (?:is )?(${LENGTH})(?: mm)? thick\b(?<=\bcap\b[\s\S]*)`,
      'gi',
    ),
    (match) => `top thickness ${match[1]}`,
  ],
  [/\bp\.? ?c\.? ?d\.(?=[\s,;]|$)/gi, () => 'pcd'],
  [/\bb\.? ?c\.(?: ?d\.)?(?=[\s,;]|$)/gi, () => 'bcd'],
  [/\b(?:typ(?:ical)?|ref)\b\.?(?=\s*(?:[,;.)]|$))/gi, () => ' '],
  // `the second circle rotated 30°`: the one said last.
  [
    /\b(?:the )?(?:second|other|latter) (?:circle|ring|set|row|pattern|one)s? (?:is |are |being )?(?:rotated|turned|offset|clocked|starting)(?: by| at)? (?=\d)/gi,
    () => 'starting at ',
  ],
  [/\bhalf of an? (?=(?:[a-z]+ )?(?:ring|disc|disk|tube|pipe|washer|flange|cylinder|circle)\b)/gi, () => 'half '],
  [
    /\b(?:obround|oblong|stadium[- ]shaped|racetrack[- ]shaped) (?:mounting |cover )?(?:flange|gasket|link|bar|strap|washer|cover|plate)\b(?! hole)/gi,
    () => 'fully rounded plate',
  ],
  // `legs 80 and 50 mm outside` of a bent rod.
  [
    new RegExp(
      String.raw`\blegs (?:of )?(${LENGTH}) and (${LENGTH})(?: long)?,? (?:measured )?(?:outside|overall|over all|to the outside)\b(?<=\b(?:rod|bar|tube|pipe|wire)\b.*)`,
      'gi',
    ),
    (match) => `outside leg ${match[1]}, outside leg ${match[2]}`,
  ],
  // `running the 30 mm way`
  [
    new RegExp(String.raw`\b(?:running |going )?(?:in |along )?the (${LENGTH}) (?:way|direction)\b`, 'gi'),
    (match) => `along the ${match[1]} length`,
  ],
  [/\bat mid[- ]?length\b|\b(?:at|in) the (?:middle|cent(?:re|er)) of (?:the|its) length\b/gi, () => 'in the middle'],
  [
    new RegExp(String.raw`\b(${LENGTH}) between (?:the )?(?:groove|hole|slot|bore)s? (cent(?:re|er)s)\b`, 'gi'),
    (match) => `${match[1]} ${match[2]}`,
  ],
  // `with a rim 5 wide and 6 high round the top edge`, `a 2 mm high rim` of what is flat; of a box, a rim goes outwards.
  [
    new RegExp(
      String.raw`\b(?<before>(?:${UPRIGHT_SIZE},? (?:and |x |by )?)*)(?:(?:raised|outer|upstanding) )*(?:rim|lip|edge|ridge|border)(?<behind>(?:(?:,| of| that is| which is| and| x| by)* ${UPRIGHT_SIZE})*)(?:,? (?:all )?(?:(?:the )?(?:whole )?way )?(?:a?round|along)(?: (?:the |its )?(?:whole )?(?:top |outer |outside )*(?:edges?|rim|perimeter|circumference|outside|border|top))?)?`,
      'gi',
    ),
    ({ 0: text, groups: { before = '', behind = '' } = {}, input }) =>
      /high|tall/i.test(before + behind) && FLAT.test(input) && !HOLLOW.test(input)
        ? `${before}raised rim${behind}`
        : text,
  ],
  [
    /\b(raised|upstanding) (?:rims?|lips?|edges?|ridges?|borders?)(?:,? (?:all )?(?:a?round|along) (?:the |its )?(?:whole )?(?:top |outer |outside )*(?:edges?|rim|perimeter|circumference|outside|border|top))?/gi,
    ({ 0: text, input }) => (HOLLOW.test(input) ? text : 'raised rim'),
  ],
  // `chamfered 1 x 45 at the top`
  [
    new RegExp(
      String.raw`\b((?:chamfer|bevel)\w*:?(?: [a-z]+){0,4} ${LENGTH}) ?[x×] ?45\b(?! ?(?:°|deg|mm|cm|in\b|[x×"/.]))`,
      'gi',
    ),
    (match) => `${match[1]} x 45°`,
  ],
  // `1/16 x 45 chamfers`
  [new RegExp(String.raw`\b(${LENGTH}) ?[x×] ?45 (?=chamfers?|bevels?)`, 'gi'), (match) => `${match[1]} x 45° `],
  // `six 3 mm holes drilled radially through the wall, equally spaced`
  [/\bholes,? (?:are )?drilled radially(?: through (?:the|its) (?:wall|side))?/gi, () => 'radial holes'],
  // `two groove V pulley: …, grooves 13 wide`
  [
    /\b(two|three|four|double|twin|[2-4])[- ]grooved? (?:v[- ]?)?(?:belt )?(pulley|sheave)\b([\s\S]*?)\b(?:(?:two|three|four|double|twin|[2-4]) )?(?:v[- ]?)?grooves\b/gi,
    ({ 1: many = '', 2: noun, 3: between }) =>
      `v ${noun}${between}${/^(?:double|twin)$/i.test(many) ? 'two' : many} grooves`,
  ],
  // `a hole through its side` of what is round and solid.
  [
    /\b(?:drilled )?(?:right |clean )?(?:through|across) (?:its|the) (?:side|diameter|thickness of the (?:bar|rod|pin))s?\b(?<=\b(?:round|cylind\w*|dia(?:meter)?|rod|bar|pin|shaft)\b[\s\S]*|[Øø∅⌀][\s\S]*)/gi,
    (match) => (ROUND_TUBE.test(match.input) || BOXY.test(match.input) ? match[0] : 'crosswise'),
  ],
  // `a hole through one wall` of a tube, `through both sides` of a square one.
  [
    /\b(?:right |clean )?through (?:only )?one (?:wall|side)(?: only)?\b/gi,
    (match) => (isRoundTube(match.input) ? 'radially' : SQUARE_TUBE.test(match.input) ? '' : match[0]),
  ],
  [
    /\b(?:drilled )?(?:right |clean |straight )?(?:across )?through (?:both|the two|two opposite) (?:walls|sides|faces)\b(?! of)/gi,
    (match) =>
      SQUARE_TUBE.test(match.input) ? 'through everything' : isRoundTube(match.input) ? 'crosswise' : match[0],
  ],
  // `a hole right across`
  [
    /(?<=\bholes? (?:drilled )?)(?:right|straight|clean) across\b(?! (?:the|its) (?:top|face|width|length))/gi,
    (match) => (isRoundTube(match.input) ? 'crosswise' : match[0]),
  ],
  // `10 mm round` of what is bent, `stands off 32 mm`.
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:dia(?:meter)? )?round(?= ?(?:[,;.]|$))`, 'gi'),
    (match) => (/\b(?:handle|hook|pull|u[- ]?bolt|staple)\b/i.test(match.input) ? `${match[1]} rod` : match[0]),
  ],
  [/\bstands? off(?: by)? (?=\d)/gi, () => 'standing '],
  // `a peg that sticks out 50`: no stick.
  [/\b(?:that |which )?(?:sticks?|juts?) (out|up)\b/gi, (match) => `standing ${match[1]}`],
  // `donut: 80 mm outside diameter, tube 12 mm thick`
  [
    new RegExp(
      String.raw`(?<=\b(?:torus|donut|doughnut|toroid)\b[^.;]*)\btube (${LENGTH})(?: thick| diameter| dia)?(?![\w])`,
      'gi',
    ),
    (match) => `${match[1]} section`,
  ],
  // `split ring … with a 3 mm gap`, `cut open with a 3 mm slit`
  [/\bcut open with an? /gi, () => 'with a '],
  // `slot along the 60 mm length …: opening 10 wide and 8 deep, then 18 wide by 8 high underneath`
  [
    /\b(?:then|and|plus) (\d[\d.]*(?: ?mm)? wide (?:by|x|×|and) \d[\d.]*(?: ?mm)? (?:high|deep|tall)) (?:underneath|below|under it|inside|at the bottom)(?<=\bt[- ]?slot\b.*)/gi,
    (match) => `, head ${match[1]}`,
  ],
  [
    /\bt[- ]slot(?:ted)? (block|plate|rail|bar|table)\b([^;]{0,40}?)\bslot\b/gi,
    (match) => `${match[1]}${match[2]}t-slot`,
  ],
  [/\b(?:full[- ]length )?dovetail(?:ed)? (?:groove|slot|channel)\b|\bdovetail cut\b/gi, () => 'dovetail'],
  // `49 holes of 8 mm (7 by 7)`: how they are laid out.
  [/\((\d+) ?(?:by|x|×) ?(\d+)\)/gi, (match) => ` in a ${match[1]} x ${match[2]} grid `],
  // `bolt pattern 5x114.3 with 13 mm holes`
  [
    new RegExp(
      String.raw`\b(?:bolt |lug |stud |wheel )?pattern:? (?:of |is )?([3-8]) ?[x×] ?(\d{2,3}(?:\.\d+)?)(?: ?mm)?(?:,? (?:with )?(?:[Øø∅⌀] ?)?(${LENGTH}) (?:dia(?:meter)? )?(?:bolt |lug |stud |clearance )?holes)?(?! ?[x×\d])`,
      'gi',
    ),
    (match) => `${match[1]} ${match[3] ? `x ${match[3]} ` : ''}holes on a ${match[2]} mm pcd`,
  ],
  [
    new RegExp(
      String.raw`\b(?:the |all |both )*(hole|bore|slot|pocket|window|recess) (edges?|rims?),? (?:are |is )?chamfered(?: by| to| with)? (${LENGTH})`,
      'gi',
    ),
    ({ 1: noun = '', 2: edge = '', 3: size = '' }) =>
      `${size} chamfer on ${edge.endsWith('s') ? 'both' : 'the'} ${noun} rim`,
  ],
  // `chamfer the bore 1 mm`, `hole edges chamfered 0.5 mm`, `chamfer the top of the hole 1 mm`
  [
    new RegExp(
      String.raw`\bchamfer(?:ed|ing)? (?:the |all |each |both |every |of )*(?:(top|bottom|upper|lower|both|edges?|rims?|mouth)(?: edges?| rims?| sides?| ends?)? of )?(?:the |all |each |every |both )*((?:(?:cent(?:re|er)|central|middle|through|main) )?(?:holes?|bores?|slots?|pockets?|windows?|recess(?:es)?))((?: edges?| rims?| mouths?)*),? (?:by |with |to |at )?(${LENGTH})(?: ?(?:x|×) ?45 ?(?:°|deg))?( (?:on |from |at )?(?:both sides|both ends|top and bottom))?`,
      'gi',
    ),
    ({ 1: side = '', 2: noun = '', 3: edge = '', 4: size = '', 5: both }) =>
      `${size} chamfer on ${both || /^(?:both|edges|rims)/.test(side) || edge.endsWith('s') ? 'both' : /^(?:bottom|lower)/.test(side) ? 'the bottom' : noun.endsWith('s') ? 'each' : 'the'} ${noun.replace(/s$/, '')} rim`,
  ],
  // `all four corners clipped 10 mm at 45°`
  [
    new RegExp(
      String.raw`(?<!\b(?:left|right|front|back|rear|upper|lower|top|bottom|two|both|three|hand|opposite|diagonal)[ -])\b((?:all )?(?:the )?(?:four )?corners),? (?:are )?(?:clipped|cropped|chamfered|bevell?ed)(?: off)?(?: to| by| with| at)?(?: an?)? ?(${LENGTH})(?: ?(?:at |x |× )?45 ?(?:°|deg(?:rees?)?))?`,
      'gi',
    ),
    (match) => `${match[2]} chamfer on ${match[1]}`,
  ],
]
