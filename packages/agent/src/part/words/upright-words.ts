import { BY, type Rewrite } from './notation.ts'

const N = String.raw`\d+(?:\.\d+)?(?:-\d+\/\d+|\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|")(?![a-z]))?`
const BASE = String.raw`(?:base|foot|sole|bottom|floor)(?:[ -]?plate)?`
const CHAIN = String.raw`(${N})${BY}(${N})${BY}(${N})`
/** A base of three sizes, before or behind its word. */
const BASED = new RegExp(
  String.raw`\b(?:${BASE}(?: is| of)?[ :,=]*(?:an? )?${CHAIN}|${CHAIN}(?: thick)? ${BASE})\b`,
  'i',
)
/** The same of what is called a plate, where what stands on it is called upright. */
const PLATED = new RegExp(String.raw`\b(?:plate[ :,]*${CHAIN}|${CHAIN}(?: thick)? plate)\b`, 'i')
const STRONG =
  /\b(?:(?:vertical|upright|standing) (?:plate|wall|web)|second plate\b[^.;]*\bstanding|(?:wall|uprights?|cheeks?|lugs?)\b[^.;]*\b(?:high|tall)\b[^.;]*\b(?:edge|ends?))\b/i
const UPRIGHT = String.raw`(?:(?:vertical|upright|standing|second|eye|end|side|cross|back|rear)[ -](?:back[ -]?)?(?:plate|wall|panel|web|rib)|upright|lug|ear|cheek|web|wall(?! (?:angle|bracket|mount|hook|hanger|holder)))`
const STANDS =
  /\b(?:stand(?:s|ing)?|ris(?:es|ing)|upright|uprights|vertical|tall|high|walls?(?=:? ?\d)|above (?:it|the (?:base|foot|floor)))\b/i
const BLOCK = String.raw`on (?:top of |the middle of |the cent(?:re|er) of )?(?:it|its (?:middle|cent(?:re|er)|top)|the (?:base|foot|sole)(?: plate)?)(?: stands)?,? (?:is )?(?:centrally |cent(?:re|er)d )?an? (?:block|plate)`
const UP = new RegExp(String.raw`\b(?:${UPRIGHT}s?|${BLOCK}|(?:two|both) sides(?= ${N}))\b`, 'i')
const HOLLOW = /\b(?:box|case|enclosure|lid|housing|drawer|hopper|tray|tube|gear|beam)\b/i
/** A bent bracket has a base and an upright too: it is one thickness, and its upright stands at its end. */
const BENT = /\b(?<!t[- ](?:shaped )?)(?:bracket|angle|bookend|(?<=\bu[- ])channel)\b/i
/** A hole in the middle of the wall tells nothing of where that stands. */
const CENTRED =
  /\b(?:long(?:er)? (?:rear |back )?edge|walls?:? ?\d[^.;]*(?:rear|back|front) edge|(?<!\bholes?\b[^.;,]*)(?:middle|centre|center|centrally)\b(?! of (?:the |each |both |its )*(?:upright|vertical|back|wall|web))|each end|both ends|its ends|two (?:uprights|lugs|ears|cheeks|sides)|(?:one|an?|single) (?:ear|lug|cheek|eye)|second plate)\b/i

function isStanding({ input }: RegExpExecArray): boolean {
  if (!UP.test(input) || !STANDS.test(input) || HOLLOW.test(input)) return false
  const base = BASED.exec(input) ?? (STRONG.test(input) ? PLATED.exec(input) : null)
  if (!base) return false
  if (BENT.test(input) && !/\bupright bracket\b/.test(input) && !CENTRED.test(input)) return false
  const [long = 0, wide = 0, thick = 0] = base.slice(1).flatMap((one) => (one ? [Number.parseFloat(one)] : []))
  return thick * 2 <= Math.max(long, wide)
}
const standing =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    isStanding(match) ? put(match) : match[0]

/** How a base with plates standing on it is told: whatever it is called, it becomes a base and its uprights. */
const BOX = String.raw`(?:rectangular |solid )?(?:box|block|cuboid|bar|beam|prism|brick)`
const AWAY = String.raw`(?: away)?(?: from (?:the )?(?:vertical|horizontal|upright|z[- ]?axis))?`
const DEGREES = String.raw`(\d[\d.]*) ?(?:°|deg(?:rees?)?)`
const ABOUT = String.raw`(?:about|around) (?:the )?(?:global )?([xyz])(?:[- ]?axis)?`
/** `40 x 40 x 80 mm box whose long axis is tilted 30 degrees about Y away from vertical, centred on the origin`: all that is said. */
const TILTED = new RegExp(
  String.raw`^\W*(?:an? )?(?:(${N})${BY}(${N})${BY}(${N})(?: mm)? ${BOX}|${BOX}:? (?:of )?(${N})${BY}(${N})${BY}(${N})(?: mm)?),? (?:that is |which is |and )?(?:(?:whose|with (?:its|the)|its|the)? ?(long) axis (?:is )?)?(?:tilted|rotated|leaning|leaned|inclined|turned)${AWAY} (?:by )?(?:${DEGREES}${AWAY} ${ABOUT}|${ABOUT} by ${DEGREES})${AWAY}(?:,? (?:and )?(?:centred|centered) (?:on|at|about) (?:the )?origin)?\W*$`,
  'gi',
)
const tilted = (match: RegExpExecArray): string => {
  const [sides, about, by] = [
    [1, 2, 3, 4, 5, 6].flatMap((at) => match[at] ?? []),
    match[9] ?? match[10] ?? '',
    match[8] ?? match[11] ?? '',
  ]
  // The axis that is spoken of has to be the one that stands.
  const [x = 0, y = 0, z = 0] = sides.map((one) => Number.parseFloat(one))
  return match[7] && z < Math.max(x, y)
    ? match[0]
    : `block tilted about ${about.toLowerCase()}, ${sides.join(' x ')}, ${by} degrees`
}

/** What stands along the back of its base, by its name alone: both are told by three sizes. */
const BACK = String.raw`(?:back|rear)(?:[ -]?(?:plate|panel|wall|board|rest|piece))?|upright(?: (?:plate|wall))?`
const BACKED = new RegExp(
  String.raw`^(?<title>(?:[a-z][a-z/' ,-]{0,40}?(?:[:;.,]| with| from| -)? ?)??)(?:an? |the )?(?<base>${BASE}(?: is| of)?[ :,=]*${CHAIN}\b)[^.;\d]{0,24}?(?:and|[,;.+]|with) ?(?:an? |the )?(?<back>${BACK})(?: is| of)?[ :,=]*(?<chain>${CHAIN})\b(?<rest>.*)$`,
  'gis',
)
/** Where it stands was told, or that it is bent from one sheet. */
const PLACED = /\b(?:middle|cent(?:re|er)) of (?:the |its )?(?:base|foot)\b|\b(?:left|right|front|ends?|side)\b/i
const backed = ({ 0: text, groups = {} }: RegExpExecArray): string => {
  const { title = '', base = '', back = '', chain = '', rest = '' } = groups
  const told = /^(?:back|rear)/i.test(back) || /\bl(?:[- ]?shaped?)?\b/i.test(title)
  if (!told || HOLLOW.test(text) || BENT.test(title) || PLACED.test(rest.split(/\bholes?\b/i)[0] ?? '')) return text
  const own = new RegExp(
    String.raw`\b(in|of|on|through|into) (?:the |its )(?:${BACK})\b(?! (?:edge|side|corner))`,
    'gi',
  )
  const others = rest.replace(own, (_, led: string) => `${led} the upright`)
  return `upright bracket , ${base}, an upright ${chain} at the back${others}`
}

/** `a base 80 x 50 x 5 and a back plate 80 x 60 x 5`: where that stands is told by its name. */
export const isBacked = (text: string): boolean => [...text.matchAll(BACKED)].some((match) => backed(match) !== text)

export const UPRIGHT_WORDS: readonly Rewrite[] = [
  // `base 80 x 50 x 5 and a back 80 x 60 x 5`, `L mount: base …, upright …`
  [BACKED, backed],
  // `riser: top 400 x 220 x 12 and two side panels … under its ends`: upside down, a base with two plates standing on it.
  [
    new RegExp(
      String.raw`^(?:[^:.\d]{0,40}[:,] ?)?(?:the )?(?:top|board|bar|seat|plank) (?:${CHAIN}|(${N}) (?:wide|long),? (${N}) (?:wide|deep),? (?:and )?(${N}) thick),?((?:[^.;]|\.\d)*?)(?:lying |resting |sitting )?(?:on )?(?:two|2) (?:legs|(?:side |end )?panels|sides|blocks|feet|supports)\b((?:[^.;]|\.\d)*?),? (?:standing )?(?:under|below|beneath) (?:its|the|both|each) ends?\b`,
      'gi',
    ),
    (match) => {
      const [long, wide, thick] = match.slice(1, 7).filter(Boolean)
      return /\d/.test(match[7] ?? '')
        ? match[0]
        : `upright bracket , base ${long} x ${wide} x ${thick}, two uprights${match[8]} at each end`
    },
  ],
  // `a base plate 80 long, 50 wide and 8 thick`
  [
    new RegExp(
      String.raw`\b((?:(?:horizontal|rectangular|flat) )?${BASE})(?: that(?:'s)?)?(?: is| of| measuring| measures|,)? (${N}) (?:long|wide),? (?:and )?(${N}) (?:wide|deep),? (?:and )?(${N}) (?:thick|high)\b`,
      'gi',
    ),
    ({ 0: text, 1: base = '', 2: long = '', 3: wide = '', 4: thick = '', input }) =>
      UP.test(input) ? `${base.replace(/^rectangular /i, '')} ${long} x ${wide} x ${thick}` : text,
  ],
  // `Pad eye. Base 80 x 40 x 6 …`, `Two uprights … stand on a base`: what it is for has no size.
  [
    new RegExp(
      String.raw`^(?!(?:an? )?(?:inverted )?t[- ](?:shaped )?bracket|upright bracket)(?:(?![^:;.,]*\b${UPRIGHT}s?\b)[a-z][a-z/' -]{0,40}(?:[:;.,]| with| from) ?(?=\S))?`,
      'gi',
    ),
    standing(() => 'upright bracket , '),
  ],
  // No unit of length: what it stands on.
  [new RegExp(String.raw`(?<=${CHAIN}(?: thick)? )foot\b`, 'gi'), standing(() => 'base')],
  [new RegExp(String.raw`\b(?:two|both) sides (?=${N})`, 'gi'), standing(() => 'two uprights ')],
  // `across it a plate 60 wide, 100 high and 6 thick standing upright`
  [
    /\b(?:plate|wall|panel|block)((?:[^.;]|\.\d)*?),? standing (?:up|upright|vertically|on (?:its )?edge)\b/gi,
    standing(({ 1: rest = '' }) => `upright${rest}`),
  ],
  // `an upright 6 mm plate`
  [
    new RegExp(String.raw`\b(?:upright|vertical|standing) (${N}) (?:thick )?(?:plate|wall|web)\b`, 'gi'),
    standing(({ 1: size = '' }) => `upright ${size} thick `),
  ],
  // `along the rear long edge of the base`
  [
    new RegExp(
      String.raw`\b(?:along|on|at|flush with) (?:the |its |one |a )(?:rear |back )?(?:of (?:the |its )?)?long(?:er)? (?:rear |back )?(?:edge|side)(?: of (?:it|(?:the |its )?${BASE}))?`,
      'gi',
    ),
    standing(() => 'at the back'),
  ],
  [
    new RegExp(String.raw`\b(?!upright bracket)${UPRIGHT}(s?)\b(?! bracket)`, 'gi'),
    standing(({ 1: many = '' }) => `upright${many}`),
  ],
  // `the centre of the rounding 10 mm above the base`, `concentric with the rounding and its centre is 30 above the base`
  [
    new RegExp(
      String.raw`,? ?\b(?:with )?(?:and )?(?:(?:the |its )?cent(?:re|er) of (?:the |its )?(?:rounding|radius|round top|arc)|(?:its|the|whose) cent(?:re|er)) (?:is |being |lies )?(${N}) (?:up )?(?:above|over|from) (?:the )?(?:top (?:face |surface )?of (?:the )?)?${BASE}`,
      'gi',
    ),
    standing((match) => (/\bround/i.test(match.input) ? ` , rounding centre ${match[1]} ` : match[0])),
  ],
  // `rising 60 above the base`, `40 high above the base`, `that stands 35 above it`
  [
    new RegExp(
      String.raw`\b(?:that |which )?(?:stand(?:s|ing)?|ris(?:es|ing)|projects?|projecting|extends?|extending|sticks?|sticking|going|reaching)(?: up)?(?: by)? (${N})(?: high| tall)?(?: (?:up )?(?:above|over|from|off) (?:it|(?:the |its )?(?:top of the )?${BASE}))?`,
      'gi',
    ),
    standing(({ 1: size = '' }) => `${size} high `),
  ],
  [
    new RegExp(
      String.raw`\b(${N}) (high|tall) (?:above|over|from|off) (?:it|(?:the |its )?(?:top of the )?${BASE})\b`,
      'gi',
    ),
    standing(({ 1: size = '' }) => `${size} high `),
  ],
  [
    new RegExp(String.raw`\b(${N}) up from (?:the |its )?(?:top (?:face )?of the )?${BASE}\b`, 'gi'),
    standing(({ 1: size = '' }) => `${size} from the foot edge`),
  ],
  [/\bstand(?:s|ing)?\b|\bat (?:90 ?(?:°|deg(?:rees?)?)|right angles)\b/gi, standing(() => '')],
  // `across the full 40 mm`, `over the full width`
  [
    new RegExp(
      String.raw`\b(?:across|over) (?:the |its )?(?:full |whole |entire )?(${N})(?: width)?(?= ?[,.;)]| and\b| of\b)`,
      'gi',
    ),
    standing(({ 1: size = '' }) => `${size} wide crosswise`),
  ],
  // `flush with the two 50 mm sides`: which way they stand, by the sizes of the base.
  [
    new RegExp(String.raw`\bflush with (?:the |both |its )*(?:two )?(${N}) (?:sides|edges)\b`, 'gi'),
    standing((match) => {
      const [long, wide] = BASED.exec(match.input)?.slice(1).filter(Boolean) ?? []
      const far = Number.parseFloat(match[1] ?? '')
      return far === Number.parseFloat(long ?? '')
        ? 'lengthwise'
        : far === Number.parseFloat(wide ?? '')
          ? 'crosswise'
          : match[0]
    }),
  ],
  [
    /\b(?:flush with|at|on|near) (?:its |both |the |the two |each |either )(?:of (?:its|the) )?(?:short )?ends?\b(?: of (?:it|the base))?/gi,
    standing(({ 0: said }) => (/ends$|each|either|both/i.test(said) ? 'at each end' : 'at one end')),
  ],
  [
    /\b((?:at|on|along) [a-z ]{3,24}?|lengthwise|crosswise),? (?:there (?:is|stands) |stands )?(an?|one|two) upright(s?)\b/gi,
    standing(({ 1: where = '', 2: many = '', 3: s = '' }) => `${many} upright${s} ${where} , `),
  ],
  // `tops fully rounded`, `its top is fully rounded`
  [
    /\b(?:(?:its|the|their|both|with) )?(?:a )?tops? (?:is |are |being )?(?:fully |full |half )?round(?:ed)?\b|\b(?:with (?:an? )?)?(?:fully |full |half )?round(?:ed)? tops?\b/gi,
    standing(() => 'fully rounded'),
  ],
  [
    /\b(?:(?:on|at|with) (?:the |its )?(?:same cent(?:re|er)|cent(?:re|er) of (?:the |that |each )?(?:rounding|radius|round(?:ed)? (?:top|end)|round))|concentric (?:with|to) (?:(?:the |its )?(?:rounding|radius|round(?:ed)? (?:top|end))|it|that))\b/gi,
    standing(({ input }) => (/\buprights\b/i.test(input) ? '' : 'in the upright')),
  ],
  [
    /\b(through|in) both(?! (?:up|ends|sides|the ))(?: of them)?\b/gi,
    standing(({ 1: led = '' }) => `${led} both uprights`),
  ],
  [TILTED, tilted],
]
