import { LENGTH, type Rewrite } from './notation.ts'

const CUT = String.raw`(?:cut|sliced?|sawn|saw|chopp?(?:ed)?|lopp?(?:ed)?|trimm?(?:ed)?|truncated?|taken|take|milled?|ground|grind|turned|shaved?|sheared|removed?)`
const TIP = String.raw`(?:tip|top|point|apex|peak|upper (?:part|end)|nose|pointed end)`
const SO = String.raw`(?:so (?:that )?|until |till |to leave |leaving )?(?:it(?:['’]s| is)? |the (?:part|rest|whole|body) is |what is left is )?(?:only |just |now |then )*`
const STANDS = String.raw`(?: flat)?(?: so (?:that )?it (?:stands|sits|does not roll|doesn't roll)(?: up| flat| still| on a table| upright)*)?`
const UP = String.raw`(?: ?(?:high|tall|up|overall|from (?:the )?(?:base|bottom|ground|floor|foot)|above (?:the )?(?:base|bottom|ground|floor|foot)|in height)\b)*`
const DEGREES = String.raw`\d[\d.]* ?(?:°|deg(?:rees?)?\b)`
const SLICE = String.raw`(?:wedge|slice|segment|sector|piece|bit|part)`
const SHARES: Readonly<Record<string, string>> = {
  half: '180°',
  third: '120°',
  quarter: '90°',
  eighth: '45°',
  sixth: '60°',
}
const SHARE = String.raw`(half|third|quarter|sixth|eighth)`
const LENGTHWISE = String.raw`(?: ?(?:lengthwise|lengthways|along (?:its|the) (?:length|axis)|down the (?:middle|axis|length)|vertically|from top to bottom))`
const LEVEL = String.raw`(?: ?(?:horizontally|at half (?:its |the )?height|at mid[- ]?height|halfway up))`
const ACROSS = String.raw`(?: ?(?:across|crosswise|crossways|across (?:its|the) (?:length|width|middle)))`

/** What is kept of a shape, however that is told: `half a …`, `a quarter cut out`, `cut off flat at 30`, `flattened top and bottom`. */
export const PORTION_WORDS: readonly Rewrite[] = [
  // `ice cream cone: cone 100 tall …`: the name of it, where the shape itself is told behind it.
  [
    /^[^:\d\n]*\b(cone|ball|sphere|cylinder|pyramid|cube|block|disc|tube|ring|prism|wedge)\b[^:\d\n]*: (?=(?:[^]*\b(?:an? |the |of )(?:[a-z]+ )?)?\1\b)/gi,
    () => '',
  ],
  [/\bcone with (?:an? )?flat (?:top|tip|end)\b/gi, () => 'truncated cone'],
  // `30 x 30 at the foot tapering to 20 x 20 at a height of 100`
  [
    new RegExp(
      String.raw`\b(\d[\d.]*(?: ?mm)? ?[x×] ?${LENGTH})(?: at the (?:foot|base|bottom))?,? ?(?:that |which )?taper(?:s|ed|ing) (?:up |down )?to (\d[\d.]*(?: ?mm)? ?[x×] ?${LENGTH})(?: at the (?:top|tip))?,? (?:at a height of|over a height of|over|at|in) (${LENGTH})(?: height| high| up)?`,
      'gi',
    ),
    ({ 1: low = '', 2: high = '', 3: up = '' }) =>
      `truncated pyramid ${low} at the bottom , ${high} at the top , ${up} high`,
  ],
  // What a flat is for.
  [
    /,? so (?:that )?(?:it|the \w+) (?:stands|sits|does not roll|doesn['’]t roll)(?: up| flat| still| on a table| upright)*(?= ?(?:[,;.]|$))/gi,
    () => ' ',
  ],
  // `half a cone`, `a quarter of a torus`, `three quarters of a ring`; not `half an inch`, not `half a turn`.
  [
    /\b(?:an? |one )?(two[- ]thirds?|third|sixth|eighth) of an? (?=[a-z\d])(?!(?:mm|cm|inch|met(?:re|er)|foot|turn|circle|revolution)\b)/gi,
    ({ 1: share = '' }) => `${/two/i.test(share) ? 'twothirds' : `one${share.toLowerCase()}`} `,
  ],
  // `a 120 degree segment of a ring`, `180 degrees of a pipe`
  [
    new RegExp(String.raw`\b(?:an? )?(${DEGREES})(?: ${SLICE}| arc)? (?:of|from|out of) an? (?=[a-z\d])`, 'gi'),
    ({ 1: angle = '' }) => `kept sector ${angle} of a `,
  ],
  [
    /\b(?:an? |one )?(three[- ]quarters?|half|quarter) (?:of )?(?:an? )(?!(?:mm|cm|inch|millimet|centimet|met(?:re|er)|foot|turn|circle|dozen|revolution|degree|lap|hour|ball|sphere|pipe diameter)\b)(?=[a-z\d])/gi,
    ({ 1: share = '' }) => `${/three/i.test(share) ? 'threequarter' : share} `,
  ],
  // `with a quarter of it cut out like a slice of cake`, `a 90° wedge removed`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |but )?(?:an? |one )?${SHARE} (?:of (?:it|the (?:whole|cylinder|disc|cone|ball|ring|cake|part)) )?(?:is |has been )?(?:cut|taken|sliced|sawn|removed|missing|cut out|left out)(?! (?:(?:out|away|off) )?\d)(?: out| away| off)?(?: of it)?(?: like (?:a |the )?(?:slice|piece|wedge)s?(?: of| from| out of)?(?: an?| the)? ?\w*)?`,
      'gi',
    ),
    ({ 1: share = '', input, index }) =>
      /half$/i.test(share) && !/\b(?:cut|taken|sliced|sawn|removed)\b/i.test(input.slice(index))
        ? ''
        : ` , missing sector ${SHARES[share.toLowerCase()] ?? ''} `,
  ],
  [
    new RegExp(
      String.raw`,? ?(?:and |with |but )?(?:an? )?(${DEGREES})(?: wide)? ${SLICE}(?: is| has been)? (?:removed|cut(?: out| away)?|taken(?: out| away)?|missing|left out|sliced out|sawn out)(?: of it| from it)?`,
      'gi',
    ),
    ({ 1: angle = '' }) => ` , missing sector ${angle} `,
  ],
  [
    new RegExp(
      String.raw`\b(?:cut|take|slice|saw|remove) (?:out )?an? (${DEGREES}) ${SLICE}(?: out)?(?: of it| from it)?`,
      'gi',
    ),
    ({ 1: angle = '' }) => ` , missing sector ${angle} `,
  ],
  [
    new RegExp(
      String.raw`\b(?:cut|take|slice|saw|remove) (?:out )?(?:an? |one )${SHARE} (?:of it|out of it|from it)(?: out| away| off)?`,
      'gi',
    ),
    ({ 1: share = '' }) => ` , missing sector ${SHARES[share.toLowerCase()] ?? ''} `,
  ],
  // `only 270° of it`, `180 degrees of it only`
  [
    new RegExp(
      String.raw`,? ?(?:but |and |keep )?(?:only )?(${DEGREES}) of (?:it|the (?:turn|circle|ring))(?: only)?\b(?: is kept)?`,
      'gi',
    ),
    ({ 1: angle = '' }) => ` , kept sector ${angle} `,
  ],
  // `cut in half`, `keep only half of it, sliced lengthwise`, `one half only`
  [
    new RegExp(
      String.raw`,? ?(?:and |then |please |now )?(?:(?:that is|which is|it is) )?(?:cut|split|sliced?|sawn?)(?: it| this| the (?:part|thing|piece))? (?:in half|in two|into two halves|down the middle)(${LENGTHWISE}|${LEVEL}|${ACROSS})?(?:,? (?:and )?(?:keep|leave|only|with)(?: only)? (?:one|the one|a|the left|the right|the top|the bottom|the lower|the upper)(?: half)?(?: only| kept| left)?)?`,
      'gi',
    ),
    (match) => halved(match[1]),
  ],
  [
    new RegExp(
      String.raw`,? ?(?:and |then |please |now )?(?:keep|leave|just keep|keep just|i need|i want) (?:only |just )?(?:one )?half(?: of (?:it|this))?(?: only)?(?:,? (?:sliced|cut|split|sawn))?(${LENGTHWISE}|${LEVEL}|${ACROSS})?`,
      'gi',
    ),
    (match) => halved(match[1]),
  ],
  // `half a hexagonal bar …, cut lengthwise`: how it was halved.
  [new RegExp(String.raw`(?<=\bhalf\b[^]*),? (?:cut|split|sliced|sawn)${LENGTHWISE}`, 'gi'), () => ' '],
  // `flattened at top and bottom so that it is 44 high`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |then |it )?(?:is )?(?:flattened|flatten|cut flat|ground flat|milled flat|sliced flat|cut off flat|flats?)(?: it)?(?: equally| evenly| alike| the same)?(?: at| on| off)? (?:the )?(?:both )?(?:top and (?:the )?bottom|ends|poles)(?: equally| alike| by the same amount)?,? ?(?:to |${SO})(?:a height of )?(${LENGTH})(?: thick\b)?${UP}`,
      'gi',
    ),
    ({ 1: size = '' }) => ` , flattening ${size} `,
  ],
  // `top 20 mm cut off`, `with 10 mm cut off the bottom so it stands`, `truncated 20 mm below the tip`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |then )?(?:the |its )?(top|tip|upper|uppermost|bottom|lowest|lower|lowermost) (${LENGTH}) (?:is |are |being )?${CUT}(?: off| away| flat)*${STANDS}`,
      'gi',
    ),
    ({ 1: end = '', 2: size = '' }) => ` , ${/^(?:t|u)/i.test(end) ? 'tip' : 'foot'} removal ${size} `,
  ],
  [
    new RegExp(
      String.raw`,? ?(?:and |with |then )?${CUT}(?: it)?(?: off)?(?: flat)? (${LENGTH}) (?:below|from|under) (?:the |its )${TIP}`,
      'gi',
    ),
    (match) => (ROUND.test(match.input) ? ` , tip removal ${match[1]} ` : match[0]),
  ],
  // `with a flat at the bottom so that it is 36 high`, `flat top at 20 mm`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |but )?(?:an? |the )?(?:flat|flattened) (?:at |on )?(?:the )?(top|bottom|underside)(?: side)?,? (?:at |to |${SO})(${LENGTH})(?! ?(?:mm |cm |in )?(?:(?:across|wide|dia\w*|in diameter)\b|(?:is |are )?(?:cut|sliced|removed|taken|milled|ground)))(?![\d.])${UP}`,
      'gi',
    ),
    (match) =>
      ROUND.test(match.input) ? ` , ${/^t/i.test(match[1] ?? '') ? 'level cut' : 'foot level'} ${match[2]} ` : match[0],
  ],
  // `with the tip cut off at half its height`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |then )?(?:the |its )?(?:${TIP} )?(?:is )?${CUT}(?: off| away| flat)* (?:at )?(?:half (?:its |the )?(?:way up|height)|halfway up|mid[- ]?height)`,
      'gi',
    ),
    (match) => (ROUND.test(match.input) ? ' , halving cut ' : match[0]),
  ],
  // `top cut off at 30 mm`, `cut the tip off at 40`, `chop the tip off so it's only 60 high`
  [
    new RegExp(
      String.raw`,? ?(?:and |with |then |but |has )?(?:the |its )?${TIP} (?:is |was |has been )?${CUT}(?:(?: off| away| flat)* ?(?:at|to)|(?: off| away| flat)+,?) ?(?:a height of |z ?= ?)?${SO}(${LENGTH})${UP}(?! ?(?:x|×|dia|wide|square|across|from the (?:top|tip|point)|below|down))`,
      'gi',
    ),
    (match) => (NO_TIP.test(match[0]) ? match[0] : ` , level cut ${match[1]} `),
  ],
  [
    new RegExp(
      String.raw`,? ?(?:and |then )?\b${CUT} (?:off )?(?:the |its )${TIP}(?:(?: off| away| flat)* (?:at|to)|(?: off| away| flat)+,? ?${SO})(?: ?a height of)? ?(${LENGTH})${UP}(?! ?(?:x|×|dia|wide|square|across|from the (?:top|tip|point)|below|down))`,
      'gi',
    ),
    ({ 1: size = '' }) => ` , level cut ${size} `,
  ],
  // `truncated at a height of 30`, `cut it flat at 60 mm`, `cut off level 30 mm above the base`
  [
    new RegExp(
      String.raw`,? ?(?:and |then |is |it is )?\b(?:truncated? (?:it )?|${CUT} (?:it |this )?(?:off )?(?:flat|level|horizontally|square) |cut (?:it )?off )(?:off )?(?:at|to) (?:a height of |height )?(${LENGTH})${UP}(?! ?(?:x|×|dia|wide|square|across|from the (?:top|tip|point)|below|down))`,
      'gi',
    ),
    (match) =>
      ROUND.test(match.input) || /\btruncate/i.test(match[0]) || /flat|level/i.test(match[0])
        ? ` , level cut ${match[1]} `
        : match[0],
  ],
]
const NO_TIP = /\bturned|\bmilled|\bground\b/i
const ROUND = /\b(?:cone|ball|sphere|globe|pyramid|egg|ellipsoid|dome|hemisphere|obelisk|frustum|it|this)\b/i

const halved = (how = ''): string =>
  new RegExp(LEVEL, 'i').test(how)
    ? ' , halving cut '
    : ` , ${new RegExp(ACROSS, 'i').test(how) ? 'crosswise half' : how ? 'lengthwise half' : 'kept sector 180°'} `
