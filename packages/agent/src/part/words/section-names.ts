import { LENGTH, type Rewrite } from './notation.ts'

const MANY = 'two|three|four|five|six|[2-6]'
const ORDER =
  'bottom|lower|middle|cent(?:re|er)|top|upper|first|second|third|fourth|fifth|last|next|base|lowest|topmost|uppermost'
const PIECE = 'section|segment|layer|tier|step|stage|portion|cylinder|part|disc|disk'
/** `the bottom layer`, `segment 2`, `section b`; its letter may have been left out already. */
const NAMED = String.raw`(?:the )?(?:(?:${ORDER}) (?:cylindrical |round )?(?:${PIECE})|(?:${ORDER})(?= ?:)|(?:section|segment|layer|tier|step|stage) ?(?:\d|[a-f]\b)?)`
const WIDE = String.raw`(?:(?:outer |outside )?(?:dia(?:meter)?|radius)\b|o\.?d\.?\b|[Øø∅⌀]|${LENGTH}(?: mm)? ?(?:in )?dia(?:meter)?\b)`
const SECTION = new RegExp(
  String.raw`(?:^|(?<=[\n;,.•*:-] ?|\band ))\s*${NAMED}\s*(?::|=|\b(?:is|has|having|with|of)\b)?\s*(?:an? )?(?=${WIDE})`,
  'gi',
)
const TURNED = /\b(?:shaft|spindle|axle|pin|turned|stepped|steps?|arbor|mandrel|roller|cylind\w*|coaxial|round|rod)\b/i

/** What was told already, where the stretches were listed, and what is said of one of them. */
export const SECTION_ASIDES: readonly Rewrite[] = [
  // `Keep transitions sharp and concentric.`: as they are anyhow.
  [
    /(?:^|(?<=[.;\n] ?))[ -]*keep (?:all )?(?:the )?(?:transitions|steps|features|sections|edges|cylinders)(?: (?:sharp|concentric|coaxial|and|on|the|z|axis))*(?:\.|(?=;|\n|$))/gi,
    () => ' ',
  ],
  [/(?<=\b(?:height|length|long|tall|high) ?[\d.]+(?: ?mm)?) from z ?= ?0\b/gi, () => ''],
  [/(?<=\b(?:in the middle|mid[- ]height)) \(z ?= ?[\d.]+(?: ?mm)?\)/gi, () => ''],
  // `three coaxial steps along Z with total length 120`: as many as come.
  [
    /(?<=^|[;\n] ?)[ -]*(?:build |create |make )?(?:two|three|four|five|six|[2-6]) (?:coaxial |concentric |cylindrical )+(?:steps|sections|segments|stages)(?: along (?:the )?z(?:[- ]axis)?)?(?:,? with(?= total))?(?= ?(?:total|,|;|\n|\.))(?<=\bstepped shaft\b[\s\S]*)/gi,
    () => ' ',
  ],
  // `segment 1 spans 26 mm long`, `(l1+l2+l3=L)`, `attached coaxially after segment 1`: told already.
  [
    new RegExp(
      String.raw`;? ?-? ?(?:section|segment|step|stage) ?\d spans ${LENGTH} long ?\.?(?<=\bstep \d[\d.]* diameter \d[\s\S]*)`,
      'gi',
    ),
    () => ' ',
  ],
  [/\(\s*l1 ?\+ ?l2[^)]*\)/gi, () => ' '],
  [
    /,? ?(?:attached|stacked|joined|placed) (?:coaxially |directly |concentrically )*(?:after|on(?: top of)?|above|to) (?:the )?(?:section|segment|step|stage) ?\d/gi,
    () => ' ',
  ],
  [
    /;? ?all (?:the )?(?:sections|segments|steps|stages|layers) are (?:concentric|coaxial)(?: on x ?= ?0, ?y ?= ?0)?\.?/gi,
    () => ' ',
  ],
  [
    /;? ?keyway (?:is )?cent(?:ered|red) at theta ?= ?0 ?°?(?: on (?:the )?\+? ?x side)?,? ?(?:full length of (?:the )?(?:step|section) ?\d)?\.?/gi,
    () => ' ',
  ],
]

/** Stretches of what is round that are called by where they are, or by their number, and what is said of one of them. */
export const SECTION_NAMES: readonly Rewrite[] = [
  // `three-step coaxial shaft`, `a three-layer cylindrical structure`
  [
    new RegExp(
      String.raw`\b(${MANY})[- ](?:step|layer|tier|stage|section|segment|diameter)(?:ped|ed)? (?:coaxial |cylindrical |round |solid |stepped )*(?:shaft|spindle|axle|pin|cylinder|structure|body|rod|bar|part)\b`,
      'gi',
    ),
    ({ 0: text, 1: many, input }) => (TURNED.test(input) ? `stepped shaft with ${many} steps` : text),
  ],
  // `a shaft made of three segments`, `cylindrical part in two sections`
  [
    new RegExp(
      String.raw`\b(?:shaft|spindle|axle|cylind\w+ (?:part|body|piece|solid)|turned part|round part) (?:(?:made|built|consisting|composed) (?:up )?)?(?:of|in|from) (${MANY}) (?:coaxial |cylindrical |different )*(?:segments|sections|stages|steps|stretches)\b`,
      'gi',
    ),
    (match) => `stepped shaft with ${match[1]} steps`,
  ],
  [/,? ?\bwith \+?z along (?:the )?axis\b/gi, () => ' '],
  [/\bannular (?:solid|body|part|cylinder)\b/gi, () => 'ring'],
  [/\bbush(?:ing)?\b(?=[\s\S]*\bflange section\b[\s\S]*\bbody section\b)/gi, () => 'stepped bush'],
  // `Flange section: outer radius 24`, `a threaded section (simplified as a plain cylinder) 6 mm diameter`
  [
    /\b(flange|head|shank|body|shoulder|thread(?:ed)?|thread zone) (?:section|zone|portion)\b/gi,
    ({ 1: name = '' }) => (/^thread/i.test(name) ? 'thread' : name),
  ],
  [
    / ?\((?:simplified|modell?ed|represented|shown|treated) as an? (?:plain |simple |solid )*(?:cylinder|rod|shaft)\)/gi,
    () => '',
  ],
  [/\boverall shaft length\b/gi, () => 'overall length'],
  [/\bthreaded parts proxy\b/gi, () => 'stud'],
  // `the bottom layer has a diameter of 60 mm and a height of 10 mm`
  [
    SECTION,
    ({ 0: text, input }) => (TURNED.test(input) && several(input) ? `${/^[\s;]*/.exec(text)?.[0] ?? ''}, step ` : text),
  ],
]

const several = (words: string): boolean => [...words.matchAll(SECTION)].length > 1 || /, step (?=dia|od)/i.test(words)
