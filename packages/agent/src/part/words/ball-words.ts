import { LENGTH, type Rewrite } from './notation.ts'

const N = String.raw`\d[\d.]*(?: ?(?:mm|cm|in)\b)?`
const BALL = String.raw`(?:sphere|ball|globe)`
const CUT = String.raw`(?:sliced|cut|sawn|taken|truncated|chopped|milled|ground)`

/** Of what is round and long, both of whose ends are told at once. */
const hasRoundEnds = (input: string, rest: string): boolean =>
  /\b(?:pin|dowel|rod|round bar|peg|stick|cylinder)s?\b/i.test(input) &&
  !/\b(?:plate|slot|bracket|key|link|strap|flat|handle|hook|square|hex\w*|head|bent|arm|lever|block)\b/i.test(input) &&
  !/^[^.;]*\bradius\b/i.test(rest)

const OFF = String.raw`(?:${CUT}|removed)`
const FOOT = String.raw`(?:the |its )?(?:bottom|base|underside)(?: so (?:that )?it (?:stands|sits|does not roll)(?: up| flat| still)?)?`

/** What is cut off a ball, what is cut out of one, and what is coiled. */
export const BALL_WORDS: readonly Rewrite[] = [
  // `ball knob: 30 mm ball with a flat on the bottom so it stands 27 mm tall, M6 tapped hole 15 deep in the flat`
  [
    new RegExp(
      String.raw`^\W*(?:an? )?(?:ball|spherical|lever|sphere) knob[:,]? (?:an? )?(${N})(?: mm)?(?: (?:dia(?:meter)?|ball|sphere|od))*,? (?:with an? |cut )?(?:flat|truncated|flattened)(?: (?:on|at) the (?:bottom|base))?,? (?:so (?:that )?it (?:stands|is) |to (?:a height of )?|\()(${N})(?: (?:tall|high|overall(?: height)?))?\)?([\s\S]*)$`,
      'gi',
    ),
    ({ 0: text, 1: wide = '', 2: high = '', 3: rest = '' }) => {
      const off = Number.parseFloat(wide) - Number.parseFloat(high)
      if (!(off > 0) || 2 * off >= Number.parseFloat(wide)) return text
      const hole = rest
        .replace(/\b(?:in|from|into) the (?:flat|bottom)\b/gi, 'from the bottom')
        .replace(/\b(m\d+) thread\b/gi, '$1 tapped hole')
        .replace(/^(.*\btapped\b)(?! hole)/gi, '$1 hole')
      return `ball ${wide}, ${Math.round(off * 1e6) / 1e6} mm cut off the bottom ${hole}`
    },
  ],
  // `ball knob 32 mm with M8 thread 15 deep`: all of it is the ball.
  [
    new RegExp(
      String.raw`^\W*(?:an? )?(?:ball|spherical) knob[:,]? (?:an? )?(${N}(?: mm)?)(?: dia(?:meter)?)?(?=,? (?:with |and )?(?:an? )?M\d)(?!.*\b(?:neck|stem|shank|collar|base|flat)\b)`,
      'gi',
    ),
    ({ 1: wide }) => `ball ${wide} diameter`,
  ],
  // `ball 40 mm with a flat on top and a flat at the bottom, each 14 mm from the centre`, `cut flat 14 mm above and below its centre`
  [
    new RegExp(
      String.raw`,? ?\b(?:with |and )?(?:${CUT} |an? |two |the |its )*(?:opposite |parallel )?(?:flats?|top|both sides|poles)\b(?:(?: (?:on|at|off|flat|${CUT}|and|an?|the|its|top|bottom|sides?|both|flats?|opposite|each|poles))*,?(?: (?:each|both))?(?: at)?) (${N}) (?:mm )?(from|above and below) (?:the |its )?cent(?:re|er)(?<=\b(?:top and|above and below|two|both|each)\b[^.;]*)(?<=\b${BALL}\b[^.;]*)`,
      'gi',
    ),
    ({ 1: far }) => `, plane above centre ${far}, plane below centre ${far}`,
  ],
  // `ball knob 32 mm with a flat 16 mm across at the bottom`, `ball … with a flat 1" across ground on it`
  [/^\W*(?:an? )?(?:ball|spherical) knob(?=[:,]? [^]*\bflat\b)/gi, () => 'ball'],
  [
    new RegExp(
      String.raw`(?<=^\W*(?:an? )?${BALL}\b[^;]*)\bflat,? (?:of )?(${LENGTH}) (?:across|wide|in diameter|dia(?:meter)?)\b(?: (?:at|on) the (?:bottom|base))?`,
      'gi',
    ),
    ({ 1: wide }) => `${wide} flat`,
  ],
  [
    new RegExp(String.raw`(?<=^\W*(?:an? )?${BALL}\b[^]*\bflat\b[^]*)\b(?:in|from|into) the flat\b`, 'gi'),
    () => 'from the bottom',
  ],
  // `hemisphere …, dome rising in +Z`: which way up it lies.
  [
    /(?<=\bhemisphere\b[^.;]*), (?:the |its )?dome (?:rising|up(?:wards?)?|facing|pointing|on top)\b[^,.;]*/gi,
    () => '',
  ],
  // `cylinder … with hemispherical ends`
  [
    /(?<=\bcylinder\b[^.;]*)\b(?:hemispherical|domed|half[- ]spherical) (?:end ?)?(?:caps|ends|domes)\b(?! (?:on|at|in) )/gi,
    () => 'hemispherical caps on both ends',
  ],
  // `pin … both ends rounded`, `rod … with fully rounded ends`: as round as it is thick; a radius that is said is a fillet.
  [
    /\b(?:with |and )?(?:both|the|its|each) ends? (?:is |are )?(?:fully |completely )?(?:rounded|hemispherical|domed|spherical|half[- ]round)(?: off)?\b(?! ?(?:[rR] ?)?\d| (?:to|with|by|over|at|on|in) )(?=([^]*))/gi,
    ({ 0: text, 1: rest = '', input }) => (hasRoundEnds(input, rest) ? 'with hemispherical ends' : text),
  ],
  // `ellipsoid with radii 30, 20 and 10 mm`, `semi-axes of 30 x 20 x 10`
  [
    new RegExp(
      String.raw`(?<=\bellipsoid\b[^.;]*)\b(?:radii|semi[- ]?axes|radius)(?: of| are|:)? (${N})(?:,| x|×| by| and)+ ?(${N})(?:,| x|×| by| and)+ ?(${N})`,
      'gi',
    ),
    ({ 1: a = '', 2: b = '', 3: c = '' }) => `radius ${a}, radius ${b}, radius ${c}`,
  ],
  // `three turns of 4 mm rod, coil 40 mm outside diameter, 12 mm between turns`
  [
    new RegExp(
      String.raw`\b(\w+) turns of (${N}) (?:round )?(?:rod|wire|bar)\b,? ?(?:an? )?(?:coil(?:ed)?(?: to)?|spring|helix)?`,
      'gi',
    ),
    ({ 1: turns = '', 2: wire = '' }) => `spring ${turns} turns , ${wire} wire ,`,
  ],
  [
    new RegExp(String.raw`\b(${N}) (?:between|from) (?:the |each )?(?:turns?|coils?)(?: to (?:turn|coil))?\b`, 'gi'),
    (match) => (/\b(?:spring|coil|helix)/i.test(match.input) ? `pitch ${match[1]}` : match[0]),
  ],
  // `the cap you get when you slice 15 mm off a 60 mm ball`
  [
    new RegExp(
      String.raw`\bcap (?:that )?you get (?:when|if|by) (?:you )?(?:slic|cutt?|saw)(?:e|ing)? (${N}) (?:off|from) an? (${N}) ${BALL}\b`,
      'gi',
    ),
    ({ 1: high = '', 2: ball = '' }) => `spherical cap ${high} high , parent ball ${ball} ,`,
  ],
  [
    new RegExp(
      String.raw`(?<=\bcap\b(?:[^.;]|[.]\d)*?)\b${CUT} (?:off|from|out of) an? (${N})(?: diameter)? ${BALL}\b`,
      'gi',
    ),
    ({ 1: size = '' }) => `, parent ball ${size} diameter ,`,
  ],
  // `cut by the plane z = 18 mm; keep the lower part`, `with the part below z = -12 mm (from its centre) cut off flat`
  [
    new RegExp(
      String.raw`(?<=\b${BALL}\b[^.;]*?),? ?(?:that is |is |and )?${CUT}(?: off)?(?: by| with| at| along)? (?:the |a )?(?:horizontal )?(?:plane )?(?:at )?z ?= ?([-−+]?)(${N})(?:[,;.]? ?(?:and )?(?:keep|keeping|retain|leave|remove|discard)(?:ing)? (?:only )?(?:the )?([-−+]z|lower|upper|top|bottom|larger|bigger)(?: ?z)?(?: (?:portion|part|half|side|piece))?)?`,
      'gi',
    ),
    ({ 0: text, 1: sign, 2: far = '', 3: which = '' }) => {
      const [below, lower] = [sign === '-' || sign === '−', /^[-−]z|lower|bottom/i.test(which)]
      const keepsLower = /\b(?:remove|discard)/i.test(text) ? !lower : lower
      // The lesser piece is a cap, and is said as one.
      if (which && !/larger|bigger/i.test(which) && keepsLower === below) return text
      return ` , plane ${below ? 'below' : 'above'} centre ${far} ,`
    },
  ],
  [
    new RegExp(
      String.raw`(?<=\b${BALL}\b[^;]*?),? ?(?:with |and )?(?:the |all |everything )*(?:part|portion|piece|everything)? ?(above|below|under) z ?= ?([-−+]?)(${N})(?: ?\(?(?:from|above|below|of|measured from) (?:its|the) cent(?:re|er)\)?)? ?(?:is |are )?(?:${CUT} (?:off|away)|removed)(?: flat)?`,
      'gi',
    ),
    ({ 0: text, 1: side = '', 2: sign, 3: far = '' }) => {
      const [above, down] = [/above/i.test(side), sign === '-' || sign === '−']
      return above === down ? text : ` , plane ${above ? 'above' : 'below'} centre ${far} ,`
    },
  ],
  // `truncated sphere radius 30, cut 10 mm above centre`
  [
    new RegExp(
      String.raw`(?<=\b${BALL}\b[^;]*?),? ?(?:that is |is )?${CUT}(?: off)?(?: flat)? (?:at )?(${N}) (above|below) (?:its |the )?(?:cent(?:re|er)|middle|equator)`,
      'gi',
    ),
    ({ 1: far = '', 2: side = '' }) => ` , plane ${side.toLowerCase()} centre ${far} ,`,
  ],
  // `with a flat bottom, cut 5 mm off`, `5 mm cut off flat at the bottom`, `sliced flat 4 mm up from the bottom`: how much is gone.
  [
    new RegExp(
      String.raw`(?<=\b${BALL}\b[^;]*?),? ?(?:with |and )?(?:(?:a |the )?(?:flat(?:tened)? )?(?:bottom|base|underside),? (?:is )?(?:${OFF}|flattened)(?: (?:off|flat|by))* (${N})(?: off)?(?![\d.]| ?(?:mm |cm |in )?(?:wide|across|dia))|(${N})(?: is)? ${OFF}(?: (?:off|away|flat|of|from|at))+ ${FOOT}|(?:the (?:bottom|base|underside) )?${OFF} (?:off )?flat (${N}) (?:up |in )?(?:from|off|at) ${FOOT})\b`,
      'gi',
    ),
    ({ 1: one, 2: other, 3: third }) => ` , foot removal ${one ?? other ?? third} ,`,
  ],
  // `a sphere of 80 mm cut in half, flat side up, with a 60 mm half-sphere hollowed out of the flat side`
  [
    new RegExp(
      String.raw`\b${BALL} (?:of )?(${N})(?: diameter)?,? ${CUT} in half,? (?:with )?(?:the )?flat side up(?:wards)?,? (?:with |and )?an? (${N}) (?:half[- ]sphere|hemisphere|half ball) (?:hollowed|cut|carved|scooped|milled) out(?: of (?:it|the flat side|the top))?`,
      'gi',
    ),
    ({ 1: outer = '', 2: inner = '' }) => `hemispherical bowl ${outer} outside diameter , ${inner} inside diameter`,
  ],
]
