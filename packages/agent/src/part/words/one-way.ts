import type { Rewrite } from './notation.ts'

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

const HOW = String.raw`(?:(?:through|thru|blind|drilled|clearance|mounting|round|cent(?:er|re)|central|screw|bolt|corner|countersunk|plain|straight|smooth|vertical|horizontal|cross|small|large)[- ])*`
const MANY = String.raw`two|three|four|five|six|seven|eight|nine|ten|twelve|(?<![\d.])\d+(?: ?x)?`
/** `36 bore` is no count. */
const CUTS = String.raw`(?:(?<one>(?:an?|one|each) )(?<how>${HOW})(?<cut>hole|bore)|(?<many>(?:${MANY}) )(?<hows>${HOW})(?<cuts>holes|bores))`
const DIAMETER = String.raw`(?:diameter|diam?\b\.?)`
/** What may stand behind a size that is whole: `a hole of 3 in each corner`, and neither `3, 4 and 5` nor `3 parsecs`. */
const GOES_ON = String.raw`(?=,? (?:in|at|on|through|thru|near|with|for|and|cent(?:red|ered)|evenly|equally|spaced|around|along|arranged|located|positioned|placed|one|per|each|into|across|beside|inset|bored|drilled|counter\w+|down|go\w*|which|that)\b| \d[\d.]*(?: ?mm)? (?:from|in|apart|deep)\b|[;.)\n]|,(?! ?\d[\d.]*(?: ?mm)?(?:,| and\b| or\b))| ?$)(?! and \d)(?!\.\d)`

export const ONE_WAY: readonly Rewrite[] = [
  // `40*3`
  [/(?<=\d(?: ?mm| ?cm|")?) ?[*✕⨯] ?(?=[\dØø∅⌀])/g, () => ' x '],
  // `300 mm in length`; `1/4 in thickness` may be inches.
  [
    new RegExp(String.raw`${STARTS}(\d+(?:\.\d+)?(?: ?mm| ?cm)?) in (${NOUNS})\b`, 'gi'),
    ({ 0: text, 1: size = '', 2: noun, index, input }) =>
      GROWS.test(input.slice(0, index)) || (!size.endsWith('m') && INCHES.test(input.replace(text, '')))
        ? text
        : `${size} ${adjective(noun)}`,
  ],
  [
    new RegExp(String.raw`(?<=\d ?(?:"|inch(?:es)?|in)) in (${NOUNS})\b`, 'gi'),
    ({ 0: text, 1: noun, index, input }) => (GROWS.test(input.slice(0, index)) ? text : ` ${adjective(noun)}`),
  ],
  // `with a thickness of 5 mm`
  [
    new RegExp(
      String.raw`,? (?:with|having|and) an? (length|width|height|thickness) of (${SIZE})${ENDS}(?! ?[x×])`,
      'gi',
    ),
    ({ 0: text, 1: noun, 2: size }) => `${/^,? and/.test(text) ? ' and' : ','} ${size} ${adjective(noun)}`,
  ],
  // `H=30`, `T = 5`
  [
    new RegExp(String.raw`\b([LWHTt]) ?= ?(${SIZE})${ENDS}(?! ?[x×°]| deg)`, 'g'),
    ({ 0: text, 1: letter = '', 2: size, input }) =>
      CALCULATED.test(input) || !NEW_OR_LISTED.test(input) ? text : `${size} ${LETTERS[letter.toLowerCase()]}`,
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
]

/** A bare number beside a count is told from it. */
const marked = (size: string): string => (/[a-z]$/i.test(size) ? size : `⌀${size}`)

/** `taller by 5 mm in height`: by how much, and not how high. */
const GROWS =
  /\b(?:by|another|extra|more|less|further|increase|decrease|reduce|grow|shrink|add|extend)\b[^,.;]*$|\b(?:within|between|from|to) [\d. m]*$/i
const INCHES = /\d ?(?:"|inch(?:es)?\b|in\b)|\d\/\d/i
