import type { Rewrite } from './notation.ts'

const N = String.raw`\d+(?:\.\d+)?(?:-\d+\/\d+|\/\d+)?(?: ?(?:mm|cm|inch(?:es)?|in|")(?![a-z]))?`
const L = /\b(?:brack?ets?|brace|brkt|angle|cleat|bookend|book end|shelf support|an? l\b|l[- ]shaped?)\b/i
const NOT =
  /\b(?:t[- ](?:shaped )?bracket|upright bracket|[uzj][- ](?:shaped |channel )?bracket|iron|profile|beam|cable|pipe)\b/i
const ofL =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    L.test(match.input) && !NOT.test(match.input) ? put(match) : match[0]

const LIES = '(?:shelf|bench|table|floor|ground|ceiling|desk|worktop|top)'
const STANDS = '(?:wall|post|door|side|upright|frame|panel)'
const END = String.raw`(?= ?(?:[,;)]|\.(?!\d)|$|and\b|by\b|x\b|with\b|\d))`
/** Both ways have to be told: `90 up, 60 out`. */
const BOTH = new RegExp(
  String.raw`${N} (?:long )?(?:up|down|vertical(?:ly)?)${END}[^]*${N} (?:long )?(?:out|across|along|horizontal(?:ly)?|forwards?)${END}|${N} (?:long )?(?:out|across|along|horizontal(?:ly)?|forwards?)${END}[^]*${N} (?:long )?(?:up|down|vertical(?:ly)?)${END}`,
  'i',
)
const ofBoth =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOTH.test(match.input) ? ofL(put)(match) : match[0]

/** The legs of a bracket told by what they lie against, or which way they go. */
export const LEG_DIRECTIONS: readonly Rewrite[] = [
  [/^(?:bracket|brkt\.?),? angle\b,?/gi, () => 'angle bracket,'],
  [/\bbrkt\b/gi, () => 'bracket'],
  [/\bchannel[- ]shaped (?=bracket|clip|holder|support)/gi, () => 'u '],
  // `flat L hook, 25 wide, 4 thick`: what is wide and thick is bent as a bracket is, and no rod.
  [
    /^[^.:;\d]*?\b(?:(?:flat )?l[- ]?(?:shaped? )?hook|hook,? (?:flat )?l(?:[- ]shaped?)?)\b(?:,? flat)?(?=[^]*\b(?:wide|width)\b)(?=[^]*\bthick)(?![^]*\b(?:rod|wire|round|door)\b)/gi,
    () => 'l bracket',
  ],
  [
    new RegExp(String.raw`\bback:? (?:is |of )?(${N})(?: (?:tall|high|up|long))?(?=,? |$)`, 'gi'),
    ofL(({ 1: size = '' }) => `vertical leg ${size}`),
  ],
  // The outer edge of a leg is its end.
  [/\bfrom the (?:outer|free|outside|far|open) edge\b/gi, ofL(() => 'from the end')],
  [/\b(?:from|below) its (top|bottom|end)\b/gi, ofL(({ 1: end = '' }) => `from the ${end}`)],
  [/^heavy (?=angle\b[^.;]*\bwide\b)/gi, () => ''],
  [/(?:shelf support: )?\ban l (?=(?:made|bent|folded|cut|of|from|in)\b)/gi, () => 'l bracket '],
  [
    new RegExp(String.raw`\b(${N}) (?:long )?(?:along|under|underneath|beneath|on|across) (?:the )?${LIES}\b`, 'gi'),
    ofL(({ 1: size = '' }) => `base leg ${size}`),
  ],
  [
    new RegExp(
      String.raw`\b(${N}) (?:long |tall |high )?(?:down|up|against|along|on) (?:the )?${STANDS}\b(?! ?(?:leg|arm))`,
      'gi',
    ),
    ofL((match) => (/wall|post|door|panel/i.test(match[0]) ? `vertical leg ${match[1]}` : match[0])),
  ],
  [
    new RegExp(
      String.raw`\b(${N}) (?:long )?(?:out(?: (?:under|below|over|from|beneath) (?:the|a|an|your|my) [a-z]+)?|across|along|horizontal(?:ly)?|forwards?)${END}`,
      'gi',
    ),
    (match) =>
      /\bvertical leg \d|\bbase leg \d/.test(match.input) || BOTH.test(match.input)
        ? ofL(({ 1: size = '' }) => `base leg ${size}`)(match)
        : match[0],
  ],
  [
    new RegExp(String.raw`\b(${N}) (?:long )?(?:up|down|vertical(?:ly)?)${END}`, 'gi'),
    (match) =>
      /\bbase leg \d/.test(match.input) &&
      !/\bvertical leg \d[\d.]*(?: ?mm)?(?![\d.]| ?mm| (?:apart|from|and \d))/.test(match.input)
        ? ofL(({ 1: size = '' }) => `vertical leg ${size}`)(match)
        : ofBoth(({ 1: size = '' }) => `vertical leg ${size}`)(match),
  ],
  [
    new RegExp(String.raw`\b((?:base|vertical) leg ${N}) (?=(?:base|vertical) leg)`, 'gi'),
    ofL(({ 1: leg = '' }) => `${leg} , `),
  ],
  // `one leg goes vertical leg 85, the other base leg 110`: which it is, is said.
  [
    /\b(?:the )?(?:one|first|second|other)(?: (?:leg|arm|side|end))?(?: (?:goes|runs|is|reaches|going|running))? (?=(?:vertical|base) leg \d)/gi,
    ofL(() => ''),
  ],
  // `vertical 80, horizontal 50`, `two holes in the vertical`
  [
    new RegExp(String.raw`\b(vertical|horizontal)(?= ${N}\b|,? (?:${N} and|at ${N}))`, 'gi'),
    ofL(({ 1: way = '' }) => `${way} leg`),
  ],
  [
    /\b(in|on|through|of) the (vertical|horizontal|wall|shelf|back)(?: (?:one|side|leg|face|part|bit))?(?= ?(?:[,;)]|\.(?!\d)|$|\d|at\b|spaced\b|and\b))/gi,
    ofL(
      ({ 1: led = '', 2: way = '' }) => `${led} the ${/vertical|wall|back/i.test(way) ? 'vertical' : 'horizontal'} leg`,
    ),
  ],
  [
    /\b(?:on|in) the other (?:side|leg|one)(?<=\b(vertical|horizontal) leg\b[^]*)/gi,
    ofL((match) => {
      const said = [...match.input.slice(0, match.index).matchAll(/\bholes?\b[^.;]*?\b(vertical|horizontal) leg/gi)].at(
        -1,
      )
      return said ? `in the ${/vertical/i.test(said[1] ?? '') ? 'horizontal' : 'vertical'} leg` : match[0]
    }),
  ],
  // `in the 150 leg`, where its length was said with the way it goes.
  [
    new RegExp(String.raw`\b(in|on|through) the (${N}) (?:long )?(?:leg|arm)\b`, 'gi'),
    ofL((match) => {
      const { 1: led = '', 2: size = '', input } = match
      const way = new RegExp(String.raw`\b(base|vertical) leg ${size}(?!\d|\.\d)`, 'i').exec(input)?.[1]
      return way ? `${led} the ${way} leg` : match[0]
    }),
  ],
  // `one hole in each leg, 2 places`: says again how many that are.
  [/(?<=\b(?:each|both) (?:leg|arm|flange)s?),? 2 (?:plcs?|places)\b\.?/gi, ofL(() => '')],
  // `horizontal plate extending 60 mm`: how far it reaches.
  [
    new RegExp(
      String.raw`\b((?:horizontal|bottom|base|lower|top) (?:plate|leg|flange|arm)|shelf|base),? (?:that |which )?(?:extend(?:s|ing)?|project(?:s|ing)?|stick(?:s|ing)?|reach(?:es|ing)?)(?: straight| horizontally| forwards?| out(?:wards?)?)*(?: by)? (${N})(?: long\b)?`,
      'gi',
    ),
    ofL(({ 1: leg = '', 2: size = '' }) => `${leg} ${size} long`),
  ],
  // `an 8 mm hole in the upright 40 mm up`
  [
    new RegExp(
      String.raw`(?<=\bholes? (?:in|on|through) the (?:upright|vertical(?: leg)?|back(?: plate)?),? )(${N}) up${END}`,
      'gi',
    ),
    ofL(({ 1: size = '' }) => `${size} from the heel`),
  ],
  // `vertical leg: two holes, 20 mm and 70 mm above the bottom`: how high they are.
  [
    new RegExp(
      String.raw`\b(${N}(?:(?:,|,? and) ${N})*) (?:up )?(?:above|up from) (?:the )?(?:bottom|underside|foot)(?: edge| face)?(?= ?(?:[,;)]|\.(?!\d)|$|and\b))`,
      'gi',
    ),
    ofL(({ 1: far = '' }) => `${far} from the heel`),
  ],
  // `holes 10 mm from the top edge`: only what stands has one.
  [
    new RegExp(
      String.raw`\b(holes?)\b((?:(?!\b(?:in|on|through) (?:the|each|both|every)\b)(?:[^.;]|\.\d))*?\b${N} (?:from|below) the top(?: edge)?\b)(?! (?:leg|flange|plate|face))`,
      'gi',
    ),
    ofL(({ 0: text, 1: hole = '', 2: rest = '', input }) =>
      /\b(?:left|right|bottom|front|back) (?:edge|side)\b|\bflat\b/i.test(input)
        ? text
        : `${hole} in the vertical leg${rest}`,
    ),
  ],
  [/\b(holes|slots) (?:side by side|next to each other|beside each other)\b/gi, ofL(({ 1: holes = '' }) => holes)],
  // `made of 3 mm flat that is 20 wide`, `3 mm flat, 20 wide`: how thick.
  [
    new RegExp(
      String.raw`\b(?:(?:made|bent|cut|folded|formed) )?(?:(?:up )?(?:out of|from|of|in) )?(${N}) (?:thick )?(?:(?:mild |stainless )?(?:steel|alumin(?:i)?um|brass) ?)?(?:flat(?: bar| strip| steel| stock)?|sheet|plate|strip|stock|(?<=steel ?|alumin(?:i)?um ?|brass ?))(?:,? (?:that|which)(?: is|'s))?,? (?=${N} wide\b)`,
      'gi',
    ),
    ofL(({ 1: thick = '' }) => `, ${thick} thick , `),
  ],
  // `28 from the back face of the upright`, `12 from the inner face of the base`: from the heel, or from where the leg stands.
  [
    /\b(from|off) the (back|rear|outer|outside|wall|front|inner|inside) (?:face|side|surface) of the (?:upright|vertical|back|wall|standing|other)(?: leg| plate| wall| arm| flange)?\b/gi,
    ofL(({ 1: from = '', 2: side = '' }) => `${from} the ${/front|inn|ins/i.test(side) ? 'foot edge' : 'heel'}`),
  ],
  // `bent out of 30 x 4 flat`
  [
    new RegExp(
      String.raw`\b(?:made |bent |cut |folded |formed )?(?:out of|from|of|in) (${N}) ?[x×] ?(${N}) (?:steel |mild steel |aluminium )?(?:flat(?: bar| strip| steel)?|strip|bar)\b`,
      'gi',
    ),
    ofL(({ 1: wide = '', 2: thick = '' }) => `, ${wide} wide, ${thick} thick`),
  ],
  // `at the free end of each arm two holes … 10 from the end`: they are in each arm.
  [
    /\bat the (?:free |outer )?end of (each|both|every) (arm|leg|flange)s?,?(?: there (?:are|is))?(?= (?:an?|one|two|three|four|\d+) )/gi,
    ofL(({ 1: each = '', 2: leg = '' }) => `in ${each} ${leg}`),
  ],
  // `two in the 200 leg at 60 and 160`, after `from the corner`
  [
    new RegExp(String.raw`\b(at ${N}(?:, ${N})*,? and ${N})(?= ?(?:;|\.(?!\d)|$))`, 'gi'),
    ofL((match) => {
      const far = [...match.input.slice(0, match.index).matchAll(/\bfrom the (corner|bend|heel|end|top)\b/gi)].at(-1)
      return far ? `${match[1]} from the ${far[1]}` : match[0]
    }),
  ],
]
