/** What is told of stretches of a round part and of its bore, cut into the few kinds of pieces that the telling is made of. */
export interface StageToken {
  kind: Kind
  /** As it was written. */
  text: string
  /** Which end, which side, which name. */
  of: string
  from: number
  to: number
}
type Kind =
  | 'number'
  | 'chain'
  | 'wide'
  | 'long'
  | 'over'
  | 'total'
  | 'including'
  | 'end'
  | 'order'
  | 'rest'
  | 'middle'
  | 'start'
  | 'through'
  | 'bore'
  | 'name'
  | 'turned'
  | 'taper'
  | 'point'
  | 'next'
  | 'also'
  | 'stop'
  | 'pause'
  | 'counted'
  | 'under'
  | 'filler'
  | 'unknown'

const SIDE =
  'one|other|opposite|far|near|left|right|lower|upper|bottom|top|front|back|rear|large|larger|big|bigger|fat|thick|small|smaller|thin|narrow|same|that|this|head|flat|blunt|pointed'
const EDGE = '(?:ends?|sides?|faces?)'
const AT = String.raw`(?:(?:at|on|from|in|into|of|to|measured from) )?(?:the |its )?`
const OF_IT = String.raw`(?: of (?:the (?:way|length|part|shaft|pin|bar|rod|bore|hole|whole)|it|its length|that))?`

/** The first that fits is the one. */
const KINDS: readonly [Kind, string][] = [
  ['order', String.raw`(?:the )?\d(st|nd|rd|th)\b`],
  [
    'counted',
    String.raw`(two|three|four|five|six|[2-6])[- ](?:different |round |concentric )*(?:steps?|sections?|segments?|diameters?|stages?|stretches|portions)\b(?:,? (?:in )?diameter (?:x|by|and) length)?`,
  ],
  [
    'number',
    String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?!-[a-z])(?:[ -]\d+\/\d+|\/\d+)?(?: ?(?:mm|cm|in(?:ch(?:es)?)?(?! (?:dia|total|all|the|length)))\b| ?")?`,
  ],
  ['filler', String.raw`dia(?:meter)?s? (?:x|×|by|and) lengths?(?: each)?\b`],
  [
    'wide',
    String.raw`[Øø∅⌀]|(?:in |outside |outer )?dia(?:m(?:eter)?s?)?\b\.?|o\.?d\b\.?|outside\b|outer\b|across\b|round\b(?= ?(?:[,;.]|and\b|by\b|x\b|for\b|\d))`,
  ],
  ['chain', String.raw`[x×]|by\b`],
  [
    'start',
    String.raw`(?:(?:starting|going|working|told|read|reading|beginning)(?: from| at| on| with)? |from )(?:the |its )?(left|right|top|bottom|large|big|small|one)(?:[- ]hand)?(?: ${EDGE})?(?: (?:to|down to|up to) (?:the )?(?:left|right|top|bottom)| down(?:wards)?| up(?:wards)?)(?: ${EDGE})?\b|(?:starting|working|beginning)(?: from| at| on)? (?:the |its )?(left|right|top|bottom|large|big|small)(?:[- ]hand)?(?: ${EDGE})?\b`,
  ],
  ['next', String.raw`(?:stacked |standing |sitting )?on top(?: of (?:that|it|this|the [a-z]+))?\b`],
  [
    'end',
    String.raw`${AT}(both|each|either)(?: of (?:the|its))?(?: two)? ${EDGE}\b|(?:at|on) (the|its)(?: two)? ends\b|the (ends)(?= (?:are |being )?(?:turned|reduced|stepped|machined|necked))|${AT}(${SIDE})(?:[- ]hand)? ${EDGE}\b|(?:at|from|on|to) (?:the )?(left|right|top|bottom|other|front|back|rear)\b|(left|right|top|bottom|front|back|rear)(?= ?(?:[,;.]|$|and\b))|(?:the )?(left|right|top|bottom|upper|lower)(?:[- ]hand)?(?= (?:part|section|portion|piece|bit|step|stage|one)\b)|(?:the |its )?(end)s? (?:sections|parts|portions|pieces|diameters)\b|(?:the |its )?(ends)\b`,
  ],
  [
    'rest',
    String.raw`(?:on |for |over |along )?(?:the )?(?:rest|remainder|balance|remaining(?: (?:length|part|portion|section|bit|stretch|distance|depth))?)\b(?! \d)${OF_IT}|(?:everything|all|the part|what is|the length|the hole|the section|anything) (?:else|between|left)\b|otherwise\b|elsewhere\b|(?:for |with )?what(?:ever)?(?: is|'s)? (?:remains|left(?: over)?)\b`,
  ],
  [
    'middle',
    String.raw`(?:in |at |through |for )?(?:the |its )?(?:middle|cent(?:re|er)|central|main)\b(?: (?:portion|section|part|body|stretch|bit|step))?|(?:in )?between\b(?: (?:them|these|those|the two|the ends|the steps))?`,
  ],
  [
    'through',
    String.raw`(?:right |clear |all the way |straight |goes |going )*(?:through(?:out)?|thru)\b(?: (?:the (?:whole|middle|cent(?:re|er)|part|lot|length|axis))(?: (?:of it|thing|length))?| it| everything)?|all the way(?: down| along| through)?\b|(?:right |straight )?down the (?:middle|cent(?:re|er)|axis)\b|(?:along|on) the (?:axis|cent(?:re|er) ?line)\b|to (?:break through|meet(?: it| them)?)\b`,
  ],
  ['total', String.raw`(?:in )?(?:total|overall)\b|in all\b|all told\b|altogether\b|end to end\b`],
  ['including', String.raw`(?:including|which includes|of which|inclusive of)\b`],
  [
    'over',
    String.raw`(?:for|over|along|(?:to |for |over )?(?:a|the) (?:depth|length|distance) of)\b(?= (?:the |its |a |an |another |about )*(?:(?:first|next|last|final|following|remaining|other|left|right|top|bottom|upper|lower) )?(?:length of |distance of )?\.?\d)`,
  ],
  // `20 mm straight, then a cone`: how long that stretch is.
  ['long', String.raw`(?<=\d(?: ?mm)? )straight\b(?! (?:through|down|along|sided))`],
  ['long', String.raw`(?:in )?(?:long|lengths?|tall|high|heights?|deep|depths?|thick|thickness|wide|width)\b`],
  [
    'order',
    String.raw`(?:the )?(first|last|final|next|following|another|second|third|fourth|fifth)\b|(?:the )?(left|right|top|bottom|upper|lower|remaining|other)(?:[- ]hand)?(?= \.?\d)`,
  ],
  [
    'bore',
    String.raw`(?:counter)?bor(?:e[ds]?|ing)\b(?: out)?|(?:blind |centre |center |axial |through |cent(?:re|er)ed )*holes?\b(?! circle)|drill(?:ed)?\b|inside(?: dia(?:meter)?)?\b|i\.?d\b\.?|inner dia(?:meter)?|recess\b|socket\b|hollow(?:ed)?(?: out)?\b`,
  ],
  ['point', String.raw`(?:an? |the )?(?:sharp |blunt )?(?:(?:conical|tapered|pointed) (?:point|tip|end|nose)|point)\b`],
  ['taper', String.raw`(?:a )?(?:taper(?:s|ing|ed)?|cone|conical|narrow(?:s|ing))\b`],
  [
    'turned',
    String.raw`(?:turn(?:s|ed)?|reduc(?:e[ds]?|ing)|step(?:s|ped|ping)?(?= down| to| up)|machin(?:e|ed|es)|neck(?:s|ed)?|cut|brought|drop(?:s|ping)?|goes|going|chang(?:es|ing)|increas(?:es|ing)|decreas(?:es|ing)|widen(?:s|ing)|open(?:s|ed|ing)(?: out| up)?|enlarg(?:ed|es|ing)|relieved|thinned)\b(?: down)?`,
  ],
  [
    'name',
    String.raw`(head|shank|stem|neck|shoulder|flange|body|shaft|hub|base|spigot|journal|collar|disc|disk|rim|step|pin|section|part|portion|stage|segment|piece|stretch|stub|tip|nose|pilot|cylinder|boss|barrel|land|end|plug|lip|shoulder|foot|column|knob|tail|tang|seat|hand|one|peg|dowel|rod|bar|round bar|axle|spindle|spacer|sleeve|bush|bushing|arbor|roller|tube|punch|piston|blank|bit|face|drum|barrel)s?\b`,
  ],
  [
    'next',
    String.raw`(?:and )?(?:then|followed by|next|after (?:that|this|it|which)|above (?:that|this|it)|beyond (?:that|this|it)|behind (?:that|this|it)|(?:and )?finally|(?:which |and )?(?:then )?(?:continues|continuing|carries on|goes on|carrying on)|on top(?: of (?:that|it|this))?|ending|finish(?:es|ing)|ends|below (?:that|this)|beneath (?:that|this))\b`,
  ],
  ['under', String.raw`(?:below|beneath|under|underneath|above)(?: it)?\b`],
  ['also', String.raw`(?:and|plus|with|but|while|whereas|except)\b|&|\+`],
  ['stop', String.raw`[.;\n](?=\s|$)|\n`],
  ['filler', String.raw`[a-hjkmnp]\d{1,2}(?![\w.])`],
  ['pause', String.raw`[,:()=–—|]|-(?= )`],
  [
    'filler',
    String.raw`(?:flat(?= (?:top|bottom|face|back)\b)|a|an|the|it['’]s|its?|is|are|was|of|to|at|on|in|into|from|as|has|have|having|that['’]s|that|which|whose|being|becomes?|up|down|about|starting|starts?|begins?|with|there['’]?s|there|goes|going|only|all|just|please|mm|plain|smaller|larger|thinner|thicker|concentric|turned|come[s]?|measur(?:es|ing)|i|want|need|stands?|sits?|long(?= of)|out|sticking|down to|whole|thing|where|now|made|be|should|must|diameter)\b`,
  ],
]
const RULES = KINDS.map(([kind, source]) => [kind, new RegExp(source, 'iy')] as const)

/** Every word of it; what has no kind is unknown. */
export function stageTokens(text: string): StageToken[] {
  const tokens: StageToken[] = []
  for (let at = 0; at < text.length; ) {
    if (/[ \t\r]/.test(text[at] ?? '')) {
      at++
      continue
    }
    const found = kindAt(text, at)
    tokens.push(found)
    at = found.to
  }
  return namedFirst(tokens)
}

/** `20 mm head diameter 5 mm thick`: the diameter is what stands before its name, and not what follows. */
function namedFirst(tokens: readonly StageToken[]): StageToken[] {
  const order = [...tokens]
  for (let at = 0; at + 4 < order.length; at++) {
    const [number, name, wide, next, long] = order.slice(at, at + 5)
    const told = number?.kind === 'number' && name?.kind === 'name' && wide?.kind === 'wide'
    if (told && next?.kind === 'number' && long?.kind === 'long') order.splice(at, 3, name, number, wide)
  }
  return order
}

function kindAt(text: string, from: number): StageToken {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = from
    const match = rule.exec(text)
    if (!match || match[0] === '') continue
    const of = match.slice(1).find((one) => one !== undefined) ?? ''
    return { kind, text: match[0], of: of.toLowerCase(), from, to: from + match[0].length }
  }
  const [word = text[from] ?? ''] = /^[a-z\d][\w'’-]*/i.exec(text.slice(from)) ?? []
  return { kind: 'unknown', text: word, of: '', from, to: from + word.length }
}
