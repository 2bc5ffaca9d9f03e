import type { Rewrite } from './notation.ts'

const BOX =
  /\b(?:box|case|enclosure|housing|tray|container|bin|cover|caddy|tidy|dish|pot|cup|holder|planter|trough|crate|shell(?:ed)?|jar|tub|lid|cap|wall pocket|hollow block)\b/i
const ofBox =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOX.test(match.input) ? put(match) : match[0]

const N = String.raw`\d+(?:\.\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|")(?![a-z]))?`
const STANDING = /\b(?:standoffs?|boss(?:es)?|posts?|pillars?|pegs?|pins?)\b/i
const HOLLOW = /\b(?:walls?|open|hollow|shell|boss(?:es)?|standoffs?)\b/i
const ofHollow =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOX.test(match.input) && HOLLOW.test(match.input) ? put(match) : match[0]

const SIDE = 'top|bottom|front|back|left|right'
const OPEN_SIDE = String.raw`(?:top|bottom|underside|front|back|rear|left|right)(?: (?:sides?|faces?|ends?|walls?))?|(?:both|two)(?: (?:short|small))? ends|ends`
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8 }
/** `bottom and both ends`: open at each of them. */
const allOpen = (sides: string): string =>
  [...sides.matchAll(/top|bottom|underside|front|back|rear|left|right|ends\b/gi)]
    .map(([side]) =>
      /ends/i.test(side)
        ? ', open at both ends '
        : openAt(side.toLowerCase().replace('underside', 'bottom').replace('rear', 'back')),
    )
    .join('')

const AROUND = String.raw`(?:all (?:the way )?(?:a)?round(?: it| the (?:edges?|outside|perimeter))?|(?:a)?round (?:it|the (?:perimeter|outside|edges?|pocket))|on (?:all|every|each)(?: four)?(?: of its)? sides?|from (?:all|every|each)(?: of the| the| four)* (?:edges?|sides?|walls?))`
const BORDER = String.raw`(?:walls?|rims?|borders?|margins?|edges?|lips?)`

/** How hollow things are told: shelled, hollowed from above, open on a side, with a wall for every side. */
export const HOLLOW_WORDS: readonly Rewrite[] = [
  // `front wall only 60 high`, `the front is lowered to 30`: one wall of the box, and not the box.
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:with|and|but|has) )?(?:the |its |an? )?(?:(front|back|rear|left|right)(?: (?:wall|side|panel))?(?: is| being)? (?:only|just|lowered to|cut down to|reduced to|lower,? at|dropped to|(?<=(?:wall|side|panel) is )) ?(${N})(?: (?:high|tall))?|(?:lower|lowered|low) (front|back|rear|left|right)(?: (?:wall|side|panel))?,? (?:of )?(${N})(?: (?:high|tall))?)(?! (?:long|wide|thick|deep|dia|from|x|apart|holes?|below|in))(?=$|[\s.,;)])`,
      'gi',
    ),
    ofBox(
      ({ 1: side, 2: high, 3: other, 4: left }) =>
        ` , a low wall ${high ?? left} high at the ${(side ?? other ?? '').toLowerCase().replace('rear', 'back')} side `,
    ),
  ],
  // `every inside vertical corner has a 6 mm radius`
  [
    new RegExp(
      String.raw`(?<!\bin (?:(?:every|each|all|the|four) )*)\b(?:(?:every|each|all|all four|the|four) )*(?:of the )?(?:(?:inside|inner|internal|interior) (?:vertical )?|vertical (?:inside|inner|internal) )(?:corners?|edges)(?: (?:have|has|with|of|get|gets|having))? (?:an? )?(?:radius (?:of )?|r ?)?(${N})(?: radius| rounding| fillets?)?`,
      'gi',
    ),
    ofBox(({ 1: radius = '' }) => `inside radius ${radius}`),
  ],
  // `a pocket 5 deep leaving a 2 mm wall around the perimeter`, `with a border of 5 mm left all round`, `5 mm in from every edge`
  [
    new RegExp(
      String.raw`(?<=\b(?:pocket|recess|hollow)\b[^.;]{0,60}),? (?:and )?(?:(?:leaving|that leaves|which leaves|with|to leave|so that it leaves) )?(?:an? )?(?:(${N})(?: mm)?(?: wide| thick)? (?:of )?(?:${BORDER}|material)|${BORDER} (?:of )?(${N})(?: wide| thick)?|(${N})(?: in| away| inset)?(?= from))(?: thick| wide)?(?: left| remaining| standing)?(?: ${AROUND}|(?<=\b(?:leaving|leaves|to leave) [^,;]*)(?! (?:deep|high|at|between|under|in)\b))`,
      'gi',
    ),
    ({ 1: wall, 2: behind, 3: from }) => ` with a ${wall ?? behind ?? from} wall`,
  ],
  // `sensor housing 50 OD`: `outside` alone tells nothing of its shape.
  [
    new RegExp(
      String.raw`(?<=^[^.;\d]*\b(?<!bearing )(?:box|case|enclosure|housing|tray|container|bin|dish|tub|trough)\b[^.;\d]*(?:${N} (?:high|tall|deep)\b[^.;\d]*)?)(⌀? ?${N}) o\.?d\b\.?`,
      'gi',
    ),
    ({ 1: wide = '' }) => `${wide} diameter`,
  ],
  // `three 20 mm holes round the side`: of a round box in its wall, and no circle of them in its floor.
  [
    /\b(holes?|slots?|windows?|openings?)((?: (?:evenly|equally) (?:spaced|spread))?) (?:all )?(?:a)?round (?:the |its )?(?:side|sides|wall|walls|outside|circumference|body)\b/gi,
    ofBox(({ 1: cut = '', 2: how = '' }) => `${cut}${how} in the side`),
  ],
  // `shell it to a tray with 2 mm walls`, `5 mm walls on the other five sides`, `bottom half only`
  [
    /\b(shell(?:ed)?(?: (?:it|this|that|out|the (?:block|part|solid|box)))?) (?:in)?to (?:form |make )?an? (?:open )?(?:tray|box|case|enclosure|housing|container|shell),? (?=with\b|of\b)/gi,
    ({ 1: shell = '' }) => `${/shell$/i.test(shell) ? `${shell} it` : shell} `,
  ],
  [
    /(?<=\bwalls?(?: \d[\d.]*(?: ?mm)?(?: thick)?)?) on (?:all )?(?:the )?(?:other|remaining|rest of the) (?:(?:two|three|four|five|[2-5]) )?(?:sides|faces)\b/gi,
    () => '',
  ],
  [
    /,? ?\(?\b(?:the )?(?:bottom|lower|base) (?:half|part|shell) only\b\)?|,? ?\(?\bonly the (?:bottom|lower|base) (?:half|part|shell)?\b\)?/gi,
    ofBox(() => ''),
  ],
  // `one 2 mm wall divides it into two equal halves`, `a 3 mm divider that splits the inside into two 34 x 75 x 40 sections`
  [
    new RegExp(
      String.raw`\b(?:one|an?|a single) (${N})(?: thick)? (?:cross |inner |centre |middle )?wall,? (?:(?:that|which) )?(?:divides|splits|parts|separates|dividing|splitting|parting|separating) (?:it|the (?:box|tray|inside|space|interior)) (?:in|into)(?: two)?(?: equal)? (?:halves|parts|compartments|sections|half)`,
      'gi',
    ),
    ofBox(({ 1: thick = '' }) => `a divider ${thick} thick`),
  ],
  [
    new RegExp(
      String.raw`(?<=\b(?:divider|partition)(?: wall)?\b(?: ${N} thick)?),? (?:that |which )?(?:divides|splits|parts|separates|dividing|splitting|parting|separating) (?:it|the (?:box|tray|inside|space|interior|volume|enclosure|housing|case)) (?:in|into) two (?:equal )?(?:${N} ?x ?${N}(?: ?x ?${N})? )?(?:halves|parts|compartments|sections|chambers)`,
      'gi',
    ),
    () => '',
  ],
  // `open at the bottom and both ends`, `top and both ends open`, `no front wall`: each side that is open, by itself.
  [
    new RegExp(
      String.raw`\bopen (?:(?:at|on|to) )?(?:the |its )?((?:${OPEN_SIDE})(?:(?:,|,? and| &| \+) (?:open )?(?:(?:at|on) )?(?:the |its )?(?:${OPEN_SIDE}))+)(?= ?(?:[,.;)]|$|with\b|and\b))`,
      'gi',
    ),
    ofBox(({ 1: sides = '' }) => allOpen(sides)),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?((?:(?:${OPEN_SIDE}),? )+(?:and|&) (?:the )?(?:${OPEN_SIDE}))(?: are| is| left)? open(?= ?(?:[,.;)]|$|with\b|and\b))`,
      'gi',
    ),
    ofBox(({ 1: sides = '' }) => allOpen(sides)),
  ],
  [
    /\b(?:with )?(?:no|without an?|without the) (front|back|rear|left|right)(?: hand)? (?:wall|side|face|panel)\b|\b(?:the )?(front|back|rear|left|right) (?:wall|side|panel) (?:is )?(?:missing|left out|omitted|removed|left off)\b/gi,
    ofBox(({ 1: one, 2: other }) => allOpen(one ?? other ?? '')),
  ],
  // `a 1 mm deep rebate 1 mm wide around the inside of the top rim`: what its lid lies on.
  [
    /\b(?:rebate|rabbet|step|ledge|recess|shoulder)\b((?:[^.;]|\.\d){0,50}?),? (?:all )?(?:a)?round the (?:inside|inner)(?:(?: of| edge of)? (?:the )?(?:upper |top )?(?:rim|edge|opening|mouth|walls?|top|side))*(?: for (?:the|a) lid)?\b/gi,
    ofHollow(({ 1: sizes = '' }) => `lid seat${sizes}`),
  ],
  // `countersunk from inside`: from where it is made, and not how the box is measured.
  [
    /,? (?:as seen )?from (?:the )?(?:inside|interior)\b(?! (?:of|edges?|walls?|faces?|bottom|floor|corners?|of the) ?)/gi,
    ofHollow(() => ''),
  ],
  // `standoffs each 10 mm from the two nearest inner walls`
  [
    /\bfrom (?:(?:the|its|both) )?(?:two )?(?:nearest|adjacent|neighbou?ring|closest) (?:(?:inner|inside|outer|outside) )?(?:walls|edges|sides)\b/gi,
    ({ 0: text }) => (/outer|outside/.test(text) ? text : 'from the edges'),
  ],
  // `pencil holder cylinder`: the shape of it.
  [
    /\b((?:pencil|pen|brush|utensil|toothbrush|marker)s?[- ](?:holder|cup|pot|tidy)),? (?:shaped like an? |as an? )?cylinder\b/gi,
    (match) => match[1] ?? '',
  ],
  // `an open cylinder whose wall is 2 mm`: open at both ends, where nobody speaks of its floor.
  [
    /\bopen(?:[- ]ended)? (?:hollow )?cylinder\b(?=[\s\S]*\b(?:wall|inside|inner)\b)/gi,
    ({ 0: text, input }) => (/\b(?:bottom|floor|base|closed|top|lid|cup|box)\b/i.test(input) ? text : 'tube'),
  ],
  [
    new RegExp(
      String.raw`\b(?:that |which )?(?:goes|reaches|going|reaching|fits|drops|projects|extends) (${N}) (?:down )?(?:in|into|inside) (?:the |its )?(?:box|case|opening|tray|jar|container|walls?)\b`,
      'gi',
    ),
    ofBox(({ 1: deep = '' }) => `${deep} deep`),
  ],
  [
    /\b(?:that |which )(?:drops|fits|goes|sits|slides) (?:in|into|inside|between) (?:the |its )?(?:box|case|opening|tray|jar|container|walls?|base|body|bottom|enclosure|housing|lower (?:part|half))\b/gi,
    (match) => (/\b(?:lip|rim|skirt)\b/i.test(match.input.slice(0, match.index)) ? '' : match[0]),
  ],
  // `Inside, on the floor, four standoffs`, `The inside has four standoffs`: where they stand, and not how the box is measured.
  [
    /(?<=(?:^|[.;\n]) ?)(?:and )?(?:on the |the )?(?:inside|interior|inner floor)(?: of (?:the |this )?(?:[a-z]+ )?(?:box|case|enclosure|housing|tray|it))?,?(?: (?:there (?:are|is)|has|have|it has|contains|includes|features|holds|add|place|put|should (?:have|contain)|on (?:the |its )?(?:floor|bottom|base)))?,? (?=(?:an?|two|three|four|five|six|eight|\d+(?! ?(?:mm|cm|in\b|x|×|by|\.)))\b (?!x|by|mm|dia|wide|deep|long|high|tall|across|square|round|radius|and))/gi,
    ofHollow(() => ' '),
  ],
  // `a height of 12 mm above the inside floor`, `rising from the inner floor`: where they stand, and not how the box is measured.
  [
    new RegExp(
      String.raw`\b(heights? (?:of )?${N}|${N} (?:tall|high|in height)),? (?:measured )?(?:above|from|off) (?:the |its )?(?:(?:inside|inner|internal|interior) )?(?:floor|bottom|base)\b(?! (?:edge|face|corner))`,
      'gi',
    ),
    ofHollow(({ 0: all, 1: high = '', input, index }) =>
      STANDING.test(input.slice(Math.max(0, index - 120), index)) ? high : all,
    ),
  ],
  [
    /(?<=\b(?:standoffs?|boss(?:es)?|posts?|pillars?|pegs?|pins)\b[^.;]{0,60}?),? (?:that |which )?(?:ris(?:e|es|ing)|stand(?:s|ing)?|go(?:es|ing)?|extend(?:s|ing)?)(?: vertically| straight)?(?: up)?(?: inside (?:the )?(?:box|case|enclosure|housing|tray),?)? (?:from|on|above|off) (?:the |its )?(?:inside|inner|internal|interior) (?:floor|bottom|base)\b(?: \(z ?= ?[\d.]+\))?/gi,
    ofHollow(() => ''),
  ],
  // `holes through the standoffs and the base`
  [
    /\bthrough (?:both )?(?:the |each |every )?(?:standoffs?|boss(?:es)?|posts?|pillars?|pegs?) and (?:through )?(?:the )?(?:floor|base|bottom)\b(?: (?:below|beneath|under) (?:it|them))?/gi,
    ofHollow(() => 'through everything'),
  ],
  [
    /\b(?:the )?top(?: face| side)?(?: \(\+?z\))? is (?:removed|deleted|cut away|taken off|left off)(?: and)?\b/gi,
    ofHollow(() => ', open top,'),
  ],
  // `The outer box is 70 x 50 x 30`, `fits over the shelled box`: the one there is.
  [
    /\b(the|its|this) (?:outer|outside|external|main|shelled|hollowed) (?=(?:box|case|body|enclosure|housing|shell)\b(?! (?:size|dimension|measure)))/gi,
    ofHollow(({ 1: the = '' }) => `${the} `),
  ],
  // `4 feet 10 dia x 5 on the bottom`, `a 90 x 25 handle slot`
  [
    /\b(four|4|three|3|six|6) (?:rubber |little |small |round )?feet(?=,? (?:of |each )?(?:⌀ ?|dia(?:m(?:eter)?)?\.? )?\d|,? (?:on|at|in|under) (?:the|each)\b)/gi,
    // Feet are under it, whoever says so or not.
    ofBox(({ 0: text, 1: count = '', input, index }) =>
      /\b(?:bottom|under\w*|below|beneath|floor|base)\b/i.test(
        input.slice(Math.max(0, index - 60), index + text.length + 80),
      )
        ? `${count} pads`
        : `${count} pads on the bottom`,
    ),
  ],
  // `four 12 mm diameter, 3 mm high feet under the corners`, `feet: four 8 mm pads under the floor`
  [
    /\b(?:feet|pads) (?:under|underneath|below|beneath) (?:the|its|each|all)(?: four)? (?:bottom )?corners?(?: of the (?:bottom|underside|floor|base|box|case|tray))?\b/gi,
    ofBox(() => 'bosses on the bottom in each corner'),
  ],
  [/\b(?:rubber )?feet: (?=(?:four|4|three|3|six|6)\b[^.;]*\bpads\b)/gi, ofBox(() => '')],
  [
    /(?<=\bpads\b[^.;]{0,40}) (?:under|underneath|below|beneath) (?:the|its|each|all)(?: four)? (floor|bottom|base|box|tray|case|(?:bottom )?corners?)\b/gi,
    ofBox(({ 1: where = '' }) => ` on the bottom${/corner/i.test(where) ? ' in each corner' : ''}`),
  ],
  // `three 12 mm holes through the wall at 120 degrees`: evenly round it.
  [
    /\b(two|three|four|five|six|eight|[2-8]) ((?:[^.;,]|\.\d){2,30}?\bholes)((?: (?:through|in) the (?:side |round )?walls?| in the side)),? (?:at|every|spaced(?: at)?) (180|120|90|72|60|45) ?(?:°|deg(?:rees)?\b)(?: (?:apart|intervals|to each other|spacing))?/gi,
    ({ 0: text, 1: many = '', 2: holes = '', 4: turn = '' }) =>
      Math.round(360 / Number(turn)) === (COUNTS[many.toLowerCase()] ?? Number(many))
        ? `${many} ${holes} evenly spaced in the side`
        : text,
  ],
  [/\bhandle (?=(?:slots?|holes?|cut-?outs?|openings?)\b)/gi, () => ''],
  // `inner cavity 114 x 74 x 37 mm deep`
  [
    new RegExp(
      String.raw`\b(?:an? |the )?(?:inner|internal|inside|interior) (?:cavity|space|volume) (?:of |is |measures |measuring )?(${N} ?[x×] ?${N}(?: ?[x×] ?${N})?)(?: (?:deep|high))?`,
      'gi',
    ),
    ofBox(({ 1: sizes = '' }) => `inside ${sizes}`),
  ],
  // `electronics enclosure base, 100 x 64 x 25`, `lower half of an enclosure`: the box without its lid, and no floor.
  [
    new RegExp(
      String.raw`(?<=^[^.;:\d]*\b(?:box|case|enclosure|housing))[ -](?:base|bottom half|lower half|bottom part)\b(?! plate| ?(?:is |of )?${N} thick)`,
      'gi',
    ),
    () => '',
  ],
  [
    /^((?:an? |the )?)(?:lower|bottom) (?:half|part|shell) of (?:an? |the )?(?=(?:[a-z]+ )?(?:box|case|enclosure|housing)\b)/gi,
    ({ 1: article = '' }) => article,
  ],
  [
    new RegExp(
      String.raw`\bsolid (?=(?:⌀ ?)?${N} (?:dia(?:meter)? )?(?:posts?|boss(?:es)?|standoffs?|pillars?|columns?)\b)`,
      'gi',
    ),
    ofHollow(() => ''),
  ],
  // `a box, 60 mm on each side`: a cube, where nobody says how high it is.
  [
    new RegExp(
      String.raw`(?<=\b(?:box|container|case|planter|enclosure|bin)\b(?:,? |:? ?\n[-*•]? ?)(?:of |with |measuring |that is |is )?)(${N}) (?:long )?(?:on|along|at|per) (?:each |every |all )?(?:sides?|edges?)\b`,
      'gi',
    ),
    ({ 0: all, 1: side = '', input }) =>
      /\b(?:high|tall|deep|height|depth|inside)\b|\d ?[x×] ?\d/i.test(input) ? all : `${side} x ${side} x ${side}`,
  ],
  // `5 mm sides and base`, `a flat floor`, `inner corners R11`
  [
    new RegExp(String.raw`\b(${N}) (?:thick )?sides and (?:a |the )?(?:base|bottom|floor)\b`, 'gi'),
    ofBox(({ 1: thick = '' }) => `${thick} walls and floor`),
  ],
  [/\bflat (?=(?:floor|bottom|base)\b)/gi, ofBox(() => '')],
  // `7 mm in from the inner wall corners`, `from the inner walls`
  [/\bfrom (?:the |its )?(?:inner|inside|internal) walls?(?= corners?\b)/gi, ofHollow(() => 'from the')],
  [/\bfrom (?:the |its )?(?:inner|inside|internal) walls\b/gi, ofHollow(() => 'from the inner faces of the box')],
  // `with a base of 100 x 100 and a height of 60`: how large it is, and no floor.
  [
    new RegExp(
      String.raw`\b(?:with |has |having )?an? (?:square |rectangular )?(?:base|footprint)(?: area)? (?:of|measuring|that (?:is|measures)) (${N} ?[x×] ?${N})(?! thick)`,
      'gi',
    ),
    ofBox(({ 1: size = '' }) => `, ${size}`),
  ],
  [/\b(?:all |the )*walls? and (?:the )?(?:bottom|base|floor)(?= (?:are |is )?\d)/gi, ofBox(() => 'walls and floor')],
  [
    /\b(?:cube[- ]shaped|cubic|cubical|cube) (open )?(box|container|planter|pot|vase|case|tray)\b/gi,
    ({ 1: open, 2: box = '' }) => `${open ? 'open top ' : ''}cube ${/planter|pot|vase/i.test(box) ? 'box' : box}`,
  ],
  [/,? ?\bin (?:both )?x and y(?: directions?)?\b/gi, ofHollow(() => '')],
  // `a finger recess 40 long, 20 wide, round ends`: a slot that does not go through.
  [
    /\b(?:finger |thumb )?(?:recess|pocket|depression)\b(?=((?:[^.;]|\.\d){0,60}?)\bround(?:ed)? ends\b)/gi,
    () => 'slot',
  ],
  // `hollowed out from below leaving 3 mm walls and a 4 mm thick top`, `with the underside hollowed out`
  [
    new RegExp(
      String.raw`,? ?\b(?:hollowed(?: out)? from (?:below|beneath|underneath|the (?:underside|bottom))|(?:with )?(?:the|its) (?:underside|bottom)(?: is)? hollowed(?: out)?),?(?: (?:leaving|with|to leave))? (?=(?:an? )?(?:walls? (?:of )?)?${N})`,
      'gi',
    ),
    () => ' hollowed from the bottom, ',
  ],
  [
    new RegExp(String.raw`\b(${N}) thick (?=(?:top|roof)\b)(?<=\bhollowed from the bottom\b[^.;]*)`, 'gi'),
    ({ 1: thick }) => `${thick} `,
  ],
  // `A cube with 40 mm sides that is hollowed out leaving 3 mm walls`
  [/\bcube\b(?=[^;]*\bhollow(?:ed)?(?: it)?(?: out)?\b[^;]*\bwalls?\b)/gi, () => 'hollow cube'],
  // `open-top cube 42 mm, 3 mm walls`, `cube 50 mm, 5 mm walls, open at the top`
  [/\bopen(?:[- ](?:top(?:ped)?|faced))? cube\b(?! box)/gi, () => 'open top hollow cube'],
  [/(?<!\bhollow )\bcube\b(?! box)(?=[^;]*\bwalls?\b[^;]*\bopen\b)/gi, () => 'hollow cube'],
  [/(?<!\bhollow )\bcube\b(?! box)(?=[^;]*\bopen\b[^;]*\bwalls?\b)/gi, () => 'hollow cube'],
  [
    new RegExp(
      String.raw`,? ?(?:(?:that|which) is )?\bhollowed out,?(?: (?:to |and )?(?:leav(?:e|es|ing)|with|giv(?:es|ing)))? (?=${N})`,
      'gi',
    ),
    () => ', hollow, ',
  ],
  // `in one side wall`, `through one of the walls`: whichever it is, none of them is the floor.
  [
    /\b(in|into|on|through) (?:(?:one|any|either)(?: of)?(?: the| its)? (?:side )?walls?|(?:a|the) side wall|side wall)\b(?! (?:is|are|thick|\d))/gi,
    ofHollow(({ 1: prep = '', input }) =>
      /\b(?:round|cylindrical|jar|cup|pot|dia|od|diameter of)\b/i.test(input) ? `${prep} the side` : `${prep} one side`,
    ),
  ],
  // `on the short side wall`: in one of them.
  [
    /\b(in|into|on|through) (?:the|a|one) (short|long)(?:er)? (?:side )?wall\b(?! (?:is|thick|\d))/gi,
    ofHollow(({ 1: prep = '', 2: which = '' }) => `${/^on/i.test(prep) ? 'in' : prep} one ${which} side`),
  ],
  // `in one of the 40 mm side walls`, `in the 40 mm face`: the one of that length.
  [
    new RegExp(
      String.raw`\b(in|into|on|through|of) ((?:one|both|each|either)(?: of)?(?: the)?|the|a) (\d[\d.]*)( ?(?:mm|cm|in))? (?:long |wide )?(?:side )?(?:wall|face)(s?)\b(?! (?:is|are|thick))`,
      'gi',
    ),
    ofHollow(({ 0: all, 1: prep = '', 2: which = '', 3: size = '', 4: unit = '', input }) =>
      isSide(size, input)
        ? `${prep} ${/^(?:one|either|a)\b/i.test(which) ? 'one' : /^(?:both|each)/i.test(which) ? 'both' : 'the'} ${size}${unit || ' mm'} side${/^(?:both|each)/i.test(which) ? 's' : ''}`
        : all,
    ),
  ],
  [/\b(lip|rim|skirt|spigot|plug) (?:under|below|beneath|underneath) it\b/gi, ({ 1: lip = '' }) => `${lip} `],
  [
    /\b(?:that |which )?(?:slips|goes|fits|pushes|slides|pushed) (?:on )?over the outside(?: of (?:it|the (?:jar|box|tube|pipe|bottle)))?/gi,
    ofBox(() => 'goes over'),
  ],
  // What goes over the outside of a jar is hollow from below.
  [/\b(?:lid|cover) (?:for|of) (?:a|the) (?:jar|pot|bottle|tin|can)\b(?=[^.;]{0,30}\bgoes over\b)/gi, () => 'cap'],
  // `a post in each inside corner`: the corners of its floor are inside anyhow.
  [
    /\b(each|every|all|the|four|4) (?:inside|inner|internal) (?=corners?\b)/gi,
    ofHollow(({ 1: each = '' }) => `${each} `),
  ],
  [
    /\bas (?:tall|high) as (?:the |its )?(?:walls?|sides?|rim|box|case)\b|\b(?:up|reaching|going)(?: up)? to (?:the )?(?:(?:top|rim|height) of the (?:walls?|sides?|box|case)|rim)\b|\bfull (?:wall )?height\b|\b(?:the )?same height as the walls?\b/gi,
    ofHollow(() => 'full height'),
  ],
  [
    /\b(?:to serve )?as (?:a |an )?(?:carry(?:ing)? |hand )?(?:handles?|grips?|hand ?holds?|finger grips?)\b/gi,
    ofBox(() => ''),
  ],
  [
    new RegExp(String.raw`\b(${N}) (?:down )?below the (?:rim|top edge|top|upper edge|edge)\b`, 'gi'),
    ofHollow(({ 1: far = '' }) => `${far} from the top edge`),
  ],
  [
    /\br ?(\d[\d.]*) (?:on the )?(?:inside|inner)\b(?= ?(?:[,;.)\n]|$|and\b))/gi,
    ofHollow(({ 1: size = '' }) => `inside radius ${size}`),
  ],
  // `closed at one end with a thickness of 3`: that is its floor; what is a cap is closed anyhow.
  [
    new RegExp(
      String.raw`\b(?:(?:which |that )?(?:is )?(?:closed|capped|sealed|blanked)(?: off)? (?:at|on|from) (?:one|the (?:bottom|lower|base))(?: end| side)?|(?:one )?(?:closed|capped|sealed) end|(?:with )?one end (?:is )?(?:closed|capped|sealed)(?: off)?)\b(?:(?:,? (?:with|by|of))? (?:an? )?(?:(?:thickness|floor|base|bottom|wall)(?: of)? (${N})(?: thick)?|(${N})(?: thick(?:ness)?)?(?: (?:wall|floor|base|bottom|end))?)(?!\d|\.\d| ?(?:high|long|tall|dia|od|id|outer|inner|outside|inside|hole|x|×))|,? (?:(?:bottom|base) )?(${N}) thick\b)?`,
      'gi',
    ),
    ({ 0: text, 1: thick, 2: wide, 3: behind, input }) => {
      const floor = thick ?? wide ?? behind
      return /\bcap\b/i.test(input) ? text : `closed end${floor ? `, floor ${floor},` : ''}`
    },
  ],
  // `open at the top, …, bottom 3 mm thick`, `walls 2.4 and the bottom is 3 mm`
  [
    new RegExp(
      String.raw`\b(?:the |an? )?(?:solid |closed )?(?:bottom|base)(?: is| being| should be)? (${N})(?: thick\b|(?= ?(?:[;)]|[.,](?!\d)|$|and\b)))`,
      'gi',
    ),
    ({ 0: text, 1: thick = '', input }) => {
      const round = /\b(?:hollow|open)\b/i.test(input) && /\b(?:cylinder|tube|pipe)\b/i.test(input)
      const walled = BOX.test(input) && /\bwalls?\b/i.test(input) && !text.endsWith(' thick')
      return round || walled ? `floor ${thick}` : text
    },
  ],
  // `tray 400 x 300 x 25, sheet 1.5 mm thick`: what its walls are of.
  [
    new RegExp(
      String.raw`(?<=(?:[,;:]|\.(?!\d)|\bof|\bfrom) ?)(?:the )?(?:sheet|plate|board|wood|metal|plywood|ply)(?: is)? (${N}) thick\b`,
      'gi',
    ),
    ofBox(({ 1: thick = '' }) => `material ${thick}`),
  ],
  // `case for a 60 x 40 circuit board with 1 mm of room all around it`
  [
    new RegExp(
      String.raw`\b(?:with|having|leaving|(?:(?:that|which|and|it) )?(?:has|leaves|needs|gets)) (${N})(?: mm)? (?:of )?(?:room|play|space|clearance|air|gap|free space)(?: left)?(?: (?:on )?(?:all (?:a)?round|around|all sides|every side|each side|on all sides)(?: it| the board)?)`,
      'gi',
    ),
    (match) => (/\b(?:board|pcb)\b/i.test(match.input.slice(0, match.index)) ? `with a ${match[1]} gap` : match[0]),
  ],
  // `Start with a block. Shell it to 2 mm leaving the top face open.`
  [
    new RegExp(
      String.raw`\b(?:solid )?(?:block|cuboid|rectangular block|plate)\b(?:,? (${N}) thick\b)?(?=[\s\S]*\b(?:shell|hollow)(?:ed|s)? (?:it|this|that|the (?:block|part|solid|inside)|from)\b)`,
      'gi',
    ),
    ({ 1: high }) => `hollow block${high ? `, ${high} high` : ''}`,
  ],
  [
    new RegExp(
      String.raw`\bhollow(?:ed|s)?(?: it| this| that)?(?: out)? from (?:the )?(top|above|below|underneath|underside|bottom)\b,?(?: leaving| with| to leave)?`,
      'gi',
    ),
    ({ 1: from = '' }) => `, hollow, ${/^(?:top|above)/i.test(from) ? 'open top' : 'open at the bottom'},`,
  ],
  [
    new RegExp(
      String.raw`(?<=\bopen at the bottom\b[^.]*)(${N}) (?:thick )?(?:top|roof|ceiling)\b(?! (?:edge|face))`,
      'gi',
    ),
    ofHollow(({ 1: thick = '' }) => `${thick} floor`),
  ],
  [
    new RegExp(String.raw`\b(?:leaving|keeping|with) (?:the |its )?(${SIDE})(?: face| side)? open\b`, 'gi'),
    ({ 1: side = '' }) => openAt(side),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?(${SIDE})(?: face| side)? (?:is |stays |left |remains )?open(?: instead of the (?:${SIDE}))?\b(?! (?:box|tray|top))`,
      'gi',
    ),
    ofBox(({ 1: side = '' }) => openAt(side)),
  ],
  [
    new RegExp(
      String.raw`\b(?:the (?:body|box|part|solid) is )?(?:shelled|shell (?:it|this|that|out|the (?:block|part|solid|box|inside)))(?: (?:out|inwards?))?,? (?:to|with|at|by)?(?: an?)?(?: walls? of| (?:uniform |shell )?(?:wall )?thickness(?: of)?)? ?(${N})(?: (?:uniform|even|constant))?(?: thick)?(?: walls?)?(?: thickness)?(?:,? (?:down |in )?from (?:the )?(top|above)(?: face| side)?)?`,
      'gi',
    ),
    ({ 1: wall = '', 2: top }) => `, ${wall} wall${top ? ', open top' : ''}`,
  ],
  [
    /\b(?:with )?no (bottom|top)\b|\bwithout a (bottom|top)\b/gi,
    ofBox(({ 1: one, 2: other }) => openAt(one ?? other ?? 'top')),
  ],
  // `inset 8 mm from the outside`, `a hexagonal prism … hollowed`, `four internal bosses`
  [
    /\bfrom the (?:outside|outer)(?: (?:edges?|walls?|faces?|sides?|of the (?:box|case|walls?)))?(?= ?(?:[,.;)]|$|and\b))/gi,
    ofHollow(() => 'from the outer faces of the box'),
  ],
  [/\bhexagonal (?:prism|block|bar)\b(?=[\s\S]*\bhollow)/gi, () => 'hexagonal cup'],
  [
    /\b(?:(?:solid|internal|inside|inner|cylindrical|round) )+(?=(?:(?:screw|mounting|support|pcb) )?(?:boss(?:es)?|posts?|standoffs?|pillars?|columns?)\b)|\bcorner (?=(?:screw )?(?:boss(?:es)?|posts?|standoffs?|pillars?|columns?)\b)/gi,
    ofHollow(() => ''),
  ],
  // `slots 2 mm wide and 20 mm tall`: in a wall.
  [
    new RegExp(String.raw`\b((?:ventilation |vent )?slots?)\b((?:(?!slot)[^.;]){0,40}?)(${N}) (?:tall|high)\b`, 'gi'),
    ofHollow(({ 1: slots = '', 2: rest = '', 3: size = '' }) => `vertical ${slots}${rest}${size} long`),
  ],
  // `posts standing 8 mm above the floor on a 70 x 50 rectangle`
  [
    new RegExp(
      String.raw`\b(?:standing|rising|sticking up|projecting) (?:up )?(${N}) (?:up )?(?:above|from|off|over) (?:the |its )?(?:floor|base|bottom)\b`,
      'gi',
    ),
    ofHollow(({ 1: size = '' }) => `${size} high`),
  ],
  [
    /\b(?:right |clean |all the way )?through the (?:floor|bottom|base)(?= ?(?:[,.;)]|$|on\b|and\b))/gi,
    ofHollow((match) =>
      /(?:standoffs?|boss(?:es)?|posts?|pillars?|pegs?)\b/i.test(match.input.slice(0, match.index))
        ? 'through everything'
        : match[0],
    ),
  ],
  // `The base plate of the case is 2 mm thick …. Walls 2 mm thick rise from its edge to a height of 28 mm.`
  [
    /\b(?:base plate|floor|bottom) of (?:the |an? )?(case|box|tray|enclosure|housing)\b/gi,
    ({ 1: box = '' }) => `${box} , floor`,
  ],
  [
    new RegExp(
      String.raw`\bwalls? (${N})(?: thick)? (?:rise|rising|stand|standing|go(?:es)? up|come up)(?: up)?(?: from (?:its|the|all) edges?| all (?:a)?round)*(?: to)?`,
      'gi',
    ),
    ({ 1: wall = '' }) => `wall ${wall}, `,
  ],
  // A cover with no bottom is a box upside down.
  [
    /\b(?:cover|hood|cowl|dust cover)\b(?![^]*\bskirt\b)(?=[\s\S]*\b(?:no bottom|open (?:bottom|underneath|below|at the bottom)|without a bottom))/gi,
    () => 'box',
  ],
  // Parts that belong together, and are made beside or in each other.
  [
    /\b(?:and,? )?as a (?:separate|second|loose) (?:part|piece|body|item),? (an? )/gi,
    ({ 1: article = '' }) => `and ${article}separate `,
  ],
  [
    /^\s*(?:make |design |i need |draw )?(?:two|2) (?:separate )?(?:parts|bodies|pieces) ?[:;,.] ?(an? [^.;]*?),? and (an? )(?=[^.;]*\b(?:post|pin|peg|rod|column|pillar)\b)/gi,
    ({ 1: first = '', 2: article = '' }) => `${first} and ${article}separate `,
  ],
  [
    /\b(?:standing|sitting|placed|resting) on (?:top of )?(?:it|the (?:plate|base|base plate|block))\b/gi,
    (match) => (/\bseparate\b/i.test(match.input) ? 'on top' : match[0]),
  ],
  [
    new RegExp(
      String.raw`\b(side by side|next to each other|beside each other|in a row),? with an? (${N}) gap(?: between (?:them|each))?`,
      'gi',
    ),
    ({ 2: gap = '' }) => `in a row, ${gap} apart`,
  ],
  // `two nested tubes, outer 50 OD and 46 ID, inner 44 OD and 40 ID, both 60 long`
  [
    /\btwo (?:nested|concentric|coaxial) (tube|pipe|sleeve|ring)s\b(?:,? (\d[\d.]*(?: ?mm)?) long)?[:,]? (?:outer|one|the outer|outside)(?: one)?:? ([⌀\d][\d.]*)(?: ?mm)?(?: od)? ?(?:\/|and|x|,) ?(\d[\d.]*)(?: ?mm)?(?: id)?[,;]?(?: and)? (?:inner|one|the inner|the other|other)(?: one)?:? (\d[\d.]*)(?: ?mm)?(?: od)? ?(?:\/|and|x|,) ?(\d[\d.]*)(?: ?mm)?(?: id)?(?:,? (?:both|each) (\d[\d.]*(?: ?mm)?) (?:long|tall|high))?(?:,? (?:concentric|nested|coaxial))?/gi,
    ({ 1: noun = '', 2: before, 3: a = '', 4: b = '', 5: c = '', 6: d = '', 7: behind }) => {
      const long = before ?? behind
      const size = long ? ` ${long} long` : ''
      return `${noun} ${a} od ${b} id${size} and a ${noun} ${c} od ${d} id${size}, concentric`
    },
  ],
  // `a plug tapering from 39.5 to 38.5 mm`: wide at its head.
  [
    /\b(?:tapering|tapered|tapers) from (\d[\d.]*)(?: ?mm)? (?:down )?to (\d[\d.]*)(?: ?mm)?(?: dia(?:meter)?)?/gi,
    (match) =>
      /\b(?:plug|stopper|bung)\b/i.test(match.input)
        ? `, large diameter ${Math.max(Number(match[1]), Number(match[2]))}, small diameter ${Math.min(Number(match[1]), Number(match[2]))}`
        : match[0],
  ],
  // `cap …: bore 32.4`: its inside.
  [
    /\bbore (?:of |is )?(?=⌀? ?\d)/gi,
    (match) => (/\bcap\b/i.test(match.input) && !/\bhole/i.test(match.input) ? 'inside diameter ' : match[0]),
  ],
  [/\bthat (?:goes|fits|slips|slides) over the outside(?: of (?:it|the box))? ?[:,]?/gi, ofBox(() => ', goes over, ')],
  // `Wall/base: 5/5 mm`
  [
    /\bwalls? ?\/ ?(?:base|floor|bottom)[ :=]*(\d[\d.]*) ?\/ ?(\d[\d.]*)/gi,
    ({ 1: wall = '', 2: floor = '' }) => `wall ${wall}, floor ${floor}`,
  ],
  // `2 mm thick everywhere`
  [
    new RegExp(
      String.raw`\b(${N}) (?:thick |walls? )?(?:everywhere|everything|throughout|all over|all (?:a)?round)\b(?<!gap all round)`,
      'gi',
    ),
    ofBox(({ 1: wall = '', input, index, 0: all }) =>
      /\b(?:gap|clearance|play|rounded|radius|edges?)\b[^,;.]{0,12}$/i.test(input.slice(0, index)) ||
      /^\s*(?:gap|clearance)/i.test(input.slice(index + all.length))
        ? all
        : /\bwalls? (?:of |is |are )?$/i.test(input.slice(0, index))
          ? wall
          : `${wall} wall`,
    ),
  ],
  // `outside corners are square`, `square outside`, beside inside ones that are round
  [
    /,? ?(?:and |but |with )?\b(?:the )?(?:(?:outside|outer|external|exterior) (?:vertical )?corners? (?:are |stay |remain |left |kept )?(?:sharp|square)|(?:sharp|square) (?:on the )?(?:outside|outer|external|exterior)(?: (?:vertical )?corners?)?(?! size))\b/gi,
    ofBox((match) => (/\b(?:inside|inner|internal)\b/i.test(match.input) ? ', sharp outside corners' : match[0])),
  ],
  [
    /,? ?(?:and |but |with )?\b(?:the )?(?:(?:inside|inner|internal|interior) (?:vertical )?corners? (?:are |stay |remain |left |kept )?(?:sharp|square)|(?:sharp|square) (?:inside|inner|internal|interior) (?:vertical )?corners?)\b/gi,
    ofBox(() => ', sharp inside corners'),
  ],
  [
    /\b(?:inside|inner|internal|interior) corners? (?:are |is )?(?:rounded |radius |r ?)?(?:to |at )?r?(?=\d)/gi,
    ofBox(() => 'inside radius '),
  ],
  // `a hole in the centre of every side wall`: one in each of the four.
  [
    /\b(?:each|every|all four|all 4|all the|each one|the four)(?: of the (?:four |4 )?)? ?(?:side walls?|walls?|upright walls?|sides|vertical (?:walls?|sides?|faces?))\b(?! (?:is|are|\d|thick))/gi,
    ofBox(() => 'each upright side'),
  ],
]

/** One of the sizes of what was told as a chain, or by its words. */
const isSide = (size: string, words: string): boolean =>
  new RegExp(
    String.raw`(?<![\d.])${size.replace('.', '\\.')}(?: ?mm)?(?: ?[x×]| by | (?:long|wide)\b)|[x×] ?${size.replace('.', '\\.')}(?![\d.])`,
    'i',
  ).test(words)

const openAt = (side: string): string =>
  side.toLowerCase() === 'top' ? ', open top ' : `, open at the ${side.toLowerCase()} `
