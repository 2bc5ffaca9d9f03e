import { LENGTH, type Rewrite } from './notation.ts'

/** `12 left across the flat`, `12 mm from the flat to the opposite side`: what a single flat leaves of a round bar. */
const LEFT_BY_FLAT = String.raw`(?:(?:and|leaving|so that|it|is|measures|being|with) )*(${LENGTH})(?: mm)?(?: (?:left|remaining|high|thick|measured|remains?|is left|wide))* (?:across|over|at|above|from|behind|under) (?:the |its )?flat(?!s| (?:end|side|face|top|bottom)\b)(?: to (?:the )?(?:opposite|far|other|round|curved)(?: (?:side|face|edge|surface))?)?`

/** What is turned by its ends: what it is made of, and the shape of an end. */
export const TURNED_ENDS: readonly Rewrite[] = [
  // `D shaft 14 dia, 12 across the flat, 80 long`: a shaft with a flat all along.
  [
    new RegExp(
      String.raw`\bD[- ]?(?:shaft|profile|section|bar|rod|pin)\b((?:(?!\bflat\b)[^;\n])*?)[,:]? (?:${LEFT_BY_FLAT}|(?:an? )?flat,? (?:of |to |at )?(${LENGTH})(?: mm)? across)((?:(?!\bflat\b)[^;.\n]|\.\d)*)`,
      'gi',
    ),
    ({ 1: before = '', 2: left, 3: across, 4: behind = '' }) =>
      `shaft${before}${behind}, with a flat ${left ?? across} across flats`,
  ],
  [
    new RegExp(String.raw`,? ?\b${LEFT_BY_FLAT}(?<=\b(?:flat|D[- ]?cut)\b[^]*\bflat\b[^]*)`, 'gi'),
    ({ 0: text, 1: left, input }) =>
      ROUND_BAR.test(input) || /[Øø∅⌀]|\bdia/i.test(input) ? `, ${left} across flats` : text,
  ],
  // `a flat milled all along it leaving 12 mm`
  [
    new RegExp(
      String.raw`(?<=\bflat\b(?!s)(?:[^.;]|\.\d)*),? (?:that leaves|leaving|to leave)(?: it)? (${LENGTH})(?: mm)?(?: (?:thick|high|across))?(?= ?(?:[.,;]|$))`,
      'gi',
    ),
    ({ 0: text, 1: left, input }) => (ROUND_BAR.test(input) ? `, ${left} across flats` : text),
  ],
  // `turn a 20 mm bar down to 16 over 40 mm`: what it is made of, and what is done to it.
  [
    new RegExp(
      String.raw`^(\W*(?:please )?)turn (?:an? |the )?(?:(?:piece|length) of )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: mm)?(?: dia(?:meter)?| round)? (?:round |steel |brass |alumini?um )*(?:bar|rod|stock)(?: stock)?,? (?=down )`,
      'gi',
    ),
    ({ 1: led = '', 2: wide }) => `${led}round bar ${wide} diameter turned `,
  ],
  // `20 dia 15 long, then a cone down to 6 over 15`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:cone|taper(?:s|ing|ed)?|narrow(?:s|ing)) (?:going |tapering )?(?:down )?to (?:[Øø∅⌀] ?)?(${LENGTH})(?: mm)?(?: (?:in )?dia(?:meter)?)? over (?:a length of |the last |the next )?(${LENGTH})(?: mm)?(?<=\bthen (?:an? )?(?:cone|taper|narrow)[^]*)`,
      'gi',
    ),
    ({ 0: text, 1: end, 2: long, input }) =>
      ROUND_BAR.test(input) || /\bnozzle\b/i.test(input) ? `tapered section top diameter ${end} ${long} long` : text,
  ],
  // `two 25 mm shafts 40 long joined by a hub 50 dia 60 long`: one at each end of it.
  [
    /(?:\b((?:rigid )?(?:shaft )?coupl(?:ing|er))[:,]? (?:of )?)?\b(?:two|2) ([^,.;]*?)\b(?:shaft|journal|spigot|stub|pin)s\b([^,.;]*?),? (?:joined|connected|linked) by (?:an? )?([^,.;]*)/gi,
    ({ 1: coupling, 2: wide = '', 3: long = '', 4: hub = '', index }) =>
      `${coupling || index === 0 ? 'stepped shaft' : ''}: ${hub}, with a ${wide}journal${long} at each end`,
  ],
  // `3/4" cold roll, 6" long`: what it is made of is round, where nobody says what it is.
  [
    /\bcold[- ]?roll(?:ed)?(?: steel)?(?: round)?(?: bar| rod| stock)?\b/gi,
    ({ 0: text, input }) => (MADE.test(input) ? text : 'diameter round bar'),
  ],
  // `20 dia for 50 from the left, remaining 14 dia, 120 long in all`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:remaining|rest)(?: (?:length|part|section|of it|of the (?:shaft|pin|bar|rod)))?(?:,? (?:is|at|to|being|has|of))? (?=(?:[Øø∅⌀] ?)?${LENGTH}(?: mm)? (?:in )?dia)(?<=\b(?:total|overall|in all)\b[^]*)`,
      'gi',
    ),
    ({ 0: text, input, index }) =>
      !ROUND_BAR.test(input) ? text : /\d(?: ?mm)? long,? (?:and )?$/i.test(input.slice(0, index)) ? 'step ' : '',
  ],
  // `each end has a 12 mm journal 18 long, drilled 5 x 15 deep`: where, before what; what is drilled there is in both.
  [
    /(?:^|(?<=[.;,:\n] ?|\band ))(each|both) ends? (?:has|have|with|carr(?:y|ies)|bears?) (?=an? |[Øø∅⌀\d])((?:[^.;\n]|\.\d)*)/gi,
    ({ 0: text, 1: which, 2: rest = '', input }) =>
      ROUND_BAR.test(input) || /\b(?:axle|roller)s?\b/i.test(input)
        ? `on ${which} end ${rest}${/\b(?:drilled|bored|tapped)\b(?![^]*\b(?:ends?|holes?)\b)/i.test(rest) ? ` in ${which} end` : ''}`
        : text,
  ],
  // `carries in its middle a hub of 40 mm`: what, before where.
  [
    /,? ?(?:which |that |it )?(?:carries|bears|has|with|having|carrying)?,? (?:in|at) (?:its|the) (?:middle|cent(?:re|er)),? (?:there (?:is|are) |is |sits )?(an? (?:[^.;,]|\.\d)*?\b(?:hub|collar|flange|disc|ring)\b(?:(?! (?:in|at|from) )[^.;,]|\.\d)*)/gi,
    ({ 0: text, 1: what, input }) =>
      ROUND_BAR.test(input) || /\b(?:axle|roller)s?\b/i.test(input) ? ` with ${what} in the middle` : text,
  ],
  // `on each side a 24 mm hub stands out 6 mm`: what, before where.
  [
    /(?<=^|[.;,:\n] ?)(?:on|at) (each|both) (side|end|face)s?,? (?:there (?:is|are) |is )?(an? (?:[^.;,]|\.\d)*?\b(?:hub|boss|spigot)\b(?:[^.;,]|\.\d|,(?= \d(?!(?:[^.;,]|\.\d)*\b(?:bored?|holes?)\b)))*)/gi,
    ({ 1: which, 2: side, 3: what }) => `with ${what} on ${which} ${which === 'both' ? `${side}s` : side}`,
  ],
  // `hexagonal bar 17 across flats, 60 long, turned down to 10 over the last 25`
  [
    /^(\W*(?:an? )?(?:[\d.]+(?: ?mm)? (?:length )?of )?)((?:[\d.]+(?: ?mm)? (?:af|a\/f|across flats) )?)hex(?:agon(?:al)?)? (?:bar|rod|stock)\b(?=[^]*\b(?:turned|machined|reduced|stepped)(?: down)? to\b)/gi,
    ({ 1: led = '', 2: flats = '' }) => `turned part: hex head ${flats}${led.replace(/\bof\b|^\W*an? /g, '')}`,
  ],
  // What is turned down is round.
  [
    /\b(?<!(?:round|square|flat|hex|hexagonal|brass|steel) )(?:round )?(?:bar(?: stock)?|stock)\b(?=[\s\S]*\bends? (?:is |are |to be )?(?:turned|machined|necked|turned down))(?<!\b(?:square|flat|hex|hexagonal)\b[^.;]*)/gi,
    () => 'round bar',
  ],
  // `a 30 mm round head 15 thick`: a disc, and no dome.
  [
    /\bround (?=heads?,? (?:\d[\d.]*(?: ?mm)?(?: dia(?:meter)?)?,? (?:and )?)?\d[\d.]*(?: ?mm)? thick\b)(?<!\brivet\b[^]*)/gi,
    () => '',
  ],
  // `center punch, 10 mm round bar`: what it is made of, and so how wide it is.
  [
    new RegExp(
      String.raw`(?<=^[^,;:.\d]*\b(?:punch|pin|shaft|spindle|axle|stud|plunger|arbor|mandrel)[,:]? (?:from |of |made from )?)(${LENGTH})(?: mm)? (?:round bar|round stock|bar stock|round rod)\b`,
      'gi',
    ),
    (match) => `${match[1]} diameter`,
  ],
  // `handle 28 mm diameter, one end domed`: one that is held round its own axis.
  [
    /^(\s*(?:an? |the )?(?:round |turned )?)handle(?=,?:? (?:[øØ∅⌀] ?)?\d(?=[\s\S]*\b(?:domed|hemispher|half[- ]ball|knurl)))/gi,
    (match) => `${match[1]}handle grip`,
  ],
  // `shaft with a square end: …, last 15 mm 9 mm square`: told below.
  [
    /[,.;]? (?:with|having|which has|that has|it has|add) an? (?:square|hex(?:agonal)?) end(?=[:,][^]*\b(?:last|end|final) \d)/gi,
    () => '',
  ],
  // `the last 15 mm milled to an 11 mm square`, `with a square end, 11 mm across flats, 15 mm long`
  [
    new RegExp(
      String.raw`,? ?\b(?:with )?(?:the )?(?:last|end|final) (${LENGTH})(?: of (?:it|one end|the shaft))?,? (?:(?:is |being )?(?:milled|machined|cut|filed|ground|formed)(?: down)? (?:to|into) an? |is (?:an? )?|to (?:an? )?)?(${LENGTH})(?: (?:across|a\/?f))?(?: mm)? (square|hex(?:agon)?)\b`,
      'gi',
    ),
    (match) => shapedEnd(match[3], match[2], match[1]),
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:with |and )?(?:a |one )?(square|hex(?:agonal)?) end,? (${LENGTH})(?: mm)?(?: (?:across(?: the)?(?: flats)?|a\/?f|square))?,? (?:x |and |by )?(${LENGTH})(?: mm)? (?:long|deep)\b`,
      'gi',
    ),
    (match) => shapedEnd(match[1], match[2], match[3]),
  ],
  // `one end fully rounded (R5)`, `one end domed`: round as it is thick, within its length; a smaller radius is a fillet.
  [
    new RegExp(
      String.raw`\b(?:with )?(?:one|the|the other|other|top|far) end (?:is )?(?:(fully |completely )?(?:rounded|radiused|rounded off)|(domed|hemispherical|spherical|an? (?:full |complete )?(?:hemisphere|dome|half[- ]ball|half sphere)))(?: off)?(?:(?: to| with)? ?\(?(?:an? )?(?:R ?)?(${LENGTH})(?: radius)?\)?)?(?! ?(?:x|×|long|dia|over))`,
      'gi',
    ),
    ({ 0: text, 1: fully, 2: domed, 3: radius, input }) => {
      if (!ROUND_BAR.test(input)) return text
      if (radius && !fully && !domed) return `with a ${radius} fillet on one end`
      return `with a domed end within${radius ? ` radius ${radius}` : ''}`
    },
  ],
]
const MADE =
  /\b(?:bush(?:ing)?|shaft|pin|spacer|sleeve|washer|ring|plate|bracket|block|bar|rod|sheet|flange|collar|stud|angle|bolt)e?s?\b/i
const ROUND_BAR =
  /\b(?:pins?|dowels?|rods?|round bar|shafts?|spindle|pegs?|cylinder|plunger|punch|stud|handle|grip|knob|bar|post)s?\b/i

function shapedEnd(shape = '', across = '', length = ''): string {
  return /^s/i.test(shape)
    ? `, square step ${across} diameter ${length} long within`
    : `, hex step ${across} across flats ${length} long within`
}

const ONE = String.raw`(?:[Øø∅⌀] ?)?\d+(?:\.\d+)?(?: ?(?:mm|cm|in(?![a-z])|"))?(?: ?dia(?:meter)?\b(?!s))?`
const LIST = String.raw`(${ONE}(?:(?: ?[,/] ?| ?& ?|,? (?:and |then )+)${ONE})+)(?: mm)?`
const STEP = '(?:step|section|segment|stage|part|diameter)s?'
const WAY = '(?:long|wide|high|thick|deep|tall)'
/** `each 40 long`, `40 mm each`: of every stretch that was listed. */
const EACH = String.raw`,? (?:with )?(?:(?:each|all|every)(?: (?:${STEP}|one|of them|of these|of which))?(?: being| is| of|,)? (?<first>${LENGTH})(?: mm)? ${WAY}|(?:each )?(?<last>${LENGTH})(?: mm)?(?: ${WAY})? each\b(?: ${WAY})?)`
const STEPPED = /\b(?:shaft|spindle|axle|pin|turned|stepped|steps?|pulley|arbor|mandrel|roller|rod|round bar)\b/i
const numbers = (list = ''): string[] =>
  [...list.matchAll(new RegExp(ONE, 'gi'))].map(([text]) => text.replace(/[Øø∅⌀]|dia(?:meter)?/gi, '').trim())

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
}

/** `diameters 30, 25 and 20, each 40 long`, `diameters 20/16/12, lengths 10/20/30`: a step for each. */
export const LISTED_DIAMETERS: readonly Rewrite[] = [
  // `shaft with sections 10 x 20, 15 x 40, 12 x 30 from left to right`
  [
    new RegExp(
      String.raw`,? ?\b(?:with |of |in )?(?:(?<count>two|three|four|five|six|[2-6]) )?(?:steps|sections|segments|stages)(?: of)?(?:,? \(?(?:dia(?:meter)?|d) ?[x×] ?(?:length|long|l)\)?)?[:,]? ((?:${ONE} ?[x×] ?${ONE}(?: long)?(?:,? (?:and |then )*|(?![^,;.]))){2,8})(?:,? ?\(?(?:from|going|told)? ?(?:the )?(?:left to right|bottom to top|bottom up)\)?)?`,
      'gi',
    ),
    ({ 0: text, 2: list = '', groups, input }) => {
      const each = [...list.matchAll(new RegExp(`(${ONE}) ?[x×] ?(${ONE})`, 'gi'))]
      return STEPPED.test(input) && each.length > 1 && counts(groups?.['count'], each.length)
        ? `, ${each.map(({ 1: wide, 2: long }) => `step ⌀ ${wide?.replace(/[Øø∅⌀] ?/, '')} x ${long} long`).join(', ')} , `
        : text
    },
  ],
  // `three-step flat pulley: 30, 45 and 60 mm diameter, every step 12 wide`
  [
    /\b(two|three|four|five|[2-5])[- ]step(?:ped)? (?:flat |cone |belt )*(pulley|pin|shaft|spacer|roller)(?: blank)?:? (?=[Øø∅⌀]? ?\d)/gi,
    (match) => `stepped ${match[2]} with ${match[1]} steps `,
  ],
  // `with three coaxial sections: diameter 16 length 30, diameter 24 length 20`
  [
    new RegExp(
      String.raw`\b(?:with |of |has )?(two|three|four|five|six|[2-6]) (?:coaxial |concentric |cylindrical |different |coaxial cylindrical )*(?:sections|segments|steps|stages|diameters)(?: along (?:the )?z(?:[- ]axis)?)? ?[:—–-] ?((?:(?:and )?dia(?:meter)? ${ONE},? (?:length|x) ${ONE}(?:[,;] ?|(?= ?\.|$))){2,6})`,
      'gi',
    ),
    ({ 0: text, 1: many = '', 2: list = '' }) => {
      const each = [...list.matchAll(new RegExp(`dia(?:meter)? (${ONE}),? (?:length|x) (${ONE})`, 'gi'))]
      return each.length === COUNTS[many.toLowerCase()]
        ? `, ${each.map(({ 1: wide, 2: long }) => `step ${wide} diameter ${long} long`).join(', ')} , `
        : text
    },
  ],
  // `with three diameters: 25 mm for 25 mm, …`: they are counted, and come.
  [
    /\b(?<=(?:with|in|of|has) (?:two|three|four|five|[2-5]) (?:different )?)diameters(?= ?[-—–:,] )/gi,
    (match) => (STEPPED.test(match.input) ? 'steps' : match[0]),
  ],
  [
    new RegExp(
      String.raw`\b(?:with )?(?:the )?(?:(?<many>three|two|four|five|[2-6]) )?(?:step |steps of |stepped )?(?:dia(?:meter)?s?:? (?:of |are )?(?<wide>${LIST})|(?<![\d.x×] ?)(?<across>${LIST}) (?:in )?dia(?:meter)?s?)(?:[,.;]?\s+-?\s*)(?:and |with )?(?:the )?(?:(?:step |section |segment )?(?:lengths|widths|heights)[: ]+(?:of |are )?(?<long>${LIST})(?: respectively)?|(?:${STEP} )?(?:of )?(?<far>${LIST}) (?:long|wide|high|in length)(?: respectively)?)`,
      'gi',
    ),
    ({ 0: text, groups = {}, input }) => {
      const wide = numbers(groups['wide'] ?? groups['across'])
      const long = numbers(groups['long'] ?? groups['far'])
      if (wide.length !== long.length || !counts(groups['many'], wide.length) || !STEPPED.test(input)) return text
      return `, ${wide.map((one, at) => `step ${one} diameter ${long[at]} long`).join(', ')} `
    },
  ],
  // `three discs stacked like a cake: 60, 45 and 30 mm diameter from the bottom, each 10 high`
  [
    new RegExp(
      String.raw`\b(two|three|four|five|[2-6]) (?:round )?(?:discs|disks|cylinders|rounds|tiers)\b(?=[^:;.]*\b(?:stack\w*|on top|concentric\w*|tier\w*|cake)\b)[^:;.\d]{0,60}:? ?${LIST}(?: ?(?:in )?dia(?:meter)?s?)?(?: from the (bottom|top)(?: up| down)?)?,? (?:each|all|every one) (${LENGTH})(?: mm)? (?:long|wide|high|thick|deep|tall)`,
      'gi',
    ),
    ({ 0: text, 1: many = '', 2: list, 3: from, 4: length }) => {
      const wide = numbers(list)
      if (COUNTS[many.toLowerCase()] !== wide.length) return text
      const upward = from?.toLowerCase() === 'top' ? wide.toReversed() : wide
      return `stepped shaft , ${upward.map((one) => `step ${one} diameter ${length} long`).join(', ')} `
    },
  ],
  // `in 3 steps: 30, 25 and 20 dia, each 40 long`, `30 then 20 mm sections, 60 mm each`, `40 60 80 mm diameter each 15 wide`
  [
    new RegExp(
      String.raw`(?<![\d.x×] ?),? ?(?:\b(?:with|of|in) )?(?:\b(?<many>three|two|four|five|six|[2-6]) )?(?:\b${STEP}(?: of)?[:,]? ?)?(?:dia(?:meter)?s? )?(?<list>${LIST}|${ONE}(?: ${ONE})+)(?: ?(?:in )?dia(?:meter)?s?)?(?: ${STEP})?${EACH}`,
      'gi',
    ),
    ({ 0: text, groups = {}, input }) => {
      const wide = numbers(groups['list'])
      const length = groups['first'] ?? groups['last']
      if (!STEPPED.test(input) || !counts(groups['many'], wide.length)) return text
      return ` , ${wide.map((one) => `step ${one} diameter ${length} long`).join(', ')} `
    },
  ],
]

/** `four steps`, and three of them told: what is meant is asked. */
const counts = (said: string | undefined, told: number): boolean =>
  said === undefined || (COUNTS[said.toLowerCase()] ?? Number(said)) === told
