import { LENGTH, type Rewrite } from './notation.ts'

const STAR = /\bstar\b/i
const REGULAR = String.raw`(?:hexagon\w*|hex|octagon\w*|pentagon\w*|heptagon\w*|nonagon\w*|decagon\w*|dodecagon\w*|equilateral triangle)`
const POLYGON = /\b(?:hex\w*|octagon\w*|pentagon\w*|triang\w*|polygon\w*|square|star)\b/i

/** Flat outlines as people measure them: points of a star on circles, parallel sides, holes towards the corners. */
export const OUTLINES: readonly Rewrite[] = [
  // `revolve a rectangle 12 (parallel to the axis) x 8`: that is how high it stands.
  [
    new RegExp(
      String.raw`\brectangle,? (?:of )?(${LENGTH})(?: mm)? \(?(?:parallel to|along) (?:the )?axis\)? ?(?:x|×|by|and) ?(${LENGTH})(?: mm)?(?: \(?(?:radial(?:ly)?|perpendicular to (?:it|the axis))\)?)?(?<=\b(?:revolv|rotat)[^]*)`,
      'gi',
    ),
    ({ 1: high, 2: wide }) => `rectangle ${wide} wide and ${high} high`,
  ],
  // `… an 8 x 12 rectangle …; its 12 mm side is parallel to the axis and 20 mm away from it`
  [
    new RegExp(
      String.raw`\b(${LENGTH}) ?[x×] ?(${LENGTH})(?: mm)? rectangle\b([^]*?)[;,.]? (?:with )?(?:its|the) (${LENGTH})(?: mm)? sides? (?:is |are |being |lies )?parallel to (?:the|that) axis(?:(?:,| and)+ (?:is |lies )?(${LENGTH})(?: mm)? (?:away )?from (?:it|the axis))?(?<=\b(?:revolv|rotat)[^]*)`,
      'gi',
    ),
    ({ 0: text, 1: one = '', 2: other = '', 3: between, 4: along = '', 5: far }) => {
      const [a, b, high] = [one, other, along].map((size) => Number.parseFloat(size))
      if (high !== a && high !== b) return text
      return `rectangle ${high === a ? other : one} wide and ${high === a ? one : other} high${between}${far ? `, its near side ${far} from the axis` : ''}`
    },
  ],
  // `triangular plate: right angle, sides 80 and 60`: its legs.
  [
    /\bright[- ]angled?,? (?:triangle,? )?(?:with )?(?:short )?sides (?:of )?(?=\d[\d.]*(?: ?mm)? (?:and|x|by) \d)(?<=\btriang[^;.]*)/gi,
    () => 'legs ',
  ],
  // `triangle with sides 30, 40 and 50`
  [
    new RegExp(
      String.raw`\b(?:three |3 |its |the )*sides(?::| of| are)? ?(${LENGTH}),? (?:and |x )?(${LENGTH}),? (?:and |x )(${LENGTH})(?<=\btriang[^;.]*)`,
      'gi',
    ),
    (match) => `side ${match[1]}, side ${match[2]}, side ${match[3]}`,
  ],
  // `elliptical ring, outer axes 120 and 80, inner axes 100 and 60`
  [
    new RegExp(
      String.raw`\b(outer|outside|inner|inside)(?: (?:ax[ei]s|ellipse|dimensions?|size))?(?: of| is|:)? (${LENGTH}) ?(?:x|×|by|and) ?(${LENGTH})(?: (?:inside|outside))?(?<=\b(?:ellip|oval)[^]*)`,
      'gi',
    ),
    ({ 1: side = '', 2: long, 3: wide }) =>
      /^in/i.test(side) ? `inside length ${long}, inside width ${wide}` : `length ${long}, width ${wide}`,
  ],
  // Where it has a right angle, that is at its lower left.
  [
    /\bfrom (?:both|the two|each of the|its two|each)(?: of the)? (?:legs|short sides|shorter sides|perpendicular sides|leg|short side)\b(?<=\btriang[\s\S]*)/gi,
    () => 'from the left edge and the bottom edge',
  ],
  // `15 mm from both straight edges` of a quarter of a disc: its arc is no edge of that kind.
  [
    /\bfrom (?:both|the two|each|its two|the)(?: of (?:the|its))?(?: two)? straight (?:edges?|sides?)\b(?<=\b(?:quarter|quadrant)\b[^]*)/gi,
    () => 'from each edge',
  ],
  // `parallelogram …, top edge shifted 15 mm to the right`
  [
    new RegExp(
      String.raw`\b(?:the |its |with )*(?:top|upper)(?: edge| side)?,? (?:is )?(?:shifted|offset|displaced|moved|set over|slid)(?: over)?(?: sideways)?(?: by)? (${LENGTH})(?: to the (?:right|left)| sideways)?(?<=\bparallelogram\b[^]*)`,
      'gi',
    ),
    ({ 1: far }) => `offset ${far}`,
  ],
  // `hexagonal planter plate`: what it is for.
  [
    /\b(hexagonal|octagonal|pentagonal|(?:three|five|six|eight)[- ]sided) (?!flat|base|cover|top|bottom|mounting|hole|nut|ring|head|pocket|recess|prism)[a-z]{4,} (?=(?:plate|tile|panel|board)\b)/gi,
    ({ 1: shape = '' }) => `${shape} `,
  ],
  [/\b(?:the |its )?right[- ]angled? corner\b(?<=\btriang[^]*)/gi, () => 'the front left corner'],
  // What is cut in half lies on its straight edge.
  [
    /\b(?:its |the )?(?:straight|flat|cut) (?:edge|side|face)\b(?<=\b(?:half|semi-? ?circ\w*|D[- ]shape\w*|D[- ]plate)\b[\s\S]*)/gi,
    () => 'the bottom edge',
  ],
  [/\b(?:its |the )?(?:symmetry axis|axis of symmetry|line of symmetry|symmetry line)\b/gi, () => 'the centreline'],
  // `three holes on a 50 mm circle, one towards each corner`
  [
    new RegExp(
      String.raw`\b(on an? (?:[Øø∅⌀] ?)?${LENGTH}(?: dia(?:meter)?)? (?:bolt |pitch )?circle),? (?:with )?one (?:pointing |facing )?(?:towards?|opposite|at|near|by|in|under|below) (?:each|every) (?:corner|point|vertex)\b`,
      'gi',
    ),
    (match) => `${match[1]} in each corner`,
  ],
  // `a hexagon with 25 mm edges`, `edges of 25 mm`: how long its sides are, where nothing is done to them.
  [
    new RegExp(
      String.raw`(?<![\d.])(${LENGTH}) (?:long )?edges?\b(?! ?(?:length|dist|offset|inset|margin|break|radius|chamfer|fillet|round))(?<=\b${REGULAR}[^.;]*)|\bedges? (?:lengths? )?(?:of |are |is |= ?|: ?)?(${LENGTH})(?! ?(?:radius|chamfer|fillet|round|holes?))(?<=\b${REGULAR}[^.;]*)`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: second = '', input, index }) =>
      /\b(?:chamfer\w*|fillet\w*|round\w*|bevel\w*|from|off|to|break|deburr\w*)(?: [a-z]+){0,3} ?$/i.test(
        input.slice(0, index),
      )
        ? text
        : `side ${first ?? second}`,
  ],
  // `a pyramid with a pentagonal base of side 25`
  [
    /\bpyramid (?:with|on|having) an? (?:regular )?(pentagonal|hexagonal|octagonal|triangular|square) base\b/gi,
    ({ 1: shape = '' }) => `${shape} pyramid with a base`,
  ],
  [/\bfrom (flat|side) to (?:opposite )?\1\b/gi, (match) => (POLYGON.test(match.input) ? 'across flats' : match[0])],
  [
    new RegExp(
      String.raw`\b(?:(?:outer )?(?:points|tips)|outer corners) (?:lie |are )?on an? (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? circle`,
      'gi',
    ),
    (match) => (STAR.test(match.input) ? `outside diameter ${match[1]}` : match[0]),
  ],
  [
    new RegExp(
      String.raw`\b(?:notches|inner corners|inner points|valleys|roots|inner vertices) (?:lie |are )?on an? (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? circle`,
      'gi',
    ),
    (match) => (STAR.test(match.input) ? `inside diameter ${match[1]}` : match[0]),
  ],
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:over|across|at) the (points|tips|roots|notches|valleys)\b`, 'gi'),
    ({ 0: text, 1: size, 2: where = '', input }) =>
      STAR.test(input) ? `${/point|tip/.test(where) ? 'outside' : 'inside'} diameter ${size}` : text,
  ],
  // `trapezoid, parallel sides 100 and 60, 50 apart`
  [
    new RegExp(
      String.raw`\bparallel sides (?:of |are )?(${LENGTH}) and (${LENGTH}),? (?:and |set |spaced |which are |they are )*(${LENGTH}) (?:apart|high|tall)`,
      'gi',
    ),
    (match) => `bottom width ${match[1]}, top width ${match[2]}, ${match[3]} high`,
  ],
  // `one in the middle, holes at a radius of 30`
  [
    new RegExp(String.raw`\b(holes?\b[^.;,]{0,40}?) (?:at|on) a radius of (${LENGTH})`, 'gi'),
    (match) => `${match[1]} on a ${match[2]} radius circle`,
  ],
]
