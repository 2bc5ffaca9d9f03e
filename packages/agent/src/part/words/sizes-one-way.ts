import type { Rewrite } from './notation.ts'
import { isCornered, isRound } from './is-round.ts'
import { IN_INCHES } from './unit-words.ts'
import { DIAMETER, ENDS, SIZE, STARTS } from './written-sizes.ts'

const ADJECTIVES: Readonly<Record<string, string>> = {
  length: 'long',
  width: 'wide',
  height: 'high',
  depth: 'deep',
  thickness: 'thick',
  diameter: 'diameter',
}
const NOUNS = String.raw`length|width|height|depth|thickness|diameter`
const adjective = (noun = ''): string => ADJECTIVES[noun.toLowerCase()] ?? noun

const LETTERS: Readonly<Record<string, string>> = { l: 'long', w: 'wide', h: 'high', t: 'thick' }
/** `L/2`, `H - 5`: a letter that is calculated with stays one. */
const CALCULATED = /\b[lwht] ?[-+*/]|[-+*/] ?[lwht]\b(?! ?=)|\b[lwht] ?= ?[a-z(]/i
const NEW_OR_LISTED = /^(?!\s*(?:make|set|change)\b[^,;\n]*$)/i

/** Sizes, each behind or before what it measures. */
export const SIZES_ONE_WAY: readonly Rewrite[] = [
  // `10 mm shank diameter 40 mm long`: the diameter is what stands before it.
  [
    new RegExp(
      String.raw`(?<![\d.×x] ?|\d)(${SIZE}) (?!(?:mm|cm|inch|inches|outer|outside|inner|inside|out|in|bore|pitch|circle|hole|centre|center|bolt|major|minor|root|tip|nominal|wire|rod|pin|by|x|and|or|of)\b)([a-z]+) (?:diameter|dia\.?) (?=${SIZE} (?:thick|long|high|tall|wide|deep)\b)`,
      'gi',
    ),
    ({ 1: wide = '', 2: noun = '' }) => `${noun} ${wide} diameter `,
  ],
  // `10 mm thick radially`, `radially 10 thick`: a wall, and no height.
  [
    new RegExp(
      String.raw`\b(?:(${SIZE}) (?:thick|wide|wall|thickness) (?:radially|in (?:the )?radial direction)|radially (${SIZE}) (?:thick|wide)|radial (?:thickness|width|wall)(?: of| is|:)? (${SIZE})|(${SIZE}) radial (?:thickness|width|wall))`,
      'gi',
    ),
    ({ 1: one, 2: two, 3: three, 4: four }) => `${one ?? two ?? three ?? four} wall`,
  ],
  // `mill a step …, the height comes down to 12`: the rest of the height is gone.
  [
    new RegExp(
      String.raw`(?<=\b(?:step|rebate|ledge|shoulder|mill|cut)\b(?:[^.;]|\.\d)*?)\bthe height (?:comes|goes|drops|falls|steps|is (?:reduced|cut|milled|taken|brought))(?: down)? to (\d+(?:\.\d+)?)(?: ?mm)?(?= ?(?:[,;]|\.(?!\d)|$))`,
      'gi',
    ),
    ({ 0: text, 1: left = '', input }) => {
      const high = Number(/\d[\d.]* ?(?:x|×|by) ?\d[\d.]* ?(?:x|×|by) ?(\d+(?:\.\d+)?)/.exec(input)?.[1])
      return high > Number(left) ? `${high - Number(left)} deep` : text
    },
  ],
  // `Inside it should measure 200 by 100 by 30 deep`
  [
    new RegExp(
      String.raw`\b(inside|outside|internally|externally),? (?:it|they|that|this) (?:(?:should|must|shall|has to|needs to|will) )?(?:measures?|be|is|are) (${SIZE}(?: ?(?:x|×|by) ?${SIZE}){1,2}(?: (?:deep|high|tall))?)`,
      'gi',
    ),
    ({ 1: side = '', 2: chain = '' }) => `${chain} ${/^in/i.test(side) ? 'inside' : 'outside'}`,
  ],
  // `sealed box, 40 outside each way`
  [
    new RegExp(
      String.raw`(?<=\b(?:box|case|cube|block|enclosure|container|housing)\b(?:[^.;]|\.\d)*?)(?<![x×\d.] ?)(${SIZE}) (outside |inside |externally |internally )?(?:each|every|all three|in each|in every) (?:way|direction|side)s?\b`,
      'gi',
    ),
    ({ 1: size, 2: side = '' }) =>
      `${size} x ${size} x ${size} ${side.replace(/^(in|ex|out|intern).*$/i, (_, from: string) => (/^in/i.test(from) ? 'inside' : 'outside'))}`.trim(),
  ],
  // `U channel: 40 wide, 40 deep, 3 mm all round`
  [
    new RegExp(
      String.raw`(?<=\b(?:channel|tube|angle|profile|tray|trough|cup|enclosure|hollow section|box section)\b[^;]*, )(${SIZE})(?: thick)? all (?:a)?round(?= ?(?:[,;]|\.(?!\d)|$))`,
      'gi',
    ),
    ({ 1: size }) => `wall ${size}`,
  ],
  // `finger ring: inside diameter 17.3, 2 mm thick band, 6 mm wide`
  [
    new RegExp(
      String.raw`(?<=\bring\b[^;]*)(${SIZE}) thick band\b|(?<=\bring\b[^;]*)\bband(?: is)? (${SIZE}) thick\b`,
      'gi',
    ),
    ({ 1: before, 2: behind }) => `wall ${before ?? behind}`,
  ],
  // `quarter of a ring, radii 60 and 40`
  [
    new RegExp(
      String.raw`(?<=\b(?:ring|washer|arch|sector|tube|annulus)\b[^;]*)\bradii(?: of|:)? (${SIZE})(?:,? and |\/| ?, )(${SIZE})`,
      'gi',
    ),
    ({ 1: one = '', 2: other = '' }) =>
      parseFloat(one) > parseFloat(other)
        ? `outer radius ${one}, inner radius ${other}`
        : `outer radius ${other}, inner radius ${one}`,
  ],
  // `Put a 10 mm deep... no, make it a 5 mm deep round pocket`: what is taken back was not said.
  [
    /\ban? (?:[^.;,]|\.\d){1,40}?(?: ?(?:\.{2,4}|…|,|–|-))+ ?(?:no|wait|sorry|scratch that|correction)(?:,? (?:no|wait|sorry|actually|rather|make (?:it|that)|i mean(?:t)?))*,? (?=an? )/gi,
    () => '',
  ],
  // `16 mm dia. hole`
  [/\b(diam?)\.(?= ?[a-z(\d⌀]|,)/g, ({ 1: word = '' }) => word],
  // `outer diameter 80`; of a groove it is told on both sides.
  [/(?<!\bgroove\b[^.;]*)\b(?:outside|outer|external) dia(?:m|meter)?\b\.?(?! of (?:the|it)\b)/gi, () => 'OD'],
  [/(?<!\bgroove\b[^.;]*)\b(?:inside|inner|internal) dia(?:m|meter)?\b\.?(?! of (?:the|it)\b)/gi, () => 'ID'],
  // `R31 outside, R22 inside`, `outer R31` of a ring; of a bracket those are its corners.
  [
    new RegExp(
      String.raw`\bR ?(${SIZE}) (outside|inside|outer|inner|external|internal)\b(?! (?:corner|bend|fillet|edge|radius|rad\b|round))|\b(outside|inside|outer|inner|external|internal) R ?(${SIZE})${ENDS}(?! (?:corner|bend|fillet))`,
      'gi',
    ),
    ({ 0: text, 1: before, 2: side, 3: lead, 4: behind, input }) =>
      RINGS.test(input) ? `${/^in/i.test(side ?? lead ?? '') ? 'inner' : 'outer'} radius ${before ?? behind}` : text,
  ],
  // `40 mm OD x 18 mm bore x 15 mm`: between signs it is a size.
  [new RegExp(String.raw`(?<=\b(?:OD|outside|outer) ?[x×] ?${SIZE} )bore(?= ?(?:[x×,]|$))`, 'gi'), () => 'ID'],
  // `54 ID (50 long)`
  [
    new RegExp(String.raw` ?\((${SIZE} (?:thick|long|wide|high|tall|deep))\)(?=[,.;]|$| with\b)`, 'gi'),
    ({ 1: size }) => `, ${size}`,
  ],
  // `40*3`
  [/(?<=\d(?: ?mm| ?cm|")?) ?[*✕⨯] ?(?=[\dØø∅⌀])/g, () => ' x '],
  // `a 96 by 56 opening`
  [
    /(?<=\d(?: ?(?:mm|cm|m|in|inch(?:es)?|")|\.)?) by (?=[\d.])/g,
    ({ 0: text, index, input }) => (CHANGES.test(input.slice(0, index)) ? text : ' x '),
  ],
  // `300 mm in length`; `1/4 in thickness` may be inches.
  [
    new RegExp(String.raw`${STARTS}(\d+(?:\.\d+)?(?: ?mm| ?cm)?) in (${NOUNS})\b`, 'gi'),
    ({ 0: text, 1: size = '', 2: noun, index, input }) =>
      GROWS.test(input.slice(0, index)) || (!size.endsWith('m') && IN_INCHES.test(input.replace(text, '')))
        ? text
        : `${size} ${adjective(noun)}`,
  ],
  [
    new RegExp(String.raw`(?<=\d ?(?:"|inch(?:es)?|in)) in (${NOUNS})\b`, 'gi'),
    ({ 0: text, 1: noun, index, input }) => (GROWS.test(input.slice(0, index)) ? text : ` ${adjective(noun)}`),
  ],
  // `z = 36`, `36T` of what has teeth
  [
    /(?<![*·] ?|\b(?:on|at|from|to|above|below) )\b(?:z ?= ?([1-9]\d+)\b(?! ?mm|\.\d)|(\d+) ?T\b(?=[^a-z\d]|$))/g,
    ({ 0: text, 1: z, 2: letter, input }) => (TOOTHED.test(input) ? `${z ?? letter} teeth` : text),
  ],
  // `to a depth of 12 mm inside`
  [
    new RegExp(String.raw`\b(?:to )?(?:an? )?depth(?: of)? (${SIZE})(?= inside\b)`, 'gi'),
    ({ 1: size }) => `${size} deep`,
  ],
  // `with a thickness of 5 mm`
  [
    new RegExp(
      String.raw`,? (?:with|having|and) an? (length|width|height|thickness) of (${SIZE})${ENDS}(?! ?[x×])`,
      'gi',
    ),
    ({ 0: text, 1: noun, 2: size }) => `${/^,? and/.test(text) ? ' and' : ','} ${size} ${adjective(noun)}`,
  ],
  // `5 mm thk`
  [
    /(?<=\d(?: ?mm| ?cm|")? ?)thk\b\.?(?! (?:of )?\d)/gi,
    ({ index, input }) => (/\s$/.test(input.slice(0, index)) ? 'thick' : ' thick'),
  ],
  // `(5 mm thick)`
  [
    new RegExp(String.raw` ?\(((?:${SIZE}) (?:thick|long|wide|high|tall))\)(?= ?(?:[,.;\n]|$))`, 'gi'),
    ({ 1: told }) => `, ${told}`,
  ],
  [
    new RegExp(String.raw`(?<!\bholes?|bores?) (?:with|having) an? diameter of (${SIZE})(?= \d)`, 'gi'),
    ({ 1: size }) => ` ${size} diameter`,
  ],
  // `of 0.3 mm thickness`, `with 30 mm length`
  [
    new RegExp(
      String.raw`,? (?:of|with|having) (?:an? )?(${SIZE}) (length|width|height|thickness)\b(?! (?:of|and)\b| ?[\d=:])`,
      'gi',
    ),
    ({ 0: text, 1: size, 2: noun }) => `${text.startsWith(',') ? ',' : ''} ${size} ${adjective(noun)}`,
  ],
  // `shim washer 36 x 26 that is 0.3 mm thick`
  [
    new RegExp(
      String.raw`(?<=(\d(?: ?mm)?)?)(?<!wall),? (?:that|which|and) is (${SIZE}) (?=(?:long|wide|high|tall|thick|deep)\b)`,
      'gi',
    ),
    ({ 1: number, 2: size }) => `${number ? ',' : ''} ${size} `,
  ],
  // `of length 30`
  [
    new RegExp(
      String.raw`,? (?:of|with|having) (length|width|height|depth|thickness)(?: of)? (${SIZE})${ENDS}(?! ?(?:[x×/]|to\b))`,
      'gi',
    ),
    ({ 0: text, 1: noun, 2: size }) => `${text.startsWith(',') ? ',' : ''} ${size} ${adjective(noun)}`,
  ],
  [new RegExp(String.raw`${STARTS}(${SIZE}) lg\b\.?`, 'gi'), ({ 1: size }) => `${size} long`],
  // `20 mm diameter outside`
  [
    new RegExp(String.raw`${STARTS}(${SIZE}) ${DIAMETER} (outside|inside)\b(?! (?:the|of|it)\b)`, 'gi'),
    ({ 1: size, 2: side = '' }) => `${size} ${/out/i.test(side) ? 'OD' : 'ID'}`,
  ],
  // `20 OD x 18`, `44 mm inside diameter x 55 mm`
  [
    new RegExp(
      String.raw`(?<=(?:\b[oi]\.?d\.?|(?:outside|inside|outer|inner) diam?(?:eter)?\.?)) ?[x×] ?(${SIZE})(?= ?(?:[,;]|\.(?!\d)|$|with\b|flange \d))`,
      'gi',
    ),
    ({ 1: size }) => `, ${size} long`,
  ],
  // `30 long at 20 dia`
  [
    new RegExp(String.raw`${STARTS}(${SIZE}) long at (?:[Øø∅⌀] ?)?(${SIZE})(?: ${DIAMETER}| od\b)`, 'gi'),
    ({ 1: long, 2: wide }) => `${wide} diameter ${long} long`,
  ],
  // `rod 18 round, 240 long`, `curtain ring made of 5 mm round`
  [
    new RegExp(
      String.raw`\b(?:(?:made|bent|formed|rolled) )?(?:of|from) (${SIZE}) round(?: bar| rod)?(?= ?(?:[,;)]|\.(?!\d)|$))`,
      'gi',
    ),
    ({ 0: text, 1: size, input }) =>
      /\brings?\b/i.test(input) ? `of ${size} round bar` : text.replace(/round$/i, 'round bar'),
  ],
  [
    new RegExp(String.raw`${STARTS}(${SIZE}) round\b(?= ?(?:[,;.]|$|x\b|by\b|(?:${SIZE}) (?:long|high|tall)\b))`, 'gi'),
    ({ 0: text, 1: size, input }) =>
      isRound(input) || (/^[^\d]*\d[\d.]*(?: ?mm)? round, \d[\d.]*(?: ?mm)? long\b/i.test(input) && !isCornered(input))
        ? `${size} diameter`
        : text,
  ],
  // `a wheel 60 mm across`
  [
    new RegExp(
      String.raw`${STARTS}(${SIZE}) across\b(?= ?(?:[,;.)]|$|and\b|x\b|by\b|with\b|(?:${SIZE}) (?:long|thick|high|tall|wide|deep)\b|at the\b|journal|holes?\b|head|bore\b))`,
      'gi',
    ),
    ({ 0: text, 1: size, input }) => (isRound(input) ? `${size} diameter` : text),
  ],
  // `H=30`, `T = 5`
  [
    new RegExp(String.raw`\b([LWHTt]) ?= ?(${SIZE})${ENDS}(?! ?[x×°]| deg)`, 'g'),
    ({ 0: text, 1: letter = '', 2: size, input }) =>
      CALCULATED.test(input) || !NEW_OR_LISTED.test(input) ? text : `${size} ${LETTERS[letter.toLowerCase()]}`,
  ],
  // `a step 30 long and depth 20`, `left third height 15`
  [
    new RegExp(
      String.raw`(?<=\b(?:long|wide|high|thick|deep|dia|diameter|third|half)(?:,| and|, and)? )(height|depth|thickness|width|length) (?:of )?(${SIZE})${ENDS}(?! ?[x×])`,
      'gi',
    ),
    ({ 1: noun, 2: size }) => `${size} ${adjective(noun)}`,
  ],
  // `tube outside 40 inside 32`
  [
    new RegExp(
      String.raw`(?<=\b(?<!square |rectangular |box )(?:tube|pipe|ring|washer|bush|bushing|spacer|sleeve|collar|flange|ferrule)\b[^.;]*)(?<!\d(?: ?mm| ?cm)? )\b(outside|outer|inside|inner)(?: is|:)? (?=${SIZE}${ENDS}(?! ?(?:[x×]|long|wide|high|thick|deep|dia|radius|corners?|fillets?|chamfers?|holes?)))`,
      'gi',
    ),
    ({ 1: side }) => `${side} diameter `,
  ],
  // `collar 40 x 20 bore x 15 wide`
  [
    new RegExp(
      String.raw`(?<=\b(?:tube|pipe|ring|bush|bushing|spacer|sleeve|collar|flange|ferrule|roller|wheel|pulley)\b[:,]? )(?:[⌀Øø] ?)?(${SIZE}) ?[x×] ?(?:[⌀Øø] ?)?(${SIZE}) bore ?[x×,] ?(${SIZE})(?: (?:wide|long|thick|high|deep))?\b`,
      'gi',
    ),
    ({ 1: outer, 2: bore, 3: long }) => `${outer} OD, ${bore} bore, ${long} long`,
  ],
  // `a cone with a base of 90 mm and a height of 120 mm, cut off flat 80 mm above the base`
  [
    new RegExp(
      String.raw`(?<=\b(?:cone|frustum|pyramid)\b[^.;]*)\bwith an? (base|top) of (${SIZE})${ENDS}(?! ?[x×])`,
      'gi',
    ),
    ({ 1: end, 2: size }) => `with ${size} ${end}`,
  ],
  [
    new RegExp(
      String.raw`\bcut off(?: flat| level)? (${SIZE}) above (?:the |its )?(?:base|bottom|ground|floor)\b`,
      'gi',
    ),
    ({ 1: size }) => `cut off at a height of ${size}`,
  ],
  // `a cubic inside of 25.5`
  [
    new RegExp(String.raw`\bcubic(?:al)? (inside|interior|outside)(?: of| is|:)? (${SIZE})${ENDS}`, 'gi'),
    ({ 1: side, 2: size }) => `${side} ${size} x ${size} x ${size}`,
  ],
  // `with walls and a bottom of 2 mm`
  [/\bwalls? and an? (bottom|floor|base) (?=of \d)/gi, ({ 1: floor }) => `walls and ${floor} `],
  // `60 mm round, 90 long. At the bottom end a 30 mm spigot 25 long`
  [
    new RegExp(
      String.raw`(?<=\b(?:cylinder|round|dia|diameter)\b[^]*?\b(?:an?|one) )(${SIZE}) (?=(?:spigot|journal|stub|tenon|shank|stem),? (?:${SIZE}) long\b)`,
      'gi',
    ),
    ({ 1: size }) => `${size} diameter `,
  ],
  // `start from 40 mm round bar, 110 long. Turn the first 30 down to 25 and the last 45 down to 32`
  [
    new RegExp(String.raw`\bstart(?:ing)? (?:from|with) (${SIZE}) round bar\b`, 'gi'),
    ({ 1: wide }) => `round bar ${wide} diameter`,
  ],
  [
    new RegExp(String.raw`\b(turn )?the (first|last) (${SIZE})(?: are| is)? (?:turned )?down to (${SIZE})`, 'gi'),
    ({ 0: text, 2: end, 3: long, 4: wide, input }) =>
      isRound(input) ? `the ${end} ${long} turned down to ${wide}` : text,
  ],
  [
    new RegExp(
      String.raw`\bturned down to (${SIZE}) (?:for|over) the (first|last) (${SIZE})(?:,? and (?:to )?(${SIZE}) (?:for|over) the (first|last) (${SIZE}))?`,
      'gi',
    ),
    ({ 1: wide, 2: end, 3: long, 4: other, 5: there, 6: far }) =>
      `the ${end} ${long} turned down to ${wide}${other ? ` and the ${there} ${far} turned down to ${other}` : ''}`,
  ],
  // `staple from 5 mm wire, 40 wide and 30 tall outside`
  [
    new RegExp(
      String.raw`(?<=\b(?:staple|u[- ](?:bolt|shackle|rod))\b[^;]*)(${SIZE}) wide(?: outside)?(,? (?:and )?(?:${SIZE}) (?:tall|high|long))?(?: outside)`,
      'gi',
    ),
    ({ 1: wide, 2: high = '' }) => `${wide} outside${high}`,
  ],
  // `It has 32 teeth. The face is 12 mm wide, the bore is 10 mm`
  [
    new RegExp(String.raw`(?<=\d[^]*[.,;] (?:and )?)the bore is (${SIZE})(?= ?(?:[.,;]|$|and\b))`, 'gi'),
    ({ 1: size }) => `${size} bore`,
  ],
  // `The tube is square. Each side is 40 mm.`
  [
    /\bthe (tube|bar|post|rod|plate|block) is (square|round|rectangular|hexagonal)[.,] (?=(?:each side|the side|it) )/gi,
    ({ 1: noun, 2: shape }) => `${shape} ${noun}, `,
  ],
  [/\beach side is (?=\d)/gi, () => 'side '],
  // `It is 35 on the outside, 30.2 on the inside and 12 long`
  [
    new RegExp(
      String.raw`(?<!\b(?:chamfer\w*|fillet\w*|round\w*|bevel\w*)[^.;,]*)${STARTS}(${SIZE}) on the (outside|inside)\b(?! (?:edge|corner|face|wall|radius|of))`,
      'gi',
    ),
    ({ 0: text, 1: size, 2: side, input }) => (isRound(input) ? `${size} ${side}` : text),
  ],
  // `ring flange 200 outside 150 inside`
  [
    new RegExp(
      String.raw`${STARTS}(${SIZE}) (?:outside|outer),?(?: x)? (?:and )?(${SIZE}) (?:inside|inner)\b(?! (?:dia|radius|width|height|corner|bend))`,
      'gi',
    ),
    ({ 0: text, 1: outer, 2: inner, input }) => (isRound(input) ? `${outer} OD, ${inner} ID,` : text),
  ],
  // `40 long with a collar 6 thick; the 40 mm includes the collar`, `50 long including the head`
  [
    new RegExp(
      String.raw`${STARTS}(${SIZE}) (?:long|high|tall|in length)\b(?! (?:overall|in all))((?:(?! long\b)[^])*?)[,;.(]? ?(?:(?:and|where|with|the|this|that|its|which) )*(?:${SIZE} )?(?:(?:overall |total )?(?:length|height|long) )?(?:includes|contains|including|counting) (?:the |its )?(?:collar|head|flange|shoulder|cap|lip|rim|brim)\b\)?`,
      'gi',
    ),
    ({ 1: size, 2: rest = '' }) => `${size} overall${rest}`,
  ],
  // `127 mm (5 inch) bolt circle`: the same again in the other unit.
  [
    /(?<![\d./-])(\d+(?:\.\d+)?) ?(mm|cm|in|inch(?:es)?|")(?: (long|wide|high|thick|deep|tall|dia|diameter))? ?\( ?(?:about |approx\.? |ca\.? |~ ?|= ?)?(\d+(?:[ -]\d+\/\d+|\/\d+|\.\d+)?) ?(mm|cm|in|inch(?:es)?|")\)/gi,
    ({ 0: text, 1: one = '', 2: unit = '', 3: role, 4: other = '', 5: second = '' }) => {
      const [first, again] = [inMm(one, unit), inMm(other, second)]
      return Math.abs(first - again) < 0.02 * first ? `${one} ${unit}${role ? ` ${role}` : ''}` : text
    },
  ],
  // `40 x 40 OD`, `25 mm square OD` of what is not round, `1.5 inch square outside with a wall`
  [
    new RegExp(String.raw`(?<=\d(?: ?mm| ?cm|"| ?in(?:ch)?)?(?: square| ?[x×] ?${SIZE})) OD\b`, 'gi'),
    ({ 0: text, input }) => (SQUARED.test(input) ? ' outside,' : text),
  ],
  [/\b(square (?:outside|inside)) with (?=an? |\d)/gi, ({ 1: side }) => `${side}, with `],
  // `60 mm diameter flange, 54 mm body 15 mm long`
  [
    new RegExp(
      String.raw`(?<=\b(?:dia|diameter|OD|round)\b[^.;]*?[,;] ?(?:an? )?)(${SIZE}) (?=(?:body|sleeve|shank|neck|barrel|spigot|stem|shoulder|boss),? ${SIZE} (?:long|high|deep|tall)\b)`,
      'gi',
    ),
    ({ 1: size = '' }) => `${size} diameter `,
  ],
  // `tube 25 OD 1.5 wall 1 m`: the wall is told, and how long it is comes behind it
  [
    new RegExp(
      String.raw`(?<=\b(?:tube|pipe|tubing|conduit)\b[^.;]*\b(?:OD|outside|outer|dia|diameter|round|ID|inside)\b,? (?:x )?)(${SIZE}) wall (?=\d)`,
      'gi',
    ),
    ({ 1: wall }) => `${wall} wall, `,
  ],
  // `step block 30, 60 and 90 high, each step 30 deep, 40 wide`
  [
    new RegExp(
      String.raw`\b(step(?:ped)? block),? ((?:${SIZE}, )*${SIZE},? and ${SIZE}) high,? each (?:step |one )?(${SIZE}) (?:deep|long),? (${SIZE}) wide\b`,
      'gi',
    ),
    ({ 1: name, 2: heights = '', 3: deep, 4: wide }) =>
      `${name} ${wide} wide: ${heights
        .split(/,? and |, /)
        .map((high, at) => `${ORDINALS[at] ?? 'next'} step ${high} high and ${deep} long`)
        .join(', ')}`,
  ],
  // `the last 80 mm as a cone to a point`
  [
    new RegExp(
      String.raw`\b((?:last|first|top|bottom|end) ${SIZE}) (?:as|is|being|made into|turned to) (?:an? )?cone(?: (?:that )?(?:coming|going|comes|goes|running))?(?= to a point\b)`,
      'gi',
    ),
    ({ 1: end }) => `${end} tapering`,
  ],
  // `from 20 mm to 12 mm radius`: both are radii.
  [
    new RegExp(String.raw`\bfrom (${SIZE}) to (${SIZE}) radius\b`, 'gi'),
    ({ 1: one, 2: other }) => `from radius ${one} to radius ${other}`,
  ],
  // `C1.5 at each end`, `2 x C1`: chamfers as drawings tell them; C45 is a steel.
  [
    /(?<![\w.]|\b(?:in|from|steel|type|class|grade|form|style|size|series) )(?:(2) ?[x×] ?)?C ?(\d(?:\.\d+)?)(?![.\d])(?: ?mm)?(?: ?[x×@] ?45 ?°?)?(?! ?(?:[x×/-] ?\d|channel|section|purlin|profile))(?=[ ,;.)\n]|$)(?: chamfers?\b)?/g,
    ({ 1: two, 2: size, input, index }) =>
      /\bchamfers?:? $/i.test(input.slice(0, index))
        ? `${size}`
        : two
          ? `${size} chamfer on both ends`
          : `${size} chamfer`,
  ],
  // `5 mm throughout`, `4 thick everywhere`
  [
    new RegExp(
      String.raw`(?<!\bwalls? (?:of )?)\b(${SIZE})(?: thick)?,? (?:throughout|everywhere)(?= ?(?:[,;)]|\.(?!\d)|$|and\b))`,
      'gi',
    ),
    // Of a box that is how thick its walls and its lid are.
    ({ 0: text, 1: thick, input }) => (WALLED.test(input) ? text : `${thick} thick`),
  ],
]

const RINGS = /\b(?:ring|washer|gasket|spacer|sleeve|bush(?:ing)?|tube|pipe|collar|annulus|disc|disk)\b/i

const SQUARED = /\bsquare\b|\b(?:rectangular|box)[- ](?:hollow )?(?:tub|section|pipe|profile)/i

/** `1-1/2"` as a length. */
function inMm(written: string, unit: string): number {
  const [whole = '0', top = '0', bottom = '1'] = /^\d+\/\d+$/.test(written)
    ? ['0', ...written.split('/')]
    : written.split(/[ /-]/)
  const size = Number(whole) + Number(top) / Number(bottom)
  return size * (/mm/i.test(unit) ? 1 : /cm/i.test(unit) ? 10 : 25.4)
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

const TOOTHED = /\b(?:gears?|pulley|sprocket|rack|pinion)\b/i
/** `move hole 2 by 5 mm`, `extrude a triangle of side 30 by 80`: how far. */
const CHANGES =
  /\b(?:move|shift|extrude|extend|increase|decrease|reduce|enlarge|grow|shrink|shorten|lengthen)\w*\b[^,.;]*$/i
/** `taller by 5 mm in height`: by how much, and not how high. */
const GROWS =
  /\b(?:by|another|extra|more|less|further|increase|decrease|reduce|grow|shrink|add|extend)\b[^,.;]*$|\b(?:within|between|from|(?<!\b(?:down|stepped|turned|reduced|necked) )to) [\d. m]*$/i
const WALLED = /\b(?:box|lid|case|enclosure|housing|tray|cap|cover|container|cup|pot)\b/i
