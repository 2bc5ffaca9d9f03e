import type { Rewrite } from './notation.ts'

/**
 * How a request begins says nothing of the part: `Hi, could you draw me a plate`, `I want to 3D print a plate`, `Please
 * quote: plate` and `plate` are one request. It stands before all other rules, which may then begin at the noun.
 */
const MAKE = String.raw`(?:3d[- ]?print|(?:re)?design|make|model|draw|create|build|generate|produce|print|machine|fabricate|mill|prepare|give|do|have|get|see|order|buy|made|printed|machined|manufactured)`
const ASK = [
  String.raw`(?:please |kindly )?(?:could|can|would|will) (?:you|somebody|someone|we)(?: please| kindly)? ${MAKE}(?: (?:for )?(?:me|us))?(?: up)?`,
  String.raw`(?:i|we)(?:'d| would| am| are|'m|'re)? (?:really |just )?(?:want|need|like|love|require|looking (?:for|to)|after|trying to|going to|hoping to)(?: to)?(?: ${MAKE})?(?: ${MAKE})?(?: (?:for )?(?:me|us))?`,
  String.raw`(?:looking for|in need of|wanted|needed|requesting|request for)`,
  String.raw`(?:please |let'?s )?${MAKE} (?:for )?(?:me|us)`,
].join('|')
const HELLO = String.raw`(?:(?:hi|hello|hey|hallo|good (?:morning|afternoon|evening|day)|dear [a-z]+)(?: there| all| team)?[\s,.!:–-]+)?`
const FILE = String.raw`(?:(?:3d|cad|parametric|printable|solid|step|stl) )*(?:models?|drawings?|designs?|files?|parts?|prints?) (?:of|for) `
/** What is asked for of a part that stands already is told to it, and not made. */
const NEW = String.raw`(?=an? (?!(?:[\w.-]+ ){0,4}(?:holes?|slots?|pockets?|chamfers?|fillets?|copy|version|little|bit|grooves?|channels?|bores?|notch(?:es)?|ribs?|boss(?:es)?|second|third|different)\b(?! (?:plate|block|disc|bracket|cutter|saw))))`

/** And how it ends: nothing that ends a list has to look past it. */
const CLOSING = String.raw`(?:please|pls|(?:many )?thanks(?: a lot| so much| in advance)?|thank you(?: very much| so much| in advance)?|cheers|(?:kind |best )?regards|(?:for|ready for|suitable for|intended for) (?:3d[- ]?|fdm |resin )?printing)`

/** What things are made to do. */
const FOR =
  'screw|fix|hold|mount|attach|fasten|hang|support|carry|join|connect|keep|secure|bolt|repair|stiffen|reinforce|brace|put up|strengthen|hook'

/** A sentence without a number that tells a wish and no part. */
const WISH = String.raw`(?:i|we)(?:'d| would| am| are|'m|'re)? (?:want|need|have|wish|like|try|trying|going|hoping|planning|looking) to (?:${FOR}|blank|cover|close|plug|cap|seal|block|protect|guard|organi[sz]e|store|space|level|prop|raise|lift|hide|stop|fit|install|replace|align|position|locate|drill|rout|clamp)s?`

export const ASKED_FOR: readonly Rewrite[] = [
  // `I want to blank off a vent. Plate should be 180 by 130`
  [new RegExp(String.raw`^\s*${HELLO}${WISH} [^.;:\d\n]{3,80}\.\s+(?=[^]*\d)`, 'gi'), () => ''],
  [new RegExp(String.raw`(?:[\s,.;!-]+${CLOSING})+[\s.!]*$`, 'gi'), () => ''],
  // `Deburr all edges.`, and no size of it: as every workshop does.
  [
    /(?:^|[.;,\n-] ?)(?:please )?(?:deburr(?:ed)?|remove (?:all )?burrs from)(?: (?:all|the|any|every|sharp|outer))* (?:edges?|corners?|holes?)(?=\s*(?:[.;,\n]|$))/gi,
    () => '',
  ],
  [
    new RegExp(
      String.raw`^\s*(?:${HELLO}(?:${ASK}) (?:(?:an?|the) ${FILE})?|(?:please |kindly )?(?:${MAKE} (?:an?|the) ${FILE}|(?:make|design|draw|create|build|generate|model) )?)${NEW}an? `,
      'gi',
    ),
    () => '',
  ],
  // `an L bracket to screw a shelf support into a corner. Legs 30 long …`: what it is for, where its sizes are told by themselves.
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+[ -])*?(?:brackets?|braces?|hooks?|plates?|clips?|angles?|straps?|supports?|mounts?|flanges?|channels?)) (?:to|that(?: will| can|'ll)?|which(?: will| can)?) (?:${FOR})s? (?![^.;:\n]*\b(?:with|holes?|slots?|over|around)\b)[^.;:,\d\n]*(?=[.;:\n])`,
      'gi',
    ),
    ({ 1: part = '' }) => part,
  ],
  // `an L bracket to bolt a 40 mm rail to a wall`: whatever its size, the rail is what it is for.
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+[ -])*?(?:brackets?|braces?|plates?|clips?|angles?|straps?|supports?|mounts?)) (?:to|that(?: will| can|'ll)?|which(?: will| can)?) (?:${FOR})s? (an? [^.;:,\n]*?\d[^.;:,\n]*?) (?:on ?to|to|from|against|under) (?:an?|the|my) [a-z]+(?: [a-z]+)?(?=[.;:,\n])`,
      'gi',
    ),
    ({ 1: part = '', 2: what = '' }) => `${part} for ${what}`,
  ],
  // `Please quote: plate 80 x 40`, `Part: plate 80 x 40`
  [
    /^\s*(?:(?:please |kindly )?(?:quote|quotation|rfq|request|order|task|prompt)(?: for)?|(?:part|item|object|component)(?: ?(?:name|description|wanted|needed))?) ?[:–] ?(?=[a-z\d])(?!\d+ ?(?:pcs|pieces|off|units|nos?)\b)(?![^\n]*\n[ \t]*[a-z ]+:)/gi,
    () => '',
  ],
]
