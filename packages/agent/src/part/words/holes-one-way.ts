import type { Rewrite } from './notation.ts'
import { isRound } from './is-round.ts'
import { DIAMETER, ENDS, MANY, SIZE, STARTS } from './written-sizes.ts'

const HOW = String.raw`(?:(?:through|thru|blind|drilled|circular|clearance|mounting|round|cent(?:er|re)|central|screw|bolt|corner|countersunk|plain|straight|smooth|vertical|horizontal|cross|small|large)[- ])*`
/** `36 bore` is no count. */
const CUTS = String.raw`(?:(?<one>(?:an?|one|each) )(?<how>${HOW})(?<cut>hole|bore)|(?<many>(?:${MANY}) )(?<hows>${HOW})(?<cuts>holes|bores))`
/** What may stand behind a size that is whole: `a hole of 3 in each corner`, and neither `3, 4 and 5` nor `3 parsecs`. */
const GOES_ON = String.raw`(?=,? (?:in|at|on|through|thru|near|with|for|and|cent(?:red|ered)|evenly|equally|spaced|around|along|arranged|located|positioned|placed|one|per|each|into|across|beside|inset|bored|drilled|counter\w+|down|go\w*|which|that)\b| \d[\d.]*(?: ?mm)? (?:from|in|apart|deep)\b|[;.)\n]|,(?! ?\d[\d.]*(?: ?mm)?(?:,| and\b| or\b))| ?$)(?! and \d)(?!\.\d)`

const ROUND_ONE = String.raw`(?:(?:round|circular|cent(?:er|re|ral)|clear) )*`

/** Holes and openings: how many, how wide, and in what pattern. */
export const HOLES_ONE_WAY: readonly Rewrite[] = [
  // `a 25 mm hole goes 50 mm down from the top`, `runs 50 mm into it`: how deep it is, and no place.
  [
    new RegExp(
      String.raw`\b((?:hole|bore|recess|drilling)(?: (?:of )?${SIZE}(?: ${DIAMETER})?)?),? (?:which |that )?(?:goes|runs|extends|reaches|going|running|extending|(?:is )?(?:drilled|bored|sunk|cut)) (?:straight )?(?:(?:down|in) (${SIZE})|(${SIZE}) (?:down|(?=into )))(?: ?into (?:(?:it|the (?:part|body|cylinder|block|bar|shaft|plate))(?= ?[.,;]|$| from)|(?:the )?(top|bottom|left|right|front|back|upper|lower|one)(?: end| face| side)?))?(?= ?[.,;]|$| from| and| with)`,
      'gi',
    ),
    ({ 1: hole, 2: one, 3: other, 4: side = '' }) => {
      const deep = `${hole} ${one ?? other} deep`
      return side ? `${deep} from ${side === 'one' ? 'one' : `the ${side}`} ${side === 'one' ? 'end' : 'face'}` : deep
    },
  ],
  // `a 25 x 35 mortise through the middle`
  [/\bmorti[sc]e (?=(?:right |straight |all the way |going )?through\b)/gi, () => 'rectangular hole '],
  // `a 40 mm cube shaped hole`, `40 mm square shaped hole`
  [/(?<=\d(?: ?mm)?) (?:cube|square)[- ]shaped (?=(?:through )?(?:hole|opening|cut-?out)s?\b)/gi, () => ' square '],
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
  // `a hole down the middle` of what is round
  [
    /\b(holes?|bored?|drilled)( \d[\d.]*(?: ?mm)?)? (?:right |straight |all the way |running |going )*(?:down|along|up) (?:the |its )(?:middle|cent(?:er|re)|axis|cent(?:er|re) ?line)\b(?! of)/gi,
    ({ 0: text, 1: hole, 2: size = '', input }) => (isRound(input) ? `${hole}${size} through the centre` : text),
  ],
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
  [/\bdrilled (?=holes?\b)/gi, () => ''],
  // `4x M3 corner mounting holes`
  [
    /\bcorner ((?:mounting|fixing|fastening|screw|bolt|clearance|tapped|through) (?:[a-z]+ )?holes)\b/gi,
    ({ 1: holes }) => `${holes} in the corners`,
  ],
  // `disc 30, 3 thick, centre 6, …`
  [
    new RegExp(String.raw`(?<=\d[^.;:]*, ?)cent(?:er|re) ((?:[Øø∅⌀] ?)?${SIZE})(?= ?[,;]|$)(?!, ?\d)`, 'gi'),
    ({ 1: wide = '' }) => `${wide} centre hole`,
  ],
  // `four holes Ø5 in total`, `six 5 mm holes in all`: that is how many.
  [
    new RegExp(
      String.raw`\b((?:${MANY}) (?:(?:[a-z-]+|[Øø∅⌀]? ?\d[\d.]*(?: ?mm)?|M\d+) ){0,3}?holes(?:,? (?:of )?(?:[Øø∅⌀] ?\d[\d.]*(?: ?mm)?|\d[\d.]* ?mm(?: dia(?:meter)?)?|M\d+))?),? (?:in total|in all|altogether|all told)\b`,
      'gi',
    ),
    ({ 1: holes = '' }) => holes,
  ],
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
  [/(?<=\bholes? )(?:sits?|lies?|go(?:es)?|are placed|are located) (?=\d)/gi, () => ''],
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
  // `holes spaced 31 mm in a square`
  [
    new RegExp(String.raw`\bspaced (?:at )?(${SIZE})(?: apart)?${ENDS}(?! ?(?:mm|cm|x|×|by|from|in from|and)\b)`, 'gi'),
    ({ 1: far }) => `${far} apart`,
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
  // `4 holes M10 on 95`
  [
    /(?<![\d.x×/] ?)\b((?:two|three|four|five|six|eight|ten|twelve|\d{1,2}) )(holes),? (M\d+(?:\.\d+)?)(?! ?[x×\d]|-| (?:screws?|bolts?|nuts?|threads?|studs?|inserts?))\b/gi,
    ({ 1: many, 2: holes, 3: thread }) => `${many}${thread} ${holes}`,
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
  // `a 6 mm hole through both cheeks` of what is slotted
  [
    /\b(?:cross )?(?:pin )?(holes?|bores?)((?:[^.;,]|\.\d){0,40}?),? (?:going |drilled |right |straight )*(?:across|through) (?:both|the two) (cheeks|prongs|tines|jaws|fork arms|ears|forks|lugs)\b/gi,
    ({ 0: text, 1: hole, 2: where, 3: ears = '', input }) =>
      SLOTTED.test(input) && (/ear|lug|fork$/i.test(ears) ? /\b(?:block|bar)\b/i.test(input) : true)
        ? `cross ${hole}${where}`
        : text,
  ],
  // `eight holes on the 70 mm mid circle`
  [
    new RegExp(
      String.raw`(?<=\bon (?:an?|the) )(${SIZE}) (?:mid|mean|middle|cent(?:re|er))[- ](?:circle|dia(?:meter)?)\b`,
      'gi',
    ),
    ({ 1: size }) => `${size} bolt circle`,
  ],
  // `a flat-bottomed groove`: as grooves are.
  [
    /\b(?:flat|square)[- ]bottom(?:ed)?,? (?=(?:[a-z]+ )?(?:grooves?|slots?|channels?|pockets?|recess(?:es)?)\b)/gi,
    () => '',
  ],
  // `a 45 bore, counterbored 55 x 4 deep on one side` of what is flat: from above.
  [
    /(?<=\b(?:countersunk|counterbored|spotfaced|countersink|counterbore)\b(?:[^.;,]|\.\d)*?) (?:on|from|in) one (?:side|face)(?: only)?(?=[,.;]|$| and\b)/gi,
    ({ 0: text, input }) => (FLAT.test(input) && !UPRIGHT.test(input) ? '' : text),
  ],
  // `two countersunk holes (4.5 mm hole, 9 mm head)`
  [
    new RegExp(String.raw`(?<=\bholes? \()(${SIZE}) (?:through |clearance )?holes?(?=,)`, 'gi'),
    ({ 1: size = '' }) => size,
  ],
  // `drilled 1/2" from end to end`
  [
    /\b(?:drilled|bored) ([⌀Øø]? ?[\d./ -]*\d(?: ?(?:mm|cm|in\b|"))?(?: dia(?:meter)?)?),? (?:right |clear |straight |all the way |through )*(?:(?:from )?end to end\b(?:,? along its [^,.;]*?(?:length|side))?|along (?:its|the) (?:full |whole )?length\b)/gi,
    ({ 1: size = '' }) => `with a ${size} hole through the length`,
  ],
  // `three 3 mm holes drilled from outside through the wall`, `drilled in from the rim`: in at the side of what is round.
  [
    /(?<!\bradial (?:[a-z-]+ )*)\b(holes?)((?: of)? (?:[Øø∅⌀] ?)?\d[\d.]*(?: ?mm)?(?: dia(?:meter)?)?)?(?: drilled| bored| going| that go)? (?:in )?from (?:the )?(?:outside|rim|outer (?:face|surface|side))(?: in(?:wards?)?)?(?: (?:through|into) (?:the|one|its) (?:(?:side )?wall|ring|tube|rim))?(?=[.,;]|$| evenly| equally| all| spaced)/gi,
    ({ 0: text, 1: hole, 2: size = '', input }) =>
      isRound(input) && !/\b(?:plate|block|box|bracket|bar)\b/i.test(input) ? `radial ${hole}${size}` : text,
  ],
  // `one M6 tapped hole through the wall` of a ring: in at its side
  [
    /(?<!\bradial (?:[a-z-]+ )*)\b(holes?) (?:through|in|into) (?:the|one|its) (?:side )?wall\b(?: only)?/gi,
    ({ 0: text, 1: hole, input }) =>
      isRound(input) && /\b(?:collar|ring|bush(?:ing)?|sleeve|ferrule)\b/i.test(input) ? `radial ${hole}` : text,
  ],
  // `six holes 8 mm wide and 30 deep`
  [
    new RegExp(String.raw`\b(holes?|bores?) (${SIZE}) (?:wide|across),? (?:and )?(?=(?:${SIZE}) deep\b)`, 'gi'),
    ({ 1: holes, 2: size = '' }) => `${holes} of ${marked(size)}, `,
  ],
  // `six holes of 8 mm sit on a circle`
  [
    new RegExp(
      String.raw`(?<=\bholes (?:of |with )?(?:⌀ ?)?(?:${SIZE}) )(?:sit|lie|are (?:placed|set|spread|drilled|arranged)) (?=(?:on|in|at|around) )`,
      'gi',
    ),
    () => '',
  ],
  // `Six holes of 8 mm on a circle of 90 mm. The bore is 40 mm.`
  [
    new RegExp(String.raw`(?<=\bholes\b[^]*)[.;] (?:the|its) bore (?:is|measures) (${SIZE})(?=[.,;]|$)`, 'gi'),
    ({ 1: size }) => `, and with a ${size} bore`,
  ],
  // `Eight bolts M16 go through it on a 145 circle, so the holes should be 18 mm.`
  [
    new RegExp(
      String.raw`\b(${MANY}) (?:bolts|screws|studs)(?: M\d+)? (?:go|pass) through (?:it )?(on an? ${SIZE} (?:bolt |pitch )?circle),? (?:so |and )?(?:the|their) holes (?:should be|must be|are|measure) (${SIZE})`,
      'gi',
    ),
    ({ 1: many, 2: where, 3: size }) => `${many} ${size} holes ${where}`,
  ],
  // `Drill 3 mm holes along its middle: the first one 20 from the left end, then every 32 mm until there are six.`
  [
    new RegExp(
      String.raw`\b(?:drill )?(${SIZE}|M\d+) holes ((?:along|down|in) [^.;:,]*)[:,;] ?(the first (?:one )?(?:at )?${SIZE} from (?:the |one )?(?:[a-z]+ )?end),? (?:and )?then (?:one )?every (${SIZE}),? (?:until there are |up to |to make |for )(${MANY})(?: (?:in all|holes|of them))?`,
      'gi',
    ),
    ({ 1: size, 2: where, 3: first, 4: pitch, 5: many }) => `${many} ${size} holes ${pitch} apart ${where}, ${first}`,
  ],
  // `Every 100 mm there is a 6 mm hole in the middle of the wide leg, the first one 50 from the end, six in all.`
  [
    new RegExp(
      String.raw`\bevery (${SIZE}),? (?:there is |comes |goes )?an? (${SIZE}) hole ([^.;:,]*)[:,;] (the first (?:one )?(?:at )?${SIZE} from (?:the |one )?(?:[a-z]+ )?end),? (${MANY}) in all`,
      'gi',
    ),
    ({ 1: pitch, 2: size, 3: where, 4: first, 5: many }) => `${many} ${size} holes ${pitch} apart ${where}, ${first}`,
  ],
  // `each corner has an 11 mm hole`
  [
    new RegExp(
      String.raw`\b(?:each|every) corner (?:has|gets|carries|with) (an? (?:(?:${SIZE}|M\d+(?:\.\d+)?) )?(?:[a-z-]+ ){0,2}holes?)\b`,
      'gi',
    ),
    ({ 1: hole }) => `${hole} in each corner`,
  ],
  // `two holes: an 8 mm one … and a 6 mm one`, `an 8 mm hole … and a 6 mm one`
  [
    new RegExp(String.raw`(?<=\bholes?\b[^;]*)\b(an?) (${SIZE}|M\d+(?:\.\d+)?) one\b(?! (?:is|was|of)\b)`, 'gi'),
    ({ 1: a, 2: size }) => `${a} ${size} hole`,
  ],
  // `holes for bolts: …`: which are not made.
  [/(?<=\bholes) for (?:the |my )?(?:bolts|screws|rivets|nails|wood ?screws)\b(?! ?M?\d)/gi, () => ''],
  // `with holes for bolts: six 6.6 mm ones on a 100 circle`
  [
    new RegExp(String.raw`(?<=\bholes?\b[^;]*)\b((?:${MANY}) (?:${SIZE}|M\d+(?:\.\d+)?)) ones\b`, 'gi'),
    ({ 1: sized }) => `${sized} holes`,
  ],
  // `two pockets …, each with a 5 mm hole in its centre`
  [
    /(?<=\b(pocket|recess)(?:e?s)\b(?:[^.;]|\.\d)*?),? each (?:with|having) (an? (?:[^.;,]|\.\d){1,30}?hole) in (?:its|the) (?:middle|cent(?:re|er))\b/gi,
    ({ 1: noun, 2: hole }) => ` and ${hole} in the middle of each ${noun}`,
  ],
  // `standoff M4, female both ends 8 deep`: threads that do not meet.
  [
    new RegExp(String.raw`\bfemale,? (?:on |at |in )?(?:both|each) ends?,? (${SIZE}) deep\b`, 'gi'),
    ({ 1: deep }) => `tapped holes ${deep} deep in both ends`,
  ],
  // `bolts 5 x 10.5 on 90`
  [
    new RegExp(String.raw`\bbolts?(?: holes?)?:? (\d{1,2}) ?[x×] ?(?:[⌀Øø] ?)?(${SIZE}) (?=on\b)`, 'gi'),
    ({ 1: many = '', 2: size = '' }) => `${many} x ${size} bolt holes `,
  ],
  // `four 4.5 mm holes on 152 at 45, 135, 225 and 315 degrees`
  [
    new RegExp(String.raw`(?<=\bholes?\b[^.;,]* )on (${SIZE}) (?=at \d[\d., and]*(?:°|deg))`, 'gi'),
    ({ 1: size = '' }) => `on a ${size} bolt circle `,
  ],
  // `6 x 11 mounting holes`: so many of that size.
  [
    /(?<![x×\d.] ?)\b([2-9]|\d\d) ?[x×] ?(\d+(?: ?mm)?) (?:(?:mounting|bolt|screw|fixing|clearance|bolting|flange)[ -])+(?=holes\b)/gi,
    ({ 1: many = '', 2: size = '' }) => `${many} x ${size} `,
  ],
  // `10 mm from each corner's two edges`
  [/\bfrom each corner['’]s (?:two )?(?:edges|sides)\b/gi, () => 'from the edges in each corner'],
  // `three holes on the centreline, 15 from the ends and one in the middle`: that is all of the three.
  [
    /\b(three|five|3|5)( (?:[^.;]|\.\d){0,60}?\bholes?\b(?:[^.;]|\.\d){0,80}?\bfrom (?:the|each|both) ends?),? (?:and|with|plus) (?:one|the (?:third|fifth|other|last)(?: one)?) (?:is )?(?:in the (?:middle|cent(?:er|re))|half ?way)(?: between)?\b/gi,
    ({ 1: many = '', 2: rest = '' }) => `${many}${rest}`,
  ],
  // `three holes for M5 countersunk screws`
  [
    /\b(holes?) for (M\d+(?:\.\d+)?) (?:countersunk|csk|flat[- ]head(?:ed)?) (?:head )?(?:screws?|bolts?)\b/gi,
    ({ 1: holes = '', 2: size = '' }) => `countersunk ${size} ${holes}`,
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

/** A bare number beside a count is told from it. */
const marked = (size: string): string => (/[a-z]$/i.test(size) ? size : `⌀${size}`)

const SLOTTED = /\b(?:slot|slit|groove|channel|gap)\b/i
const FLAT = /\b(?:plate|panel|sheet|disc|disk|flange|washer|strip|board|cover)\b/i
const UPRIGHT = /\b(?:bracket|angle|box|case|enclosure|housing|leg|upright|block|channel|hook)\b/i
