import type { Span } from '@hewn/model'

/** A solid that was told: its noun, what was said of its size, and what of where it is. */
export interface Passage {
  /** What it is called. */
  label: string
  /** A word that names its shape. */
  noun: string
  nounAt: Span
  /** It and the words before it that say what it is like. */
  at: Span
  count: number
  countAt?: Span
  /** Pieces of the words that say how large it is, its noun left out. */
  sizes: Span[]
  /** Pieces that say how it lies, and what it is to the others. */
  relation: Span[]
  /** As large as the one before it. */
  twin?: true
  /** It stands on, or is cut into, what is named right behind it. */
  onNext?: true
}

const UNIT = String.raw`(?: ?(?:mm|millimet(?:er|re)s?|cm|centimet(?:er|re)s?|in(?:ch(?:es)?)?\b(?! (?:the|a|an|it|its|each)\b)|"))?`
export const NUMBER = String.raw`(?<![a-wyz_\d.])(?<![a-z]x)(?:\d+ \d+/\d+|\d+/\d+|\d+(?:\.\d+)?|\.\d+)(?![\d°])`
export const LENGTH = `${NUMBER}${UNIT}`

const BALL = String.raw`(?:solid )?(?:spheres?|balls?(?! bearing)|globes?|spherical (?:cavity|space|void|recess|hollow|head|knob|pit|pocket))`
const HALF = String.raw`hemispheres?|half[- ](?:an? |of an? )?(?:spheres?|balls?)|hemispherical (?:pit|dome|recess|cavity|cap|dimple|bump|hollow|depression|end|top|head|pocket)s?`
const CONE = String.raw`(?:truncated )?cones?|conical frustums?|frustums? of a cone`
const BOX = String.raw`cubes?|cuboids?|bricks?|slabs?|plates?|boards?|planks?|beams?|blocks?|(?:rectangular|square|box-shaped) (?:prism|block|solid|box|bar|post|column|pillar|base|body|plate|slab|beam|boss|tower|leg|strip)e?s?|boxe?s?|strips?|bars?(?<!round bars?)`
const ROUND = String.raw`cylinders?|cylindrical (?:pegs?|posts?|body|base|boss(?:es)?|pins?|rods?|columns?|handle|shaft|pillar|stem|legs?|section|part)|dis[ck]s?|(?:round |circular )?(?:rods?|pegs?|pins?|dowels?|shafts?|axles?)|round (?:bar|post|column|base|leg|pillar|plate)s?|circular (?:base|plate|disc|disk|boss|column|post)s?`
const CUTS = String.raw`(?:square|rectangular|round|circular|cylindrical|central|blind|through|vertical|horizontal|coaxial)?[- ]?(?:through[- ]?)?(?:(?:holes?|bores?)|cavity|recess|pocket|notch|cut-?out)`
const ANY = String.raw`legs?|columns?|posts?|pillars?|towers?|handles?|stems?|heads?|uprights?|tongues?|pedestals?|seats?|table ?tops?|tabletops?|top(?= (?:is|of|plate)? ?\d)|(?<=\d(?: ?mm)? )top(?= (?:and|on)\b|,)|base(?! (?:dia\b|diameter|radius|circle|side|edge|width|length))|trunks?|arms?|steps?|plinths?|cores?|horizontal part|vertical part|central part|middle part|lower part|upper part|pieces?|portion|chunk`
const NOUN = String.raw`(?:${BALL}|${HALF}|${CONE}|${CUTS}|${BOX}|${ROUND}|${ANY})\b`

const COUNT = 'one|two|three|four|five|six|eight'
const COUNTS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8 }
const LEAD = String.raw`(?:(?:an?|the|another|a second|a third|this|its|each|both|${COUNT}|[2-8](?= (?:identical|equal|[a-z]+ )?(?:[a-z]+s)\b)) )?`
const ROLE = String.raw`(?:in )?(?:diameter|dia\.?|wide|width|long|length|tall|high|height|thick|thickness|deep|depth|radius|side|square|edge|round)`
const DIM = String.raw`(?:[ø⌀Ø] ?|R|r)?${LENGTH}(?:[- ]${ROLE}\b)?`
// `a top 20 thick and 3 round legs`: a count begins the next one.
const DIMS = String.raw`(?:${DIM}(?:,? ?(?:x|×|by|and(?! [2-8] [a-z]))? ?${DIM})*[- ])?`
const ADJECTIVES = String.raw`(?:(?:solid|small|large|larger|smaller|second|third|identical|equal|rectangular|square|round|circular|vertical|upright|horizontal|standing|lying|tall|short|flat|thin|plain|simple|main|central|upper|lower|concentric|coaxial|same|equal-sized|other) )*`
const MENTION = new RegExp(`${LEAD}${ADJECTIVES}${DIMS}${ADJECTIVES}(${NOUN})`, 'gi')

/** A number and the words beside it that say what it measures. */
const SIZE_WORDS = new RegExp(
  String.raw`${LENGTH}|[ø⌀Ø]|\b(?:base|top|bottom|outer|inner|outside|inside|end)(?= (?:diameter|radius|circle|dia|side|square|width|edge))|\b(?:diameters?|dia|radius|radii|r|lengths?|long|width|wide|breadth|heights?|high|tall|thickness|thick|depth|deep|sides?|edges?(?= lengths?\b| of ${NUMBER})|square|by|x|y|z|of|and|od|id)\b|[x×,()=]`,
  'gi',
)

const SENTENCE_END = /[.;\n](?!\d)/g
const SEPARATOR = /,(?: and| then)?|\b(?:(?:that|which) (?:has|have)|having|featuring|and|with|plus|then|while|but)\b/gi

const PLACED =
  /^ ?(?:in |away )?(?:from|off) (?:(?:the|one|each|either|its|both|that|an?) )?(?:[a-z]+ )?(?:edge|end|side|face|left|right|top|bottom|front|back|rear|corner)s?\b|^ ?(?:away|above|below|apart|beyond|past|between|to the)\b/i

/** `a sphere of radius 20 from the top`: a size, whatever comes behind it. */
export const isSize = (before: string): boolean =>
  /\b(?:radius|diameter|dia|lengths?|height|width|depth|sides?)(?: of| is| ?=)? ?$/i.test(before)

interface Mention {
  at: Span
  noun: string
  nounAt: Span
  /** Numbers of its own: there, or up to the next one. */
  numbers: Span[]
}

/** The solids of a request, each with its sizes and with what was said of its place; `taken` are numbers that say where something is. */
export function passagesOf(words: string, taken: readonly Span[]): Passage[] | undefined {
  const free = (at: Span) => !taken.some(([from, to]) => from < at[1] && at[0] < to)
  const mentions: Mention[] = [...words.matchAll(MENTION)].map((match) => {
    const noun = match[1] ?? ''
    const end = match.index + match[0].length
    const lead = match[0].length - match[0].trimStart().length
    return { at: [match.index + lead, end], noun, nounAt: [end - noun.length, end], numbers: [] }
  })
  const numbers = [...words.matchAll(new RegExp(LENGTH, 'gi'))].map(
    ({ 0: text, index }): Span => [index, index + text.length],
  )
  for (const at of numbers.filter(free)) {
    const owner = mentions.findLast((one) => one.at[0] <= at[0])
    // `20 mm from one end`: a place that is not understood, and no size.
    if (!owner || (PLACED.test(words.slice(at[1])) && !isSize(words.slice(0, at[0])))) return undefined
    owner.numbers.push(at)
  }
  // `This is a cube with a bore. The side of the main body is 40`: a body told before, by a word that is no shape.
  const isTwin = (one: Mention) =>
    one.numbers.length === 0 &&
    (/^ (?:of|with) the same (?:dimensions?|sizes?)\b/i.test(words.slice(one.at[1])) ||
      /\b(?:identical|same-sized?|equal-sized) /i.test(words.slice(...one.at)))
  const told = mentions.filter((one) => one.numbers.length > 0 || isTwin(one))
  const ends = told.map((one) => Math.max(one.at[1], ...one.numbers.map(([, to]) => to)))
  return told.map((one, index): Passage => {
    const [next, before] = [told[index + 1], told[index - 1]]
    const from = before ? boundary(words, ends[index - 1] ?? 0, one.at[0]).at : 0
    const cut = next ? boundary(words, ends[index] ?? 0, next.at[0]) : { at: words.length }
    const text = words.slice(...one.at)
    const count = /^(?:the |other )?(one|two|three|four|five|six|eight|[2-8])(?= )/i.exec(text)
    const counted = count?.[1]?.toLowerCase() ?? ''
    const sizes = sizesIn(
      words,
      [one.at[0], Math.max(ends[index] ?? 0, endOfRoles(words, ends[index] ?? 0, cut.at))],
      [...taken, one.nounAt],
    )
    const many = count && (COUNTS[counted] ?? Number(counted))
    const isCount = many && /s$/i.test(one.noun)
    return {
      label: one.noun.toLowerCase().replace(/(?:(?<=boss|box)es|(?<=[^s])s)$/, ''),
      noun: one.noun.toLowerCase(),
      nounAt: one.nounAt,
      at: one.at,
      count: isCount ? many : 1,
      ...(isCount ? { countAt: [one.at[0], one.at[0] + counted.length] as Span } : {}),
      sizes: isCount ? sizes.filter((at) => at[0] !== one.at[0]) : sizes,
      relation: [
        [from, one.nounAt[0]],
        [one.nounAt[1], cut.at],
      ],
      ...(isTwin(one) ? { twin: true as const } : {}),
      ...(cut.onNext ? { onNext: true as const } : {}),
    }
  })
}

/** `20 mm in diameter`: the words behind the last number that say what it is. */
function endOfRoles(words: string, from: number, to: number): number {
  const tail = new RegExp(String.raw`^[ -]?(?:${ROLE})\b`, 'i').exec(words.slice(from, to))
  return tail ? from + tail[0].length : from
}

/** Where what is said of one body ends, and what is said of the next begins. */
function boundary(words: string, from: number, to: number): { at: number; onNext?: true } {
  const between = words.slice(from, to)
  const sentence = [...between.matchAll(SENTENCE_END)].at(-1)
  if (sentence) return { at: from + sentence.index + 1 }
  const clause = [...between.matchAll(SEPARATOR)].at(-1)
  if (clause) {
    // `topped with a dome`: that is said of the dome.
    const led = /\b(?:topped|surmounted|capped|crowned|joined|connected|combined|merged|unioned|intersected)\W*$/i.exec(
      between.slice(0, clause.index),
    )
    return { at: from + (led?.index ?? clause.index) }
  }
  const led =
    /\b(?:on|onto|from|into|through|inside|atop|of|to)(?: (?:the )?(?:top|centre|center|middle|end)(?: face| surface)? of| (?:the )?(?:[+-][xyz]|top|upper|left|right|front|back) (?:face|side|end|surface) of)?\s*$/i.test(
      between,
    )
  // A top on its legs stands on nothing that was there before.
  const legs = /^(?:[a-z]+ |\d+ )*?(?:legs|feet)\b/i.test(words.slice(to))
  return led && !legs ? { at: to, onNext: true } : { at: from }
}

/** The pieces of a passage that tell how large it is. */
function sizesIn(words: string, [from, to]: Span, without: readonly Span[]): Span[] {
  return [...words.slice(from, to).matchAll(SIZE_WORDS)]
    .map(({ 0: text, index }): Span => [from + index, from + index + text.length])
    .filter(([start, end]) => !without.some(([low, high]) => low < end && start < high))
}
