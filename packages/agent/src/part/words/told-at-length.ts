import { LENGTH, type Rewrite } from './notation.ts'

const SENTENCE = String.raw`(?:^|(?<=[.\n:;] ?))[ \t]*(?:[-*•] )?`
const WORK =
  'creat(?:e|ing)|mak(?:e|ing)|add(?:ing)?|cut(?:ting)?|drill(?:ing)?|extrud(?:e|ing)|draw(?:ing)?|sketch(?:ing)?|fillet|chamfer|place|put|build|subtract|remove'
const LISTED = /(?:^|\n)[ \t]*(?:step )?2[.):]\s/i

/** What a teller of steps says between them, and what only says again what is told below. */
export const TOLD_AT_LENGTH: readonly Rewrite[] = [
  // `hook that holds a 25 mm rail`: for one.
  [
    /\b(?:that|which)(?: (?:will|can|must|should|has to|needs to))? (?:holds?|carr(?:y|ies)|supports?|takes?|accepts?|grips?|suits?)(?= (?:an? |the |my |our |two |up to )?\d)/gi,
    () => 'for',
  ],
  // `plate with a slot …, plate is 120 by 50 by 8`: what was named is spoken of again.
  [
    /[,;.] ?(?:and )?(?:the )?([a-z]{3,}) (?:itself )?(?:is|measures|(?:overall )?(?:size|dimensions)(?: is| are|:)?) (?=\d)/gi,
    ({ 0: text, 1: noun = '', index, input }) =>
      new RegExp(String.raw`\b${noun}\b`, 'i').test(input.slice(0, index)) ? `. The ${noun} is ` : text,
  ],
  // `I'll give you step by step instructions`, `it's made with 4 operations that I'll explain`
  [
    new RegExp(
      String.raw`${SENTENCE}(?=[^.\n]*\b(?:step by step|instructions?|explain|operations?|sequentially|(?:fairly )?specific shape|let you know|tell you how|one by one)\b)(?![^.\n]*\d ?(?:mm|cm|in\b|x|×))[^.\n]*(?:\.|(?=\n|$))`,
      'gi',
    ),
    () => ' ',
  ],
  // `No holes, fillets, or extra cuts.`, `one connected bushing`: as it is where nobody says otherwise.
  [
    new RegExp(
      String.raw`(?<=[.\n:;] ?)(?:[-*•] )?no (?=[^.\n;\d]*\b(?:holes|fillets|chamfers|cuts|threads|bores|grooves|features|ribs)\b)(?![^.\n;]*\b(?:but|except|only|just)\b)[^.\n;\d]*(?:\.|(?=[\n;]|$))`,
      'gi',
    ),
    () => ' ',
  ],
  [/\b(?:one|a single) connected (?=[a-z])/gi, () => 'a '],
  // `This creates a hemisphere at the top`, `In other words, …`
  [
    new RegExp(
      String.raw`${SENTENCE}(?:this (?:creates|gives|makes|results in|forms|will (?:create|give|make))|in other words|that is to say)\b[^.\n]*\.`,
      'gi',
    ),
    () => ' ',
  ],
  // `The Z-axis is the thickness direction; …`: what is so here anyhow.
  [
    new RegExp(
      String.raw`${SENTENCE}(?:the )?(?:global )?[xyz]{1,2}[- ]?ax[ei]s (?:is|are) (?:the )?[^.\n;\d]*\b(?:directions?|axis|axes)\b[^.\n;\d]*[.;]`,
      'gi',
    ),
    () => ' ',
  ],
  // `Overall, it forms a standard block`, `The overall structure resembles a bridge`, `Both are combined into a single unit`
  [
    new RegExp(
      String.raw`${SENTENCE}(?:overall,|the overall (?:structure|shape|appearance|part|form|assembly)|the whole(?: assembly| part)? (?:is|serves|forms)|both are (?:combined|joined|merged|connected)|it is just|the (?:two|three|four) (?:holes|parts|cylinders) intersect)(?![^.\n]*\d ?(?:mm|milli|cm|in\b))[^.\n]*(?:\.|(?=\n|$))`,
      'gi',
    ),
    () => ' ',
  ],
  // `This is a cube with a hole. The main body is a cube …`: told again, with its sizes.
  [
    new RegExp(String.raw`${SENTENCE}this is an? [^.\n\d]*\.(?= *the main (?:body|part|base)(?: feature)? is )`, 'gi'),
    () => ' ',
  ],
  [
    new RegExp(
      String.raw`${SENTENCE}(this is an? [^.\n\d]*?) (?:with|that has|which has|having|consisting) [^.\n\d]*\.(?= *(?:the main (?:body|part) has|it is an? ))`,
      'gi',
    ),
    (match) => `${match[1]}. `,
  ],
  [/\bthe main (?:body|part) has (?=an? |diameter)/gi, () => 'with '],
  [
    /\bthe (?:main|extended|detailed|base|additional)(?: (?:main|base|body))*(?: features?| body| part| shape)? (?:is|are|includes?)(?: formed by)? (?=an?\b|the\b|four|two|three|that|draw|cutting)/gi,
    () => '',
  ],
  // `Create a plate. The plate is a simple rectangular plate. It is 100 mm long`: its name again.
  [
    new RegExp(
      String.raw`${SENTENCE}the ([a-z]+) is an? (?:simple|plain|regular|standard|basic) (?:[a-z]+ )?\1\.|${SENTENCE}it is (?:just|only|simply) an? [a-z]+\.?`,
      'gi',
    ),
    () => ' ',
  ],
  // `This is a plate with two holes.` and the steps tell which.
  [
    /^([^.\n\d]*?\b(?:is|this|create|make|design|model)\b[^.\n]*?) (?:with|that has|which has|having)\b[^.\n\d]*\.(?=\s)/gi,
    ({ 0: text, 1: head, input }) => (LISTED.test(input) ? `${head}.` : text),
  ],
  // `Looking down at the plate, it has two holes that are drilled through it`
  [
    /\b(?:when |if )?(?:you(?:'re| are) )?looking (?:down |straight down )?(?:at|on|onto|from) (?:the )?[a-z]+(?: [a-z]+)?,? (?=(?:the|it|there|in)\b)/gi,
    () => '',
  ],
  [
    /\bit has (?:two|three|four|several|some) holes(?: that are (?:drilled|cut)(?: through it)?)?\.(?= *in\b)/gi,
    () => '',
  ],
  [
    /\b(?:the|its) cent(?:er|re)[- ]?point(?: of the (?:circle|hole|bore|slot))? is(?: positioned| located| placed)?(?= \d)/gi,
    () => 'it is',
  ],
  // `from the short (18 mm) side`, `the short side (18 mm side)`: how long that is, is known.
  [new RegExp(String.raw`\b(short|long) \(${LENGTH}(?: side)?\) (?=side|edge)`, 'gi'), (match) => `${match[1]} `],
  [
    new RegExp(String.raw`\b(short|long)( (?:side|edge)) \(${LENGTH} (?:side|edge)\)`, 'gi'),
    (match) => `${match[1]}${match[2]}`,
  ],
  [
    /,? ?\bwith (?:a |its )?(?:cent(?:er|re)|counter)[- ]?points? (?:that (?:is|are) |at |located )?(?=\d)/gi,
    () => ' ',
  ],
  // `Slot goes fully through thickness.`: as it does anyhow.
  [
    new RegExp(
      String.raw`${SENTENCE}(?:the |this )?(?:slot|hole|bore)s? (?:goes|go|passes|pass|runs|run|extends|extend|is|are) (?:fully |completely |all the way |right |entirely )*through(?: (?:the )?(?:full |entire |whole )?(?:thickness|plate|part|block|body|top and bottom surfaces?)(?: of the [a-z]+)?)*\.`,
      'gi',
    ),
    () => ' ',
  ],
  [/(?<=^|[.\n;-] ?)(?:the )?outer (?:profile|shape|outline|body|form) is (?=an? )/gim, () => ''],
  // In the other direction it is in the middle anyhow.
  [
    /,? ?\b(?:and |but )?(?:it |it's |its |is )*(?:also )?cent(?:ered|red) in the (?:[xy]|other) (?:dimension|direction|axis)(?: \([^)]*\))?/gi,
    () => '',
  ],
  [
    /(?<=\b(?:edge|side|end|cent(?:er|re)|midline)(?: of (?:the|it)[a-z ]*)?)(?: \([^)]*\))? in the [xy] (?:dimension|direction|axis)\b/gi,
    () => '',
  ],
  [/\b(?:is |are )?cut (?=\d[\d.]* ?(?:mm)? (?:down )?(?:in)?to the (?:plate|part|block|prism)\b)/gi, () => 'depth '],
  // `Next, we're going to cut`, `to start, extrude`
  [
    new RegExp(
      String.raw`(?:^|(?<=[.;:\n] ?|\d[.):] ?))[ \t]*(?:(?:and |so )?(?:first|next|then|now|finally|lastly|afterwards|to start|to begin|after that|start by|begin by)\b(?:,| (?=(?:then|next|we|i|let|you|${WORK})\b)) ?)+(?:(?:we|i|you)(?:'re|'ll|'ve|'m| are| will| have| should)?(?: now)?(?: (?:going|need|want|have) to)?|let's|let us)?(?= )`,
      'gi',
    ),
    () => ' ',
  ],
  [
    /\b(?:we|i)(?:'re| are|'m| am) going to (?:be )?(?=[a-z]+)|\b(?:we|i)'ve (?=cut|added|made|drilled)|\b(?:we|i) need to (?=[a-z]+)/gi,
    () => '',
  ],
  [/\b(\d+(?:\.\d+)? ?mm ?\(y\)) and (?=\d+(?:\.\d+)? ?mm ?\(z\))/gi, (match) => `${match[1]} x `],
  [
    /\b(\d+(?:\.\d+)? ?mm) thickness (?=[a-z]+ ?(?:plate|block|disc|sheet|prism)|plate|block|disc)/gi,
    (match) => `${match[1]} thick `,
  ],
]
