import type { Rewrite } from './notation.ts'

const N = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?: ?\d?\/\d+)?(?:-\d+\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|inch(?:es)?|")(?![a-z]))?`
const PAIR = String.raw`${N}(?: ?[x×] ?${N})?`
/** `on right corners` is no side; `on the right corners` is. */
const the = (where: string): string =>
  /^(?:left|right|top|bottom|upper|lower|front|back|rear)\b/i.test(where) ? `the ${where}` : where
const WHERE = String.raw`(?:(?:the|all|both|its|each|every|either|one|two|three|four|opposite|diagonally|top|bottom|upper|lower|left|right|front|back|rear|long|short|longer|shorter|[- ]?hand(?:ed)?|of|and|other)[ -]+)*`
const PIECE = String.raw`(?:(?:square|rectangular|rectangle|triangular) ?)?(?:piece|section|notch|bit|chunk|area|bite|rectangle|square)?`

/** Corners and edges that something is cut out of, in the words of a notch: `a 20 x 20 square notched out of one corner`. */
export const NOTCHES: readonly Rewrite[] = [
  // `slotted shim 50 x 45 x 2 with a 13 mm slot …`: the slot is told.
  [/\bslotted (?=(?:shim|plate|bar|strap|strip)\b[^]*\bslots?\b)/gi, () => ''],
  // `a 40 mm half circle cut out of the bottom`
  [
    /\b(?:half[- ]circle|semi-?circle)(?: shape)?,? (?:is )?(?:cut|taken|removed) (?:out (?:of|from)|out|from|into|in)(?= (?:the|its|one|each|both)\b)/gi,
    () => 'semicircular cutout in',
  ],
  // `half circle 50 mm dia cut from the top`, `with a half circle of radius 25 taken out of the underside`
  [
    new RegExp(
      String.raw`\b(?:half[- ]circle|semi-?circle|half[- ]round),? (?:of )?(?:(?:[Øø⌀] ?|dia(?:meter)? )?(${N})(?: (?:wide|in dia(?:meter)?|dia(?:meter)?))?|(?:R ?|radius )(${N})|(${N}) radius),? (?:is |has been )?(?:cut|taken|removed|milled|scooped) (?:out (?:of|from)|out|from|into|in) (?=(?:the|its|one|each|both)\b)`,
      'gi',
    ),
    ({ 1: wide, 2: radius, 3: behind }) =>
      wide ? `${wide} semicircular cutout in ` : `semicircular cutout ${radius ?? behind} radius in `,
  ],
  // `a step 30 mm long and 20 mm deep cut out of the top right`: how it is made, and no other cut.
  [
    /(?<=\b(?:step|rebate|rabbet|notch|pocket|slot|groove|recess)\b[^.;,]{0,60}\b(?:deep|high|tall|long|wide)),? (?:is |are )?cut (?:out of|out from|from|into) (?=(?:the |its |one )?(?:top|bottom|left|right|front|back|rear|corner|side|edge|end))/gi,
    () => ' from ',
  ],
  // `L block …, with a 30 x 30 corner notched out along the full 40`
  [/\bL[- ]block\b(?=[^]*\bnotch)/g, () => 'block'],
  [
    new RegExp(
      String.raw`\b(?:an? )?(${N} ?[x×] ?${N}) corner (?:is )?(?:notched|cut|removed|taken)(?: out| away| off)(?: along (?:the )?(?:full|whole) (?:${N}|length|height|depth))?`,
      'gi',
    ),
    (match) => `a ${match[1]} notch in one corner`,
  ],
  // `V block …, 90° vee along the top`: its groove is said.
  [
    /\b(\d+ ?(?:°|deg(?:rees?)?)) (?:vee|v|groove)(?= ?(?:,|along|across|in |cut|running|groove|\d))(?! groove)/gi,
    ({ 0: text, 1: angle, input }) =>
      /groove$/i.test(text) && !/\bv(?:ee)?\b/i.test(input) ? text : `${angle} v groove`,
  ],
  [/\b(?:vee|v)[- ]block\b(?=[^]*\b(?:vee|groove)\b)/gi, () => 'block'],
  // `U-block 50 x 30 x 40, slot 20 wide from the top`: what makes it one is said.
  [/\bu[- ](?:shaped )?block\b(?=[^]*\b(?:slot|channel|groove|cut-?out)\b)/gi, () => 'block'],
  // `T-slot block 80 x 40 x 30, slot 12 wide 10 deep, then 20 wide 8 deep`
  [
    /\bt[- ]?slot(?:ted)? (?=(?:block|bar|plate|rail|base)\b)(?=[^]*\b(?:slot|opening|neck|throat|mouth)\b[^]*\d)/gi,
    () => '',
  ],
  [
    new RegExp(
      String.raw`\b(?:t[- ]?slot((?: (?:along|down|in|on|into) (?:the )?(?:top|length|middle|cent(?:er|re)|whole length))+),? (?:with )?(?:an? )?)?(?:t[- ]?slot|slot|opening|neck|throat|mouth)(?: is|:)? (${N}) wide(?:,| and|,? x| by)? (${N}) deep,? (?:and )?(?:then|opening(?: out)? to|widening(?: out)? to|(?:and )?below (?:it|that)|underneath(?: it)?|(?:the )?head(?: is|:)?) (${N}) wide(?:,| and| x| by)? (${N}) (?:deep|high|tall)\b`,
      'gi',
    ),
    ({ 1: where, 2: neck, 3: deep, 4: head, 5: high, input, index }) =>
      `${where === undefined && /\bt[- ]?slot\b[^.;]*$/i.test(input.slice(0, index)) ? '' : `t-slot${where ?? ''}, `}neck ${neck} wide and ${deep} deep, head ${head} wide and ${high} high`,
  ],
  [
    new RegExp(
      String.raw`\b(${N} wide,? (?:and|x|by) ${N} deep) at the (?:mouth|top|opening)(?<=\bt[- ]?slot\b[^.]*),? (?:opening|widening)(?: out)? to (?=${N} wide)`,
      'gi',
    ),
    (match) => `neck ${match[1]}, head `,
  ],
  [
    new RegExp(String.raw`\b(${N} high),? (?:below|underneath|beneath)(?: it)?\b(?<=\bt[- ]?slot\b[^.]*)`, 'gi'),
    (match) => match[1] ?? '',
  ],
  // `remove a 20 x 20 x 30 block from one corner`, `a cube of 25 mm cut out of a corner`
  [
    new RegExp(
      String.raw`(?:^|,? ?\b(?:and |then |with )*)(?:(?:remove|removing|subtract|subtracting|take|cut)(?: out| away| off)? )an? (?:(${N} ?[x×] ?${N} ?[x×] ?${N})(?: mm)? (?:block|cuboid|prism|box|piece|section|chunk|rectangular (?:block|prism|piece))|(?:cube (?:of|with sides? of) (${N})|(${N}) cube)) (?:from|off|out of|at|in) (?:(one|each|every)(?: of the)?|an?|the ((?:[a-z]+[ -]){1,3}?)) ?corners?\b`,
      'gi',
    ),
    ({ 1: chain, 2: side, 3: first, 4: which, 5: named }) => {
      const edge = side ?? first ?? ''
      return `, a ${chain ?? `${edge} x ${edge} x ${edge}`} notch in ${named ? `the ${named.trim()}` : (which ?? 'one')} corner`
    },
  ],
  [
    new RegExp(
      String.raw`\b(${PAIR}) ?${PIECE} ?\b(?:is |are |was )?(?:notched|cut|taken|removed|missing|snipped|nibbled|bitten)(?: (?:out|away|off))?(?: (?:of|from|out of|at|in|off))+ (?=${WHERE}(?:corners?|edges?)\b)`,
      'gi',
    ),
    (match) => `${match[1]} notch in `,
  ],
  // `a 3 mm fillet where the stud meets the base`, `around the foot of the boss`
  [
    /\b(?:fillet|radius) (?:at the (?:junction|corner|place) )?where (?:the |it |its )?(\w+ )?(?:meets|joins|touches|stands on) (?:the |its )?\w+/gi,
    ({ 0: text, 1: thing = '' }) =>
      /^(?:boss|post|stud|peg|pin|pillar|spigot|column|knob|stub|cylinder) $/i.test(thing) ? 'base fillet' : text,
  ],
  [
    /\bfillet (?:at|round|around) (?:the |its )?(?:base|foot|root|bottom) of the (?:boss|post|stud|peg|pin|pillar|spigot|column|knob|stub)\b/gi,
    () => 'base fillet',
  ],
  // `9 mm x 45° corners cut off`
  [
    new RegExp(
      String.raw`(?<![\d.])(${N}) ?(?:x|×|at) ?45 ?(?:°|deg(?:rees?)?) corners(?: (?:cut|clipped|chamfered)(?: off)?)?\b`,
      'gi',
    ),
    ({ 1: size = '' }) => `${size} chamfer on the corners`,
  ],
  // `with one corner cut out, 20 x 20`, `the two left corners notched 10 x 15`
  [
    new RegExp(
      String.raw`\b(${WHERE}corners?),? (?:is |are )?(?:notched|cut out|cut away|removed|missing|squared out|stepped)(?: (?:out|off|away))?,? ?(?:by |to |at |with )?(?:an? )?(${N} ?[x×] ?${N})`,
      'gi',
    ),
    (match) => `${match[2]} notch in ${match[1]}`,
  ],
  // `lower left corner cut off 60 x 60 at 45°`, `the two front corners cut off 25 mm x 45°`, `corners clipped 10 mm`: aslant.
  [
    new RegExp(
      String.raw`\b(${WHERE}corners?),? (?:is |are )?(?:cut off|cut(?= at \d[\d.]* ?(?:mm|cm|in\b)| (?:by |to )?\d[\d.]*(?: ?mm| ?cm)? ?(?:x|×|at) ?(?:an angle of )?45 ?(?:°|deg))|clipped|cropped|trimmed|chamfered|bevel+ed|cut at an angle|chopped off|bevel+ed off)(?: at 45 ?(?:°|deg(?:rees)?))?,? ?(?:by |to |at |with )?(?:an? )?(${N})(?: ?[x×] ?(${N})(?! ?(?:°|deg|\d)))?(?: ?(?:x|×|at) ?45 ?(?:°|deg(?:rees)?))?(?![\d])`,
      'gi',
    ),
    ({ 0: all, 1: where = '', 2: first = '', 3: second }) =>
      second === undefined || Number.parseFloat(first) === Number.parseFloat(second)
        ? `${second ?? first} chamfer on ${the(where)}`
        : all,
  ],
  // `the other corners sharp`, `the left ones left square`: as they are.
  [
    /[,;]? ?(?:and |with |but )?(?:the |all )*(?:other|others|rest|remaining|left|right|front|rear|back|top|bottom|upper|lower)(?:[- ]hand)?(?: (?:two|three|corners?|ones?|edges?))* (?:(?:are|is|stay|stays|staying|remain|left|kept|to be|being) )*(?:square|sharp|untouched|unrounded|as (?:they|it) (?:are|is))\b(?= ?(?:[,.;]|$))/gi,
    () => '',
  ],
  // `cut 15 x 15 mm corners off one 40 mm end`
  [
    new RegExp(
      String.raw`\bcut(?:ting)? (?:the |both |two )*(${N}) ?[x×] ?(${N}) (?:triangular )?corners off (?=(?:the|one|each|both|either|its)\b)`,
      'gi',
    ),
    ({ 0: all, 1: first = '', 2: second = '' }) =>
      Number.parseFloat(first) === Number.parseFloat(second) ? `${second} chamfer on the corners at ` : all,
  ],
  // `a slot 30 deep into one short end, square bottom`
  [
    new RegExp(
      String.raw`\bslot\b((?:[^.;]|\.\d)*?\b(?:in|into|from|at) ${WHERE}(?:edges?|ends?|sides?)\b(?:[^.;,]|\.\d)*?),? (?:with (?:an? )?)?(?:square|flat)[- ](?:bottom(?:ed)?|ended|end|inside|inner end)\b`,
      'gi',
    ),
    ({ 1: rest = '' }) => `rectangular notch${rest}`,
  ],
  // `28 mm deep to the centre of its round end`, `its round end centred 28 mm from that edge`: of a slot that is open.
  [
    new RegExp(
      String.raw`(?<=\b(?:slot|notch)\b[^.;]*?)(?:(${N})(?: deep| long)?,? (?:measured )?to the cent(?:er|re) of (?:its|the) (?:round(?:ed)?|semi-?circular|full[- ]radius|inner)(?: (?:end|bottom))?|(?:with )?its (?:round(?:ed)? |inner )?end centred (${N}) (?:in )?from (?:that|the|this) (?:edge|end|side))`,
      'gi',
    ),
    ({ 1: first, 2: second, 0: text, input }) =>
      /\bopen\b|\bnotch|\b(?:runs?|running|goes|going|cut) in/i.test(input)
        ? `centre distance ${first ?? second}`
        : text,
  ],
  // `a slot runs from the centre of the plate to the right edge and is open there; its inner end is round`
  [
    new RegExp(
      String.raw`\bslot,? (?:(?:that |which )?(?:runs?|running|goes|going|leads?|leading|extends?|extending|cut|open|out) )?from the (?:cent(?:er|re)|middle)(?: of (?:the |it)?[a-z]*)? (?:out )?to (?:the )?(left|right|front|back|rear|top|bottom)(?:[- ]hand)? (?:edge|side|end)(?:,? (?:and is |which is )?open (?:there|at that edge|to it))?((?:[;,.]| and)? (?:with )?(?:its |the |a )?(?:inner |inside )?(?:end (?:is )?round(?:ed)?|round(?:ed)? (?:inner )?end)(?:,? (?:and )?(?:is )?cent(?:red|ered) (?:on|in|at) the (?:plate|cent(?:er|re)|middle)(?: cent(?:er|re))?)?)?`,
      'gi',
    ),
    ({ 0: text, 1: side = '', input, index }) => {
      const sides = /(\d+(?:\.\d+)?)( ?mm| ?cm| ?in\b|")? ?[x×] ?(\d+(?:\.\d+)?)( ?mm| ?cm| ?in\b|")?/i.exec(
        input.slice(0, index),
      )
      const reach = /left|right/i.test(side) ? sides?.[1] : sides?.[3]
      return reach
        ? `open slot in the ${side} edge, centre distance ${Number(reach) / 2}${sides?.[2] ?? sides?.[4] ?? ''}`
        : text
    },
  ],
  // `two open slots …, 10 mm deep overall`: with their round ends.
  [
    new RegExp(
      String.raw`(?<=\b(?:slot|notch)(?:s|es)?\b[^.;]*?)\b(${N} (?:deep|long)),? (?:overall|in (?:all|total))\b`,
      'gi',
    ),
    ({ 0: text, 1: deep = '', input }) => (/\bopen\b|\bnotch/i.test(input) && /deep/i.test(deep) ? deep : text),
  ],
  // `a slot runs in from the middle of one 45 mm edge`
  [
    new RegExp(
      String.raw`\bslot (?:(?:that|which) )?(?:runs?|running|goes|going|comes|coming|cuts?|leads?|leading) in(?:wards?)? from (?=(?:the (?:middle|cent(?:er|re)) of )?(?:${WHERE})(?:${N} )?(?:edges?|ends?|sides?)\b)`,
      'gi',
    ),
    () => 'open slot in ',
  ],
  // `a slot running in 25 mm from the left edge`, `cut in from one end, 20 long`
  [
    new RegExp(
      String.raw`\b(?:running|runs|going|goes|cut|coming|extending|extends|reaching|milled|sawn) in (${N})(?: deep| long)? from (?=${WHERE}(?:edges?|ends?|sides?)\b)`,
      'gi',
    ),
    (match) => `${match[1]} deep open at `,
  ],
]
