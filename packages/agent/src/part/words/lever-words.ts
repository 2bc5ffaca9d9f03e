import type { Rewrite } from './notation.ts'

const N = String.raw`\d+(?:\.\d+)?(?: ?(?:mm|cm|in(?:ch(?:es)?)?|"))?`
const THING = String.raw`\b(?:levers?|links?|linkage|connecting rods?|con-?rods?|cranks?|(?:crank|rocker|swing|pivot|link|lever) arms?|dog ?bones?)\b`
const LEVER = new RegExp(THING, 'i')
/** `30 mm dia with a 12 mm hole`, `40 OD, 25 bore`, `R15 with a 10 mm bore`. */
const EYE = String.raw`(R ?)?(${N})(?: ?(?:radius|rad))?(?: (?:dia(?:meter)?\b\.?|od\b|wide|outside|outer diameter|across))?(?:,? ?(?:with|and|having|containing)?(?: an?)? (?:[Øø∅⌀] ?)?(${N}) ?(?:dia(?:meter)?\b\.? ?)?(?:through |thru |pin |pivot )?(?:hole|bore|eye|id)\b)?`

/** Levers and links: their round ends, told one by one or two in a breath. */
export const LEVER_WORDS: readonly Rewrite[] = [
  // `one end 30 mm dia with a 12 mm hole, other end 20 mm dia with a 6 mm hole`
  [
    new RegExp(
      String.raw`\b(?:the |its |an? )?(?:one|other|the other|big|large|larger|small|smaller|left|right|first|second) (?:round(?:ed)? )?end(?: (?:is|of|has|being))?:?(?: an?)? ${EYE}`,
      'gi',
    ),
    ({ 0: text, 1: radius, 2: wide = '', 3: bore, input }) => (LEVER.test(input) ? eye(radius, wide, bore) : text),
  ],
  // `30 mm dia with a 12 mm hole at one end, 20 mm dia with a 6 mm hole at the other`
  [
    new RegExp(
      String.raw`\b${EYE} (?:at|on) (?:the |its )?(?:one|other|big|large|small|left|right|first|second)(?: end)?\b(?=[^]*\b(?:at|on) the (?:other|small|right|second)\b|)`,
      'gi',
    ),
    ({ 0: text, 1: radius, 2: wide = '', 3: bore, input }) =>
      LEVER.test(input) && bore !== undefined && /\b(?:dia|od|wide|radius|R)/i.test(text)
        ? eye(radius, wide, bore)
        : text,
  ],
  // `a 40 mm diameter end with an 18 mm hole and a 24 mm eye with a 10 mm hole`
  [
    new RegExp(
      String.raw`\b(?:an? |one )?(R ?)?(${N})(?: dia(?:meter)?)? (?:round(?:ed)? )?(?:end|eye|boss)\b(?:,? (?:with|and|having) (?:an? )?(?:[Øø∅⌀] ?)?(${N})(?: dia(?:meter)?)? (?:hole|bore)\b)`,
      'gi',
    ),
    ({ 0: text, 1: radius, 2: wide = '', 3: bore, input }) => (LEVER.test(input) ? eye(radius, wide, bore) : text),
  ],
  // `two round ends 30 mm and 20 mm diameter`, `30 mm and 20 mm diameter bosses`
  [
    new RegExp(
      String.raw`\b(?:(?:two |2 )?(?:round(?:ed)? ends|bosses|eyes)(?: of| with)?(?: diameters?)? (${N})(?: dia(?:meter)?)? and (${N})(?: dia(?:meter)?)?|(${N}) and (${N}) (?:dia(?:meter)? )?(?:bosses|eyes|round(?:ed)? ends))\b`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: second, 3: third, 4: fourth, input }) => {
      if (!LEVER.test(input)) return text
      const bores = new RegExp(String.raw`\b(${N}) and (${N}) (?:dia(?:meter)? )?(?:bores|holes)\b`, 'i').exec(input)
      return `${eye(undefined, first ?? third ?? '', bores?.[1])} and ${eye(undefined, second ?? fourth ?? '', bores?.[2])}`
    },
  ],
  [
    new RegExp(String.raw`,? ?\b(?:and |with )?(${N}) and (${N}) (?:dia(?:meter)? )?(?:bores|holes)\b`, 'gi'),
    ({ 0: text, input }) => (LEVER.test(input) && /\beye\b[^]*\binside diameter\b/.test(input) ? '' : text),
  ],
  // `joined by a 12 mm wide web`, `the arm between them is 14 wide`
  [
    new RegExp(
      String.raw`\b(?:joined|connected|linked|held together) (?:by|with) an? (${N})(?: wide)? (?:wide )?(?:web|arm|bar|strap|shank|beam|rib)\b|\b(?:the )?(?:web|shank|beam|arm)(?: between (?:them|the ends))?(?: is)?:? (${N}) wide\b`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: second, input }) =>
      /\beye\b/.test(input) && LEVER.test(input) ? `, ${first ?? second} wide` : text,
  ],
  // `ends rounded, 4 thick`, `both ends full radius`: as round as its width lets them be.
  [
    /\b(?:(?:both |the )*ends (?:are )?(?:fully )?(?:round(?:ed)?|full radius|radiused)|(?:with )?(?:fully |full )?(?:round(?:ed)?|radius(?:ed)?) ends)\b(?! (?:of |with |to |by )?[rR]?\d)/gi,
    ({ 0: text, input }) => (LEVER.test(input) ? 'fully rounded ends' : text),
  ],
  // `100 mm between centres`, `80 mm centre to centre`: of its ends, and of the holes in them.
  [
    new RegExp(
      String.raw`\b(${N}) (?:between (?:the )?(?:hole |end )?cent(?:er|re)s|cent(?:er|re)[- ](?:to|2)[- ]cent(?:er|re)|c[- ]?(?:to|/)?[- ]?c|on cent(?:er|re)s?|(?:hole )?cent(?:er|re)s|between (?:the )?holes)\b`,
      'gi',
    ),
    ({ 0: text, 1: far, input }) => (LEVER.test(input) ? `centre distance ${far}` : text),
  ],
  // `two 8 mm holes 50 apart`, `two 12 mm holes at 90 mm centres concentric with the ends`
  [
    new RegExp(
      String.raw`\b(?:two |2 ?(?:[x×] ?)?)?(?:[Øø∅⌀] ?)?(${N})(?: dia(?:meter)?)? holes,? (?:at |spaced )?(?:centre distance (${N})|(${N}) (?:mm )?apart)(?:,? (?:concentric with|in|at|on) (?:the |both |each )*ends?)?`,
      'gi',
    ),
    ({ 0: text, 1: wide, 2: centres, 3: apart, input }) =>
      LEVER.test(input) && /\bround/i.test(input)
        ? `centre distance ${centres ?? apart}, ${wide} diameter holes at both ends`
        : text,
  ],
  // `90 mm between hole centres, 12 mm holes`: one in each of its round ends.
  [
    new RegExp(
      String.raw`(?<=\bcentre distance\b[^.;]*,? )(?:with )?(?:[Øø∅⌀] ?)?(${N})(?: dia(?:meter)?)? holes(?=,|\.|;|$)`,
      'gi',
    ),
    ({ 0: text, 1: wide, input }) =>
      LEVER.test(input) && /\brounded ends\b/i.test(input) ? `${wide} diameter holes at both ends` : text,
  ],
]

const eye = (radius: string | undefined, wide: string, bore: string | undefined): string =>
  `eye ${radius ? `outer radius ${wide}` : `${wide} outside diameter`}${bore ? ` ${bore} inside diameter` : ''}`
