import type { Rewrite } from './notation.ts'

const N = String.raw`\d[\d.]*(?: ?(?:mm|cm|in)\b)?`
const ENDS = String.raw`(?:at|on) (?:the |its )?(?:top|bottom|base|foot|floor|upper end|lower end)`
const PAIR = String.raw`${N} ?[x×] ?${N}`
const HEAD = String.raw`(?:block|post|(?:table )?leg|column|pedestal|plinth|peg|pillar|stake|stand|bar|rod)`
const SQUARE = /\b(?:square|rectangular)\b|\d ?(?:mm ?)?[x×] ?\d/i
const ROUND = /\b(?:round|dia(?:meter)?|cylind|conical)\b|[⌀øØ]/i
const isFrustum = ({ input }: RegExpExecArray): boolean => /\bpyramid|\bfrustum/i.test(input)

/** Of top and bottom, how many have a size of their own. */
const endsOf = ({ input }: RegExpExecArray): number =>
  [
    /\d(?: ?(?:mm|cm|in))?(?: square)? (?:at|on) (?:the |its )?top\b/i,
    /\d(?: ?(?:mm|cm|in))?(?: square)? (?:at|on) (?:the |its )?(?:bottom|base|foot)\b/i,
  ].filter((end) => end.test(input)).length

const WHERE = String.raw`(?:on|at) (?:one|the (?:left|right|front|back|rear|near|far|high|thick))(?:[- ]hand)? ?(?:side|end|edge)?`
const OTHERWISE = String.raw`(?:on|at) (?:the (?:other|opposite|left|right|front|back|rear|near|far|low|thin))(?:[- ]hand)?(?: (?:side|end|edge))?`
/** `70 tall on one side and 40 on the other` */
const TWO_HIGH = new RegExp(
  String.raw`\b(${N}) (high|tall|long|thick) ${WHERE},? ?(?:and |to |but |, )?(?:only |down to )?(${N})(?: (?:high|tall|long|thick))? ${OTHERWISE}`,
  'gi',
)
const SLOPED = /\b(?:slop(?:ed|ing|es)|slant\w*|inclined|angled?|oblique\w*|diagonal\w*|wedge|ramp|tapers?|tapering)\b/i

/** What tapers on four sides is a pyramid cut short, whatever it is called: `tapered block, 60 x 40 at the base and …`. */
export const TAPER_WORDS: readonly Rewrite[] = [
  // `foot: 40 mm square at the bottom, 25 mm square at the top, 30 high`
  [
    new RegExp(
      String.raw`\b(?:(?:square |solid |tapered |table |furniture )*(?:${HEAD}|foot|body|weight)\b(?: that is|,|:)? ?(?:an? )?)?(${N}) square (?:(?:at|on) (?:the |its )?)?(?:bottom|base),? (?:and |tapering to |to )?(${N}) square (?:(?:at|on) (?:the |its )?)?top,? (?:and )?(${N}) (?:high|tall)\b`,
      'gi',
    ),
    ({ 1: base, 2: top, 3: high }) => `truncated pyramid, base ${base}, top ${top}, height ${high}`,
  ],
  // `rubber foot 20 dia top, 25 dia bottom`
  [
    new RegExp(
      String.raw`(?<![\d.])(${N}) dia(?:meter)? (top|bottom|base),? (?:and )?(${N}) dia(?:meter)? (top|bottom|base)\b`,
      'gi',
    ),
    ({ 1: one, 2: first = '', 3: two, 4: second = '' }) =>
      `${/top/i.test(first) ? 'top' : 'bottom'} diameter ${one} , ${/top/i.test(second) ? 'top' : 'bottom'} diameter ${two}`,
  ],
  // `shim 50 x 20 tapering from 5 mm to 2 mm`, `3/8" at the thick end, zero at the thin end`
  [
    /\b(?:(?:wedge|tapered) )?(?:shim|packer|levell?ing wedge)\b(?=[^]*(?:\btapers?\b|\btapering\b|\bthick end\b))/gi,
    () => 'wedge',
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:it|which|that) )?taper(?:s|ing|ed) (?:in (?:height|thickness) )?(?:from )?(${N})(?: thick| high)? (?:down )?to (${N})(?: thick| high)?(?: (?:along|over|across) (?:its|the) (?:whole |full )?length| (?:at|on) the other(?: end)?)?(?<=\b(?:wedge|ramp|door ?stop|chock)\b[^]*)`,
      'gi',
    ),
    ({ 1: high, 2: low }) => `, ${high} high at one end and ${low} at the other`,
  ],
  [
    /(?<=\bwedge\b[^]*)(?<=\d(?: ?(?:mm|cm|in|"))?) at the thick end\b,? ?(?:and )?(?:zero|0|nothing|a (?:knife|feather) edge|to a point)(?: (?:at|on) the thin(?: end)?)?/gi,
    () => ' high',
  ],
  // `a hole 25 mm from the high end` of a wedge: which of its ends that is, and no height of it.
  [
    /\bfrom the (high|tall|thick|low|thin|short)(?:er)? end\b(?<=\b(?:wedge|ramp|door ?stop|chock)\b[^]*)/gi,
    ({ 1: end = '' }) => `from the ${/^(?:high|tall|thick)/i.test(end) ? 'left' : 'right'} edge`,
  ],
  // A top that slopes, told by the heights of its two sides.
  [
    /\b(cylinder|rod|post|dowel|column|round bar|block|bar|cuboid|brick)\b(?=[^]*\d)/gi,
    ({ 0: text, input, index }) => {
      const first = input.search(/\b(?:cylinder|rod|post|dowel|column|round bar|block|bar|cuboid|brick)\b/i) === index
      if (!first || !SLOPED.test(input) || !new RegExp(TWO_HIGH.source, 'i').test(input)) return text
      return /block|^bar|cuboid|brick/i.test(text) ? 'wedge' : 'slanted cylinder'
    },
  ],
  [
    TWO_HIGH,
    ({ 0: text, 1: high = '', 3: low = '', input }) =>
      /\b(?:wedge|slanted cylinder|ramp)\b/i.test(input) ? `${high} high , ${low} high` : text,
  ],
  [
    /,? ?\b(?:and |with |which is |that is |has )*(?:an? |the |its )?(?:(?:slop|slant|inclin|angl)\w* top(?: face| surface)?|(?:top )?(?:is |being )?cut (?:off )?(?:at (?:a slant|an angle|a slope)|obliquely|diagonally|on the slant)(?: (?:at|on|across) (?:the |its )?top)?)(?<=\b(?:wedge|slanted cylinder)\b[^]*)/gi,
    () => ' , ',
  ],
  // `table leg`, wherever nothing has two of them: `a square leg 45 x 45 x 700`.
  [
    /^((?:make |build |design |create |i need |i want )?(?:an? |the |my )?(?:(?:round|square|tapered|tapering|turned|wooden|straight|furniture|bed|sofa|desk|bench|stool) )*)(?:furniture |bed |sofa |desk |bench |stool )?leg\b(?=[^]*\b(?:long|high|tall|length|height|x)\b)(?! of)/gi,
    ({ 1: before = '' }) => `${before}table leg`,
  ],
  // `square table leg 40 x 40 mm, 720 mm tall`, `column 30 x 30 and 200 high`: two sides and how long it is.
  [
    new RegExp(
      String.raw`^((?:an? |the )?(?:[a-z]+,? ){0,3})(?:table leg|leg|square post|column|pillar|stake|baluster)(?:,|:| of)? (${N} ?[x×] ?${N})(?:,| and|, and)? (${N}) (?:tall|high|long)\b(?!.*\btaper)`,
      'gi',
    ),
    ({ 1: before = '', 2: sides, 3: high }) => `${before.replace(/\bsquare /gi, '')}block ${sides}, ${high} high`,
  ],
  // `40 mm at the top tapering to 25 mm at the bottom`: both ends are told.
  [
    new RegExp(
      String.raw`\b(${N})(?: (square|dia(?:meter)?|round))? (${ENDS})(?:,| and| it)* taper(?:ing|s|ed)?(?: down| out)? to (?=${N}(?: (?:square|dia(?:meter)?|round))? ${ENDS}\b)`,
      'gi',
    ),
    ({ 1: size = '', 2: shape = '', 3: end = '' }) => `${size}${shape && ` ${shape}`} ${end}, `,
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:square|rectangular) )?taper(?:ed|ing)? (?:(?:square|rectangular|solid|table|wooden|chair|furniture) )*${HEAD}\b(?:,? (?:square|rectangular)\b(?! ?\d))?`,
      'gi',
    ),
    (match) => (SQUARE.test(match.input) && !ROUND.test(match.input) ? 'truncated pyramid' : match[0]),
  ],
  // `post, 50 mm square at the top, 30 mm square at the bottom`: it tapers, and nobody says so.
  [
    new RegExp(String.raw`^((?:[a-z]+,? ){0,3})(?:table leg|post|column|pedestal|plinth|pillar|stake)\b`, 'gi'),
    (match) =>
      SQUARE.test(match.input) && !ROUND.test(match.input) && endsOf(match) === 2
        ? `${match[1]}truncated pyramid`
        : match[0],
  ],
  [
    new RegExp(String.raw`\b(${N}) square (?=${ENDS})`, 'gi'),
    (match) => (isFrustum(match) ? `${match[1]} ` : match[0]),
  ],
  // `bottom rectangle 60 x 40`, `top: 30 x 20`
  [
    new RegExp(
      String.raw`\b(bottom|base|top|foot)(?: (?:rectangle|square|side|face|end))?(?: is| of|:)? (${PAIR})`,
      'gi',
    ),
    (match) => (isFrustum(match) ? `${match[2]} at the ${/top/i.test(match[1] ?? '') ? 'top' : 'bottom'} ` : match[0]),
  ],
]
