import type { Rewrite } from './notation.ts'

/** What a standard is of, where nobody says so. */
const OF_STANDARD: ReadonlyMap<string, string> = new Map([
  ...['912', '4762'].map((one): [string, string] => [one, 'socket head cap screw']),
  ...['931', '933', '4014', '4017'].map((one): [string, string] => [one, 'hex bolt']),
  ...['934', '4032'].map((one): [string, string] => [one, 'hex nut']),
  ...['125', '7089', '7090'].map((one): [string, string] => [one, 'washer']),
  ...['7991', '10642'].map((one): [string, string] => [one, 'countersunk screw']),
  ...['913', '914', '916', '4026'].map((one): [string, string] => [one, 'set screw']),
])
/** It is said what it is, or what it is beside. */
const NAMED = /\b(?:screws?|bolts?|nuts?|washers?|pins?|keys?|rings?|holes?|for|with|plate|block|bracket|cap)\b/i
const CHAIN = /(\d+(?:\.\d+)?)(?: ?mm)? ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)? ?[x×] ?(\d+(?:\.\d+)?)/
const NO_KEY =
  /\bkey ?(?:way|hole|slot|seat|ring|chain|hook|rack|holder|fob|cap|board|tag|plate|blank|label|bracket|box)|allen|hex key|with a key/i

/** Bought things by the names that lists of parts have for them. */
export const BOUGHT_NAMES: readonly Rewrite[] = [
  // `property class 12.9`, `grade 8.8`, `A2-70`: how strong it is.
  [
    /,? ?\(?\b(?:(?:property |strength )?(?:class|grade):? (?:\d{1,2}\.\d{1,2}|A[24](?:-\d{2})?|[58])\b(?! ?(?:mm|x|×))|A[24]-[578]0\b)\)?/gi,
    () => ' ',
  ],
  // `DIN 912 M8x30`: what it is, its standard tells.
  [
    /\b(?:din(?: en)?(?: iso)?|iso) ?(\d{1,5})\s*[,:-]?\s*(?=m\d)/gi,
    ({ 0: text, 1: standard = '', input }) => (NAMED.test(input) ? text : `${OF_STANDARD.get(standard) ?? ''} ${text}`),
  ],
  // `a countersunk M6 screw`: what it is called, before what it is called by.
  [
    /\b((?:countersunk|socket head(?: cap)?|button head|pan head|flat head|hex(?:agon)?(?: head)?|cap head|shoulder|penny|fender|flanged?|thin|lock|wing|dome|eye) )(M\d+(?:\.\d+)?(?: ?[x×] ?\d+(?:\.\d+)?)?) ((?:cap )?(?:screw|bolt|nut|washer))\b(?! holes?)/gi,
    ({ 0: text, 1: kind = '', 2: size = '', 3: noun = '', input }) =>
      /\bholes? for\b/i.test(input) ? text : `${kind}${noun} ${size}`,
  ],
  // `M10 x 30 penny washer`: for that bolt, and so wide.
  [
    /\b(M\d+(?:\.\d+)?) ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)? ((?:penny|fender|repair|mudguard|large|wide|flat|plain)? ?washer)\b/gi,
    ({ 1: size = '', 2: wide = '', 3: noun = '', input }) =>
      `${noun.trim()} ${/\b(?:hole|bore|i\.?d|inside|inner)\b/i.test(input) ? '' : `${size} `}${wide} outside diameter`,
  ],
  // `motor mount for NEMA 17, 5 mm plate, 60 x 60`: the mount is that plate.
  [
    /(?<=\b(?:motor|stepper) (?:mount|holder)\b[^.;]*),? (?:an? |from |made (?:from|of) )?(\d[\d.]*) ?mm(?: thick)? plate\b(?! ?with)/gi,
    (match) => `, ${match[1]} mm thick`,
  ],
  // `threaded spacer M5, 10 AF hex`
  [
    /\bthreaded (spacer|standoff|pillar)s? ?[:,]? ?(m\d+(?:\.\d+)?),? (?:hex(?:agon(?:al)?)?,? )?(\d[\d.]*)(?: ?mm)? (?:a\/?f|across flats)(?: hex(?:agon(?:al)?)?)?/gi,
    (match) => `hex standoff ${match[2]}, ${match[3]} across flats`,
  ],
  // `standoff M3, hex 5.5 mm`, `standoff M3 x 20, 5.5 mm hex`
  [/\b(?<!hex (?:male |female )?|hexagonal )stand-?off(?=[^]*\bhex(?:agon(?:al)?)?\b[^]*)/gi, () => 'hex standoff'],
  [
    /(?<=\bhex standoff\b[^]*),? (?:hex(?:agon(?:al)?)? (\d[\d.]*)(?: ?mm)?(?! ?(?:mm )?(?:long|high|tall|in length)\b|[\d.])|(\d[\d.]*)(?: ?mm)? hex(?:agon(?:al)?)?)(?: (?:across (?:the )?flats|a\/?f))?\b/gi,
    ({ 1: first, 2: second }) => `, ${first ?? second} mm across flats`,
  ],
  // Threads at both of its ends are one through it.
  [
    /\b(?:female[- /]+female|double[- ]female|f[/-]f)(?=[^]*\bstandoff\b)|(?<=\bstandoff\b[^]*)\b(?:female[- /]+female|double[- ]female|f[/-]f)\b/gi,
    () => ' ',
  ],
  // `pulley for a flat belt`: that is all it is made for.
  [/,? ?\bfor (?:an? )?flat (?:drive )?belts?\b(?<=\bpulley[^]*)/gi, () => ''],
  // `pulley for a 6 mm round belt`, `for an 8 mm rope`: its groove is as round as that.
  [
    /\bfor (?:an? )?(\d[\d.]*(?: ?mm)?)(?: dia(?:meter)?)? (?:round (?:drive )?(?:belt|cord)|(?:wire |nylon |steel )?rope|cord|string|paracord)s?\b([^.;]*)(?<=\bpulley[^]*)(?![^]*\bgroove)/gi,
    ({ 0: text, 1: wide, 2: rest = '' }) => (/groove/i.test(rest) ? text : `${rest}, round belt groove ${wide} wide`),
  ],
  // `sheave with a groove for 8 mm rope`
  [
    /\b(?:rope |cord |round )?groove (?:for|to (?:fit|take|suit)) (?:an? )?(\d[\d.]*(?: ?mm)?)(?: dia(?:meter)?)? (?:(?:wire |nylon |steel )?rope|cord|string|cable|wire)\b(?<=\b(?:pulley|sheave|wheel)[^]*)/gi,
    ({ 1: wide = '' }) => `round belt groove ${wide} wide`,
  ],
  // `timing pulley 36 teeth GT2 8 bore`
  [
    /\btiming (?:belt )?pulley\b(?! gt2)([^.;]*?),? (?:for )?(?:an? )?gt2(?: belt)?\b/gi,
    ({ 1: more = '' }) => `gt2 timing pulley${more}`,
  ],
  // `GT2 36 tooth timing pulley`
  [/\bgt2,? (\d+)[ -]?(?:tooth|teeth|t)\b(?= (?:timing |belt |drive )*pulley)/gi, (match) => `${match[1]} teeth gt2`],
  // `20x40 T-slot extrusion`
  [
    /\b(20|30|40) ?[x×] ?(20|30|40|60|80)(?: ?mm)?(?= (?:alumini?um |alu )?(?:[tv][- ]?slot|extrusion))/gi,
    (match) => `${match[1]}${match[2]}`,
  ],
  // `T-slot aluminium profile 20 x 20 mm`
  [
    /\b[tv][- ]?slot(?:ted)? (?:alumini?um )?(?:extrusion )?(?:profile|extrusion|beam|rail)?,? (?:of |with |measuring )?(20|30|40) ?(?:mm )?[x×] ?(20|30|40|60|80)(?: ?mm)?\b/gi,
    (match) => `${match[1]}${match[2]} extrusion`,
  ],
  // `key 8 x 7 x 40 DIN 6885 A`, `parallel key 8x7x40 with round ends`: form A is round at both ends, B is square.
  [
    /^(?=[^;.\n]*\bkey\b)(?=[^;.\n]*\d(?: ?mm)? ?[x×] ?\d)[^;.\n]*(?=$|[;.\n]\D*$)/gi,
    ({ 0: text, input }) => {
      const [, width, height, length] = CHAIN.exec(text) ?? []
      // Another standard is another key.
      if (/\b(?:din|iso)\b(?! ?6885\b)/i.test(input)) return text
      const named = /\bdin ?6885\b|\b(?:parallel|feather|shaft) key\b|^\s*key\b[ :,]*(?=\d)/i.test(input)
      if (!named || !width || !height || !length || NO_KEY.test(input)) return text
      const form = /\b(?:form|6885(?:-1)?(?: form)?),? ?([ab])\b/i.exec(input)?.[1]?.toLowerCase()
      const round =
        form === 'a' ||
        (form === undefined && /\bround(?:ed)? ends\b|\bends (?:are )?(?:both )?(?:fully )?round(?:ed)?\b/i.test(input))
      return round ? `stadium ${length} long ${width} wide ${height} thick` : `block ${width} x ${height} x ${length}`
    },
  ],
]
