import type { Span } from '@hewn/model'
import type { Rewrite } from './notation.ts'

const THINGS = 'ender|prusa(?: mk)?|iphone|ipad|galaxy s?|pixel|gopro(?: hero)?|playstation|xbox|macbook|kindle|stm'

/** Numbers that are part of a name: `a 2U rack panel`, `iPhone 13 stand`. Boards are in a table of their own (read/boards.ts). */
const NAMES: readonly RegExp[] = [
  // `2x4 lego brick`
  /\b[1-8] ?[x×] ?(?:[1-9]|10)(?= (?:stud )?lego\b)|(?<=\blego[- ](?:brick|block|plate),? )[1-8] ?[x×] ?(?:[1-9]|10)\b(?! ?[x×\d.])(?=[^]*[x×])/gi,
  /\b\d+U\b(?= (?:rack|19|panel|server))/gi,
  new RegExp(
    String.raw`(?<=\b(?:${THINGS})[- ]?)\d+[a-z]?\+?(?: (?:pro|max|plus|mini|model [ab]\+?|v\d|rev ?\d))*(?![\w.]|["']| ?(?:mm|cm|x|×|by)\b)`,
    'gi',
  ),
  // `two bolt flange`, `blind flange 8 bolt`: how many it is held by, told once more with the holes.
  /\b(?:two|three|four|six|eight|\d+)[- ]bolt\b(?= (?:[a-z]+ )?flange\b)|(?<=\bflange,? )(?:two|three|four|six|eight|\d+)[- ]bolt\b(?!s| holes?| on\b)/gi,
  /(?<=\bwith )(?:two|three|2|3)(?= (?:hole |bolt )?(?:patterns|circles|rows|pcds?):)/gi,
  // `pulley for 6 mm round belt: … groove of 3 mm radius`: the groove is told by itself.
  /\bfor (?:an? )?\d[\d.]* ?mm (?:round |flat |v )?(?:belt|cord|rope|cable)s?\b(?=[\s\S]*\bgroove)/gi,
  // `motor flange B14: 80 OD`: how a motor is mounted.
  /(?<=\bmotor (?:flange|adapter|plate),? (?:IM ?)?)B(?:3|5|14|34|35)\b(?: (?:C|face ?)?\d{2,3}(?= ?:))?/gi,
  // `CF40 blank: 69.9 OD`: the series of a vacuum flange whose sizes are told.
  /\b(?:KF|CF|NW|QF|ISO[- ]?[KF]) ?-?\d+\b(?=[^]*\d)/gi,
  // `tolerances ISO 2768-mK`: standards that no size comes from.
  /\b(?:(?:DIN|EN|ISO)[ -]?)+(?:261|286|965|1101|1302|2553|2768|8015|9013|9001|13715|13920|22081)(?:[- ][1-9])?(?:[- ][a-z]{1,2}\b(?! ))?/gi,
  // Pressure classes and nominal sizes of pipes: `6 in 150#`, `DN80 PN16`, `class 300`.
  /\b\d+(?:[- ]\d\/\d|\/\d)? ?(?:in(?:ch)?|")? (?=\d+ ?(?:#|lbs?\b)(?=[^.;]*\bflange))/gi,
  /\b\d+ ?(?:#|lbs?\b)(?=[^.;]*\bflange)|(?<=\bflange\b[^.;]*)\b\d+ ?(?:#|lbs?\b)(?! ?[-\d])/gi,
  /(?<=\bclass )\d{3,4}\b/gi,
  /(?<=\b[DP]N ?)\d+\b(?=[\s\S]*\bflange|.*\bØ|.*\bOD\b)|(?<=\bflange\b[\s\S]*\b[DP]N ?)\d+\b/g,
]

/** `hole 1: 10 mm …, hole 2: …`, `hole A = 12 mm`: which one it is. */
const LABELS =
  /(?<=\b(?:hole|slot|pocket|boss|bore|cut-?out|section|step|stage|segment) )(?:#?\d|[A-H])(?= ?(?:[:=–]|- ))/gi

const ALLOYS =
  '1050|1060|1100|2011|2014|2017|2024|3003|5005|5052|5083|5086|5251|5754|6005|6026|6060|6061|6063|6082|7020|7050|7075|1018|1045|4130|4140|4340|8620'
const ALONE = String.raw`(?![\d.]|/|["']| ?(?:mm|cm|m|in|inch(?:es)?|x|×|by|long|wide|high|thick|deep|dia(?:meter)?|holes?|off|pcs)\b)`
/** Grades of what it is made of. */
const GRADES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d.x×*] ?|\d )\b(?:(?:EN )?AW[ -]?|AISI |SAE |EN |AA[ -]?|AL(?:U(?:MINI?UM)?)?[ -]?|grade )?(?:${ALLOYS})(?:-[TH]\d+)?${ALONE}(?! ?[x×*])`,
    'gi',
  ),
  /\b(?:S(?:235|275|355|420|460|690|700)|St ?(?:37|52)|C ?(?:15|22|35|45|60)[ER]?|E(?:295|335|360)|DC ?0[1-4]|(?:16|18|20|25|34|42|51)(?:MnCr|CrMo|CrNi|NiCr|CrV)\w*|EN ?(?:1A|3B|8|9|19|24|36)|A36|O1|D2|H13|FR-?4|PA ?(?:6|11|12|66)|17-4 ?PH|18-8|18-10|440C|1\.(?:0|2|4|7)\d{3}|Ti-?6Al-?4V|316L|304L|SS-?(?:303|304|316)L?)(?:J[R0-9]\w*|MC|N|T\d+|H\d+)?(?![\d.]|-\d| ?(?:x|×|mm)\b)/g,
  /\b(?:30[1-4]|316|321|4[1-4]0)(?= ?(?:stainless|SS\b|grade|steel))|(?<=\b(?:stainless|stainless steel|SS|AISI|grade|SUS) )(?:30[1-4]|316|321|4[1-4]0)\b(?! ?(?:mm|x|×|by|long|wide))/gi,
]

/** How many are ordered, and when. */
const ORDERS: readonly RegExp[] = [
  // `DWG 114`, `Part no. 20-331`, `rev 2`: which sheet it is.
  /(?<=^|[\n.;,(–-] ?)(?:dr?a?wi?n?g|drg|dwg|part|item|piece|component|job|order|detail|det|pos|fig(?:ure)?|sketch)(?: ?(?:no|nr|num(?:ber)?)\b)?[.:#]* ?#?\d[\d/-]*[a-z]?(?= ?[:.;,\n–-])(?!\.\d)/gi,
  /(?<=[\n.;,( ])rev(?:ision)?[.: ]*[\da-h]\b(?= ?[:.;,)\n–-]|$)/gi,
  // `Turn one off: brass, 32 dia`
  /(?<=^\s*(?:please )?(?:turn|make|machine|quote|mill)(?: me| us)? )(?:one|1) off\b,?:?/gi,
  // `Delivery week 14.`
  /\b(?:delivery|deliver|needed|required|due)(?: date)?(?: by| in)?:? (?:calendar )?(?:week|wk|kw) ?\d{1,2}\b/gi,
  // `please quote 50 pcs`: so many are bought, and one is made.
  /\b(?:quote|quotation (?:for|on)|price (?:for|on)|offer for|order(?: of)?|rfq(?: for)?:?) (?:me |us )?\d+ (?:off|pcs|pieces|ea|nos?)\b(?: of)?/gi,
  /(?<=^\s*|[;.,(] ?)(?:qty|quantity|quantity required|order)[:. ]*\d+(?: (?:off|pcs|pieces|ea|parts))?(?= ?(?:[,;:.)]|$))/gi,
]

/** `outer diameter d_out = m*(z+2) = 44`: how a size is worked out. */
export const WORKED_OUT = /(?<=[a-z] )[a-z]\w{0,8} ?= ?[a-z][\w.]* ?\*[^=\n;,]{1,20}= ?(?=\d)/gi

/** `lego-like brick 32 x 16 x 10 with eight studs`: where all its sizes are told, what it is like is a name. */
const CALLED: Rewrite = [
  /\blego(?:[- ](?:like|style|type|compatible|size))*[- ](?=(?:brick|block|plate|piece)\b[^]*\d ?(?:mm ?)?[x×] ?\d[\d.]* ?(?:mm ?)?[x×] ?\d)/gi,
  () => '',
]

/** They are no sizes of what is made … */
export const NAME_NUMBERS: readonly Rewrite[] = [
  ...[...NAMES, LABELS, ...ORDERS].map((name): Rewrite => [name, () => ' ']),
  CALLED,
]

/** … nor are these, and no rule that reads numbers beside each other may take them for one. */
export const GRADE_NUMBERS: readonly Rewrite[] = GRADES.map((name) => [
  name,
  // `Ø100 x 10 in C45`: of that steel, and no inches.
  ({ input, index }) => (/\bin\s+$/i.test(input.slice(0, index)) ? 'metal' : ' '),
])

/** All of them are told to be noted. */
export const nameNumbers = (words: string): Span[] =>
  [...NAMES, ...GRADES, ...ORDERS, LABELS, WORKED_OUT].flatMap((name) =>
    [...words.matchAll(name)].map(({ 0: text, index }): Span => [index, index + text.length]),
  )
