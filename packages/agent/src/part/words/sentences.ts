import { LENGTH, type Rewrite } from './notation.ts'

/** What something stands on, with its two sides. */
const LIES = new RegExp(
  String.raw`\b(?:base|horizontal|bottom|foot)(?: (?:plate|leg|flange))?:? (?:is |of |measures )?(${LENGTH}) ?[x×] ?(${LENGTH})`,
  'i',
)

/** Whole sentences, and the words that fill them, in the short form of drawings. */
export const SENTENCES: readonly Rewrite[] = [
  [/\bslot cut\b(?= ?[.,;(]| in| down| through| with| \d[\d.]*(?: ?mm)? deep)/gi, () => 'slot'],
  // `with an equilateral base of side 30 mm`, `whose base is an equilateral triangle with a side length of 40 mm`
  [
    new RegExp(
      String.raw`\b(?:with (?:an? )?|whose |having (?:an? )?)?(?:equilateral(?: triang(?:le|ular))? base|base is an equilateral triangle|base triangle)(?: is equilateral)?,? (?:(?:of|with|having|and) )*(?:(?:an? |its )?(?:sides?|edges?)(?: lengths?)?(?: of)? )(?=${LENGTH})(?<=\bpr?ism[^]*|\btriang[^]*)`,
      'gi',
    ),
    () => ', side ',
  ],
  // `with a cross section of 20 mm by 10 mm`
  [
    new RegExp(
      String.raw`,? ?\b(?:with|and|having|has|of) (?:an? )?(?:rectangular |uniform |constant )?cross[- ]section(?:al (?:size|dimensions))?(?: of| is|:)? (${LENGTH}) ?[x×] ?(${LENGTH})`,
      'gi',
    ),
    (match) => `, ${match[1]} x ${match[2]}`,
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:with|and|having|has|of) (?:an? )?square cross[- ]section(?: (?:of|with|having))*(?: (?:an? )?sides?(?: lengths?)?(?: of)?)? (${LENGTH})(?! ?[x×])`,
      'gi',
    ),
    (match) => `, ${match[1]} square`,
  ],
  // `a raised circular boss`: as any is.
  [
    /\braised (?=(?:circular |round |cylindrical |square |rectangular )*(?:boss|pad|post|cylinder)(?:es|s)?\b)/gi,
    () => '',
  ],
  [new RegExp(String.raw`\b(?:flange )?adapt[eo]r(?=,? (?:of |is )?${LENGTH} square\b)`, 'gi'), () => 'adapter plate'],
  // `19.6 mm across corners (approximately 17 mm across flats)`: the other one tells it better.
  [
    / ?\((?:approximately|approx\.?|about|roughly|~|≈) ?[\d.]+ ?(?:mm)? across (?:the )?(?:flats|corners)\)/gi,
    () => '',
  ],
  [/\bthrough what(?:'s| is) left\b/gi, () => 'through'],
  // `a stadium (oblong) shape`, `dodecagonal (12-sided) prism`
  [/ ?\((?:(?:\d+|[a-z]+)[- ]sided|[a-z]+)\)(?= (?:shape|prism|plate|profile|body|solid)\b)/gi, () => ''],
  // `The radius of the sphere is 25 mm`
  [
    new RegExp(
      String.raw`\b(the|its) ((?:outer |inner |outside |inside |base |top |bottom |wall |total |overall |major |minor )*(?:radius|diameter|height|length|width|thickness|depth|side lengths?|edge lengths?)) of (?:the|this|that|its) ((?:[a-z]+[- ]){0,2}?[a-z]+) (?:is|are|should be|must be|shall be|will be|measures|equals|=)(?: set to| equal to)? (?=${LENGTH})`,
      'gi',
    ),
    ({ 2: role = '', 3: noun = '' }) => `the ${noun} has a ${role} of `,
  ],
  [/\ban? (?=(?:side|edge) lengths?\b)/gi, () => ''],
  // `a U-shaped channel`, `an L-shaped profile`: bars of that section.
  [
    /\b([utizch])[- ]shaped (?=(?:steel |alumini?um |metal )?(?:channel|profile|section|beam|bar)\b)/gi,
    (match) => `${match[1]} `,
  ],
  [/\bl[- ]shaped (?:steel |alumini?um |metal )?(?:profile|section|bar|angle|beam|extrusion)\b/gi, () => 'L profile'],
  // `for M4 flat heads`: of screws.
  [/\bflat[- ]heads?\b(?! ?(?:screws?|bolts?))/gi, () => 'screws'],
  [/,? ?\bas well\b(?! as)/gi, () => ''],
  [/\b(octagonal|hexagonal|pentagonal|triangular) flange\b/gi, (match) => `${match[1]} plate`],
  // `vertical plate 40 x 50 x 6`: the least of them is how thick it is.
  [
    new RegExp(
      String.raw`\b(vertical|upright|standing)( (?:plate|wall|panel|leg|flange))? (?:measures |measuring |of |is )?(${LENGTH}) ?[x×] ?(${LENGTH}) ?[x×] ?(${LENGTH})`,
      'gi',
    ),
    ({ 0: text, 1: stands = '', 2: plate = '', 3: a = '', 4: b = '', 5: c = '', input }) => {
      const [first, second, third] = [a, b, c].map(parseFloat) as [number, number, number]
      // On `base 80 x 40 x 6` it is 40 wide, in whatever order its own are told.
      const base = LIES.exec(input)?.slice(1).map(parseFloat) ?? []
      const [wide, high] = base.includes(second) && !base.includes(first) ? [b, a] : [a, b]
      if (third < first && third < second) return `${stands}${plate} ${wide} wide, ${high} high, ${c} thick`
      return first < second && first < third ? `${stands}${plate} ${a} thick, ${b} wide, ${c} high` : text
    },
  ],
  // `…, resembling a hockey puck`: what was told by its sizes looks like that.
  [
    /(?<=\d[^.;]*),? (?:which |that )?(?:resembl(?:es|ing)|look(?:s|ing) like) an? (?:[a-z]+ ?){1,4}(?=[.,;]|$)/gi,
    () => '',
  ],
  // `Section 1: diameter 25 mm, length 30 mm`, `the middle one has a diameter of 40 mm and a height of 20 mm`
  [
    new RegExp(
      String.raw`\b(?:(?:the )?(?:section|segment|step|stage|portion|diameter) (?:\d|[a-e]|one|two|three|four|five)|the (?:bottom|middle|top|first|second|third|fourth|last|next|lower|upper) (?:one|section|segment|step|stage|portion|cylinder))[:,]? ?(?:has |is |with |having )?(?:an? )?diameter(?: of)? (${LENGTH})(?:,| and| x| by)* ?(?:an? )?(?:length|height|long)(?: of)? (${LENGTH})`,
      'gi',
    ),
    (match) => `then ${match[1]} diameter x ${match[2]} long`,
  ],
]
