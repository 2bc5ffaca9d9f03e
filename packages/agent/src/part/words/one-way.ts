import type { Rewrite } from './notation.ts'
import { IN_INCHES } from './unit-words.ts'

/**
 * What is said in many ways and always means the same, in the way every rule behind this one reads: `30 mm long`, `a 5 mm
 * hole`. It stands first, so that no other rule has to know the others; `npm run eval -- --retold` tells each way anew.
 */
const SIZE = String.raw`\d+(?:\.\d+)?(?: ?mm| ?cm)?`
/** A fraction or the end of a number begins no size. */
const STARTS = String.raw`(?<![\d./-])`
const ENDS = String.raw`(?![\d./]*\d|[a-z])`

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

const HOW = String.raw`(?:(?:through|thru|blind|drilled|circular|clearance|mounting|round|cent(?:er|re)|central|screw|bolt|corner|countersunk|plain|straight|smooth|vertical|horizontal|cross|small|large)[- ])*`
const MANY = String.raw`two|three|four|five|six|seven|eight|nine|ten|twelve|(?<![\d.])\d+(?: ?x)?`
/** `36 bore` is no count. */
const CUTS = String.raw`(?:(?<one>(?:an?|one|each) )(?<how>${HOW})(?<cut>hole|bore)|(?<many>(?:${MANY}) )(?<hows>${HOW})(?<cuts>holes|bores))`
const DIAMETER = String.raw`(?:diameter|diam?\b\.?)`
/** What may stand behind a size that is whole: `a hole of 3 in each corner`, and neither `3, 4 and 5` nor `3 parsecs`. */
const GOES_ON = String.raw`(?=,? (?:in|at|on|through|thru|near|with|for|and|cent(?:red|ered)|evenly|equally|spaced|around|along|arranged|located|positioned|placed|one|per|each|into|across|beside|inset|bored|drilled|counter\w+|down|go\w*|which|that)\b| \d[\d.]*(?: ?mm)? (?:from|in|apart|deep)\b|[;.)\n]|,(?! ?\d[\d.]*(?: ?mm)?(?:,| and\b| or\b))| ?$)(?! and \d)(?!\.\d)`

const ROUND_ONE = String.raw`(?:(?:round|circular|cent(?:er|re|ral)|clear) )*`

export const ONE_WAY: readonly Rewrite[] = [
  // `all edges 2 mm rounded`, `both ends 1 mm chamfered`
  [
    new RegExp(
      String.raw`\b((?:all|both|the|each|every)(?: [a-z]+){0,2} (?:edges?|ends?|corners?)) (${SIZE}) (rounded|filleted|chamfered|bevell?ed)\b`,
      'gi',
    ),
    ({ 1: where = '', 2: size = '', 3: done = '' }) => `${where} ${done} ${size}`,
  ],
  // `cable block with four grooves, block 80 x 20 x 15`: the body last.
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+ )*)(block|plate|cube|bar|disc)( with [^]*?)[,;.] (?:the )?\2(?: is| size(?: is)?|:)? (${SIZE}(?: ?[x×] ?${SIZE}){1,2})[ .]*$`,
      'gi',
    ),
    ({ 1: before = '', 2: noun = '', 3: features = '', 4: sizes = '' }) => `${before}${noun} ${sizes}${features}`,
  ],
  // `mitre sled stop 80 x 40 x 20`: what it is for.
  [
    /^((?:an? )?)mit(?:re|er)[- ](?=(?:gauge|sled|box|saw|slot|bar|fence|stop|track)\b)/gi,
    ({ 1: article = '' }) => article,
  ],
  // `a 25 x 35 mortise through the middle`
  [/\bmorti[sc]e (?=(?:right |straight |all the way |going )?through\b)/gi, () => 'rectangular hole '],
  // `a 40 mm cube shaped hole`, `40 mm square shaped hole`
  [/(?<=\d(?: ?mm)?) (?:cube|square)[- ]shaped (?=(?:through )?(?:hole|opening|cut-?out)s?\b)/gi, () => ' square '],
  // `6.6 mm holes on 38 centres at the corners`
  [
    new RegExp(
      String.raw`(?<!\b(?:two|three|five|six|eight) (?:[a-z]+ )?)\bholes? ((?:on|at) ${SIZE}(?: ?[x×] ?${SIZE})? (?:cent(?:er|re)s|crs|c\/c))(?:,? (?:at|in|near|one in) (?:the|each|every|all)(?: four)? corners?\b)`,
      'gi',
    ),
    ({ 1: far }) => `holes in each corner ${far}`,
  ],
  // `countersunk from the back` of what is flat: from below.
  [
    /(?<=\b(?:countersunk|counterbored|csk|cbore|countersinks?|counterbores?|spotfaced) )(?:from|on) the (?:back|rear|reverse)(?: side| face)?\b(?! (?:edge|wall|leg|plate|half))/gi,
    ({ 0: text, input }) => (FLAT.test(input) && !UPRIGHT.test(input) ? 'from the bottom' : text),
  ],
  // `(5 mm OD, 2.5 mm pilot)`
  [
    /(?<=\b(?:OD|boss(?:es)?|standoffs?|posts?|pillars?)\b(?:[^.;]|\.\d)*?\d+(?:\.\d+)?(?: ?mm)? )pilots?\b(?! ?(?:hole|bore|drill|dia|light|lamp))/gi,
    () => 'pilot hole',
  ],
  // `16 mm dia. hole`
  [/\b(diam?)\.(?= ?[a-z(\d⌀]|,)/g, ({ 1: word = '' }) => word],
  // `outer diameter 80`; of a groove it is told on both sides.
  [/(?<!\bgroove\b[^.;]*)\b(?:outside|outer|external) dia(?:m|meter)?\b\.?(?! of (?:the|it)\b)/gi, () => 'OD'],
  [/(?<!\bgroove\b[^.;]*)\b(?:inside|inner|internal) dia(?:m|meter)?\b\.?(?! of (?:the|it)\b)/gi, () => 'ID'],
  // `torus; 60 mm ring diameter; 10 mm tube`: where nothing else parts the words.
  [/;/g, ({ 0: text, input }) => (/[,:\n]|\.(?!\d)/.test(input) ? text : ',')],
  // `54 ID (50 long)`
  [
    new RegExp(String.raw` ?\((${SIZE} (?:thick|long|wide|high|tall|deep))\)(?=[,.;]|$| with\b)`, 'gi'),
    ({ 1: size }) => `, ${size}`,
  ],
  // A thing and a list of what it measures: `torus⏎- 60 mm ring diameter⏎- 10 mm tube diameter`
  [
    /(?<=^(?:[^\n\d]{3,40}?):?(?:\n[ \t]*[-*•·] [^\n]*)*)\n[ \t]*[-*•·] (?=[^\n]{3,60}(?:\n[ \t]*[-*•·] |\s*$))/g,
    () => ', ',
  ],
  [/\bw\/o\b/gi, () => 'without'],
  [/\bw\/ ?(?=\S)/gi, () => 'with '],
  // `, for 3D printing`, `3D printed`
  [/(?:,? (?:(?:it is|it's|to be|for|will be) )?|^)3d[- ]?print(?:ed|ing|able)?\b(?! (?:box|case))/gi, () => ''],
  // Corners of a block that stands are upright.
  [/\bvertical (?=corners?\b)/gi, () => ''],
  // `four pyramids 15 high, one per corner`: no width of theirs.
  [/(?<=\b(?:high|tall|deep|wide|long),) one (?:per|for (?:each|every)) corner\b/gi, () => ' in each corner'],
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
  // `right in the middle`: neither on the right.
  [
    /(?<!\b(?:the|top|bottom|upper|lower|far|and|or|to|from|left) )\b(?:right|dead|exactly|directly|smack) (?=(?:in|at|on) the (?:very |dead |exact )?(?:middle|cent(?:re|er))\b)/gi,
    () => '',
  ],
  [/\bnear (?=(?:each|every|all|the)(?: of the| the| four)* corners?\b)/gi, () => 'in '],
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
  [/\bw\/ ?(?=[a-z\d])/gi, () => 'with '],
  // `which needs to have four holes`
  [
    /,? (?:that|which) (?:needs?|should|must|has|ought|will|is)(?: to| also)? have (?=an? |two |three |four |six |eight |\d)/gi,
    () => ' with ',
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
    ({ 0: text, 1: size, input }) => (isRound(input) ? `${size} diameter` : text),
  ],
  // `a wheel 60 mm across`
  [
    new RegExp(
      String.raw`${STARTS}(${SIZE}) across\b(?= ?(?:[,;.)]|$|and\b|x\b|by\b|with\b|(?:${SIZE}) (?:long|thick|high|tall|wide|deep)\b|at the\b|journal|holes?\b|head|bore\b))`,
      'gi',
    ),
    ({ 0: text, 1: size, input }) => (isRound(input) ? `${size} diameter` : text),
  ],
  // `a hole down the middle` of what is round
  [
    /\b(holes?|bored?|drilled)( \d[\d.]*(?: ?mm)?)? (?:right |straight |all the way |running |going )*(?:down|along|up) (?:the |its )(?:middle|cent(?:er|re)|axis|cent(?:er|re) ?line)\b(?! of)/gi,
    ({ 0: text, 1: hole, 2: size = '', input }) => (isRound(input) ? `${hole}${size} through the centre` : text),
  ],
  // `at the left end … the other`: which of its ends is which, where nothing else tells them apart.
  [
    /\bthe (?:left|right)(?:[- ]hand)? end\b/gi,
    ({ 0: text, input }) => (isRound(input) && /\bthe other\b/i.test(input) && oneSided(input) ? 'one end' : text),
  ],
  [/\b(on|at|in|from|of) either end\b/gi, ({ 1: at = '' }) => `${at} both ends`],
  // `threaded M8, 20 deep`: inside.
  [
    /\b(m\d+(?:\.\d+)? )?threaded(?=( m\d+(?:\.\d+)?),? (?:x )?\d[\d.]*(?: ?mm)? deep\b| in(?:to|side)? (?:both|each|one|the) )/gi,
    ({ 1: size = '' }) => `${size}tapped`,
  ],
  // `a 45 mm opening`, `round opening 100`, `an opening of 45 mm`: with one size and no other shape, it is round and goes through.
  [
    new RegExp(
      String.raw`${STARTS}(?<![x×] ?)(${SIZE}) ${ROUND_ONE}(openings?|apertures?)\b(?! ?(?:\d[\d.]* ?(?:mm )?)?(?:[x×]|by\b|square|wide|long|high|deep|on one side))`,
      'gi',
    ),
    ({ 0: text, 1: size = '', 2: noun = '', index, input }) =>
      isSheet(input, index) ? `${size} ${asHole(noun)}` : text,
  ],
  [
    new RegExp(
      String.raw`\b${ROUND_ONE}(openings?|apertures?)(?: of| is|:)? (${SIZE})${ENDS}(?: (?:in )?${DIAMETER})?(?! ?(?:[x×]|by\b|square|wide|long|high|deep|from\b))`,
      'gi',
    ),
    ({ 0: text, 1: noun = '', 2: size = '', index, input }) =>
      !isSheet(input, index) ? text : noun.endsWith('s') ? `holes of ${size}` : `${size} hole`,
  ],
  [
    /\b(?:round|circular) (openings?|apertures?|windows?)\b/gi,
    ({ 0: text, 1: noun = '', index, input }) => (isSheet(input, index) ? `round ${asHole(noun)}` : text),
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
  // `a hole of 6 mm`, `four holes 6 mm in diameter`, `two through holes with a diameter of 6 mm`
  [
    new RegExp(
      String.raw`\b${CUTS},? (?:(?:of )?(?<wide>${SIZE}) (?:in )?${DIAMETER}|of (?<of>${SIZE})|(?:of|with|having) (?:an? )?${DIAMETER}(?: of)? (?<size>${SIZE}))${GOES_ON}`,
      'gi',
    ),
    ({ groups }) => {
      const { one, how, cut, many, hows, cuts, wide, of, size } = groups ?? {}
      return `${one ?? many}${marked(size ?? wide ?? of ?? '')} ${how ?? hows}${cut ?? cuts}`
    },
  ],
  // `two 5 mm dia. holes`; `disc 80 dia hole 20` is as wide as was said before.
  [
    new RegExp(
      String.raw`(?<=(?<led>\b(?:an?|one|each|${MANY}) (?:[a-z]+ )?)|\b(?:with|and|plus) |[,;:(] ?)(?<size>${SIZE})[- ]${DIAMETER} (?=${HOW}(?:hole|bore)s?\b(?<bare> (?:of )?\d)?)`,
      'gi',
    ),
    ({ 0: text, groups }) => (groups?.['bare'] && !groups['led'] ? text : `${marked(groups?.['size'] ?? '')} `),
  ],
  // `tube outside 40 inside 32`
  [
    new RegExp(
      String.raw`(?<=\b(?<!square |rectangular |box )(?:tube|pipe|ring|washer|bush|bushing|spacer|sleeve|collar|flange|ferrule)\b[^.;]*)(?<!\d(?: ?mm| ?cm)? )\b(outside|outer|inside|inner)(?: is|:)? (?=${SIZE}${ENDS}(?! ?(?:[x×]|long|wide|high|thick|deep|dia|radius|corners?|fillets?|chamfers?|holes?)))`,
      'gi',
    ),
    ({ 1: side }) => `${side} diameter `,
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
  [/\bdrilled (?=holes?\b)/gi, () => ''],
  // `40 x 40 OD`, `25 mm square OD` of what is not round, `1.5 inch square outside with a wall`
  [
    new RegExp(String.raw`(?<=\d(?: ?mm| ?cm|"| ?in(?:ch)?)?(?: square| ?[x×] ?${SIZE})) OD\b`, 'gi'),
    ({ 0: text, input }) => (SQUARED.test(input) ? ' outside,' : text),
  ],
  [/\b(square (?:outside|inside)) with (?=an? |\d)/gi, ({ 1: side }) => `${side}, with `],
  // `a hole at each end 10 mm in`
  [
    new RegExp(
      String.raw`\b(?:at|in|near) (each|both|either)( of (?:the|its)(?: two| three| four)?)? (ends?|tips?),? (${SIZE}) in\b(?= ?(?:[,;.)]|$|and\b))(?!\.\d)`,
      'gi',
    ),
    ({ 1: each, 2: of = '', 3: end, 4: far }) => `${far} from ${each}${of} ${end}`,
  ],
  // `one 5 mm hole above and one below the pin, 70 mm apart`
  [
    new RegExp(
      String.raw`\b(?:one|an?) ((?:${SIZE}|M\d+(?:\.\d+)?) (?:[a-z]+ )?hole)s? above and (?:one|an?other|another one) below (?:the [a-z]+|it)(?:,? (${SIZE}) apart)?`,
      'gi',
    ),
    ({ 1: hole, 2: far }) => `two ${hole}s in a vertical row${far ? `, ${far} apart` : ''}`,
  ],
  [/\bclearance gap\b/gi, () => 'clearance'],
  // `four feet, one per corner`
  [/\bone (?:per|for (?:each|every)|to (?:each|every)) (?=corner\b)/gi, () => 'one in each '],
  // `Four 7 mm holes sit 12 mm from the edges, one in each corner`
  [/(?<=\b(?:four|4) (?:\S+ ){0,3}holes\b[^.;:]*),? one (?=in each corner\b)/gi, () => ' '],
  [/(?<=\bholes? )(?:sits?|lies?|go(?:es)?|are placed|are located) (?=\d)/gi, () => ''],
  // `halfway down each long side`
  [
    /\bhalf[- ]?way (?:down|up|along|on|of) (?=(?:the|each|every|both|its) (?:long|short|left|right|top|bottom|side|edge))/gi,
    () => 'in the middle of ',
  ],
  // `two holes 60 apart left and right of it`
  [
    /\b(?:to the |on the |one )?left and (?:to the |on the |one )?right of (?=(?:it|that|the [a-z]+)\b)/gi,
    () => 'either side of ',
  ],
  [/(?<=\bapart) across the (?:middle|cent(?:er|re))\b(?! ?line)/gi, () => ' on the centre line'],
  // `a recess 3 deep on both sides` of what is flat
  [
    /\b(recess|pocket|counterbore)\b((?:[^.;,]|\.\d)*?) (?:on|in|from) (?:both|each) sides?\b(?! of\b)/gi,
    ({ 0: text, 1: noun = '', 2: rest = '', input }) =>
      isRound(input) || /\b(?:plate|disc|wheel|coaster|knob)\b/i.test(input) ? `${noun}${rest} in both faces` : text,
  ],
  // `6.6 mm holes on 80 centres at the corners`: a square of them.
  [
    new RegExp(
      String.raw`\b(?:on|at) (${SIZE}) (?:centres|centers) (?:at|in|near) (?:the |each |all )*(?:four )?corners?\b`,
      'gi',
    ),
    ({ 1: far }) => `on a ${far} square`,
  ],
  [
    new RegExp(
      String.raw`\b(?:at|in|near) (?:the |each |all )*(?:four )?corners?,? (?:on|at) (${SIZE}) (?:centres|centers)\b`,
      'gi',
    ),
    ({ 1: far }) => `on a ${far} square`,
  ],
  // `four M6 holes at 10 mm offsets`
  [
    new RegExp(
      String.raw`(?<=\bholes?,? )(?:at|with) (?:an? )?(${SIZE}) (?:edge )?offsets?(?: from (?:the |each |all )*edges?)?(?= ?(?:[.,;]|$))`,
      'gi',
    ),
    ({ 1: far }) => `${far} from the edges`,
  ],
  // `10 hole in the upright`: one of so many is no count; `4 hole flange` is one of four.
  [
    new RegExp(
      String.raw`(?<=(?:^|[,;.:(]|\b(?:with|and|an?|one|each|plus)) ?)(?<!\d\.)(?!1 )(\d+(?:\.\d+)?) (?=${HOW}(?:hole|bore)(?: (?:in|through|thru|on|at|near|from|all|right|down|across)\b| ?[,.;]| ?$))`,
      'gi',
    ),
    ({ 1: size }) => `⌀${size} `,
  ],
  // `two feet with 6 mm holes`: what it stands on, and no 600 mm.
  [
    /\b(two|three|four|[234]) feet(?=,? (?:with|each|on (?:either|both|each)|at (?:both|each|the ends?)|that)\b)/gi,
    ({ 1: many }) => `${many} feets`,
  ],
  // `bearing housing with a pocket for a 6202`
  [
    /\b(for|to fit|fits|takes|holds) (an? )?(6\d{2,3})(-?(?:2RS|RS|ZZ|Z))?(?! ?(?:mm|bearings?|x|×|\d|[a-z]+ bearings?))\b/gi,
    ({ 0: text, 1: lead, 2: article = '', 3: name, 4: seal = '', input }) =>
      /\bbearing/i.test(input) ? `${lead} ${article}${name}${seal} bearing` : text,
  ],
  // `hook for a 25 mm curtain rail`
  [
    new RegExp(
      String.raw`(?<=\b(?:hook|hanger|clip|clamp|saddle|bracket)\b[^.;]{0,40} )(${SIZE}) (?:curtain|towel|wardrobe|closet|clothes|shower|picture|bed|grab|stair|hand|water|drain|copper) ?(?=(?:rail|rod|pole|pipe|bar)\b)`,
      'gi',
    ),
    ({ 1: size }) => `${size} `,
  ],
  // `60 mm diameter flange, 54 mm body 15 mm long`
  [
    new RegExp(
      String.raw`(?<=\b(?:dia|diameter|OD|round)\b[^.;]*?[,;] ?(?:an? )?)(${SIZE}) (?=(?:body|sleeve|shank|neck|barrel|spigot|stem|shoulder|boss),? ${SIZE} (?:long|high|deep|tall)\b)`,
      'gi',
    ),
    ({ 1: size = '' }) => `${size} diameter `,
  ],
  // `outer dia. of 80`
  [/\bdiam?\.(?=,? ?[a-z\d])(?! ?(?:hole|bore)s?\b)/g, () => 'diameter'],
  // `holes spaced 31 mm in a square`
  [
    new RegExp(String.raw`\bspaced (?:at )?(${SIZE})(?: apart)?${ENDS}(?! ?(?:mm|cm|x|×|by|from|in from|and)\b)`, 'gi'),
    ({ 1: far }) => `${far} apart`,
  ],
  // `the four upright corners rounded 4 mm`: all it has.
  [/\bupright (?=(?:corners?|edges?)\b)/gi, () => 'vertical '],
  [
    /\b(?:the |all |its )*(?:four|4) (?=(?:(?:vertical|outer|outside|sharp) )*corners (?:are |all )?(?:rounded|radiused|filleted|chamfered)\b)/gi,
    () => 'the ',
  ],
  // `rounded over 2 mm at both ends`
  [
    new RegExp(
      String.raw`(?<!\b(?:bores?|holes?) (?:(?:is|are) )?)\b(rounded|chamfered|bevel+ed|radiused)(?: over| off)?(?: (?:by|with|to))? ?(?:R ?)?(${SIZE})(?: radius)? (?:at|on) (both ends|each end|the ends|one end)\b`,
      'gi',
    ),
    ({ 1: work = '', 2: size, 3: ends }) => `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${ends}`,
  ],
  // `80 mm from centre to centre`
  [
    new RegExp(String.raw`${STARTS}(${SIZE})(?: apart)? from cent(?:re|er) to cent(?:re|er)\b`, 'gi'),
    ({ 1: far }) => `${far} apart`,
  ],
  // `on a 30.5 x 30.5 square`
  [
    new RegExp(String.raw`(?<=\b(?:on|in) an? )(${SIZE}) ?[x×] ?(${SIZE}) (?=square\b)`, 'gi'),
    ({ 0: text, 1: long = '', 2: wide = '' }) =>
      Number.parseFloat(long) === Number.parseFloat(wide) ? `${Number.parseFloat(wide)} mm ` : text,
  ],
  // `on a 30 mm square in the middle`: as a pattern is that nobody put elsewhere.
  [
    new RegExp(
      String.raw`(?<=\bholes\b[^.;]*\b(?:on|in) an? ${SIZE} square)(?:,? (?:in|at) the (?:middle|cent(?:re|er))|,? cent(?:red|ered))(?=[,.;]|$)`,
      'gi',
    ),
    () => '',
  ],
  // `mould half 90 x 70 x 30`: one of two blocks
  [/\b(?:mou?ld|die)[- ]half\b(?=[,:]? \d)/gi, () => 'block'],
  // `Main body: cylinder radius 35`: a heading, and no hub of what was named before
  [/\bmain body: ?(?=(?:an? )?(?:[a-z]+ )?(?:cylinder|disc|disk|block|box|plate|cube|tube|bar)\b)/gi, () => ''],
  // `tube 25 OD 1.5 wall 1 m`: the wall is told, and how long it is comes behind it
  [
    new RegExp(
      String.raw`(?<=\b(?:tube|pipe|tubing|conduit)\b[^.;]*\b(?:OD|outside|outer|dia|diameter|round|ID|inside)\b,? (?:x )?)(${SIZE}) wall (?=\d)`,
      'gi',
    ),
    ({ 1: wall }) => `${wall} wall, `,
  ],
  // `4 holes M10 on 95`
  [
    /(?<![\d.x×/] ?)\b((?:two|three|four|five|six|eight|ten|twelve|\d{1,2}) )(holes),? (M\d+(?:\.\d+)?)(?! ?[x×\d]|-| (?:screws?|bolts?|nuts?|threads?|studs?|inserts?))\b/gi,
    ({ 1: many, 2: holes, 3: thread }) => `${many}${thread} ${holes}`,
  ],
  // `bearing 608 holder`
  [/\bbearing (6\d{2,3}) (?=(?:holder|block|housing|seat|mount)\b)/gi, ({ 1: size }) => `${size} bearing `],
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
  // `a half ball pocket`
  [
    /\bhalf[- ]?(?:ball|sphere|round ball)[- ](?=(?:pocket|recess|dish|hollow|dimple|cavity)\b)/gi,
    () => 'hemispherical ',
  ],
  // `a 68 mm wide, 30 mm deep round hole`
  [
    new RegExp(String.raw`${STARTS}(${SIZE}) wide,? (?:and )?(${SIZE}) deep (?:round |circular )hole\b`, 'gi'),
    ({ 1: wide, 2: deep }) => `${wide} hole ${deep} deep`,
  ],
  // `the last 80 mm as a cone to a point`
  [
    new RegExp(
      String.raw`\b((?:last|first|top|bottom|end) ${SIZE}) (?:as|is|being|made into|turned to) (?:an? )?cone(?: (?:that )?(?:coming|going|comes|goes|running))?(?= to a point\b)`,
      'gi',
    ),
    ({ 1: end }) => `${end} tapering`,
  ],
  // `in the top two corners`
  [
    /\b(?:each of |both of )?the (top|bottom|upper|lower|left|right|front|back|rear) two (?=corners\b)/gi,
    ({ 1: side }) => `the two ${side} `,
  ],
  // `stepped pin, 3 diameters: 6 for 10, 10 for 15`: they are listed.
  [/,? (?:with )?(?:two|three|four|five|[2-5]) (?:diameters|sections|steps|parts|stages)(?=: ?\d)/gi, () => ''],
  // `back panel 420 x 260`: which panel it is
  [
    /(?<=^[^\d,.;:\n]{0,40})\b(?:back|rear|front|side|end|top|bottom|control|instrument|access|cover) (?=panel\b(?=[^\n]*\d))/gi,
    () => '',
  ],
  // `6 spacers, each 8 mm bore … – just model one`
  [
    new RegExp(String.raw`\b(?:${MANY}) ?(?=[a-z]+s\b,? (?:each\b)?)(?=[^]*\bjust (?:model|draw|make|do|one)\b)`, 'gi'),
    ({ 0: text, index }) => (index < 20 ? '' : text),
  ],
  [
    new RegExp(
      String.raw`[ ,;–-]*(?:\b(?:i |we )?(?:need|want) (?:${MANY})(?: of (?:them|these|those))?,? )?\b(?:but )?(?:please )?just (?:model|draw|make|do) (?:just )?(?:the )?one\b(?: of them)?`,
      'gi',
    ),
    () => '',
  ],
  // `divided into five along the length`
  [
    new RegExp(
      String.raw`\b((?:divided|split|separated|partitioned)(?: up)?(?: evenly| equally)? into (?:${MANY}))(?=,? ?(?:along|across|by|[,.;]|$))`,
      'gi',
    ),
    ({ 1: parts = '' }) => `${parts.trimEnd()} compartments `,
  ],
  // `40 mm outside at the inlet, 16 mm at the outlet`
  [
    /\bat (?:the |its )?(inlet|intake|entry|wide end|big end|larger? end)\b(?=[^.;]*\bat (?:the |its )?(?:outlet|exit|mouth|narrow end|small(?:er)? end|tip)\b)/gi,
    () => 'at one end',
  ],
  [
    /(?<=\bat one end\b[^.;]*)\bat (?:the |its )?(?:outlet|exit|mouth|narrow end|small(?:er)? end|tip)\b/gi,
    () => 'at the other end',
  ],
  // `from 20 mm to 12 mm radius`: both are radii.
  [
    new RegExp(String.raw`\bfrom (${SIZE}) to (${SIZE}) radius\b`, 'gi'),
    ({ 1: one, 2: other }) => `from radius ${one} to radius ${other}`,
  ],
  [/\bsolid (?:tapered |conical )*reducer\b/gi, () => 'cone'],
  // `3.2 hole central in both`
  [
    /\b(?:central|cent(?:red|ered)|in the middle) (?:in|on|of) (?:both|each)(?=[,.;]|$)/gi,
    ({ 0: text, input }) => (/\b(?:angle|bracket|legs?|cleat)\b/i.test(input) ? 'in the middle of both legs' : text),
  ],
  // `quarter round log, radius 40`, `half round moulding 30 wide 15 high`
  [
    new RegExp(
      String.raw`\b(quarter|half)[- ]round (?:mou?lding|bead(?:ing)?|trim|strip|log|stick|rail|batten|edging|skirting)(?: strip)?\b`,
      'gi',
    ),
    ({ 1: share }) => `${share} cylinder`,
  ],
  [/\bthree[- ]quarters? (?=(?:ring|washer|disc|disk|tube|torus)\b)/gi, () => 'three quarters of a '],
  [/\bflat (?=open[- ]top\b)/gi, () => ''],
  // `M8 x 40 bolt, 40 mm long`: told twice.
  [/\b(M\d+(?:\.\d+)? ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)?\b[^,.;\d]*),? \2(?: ?mm)? long\b/gi, ({ 1: name }) => name ?? ''],
  // `step-down ring`: what it is called
  [/\bstep[- ](?:down|up) (?=(?:ring|adapter|adaptor|sleeve|spacer|bush(?:ing)?)\b)/gi, () => ''],
  // `6 x 11 mounting holes`: so many of that size.
  [
    /(?<![x×\d.] ?)\b([2-9]|\d\d) ?[x×] ?(\d+(?: ?mm)?) (?:(?:mounting|bolt|screw|fixing|clearance|bolting|flange)[ -])+(?=holes\b)/gi,
    ({ 1: many = '', 2: size = '' }) => `${many} x ${size} `,
  ],
]

const asHole = (noun: string): string => (noun.endsWith('s') ? 'holes' : 'hole')
/** What an opening goes through; what is open at a side or closed by a lid has an opening of its own. */
const SHEET =
  /\b(?:[a-z]*plate|panel|sheet|gasket|shim|cover|disc|disk|washer|flange|board|spacer|tile|strip|shelf|top|base|box|case|enclosure|housing|tray|container|bin|planter|caddy|grommet|bezel|mount|adapt[eo]r|lid)\b/i
const MOUTHED =
  /\b(?:clips?|clamp|hooks?|jaws?|wrench|spanner|fork|c[- ]?(?:ring|shaped?)|channel|[tu][- ]?slot|dovetail|keyhole|shackle|link|open[- ]?end\w*|slotted|split|gap)\b/i
const isSheet = (input: string, index: number): boolean =>
  SHEET.test(input) &&
  !MOUTHED.test(input) &&
  !/\b(?:for|fits?|into|inside|over|closes|covers) (?:an? |the )?[^,.;]*$/i.test(input.slice(0, index))

const ROUND =
  /\b(?:shaft|spindle|axle|pin|peg|dowel|rod|round|cylind\w+|tubes?|pipe|disc|disk|ring|washer|spacer|sleeve|bush(?:ing)?|collar|coupl\w+|knob|wheel|pulley|roller|flange|hub|spool|bobbin|cap|standoff|ferrule|grommet|nozzle|cone|stud|plug|cup|bowl|dish|coaster)s?\b/i
const CORNERED =
  /\b(?:square|hex\w*|octagon\w*|pentagon\w*|triang\w*|polygon\w*|star|rectang\w*|plate|block|box|bracket|nut|bolt|flats?|corners?|gear|tray|across (?:the )?(?:flats|corners|points))\b|\ba\/?f\b/i
const isRound = (input: string): boolean => ROUND.test(input) && !CORNERED.test(input)
const oneSided = (input: string): boolean =>
  !(/\bleft\b/i.test(input) && /\bright\b/i.test(input)) && !/\b(?:top|bottom|upper|lower)\b/i.test(input)

const SQUARED = /\b(?:square|rectangular|box)[- ](?:hollow )?(?:tub|section|pipe|profile)|\bsquare\b/i

/** `1-1/2"` as a length. */
function inMm(written: string, unit: string): number {
  const [whole = '0', top = '0', bottom = '1'] = /^\d+\/\d+$/.test(written)
    ? ['0', ...written.split('/')]
    : written.split(/[ /-]/)
  const size = Number(whole) + Number(top) / Number(bottom)
  return size * (/mm/i.test(unit) ? 1 : /cm/i.test(unit) ? 10 : 25.4)
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

/** A bare number beside a count is told from it. */
const marked = (size: string): string => (/[a-z]$/i.test(size) ? size : `⌀${size}`)

const FLAT = /\b(?:plate|panel|sheet|disc|disk|flange|washer|strip|board|cover)\b/i
const UPRIGHT = /\b(?:bracket|angle|box|case|enclosure|housing|leg|upright|block|channel|hook)\b/i
const TOOTHED = /\b(?:gears?|pulley|sprocket|rack|pinion)\b/i
/** `move hole 2 by 5 mm`, `extrude a triangle of side 30 by 80`: how far. */
const CHANGES =
  /\b(?:move|shift|extrude|extend|increase|decrease|reduce|enlarge|grow|shrink|shorten|lengthen)\w*\b[^,.;]*$/i
/** `taller by 5 mm in height`: by how much, and not how high. */
const GROWS =
  /\b(?:by|another|extra|more|less|further|increase|decrease|reduce|grow|shrink|add|extend)\b[^,.;]*$|\b(?:within|between|from|(?<!\b(?:down|stepped|turned|reduced|necked) )to) [\d. m]*$/i
