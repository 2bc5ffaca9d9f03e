/** What is told of a body and of where it is, cut into the few kinds of pieces that the telling is made of. */
export interface BodyToken {
  kind: Kind
  text: string
  from: number
  to: number
}
type Kind =
  | 'extra'
  | 'within'
  | 'number'
  | 'times'
  | 'outer'
  | 'inner'
  | 'long'
  | 'wide'
  | 'high'
  | 'thick'
  | 'deep'
  | 'out'
  | 'square'
  | 'wall'
  | 'overall'
  | 'count'
  | 'feature'
  | 'stop'
  | 'pause'
  | 'also'
  | 'has'
  | 'article'
  | 'place'
  | 'filler'
  | 'word'

/** The first that fits is the one. */
const KINDS: readonly [Kind, string][] = [
  // `extra to the 40`, `(within the 25)`: whether it is part of what the other one was said to be.
  [
    'extra',
    String.raw`(?:extra|in addition|additional|added|on top|not (?:included|counted)) (?:to|in) (?:the|these|those) \d[\d.]*(?: ?mm\b| ?")?|in addition(?: to (?:it|that|the body))?\b|extra\b(?= ?(?:[,;.)]|$))`,
  ],
  [
    'within',
    String.raw`(?:within|included in|inside|part of|out of|from|counted in|which is part of) (?:the|these|those) \d[\d.]*(?: ?mm\b| ?")?(?: (?:long|length|total|overall))?(?= ?(?:[,;.)]|$))|(?:is |are )?(?:included|inclusive)(?: in (?:it|that|the (?:length|total|overall length)))?\b`,
  ],
  // `M6` and `R3` are of features.
  ['feature', String.raw`[MR]\d+(?:\.\d+)?\b|[#]\d+`],
  [
    'number',
    String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?!-[a-z])(?:[ -]\d+\/\d+|\/\d+)?(?: ?(?:mm|cm|inch(?:es)?|in(?= ?(?:[,;.x×)]|$|dia|outside|inside|long|wide|high|thick|deep|tall|od|id|by|and|square|across)))\b| ?["”])?`,
  ],
  [
    'overall',
    String.raw`(?:in (?:all|total)|overall|altogether|all told|over all)(?: (?:height|length|thickness))?\b|total(?: (?:height|length|thickness))?\b`,
  ],
  ['outer', String.raw`[Øø∅⌀]|(?:outside|outer|in)? ?dia(?:m(?:eter)?s?)?\b\.?|o\.?d\b\.?|outside\b|outer\b`],
  ['inner', String.raw`(?:inside|inner) dia(?:meter)?\b|i\.?d\b\.?|(?:inside|inner)\b`],
  // `back wall 80 x 50` is a thing, and its sizes.
  [
    'wall',
    String.raw`(?<!\b(?:back|front|rear|side|end|vertical|standing|upright|two|three|both|each) )walls?(?: thickness)?\b(?= ?(?:[,;.\d]|of\b|$))(?! ?\d[\d.]*(?: ?mm)? (?:wide|long|high|tall))`,
  ],
  ['long', String.raw`(?:in )?(?:long|lengths?)\b`],
  ['wide', String.raw`(?:in )?(?:wide|width|across|broad)\b`],
  ['high', String.raw`(?:in )?(?:high|tall|heights?)\b`],
  ['thick', String.raw`(?:in )?(?:thick|thickness)\b`],
  ['deep', String.raw`(?:in )?(?:deep|depth)\b`],
  // `30 out`, `sticks out 80`: how far from what it is on.
  [
    'out',
    String.raw`out\b(?= ?(?:[,;.)]|$|from\b))|(?:sticks?|sticking|comes?|coming|projects?|projecting|protrud(?:es|ing)|extends?|extending|reach(?:es|ing)?)(?: out| forward| horizontally)?(?= (?:by )?\d[\d.]*(?: ?mm)?(?! ?(?:[\d.x×]|mm\b|high|tall|long|wide|thick|deep|from one|from the (?:end|edge|left|right|top|bottom))))`,
  ],
  ['square', String.raw`square\b`],
  ['times', String.raw`[x×]|by\b`],
  ['count', String.raw`(?:two|three|four|five|six|eight|a pair of|[2-8] ?x(?= [a-z]))\b`],
  [
    'place',
    String.raw`(?:of |with )?(?:the |its )?(?:same|full|whole|entire) (?:width|length)(?= ?(?:[,;.]|$|as\b|of\b|along\b))|as (?:wide|long) as (?:the|it)\b|at (?:its |the )?(?:half|mid)[- ]?(?:height|way)(?: up)?\b`,
  ],
  [
    'place',
    String.raw`(?:flush|level|in line|even|square|together) with\b|(?:left|front|top) and (?:the )?(?:right|back|rear|bottom)\b|(?:around|round|over|on|above|about|concentric with|in line with|centred on) (?:the|it|this|that) (?:same )?(?:[a-z]+ )?(?:hole|bore|opening)\b`,
  ],
  // `as a plug`, `for a pipe`: what it is used as.
  [
    'filler',
    String.raw`as (?:an? )?[a-z]+(?= ?(?:[,;.]|$))|for (?:an?|the|my|our|your|some) (?:[a-z]+ ){0,2}[a-z]+(?= ?(?:[,;.:]|$))`,
  ],
  ['place', String.raw`turned[- ]up\b|at right angles(?: to (?:it|the [a-z]+))?\b|square to it\b`],
  [
    'feature',
    String.raw`(?:counter|through[- ]?)?(?:holes?|bor(?:es?|ed|ing))\b|drill(?:ed|ings?)?\b|slots?\b|slotted\b|grooves?\b|pockets?\b|recess(?:es|ed)?\b|notch(?:es|ed)?\b|chamfer(?:s|ed)?\b|bevel(?:led|s)?\b|fillet(?:s|ed)?\b|rounded\b|radius(?:ed)?\b|radii\b|tapped\b|thread(?:ed|s)?\b|counter(?:sink|sunk)s?\b|c'?bore\b|csk\b|keyways?\b|cut-?outs?\b|mortises?\b|mortices?\b|dado(?:s|es)?\b|rebates?\b|rabbets?\b|cavit(?:y|ies)\b|dimples?\b|sockets?\b|undercuts?\b|flats\b|windows?\b|openings?\b|gussets?\b|ribs?\b|pcd\b|bolt circle\b|neck(?:s|ed)\b|tapers?\b|tapered\b|turned\b|reduced\b|milled\b|machined\b|removed\b|relieved\b|cut\b|screws?\b|bolts?\b|tapping\b`,
  ],
  ['stop', String.raw`[.;\n](?=\s|$)|\n|:|[–—]|-(?= )`],
  ['filler', String.raw`one(?= (?:at|on) (?:each|either|both|every)\b)`],
  ['pause', String.raw`[,()]`],
  ['also', String.raw`(?:and|plus|with|then|while|where)\b|&|\+`],
  ['has', String.raw`(?:has|have|having|carries|carrying|bears|bearing(?= an? ))\b`],
  ['article', String.raw`(?:an?|the|its|another|one(?= (?!of\b|at\b|on\b)[a-z]))\b`],
  [
    'place',
    String.raw`(?:on|onto|atop|top|topmost|underside|underneath|under|below|beneath|behind|above|over|upper|lower|bottom|around|round(?= (?:the|it))|edges?|ends?|sides?|faces?|surface|left|right|front|back|rear|(?:left|right)-hand|middle|cent(?:re|er)|central|centrally|centred|centered|dead|concentric|coaxial|flush|along|against|at|from|out|outwards?|up|upturned|upwards?|down|downwards?|upright|vertical(?:ly)?|horizontal(?:ly)?|away|into|in|inside|stands?|standing|stood|sits?|sitting|rests?|resting|rises?|rising|sticks?|sticking|projects?|projecting|protrud(?:es|ing)|stick|project|stand|rise|reach(?:es|ing)?|extends?|extending|grows|growing|comes?|coming|goes|going|lies|lying|mounted|placed|put|joined|attached|fixed|welded|set|drops|dropping|fits|fitting|plugs|corners?|short|long(?= (?:edge|side|end|face))|whole|full|entire|half|apart|each|both|either|other|opposite|left-hand|axis|square(?:ly)?(?= (?:to|on|off|out)))\b`,
  ],
  [
    'filler',
    String.raw`['’]s\b|(?:about|it|that|this|them|which|is|are|was|were|be|being|of|to|there|there['’]?s|it['’]s|as|mm|solid|plain|simple|flat|small|little|large|larger|smaller|bigger|wider|narrower|thin|also|just|so|please|made|measures|measuring|measured|rectangular|same|piece|extra)\b`,
  ],
]
const RULES = KINDS.map(([kind, source]) => [kind, new RegExp(source, 'iy')] as const)

/** Every word of it; what has no kind is a word. */
export function bodyTokens(text: string, begins: number): BodyToken[] {
  const tokens: BodyToken[] = []
  for (let at = begins; at < text.length; ) {
    if (/[ \t\r]/.test(text[at] ?? '')) {
      at++
      continue
    }
    const found = tokenAt(text, at, tokens.at(-1))
    tokens.push(found)
    at = found.to
  }
  return tokens
}

function tokenAt(text: string, from: number, before: BodyToken | undefined): BodyToken {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = from
    const match = rule.exec(text)
    if (!match || match[0] === '') continue
    // `a wall 100 long` is a thing, and no size of one.
    if (kind === 'wall' && before?.kind === 'article') continue
    // `a long fence`, `a square post`: what it is like, and no size.
    if (MEASURES.has(kind) && before?.kind === 'article' && /^ [a-z]/i.test(text.slice(rule.lastIndex))) {
      if (kind !== 'square' && !/^ ?(?:of )?\d/.test(text.slice(rule.lastIndex))) continue
    }
    return { kind, text: match[0], from, to: from + match[0].length }
  }
  const [word = text[from] ?? ''] = /^[a-z\d][\w'’-]*/i.exec(text.slice(from)) ?? []
  return { kind: 'word', text: word, from, to: from + word.length }
}

const MEASURES: ReadonlySet<Kind> = new Set(['long', 'wide', 'high', 'thick', 'deep', 'square'])
